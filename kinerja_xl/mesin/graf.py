"""Dependency graph of a manifest: proof that no formula reads itself, order of evaluation, inputs behind a result."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.nama import Kotak, tanpa_nama
from kinerja_xl.mesin.simpanan import Simpanan
from kinerja_xl.spec.manifest import LembarM, Manifest, Titik, tempat

Simpul = Titik | Kotak  # a formula cell (3 parts) or a range that formulas read (5 parts)
_BACAAN: Simpanan[LembarM, Mapping[Titik, tuple[str, tuple[Kotak, ...]]]] = Simpanan()
_GRAF: Simpanan[Manifest, Graf] = Simpanan()


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
        self._lembar = {satu.nama for satu in manifest.lembar}
        self.langsung: dict[Titik, tuple[Kotak, ...]] = {}
        mentah: dict[Titik, str] = {}
        for lembar in manifest.lembar:
            for titik, (polos, kotak) in self._bacaan(lembar, nama).items():
                mentah[titik], self.langsung[titik] = polos, kotak
        asli = mentah.keys()
        self._rumus = Sebaran(asli)
        self._isian = Sebaran((lb.nama, s.baris, s.kolom) for lb, s in manifest.setiap("isian"))
        self._urutan_lembar = {satu.nama: ke for ke, satu in enumerate(manifest.lembar)}
        self._dibaca: dict[Kotak, tuple[Titik, ...]] = {}
        self.urutan: tuple[Titik, ...] = tuple(self._urut(asli))
        self.polos: Mapping[Titik, str] = {titik: mentah[titik] for titik in self.urutan}

    def _bacaan(self, lembar: LembarM, nama: Mapping[str, str]) -> Mapping[Titik, tuple[str, tuple[Kotak, ...]]]:
        """Every formula of a sheet without names, with the ranges it reads."""

        def baca() -> dict[Titik, tuple[str, tuple[Kotak, ...]]]:
            rumus = [((lembar.nama, s.baris, s.kolom), s.rumus) for s in lembar.sel if s.peran == "rumus"]
            return {titik: self._baca(titik, satu, nama) for titik, satu in rumus}

        return _BACAAN.ambil(lembar, baca) if lembar.mandiri else baca()

    def _baca(self, titik: Titik, rumus: str, nama: Mapping[str, str]) -> tuple[str, tuple[Kotak, ...]]:
        try:
            polos, kotak = tanpa_nama(rumus, titik[0], nama)
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
    return _GRAF.ambil(manifest, lambda: Graf(manifest))


def isian_pendahulu(manifest: Manifest, titik: Titik) -> list[Titik]:
    """Input cells that the formula at `titik` depends on."""
    return graf(manifest).isian_pendahulu(titik)
