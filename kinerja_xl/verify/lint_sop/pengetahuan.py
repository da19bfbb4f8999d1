"""What the lint knows besides the SOP: acts, spelling, terms, offices, documents; read from the TOML files here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.core.ketat import baca_toml, jadikan

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Kerja:
    """One kind of act. meneruskan: it passes the document on unchanged; mengolah: it should change it."""

    kode: str
    nama: str
    nama_en: str
    pola: str
    meneruskan: bool = False
    mengolah: bool = False


@dataclass(frozen=True)
class Ejaan:
    """One wrong spelling and the right one, with where we know it from."""

    tertulis: str
    baku: str
    sumber: str
    bukti: str

    @property
    def pola(self) -> re.Pattern[str]:
        """The wrong spelling as whole words, in any case."""
        return _kata(self.tertulis)


@dataclass(frozen=True)
class Istilah:
    """A superseded term and the one in force, with the regulation that changed it."""

    lama: str
    baku: str
    rujukan: str
    bukti: str


@dataclass(frozen=True)
class Kepala:
    """The title of the head of one kind of office."""

    kantor: str
    kata: tuple[str, ...]


@dataclass(frozen=True)
class Dokumen:
    """Names of the document an SOP produces. rencana: a plan, never a report."""

    sop: str
    nama: tuple[str, ...]
    rencana: bool = False


@dataclass(frozen=True)
class Keliru:
    """A correctly spelt word that means another job, when it stands beside `syarat`."""

    tertulis: str
    maksud: str
    syarat: str


@cache
def _kata(teks: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(teks)}(?!\w)".replace(r"\ ", r"\s+"), re.I)


def memuat(teks: str, kata: str) -> str:
    """The words as they stand in the text, "" when they do not."""
    cocok = _kata(kata).search(teks)
    return cocok.group() if cocok else ""


@cache
def isi(nama: str) -> dict[str, Any]:
    """One knowledge file as it is."""
    return baca_toml(_FOLDER / f"{nama}.toml")


@cache
def kerja() -> tuple[Kerja, ...]:
    """Acts, in the order they are tried."""
    return tuple(
        jadikan(Kerja, satu, f"kerja.toml, [[kerja]] ke-{n}") for n, satu in enumerate(isi("kerja")["kerja"], 1)
    )


@cache
def ejaan() -> tuple[Ejaan, ...]:
    """Wrong spellings."""
    return tuple(
        Ejaan(tertulis, baku, kelompok["sumber"], kelompok["bukti"])
        for kelompok in isi("ejaan")["kelompok"]
        for tertulis, baku in kelompok["kata"].items()
    )


def _daftar(kelas: type, kunci: str) -> tuple[Any, ...]:
    return tuple(jadikan(kelas, satu, f"nama.toml, [[{kunci}]] ke-{n}") for n, satu in enumerate(isi("nama")[kunci], 1))


@cache
def istilah() -> tuple[Istilah, ...]:
    """Superseded terms."""
    return _daftar(Istilah, "istilah")


@cache
def kepala() -> tuple[Kepala, ...]:
    """Heads of offices."""
    return _daftar(Kepala, "kepala")


@cache
def dokumen() -> tuple[Dokumen, ...]:
    """Documents by the SOP that produces them."""
    return _daftar(Dokumen, "dokumen")


@cache
def keliru() -> tuple[Keliru, ...]:
    """Words that change the meaning."""
    return _daftar(Keliru, "keliru")


@cache
def baku(teks: str) -> str:
    """The text with known wrong spellings put right."""
    for satu in ejaan():
        teks = satu.pola.sub(satu.baku, teks)
    return teks


@cache
def rapi(teks: str) -> str:
    """The text for comparing: spelling put right, one case, words only."""
    return " ".join(re.findall(r"\w+", baku(teks).casefold()))


@cache
def kerja_dari(kegiatan: str) -> Kerja | None:
    """The act a step does, by how its text begins; None when it is none we know."""
    teks = rapi(kegiatan)
    return next((satu for satu in kerja() if re.search(satu.pola, teks)), None)
