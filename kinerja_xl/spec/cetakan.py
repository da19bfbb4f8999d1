"""Formulas of table columns, written out once: from record to record only the number of the row changes.

A formula is expanded for a row that no sheet of ours has; where that number (or the one above it) comes out, the row
of each record is put in. A formula whose text depends on the row in another way is expanded anew each time.
"""

from __future__ import annotations

import re
from collections.abc import Callable

BARIS_SEMU = 876543  # no text of a spec holds this number
_BILANGAN = re.compile(r"[0-9]+")
_LAIN = ("@", "$]")  # the same record of another table; the column down to this row


def rapuh(teks: str) -> bool:
    """Does the formula depend on its row in another way than by addresses in the row and the one above?"""
    return any(tanda in teks for tanda in _LAIN)


def cetak(mentah: str) -> str | None:
    """The expansion for BARIS_SEMU with marks in place of the row numbers; None when it cannot be trusted."""
    kepala = str(BARIS_SEMU)[:4]
    for angka in _BILANGAN.findall(mentah):
        if kepala in angka and angka not in (str(BARIS_SEMU), str(BARIS_SEMU - 1)):
            return None
    return mentah.replace(str(BARIS_SEMU), "\x00").replace(str(BARIS_SEMU - 1), "\x01")


def tuang(cetakan: str, baris: int) -> str:
    """The formula of one row."""
    return cetakan.replace("\x00", str(baris)).replace("\x01", str(baris - 1))


class Cetakan:
    """Moulds of one workbook by formula and table. A mould is made when a formula comes the second time."""

    def __init__(self) -> None:
        self._isi: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self._sekali: set[tuple[str, str]] = set()

    def ambil(self, kunci: tuple[str, str], baris: int, buat: Callable[[int], tuple[str, ...]]) -> tuple[str, ...]:
        """Texts of a formula in one row. buat: writes them out for any row, which is slow."""
        if kunci in self._isi:
            pola = self._isi[kunci]
            return buat(baris) if pola is None else tuple([tuang(p, baris) for p in pola])
        hasil = buat(baris)
        if kunci not in self._sekali:
            self._sekali.add(kunci)
            return hasil
        pola = None if rapuh(kunci[0]) else _pola(buat)
        sama = pola is not None and tuple([tuang(p, baris) for p in pola]) == hasil
        self._isi[kunci] = pola if sama else None
        return hasil


def _pola(buat: Callable[[int], tuple[str, ...]]) -> tuple[str, ...] | None:
    semua = [cetak(satu) for satu in buat(BARIS_SEMU)]
    return None if None in semua else tuple([s for s in semua if s is not None])
