"""Flow chart of an SOP over the performer columns of its table: shapes and connectors.

The five signs of PermenPAN-RB 35/2012: capsule (start and end), box, diamond (decision), arrow, and the five-sided
off-page sign where the table goes on on another page. Lengths in EMU (914400 an inch), rows in points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.alir_graf import TIDAK, Panah, susun_panah
from kinerja_xl.spec.alir_halaman import RUANG_SAMBUNG
from kinerja_xl.spec.alir_jalur import BAWAH, KANAN, KIRI, Kotak, Perute, Rute, Titik, titik_sisi
from kinerja_xl.spec.bahasa import kata
from kinerja_xl.spec.halaman import LEBAR_BAWAAN, TINGGI_BAWAAN
from kinerja_xl.spec.kanvas import BaganAlir, Kanvas
from kinerja_xl.spec.manifest import Bentuk, Garis, Jangkar

_TITIK, _PIKSEL = 12700, 9525
_TINGGI = {"mulai": 22, "proses": 24, "keputusan": 35, "halaman": 19}
_LEBAR = {"mulai": 0.66, "proses": 0.62, "keputusan": 0.7}
_LEBAR_MAKS, _LEBAR_HALAMAN = 64 * _PIKSEL, 22 * _PIKSEL
_KATA = (30 * _PIKSEL, 13 * _PIKSEL)
NAMA_RUPA = {"mulai": "mulai/selesai", "proses": "proses", "keputusan": "keputusan", "halaman": "penghubung halaman",
             "kata": "keterangan"}  # fmt: skip


def gambar_alir(kanvas: Kanvas) -> tuple[tuple[Bentuk, ...], tuple[Garis, ...]]:
    """Shapes and connectors of the canvas's flow chart."""
    if kanvas.alir is None:
        return (), ()
    pena = _Pena(kanvas, kanvas.alir)
    pena.simbol()
    pena.panah()
    return tuple(pena.bentuk), tuple(pena.garis)


class _Pena:
    """Draws one chart; coordinates from the corner of the first performer cell."""

    def __init__(self, kanvas: Kanvas, alir: BaganAlir) -> None:
        self.bahasa = kanvas.bahasa
        self.langkah: Sequence[Any] = alir.data["langkah"]
        self.peran: Sequence[Any] = alir.data["peran"]
        self.baris1, self.kolom1 = alir.baris1, alir.kolom
        lebar = [kanvas.lebar.get(alir.kolom + i, LEBAR_BAWAAN) for i in range(len(self.peran))]
        self.x = [0, *accumulate(int(w * 7 + 5) * _PIKSEL for w in lebar)]
        tinggi = [kanvas.tinggi.get(b, TINGGI_BAWAAN) for b in range(alir.baris1, alir.baris2 + 1)]
        self.y = [0, *accumulate(round(t * _TITIK) for t in tinggi)]
        self.putus = sorted(b - alir.baris1 for b in kanvas.putus if alir.baris1 < b <= alir.baris2)
        self.bentuk: list[Bentuk] = []
        self.garis: list[Garis] = []
        self.kotak: dict[int, Kotak] = {}
        self.utama: dict[int, int] = {}
        self.masuk: dict[int, tuple[int, str]] = {}  # step -> off-page sign that leads to it, its letter

    def _kalimat(self, pola: str, **isi: object) -> str:
        return kata(self.bahasa, pola).format(**isi)

    # -- shapes ------------------------------------------------------------------------------------------

    def simbol(self) -> None:
        """One sign a step in the column of its performer; further performers get a box of their own."""
        for ke, satu in enumerate(self.langkah):
            kolom = satu["kolom"]
            if not kolom or not all(isinstance(k, int) and 1 <= k <= len(self.peran) for k in kolom):
                raise KinerjaError(f"bagan alir, langkah {ke + 1}: kolom pelaksana tidak ada")
            for urut, k in enumerate(kolom):
                rupa = self._rupa(ke) if not urut else "proses"
                nama = self._kalimat(
                    "Langkah {no}, {siapa}: {rupa}", no=ke + 1, siapa=self.peran[k - 1]["nama"],
                    rupa=kata(self.bahasa, NAMA_RUPA[rupa]),
                )  # fmt: skip
                nomor = self._bentuk(rupa, k - 1, self._tengah(ke), nama)
                self.utama.setdefault(ke + 1, nomor)

    def _rupa(self, ke: int) -> str:
        if self.langkah[ke].get("kembali_ke"):
            return "keputusan"
        return "mulai" if ke in (0, len(self.langkah) - 1) else "proses"

    def _tengah(self, ke: int) -> int:
        """Middle of a row without the room of off-page signs; the end sign after a last decision needs some too."""
        ruang = round(RUANG_SAMBUNG * _TITIK)
        atas = self.y[ke] + ruang * (ke in self.putus)
        bawah = self.y[ke + 1] - ruang * (ke + 1 in self.putus)
        if ke == len(self.langkah) - 1 and self.langkah[ke].get("kembali_ke"):
            bawah -= ruang
        return (atas + bawah) // 2

    def _bentuk(self, rupa: str, kolom: int, tengah: int, nama: str, teks: str = "") -> int:
        return self._pasang(rupa, self._kotak(rupa, self._x(kolom), tengah, kolom), nama, teks)

    def _x(self, kolom: int) -> int:
        return (self.x[kolom] + self.x[kolom + 1]) // 2

    def _kotak(self, rupa: str, x: int, y: int, kolom: int = 0) -> Kotak:
        """Frame of a sign around its middle."""
        lebar = _LEBAR_HALAMAN
        if rupa != "halaman":
            lebar = min(int((self.x[kolom + 1] - self.x[kolom]) * _LEBAR[rupa]), _LEBAR_MAKS)
        tinggi = _TINGGI[rupa] * _TITIK
        return (x - lebar // 2, y - tinggi // 2, x + lebar // 2, y + tinggi // 2)

    def _pasang(self, rupa: str, kotak: Kotak, nama: str, teks: str) -> int:
        nomor = len(self.bentuk) + len(self.garis) + 2
        self.kotak[nomor] = kotak
        self.bentuk.append(Bentuk(nomor, nama, rupa, self._jangkar(*kotak[:2]), self._jangkar(*kotak[2:]), teks))
        return nomor

    def _jangkar(self, x: int, y: int) -> Jangkar:
        k = min(max(bisect_right(self.x, x) - 1, 0), len(self.x) - 2)
        b = min(max(bisect_right(self.y, y) - 1, 0), len(self.y) - 2)
        return self.kolom1 + k, max(x - self.x[k], 0), self.baris1 + b, max(y - self.y[b], 0)

    # -- connectors --------------------------------------------------------------------------------------

    def panah(self) -> None:
        """All arrows: pairs of off-page signs first, so that no line runs through them."""
        pasangan: list[tuple[int, int, str, str]] = []
        for satu in susun_panah(self.langkah):
            pasangan += self._pasangan(satu)
        for nomor, rute in sorted(self._rute(pasangan).items()):
            self._garis(rute, pasangan[nomor][3])
        self._pelaksana_lain()

    def _rute(self, pasangan: Sequence[tuple[int, int, str, str]]) -> dict[int, Rute]:
        """Routes of all pairs: the flow first or the returns first, whichever gives the clearer picture."""
        terbaik: dict[int, Rute] = {}
        harga = 0.0
        for dahulu in ("", TIDAK):
            perute = Perute(dict(self.kotak), self.x, self.y)
            urut = sorted(range(len(pasangan)), key=lambda n: (pasangan[n][2] == TIDAK) != (dahulu == TIDAK))
            hasil = {n: perute.tarik(*pasangan[n][:3]) for n in urut}
            if not terbaik or perute.harga < harga:
                terbaik, harga = hasil, perute.harga
        return terbaik

    def _pasangan(self, satu: Panah) -> list[tuple[int, int, str, str]]:
        """Shapes to join for an arrow: two, or twice two where a page ends between them."""
        dari = self.utama[satu.dari]
        nama = self._kalimat("Langkah {no} ke {ke}", no=satu.dari, ke=satu.ke or kata(self.bahasa, "selesai"))
        if not satu.ke:
            ke = len(self.langkah) - 1
            tengah = self.y[-1] - round(RUANG_SAMBUNG * _TITIK / 2)
            kolom = self.langkah[ke]["kolom"][0] - 1
            return [(dari, self._bentuk("mulai", kolom, tengah, kata(self.bahasa, "Selesai")), satu.kata, nama)]
        if self._halaman(satu.dari - 1) == self._halaman(satu.ke - 1):
            return [(dari, self.utama[satu.ke], satu.kata, nama)]
        masuk, huruf = self.masuk.get(satu.ke, (0, _huruf(len(self.masuk))))
        keluar = self._penghubung(satu, satu.dari - 1, True, huruf)
        hasil = [(dari, keluar, satu.kata, nama)]
        if not masuk:  # all arrows from other pages reach a step through one sign
            masuk = self._penghubung(satu, satu.ke - 1, False, huruf)
            self.masuk[satu.ke] = masuk, huruf
            hasil.append((masuk, self.utama[satu.ke], "", self._kalimat("{nama} (lanjutan)", nama=nama)))
        return hasil

    def _halaman(self, ke: int) -> int:
        return bisect_right(self.putus, ke)

    def _penghubung(self, satu: Panah, ke: int, keluar: bool, huruf: str) -> int:
        """An off-page sign below or above its step, or beside it where the page does not end there."""
        kolom = self.langkah[ke]["kolom"][0] - 1
        ruang = round(RUANG_SAMBUNG * _TITIK * 0.58)  # nearer to its step than to the edge of the page
        lain = satu.ke if keluar else satu.dari
        if keluar:
            nama = self._kalimat("Penghubung {huruf}: ke langkah {no}", huruf=huruf, no=lain)
        else:
            nama = self._kalimat("Penghubung {huruf}: dari langkah {no}", huruf=huruf, no=lain)
        calon = [(x, self._tengah(ke)) for x in self._samping(kolom)]
        setengah = _TINGGI["halaman"] * _TITIK // 2 + _PIKSEL
        baris = range(self.y[ke] + setengah, self.y[ke + 1] - setengah + 1, setengah // 2)
        calon += [
            (x, y) for y in baris for x in range(_LEBAR_HALAMAN, self.x[-1] - _LEBAR_HALAMAN, _LEBAR_HALAMAN // 2)
        ]
        if (ke + 1 if keluar else ke) in self.putus and satu.dari < satu.ke:
            tengah = self.y[ke + 1] - ruang if keluar else self.y[ke] + round(RUANG_SAMBUNG * _TITIK) - ruang
            calon.insert(0, (self._x(kolom), tengah))
        kotak = [self._kotak("halaman", x, y) for x, y in calon]
        bebas = (k for k in kotak if not any(_bertemu(k, lain) for lain in self.kotak.values()))
        return self._pasang("halaman", next(bebas, kotak[0]), nama, huruf)

    def _samping(self, kolom: int) -> list[int]:
        """Where an off-page sign may stand beside its step: other columns, borders, the edges of a wide column."""
        tengah = self._x(kolom)
        lain = [self._x(k) for k in range(len(self.peran)) if k != kolom]
        tepi = [round(self.x[-1] * bagian) for bagian in (0.88, 0.12)]
        return [x for deret in (lain, self.x[1:-1], tepi) for x in sorted(deret, key=lambda x: (abs(x - tengah), -x))]

    def _garis(self, rute: Rute, nama: str) -> None:
        """A connector, leg by leg: programs bend connectors each in their own way, straight legs look alike in all."""
        akhir = len(rute.titik) - 2
        for ke, (a, b) in enumerate(pairwise(rute.titik)):
            self._ruas(
                a, b, nama, (rute.dari, rute.sisi_dari) if not ke else None,
                (rute.ke, rute.sisi_ke) if ke == akhir else None, panah=ke == akhir,
            )  # fmt: skip
        if rute.kata:
            self._kata(rute)

    def _ruas(
        self, a: Titik, b: Titik, nama: str, dari: tuple[int, int] | None, ke: tuple[int, int] | None, panah: bool
    ) -> None:
        (x1, y1), (x2, y2) = a, b
        awal, akhir = self._jangkar(min(x1, x2), min(y1, y2)), self._jangkar(max(x1, x2), max(y1, y2))
        nomor = len(self.bentuk) + len(self.garis) + 2
        self.garis.append(Garis(nomor, nama, awal, akhir, dari, ke, (x2 < x1, y2 < y1), panah))

    def _kata(self, rute: Rute) -> None:
        """Ya or Tidak beside the line where it leaves the diamond."""
        x, y = rute.titik[0]
        lebar, tinggi = _KATA
        if rute.sisi_dari == BAWAH:
            kiri, atas = x + 10 * _PIKSEL, y - 11 * _PIKSEL
        else:
            kiri, atas = (x if rute.sisi_dari == KANAN else x - lebar), y - tinggi - _PIKSEL
        kiri = min(max(kiri, 0), self.x[-1] - lebar)
        kotak = (kiri, atas, kiri + lebar, atas + tinggi)
        teks = kata(self.bahasa, rute.kata)
        self._pasang("kata", kotak, self._kalimat("Keterangan: {teks}", teks=teks), teks)

    def _pelaksana_lain(self) -> None:
        """Boxes of further performers of a step, joined to its sign by a plain line."""
        for no, satu in enumerate(self.langkah, 1):
            urut = sorted(satu["kolom"])
            nomor = {k: self.utama[no] + i for i, k in enumerate(satu["kolom"])}
            for kiri, kanan in pairwise(urut):
                dari, ke = (nomor[kiri], KANAN), (nomor[kanan], KIRI)
                a, b = titik_sisi(self.kotak[dari[0]], KANAN), titik_sisi(self.kotak[ke[0]], KIRI)
                self._ruas(a, b, self._kalimat("Langkah {no} bersama", no=no), dari, ke, panah=False)


def _huruf(urut: int) -> str:
    return chr(65 + urut % 26) * (1 + urut // 26)


def _bertemu(a: Kotak, b: Kotak) -> bool:
    """Do two frames touch, or nearly?"""
    jarak = 3 * _PIKSEL
    return a[0] < b[2] + jarak and b[0] < a[2] + jarak and a[1] < b[3] + jarak and b[1] < a[3] + jarak
