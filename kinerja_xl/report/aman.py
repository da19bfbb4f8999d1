"""Text of a workbook made harmless for the place where it is shown: CI logs, spreadsheets, paths in a report."""

from __future__ import annotations

import re
from typing import Any

from kinerja_xl.verify.temuan import bersih

# What CI services read as an order: '::error ...' (also behind spaces), '##[error]', '##vso[...]', '##teamcity[...]'.
_PERINTAH_LOG = re.compile(r"::|##(?=\[|vso\[|teamcity\[)", re.IGNORECASE)
_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MAKS = 2000
MAKS_SEL = 32_000  # Excel holds 32,767 signs in a cell


def log(teks: str, maks: int = MAKS) -> str:
    """One printable line in which no CI service finds an order for itself."""
    return _PERINTAH_LOG.sub(lambda c: f"{c.group()[0]} {c.group()[1:]}", bersih(teks, maks))


def sel_csv(nilai: Any) -> Any:
    """A value for a cell of a CSV file: text that a spreadsheet would take for a formula gets an apostrophe."""
    if not isinstance(nilai, str):
        return nilai
    satu = bersih(nilai, MAKS_SEL)
    return f"'{satu}" if mirip_rumus(satu) else satu


def mirip_rumus(teks: str) -> bool:
    """Would a spreadsheet read this text as a formula when it is typed or imported?"""
    return teks.lstrip(" \"'").startswith(_AWAL_RUMUS)


def uri(jalur: str) -> str:
    """A path as a relative URI reference; bytes that are no UTF-8 stay what they are."""
    from urllib.parse import quote

    rapi = jalur.replace("\\", "/")
    try:
        mentah = rapi.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a sign that Windows allows in a name
        mentah = rapi.encode("utf-8", "surrogatepass")
    return quote(mentah, safe="/")
