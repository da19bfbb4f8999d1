"""The rules of moving data between years and template versions, as pindah.toml states them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci
from kinerja_xl.spec.manifest import Sel

_BERKAS = Path(__file__).with_name("pindah.toml")


@dataclass(frozen=True)
class MilikTahun:
    """Inputs that belong to their own year: by name, by table column, or by sheet (patterns with *)."""

    sebab: str
    nama: tuple[str, ...] = ()
    tabel: tuple[str, ...] = ()
    kolom: tuple[str, ...] = ()
    lembar: tuple[str, ...] = ()

    def cocok(self, lembar: str, sel: Sel) -> bool:
        """Does this input belong to its year?"""
        dalam_tabel = _ada(self.tabel, sel.tabel) and _ada(self.kolom, sel.kunci)
        return _ada(self.nama, sel.nama) or dalam_tabel or _ada(self.lembar, lembar)


@dataclass(frozen=True)
class Gulir:
    """A value of last year that fills a place of this year: name patterns with the same *. kecuali: kinds it skips."""

    dari: str
    ke: str
    kecuali: tuple[str, ...] = ()

    def tujuan(self, nama: str) -> str:
        """The new name of a value; '' when this rule is not about it."""
        awal, bintang, akhir = self.dari.partition("*")
        if not bintang:
            return self.ke if nama == self.dari else ""
        if not (nama.startswith(awal) and nama.endswith(akhir) and len(nama) > len(awal) + len(akhir)):
            return ""
        return self.ke.replace("*", nama[len(awal) : len(nama) - len(akhir)])


@dataclass(frozen=True)
class GantiNama:
    """An input or table that has another name since a template version."""

    templat: str
    dari: str
    ke: str
    versi: str
    tanggal: date


@dataclass(frozen=True)
class Aturan:
    """All rules of moving."""

    milik_tahun: tuple[MilikTahun, ...] = ()
    gulir: tuple[Gulir, ...] = ()
    ganti_nama: tuple[GantiNama, ...] = ()
    milik_periode: tuple[MilikTahun, ...] = ()  # inputs that stay with their five-year plan

    def sebab_tahun(self, lembar: str, sel: Sel, ganti_periode: bool = False) -> str:
        """Why an input stays with its year, or with its plan when that ends; '' when it does not."""
        semua = (*self.milik_tahun, *(self.milik_periode if ganti_periode else ()))
        return next((satu.sebab for satu in semua if satu.cocok(lembar, sel)), "")

    def nama_baru(self, templat: str, nama: str, versi_lama: str) -> str:
        """The present name of an old input or table, through every renaming since the old version."""
        for satu in sorted(self.ganti_nama, key=lambda g: (g.tanggal, _versi(g.versi))):
            if (satu.templat, satu.dari) == (templat, nama) and _versi(versi_lama) < _versi(satu.versi):
                nama = satu.ke
        return nama


def baca_aturan(data: Mapping[str, Any], tempat: str) -> Aturan:
    """The rules from their tables; an unknown key is an error that names the place."""
    periksa_kunci(data, set(), {"milik_tahun", "milik_periode", "gulir", "ganti_nama"}, tempat)

    def semua(kunci: str, kelas: type) -> tuple[Any, ...]:
        return tuple(jadikan(kelas, satu, f"{tempat}, {kunci} ke-{n}") for n, satu in enumerate(data.get(kunci, ()), 1))

    return Aturan(
        semua("milik_tahun", MilikTahun), semua("gulir", Gulir), semua("ganti_nama", GantiNama),
        semua("milik_periode", MilikTahun),
    )  # fmt: skip


@cache
def aturan() -> Aturan:
    """The rules in force."""
    return baca_aturan(baca_toml(_BERKAS), _BERKAS.name)


def _ada(pola: tuple[str, ...], teks: str) -> bool:
    return bool(teks) and any(fnmatchcase(teks, satu) for satu in pola)


def _versi(teks: str) -> tuple[int, ...]:
    return tuple(int(n) for n in teks.split("."))
