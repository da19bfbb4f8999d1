"""Inputs, targets and steps: one smallest case for each finding."""

import pytest

from kinerja_xl.verify.checks import jalankan
from kinerja_xl.verify.checks.langkah import daftar_langkah
from kinerja_xl.verify.checks.target import daftar_target

TARGET, REALISASI, ARAH = ("Isi", 2, 2), ("Isi", 3, 2), ("Isi", 5, 2)
TANGGAL, JAM, SAAT, JUMLAH, NAMA = (("Isi", b, 2) for b in (6, 7, 8, 9, 10))
SENIN = 45327.0


@pytest.mark.parametrize(
    ("titik", "nilai", "harus"),
    [
        (TARGET, None, ["ISI-01"]),
        (NAMA, "   ", ["ISI-01"]),
        (REALISASI, None, []),
        (TARGET, "84 persen", ["ISI-02"]),
        (TARGET, "1.234", ["ISI-03"]),
        (TARGET, "1,234", ["ISI-03"]),
        (TARGET, "84", ["ISI-04"]),
        (TARGET, "84,5", ["ISI-04"]),
        (TARGET, "1.234.567", ["ISI-04"]),
        (TARGET, True, ["ISI-05"]),
        (TARGET, 1000.5, ["ISI-06"]),
        (TARGET, -1, ["ISI-06"]),
        (TARGET, 1000, []),
        (ARAH, "Maximal", ["ISI-07"]),
        (ARAH, " minimize ", ["ISI-12"]),
        (TANGGAL, "5 Februari 2024", ["ISI-08"]),
        (TANGGAL, 45000, ["ISI-06"]),
        (SAAT, "05/02/2024 08.00", ["ISI-08"]),
        (JAM, 8, ["ISI-09"]),
        (JAM, 0.5, []),
        (SAAT, 8, ["ISI-09"]),
        (SAAT, 1 / 3, ["ISI-09"]),
        (TARGET, "#N/A", ["ISI-11"]),
        (NAMA, "Siti ", ["ISI-12"]),
        (JUMLAH, 5.5, ["ISI-13"]),
        (NAMA, 198001012005011001.0, ["ISI-14"]),
        (NAMA, "Siti Nurhaliza binti Tarudin", ["ISI-15"]),
        (NAMA, 12345, []),
    ],
)
def test_each_kind_of_wrong_input_has_its_own_code(buatan, titik, nilai, harus):
    buatan.isi(titik, nilai)
    kode = [(t.code, f"{t.sheet}!{t.cell}") for t in jalankan(buatan.kasus())]
    assert kode == [(satu, f"Isi!B{titik[1]}") for satu in harus]


def test_a_formula_in_an_input_is_told(buatan):
    buatan.ubah(TARGET, 84, rumus="80+4", gaya=1)
    assert buatan.temuan() == [("ISI-10", "Isi!B2")]


def test_an_ambiguous_number_names_both_readings(buatan):
    buatan.isi(TARGET, "1.234")
    (temuan,) = jalankan(buatan.kasus())
    assert "1234 atau 1,234" in temuan.message


def test_the_range_is_written_with_a_decimal_comma(buatan):
    buatan.isi(TARGET, 1000.5)
    (temuan,) = jalankan(buatan.kasus())
    assert temuan.message == "Isi!B2: target berisi 1000,5, seharusnya antara 0 dan 1000."


def _ukur(buatan, target, realisasi, capaian, penyebab=None, tindak=None):
    buatan.isi(("Ukur", 3, 4), target)
    buatan.isi(("Ukur", 3, 5), realisasi)
    buatan.isi(("Ukur", 3, 7), penyebab)
    buatan.isi(("Ukur", 3, 8), tindak)
    buatan.ubah(("Ukur", 3, 6), capaian, rumus="E3/D3*100")
    buatan.hasil["Ukur", 3, 6] = capaian


def test_a_missed_target_is_a_warning_that_asks_for_cause_and_follow_up(buatan):
    _ukur(buatan, 80, 40, 50.0)
    temuan = jalankan(buatan.kasus())
    assert [(t.code, t.level, t.cell) for t in temuan] == [
        ("TGT-01", "peringatan", "F3"), ("TGT-02", "peringatan", "G3"), ("TGT-03", "peringatan", "H3"),
    ]  # fmt: skip


def test_a_missed_target_with_cause_and_follow_up_is_only_the_fact(buatan):
    _ukur(buatan, 80, 40, 50.0, "Banjir", "Jadwal ulang")
    assert buatan.temuan() == [("TGT-01", "Ukur!F3")]


def test_a_target_without_realisasi_is_information(buatan):
    _ukur(buatan, 80, None, "")
    assert buatan.temuan() == [("TGT-04", "Ukur!E3")]


def test_realisasi_without_a_target_is_told(buatan):
    _ukur(buatan, None, 40, "")
    assert buatan.temuan() == [("TGT-05", "Ukur!D3")]


def test_the_list_of_targets_has_the_contract_fields(buatan):
    _ukur(buatan, 84, 87, 103.571428)
    assert daftar_target(buatan.kasus())[0] == {
        "kode": "IK1", "nama": "Indikator 1", "target": 84, "realisasi": 87, "capaian": 103.57,
        "polarisasi": "maximize", "status": "tercapai",
    }  # fmt: skip


def _langkah(buatan, no, mulai, selesai, durasi=None, ulang=None):
    """Times in minutes after 08.00 of 5 February 2024."""
    baris = no + 2
    saat = [None if m is None else SENIN + (480 + m) / 1440 for m in (mulai, selesai)]
    buatan.isi(("Kendali SOP", baris, 4), saat[0])
    buatan.isi(("Kendali SOP", baris, 5), saat[1])
    buatan.isi(("Kendali SOP", baris, 7), ulang)
    if durasi is not None:
        buatan.ubah(("Kendali SOP", baris, 6), durasi, rumus=f"(E{baris}-D{baris})*1440")
        buatan.hasil["Kendali SOP", baris, 6] = durasi


def test_steps_in_time_and_order_are_clean(buatan):
    for no in (1, 2, 3):
        _langkah(buatan, no, no * 10, no * 10 + 10, 10)
    assert buatan.temuan() == []


def test_an_end_before_its_start_is_an_error(buatan):
    _langkah(buatan, 1, 30, 20, -10)
    assert buatan.temuan() == [("WKT-01", "Kendali SOP!E3")]


def test_a_step_over_its_standard_is_a_warning_at_that_step(buatan):
    _langkah(buatan, 1, 0, 25, 25)
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.level, temuan.cell, temuan.data["selisih"]) == ("WKT-02", "peringatan", "F3", 15)


def test_a_step_before_the_end_of_the_previous_one_is_told(buatan):
    _langkah(buatan, 1, 0, 10, 10)
    _langkah(buatan, 2, 5, 15, 10)
    assert buatan.temuan() == [("WKT-03", "Kendali SOP!D4")]


def test_parallel_steps_may_overlap(buatan):
    for no, mulai in ((1, 0), (2, 10), (3, 20), (4, 20)):
        _langkah(buatan, no, mulai, mulai + 10, 10)
    assert buatan.temuan() == []


def test_a_step_may_go_back_when_the_decision_logs_a_repeat(buatan):
    _langkah(buatan, 1, 0, 10, 10)
    _langkah(buatan, 2, 30, 40, 10)
    _langkah(buatan, 3, 20, 30, 10, ulang=1)
    assert buatan.temuan() == [("WKT-13", "Kendali SOP!G5")]  # the repeat itself is information
    _langkah(buatan, 3, 20, 30, 10)
    assert buatan.temuan() == [("WKT-03", "Kendali SOP!D5")]


def test_a_step_left_out_between_others_is_told(buatan):
    _langkah(buatan, 1, 0, 10, 10)
    _langkah(buatan, 3, 20, 30, 10)
    assert buatan.temuan() == [("WKT-04", "Kendali SOP!D4")]


def test_an_end_without_a_start_is_an_error(buatan):
    _langkah(buatan, 1, None, 10)
    assert buatan.temuan() == [("WKT-05", "Kendali SOP!D3")]


def test_an_unfinished_step_is_information(buatan):
    _langkah(buatan, 1, 0, None)
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.level, temuan.cell) == ("WKT-06", "info", "E3")


def test_the_list_of_steps_has_the_contract_fields(buatan):
    _langkah(buatan, 1, 0, 12, 12.00000001)
    satu, dua, *_ = daftar_langkah(buatan.kasus())
    assert satu == {
        "no": 1, "kegiatan": "Kegiatan 1", "baku_menit": 10, "aktual_menit": 12, "selisih_menit": 2,
        "status": "terlambat", "pelaksana": "", "ulang": 0,
    }  # fmt: skip
    assert dua["status"] == "belum-selesai"
