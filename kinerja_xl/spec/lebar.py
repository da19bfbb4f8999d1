"""Column widths of a sheet: those of its spec, narrowed where the page would otherwise come out too small to read."""

from __future__ import annotations

from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.spec.buku import BlokTabel
from kinerja_xl.spec.halaman import LEBAR_BAWAAN, rampingkan
from kinerja_xl.spec.letak import LetakLembar, span

_KAKU = ("angka", "bulat", "persen", "rupiah", "tanggal", "saat", "jam")


def lebar_kolom(letak: LetakLembar, kertas: str) -> dict[int, float]:
    """Width of every column of a sheet on this paper."""
    spek = letak.spek
    asli = {kolom_angka(k): float(v) for k, v in spek.lebar.items()}
    akhir = kolom_angka(spek.cetak_sampai) if spek.cetak_sampai else max(asli, default=0)
    cetak = {k: asli.get(k, LEBAR_BAWAAN) for k in range(1, akhir + 1)}
    if spek.satu_halaman or not cetak:
        return asli
    ramping = rampingkan(cetak, _kaku(letak), kertas, spek.arah, spek.lebar_halaman, spek.terkecil)
    return asli | {k: w for k, w in ramping.items() if k in asli}


def _kaku(letak: LetakLembar) -> set[int]:
    """Columns that hold numbers or dates in some table, whole under one column."""
    hasil: set[int] = set()
    for satu in letak.blok:
        for kolom in satu.blok.kolom if isinstance(satu.blok, BlokTabel) else ():
            k1, k2 = span(kolom.kolom)
            if k1 == k2 and kolom.tipe in _KAKU:
                hasil.add(k1)
    return hasil
