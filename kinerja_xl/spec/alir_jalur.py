"""Routes of connectors: from a side of one shape to a side of another, in right angles, around what stands between.

Every route is straight, has one bend, or two: an upright stretch in a lane beside the columns, or a level one on the
border below the row. Of all that can be drawn the cheapest is taken: nothing run through, few crossings, few bends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

ATAS, KIRI, BAWAH, KANAN = range(4)
Kotak = tuple[int, int, int, int]  # left, top, right, bottom
Titik = tuple[int, int]
_PIKSEL = 9525
_GESER = (0, -6 * _PIKSEL, 6 * _PIKSEL)
_PANGKAL = 5 * _PIKSEL  # a line leaves and enters a shape at least so far
_TABRAK, _TUMPANG, _SISI, _SILANG, _BELOK, _JAUH = 1000.0, 60.0, 40.0, 4.0, 3.0, 1 / (40 * _PIKSEL)


@dataclass(frozen=True, order=True)
class Rute:
    """One connector: sides and corner points from start to end."""

    dari: int
    ke: int
    sisi_dari: int
    sisi_ke: int
    titik: tuple[Titik, ...]
    kata: str = ""


@dataclass
class Perute:
    """Finds routes one after another; what is drawn already counts for the next."""

    kotak: Mapping[int, Kotak]
    lajur: Sequence[int]  # x of the column borders, both ends included
    baris: Sequence[int]  # y of the row borders
    harga: float = 0.0
    _lama: list[tuple[Rute, list[Kotak], Kotak]] = field(default_factory=list)

    def tarik(self, dari: int, ke: int, kata: str = "") -> Rute:
        """The cheapest route between two shapes. kata: word on the line; lines of two words leave by two sides."""
        calon = sorted((_harga_dasar(r), r.titik, r) for r in self._calon(dari, ke, kata))
        harga, pilih = inf, calon[0][2]
        for dasar, _, satu in calon:
            if dasar >= harga:
                break
            jumlah = dasar + self._harga(satu, harga - dasar)
            if jumlah < harga:
                harga, pilih = jumlah, satu
        self._lama.append((pilih, _ruas(pilih.titik), _bingkai(pilih.titik)))
        self.harga += harga
        return pilih

    def _calon(self, dari: int, ke: int, kata: str) -> Iterator[Rute]:
        turun = self.kotak[ke][1] >= self.kotak[dari][3]
        awal, akhir = (BAWAH, ATAS) if turun else (ATAS, BAWAH)
        a, z = self._sisi(dari, awal), self._sisi(ke, akhir)
        if a[0] == z[0]:
            yield Rute(dari, ke, awal, akhir, (a, z), kata)
        elif turun and (y := next((b for b in self.baris if b - a[1] >= _PANGKAL), z[1])) <= z[1] - _PANGKAL:
            yield Rute(dari, ke, awal, akhir, (a, (a[0], y), (z[0], y), z), kata)
        for sisi in (KIRI, KANAN):
            a = self._sisi(dari, sisi)
            arah = 1 if sisi == KANAN else -1
            if (z[0] - a[0]) * arah >= _PANGKAL:
                yield Rute(dari, ke, sisi, akhir, (a, (z[0], a[1]), z), kata)
            for masuk in (KIRI, KANAN):
                b = self._sisi(ke, masuk)
                if a[1] == b[1] and masuk != sisi and (b[0] - a[0]) * arah > 0:
                    yield Rute(dari, ke, sisi, masuk, (a, b), kata)
                    continue
                yield from self._lewat_lajur(dari, ke, sisi, masuk, kata)

    def _lewat_lajur(self, dari: int, ke: int, sisi: int, masuk: int, kata: str) -> Iterator[Rute]:
        a, b = self._sisi(dari, sisi), self._sisi(ke, masuk)
        for batas in self.lajur:
            for geser in _GESER:
                x = min(max(batas + geser, self.lajur[0] + 3 * _PIKSEL), self.lajur[-1] - 3 * _PIKSEL)
                if (x - a[0]) * (1 if sisi == KANAN else -1) < _PANGKAL:
                    continue
                if (x - b[0]) * (1 if masuk == KANAN else -1) < _PANGKAL:
                    continue
                yield Rute(dari, ke, sisi, masuk, (a, (x, a[1]), (x, b[1]), b), kata)

    def _sisi(self, bentuk: int, sisi: int) -> Titik:
        return titik_sisi(self.kotak[bentuk], sisi)

    def _harga(self, satu: Rute, paling: float) -> float:
        """Price of what the route meets; adding stops above `paling`, for then another route is taken."""
        ruas, bingkai = _ruas(satu.titik), _bingkai(satu.titik)
        harga = 0.0
        for nama, kotak in self.kotak.items():
            if nama not in (satu.dari, satu.ke) and _bertemu(bingkai, kotak):
                harga += _TABRAK * sum(_kena(r, kotak) for r in ruas)
        for lama in self._lama:
            if harga > paling:
                return harga
            rute, ruas_lama, bingkai_lama = lama
            if not _bertemu(bingkai, bingkai_lama):
                continue
            harga += self._harga_sisi(satu, rute)
            searah = rute.ke == satu.ke or (rute.dari, rute.sisi_dari) == (satu.dari, satu.sisi_dari)
            for r in ruas:
                for s in ruas_lama:
                    harga += (0 if searah else _TUMPANG) if _berimpit(r, s) else _SILANG * _silang(r, s)
        return harga

    @staticmethod
    def _harga_sisi(satu: Rute, lama: Rute) -> float:
        """Sides in use: two ends may share one only where both come in or both go out together."""
        keluar, masuk = (satu.dari, satu.sisi_dari), (satu.ke, satu.sisi_ke)
        keluar_lama, masuk_lama = (lama.dari, lama.sisi_dari), (lama.ke, lama.sisi_ke)
        harga = _SISI * ((keluar == masuk_lama) + (masuk == keluar_lama))
        if keluar == keluar_lama:
            harga += 1 if satu.kata == lama.kata else 2 * _SISI
        return harga + (masuk == masuk_lama)


def _harga_dasar(satu: Rute) -> float:
    """Price of the route by itself: bends and length."""
    jauh = sum(x2 - x1 + y2 - y1 for x1, y1, x2, y2 in _ruas(satu.titik))
    return _BELOK * (len(satu.titik) - 2) + jauh * _JAUH


def titik_sisi(kotak: Kotak, sisi: int) -> Titik:
    """Middle of a side."""
    kiri, atas, kanan, bawah = kotak
    return {
        ATAS: ((kiri + kanan) // 2, atas), BAWAH: ((kiri + kanan) // 2, bawah),
        KIRI: (kiri, (atas + bawah) // 2), KANAN: (kanan, (atas + bawah) // 2),
    }[sisi]  # fmt: skip


def _ruas(titik: Sequence[Titik]) -> list[Kotak]:
    return [(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)) for (x1, y1), (x2, y2) in pairwise(titik)]


def _bingkai(titik: Sequence[Titik]) -> Kotak:
    x, y = [t[0] for t in titik], [t[1] for t in titik]
    return min(x), min(y), max(x), max(y)


def _bertemu(a: Kotak, b: Kotak) -> bool:
    jarak = 3 * _PIKSEL
    return a[0] <= b[2] + jarak and b[0] <= a[2] + jarak and a[1] <= b[3] + jarak and b[1] <= a[3] + jarak


def _kena(ruas: Kotak, kotak: Kotak) -> bool:
    return ruas[0] < kotak[2] and ruas[2] > kotak[0] and ruas[1] < kotak[3] and ruas[3] > kotak[1]


def _berimpit(a: Kotak, b: Kotak) -> bool:
    """Do two stretches run on the same line (or nearly) for some way?"""
    for s in (0, 1):
        t = 1 - s
        if a[s] == a[s + 2] and b[s] == b[s + 2] and abs(a[s] - b[s]) < 3 * _PIKSEL:
            return min(a[t + 2], b[t + 2]) - max(a[t], b[t]) > _PIKSEL
    return False


def _silang(a: Kotak, b: Kotak) -> bool:
    """Does an upright stretch cross a level one?"""
    tegak, datar = (a, b) if a[0] == a[2] else (b, a)
    if tegak[0] != tegak[2] or datar[1] != datar[3]:
        return False
    return datar[0] < tegak[0] < datar[2] and tegak[1] < datar[1] < tegak[3]
