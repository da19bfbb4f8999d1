"""Sheet names: Excel's own rules, clashes that differ in case only, invisible characters."""

from __future__ import annotations

import unicodedata

from kinerja_xl.read import batas
from kinerja_xl.read.masalah import Catatan

_TERLARANG = set("[]:*?/\\")


def periksa_nama_lembar(nama: list[str], catatan: Catatan) -> None:
    """One finding for each sheet name that is illegal, doubled or not what it looks like."""
    pernah: set[str] = set()
    for satu in nama:
        panjang = len(satu.encode("utf-16-le", "replace")) // 2
        if not satu or panjang > batas.NAMA_LEMBAR.nilai or _TERLARANG & set(satu) or satu[0] == "'" or satu[-1] == "'":
            catatan.catat(batas.NAMA_LEMBAR.kode, None, nama=satu, batas=batas.NAMA_LEMBAR.nilai)
        elif any(unicodedata.category(huruf) in ("Cf", "Cc", "Cs", "Co") for huruf in satu):
            catatan.catat("BERKAS-84", None, nama=satu)
        if satu.casefold() in pernah:
            catatan.catat("BERKAS-82", None, nama=satu)
        pernah.add(satu.casefold())
