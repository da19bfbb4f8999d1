"""The findings workbook: sheets, filters, frozen headings, no formula and no outside link, levels in grey too."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest

from kinerja_xl.report.daftar import BENTUK

(XLSX,) = (b for b in BENTUK if b.nama == "xlsx")


@pytest.fixture
def buku(contoh):
    """buku("rusak") -> that report as openpyxl sees it."""
    return lambda nama: openpyxl.load_workbook(io.BytesIO(XLSX.tulis(contoh(nama))))


def test_four_sheets_with_filter_and_frozen_heading(buku):
    isi = buku("rusak")
    assert isi.sheetnames == ["Ringkasan", "Temuan", "Target", "Langkah"]
    for nama in isi.sheetnames:
        assert isi[nama].auto_filter.ref and isi[nama].freeze_panes
    assert buku("ronde").sheetnames[-2:] == ["Ronde", "Dispensasi"]
    assert buku("inggris").sheetnames == ["Summary", "Findings", "Targets", "Steps"]


def test_findings_are_complete_and_worst_first(buku):
    baris = list(buku("rusak")["Temuan"].iter_rows(min_row=2, values_only=True))
    assert [b[0] for b in baris] == ["galat"] * 59 + ["peringatan"] * 2
    assert baris[0][1:5] == ("ISI-01", "a.xlsx", "Isi", "B2")


def test_the_summary_leads_to_the_first_finding_of_a_file(buku):
    isi = buku("rusak")
    lembar = isi["Ringkasan"]
    letak = {lembar.cell(b, 2).value: lembar.cell(b, 9) for b in range(10, 14)}
    assert list(letak) == ["putus.xlsx", "a.xlsx", "sub/b.xlsx", "c.xlsx"]
    for berkas in ("putus.xlsx", "a.xlsx", "sub/b.xlsx"):
        tujuan = letak[berkas].hyperlink.location
        assert isi["Temuan"][f"C{tujuan.rpartition('A')[2]}"].value == berkas
    assert letak["c.xlsx"].hyperlink is None


def test_no_formula_and_no_link_outside(laporan):
    with zipfile.ZipFile(io.BytesIO(XLSX.tulis(laporan))) as arsip:
        for nama in arsip.namelist():
            teks = arsip.read(nama).decode("utf-8")
            assert not re.search(r"<f[ >]|TargetMode=\"External\"", teks)
            assert "externalLink" not in nama


def test_text_that_looks_like_a_formula_is_quoted(buku):
    sel = [s for b in buku("jahat")["Target"].iter_rows(min_row=2) for s in b if isinstance(s.value, str)]
    mirip = [s for s in sel if s.value.lstrip().startswith(("=", "+", "-", "@"))]
    assert mirip and all(s.data_type == "s" and s.quotePrefix for s in mirip)


def test_levels_differ_in_lightness(buku):
    lembar = buku("rusak")["Temuan"]
    kelam = {lembar.cell(b, 1).value: int(lembar.cell(b, 1).fill.start_color.rgb[2:4], 16) for b in (2, 61)}
    assert kelam["peringatan"] - kelam["galat"] > 60


def test_figures_are_numbers(buku):
    baris = next(buku("jujur")["Target"].iter_rows(min_row=2, max_row=2, values_only=True))
    assert baris[4:7] == (84, 87, 103.57)


def test_libreoffice_opens_it(libreoffice, contoh, tmp_path):
    jalur = tmp_path / "temuan.xlsx"
    jalur.write_bytes(XLSX.tulis(contoh("jahat")))
    (csv,) = libreoffice.konversi([jalur], "csv")
    assert "Hasil pemeriksaan" in csv.read_text(encoding="utf-8", errors="replace")
