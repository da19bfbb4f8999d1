"""The JSON report: deterministic bytes, the same on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kinerja_xl.verify.laporan import Laporan


def tulis(laporan: Laporan) -> bytes:
    """UTF-8, keys in the order of the contract, ends with a line break."""
    return b"".join(potongan(laporan))


def potongan(laporan: Laporan) -> Iterator[bytes]:
    """The same in pieces, a file at a time: a report of ten thousand files need not fit into memory."""
    # half a sign (a file name that is no UTF-8) as JSON writes it: backslashreplace
    yield f'{_teks(laporan.kepala())[:-2]},\n "files": ['.encode()
    antara = "\n"
    for satu in laporan.files:
        yield (antara + _menjorok(_teks(satu.to_dict()))).encode("utf-8", "backslashreplace")
        antara = ",\n"
    yield b"\n ]\n}\n"


def _teks(isi: dict[str, Any]) -> str:
    return json.dumps(isi, ensure_ascii=False, indent=1, allow_nan=False)


def _menjorok(teks: str) -> str:
    return "\n".join(f"  {baris}" for baris in teks.split("\n"))
