"""Defined names: formulas, fill and readers speak them, so they must point where the template says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.functions import functions
from kinerja_xl.spec.fungsi_lambda import tersimpan_menurut_nama
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.rumus_baku import sama
from kinerja_xl.verify.temuan import Temuan, buat

_AWALAN_GANDA = re.compile(r"_xlpm\.(_xlfn\.)", re.IGNORECASE)  # LibreOffice writes it before functions inside LET
_RUSAK = re.compile(r"_xlpm\._xlfn\.|_xlfn\.lambda\(")  # spellings of LibreOffice that Excel may not know
_CUPLIKAN = 40


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


@periksa("STR", 32)
def fungsi_bernama_seperti_aturan(kasus: Kasus) -> Iterator[Temuan]:
    """A name that is called like a function of ours holds the rule's own LAMBDA."""
    calon = [n for n in kasus.buku.nama if n.nama.upper() in functions()]
    ditulis_ulang = []
    for satu in calon:
        harus = tersimpan_menurut_nama().get(satu.nama.upper(), "")
        if satu.rumus == harus and satu.lembar is None:
            continue
        ada = _AWALAN_GANDA.sub(r"\1", satu.rumus)
        if satu.lembar is None and sama(ada, harus):
            ditulis_ulang += [satu.nama] * bool(_RUSAK.search(satu.rumus))
            continue
        kiri, kanan = _mulai_beda(ada, harus)
        lembar = satu.lembar or ""
        yield buat("STR-26", None, satu.nama, lembar=lembar, nama_sel=satu.nama, ada=kiri, seharusnya=kanan)
    if ditulis_ulang:
        yield buat("STR-27", None, ditulis_ulang[0], nama_sel=ditulis_ulang[0], jumlah=len(ditulis_ulang))


def _mulai_beda(ada: str, harus: str) -> tuple[str, str]:
    """Where two long texts begin to differ, a few letters of each."""
    ke = next((i for i, (a, b) in enumerate(zip(ada, harus, strict=False)) if a != b), min(len(ada), len(harus)))
    return ada[ke : ke + _CUPLIKAN], harus[ke : ke + _CUPLIKAN]


def _titik(kasus: Kasus, nama: str) -> tuple[str, int, int] | None:
    satu = kasus.manifest.sel_bernama.get(nama)
    return (satu[0].nama, satu[1].baris, satu[1].kolom) if satu else None
