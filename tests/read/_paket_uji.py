"""Builds one honest package by hand and lets a case change exactly one thing in it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

SS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREL = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
S1, S2, WB, WR, ST, SST, TIPE = (
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "[Content_Types].xml",
)

Bagian = dict[str, bytes]


def lembar(isi: str, sesudah: str = "", sebelum: str = "") -> bytes:
    """A sheet part around the given rows."""
    return (
        f'{KEPALA}<worksheet xmlns="{SS}" xmlns:r="{REL}">{sebelum}<sheetData>{isi}</sheetData>{sesudah}</worksheet>'
    ).encode()


def sel(isi: str) -> bytes:
    """A sheet part whose row 1 holds the given cells."""
    return lembar(f'<row r="1">{isi}</row>')


def rels(*satu: tuple[str, str, str, str]) -> bytes:
    """A relationships part: (id, type or its last word, target, mode)."""
    isi = "".join(
        f'<Relationship Id="{i}" Type="{t if ":" in t else REL + "/" + t}" Target="{g}"'
        + (f' TargetMode="{m}"/>' if m else "/>")
        for i, t, g, m in satu
    )
    return f'{KEPALA}<Relationships xmlns="{PREL}">{isi}</Relationships>'.encode()


def jujur() -> Bagian:
    """Two sheets, shared strings, styles, a name: nothing to complain about."""
    return {
        TIPE: (
            f'{KEPALA}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="bin" ContentType="application/octet-stream"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/{WB}" ContentType="{CT}.sheet.main+xml"/>'
            f'<Override PartName="/{S1}" ContentType="{CT}.worksheet+xml"/>'
            f'<Override PartName="/{S2}" ContentType="{CT}.worksheet+xml"/>'
            f'<Override PartName="/{ST}" ContentType="{CT}.styles+xml"/>'
            f'<Override PartName="/{SST}" ContentType="{CT}.sharedStrings+xml"/></Types>'
        ).encode(),
        "_rels/.rels": rels(("rId1", "officeDocument", WB, "")),
        WB: (
            f'{KEPALA}<workbook xmlns="{SS}" xmlns:r="{REL}"><workbookPr/><sheets>'
            '<sheet name="Isi" sheetId="1" r:id="rId1"/><sheet name="Hasil" sheetId="2" r:id="rId2"/></sheets>'
            "<definedNames><definedName name=\"pk_target\">'Isi'!$B$1</definedName></definedNames>"
            '<calcPr calcId="1"/></workbook>'
        ).encode(),
        WR: rels(
            ("rId1", "worksheet", "worksheets/sheet1.xml", ""),
            ("rId2", "worksheet", "worksheets/sheet2.xml", ""),
            ("rId3", "styles", "styles.xml", ""),
            ("rId4", "sharedStrings", "/xl/sharedStrings.xml", ""),
        ),
        S1: sel('<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>72</v></c><c r="C1"><f>B1*2</f><v>144</v></c>'),
        S2: sel('<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'),
        ST: (
            f'{KEPALA}<styleSheet xmlns="{SS}"><fonts count="1"><font><sz val="11"/></font></fonts>'
            '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
            '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0"/>'
            '<xf numFmtId="2" fontId="0" fillId="0"><protection locked="0"/></xf></cellXfs></styleSheet>'
        ).encode(),
        SST: f'{KEPALA}<sst xmlns="{SS}" count="1" uniqueCount="1"><si><t>Target</t></si></sst>'.encode(),
    }


def ganti(bagian: str, lama: str, baru: str) -> Bagian:
    """The honest package with one text replaced; the text must be there."""
    isi = jujur()
    assert lama.encode() in isi[bagian], lama
    isi[bagian] = isi[bagian].replace(lama.encode(), baru.encode(), 1)
    return isi


def taruh(**tambah: bytes) -> Bagian:
    """The honest package with sheet parts exchanged: s1=..., s2=..., sst=..., st=..., wb=..."""
    nama = {"s1": S1, "s2": S2, "sst": SST, "st": ST, "wb": WB}
    return {**jujur(), **{nama[k]: v for k, v in tambah.items()}}


def dengan(tambah: Bagian, hubungan: tuple[str, str, str, str] | None = None, tipe: str = "", dari: str = S1) -> Bagian:
    """The honest package with more parts, a relationship to them, an Override line."""
    isi = {**jujur(), **tambah}
    if hubungan and dari == WB:
        isi[WR] = isi[WR].replace(b"</Relationships>", rels(hubungan).split(PREL.encode() + b'">', 1)[1])
    elif hubungan:
        folder, _, berkas = dari.rpartition("/")
        isi[f"{folder}/_rels/{berkas}.rels"] = rels(hubungan)
    if tipe:
        isi[TIPE] = isi[TIPE].replace(b"</Types>", tipe.encode() + b"</Types>")
    return isi


def zip_(bagian: Bagian | list[tuple[str, bytes]]) -> bytes:
    """The parts as an ordinary deflated archive."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in bagian.items() if isinstance(bagian, dict) else bagian:
            arsip.writestr(zipfile.ZipInfo(nama, (2024, 1, 1, 0, 0, 0)), isi, zipfile.ZIP_DEFLATED)
    return wadah.getvalue()


def zip_mentah(entri: list[dict[str, object]], awalan: bytes = b"", komentar: bytes = b"") -> bytes:
    """An archive written field by field. Keys: nama, isi; any of bendera, metode, crc, besar, kecil, sifat,
    lokal (other name in the local header), bersama (offset of an entry written before), penutup (descriptor)."""
    data, pusat = bytearray(awalan), bytearray()
    for e in entri:
        nama, isi = bytes(e["nama"]), bytes(e["isi"])  # type: ignore[arg-type]
        metode = int(e.get("metode", 8))  # type: ignore[call-overload]
        padat = zlib.compressobj(9, zlib.DEFLATED, -15)
        mampat = isi if metode != 8 else padat.compress(isi) + padat.flush()
        crc = int(e.get("crc", zlib.crc32(isi)))  # type: ignore[call-overload]
        besar = int(e.get("besar", len(isi)))  # type: ignore[call-overload]
        bendera = int(e.get("bendera", 0)) | (8 if e.get("penutup") else 0)  # type: ignore[call-overload]
        awal = int(e.get("bersama", len(data)))  # type: ignore[call-overload]
        lokal = bytes(e.get("lokal", nama))  # type: ignore[call-overload]
        angka = (0, 0, 0) if e.get("penutup") else (crc, len(mampat), besar)
        if "bersama" not in e:
            data += struct.pack("<4s5H3L2H", b"PK\3\4", 20, bendera, metode, 0, 33, *angka, len(lokal), 0)
            data += lokal + mampat
            if e.get("penutup"):
                data += b"PK\7\x08" + struct.pack("<3L", crc, len(mampat), besar)
        sifat = int(e.get("sifat", 0))  # type: ignore[call-overload]
        pusat += (
            struct.pack(
                "<4s6H3L5H2L",
                b"PK\1\2",
                0x314 if sifat else 20,
                20,
                bendera,
                metode,
                0,
                33,
                crc,
                len(mampat),
                besar,
                len(nama),
                0,
                0,
                0,
                0,
                sifat,
                awal,
            )
            + nama
        )
    ujung = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entri), len(entri), len(pusat), len(data), len(komentar))
    return bytes(data + pusat + ujung + komentar)


def entri(*tambah: dict[str, object], **ubah: object) -> list[dict[str, object]]:
    """Entries of the honest package for zip_mentah; `ubah` applies to sheet 2."""
    daftar: list[dict[str, object]] = [{"nama": n.encode(), "isi": i} for n, i in jujur().items()]
    for satu in daftar:
        if satu["nama"] == S2.encode():
            satu.update(ubah)
    return [*daftar, *tambah]
