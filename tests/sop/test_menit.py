"""Written times of the SOPs: the twelve totals of the document, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import call
from kinerja_xl.sop.model import muat_sop

# 450 minutes a day: 37.5 hours in five days; 480 is a plain eight-hour day. SPP/IKM in series.
JUMLAH = {
    "perjanjian-kinerja": (170, 170),
    "laporan-tahunan": (1420, 1510),
    "laporan-bulanan": (530, 560),
    "rka": (2405, 2555),
    "iku": (1465, 1555),
    "monev": (3305, 3515),
    "lkj": (1550, 1640),
    "laporan-semesteran": (1420, 1510),
    "renja": (1550, 1640),
    "renstra": (2950, 3130),
    "ikm": (14105, 15035),
    "sakip": (1870, 1960),
}


@pytest.mark.parametrize("kode", JUMLAH)
def test_the_times_of_an_sop_add_up_to_the_minutes_of_the_document(kode: str) -> None:
    waktu = [[langkah.waktu] for langkah in muat_sop(kode).langkah]
    assert (call("SOP_TOTAL", waktu), call("SOP_TOTAL", waktu, 480)) == JUMLAH[kode]


@pytest.mark.parametrize("kode", JUMLAH)
def test_every_time_of_the_document_is_read_as_its_minutes(kode: str) -> None:
    for langkah in muat_sop(kode).langkah:
        assert call("SOP_MENIT", langkah.waktu) == langkah.menit


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_units_add_up(minggu: int, hari: int, jam: int, menit: int) -> None:
    tertulis = f"{minggu} minggu {hari} hari {jam} jam {menit} menit"
    assert call("SOP_MENIT", tertulis, 390) == minggu * 1950 + hari * 390 + jam * 60 + menit


@given(st.integers(1, 9999), st.sampled_from(["menit", "jam", "hari", "minggu"]))
def test_spaces_and_capitals_do_not_matter(banyak: int, satuan: str) -> None:
    rapi = call("SOP_MENIT", f"{banyak} {satuan}")
    assert rapi == call("SOP_MENIT", f"{banyak}{satuan}") == call("SOP_MENIT", f"  {banyak}   {satuan.upper()} ")


def test_a_third_of_a_day_is_exact() -> None:
    assert call("SOP_MENIT", "1/3 hari") == 150
    assert call("SOP_MENIT", "2,5 menit") == 2.5


@pytest.mark.parametrize(
    "waktu",
    ["menit", "10", "10 menitan", "10 m", "-5 menit", "1 jam 30", "1/0 hari", "±10 menit", "1 bulan", "10 menit dan",
     "1.500 menit", "1..5 jam", "²0 menit", "9" * 30 + " menit", "10 menit / 1 jam", "1-2 hari"],
)  # fmt: skip
def test_a_time_that_is_not_wholly_understood_is_refused(waktu: str) -> None:
    with pytest.raises(KinerjaError):
        call("SOP_MENIT", waktu)


@pytest.mark.parametrize("sehari", [0, -1, 1441, "450", True])
def test_minutes_of_a_day_must_be_a_number_within_a_day(sehari: object) -> None:
    with pytest.raises(KinerjaError, match="menit_per_hari"):
        call("SOP_MENIT", "1 hari", sehari)


def test_minutes_of_a_day_are_the_weekly_hours_in_five_days_in_every_version() -> None:
    for masa in keluarga("sop").masa:
        assert masa.angka("menit_per_hari") == 450 == masa.angka("menit_per_minggu") / masa.angka("hari_per_minggu")
        assert masa.angka("menit_per_hari_ramadan") == 390 == masa.angka("menit_per_minggu_ramadan") / 5
