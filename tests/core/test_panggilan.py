"""Cells of any program become one thing before a rule sees them; help fits every function wizard."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.panggilan import argumen, bantuan, bantuan_argumen, kategori, panggil, pemeriksa
from kinerja_xl.core.registry import Argumen
from kinerja_xl.functions import functions

ANGKA = Argumen("nilai", "angka", "nilai")
RENTANG = Argumen("data", "rentang", "data")
BOLEH = Argumen("libur", "rentang", "hari libur", opsional=True)
SEMUA = functions()


@pytest.mark.parametrize(
    ("isi", "harus"),
    [
        (5, 5),
        ([[5]], 5),
        ((5,), 5),
        ("", None),
        ("  ", None),
        ([[None]], None),
        (Decimal("1250000.5"), 1250000.5),
        (date(2024, 1, 31), 45322),
        (datetime(2024, 1, 31, 12), 45322.5),
        ("Maximize", "Maximize"),
        (True, True),
        (-2146826301, -2146826301),
    ],
)
def test_a_single_cell_is_the_same_however_it_comes(isi, harus):
    assert argumen(ANGKA, isi) == harus and type(argumen(ANGKA, isi)) is not Decimal


@pytest.mark.parametrize("isi", [[[1, 2]], [[1], [2]], [1, 2]])
def test_several_cells_are_refused_where_one_is_due(isi):
    with pytest.raises(KinerjaError, match="harus satu sel"):
        argumen(ANGKA, isi)


def test_a_range_stays_rows_and_a_blank_one_that_may_be_left_out_is_left_out():
    assert argumen(RENTANG, ((1, ""), (None, "a"))) == [[1, None], [None, "a"]]
    assert argumen(RENTANG, [[None, None]]) == [[None, None]]
    assert argumen(BOLEH, [[None], [""]]) is None
    assert argumen(BOLEH, [[date(2024, 1, 1)]]) == [[45292]]


@pytest.mark.parametrize(
    "galat",
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#n/a", -2146826246],
)
def test_an_error_cell_stops_the_call_and_its_place_is_told(galat):
    with pytest.raises(KinerjaError, match=r"^baris 2, kolom 1: sel data berisi galat ") as salah:
        argumen(RENTANG, [[1], [galat]])
    assert (salah.value.baris, salah.value.kolom) == (2, 1)


@pytest.mark.parametrize("teks", ["#1", "# Balikpapan", "#VALUE", "nomor #N/A"])
def test_a_text_that_begins_with_a_hash_is_a_text(teks):
    assert argumen(RENTANG, [[teks]]) == [[teks]]


def test_no_data_is_an_empty_cell_and_a_checker_answers_in_words():
    assert panggil(SEMUA["REKOMENDASI_PERSEN"], 0, 0) == ""
    assert panggil(SEMUA["IKM_CEK"], [[5] * 9]).startswith("baris 1, kolom 1: ")
    assert panggil(SEMUA["IKM_CEK"], [["#REF!"] * 9]).startswith("baris 1, kolom 1: sel jawaban berisi galat #REF!")
    with pytest.raises(KinerjaError, match="argumen"):
        panggil(SEMUA["IKM_MUTU"], 80, None, 3)
    assert panggil(SEMUA["IKM_NRR"], [[4] * 9]) == [[Fraction(4)] * 9]


def test_help_fits_and_says_something_for_every_function():
    for nama, fungsi in SEMUA.items():
        for bahasa in ("id", "en"):
            teks = [bantuan(fungsi, bahasa), *(bantuan_argumen(a, bahasa) for a in fungsi.argumen)]
            assert all(0 < len(t) <= 255 and "\n" not in t for t in teks), nama
        assert bantuan(fungsi).startswith(fungsi.judul)
        assert kategori(fungsi).startswith("Kinerja: ")
        assert pemeriksa(fungsi) == nama.endswith("_CEK")
    panjang = Argumen("x", "angka", "kata " * 80, opsional=True)
    assert len(bantuan_argumen(panjang)) <= 255 and bantuan_argumen(panjang).endswith("...")
