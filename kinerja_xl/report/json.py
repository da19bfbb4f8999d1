"""The JSON report: deterministic bytes, the same on every machine."""

from __future__ import annotations

import json

from kinerja_xl.verify.laporan import Laporan


def tulis(laporan: Laporan) -> bytes:
    """UTF-8, keys in the order of the contract, ends with a line break."""
    teks = json.dumps(laporan.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return teks.encode("utf-8", "backslashreplace")  # half a sign (a file name that is no UTF-8) as JSON writes it
