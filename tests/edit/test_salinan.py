"""The annotated copy: everything of the original stays, every finding has its comment and row, and both come off."""

from __future__ import annotations

import io
import re
import sys
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates
from kinerja_xl.edit.bersihkan import bersihkan
from kinerja_xl.edit.komentar_sel import GARIS
from kinerja_xl.edit.salinan import MAKS_KOMENTAR, alasan_tanpa_salinan, salin
from kinerja_xl.read import baca
from kinerja_xl.verify.laporan import HasilBerkas, putusan
from kinerja_xl.verify.temuan import Temuan

sys.path.insert(0, str(Path(__file__).parent))  # helpers of this folder: test folders are no packages
from _buku_kaya import baca_zip, buku_kaya, tulis_zip

BENDA = "http://schemas.openxmlformats.org/"
BERUBAH = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
ISI_BERUBAH = {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}  # Isi has notes already: ours join them
POLOS_BERUBAH = {"xl/worksheets/sheet2.xml"}
BARU = {
    "xl/worksheets/sheet4.xml", "xl/comments2.xml", "xl/drawings/vmlDrawing3.vml",
    "xl/worksheets/_rels/sheet2.xml.rels",
}  # fmt: skip


def temuan(lembar: str, sel: str, kode: str = "NIL-01", tingkat: str = "galat", **lain: str) -> Temuan:
    teks = {"message": f"{lembar}!{sel}: tertulis 1, seharusnya 2.", "fix": "Tulis 2.", **lain}
    return Temuan(kode, tingkat, lembar, sel, **teks)


def hasil(*semua: Temuan, sidik: str = "ab" * 32) -> HasilBerkas:
    return HasilBerkas("kantor/kaya.xlsx", sidik, verdict=putusan(semua), findings=semua)


TEMUAN = (
    temuan("Isi", "B1"), temuan("Isi", "B2"), temuan("Isi", "C3"), temuan("Isi", "B7"), temuan("Polos", "A2"),
    temuan("Polos", "A2", "TGT-01", "peringatan"), temuan("Data & <lain>", ""), temuan("", "", "STR-05"),
)  # fmt: skip


@pytest.fixture(scope="module")
def asal(tmp_path_factory) -> bytes:
    return buku_kaya(tmp_path_factory.mktemp("kaya"))


@pytest.fixture(scope="module")
def salinan(asal) -> bytes:
    return salin(asal, hasil(*TEMUAN)).isi


def komentar(isi: bytes) -> dict[str, str]:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    return {
        f"{ws.title}!{sel.coordinate}": sel.comment.text
        for ws in buku
        for baris in ws.iter_rows()
        for sel in baris
        if sel.comment
    }


def test_every_part_that_need_not_change_keeps_its_bytes(asal, salinan):
    lama, baru = baca_zip(asal), baca_zip(salinan)
    assert {n for n in lama if lama[n] != baru.get(n)} == BERUBAH | ISI_BERUBAH | POLOS_BERUBAH
    assert set(baru) - set(lama) == BARU


def test_what_stood_in_a_changed_part_still_stands_in_it(asal, salinan):
    """Only insertions (and counts): the old text is what is left when ours is taken out."""
    lama, baru = baca_zip(asal), baca_zip(salinan)
    for nama in BERUBAH | ISI_BERUBAH | POLOS_BERUBAH:
        potong = re.findall(rb"<[^>]*>|[^<]+", lama[nama])
        sisa = iter(re.findall(rb"<[^>]*>|[^<]+", baru[nama]))
        hilang = [p for p in potong if b"count=" not in p and p not in sisa]
        assert hilang == [], nama


def test_the_reader_sees_the_same_cells_and_nothing_new_to_complain_of(asal, salinan):
    a, b = baca(asal), baca(salinan)
    assert [m.kode for m in b.masalah] == [m.kode for m in a.masalah]
    assert b.buku.lembar[:3] == a.buku.lembar
    assert [n.nama for n in b.buku.nama if n.lembar != "Temuan"] == [n.nama for n in a.buku.nama]


def test_every_finding_at_a_cell_has_its_comment(salinan):
    ada = komentar(salinan)
    assert set(ada) == {"Isi!B1", "Isi!B2", "Isi!C3", "Isi!A6", "Polos!A2"}
    assert ada["Isi!B1"].splitlines() == [
        "GALAT NIL-01 · Nilai tersimpan berbeda dari hasil hitung", "Isi!B1: tertulis 1, seharusnya 2.",
        "Perbaikan: Tulis 2.",
    ]  # fmt: skip
    assert "GALAT NIL-01" in ada["Polos!A2"] and "PERINGATAN TGT-01" in ada["Polos!A2"]


def test_a_finding_inside_a_merged_range_is_told_at_its_corner(salinan):
    assert "Isi!B7: tertulis 1" in komentar(salinan)["Isi!A6"]


def test_a_note_of_the_office_stays_and_ours_follows_it(salinan):
    kantor, kita = komentar(salinan)["Isi!B2"].split(GARIS)
    assert kantor.strip() == "Catatan kantor: angka dari BPS."
    assert "NIL-01" in kita
    assert b"Kasubag" in baca_zip(salinan)["xl/comments1.xml"]


def test_a_thread_of_the_office_is_left_alone(asal, salinan):
    assert komentar(salinan)["Isi!C3"] == komentar(asal)["Isi!C3"]
    lembar = openpyxl.load_workbook(io.BytesIO(salinan))["Temuan"]
    assert lembar.cell(lembar.max_row, 1).value.startswith("1 temuan hanya ada di tabel ini")


def test_the_sheet_says_the_verdict_and_lists_every_finding_with_a_link(salinan):
    buku = openpyxl.load_workbook(io.BytesIO(salinan))
    assert buku.sheetnames[-1] == "Temuan"
    lembar = buku["Temuan"]
    assert lembar["A2"].value == "DITOLAK: 7 galat, 1 peringatan, 0 info"
    assert "kantor/kaya.xlsx" in lembar["A3"].value and "ab" * 32 in lembar["A3"].value
    baris = [[sel.value for sel in baris] for baris in lembar.iter_rows(min_row=7, max_row=14)]
    assert [b[2] for b in baris] == [
        "Isi!B1", "Isi!B2", "Isi!C3", "Isi!B7", "Polos!A2", "Lembar Data & <lain>", "Berkas ini", "Polos!A2",
    ]  # fmt: skip
    assert baris[-1][:2] == ["PERINGATAN", "TGT-01"] and baris[0][5] == "kinerja explain NIL-01"
    assert lembar["C7"].hyperlink.location == "'Isi'!B1"
    assert lembar["C12"].hyperlink.location == "'Data & <lain>'!A1"
    assert lembar["C13"].hyperlink is None


def test_the_sheet_prints_on_a4_with_its_header_on_every_page(salinan):
    lembar = openpyxl.load_workbook(io.BytesIO(salinan))["Temuan"]
    assert lembar.print_title_rows == "$6:$6"
    assert (lembar.page_setup.paperSize, lembar.page_setup.orientation) == (9, "landscape")
    assert (lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight) == (1, 0)
    assert lembar.protection.sheet and lembar.freeze_panes == "A7"


def test_taking_our_additions_off_gives_every_part_back_byte_for_byte(asal, salinan):
    bersih = bersihkan(salinan)
    assert (bersih.lembar, bersih.komentar) == (("Temuan",), 4)
    assert baca_zip(bersih.isi) == baca_zip(asal)


def test_a_workbook_without_additions_is_given_back_as_it_is(asal):
    assert bersihkan(asal).isi == asal


def test_a_copy_of_a_copy_is_the_same_copy(asal, salinan):
    assert salin(salinan, hasil(*TEMUAN)).isi == salinan
    lagi = komentar(salin(salinan, hasil(temuan("Isi", "B3"))).isi)
    assert set(lagi) == {"Isi!B3", "Isi!B2", "Isi!C3"}
    assert lagi["Isi!B2"] == "Catatan kantor: angka dari BPS."


def test_a_clean_workbook_has_a_copy_that_says_so(asal):
    jadi = salin(asal, hasil())
    assert jadi.komentar == 0
    lembar = openpyxl.load_workbook(io.BytesIO(jadi.isi))["Temuan"]
    assert lembar["A2"].value == "LULUS: 0 galat, 0 peringatan, 0 info"
    assert lembar["A7"].value == "Tidak ada temuan."


def test_english_copies_speak_english(asal):
    isi = salin(asal, hasil(temuan("Isi", "B1")), "en").isi
    assert openpyxl.load_workbook(io.BytesIO(isi))["Temuan"]["A2"].value.startswith("REJECTED: 1 errors")
    assert komentar(isi)["Isi!B1"].startswith("ERROR NIL-01")


def test_only_the_worst_findings_get_a_comment_and_all_get_a_row(asal):
    banyak = [temuan("Polos", f"A{n}", "TGT-01", "peringatan") for n in range(2, 700)]
    jadi = salin(asal, hasil(*banyak, temuan("Polos", "B1")))
    assert jadi.komentar == MAKS_KOMENTAR == 500
    assert jadi.tanpa == 199
    assert "Polos!B1" in komentar(jadi.isi)
    lembar = openpyxl.load_workbook(io.BytesIO(jadi.isi))["Temuan"]
    assert sum(lembar.cell(b, 2).value is not None for b in range(7, 7 + 699)) == 699
    assert lembar.cell(7 + 699, 1).value.startswith("199 temuan hanya ada di tabel ini")


JAHAT = "=cmd|'/C calc'!A0 </t></is><b>&amp;\x07\ud800 ]]>"


def test_text_of_a_workbook_never_becomes_a_formula_or_markup(asal):
    isi = salin(asal, hasil(temuan("Isi", "B1", message=JAHAT, fix="@SUM(1)"))).isi
    terbaca = baca(isi)
    lembar = terbaca.buku.lembar[-1]
    assert all(s.rumus is None and s.jenis == "s" for s in lembar.sel.values())
    assert lembar.sel[7, 4].nilai.startswith("'=cmd|'/C calc'!A0 </t></is><b>&amp;")
    assert lembar.sel[7, 5].nilai == "'@SUM(1)"
    assert "\n'=cmd|" in komentar(isi)["Isi!B1"]


def test_a_sheet_temuan_of_the_office_stays_beside_ours(tmp_path):
    buku = openpyxl.Workbook()
    buku.active.title = "temuan"
    buku.active["A1"] = 5
    buku.save(tmp_path / "a.xlsx")
    isi = salin((tmp_path / "a.xlsx").read_bytes(), hasil(temuan("temuan", "A1"))).isi
    assert openpyxl.load_workbook(io.BytesIO(isi)).sheetnames == ["temuan", "Temuan (2)"]
    assert bersihkan(isi).lembar == ("Temuan (2)",)


def test_a_workbook_with_macros_stays_one_and_its_macros_keep_their_bytes():
    asal = (templates().parent / "workbook" / "Kinerja.xlsm").read_bytes()
    jadi = salin(asal, hasil(temuan("", "", "AKTIF-08"))).isi
    lama, baru = baca_zip(asal), baca_zip(jadi)
    assert baru["xl/vbaProject.bin"] == lama["xl/vbaProject.bin"]
    assert b"sheet.macroEnabled.main+xml" in baru["[Content_Types].xml"]


RANGKA = {
    "[Content_Types].xml": '<t:Types xmlns:t="http://schemas.openxmlformats.org/package/2006/content-types"><t:Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><t:Override '
    'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main'
    '+xml"/><t:Override PartName="/xl/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'worksheet+xml"/><t:Override PartName="/xl/st.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.styles+xml"/></t:Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    f'Id="a" Type="{BENDA}officeDocument/2006/relationships/officeDocument" Target="/xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": f'<x:workbook xmlns:x="{BENDA}spreadsheetml/2006/main" xmlns:q="{BENDA}officeDocument/2006/'
    'relationships"><x:sheets><x:sheet name="A > B" sheetId="7" q:id="s"/></x:sheets><x:definedNames /></x:workbook>',
    "xl/_rels/workbook.xml.rels": '<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/'
    f'relationships"><p:Relationship Id="s" Type="{BENDA}officeDocument/2006/relationships/worksheet" Target="s.xml"/>'
    f'<p:Relationship Id="t" Type="{BENDA}officeDocument/2006/relationships/styles" Target="st.xml"/>'
    "</p:Relationships>",
    "xl/st.xml": f'<x:styleSheet xmlns:x="{BENDA}spreadsheetml/2006/main"><x:fonts><x:font/></x:fonts><x:fills>'
    "<x:fill><x:patternFill/></x:fill></x:fills><x:borders><x:border/></x:borders><x:cellXfs><x:xf/></x:cellXfs>"
    "</x:styleSheet>",
    "xl/s.xml": '<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData>'
    "<x:pageMargins left='1' right='1' top='1' bottom='1' header='0' footer='0'/><x:tableParts/></x:worksheet>",
}


def test_xml_of_another_hand_with_prefixes_and_utf16_is_edited_as_well():
    bagian = {nama: teks.encode("utf-16" if nama == "xl/s.xml" else "utf-8") for nama, teks in RANGKA.items()}
    asal = tulis_zip(bagian)
    isi = salin(asal, hasil(temuan("A > B", "A1"))).isi
    assert baca(isi).masalah == baca(asal).masalah
    assert b'ref="A1"' in baca_zip(isi)["xl/comments1.xml"] and b"NIL-01" in baca_zip(isi)["xl/comments1.xml"]
    assert b"footer='0'/><x:legacyDrawing" in baca_zip(isi)["xl/s.xml"]
    lepas = baca_zip(bersihkan(isi).isi)
    assert {n for n in bagian if lepas[n] != bagian[n]} == {"xl/s.xml"}  # in UTF-8 now
    assert set(lepas) == set(bagian)


@pytest.mark.parametrize(
    ("satu", "kode"),
    [
        (HasilBerkas("a", verdict="tidak-terbaca", findings=(temuan("", "", "BERKAS-03"),)), "BERKAS-03"),
        (hasil(temuan("", "", "BERKAS-26")), "BERKAS-26"),
        (hasil(temuan("Isi", "B1", "BERKAS-71")), None),
        (hasil(temuan("", "", "BERKAS-38", "peringatan")), None),
        (hasil(temuan("", "", "AKTIF-08")), None),
    ],
)
def test_a_package_that_is_not_sound_gets_no_copy(asal, satu, kode):
    sebab = alasan_tanpa_salinan(satu)
    assert (sebab.code if sebab else None) == kode
    if kode:
        with pytest.raises(KinerjaError, match=kode):
            salin(asal, satu)


def test_libreoffice_opens_the_copy_shows_the_comments_and_changes_no_value(asal, salinan, tmp_path, hitung_ulang):
    (tmp_path / "asal.xlsx").write_bytes(asal)
    (tmp_path / "salinan.xlsx").write_bytes(salinan)
    a, b = hitung_ulang([tmp_path / "asal.xlsx", tmp_path / "salinan.xlsx"])
    kiri, kanan = openpyxl.load_workbook(a, data_only=True), openpyxl.load_workbook(b, data_only=True)
    for lembar in kiri:
        nilai = [[s.value for s in baris] for baris in lembar.iter_rows()]
        assert [[s.value for s in baris] for baris in kanan[lembar.title].iter_rows()][: len(nilai)] == nilai
    ada = komentar(b.read_bytes())
    assert "tertulis 1, seharusnya 2." in ada["Isi!B1"] and "Catatan kantor" in ada["Isi!B2"]
    bersih = bersihkan(b.read_bytes())
    assert bersih.lembar == ("Temuan",) and bersih.komentar == 4
    assert set(komentar(bersih.isi)) == {"Isi!B2", "Isi!C3"}


def test_a_package_with_two_meanings_is_not_rewritten_whatever_the_report_leaves_out(asal):
    wadah = io.BytesIO(asal)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of the doubled name
        with zipfile.ZipFile(wadah, "a") as arsip:
            arsip.writestr("xl/media/image1.png", b"lain")
    for kerja in (bersihkan, lambda isi: salin(isi, hasil())):
        with pytest.raises(KinerjaError, match="BERKAS-26"):
            kerja(wadah.getvalue())


def test_a_temuan_sheet_that_a_formula_reads_is_not_taken_away(salinan, tmp_path):
    buku = openpyxl.load_workbook(io.BytesIO(salinan))
    buku["Polos"]["C1"] = "=Temuan!A7"
    buku.save(tmp_path / "a.xlsx")
    assert bersihkan((tmp_path / "a.xlsx").read_bytes()).lembar == ()


def test_a_finding_that_was_dispensed_with_says_by_what(asal):
    maklum = {"nomor": "700/12", "penanda_tangan": "Inspektur", "berlaku_sampai": "2025-03-31", "alasan": "Gempa"}
    isi = salin(asal, hasil(replace(temuan("Isi", "B1", tingkat="info"), dispensasi=maklum))).isi
    kata = "(dispensasi 700/12, ditandatangani Inspektur, berlaku sampai 2025-03-31: Gempa)"
    assert kata in komentar(isi)["Isi!B1"]
    assert openpyxl.load_workbook(io.BytesIO(isi))["Temuan"]["D7"].value.endswith(kata)
