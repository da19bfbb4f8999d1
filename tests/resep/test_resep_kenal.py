"""Recipes behind published values. Figures: published ones and paper arithmetic of the rule notes, never our output."""

import re
from itertools import product

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import get
from kinerja_xl.resep import kenali, kenali_kelas, tersimpan
from kinerja_xl.resep.daftar import bidang, pilihan
from kinerja_xl.resep.kenal import HITUNG

GASPUL = [3.6207, 3.4828, 3.4483, 4.0000, 3.5172, 3.6207, 3.6552, 3.6207, 3.9655]
FLIP = [3.53] * 6 + [3.54] * 3  # sums to 31.80
TOTAL = (105, 101, 100, 116, 102, 105, 106, 105, 115)  # points of 29 respondents
KEP25 = [3.45, 2.65, 3.53, 2.31, 1.55, 3.12, 2.13, 2.43, 3.21, 1.45, 1.93, 2.31, 3.03, 1.56]
TW1 = [[100], [87.6], [250 / 3], [100], [None], [90], [250 / 3], [99.5], [80], [97.5], [None], [None]]


def _jawaban():
    """29 rows of answers with the published totals: as many 4s as needed, 3s otherwise."""
    return [[4 if baris < total - 3 * 29 else 3 for total in TOTAL] for baris in range(29)]


def _kode(nama, nilai, *argumen, **lain):
    return [r.kode for r in kenali(nama, nilai, *argumen, **lain).cocok]


@pytest.mark.parametrize(
    ("terbit", "kode"),
    [
        ("90,56", ["bobot-0,11"]),
        ("91,38", ["bobot-0,111"]),
        # 91.4753 cut to 91.47 is the same figure: the two cannot be told apart at two decimals
        ("91,47", ["bobot-0,1111", "hasil-dipotong"]),
        ("91,4661", ["bobot-0,1111"]),  # the nine printed averages sum to 32.9311; x 0.1111 x 25
        ("82,33", ["pembagi-10"]),  # 32.9311 x 2.5 = 82.3278
    ],
)
def test_each_published_value_of_the_29_respondents_has_its_recipe(terbit, kode):
    hasil = kenali("IKM_DARI_NRR", terbit, GASPUL)
    assert ([r.kode for r in hasil.cocok], hasil.sama_resmi, hasil.akhir and round(hasil.akhir, 2)) == (
        kode,
        False,
        91.48,
    )


@pytest.mark.parametrize(("fungsi", "data"), [("IKM_DARI_NRR", GASPUL), ("IKM_SCORE", _jawaban())])
def test_the_official_value_needs_no_recipe(fungsi, data):
    hasil = kenali(fungsi, "91,48", data)
    assert (hasil.sama_resmi, hasil.cocok, hasil.simpangan, hasil.kelas_resmi) == (True, (), 0, "A")


def test_a_value_that_no_recipe_gives_is_left_unknown():
    hasil = kenali("IKM_DARI_NRR", "91,00", GASPUL)
    assert (hasil.sama_resmi, hasil.cocok, hasil.dicoba > 10) == (False, (), True)


def test_a_full_precision_value_is_held_to_fifteen_digits():
    assert kenali("IKM_DARI_NRR", sum(FLIP) * 25 / 9, FLIP).sama_resmi
    assert not kenali("IKM_DARI_NRR", sum(FLIP) * 25 / 9 + 1e-6, FLIP).sama_resmi


def test_two_departures_are_named_only_when_one_is_not_enough():
    # averages cut to two decimals (3.62 3.48 3.44 4 3.51 3.62 3.65 3.62 3.96 = 32.90) with the weight 0.11: 90.475
    hasil = kenali("IKM_DARI_NRR", "90,475", GASPUL)
    assert [r.kode for r in hasil.cocok] == ["bobot-0,11+nrr-2-dipotong"]
    assert hasil.simpangan == 2


def test_the_grade_hangs_on_the_weight_near_a_bound():
    hasil = kenali("IKM_DARI_NRR", None, FLIP)
    assert (round(hasil.resmi, 2), hasil.kelas_resmi, hasil.dekat_batas) == (88.33, "A", True)
    assert {r.kode: (r.akhir, r.kelas) for r in hasil.dekat} == {
        "bobot-0,111": (88.25, "B"),  # 31.80 x 0.111 x 25 = 88.245
        "bobot-0,11": (87.45, "B"),
    }


def test_a_grade_far_from_a_bound_hangs_on_nothing():
    assert not kenali("IKM_DARI_NRR", None, GASPUL).dekat_batas


def test_only_recipes_seen_in_use_warn_near_a_bound():
    for nama in bidang():
        aturan = get(nama)
        for masa in aturan.buku.masa:
            assert all(p.pernah_terlihat for p in pilihan(nama, masa, aturan.buku.masa) if p.batas)


def test_blank_answers_counted_as_zero_are_recognised():
    jawaban = [[4] * 9, [4] * 8 + [None]]
    assert kenali("IKM_SCORE", 100, jawaban).sama_resmi
    assert _kode("IKM_SCORE", "94,44", jawaban) == ["kosong-nol"]  # (8 x 4 + 2) / 9 x 25
    assert _kode("IKM_SCORE", "87,5", [[4] * 9, [2] * 8 + [None]]) == []


def test_without_blanks_the_kinds_of_mean_are_the_same_and_not_offered():
    assert _kode("IKM_SCORE", "91,38", _jawaban()) == ["bobot-0,111"]


def test_the_old_rule_of_fourteen_elements():
    hasil = kenali("IKM_DARI_NRR", "61,55", KEP25, 2010, mutu="C")
    assert (hasil.sama_resmi, hasil.kelas_resmi, hasil.mutu.sama_resmi) == (True, "C", True)
    assert _kode("IKM_DARI_NRR", "61,52", KEP25, 2010) == ["tertimbang-tanpa-bulat"]  # 34.66 x 0.071 x 25 = 61.5215
    assert _kode("IKM_DARI_NRR", "61,89", KEP25, 2010) == ["tepat-1/14"]  # 34.66 / 14 x 25 = 61.893


@pytest.mark.parametrize(
    ("nilai", "kode"), [("89,04", "tanpa-bertahap"), ("71,24", "tanpa-konversi"), ("38,01", "harfiah")]
)
def test_ikpa_of_the_first_quarter(nilai, kode):
    hasil = kenali("IKPA_SCORE", nilai, TW1, 2019, 1)
    assert ([r.kode for r in hasil.cocok], hasil.resmi) == ([kode], 89.05)


def test_the_literal_reading_is_not_made_up_where_it_cannot_be_turned_back():
    penuh = [[100 if i == 6 else s[0]] for i, s in enumerate(TW1)]
    hasil = kenali("IKPA_SCORE", "38,01", penuh, 2019, 1)
    assert all("harfiah" not in r.kode for r in hasil.cocok)


def test_ikpa_with_the_weights_of_another_year():
    skor = [[100]] * 12 + [[0]]
    assert kenali("IKPA_SCORE", 83, skor, 2021).sama_resmi
    assert _kode("IKPA_SCORE", 90, skor, 2021) == ["bobot-tahun-lain:per-4-2020"]


@pytest.mark.parametrize(
    ("argumen", "nilai", "kode"),
    [
        ((1.2, 1, "Minimize"), "83,33", ["t-per-r"]),
        ((1.2, 1, "Minimize"), "120", ["r-per-t"]),
        ((0.5, 1, "Minimize"), "150", ["tanpa-batas"]),
        ((2.5, 1, "Minimize"), "-50", ["tanpa-lantai"]),
        ((100, 40, "Maximize"), "250", ["tanpa-batas"]),
        ((100, 77.5, "Maximize"), "100", ["batas-100"]),
        ((87, 84, "Maximize"), "103,00", []),
        ((87, 84, "Maximize"), "104,00", ["hasil-bilangan-bulat"]),
    ],
)
def test_capaian(argumen, nilai, kode):
    assert _kode("CAPAIAN", nilai, *argumen) == kode


def test_capaian_of_a_maximize_indicator_has_no_minimize_recipe():
    assert _kode("CAPAIAN", "96,55", 87, 84, "Maximize") == []  # 84 / 87


def test_efficiency_published_without_its_cap():
    hasil = kenali("NKA_EFISIENSI", "235", 74.03, tahun=2019)
    assert (hasil.resmi, [r.kode for r in hasil.cocok], hasil.cocok[0].temuan) == (
        100,
        ["efisiensi-tanpa-batas"],
        "KEB-06",
    )


def test_outputs_by_the_arithmetic_mean_of_the_first_regulation():
    # indicators at 1 and 4 times their target: geometric mean 2, arithmetic 2.5
    assert _kode("NKA_KELUARAN", 250, [[1]], [[1]], [[1, 4]], [[1, 1]], 2021) == ["versi-lain:pmk-249-2011"]


def test_a_value_the_rule_refuses_still_has_its_recipe():
    hasil = kenali("NKA_SCORE", "138,00", 95.53, 99.61, 99.72, 235.08, 2021)
    assert (hasil.resmi, "235" in hasil.tolak) == (None, True)
    # 9.266 + 18.129 + 43.378 + 67.233 = 138.006
    assert [r.kode for r in kenali("NKA_SCORE", "138,01", 95.53, 99.61, 99.72, 235.08, 2021).cocok] == [
        "efisiensi-tanpa-batas"
    ]


def test_procurement_without_renormalisation():
    assert _kode("PBJ_SCORE", 67, 100, None, 100, 90) == ["tanpa-pembagian-ulang"]
    assert kenali("PBJ_SCORE", "95,71", 100, None, 100, 90).sama_resmi


def test_sakip_without_weights():
    assert _kode("SAKIP_SCORE", "74,25", 80, 72, 75, 70) == ["bobot-rata"]


@pytest.mark.parametrize(
    ("fungsi", "nilai", "kelas", "resmi", "kode"),
    [
        ("IKM_MUTU", 87.4, "A", "B", ["pita-tahun-lain:kep-25-2004"]),
        ("IKM_MUTU", 87.4, "B", "B", []),
        ("IKM_MUTU", 87.4, "D", "B", []),
        ("SAKIP_PREDIKAT", 90, "AA", "A", ["pita-batas-lain"]),
        ("RB_KATEGORI", 80, "A", "BB", ["pita-batas-lain"]),
        ("IKPA_KATEGORI", 94.6, "Sangat Baik", "Baik", ["pita-bilangan-bulat"]),
    ],
)
def test_classes_by_other_bounds(fungsi, nilai, kelas, resmi, kode):
    hasil = kenali_kelas(fungsi, nilai, kelas)
    assert (hasil.resmi, [p.kode for p in hasil.cocok], hasil.sama_resmi) == (resmi, kode, kelas == resmi)


def test_missing_and_surplus_arguments_are_told_as_in_a_call():
    with pytest.raises(KinerjaError, match="perlu CAPAIAN"):
        kenali("CAPAIAN", 80, 1.2)
    with pytest.raises(KinerjaError, match="diberi 3 argumen"):
        kenali("IKM_DARI_NRR", 80, GASPUL, 2024, 1)


@pytest.mark.parametrize("nrr", [[], [3.5] * 8, ["tiga"] * 9, [[3.5] * 9, [3.5]], None])
def test_bad_data_are_refused_by_the_rule_and_have_no_recipe(nrr):
    hasil = kenali("IKM_DARI_NRR", "91,48", nrr)
    assert (hasil.resmi, hasil.sama_resmi) == (None, False)
    assert hasil.tolak


def test_without_data_nothing_is_compared():
    hasil = kenali("IKPA_SCORE", "94,16", [[None]] * 12, 2019)
    assert (hasil.tanpa_data, hasil.cocok, hasil.dicoba, hasil.dekat) == (True, (), 0, ())


def test_a_function_without_recipes_or_classes_says_so():
    with pytest.raises(KinerjaError, match="belum ada resep"):
        kenali("IP_ASN_SCORE", 80, [[1]])
    with pytest.raises(KinerjaError, match="bukan fungsi kelas"):
        kenali_kelas("IKM_SCORE", 80, "A")
    with pytest.raises(KinerjaError, match="tidak mempunyai kelas"):
        kenali("PBJ_SCORE", 91, 100, 80, 100, 90, mutu="A")


@pytest.mark.parametrize(
    ("isi", "nilai", "desimal"),
    [
        ("91,38", 91.38, 2),
        ("91.5", 91.5, 1),
        ("235", 235, 0),
        (91.5, 91.5, 2),
        (91.4753, 91.4753, 4),
        (100 / 3, 100 / 3, None),
    ],
)
def test_the_decimals_of_a_stored_value(isi, nilai, desimal):
    assert (tersimpan(isi).nilai, tersimpan(isi).desimal) == (nilai, desimal)


@pytest.mark.parametrize("isi", ["sembilan", "", "1.234,5", True, float("nan"), None])
def test_what_is_no_number_is_refused(isi):
    with pytest.raises(KinerjaError):
        tersimpan(isi)


CONTOH = {
    "IKM_DARI_NRR": [(GASPUL,), (FLIP,), (KEP25, 2010)],
    "IKM_SCORE": [(_jawaban(),), ([[4, 3, 2, 1, None, 4, 3, 2, 1], [1, 1, 1, 1, 2, 2, None, 2, 3]],)],
    "IKPA_SCORE": [(TW1, 2019, 1), ([[90]] * 13, 2021), ([[90]] * 8, 2023, 2, "tanpa"), ([[90]] * 7 + [[0.25]], 2024)],
    "CAPAIAN": list(
        product((0, 0.5, 1.2, 3), (1, 2), ("Maximize", "minimize", "Stabilize"), (None, "tanpa"), (None, "T/R"))
    ),
    "NKA_SCORE": [(95.53, 99.61, 99.72, 59.98, 2021)],
    "NKA_EFISIENSI": [(e,) for e in (-30, -20, 0, 7.5, 20, 74.03)],
    "NKA_KELUARAN": [([[1], [2]], [[1], [4]], [[1, 4], [3, None]], [[1, 1], [2, None]], t) for t in (2015, 2021)],
    "PBJ_SCORE": [(100, 80, 100, 90), (100, None, 100, 90)],
    "SAKIP_SCORE": [(80, 72, 75, 70)],
    "SAKIP_SCORE_2015": [(80, 72, 75, 70, 60)],
}  # fmt: skip


@pytest.mark.parametrize("nama", sorted(CONTOH))
def test_no_departure_at_all_is_the_rule_book(nama):
    aturan = get(nama)
    for argumen in CONTOH[nama]:
        isi = dict(zip([a.nama for a in aturan.argumen], argumen, strict=False))
        masa = aturan.masa(isi.pop("tahun", None))
        try:
            resmi = aturan(*argumen)
        except KinerjaError:
            continue
        assert HITUNG[aturan.keluarga](nama, masa, isi, {}) == pytest.approx(resmi, rel=1e-12), argumen


def test_every_function_with_recipes_has_an_example_here():
    assert set(CONTOH) | {"NKA_TOTAL"} == set(bidang())


@pytest.mark.parametrize("nama", sorted(bidang()))
def test_recipes_are_dated_cited_and_told_in_both_languages(nama):
    aturan = get(nama)
    for masa in aturan.buku.masa:
        for satu in pilihan(nama, masa, aturan.buku.masa):
            assert satu.terlihat and satu.diperiksa.year >= 2026
            assert re.fullmatch(r"KEB-0[1-7]", satu.temuan)
            assert satu.nama and satu.nama_en and satu.beda and satu.beda_en
            assert "{" not in satu.nama + satu.beda + satu.nama_en + satu.beda_en
