"""A formula as an Indonesian Excel shows it: ";" between arguments, "," in decimals. Files always hold the other form.

Only separators change: text in quotes, quoted sheet names and function names (English in an Indonesian Excel) stay.
In an array constant the column separator becomes "\\" (a comma would read as a decimal) and rows keep ";".
"""

from __future__ import annotations

import re

_KEPING = re.compile(
    r'"(?:[^"]|"")*"'  # text
    r"|'(?:[^']|'')*'"  # quoted sheet name
    r"|[^\W\d][\w.]*"  # function, name or address
    r"|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?"  # number
    r"|.",
    re.DOTALL,
)


def ke_lokal(rumus: str) -> str:
    """File form ("=ROUND(A1*0.5,2)") to the form of an Indonesian Excel ("=ROUND(A1*0,5;2)").

    rumus: any formula, with or without "="; the result is to be typed or shown, never to be stored in a file.
    """
    hasil, dalam_larik = [], False
    for keping in _KEPING.findall(rumus):
        if keping in "{}":
            dalam_larik = keping == "{"
        elif keping == ",":
            keping = "\\" if dalam_larik else ";"
        elif keping[0].isdigit() or (keping[0] == "." and len(keping) > 1):
            keping = keping.replace(".", ",")
        hasil.append(keping)
    return "".join(hasil)
