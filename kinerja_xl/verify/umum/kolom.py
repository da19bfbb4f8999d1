"""Columns of a sheet as people see them: runs of filled cells below a heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_xl.read.buku import Lembar, Sel

NOMOR_KEPALA = 60
_NAIK = 4  # rows that are searched upward for a heading


@dataclass(frozen=True)
class Kolom:
    """Filled cells one below the other. judul: the texts above them (headings may take several rows)."""

    lembar: Lembar
    kolom: int
    sel: tuple[Sel, ...]
    judul: str

    @property
    def angka(self) -> list[Sel]:
        """The numbers typed here."""
        return [s for s in self.sel if s.jenis == "n" and s.rumus is None]


def setiap_kolom(lembar: Lembar) -> Iterator[Kolom]:
    """Every run of at least two filled cells, left to right, top to bottom; the heading texts are not part of it."""
    menurut: dict[int, list[Sel]] = defaultdict(list)
    for titik in sorted(lembar.sel):
        sel = lembar.sel[titik]
        if sel.rumus is not None or sel.nilai not in (None, ""):
            menurut[titik[1]].append(sel)
    for kolom in sorted(menurut):
        for deret in _putus(menurut[kolom]):
            badan = _tanpa_kepala(deret)
            if len(badan) > 1:
                yield Kolom(lembar, kolom, tuple(badan), _judul(lembar, badan[0], kolom))


def _putus(semua: list[Sel]) -> Iterator[list[Sel]]:
    deret: list[Sel] = []
    for sel in semua:
        if deret and sel.baris != deret[-1].baris + 1:
            yield deret
            deret = []
        deret.append(sel)
    if deret:
        yield deret


def _tanpa_kepala(deret: list[Sel]) -> list[Sel]:
    """Without the texts at the top, when anything but text follows."""
    ke = next((i for i, s in enumerate(deret) if s.rumus is not None or s.jenis in "nb"), 0)
    if ke == 0 or ke > _NAIK:
        return deret
    from kinerja_xl.verify.tulisan import angka_teks

    while ke and (teks := angka_teks(str(deret[ke - 1].nilai))) is not None and not 0 < teks.nilai <= NOMOR_KEPALA:
        ke -= 1  # a number as text belongs to the body, unless it numbers the column
    return deret[ke:]


def _judul(lembar: Lembar, pertama: Sel, kolom: int) -> str:
    kata = []
    for naik in range(1, _NAIK + 1):
        atas = lembar.sel.get((pertama.baris - naik, kolom))
        if atas is not None and atas.jenis == "s" and atas.rumus is None and str(atas.nilai).strip():
            kata.append(" ".join(str(atas.nilai).split()))
        elif kata:
            break
    return " ".join(reversed(kata)).casefold()[:200]
