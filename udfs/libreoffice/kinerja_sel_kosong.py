"""Blank cells that Calc hands over as 0: found by looking where the calls of a document point.

Calc turns a blank cell, named alone as an argument, into 0.0 and does not say from where it is called. So a 0 is taken
for a number only when no call of that function in the whole document names a blank cell in that place. Only plain
references are looked at: IF(C5="";"";C5) says by itself what a blank means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any, NamedTuple, Optional

from kinerja_xl.core.ejaan_keping import Keping, pecah
from kinerja_xl.core.nama import kolom_angka

SEGAR = 0.2  # seconds a look is good for: the calls of one recalculation follow each other faster
_ACUAN = re.compile(
    r"\s*\$?(?:(?:'((?:[^']|'')+)'|([^\s'.;()$]+))\.)?\$?([A-Z]{1,3})\$?([0-9]{1,7})\s*\Z", re.IGNORECASE
)
_KURUNG = {"(": 1, "{": 1, ")": -1, "}": -1}


class Tempat(NamedTuple):
    """Argument number `ke` of a method is the plain reference lembar!baris,kolom (lembar None: the formula's own)."""

    metode: str
    ke: int
    lembar: Optional[str]
    baris: int
    kolom: int


def acuan_tunggal(rumus: str, awalan: str) -> list[Tempat]:
    """Arguments of our calls that are one plain reference. awalan: implementation name with its dot, in capitals."""
    keping, hasil = pecah(rumus), []
    for i, satu in enumerate(keping):
        kata = satu.teks.upper()
        if satu.jenis == "kata" and kata.startswith(awalan) and i + 1 < len(keping) and keping[i + 1].teks == "(":
            for ke, isi in enumerate(_pisah(keping, i + 2)):
                cocok = _ACUAN.match(isi)
                if cocok:
                    lembar = cocok[1].replace("''", "'") if cocok[1] else cocok[2]
                    hasil.append(Tempat(kata[len(awalan) :], ke, lembar, int(cocok[4]), kolom_angka(cocok[3])))
    return hasil


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
    return hasil


def tempat_kosong(lembar: dict[str, Sequence[Sequence[str]]], awalan: str) -> set[tuple[str, int]]:
    """(method, argument) wherever some call names a blank cell. lembar: name -> formula texts of its cells from A1."""
    isi = {nama.lower(): baris for nama, baris in lembar.items()}
    hasil = set()
    for nama, baris in isi.items():
        for rumus in _rumus(baris, awalan):
            for satu in acuan_tunggal(rumus, awalan):
                kisi = isi.get((satu.lembar or nama).lower())
                if kisi is not None and not _teks(kisi, satu.baris, satu.kolom):
                    hasil.add((satu.metode, satu.ke))
    return hasil


def _rumus(baris: Iterable[Sequence[str]], awalan: str) -> Iterable[str]:
    return (isi for deret in baris for isi in deret if isi[:1] in ("=", "{") and awalan in isi.upper())


def _teks(kisi: Sequence[Sequence[str]], baris: int, kolom: int) -> str:
    return kisi[baris - 1][kolom - 1] if baris <= len(kisi) and kolom <= len(kisi[0]) else ""


class Pengamat:
    """Looks at documents; what was seen a moment ago is not looked up again."""

    def __init__(self, awalan: str) -> None:
        self.awalan = awalan.upper() + "."
        self._dokumen = ""  # its id: a document that is held would stay in memory after it is closed
        self._terakhir = 0.0
        self._kosong: set[tuple[str, int]] = set()

    def ragu(self, dokumen: Any, metode: str, ke: int) -> bool:
        """May a 0 in this argument be a blank cell? Without a document to look at: yes."""
        if dokumen is None:
            return True
        if dokumen.RuntimeUID != self._dokumen or monotonic() - self._terakhir > SEGAR:
            self._kosong = tempat_kosong(
                {nama: _kisi(dokumen, nama) for nama in dokumen.Sheets.ElementNames}, self.awalan
            )
        self._dokumen, self._terakhir = dokumen.RuntimeUID, monotonic()
        return (metode.upper(), ke) in self._kosong


def _kisi(dokumen: Any, nama: str) -> Sequence[Sequence[str]]:
    """Formula texts of a sheet's used area, from A1 on; "" is a blank cell."""
    lembar = dokumen.Sheets.getByName(nama)
    kursor = lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    akhir = kursor.RangeAddress
    hasil: Sequence[Sequence[str]] = lembar.getCellRangeByPosition(
        0, 0, akhir.EndColumn, akhir.EndRow
    ).getFormulaArray()
    return hasil
