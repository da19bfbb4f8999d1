"""A workbook that holds what office workbooks hold: charts, pictures, notes, threads, validations, unknown parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import xlsxwriter

GAMBAR = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)
_UTAS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="C3" dT="2024-01-02T03:04:05.00" personId="{00000000-0000-0000-0000-000000000001}" '
    'id="{00000000-0000-0000-0000-000000000002}"><text>Sudah dicek Bu Rini?</text></threadedComment>'
    "</ThreadedComments>"
)
_LAIN = {
    "customXml/item1.xml": "<data xmlns='urn:uji'><a>1</a></data>",
    "xl/printerSettings/printerSettings1.bin": "\x00\x01printer",
    "xl/calcChain.xml": '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B4" i="1"/>'
    "</calcChain>",
}


def buku_kaya(folder: Path) -> bytes:
    """The bytes of such a workbook; sheets Isi (with everything), Polos (plain), 'Data & <lain>'."""
    jalur = folder / "kaya.xlsx"
    (folder / "titik.png").write_bytes(GAMBAR)
    buku = xlsxwriter.Workbook(jalur)
    tebal = buku.add_format({"bold": True, "bg_color": "#FFEEDD", "border": 1})
    isi = buku.add_worksheet("Isi")
    isi.write("A1", "Judul", tebal)
    isi.write_column("B1", [1, 2, 3])
    isi.write_formula("B4", "=SUM(B1:B3)", None, 6)
    isi.merge_range("A6:B7", "gabungan", tebal)
    isi.data_validation("B1:B3", {"validate": "decimal", "criteria": ">", "value": 0})
    isi.conditional_format("B1:B3", {"type": "data_bar", "data_bar_2010": True})
    isi.add_sparkline("D1", {"range": "Isi!B1:B3"})
    isi.insert_image("F2", str(folder / "titik.png"))
    isi.set_header("&L&G", {"image_left": str(folder / "titik.png")})
    isi.write_comment("B2", "Catatan kantor: angka dari BPS.", {"author": "Kasubag"})
    isi.write_comment("C3", "[Threaded comment] lama", {"author": "tc={2}"})
    isi.protect("", {"format_columns": True})
    bagan = buku.add_chart({"type": "column"})
    bagan.add_series({"values": "=Isi!$B$1:$B$3"})
    isi.insert_chart("H2", bagan)
    polos = buku.add_worksheet("Polos")
    polos.write("A1", "a & <b>")
    polos.write("A2", 5)
    lain = buku.add_worksheet("Data & <lain>")
    lain.write("A1", "teks")
    buku.define_name("jumlah", "=Isi!$B$4")
    buku.define_name("Polos!setempat", "=Polos!$A$2")
    buku.close()
    return _sisipkan(jalur.read_bytes())


def _sisipkan(isi: bytes) -> bytes:
    """What the library cannot write: a thread, printer settings, custom XML, a part of nobody's, an extension list."""
    bagian = baca_zip(isi)
    bagian |= {nama: teks.encode() for nama, teks in _LAIN.items()}
    bagian["xl/threadedComments/threadedComment1.xml"] = _UTAS.encode()
    jenis = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    bagian[rels] = bagian[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="rId90" Type="{jenis}" Target="../threadedComments/threadedComment1.xml"/>'
        '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>'.encode(),
    )
    tipe = b'<Default Extension="bin" ContentType="application/octet-stream"/>'
    bagian["[Content_Types].xml"] = bagian["[Content_Types].xml"].replace(b"<Override", tipe + b"<Override", 1)
    return tulis_zip(bagian)


def baca_zip(isi: bytes) -> dict[str, bytes]:
    """Parts by name."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def tulis_zip(bagian: Mapping[str, bytes]) -> bytes:
    """A package of parts."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return wadah.getvalue()
