"""Cells as they come from spreadsheets, cleaned: rows, numbers, words, dates; faults name row and column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from math import isfinite
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.serial import ke_serial

Baris = list[list[Any]]


def _satu(nilai: Any) -> Any:
    if nilai is None or isinstance(nilai, (bool, int, float, date)):
        return None if isinstance(nilai, float) and nilai != nilai else nilai
    if isinstance(nilai, str):
        return nilai if nilai.strip() else None
    if hasattr(nilai, "to_pydatetime"):
        return None if nilai != nilai else nilai.to_pydatetime()
    if hasattr(nilai, "item"):
        return _satu(nilai.item())
    return nilai


def rapikan(rentang: Any) -> Baris:
    """Any range (list of rows, tuple, numpy array, DataFrame, Series, single cell) as a list of equal rows.

    Blank cells, blank text and NaN become None. A flat list is one row.
    """
    if hasattr(rentang, "values") and hasattr(rentang, "index") and not isinstance(rentang, dict):
        rentang = rentang.values
    if hasattr(rentang, "tolist"):
        rentang = rentang.tolist()
    if not isinstance(rentang, (list, tuple)):
        return [[_satu(rentang)]]
    if rentang and not any(isinstance(b, (list, tuple)) for b in rentang):
        return [[_satu(n) for n in rentang]]
    baris = [[_satu(n) for n in b] if isinstance(b, (list, tuple)) else [_satu(b)] for b in rentang]
    if len({len(b) for b in baris}) > 1:
        raise KinerjaError("baris-baris rentang tidak sama panjang")
    return baris


def angka(
    nilai: Any,
    sebutan: str,
    *,
    bawah: Optional[float] = None,
    atas: Optional[float] = None,
    baris: Optional[int] = None,
    kolom: Optional[int] = None,
) -> float:
    """A number, or a KinerjaError: text, TRUE/FALSE, blank and values outside bawah..atas are refused."""
    nilai = _satu(nilai)
    tempat = {"baris": baris, "kolom": kolom}
    if nilai is None:
        raise KinerjaError(f"{sebutan} belum diisi", **tempat)
    if isinstance(nilai, bool):
        raise KinerjaError(f"{sebutan} berisi {'TRUE' if nilai else 'FALSE'}, seharusnya angka", **tempat)
    if isinstance(nilai, str):
        raise KinerjaError(f"{sebutan} berisi teks '{nilai.strip()}', seharusnya angka", **tempat)
    if isinstance(nilai, date):
        raise KinerjaError(f"{sebutan} berisi tanggal, seharusnya angka", **tempat)
    if not isinstance(nilai, (int, float)) or not isfinite(nilai):
        raise KinerjaError(f"{sebutan} bukan angka yang sah", **tempat)
    if (bawah is not None and nilai < bawah) or (atas is not None and nilai > atas):
        raise KinerjaError(f"{sebutan} {tulis(nilai)} di luar {_batas(bawah, atas)}", nilai=nilai, **tempat)
    return nilai


def angka_atau_kosong(nilai: Any, sebutan: str, **batas: Any) -> Optional[float]:
    """Like `angka`, but a blank cell gives None."""
    return None if _satu(nilai) is None else angka(nilai, sebutan, **batas)


def cacah(nilai: Any, sebutan: str, **batas: Any) -> int:
    """A whole number (a count)."""
    hasil = angka(nilai, sebutan, **batas)
    if hasil != int(hasil):
        tempat = {k: v for k, v in batas.items() if k in ("baris", "kolom")}
        raise KinerjaError(f"{sebutan} {tulis(hasil)} seharusnya bilangan bulat", **tempat)
    return int(hasil)


def kata(nilai: Any, sebutan: str, *, baris: Optional[int] = None, kolom: Optional[int] = None) -> str:
    """Text, trimmed; a blank cell or a number is refused."""
    nilai = _satu(nilai)
    if nilai is None:
        raise KinerjaError(f"{sebutan} belum diisi", baris=baris, kolom=kolom)
    if not isinstance(nilai, str):
        raise KinerjaError(f"{sebutan} seharusnya teks, berisi {tulis(nilai)}", baris=baris, kolom=kolom)
    return " ".join(nilai.split())


def pilihan(nilai: Any, sebutan: str, boleh: Sequence[str], **tempat: Any) -> str:
    """One of the given words, compared trimmed and case-insensitively; returns the listed spelling."""
    isi = kata(nilai, sebutan, **tempat)
    for satu in boleh:
        if satu.casefold() == isi.casefold():
            return satu
    raise KinerjaError(f"{sebutan} '{isi}' tidak dikenal; pilih {', '.join(boleh)}", **tempat)


def serial(nilai: Any, sebutan: str, *, baris: Optional[int] = None, kolom: Optional[int] = None) -> float:
    """A date or moment as serial number; serial numbers pass, text is refused."""
    nilai = _satu(nilai)
    if isinstance(nilai, (date, datetime)):
        return ke_serial(nilai)
    if isinstance(nilai, str):
        raise KinerjaError(f"{sebutan} berisi teks '{nilai.strip()}', seharusnya tanggal", baris=baris, kolom=kolom)
    return angka(nilai, sebutan, bawah=1, atas=2958465.999999, baris=baris, kolom=kolom)


def kosong(baris: Sequence[Any]) -> bool:
    """Is every cell of a row blank?"""
    return all(_satu(n) is None for n in baris)


def tulis(nilai: Any) -> str:
    """A number as an Indonesian reader writes it: decimal comma, no trailing zeros."""
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)):
        return str(nilai)
    if isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < 1e15:
        nilai = int(nilai)
    return (f"{nilai:.10g}" if isinstance(nilai, float) else str(nilai)).replace(".", ",")


def _batas(bawah: Optional[float], atas: Optional[float]) -> str:
    if bawah is None:
        return f"batas paling banyak {tulis(atas)}"
    if atas is None:
        return f"batas paling sedikit {tulis(bawah)}"
    return f"{tulis(bawah)}-{tulis(atas)}"
