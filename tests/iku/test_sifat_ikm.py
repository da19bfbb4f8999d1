"""Properties of the IKM: bounds, order of respondents, monotony, exact classes, and wrong weights in use."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from random import Random
from types import ModuleType
from typing import Any

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.functions import call, get

SATU = st.lists(st.sampled_from([1, 2, 3, 4, None]), min_size=9, max_size=9)
SURVEI = st.lists(SATU, min_size=1, max_size=25).map(lambda baris: [[1, 2, 3, 4, 1, 2, 3, 4, 1], *baris])


@given(SURVEI)
@settings(max_examples=150, deadline=None)
def test_the_index_lies_between_25_and_100(jawaban: list[list[Any]]) -> None:
    assert 25 <= call("IKM_SCORE", jawaban) <= 100


@given(SURVEI, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_respondents_does_not_matter(jawaban: list[list[Any]], acak: Random) -> None:
    lain = jawaban[:]
    acak.shuffle(lain)
    assert call("IKM_SCORE", lain) == call("IKM_SCORE", jawaban)


@given(SURVEI, st.integers(0, 25), st.integers(0, 8))
@settings(max_examples=150, deadline=None)
def test_a_better_answer_never_lowers_the_index(jawaban: list[list[Any]], baris: int, kolom: int) -> None:
    baris %= len(jawaban)
    dulu = jawaban[baris][kolom]
    if dulu is None or dulu == 4:
        return
    naik = [[*isi] for isi in jawaban]
    naik[baris][kolom] = dulu + 1
    assert call("IKM_SCORE", naik) > call("IKM_SCORE", jawaban)


@given(SURVEI)
@settings(max_examples=100, deadline=None)
def test_the_averages_give_the_same_index(jawaban: list[list[Any]]) -> None:
    assert call("IKM_DARI_NRR", call("IKM_NRR", jawaban)) == call("IKM_SCORE", jawaban)


def _ratusan_tepat(jawaban: list[list[Any]]) -> int:
    """The index in whole hundredths, half up, by exact fractions without any floating point."""
    jumlah = Fraction(0)
    for kolom in zip(*jawaban, strict=True):
        isi = [n for n in kolom if n is not None]
        jumlah += Fraction(sum(isi), len(isi))
    return floor(jumlah * 25 / 9 * 100 + Fraction(1, 2))


def _mutu_tepat(ratusan: int) -> str:
    return "A" if ratusan >= 8831 else "B" if ratusan >= 7661 else "C" if ratusan >= 6500 else "D"


# Most surveys lie about a bound: 3 and 4 about 88.31, 3 with some 2 and 4 about 76.61, 2 and 3 about 65.00.
_CONDONG = ((1, 2, 3, 4), (3, 4), (3, 3, 4, 4, 4), (3, 3, 3, 2, 4), (2, 3), (3, 3, 2, 2, 3, None), (4, 4, 3, 3, None))


def test_no_class_differs_from_exact_fractions_on_100000_surveys() -> None:
    acak = Random(14_2017)
    skor, mutu = get("IKM_SCORE"), get("IKM_MUTU")
    di_tepi, ada = 0, set()
    for _ in range(100_000):
        condong = acak.choice(_CONDONG)
        jawaban = [acak.choices(condong, k=9) for _ in range(acak.randint(1, 5))]
        jawaban.append(acak.choices((2, 3, 4), k=9))
        ratusan = _ratusan_tepat(jawaban)
        hasil = mutu(skor(jawaban))
        assert hasil == _mutu_tepat(ratusan), jawaban
        ada.add(hasil)
        di_tepi += min(abs(ratusan - batas) for batas in (6500, 7661, 8831)) <= 5
    assert ada == set("ABCD")
    assert di_tepi > 500, "the sample must come close to the bounds to prove anything"


@pytest.mark.parametrize(("atas", "mutu"), [(6500, "C"), (7661, "B"), (8831, "A")])
def test_exact_halves_of_a_hundredth_go_up_at_every_bound(atas: int, mutu: str) -> None:
    """Averages whose exact index is x.xx5, just at a bound: the class above, never below by a binary remainder."""
    bawah = _mutu_tepat(atas - 1)
    for per_unsur in range(9):  # the same sum spread over the nine averages in different ways
        jumlah = Fraction(2 * atas - 1, 200) * 9 / 25
        rata = [jumlah / 9] * 9
        rata[per_unsur] += Fraction(1, 7)
        rata[(per_unsur + 4) % 9] -= Fraction(1, 7)
        nilai = call("IKM_DARI_NRR", [[float(n) for n in rata]])
        assert call("IKM_MUTU", nilai) == mutu
        assert call("IKM_MUTU", nilai - 1e-6) == bawah


def test_arrays_frames_and_tuples_give_the_index_of_plain_lists() -> None:
    jawaban = [[4, 3, None, 4, 4, 4, 4, 4, 4], [4, 3, 3, 4, 4, 4, 4, 4, 4]]
    harus = call("IKM_SCORE", jawaban)
    bingkai = pandas.DataFrame(jawaban)
    for isi in (bingkai, bingkai.to_numpy(), tuple(map(tuple, jawaban)), numpy.array(jawaban, dtype=object)):
        assert call("IKM_SCORE", isi) == harus
    assert call("IKM_SCORE", [4] * 9) == 100, "a flat list is one respondent"


@pytest.mark.parametrize(("bobot", "terbit"), [("0.11", 90.56), ("0.111", 91.38), ("0.1111", 91.47), ("(1/9)", 91.48)])
def test_a_truncated_weight_in_the_twin_gives_the_published_wrong_index(
    bobot: str, terbit: float, mesin_uji: ModuleType
) -> None:
    fungsi = get("IKM_SCORE")
    kasus = next(k for k in keluarga("ikm").kasus if "GASPUL" in k["nama"] and k["fungsi"] == "IKM_SCORE")
    satu = mesin_uji.soal(fungsi, kasus["masuk"])
    angka = {"bobot": bobot, "nilai_dasar": "25"}
    rumus = fungsi.rumus(*satu.alamat(), sebut=lambda keluarga, nama: angka[nama])
    assert mesin_uji.hitung_rumus(satu, rumus) == pytest.approx(terbit, abs=0.005)


@pytest.mark.parametrize(
    ("bobot", "nilai", "mutu"),
    [("(1/9)", 88.333, "A"), ("0.1111", 88.325, "A"), ("0.111", 88.245, "B"), ("0.11", 87.45, "B")],
)
def test_a_truncated_weight_lowers_the_grade_of_the_same_averages(
    bobot: str, nilai: float, mutu: str, mesin_uji: ModuleType
) -> None:
    """Averages that sum to 31.80: A by the exact weight, B where the weight is cut to 0.111."""
    fungsi = get("IKM_DARI_NRR")
    satu = mesin_uji.soal(fungsi, [[[3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.6, 3.6, 3.6]]])
    angka = {
        "bobot": bobot,
        "nilai_dasar": "25",
        "jumlah_unsur": "9",
        "jawaban_terendah": "1",
        "jawaban_tertinggi": "4",
    }
    hasil = mesin_uji.hitung_rumus(satu, fungsi.rumus(*satu.alamat(), sebut=lambda keluarga, nama: angka[nama]))
    assert hasil == pytest.approx(nilai, abs=0.001)
    assert call("IKM_MUTU", hasil) == mutu
