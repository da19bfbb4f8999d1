"""The formulas of a manifest by shape: each group is evaluated at once, over all its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.nama import Kotak
from kinerja_xl.mesin.sertifikat import f_angka, f_cari, f_jumlah, f_logika, f_syarat, f_teks  # noqa: F401 enter functions
from kinerja_xl.mesin.sertifikat.fungsi import FUNGSI
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    GALAT,
    GALAT_URUT,
    KOSONG,
    LOGIKA,
    TEKS,
    Kosakata,
    Larik,
    tetap,
)  # fmt: skip
from kinerja_xl.mesin.sertifikat.operasi import dua, minus, persen
from kinerja_xl.mesin.sertifikat.urai import Bentuk, Pohon, TidakTerurai, bentuk, pisah
from kinerja_xl.spec.manifest import Titik

MAKS_LUAS = 4_000_000  # cells read by one group at once; a greater group is cut


@dataclass(frozen=True)
class Kelompok:
    """Formulas of one shape. titik: their cells; awal: per slot the first cell read, as a place in the values."""

    bentuk: Bentuk
    titik: tuple[Titik, ...]
    sendiri: Any
    awal: tuple[Any, ...]
    lompat: tuple[Any, ...]


class Kisi:
    """Every cell of the sheets as one row of places: sheet by sheet, row by row."""

    def __init__(self, luas: Mapping[str, tuple[int, int]]) -> None:
        self.lebar: dict[str, int] = {}
        self.dasar: dict[str, int] = {}
        besar = 0
        for lembar, (baris, kolom) in luas.items():
            self.dasar[lembar], self.lebar[lembar] = besar, kolom
            besar += baris * kolom
        self.besar = besar

    def tempat(self, lembar: str, baris: int, kolom: int) -> int:
        """The place of a cell."""
        return self.dasar[lembar] + (baris - 1) * self.lebar[lembar] + kolom - 1


def kelompokkan(rumus: Mapping[Titik, str], kisi: Kisi) -> tuple[tuple[Kelompok, ...], tuple[Titik, ...]]:
    """Groups, and the cells whose formulas use what is not known here. rumus: without names, "=" left off."""
    isi: dict[tuple[str, tuple[int, ...]], list[tuple[Titik, tuple[Kotak, ...]]]] = defaultdict(list)
    asing: list[Titik] = []
    for titik, teks in rumus.items():
        try:
            kunci, kotak = pisah(teks, titik[0])
            _periksa(bentuk(kunci).pohon)
        except KinerjaError:
            asing.append(titik)
            continue
        isi[kunci, tuple(kisi.lebar[k[0]] if k[1:3] != k[3:] else 0 for k in kotak)].append((titik, kotak))
    hasil = [_satu(bentuk(kunci), sel, kisi) for (kunci, _), sel in isi.items()]
    return tuple(hasil), tuple(asing)


def _satu(rupa: Bentuk, sel: Sequence[tuple[Titik, tuple[Kotak, ...]]], kisi: Kisi) -> Kelompok:
    sendiri = np.array([kisi.tempat(*titik) for titik, _ in sel], np.int64)
    awal, lompat = [], []
    for ke, (baris, kolom) in enumerate(rupa.slot):
        tempat = np.array([kisi.tempat(*kotak[ke][:3]) for _, kotak in sel], np.int64)
        awal.append(tempat[:1] if (tempat == tempat[0]).all() else tempat)
        lebar = kisi.lebar[sel[0][1][ke][0]]
        lompat.append((np.arange(baris)[:, None] * lebar + np.arange(kolom)[None, :]).ravel())
    return Kelompok(rupa, tuple(titik for titik, _ in sel), sendiri, tuple(awal), tuple(lompat))


def _periksa(pohon: Pohon) -> None:
    """Only functions of the table, with as many arguments as they take."""
    if pohon[0] == "fungsi":
        satu = FUNGSI.get(pohon[1])
        if satu is None or not satu.sedikit <= len(pohon[2]) <= satu.banyak:
            raise TidakTerurai(f"fungsi {pohon[1]} tidak dikenal di sini")
        for anak in pohon[2]:
            _periksa(anak)
    elif pohon[0] in ("dua", "minus", "persen"):
        for anak in pohon[1:]:
            if isinstance(anak, tuple):
                _periksa(anak)
    elif pohon[0] == "galat" and pohon[1] not in GALAT_URUT:
        raise TidakTerurai(f"galat {pohon[1]} tidak dikenal di sini")


def hitung(kelompok: Kelompok, j: Any, x: Any, t: Any, kata: Kosakata) -> Larik:
    """What the formulas give from the values of the cells they read."""
    slot = []
    for awal, lompat, luas in zip(kelompok.awal, kelompok.lompat, kelompok.bentuk.slot, strict=True):
        tempat = awal[:, None] + lompat[None, :]
        slot.append(Larik(j[tempat], x[tempat], t[tempat], luas, True))
    return _nilai(kelompok.bentuk.pohon, slot, kata)


def _nilai(pohon: Pohon, slot: list[Larik], kata: Kosakata) -> Larik:
    jenis = pohon[0]
    if jenis == "acuan":
        return slot[pohon[1]]
    if jenis == "fungsi":
        return FUNGSI[pohon[1]].laku([_nilai(anak, slot, kata) for anak in pohon[2]], kata)
    if jenis == "dua":
        return dua(pohon[1], _nilai(pohon[2], slot, kata), _nilai(pohon[3], slot, kata), kata)
    if jenis == "minus":
        return minus(_nilai(pohon[1], slot, kata), kata)
    if jenis == "persen":
        return persen(_nilai(pohon[1], slot, kata), kata)
    if jenis == "angka":
        return tetap(ANGKA, pohon[1])
    if jenis == "teks":
        return tetap(TEKS, 0.0, kata.nomor(pohon[1]))
    if jenis == "logika":
        return tetap(LOGIKA, float(pohon[1]))
    if jenis == "galat":
        return tetap(GALAT, float(GALAT_URUT.index(pohon[1])))
    return tetap(KOSONG)
