"""A worker's task that misbehaves as the bytes say; everything else is checked as always."""

import ctypes
import os
import sys
import time

from kinerja_xl.batch.beku import sebagai_teks
from kinerja_xl.batch.pekerja import periksa

KACAU = {
    b"KACAU abort": ("BERKAS-86", "SIGABRT"),
    b"KACAU kosong": ("BERKAS-86", "SIGSEGV"),
    b"KACAU status": ("BERKAS-86", "status 3"),
    b"KACAU galat": ("BERKAS-86", "ZeroDivisionError"),
    b"KACAU putar": ("BERKAS-87", None),
    b"KACAU memori": ("BERKAS-88", None),
    b"KACAU pergi": ("BERKAS-89", None),
    b"KACAU separuh": ("BERKAS-89", None),
    b"KACAU bohong": ("BERKAS-89", None),
    b"KACAU baris": ("BERKAS-89", None),
    b"KACAU tanya": ("BERKAS-89", None),
    b"KACAU panjang": ("BERKAS-89", None),
}
if not sys.platform.startswith("linux"):
    del KACAU[b"KACAU memori"]  # other kernels do not hold a process to its memory
DIAM = b"KACAU diam"


def _tulis(isi):
    """Straight into the pipe of the answers: the only descriptor that can be written to."""
    for pegang in range(3, 40):
        try:
            os.write(pegang, isi)
        except OSError:
            continue


def kerja(data, nama, pilihan):
    """Check the file, or do what it says."""
    if data == b"KACAU abort":
        os.abort()
    elif data == b"KACAU kosong":
        ctypes.string_at(0)
    elif data == b"KACAU status":
        os._exit(3)
    elif data == b"KACAU galat":
        1 / 0  # noqa: B018
    elif data == b"KACAU putar":
        while True:
            pass
    elif data == b"KACAU memori":
        simpan = []
        while True:
            simpan.append(bytearray(8 << 20))
    elif data == b"KACAU pergi":
        os._exit(0)
    elif data == b"KACAU separuh":
        _tulis(b"R\x00\x00\x10\x00\x00\x00\x00\x00{")
        os._exit(0)
    elif data == b"KACAU bohong":
        _tulis(b"R\x00\x00\x00\x06\x00\x00\x00\x00{}")
        time.sleep(60)
    elif data == b"KACAU baris":  # a result that would be two lines of a journal, the second about another file
        isi = bytes(4) + sebagai_teks(periksa(b"", nama, pilihan)).replace(b'","', b'",\n"', 1)
        _tulis(b"R" + len(isi).to_bytes(4, "big") + isi)
        time.sleep(60)
    elif data == b"KACAU tanya":  # nobody asked for LibreOffice
        _tulis(b"H\x00\x00\x00\x02PK")
        time.sleep(60)
    elif data == b"KACAU panjang":
        _tulis(b"R\xff\xff\xff\xff")
        time.sleep(60)
    elif data == DIAM:
        time.sleep(60)
    return periksa(data, nama, pilihan)
