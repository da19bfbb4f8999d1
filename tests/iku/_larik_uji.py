"""MATCH over computed arrays as Excel documents it, for engines that do not do it there.

Both engines stay the judge of everything around it; LibreOffice computes the same twins with nothing replaced.
formualizer takes the first cell of an array in MATCH; formulas reads an escaped wildcard (~*) of MATCH as an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any


def datar(larik: Any) -> list[Any]:
    """The cells of a range, a column or a single cell, in order."""
    if isinstance(larik, list):
        return [n for b in larik for n in (b if isinstance(b, list) else [b])]
    return [larik]


def _pola(kunci: str) -> re.Pattern[str]:
    """A lookup text of MATCH: ? one sign, * any, ~ before one of them (or itself) means the sign."""
    hasil, lolos = [], False
    for huruf in kunci:
        if lolos:
            hasil.append(re.escape(huruf if huruf in "~*?" else "~" + huruf))
            lolos = False
        elif huruf == "~":
            lolos = True
        else:
            hasil.append({"?": ".", "*": ".*"}.get(huruf) or re.escape(huruf))
    return re.compile("".join(hasil) + ("~" if lolos else ""), re.IGNORECASE | re.DOTALL)


def cocok(kunci: Any, larik: list[Any], tidak_ada: Any) -> Any:
    """MATCH(kunci, larik, 0) of one key: place from 1, or the engine's #N/A."""
    if isinstance(kunci, str):
        pola = _pola(kunci)
        return next((i for i, n in enumerate(larik, 1) if isinstance(n, str) and pola.fullmatch(n)), tidak_ada)
    return next((i for i, n in enumerate(larik, 1) if type(n) is type(kunci) and n == kunci), tidak_ada)


def atas_larik(satu: Callable[[Any], Any], larik: Any) -> Any:
    """A function of one cell over an array, keeping its shape."""
    if isinstance(larik, list):
        return [atas_larik(satu, n) for n in larik]
    return satu(larik)
