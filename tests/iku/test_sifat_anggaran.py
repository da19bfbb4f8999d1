"""Properties of the other budget rules: NKA, RB, procurement, state property, budget lines."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from kinerja_xl import functions as fungsi
from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.iku.rb import KELOMPOK, bobot

c = fungsi.call


@pytest.mark.parametrize("masa", keluarga("nka").masa, ids=lambda m: m.versi)
def test_nka_weights_sum_to_100_in_every_version(masa):
    assert sum(p.nilai for p in masa.parameter if p.nama.startswith("bobot_")) == pytest.approx(100, rel=1e-12)


def test_rb_weights_are_60_and_40():
    masa = keluarga("rb").untuk(2018)
    assert [sum(masa.angka(n) for n in bobot(masa, k)) for k in KELOMPOK] == [60, 40]


def test_pbj_weights_sum_to_100():
    assert sum(p.nilai for p in keluarga("pbj").masa[0].parameter) == 100


def test_the_efficiency_value_is_monotone_symmetric_and_within_0_and_100():
    nilai = [c("NKA_EFISIENSI", e / 4) for e in range(-120, 121)]
    assert all(a <= b for a, b in pairwise(nilai))
    assert (min(nilai), max(nilai)) == (0, 100)
    assert all(a + b == pytest.approx(100) for a, b in zip(nilai, reversed(nilai), strict=True))


def test_efficiency_from_budget_and_spending_of_three_outputs():
    pagu, belanja, capaian = [4e9, 1e9, 5e9], [3.8e9, 0.975e9, 4.725e9], [1.1, 1.0, 0.95]
    seharusnya = sum(p * k for p, k in zip(pagu, capaian, strict=True))
    e = (seharusnya - sum(belanja)) / seharusnya * 100
    assert e == pytest.approx(6.404, abs=0.0005)
    assert c("NKA_EFISIENSI", e) == pytest.approx(66.01, abs=0.005)


def test_equal_achievements_give_that_achievement_under_both_means():
    for tahun in (2015, 2019, 2021):
        isi = [[[4.5], [9]], [[5], [10]], [[8, 4], [2, None]], [[8, 4], [2, None]]]
        assert c("NKA_KELUARAN", *isi, tahun) == pytest.approx(90, rel=1e-12)


def test_a_higher_volume_never_lowers_the_output_achievement():
    nilai = [c("NKA_KELUARAN", [[v], [3]], [[10], [4]], [[1, 2], [3, 3]], [[1, 1], [3, 4]]) for v in range(20)]
    assert all(a < b for a, b in pairwise(nilai))


def test_an_output_table_too_large_for_one_formula_is_refused_in_words():
    tabel = ["'Data'!$B$5:$B$204", "'Data'!$C$5:$C$204", "'Data'!$D$5:$H$204", "'Data'!$I$5:$M$204"]
    with pytest.raises(KinerjaError, match="terlalu panjang untuk satu rumus"):
        fungsi.get("NKA_KELUARAN").rumus(*tabel)


def test_an_output_table_of_twelve_outputs_with_three_indicators_fits_one_formula():
    tabel = ["'IKU_NKA'!$B$5:$B$16", "'IKU_NKA'!$C$5:$C$16", "'IKU_NKA'!$D$5:$F$16", "'IKU_NKA'!$G$5:$I$16"]
    assert len(fungsi.get("NKA_KELUARAN").rumus(*tabel)) < 8000


def test_four_parts_are_refused_from_2023_and_two_parts_have_their_own_function():
    for tahun in (2023, 2024, 2030):
        with pytest.raises(KinerjaError, match="NKA_TOTAL"):
            c("NKA_SCORE", 90, 90, 90, 90, tahun)
    assert c("NKA_TOTAL", 90, 90) == 90


def test_equal_elements_give_that_value_whatever_does_not_apply():
    acak = Random(7)
    for _ in range(40):
        isi = [70 if acak.random() < 0.5 else None for _ in range(4)]
        if any(isi):
            assert c("PBJ_SCORE", *isi) == pytest.approx(70, rel=1e-12)


def test_scaling_all_property_weights_changes_nothing():
    nilai, timbang = [[90], [40], [75]], [3, 2, 5]
    satu = c("BMN_SCORE", nilai, [[t] for t in timbang])
    assert c("BMN_SCORE", nilai, [[t * 7] for t in timbang]) == pytest.approx(satu, rel=1e-12)


def test_the_property_rule_says_that_the_document_has_no_formula():
    assert "tidak memuat rumus" in fungsi.get("BMN_SCORE").rujukan


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("10 Orang x 2 Kali", 20),
        ("10x2", 20),
        ("1 Paket", 1),
        ("12", 12),
        ("5 Org/Hari x 3", 15),
        ("1.250,5 m2", 1250.5),
        ("2 x", None),
        ("x 2", None),
        ("dua kali", None),
        ("-2 Kali", None),
    ],
)
def test_a_written_coefficient_is_read_or_refused_never_guessed(teks, nilai):
    if nilai is None:
        with pytest.raises(KinerjaError, match="tidak terbaca"):
            c("RKA_KOEFISIEN", teks)
    else:
        assert c("RKA_KOEFISIEN", teks) == nilai


def test_a_written_coefficient_feeds_the_amount():
    assert c("RKA_JUMLAH", c("RKA_KOEFISIEN", "10 Orang x 2 Kali"), 45000) == 900000


def test_rb_weights_of_an_area_are_the_sum_of_its_printed_items():
    masa = keluarga("rb").untuk(2018)
    for satu in masa.parameter:
        butir = satu.catatan.removeprefix("Butir ").removesuffix(".").replace(",", ".").split("+")
        assert sum(map(float, butir)) == satu.nilai, satu.nama


def test_sakip_parts_of_a_component_are_twenty_thirty_and_fifty_percent():
    masa = keluarga("sakip").untuk(2024)
    bagian = [masa.angka(f"bagian_{n}") for n in ("keberadaan", "kualitas", "pemanfaatan")]
    tercetak = {
        "perencanaan": [6, 9, 15],
        "pengukuran": [6, 9, 15],
        "pelaporan": [3, 4.5, 7.5],
        "evaluasi": [5, 7.5, 12.5],
    }
    assert sum(bagian) == 100
    for nama, poin in tercetak.items():
        assert [masa.angka(f"bobot_{nama}") * b / 100 for b in bagian] == poin, nama
