"""The allow-list: spreadsheet functions that a template formula may use, each with the engines it was proven on.

"Proven" means: the cases of tests/mesin/perangkap.py for this function give Excel's documented value on that engine.
"""

from __future__ import annotations

from kinerja_xl.mesin.nama import fungsi_dipakai

_SEMUA = ("formualizer", "formulas", "libreoffice")
_POLOS = (
    "SUM AVERAGE IF AND OR NOT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIF SUMIFS SUMPRODUCT MIN MAX ROUND ROUNDUP "
    "ROUNDDOWN ABS INT MOD IFERROR INDEX MATCH VLOOKUP LOOKUP DATE YEAR MONTH DAY WEEKDAY EDATE NA ISNUMBER ISTEXT "
    "ISLOGICAL ISBLANK ISERROR TRIM LEN PRODUCT POWER SQRT LN EXP MEDIAN CHOOSE VALUE TEXT UPPER LOWER N EXACT "
    "FREQUENCY LEFT RIGHT MID NETWORKDAYS"
)

BOLEH: dict[str, tuple[str, ...]] = dict.fromkeys(_POLOS.split(), _SEMUA)


def fungsi_terlarang(rumus: str) -> tuple[str, ...]:
    """Functions of a formula that are not on the list, sorted."""
    return tuple(sorted(fungsi_dipakai(rumus) - BOLEH.keys()))
