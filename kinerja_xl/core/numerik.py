"""Excel arithmetic that Python does differently: ROUND, 15-digit equality, tolerant comparison."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import Union

Angka = Union[int, float]
_DIGIT_EXCEL = 15
_KONTEKS = Context(prec=400)


def lima_belas_digit(nilai: Angka) -> Decimal:
    """The value as Excel shows and compares it: 15 significant decimal digits."""
    return Decimal(f"{float(nilai):.{_DIGIT_EXCEL - 1}e}")


def bulat(nilai: Angka, digit: int = 0) -> float:
    """ROUND of Excel: half away from zero, on the decimal value of 15 digits.

    nilai: any finite number; digit: decimals kept (negative rounds left of the point).
    Python's round(2.675, 2) is 2.67 because the binary number lies below; Excel gives 2.68.
    """
    if not isfinite(nilai):
        raise ValueError("bulat: the value is not finite")
    langkah = Decimal(1).scaleb(-digit)
    return float(lima_belas_digit(nilai).quantize(langkah, rounding=ROUND_HALF_UP, context=_KONTEKS))


def sama15(kiri: Angka, kanan: Angka) -> bool:
    """Excel's `=`: equal when the first 15 significant digits are equal."""
    return lima_belas_digit(kiri) == lima_belas_digit(kanan)


def dekat(kiri: Angka, kanan: Angka, rel: float = 1e-9) -> bool:
    """Equal within a relative tolerance (absolute near zero): two engines summing in another order."""
    return abs(kiri - kanan) <= rel * max(1.0, abs(kiri), abs(kanan))
