"""Excel's arithmetic: ROUND half away from zero on the decimal value, equality of 15 digits, dates with their quirk."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat, dekat, sama15
from kinerja_xl.core.serial import dari_serial, ke_serial


@pytest.mark.parametrize(
    ("nilai", "digit", "hasil"),
    [
        (2.675, 2, 2.68), (1.005, 2, 1.01), (-2.5, 0, -3), (0.5, 0, 1), (1234.5, -2, 1200), (1250, -2, 1300),
        (64.995, 2, 65.0), (76.605, 2, 76.61), (88.305, 2, 88.31), (88.304, 2, 88.3), (-0.004, 2, 0),
    ],
)  # fmt: skip
def test_rounding_is_half_away_from_zero_on_the_decimal_value(nilai: float, digit: int, hasil: float) -> None:
    assert bulat(nilai, digit) == hasil


@given(st.integers(-(10**9), 10**9), st.integers(0, 4))
def test_rounding_a_short_decimal_is_exact(ribuan: int, digit: int) -> None:
    tepat = Decimal(ribuan).scaleb(-5)
    harus = tepat.quantize(Decimal(1).scaleb(-digit), rounding=ROUND_HALF_UP)
    assert bulat(float(tepat), digit) == float(harus)


@given(st.floats(-1e12, 1e12), st.integers(-3, 6))
def test_rounding_twice_changes_nothing(nilai: float, digit: int) -> None:
    assert bulat(bulat(nilai, digit), digit) == bulat(nilai, digit)


@pytest.mark.parametrize("nilai", [float("nan"), float("inf"), float("-inf")])
def test_rounding_refuses_what_is_not_finite(nilai: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        bulat(nilai)


def test_equality_looks_at_fifteen_digits() -> None:
    assert sama15(0.1 + 0.2, 0.3)
    assert not sama15(0.3, 0.300000000000001)
    assert dekat(1e6, 1e6 + 1e-4)
    assert not dekat(1.0, 1.00001)


@pytest.mark.parametrize(
    ("hari", "nomor"),
    [
        (date(1900, 1, 1), 1), (date(1900, 2, 28), 59), (date(1900, 3, 1), 61), (date(1970, 1, 1), 25569),
        (date(2024, 12, 31), 45657), (date(2099, 12, 31), 73050), (date(9999, 12, 31), 2958465),
    ],
)  # fmt: skip
def test_serial_numbers_are_those_of_the_1900_system(hari: date, nomor: int) -> None:
    assert ke_serial(hari) == nomor
    assert dari_serial(nomor).date() == hari


def test_the_day_that_never_was_and_days_outside_are_refused() -> None:
    for nomor in (60, 0, -1, 2958466):
        with pytest.raises(KinerjaError):
            dari_serial(nomor)
    with pytest.raises(KinerjaError):
        ke_serial(date(1899, 12, 31))


@given(st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31, 23, 59, 59)))
def test_a_moment_survives_the_way_to_a_serial_number_and_back(saat: datetime) -> None:
    utuh = saat.replace(microsecond=0)
    assert dari_serial(ke_serial(utuh)) == utuh
