"""Shared formulas: the master's text cut at its relative references, written out for every follower."""

from __future__ import annotations

import re

from kinerja_xl.core.nama import MAKS_BARIS, MAKS_KOLOM, kolom_angka
from kinerja_xl.read.acuan import KOLOM

_HURUF: list[str] = ["", *KOLOM]
_POTONG = re.compile(
    r"""(?P<teks>"[^"]*"|'[^']*')|(?P<nama>[A-Za-z_\\$\x80-\U0010ffff][A-Za-z0-9_.\\?$\x80-\U0010ffff]*)"""
    r"""|(?P<angka>[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?)|(?P<siku>\[)|(?P<lain>.)""",
    re.DOTALL,
)
_SEL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})")
_KOLOM = re.compile(r"(\$?)([A-Za-z]{1,3})")
_BARIS = re.compile(r"(\$?)([1-9][0-9]{0,6})")

Acuan = tuple[bool, int, bool, int]
"""Column fixed, column, row fixed, row; 0 = this half does not exist (whole rows, whole columns)."""


def akhir_siku(teks: str, mulai: int) -> int:
    """Index behind the bracket that closes the one at mulai; -1 when none does."""
    dalam, posisi = 0, mulai
    while posisi < len(teks):
        huruf = teks[posisi]
        if huruf == "'" and dalam > 0:
            posisi += 1
        elif huruf == "[":
            dalam += 1
        elif huruf == "]":
            dalam -= 1
            if not dalam:
                return posisi + 1
        posisi += 1
    return -1


class RumusInduk:
    """A master formula that can be written out for a cell so many rows and columns away."""

    def __init__(self, teks: str) -> None:
        self.teks = teks
        self._potong: list[str | Acuan] | None = None

    @property
    def terbelah(self) -> bool:
        """True once the text has been cut: the costly step, done for the first follower only."""
        return self._potong is not None

    def salin(self, baris: int, kolom: int) -> str:
        """Formula text of the cell `baris` rows below and `kolom` columns right of the master."""
        if not baris and not kolom:
            return self.teks
        if self._potong is None:
            self._potong = _belah(self.teks)
        return "".join(p if isinstance(p, str) else _geser(p, baris, kolom) for p in self._potong)


def _belah(teks: str) -> list[str | Acuan]:
    """Literal pieces and references, in order."""
    keping: list[tuple[str, str]] = []
    posisi = 0
    while posisi < len(teks):
        cocok = _POTONG.match(teks, posisi)
        if cocok is None:  # cannot be: the last alternative takes any character
            break
        jenis, akhir = str(cocok.lastgroup), cocok.end()
        if jenis == "siku":
            akhir = akhir_siku(teks, posisi)
            akhir = len(teks) if akhir < 0 else akhir
        keping.append((jenis, teks[posisi:akhir]))
        posisi = akhir
    hasil: list[str | Acuan] = []
    for i, (_, teks_keping) in enumerate(keping):
        acuan = _acuan(keping, i)
        if acuan is None and hasil and isinstance(hasil[-1], str):
            hasil[-1] += teks_keping
        else:
            hasil.append(acuan or teks_keping)
    return hasil


def _acuan(keping: list[tuple[str, str]], i: int) -> Acuan | None:
    """The reference at piece i, None when it is a name, a function, a sheet or a number."""
    jenis, teks = keping[i]
    sesudah = keping[i + 1][1] if i + 1 < len(keping) else ""
    if jenis not in ("nama", "angka") or sesudah[:1] in ("(", "!", "["):
        return None
    cocok = _SEL.fullmatch(teks)
    if jenis == "nama" and cocok:
        kolom, baris = kolom_angka(cocok[2]), int(cocok[4])
        if kolom <= MAKS_KOLOM and baris <= MAKS_BARIS:
            return cocok[1] == "$", kolom, cocok[3] == "$", baris
        return None
    for pola in (_KOLOM, _BARIS):
        cocok = pola.fullmatch(teks)
        if cocok and _berpasangan(keping, i, pola):
            angka = kolom_angka(cocok[2]) if pola is _KOLOM else int(cocok[2])
            if angka <= (MAKS_KOLOM if pola is _KOLOM else MAKS_BARIS):
                tetap = cocok[1] == "$"
                return (tetap, angka, False, 0) if pola is _KOLOM else (False, 0, tetap, angka)
    return None


def _berpasangan(keping: list[tuple[str, str]], i: int, pola: re.Pattern[str]) -> bool:
    """True when piece i is one end of A:C or 1:3, not of the sheets Jan:Mar!A1."""
    for titik, lain in ((i + 1, i + 2), (i - 1, i - 2)):
        if not (0 <= titik < len(keping) and 0 <= lain < len(keping)) or keping[titik][1] != ":":
            continue
        kanan = max(i, lain)
        lembar = kanan + 1 < len(keping) and keping[kanan + 1][1] == "!"
        if pola.fullmatch(keping[lain][1]) and not lembar:
            return True
    return False


def _geser(acuan: Acuan, baris: int, kolom: int) -> str:
    """Reference moved by an offset; #REF! when it leaves the grid."""
    kolom_tetap, k, baris_tetap, b = acuan
    if k and not kolom_tetap:
        k += kolom
        if not 1 <= k <= MAKS_KOLOM:
            return "#REF!"
    if b and not baris_tetap:
        b += baris
        if not 1 <= b <= MAKS_BARIS:
            return "#REF!"
    huruf = ("$" if kolom_tetap else "") + _HURUF[k] if acuan[1] else ""
    return huruf + (("$" if baris_tetap else "") + str(b) if acuan[3] else "")
