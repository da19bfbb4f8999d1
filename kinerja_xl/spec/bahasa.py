"""The languages of a workbook: one catalogue a language, templates/bahasa/<kode>/*.toml, Indonesian text -> its twin.

Tables of a catalogue file:
  [teks]    labels, titles, help, messages, sheet names; also texts in formulas unless [rumus] or [kata] has them
  [rumus]   texts that stand in formulas only
  [potong]  pieces of a formula, replaced as they are written (month names of a date)
  [kata]    words that stay Indonesian: those of choice lists and of the rule book's answers; with their meaning
  [istilah] official terms and short forms, with their meaning
  [daftar.<jenis>]  fixed lists of one document kind, where a word of [kata] is a mere label

Words of [kata] never change, so that data, functions and checks are the same in every language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, periksa_kunci, saran
from kinerja_xl.data import templates

BAWAAN = "id"
KUNCI = "bahasa"  # in the context of a workbook; absent for Indonesian
KAMUS = "kamus"  # in the info of a context: fingerprint of the catalogue
_BAGIAN = ("teks", "rumus", "potong", "kata", "istilah")
_KUTIP = re.compile(r"'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"")


@dataclass(frozen=True)
class Katalog:
    """All tables of a language."""

    teks: Mapping[str, str]
    rumus: Mapping[str, str]
    potong: Mapping[str, str]
    kata: Mapping[str, str]
    istilah: Mapping[str, str]
    daftar: Mapping[str, Mapping[str, str]]

    def label(self, teks: str) -> str:
        """A text that a person reads; what an office wrote is not in the catalogue and stays."""
        return self.teks.get(teks, teks)

    def literal(self, teks: str) -> str:
        """A text in a formula, or the result a colour waits for."""
        if teks in self.kata:
            return teks
        return self.rumus.get(teks) or self.teks.get(teks, teks)

    def formula(self, rumus: str) -> str:
        """An Excel expression with its texts translated; sheet names between single quotes are left alone."""
        for asli, baru in self.potong.items():
            rumus = rumus.replace(asli, baru)
        return _KUTIP.sub(lambda m: m.group() if m.group(1) is None else f'"{self._dalam(m.group(1))}"', rumus)

    def _dalam(self, isi: str) -> str:
        return self.literal(isi.replace('""', '"')).replace('"', '""')


def literal_rumus(rumus: str) -> Iterator[str]:
    """Texts of an Excel expression."""
    for cocok in _KUTIP.finditer(rumus):
        if cocok.group(1) is not None:
            yield cocok.group(1).replace('""', '"')


@cache
def bahasa_tersedia() -> tuple[str, ...]:
    """Languages a workbook may have, Indonesian first."""
    return (BAWAAN, *sorted(p.name for p in (templates() / KUNCI).iterdir() if p.is_dir()))


def periksa_bahasa(bahasa: str) -> str:
    """The language itself; an unknown one is an error."""
    if bahasa not in bahasa_tersedia():
        raise KinerjaError(f"bahasa '{bahasa}' tidak ada.{saran(bahasa, bahasa_tersedia())}")
    return bahasa


def bahasa_konteks(konteks: Mapping[str, object]) -> str:
    """The language a stored context asks for. The context comes with a file and may hold anything."""
    bahasa = konteks.get(KUNCI, BAWAAN)
    if not isinstance(bahasa, str):
        raise KinerjaError("bahasa dalam konteks bukan teks")
    return periksa_bahasa(bahasa)


@cache
def katalog(bahasa: str) -> Katalog:
    """The catalogue of a language; an entry stands in one file only."""
    periksa_bahasa(bahasa)
    isi: dict[str, dict[str, str]] = {nama: {} for nama in _BAGIAN}
    daftar: dict[str, dict[str, str]] = {}
    if bahasa != BAWAAN:
        for berkas in sorted((templates() / KUNCI / bahasa).glob("*.toml")):
            data = baca_toml(berkas)
            periksa_kunci(data, (), (*_BAGIAN, "daftar"), berkas.name)
            daftar.update(data.pop("daftar", {}))
            for bagian, tabel in data.items():
                if kembar := sorted(set(tabel) & set(isi[bagian])):
                    raise KinerjaError(f"{berkas.name}, [{bagian}]: '{kembar[0]}' sudah ada di berkas lain")
                isi[bagian].update(tabel)
    return Katalog(**isi, daftar=daftar)


@cache
def sidik_kamus(bahasa: str) -> str:
    """Fingerprint of a catalogue: a workbook laid out with other texts is told from a changed one."""
    k = katalog(bahasa)
    isi = [sorted(tabel.items()) for tabel in (k.teks, k.rumus, k.potong, k.kata, k.istilah)]
    isi += [[(jenis, str(sorted(tabel.items())))] for jenis, tabel in sorted(k.daftar.items())]
    return sha256(json.dumps(isi, ensure_ascii=False).encode()).hexdigest()[:12]


def info_bahasa(bahasa: str) -> dict[str, str]:
    """What the info of a context says about its texts; nothing for Indonesian, whose texts are the template's own."""
    return {} if bahasa == BAWAAN else {KAMUS: sidik_kamus(bahasa)}


def teks_sekarang(konteks: Mapping[str, object]) -> bool:
    """Was this context laid out with the texts in force?"""
    bahasa, info = bahasa_konteks(konteks), konteks.get("info")
    return bahasa == BAWAAN or not isinstance(info, Mapping) or info.get(KAMUS) == sidik_kamus(bahasa)


def kata(bahasa: str, teks: str) -> str:
    """A text of the program itself (a status, a heading it draws) in the language of the workbook."""
    return teks if bahasa == BAWAAN else katalog(bahasa).label(teks)
