"""A bare .xlsx with formulas and no cached values, and the values of one that our own LibreOffice wrote.

Not a reader of submitted files: those go through kinerja_xl.read.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from kinerja_xl.core.nama import alamat, kolom_angka
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.soal import Soal
from kinerja_xl.spec.manifest import Nilai, Titik

_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NS = {"m": _UTAMA}


def tulis(soal: Soal, jalur: Path | BytesIO) -> None:
    """Write values and formulas; every formula is left without a result."""
    per_lembar: dict[str, dict[int, dict[int, str]]] = {lembar: defaultdict(dict) for lembar in soal.lembar}
    for (lembar, b, k), nilai in soal.nilai.items():
        per_lembar[lembar][b][k] = _sel_nilai(alamat(b, k), nilai)
    for (lembar, b, k), rumus in soal.rumus.items():
        per_lembar[lembar][b][k] = f'<c r="{alamat(b, k)}"><f>{escape(rumus)}</f></c>'
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, isi in _kerangka(soal.lembar).items():
            arsip.writestr(nama, _KEPALA + isi)
        for ke, baris in enumerate(per_lembar.values(), 1):
            badan = "".join(
                f'<row r="{b}">{"".join(baris[b][k] for k in sorted(baris[b]))}</row>' for b in sorted(baris)
            )
            isi = f'<worksheet xmlns="{_UTAMA}"><sheetData>{badan}</sheetData></worksheet>'
            arsip.writestr(f"xl/worksheets/sheet{ke}.xml", _KEPALA + isi)


def _sel_nilai(di: str, nilai: float | str | bool) -> str:
    if isinstance(nilai, bool):
        return f'<c r="{di}" t="b"><v>{int(nilai)}</v></c>'
    if isinstance(nilai, str):
        teks = escape(_TERLARANG.sub("", nilai))
        return f'<c r="{di}" t="inlineStr"><is><t xml:space="preserve">{teks}</t></is></c>'
    return f'<c r="{di}"><v>{nilai!r}</v></c>'


def _kerangka(lembar: tuple[str, ...]) -> dict[str, str]:
    nomor = range(1, len(lembar) + 1)
    daftar = "".join(f'<sheet name={quoteattr(n)} sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(lembar, 1))
    relasi = "".join(
        f'<Relationship Id="r{i}" Type="{_RELASI}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in nomor
    )
    jenis = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{_JENIS}worksheet+xml"/>' for i in nomor
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PAKET}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_JENIS}sheet.main+xml"/>'
        f"{jenis}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PAKET}/relationships"><Relationship Id="r1" '
        f'Type="{_RELASI}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_UTAMA}" xmlns:r="{_RELASI}"><sheets>{daftar}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKET}/relationships">{relasi}</Relationships>',
    }


def baca(jalur: Path) -> dict[Titik, Nilai]:
    """All values of a workbook converted by LibreOffice."""
    hasil: dict[Titik, Nilai] = {}
    with zipfile.ZipFile(jalur) as arsip:
        buku = ElementTree.fromstring(arsip.read("xl/workbook.xml"))
        relasi = ElementTree.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
        sasaran = {r.attrib["Id"]: r.attrib["Target"] for r in relasi}
        teks: list[str] = []
        if "xl/sharedStrings.xml" in arsip.namelist():
            akar = ElementTree.fromstring(arsip.read("xl/sharedStrings.xml"))
            teks = ["".join(t.text or "" for t in si.iter(f"{{{_UTAMA}}}t")) for si in akar]
        for lembar in buku.iterfind("m:sheets/m:sheet", _NS):
            bagian = "xl/" + sasaran[lembar.attrib[f"{{{_RELASI}}}id"]].removeprefix("/xl/")
            for sel in ElementTree.fromstring(arsip.read(bagian)).iterfind(".//m:c", _NS):
                nilai = _baca_sel(sel, teks)
                if nilai is not None:
                    hasil[(lembar.attrib["name"], *_titik(sel.attrib["r"]))] = nilai
    return hasil


def _titik(di: str) -> tuple[int, int]:
    huruf = di.rstrip("0123456789")
    return int(di[len(huruf) :]), kolom_angka(huruf)


def _baca_sel(sel: ElementTree.Element, teks: list[str]) -> Nilai:
    jenis = sel.attrib.get("t", "n")
    if jenis == "inlineStr":
        return "".join(t.text or "" for t in sel.iter(f"{{{_UTAMA}}}t"))
    isi = sel.findtext("m:v", None, _NS)
    if jenis == "str":
        return isi or ""
    if isi is None:
        return None
    if jenis == "s":
        return teks[int(isi)]
    if jenis == "b":
        return isi == "1"
    return GalatExcel(isi) if jenis == "e" else float(isi)
