"""The certificate: for each formula, is f(stored values it reads) the value it stores?

With a graph without circles the stored values are then the recomputed ones, by induction from the inputs up. Formulas
of one shape go through one set of numpy calls. Only functions of a short list are known here; whatever is not sure
(another function, a tie in the 16th digit, a figure whose text depends on the locale) is left to the full engines.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from kinerja_xl.mesin.graf import graf
from kinerja_xl.mesin.sertifikat.kelompok import Kelompok, Kisi, hitung, kelompokkan
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    KOSONG,
    PECAHAN,
    RAGU,
    TEKS,
    Kosakata,
    Larik,
    dari_nilai,
    ke_nilai,
    ragu,
)
from kinerja_xl.spec.manifest import LembarM, Manifest, Nilai, Titik

__all__ = ["Sertifikat", "sertifikat"]
_REL = 1e-14  # far below the nearness at which comparisons are called unsure, so that no threshold flips unseen
_SIMPAN = 32
_SIAP: dict[int, Sertifikat] = {}


def sertifikat(manifest: Manifest) -> Sertifikat:
    """The certificate of a manifest; workbooks with the same formulas share it. Raises KinerjaError on a circle."""
    kunci = _kunci(manifest)
    ada = _SIAP.pop(kunci, None) or Sertifikat(manifest)
    _SIAP[kunci] = ada  # the last one used stays longest
    while len(_SIAP) > _SIMPAN:
        del _SIAP[next(iter(_SIAP))]
    return ada


def _kunci(manifest: Manifest) -> int:
    """Everything a certificate is made from: formulas with their places, names, extent of the sheets."""
    rumus = tuple((lembar.nama, sel.baris, sel.kolom, sel.rumus) for lembar, sel in manifest.setiap("rumus"))
    luas = tuple((satu.nama, *_luas(satu)) for satu in manifest.lembar)
    return hash((rumus, tuple(manifest.nama.items()), luas))


def _luas(lembar: LembarM) -> tuple[int, int]:
    return max((s.baris for s in lembar.sel), default=1), max((s.kolom for s in lembar.sel), default=1)


class Sertifikat:
    """The formulas of a manifest, ready to be held against stored values. Building it proves there is no circle."""

    def __init__(self, manifest: Manifest) -> None:
        peta = graf(manifest)
        luas = {satu.nama: list(_luas(satu)) for satu in manifest.lembar}
        for kotak in {k for semua in peta.langsung.values() for k in semua}:
            _perluas(luas[kotak[0]], kotak[3], kotak[4])
        self.kisi = Kisi({nama: (b, k) for nama, (b, k) in luas.items()})
        self.kelompok, self.asing = kelompokkan(peta.polos, self.kisi)

    def tidak_terbukti(self, nilai: Mapping[Titik, Nilai]) -> frozenset[Titik]:
        """Formula cells whose stored value is not shown to be right: wrong ones, unsure ones, foreign ones.

        nilai: every cell that holds something, formulas with their stored results; errors as GalatExcel.
        """
        kata, j, x, t = self._muat(nilai)
        hasil = list(self.asing)
        for satu in self.kelompok:
            cocok = _cocok(hitung(satu, j, x, t, kata), satu, j, x, t, kata)
            if not cocok.all():
                hasil += [satu.titik[ke] for ke in np.nonzero(~cocok)[0]]
        return frozenset(hasil)

    def dari_nilai(self, nilai: Mapping[Titik, Nilai]) -> dict[Titik, Nilai]:
        """What each formula gives from the stored values of the cells it reads; None where that is not sure."""
        kata, j, x, t = self._muat(nilai)
        hasil: dict[Titik, Nilai] = dict.fromkeys(self.asing)
        for satu in self.kelompok:
            larik = _bentang(hitung(satu, j, x, t, kata), len(satu.titik))
            hasil.update({titik: ke_nilai(larik, ke, kata) for ke, titik in enumerate(satu.titik)})
        return hasil

    def _muat(self, nilai: Mapping[Titik, Nilai]) -> tuple[Kosakata, np.ndarray, np.ndarray, np.ndarray]:
        kata = Kosakata()
        j = np.zeros(self.kisi.besar, np.int8)
        x = np.zeros(self.kisi.besar)
        t = np.zeros(self.kisi.besar, np.int64)
        for titik, isi in nilai.items():
            if isi is not None:
                ke = self.kisi.tempat(*titik)
                j[ke], x[ke], t[ke] = dari_nilai(isi, kata)
        return kata, j, x, t


def _perluas(luas: list[int], baris: int, kolom: int) -> None:
    luas[0], luas[1] = max(luas[0], baris), max(luas[1], kolom)


def _bentang(larik: Larik, n: int) -> Larik:
    """One value a formula. A whole area in one cell is a matter of old and new programs: unsure."""
    if larik.j.shape[1] > 1:
        return ragu(n)
    j, x, t = (np.broadcast_to(satu[:, :1], (n, 1)) for satu in (larik.j, larik.x, larik.t))
    return Larik(j, x, t)


def _cocok(hasil: Larik, satu: Kelompok, j: np.ndarray, x: np.ndarray, t: np.ndarray, kata: Kosakata) -> np.ndarray:
    """Same kind and same value, as verify compares. A result that reads a blank shows 0, or nothing as a text."""
    n = len(satu.titik)
    larik = _bentang(hasil, n)
    hj, hx, ht = larik.j[:, 0], larik.x[:, 0], larik.t[:, 0]
    sj, sx, st = j[satu.sendiri], x[satu.sendiri], t[satu.sendiri]
    hj = np.where(hj == KOSONG, ANGKA, hj)
    with np.errstate(all="ignore"):
        angka = np.abs(hx - sx) <= _REL * np.maximum(1.0, np.maximum(np.abs(hx), np.abs(sx)))
    sama = np.where(hj == TEKS, ht == st, np.where(hj == ANGKA, angka, hx == sx))
    if kata.lokal and (hj == TEKS).any():  # a text with the decimal mark of a locale
        hj = np.where((hj == TEKS) & kata.petakan(ht, lambda isi: PECAHAN in isi, bool), RAGU, hj)
    kosong = (hj == TEKS) & (ht == 0) & (sj == KOSONG)
    return (hj != RAGU) & (((hj == sj) & sama) | kosong)
