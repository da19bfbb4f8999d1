"""Excel functions of one cell, done cell by cell over a range, as Excel does inside SUMPRODUCT.

formualizer applies only operators cell by cell there; TRIM, LEN, IS..., ROUND, INT and ABS of a range take its first
cell without a word. `formulas` keeps inner double spaces in TRIM and takes the text "5" for a number in ISNUMBER.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from typing import Any

from kinerja_xl.core.numerik import bulat

Fungsi = Callable[..., Any]


def _tampil(nilai: Any) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return str(nilai).upper()
    return f"{nilai:.15g}" if isinstance(nilai, (int, float)) else str(nilai)


def trim(nilai: Any) -> str:
    """TRIM: spaces at the ends gone, inner runs of spaces made one."""
    return " ".join(kata for kata in _tampil(nilai).split(" ") if kata)


def angka(nilai: Any) -> bool:
    """ISNUMBER: text is never a number."""
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)


def _bilangan(nilai: Any) -> float:
    if isinstance(nilai, str):  # Excel reads plain numeric text as a number here; other text is #VALUE!
        return float(nilai)
    return nilai or 0


def kiri(nilai: Any, banyak: Any = 1) -> str:
    """LEFT: the first letters, one unless told otherwise."""
    if _bilangan(banyak) < 0:
        raise ValueError("a negative number of letters")
    return _tampil(nilai)[: int(_bilangan(banyak))]


# name -> (fewest and most arguments, function of one cell)
PER_SEL: dict[str, tuple[int, int, Fungsi]] = {
    "TRIM": (1, 1, trim),
    "UPPER": (1, 1, lambda x: _tampil(x).upper()),
    "LEN": (1, 1, lambda x: len(_tampil(x))),
    "LEFT": (1, 2, kiri),
    "ISTEXT": (1, 1, lambda x: isinstance(x, str)),
    "ISNUMBER": (1, 1, angka),
    "ISLOGICAL": (1, 1, lambda x: isinstance(x, bool)),
    "ISBLANK": (1, 1, lambda x: x is None),
    "ROUND": (2, 2, lambda x, d: bulat(_bilangan(x), int(_bilangan(d)))),
    "INT": (1, 1, lambda x: floor(_bilangan(x))),
    "ABS": (1, 1, lambda x: abs(_bilangan(x))),
}


def atas_rentang(fungsi: Fungsi, memeriksa: bool = False) -> Fungsi:
    """A function of cells as a function of ranges (lists of rows).

    Error values pass through, except in the IS... functions (memeriksa), for which an error is nothing they look for.
    """

    def banyak(pertama: Any, *lain: Any) -> Any:
        if isinstance(pertama, list):
            return [[banyak(n, *lain) for n in b] if isinstance(b, list) else banyak(b, *lain) for b in pertama]
        if isinstance(pertama, dict):
            return False if memeriksa else pertama
        return fungsi(pertama, *lain)

    return banyak
