"""Calls of our functions in a workbook of no known template: found in any spelling, made ready to be computed alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_xl.core.ejaan import fungsi_lembar, normalkan
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.functions import functions
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.lepas import Lepas, siapkan
from kinerja_xl.read.buku import Buku, Lembar, Sel
from kinerja_xl.spec.manifest import Nilai, Titik

MAKS_SEL = 1_000  # cells with calls of ours that are computed
MAKS_BACA = 400_000  # values read by them together
MAKS_LIHAT = 8_000_000  # characters of formulas that are looked at
MAKS_HURUF = 300_000  # characters of formulas that are taken apart
MAKS_TEKS = 500  # characters of a text that a formula reads
# Each word is tried once, from its first letter, and never given back: hostile text costs no more than honest text.
_KATA = re.compile(r"(?<![\w.\\])([A-Za-z_\\\x80-\U0010ffff][\w.\\]*+)\s*+\(")
_ALAMAT = re.compile(r"(?:'(?:[^'\[\]]|'')+'!|\w+!)\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?\Z")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\Z")
_SATU_PANGGILAN = re.compile(r"\w+\([^()]*\)\Z")


@dataclass
class Panggilan:
    """A cell that shows the result of a formula with calls of ours. sebab: why it cannot be computed here."""

    titik: Titik
    sel: Sel
    fungsi: tuple[str, ...]
    lepas: Lepas | None = None
    sebab: str = ""


class Pencari:
    """One walk over a workbook. asing: unknown functions, each with its first place and how often it stands."""

    def __init__(self, buku: Buku) -> None:
        self.buku = buku
        self.asing: dict[str, tuple[Titik, int]] = {}
        self._lembar = {satu.nama.lower(): satu.nama for satu in buku.lembar if satu.terbaca}
        self._isi = {satu.nama: satu.sel for satu in buku.lembar}
        self._nama = {n.nama.lower(): n.rumus for n in buku.nama if n.lembar is None and _ALAMAT.match(n.rumus)}
        self._dibaca = self._banyak = 0

    def cari(self) -> Iterator[Panggilan]:
        """Every cell with calls of ours, in sheet order."""
        dikenal, huruf, dilihat = frozenset(functions()), 0, 0
        for lembar in self.buku.lembar:
            berumus = ((titik, sel, sel.rumus) for titik, sel in lembar.sel.items() if sel.rumus is not None)
            for (baris, kolom), sel, rumus in sorted(berumus, key=lambda satu: satu[0]):
                dilihat, titik = dilihat + len(rumus), (lembar.nama, baris, kolom)
                mungkin = dilihat <= MAKS_LIHAT and _mungkin(rumus)
                huruf += len(rumus) * mungkin
                if dilihat > MAKS_LIHAT or huruf > MAKS_HURUF:
                    yield Panggilan(titik, sel, (), sebab="rumus buku ini terlalu banyak; sisanya tidak ditelusuri")
                    return
                if not mungkin:
                    continue
                ejaan = normalkan(rumus, dikenal)
                for satu in ejaan.tak_dikenal:
                    awal, kali = self.asing.get(satu, (titik, 0))
                    self.asing[satu] = (awal, kali + 1)
                if ejaan.dipakai:
                    fungsi = tuple(dict.fromkeys(p.nama for p in ejaan.dipakai))
                    yield from self._sel_hasil(lembar, titik, sel, fungsi, ejaan.rumus_baku)

    def _sel_hasil(
        self, lembar: Lembar, titik: Titik, sel: Sel, fungsi: tuple[str, ...], rumus: str
    ) -> Iterator[Panggilan]:
        """The cells that show the result: one, or for a list each of the array with its place in the result."""
        polos = _SATU_PANGGILAN.match(rumus) is not None
        if not (polos and "list" in str(functions()[fungsi[0]].fungsi.__annotations__.get("return"))):
            sebab = "rumus larik dengan hitungan lain di sekitarnya" if sel.larik is not None and not polos else ""
            yield self._siap(Panggilan(titik, sel, fungsi, sebab=sebab), rumus, None)
            return
        cocok = _AREA.match(sel.larik or "A1")
        tinggi, lebar = (1, 1) if cocok is None or not cocok[3] else _ukuran(cocok)
        for ke in range(min(tinggi * lebar, MAKS_SEL)):
            b, k = divmod(ke, lebar)
            tempat = (titik[0], titik[1] + b, titik[2] + k)
            ada = lembar.sel.get(tempat[1:]) or Sel(*tempat[1:], "kosong", None, "", None, None, 0)
            yield self._siap(Panggilan(tempat, ada, fungsi), rumus, (b + 1, k + 1))

    def _siap(self, panggilan: Panggilan, rumus: str, urut: tuple[int, int] | None) -> Panggilan:
        self._banyak += 1
        if panggilan.sebab:
            return panggilan
        try:
            if self.buku.date1904:
                raise KinerjaError("buku kerja memakai sistem tanggal 1904")
            if self._banyak > MAKS_SEL:
                raise KinerjaError(f"lebih dari {MAKS_SEL} sel memanggil fungsi")
            lepas = siapkan(rumus, panggilan.titik[0], self._nama, self._lembar, urut)
            if self._dibaca + lepas.dibaca > MAKS_BACA:
                raise KinerjaError(f"semua panggilan bersama membaca lebih dari {MAKS_BACA} sel")
            self._dibaca += lepas.dibaca
            if any(isinstance(n, str) and len(n) > MAKS_TEKS for n in self.nilai(lepas).values()):
                raise KinerjaError(f"rumus membaca teks yang lebih panjang dari {MAKS_TEKS} huruf")
            panggilan.lepas = lepas
        except KinerjaError as salah:
            panggilan.sebab = str(salah)
        return panggilan

    def nilai(self, lepas: Lepas) -> dict[Titik, Nilai]:
        """Stored values of the cells that a formula reads; error values as such, blank cells left out."""
        hasil: dict[Titik, Nilai] = {}
        for nama, b1, k1, b2, k2 in lepas.kotak:
            isi = self._isi[nama]
            for titik in ((b, k) for b in range(b1, b2 + 1) for k in range(k1, k2 + 1)):
                if titik in isi and (nilai := tersimpan(isi[titik])) is not None:
                    hasil[nama, titik[0], titik[1]] = nilai
        return hasil


def tersimpan(sel: Sel) -> Nilai:
    """Stored value of a cell, an error value as GalatExcel."""
    return GalatExcel(str(sel.nilai)) if sel.jenis == "e" else sel.nilai


def _mungkin(rumus: str) -> bool:
    """May the formula call something that spreadsheet programs do not have of their own?"""
    lembar = fungsi_lembar()
    return any(
        satu[1].upper().removeprefix("_XLFN.").removeprefix("_XLWS.") not in lembar for satu in _KATA.finditer(rumus)
    )


def _ukuran(cocok: re.Match[str]) -> tuple[int, int]:
    tinggi = abs(int(cocok[4]) - int(cocok[2])) + 1
    return tinggi, abs(kolom_angka(cocok[3]) - kolom_angka(cocok[1])) + 1
