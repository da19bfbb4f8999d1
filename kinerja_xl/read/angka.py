"""Our own grammar of a number in <v>: what Excel writes and nothing else."""

from __future__ import annotations

import re
from math import isinf

from kinerja_xl.read import batas

_POLA = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,5})?")
_BUKAN_HINGGA = {"nan", "inf", "infinity", "-inf", "+inf", "-infinity", "ind", "-nan", "1.#inf", "1.#qnan", "-1.#ind"}


def angka(teks: str) -> float | int | str:
    """The number, or the code of the finding: 7_2, " 72 ", 0x48, NaN, full-width digits are no numbers."""
    if len(teks) <= 15 and teks.isascii() and teks.isdigit():
        return int(teks)
    if len(teks) > batas.ANGKA.nilai or not _POLA.fullmatch(teks):
        return "BERKAS-72" if teks.strip().lower() in _BUKAN_HINGGA else "BERKAS-71"
    nilai = float(teks)
    if isinf(nilai):
        return "BERKAS-72"
    if nilai.is_integer() and abs(nilai) < 1e15 and "." not in teks and "e" not in teks.lower():
        return int(teks)
    return nilai


def bulat_tak_negatif(teks: str | None, bawaan: int | None = None) -> int | None:
    """A plain whole number 0, 1, 2 ... of an attribute; None when it is none."""
    if teks is None:
        return bawaan
    if len(teks) <= 10 and teks.isascii() and teks.isdigit():
        return int(teks)
    return None


def benar(teks: str | None, bawaan: bool = False) -> bool:
    """XML boolean of an attribute."""
    return bawaan if teks is None else teks.strip().lower() in ("1", "true", "on")
