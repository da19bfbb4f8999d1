"""Functions with criteria: COUNTIF, COUNTIFS, SUMIF, SUMIFS."""

from __future__ import annotations

from typing import Any

import numpy as np

from kinerja_xl.mesin.sertifikat.f_logika import lipat_galat
from kinerja_xl.mesin.sertifikat.fungsi import fungsi
from kinerja_xl.mesin.sertifikat.kriteria import cocok
from kinerja_xl.mesin.sertifikat.larik import ANGKA, GALAT, RAGU, Kosakata, Larik, angka, ragu, timpa


def _semua(pasangan: list[Larik], kata: Kosakata) -> tuple[Any, Any]:
    """Cells that meet every criterion, and which cells (rows) are sure."""
    kena: Any = np.ones((1, 1), bool)
    pasti: Any = np.ones(1, bool)
    for area, tanya in zip(pasangan[::2], pasangan[1::2], strict=True):
        satu, sah = cocok(area, tanya, kata)
        kena = kena & satu
        pasti = pasti & sah.all(axis=1)
    return kena, pasti


def _tidak_pas(isi: list[Larik]) -> bool:
    """Areas of other sizes, and areas that are computed, are for another engine."""
    return len({satu.bentuk for satu in isi}) > 1 or not all(satu.acuan for satu in isi)


def _banyak_tanya(isi: list[Larik]) -> bool:
    """A criterion that is an area asks many questions at once: for another engine."""
    return any(satu.luas > 1 for satu in isi)


def _n(isi: list[Larik]) -> int:
    return max(satu.j.shape[0] for satu in isi)


@fungsi("COUNTIF", 2, 2)
def cacah_bila(isi: list[Larik], kata: Kosakata) -> Larik:
    """How many cells meet a criterion."""
    return cacah_semua(isi, kata)


@fungsi("COUNTIFS", 2, 254)
def cacah_semua(isi: list[Larik], kata: Kosakata) -> Larik:
    """How many places meet all criteria."""
    if len(isi) % 2 or _tidak_pas(isi[::2]) or _banyak_tanya(isi[1::2]):
        return ragu(_n(isi))
    kena, pasti = _semua(isi, kata)
    hasil = angka(kena.sum(axis=1)[:, None])
    return hasil.dengan(j=np.where(pasti[:, None], hasil.j, RAGU))


@fungsi("SUMIF", 2, 3)
def jumlah_bila(isi: list[Larik], kata: Kosakata) -> Larik:
    """The sum where a criterion is met."""
    return _jumlah(isi[2] if len(isi) > 2 else isi[0], isi[:2], kata)


@fungsi("SUMIFS", 3, 255)
def jumlah_semua(isi: list[Larik], kata: Kosakata) -> Larik:
    """The sum where all criteria are met."""
    return _jumlah(isi[0], isi[1:], kata)


def _jumlah(area: Larik, pasangan: list[Larik], kata: Kosakata) -> Larik:
    n = _n([area, *pasangan])
    if len(pasangan) % 2 or _tidak_pas([area, *pasangan[::2]]) or _banyak_tanya(pasangan[1::2]):
        return ragu(n)
    kena, pasti = _semua(pasangan, kata)
    if area.j.shape[0] == 1:  # one area for all cells: a product of matrices
        nilai = kena.astype(float) @ np.where(area.j == ANGKA, area.x, 0.0).ravel()
    else:
        nilai = np.where(kena & (area.j == ANGKA), area.x, 0.0).sum(axis=1)
    nilai = np.broadcast_to(nilai[:, None], (n, 1))
    salah = area if (area.j >= GALAT).any() else None
    hasil = angka(nilai)
    hasil = hasil.dengan(j=np.where(np.broadcast_to(pasti[:, None], (n, 1)), hasil.j, RAGU))
    if salah is not None:  # an error counts only where its row is asked for
        kena_salah = Larik(
            np.where(kena, area.j, ANGKA), np.broadcast_to(area.x, kena.shape), np.zeros(kena.shape, int)
        )
        return timpa(hasil, lipat_galat([kena_salah], n))
    return hasil
