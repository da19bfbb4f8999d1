"""Every worked case of every rule family, one test each; the rule book is the list."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.functions import functions

KASUS = [(kode, kasus) for kode in daftar_keluarga() for kasus in keluarga(kode).kasus]
KUNCI = {"nama", "fungsi", "masuk", "keluar", "galat", "toleransi", "sumber", "bukti", "catatan"}


def _isi(nilai: Any) -> Any:
    """A blank of the TOML is an empty cell."""
    if isinstance(nilai, list):
        return [_isi(n) for n in nilai]
    return None if nilai == "" else nilai


def _sama(ada: Any, harus: Any, toleransi: float) -> bool:
    if isinstance(harus, list):
        return isinstance(ada, list) and len(ada) == len(harus) and all(map(_sama, ada, harus, [toleransi] * len(ada)))
    if isinstance(harus, (int, float)) and not isinstance(harus, bool):
        batas = toleransi or 1e-9 * max(1.0, abs(harus))
        return isinstance(ada, (int, float)) and not isinstance(ada, bool) and abs(ada - harus) <= batas
    return type(ada) is type(harus) and ada == harus


@pytest.mark.parametrize(("kode", "kasus"), KASUS, ids=[f"{kode}: {kasus['nama']}" for kode, kasus in KASUS])
def test_the_rule_gives_the_value_of_the_worked_case(kode: str, kasus: dict[str, Any]) -> None:
    fungsi = functions()[kasus["fungsi"]]
    assert fungsi.keluarga == kode
    masuk = _isi(kasus["masuk"])
    if "galat" in kasus:
        with pytest.raises(KinerjaError) as salah:
            fungsi(*masuk)
        assert kasus["galat"] in str(salah.value)
    else:
        ada, harus = fungsi(*masuk), _isi(kasus["keluar"])
        assert _sama(ada, harus, kasus.get("toleransi", 0)), f"{ada!r}, should be {harus!r}"


@pytest.mark.parametrize("kode", daftar_keluarga())
def test_cases_of_a_family_are_well_formed(kode: str) -> None:
    nama = [k["nama"] for k in keluarga(kode).kasus]
    assert len(nama) == len(set(nama)), "two cases with one name"
    for kasus in keluarga(kode).kasus:
        assert set(kasus) <= KUNCI, f"{kasus['nama']}: unknown key {set(kasus) - KUNCI}"
        assert ("keluar" in kasus) != ("galat" in kasus), kasus["nama"]
        assert kasus.get("bukti", "turunan") in BUKTI, kasus["nama"]


@pytest.mark.parametrize("nama", sorted(functions()))
def test_every_function_has_at_least_three_cases(nama: str) -> None:
    fungsi = functions()[nama]
    assert sum(k["fungsi"] == nama for k in fungsi.buku.kasus) >= 3
