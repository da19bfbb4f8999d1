"""Formulas of a workbook without a manifest: each computed alone, from stored values, with our functions.

A formula is taken only when every function in it is ours or on the allow-list and every reference is a plain range
of this workbook; anything else raises KinerjaError, which says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import kinerja_xl.mesin.m_formualizer as m_formualizer
import kinerja_xl.mesin.m_formulas as m_formulas
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kutip_lembar, rentang
from kinerja_xl.functions import functions
from kinerja_xl.mesin.daftar import BOLEH
from kinerja_xl.mesin.fungsi_kita import fungsi_kita
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.nama import Keping, Kotak, acuan, fungsi_dipakai, ganti_nama, keping
from kinerja_xl.mesin.soal import Soal
from kinerja_xl.spec.manifest import Nilai, Titik

HASIL = "~hasil~"  # results stand on a sheet of their own; it has no value in column B
KOSONG = f"'{HASIL}'!$B$1"  # an argument left out is a blank cell
MAKS_LEMBAR = 64
_TANDA_ASING = frozenset("[]@#!?\\")
_RUMUS_GALAT = {"#N/A": "NA()", "#DIV/0!": "1/0"}
_RUMUS_GALAT_LAIN = '"a"*1'
_TEKS_KOSONG = '""'  # an empty text is no blank cell


@dataclass(frozen=True)
class Lepas:
    """One formula ready to be computed: qualified text, ranges it reads, our functions in it."""

    rumus: str
    kotak: tuple[Kotak, ...]
    kita: frozenset[str]

    @property
    def dibaca(self) -> int:
        """Number of cells it reads, ranges named twice counted twice."""
        return sum((b2 - b1 + 1) * (k2 - k1 + 1) for _, b1, k1, b2, k2 in self.kotak)


def siapkan(
    rumus: str, lembar: str, nama: Mapping[str, str], lembar_ada: Mapping[str, str], sel: tuple[int, int] | None = None
) -> Lepas:
    """Make a canonical formula of a sheet stand alone. Raises KinerjaError when it cannot be computed here.

    nama: lower-case defined name -> address. lembar_ada: lower-case sheet name -> its name. sel: row and column of an
    array result that is wanted.
    """
    polos = ganti_nama(rumus, nama)
    deret = keping(polos)
    asing = next((k.teks for k in deret if k.jenis in ("lain", "galat") and set(k.teks) & _TANDA_ASING), None)
    if asing is not None:
        raise KinerjaError(f"rumus memakai '{asing}'", apa=asing)
    kita = fungsi_dipakai(polos) & functions().keys()
    if lain := sorted(fungsi_dipakai(polos) - kita - BOLEH.keys()):
        raise KinerjaError(f"rumus memakai fungsi {', '.join(lain[:3])}", apa=lain[0])
    ganti: dict[int, str] = {}
    kotak: list[Kotak] = []
    for (milik, b1, k1, b2, k2), dari, sampai in acuan(polos, lembar):
        if milik.lower() not in lembar_ada:
            raise KinerjaError(f"rumus menyebut lembar '{milik}' yang tidak ada", apa=milik)
        kotak.append((lembar_ada[milik.lower()], b1, k1, b2, k2))
        alamat = kutip_lembar(kotak[-1][0]) + "!" + rentang(b1, k1, b2, k2, True)
        ganti.update(dict.fromkeys(range(dari, sampai), "") | {dari: alamat})
    teks = "".join(_isi_lubang(deret, ganti, kita))
    return Lepas(f"INDEX({teks},{sel[0]},{sel[1]})" if sel else teks, tuple(kotak), frozenset(kita))


def _isi_lubang(deret: tuple[Keping, ...], ganti: Mapping[int, str], kita: Iterable[str]) -> Iterable[str]:
    """The pieces, with a blank cell in the place of every argument of ours that was left out."""
    tumpukan: list[bool] = []
    sebelum = ""  # last piece that is no white space
    for i, satu in enumerate(deret):
        if tumpukan and tumpukan[-1] and ((satu.teks in ",)" and sebelum == ",") or (satu.teks, sebelum) == (",", "(")):
            yield KOSONG
        if satu.teks == "(":
            tumpukan.append(i > 0 and deret[i - 1].jenis == "fungsi" and deret[i - 1].teks.upper() in kita)
        elif satu.teks == ")" and tumpukan:
            tumpukan.pop()
        if satu.jenis != "putih":
            sebelum = satu.teks
        yield ganti.get(i, satu.teks)


def hitung_lepas(
    daftar: Mapping[int, Lepas], nilai: Mapping[Titik, Nilai], alasan: list[str] | None = None
) -> dict[int, Nilai]:
    """Results by number. nilai: stored values of the cells they read. alasan: gets the reasons of refusals.

    Raises KinerjaError when the engine cannot compute one of the formulas.
    """
    soal, tempat = _susun(daftar, nilai, [] if alasan is None else alasan)
    mesin = m_formualizer if m_formualizer.tersedia() else m_formulas
    hasil = mesin.hitung(soal)
    return {ke: hasil[tempat[ke]] for ke in daftar}


def hitung_toleran(
    daftar: Mapping[int, Lepas], nilai: Mapping[Titik, Nilai], kedua: bool = False
) -> tuple[dict[int, Nilai], dict[int, str]]:
    """Results by number, and the reasons for those the engine cannot compute. kedua: by the second engine."""
    soal, tempat = _susun(daftar, nilai, [], {titik: _TEKS_KOSONG for titik, isi in nilai.items() if isi == ""})
    gagal: dict[Titik, str] = {}
    mesin = m_formulas if kedua or not m_formualizer.tersedia() else m_formualizer
    hasil = mesin.hitung(soal, gagal)
    return (
        {ke: hasil[tempat[ke]] for ke in daftar if tempat[ke] in hasil},
        {ke: gagal[tempat[ke]] for ke in daftar if tempat[ke] in gagal},
    )


def cepat() -> bool:
    """Is the fast engine here?"""
    return m_formualizer.tersedia()


def dua_mesin() -> bool:
    """Are there two engines, so that one can be held against the other?"""
    return m_formualizer.tersedia() and m_formulas.tersedia()


def _susun(
    daftar: Mapping[int, Lepas],
    nilai: Mapping[Titik, Nilai],
    alasan: list[str],
    lain: Mapping[Titik, str] | None = None,
) -> tuple[Soal, dict[int, Titik]]:
    """The problem, and the place of each formula in it. lain: more formulas that stand for values."""
    lembar = {kotak[0] for satu in daftar.values() for kotak in satu.kotak} | {titik[0] for titik in nilai}
    if HASIL in lembar or len(lembar) > MAKS_LEMBAR:
        raise KinerjaError("nama atau jumlah lembar tidak dapat dipakai")
    galat = {titik: str(isi) for titik, isi in nilai.items() if isinstance(isi, GalatExcel)}
    rumus = {titik: _RUMUS_GALAT.get(isi, _RUMUS_GALAT_LAIN) for titik, isi in galat.items()}
    rumus.update(lain or {})
    tempat = {ke: (HASIL, urut, 1) for urut, ke in enumerate(daftar, 1)}
    rumus.update({tempat[ke]: satu.rumus for ke, satu in daftar.items()})
    isi = {titik: n for titik, n in nilai.items() if titik not in galat and n is not None and n != ""}
    kita = {nama for satu in daftar.values() for nama in satu.kita}
    return Soal((*sorted(lembar), HASIL), isi, rumus, fungsi_kita(kita, alasan)), tempat
