"""The rule book as one JSON text, for places without tomllib: LibreOffice's own Python, Pyodide.

What JSON has no word for is tagged: {"$tanggal": "2024-01-31"}, {"$saat": "2024-01-31T08:00:00"}. Reading gives back
exactly what the TOML gives, so the hash of the rule book is the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

_TANGGAL, _SAAT = "$tanggal", "$saat"


def tulis_json(buku: Mapping[str, Any]) -> str:
    """All families, code -> its TOML data, as JSON. A value of another kind than TOML's own raises TypeError."""
    return json.dumps(buku, default=_tandai, ensure_ascii=False, indent=0, allow_nan=False) + "\n"


def baca_json(teks: str) -> dict[str, Any]:
    """What tulis_json was given."""
    hasil = json.loads(teks, object_hook=_buka)
    if not isinstance(hasil, dict):
        raise ValueError("a compiled rule book is a table of families")
    return hasil


def _tandai(nilai: Any) -> dict[str, str]:
    if isinstance(nilai, datetime):
        return {_SAAT: nilai.isoformat()}
    if isinstance(nilai, date):
        return {_TANGGAL: nilai.isoformat()}
    raise TypeError(f"{type(nilai).__name__} cannot be compiled")


def _buka(tabel: dict[str, Any]) -> Any:
    if len(tabel) == 1:
        if _TANGGAL in tabel:
            return date.fromisoformat(tabel[_TANGGAL])
        if _SAAT in tabel:
            return datetime.fromisoformat(tabel[_SAAT])
    return tabel
