"""Functions over areas: SUM, COUNT, COUNTA, COUNTBLANK, AVERAGE, MIN, MAX, SUMPRODUCT."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from kinerja_xl.mesin.sertifikat.f_logika import lipat_galat
from kinerja_xl.mesin.sertifikat.fungsi import fungsi
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    DIV,
    GALAT,
    KOSONG,
    LOGIKA,
    RAGU,
    TEKS,
    Kosakata,
    Larik,
    angka,
    timpa,
)  # fmt: skip
from kinerja_xl.mesin.sertifikat.operasi import ke_angka


def _bilangan(isi: list[Larik], kata: Kosakata) -> tuple[list[tuple[Any, Any]], Larik | None, int]:
    """Of each argument which cells count and their numbers: of areas only numbers, of values whatever is one."""
    n = max(satu.j.shape[0] for satu in isi)
    siap = [satu if satu.acuan else ke_angka(satu, kata) for satu in isi]
    return [(satu.j == ANGKA, satu.x) for satu in siap], lipat_galat(siap, n), n


def _jumlah(bagian: list[tuple[Any, Any]], n: int) -> Any:
    return sum((np.where(ada, x, 0.0).sum(axis=1) for ada, x in bagian), np.zeros(n))


def _banyak(bagian: list[tuple[Any, Any]], n: int) -> Any:
    return sum((ada.sum(axis=1) for ada, _ in bagian), np.zeros(n, np.int64))


@fungsi("SUM", 1, 255)
def jumlah(isi: list[Larik], kata: Kosakata) -> Larik:
    """The sum of the numbers."""
    bagian, salah, n = _bilangan(isi, kata)
    return timpa(angka(_jumlah(bagian, n)[:, None]), salah)


@fungsi("AVERAGE", 1, 255)
def rata(isi: list[Larik], kata: Kosakata) -> Larik:
    """The mean of the numbers; none is #DIV/0!."""
    bagian, salah, n = _bilangan(isi, kata)
    banyak = _banyak(bagian, n)
    hasil = angka((_jumlah(bagian, n) / np.where(banyak == 0, 1, banyak))[:, None])
    nol = (banyak == 0)[:, None]
    return timpa(hasil.dengan(j=np.where(nol, GALAT, hasil.j), x=np.where(nol, DIV, hasil.x)), salah)


def _ujung(isi: list[Larik], kata: Kosakata, pilih: Callable[..., Any], awal: float) -> Larik:
    bagian, salah, n = _bilangan(isi, kata)
    hasil = np.full(n, awal)
    for ada, x in bagian:
        hasil = pilih([hasil, np.broadcast_to(pilih(np.where(ada, x, awal), axis=1), (n,))], axis=0)
    return timpa(angka(np.where(_banyak(bagian, n) == 0, 0.0, hasil)[:, None]), salah)


@fungsi("MIN", 1, 255)
def terkecil(isi: list[Larik], kata: Kosakata) -> Larik:
    """The smallest number; 0 when there is none."""
    return _ujung(isi, kata, np.min, np.inf)


@fungsi("MAX", 1, 255)
def terbesar(isi: list[Larik], kata: Kosakata) -> Larik:
    """The greatest number; 0 when there is none."""
    return _ujung(isi, kata, np.max, -np.inf)


def _cacah(isi: list[Larik], uji: Callable[[Larik], Any]) -> Larik:
    n = max(satu.j.shape[0] for satu in isi)
    hasil = angka(sum((uji(satu).sum(axis=1) for satu in isi), np.zeros(n))[:, None])
    ragu = np.zeros(n, bool)
    for satu in isi:
        ragu = ragu | (satu.j == RAGU).any(axis=1)
    return hasil.dengan(j=np.where(ragu[:, None], RAGU, hasil.j)) if ragu.any() else hasil


@fungsi("COUNT", 1, 255)
def cacah(isi: list[Larik], kata: Kosakata) -> Larik:
    """How many numbers; a computed text or truth value is unsure."""
    hasil = _cacah(isi, lambda satu: satu.j == ANGKA)
    aneh = [satu for satu in isi if not satu.acuan and ((satu.j == LOGIKA) | (satu.j == TEKS)).any()]
    return hasil.dengan(j=np.full(hasil.j.shape, RAGU)) if aneh else hasil


@fungsi("COUNTA", 1, 255)
def cacah_isi(isi: list[Larik], kata: Kosakata) -> Larik:
    """How many cells hold anything, an empty text and an error too."""
    return _cacah(isi, lambda satu: satu.j != KOSONG)


@fungsi("COUNTBLANK", 1, 1)
def cacah_kosong(isi: list[Larik], kata: Kosakata) -> Larik:
    """How many cells show nothing."""
    return _cacah(isi, lambda satu: (satu.j == KOSONG) | ((satu.j == TEKS) & (satu.t == 0)))


@fungsi("SUMPRODUCT", 1, 255)
def jumlah_kali(isi: list[Larik], kata: Kosakata) -> Larik:
    """The sum of products; what is no number counts 0. Arrays of other sizes are for another engine."""
    n = max(satu.j.shape[0] for satu in isi)
    kali: Any = np.ones((1, 1))
    for satu in isi:
        kali = kali * np.where(satu.j == ANGKA, satu.x, 0.0)
    hasil = angka(np.broadcast_to(kali.sum(axis=1)[:, None], (n, 1)))
    if len({satu.bentuk for satu in isi}) > 1:
        return hasil.dengan(j=np.full((n, 1), RAGU))
    return timpa(hasil, lipat_galat(isi, n))
