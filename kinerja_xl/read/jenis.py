"""First look at the bytes: what kind of file is this, when it is not a workbook package."""

from __future__ import annotations

from kinerja_xl.read.masalah import Catatan

CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_LAIN = {
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"%PDF": "PDF",
    b"\x89PNG": "gambar PNG",
    b"\xff\xd8\xff": "gambar JPEG",
    b"GIF8": "gambar GIF",
    b"MZ": "program Windows",
    b"\x7fELF": "program Linux",
    b"{\\rtf": "dokumen RTF",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
}
_XLS_LAMA = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_NAMA_XLS = tuple(nama.encode("utf-16-le") for nama in ("workbook", "book"))
_NAMA_SANDI = tuple(nama.encode("utf-16-le") for nama in ("EncryptionInfo", "EncryptedPackage"))


def kenali(data: bytes, catatan: Catatan) -> bool:
    """True when the bytes hold a zip archive somewhere; otherwise one finding says what they are."""
    if not data:
        catatan.catat("BERKAS-01")
    elif data.startswith(CFB):
        _kenali_cfb(data, catatan)
    elif data.startswith(_XLS_LAMA):
        catatan.catat("BERKAS-04")
    elif data.startswith(ZIP) or b"PK\x05\x06" in data[-65_557:]:
        return True
    else:
        _kenali_lain(data, catatan)
    return False


def _kenali_cfb(data: bytes, catatan: Catatan) -> None:
    """Compound file: encrypted workbook, old .xls or another Office document."""
    if any(nama in data for nama in _NAMA_SANDI):
        catatan.catat("BERKAS-03")
    elif any(nama in data.lower() for nama in _NAMA_XLS):
        catatan.catat("BERKAS-04")
    else:
        catatan.catat("BERKAS-17", jenis="dokumen Office lama (.doc, .ppt, .msg, ...)")


def _kenali_lain(data: bytes, catatan: Catatan) -> None:
    for awal, jenis in _LAIN.items():
        if data.startswith(awal):
            catatan.catat("BERKAS-08", jenis=jenis)
            return
    teks = _sebagai_teks(data[:4096])
    if teks is None:
        catatan.catat("BERKAS-08", jenis="data biner yang tidak dikenal")
        return
    kecil = teks.lstrip("\ufeff \t\r\n").lower()
    if "<!doctype html" in kecil or "<html" in kecil or kecil.startswith(("<table", "<head", "<meta")):
        catatan.catat("BERKAS-05")
    elif kecil.startswith("<"):
        catatan.catat("BERKAS-07")
    else:
        catatan.catat("BERKAS-06")


def _sebagai_teks(data: bytes) -> str | None:
    """The bytes as text, or None when they are not."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\x00" in data:
        return None
    teks = data.decode("utf-8", "ignore") or data.decode("latin-1")
    aneh = sum(1 for huruf in teks if ord(huruf) < 32 and huruf not in "\t\r\n\x0c")
    return teks if aneh * 50 <= len(teks) else None
