"""Where the values of a workbook come from: each result that is a call of the rule book, its data, its recipe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.resep import Pengenalan, bisa, kenali
from kinerja_xl.resep.daftar import ada_batas
from kinerja_xl.spec.manifest import Nilai, Panggilan, Sel, Titik
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.resmi import TidakDapat, isi_panggilan

DIHITUNG, DIPAKAI, APLIKASI = "_dihitung", "_realisasi", "_aplikasi_nilai"


@dataclass(frozen=True)
class Sumber:
    """One value and the call that should give it. jenis: hasil (a result cell), dipakai (the realisasi that repeats
    it) or aplikasi (an input that states what another application says)."""

    jenis: str
    titik: Titik
    sel: Sel
    nilai: Nilai
    asal: Titik
    panggilan: Panggilan

    def argumen(self, kasus: Kasus) -> list[Any]:
        """The data of the call; raises TidakDapat when an argument is no plain address."""
        return isi_panggilan(kasus, self.asal, self.panggilan)


def sumber(kasus: Kasus) -> Iterator[Sumber]:
    """Every stored value that has a rule of its own, in sheet, row, column order."""
    bernama = kasus.manifest.sel_bernama
    for titik, sel, ada in (*kasus.setiap("rumus"), *kasus.setiap("isian")):
        if ada is None or ada.jenis == "e" or ada.nilai in (None, ""):
            continue
        if sel.panggilan is not None:
            yield Sumber("hasil", titik, sel, ada.nilai, titik, sel.panggilan)
            continue
        for ekor, jenis in ((DIPAKAI, "dipakai"), (APLIKASI, "aplikasi")):
            hitung = bernama.get(sel.nama.removesuffix(ekor) + DIHITUNG) if sel.nama.endswith(ekor) else None
            if hitung is not None and hitung[1].panggilan is not None:
                asal = (hitung[0].nama, *hitung[1].titik)
                yield Sumber(jenis, titik, sel, ada.nilai, asal, hitung[1].panggilan)


def angka(nilai: Nilai) -> float | None:
    """The value when it is a number."""
    return float(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else None


def kenali_sumber(kasus: Kasus, satu: Sumber, nilai: float | None) -> Pengenalan | None:
    """The recipe behind a value of the workbook; None where there is none to ask."""
    if not bisa(satu.panggilan.fungsi):
        return None
    try:
        return kenali(satu.panggilan.fungsi, nilai, *satu.argumen(kasus))
    except (KinerjaError, TidakDapat):
        return None


def dekat_batas(kasus: Kasus, satu: Sumber) -> Pengenalan | None:
    """The recognition of an official value that a recipe in use would put into another class."""
    if not ada_batas(satu.panggilan.fungsi):
        return None
    hasil = kenali_sumber(kasus, satu, None)
    return hasil if hasil is not None and hasil.dekat_batas else None
