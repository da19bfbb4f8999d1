"""Properties of IKPA: weights, konversi bobot, direction, years, and the manual read literally as negative control."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from kinerja_xl import functions as fungsi
from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.iku.ikpa import bobot

MASA = keluarga("ikpa").masa
TAHUN = [m.tahun_awal for m in MASA]


def tegak(nilai):
    return [[n] for n in nilai]


@pytest.mark.parametrize("masa", MASA, ids=lambda m: m.versi)
def test_weights_sum_to_100_in_every_version(masa):
    assert sum(bobot(masa).values()) == 100


def test_versions_have_the_numbers_of_indicators_of_their_regulations():
    assert {m.tahun_awal: len(bobot(m)) for m in MASA} == {2018: 12, 2020: 13, 2021: 13, 2022: 8, 2024: 7}


def test_the_twelve_weights_are_90_for_a_to_j_and_10_for_k_and_l():
    semua = list(bobot(MASA[0]).values())
    assert (sum(semua[:10]), sum(semua[10:])) == (90, 10)


@pytest.mark.parametrize("tahun", TAHUN)
def test_equal_scores_give_that_score_whatever_is_missing(tahun):
    """Renormalising by the weights that have data changes nothing when all scores are equal."""
    acak, n = Random(tahun), len(bobot(keluarga("ikpa").untuk(tahun)))
    for _ in range(30):
        nilai = [80 if acak.random() < 0.6 else None for _ in range(n)]
        nilai[0] = 80
        assert fungsi.call("IKPA_SCORE", tegak(nilai), tahun) == 80
        assert fungsi.call("IKPA_SCORE", tegak(nilai), tahun, 4, "tanpa") == pytest.approx(80, rel=1e-12)


@pytest.mark.parametrize("tahun", TAHUN)
@pytest.mark.parametrize("cara", ["bertahap", "tanpa"])
def test_a_better_score_never_lowers_the_index(tahun, cara):
    acak, n = Random(tahun), len(bobot(keluarga("ikpa").untuk(tahun)))
    for _ in range(60):
        nilai = [round(acak.uniform(0, 100), 2) for _ in range(n)]
        lebih, ke = list(nilai), acak.randrange(n)
        lebih[ke] = round(acak.uniform(nilai[ke], 100), 2)
        sebelum, sesudah = (fungsi.call("IKPA_SCORE", tegak(x), tahun, 4, cara) for x in (nilai, lebih))
        assert sesudah >= sebelum


@pytest.mark.parametrize("nama", ["IKPA_RETUR_SP2D", "IKPA_KESALAHAN_SPM", "IKPA_DISPENSASI_SPM", "IKPA_PAGU_MINUS"])
def test_more_faults_never_raise_an_inverse_indicator(nama):
    nilai = [fungsi.call(nama, salah, 2000) for salah in range(2001)]
    assert nilai[0] == 100
    assert all(a >= b for a, b in pairwise(nilai))


@pytest.mark.parametrize("nama", ["IKPA_UP", "IKPA_LPJ", "IKPA_KONTRAK", "IKPA_TAGIHAN", "IKPA_RENKAS"])
def test_more_in_time_never_lowers_a_normal_indicator(nama):
    nilai = [fungsi.call(nama, tepat, 60) for tepat in range(61)]
    assert (nilai[0], nilai[-1]) == (0, 100)
    assert all(a < b for a, b in pairwise(nilai))


def test_one_more_revision_never_raises_the_revision_score():
    nilai = [fungsi.call("IKPA_REVISI_DIPA", [[n, 1, 0, 2]]) for n in range(12)]
    assert all(a >= b for a, b in pairwise(nilai))


def test_the_components_of_the_first_quarter_chain_to_the_published_way_of_rounding():
    c = fungsi.call
    skor = [
        c("IKPA_REVISI_DIPA", [[1, None, None, None]]),
        c("IKPA_DEVIASI_DIPA", [[100, 200, 400]], [[90, 174.4, 342.4]]),
        c("IKPA_UP", 10, 12),
        c("IKPA_LPJ", 3, 3),
        c("IKPA_KONTRAK", 0, 0),
        c("IKPA_TAGIHAN", 18, 20),
        c("IKPA_PENYERAPAN", 125, 1000, 1),
        c("IKPA_RETUR_SP2D", 1, 200),
        c("IKPA_RENKAS", 4, 5),
        c("IKPA_KESALAHAN_SPM", 3, 120),
        None,
        None,
    ]
    assert skor[4] is None, "no contract is no data, not a zero"
    assert c("IKPA_SCORE", tegak(skor), 2019, 1) == 89.05
    assert c("IKPA_SCORE", tegak(skor), 2019, 1, "tanpa") == pytest.approx(89.04, abs=0.005)
    assert c("IKPA_KATEGORI", 89.05) == "Baik"


def test_the_manual_read_literally_cannot_be_the_rule():
    """Printed: a is the SP2D return, b lacks x 100, h and j are not turned round, g is of all pagu."""
    harfiah = {
        "a": 1 / 200 * 100,
        "b": 12.4 / 100,
        "c": 10 / 12 * 100,
        "d": 100,
        "f": 18 / 20 * 100,
        "g": 12.5,
        "h": 1 / 200 * 100,
        "i": 4 / 5 * 100,
        "j": 3 / 120 * 100,
    }
    timbang = {"a": 5, "b": 5, "c": 10, "d": 5, "f": 20, "g": 20, "h": 5, "i": 5, "j": 5}
    nilai = sum(harfiah[h] * timbang[h] for h in harfiah) / 100
    assert nilai == pytest.approx(38.01, abs=0.005)
    assert abs(nilai - 94.16) > 50, "the office's real value of 2023"


def test_the_year_is_required_and_chooses_the_version():
    with pytest.raises(KinerjaError, match="perlu IKPA_SCORE"):
        fungsi.call("IKPA_SCORE", tegak([100] * 7))
    with pytest.raises(KinerjaError, match="tahun"):
        fungsi.call("IKPA_SCORE", tegak([100] * 7), None)
    assert fungsi.call("IKPA_SCORE", tegak([100] * 12), 2019) == 100
    assert fungsi.call("IKPA_SCORE", tegak([100] * 7), 2024) == 100


@pytest.mark.parametrize("tahun", TAHUN)
def test_a_twin_over_argument_names_exists_for_every_version(tahun):
    assert 0 < len(fungsi.get("IKPA_SCORE").rumus_bernama(tahun)) < 8000


@pytest.mark.parametrize("tahun", TAHUN)
def test_a_twin_with_long_parameter_names_stays_below_8000_characters(tahun):
    n = len(bobot(keluarga("ikpa").untuk(tahun)))
    rumus = fungsi.get("IKPA_SCORE").rumus(
        f"'Data IKPA'!$D$101:$D${100 + n}",
        "'Data IKPA'!$D$3",
        "'Data IKPA'!$D$4",
        tahun=tahun,
        sebut=lambda keluarga, nama: f"par_{keluarga}_{nama}",
    )
    assert len(rumus) < 8000
