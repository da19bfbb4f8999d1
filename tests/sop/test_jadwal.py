"""Plans of SOPs: forward, backward, parallel steps, and the expected time of returned work."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.sop.jadwal import rencanakan, tambahan_perbaikan, tata_menit
from kinerja_xl.sop.kalender import KalenderKerja
from kinerja_xl.sop.model import Langkah, kode_sop, muat_sop

BIASA = KalenderKerja()
LIBUR = KalenderKerja(libur=[date(2024, 2, 8), date(2024, 2, 9)])
SENIN_PAGI = datetime(2024, 2, 5, 8)


def langkah(no: int, menit: int, kembali_ke: int | None = None, paralel_dengan: int | None = None) -> Langkah:
    return Langkah(
        no, f"Langkah {no}", f"{menit} menit", menit,
        keputusan=kembali_ke is not None, kembali_ke=kembali_ke, paralel_dengan=paralel_dengan,
    )  # fmt: skip


def test_the_performance_agreement_is_done_within_its_first_morning() -> None:
    rencana = rencanakan(muat_sop("perjanjian-kinerja").langkah, BIASA, mulai=SENIN_PAGI)
    # 10, 10, 60, 15, 20, 10, 5, 5, 10, 5, 5, 15 minutes from 08.00.
    selesai = [s.selesai.strftime("%H.%M") for s in rencana.langkah]
    assert selesai == [
        "08.10",
        "08.20",
        "09.20",
        "09.35",
        "09.55",
        "10.05",
        "10.10",
        "10.15",
        "10.25",
        "10.30",
        "10.35",
        "10.50",
    ]
    assert (rencana.mulai, rencana.selesai) == (SENIN_PAGI, datetime(2024, 2, 5, 10, 50))
    assert rencana.menit == rencana.menit_seri == rencana.menit_harapan == 170


def test_the_two_fortnights_of_the_survey_run_at_the_same_time() -> None:
    rencana = rencanakan(muat_sop("ikm").langkah, BIASA, mulai=SENIN_PAGI)
    assert (rencana.menit_seri, rencana.menit) == (14105, 7805)
    empat, lima, enam = rencana.langkah[3:6]
    assert (empat.mulai, empat.selesai) == (lima.mulai, lima.selesai)
    assert enam.mulai == empat.selesai


def test_a_step_of_one_day_goes_over_the_night_and_the_weekend() -> None:
    rencana = rencanakan([langkah(1, 450), langkah(2, 10)], BIASA, mulai=datetime(2024, 2, 9, 14))
    # Friday 14.00-16.30 is 150 minutes; 300 more on Monday: 07.30-12.00 and 13.00-13.30.
    assert rencana.langkah[0].selesai == datetime(2024, 2, 12, 13, 30)
    assert rencana.langkah[1].selesai == datetime(2024, 2, 12, 13, 40)


def test_a_step_begins_when_work_goes_on_and_ends_when_it_stops() -> None:
    rencana = rencanakan([langkah(1, 270), langkah(2, 180), langkah(3, 15)], LIBUR, mulai=datetime(2024, 2, 7, 6))
    saat = [(s.mulai, s.selesai) for s in rencana.langkah]
    assert saat == [
        (datetime(2024, 2, 7, 7, 30), datetime(2024, 2, 7, 12, 0)),
        (datetime(2024, 2, 7, 13, 0), datetime(2024, 2, 7, 16, 0)),
        (datetime(2024, 2, 12, 7, 30), datetime(2024, 2, 12, 7, 45)),
    ]


def test_a_plan_backward_ends_by_the_deadline() -> None:
    rencana = rencanakan(muat_sop("rka").langkah, BIASA, selesai=datetime(2024, 2, 16, 16, 30))
    # 2405 minutes back from Friday evening: a week of 2250, then 155 minutes before Friday 09-02 16.30.
    assert rencana.selesai == datetime(2024, 2, 16, 16, 30)
    assert rencana.mulai == datetime(2024, 2, 9, 13, 55)


def test_a_deadline_on_a_day_off_means_the_end_of_the_last_working_day() -> None:
    rencana = rencanakan([langkah(1, 60)], BIASA, selesai=datetime(2024, 2, 11, 12))
    assert (rencana.mulai, rencana.selesai) == (datetime(2024, 2, 9, 15, 30), datetime(2024, 2, 9, 16, 30))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 2000), min_size=1, max_size=8),
    st.datetimes(datetime(2024, 1, 1), datetime(2025, 12, 31)).map(lambda s: s.replace(second=0, microsecond=0)),
    st.integers(0, 99),
)
def test_a_plan_backward_from_the_end_of_a_plan_forward_is_the_same_plan(
    menit: list[int], mulai: datetime, benih: int
) -> None:
    acak = Random(benih)
    semua = [
        langkah(no, satu, paralel_dengan=acak.randrange(1, no) if no > 1 and acak.random() < 0.3 else None)
        for no, satu in enumerate(menit, 1)
    ]
    maju = rencanakan(semua, LIBUR, mulai=mulai)
    mundur = rencanakan(semua, LIBUR, selesai=maju.selesai)
    assert mundur == maju
    for satu in maju.langkah:
        assert LIBUR.durasi(satu.mulai, satu.selesai) == satu.menit
    assert LIBUR.durasi(maju.mulai, maju.selesai) == maju.menit <= maju.menit_seri


def test_the_step_after_parallel_steps_waits_for_the_longest() -> None:
    letak = tata_menit([langkah(1, 10), langkah(2, 30), langkah(3, 50, paralel_dengan=2), langkah(4, 5)])
    assert letak == [(0, 10), (10, 40), (10, 60), (60, 65)]


@pytest.mark.parametrize("kode", kode_sop())
def test_the_plan_of_every_sop_takes_its_minutes(kode: str) -> None:
    sop = muat_sop(kode)
    rencana = rencanakan(sop.langkah, BIASA, mulai=SENIN_PAGI)
    assert (rencana.menit_seri, rencana.menit) == (sop.menit_seri, sop.menit)
    assert [satu.no for satu in rencana.langkah] == [satu.no for satu in sop.langkah]


def test_without_returns_nothing_is_added() -> None:
    assert tambahan_perbaikan(muat_sop("renstra").langkah, 0) == 0


def test_a_returned_decision_repeats_the_steps_back_to_its_target() -> None:
    semua = [langkah(1, 10), langkah(2, 20), langkah(3, 30, kembali_ke=2), langkah(4, 5)]
    # Half of the time returned: one extra round of 20 + 30 minutes on average; one in five: a quarter of it.
    assert tambahan_perbaikan(semua, 0.5) == pytest.approx(50)
    assert tambahan_perbaikan(semua, 0.2) == pytest.approx(12.5)
    assert rencanakan(semua, BIASA, mulai=SENIN_PAGI, peluang_kembali=0.5).menit_harapan == pytest.approx(115)


def test_the_expected_time_of_a_decision_inside_another_s_round_agrees_with_chance() -> None:
    semua = [langkah(1, 10), langkah(2, 20, kembali_ke=1), langkah(3, 5, kembali_ke=2), langkah(4, 1)]
    # At 1/2: step 2 takes 20 + 30 = 50; step 3 returns one round of step 2 (50) and itself (5): 5 + 55 = 60.
    assert tambahan_perbaikan(semua, 0.5) == pytest.approx(10 + 50 + 60 + 1 - 36)
    acak = Random(2024)
    kali, jumlah = 20_000, 0
    for _ in range(kali):
        no = 1
        while no <= len(semua):
            satu = semua[no - 1]
            jumlah += satu.menit
            no = satu.kembali_ke if satu.kembali_ke and acak.random() < 0.5 else no + 1
    assert jumlah / kali == pytest.approx(121, rel=0.03)


@pytest.mark.parametrize("peluang", [-0.1, 1, 1.5, "0,5", True])
def test_a_chance_of_return_outside_zero_to_one_is_refused(peluang: object) -> None:
    with pytest.raises(KinerjaError):
        tambahan_perbaikan([langkah(1, 10)], peluang)  # type: ignore[arg-type]


def test_a_plan_needs_a_start_or_a_deadline_and_not_both() -> None:
    for saat in ({}, {"mulai": SENIN_PAGI, "selesai": SENIN_PAGI}):
        with pytest.raises(KinerjaError, match="salah satu"):
            rencanakan([langkah(1, 10)], BIASA, **saat)
    with pytest.raises(KinerjaError, match="belum punya langkah"):
        rencanakan([], BIASA, mulai=SENIN_PAGI)


def test_a_step_parallel_to_a_later_one_is_refused() -> None:
    with pytest.raises(KinerjaError, match="langkah 1"):
        tata_menit([langkah(1, 10, paralel_dengan=2), langkah(2, 10)])
