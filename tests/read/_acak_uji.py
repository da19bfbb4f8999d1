"""Structure-aware damage: tokens of the XML, attributes, whole elements, relationships, fields of the zip headers."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib

TOKEN = (
    "", "0", "-1", "1", "99999999999", "4294967296", "1048576", "1048577", "XFD1048576", "A0", "A1:XFD1048576", "1E999",
    "NaN", "true", "TRUE", "#REF!", "Isi", "'Isi'!$B$1", "B1:B1048576", "shared", "array", "dataTable", "inlineStr",
    "str", "b", "e", "d", "hidden", "veryHidden", "_x0000_", "_xD800_", "&amp;", "&#10;", "rId1", "rId99", "../x.xml",
    "/xl/workbook.xml", "http://127.0.0.1:9/", "\u200b", "\u202e", "7" * 400, "k" * 40_000, "=" * 9_000, "(" * 70,
    ";;;",
)  # fmt: skip
_UNSUR = re.compile(r"<([A-Za-z:]+)(?:\s[^<>]*)?/>|<([A-Za-z:]+)(?:\s[^<>]*)?>")
_ATRIBUT = re.compile(r'\s([A-Za-z:]+)="([^"<>]*)"')
_ISI = re.compile(r">([^<>]+)<")
BARU = (
    '<c r="B9" t="s"><v>0</v></c>', '<row r="1"/>', "<f>B1</f>", '<f t="shared" si="0"/>', "<v>1</v>",
    "<is><t>x</t></is>", '<mergeCell ref="A1:B2"/>', '<definedName name="x" localSheetId="0">Isi!$A$1</definedName>',
    '<dataValidation sqref="A1:A9" type="list"><formula1>"a,b"</formula1></dataValidation>',
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>1</formula></cfRule>'
    "</conditionalFormatting>", '<sheetProtection sheet="1"/>', '<sheetView showZeros="0" workbookViewId="0"/>',
    '<protectedRange sqref="A1" name="x"/>', "<dxf><numFmt numFmtId='9' formatCode=';;;'/></dxf>", "<xf/>", "<font/>",
    '<col min="1" max="16384" width="0"/>', "<sheetData/>", "<!-- x -->", "<![CDATA[x]]>", '<drawing r:id="rId1"/>',
)  # fmt: skip


def sunting(teks: str, acak: random.Random) -> str:
    """One edit that a careless or hostile program could make; the part mostly stays XML."""
    cara = acak.randrange(7)
    if cara == 0 and (nilai := list(_ATRIBUT.finditer(teks))):
        satu = acak.choice(nilai)
        return teks[: satu.start(2)] + acak.choice(TOKEN) + teks[satu.end(2) :]
    if cara == 1 and (isi := list(_ISI.finditer(teks))):
        satu = acak.choice(isi)
        return teks[: satu.start(1)] + acak.choice(TOKEN) + teks[satu.end(1) :]
    if cara == 2 and (nilai := list(_ATRIBUT.finditer(teks))):
        satu = acak.choice(nilai)
        return teks[: satu.start()] + teks[satu.end() :]
    unsur = list(_UNSUR.finditer(teks))
    if not unsur:
        return teks
    satu, lain = acak.choice(unsur), acak.choice(unsur)
    if cara == 3:
        return teks[: satu.start()] + acak.choice(BARU) + teks[satu.start() :]
    utuh, lain_utuh = _utuh(teks, satu), _utuh(teks, lain)
    if cara == 4:
        return teks[: satu.start()] + teks[satu.start() + len(utuh) :]
    if cara == 5:
        return teks[: satu.start()] + utuh * acak.choice((2, 2, 300)) + teks[satu.start() + len(utuh) :]
    return teks[: satu.start()] + lain_utuh + teks[satu.start() + len(utuh) :]


def _utuh(teks: str, awal: re.Match[str]) -> str:
    """The element that starts here, to its end tag; the tag alone when there is none."""
    if awal.group(1):
        return awal.group()
    akhir = teks.find(f"</{awal.group(2)}>", awal.end())
    return teks[awal.start() : akhir + len(awal.group(2)) + 3] if akhir >= 0 else awal.group()


def bagian_dari(data: bytes) -> dict[str, bytes]:
    """Parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def rusak_isi(asal: dict[str, bytes], acak: random.Random) -> dict[str, bytes]:
    """The parts with one to five edits; now and then a part lost, doubled or exchanged for another."""
    isi = dict(asal)
    for _ in range(acak.choice((1, 1, 1, 2, 5))):
        nama = acak.choice(sorted(isi))
        isi[nama] = sunting(isi[nama].decode("utf-8", "replace"), acak).encode("utf-8", "surrogatepass")
    nasib = acak.random()
    if nasib < 0.03:
        isi.pop(acak.choice(sorted(isi)))
    elif nasib < 0.06:
        kiri, kanan = acak.choice(sorted(isi)), acak.choice(sorted(isi))
        isi[kiri], isi[kanan] = isi[kanan], isi[kiri]
    return isi


def rusak_zip(data: bytes, acak: random.Random) -> bytes:
    """One field of a local header, a central header or the end record set to a telling value; checksums kept right."""
    ubah = bytearray(data)
    jenis, panjang = acak.choice(((b"PK\3\4", 30), (b"PK\1\2", 46), (b"PK\5\6", 22)))
    letak = [m.start() for m in re.finditer(re.escape(jenis), data)]
    mulai = acak.choice(letak)
    lebar = acak.choice((2, 4))
    posisi = acak.randrange(4, panjang - lebar + 1, 2)
    lama = int.from_bytes(ubah[mulai + posisi : mulai + posisi + lebar], "little")
    besar = (1 << 8 * lebar) - 1
    baru = acak.choice(
        (0, 1, 8, 93, besar, besar - 1, lama + 1, max(lama - 1, 0), lama ^ 1, len(data), zlib.crc32(data))
    )
    ubah[mulai + posisi : mulai + posisi + lebar] = struct.pack("<Q", baru & besar)[:lebar]
    return bytes(ubah)
