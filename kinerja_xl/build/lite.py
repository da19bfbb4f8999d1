"""Kinerja Lite.xlsx: the functions for Excel 365 and Excel for the web through xlwings Lite, no Python installed.

The add-in keeps its code inside the workbook, in the properties of a web extension part; we write that part
ourselves. Calls stand under the stored name of an Office add-in's function (`_xldudf_...`).
"""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

import xlsxwriter

from kinerja_xl import __version__
from kinerja_xl.build.contoh_fungsi import LEBAR_KOLOM, contoh, gambar
from kinerja_xl.build.gaya import HURUF, sifat
from kinerja_xl.build.lite_main import SYARAT, susun_main
from kinerja_xl.build.xlsx import pasang, seragam
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions

NAMA = "Kinerja Lite.xlsx"
AWALAN = "_xldudf_"
_TOKO = "wa200008175"  # xlwings Lite in the add-in store of Office
_PANEL = "xl/webextensions/taskpanes.xml"
_EKSTENSI = "xl/webextensions/webextension1.xml"
_JENIS = "application/vnd.ms-office.webextension"
_HUB = "http://schemas.microsoft.com/office/2011/relationships/webextension"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_PETUNJUK = (
    "Pasang xlwings Lite sekali: tab Home, Add-ins, cari xlwings Lite (gratis; perlu internet, juga tiap kali dibuka).",
    "Buka panel xlwings Lite; fungsi siap setelah beberapa detik. Sebelum itu sel menampilkan #BUSY! atau #NAME?.",
    "Ketik fungsinya di sel mana pun, misalnya =IKM_SCORE(B5:J154). Contoh tiap fungsi ada di lembar berikutnya.",
    "Salin lembar ini dan data Anda ke dalam buku kerja ini; fungsi hanya bekerja di buku kerja yang memuat kodenya.",
    "Bila hasil #VALUE!, tulis fungsi pemeriksanya (misalnya =IKM_CEK(...)) untuk membaca sebabnya.",
    "Data tidak dikirim ke mana pun: aturan dan hitungannya ada di dalam buku kerja ini.",
)


def bangun_lite(out: str | Path, *, timpa: bool = False) -> Path:
    """Write the workbook; `out` is a folder or the path of the .xlsx."""
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        tujuan = tujuan / NAMA
    pasang(susun_lite(), tujuan, timpa)
    return tujuan


def susun_lite() -> bytes:
    """The workbook as bytes: drawn with XlsxWriter, then given the parts of the add-in."""
    keluar = BytesIO()
    with ZipFile(BytesIO(_gambar())) as asal, ZipFile(keluar, "w") as baru:
        for satu in asal.infolist():
            baru.writestr(satu.filename, _sambung(satu.filename, asal.read(satu).decode("utf-8")))
        for nama, isi in bagian_lite().items():
            baru.writestr(nama, isi)
    return seragam(keluar.getvalue())


def bagian_lite() -> dict[str, str]:
    """The parts in which xlwings Lite keeps its code."""
    hubungan = f'<Relationship Id="rId1" Type="{_HUB}" Target="webextension1.xml"/>'
    return {
        _PANEL: f'{_KEPALA}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/'
        f'2010/11"><wetp:taskpane dockstate="right" visibility="0" width="437" row="0"><wetp:webextensionref {_R} '
        'r:id="rId1"/></wetp:taskpane></wetp:taskpanes>',
        "xl/webextensions/_rels/taskpanes.xml.rels": f'{_KEPALA}<Relationships xmlns="http://schemas.openxmlformats.org'
        f'/package/2006/relationships">{hubungan}</Relationships>',
        _EKSTENSI: _ekstensi(),
    }


def _ekstensi() -> str:
    """The web extension: which add-in, its properties (each a JSON text), the functions it brings."""
    nomor = str(uuid5(NAMESPACE_URL, "kinerja-xl/lite")).upper()
    sifat_lite = {"main.py": susun_main(), "requirements.txt": SYARAT}
    properti = "".join(
        f"<we:property name={quoteattr(n)} value={quoteattr(json.dumps(isi, ensure_ascii=False))}/>"
        for n, isi in sifat_lite.items()
    )
    daftar = "".join(f"<we:customFunctionIds>{AWALAN}{n}</we:customFunctionIds>" for n in functions())
    rujukan = f'<we:reference id="{_TOKO}" version="1.0.0.0" store="en-US" storeType="OMEX"/>'
    lain = f'<we:reference id="{_TOKO}" version="1.0.0.0" store="{_TOKO.upper()}" storeType="OMEX"/>'
    return (
        f'{_KEPALA}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" '
        f'id="{{{nomor}}}">{rujukan}<we:alternateReferences>{lain}</we:alternateReferences>'
        f"<we:properties>{properti}</we:properties><we:bindings/><we:snapshot {_R}/><we:extLst>"
        f'<a:ext {_A} uri="{{D87F86FE-615C-45B5-9D79-34F1136793EB}}"><we:containsCustomFunctions/></a:ext>'
        f'<a:ext {_A} uri="{{7C84B067-C214-45C3-A712-C9D94CD141B2}}"><we:customFunctionIdList>{daftar}'
        "</we:customFunctionIdList></a:ext></we:extLst></we:webextension>"
    )


def _sambung(nama: str, isi: str) -> str:
    """Announce the added parts in the two lists of the package."""
    if nama == "[Content_Types].xml":
        baru = f'<Override PartName="/{_PANEL}" ContentType="{_JENIS}taskpanes+xml"/>'
        baru += f'<Override PartName="/{_EKSTENSI}" ContentType="{_JENIS}+xml"/></Types>'
        return isi.replace("</Types>", baru)
    if nama == "_rels/.rels":
        baru = f'<Relationship Id="rIdLite" Type="{_HUB}taskpanes" Target="{_PANEL}"/></Relationships>'
        return isi.replace("</Relationships>", baru)
    return isi


def _gambar() -> bytes:
    wadah = BytesIO()
    huruf = {"font_name": HURUF, "font_size": 10}
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True, "strings_to_urls": False, "default_format_properties": huruf})
    judul = f"kinerja-xl {__version__}"
    buku.set_properties({"title": "Fungsi kinerja-xl, xlwings Lite", "subject": judul, "created": datetime(2020, 1, 1)})
    buku.set_calc_mode("auto", 191029)  # as current Excel: stored values stay until the add-in is there
    buku.calc_on_load = False
    simpan: dict[tuple[str, str], Any] = {}

    def gaya(nama: str, tipe: str) -> Any:
        if (nama, tipe) not in simpan:
            lurus = {} if nama in ("kepala", "isian") else {"text_wrap": False}
            simpan[nama, tipe] = buku.add_format({**sifat(nama, tipe, False), **lurus, "locked": False})
        return simpan[nama, tipe]

    ws = buku.add_worksheet("Mulai")
    ws.hide_gridlines(2)
    ws.write(0, 0, "Fungsi kinerja-xl di Excel 365 (xlwings Lite)", gaya("judul_kiri", "teks"))
    ws.write(1, 0, judul, gaya("info", "teks"))
    for n, isi in enumerate(_PETUNJUK, 1):
        ws.write(2 + n, 0, f"{n}. {isi}", gaya("info", "teks"))
    keluarga: dict[str, list[Indikator]] = {}
    for f in functions().values():
        keluarga.setdefault(f.keluarga, []).append(f)
    for kode, daftar in sorted(keluarga.items()):
        ws = buku.add_worksheet(kode)
        ws.set_column(0, 0, 18)
        ws.set_column(1, 40, LEBAR_KOLOM)
        ws.hide_gridlines(2)
        ws.write(0, 0, daftar[0].buku.judul, gaya("judul_kiri", "teks"))
        baris = 3
        for f in daftar:
            baris = gambar(ws, contoh(f), baris, gaya, AWALAN)
    buku.close()
    return wadah.getvalue()
