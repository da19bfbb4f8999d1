"""The same data under the rules of two years; results worked on paper."""

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.resep import bandingkan

TIGA_BELAS = {
    "revisi_dipa": 100, "deviasi_halaman_iii": 85, "pengelolaan_up": 90, "lpj_bendahara": 100, "data_kontrak": 100,
    "penyelesaian_tagihan": 95, "penyerapan": 98, "retur_sp2d": 99, "perencanaan_kas": 80, "kesalahan_spm": 97,
    "dispensasi_spm": 100, "pagu_minus": 100, "capaian_output": 92,
}  # fmt: skip


def test_ikpa_maps_rows_by_the_name_of_the_indicator():
    hasil = bandingkan("IKPA_SCORE", 2021, 2024, {"skor": TIGA_BELAS})
    # 2021: 5+4.25+7.2+5+10+9.5+14.7+4.95+4+4.85+5+5+15.64; 2024: (10+12.75+19.6+9.5+23) / 0.80
    assert (hasil.kiri.nilai, hasil.kanan.nilai) == (95.09, 93.56)
    assert (hasil.kiri.kelas, hasil.kanan.kelas, hasil.pindah_kelas) == ("Sangat Baik", "Baik", True)
    assert round(hasil.selisih, 2) == -1.53


def test_what_has_no_place_is_listed_and_what_is_missing_is_not_invented():
    hasil = bandingkan("IKPA_SCORE", 2021, 2024, {"skor": TIGA_BELAS})
    assert set(hasil.kanan.tak_muat) == set(TIGA_BELAS) - set(hasil.kanan.masuk)
    assert set(hasil.kanan.masuk) == {
        "revisi_dipa", "deviasi_halaman_iii", "penyerapan", "penyelesaian_tagihan", "capaian_output",
    }  # fmt: skip
    assert hasil.kanan.belum == ("belanja_kontraktual", "up_tup")
    assert (hasil.kiri.tak_muat, hasil.kiri.belum) == ((), ())
    assert [(s["lama"], s["baru"]) for s in hasil.saran] == [
        ("pengelolaan_up", "up_tup"), ("data_kontrak", "belanja_kontraktual"), ("dispensasi_spm", "pengurang"),
    ]  # fmt: skip


def test_names_the_office_takes_for_the_same_are_used_when_it_says_so():
    sepadan = {"pengelolaan_up": "up_tup", "data_kontrak": "belanja_kontraktual"}
    hasil = bandingkan("IKPA_SCORE", 2021, 2024, {"skor": TIGA_BELAS}, sepadan)
    # 10 + 12.75 + 19.6 + 10 + 9.5 + 9 + 23 = 93.85
    assert (hasil.kanan.nilai, hasil.kanan.belum) == (93.85, ())
    assert "pengelolaan_up" not in hasil.kanan.tak_muat


def test_a_score_is_never_turned_into_a_deduction():
    with pytest.raises(KinerjaError, match="tidak dapat dipakai"):
        bandingkan("IKPA_SCORE", 2021, 2024, {"skor": TIGA_BELAS}, {"dispensasi_spm": "pengurang"})


def test_rows_without_names_need_the_year_they_belong_to():
    baris = [[n] for n in TIGA_BELAS.values()]
    assert bandingkan("IKPA_SCORE", 2021, 2024, {"skor": baris, "tahun": 2021}).kanan.nilai == 93.56
    with pytest.raises(KinerjaError, match="tahun"):
        bandingkan("IKPA_SCORE", 2021, 2024, {"skor": baris})
    with pytest.raises(KinerjaError, match="paling banyak 8 baris"):
        bandingkan("IKPA_SCORE", 2021, 2024, {"skor": baris, "tahun": 2024})


def test_a_misspelt_indicator_is_an_error_not_a_leftover():
    with pytest.raises(KinerjaError, match="Maksud Anda 'penyerapan'"):
        bandingkan("IKPA_SCORE", 2021, 2024, {"skor": {"penyerapn": 90}})


def test_weights_that_differ_are_listed_with_their_absence():
    hasil = bandingkan("IKPA_SCORE", 2020, 2021, {"skor": TIGA_BELAS})
    assert {n: (float(a), float(b)) for n, a, b in hasil.parameter} == {
        "bobot_data_kontrak": (15, 10), "bobot_penyelesaian_tagihan": (12, 10), "bobot_capaian_output": (10, 17),
    }  # fmt: skip
    ke_2024 = {n: (a, b) for n, a, b in bandingkan("IKPA_SCORE", 2021, 2024, {"skor": TIGA_BELAS}).parameter}
    assert ke_2024["bobot_pagu_minus"] == (5, None)


def test_the_grade_of_one_score_before_and_after_2017():
    hasil = bandingkan("IKM_MUTU", 2013, 2024, {"nilai": 87.4})
    assert (hasil.kiri.kelas, hasil.kanan.kelas, hasil.pindah_kelas, hasil.selisih) == ("A", "B", True, None)


def test_answers_of_nine_elements_cannot_be_computed_by_the_rule_of_fourteen():
    hasil = bandingkan("IKM_DARI_NRR", 2013, 2024, {"nrr": [[3.2] * 9]})
    assert (hasil.kiri.nilai, "14 angka" in hasil.kiri.tolak) == (None, True)
    assert (round(hasil.kanan.nilai, 2), hasil.kanan.kelas, hasil.selisih) == (80.0, "B", None)


def test_a_rule_replaced_by_another_function_is_found():
    data = {"perencanaan": 80, "pengukuran": 72, "pelaporan": 75, "evaluasi": 70, "capaian": 60}
    hasil = bandingkan("SAKIP_SCORE", 2020, 2021, data)
    # 24 + 18 + 11.25 + 7 + 12 = 72.25; 24 + 21.6 + 11.25 + 17.5 = 74.35
    assert (hasil.kiri.fungsi, hasil.kanan.fungsi) == ("SAKIP_SCORE_2015", "SAKIP_SCORE")
    assert (round(hasil.kiri.nilai, 2), round(hasil.kanan.nilai, 2)) == (72.25, 74.35)
    assert (hasil.kiri.kelas, hasil.kanan.kelas, hasil.kanan.tak_muat) == ("BB", "BB", ("capaian",))


def test_parts_that_cannot_be_derived_from_each_other_stay_apart():
    data = {"penyerapan": 95.53, "konsistensi": 99.61, "keluaran": 99.72, "nilai_efisiensi": 59.98}
    hasil = bandingkan("NKA_SCORE", 2022, 2023, data)
    assert (round(hasil.kiri.nilai, 2), hasil.kanan.nilai, hasil.kanan.tolak) == (87.93, None, "belum ada data")
    assert (hasil.kanan.tak_muat, hasil.kanan.belum) == (tuple(data), ("perencanaan", "pelaksanaan"))


def test_the_same_rule_in_both_years_changes_nothing():
    hasil = bandingkan("IKPA_SCORE", 2018, 2019, {"skor": {"penyerapan": 90}})
    assert (hasil.sama_aturan, hasil.parameter, hasil.selisih, hasil.catatan) == (True, (), 0, ())


def test_notes_of_a_change_stand_only_where_the_years_straddle_it():
    def sejak(a, b):
        return [c["sejak"] for c in bandingkan("IKPA_SCORE", a, b, {"skor": {"penyerapan": 90}}).catatan]

    assert (sejak(2020, 2021), sejak(2021, 2024), sejak(2024, 2022)) == ([0], [0, 2024], [0, 2024])


def test_a_year_without_any_rule_is_refused():
    with pytest.raises(KinerjaError, match="1999"):
        bandingkan("IKPA_SCORE", 1999, 2024, {"skor": {"penyerapan": 90}})
