"""Lengths of steps: dates and working minutes, totals, the expected time of returned work, plans over calendar days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.sop.jadwal import rencanakan
from kinerja_xl.sop.kalender import KalenderKerja
from kinerja_xl.sop.lama import (
    Lama,
    baca_lama,
    harapan_langkah,
    jumlah_tertulis,
    waktu_harapan,
    waktu_paralel,
    waktu_seri,
)
from kinerja_xl.sop.model import Langkah, baca_sop, kode_sop, muat_sop

BIASA = KalenderKerja()
LIBUR = KalenderKerja(libur=[date(2025, 3, 31) + timedelta(n) for n in range(8)])


def langkah(
    no: int, menit: float, kembali_ke: int | None = None, paralel: int | None = None, waktu: str = ""
) -> Langkah:
    return Langkah(
        no, f"Langkah {no}", waktu or f"{menit} menit", menit,
        keputusan=kembali_ke is not None, kembali_ke=kembali_ke, paralel_dengan=paralel,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("waktu", "kalender", "harus"),
    [
        ("14 hari", False, Lama(6300)),
        ("14 hari", True, Lama(0, 14)),
        ("14 hari kalender", False, Lama(0, 14)),
        ("2 minggu", False, Lama(4500)),
        ("2 minggu", True, Lama(0, 14)),
        ("2 minggu kalender", False, Lama(0, 14)),
        ("14 hari kerja", True, Lama(6300)),
        ("1 hari 2 jam", True, Lama(120, 1)),
        ("30 menit", True, Lama(30)),
    ],
)
def test_days_are_working_days_unless_asked_for_as_dates(waktu: str, kalender: bool, harus: Lama) -> None:
    assert baca_lama(waktu, 450, kalender) == harus


def test_working_and_calendar_days_in_one_time_are_refused() -> None:
    with pytest.raises(KinerjaError, match="pilih salah satu"):
        baca_lama("2 hari kerja 3 hari kalender")


def test_without_a_calendar_fourteen_dates_are_ten_working_days() -> None:
    assert Lama(0, 14).rata_menit(450) == 4500
    assert Lama(30, 7).rata_menit(450) == 5 * 450 + 30


@pytest.mark.parametrize("kode", kode_sop())
def test_totals_follow_from_the_steps(kode: str) -> None:
    sop = muat_sop(kode)
    hari, menit, kalender = jumlah_tertulis(sop)
    assert (waktu_seri(sop.langkah), waktu_paralel(sop.langkah)) == (sop.menit_seri, sop.menit)
    assert (hari * 450 + menit, kalender) == (sop.menit_seri, 0)


def _markov(semua: list[Langkah], p: Fraction) -> Fraction:
    """Expected minutes by solving the chain: e_i = m_i + p e_k + (1 - p) e_(i+1), exactly, by elimination."""
    n = len(semua)
    baris = []
    for i, satu in enumerate(semua):
        isi = [Fraction(0)] * (n + 2)
        isi[i] += 1
        maju = Fraction(1)
        if satu.kembali_ke is not None:
            isi[satu.kembali_ke - 1] -= p
            maju = 1 - p
        isi[i + 1] -= maju
        baris.append([*isi[:n], Fraction(satu.menit)])
    for i in range(n):
        poros = next(r for r in range(i, n) if baris[r][i])
        baris[i], baris[poros] = baris[poros], baris[i]
        baris[i] = [x / baris[i][i] for x in baris[i]]
        for r in range(n):
            if r != i and baris[r][i]:
                baris[r] = [x - baris[r][i] * y for x, y in zip(baris[r], baris[i], strict=True)]
    return baris[0][n]


RANTAI = st.lists(st.tuples(st.integers(1, 500), st.none() | st.integers(0, 10)), min_size=1, max_size=8).map(
    lambda isi: [
        langkah(no, menit, kembali_ke=1 + mundur % (no - 1) if mundur is not None and no > 1 else None)
        for no, (menit, mundur) in enumerate(isi, 1)
    ]
)


@settings(max_examples=150, deadline=None)
@given(RANTAI, st.fractions(0, Fraction(9, 10), max_denominator=20))
def test_expected_time_solves_the_chain_of_returns_also_nested_and_overlapping(
    semua: list[Langkah], p: Fraction
) -> None:
    assert waktu_harapan(semua, float(p)) == pytest.approx(float(_markov(semua, p)), rel=1e-9)


@settings(max_examples=100, deadline=None)
@given(RANTAI, st.floats(0, 0.9), st.floats(0, 0.9))
def test_expected_time_grows_with_the_chance_of_return_from_the_smooth_path(
    semua: list[Langkah], a: float, b: float
) -> None:
    kecil, besar = sorted((a, b))
    assert waktu_harapan(semua, 0) == waktu_paralel(semua)
    assert waktu_paralel(semua) <= waktu_harapan(semua, kecil) <= waktu_harapan(semua, besar) * (1 + 1e-12)


def test_the_lkj_at_one_return_in_ten_takes_59_minutes_more() -> None:
    # step 6: (10 + 0,1 x 450) / 0,9 = 61,11; step 7: (10 + 0,1 x 61,11) / 0,9 = 17,90; the smooth path has 20 of it.
    sop = muat_sop("lkj")
    assert waktu_harapan(sop.langkah, 0.1) == pytest.approx(1550 + 55 / 0.9 + (10 + 5.5 / 0.9) / 0.9 - 20)
    assert harapan_langkah(sop.langkah, {6: 0.1})[7] == 10


def test_a_round_over_parallel_steps_takes_their_longest_path() -> None:
    semua = [langkah(1, 10), langkah(2, 30, paralel=1), langkah(3, 5, kembali_ke=1)]
    # 30 together, then step 3: (5 + 0,5 x 30) / 0,5 = 40.
    assert waktu_harapan(semua, 0.5) == 70


def test_a_probability_for_a_step_without_decision_is_refused_with_the_decisions() -> None:
    with pytest.raises(KinerjaError, match=r"langkah 5: bukan langkah keputusan. Langkah keputusan: 6, 7"):
        waktu_harapan(muat_sop("rka").langkah, {5: 0.1})


def test_fourteen_calendar_days_end_at_the_same_clock_moment() -> None:
    rencana = rencanakan([langkah(1, 4500, waktu="14 hari kalender")], LIBUR, mulai=datetime(2025, 3, 3, 9))
    assert (rencana.mulai, rencana.selesai) == (datetime(2025, 3, 3, 9), datetime(2025, 3, 17, 9))
    assert rencana.menit == BIASA.durasi(rencana.mulai, rencana.selesai) == 4500


def test_calendar_days_that_end_outside_working_hours_end_when_work_goes_on() -> None:
    semua = [langkah(1, 0, waktu="1 hari kalender"), langkah(2, 30)]
    jumat = rencanakan(semua, BIASA, mulai=datetime(2025, 3, 7, 10))
    assert [(s.mulai, s.selesai) for s in jumat.langkah] == [
        (datetime(2025, 3, 7, 10), datetime(2025, 3, 10, 7, 30)),
        (datetime(2025, 3, 10, 7, 30), datetime(2025, 3, 10, 8)),
    ]
    siang = rencanakan(semua, BIASA, mulai=datetime(2025, 3, 6, 11, 45))  # Friday's break begins at 11.30
    assert siang.langkah[0].selesai == datetime(2025, 3, 7, 13)


def test_calendar_days_take_no_longer_over_holidays_but_working_days_do() -> None:
    awal = datetime(2025, 3, 28, 8)  # eight days off from Monday 31 March to Monday 7 April
    lepas = rencanakan([langkah(1, 4500, waktu="10 hari")], LIBUR, mulai=awal)
    tanggal = rencanakan([langkah(1, 4500, waktu="10 hari")], LIBUR, mulai=awal, hari_kalender=True)
    assert tanggal.selesai == datetime(2025, 4, 8, 7, 30)  # Monday 7 April is off
    assert lepas.selesai == datetime(2025, 4, 21, 8)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 900), st.booleans()), min_size=1, max_size=5),
    st.datetimes(datetime(2025, 3, 1), datetime(2025, 4, 30)).map(lambda s: s.replace(second=0, microsecond=0)),
)
def test_a_plan_backward_over_calendar_days_is_the_latest_that_meets_the_deadline(
    isi: list[tuple[int, bool]], tenggat: datetime
) -> None:
    semua = [
        langkah(no, menit, waktu=f"{1 + menit % 9} hari kalender" if tanggal else "")
        for no, (menit, tanggal) in enumerate(isi, 1)
    ]
    mundur = rencanakan(semua, LIBUR, selesai=tenggat)
    batas = LIBUR.posisi(tenggat)
    assert LIBUR.posisi(mundur.selesai) <= batas
    maju = rencanakan(semua, LIBUR, mulai=mundur.mulai)
    assert maju == mundur
    lebih = LIBUR.saat(LIBUR.posisi(mundur.mulai) + 1)
    assert LIBUR.posisi(rencanakan(semua, LIBUR, mulai=lebih).selesai) > batas


def test_an_office_s_own_file_may_leave_out_what_follows_from_the_rest(tmp_path: Path) -> None:
    berkas = tmp_path / "izin.toml"
    berkas.write_text(
        '[sop]\njudul = "SOP Izin"\nperan = ["Staf", "Camat"]\n'
        '[[langkah]]\nkegiatan = "Menerima berkas"\nwaktu = "15 menit"\npelaksana = ["Staf"]\n'
        '[[langkah]]\nkegiatan = "Menunggu sanggahan"\nwaktu = "14 hari kalender"\n'
        '[[langkah]]\nkegiatan = "Menandatangani izin"\nwaktu = "1,5 jam"\npelaksana = ["Camat"]\nparalel_dengan = 2\n',
        encoding="utf-8",
    )
    sop = muat_sop(berkas)
    assert [x.no for x in sop.langkah] == [1, 2, 3]
    assert [x.menit for x in sop.langkah] == [15, 4500, 90]
    assert (sop.kode, sop.menit_per_hari, sop.menit_seri, sop.menit) == ("izin", 450, 4605, 4515)


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ('waktu = "segera"', "tidak terbaca"),
        ('waktu = "1 jam"\npelaksana = "Staf"', r'misalnya \["Staf"\]'),
        ('waktu = "1 jam"\npelaksana = ["Staff"]', "Maksud Anda 'Staf'"),
        ('waktu = "1 jam"\nmenit = 70', "bernilai 60 menit, tertulis 70"),
    ],
)
def test_a_faulty_own_file_is_refused_with_its_step(tmp_path: Path, baris: str, pesan: str) -> None:
    berkas = tmp_path / "izin.toml"
    isi = f'[sop]\njudul = "SOP Izin"\nperan = ["Staf"]\n[[langkah]]\nkegiatan = "Menerima"\n{baris}\n'
    berkas.write_text(isi, encoding="utf-8")
    with pytest.raises(KinerjaError, match=pesan):
        muat_sop(berkas)


def test_reading_for_the_lint_judges_nothing_but_the_shape(tmp_path: Path) -> None:
    berkas = tmp_path / "izin.toml"
    isi = '[sop]\njudul = "SOP Izin"\nperan = ["Staf"]\n[[langkah]]\nkegiatan = "Menerima"\nwaktu = "segera"\n'
    berkas.write_text(isi, encoding="utf-8")
    assert baca_sop(berkas).langkah[0].menit == 0
    berkas.write_text(isi.replace("kegiatan", "kegiatn"), encoding="utf-8")
    with pytest.raises(KinerjaError, match="Maksud Anda 'kegiatan'"):
        baca_sop(berkas)
