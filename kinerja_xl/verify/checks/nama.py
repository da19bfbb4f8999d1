"""Defined names: formulas, fill and readers speak them, so they must point where the template says."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.rumus_baku import sama
from kinerja_xl.verify.temuan import Temuan, buat


@periksa("STR", 30)
def nama_menunjuk_tempatnya(kasus: Kasus) -> Iterator[Temuan]:
    """Every name of the template exists and points to its cell or range."""
    ada = {n.nama.lower(): n for n in kasus.buku.nama if n.lembar is None}
    for nama, alamat in kasus.manifest.nama.items():
        lembar = alamat.rpartition("!")[0].strip("'").replace("''", "'")
        if lembar in kasus.hilang or lembar in kasus.bergeser:
            continue
        satu = ada.get(nama.lower())
        titik = _titik(kasus, nama)
        if satu is None:
            yield buat("STR-21", titik, nama, lembar=lembar, ada=nama, seharusnya=alamat)
        elif not sama(satu.rumus, alamat, kasus.alias):
            yield buat("STR-22", titik, nama, lembar=lembar, nama_sel=nama, ada=satu.rumus, seharusnya=alamat)


@periksa("STR", 31)
def nama_tidak_dibayangi(kasus: Kasus) -> Iterator[Temuan]:
    """No sheet defines a name of the template again for itself."""
    dikenal = {nama.lower(): nama for nama in kasus.manifest.nama}
    for satu in kasus.buku.nama:
        if satu.lembar is not None and satu.nama.lower() in dikenal:
            nama = dikenal[satu.nama.lower()]
            yield buat("STR-23", None, nama, lembar=satu.lembar, nama_sel=nama, ada=satu.rumus)


def _titik(kasus: Kasus, nama: str) -> tuple[str, int, int] | None:
    satu = kasus.manifest.sel_bernama.get(nama)
    return (satu[0].nama, satu[1].baris, satu[1].kolom) if satu else None
