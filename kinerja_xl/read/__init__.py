"""Reading untrusted .xlsx bytes: bounded, never evaluated, never followed; findings instead of exceptions.

    hasil = baca("pk.xlsx")        # a path, or the bytes themselves
    hasil.buku                     # Buku, or None when the file cannot be read as a workbook
    hasil.masalah                  # every finding, in the order found: package, active content, sheets

All limits stand in `batas`; texts of the codes in verify/katalog/BERKAS.toml and AKTIF.toml.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kinerja_xl.read import batas
from kinerja_xl.read.aktif import periksa_aktif
from kinerja_xl.read.buku import (
    Buku,
    Gaya,
    HasilBaca,
    Kalkulasi,
    Lembar,
    NamaTerdefinisi,
    Sel,
    Validasi,
)
from kinerja_xl.read.isi import bongkar
from kinerja_xl.read.jenis import kenali
from kinerja_xl.read.kerja import PembacaBuku
from kinerja_xl.read.masalah import Catatan, Henti, Masalah
from kinerja_xl.read.paket import Isi
from kinerja_xl.read.utama import bagian_utama, periksa_bagian_lain

__all__ = ["Buku", "Gaya", "HasilBaca", "Kalkulasi", "Lembar", "Masalah", "NamaTerdefinisi", "Sel", "Validasi", "baca"]


def baca(sumber: str | Path | bytes, *, nama: str | None = None) -> HasilBaca:
    """Read a workbook. Whatever is wrong comes back as findings; no exception leaves this function.

    sumber: path or bytes; nama: file name when bytes are given. It is used only to recognise Excel's own
    lock files (~$...), never to decide how to read.
    """
    catatan = Catatan()
    data, ukuran = _ambil(sumber, catatan)
    sidik = hashlib.sha256(data or b"").hexdigest()
    judul = nama or (Path(sumber).name if isinstance(sumber, (str, Path)) else "")
    if data is not None and judul.startswith("~$"):
        catatan.catat("BERKAS-08", None, jenis="berkas kunci sementara Excel (~$...)")
        data = None
    buku: Buku | None = None
    if data is not None:
        try:
            buku = _baca(data, catatan)
        except Henti:
            buku = None
        except (Exception, RecursionError, MemoryError) as galat:  # last resort: tests prove it is not reached
            catatan.catat("BERKAS-99", None, jenis=type(galat).__name__)
            buku = None
    return HasilBaca(buku, catatan.hasil(), sidik, ukuran)


def _ambil(sumber: str | Path | bytes, catatan: Catatan) -> tuple[bytes | None, int]:
    """The bytes and their number; None when there is nothing to read or too much."""
    if isinstance(sumber, (bytes, bytearray, memoryview)):
        data = bytes(sumber)
        ukuran = len(data)
    else:
        try:
            if not Path(sumber).is_file():
                raise FileNotFoundError(str(sumber))
            with Path(sumber).open("rb") as berkas:
                data = berkas.read(batas.UKURAN_BERKAS.nilai + 1)
            ukuran = max(len(data), Path(sumber).stat().st_size)
        except (OSError, ValueError, TypeError) as galat:
            catatan.catat("BERKAS-18", None, sebab=type(galat).__name__)
            return None, 0
    if ukuran > batas.UKURAN_BERKAS.nilai:
        catatan.catat(batas.UKURAN_BERKAS.kode, None, ukuran=ukuran, batas=batas.UKURAN_BERKAS.nilai)
        return None, ukuran
    return data, ukuran


def _baca(data: bytes, catatan: Catatan) -> Buku | None:
    """Stages: kind of file, archive, package, active content, workbook."""
    if not kenali(data, catatan):
        return None
    paket = bongkar(data, catatan)
    isi = Isi(paket, catatan)
    utama = bagian_utama(isi, catatan)
    periksa_aktif(isi, catatan)
    buku = PembacaBuku(utama, isi, catatan).baca() if utama is not None else None
    if utama is not None:
        periksa_bagian_lain(isi, catatan)
    return buku
