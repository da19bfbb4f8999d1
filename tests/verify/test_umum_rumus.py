"""Formulas of an office's own spreadsheet: computed again, held against their neighbours, sums looked at."""

from __future__ import annotations

from typing import Any

import pytest
from _umum_uji import buku, hasil, kolom, nama, temuan

from kinerja_xl.mesin import m_formualizer
from kinerja_xl.read.buku import Kalkulasi
from kinerja_xl.verify.berkas import Pilihan, periksa_buku
from kinerja_xl.verify.umum import batas


def _persen(ubah: dict[str, Any] | None = None) -> dict[str, Any]:
    """Eight rows of target, realisasi and percentage, with a total of the targets."""
    isi: dict[str, Any] = {"A1": "Kegiatan", "B1": "Rencana", "C1": "Hasil", "D1": "Selisih"}
    for b in range(2, 10):
        isi |= {f"A{b}": f"Kegiatan {b}", f"B{b}": 10 * b, f"C{b}": 10 * b - 5, f"D{b}": (f"=C{b}-B{b}", -5)}
    return isi | {"B11": ("=SUM(B2:B9)", 440), "D11": ("=SUM(D2:D9)", -40)} | (ubah or {})


def test_an_honest_sheet_has_no_finding_and_every_formula_is_computed() -> None:
    satu = hasil(_persen())
    assert [t.code for t in satu.findings] == ["STR-01"]
    assert satu.cells == {"input": 0, "formula": 10, "checked": 10, "unverifiable": 0}
    assert satu.verdict == "lulus-dengan-peringatan"
    assert "10 dari 10 rumus dihitung ulang" in satu.findings[0].message


def test_a_stale_value_is_told_at_its_own_cell_with_the_right_value() -> None:
    satu = hasil(_persen({"D4": ("=C4-B4", -6)}))
    (beda,) = (t for t in satu.findings if t.code == "NIL-20")
    assert (beda.cell, beda.data["tersimpan"], beda.data["dihitung"]) == ("D4", -6, -5)
    assert [t.cell for t in satu.findings if t.code.startswith("NIL")] == ["D4"]  # the sum holds the right value
    assert satu.verdict == "ditolak"


def test_a_changed_input_is_told_where_it_is_read() -> None:
    assert temuan(_persen({"C5": 46})) == [("NIL-20", "D5")]


@pytest.mark.parametrize(("rumus", "nilai"), [
    ("=NAMA_TAK_ADA", 1), ("=TODAY()", 45000), ("=Lain!A1", 1), ("=[1]Lain!A1", 1), ("=OFFSET(B2,1,0)", 7),
    ("=RANK(B2,B2:B9)", 8),
])  # fmt: skip
def test_what_is_not_computed_here_is_no_fault(rumus: str, nilai: Any) -> None:
    satu = hasil(_persen({"F3": (rumus, nilai)}))
    tak = [t for t in satu.findings if t.code == "NIL-24"]
    assert [(t.cell, t.level) for t in tak] == [("F3", "info")]
    assert satu.cells["unverifiable"] == 1
    assert not any(t.level == "galat" for t in satu.findings)


def test_one_engine_alone_blames_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(m_formualizer, "tersedia", lambda: False)
    satu = hasil(_persen({"C5": 46}))
    assert [(t.code, t.level) for t in satu.findings if t.code != "STR-01"] == [("NIL-24", "info")]


def test_missing_results_are_told_once_and_are_no_fault() -> None:
    satu = hasil({"A1": 1, "A2": 2, "A3": ("=SUM(A1:A2)", None), "B3": ("=A3*2", None)})
    assert [(t.code, t.level) for t in satu.findings if t.code in ("NIL-23", "NIL-24")] == [
        ("NIL-23", "peringatan"), ("NIL-24", "info"),
    ]  # fmt: skip
    assert satu.verdict == "lulus-dengan-peringatan"


def test_whole_columns_names_and_empty_texts_are_computed_as_a_spreadsheet_does() -> None:
    isi = {**kolom("A", 1, 1, 2, 3), "B1": ("=SUM(A:A)", 6), "B2": ("=jumlah*2", 12), "B3": ('=IF(A1>5,1,"")', ""),
           "B4": ("=B3", ""), "B5": ('=IF(B3="",TRUE(),FALSE())', True), "B6": ("=SUM($1:$1)", 7)}  # fmt: skip
    assert temuan(isi, nama=(nama("jumlah", "Data!$B$1"),)) == []


@pytest.mark.parametrize(("isi", "sel"), [
    ({"A1": 1, "A2": 2, "A3": ("=SUM(A1:A3)", 0)}, "A3"),
    ({"A1": ("=B1+1", 0), "B1": ("=C1+1", 0), "C1": ("=A1+1", 0)}, "A1"),
])  # fmt: skip
def test_a_circle_is_told_once(isi: dict[str, Any], sel: str) -> None:
    satu = hasil(isi)
    assert [(t.code, t.cell, t.level) for t in satu.findings if t.code == "RMS-20"] == [("RMS-20", sel, "galat")]


def test_a_circle_through_a_condition_is_a_warning_and_row_numbers_are_none() -> None:
    satu = hasil({"A1": ("=IF(B1>0,1,A1)", 1), "B1": 1})
    assert [(t.code, t.level) for t in satu.findings if t.code == "RMS-20"] == [("RMS-20", "peringatan")]
    assert ("RMS-20", "A2") not in temuan({"A2": ("=ROW(A2)-1", 1)})


def test_a_number_over_a_formula_is_told_with_the_formula_that_belongs_there() -> None:
    satu = hasil(_persen({"D5": -5}))
    (ketik,) = (t for t in satu.findings if t.code == "RMS-21")
    assert (ketik.cell, ketik.data["seharusnya"], ketik.level) == ("D5", "=C5-B5", "peringatan")


def test_a_number_at_the_lower_end_needs_the_column_beside_it() -> None:
    isi = {f"A{b}": b for b in range(2, 8)} | {f"B{b}": (f"=A{b}*2", b * 2) for b in range(2, 7)} | {"B7": 14}
    assert temuan(isi) == []
    isi |= {f"C{b}": (f"=B{b}+A{b}", b * 3) for b in range(2, 8)}
    assert temuan(isi) == [("RMS-21", "B7")]


@pytest.mark.parametrize("isi", [
    {"D5": None}, {"D5": "belum ada"}, {"B6": 60, "C6": 55},
    {"A6": "Subjumlah", "B6": ("=SUM(B2:B5)", 140), "C6": ("=SUM(C2:C5)", 120), "D6": ("=SUM(D2:D5)", -20),
     "B11": ("=SUBTOTAL(9,B2:B9)", 300), "D11": ("=SUBTOTAL(9,D2:D9)", 0)},
])  # fmt: skip
def test_blanks_texts_inputs_and_total_rows_are_no_odd_ones(isi: dict[str, Any]) -> None:
    kode = {kode for kode, _ in temuan(_persen(isi))}
    assert not kode & {"RMS-21", "RMS-22"}


def test_a_formula_unlike_its_neighbours_is_told() -> None:
    satu = hasil(_persen({"D6": ("=C6-B5", 5), "D11": ("=SUM(D2:D9)", -30)}))
    (beda,) = (t for t in satu.findings if t.code == "RMS-22")
    assert (beda.cell, beda.data["seharusnya"]) == ("D6", "=C6-B6")


def test_a_row_of_another_kind_throughout_is_design() -> None:
    isi: dict[str, Any] = {}
    for b in range(2, 9):
        for k in "CDE":
            isi[f"{k}{b}"] = (f"=$A{b}+1", b + 1) if b != 5 else (f"=$A{b}*3", 15)
        isi[f"A{b}"] = b
    assert temuan(isi) == []


def test_a_row_below_the_range_but_above_the_total_is_told() -> None:
    satu = hasil(_persen({"B11": ("=SUM(B2:B8)", 350)}))
    (lewat,) = (t for t in satu.findings if t.code == "RMS-23")
    assert (lewat.cell, lewat.data["terlewat"], lewat.data["seharusnya"]) == ("B11", "B9", "=SUM(B2:B9)")


def test_a_first_row_left_out_is_told_but_no_heading() -> None:
    isi = {"A2": "Gaji", "A3": "Listrik", "A4": "Air", **kolom("B", 2, 5, 6, 7)}
    assert temuan(isi | {"B5": ("=SUM(B3:B4)", 13)}) == [("RMS-23", "B5")]
    tahun = {"A2": "Uraian", "B2": 2024, "A3": "Listrik", "A4": "Air", "B3": 6, "B4": 7, "B5": ("=SUM(B3:B4)", 13)}
    assert temuan(tahun) == []
    nomor = {"A2": 1, "B2": 2, "C2": 3, **kolom("B", 3, 6, 7), "B5": ("=SUM(B3:B4)", 13)}
    assert temuan(nomor) == []


def test_a_subtotal_counted_with_its_parts_is_told() -> None:
    isi = {**kolom("B", 2, 1, 2, 3), "B5": ("=SUM(B2:B4)", 6), **kolom("B", 6, 4, 5), "B8": ("=SUM(B2:B7)", 21)}
    assert temuan(isi) == [("RMS-24", "B8")]
    assert temuan(isi | {"B8": ("=SUM(B5,B6:B7)", 15)}) == []


def test_a_chain_of_colons_is_told_and_still_computed() -> None:
    isi = {**kolom("T", 56, *[1] * 12), "U68": ("=SUM(T56:T64:T67)", 12)}
    satu = hasil(isi)
    (rantai,) = (t for t in satu.findings if t.code == "RMS-25")
    assert (rantai.data["arti"], rantai.data["mungkin"]) == ("T56:T67", "T56:T64,T67")
    assert satu.cells["checked"] == 1
    assert temuan({**kolom("T", 56, *[1] * 12), "U68": ("=SUM(T56:T67)", 12)}) == []


@pytest.mark.parametrize(("rumus", "nilai", "kode"), [
    ("=SUM(B2:B9)+1250", 1690, "RMS-26"), ("=SUM(B2:B9)+1", 441, ""), ("=SUM(B2:B9)*0.15", 66, "RMS-27"),
    ("=SUM(B2:B9)*100", 44000, ""), ("=B2*12%", 2.4, "RMS-27"), ("=ROUND(B2/3,2)", 6.67, ""),
])  # fmt: skip
def test_numbers_typed_into_formulas(rumus: str, nilai: float, kode: str) -> None:
    assert temuan(_persen({"F4": (rumus, nilai)})) == ([(kode, "F4")] if kode else [])


def test_an_error_is_told_where_it_begins() -> None:
    satu = hasil({"A1": 0, "B1": ("=1/A1", "#DIV/0!"), "C1": ("=B1+1", "#DIV/0!"), "D1": ("=C1*2", "#DIV/0!")})
    (galat,) = (t for t in satu.findings if t.code == "NIL-22")
    assert (galat.cell, galat.level) == ("B1", "galat")
    assert "2 sel lain ikut menjadi galat" in galat.message
    assert temuan({"A1": ("=NA()", "#N/A")}) == []


def test_a_stored_error_that_the_formula_does_not_give_is_told() -> None:
    assert temuan({"A1": 2, "B1": ("=A1*2", "#NAME?")}) == [("NIL-21", "B1")]


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batas, "MAKS_HITUNG", 3)
    assert ("NIL-24", "D5") in temuan(_persen())
    satu = hasil(_persen())
    assert (satu.cells["checked"], satu.cells["unverifiable"]) == (3, 7)
    monkeypatch.setattr(batas, "MAKS_BACA_SATU", 5)
    assert hasil(_persen()).cells["checked"] == 0


def test_the_same_workbook_gives_the_same_report() -> None:
    satu = buku(_persen({"D5": -5, "C6": 1}), kalkulasi=Kalkulasi())
    assert periksa_buku(satu, Pilihan()).to_dict() == periksa_buku(satu, Pilihan()).to_dict()


@pytest.mark.parametrize("rumus", [
    "SUMPRODUCT((A1:A60000>0)*(A1:ZZ1>0))", "COUNTIF(A1:A60000,A1:A60000)", "NETWORKDAYS(1,2958465)", "2^2^2^2^2",
    "&".join(["A1"] * 1500), "(" * 60 + "1" + ")" * 60, "A" * 8000, "SUM(A1:A60000)" + "+1" * 3000, "ROUND(1,1E9)",
    "SUM(A1:A2:A3:A4:A5:A6:A7:A8)", "'x" * 4000, '"' * 8001, "[" * 8000, "A:A:A:A", "1:1:1", "$$$A$1",
])  # fmt: skip
def test_hostile_formulas_end_in_a_verdict(rumus: str) -> None:
    isi = {"A1": "x" * 199, **{f"C{b}": (f"={rumus}", 1) for b in range(1, 301)}}
    assert hasil(isi).verdict in ("lulus-dengan-peringatan", "ditolak")
