"""Traces of the SOP functions: parts of a written time, minutes of each date."""

from __future__ import annotations

from datetime import datetime

import pytest

import kinerja_xl as kx
from kinerja_xl.core.buku_aturan import sidik


def test_one_hour_and_a_half_in_full():
    jejak = kx.trace("SOP_MENIT", "1 jam 30 menit")
    assert jejak.teks().split("\n\n")[1:] == [
        "  1. 1 jam × 60 menit [1]              1 × 60 = 60\n"
        "  2. 30 menit × 1 menit                30 × 1 = 30\n"
        "  3. Menit kerja: jumlah semua bagian  60 + 30 = 90",
        "Dasar angka yang berbeda dari aturan di atas:\n  [1] satuan waktu; keputusan perancang kinerja-xl",
        "Hasil   : 90",
    ]
    kepala = jejak.teks().splitlines()
    assert kepala[0] == "Fungsi  : SOP_MENIT(teks; [menit_per_hari])  Menit kerja dari waktu tertulis"
    assert kepala[1] == "Aturan  : Perpres 21/2023 [perpres-21-2023], tahun anggaran 2023 dan sesudahnya"
    assert f"Buku    : buku aturan {sidik()}" in kepala and "Masukan : teks = 1 jam 30 menit" in kepala


def test_the_english_twin_keeps_the_words_of_the_regulation():
    assert kx.trace("SOP_MENIT", "1,5 jam").teks("en").split("\n\n")[1:] == [
        "  1. 1.5 jam × 60 minutes [1]           1.5 × 60 = 90\n  2. Working minutes: sum of the parts  90 = 90",
        "Basis of numbers where it is not that of the rule above:\n"
        "  [1] satuan waktu; decided by the designers of kinerja-xl",
        "Result   : 90",
    ]


def test_a_total_tells_its_steps():
    jejak = kx.trace("SOP_TOTAL", [["10 menit"], [None], ["1 jam"]])
    assert [(s.keterangan, s.hasil) for s in jejak.langkah[:2]] == [
        ("Langkah baris 1: '10 menit'", 10),
        ("Langkah baris 3: '1 jam'", 60),
    ]
    assert (jejak.langkah[-1].hitungan, jejak.hasil) == ("10 + 60", 70)


def test_a_duration_tells_each_date_and_why_it_does_not_count():
    # Thursday 8 February 2024 15.00 to Monday 12 February 09.00; Friday is a holiday
    jejak = kx.trace("SOP_DURASI", datetime(2024, 2, 8, 15), datetime(2024, 2, 12, 9), [[datetime(2024, 2, 9)]])
    assert [(s.keterangan, s.hasil) for s in jejak.langkah[:-1]] == [
        ("Kamis, 8 Februari 2024: jam kerja 07.30-16.00, menit", 60),
        ("Jumat, 9 Februari 2024: libur", 0),
        ("Sabtu, 10 Februari 2024: bukan hari kerja", 0),
        ("Minggu, 11 Februari 2024: bukan hari kerja", 0),
        ("Senin, 12 Februari 2024: jam kerja 07.30-16.00, menit", 90),
    ]
    assert jejak.hasil == 150


@pytest.mark.parametrize("hari", [0.25, 1, 3, 9.5, 10, 11, 45.75, 400])
def test_the_minutes_of_the_dates_add_up_to_the_duration(hari):
    mulai = 45300.4
    jejak = kx.trace("SOP_DURASI", mulai, mulai + hari)
    assert sum(s.hasil for s in jejak.langkah[:-1]) == pytest.approx(jejak.hasil, abs=1e-3)
    assert len(jejak.langkah) <= 12


def test_a_century_is_told_in_few_steps():
    jejak = kx.trace("SOP_DURASI", datetime(1990, 1, 1), datetime(2089, 12, 31))
    assert len(jejak.langkah) == 12 and jejak.langkah[10].keterangan.startswith("dan 36.514 hari")


def test_status_tells_both_numbers():
    assert [(s.hitungan, s.hasil) for s in kx.trace("SOP_STATUS", 12, 10).langkah] == [("12 > 10", "terlambat")]
    assert [(s.hitungan, s.hasil) for s in kx.trace("SOP_STATUS", 10, 10).langkah] == [("10 <= 10", "tepat")]
