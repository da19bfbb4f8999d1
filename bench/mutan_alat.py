"""What operators are made of: the registry, a mutant, small helpers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from random import Random
from typing import Any

from bench.mutan_buku import Bahan
from kinerja_xl.spec.manifest import LembarM, Titik

Pilih = Callable[[list[Any]], Any]
NOL_LEBAR = "\u200b"
SIRILIK = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "i": "\u0456", "A": "\u0410", "K": "\u039a"}
SEBELUM_SAH = ("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter")


@dataclass(frozen=True)
class Mutan:
    """A changed workbook. baris, kolom: 0 = the whole column, row or sheet; nama: a defined name."""

    ubah: dict[str, Any]
    lembar: str = ""
    baris: int = 0
    kolom: int = 0
    nama: str = ""
    area: tuple[int, int] = (0, 0)  # last row and column when several cells were touched
    lembar_lain: tuple[str, ...] = field(default=())


Cara = Callable[[Random, Bahan, Pilih], "Mutan | None"]
CARA: dict[str, tuple[str, Cara]] = {}


def cara(nama: str, sasaran: str) -> Callable[[Cara], Cara]:
    """Register an operator under its name and what it touches."""

    def daftar(fungsi: Cara) -> Cara:
        CARA[nama] = sasaran, fungsi
        return fungsi

    return daftar


def di(titik: Titik, ubah: dict[str, Any]) -> Mutan:
    """A mutant of one cell."""
    return Mutan(ubah, *titik)


def rumus_bahan(bahan: Bahan, syarat: Callable[[Any], bool] = lambda _: True) -> list[Any]:
    """Formula cells whose stored result meets a condition."""
    return [s for s in bahan.sel_peran("rumus") if s[2] in bahan.sel and syarat(bahan.sel[s[2]].nilai)]


def angka(nilai: Any) -> bool:
    """A number, not a boolean."""
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)


def f(teks: str) -> str:
    """A formula element."""
    return f"<f>{escape(teks, quote=False)}</f>"


def ubah_rumus(bahan: Bahan, titik: Titik, baru: str, **lain: str) -> Mutan:
    """A mutant whose formula is another one."""
    return di(titik, bahan.ganti((titik, {"f": f(baru), **lain})))


def teks_rumus(bahan: Bahan, titik: Titik) -> str:
    """The formula of a cell."""
    return bahan.sel[titik].rumus or ""


def tampak(bahan: Bahan) -> list[LembarM]:
    """Visible sheets that hold something."""
    return [m for m in bahan.manifest.lembar if m.keadaan == "visible" and m.sel]


def teks_lembar(bahan: Bahan, lembar: str) -> str:
    """The part of a sheet."""
    return bahan.teks(bahan.lembar[lembar])


def sisip(bahan: Bahan, lembar: str, xml: str, sebelum: tuple[str, ...]) -> str:
    """The sheet part with an element put before the first of these elements."""
    teks = bahan.teks(bahan.lembar[lembar])
    letak = [teks.index(f"<{n}") for n in sebelum if f"<{n}" in teks]
    di_sini = min(letak) if letak else teks.index("</worksheet>")
    return teks[:di_sini] + xml + teks[di_sini:]
