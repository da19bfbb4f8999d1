"""Functions that look up: INDEX, MATCH."""

from __future__ import annotations

from typing import Any

import numpy as np

from kinerja_xl.mesin.sertifikat.fungsi import fungsi
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    GALAT,
    KOSONG,
    LOGIKA,
    NA,
    PECAHAN,
    RAGU,
    REF,
    TEKS,
    VALUE,
    Kosakata,
    Larik,
    angka,
    galat_atau_ragu,
    ragu,
    timpa,
)  # fmt: skip
from kinerja_xl.mesin.sertifikat.operasi import ke_angka

_SERI = 1e-12


def _satu_satu(satu: Larik, n: int) -> Any:
    return np.broadcast_to(np.trunc(satu.x[:, :1]), (n, 1))


@fungsi("INDEX", 2, 3)
def ambil(isi: list[Larik], kata: Kosakata) -> Larik:
    """One cell of an area; a whole row or column (0) is for another engine."""
    area = isi[0]
    tunjuk = [ke_angka(satu, kata) for satu in isi[1:]]
    n = max(satu.j.shape[0] for satu in (area, *tunjuk))
    baris, kolom = area.bentuk
    if any(satu.luas > 1 for satu in tunjuk):
        return ragu(n)
    pertama = _satu_satu(tunjuk[0], n)
    if len(tunjuk) == 1:
        b, k = (np.ones((n, 1)), pertama) if baris == 1 else (pertama, np.ones((n, 1)))
        tak_pasti = (pertama == 0) | (baris > 1 and kolom > 1)
    else:
        b, k = pertama, _satu_satu(tunjuk[1], n)
        tak_pasti = (b == 0) | (k == 0)
    luar = (b > baris) | (k > kolom) | (b < 0) | (k < 0)
    tempat = np.where(luar | tak_pasti, 0, (b - 1) * kolom + (k - 1)).astype(np.int64)
    j, x, t = (
        np.take_along_axis(np.broadcast_to(satu, (n, satu.shape[1])), tempat, axis=1)
        for satu in (area.j, area.x, area.t)
    )
    hasil = Larik(np.where(tak_pasti, RAGU, np.where(luar, GALAT, j)), np.where(luar, REF, x), t, acuan=True)
    negatif = (b < 0) | (k < 0)
    hasil = hasil.dengan(x=np.where(negatif, VALUE, hasil.x)) if negatif.any() else hasil
    return timpa(hasil, galat_atau_ragu(tunjuk))


@fungsi("MATCH", 2, 3)
def letak(isi: list[Larik], kata: Kosakata) -> Larik:
    """Place of a value: exact (0), or the last not above (1, numbers in rising order); else unsure."""
    cari, area = isi[0], isi[1]
    n = max(cari.j.shape[0], area.j.shape[0])
    cara = ke_angka(isi[2], kata) if len(isi) > 2 else angka(np.ones((1, 1)))
    if (
        cara.j.shape[0] > 1
        or int(cara.j[0, 0]) != ANGKA
        or cara.x[0, 0] not in (0, 1)
        or min(area.bentuk) > 1
        or cari.luas > 1
    ):
        return ragu(n)
    laku = _persis if cara.x[0, 0] == 0 else _tidak_lebih
    return timpa(laku(cari, area, kata, n), galat_atau_ragu([cari]))


def _persis(cari: Larik, area: Larik, kata: Kosakata, n: int) -> Larik:
    lipat = kata.lipat()
    kosong = cari.j == KOSONG
    jc = np.where(kosong, ANGKA, cari.j)
    angka2 = (jc == area.j) & ((area.j == ANGKA) | (area.j == LOGIKA))
    sama = np.where(angka2, cari.x == area.x, (jc == TEKS) & (area.j == TEKS) & (lipat[cari.t] == lipat[area.t]))
    ada = sama.any(axis=1)[:, None]
    hasil = angka(np.where(ada, sama.argmax(axis=1)[:, None] + 1.0, NA), np.where(ada, ANGKA, GALAT))
    seri = angka2 & (cari.x != area.x) & (np.abs(cari.x - area.x) <= _SERI * np.maximum(np.abs(cari.x), 1e-300))
    tak_pasti = (seri | (area.j == RAGU)).any(axis=1)[:, None]
    joker = (cari.j == TEKS) & kata.petakan(cari.t, _joker, bool)
    tak_pasti = np.broadcast_to(tak_pasti | joker, hasil.j.shape)
    return hasil.dengan(j=np.where(tak_pasti, RAGU, hasil.j)) if tak_pasti.any() else hasil


def _joker(isi: str) -> bool:
    """Wildcards, a decimal mark of some locale, or longer than MATCH takes."""
    return any(huruf in isi for huruf in "*?~" + PECAHAN) or len(isi) > 255


def _tidak_lebih(cari: Larik, area: Larik, kata: Kosakata, n: int) -> Larik:
    """Only for numbers that rise, blanks and texts at the end: there every way of searching gives the same."""
    ada = area.j == ANGKA
    x = np.where(ada, area.x, np.inf)
    naik = (np.diff(x, axis=1) >= 0) | np.isinf(x[:, 1:])
    urut = (naik & (ada[:, :-1] | ~ada[:, 1:])).all(axis=1)[:, None] if x.shape[1] > 1 else np.ones((1, 1), bool)
    banyak = (ada & (x <= cari.x)).sum(axis=1)[:, None]
    hasil = angka(np.where(banyak > 0, banyak, NA), np.where(banyak > 0, ANGKA, GALAT))
    dekat = ada & (x != cari.x) & (np.abs(np.where(ada, area.x, 0.0) - cari.x) <= _SERI * np.abs(cari.x))
    tak_pasti = ~urut | dekat.any(axis=1)[:, None] | (cari.j != ANGKA) & (cari.j < GALAT)
    tak_pasti = np.broadcast_to(tak_pasti | (area.j >= GALAT).any(axis=1)[:, None], hasil.j.shape)
    return hasil.dengan(j=np.where(tak_pasti, RAGU, hasil.j)) if tak_pasti.any() else hasil
