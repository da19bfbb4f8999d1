"""A formula as an Indonesian Excel shows it: ";" between arguments, "," in decimals. Files always hold the other form.

Only separators change: text in quotes, quoted sheet names and function names (English in an Indonesian Excel) stay.
Array constants are refused: their separators differ between programs.
"""

from __future__ import annotations

import re

from kinerja_xl.core.errors import KinerjaError

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

    rumus: any formula, with or without "="; the result is to be typed or shown, never to be stored in a file. Raises
    KinerjaError for an array constant.
    """
    hasil = []
    for keping in _KEPING.findall(rumus):
        if keping == "{":
            raise KinerjaError("tetapan larik {...} tidak punya satu bentuk Indonesia; pakai bentuk berkas")
        if keping == ",":
            keping = ";"
        elif keping[0].isdigit() or (keping[0] == "." and len(keping) > 1):
            keping = keping.replace(".", ",")
        hasil.append(keping)
    return "".join(hasil)
