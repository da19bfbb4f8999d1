"""Inflating with a hard cap, checksum, and a look at the first bytes of every part."""

from __future__ import annotations

import zlib

from kinerja_xl.read.jenis import CFB
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.zip import Letak, telusuri

_ARSIP = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08")
_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_VBA = "_VBA_PROJECT".encode("utf-16-le")


class Paket:
    """Parts of the archive by name; OPC names are compared without case."""

    def __init__(self, bagian: dict[str, bytes], rusak: frozenset[str]) -> None:
        self.bagian = bagian
        self.rusak = rusak
        self._kecil = {nama.casefold(): nama for nama in bagian}

    def nama_asli(self, nama: str) -> str | None:
        """The part's name as spelled in the archive, None when there is no such part."""
        return nama if nama in self.bagian else self._kecil.get(nama.casefold())

    def isi(self, nama: str) -> bytes | None:
        """Bytes of the part, None when there is none."""
        asli = self.nama_asli(nama)
        return None if asli is None else self.bagian[asli]

    def tahu_rusak(self, nama: str) -> bool:
        """True when the archive names this part, but a finding already says why it is not usable."""
        return nama.casefold() in self.rusak


def bongkar(data: bytes, catatan: Catatan) -> Paket:
    """All sound parts of the archive, inflated."""
    letak = telusuri(data, catatan)
    bagian: dict[str, bytes] = {}
    for satu in letak:
        isi = _kembangkan(data, satu, catatan)
        if isi is not None:
            bagian[satu.entri.nama] = isi
            _lihat_awal(satu.entri.nama, isi, catatan)
    rusak = {str(m.data["bagian"]).casefold() for m in catatan.hasil() if "bagian" in m.data}
    return Paket(bagian, frozenset(rusak - {nama.casefold() for nama in bagian}))


def _kembangkan(data: bytes, letak: Letak, catatan: Catatan) -> bytes | None:
    """Bytes of one entry, never more than it declares; None and a finding when it lies."""
    entri, mentah = letak.entri, data[letak.mulai : letak.akhir]
    if entri.metode == 0:
        isi, utuh = mentah, len(mentah) == entri.besar
    else:
        alat = zlib.decompressobj(-15)
        try:
            isi = alat.decompress(mentah, entri.besar + 1)
        except zlib.error:
            catatan.catat("BERKAS-37", bagian=entri.nama)
            return None
        utuh = len(isi) == entri.besar and not alat.unused_data
        utuh = utuh and (alat.eof or not alat.decompress(alat.unconsumed_tail, 1))
    if not utuh:
        catatan.catat("BERKAS-32", bagian=entri.nama, ukuran=entri.besar)
        return None
    if zlib.crc32(isi) != entri.crc:
        catatan.catat("BERKAS-31", bagian=entri.nama)
        return None
    return isi


def _lihat_awal(nama: str, isi: bytes, catatan: Catatan) -> None:
    """Archives, programs and macros are known by their first bytes, whatever their name."""
    kecil = nama.lower()
    if isi.startswith(_ARSIP) and not kecil.endswith((".emz", ".wmz", ".svgz")):
        catatan.catat("BERKAS-24", bagian=nama)
    elif isi.startswith(_PROGRAM):
        catatan.catat("AKTIF-13", bagian=nama)
    elif isi.startswith(CFB) and _VBA in isi:
        catatan.catat("AKTIF-08", bagian=nama)
