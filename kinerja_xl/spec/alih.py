"""A workbook spec in another language: every text a person reads through the catalogue, and a page of words.

Names, keys, paths and lists of choices stay as they are, so that data, functions and checks fit every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from kinerja_xl.spec.bahasa import BAWAAN, Katalog, kata, katalog, literal_rumus
from kinerja_xl.spec.buku import (
    Blok,
    BlokBaris,
    BlokGrafik,
    BlokIsian,
    BlokKosong,
    BlokPakai,
    BlokTabel,
    BukuSpek,
    GrafikSpek,
    Isi,
    LembarSpek,
    muat_bagian,
)
from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.spec.survei import muat_survei

INFO = "Info"
KELAS = (
    "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang", "Buruk", "Kurang Baik", "Tidak Baik", "Sangat Tinggi",
    "Tinggi", "Sedang", "Rendah", "Sangat Rendah",
)  # fmt: skip
_BERKELAS = re.compile(r"_(KATEGORI|KINERJA|PREDIKAT)\(")  # functions that answer with a class
_BERKELOMPOK = "ikm_kelompok_"  # lists of groups of respondents
_LEBAR_KATA = {"A": 5.0, "B": 40.0, "C": 78.0}


_ALIH: dict[tuple[str, str], tuple[BukuSpek, BukuSpek]] = {}


def alih_buku(spek: BukuSpek, bahasa: str) -> BukuSpek:
    """The spec in the language asked for, made once for each spec; in Indonesian it is the spec itself."""
    if bahasa == BAWAAN:
        return spek
    ada = _ALIH.get((spek.jenis, bahasa))
    if ada is None or ada[0] is not spek:
        ada = _ALIH[spek.jenis, bahasa] = spek, _alih(spek, bahasa)
    return ada[1]


def _alih(spek: BukuSpek, bahasa: str) -> BukuSpek:
    kamus = katalog(bahasa)
    lembar = [_lembar(satu, kamus) for satu in spek.lembar]
    akhir = next((n for n, satu in enumerate(lembar) if satu.nama == INFO), len(lembar))
    return replace(
        spek, judul=kamus.label(spek.judul), daftar=_daftar(spek.daftar, kamus, kamus.daftar.get(spek.jenis, {})),
        lembar=(*lembar[:akhir], _halaman_kata(spek, bahasa), *lembar[akhir:]),
    )  # fmt: skip


@cache
def bagian_bahasa(nama: str, bahasa: str) -> tuple[Blok, ...]:
    """The blocks of a shared piece in a language."""
    blok = muat_bagian(nama)
    return blok if bahasa == BAWAAN else tuple(_blok(satu, katalog(bahasa)) for satu in blok)


def _lembar(lembar: LembarSpek, kamus: Katalog) -> LembarSpek:
    blok = tuple(_blok(satu, kamus) for satu in lembar.blok)
    return replace(lembar, nama=kamus.label(lembar.nama), bagian=kamus.label(lembar.bagian), blok=blok)


def _blok(blok: Blok, kamus: Katalog) -> Blok:
    if isinstance(blok, BlokBaris):
        return replace(blok, sel=_semua(blok.sel, kamus))
    if isinstance(blok, BlokIsian):
        return replace(blok, baris=_semua(blok.baris, kamus))
    if isinstance(blok, BlokTabel):
        kelompok = tuple({**k, "judul": kamus.label(k["judul"])} for k in blok.kelompok)
        return replace(blok, kolom=_semua(blok.kolom, kamus), total=_semua(blok.total, kamus), kelompok=kelompok)
    if isinstance(blok, BlokPakai):
        return replace(blok, isi={k: kamus.label(v) for k, v in blok.isi.items()})
    if isinstance(blok, BlokGrafik):
        return replace(blok, grafik=tuple(_grafik(satu, kamus) for satu in blok.grafik))
    return blok


def _semua(sel: Iterable[Isi], kamus: Katalog) -> tuple[Isi, ...]:
    return tuple(_isi(satu, kamus) for satu in sel)


def _isi(sel: Isi, kamus: Katalog) -> Isi:
    return replace(
        sel, isi=kamus.label(sel.isi), judul=kamus.label(sel.judul), label=kamus.label(sel.label),
        bantuan=kamus.label(sel.bantuan), pesan=kamus.label(sel.pesan), rumus=kamus.formula(sel.rumus),
        warna={kamus.literal(hasil): gaya for hasil, gaya in sel.warna.items()},
    )  # fmt: skip


def _grafik(grafik: GrafikSpek, kamus: Katalog) -> GrafikSpek:
    deret = tuple(replace(satu, judul=kamus.label(satu.judul)) for satu in grafik.deret)
    return replace(grafik, judul=kamus.label(grafik.judul), sumbu=kamus.label(grafik.sumbu), deret=deret)


def _daftar(isi: Any, kamus: Katalog, khusus: Mapping[str, str]) -> Any:
    if isinstance(isi, Mapping):
        return {k: _daftar(v, kamus, khusus) for k, v in isi.items()}
    if isinstance(isi, (list, tuple)):
        return [_daftar(satu, kamus, khusus) for satu in isi]
    if isinstance(isi, str):
        return khusus.get(isi) or (isi if isi in kamus.kata else kamus.label(isi))
    return isi


def _halaman_kata(spek: BukuSpek, bahasa: str) -> LembarSpek:
    """The page that explains the words of this workbook that stay Indonesian, and the official terms."""
    kamus = katalog(bahasa)
    dipakai = {*kata_spek(spek, kamus), *(satu for pilihan in PILIHAN.values() for satu in pilihan)}
    pakai = {k: v for k, v in kamus.kata.items() if v and v != k and k in dipakai}
    baris: list[Blok] = [
        BlokBaris("baris", (Isi(kolom="A:C", isi=kata(bahasa, "KATA DAN ISTILAH"), gaya="judul_kiri"),)),
        BlokBaris("baris", (Isi(kolom="A:C", isi=kata(bahasa, "Penjelasan kata dan istilah"), gaya="catatan"),)),
        BlokKosong("kosong"),
    ]
    for judul, isi in (("Kata yang dipilih atau dihasilkan", pakai), ("Istilah resmi dan singkatan", kamus.istilah)):
        if isi:
            baris += _tabel_kata(kata(bahasa, judul), kata(bahasa, "Arti"), isi)
    return LembarSpek(nama=kata(bahasa, "Kata"), blok=tuple(baris), lebar=_LEBAR_KATA, warna="#808080")


def _tabel_kata(judul: str, arti: str, isi: Mapping[str, str]) -> Iterator[Blok]:
    yield BlokBaris(
        "baris",
        (Isi(kolom="A", isi="No", gaya="kepala"), Isi(kolom="B", isi=judul, gaya="kepala"),
         Isi(kolom="C", isi=arti, gaya="kepala")),
    )  # fmt: skip
    for no, (satu, maksud) in enumerate(sorted(isi.items(), key=lambda k: k[0].casefold()), 1):
        yield BlokBaris(
            "baris",
            (Isi(kolom="A", isi=str(no), gaya="sel_tengah"), Isi(kolom="B", isi=satu, gaya="sel"),
             Isi(kolom="C", isi=maksud, gaya="sel")),
        )  # fmt: skip
    yield BlokKosong("kosong")


def kata_spek(spek: BukuSpek, kamus: Katalog) -> Iterator[str]:
    """Words of the choices and formulas of a spec and of its pieces."""
    for lembar in spek.lembar:
        yield from _kata_blok(lembar.blok, kamus)


def _kata_blok(blok: Iterable[Blok], kamus: Katalog) -> Iterator[str]:
    for satu in blok:
        if isinstance(satu, BlokPakai):
            yield from _kata_blok(muat_bagian(satu.bagian), kamus)
        for isi in sel_blok(satu):
            yield from isi.pilihan
            yield from literal_rumus(kamus.formula(isi.rumus))
            if _BERKELAS.search(isi.rumus):
                yield from KELAS
            if _BERKELOMPOK in isi.pilihan_dari:
                yield from (t for kolom in muat_survei().kolom for t in kolom.kelompok)


def sel_blok(blok: Blok) -> tuple[Isi, ...]:
    """The cells that a block describes."""
    if isinstance(blok, BlokBaris):
        return blok.sel
    if isinstance(blok, BlokIsian):
        return blok.baris
    return (*blok.kolom, *blok.total) if isinstance(blok, BlokTabel) else ()
