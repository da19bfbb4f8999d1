"""What kind of measure an indicator is, told by the first measuring word of its title, else by its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja_xl.verify.lint_iku.kata import cari, kata
from kinerja_xl.verify.temuan import Kata

SEBUTAN = {
    "batas": Kata("batas", "a limit"), "indeks": Kata("indeks", "an index"), "nilai": Kata("nilai", "a score"),
    "tingkat": Kata("tingkat", "a level"), "persentase": Kata("persentase", "a percentage"),
    "jumlah": Kata("jumlah", "a number"),
}  # fmt: skip
_INDEKS = ("indeks", "nilai", "tingkat", "persentase")


@dataclass(frozen=True)
class Jenis:
    """A kind of measure and the word that tells it ("" where only the unit does)."""

    nama: str
    kata: str

    @property
    def indeks(self) -> bool:
        """An index, score, level or percentage: something that must never be added up."""
        return self.nama in _INDEKS

    @property
    def sebutan(self) -> Kata:
        """The kind in words."""
        return SEBUTAN[self.nama]


def jenis_ukuran(judul: str, satuan: str) -> Jenis:
    """Kind of a measure by title and printed unit. A limit is one wherever its word stands."""
    if ada := cari(kata("batas"), judul):
        return Jenis("batas", ada.group())
    calon = [(c.start(), nama, c.group()) for nama in (*_INDEKS, "jumlah") if (c := cari(kata(nama), judul))]
    if calon:
        _, nama, tertulis = min(calon)
        return Jenis("jumlah" if nama != "jumlah" and besaran(satuan) else nama, tertulis)
    for nama in ("persentase", "indeks"):
        if satuan_rapi(satuan) in kata(f"satuan {nama}"):
            return Jenis(nama, "")
    return Jenis("jumlah", "")


def besaran(satuan: str) -> bool:
    """Is the unit one of money, weight, time ... that is added up whatever the title calls it?"""
    return cari(kata("satuan yang dijumlahkan"), satuan) is not None


def satuan_rapi(satuan: str) -> str:
    """A unit in small letters without what stands in brackets: "Persen (%)" is "persen"."""
    return re.sub(r"\s*\(.*?\)", "", satuan).strip().casefold() or satuan.strip("() ").casefold()
