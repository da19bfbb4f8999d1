"""The satisfaction survey as data: unsur, questions, groups of respondents, words of survey exports.

One file, templates/survei/skm.toml, serves the workbook `ikm` and the reader of survey exports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci
from kinerja_xl.data import templates

_BUKAN_HURUF = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True)
class Unsur:
    """One of the nine. nama_lain: whole headings that mean it; kata: phrases inside longer headings."""

    kunci: str
    kode: str
    nama: str
    tanya: str
    jawaban: tuple[str, ...]
    nama_lain: tuple[str, ...] = ()
    kata: tuple[str, ...] = ()
    arti: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Kolom:
    """A column about the respondent. kelompok: the words the workbook knows; selain_itu: where other words go."""

    kunci: str
    judul: str
    nama_lain: tuple[str, ...]
    kelompok: tuple[str, ...] = ()
    arti: Mapping[str, str] = field(default_factory=dict)
    selain_itu: str = ""


@dataclass(frozen=True)
class Survei:
    """The whole file. skala: word -> answer that holds for every unsur."""

    keterangan: str
    unsur: tuple[Unsur, ...]
    kolom: tuple[Kolom, ...]
    umur: tuple[Mapping[str, Any], ...]
    skala: Mapping[str, int]

    def kolom_bernama(self, kunci: str) -> Kolom:
        """A column by its key."""
        return next(k for k in self.kolom if k.kunci == kunci)


def rapi(teks: Any) -> str:
    """A heading or an answer for comparison: small letters and digits, one blank between words."""
    return _BUKAN_HURUF.sub(" ", str(teks).casefold()).strip()


@cache
def muat_survei() -> Survei:
    """The survey data, checked."""
    data = baca_toml(templates() / "survei" / "skm.toml")
    periksa_kunci(data, {"survei", "unsur", "skala", "kolom", "umur"}, set(), "skm.toml")
    unsur = tuple(jadikan(Unsur, u, f"skm.toml, unsur ke-{n}") for n, u in enumerate(data["unsur"], 1))
    kolom = tuple(jadikan(Kolom, k, f"skm.toml, kolom ke-{n}") for n, k in enumerate(data["kolom"], 1))
    skala = {
        rapi(f"{awal} {kata}"): nilai
        for awal, nilai in data["skala"]["awalan"].items()
        for kata in data["skala"]["kata"]
    }
    return Survei(data["survei"]["keterangan"], unsur, kolom, tuple(data["umur"]), skala)
