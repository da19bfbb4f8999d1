"""Functions of texts, cell by cell: TRIM, LEN, LEFT, MID, UPPER."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kinerja_xl.mesin.sertifikat.fungsi import fungsi
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    GALAT,
    RAGU,
    VALUE,
    Kosakata,
    Larik,
    angka,
    galat_atau_ragu,
    teks,
    timpa,
)  # fmt: skip
from kinerja_xl.mesin.sertifikat.operasi import ke_angka, ke_teks


def _rapi(isi: str) -> str:
    return " ".join(satu for satu in isi.split(" ") if satu)


def _panjang(isi: str) -> int:
    """Excel counts UTF-16 units."""
    return len(isi.encode("utf-16-le")) // 2


@fungsi("TRIM", 1, 1)
def rapikan(isi: list[Larik], kata: Kosakata) -> Larik:
    """Spaces at the ends gone, inner runs made one."""
    a = ke_teks(isi[0], kata)
    return timpa(teks(kata.olah(a.t, _rapi), a.bentuk), galat_atau_ragu([a]))


@fungsi("UPPER", 1, 1)
def besar(isi: list[Larik], kata: Kosakata) -> Larik:
    """Capitals."""
    a = ke_teks(isi[0], kata)
    return timpa(teks(kata.olah(a.t, str.upper), a.bentuk), galat_atau_ragu([a]))


@fungsi("LOWER", 1, 1)
def kecil(isi: list[Larik], kata: Kosakata) -> Larik:
    """Small letters."""
    a = ke_teks(isi[0], kata)
    return timpa(teks(kata.olah(a.t, str.lower), a.bentuk), galat_atau_ragu([a]))


@fungsi("LEN", 1, 1)
def panjang(isi: list[Larik], kata: Kosakata) -> Larik:
    """Number of letters."""
    a = ke_teks(isi[0], kata)
    return timpa(angka(kata.petakan(a.t, _panjang, float), bentuk=a.bentuk), galat_atau_ragu([a]))


def _potong(a: Larik, batas: list[Larik], kata: Kosakata, ambil: Callable[..., str]) -> Larik:
    """A part of each text; the numbers say which."""
    semua = np.broadcast_arrays(a.t, *(np.trunc(b.x) for b in batas))
    hasil = np.zeros(semua[0].shape, np.int64)
    ingat: dict[tuple[float, ...], int] = {}
    for ke in np.ndindex(hasil.shape):
        kunci = tuple(float(satu[ke]) for satu in semua)
        if kunci not in ingat:
            ingat[kunci] = kata.nomor(ambil(kata.teks[int(kunci[0])], *(int(k) for k in kunci[1:])))
        hasil[ke] = ingat[kunci]
    keluar = teks(hasil, a.bentuk)
    j = np.broadcast_to(keluar.j, hasil.shape)
    x = keluar.x
    for ke_batas, b in enumerate(batas):
        salah = np.broadcast_to(
            (b.j == ANGKA) & (np.trunc(b.x) < (1 if len(batas) == 2 and not ke_batas else 0)), j.shape
        )
        j, x = np.where(salah, GALAT, j), np.where(salah, VALUE, x)
    luar_bmp = kata.petakan(a.t, lambda satu: _panjang(satu) != len(satu), bool)
    keluar = keluar.dengan(j=np.where(luar_bmp, RAGU, j), x=x)
    return timpa(keluar, galat_atau_ragu([a, *batas]))


@fungsi("LEFT", 1, 2)
def kiri(isi: list[Larik], kata: Kosakata) -> Larik:
    """The first letters."""
    banyak = ke_angka(isi[1], kata) if len(isi) > 1 else angka(np.ones((1, 1)))
    return _potong(ke_teks(isi[0], kata), [banyak], kata, lambda satu, n: satu[: max(n, 0)])


@fungsi("MID", 3, 3)
def tengah(isi: list[Larik], kata: Kosakata) -> Larik:
    """Letters from a place on."""
    batas = [ke_angka(satu, kata) for satu in isi[1:]]
    return _potong(ke_teks(isi[0], kata), batas, kata, lambda satu, m, n: satu[max(m, 1) - 1 :][: max(n, 0)])
