"""A formula as a tree. References are numbered slots, so that formulas of one shape share one tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.nama import Keping, Kotak, acuan, keping

Pohon = tuple[Any, ...]
"""("angka", 1.0) ("teks", "a") ("logika", True) ("galat", "#N/A") ("acuan", slot) ("kosong",)
("fungsi", NAME, trees) ("dua", sign, tree, tree) ("minus", tree) ("persen", tree)"""

_TINGKAT = {
    "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
}  # fmt: skip
_GANDA = {("<", ">"): "<>", ("<", "="): "<=", (">", "="): ">="}


class TidakTerurai(KinerjaError):
    """The formula uses something this reader does not know; another engine takes it."""


@dataclass(frozen=True)
class Bentuk:
    """A formula without its places: key, tree and the rows x columns of each slot."""

    kunci: str
    pohon: Pohon
    slot: tuple[tuple[int, int], ...]


def pisah(rumus: str, lembar: str) -> tuple[str, tuple[Kotak, ...]]:
    """The shape of a formula (without names) as a text, and the areas its slots stand for."""
    deret = keping(rumus)
    rujukan = acuan(rumus, lembar)
    bagian, kotak, i = [], [], 0
    for satu, mulai, akhir in rujukan:
        bagian += [k.teks for k in deret[i:mulai]]
        _, b1, k1, b2, k2 = satu
        bagian.append(f"\x01{b2 - b1 + 1}x{k2 - k1 + 1}\x02")
        kotak.append(satu)
        i = akhir
    bagian += [k.teks for k in deret[i:]]
    return "".join(bagian), tuple(kotak)


@lru_cache(maxsize=4096)
def bentuk(kunci: str) -> Bentuk:
    """The tree of a shape. Raises TidakTerurai."""
    deret: list[Keping] = []
    slot: list[tuple[int, int]] = []
    for ke, potong in enumerate(kunci.split("\x01")):
        if ke:
            luas, _, potong = potong.partition("\x02")
            baris, _, kolom = luas.partition("x")
            slot.append((int(baris), int(kolom)))
            deret.append(Keping("slot", str(ke - 1)))
        deret += [k for k in keping(potong) if k.jenis != "putih"]
    pembaca = _Pembaca(_satukan(deret))
    pohon = pembaca.ungkapan(1)
    if pembaca.i != len(pembaca.deret):
        raise TidakTerurai(f"rumus tidak terurai di '{pembaca.deret[pembaca.i].teks}'")
    return Bentuk(kunci, pohon, tuple(slot))


def _satukan(deret: Sequence[Keping]) -> list[Keping]:
    """Texts with quotes inside, and signs of two letters, as one piece."""
    hasil: list[Keping] = []
    for satu in deret:
        sebelum = hasil[-1] if hasil else None
        if sebelum and satu.jenis == sebelum.jenis == "teks":
            hasil[-1] = Keping("teks", sebelum.teks + satu.teks)
        elif sebelum and satu.jenis == "lain" and (sebelum.teks, satu.teks) in _GANDA and sebelum.jenis == "lain":
            hasil[-1] = Keping("lain", _GANDA[sebelum.teks, satu.teks])
        else:
            hasil.append(satu)
    return hasil


class _Pembaca:
    """Precedence climbing over the pieces."""

    def __init__(self, deret: list[Keping]) -> None:
        self.deret = deret
        self.i = 0

    def _lihat(self) -> str:
        return self.deret[self.i].teks if self.i < len(self.deret) and self.deret[self.i].jenis == "lain" else ""

    def _harus(self, tanda: str) -> None:
        if self._lihat() != tanda:
            raise TidakTerurai(f"rumus tanpa '{tanda}' pada tempatnya")
        self.i += 1

    def ungkapan(self, tingkat: int) -> Pohon:
        """An expression whose operators bind at least so tightly."""
        kiri = self._depan()
        while (tanda := self._lihat()) in _TINGKAT and _TINGKAT[tanda] >= tingkat:
            self.i += 1
            kiri = ("dua", tanda, kiri, self.ungkapan(_TINGKAT[tanda] + 1))
        return kiri

    def _depan(self) -> Pohon:
        """Signs before a value bind tighter than any operator of two (in Excel -2^2 is 4)."""
        tanda = self._lihat()
        if tanda in ("-", "+"):
            self.i += 1
            isi = self._depan()
            return ("minus", isi) if tanda == "-" else isi
        return self._belakang(self._atom())

    def _belakang(self, isi: Pohon) -> Pohon:
        while self._lihat() == "%":
            self.i += 1
            isi = ("persen", isi)
        return isi

    def _atom(self) -> Pohon:
        if self.i >= len(self.deret):
            raise TidakTerurai("rumus berakhir di tengah")
        satu = self.deret[self.i]
        self.i += 1
        if satu.jenis == "slot":
            return ("acuan", int(satu.teks))
        if satu.jenis == "angka":
            return ("angka", float(satu.teks))
        if satu.jenis == "teks":
            return ("teks", satu.teks[1:-1].replace('""', '"'))
        if satu.jenis == "logika":
            return ("logika", satu.teks.upper() == "TRUE")
        if satu.jenis == "galat":
            return ("galat", satu.teks)
        if satu.jenis == "fungsi":
            return ("fungsi", satu.teks.upper(), self._argumen())
        if satu.teks == "(":
            isi = self.ungkapan(1)
            self._harus(")")
            return isi
        raise TidakTerurai(f"rumus memakai '{satu.teks}'")

    def _argumen(self) -> tuple[Pohon, ...]:
        self._harus("(")
        hasil: list[Pohon] = []
        if self._lihat() == ")":
            self.i += 1
            return ()
        while True:
            hasil.append(("kosong",) if self._lihat() in (",", ")") else self.ungkapan(1))
            if self._lihat() == ")":
                self.i += 1
                return tuple(hasil)
            self._harus(",")
