"""Formats and input rules as the builder gives them, for workbooks made in memory."""

from __future__ import annotations

from kinerja_xl.build.gaya import FORMAT_ANGKA
from kinerja_xl.core.nama import alamat
from kinerja_xl.read.buku import Gaya, Validasi
from kinerja_xl.spec.aturan_isian import SEL_INI, aturan
from kinerja_xl.spec.manifest import LembarM, Sel

TIPE = tuple(FORMAT_ANGKA)


def gaya_templat() -> tuple[Gaya, ...]:
    """A locked and an unlocked format for every type of cell."""
    return tuple(Gaya(FORMAT_ANGKA[tipe], terkunci) for tipe in TIPE for terkunci in (True, False))


def nomor_gaya(sel: Sel) -> int:
    """Index of the cell's format in gaya_templat()."""
    return 2 * TIPE.index(sel.tipe) + (sel.peran == "isian")


def validasi_templat(lembar: LembarM) -> tuple[Validasi, ...]:
    """The input rules of a sheet, one for each input."""
    hasil = []
    for s in lembar.sel:
        if s.peran == "isian" and (a := aturan(s)) is not None:
            satu = str(a[2]).replace(SEL_INI, alamat(*s.titik))
            hasil.append(Validasi(a[0], a[1], satu, str(a[3]), ((*s.titik, *s.titik),), True, True))
    return tuple(hasil)
