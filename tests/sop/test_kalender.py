"""The working calendar: weeks of the regulations, spans, and the two directions between moments and minutes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.sop.jam_kerja import JamKerja, baca_jadwal, jadwal_aturan, jadwal_bawaan
from kinerja_xl.sop.kalender import JADWAL_BAWAAN, JadwalKhusus, KalenderKerja

SENIN = date(2024, 2, 5)
BIASA = KalenderKerja()
RAMADAN = KalenderKerja(jadwal_bawaan("ramadan"))
SAMARINDA = KalenderKerja([["07.30", "16.00", None, None]] * 4 + [["07.30", "11.00", None, None]] + [[None] * 4] * 2)
ENAM_HARI = KalenderKerja([["08:00", "14:15", None, None]] * 6 + [[None] * 4])
PENUH = KalenderKerja([[0, 1, None, None]] * 7)
LIBUR = KalenderKerja(
    libur=[date(2024, 2, 8), date(2024, 2, 9), date(2024, 2, 14)],
    khusus=[JadwalKhusus(date(2024, 3, 12), date(2024, 4, 9), jadwal_bawaan("ramadan"))],
)
SEMUA = {
    "biasa": BIASA, "ramadan": RAMADAN, "samarinda": SAMARINDA, "enam hari": ENAM_HARI, "penuh": PENUH, "libur": LIBUR,
}  # fmt: skip
SAAT = st.datetimes(datetime(2024, 1, 1), datetime(2025, 12, 31)).map(lambda s: s.replace(microsecond=0))
MENIT = st.integers(0, 20_000) | st.integers(0, 200_000).map(lambda n: n / 10)


def seminggu(kalender: KalenderKerja) -> list[float]:
    return [kalender.menit(SENIN + timedelta(ke)) for ke in range(7)]


def test_an_ordinary_week_has_five_days_of_450_minutes() -> None:
    assert seminggu(BIASA) == [450] * 5 + [0, 0]


def test_a_week_of_ramadan_has_five_days_of_390_minutes() -> None:
    assert seminggu(RAMADAN) == [390] * 5 + [0, 0]


def test_samarinda_counts_2250_gross_minutes_in_unequal_days() -> None:
    assert seminggu(SAMARINDA) == [510, 510, 510, 510, 210, 0, 0]


def test_a_week_of_six_days_has_the_same_hours() -> None:
    assert seminggu(ENAM_HARI) == [375] * 6 + [0]


def test_every_version_of_the_rules_has_a_week_that_adds_up() -> None:
    for masa in keluarga("sop").masa:
        for nama, parameter in (("jadwal", "menit_per_minggu"), ("ramadan", "menit_per_minggu_ramadan")):
            assert sum(j.menit for j in jadwal_aturan(masa, nama) if j) == masa.angka(parameter)


def test_the_default_schedule_as_time_cells_is_read_back_as_itself() -> None:
    assert JADWAL_BAWAAN[0] == (7.5 / 24, 16 / 24, 12 / 24, 13 / 24)
    assert JADWAL_BAWAAN[5] == (None, None, None, None)
    assert baca_jadwal([list(baris) for baris in JADWAL_BAWAAN]) == jadwal_bawaan()


def test_times_may_be_text_time_or_a_fraction_of_a_day() -> None:
    harus = JamKerja(450, 960)
    for masuk, pulang in (("07.30", "16:00"), (time(7, 30), time(16)), (7.5 / 24, 16 / 24), ("7.30", "16.00")):
        assert baca_jadwal([[masuk, pulang, None, None]] * 7)[0] == harus


@pytest.mark.parametrize(
    "baris",
    [["16.00", "07.30", None, None], ["07.30", None, None, None], [None, None, "12.00", "13.00"],
     ["07.30", "16.00", "12.00", None], ["07.30", "16.00", "13.00", "12.00"], ["07.30", "16.00", "15.30", "16.30"],
     [7.5, 16, None, None], ["07.60", "16.00", None, None], ["pagi", "16.00", None, None], [True, 0.7, None, None],
     ["07.30", "24.01", None, None], ["07.30", "07.30", None, None]],
)  # fmt: skip
def test_a_wrong_day_of_a_schedule_is_refused_by_its_name(baris: list[object]) -> None:
    with pytest.raises(KinerjaError, match="jadwal Kamis") as salah:
        baca_jadwal([["07.30", "16.00", "12.00", "13.00"]] * 3 + [baris] + [[None] * 4] * 3)
    assert salah.value.baris == 4


def test_a_schedule_without_any_working_day_is_refused() -> None:
    with pytest.raises(KinerjaError, match="hari kerja"):
        KalenderKerja([[None] * 4] * 7)


def test_a_holiday_wins_over_the_schedule_of_ramadan() -> None:
    kalender = KalenderKerja(
        libur=[date(2024, 4, 5)], khusus=[JadwalKhusus(date(2024, 3, 12), date(2024, 4, 9), jadwal_bawaan("ramadan"))]
    )
    hari = [date(2024, 3, 11), date(2024, 3, 12), date(2024, 4, 5), date(2024, 4, 9), date(2024, 4, 10)]
    assert [kalender.menit(h) for h in hari] == [450, 390, 0, 390, 450]


def test_a_special_schedule_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(KinerjaError, match="jadwal khusus"):
        KalenderKerja(khusus=[JadwalKhusus(date(2024, 4, 9), date(2024, 3, 12), jadwal_bawaan("ramadan"))])


@pytest.mark.parametrize("nama", SEMUA)
@settings(max_examples=60, deadline=None)
@given(mulai=SAAT, menit=MENIT)
def test_moments_and_minutes_are_each_other_s_inverse(nama: str, mulai: datetime, menit: float) -> None:
    kalender = SEMUA[nama]
    selesai = kalender.setelah(mulai, menit)
    posisi = kalender.posisi(mulai) + menit
    assert kalender.posisi(selesai) == pytest.approx(posisi, abs=1e-4)
    lanjut = kalender.saat(round(posisi, 4), lanjut=True)
    assert kalender.posisi(lanjut) == pytest.approx(posisi, abs=1e-4)
    # Between stopping and going on no work is done.
    assert kalender.durasi(min(selesai, lanjut), lanjut) == 0
    # Planned backward from its end, the work begins where its start allows, never before.
    assert kalender.durasi(kalender.sebelum(selesai, menit), selesai) == pytest.approx(menit, abs=1e-4)


@pytest.mark.parametrize("nama", SEMUA)
@settings(max_examples=40, deadline=None)
@given(saat=st.lists(SAAT, min_size=3, max_size=3).map(sorted))
def test_durations_add_up_and_match_a_count_minute_by_minute(nama: str, saat: list[datetime]) -> None:
    kalender = SEMUA[nama]
    a, b, c = saat
    assert kalender.durasi(a, c) == pytest.approx(kalender.durasi(a, b) + kalender.durasi(b, c), abs=1e-3)
    awal, akhir = datetime(a.year, a.month, a.day, a.hour), datetime(a.year, a.month, a.day, a.hour) + timedelta(days=4)
    assert kalender.durasi(awal, akhir) == _hitung_satu_satu(kalender, awal, akhir)


def _hitung_satu_satu(kalender: KalenderKerja, awal: datetime, akhir: datetime) -> int:
    jumlah = 0
    while awal < akhir:
        jam, menit = kalender.jam(awal.date()), awal.hour * 60 + awal.minute
        if jam and jam.masuk <= menit < jam.pulang and not jam.istirahat[0] <= menit < jam.istirahat[1]:
            jumlah += 1
        awal += timedelta(minutes=1)
    return jumlah


@settings(max_examples=200, deadline=None)
@given(SAAT)
def test_a_serial_number_and_a_datetime_are_the_same_moment(saat: datetime) -> None:
    assert BIASA.posisi(saat) == BIASA.posisi(ke_serial(saat))


def test_work_that_ends_at_the_end_of_a_day_goes_on_the_next_working_morning() -> None:
    jumat_sore = datetime(2024, 2, 9, 16, 30)
    posisi = BIASA.posisi(jumat_sore)
    assert BIASA.saat(posisi) == jumat_sore
    assert BIASA.saat(posisi, lanjut=True) == datetime(2024, 2, 12, 7, 30)


def test_work_that_ends_at_a_break_goes_on_after_it() -> None:
    posisi = BIASA.posisi(datetime(2024, 2, 5, 12, 20))
    assert BIASA.saat(posisi) == datetime(2024, 2, 5, 12, 0)
    assert BIASA.saat(posisi, lanjut=True) == datetime(2024, 2, 5, 13, 0)


def test_one_day_of_work_from_any_morning_ends_the_same_afternoon() -> None:
    assert BIASA.setelah(datetime(2024, 2, 9, 7, 30), 450) == datetime(2024, 2, 9, 16, 30)
    assert BIASA.sebelum(datetime(2024, 2, 12, 7, 30), 450) == datetime(2024, 2, 9, 7, 30)


def test_no_work_takes_no_time_even_outside_working_hours() -> None:
    minggu = datetime(2024, 2, 11, 9)
    assert BIASA.setelah(minggu, 0) == minggu == BIASA.sebelum(minggu, 0)
    with pytest.raises(KinerjaError, match="menit"):
        BIASA.setelah(minggu, -1)


def test_a_moment_far_outside_the_calendar_is_refused() -> None:
    with pytest.raises(KinerjaError, match="di luar kalender"):
        BIASA.sebelum(datetime(1950, 1, 2, 8), 1e9)
    with pytest.raises(KinerjaError, match="di luar kalender"):
        BIASA.setelah(datetime(2024, 1, 2, 8), 1e12)
