"""The words the lint goes by, from kata.toml and ejaan.toml: lists, subjects, sources, elements, slips."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci, saran
from kinerja_xl.core.masa import BUKTI

_DI_SINI = Path(__file__).parent
_TABEL = ("daftar", "pokok", "sumber", "jenis_peraturan", "pedoman", "unsur", "kelompok")


@dataclass(frozen=True)
class Daftar:
    """A list of words with its origin."""

    nama: str
    kata: tuple[str, ...]
    rujukan: str
    bukti: str


@dataclass(frozen=True)
class Pokok:
    """Words that name what a function measures."""

    fungsi: str
    kata: tuple[str, ...]
    rujukan: str
    bukti: str


@dataclass(frozen=True)
class Sebutan:
    """A thing with its other names (a source, a kind of regulation, a group of people)."""

    nama: str
    alias: tuple[str, ...] = ()

    @property
    def semua(self) -> tuple[str, ...]:
        """All names in small letters."""
        return (self.nama.casefold(), *self.alias)


@dataclass(frozen=True)
class Pedoman:
    """The choice a ministry's guide makes for a function."""

    fungsi: str
    bidang: str
    pilihan: str
    rujukan: str
    bukti: str


@dataclass(frozen=True)
class Unsur:
    """The elements a regulation prescribes for a function, and the word each is known by."""

    fungsi: str
    daftar: tuple[str, ...]
    kunci: tuple[str, ...]
    rujukan: str
    bukti: str


@dataclass(frozen=True)
class Ejaan:
    """A wrong spelling, the right one, and the words of its surroundings it depends on."""

    salah: str
    baku: str
    bila: tuple[str, ...] = ()


@cache
def _isi() -> dict[str, tuple]:
    mentah = baca_toml(_DI_SINI / "kata.toml")
    periksa_kunci(mentah, _TABEL, (), "kata.toml")
    kelas: dict[str, type] = {"daftar": Daftar, "pokok": Pokok, "pedoman": Pedoman, "unsur": Unsur}
    hasil: dict[str, tuple] = {
        nama: tuple(jadikan(kelas.get(nama, Sebutan), satu, f"kata.toml, [[{nama}]]") for satu in mentah[nama])
        for nama in _TABEL
    }
    for nama in kelas:
        for satu in hasil[nama]:
            if satu.bukti not in BUKTI:
                raise KinerjaError(
                    f"kata.toml, [[{nama}]]: bukti '{satu.bukti}' tidak dikenal.{saran(satu.bukti, BUKTI)}"
                )
    return hasil


@cache
def kata(nama: str) -> tuple[str, ...]:
    """The words of a list."""
    daftar = {satu.nama: satu.kata for satu in _isi()["daftar"]}
    if nama not in daftar:
        raise KinerjaError(f"kata.toml: daftar '{nama}' tidak ada.{saran(nama, daftar)}")
    return daftar[nama]


def pokok() -> tuple[Pokok, ...]:
    """Subjects by function."""
    return _isi()["pokok"]


def sumber() -> tuple[Sebutan, ...]:
    """Known sources of figures."""
    return _isi()["sumber"]


def jenis_peraturan() -> tuple[Sebutan, ...]:
    """Known kinds of regulation."""
    return _isi()["jenis_peraturan"]


def pedoman() -> tuple[Pedoman, ...]:
    """Choices of ministries' guides."""
    return _isi()["pedoman"]


def unsur(fungsi: str) -> Unsur | None:
    """Prescribed elements of a function."""
    return next((satu for satu in _isi()["unsur"] if satu.fungsi == fungsi), None)


def kelompok() -> tuple[Sebutan, ...]:
    """Groups of people."""
    return _isi()["kelompok"]


@cache
def ejaan() -> tuple[Ejaan, ...]:
    """Known slips, the longest first so that a phrase wins over its words."""
    mentah = baca_toml(_DI_SINI / "ejaan.toml")
    periksa_kunci(mentah, ("ketik", "serapan", "pisah", "bersyarat"), (), "ejaan.toml")
    pasangan = [Ejaan(salah, baku) for jenis in ("ketik", "serapan", "pisah") for salah, baku in mentah[jenis]]
    pasangan += [jadikan(Ejaan, satu, "ejaan.toml, [[bersyarat]]") for satu in mentah["bersyarat"]]
    return tuple(sorted(pasangan, key=lambda e: (-len(e.salah), e.salah)))


@cache
def _pola(semua: tuple[str, ...]) -> re.Pattern[str]:
    bagian = "|".join(re.escape(satu).replace(r"\ ", r"\s+") for satu in sorted(semua, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{bagian})(?![\w-])", re.IGNORECASE)


def cari(semua: Iterable[str], teks: str) -> re.Match[str] | None:
    """The first of these words in a text, whole words only."""
    return _pola(tuple(semua)).search(teks)


def cari_semua(semua: Iterable[str], teks: str) -> list[re.Match[str]]:
    """Every occurrence of these words in a text."""
    return list(_pola(tuple(semua)).finditer(teks))
