"""Formulas and values: edits, stale results, error values, the second engine, the official value."""

from dataclasses import replace

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import Panggilan
from kinerja_xl.verify.checks import jalankan
from kinerja_xl.verify.checks.rumus import sekitar_beda
from kinerja_xl.verify.rumus_baku import sama
from kinerja_xl.verify.sebanding import sama_nilai
from kinerja_xl.verify.temuan import buat

CAPAIAN = ("Isi", 4, 2)
RUMUS = "ROUND(isi_realisasi/isi_target*100,2)"


def test_a_formula_replaced_by_its_own_value_is_told_once(buatan):
    buatan.ubah(CAPAIAN, 103.57)
    assert buatan.temuan() == [("RMS-01", "Isi!B4")]


def test_a_deleted_formula_is_told(buatan):
    buatan.ubah(CAPAIAN, None)
    assert buatan.temuan() == [("RMS-02", "Isi!B4")]


def test_an_edited_formula_with_the_same_value_is_only_a_formula_finding(buatan):
    buatan.ubah(CAPAIAN, 103.57, rumus="ROUND(isi_realisasi/84*100,2)")
    assert buatan.temuan() == [("RMS-03", "Isi!B4")]


def test_an_edited_formula_with_another_value_is_both(buatan):
    buatan.ubah(CAPAIAN, 120, rumus="ROUND(isi_realisasi/isi_target*100,2)+16.43")
    assert buatan.temuan() == [("NIL-01", "Isi!B4"), ("RMS-03", "Isi!B4")]


def test_two_long_formulas_are_shown_where_they_begin_to_differ():
    panjang = "+".join(f"A{n}" for n in range(1, 120))
    ada, harus = sekitar_beda(f"={panjang}", f"={panjang.replace('A99', 'B99')}")
    assert ("+A99+" in ada, "+B99+" in harus, len(ada) <= 110, ada[0]) == (True, True, True, "…")
    assert sekitar_beda("=1+1", f"={panjang}") == ("=1+1", f"={panjang[:107]}…")


def test_an_array_formula_is_told(buatan):
    buatan.ubah(CAPAIAN, 103.57, rumus=RUMUS, larik="B4")
    assert buatan.temuan() == [("RMS-04", "Isi!B4")]


@pytest.mark.parametrize(
    ("kiri", "kanan"),
    [
        ("SUM('Isi'!$B$2:$B$3)", "sum( Isi!$B$2:$B$3 )"),
        ("IF(a=0,TRUE,FALSE)", "IF( A = 0 , TRUE() , false() )"),
        ("_xlfn.IFNA(B2,0.10)", "IFNA(b2,.1)"),
        ("COUNTIF('IK5'!$C$4,\">0\")", 'COUNTIF(IK5!$C$4,">0")'),
        ("1E-3*B2", "0.001*B2"),
        ("COUNT('Isi'!$F$6:$F$6)", "COUNT(Isi!$F$6)"),
        ("+A1+B1", "A1+B1"),
        ("SUM(+A1,+B1)*(+2)", "SUM(A1,B1)*(2)"),
        ("_xlfn._xlws.SORT(A1:A9)", "SORT(a1:a9)"),
        ("'It''s'!A1", "'IT''S'!a1"),
        ('IF(A1<>"",A1,"")', 'IF(A1 <> "", A1, "")'),
    ],
)
def test_spellings_of_other_programs_are_the_same_formula(kiri, kanan):
    assert sama(kiri, kanan)


@pytest.mark.parametrize(
    ("kiri", "kanan"),
    [
        ("SUM($B$2:$B$9)", "SUM($B$2:$B$8)"),
        ("SUM($B$2)", "SUM(B2)"),
        ("SUM(B2:$B$2)", "SUM(B2)"),
        ('IF(A1="ya",1,0)', 'IF(A1="Ya",1,0)'),
        ('A1&" "', 'A1&""'),
        ("A1<=B1", "A1<B1"),
        ("A1*100", "A1*100.1"),
        ("'Isi'!A1", "'Isi 2'!A1"),
        ("nama_a", "nama_b"),
        ("A1+B1", "A1-B1"),
        ("-A1", "A1"),
        ("A1%+B1", "A1%B1"),
        ('IF(A1="",+1,-1)', 'IF(A1="",1,1)'),
        ("12", "1+2"),
        ("ROUND(A1,2)", "ROUNDUP(A1,2)"),
    ],
)
def test_every_real_edit_is_another_formula(kiri, kanan):
    assert not sama(kiri, kanan)


def test_an_edited_result_is_told_with_both_values(buatan):
    buatan.ubah(CAPAIAN, 103.58, rumus=RUMUS)
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.sheet, temuan.cell, temuan.name) == ("NIL-01", "Isi", "B4", "isi_capaian")
    assert (temuan.data["tersimpan"], temuan.data["dihitung"]) == (103.58, 103.57)
    assert temuan.message.startswith("Isi!B4: tertulis 103,58, seharusnya 103,57")


@pytest.mark.parametrize("nilai", [103.57 + 1e-8, 103.57 * (1 + 1e-12), 103.57])
def test_only_noise_below_a_billionth_is_forgiven(buatan, nilai):
    buatan.ubah(CAPAIAN, nilai, rumus=RUMUS)
    assert buatan.temuan() == []


@pytest.mark.parametrize(
    ("kiri", "kanan", "sama"),
    [
        (12_345_678_901, 12_345_678_902, False),
        (12_345_678_901.25, 12_345_678_901.26, False),
        (12_345_678_901.25, 12_345_678_901.2503, True),
        (9.87e13, 9.87e13 + 0.05, True),
        (9.87e13, 9.87e13 + 5, False),
        (0.1 + 0.2, 0.3, True),
        (1e-5, 1.1e-5, False),
        (-84.5, 84.5, False),
    ],
)
def test_no_rupiah_can_be_added_to_a_large_sum(kiri, kanan, sama):
    assert sama_nilai(kiri, kanan) is sama


@pytest.mark.parametrize("nilai", [103.57 + 1e-6, "103.57", True])
def test_another_number_or_another_kind_is_a_difference(buatan, nilai):
    buatan.ubah(CAPAIAN, nilai, rumus=RUMUS)
    assert buatan.temuan() == [("NIL-01", "Isi!B4")]


def test_a_stale_result_names_the_input_that_was_changed(buatan):
    buatan.isi(("Isi", 2, 2), 80)
    buatan.hasil[CAPAIAN] = 108.75
    isian = {CAPAIAN: {("Isi", 2, 2), ("Isi", 3, 2)}}
    buatan.pendahulu = lambda titik: isian.get(titik, {("Isi", 3, 2)})
    (temuan,) = jalankan(buatan.kasus())
    assert temuan.code == "NIL-01"
    assert temuan.data["isian"][0] == "isi_target (Isi!B2)"
    assert "isi_target" in temuan.message


def test_a_missing_result_is_told(buatan):
    buatan.ubah(CAPAIAN, None, rumus=RUMUS)
    assert buatan.temuan() == [("NIL-02", "Isi!B4")]


def test_a_file_without_any_result_is_one_finding(buatan):
    for titik, sel, _ in list(buatan.kasus().setiap("rumus")):
        buatan.ubah(titik, None, rumus=sel.rumus)
    kasus = buatan.kasus()
    assert [t.code for t in jalankan(kasus)] == ["NIL-09"]
    assert (kasus.diperiksa, kasus.tak_terperiksa) == (0, 7)


def test_an_error_result_is_told(buatan):
    buatan.ubah(CAPAIAN, "#DIV/0!", rumus=RUMUS)
    assert buatan.temuan() == [("NIL-04", "Isi!B4")]


def test_results_that_rest_on_an_error_input_are_counted_not_blamed(buatan):
    buatan.isi(("Isi", 2, 2), "#REF!")
    buatan.ubah(CAPAIAN, "#REF!", rumus=RUMUS)
    buatan.pendahulu = lambda titik: [("Isi", 2, 2)] if titik == CAPAIAN else []
    kasus = buatan.kasus()
    assert sorted(t.code for t in jalankan(kasus)) == ["ISI-11", "NIL-10"]
    assert (kasus.diperiksa, kasus.tak_terperiksa) == (6, 1)


def test_a_second_engine_that_agrees_with_the_file_clears_it(buatan):
    buatan.ubah(CAPAIAN, 103.58, rumus=RUMUS)
    buatan.lain = lambda titik: {CAPAIAN: 103.58}
    kasus = buatan.kasus()
    assert [(t.code, t.data["jumlah"], t.data["pertama"]) for t in jalankan(kasus)] == [("NIL-15", 1, "Isi!B4")]
    assert (kasus.diperiksa, kasus.tak_terperiksa) == (6, 1)


@pytest.mark.parametrize(("ketiga", "kode"), [(103.57, "NIL-01"), (103.6, "NIL-15"), (103.58, "NIL-15")])
def test_where_all_engines_differ_only_a_third_that_sides_with_the_first_confirms(buatan, ketiga, kode):
    buatan.ubah(CAPAIAN, 103.58, rumus=RUMUS)
    buatan.lain, buatan.ketiga = lambda titik: {CAPAIAN: 103.6}, lambda titik: {CAPAIAN: ketiga}
    assert [kode_ for kode_, _ in buatan.temuan()] == [kode]


def test_a_second_engine_that_cannot_compute_the_cell_leaves_the_first_alone(buatan):
    def gagal(titik):
        raise KinerjaError("tidak dapat")

    buatan.ubah(CAPAIAN, 103.58, rumus=RUMUS)
    for lain in (gagal, lambda titik: {}):
        buatan.lain = lain
        assert buatan.temuan() == [("NIL-01", "Isi!B4")]


def test_a_result_whose_reader_is_right_was_overwritten(buatan):
    buatan.ubah(CAPAIAN, 120, rumus=RUMUS)
    buatan.pembaca = lambda titik: [("Ukur", 3, 6)] if titik == CAPAIAN else []
    buatan.tersimpan = lambda: {("Ukur", 3, 6): 116.0}  # what the reader would be, had it read the 120
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.cell, temuan.data["bukti"]) == ("NIL-14", "B4", "Ukur!F3")
    assert temuan.message.startswith("Isi!B4: tertulis 120, seharusnya 103,57. Ukur!F3 dihitung dari sel ini")


@pytest.mark.parametrize("kini", [None, "seperti sekarang"])
def test_a_reader_that_comes_out_the_same_either_way_proves_nothing(buatan, kini):
    buatan.ubah(CAPAIAN, 120, rumus=RUMUS)
    buatan.pembaca = lambda titik: [("Ukur", 3, 6)] if titik == CAPAIAN else []
    kasus = buatan.kasus()
    kasus.dari_tersimpan = lambda: {("Ukur", 3, 6): kini and kasus.hasil["Ukur", 3, 6]}
    assert [t.code for t in jalankan(kasus)] == ["NIL-01"]


def test_a_result_whose_reader_is_wrong_too_is_stale(buatan):
    buatan.ubah(CAPAIAN, 120, rumus=RUMUS)
    buatan.ubah(("Ukur", 3, 6), 90, rumus="E3/D3*100")
    buatan.pembaca = lambda titik: [("Ukur", 3, 6)] if titik == CAPAIAN else []
    assert buatan.temuan() == [("NIL-01", "Isi!B4"), ("NIL-01", "Ukur!F3")]


def test_values_that_a_damaged_layout_leaves_unchecked_are_told_with_the_reason(buatan):
    buatan.buku = replace(buatan.buku, lembar=tuple(s for s in buatan.buku.lembar if s.nama != "Ukur"))
    kasus = buatan.kasus()
    (satu,) = [t for t in jalankan(kasus) if t.code == "NIL-16"]
    assert (satu.data["jumlah"], satu.data["lembar_rusak"], kasus.tak_terperiksa) == (7, "Ukur", 7)


def test_a_second_engine_that_agrees_with_the_first_confirms_the_finding(buatan):
    buatan.ubah(CAPAIAN, 103.58, rumus=RUMUS)
    buatan.lain = lambda titik: {CAPAIAN: 103.57}
    assert buatan.temuan() == [("NIL-01", "Isi!B4")]


def _dengan_aturan(buatan, panggilan):
    satu = buatan.manifest.lembar[0]
    sel = tuple(replace(s, panggilan=panggilan) if s.nama == "isi_capaian" else s for s in satu.sel)
    buatan.manifest = replace(buatan.manifest, lembar=(replace(satu, sel=sel), *buatan.manifest.lembar[1:]))


def test_a_template_that_departs_from_the_rule_book_is_told(buatan):
    _dengan_aturan(buatan, Panggilan("CAPAIAN", ("isi_realisasi", "'Isi'!$B$2", "B5"), None))
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.cell, temuan.data["dihitung"]) == ("NIL-03", "B4", 103.57)
    assert round(temuan.data["resmi"], 2) == 103.57


def test_a_template_that_follows_the_rule_book_is_clean(buatan):
    _dengan_aturan(buatan, Panggilan("CAPAIAN", ("isi_realisasi", "isi_target", "B5"), None))
    buatan.ubah(CAPAIAN, 8700 / 84, rumus=RUMUS)
    buatan.hasil[CAPAIAN] = 8700 / 84
    assert buatan.temuan() == []


def test_an_expression_as_argument_has_no_official_value(buatan):
    _dengan_aturan(buatan, Panggilan("CAPAIAN", ("isi_realisasi*2", "isi_target", "B5"), None))
    assert buatan.temuan() == []


def test_where_the_rule_refuses_the_template_must_show_an_error_or_a_blank(buatan):
    buatan.isi(("Isi", 3, 2), -1)
    _dengan_aturan(buatan, Panggilan("CAPAIAN", ("isi_realisasi", "isi_arah", "B5"), None, tanpa_galat=True))
    buatan.hasil[CAPAIAN] = ""
    buatan.ubah(CAPAIAN, "", rumus=RUMUS)
    assert buatan.temuan() == [("ISI-06", "Isi!B3")]


def test_a_finding_in_english_says_the_same(buatan):
    from kinerja_xl.verify.temuan import terjemahkan

    satu = buat("NIL-01", CAPAIAN, "isi_capaian", tersimpan=1.5, dihitung=2.5, sebab="", isian=[])
    assert "tertulis 1,5, seharusnya 2,5" in satu.message
    assert "reads 1.5, should be 2.5" in terjemahkan(satu, "en").message
