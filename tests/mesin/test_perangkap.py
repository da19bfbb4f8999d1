"""Functions of the allow-list where engines are known to stumble: Excel's documented values on every engine."""

from __future__ import annotations

import re
from pathlib import Path
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


def test_each_trap_gives_what_excel_documents_in_libreoffice(
    hitung_perangkap_libreoffice: dict[str, Any], perangkap: ModuleType
) -> None:
    hasil = hitung_perangkap_libreoffice
    beda = {r: hasil[r] for r, v in perangkap.KASUS.items() if not _sama(hasil[r], v)}
    assert beda == perangkap.BEDA["libreoffice"]


def test_the_traps_use_the_allow_list_only(perangkap: ModuleType) -> None:
    assert {r: daftar.fungsi_terlarang(r) for r in perangkap.KASUS if daftar.fungsi_terlarang(r)} == {}


def _tulis(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return str(nilai).upper()
    if isinstance(nilai, GalatExcel) or not isinstance(nilai, (str, float)):
        return str(nilai)
    return f'"{nilai}"' if isinstance(nilai, str) else f"{nilai:.15g}"


@pytest.mark.parametrize("nama", [*MESIN, "libreoffice"])
def test_the_page_about_engines_lists_exactly_the_differences_left(perangkap: ModuleType, nama: str) -> None:
    halaman = (Path(__file__).parents[2] / "docs" / "mesin.md").read_text(encoding="utf-8")
    bagian = re.split(r"^### ", halaman, flags=re.MULTILINE)
    (isi,) = [b for b in bagian if b.lower().startswith(f"{nama}\n")]
    baris = [tuple(re.findall(r"`([^`]*)`", b)) for b in isi.splitlines() if b.startswith("| `")]
    assert baris == [(r, _tulis(perangkap.KASUS[r]), _tulis(v)) for r, v in perangkap.BEDA[nama].items()]


def test_the_page_about_engines_counts_its_traps(perangkap: ModuleType) -> None:
    halaman = (Path(__file__).parents[2] / "docs" / "mesin.md").read_text(encoding="utf-8")
    assert f"holds {len(perangkap.KASUS)} formulas" in halaman
