"""What a workbook holds about persons: names and NIPs of its signers, so that a report can hide them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.sel import tulis
from kinerja_xl.verify.kasus import Kasus

NOMOR_ORANG = re.compile(r"(?:^|_)nip\Z")
NAMA_ORANG = re.compile(r"(?:pihak|pertama|kedua|kepala|pejabat|pegawai|penanda_tangan)[a-z0-9_]*_nama\Z")


def pribadi(kasus: Kasus) -> tuple[tuple[str, str], ...]:
    """('nip', value) and ('nama', value) of the named inputs and of tables with a column nip; no duplicates."""
    return tuple(dict.fromkeys(_semua(kasus)))


def _semua(kasus: Kasus) -> Iterator[tuple[str, str]]:
    for nama, (lembar, sel) in kasus.manifest.sel_bernama.items():
        jenis = "nip" if NOMOR_ORANG.search(nama) else "nama" if NAMA_ORANG.search(nama) else ""
        if jenis and sel.peran == "isian":
            yield from _isi(jenis, kasus.masukan.get((lembar.nama, sel.baris, sel.kolom)))
    for tabel in kasus.manifest.tabel.values():
        if "nip" in tabel.kolom:
            for rekaman in kasus.rekaman(tabel.nama):
                for kunci in ("nip", "nama"):
                    if kunci in rekaman:
                        yield from _isi(kunci, rekaman[kunci][1])


def _isi(jenis: str, nilai: object) -> Iterator[tuple[str, str]]:
    teks = tulis(nilai).strip() if nilai is not None else ""
    if teks:
        yield jenis, teks
