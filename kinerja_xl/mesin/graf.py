"""Dependency graph of a manifest: proof that no formula reads itself, order of evaluation, inputs behind a result."""

from __future__ import annotations

import weakref
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.nama import Kotak, ganti_nama, pendahulu
from kinerja_xl.spec.manifest import Manifest, Titik, tempat

Simpul = Titik | Kotak  # a formula cell (3 parts) or a range that formulas read (5 parts)
_SIMPAN: dict[int, tuple[weakref.ref[Manifest], Graf]] = {}


class Sebaran:
    """Cells by sheet, column and row: which of them lie in a range."""

    def __init__(self, titik: Iterable[Titik]) -> None:
        self._baris: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for lembar, b, k in sorted(titik):
            self._baris[lembar][k].append(b)

    def dalam(self, kotak: Kotak) -> Iterator[Titik]:
        """Cells inside a range, by column, then row."""
        lembar, b1, k1, b2, k2 = kotak
        kolom = self._baris.get(lembar, {})
        for k in sorted(k for k in kolom if k1 <= k <= k2):
            deret = kolom[k]
            for b in deret[bisect_left(deret, b1) : bisect_right(deret, b2)]:
                yield lembar, b, k


class Graf:
    """Formulas of a manifest with names replaced, in an order in which each comes after what it reads."""

    def __init__(self, manifest: Manifest) -> None:
        nama = {k.lower(): v for k, v in manifest.nama.items()}
        asli = {(lembar.nama, sel.baris, sel.kolom): sel.rumus for lembar, sel in manifest.setiap("rumus")}
        self._lembar = {satu.nama for satu in manifest.lembar}
        self.langsung: dict[Titik, tuple[Kotak, ...]] = {}
        mentah: dict[Titik, str] = {}
        for titik, rumus in asli.items():
            mentah[titik], self.langsung[titik] = self._baca(titik, rumus, nama)
        self._rumus = Sebaran(asli)
        self._isian = Sebaran((lb.nama, s.baris, s.kolom) for lb, s in manifest.setiap("isian"))
        self._urutan_lembar = {satu.nama: ke for ke, satu in enumerate(manifest.lembar)}
        self._dibaca: dict[Kotak, tuple[Titik, ...]] = {}
        self.urutan: tuple[Titik, ...] = tuple(self._urut(asli))
        self.polos: Mapping[Titik, str] = {titik: mentah[titik] for titik in self.urutan}

    def _baca(self, titik: Titik, rumus: str, nama: Mapping[str, str]) -> tuple[str, tuple[Kotak, ...]]:
        try:
            polos = ganti_nama(rumus, nama)
            kotak = tuple(pendahulu(polos, titik[0]))
        except KinerjaError as salah:
            raise KinerjaError(f"{tempat(titik)}: {salah.pesan}") from salah
        for satu in kotak:
            if satu[0] not in self._lembar:
                raise KinerjaError(f"{tempat(titik)}: rumus menyebut lembar '{satu[0]}' yang tidak ada")
        return polos, kotak

    def rumus_dalam(self, kotak: Kotak) -> tuple[Titik, ...]:
        """Formula cells inside a range."""
        if kotak not in self._dibaca:
            self._dibaca[kotak] = tuple(self._rumus.dalam(kotak))
        return self._dibaca[kotak]

    def _anak(self, simpul: Simpul) -> tuple[Simpul, ...]:
        return self.langsung[simpul] if len(simpul) == 3 else self.rumus_dalam(simpul)

    def _urut(self, mulai: Iterable[Titik]) -> Iterator[Titik]:
        """Depth first without recursion; a cell met again on its own path is a circle."""
        selesai: set[Simpul] = set()
        for akar in mulai:
            if akar in selesai:
                continue
            jalan: dict[Simpul, Iterator[Simpul]] = {akar: iter(self._anak(akar))}
            while jalan:
                kini, sisa = next(reversed(jalan.items()))
                anak = next((a for a in sisa if a not in selesai), None)
                if anak is None:
                    del jalan[kini]
                    selesai.add(kini)
                    if len(kini) == 3:
                        yield kini
                elif anak in jalan:
                    raise _lingkaran(list(jalan), anak)
                else:
                    jalan[anak] = iter(self._anak(anak))

    def sebagian(self, titik: Iterable[Titik]) -> dict[Titik, str]:
        """The formulas that the given cells need, themselves included, in order of evaluation."""
        return {t: self.polos[t] for t in self._urut(t for t in titik if t in self.polos)}

    def tetangga(self, titik: Titik) -> tuple[dict[Titik, int], tuple[Titik, ...]]:
        """What a formula reads itself: input cells with the size of the range they are read in, and formula cells."""
        isian: dict[Titik, int] = {}
        rumus: dict[Titik, None] = {}
        for kotak in self.langsung.get(titik, ()):
            luas = (kotak[3] - kotak[1] + 1) * (kotak[4] - kotak[2] + 1)
            isian.update({t: min(luas, isian.get(t, luas)) for t in self._isian.dalam(kotak)})
            rumus.update(dict.fromkeys(self.rumus_dalam(kotak)))
        return isian, tuple(rumus)

    @cached_property
    def _pembaca(self) -> dict[Titik, list[Titik]]:
        hasil: dict[Titik, list[Titik]] = defaultdict(list)
        for satu in self.urutan:
            for lembar, b1, k1, b2, k2 in self.langsung[satu]:
                if (b1, k1) == (b2, k2):
                    hasil[lembar, b1, k1].append(satu)
        return hasil

    def pembaca(self, titik: Titik) -> tuple[Titik, ...]:
        """Formula cells that read this cell by itself, not as one of a range."""
        return tuple(self._pembaca.get(titik, ()))

    def isian_pendahulu(self, titik: Titik) -> list[Titik]:
        """Input cells that a formula depends on, directly or through others, in sheet, row, column order."""
        kotak = {k for t in self.sebagian([titik]) for k in self.langsung[t]}
        isian = {t for k in kotak for t in self._isian.dalam(k)}
        return sorted(isian, key=lambda t: (self._urutan_lembar[t[0]], t[1], t[2]))


def _lingkaran(jalan: list[Simpul], ulang: Simpul) -> KinerjaError:
    sel = [s for s in jalan[jalan.index(ulang) :] if len(s) == 3]
    sebutan = [tempat(s) for s in sel]
    return KinerjaError(f"rumus berputar (membaca dirinya sendiri): {' -> '.join([*sebutan, sebutan[0]])}", sel=sel)


def graf(manifest: Manifest) -> Graf:
    """The graph of a manifest, built once; raises KinerjaError naming the cells of a circle."""
    ada = _SIMPAN.get(id(manifest))
    if ada is not None and ada[0]() is manifest:
        return ada[1]
    kunci = id(manifest)
    hasil = Graf(manifest)
    _SIMPAN[kunci] = (weakref.ref(manifest, lambda _: _SIMPAN.pop(kunci, None)), hasil)
    return hasil


def isian_pendahulu(manifest: Manifest, titik: Titik) -> list[Titik]:
    """Input cells that the formula at `titik` depends on."""
    return graf(manifest).isian_pendahulu(titik)
