"""Structure checks: one smallest change that triggers each finding, nothing extra, and the honest workbook clean."""

from dataclasses import replace

import pytest

from kinerja_xl.read.buku import Kalkulasi, NamaTerdefinisi
from kinerja_xl.verify.checks.tampilan import akibat_format

JUDUL = ("Isi", 1, 1)


def test_an_honest_workbook_has_no_finding(buatan):
    assert buatan.temuan() == []


def test_a_missing_sheet_gives_one_finding_and_no_value_check(buatan):
    buatan.buku = replace(buatan.buku, lembar=tuple(s for s in buatan.buku.lembar if s.nama != "Ukur"))
    kasus = buatan.kasus()
    assert buatan.temuan() == [("NIL-16", ""), ("STR-07", "Ukur")]
    assert kasus.rangka_utuh is False


def test_a_sheet_that_cannot_be_read_is_not_called_missing(buatan):
    buatan.ubah_lembar("Ukur", terbaca=False, sel={})
    assert buatan.temuan() == [("NIL-16", ""), ("STR-57", "Ukur")]


def test_an_extra_sheet_is_told(buatan):
    buatan.buku = replace(buatan.buku, lembar=(*buatan.buku.lembar, replace(buatan.buku.lembar[0], nama="X", sel={})))
    assert buatan.temuan() == [("STR-08", "X")]


def test_a_renamed_sheet_is_one_finding_also_where_formulas_and_names_follow(buatan):
    buatan.ubah_lembar("Isi", nama="Isian 1")
    nama = tuple(replace(n, rumus=n.rumus.replace("'Isi'", "'Isian 1'")) for n in buatan.buku.nama)
    buatan.buku = replace(buatan.buku, nama=nama)
    assert buatan.temuan() == [("STR-09", "Isian 1")]


def test_a_moved_sheet_is_one_finding(buatan):
    a, b, c, d = buatan.buku.lembar
    buatan.buku = replace(buatan.buku, lembar=(b, c, d, a))
    assert buatan.temuan() == [("STR-10", "Isi")]


def test_a_hidden_sheet_is_told_and_a_very_hidden_one_may_become_hidden(buatan):
    buatan.ubah_lembar("Ukur", keadaan="hidden")
    buatan.ubah_lembar("Info", keadaan="hidden")
    assert buatan.temuan() == [("STR-11", "Ukur")]


def test_a_changed_label_is_told(buatan):
    buatan.ubah(JUDUL, "Lembar isian 2")
    assert buatan.temuan() == [("STR-12", "Isi!A1")]


def test_a_deleted_label_is_told(buatan):
    del buatan.sel["Isi"][1, 1]
    assert buatan.temuan() == [("STR-12", "Isi!A1")]


def test_a_fixed_number_respelled_is_the_same_number(buatan):
    buatan.ubah(("Isi", 1, 2), 2024.0)
    assert buatan.temuan() == []


def test_a_fixed_number_changed_or_made_text_is_told(buatan):
    buatan.ubah(("Isi", 1, 2), "2024")
    assert buatan.temuan() == [("STR-12", "Isi!B1")]


def test_line_ends_of_another_program_are_no_change(buatan):
    satu = buatan.manifest.lembar[0]
    sel = tuple(replace(s, nilai="dua\nbaris") if s.titik == (1, 1) else s for s in satu.sel)
    buatan.manifest = replace(buatan.manifest, lembar=(replace(satu, sel=sel), *buatan.manifest.lembar[1:]))
    buatan.ubah(JUDUL, "dua\r\nbaris")
    assert buatan.temuan() == []


def test_a_formula_in_a_fixed_cell_is_told(buatan):
    buatan.ubah(("Isi", 1, 2), 2024, rumus="2000+24")
    assert buatan.temuan() == [("RMS-05", "Isi!B1")]


def test_a_value_outside_the_template_is_told_and_a_blank_styled_cell_is_not(buatan):
    buatan.ubah(("Isi", 30, 5), 7)
    buatan.ubah(("Isi", 31, 5), None)
    assert buatan.temuan() == [("STR-13", "Isi!E30")]


def test_a_formula_outside_the_template_is_told(buatan):
    buatan.ubah(("Isi", 30, 5), 7, rumus="B2+1")
    assert buatan.temuan() == [("RMS-06", "Isi!E30")]


def test_an_unlocked_formula_is_told(buatan):
    buatan.ubah(("Isi", 4, 2), 103.57, rumus="ROUND(isi_realisasi/isi_target*100,2)", gaya=1)
    assert buatan.temuan() == [("STR-14", "Isi!B4")]


def test_a_sheet_without_protection_is_told(buatan):
    buatan.ubah_lembar("Ukur", terlindung=False)
    assert buatan.temuan() == [("STR-15", "Ukur")]


def test_merges_added_and_removed_are_told(buatan):
    buatan.ubah_lembar("Isi", gabungan=((2, 2, 3, 2),))
    assert buatan.temuan() == [("STR-16", "Isi!A12"), ("STR-16", "Isi!B2")]


def test_hidden_rows_and_columns_are_told_when_the_template_uses_them(buatan):
    buatan.ubah_lembar("Isi", baris_tersembunyi=frozenset({3, 500}), kolom_tersembunyi=frozenset({2, 40}))
    assert buatan.temuan() == [("STR-17", "Isi"), ("STR-18", "Isi")]


def test_white_text_on_white_is_told(buatan):
    buatan.ubah(JUDUL, "Lembar isian", gaya=3)
    assert buatan.temuan() == [("STR-19", "Isi!A1")]


def test_a_hiding_number_format_is_told(buatan):
    buatan.ubah(("Isi", 1, 2), 2024, gaya=2)
    assert buatan.temuan() == [("STR-20", "Isi!B1")]


@pytest.mark.parametrize(
    "kode",
    ["General", "@", "0", "#,##0.00", "0.00%", '"Rp"#,##0;-"Rp"#,##0', "#,##0;[Red]-#,##0", "dd/mm/yyyy hh:mm",
     "0;-0;;@", "[h]:mm", "#,##0_);(#,##0)", '0.00" %"', "[$-421]dd mmmm yyyy",
     '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-',
     "# ?/8", "0.00E+00", "dd/mm/yyyy;@", '[$Rp-421]#,##0'],
)  # fmt: skip
def test_ordinary_number_formats_show_what_is_stored(kode):
    assert akibat_format(kode) is None


@pytest.mark.parametrize("kode", [";;;", '"100"', "0;;", '"LENGKAP"', "0\\9", "5", "0,", '0"00"', ';;;"OK"', '""'])
def test_number_formats_that_hide_or_spoof_are_recognised(kode):
    assert akibat_format(kode) is not None


def test_a_deleted_name_is_told_at_its_cell(buatan):
    buatan.buku = replace(buatan.buku, nama=tuple(n for n in buatan.buku.nama if n.nama != "isi_target"))
    assert buatan.temuan() == [("STR-21", "Isi!B2")]


def test_a_redirected_name_is_told_and_another_spelling_of_its_address_is_not(buatan):
    ganti = {"isi_target": "Isi!$B$3", "isi_realisasi": "Isi!$B$3"}
    nama = tuple(replace(n, rumus=ganti.get(n.nama, n.rumus)) for n in buatan.buku.nama)
    buatan.buku = replace(buatan.buku, nama=nama)
    assert buatan.temuan() == [("STR-22", "Isi!B2")]


def test_a_name_shadowed_by_a_sheet_is_told(buatan):
    bayang = NamaTerdefinisi("ISI_TARGET", "Isi!$B$3", "Isi", True)
    buatan.buku = replace(buatan.buku, nama=(*buatan.buku.nama, bayang))
    assert buatan.temuan() == [("STR-23", "Isi")]


def test_an_inserted_row_is_one_finding_not_dozens(buatan):
    lama = dict(buatan.sel["Isi"])
    buatan.sel["Isi"].clear()
    for (b, k), sel in lama.items():
        buatan.sel["Isi"][(b + 1, k) if b >= 3 else (b, k)] = replace(sel, baris=b + 1 if b >= 3 else b)
    assert buatan.temuan() == [("NIL-16", ""), ("STR-24", "Isi")]


def test_the_1904_date_system_is_told(buatan):
    buatan.buku = replace(buatan.buku, date1904=True)
    assert buatan.temuan() == [("STR-25", "")]


def test_settings_of_calculation_are_told(buatan):
    buatan.buku = replace(buatan.buku, kalkulasi=Kalkulasi("manual", True, True))
    assert buatan.temuan() == [("NIL-05", ""), ("NIL-06", ""), ("NIL-07", "")]
