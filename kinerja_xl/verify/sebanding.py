"""When are two values the same? Numbers to 15 digits or up to the noise of two engines, texts exactly."""

from __future__ import annotations

from kinerja_xl.core.numerik import sama15
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.spec.manifest import Nilai

GALAT = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})


def galat(nilai: Nilai) -> bool:
    """Is the value an error of the spreadsheet?"""
    return isinstance(nilai, str) and nilai in GALAT


def sama_nilai(kiri: Nilai, kanan: Nilai) -> bool:
    """Same result? A blank equals an empty text."""
    if kiri is None or kanan is None:
        return kiri in (None, "") and kanan in (None, "")
    if isinstance(kiri, bool) or isinstance(kanan, bool):
        return kiri is kanan
    if isinstance(kiri, str) or isinstance(kanan, str):
        return kiri == kanan
    return abs(kiri - kanan) <= _derau(kiri, kanan) or sama15(kiri, kanan)


def _derau(kiri: float, kanan: float) -> float:
    """How far two engines may differ: a billionth, but never a tenth of a cent more than double precision makes.

    A billionth of ten thousand million rupiah is ten rupiah: that much nobody may add.
    """
    besar = max(1.0, abs(kiri), abs(kanan))
    return max(min(1e-9 * besar, 1e-3), 1e-14 * besar)


def tampil(nilai: Nilai, tipe: str) -> Nilai:
    """A value as a person knows it: dates and times as text, everything else unchanged."""
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)) or tipe not in ("tanggal", "saat", "jam"):
        return nilai
    if 0 <= nilai < 1 and tipe != "tanggal":
        jam, menit = divmod(round(nilai * 1440), 60)
        return f"{jam:02d}.{menit:02d}"
    try:
        saat = dari_serial(float(nilai))
    except (ValueError, OverflowError):
        return nilai
    hari = f"{saat.day}/{saat.month}/{saat.year}"
    return hari if tipe == "tanggal" and nilai == int(nilai) else f"{hari} {saat:%H.%M}"


def rupiah(nilai: float) -> str:
    """1234567.5 -> 1.234.567,50; whole amounts without decimals."""
    utuh, pecahan = f"{abs(nilai):.2f}".split(".")
    kelompok = f"{int(utuh):,}".replace(",", ".")
    return f"{'-' if nilai < 0 else ''}{kelompok}{'' if pecahan == '00' else ',' + pecahan}"
