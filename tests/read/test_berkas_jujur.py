"""Honest files of other programs read back equal, cell by cell, without a single finding."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import _paket_uji as u
import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from kinerja_xl.read import HasilBaca, baca
from kinerja_xl.read.buku import Kalkulasi

ISI: dict[tuple[int, int], object] = {
    (1, 1): "Indikator",
    (1, 2): "Target",
    (2, 1): "IK1 <&> \"kutip\" 'petik'",
    (2, 2): 72,
    (2, 3): 80.25,
    (3, 1): "baris\nbaru",
    (3, 2): -0.5,
    (3, 3): 1e-7,
    (4, 1): "  spasi  ",
    (4, 2): 123456789012345,
    (4, 3): 0.1,
    (5, 1): "_x0041_",
    (5, 2): True,
    (5, 3): False,
    (6, 1): "₂ é 漢 😀",
    (6, 2): 1e300,
    (60, 27): "jauh",
}
RUMUS = {(7, 1): "SUM(B2:B4)", (7, 2): 'IF(B2>=C2,"tercapai","belum")', (7, 3): "'Dua'!A1*2"}


def sama(hasil: HasilBaca, rumus_bernilai: bool) -> None:
    """Sheet 1 holds ISI and RUMUS exactly, and nothing else that is filled."""
    assert hasil.masalah == ()
    assert hasil.buku is not None
    sel = hasil.buku.lembar[0].sel
    isi = {k: s.nilai for k, s in sel.items() if s.rumus is None and s.jenis != "kosong"}
    assert isi == ISI
    assert {k: type(v) is bool for k, v in isi.items()} == {k: type(v) is bool for k, v in ISI.items()}
    assert {k: s.rumus for k, s in sel.items() if s.rumus is not None} == RUMUS
    if not rumus_bernilai:
        assert {(s.nilai, s.mentah, s.jenis) for s in sel.values() if s.rumus} == {(None, "", "kosong")}


def xlsxwriter_buku() -> bytes:
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    satu, dua = buku.add_worksheet("Isi"), buku.add_worksheet("Dua")
    lepas = buku.add_format(
        {
            "locked": False,
            "hidden": True,
            "num_format": "0.00%",
            "font_color": "#FF0000",
            "bg_color": "#FFFF00",
            "font_size": 9,
        }
    )
    for (b, k), v in ISI.items():
        satu.write(b - 1, k - 1, v)
    for (b, k), r in RUMUS.items():
        satu.write_formula(b - 1, k - 1, "=" + r, None, 0)
    satu.write_blank(8, 0, None, lepas)
    satu.merge_range("D1:E2", "")
    satu.protect("", {})
    satu.set_row(9, None, None, {"hidden": True})
    satu.set_column("G:H", None, None, {"hidden": True})
    satu.data_validation("B2:B4", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100})
    satu.conditional_format("B2:B4", {"type": "cell", "criteria": ">", "value": 50, "format": lepas})
    satu.write_comment("A1", "catatan")
    satu.write_url("A2", "internal:'Dua'!A1", string=ISI[2, 1])
    satu.insert_chart("H2", _grafik(buku))
    satu.set_header("&CKantor")
    dua.write(0, 0, 5)
    dua.write_array_formula("B1:B3", "{=A1:A3*2}", None, 10)
    dua.very_hidden()
    buku.define_name("pk_target", "='Isi'!$B$2")
    buku.define_name("Dua!lokal", "='Dua'!$A$1")
    buku.close()
    return wadah.getvalue()


def _grafik(buku: xlsxwriter.Workbook) -> object:
    grafik = buku.add_chart({"type": "column"})
    grafik.add_series({"values": "='Isi'!$B$2:$B$4"})
    return grafik


def test_a_workbook_of_xlsxwriter_reads_back_equal():
    hasil = baca(xlsxwriter_buku())
    buku = hasil.buku
    assert buku is not None
    satu, dua = buku.lembar
    sama(HasilBaca(buku, hasil.masalah, "", 0), True)
    gaya = buku.gaya[satu.sel[9, 1].gaya]
    assert (gaya.terkunci, gaya.rumus_tersembunyi, gaya.format_angka) == (False, True, "0.00%")
    assert (gaya.warna_huruf, gaya.warna_isi, gaya.ukuran_huruf) == ("FF0000", "FFFF00", 9.0)
    assert (satu.gabungan, satu.terlindung, satu.baris_tersembunyi) == (((1, 4, 2, 5),), True, frozenset({10}))
    assert (satu.kolom_tersembunyi, dua.keadaan, satu.keadaan) == (frozenset({7, 8}), "veryHidden", "visible")
    assert [(v.jenis, v.rumus1, v.rumus2, v.area, v.menolak) for v in satu.validasi] == [
        ("decimal", "0", "100", ((2, 2, 4, 2),), True)
    ]
    assert (dua.sel[1, 2].rumus, dua.sel[1, 2].larik, dua.sel[2, 2].rumus) == ("A1:A3*2", "B1:B3", None)
    assert {(n.nama, n.rumus, n.lembar) for n in buku.nama} == {
        ("pk_target", "'Isi'!$B$2", None),
        ("lokal", "'Dua'!$A$1", "Dua"),
    }
    assert buku.kalkulasi == Kalkulasi("auto", False, False, True)
    assert (buku.aplikasi, buku.date1904, buku.terlindung) == ("Microsoft Excel", False, False)


@pytest.mark.parametrize(
    "pilihan", [{"strings_to_numbers": False}, {"constant_memory": True}, {"use_future_functions": True}]
)
def test_every_mode_of_xlsxwriter_is_read_without_findings(pilihan):
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, **pilihan})
    lembar = buku.add_worksheet("Isi")
    for (b, k), v in sorted({**ISI, **{k: "=" + r for k, r in RUMUS.items()}}.items()):
        lembar.write(b - 1, k - 1, v)
    buku.add_worksheet("Dua").write(0, 0, 5)
    buku.close()
    sama(baca(wadah.getvalue()), True)


def test_a_workbook_of_openpyxl_reads_back_equal():
    buku = openpyxl.Workbook()
    satu = buku.active
    satu.title = "Isi"
    dua = buku.create_sheet("Dua")
    for (b, k), v in {**ISI, **{k: "=" + r for k, r in RUMUS.items()}}.items():
        satu.cell(b, k, v)
    satu["A9"].fill, satu["A9"].font = PatternFill("solid", "FF00FF00"), Font(color="FF0000FF", size=8)
    satu["A9"].protection = Protection(locked=False)
    dua["A1"] = dt.date(2024, 6, 30)
    satu.merge_cells("D1:E2")
    satu.add_data_validation(DataValidation("list", formula1='"Ya,Tidak"', sqref="C9", allow_blank=True))
    buku.defined_names["pk_target"] = DefinedName("pk_target", attr_text="'Isi'!$B$2")
    buku.security.lockStructure = True
    wadah = io.BytesIO()
    buku.save(wadah)
    hasil = baca(wadah.getvalue())
    assert hasil.buku is not None
    teks = hasil.buku.lembar[0].sel[5, 1].nilai
    assert teks in ("_x0041_", "A")  # openpyxl writes the text raw; programs decode it
    hasil.buku.lembar[0].sel[5, 1] = hasil.buku.lembar[0].sel[2, 1].__class__(5, 1, "s", "_x0041_", "", None, None, 0)
    sama(hasil, False)
    gaya = hasil.buku.gaya[hasil.buku.lembar[0].sel[9, 1].gaya]
    assert (gaya.warna_isi, gaya.warna_huruf, gaya.ukuran_huruf, gaya.terkunci) == ("00FF00", "0000FF", 8.0, False)
    assert hasil.buku.lembar[1].sel[1, 1].nilai == 45473
    assert hasil.buku.terlindung is True
    assert hasil.buku.lembar[0].validasi[0].boleh_kosong is True


def test_a_file_on_disk_gives_the_same_as_its_bytes(tmp_path):
    data = xlsxwriter_buku()
    (tmp_path / "a.xlsx").write_bytes(data)
    dari_jalur, dari_byte = baca(tmp_path / "a.xlsx"), baca(data)
    assert dari_jalur == dari_byte
    assert dari_jalur.ukuran == len(data) and len(dari_jalur.sha256) == 64


def test_data_descriptors_as_java_and_libreoffice_write_them_are_no_finding():
    entri = [{**e, "penutup": True} for e in u.entri()]
    assert baca(u.zip_mentah(entri)).masalah == ()


def test_stored_entries_and_folders_are_no_finding():
    entri = [{**e, "metode": 0} for e in u.entri({"nama": b"xl/media/", "isi": b""})]
    assert baca(u.zip_mentah(entri)).masalah == ()


def test_a_gap_between_entries_is_only_odd():
    data = u.zip_mentah(u.entri())
    entri = u.entri()
    entri[3]["isi"] = bytes(entri[3]["isi"])
    celah = u.zip_mentah([*entri[:3], {"nama": b"hilang.bin", "isi": b"x" * 40, "metode": 0}, *entri[3:]])
    mulai = celah.index(b"PK\1\2")
    pusat = celah[mulai:]
    awal = pusat.index(b"hilang.bin") - 46
    pusat = pusat[:awal] + pusat[awal + 46 + len(b"hilang.bin") :]
    ujung = pusat.rindex(b"PK\5\6")
    n = len(entri).to_bytes(2, "little")
    akhir = pusat[ujung : ujung + 8] + n + n + ujung.to_bytes(4, "little") + pusat[ujung + 16 :]
    hasil = baca(celah[:mulai] + pusat[:ujung] + akhir)
    assert [m.kode for m in hasil.masalah] == ["BERKAS-35"]
    assert hasil.buku is not None and baca(data).buku == hasil.buku


def test_rich_text_is_joined_and_phonetic_text_left_out():
    isi = "<si><r><rPr><b/></rPr><t>Nilai </t></r><r><t>akhir</t></r><rPh sb='0' eb='1'><t>BACA</t></rPh></si>"
    hasil = baca(u.zip_(u.ganti(u.SST, "<si><t>Target</t></si>", isi)))
    assert hasil.masalah == ()
    assert hasil.buku is not None and hasil.buku.lembar[0].sel[1, 1].nilai == "Nilai akhir"


def test_inline_strings_results_and_errors_keep_their_raw_text():
    isi = (
        '<c r="A1" t="inlineStr"><is><t>a_x000D_b_xD83D__xDE00_</t></is></c><c r="B1" t="str"><f>"7"</f><v>7</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>72.50</v></c>'
        '<c r="F1" t="str"><f>""</f><v></v></c><c r="G1"><f>1+1</f></c><c><v>8</v></c>'
    )
    hasil = baca(u.zip_(u.taruh(s1=u.sel(isi))))
    assert hasil.masalah == () and hasil.buku is not None
    sel = hasil.buku.lembar[0].sel
    assert [(s.jenis, s.nilai, s.mentah) for s in sel.values()] == [
        ("s", "a\rb😀", "a_x000D_b_xD83D__xDE00_"),
        ("s", "7", "7"),
        ("e", "#DIV/0!", "#DIV/0!"),
        ("b", True, "1"),
        ("n", 72.5, "72.50"),
        ("s", "", ""),
        ("kosong", None, ""),
        ("n", 8, "8"),
    ]


def test_prefixed_element_names_mean_the_same():
    teks = u.jujur()[u.S1].decode().replace("xmlns=", "xmlns:x=")
    for nama in ("worksheet", "sheetData", "row", "c", "v", "f"):
        for batas in (" ", ">"):
            teks = teks.replace(f"<{nama}{batas}", f"<x:{nama}{batas}")
        teks = teks.replace(f"</{nama}>", f"</x:{nama}>")
    hasil = baca(u.zip_(u.taruh(s1=teks.encode())))
    assert hasil.masalah == () and hasil.buku == baca(u.zip_(u.jujur())).buku


def test_settings_1904_manual_and_displayed_precision_are_read():
    isi = u.ganti(u.WB, "<workbookPr/>", '<workbookPr date1904="1"/><workbookProtection lockStructure="true"/>')
    isi[u.WB] = isi[u.WB].replace(b'calcId="1"', b'calcMode="manual" iterate="1" fullPrecision="0" fullCalcOnLoad="1"')
    buku = baca(u.zip_(isi)).buku
    assert buku is not None
    assert (buku.date1904, buku.terlindung, buku.kalkulasi) == (True, True, Kalkulasi("manual", True, True, True))


def test_theme_and_indexed_colours_become_rrggbb():
    isi = u.ganti(u.ST, '<font><sz val="11"/></font>', '<font><sz val="11"/><color theme="0"/></font>')
    isi[u.ST] = isi[u.ST].replace(
        b'<fill><patternFill patternType="none"/></fill>',
        b'<fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.5"/></patternFill></fill>'
        b'<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill>',
    )
    buku = baca(u.zip_(isi)).buku
    assert buku is not None
    assert (buku.gaya[0].warna_huruf, buku.gaya[0].warna_isi) == ("FFFFFF", "808080")


@pytest.mark.parametrize("buat", ["xlsxwriter", "jujur"])
def test_a_copy_saved_by_libreoffice_has_the_same_inputs_and_no_finding(buat, hitung_ulang, tmp_path):
    """LibreOffice drops quotes around plain sheet names and writes typed booleans as TRUE() and FALSE()."""
    asal = tmp_path / f"{buat}.xlsx"
    asal.write_bytes(xlsxwriter_buku() if buat == "xlsxwriter" else u.zip_(u.jujur()))
    hasil, semula = baca(Path(hitung_ulang(asal))), baca(asal)
    assert hasil.masalah == ()
    assert hasil.buku is not None and semula.buku is not None
    assert hasil.buku.aplikasi.startswith("LibreOffice")
    for kini, lama in zip(hasil.buku.lembar, semula.buku.lembar, strict=True):
        isi = {k: s.nilai for k, s in lama.sel.items() if s.rumus is None and s.jenis != "kosong" and s.nilai != ""}
        assert isi == {k: kini.sel[k].nilai for k in isi}
        rumus = {
            k: s.rumus.replace("'", "") for k, s in kini.sel.items() if s.rumus and s.rumus not in ("TRUE()", "FALSE()")
        }
        assert rumus == {k: s.rumus.replace("'", "") for k, s in lama.sel.items() if s.rumus}
