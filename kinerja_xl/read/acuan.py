"""Cell references of attributes: A1, A1:B9, lists of areas."""

from __future__ import annotations

import re

from kinerja_xl.core.nama import MAKS_BARIS, MAKS_KOLOM, kolom_angka, kolom_huruf
from kinerja_xl.read.buku import Area

_SEL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")

KOLOM: dict[str, int] = {kolom_huruf(n): n for n in range(1, MAKS_KOLOM + 1)}
"""Number of every column by its letters: one look-up instead of arithmetic for each cell."""


def sel(teks: str) -> tuple[int, int] | None:
    """Row and column of an address such as E7; None when it is none or lies outside the grid."""
    cocok = _SEL.fullmatch(teks)
    if cocok is None:
        return None
    baris, kolom = int(cocok[2]), kolom_angka(cocok[1])
    return (baris, kolom) if baris <= MAKS_BARIS and kolom <= MAKS_KOLOM else None


def area(teks: str) -> Area | None:
    """Rectangle of A1 or A1:B9 with its corners put in order; None when it is none."""
    cocok = _AREA.fullmatch(teks)
    if cocok is None:
        return None
    k1, b1 = kolom_angka(cocok[1]), int(cocok[2])
    k2, b2 = (kolom_angka(cocok[3]), int(cocok[4])) if cocok[3] else (k1, b1)
    if max(k1, k2) > MAKS_KOLOM or max(b1, b2) > MAKS_BARIS:
        return None
    return min(b1, b2), min(k1, k2), max(b1, b2), max(k1, k2)


def luas(satu: Area) -> int:
    """Number of cells of a rectangle."""
    return (satu[2] - satu[0] + 1) * (satu[3] - satu[1] + 1)
