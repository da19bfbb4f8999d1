"""Blank cells that Calc hands over as 0: told from true zeros by looking at the calls in the document.

Calc turns a blank cell, named alone as an argument, into 0.0 and does not say from where it is called. So all calls of
that function in the document whose other arguments fit are looked at: when every one of them names a blank cell in that
place, the 0 is a blank; when none does, it is a 0; otherwise nobody can tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isclose
from time import monotonic
from typing import Any, Union

from kinerja_xl.core.ejaan_keping import Keping, pecah
from kinerja_xl.core.nama import kolom_angka

NOL, KOSONG, RAGU = "nol", "kosong", "ragu"
SEGAR = 0.2  # seconds a look is good for: the calls of one recalculation follow each other faster
MAKS_BENTUK = 500  # calls that differ in their constants; a document with more is not taken apart so far
_ACUAN = re.compile(r"\$?(?:(?:'((?:[^']|'')+)'|([^\s'.;()$]+))\.)?\$?([A-Z]{1,3})\$?([0-9]{1,7})\Z", re.IGNORECASE)
_ANGKA = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z")
_KURUNG = {"(": 1, "{": 1, ")": -1, "}": -1}


class Tanda:
    """What an argument may be besides a constant number or text."""


SEL_KOSONG, APA_SAJA = Tanda(), Tanda()
Argumen = Union[Tanda, float, str]
Kisi = Sequence[Sequence[str]]
Bentuk = tuple  # of Argumen: one call


def panggilan(lembar: dict[str, Kisi], awalan: str) -> dict[str, set[Bentuk]]:
    """Calls in a document by method: their arguments as far as they are constants, blank cells or something else.

    lembar: sheet name -> formula texts of its cells from A1 on ("" is a blank cell). awalan: implementation name with
    its dot, in capitals.
    """
    isi = {nama.lower(): kisi for nama, kisi in lembar.items()}
    hasil: dict[str, set[Bentuk]] = defaultdict(set)
    for nama, kisi in isi.items():
        for deret in kisi:
            for rumus in deret:
                if rumus[:1] in ("=", "{") and awalan in rumus.upper():
                    for metode, argumen in _panggilan(rumus, awalan):
                        hasil[metode].add(tuple(_argumen(satu, isi, nama) for satu in argumen))
    return hasil


def _panggilan(rumus: str, awalan: str) -> Iterator[tuple[str, list[str]]]:
    keping = pecah(rumus)
    for i, satu in enumerate(keping):
        kata = satu.teks.upper()
        if satu.jenis == "kata" and kata.startswith(awalan) and i + 1 < len(keping) and keping[i + 1].teks == "(":
            yield kata[len(awalan) :], _pisah(keping, i + 2)


def _pisah(keping: Sequence[Keping], mulai: int) -> list[str]:
    """Texts of the arguments from piece `mulai` to the closing bracket."""
    hasil, dalam = [""], 0
    for satu in keping[mulai:]:
        dalam += _KURUNG.get(satu.teks, 0)
        if dalam < 0:
            break
        if satu.teks == ";" and not dalam:
            hasil.append("")
        else:
            hasil[-1] += satu.teks
    return [satu.strip() for satu in hasil]


def _argumen(teks: str, isi: dict[str, Kisi], lembar: str) -> Argumen:
    cocok = _ACUAN.match(teks)
    if cocok:
        milik = cocok[1].replace("''", "'") if cocok[1] else cocok[2] or lembar
        return _sel(isi.get(milik.lower()), int(cocok[4]), kolom_angka(cocok[3]))
    if teks[:1] == teks[-1:] == '"' and len(teks) > 1:
        return teks[1:-1].replace('""', '"')
    return float(teks) if _ANGKA.match(teks) else APA_SAJA


def _sel(kisi: Union[Kisi, None], baris: int, kolom: int) -> Argumen:
    """What a cell holds. Formulas and what is shown in a format of its own (dates, percents) may be anything."""
    if kisi is None:
        return APA_SAJA
    teks = kisi[baris - 1][kolom - 1] if baris <= len(kisi) and kolom <= len(kisi[0]) else ""
    if not teks:
        return SEL_KOSONG
    if _ANGKA.match(teks):
        return float(teks)
    return APA_SAJA if teks[0] in "={'" or any(huruf.isdigit() for huruf in teks) else teks


def cocok(bentuk: Bentuk, mentah: Sequence[Any]) -> bool:
    """Can this call be the one that Calc made with these values? None is an argument left out."""
    lebih = mentah[len(bentuk) :]
    return all(n is None for n in lebih) and all(_sama(satu, n) for satu, n in zip(bentuk, mentah))


def _sama(satu: Argumen, nilai: Any) -> bool:
    if satu is APA_SAJA or satu == "":
        return True
    if satu is SEL_KOSONG:
        return isinstance(nilai, float) and not nilai
    if isinstance(satu, float):
        return isinstance(nilai, float) and isclose(satu, nilai, rel_tol=1e-13)
    return not isinstance(nilai, str) or satu == nilai


class Pengamat:
    """Looks at documents; what was seen a moment ago is not looked up again."""

    def __init__(self, awalan: str) -> None:
        self.awalan = awalan.upper() + "."
        self._dokumen = ""  # its id: a document that is held would stay in memory after it is closed
        self._terakhir = 0.0
        self._panggilan: dict[str, set[Bentuk]] = {}

    def nol(self, dokumen: Any, metode: str, ke: int, mentah: Sequence[Any]) -> str:
        """What the 0 in argument `ke` of a call is: NOL, KOSONG or RAGU."""
        if dokumen is None:
            return RAGU
        self._lihat(dokumen)
        semua = self._panggilan.get(metode.upper(), set())
        calon = {satu[ke] is SEL_KOSONG for satu in semua if ke < len(satu)}
        if calon == {True, False} and len(semua) <= MAKS_BENTUK:
            calon = {satu[ke] is SEL_KOSONG for satu in semua if ke < len(satu) and cocok(satu, mentah)}
        return RAGU if len(calon) != 1 else KOSONG if True in calon else NOL

    def _lihat(self, dokumen: Any) -> None:
        if dokumen.RuntimeUID != self._dokumen or monotonic() - self._terakhir > SEGAR:
            lembar = {nama: _kisi(dokumen, nama) for nama in dokumen.Sheets.ElementNames}
            self._panggilan = panggilan(lembar, self.awalan)
        self._dokumen, self._terakhir = dokumen.RuntimeUID, monotonic()


def _kisi(dokumen: Any, nama: str) -> Kisi:
    """Formula texts of a sheet's used area, from A1 on."""
    lembar = dokumen.Sheets.getByName(nama)
    kursor = lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    akhir = kursor.RangeAddress
    hasil: Kisi = lembar.getCellRangeByPosition(0, 0, akhir.EndColumn, akhir.EndRow).getFormulaArray()
    return hasil
