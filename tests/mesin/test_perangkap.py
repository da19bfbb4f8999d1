"""Functions of the allow-list where engines are known to stumble: Excel's documented values on every engine."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from kinerja_xl.mesin import daftar
from kinerja_xl.mesin.galat import GalatExcel

MESIN = ("formualizer", "formulas")


def _sama(ada: Any, harus: Any) -> bool:
    if isinstance(harus, GalatExcel) or isinstance(ada, GalatExcel):
        return isinstance(ada, GalatExcel) and isinstance(harus, GalatExcel) and ada == harus
    if isinstance(harus, float) and isinstance(ada, (int, float)) and not isinstance(ada, bool):
        return abs(ada - harus) <= 1e-9 * max(1.0, abs(harus))
    return bool(ada == harus)


@pytest.mark.parametrize("nama", MESIN)
def test_each_trap_gives_what_excel_documents(hitung_perangkap: Any, perangkap: ModuleType, nama: str) -> None:
    hasil = hitung_perangkap(nama)
    beda = {r: (hasil[r], v) for r, v in perangkap.KASUS.items() if not _sama(hasil[r], v)}
    assert {r: v[0] for r, v in beda.items()} == perangkap.BEDA[nama]


def test_the_traps_use_the_allow_list_only(perangkap: ModuleType) -> None:
    assert {r: daftar.fungsi_terlarang(r) for r in perangkap.KASUS if daftar.fungsi_terlarang(r)} == {}
