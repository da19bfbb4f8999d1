"""Spreadsheet names and addresses: what may be a defined name, and A1 notation."""

from __future__ import annotations

import re
from functools import lru_cache

MAKS_KOLOM = 16384
MAKS_BARIS = 1048576
_POLA_NAMA = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.]{0,254}\Z")
_POLA_A1 = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})\Z")
_POLA_R1C1 = re.compile(r"[Rr][0-9]*([Cc][0-9]*)?\Z|[Cc][0-9]*\Z")
_TERLARANG = {"true", "false"}


@lru_cache(maxsize=4096)
def kolom_huruf(kolom: int) -> str:
    """Letters of a 1-based column number: 1 -> A, 28 -> AB."""
    if not 1 <= kolom <= MAKS_KOLOM:
        raise ValueError(f"column out of range: {kolom}")
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def kolom_angka(huruf: str) -> int:
    """1-based column number of letters: A -> 1, AB -> 28."""
    angka = 0
    for satu in huruf.upper():
        if not "A" <= satu <= "Z":
            raise ValueError(f"not a column: {huruf!r}")
        angka = angka * 26 + ord(satu) - 64
    return angka


def alamat(baris: int, kolom: int, mutlak: bool = False) -> str:
    """A1 address of a cell; with mutlak, $A$1."""
    tanda = "$" if mutlak else ""
    return f"{tanda}{kolom_huruf(kolom)}{tanda}{baris}"


def rentang(baris1: int, kolom1: int, baris2: int, kolom2: int, mutlak: bool = False) -> str:
    """A1 address of a rectangle; one cell stays one address."""
    awal, akhir = alamat(baris1, kolom1, mutlak), alamat(baris2, kolom2, mutlak)
    return awal if awal == akhir else f"{awal}:{akhir}"


def kutip_lembar(nama: str) -> str:
    """Sheet name as it stands in a formula: always quoted, because IK5 is an address too."""
    return "'" + nama.replace("'", "''") + "'"


def mirip_alamat(teks: str) -> bool:
    """True when a spreadsheet reads the text as a cell address (A1 or R1C1 form)."""
    if _POLA_R1C1.match(teks):
        return True
    cocok = _POLA_A1.match(teks)
    if not cocok:
        return False
    return kolom_angka(cocok.group(1)) <= MAKS_KOLOM and 1 <= int(cocok.group(2)) <= MAKS_BARIS


def nama_sah(teks: str) -> bool:
    """True when the text may be a defined name or function name in every spreadsheet program."""
    return bool(_POLA_NAMA.match(teks)) and teks.lower() not in _TERLARANG and not mirip_alamat(teks)
