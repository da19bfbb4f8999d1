"""Columns of cell values as numpy arrays: kind, number and text of many cells at once.

Every array has the shape (cells, size of what is read): a single cell is (n, 1), an area (n, rows x columns); an area
that all cells read alike has n = 1. What cannot be decided for sure has the kind RAGU and never passes for a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from kinerja_xl.mesin.galat import GALAT_EXCEL, GalatExcel
from kinerja_xl.spec.manifest import Nilai

KOSONG, ANGKA, TEKS, LOGIKA, GALAT, RAGU = range(6)
GALAT_URUT = tuple(sorted(GALAT_EXCEL))
VALUE, NA, REF, DIV, NUM = (GALAT_URUT.index(g) for g in ("#VALUE!", "#N/A", "#REF!", "#DIV/0!", "#NUM!"))
Bools = Any  # numpy arrays; their types say little here
Angka2 = Any


PECAHAN = "\ue000"
"""Stands for the decimal mark in the text of a number: point or comma, which only the locale of the program knows."""


class Kosakata:
    """Texts by number. Number 0 is the empty text."""

    def __init__(self) -> None:
        self.teks: list[str] = [""]
        self._nomor: dict[str, int] = {"": 0}
        self._lipat: list[int] = [0]
        self._larik: Any = np.zeros(1, np.int64)
        self.lokal = False  # does any text hold the decimal mark of a locale?

    def nomor(self, teks: str) -> int:
        """The number of a text; a new text gets the next."""
        ada = self._nomor.get(teks)
        if ada is None:
            ada = self._nomor[teks] = len(self.teks)
            self.teks.append(teks)
            self.lokal = self.lokal or PECAHAN in teks
        return ada

    def lipat(self) -> Any:
        """By number: the number of the text without regard to letter case."""
        if len(self._larik) < len(self.teks):
            for ke in range(len(self._lipat), len(self.teks)):
                self._lipat.append(self.nomor(self.teks[ke].casefold()))
            for ke in range(len(self._lipat), len(self.teks)):  # folded texts that are new fold to themselves
                self._lipat.append(ke)
            self._larik = np.array(self._lipat, dtype=np.int64)
        return self._larik

    def petakan(self, nomor: Any, fungsi: Callable[[str], Any], jenis: Any) -> Any:
        """A function of each text, computed once for each different one."""
        if np.size(nomor) == 1:
            return np.full(np.shape(nomor), fungsi(self.teks[int(np.ravel(nomor)[0])]), jenis)
        unik, balik = np.unique(nomor, return_inverse=True)
        hasil = np.array([fungsi(self.teks[n]) for n in unik], dtype=jenis)
        return hasil[balik].reshape(np.shape(nomor))

    def olah(self, nomor: Any, fungsi: Callable[[str], str]) -> Any:
        """The numbers of what a function makes of each text."""
        return self.petakan(nomor, lambda teks: self.nomor(fungsi(teks)), np.int64)


@dataclass(frozen=True)
class Larik:
    """Values of cells. j: kind; x: number (booleans 0/1, errors their number in GALAT_URUT); t: number of the text.

    bentuk: rows and columns of what each cell reads; acuan: read from cells, not computed.
    """

    j: Any
    x: Any
    t: Any
    bentuk: tuple[int, int] = (1, 1)
    acuan: bool = False

    def dengan(self, **ganti: Any) -> Larik:
        """The same with something else."""
        return replace(self, **ganti)

    @property
    def luas(self) -> int:
        """Cells of what is read."""
        return self.bentuk[0] * self.bentuk[1]


def tetap(jenis: int, x: float = 0.0, t: int = 0) -> Larik:
    """One value for all cells."""
    return Larik(np.full((1, 1), jenis, np.int8), np.full((1, 1), x, float), np.full((1, 1), t, np.int64))


def angka(x: Any, j: Any = ANGKA, bentuk: tuple[int, int] = (1, 1)) -> Larik:
    """Numbers; what is not finite is an error (#NUM!)."""
    x = np.asarray(x, float)
    jenis = np.broadcast_to(np.asarray(j, np.int8), x.shape).copy()
    buruk = (jenis == ANGKA) & ~np.isfinite(x)
    jenis[buruk] = GALAT
    x = np.where(buruk, NUM, x)
    return Larik(jenis, x, np.zeros(x.shape, np.int64), bentuk)


def logika(benar: Any, bentuk: tuple[int, int] = (1, 1)) -> Larik:
    """TRUE and FALSE."""
    benar = np.asarray(benar, bool)
    return Larik(np.full(benar.shape, LOGIKA, np.int8), benar.astype(float), np.zeros(benar.shape, np.int64), bentuk)


def ragu(n: int) -> Larik:
    """Unsure for n cells."""
    return Larik(np.full((n, 1), RAGU, np.int8), np.zeros((n, 1)), np.zeros((n, 1), np.int64))


def teks(nomor: Any, bentuk: tuple[int, int] = (1, 1)) -> Larik:
    """Texts by their numbers."""
    nomor = np.asarray(nomor, np.int64)
    return Larik(np.full(nomor.shape, TEKS, np.int8), np.zeros(nomor.shape), nomor, bentuk)


def pilih(syarat: Any, ya: Larik, tidak: Larik) -> Larik:
    """Cell by cell one or the other."""
    bentuk = ya.bentuk if ya.luas >= tidak.luas else tidak.bentuk
    return Larik(
        np.where(syarat, ya.j, tidak.j), np.where(syarat, ya.x, tidak.x), np.where(syarat, ya.t, tidak.t), bentuk
    )


def galat_atau_ragu(semua: Iterable[Larik]) -> Larik | None:
    """Of several arguments the first error of each cell, RAGU where an earlier argument is unsure; None: all well."""
    hasil: Larik | None = None
    for satu in semua:
        kena = satu.j >= GALAT
        if not kena.any():
            continue
        if hasil is None:
            hasil = satu.dengan(j=np.where(kena, satu.j, KOSONG))
        else:
            hasil = pilih(hasil.j >= GALAT, hasil, satu.dengan(j=np.where(kena, satu.j, KOSONG)))
    return hasil


def timpa(hasil: Larik, salah: Larik | None) -> Larik:
    """Errors of the arguments over a result."""
    return hasil if salah is None else pilih(salah.j >= GALAT, salah, hasil)


def dari_nilai(nilai: Nilai, kata: Kosakata) -> tuple[int, float, int]:
    """A cell's value as kind, number, text."""
    if nilai is None:
        return KOSONG, 0.0, 0
    if isinstance(nilai, bool):
        return LOGIKA, float(nilai), 0
    if isinstance(nilai, (int, float)):
        return ANGKA, float(nilai), 0
    if isinstance(nilai, GalatExcel):
        return GALAT, float(GALAT_URUT.index(nilai)), 0
    return TEKS, 0.0, kata.nomor(nilai)


def ke_nilai(satu: Larik, ke: int, kata: Kosakata) -> Nilai:
    """The value of one cell of a result; None when it is unsure. A blank shows as 0, as in a sheet."""
    j, x, t = int(satu.j[ke, 0]), float(satu.x[ke, 0]), int(satu.t[ke, 0])
    if j == RAGU:
        return None
    if j == GALAT:
        return GalatExcel(GALAT_URUT[int(x)])
    if j == TEKS and PECAHAN in kata.teks[t]:
        return None
    return kata.teks[t] if j == TEKS else bool(x) if j == LOGIKA else x
