"""Hostile files of the container and XML layers: (what it is, code that must come first, how to make it)."""

from __future__ import annotations

import gzip
import random
import struct
from collections.abc import Callable

import _paket_uji as u

Kasus = tuple[str, str, Callable[[], bytes]]

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BOM_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
SPASI = b" " * 3_000_000


def utf16(nama: str) -> bytes:
    return nama.encode("utf-16-le")


def doktip(bagian: str, isi: str) -> bytes:
    """The honest package with a DOCTYPE behind the XML declaration of one part."""
    return u.zip_(u.ganti(bagian, 'standalone="yes"?>', 'standalone="yes"?>' + isi))


def tumpang_tindih() -> bytes:
    """Two central entries over one local entry."""
    return u.zip_mentah(u.entri({"nama": b"xl/media/a.bin", "isi": b"x" * 99, "bersama": 0}))


def penutup_dobel() -> bytes:
    """A second archive hidden in the comment of the first."""
    dalam = u.zip_(u.ganti(u.S1, "<v>72</v>", "<v>99</v>"))
    return u.zip_mentah(u.entri(), komentar=dalam)


def eocd(data: bytes, posisi: int, bentuk: str, nilai: int) -> bytes:
    """The archive with one field of its end record changed."""
    ubah = bytearray(data)
    struct.pack_into(bentuk, ubah, len(data) - 22 + posisi, nilai)
    return bytes(ubah)


def utf7() -> bytes:
    return u.zip_({**u.jujur(), u.S1: u.jujur()[u.S1].replace(b'"UTF-8"', b'"UTF-7"')})


def utf16_dtd() -> bytes:
    teks = u.jujur()[u.S1].decode().replace("UTF-8", "UTF-16").replace("?>", "?>" + BOM_LAUGHS, 1)
    return u.zip_({**u.jujur(), u.S1: teks.encode("utf-16")})


def bising(n: int) -> bytes:
    return random.Random(7).randbytes(n)


def lain(nama: str, isi: bytes = b"x") -> bytes:
    """The honest package with one more entry."""
    return u.zip_mentah(u.entri({"nama": nama.encode(), "isi": isi}))


WADAH: list[Kasus] = [
    ("zero bytes", "BERKAS-01", lambda: b""),
    ("larger than 10 MB", "BERKAS-02", lambda: u.zip_mentah([{"nama": b"a", "isi": bising(10_600_000), "metode": 0}])),
    ("encrypted workbook", "BERKAS-03", lambda: CFB + utf16("EncryptionInfo") + bytes(64) + utf16("EncryptedPackage")),
    ("old .xls renamed", "BERKAS-04", lambda: CFB + utf16("Root Entry") + bytes(64) + utf16("Workbook")),
    ("bare BIFF stream", "BERKAS-04", lambda: b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(200)),
    ("HTML table renamed", "BERKAS-05", lambda: b"\xef\xbb\xbf<html><table><tr><td>1</td></tr></table></html>"),
    ("bare table tag", "BERKAS-05", lambda: b"<table border=1><tr><td>Target</td></tr></table>"),
    ("CSV renamed", "BERKAS-06", lambda: b"kode;target;realisasi\nIK1;72;80\n"),
    ("CSV in UTF-16", "BERKAS-06", lambda: "kode\ttarget\nIK1\t72\n".encode("utf-16")),
    ("SpreadsheetML 2003", "BERKAS-07", lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><W/>'),
    ("gzip", "BERKAS-08", lambda: gzip.compress(b"x", mtime=0)),
    ("PDF", "BERKAS-08", lambda: b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"),
    ("random bytes", "BERKAS-08", lambda: b"\x01\x00" + bising(400)),
    ("truncated upload", "BERKAS-09", lambda: u.zip_(u.jujur())[: len(u.zip_(u.jujur())) * 6 // 10]),
    ("cut at the directory", "BERKAS-09", lambda: u.zip_(u.jujur())[:-60]),
    ("PDF glued in front", "BERKAS-10", lambda: b"%PDF-1.7\n" + u.zip_(u.jujur())),
    ("prefix with right offsets", "BERKAS-10", lambda: u.zip_mentah(u.entri(), awalan=b"#!/bin/sh\nexit\n")),
    ("bytes behind the archive", "BERKAS-11", lambda: u.zip_(u.jujur()) + b"\0" * 500),
    ("a megabyte behind", "BERKAS-11", lambda: u.zip_(u.jujur()) + b"x" * 1_000_000),
    ("second archive in the comment", "BERKAS-11", penutup_dobel),
    ("word document", "BERKAS-13", lambda: u.zip_({
        u.TIPE: u.jujur()[u.TIPE].replace(u.WB.encode(), b"word/document.xml").replace(
            u.CT.encode() + b".sheet", b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "_rels/.rels": u.rels(("rId1", "officeDocument", "word/document.xml", "")), "word/document.xml": b"<w/>"})),
    ("OpenDocument renamed", "BERKAS-12", lambda: u.zip_({
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})),
    ("xlsb content type", "BERKAS-14", lambda: u.zip_(u.ganti(
        u.TIPE, f"{u.CT}.sheet.main+xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"))),
    ("strict OOXML workbook", "BERKAS-15", lambda: u.zip_(u.ganti(
        u.WB, u.SS, "http://purl.oclc.org/ooxml/spreadsheetml/main"))),
    ("strict OOXML relationship", "BERKAS-15", lambda: u.zip_({**u.jujur(), "_rels/.rels": u.rels(
        ("rId1", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", u.WB, ""))})),
    ("an ordinary zip of photos", "BERKAS-16", lambda: u.zip_({"foto/1.jpg": b"\xff\xd8\xff", "baca.txt": b"halo"})),
    ("old Word document", "BERKAS-17", lambda: CFB + utf16("WordDocument")),
    ("template type", "BERKAS-19", lambda: u.zip_(u.ganti(u.TIPE, "sheet.main", "template.main"))),
    ("2,000 entries", "BERKAS-20", lambda: u.zip_mentah(
        u.entri(*({"nama": b"xl/m/%d" % n, "isi": b""} for n in range(2000))))),
    ("part of 40 MB", "BERKAS-21", lambda: u.zip_mentah(u.entri(
        {"nama": b"xl/a.bin", "isi": bising(1_000_000), "besar": 40_000_000, "metode": 8}))),
    ("parts of 70 MB together", "BERKAS-22", lambda: u.zip_mentah(u.entri(
        *({"nama": b"xl/a%d.bin" % n, "isi": bising(700_000), "besar": 24_000_000} for n in range(3))))),
    ("bomb of 3 MB spaces", "BERKAS-23", lambda: u.zip_({**u.jujur(), u.S2: u.jujur()[u.S2] + SPASI})),
    ("declared size 4 GB", "BERKAS-23", lambda: u.zip_mentah(u.entri(besar=0xFFFFFFF0))),
    ("zip inside", "BERKAS-24", lambda: lain("xl/media/a.png", u.zip_({"b": b"c"}))),
    ("two entries over the same bytes", "BERKAS-34", tumpang_tindih),
    ("entry inside another", "BERKAS-25", lambda: u.zip_mentah([
        {"nama": b"a", "isi": b"..." + u.zip_mentah([{"nama": b"b", "isi": b"y", "metode": 0}])[:32], "metode": 0},
        {"nama": b"b", "isi": b"y", "metode": 0, "bersama": 34}])),
    ("entry twice", "BERKAS-26", lambda: u.zip_mentah(u.entri({"nama": u.S2.encode(), "isi": u.jujur()[u.S1]}))),
    ("case collision", "BERKAS-26", lambda: lain("xl/Worksheets/Sheet2.xml", u.jujur()[u.S1])),
    ("traversal", "BERKAS-27", lambda: lain("../../../x/evil.txt")),
    ("absolute name", "BERKAS-27", lambda: lain("/etc/cron.d/x")),
    ("backslash", "BERKAS-27", lambda: lain("xl\\..\\..\\x.txt")),
    ("drive letter", "BERKAS-27", lambda: lain("C:/x.txt")),
    ("NUL in the name", "BERKAS-27", lambda: lain("xl/a.png\0.exe")),
    ("symbolic link", "BERKAS-28", lambda: u.zip_mentah(u.entri(
        {"nama": b"xl/taut", "isi": b"/etc/passwd", "sifat": 0o120777 << 16}))),
    ("encrypted entry", "BERKAS-29", lambda: u.zip_mentah(u.entri(bendera=1))),
    ("zstd method", "BERKAS-30", lambda: u.zip_mentah(u.entri(metode=93))),
    ("lzma method", "BERKAS-30", lambda: u.zip_mentah(u.entri(metode=14))),
    ("wrong checksum", "BERKAS-31", lambda: u.zip_mentah(u.entri(crc=1))),
    ("declared smaller than it is", "BERKAS-32", lambda: u.zip_mentah(u.entri(besar=10))),
    ("declared larger than it is", "BERKAS-32", lambda: u.zip_mentah(u.entri(besar=100_000))),
    ("zip64 sizes", "BERKAS-33", lambda: u.zip_mentah(u.entri(besar=0xFFFFFFFF))),
    ("zip64 entry count", "BERKAS-33", lambda: eocd(eocd(u.zip_(u.jujur()), 10, "<H", 0xFFFF), 8, "<H", 0xFFFF)),
    ("other name in the local header", "BERKAS-34", lambda: u.zip_mentah(u.entri(lokal=u.S1.encode()))),
    ("archive on two disks", "BERKAS-36", lambda: eocd(u.zip_(u.jujur()), 4, "<H", 1)),
    ("entry count too low", "BERKAS-36", lambda: eocd(eocd(u.zip_(u.jujur()), 10, "<H", 3), 8, "<H", 3)),
    ("broken deflate stream", "BERKAS-37", lambda: u.zip_mentah(u.entri(
        {"nama": b"xl/a.bin", "isi": b"x"})).replace(b"xl/a.bin\xab\x00\x00", b"xl/a.bin\xff\xff\xff")),
    ("archive comment", "BERKAS-38", lambda: u.zip_mentah(u.entri(), komentar=b"dibuat oleh alat X")),
    ("name outside ASCII", "BERKAS-39", lambda: u.zip_mentah(u.entri(
        {"nama": "xl/media/gambar-é.png".encode(), "isi": b"x", "bendera": 0x800}))),
]  # fmt: skip

XML: list[Kasus] = [
    ("billion laughs in strings", "BERKAS-40", lambda: doktip(u.SST, BOM_LAUGHS)),
    ("billion laughs in a sheet", "BERKAS-40", lambda: doktip(u.S1, BOM_LAUGHS)),
    ("XXE to a file", "BERKAS-40", lambda: doktip(u.S2, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    ("external DTD of styles", "BERKAS-40", lambda: doktip(u.ST, '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/a.dtd">')),
    ("DTD in the workbook part", "BERKAS-40", lambda: doktip(u.WB, "<!DOCTYPE workbook>")),
    ("DTD in the content types", "BERKAS-40", lambda: doktip(u.TIPE, "<!DOCTYPE Types>")),
    ("DTD in relationships", "BERKAS-40", lambda: doktip(u.WR, "<!DOCTYPE x>")),
    ("DTD in a part we do not need", "BERKAS-40", lambda: u.zip_({**u.jujur(), "docProps/core.xml":
        b"<!DOCTYPE x><a/>"})),
    ("DTD hidden in UTF-16", "BERKAS-40", utf16_dtd),
    ("20,000 nested elements", "BERKAS-41", lambda: u.zip_(u.taruh(
        s2=u.lembar("", "<a>" * 20_000 + "</a>" * 20_000)))),
    ("attribute of 200 kB", "BERKAS-42", lambda: u.zip_(u.taruh(
        s1=u.lembar("", f'<a b="{bising(100_000).hex()}"/>')))),
    ("encoding UTF-7", "BERKAS-43", utf7),
    ("encoding Latin-1", "BERKAS-43", lambda: u.zip_(u.ganti(u.S2, '"UTF-8"', '"ISO-8859-1"'))),
    ("unclosed element", "BERKAS-44", lambda: u.zip_(u.ganti(u.S1, "</sheetData>", ""))),
    ("invalid UTF-8", "BERKAS-44", lambda: u.zip_({**u.jujur(), u.S1: u.jujur()[u.S1].replace(b"72", b"7\xe9")})),
    ("NUL character", "BERKAS-44", lambda: u.zip_({**u.jujur(), u.S1: u.jujur()[u.S1].replace(b"72", b"7\x00")})),
    ("undeclared prefix", "BERKAS-44", lambda: u.zip_(u.ganti(u.S1, "<sheetData>", "<z:a/><sheetData>"))),
    ("undefined entity", "BERKAS-44", lambda: u.zip_(u.ganti(u.S1, "<v>72</v>", "<v>&a;</v>"))),
    ("stylesheet instruction", "BERKAS-45", lambda: doktip(u.S1, '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>')),
    ("XInclude", "BERKAS-46", lambda: u.zip_(u.ganti(u.S1, "<sheetData>",
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/><sheetData>'))),
    ("cell inside a cell", "BERKAS-47", lambda: u.zip_(u.taruh(s1=u.sel('<c r="A1"><c r="B1"><v>1</v></c></c>')))),
    ("two values in a cell", "BERKAS-47", lambda: u.zip_(u.taruh(s1=u.sel('<c r="A1"><v>1</v><v>2</v></c>')))),
    ("element inside a value", "BERKAS-47", lambda: u.zip_(u.taruh(s1=u.sel('<c r="A1"><v>7<a/>2</v></c>')))),
    ("sheet with another root", "BERKAS-47", lambda: u.zip_(u.taruh(s1=b'<lembar xmlns="urn:x"/>'))),
    ("strings in the strict namespace", "BERKAS-15", lambda: u.zip_(u.ganti(
        u.SST, u.SS, "http://purl.oclc.org/ooxml/spreadsheetml/main"))),
    ("3,000,001 elements", "BERKAS-48", lambda: u.zip_mentah(u.entri(
        {"nama": b"docProps/a.xml", "isi": b"<a>" + b"<b/>" * 3_000_000 + bising(300_000).hex().encode() + b"</a>"}))),
    ("20,001 attribute names", "BERKAS-49", lambda: u.zip_(u.taruh(s1=u.lembar("", "<a>" + "".join(
        f'<b n{n * 7919 % 99991}=""/>' for n in range(20_001)) + "</a>")))),
    ("two sheetData", "BERKAS-47", lambda: u.zip_(u.ganti(u.S1, "</sheetData>", "</sheetData><sheetData/>"))),
]  # fmt: skip
