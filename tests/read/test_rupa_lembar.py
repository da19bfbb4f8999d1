"""What the reader knows of a sheet besides its cells: protection, view, rules, conditional formats, drawings."""

from __future__ import annotations

from typing import Any

import _paket_uji as u
import pytest
from _kasus_buku import gambar

from kinerja_xl.read import baca
from kinerja_xl.read.buku import Bersyarat, GayaBersyarat, Lembar


def _lembar(sesudah: str = "", sebelum: str = "", baris: str = "") -> Lembar:
    hasil = baca(u.zip_(u.taruh(s1=u.lembar(baris, sesudah, sebelum))))
    assert hasil.masalah == ()
    assert hasil.buku is not None
    return hasil.buku.lembar[0]


@pytest.mark.parametrize(
    ("atribut", "izin"),
    [
        ('sheet="1" objects="1" scenarios="1"', set()),
        ('sheet="true" objects="true" scenarios="true" formatColumns="false" formatRows="false"',
         {"formatColumns", "formatRows"}),
        ('sheet="1"', {"objects", "scenarios"}),
        ('sheet="1" objects="1" scenarios="1" insertRows="0" deleteRows="1"', {"insertRows"}),
    ],
)  # fmt: skip
def test_what_a_protection_allows(atribut: str, izin: set[str]) -> None:
    satu = _lembar(f"<sheetProtection {atribut}/>")
    assert satu.terlindung
    assert satu.izin == izin


def test_ranges_free_for_everybody() -> None:
    isi = '<protectedRange sqref="B2 C3:C9" name="x"/><protectedRange sqref="D4" name="y"/>'
    assert _lembar(f"<protectedRanges>{isi}</protectedRanges>").rentang_bebas == ("B2 C3:C9", "D4")


@pytest.mark.parametrize(
    ("atribut", "nol", "rumus"),
    [("", False, False), ('showZeros="0"', True, False), ('showFormulas="true"', False, True)],
)
def test_settings_of_the_view(atribut: str, nol: bool, rumus: bool) -> None:
    satu = _lembar(sebelum=f'<sheetViews><sheetView {atribut} workbookViewId="0"/></sheetViews>')
    assert (satu.tanpa_nol, satu.tampil_rumus) == (nol, rumus)


def test_conditional_formats_with_what_they_change() -> None:
    isi = u.taruh(s1=u.lembar("", '<conditionalFormatting sqref="B1:B3 D1"><cfRule type="cellIs" dxfId="1" '
        'priority="1" operator="between"><formula>1</formula><formula>9</formula></cfRule>'
        '<cfRule type="colorScale" priority="2"/>'
        "</conditionalFormatting>"))  # fmt: skip
    isi[u.ST] = isi[u.ST].replace(b"</styleSheet>", b"<dxfs><dxf/><dxf><font><color rgb='FF00FF00'/></font>"
        b"<numFmt numFmtId='200' formatCode=';;;'/><fill><patternFill><fgColor rgb='FF111111'/>"
        b"<bgColor rgb='FF222222'/></patternFill></fill></dxf></dxfs></styleSheet>")  # fmt: skip
    hasil = baca(u.zip_(isi))
    assert hasil.masalah == ()
    assert hasil.buku is not None
    area = ((1, 2, 3, 2), (1, 4, 1, 4))
    assert hasil.buku.lembar[0].bersyarat == (
        Bersyarat("cellIs", "between", "1;9", area, 1), Bersyarat("colorScale", "", "", area, None),
    )  # fmt: skip
    assert hasil.buku.gaya_bersyarat == (GayaBersyarat(), GayaBersyarat(";;;", "00FF00", "222222"))


def _gambar(isi: str) -> list[tuple[Any, ...]]:
    buku = baca(gambar(isi)).buku
    assert buku is not None
    return [(g.jenis, g.rupa, g.baris, g.kolom, g.sampai, g.garis) for g in buku.lembar[0].gambar]


def test_everything_drawn_is_known_with_the_cells_it_covers() -> None:
    sudut = ("<xdr:from><xdr:col>1</xdr:col><xdr:row>4</xdr:row></xdr:from>"
             "<xdr:to><xdr:col>3</xdr:col><xdr:row>6</xdr:row></xdr:to>")  # fmt: skip
    kotak = '<xdr:sp><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:sp>'
    garis = '<xdr:cxnSp><xdr:spPr><a:prstGeom prst="line"/></xdr:spPr></xdr:cxnSp>'
    assert _gambar(sudut + kotak + garis + "<xdr:pic/><xdr:graphicFrame/>") == [
        ("sp", "rect", 5, 2, (7, 4), False), ("cxnSp", "line", 5, 2, (7, 4), True),
        ("pic", "", 5, 2, (7, 4), False), ("graphicFrame", "", 5, 2, (7, 4), False),
    ]  # fmt: skip
    assert _gambar("<xdr:sp/>") == [("sp", "", 1, 1, (0, 0), False)]


@pytest.mark.parametrize(("atribut", "hilang"), [('ht="0"', True), ('ht="0.75"', True), ('ht="7"', False), ("", False)])
def test_a_row_too_low_for_a_letter_is_hidden(atribut: str, hilang: bool) -> None:
    satu = _lembar(baris=f'<row r="3" {atribut}><c r="A3"><v>1</v></c></row>')
    assert (3 in satu.baris_tersembunyi) == hilang


@pytest.mark.parametrize(("lebar", "hilang"), [("0", True), ("0.1", True), ("x", False), ("2", False)])
def test_a_column_too_narrow_for_a_letter_is_hidden(lebar: str, hilang: bool) -> None:
    satu = _lembar(sebelum=f'<cols><col min="2" max="2" width="{lebar}"/></cols>')
    assert (2 in satu.kolom_tersembunyi) == hilang
