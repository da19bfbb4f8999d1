"""Formula text: tokens, defined names replaced by their addresses, the ranges and functions a formula mentions.

One linear scan; each token is matched once, so a hostile text costs no more than an honest one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka, mirip_alamat

Kotak = tuple[str, int, int, int, int]  # sheet, first row, first column, last row, last column

_POLA = re.compile(
    r"""(?P<teks>"[^"]*")
    |(?P<lembar>'[^']*'(?:'[^']*')*!|[A-Za-z_][A-Za-z0-9_.]*!)
    |(?P<acuan>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?![A-Za-z0-9_.(]))
    |(?P<kata>[A-Za-z_\\][A-Za-z0-9_.]*)
    |(?P<angka>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)
    |(?P<galat>\#[A-Z0-9/]+[!?]?)
    |(?P<putih>\s+)
    |(?P<lain>.)""",
    re.VERBOSE | re.DOTALL,
)
_SEL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LOGIKA = ("TRUE", "FALSE")


class Keping(NamedTuple):
    """A piece of a formula. jenis: teks, lembar, acuan, fungsi, nama, logika, angka, galat, putih or lain."""

    jenis: str
    teks: str


_keping = lru_cache(maxsize=50000)(Keping)  # the same few pieces stand in thousands of formulas


@lru_cache(maxsize=20000)
def keping(rumus: str) -> tuple[Keping, ...]:
    """The pieces of a formula (without leading "="); joined again they are the formula."""
    hasil = []
    for cocok in _POLA.finditer(rumus):
        jenis, teks = str(cocok.lastgroup), cocok.group()
        if jenis == "acuan" and not mirip_alamat(teks.replace("$", "")):
            jenis = "kata"
        if jenis == "kata":
            jenis = _jenis_kata(teks, rumus[cocok.end() : cocok.end() + 1])
        hasil.append(_keping(jenis, teks))
    return tuple(hasil)


def _jenis_kata(teks: str, sesudah: str) -> str:
    if sesudah == "(":
        return "fungsi"
    return "logika" if teks.upper() in _LOGIKA else "nama"


def fungsi_dipakai(rumus: str) -> frozenset[str]:
    """Names of the functions a formula calls, in capitals."""
    return frozenset(k.teks.upper() for k in keping(rumus) if k.jenis == "fungsi")


def nama_dipakai(rumus: str) -> tuple[str, ...]:
    """Defined names a formula mentions, as written, each once."""
    semua = [k.teks for i, k in enumerate(keping(rumus)) if _berdiri_sendiri(keping(rumus), i)]
    return tuple(dict.fromkeys(semua))


def ganti_nama(rumus: str, nama: Mapping[str, str]) -> str:
    """The formula with every defined name replaced by its address. nama: lower-case name -> address."""
    if not _bernama(rumus):
        return rumus
    deret = keping(rumus)
    hasil = []
    for i, satu in enumerate(deret):
        if _berdiri_sendiri(deret, i):
            if satu.teks.lower() not in nama:
                raise KinerjaError(f"rumus menyebut nama '{satu.teks}' yang tidak ada", nama=satu.teks)
            hasil.append(nama[satu.teks.lower()])
        else:
            hasil.append(satu.teks)
    return "".join(hasil)


@lru_cache(maxsize=20000)
def _bernama(rumus: str) -> bool:
    return any(k.jenis == "nama" for k in keping(rumus))


def _berdiri_sendiri(deret: tuple[Keping, ...], i: int) -> bool:
    """Is piece i a defined name of the workbook (not one behind a sheet)?"""
    return deret[i].jenis == "nama" and (i == 0 or deret[i - 1].jenis != "lembar")


def buka_kutip(lembar: str) -> str:
    """Sheet name of a prefix such as 'D a''s'! or Data!."""
    isi = lembar.removesuffix("!")
    return isi[1:-1].replace("''", "'") if isi.startswith("'") else isi


def pendahulu(rumus: str, lembar: str, nama: Mapping[str, str] | None = None) -> list[Kotak]:
    """Ranges a formula on sheet `lembar` reads, in order of mention, each once.

    nama: lower-case defined name -> address; without it the formula may not use names.
    """
    return list(_pendahulu(ganti_nama(rumus, nama or {}), lembar))


def tanpa_nama(rumus: str, lembar: str, nama: Mapping[str, str]) -> tuple[str, tuple[Kotak, ...]]:
    """The formula with its names replaced, and the ranges it reads (see `ganti_nama`, `pendahulu`), in one reading."""
    polos = ganti_nama(rumus, nama)
    if polos is rumus:
        return polos, _pendahulu(rumus, lembar)
    deret = keping(rumus)
    if any(k.teks == ":" for k in deret):  # a range may begin or end at a name
        return polos, _pendahulu(polos, lembar)
    biasa = {mulai: kotak for kotak, mulai, _ in acuan(rumus, lembar)}
    semua: dict[Kotak, None] = {}
    for i in range(len(deret)):
        if i in biasa:
            semua[biasa[i]] = None
        elif _berdiri_sendiri(deret, i):
            semua.update(dict.fromkeys(_pendahulu(nama[deret[i].teks.lower()], lembar)))
    return polos, tuple(semua)


@lru_cache(maxsize=20000)
def _pendahulu(polos: str, lembar: str) -> tuple[Kotak, ...]:
    return tuple(dict.fromkeys(kotak for kotak, _, _ in acuan(polos, lembar)))


def acuan(rumus: str, lembar: str) -> list[tuple[Kotak, int, int]]:
    """Every reference of a formula without names: range, and its pieces from..to (exclusive) in keping(rumus)."""
    deret, hasil, i = keping(rumus), [], 0
    while i < len(deret):
        mulai, milik = i, lembar
        if deret[i].jenis == "lembar":
            milik, i = buka_kutip(deret[i].teks), i + 1
            if i >= len(deret) or deret[i].jenis != "acuan":
                raise KinerjaError(f"rumus memakai acuan yang tidak dikenal sesudah '{deret[mulai].teks}'")
        if deret[i].jenis == "acuan":
            awal = _titik(deret[i].teks)
            akhir = awal
            if deret[i + 1 : i + 2] == (Keping("lain", ":"),) and deret[i + 2 : i + 3]:
                if deret[i + 2].jenis != "acuan":
                    raise KinerjaError(f"rumus memakai rentang yang tidak dikenal: '{rumus[:80]}'")
                akhir, i = _titik(deret[i + 2].teks), i + 2
            hasil.append((_kotak(milik, awal, akhir), mulai, i + 1))
        i += 1
    return hasil


def _titik(teks: str) -> tuple[int, int]:
    cocok = _SEL.fullmatch(teks)
    assert cocok is not None
    return int(cocok[2]), kolom_angka(cocok[1])


def _kotak(lembar: str, awal: tuple[int, int], akhir: tuple[int, int]) -> Kotak:
    (b1, k1), (b2, k2) = awal, akhir
    return lembar, min(b1, b2), min(k1, k2), max(b1, b2), max(k1, k2)
