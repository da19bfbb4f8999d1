"""Calculation: how values of a year are brought together, which way is better, in which unit, up to which limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import kata
from kinerja_xl.verify.lint_iku.naskah import Naskah, Ukuran
from kinerja_xl.verify.lint_iku.ukuran import satuan_rapi
from kinerja_xl.verify.temuan import Kata, Temuan

_BATAS = re.compile(
    rf"(?:{'|'.join(map(re.escape, kata('pembatas')))})\s+(?:sebesar\s+)?(\d+(?:[.,]\d+)?)\s*(%|persen)?", re.IGNORECASE
)
_SEHARUSNYA = {
    "indeks": Kata("Indeks", "Indeks"), "nilai": Kata("Nilai atau Indeks", "Nilai or Indeks"),
    "tingkat": Kata("Persen, Indeks, atau Nilai", "Persen, Indeks or Nilai"), "persentase": Kata("Persen", "Persen"),
    "jumlah": Kata("nama benda yang dihitung", "the name of the thing counted"),
}  # fmt: skip


@lint("IKU-03", lembar=True)
def indeks_tidak_dijumlahkan(naskah: Naskah) -> Iterator[Temuan]:
    """Quarterly values of an index or percentage are not added up."""
    for u in naskah.ukuran:
        if u.jenis.indeks and "Akumulasi" in u.centang("perhitungan"):
            yield naskah.temuan("IKU-03", u, "perhitungan", "Akumulasi", "Nilai Posisi Akhir", u.jenis.sebutan)


@lint("IKU-04", lembar=True)
def batas_diperkecil(naskah: Naskah) -> Iterator[Temuan]:
    """A ceiling is not something to maximise."""
    for u in naskah.ukuran:
        if u.jenis.nama == "batas" and u.centang("polarisasi") == ("Maximize",):
            yield naskah.temuan("IKU-04", u, "polarisasi", "Maximize", "Minimize", u.jenis.kata)


@lint("IKU-05", "IKU-06")
def satuan_cocok(naskah: Naskah) -> Iterator[Temuan]:
    """There is a unit, and it is one of the kind the title announces."""
    for u in naskah.ukuran:
        if not u.satuan:
            yield naskah.temuan("IKU-05", u, "satuan", "", u.asal.satuan)
        elif not _cocok(u):
            yield naskah.temuan("IKU-06", u, "satuan", u.satuan, _SEHARUSNYA[u.jenis.nama], u.jenis.kata)


def _cocok(u: Ukuran) -> bool:
    """Unit against the measuring word of the title; a title without one says nothing."""
    satuan, jenis = satuan_rapi(u.satuan), u.jenis.nama
    if not u.jenis.kata or jenis == "batas":
        return True
    if jenis == "jumlah":
        return u.jenis.kata.casefold() not in kata("jumlah") or satuan not in kata("satuan tingkat")
    daftar = {"tingkat": "satuan tingkat", "persentase": "satuan persentase"}.get(jenis, "satuan indeks")
    return satuan in kata(daftar)


@lint("IKU-39", lembar=True)
def target_dalam_batas(naskah: Naskah) -> Iterator[Temuan]:
    """The target of a ceiling is not above the limit its own description sets."""
    for u in naskah.ukuran:
        cocok = _BATAS.search(f"{u.teks('definisi')} {u.teks('formula')}")
        if u.jenis.nama != "batas" or not cocok:
            continue
        batas, angka = float(cocok.group(1).replace(",", ".")), u.target
        if angka is not None and angka > batas:
            seharusnya = f"{cocok.group(1)}{' persen' if cocok.group(2) else ''}"
            yield naskah.temuan("IKU-39", u, "target", angka, seharusnya, cocok.group())
