"""Reading a flow chart the way an eye does: where a sign stands, where a line begins and ends, what it runs through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from kinerja_xl.build.buat import susun
from kinerja_xl.spec.manifest import Bentuk, Garis, Jangkar, LembarM, Manifest
from kinerja_xl.spec.profil import berkas_contoh, muat_profil

KANTOR = ("kecamatan", "balai-kipm-2024")
TITIK, PIKSEL = 12700, 9525  # EMU in a point and in a pixel


@cache
def manifest_sop(kode: str, kantor: str = "kecamatan", tahun: int = 2025) -> Manifest:
    """The form of one SOP."""
    return susun("sop", tahun, muat_profil(berkas_contoh(kantor)), kode)[0]


def bagan(manifest: Manifest) -> LembarM:
    """The sheet with the chart."""
    return manifest.lembar_bernama["Bagan Alir"]


class Peta:
    """Coordinates on a sheet: EMU from its upper left corner."""

    def __init__(self, lembar: LembarM) -> None:
        self.lembar = lembar
        baris = max(b.akhir[2] for b in lembar.bentuk) + 1
        kolom = max(b.akhir[0] for b in lembar.bentuk) + 1
        self.x = [0, *accumulate(int(lembar.lebar.get(k, 9) * 7 + 5) * PIKSEL for k in range(1, kolom + 1))]
        self.y = [0, *accumulate(round(lembar.tinggi.get(b, 15) * TITIK) for b in range(1, baris + 1))]
        self.bentuk = {b.id: b for b in lembar.bentuk}

    def titik(self, jangkar: Jangkar) -> tuple[int, int]:
        """Place of a corner."""
        kolom, dx, baris, dy = jangkar
        return self.x[kolom - 1] + dx, self.y[baris - 1] + dy

    def kotak(self, bentuk: Bentuk) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of a sign."""
        return (*self.titik(bentuk.awal), *self.titik(bentuk.akhir))

    def ujung(self, garis: Garis) -> tuple[tuple[int, int], tuple[int, int]]:
        """Start and end of a line."""
        (x1, y1), (x2, y2) = self.titik(garis.awal), self.titik(garis.akhir)
        kiri, atas = garis.balik
        return (x2 if kiri else x1, y2 if atas else y1), (x1 if kiri else x2, y1 if atas else y2)

    def sisi(self, tempel: tuple[int, int]) -> tuple[int, int]:
        """Middle of the side a line is glued to."""
        kiri, atas, kanan, bawah = self.kotak(self.bentuk[tempel[0]])
        x, y = (kiri + kanan) // 2, (atas + bawah) // 2
        return [(x, atas), (kiri, y), (x, bawah), (kanan, y)][tempel[1]]


def jalan(lembar: LembarM) -> Iterator[tuple[Garis, ...]]:
    """Connectors: legs from one that leaves a sign to the one that enters a sign."""
    ruas: list[Garis] = []
    for satu in lembar.garis:
        ruas.append(satu)
        if satu.ke is not None:
            yield tuple(ruas)
            ruas = []
    assert not ruas


def sambungan(lembar: LembarM) -> list[tuple[str, str]]:
    """(name of the sign left, name of the sign reached) of every arrow."""
    nama = {b.id: b.nama for b in lembar.bentuk}
    return [(nama[j[0].dari[0]], nama[j[-1].ke[0]]) for j in jalan(lembar) if j[-1].panah]  # type: ignore[index]
