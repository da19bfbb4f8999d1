"""Context expressions of a spec: {instansi.nama} in texts, dotted paths to lists, simple equality filters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

_KURUNG = re.compile(r"\{([a-z_][a-z0-9_.]*)\}")
Cakupan = Mapping[str, Any]


def ambil(jalur: str, cakupan: Cakupan) -> Any:
    """Value at a dotted path; an unknown step is an error that names the nearest key."""
    nilai: Any = cakupan
    for langkah in jalur.split("."):
        if isinstance(nilai, Mapping) and langkah in nilai:
            nilai = nilai[langkah]
        else:
            dikenal = nilai if isinstance(nilai, Mapping) else ()
            raise KinerjaError(f"spek: '{jalur}' tidak ada dalam konteks ('{langkah}').{saran(langkah, dikenal)}")
    return nilai


def ganti(teks: str, cakupan: Cakupan) -> str:
    """Text with every {path} replaced; None becomes nothing."""
    if "{" not in teks:
        return teks

    def satu(cocok: re.Match[str]) -> str:
        nilai = ambil(cocok.group(1), cakupan)
        return "" if nilai is None else str(nilai)

    return _KURUNG.sub(satu, teks)


def isi(teks: str, cakupan: Cakupan) -> Any:
    """Like `ganti`, but a text that is one {path} alone keeps the value's own type (number, text, None)."""
    cocok = _KURUNG.fullmatch(teks) if "{" in teks else None
    return ambil(cocok.group(1), cakupan) if cocok else ganti(teks, cakupan)


def cocok_semua(syarat: Mapping[str, Any], rekaman: Mapping[str, Any]) -> bool:
    """Do all fields of the record equal (or, for a list, stand among) the given values?

    true / false ask only whether the field is filled.
    """
    for kunci, harus in syarat.items():
        ada = rekaman.get(kunci)
        if isinstance(harus, bool):
            if bool(ada) is not harus:
                return False
        elif isinstance(harus, (list, tuple)):
            if ada not in harus:
                return False
        elif ada != harus:
            return False
    return True
