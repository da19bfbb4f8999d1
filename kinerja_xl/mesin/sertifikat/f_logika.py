"""Functions of conditions and kinds: IF, AND, OR, NOT, IFERROR, CHOOSE, NA, N, IS..."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from kinerja_xl.mesin.sertifikat.fungsi import fungsi
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    GALAT,
    KOSONG,
    LOGIKA,
    NA,
    RAGU,
    TEKS,
    VALUE,
    Kosakata,
    Larik,
    galat_atau_ragu,
    logika,
    pilih,
    ragu,
    tetap,
    timpa,
)  # fmt: skip
from kinerja_xl.mesin.sertifikat.operasi import ke_angka, ke_logika


def sebentuk(isi: list[Larik]) -> bool:
    """May the arguments be taken cell by cell? One size, apart from single cells."""
    return len({satu.bentuk for satu in isi if satu.luas > 1}) <= 1


@fungsi("IF", 2, 3)
def jika(isi: list[Larik], kata: Kosakata) -> Larik:
    """The branch not taken may be an error or unsure."""
    if not sebentuk(isi):
        return ragu(max(satu.j.shape[0] for satu in isi))
    syarat = ke_logika(isi[0], kata)
    tidak = isi[2] if len(isi) > 2 else tetap(LOGIKA, 0.0)
    hasil = pilih(syarat.x != 0, isi[1], tidak)
    return timpa(hasil, galat_atau_ragu([syarat]))


@fungsi("IFERROR", 2, 2)
def bila_galat(isi: list[Larik], kata: Kosakata) -> Larik:
    """The second where the first is an error; unsure stays unsure."""
    if not sebentuk(isi):
        return ragu(max(satu.j.shape[0] for satu in isi))
    return pilih(isi[0].j == GALAT, isi[1], isi[0])


@fungsi("NA", 0, 0)
def tidak_ada(isi: list[Larik], kata: Kosakata) -> Larik:
    """#N/A."""
    return tetap(GALAT, NA)


def _gabung(isi: list[Larik], kata: Kosakata, semua: bool) -> Larik:
    """AND, OR: texts and blanks of cells do not count; nothing to count is #VALUE!."""
    n = max(satu.j.shape[0] for satu in isi)
    hasil = np.full(n, semua)
    ada = np.zeros(n, bool)
    siap = []
    for satu in isi:
        if not satu.acuan:
            siap.append(satu := ke_logika(satu, kata))
        else:
            siap.append(satu)
        hitung = (satu.j == ANGKA) | (satu.j == LOGIKA)
        benar = satu.x != 0
        if semua:
            hasil = hasil & np.where(hitung, benar, True).all(axis=1)
        else:
            hasil = hasil | np.where(hitung, benar, False).any(axis=1)
        ada = ada | hitung.any(axis=1)
    keluar = logika(hasil[:, None])
    keluar = keluar.dengan(j=np.where(ada[:, None], LOGIKA, GALAT), x=np.where(ada[:, None], keluar.x, VALUE))
    return timpa(keluar, lipat_galat(siap, n))


def lipat_galat(isi: list[Larik], n: int) -> Larik | None:
    """The first error of each cell over all its arguments and areas; unsure before sure."""
    hasil: Larik | None = None
    for satu in isi:
        kena = satu.j >= GALAT
        if not kena.any():
            continue
        pertama = kena.argmax(axis=1)[:, None]
        ragu = (satu.j == RAGU).any(axis=1)[:, None]
        j = np.where(kena.any(axis=1)[:, None], np.where(ragu, RAGU, GALAT), KOSONG)
        x = np.take_along_axis(satu.x, pertama, axis=1)
        kini = Larik(j, x, np.zeros(x.shape, np.int64))
        hasil = kini if hasil is None else pilih(hasil.j >= GALAT, hasil, kini)
    return hasil


@fungsi("AND", 1, 255)
def dan(isi: list[Larik], kata: Kosakata) -> Larik:
    """All true."""
    return _gabung(isi, kata, True)


@fungsi("OR", 1, 255)
def atau(isi: list[Larik], kata: Kosakata) -> Larik:
    """One true."""
    return _gabung(isi, kata, False)


@fungsi("NOT", 1, 1)
def bukan(isi: list[Larik], kata: Kosakata) -> Larik:
    """The opposite."""
    satu = ke_logika(isi[0], kata)
    return satu.dengan(x=np.where(satu.j == LOGIKA, 1.0 - satu.x, satu.x))


@fungsi("CHOOSE", 2, 255)
def pilihan(isi: list[Larik], kata: Kosakata) -> Larik:
    """The n-th; outside #VALUE!."""
    if any(satu.luas > 1 for satu in isi):
        return ragu(max(satu.j.shape[0] for satu in isi))
    ke = ke_angka(isi[0], kata)
    hasil = tetap(GALAT, VALUE)
    for nomor, satu in enumerate(isi[1:], 1):
        hasil = pilih(np.floor(ke.x) == nomor, satu, hasil)
    return timpa(hasil, galat_atau_ragu([ke]))


@fungsi("N", 1, 1)
def n(isi: list[Larik], kata: Kosakata) -> Larik:
    """Numbers and truth values as numbers, anything else 0."""
    satu = isi[0]
    lain = (satu.j == TEKS) | (satu.j == KOSONG)
    return satu.dengan(j=np.where(satu.j < GALAT, ANGKA, satu.j), x=np.where(lain, 0.0, satu.x), acuan=False)


def _ialah(uji: Callable[[Any], Any]) -> Callable[[list[Larik], Kosakata], Larik]:
    def laku(isi: list[Larik], kata: Kosakata) -> Larik:
        satu = isi[0]
        hasil = logika(uji(satu.j), satu.bentuk)
        return hasil.dengan(j=np.where(satu.j == RAGU, RAGU, hasil.j)) if (satu.j == RAGU).any() else hasil

    return laku


for _nama, _uji in {
    "ISNUMBER": lambda j: j == ANGKA, "ISTEXT": lambda j: j == TEKS, "ISLOGICAL": lambda j: j == LOGIKA,
    "ISERROR": lambda j: j == GALAT, "ISBLANK": lambda j: j == KOSONG,
}.items():  # fmt: skip
    fungsi(_nama, 1, 1)(_ialah(_uji))
