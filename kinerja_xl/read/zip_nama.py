"""Names of zip entries: what may never be, what is merely unusual."""

from __future__ import annotations

import string

from kinerja_xl.read.masalah import Catatan

_BIASA = frozenset(string.ascii_letters + string.digits + "_-./[] %~!$&'()+,;=@{}")


def periksa_nama(nama: str, mentah: bytes, catatan: Catatan) -> bool:
    """True when the name may be used; dangerous names are findings, unusual ones only remarks."""
    ruas = nama.rstrip("/").split("/")
    bahaya = (
        nama.startswith("/")
        or "\\" in nama
        or any(b < 32 or b == 127 for b in mentah)
        or any(satu in ("", ".", "..") for satu in ruas)
        or (len(nama) > 1 and nama[1] == ":")
        or len(nama) > 255
    )
    if bahaya:
        catatan.catat("BERKAS-27", bagian=nama)
        return False
    if not _BIASA.issuperset(nama):
        catatan.catat("BERKAS-39", bagian=nama)
    return True
