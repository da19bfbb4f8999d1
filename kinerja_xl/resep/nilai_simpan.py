"""A stored or published value, with the decimals it was printed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat, dekat, lima_belas_digit, sama15

DESIMAL_BAWAAN = 2
DIGIT_PENUH = 10  # so many significant digits are no printing any more but a stored full-precision number
_ANGKA = re.compile(r"-?[0-9]+(?:[.,]([0-9]+))?\Z")


@dataclass(frozen=True)
class Tersimpan:
    """A value as stored. desimal: decimals it was printed in; None = full precision, compared at 15 digits."""

    nilai: float
    desimal: int | None = DESIMAL_BAWAAN

    @property
    def pada(self) -> int:
        """Decimals to show it with."""
        return DESIMAL_BAWAAN if self.desimal is None else self.desimal

    def sama(self, hitungan: float, *, dipotong: bool = False) -> bool:
        """Is a computed value this one, at the precision it was printed in?"""
        if self.desimal is None:
            akhir = potong(hitungan, DESIMAL_BAWAAN) if dipotong else hitungan
            return sama15(akhir, self.nilai) or dekat(akhir, self.nilai)
        akhir = potong(hitungan, self.desimal) if dipotong else bulat(hitungan, self.desimal)
        return sama15(akhir, self.nilai)


def tersimpan(nilai: Any) -> Tersimpan:
    """Text ("91,38") keeps the decimals typed; a number is printed in two decimals, or in as many as it has."""
    if isinstance(nilai, Tersimpan):
        return nilai
    if isinstance(nilai, str):
        cocok = _ANGKA.match(nilai.strip())
        if not cocok:
            raise KinerjaError(f"nilai '{nilai}' bukan angka; tulis misalnya 91,38")
        return Tersimpan(float(nilai.strip().replace(",", ".")), len(cocok.group(1) or ""))
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)) or nilai != nilai or abs(nilai) > 1e15:
        raise KinerjaError(f"nilai {nilai!r} bukan angka")
    angka = lima_belas_digit(nilai).normalize()
    digit, pangkat = angka.as_tuple().digits, angka.as_tuple().exponent
    if isinstance(pangkat, int) and pangkat < -DESIMAL_BAWAAN and len(digit) >= DIGIT_PENUH:
        return Tersimpan(float(nilai), None)
    banyak = -pangkat if isinstance(pangkat, int) else 0
    return Tersimpan(float(nilai), max(DESIMAL_BAWAAN, banyak))


def potong(nilai: float, desimal: int) -> float:
    """Cut after so many decimals, on the decimal value of 15 digits."""
    return float(lima_belas_digit(nilai).quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_DOWN))
