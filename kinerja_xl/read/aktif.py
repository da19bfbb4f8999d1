"""Active content seen from the package: macros, objects, connections, remote pictures, outside relationships."""

from __future__ import annotations

from kinerja_xl.read.lint import kode_tautan
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.paket import TIPE_LEMBAR, Hubungan, Isi

_JENIS = {
    "vbaProject": "AKTIF-08",
    "vbaProjectSignature": "AKTIF-08",
    "wordVbaData": "AKTIF-08",
    "xlMacrosheet": "AKTIF-09",
    "xlIntlMacrosheet": "AKTIF-09",
    "dialogsheet": "AKTIF-09",
    "extensibility": "AKTIF-10",
    "oleObject": "AKTIF-11",
    "package": "AKTIF-11",
    "control": "AKTIF-12",
    "activeXControlBinary": "AKTIF-12",
    "connections": "AKTIF-14",
    "queryTable": "AKTIF-14",
    "powerPivotData": "AKTIF-14",
    "webextension": "AKTIF-18",
    "webextensiontaskpanes": "AKTIF-18",
}
_TIPE = (
    ("vbaproject", "AKTIF-08"),
    ("ms-excel.macrosheet", "AKTIF-09"),
    ("ms-excel.intlmacrosheet", "AKTIF-09"),
    ("spreadsheetml.dialogsheet", "AKTIF-09"),
    ("ms-office.activex", "AKTIF-12"),
    ("openxmlformats-officedocument.oleobject", "AKTIF-11"),
    ("spreadsheetml.connections", "AKTIF-14"),
    ("spreadsheetml.querytable", "AKTIF-14"),
    ("ms-office.webextension", "AKTIF-18"),
)
_NAMA = (
    ("vbaproject.bin", "AKTIF-08"),
    ("customui/", "AKTIF-10"),
    ("xl/macrosheets/", "AKTIF-09"),
    ("xl/activex/", "AKTIF-12"),
    ("xl/embeddings/", "AKTIF-11"),
    ("xl/connections.xml", "AKTIF-14"),
)
_PROGRAM = (".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".hta", ".msi", ".lnk", ".jar")
_GAMBAR = {"image", "video", "audio", "media", "svgBlip"}
_TAUTAN_BUKU = {"externalLinkPath", "xlPathMissing", "xlStartup", "xlAlternateStartup", "xlLibrary"}


def periksa_aktif(isi: Isi, catatan: Catatan) -> None:
    """One finding for each part or outside relationship that is active content."""
    pernah: set[str] = set()
    for nama in isi.paket.bagian:
        kode = _kode_bagian(nama.lower(), isi.tipe(nama).lower())
        if kode:
            _sekali(kode, nama, pernah, catatan)
    for satu in isi.semua():
        kode = _JENIS.get(satu.jenis)
        if satu.luar:
            _luar(satu, kode, isi, catatan)
        elif kode and not (satu.bagian or "").lower().endswith(".rels"):
            _sekali(kode, satu.bagian or satu.target, pernah, catatan)


def kode_hubungan(satu: Hubungan) -> str | None:
    """Code of a hyperlink relationship that leaves the file, None for every other one."""
    if not satu.luar or satu.jenis != "hyperlink" or satu.target.startswith("#"):
        return None
    return kode_tautan(satu.target, "AKTIF-06")


def _sekali(kode: str, bagian: str, pernah: set[str], catatan: Catatan) -> None:
    if bagian.lower() not in pernah:
        pernah.add(bagian.lower())
        catatan.catat(kode, None, bagian=bagian)


def _kode_bagian(nama: str, tipe: str) -> str | None:
    if nama.endswith(".rels"):
        return None
    if nama.endswith(_PROGRAM):
        return "AKTIF-13"
    for potong, kode in _TIPE:
        if potong in tipe:
            return kode
    for potong, kode in _NAMA:
        if potong in nama:
            return kode
    return None


def _luar(satu: Hubungan, kode: str | None, isi: Isi, catatan: Catatan) -> None:
    """A relationship that leaves the package."""
    if satu.jenis == "hyperlink":
        tautan = None if isi.tipe(satu.asal) == TIPE_LEMBAR else kode_hubungan(satu)
        if tautan:  # those of sheets are told with their cell, when the sheet is read
            catatan.catat(tautan, None, bagian=satu.asal, target=satu.target)
    elif satu.jenis in _TAUTAN_BUKU:
        if "externallinks/" not in satu.asal.lower():
            catatan.catat("AKTIF-01", None, target=satu.target)
    elif satu.jenis in ("worksheet", "styles", "sharedStrings", "officeDocument", "chartsheet", "theme"):
        catatan.catat("BERKAS-52", None, bagian=satu.asal, target=satu.target)
    elif satu.jenis in _GAMBAR:
        catatan.catat("AKTIF-15", None, bagian=satu.asal, target=satu.target)
    elif kode:
        catatan.catat(kode, None, bagian=satu.asal)
    elif satu.jenis != "printerSettings":
        catatan.catat("AKTIF-16", None, bagian=satu.asal, target=satu.target)
