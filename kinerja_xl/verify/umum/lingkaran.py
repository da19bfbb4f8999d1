"""Formulas that read themselves, directly or through others: found over a graph of bounded size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja_xl.mesin.graf import Sebaran
from kinerja_xl.spec.manifest import Titik, tempat
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.umum.batas import MAKS_SEJENIS, MAKS_SISI
from kinerja_xl.verify.umum.pandang import Pandang, Rumus

_SEBUT = 6
_DIRI = Kata("ia membaca selnya sendiri", "it reads its own cell")


@dataclass
class Lingkaran:
    """temuan: a finding for every circle; titik: cells in one; penuh: the graph was searched to its end."""

    temuan: list[Temuan] = field(default_factory=list)
    titik: set[Titik] = field(default_factory=set)
    penuh: bool = True


class _Terlalu(Exception):
    """More edges than are followed."""


def lingkaran(pandang: Pandang) -> Lingkaran:
    """Circles among the formulas of a workbook (strongly connected cells)."""
    rumus = {satu.titik: satu for satu in pandang.setiap()}
    hasil, graf = Lingkaran(), _Graf(rumus)
    try:
        for ikatan in _ikatan(graf):
            if len(ikatan) > 1 or ikatan[0] in graf.anak(ikatan[0]):
                hasil.titik.update(ikatan)
                hasil.temuan.append(_temuan(rumus, ikatan))
    except _Terlalu:
        hasil.penuh = False
    hasil.temuan = hasil.temuan[:MAKS_SEJENIS]
    return hasil


class _Graf:
    """Formula cells that a formula cell reads."""

    def __init__(self, rumus: dict[Titik, Rumus]) -> None:
        self.rumus, self._sebaran, self._sisa = rumus, Sebaran(rumus), MAKS_SISI
        self._ingat: dict[tuple[str, int, int, int, int], tuple[Titik, ...]] = {}

    def anak(self, titik: Titik) -> Iterator[Titik]:
        for kotak in self.rumus[titik].kotak:
            if kotak not in self._ingat:
                self._ingat[kotak] = tuple(self._sebaran.dalam(kotak))
                self._sisa -= len(self._ingat[kotak])
            self._sisa -= len(self._ingat[kotak]) // 8
            if self._sisa < 0:
                raise _Terlalu
            yield from self._ingat[kotak]


def _ikatan(graf: _Graf) -> Iterator[list[Titik]]:
    """Tarjan's strongly connected components, without recursion."""
    nomor: dict[Titik, int] = {}
    rendah: dict[Titik, int] = {}
    tumpuk: list[Titik] = []
    di_tumpuk: set[Titik] = set()
    for akar in graf.rumus:
        if akar in nomor:
            continue
        jalan = [(akar, graf.anak(akar))]
        nomor[akar] = rendah[akar] = len(nomor)
        tumpuk.append(akar)
        di_tumpuk.add(akar)
        while jalan:
            kini, sisa = jalan[-1]
            for anak in sisa:
                if anak not in nomor:
                    nomor[anak] = rendah[anak] = len(nomor)
                    tumpuk.append(anak)
                    di_tumpuk.add(anak)
                    jalan.append((anak, graf.anak(anak)))
                    break
                if anak in di_tumpuk:
                    rendah[kini] = min(rendah[kini], nomor[anak])
            else:
                jalan.pop()
                if jalan:
                    rendah[jalan[-1][0]] = min(rendah[jalan[-1][0]], rendah[kini])
                if rendah[kini] == nomor[kini]:
                    isi = [tumpuk.pop()]
                    while isi[-1] != kini:
                        isi.append(tumpuk.pop())
                    di_tumpuk.difference_update(isi)
                    yield isi


def _temuan(rumus: dict[Titik, Rumus], ikatan: list[Titik]) -> Temuan:
    urut = sorted(ikatan)
    sebut = ", ".join(tempat(titik) for titik in urut[:_SEBUT])
    lebih = len(urut) - _SEBUT
    daftar = Kata(
        sebut + (f" dan {lebih} sel lain" if lebih > 0 else ""),
        sebut + (f" and {lebih} more cells" if lebih > 0 else ""),
    )
    daftar = Kata(f"{daftar} saling membaca", f"{daftar.en} read one another") if len(urut) > 1 else _DIRI
    mungkin = any(rumus[titik].bentuk.bersyarat for titik in ikatan)
    return buat("RMS-20", urut[0], "", "peringatan" if mungkin else None, daftar=daftar, jumlah=len(urut),
                rumus=f"={(rumus[urut[0]].sel.rumus or '')[:200]}")  # fmt: skip
