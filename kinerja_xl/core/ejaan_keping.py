"""Pieces of a formula in any program's spelling: texts, quoted paths, brackets, words, everything else.

Every character is looked at a bounded number of times: an unclosed quote or bracket ends the search once and for all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_POLA = re.compile(
    r"(?P<kata>[A-Za-z_\\\x80-\U0010ffff][\w.\\?]*)|(?P<angka>[0-9][\w.]*)|(?P<putih>\s+)|(?P<lain>.)", re.DOTALL
)
_TANDA = {"(": "buka", ")": "tutup", "!": "seru", "@": "at"}
_AWAL_ODF = re.compile(r"\s*(?:of|oooc|msoxl):=", re.IGNORECASE)
_ACUAN_ODF = re.compile(
    r"\[(?:\$?(?P<lembar>'(?:[^'\[\]]|'')+'|[\w ]+))?\.(?P<awal>\$?[A-Z]+\$?[0-9]+)"
    r"(?::\.(?P<akhir>\$?[A-Z]+\$?[0-9]+))?\]",
    re.IGNORECASE,
)
_TEKS = re.compile(r'("[^"]*")')


class Keping(NamedTuple):
    """A piece. jenis: teks, kutip, siku, kata, angka, buka, tutup, seru, at, putih or lain."""

    jenis: str
    teks: str
    posisi: int


def pecah(rumus: str) -> list[Keping]:
    """All pieces; joined again they are the formula."""
    hasil: list[Keping] = []
    i, buntu = 0, set()
    while i < len(rumus):
        huruf, jenis, akhir = rumus[i], "", i
        if huruf in "\"'" and huruf not in buntu:
            akhir = _akhir_kutip(rumus, i)
            jenis = "teks" if huruf == '"' else "kutip"
        elif huruf == "[" and huruf not in buntu:
            akhir = _akhir_siku(rumus, i)
            jenis = "siku"
        if jenis and akhir < 0:
            buntu.add(huruf)
            jenis = ""
        if not jenis:
            cocok = _POLA.match(rumus, i)
            assert cocok is not None  # the last alternative takes any character
            akhir = cocok.end()
            jenis = _TANDA.get(huruf) or str(cocok.lastgroup)
        hasil.append(Keping(jenis, rumus[i:akhir], i))
        i = akhir
    return hasil


def _akhir_kutip(rumus: str, mulai: int) -> int:
    """Index behind a quoted piece (a doubled quote stands for one); -1 when it is never closed."""
    tanda, i = rumus[mulai], mulai + 1
    while True:
        i = rumus.find(tanda, i)
        if i < 0:
            return -1
        if rumus[i + 1 : i + 2] != tanda:
            return i + 1
        i += 2


def _akhir_siku(rumus: str, mulai: int) -> int:
    """Index behind a bracketed piece with its nested brackets; -1 when it is never closed."""
    dalam, i = 0, mulai
    while i < len(rumus):
        if rumus[i] == "[":
            dalam += 1
        elif rumus[i] == "]":
            dalam -= 1
            if not dalam:
                return i + 1
        i += 1
    return -1


def polos_odf(rumus: str) -> tuple[str, int]:
    """The expression itself: without "=", array braces or an OpenDocument prefix; and how far positions moved.

    OpenDocument references [.B5:.J24] become B5:J24 and its ";" between arguments becomes ",".
    """
    isi = rumus.strip()
    geser = rumus.find(isi) if isi else 0
    if isi.startswith("{=") and isi.endswith("}"):
        isi, geser = isi[1:-1], geser + 1
    cocok = _AWAL_ODF.match(isi)
    if not cocok:
        return (isi[1:], geser + 1) if isi.startswith("=") else (isi, geser)
    bagian = _TEKS.split(isi[cocok.end() :])
    for i in range(0, len(bagian), 2):
        bagian[i] = _ACUAN_ODF.sub(_acuan_excel, bagian[i]).replace(";", ",")
    return "".join(bagian), geser + cocok.end()


def _acuan_excel(cocok: re.Match[str]) -> str:
    lembar = f"{cocok['lembar']}!" if cocok["lembar"] else ""
    return lembar + cocok["awal"] + (f":{cocok['akhir']}" if cocok["akhir"] else "")
