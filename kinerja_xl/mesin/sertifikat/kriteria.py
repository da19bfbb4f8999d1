"""Criteria of COUNTIF, SUMIF and their sisters: which cells of an area meet what is asked."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from kinerja_xl.mesin.sertifikat.larik import ANGKA, GALAT, KOSONG, LOGIKA, PECAHAN, RAGU, TEKS, Kosakata, Larik

Jawab = tuple[Any, Any]  # (cells, area): met, and whether that is sure
_TANDA = ("<=", ">=", "<>", "<", ">", "=")
_ANGKA = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\Z")
_SERI = 1e-12


def cocok(area: Larik, tanya: Larik, kata: Kosakata) -> Jawab:
    """For every cell the area's cells that meet its criterion. area: (1 or n, k); tanya: (n, 1)."""
    n = max(area.j.shape[0], tanya.j.shape[0])
    k = area.j.shape[1]
    j, x, t = (np.broadcast_to(satu[:, :1], (n, 1)).ravel() for satu in (tanya.j, tanya.x, tanya.t))
    unik, balik = np.unique(np.stack([j.astype(float), x, t.astype(float)]), axis=1, return_inverse=True)
    balik = balik.ravel()
    kena, pasti = np.zeros((n, k), bool), np.ones((n, k), bool)
    for ke, (jenis, angka, nomor) in enumerate(unik.T):
        baris = balik == ke
        bagian = area if area.j.shape[0] == 1 else area.dengan(j=area.j[baris], x=area.x[baris], t=area.t[baris])
        satu_kena, satu_pasti = _satu(bagian, int(jenis), float(angka), kata.teks[int(nomor)], kata)
        kena[baris], pasti[baris] = satu_kena, satu_pasti
    return kena, pasti & (area.j != RAGU)


def _satu(area: Larik, jenis: int, x: float, teks: str, kata: Kosakata) -> Jawab:
    if jenis in (GALAT, RAGU, LOGIKA):
        return np.zeros(area.j.shape, bool), np.zeros(area.j.shape, bool)
    if jenis == KOSONG:
        return _angka(area, "=", 0.0, kata)
    if jenis == ANGKA:
        return _angka(area, "=", x, kata)
    tanda = next((satu for satu in _TANDA if teks.startswith(satu)), "")
    isi = teks[len(tanda) :]
    if PECAHAN in isi:
        return np.zeros(area.j.shape, bool), np.zeros(area.j.shape, bool)
    if _ANGKA.match(isi) or (_seperti_angka(isi) and not set("*?") & set(isi)):
        return _kode(area, tanda, isi, kata)
    return _teks(area, tanda, isi, kata)


def _angka(area: Larik, tanda: str, x: float, kata: Kosakata) -> Jawab:
    """Numbers against a number. A text that spells a number may count as one: unsure."""
    nilai = area.x
    banding = {
        "=": nilai == x, "<>": nilai != x, "<": nilai < x, ">": nilai > x, "<=": nilai <= x, ">=": nilai >= x,
    }[tanda]  # fmt: skip
    angka = area.j == ANGKA
    kena = np.where(angka, banding, tanda == "<>")
    seri = angka & (nilai != x) & (np.abs(nilai - x) <= _SERI * np.maximum(np.abs(nilai), abs(x)))
    ragu = seri
    if tanda in ("=", "<>") and (area.j == TEKS).any():
        bacaan = _bacaan(f"{x:.15g}")
        ragu = ragu | ((area.j == TEKS) & kata.petakan(area.t, lambda isi: bool(_bacaan(isi) & bacaan), bool))
    return kena, ~ragu


def _kode(area: Larik, tanda: str, isi: str, kata: Kosakata) -> Jawab:
    """Digits without letters, such as 5.1.02: a number, a date or a code. Equal texts match however they are read;
    other texts do not, unless their digits are so alike that one reading makes them equal."""
    angka = _ANGKA.match(isi)
    if tanda in ("<", ">", "<=", ">="):
        if angka:
            return _angka(area, tanda, float(isi), kata)
        return np.zeros(area.j.shape, bool), np.zeros(area.j.shape, bool)
    teks = area.j == TEKS
    sama = teks & kata.petakan(area.t, lambda satu: satu == isi, bool)
    bacaan = _bacaan(isi)
    mirip = teks & ~sama & kata.petakan(area.t, lambda satu: bool(_bacaan(satu) & bacaan), bool)
    if angka:
        kena, pasti = _angka(area, "=", float(isi), kata)
        sama, mirip = sama | ((area.j == ANGKA) & kena), mirip | ((area.j == ANGKA) & ~pasti)
    else:
        mirip = mirip | (area.j == ANGKA)
    return (~sama if tanda == "<>" else sama), ~mirip


def _bacaan(isi: str) -> set[object]:
    """Ways to read a figure: its digits whatever the marks, as a number, as the parts of a date."""
    if not _seperti_angka(isi):
        return set()
    digit = "".join(h for h in isi if h.isdigit())
    bagian = re.findall(r"\d+", isi)
    hasil: set[object] = {digit.lstrip("0"), digit.strip("0")}
    if 2 <= len(bagian) <= 3 and all(len(satu) <= 4 for satu in bagian):
        hasil.add(tuple(int(satu) % 100 for satu in bagian))
    return hasil


def _seperti_angka(isi: str) -> bool:
    """Digits and no letter: a figure, a date or a time in some locale."""
    return any(huruf.isdigit() for huruf in isi) and not any(huruf.isalpha() for huruf in isi)


def _teks(area: Larik, tanda: str, isi: str, kata: Kosakata) -> Jawab:
    """Texts against a pattern without regard to letter case; "" and "=" ask for blanks in ways of their own."""
    teks = area.j == TEKS
    kosong = (area.j == KOSONG) | (teks & (area.t == 0))
    if isi == "":
        if tanda == "":
            return kosong, np.ones(area.j.shape, bool)
        if tanda in ("=", "<>"):  # "=" is met by blanks only; whether a formula's "" is one differs
            hasil = (area.j == KOSONG) if tanda == "=" else (area.j != KOSONG)
            return hasil, ~(teks & (area.t == 0))
        return np.zeros(area.j.shape, bool), np.zeros(area.j.shape, bool)
    if tanda not in ("", "=", "<>"):
        return np.zeros(area.j.shape, bool), np.zeros(area.j.shape, bool)
    pola = _pola(isi)
    sama = teks & kata.petakan(area.t, lambda satu: pola.fullmatch(satu.casefold()) is not None, bool)
    sama = sama & ~(teks & (area.t == 0)) if isi.strip("*") == "" else sama
    pasti = np.full(area.j.shape, isi.strip("*") != "")
    return (~sama if tanda == "<>" else sama), pasti


def _pola(isi: str) -> re.Pattern[str]:
    """Wildcards: * any letters, ? one letter, ~ before one of them itself. Bounded: no nesting."""
    hasil, i = [], 0
    while i < len(isi):
        huruf = isi[i]
        if huruf == "~" and isi[i + 1 : i + 2] in ("*", "?", "~"):
            i += 1
            hasil.append(re.escape(isi[i]))
        else:
            hasil.append(".*" if huruf == "*" else "." if huruf == "?" else re.escape(huruf.casefold()))
        i += 1
    return re.compile("".join(hasil), re.DOTALL)
