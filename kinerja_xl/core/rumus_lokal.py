"""A formula as an Indonesian spreadsheet shows it: `;` between arguments and a decimal comma.

Files always hold the other form (`,` and a decimal point); the program turns one into the other when it opens them.
"""

from __future__ import annotations

import re

from kinerja_xl.core.errors import KinerjaError

_TETAP = re.compile(r"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*')")  # texts and quoted sheet names
_DESIMAL = re.compile(r"(?<![\w.])(\d*)\.(\d+)(?![\w.]*[(!])")


def ke_lokal(rumus: str) -> str:
    """The Indonesian form of a formula written with `,` and decimal points; texts and sheet names stay.

    Array constants are refused: their separators differ between programs.
    """
    bagian = _TETAP.split(rumus)
    return "".join(isi if ke % 2 else _ubah(isi) for ke, isi in enumerate(bagian))


def _ubah(isi: str) -> str:
    if "{" in isi:
        raise KinerjaError("rumus dengan tetapan larik {...} tidak punya satu bentuk Indonesia; pakai bentuk berkas")
    return _DESIMAL.sub(r"\1,\2", isi.replace(",", ";"))
