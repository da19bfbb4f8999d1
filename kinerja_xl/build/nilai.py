"""Values as a cell may hold them: refused when a spreadsheet could not keep them exactly."""

from __future__ import annotations

import re
from math import isfinite
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import GalatExcel
from kinerja_xl.spec.manifest import Nilai, Titik, tempat

MAKS_TEKS = 32767
_TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class TeksHasil(str):
    """Cached text of a formula. XlsxWriter leaves the type off an empty text and takes the text #N/A for an error;
    a text that equals nothing is written as text."""

    __slots__ = ()

    def __eq__(self, lain: object) -> bool:
        return False

    def __ne__(self, lain: object) -> bool:
        return True

    __hash__ = str.__hash__


def periksa_teks(titik: Titik, nilai: str) -> str:
    """Text that a cell can hold."""
    panjang = len(nilai.encode("utf-16-le", "surrogatepass")) // 2
    if panjang > MAKS_TEKS:
        raise KinerjaError(f"{tempat(titik)}: teks {panjang} huruf; satu sel memuat paling banyak {MAKS_TEKS} huruf")
    if _TERLARANG.search(nilai):
        raise KinerjaError(f"{tempat(titik)}: teks memuat huruf kendali yang tidak dapat disimpan")
    if nilai.startswith("<r>") and nilai.endswith("</r>"):  # XlsxWriter would take it for its own rich text
        raise KinerjaError(f"{tempat(titik)}: teks '<r>...</r>' tidak dapat disimpan")
    return nilai


def angka_tepat(titik: Titik, nilai: Any) -> int | float:
    """A finite number; whole ones without a decimal point."""
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)):
        raise KinerjaError(f"{tempat(titik)}: nilai {nilai!r} bukan angka atau teks")
    if not isfinite(nilai):
        raise KinerjaError(f"{tempat(titik)}: nilai {nilai!r} bukan angka yang sah")
    angka = float(nilai)
    return int(angka) if angka.is_integer() and abs(angka) < 1e15 else angka


def tersimpan(titik: Titik, nilai: Nilai) -> Any:
    """Value that stands beside a formula."""
    if isinstance(nilai, bool):
        return nilai
    if isinstance(nilai, GalatExcel):
        return str(nilai)
    if nilai is None or isinstance(nilai, str):
        return TeksHasil(periksa_teks(titik, nilai or ""))
    return angka_tepat(titik, nilai)
