"""The drawing part itself, and what the verifier says when it is gone or changed; --sop on the command line."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from kinerja_xl.build import generate
from kinerja_xl.build.xlsx import susun
from kinerja_xl.cli import kelompok
from kinerja_xl.mesin import hitung
from kinerja_xl.read import baca, batas
from kinerja_xl.read.gambar import baca_gambar
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.sop.model import kode_sop
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
BAGIAN = "xl/drawings/drawing1.xml"


@pytest.fixture(scope="module")
def rka(tmp_path_factory) -> Path:
    """The RKA form."""
    return generate("sop", tahun=2025, sop="rka", out=tmp_path_factory.mktemp("gambar"))


def _ubah(asal: Path, tujuan: Path, **ganti) -> Path:
    """A copy with parts changed; keys are parts with '/' and '.' as '_', values functions of their text."""
    with zipfile.ZipFile(asal) as lama, zipfile.ZipFile(tujuan, "w") as baru:
        for nama in lama.namelist():
            isi = lama.read(nama)
            fungsi = ganti.get(re.sub(r"[/.\[\]]", "_", nama))
            baru.writestr(nama, fungsi(isi.decode()).encode() if fungsi else isi)
    return tujuan


def _temuan(berkas: Path) -> list[tuple[str, str]]:
    return [(t.code, f"{t.sheet}!{t.cell}" if t.cell else t.sheet) for t in verify(str(berkas)).files[0].findings
            if t.code != "ISI-01"]  # fmt: skip


def _akar(berkas: Path):
    return ElementTree.fromstring(zipfile.ZipFile(berkas).read(BAGIAN))


def test_the_part_is_well_formed_and_in_the_order_of_its_schema(rka):
    akar = _akar(rka)
    assert akar.tag == XDR + "wsDr"
    for jangkar in akar:
        assert jangkar.tag == XDR + "twoCellAnchor"
        assert [a.tag for a in jangkar][0::3] == [XDR + "from", XDR + "clientData"]
        assert jangkar[2].tag in (XDR + "sp", XDR + "cxnSp")
        sifat = jangkar[2].find(XDR + "spPr")
        urut = [a.tag.removeprefix(A) for a in sifat]
        assert urut == [u for u in ("xfrm", "prstGeom", "noFill", "solidFill", "ln") if u in urut]
        garis = [a.tag.removeprefix(A) for a in sifat.find(A + "ln")]
        assert garis == [u for u in ("noFill", "solidFill", "miter", "tailEnd") if u in garis]


def test_only_the_five_standard_signs_and_straight_arrows_in_black_on_white(rka):
    akar = _akar(rka)
    rupa = {a.get("prst") for a in akar.iter(A + "prstGeom")}
    assert rupa == {
        "flowChartTerminator", "flowChartProcess", "flowChartDecision", "flowChartOffpageConnector",
        "straightConnector1", "rect",
    }  # fmt: skip
    assert {a.get("val") for a in akar.iter(A + "srgbClr")} == {"000000", "FFFFFF"}


def test_connectors_are_glued_to_signs_that_exist(rka):
    akar = _akar(rka)
    nomor = [int(a.get("id")) for a in akar.iter(XDR + "cNvPr")]
    assert len(nomor) == len(set(nomor))
    bentuk = {int(a.find(f"{XDR}nvSpPr/{XDR}cNvPr").get("id")) for a in akar.iter(XDR + "sp")}
    tempel = [a for kunci in ("stCxn", "endCxn") for a in akar.iter(A + kunci)]
    assert {int(a.get("id")) for a in tempel} <= bentuk
    assert {a.get("idx") for a in tempel} <= {"0", "1", "2", "3"}
    assert (
        len(list(akar.iter(A + "stCxn"))) == len(list(akar.iter(A + "endCxn"))) == len(list(akar.iter(A + "tailEnd")))
    )


def test_one_sheet_alone_has_the_drawing_and_the_package_declares_it(rka):
    with zipfile.ZipFile(rka) as paket:
        lembar = [n for n in paket.namelist() if n.startswith("xl/worksheets/sheet")]
        assert sum(b"<drawing " in paket.read(n) for n in lembar) == 1
        assert b'PartName="/xl/drawings/drawing1.xml"' in paket.read("[Content_Types].xml")
        assert [n for n in paket.namelist() if n.startswith("xl/drawings/")] == [BAGIAN]


def test_comments_live_beside_the_chart(rka):
    manifest = kenali(baca(rka).buku).manifest
    tabel = manifest.tabel["sop_alir"]
    isi = susun(manifest, {}, hitung(manifest, {}), {("Bagan Alir", tabel.baris1, 2): "Catatan"})
    terbaca = baca(isi)
    assert terbaca.masalah == ()
    lembar = next(satu for satu in terbaca.buku.lembar if satu.nama == "Bagan Alir")
    assert len(lembar.gambar) == len(manifest.lembar_bernama["Bagan Alir"].bentuk) + len(
        manifest.lembar_bernama["Bagan Alir"].garis
    )
    assert any(n.startswith("xl/comments") for n in zipfile.ZipFile(BytesIO(isi)).namelist())


def test_an_untouched_form_has_no_finding_of_its_chart(rka):
    assert _temuan(rka) == []


def test_a_deleted_drawing_is_told_once(rka, tmp_path):
    hapus = {f"xl_worksheets_sheet{n}_xml": lambda s: re.sub(r"<drawing [^>]*/>", "", s) for n in range(1, 9)}
    temuan = verify(str(_ubah(rka, tmp_path / "a.xlsx", **hapus))).files[0].findings
    satu = [t for t in temuan if t.code.startswith("STR")]
    assert [(t.code, t.sheet, t.level) for t in satu] == [("STR-30", "Bagan Alir", "peringatan")]
    assert "14 lambang" in satu[0].message


def test_a_sign_moved_to_another_performer_is_told_at_both_cells(rka, tmp_path):
    def geser(s: str) -> str:
        i = s.index('name="Langkah 3, ')
        j = s.rindex("<xdr:col>", 0, s.rindex("<xdr:to>", 0, i))
        return s[:j] + s[j:].replace("<xdr:col>4</xdr:col>", "<xdr:col>5</xdr:col>", 1)

    assert _temuan(_ubah(rka, tmp_path / "a.xlsx", xl_drawings_drawing1_xml=geser)) == [
        ("STR-31", "Bagan Alir!E8"), ("STR-31", "Bagan Alir!F8"),
    ]  # fmt: skip


def test_a_deleted_arrow_is_told(rka, tmp_path):
    def buang(s: str) -> str:
        i = s.index("<xdr:cxnSp")
        return s[: s.rindex("<xdr:twoCellAnchor", 0, i)] + s[s.index("</xdr:twoCellAnchor>", i) + 20 :]

    assert _temuan(_ubah(rka, tmp_path / "a.xlsx", xl_drawings_drawing1_xml=buang)) == [("STR-31", "Bagan Alir")]


def test_a_decision_drawn_as_a_process_is_told(rka, tmp_path):
    def ganti(s: str) -> str:
        return s.replace('prst="flowChartDecision"', 'prst="flowChartProcess"', 1)

    temuan = _temuan(_ubah(rka, tmp_path / "a.xlsx", xl_drawings_drawing1_xml=ganti))
    assert temuan == [("STR-31", "Bagan Alir!F11")] * 2


def test_a_shape_of_the_office_is_told_as_such_and_is_no_change_of_the_chart(rka, tmp_path):
    lain = (
        "<xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0"
        '</xdr:rowOff></xdr:from><xdr:ext cx="9" cy="9"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="900" name="Cap"/>'
        '<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>'
        "<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
    )
    berkas = _ubah(rka, tmp_path / "a.xlsx", xl_drawings_drawing1_xml=lambda s: s.replace("</xdr:wsDr>", lain))
    assert _temuan(berkas) == [("STR-46", "Bagan Alir!B2")]


def test_a_hostile_drawing_stays_within_bounds():
    satu = '<xdr:from><xdr:col>{}</xdr:col><xdr:row>-1</xdr:row></xdr:from><xdr:sp><a:prstGeom prst="rect"/></xdr:sp>'
    isi = '<xdr:wsDr xmlns:xdr="{}" xmlns:a="{}">{}</xdr:wsDr>'.format(
        XDR.strip("{}"), A.strip("{}"), satu.format("9" * 5000) * (batas.GAMBAR.nilai + 10)
    )
    hasil = baca_gambar(isi.encode(), BAGIAN, Catatan())
    assert len(hasil) == batas.GAMBAR.nilai
    assert all(1 <= b.kolom <= 16384 and b.baris == 1 for b in hasil)


# -- command line ------------------------------------------------------------------------------------------


def _jalankan(*kata: str):
    return CliRunner().invoke(kelompok, ["generate", *kata])


def test_all_twelve_at_once(tmp_path):
    hasil = _jalankan("sop", "--sop", "semua", "--tahun", "2025", "--out", str(tmp_path))
    assert hasil.exit_code == 0, hasil.output
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        f"sop-{kode}-2025-kecamatan-contoh.xlsx" for kode in kode_sop()
    )


def test_an_unknown_sop_is_refused_before_anything_is_written(tmp_path):
    hasil = _jalankan("sop", "--sop", "rkaa", "--tahun", "2025", "--out", str(tmp_path))
    assert hasil.exit_code != 0
    assert "'rka'" in str(hasil.output) + str(hasil.exception)
    assert list(tmp_path.iterdir()) == []


def test_the_option_belongs_to_the_sop_form(tmp_path):
    hasil = _jalankan("pk", "--sop", "rka", "--tahun", "2025", "--out", str(tmp_path))
    assert hasil.exit_code != 0
    assert "--sop hanya untuk jenis sop" in str(hasil.output) + str(hasil.exception)
