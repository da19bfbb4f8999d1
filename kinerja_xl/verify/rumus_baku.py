"""One spelling for formulas: two texts that a spreadsheet treats alike become the same tuple of tokens.

Programs rewrite formulas when saving: spaces, case of functions and references, quotes around sheet names,
prefixes of newer functions, TRUE(), the spelling of numbers, a range of one cell (A1:A1 is A1), a plus in front of an
operand (+A1 is A1). Dollar signs and everything else count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kinerja_xl.core.nama import kutip_lembar

Tanda = tuple[str, ...]
_ANGKA = re.compile(r"(?:\d{1,310}(?:\.\d{0,310})?|\.\d{1,310})(?:[eE][+-]?\d{1,3})?")
_KATA = re.compile(r"[\w$\\.?À-￿]+")
_GALAT = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)", re.IGNORECASE)
_ALAMAT = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}\Z|\$?[A-Z]{1,3}\Z|\$?[0-9]{1,7}\Z")
_SEL = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]{1,7}\Z")
_PEMBUKA = ("(", ",", "{", ";", "+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>")
_AWALAN = ("_XLFN._XLWS.", "_XLFN.", "_XLWS.", "_XLUDF.")


def baku(rumus: str, lembar: Mapping[str, str] | None = None) -> Tanda:
    """Tokens of a formula (without "="). lembar: lower-case sheet name -> the name it should have."""
    return _baku(rumus) if not lembar else _satu_sel(_tanpa_plus(_tanda(rumus, lembar)))


@lru_cache(maxsize=20000)
def _baku(rumus: str) -> Tanda:
    return _satu_sel(_tanpa_plus(_tanda(rumus, {})))


def _tanpa_plus(tanda: Iterable[str]) -> Tanda:
    """Without the plus signs that have nothing on their left."""
    hasil: list[str] = []
    for satu in tanda:
        if satu != "+" or (hasil and hasil[-1] not in _PEMBUKA):
            hasil.append(satu)
    return tuple(hasil)


def _satu_sel(tanda: Tanda) -> Tanda:
    """A range from a cell to itself is that cell."""
    hasil: list[str] = []
    for satu in tanda:
        if len(hasil) > 1 and hasil[-1] == ":" and hasil[-2] == satu and _SEL.match(satu):
            hasil.pop()
        else:
            hasil.append(satu)
    return tuple(hasil)


def sama(kiri: str, kanan: str, lembar: Mapping[str, str] | None = None) -> bool:
    """Do two formula texts say the same?"""
    return kiri == kanan or baku(kiri, lembar) == baku(kanan, lembar)


def _tanda(rumus: str, lembar: Mapping[str, str]) -> Iterator[str]:
    i, n = 0, len(rumus)
    while i < n:
        huruf = rumus[i]
        if huruf in " \t\r\n":
            i += 1
        elif huruf == '"':
            j = _akhir_kutip(rumus, i)
            yield rumus[i:j]
            i = j
        elif huruf == "'":
            j = _akhir_kutip(rumus, i)
            yield _nama_lembar(rumus[i + 1 : j - 1].replace("''", "'"), lembar)
            i = j
        elif (cocok := _GALAT.match(rumus, i)) is not None:
            yield cocok.group().upper()
            i = cocok.end()
        elif (cocok := _ANGKA.match(rumus, i)) is not None and not _lanjut_kata(rumus, cocok.end()):
            yield f"{float(cocok.group()):.15g}"
            i = cocok.end()
        elif (cocok := _KATA.match(rumus, i)) is not None:
            tanda, i = _kata(rumus, cocok, lembar)
            yield tanda
        else:
            dua = rumus[i : i + 2]
            yield dua if dua in ("<=", ">=", "<>") else huruf
            i += len(dua) if dua in ("<=", ">=", "<>") else 1


def _lanjut_kata(rumus: str, i: int) -> bool:
    """Does a number run on into a word (a sheet such as 2024x, a row range 1:5)?"""
    return i < len(rumus) and (rumus[i].isalpha() or rumus[i] in "_$!:")


def _kata(rumus: str, cocok: re.Match[str], lembar: Mapping[str, str]) -> tuple[str, int]:
    """A word: function, sheet, address or name, told by what follows it."""
    kata, i = cocok.group(), cocok.end()
    if rumus[i : i + 1] == "!":
        return _nama_lembar(kata, lembar), i
    besar = kata.upper()
    j = i
    while rumus[j : j + 1] == " ":
        j += 1
    if rumus[j : j + 1] == "(":
        for awalan in _AWALAN:
            besar = besar.removeprefix(awalan)
        if besar in ("TRUE", "FALSE") and (tutup := _kurung_kosong(rumus, j)):
            return besar, tutup
        return f"{besar}()", i
    if _ALAMAT.match(besar) or besar in ("TRUE", "FALSE"):
        return besar, i
    return kata.lower(), i


def _kurung_kosong(rumus: str, i: int) -> int:
    """Position after "()" with blanks inside, or 0."""
    j = i + 1
    while rumus[j : j + 1] == " ":
        j += 1
    return j + 1 if rumus[j : j + 1] == ")" else 0


def _nama_lembar(nama: str, lembar: Mapping[str, str]) -> str:
    kecil = nama.lower()
    return kutip_lembar(lembar.get(kecil, nama).lower())


def _akhir_kutip(teks: str, i: int) -> int:
    """Position after the closing quote; a text left open runs to the end."""
    tanda, j = teks[i], i + 1
    while j < len(teks):
        if teks[j] == tanda:
            if teks[j + 1 : j + 2] != tanda:
                return j + 1
            j += 1
        j += 1
    return len(teks)
