"""A sheet whose one column stands for many: repeated for each record of a list, everything right of it moved along.

ulang_kolom = { kolom = "C", sumber = "alir.peran", lebar_jumlah = 32 }: cells of exactly column C are repeated with
{k.xxx} of their record; spans that hold C grow; columns behind it move. lebar_jumlah: least width of all together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka, kolom_huruf
from kinerja_xl.spec.buku import Blok, BlokBaris, BlokIsian, BlokPakai, BlokTabel, Isi, LembarSpek
from kinerja_xl.spec.ungkapan import ambil

MAKS_ULANG = 15


def mekar(lembar: LembarSpek, konteks: Mapping[str, Any]) -> LembarSpek:
    """The sheet with its repeated column written out; a sheet without one stays as it is."""
    if not lembar.ulang_kolom:
        return lembar
    rekaman = ambil(str(lembar.ulang_kolom["sumber"]), konteks)
    if not isinstance(rekaman, (list, tuple)) or not 1 <= len(rekaman) <= MAKS_ULANG:
        raise KinerjaError(f"lembar '{lembar.nama}': kolom yang diulang harus 1 sampai {MAKS_ULANG}")
    ulang = _Ulang(kolom_angka(str(lembar.ulang_kolom["kolom"])), rekaman)
    lebar = {ulang.geser(k): v for k, v in lembar.lebar.items() if kolom_angka(k) != ulang.kolom}
    satu = float(lembar.lebar.get(kolom_huruf(ulang.kolom), 9))
    satu = max(satu, float(lembar.ulang_kolom.get("lebar_jumlah", 0)) / len(rekaman))
    lebar.update({kolom_huruf(ulang.kolom + i): satu for i in range(len(rekaman))})
    huruf = lembar.beku.rstrip("0123456789")
    beku = ulang.geser(huruf) + lembar.beku[len(huruf) :] if huruf else ""
    sampai = ulang.geser(lembar.cetak_sampai) if lembar.cetak_sampai else ""
    blok = tuple(ulang.blok(satu) for satu in lembar.blok)
    return replace(lembar, blok=blok, lebar=lebar, beku=beku, cetak_sampai=sampai, ulang_kolom={})


class _Ulang:
    """The repeated column and what it does to columns, cells and blocks."""

    def __init__(self, kolom: int, rekaman: list[Mapping[str, Any]] | tuple[Mapping[str, Any], ...]) -> None:
        self.kolom, self.rekaman, self.tambah = kolom, rekaman, len(rekaman) - 1

    def geser(self, huruf: str) -> str:
        """A column letter moved when it lies behind the repeated one."""
        nomor = kolom_angka(huruf)
        return kolom_huruf(nomor + self.tambah) if nomor > self.kolom else huruf

    def rentang(self, kolom: str) -> str:
        """A span: 'A:D' grows when it holds the repeated column."""
        if not kolom:
            return kolom
        awal, _, akhir = kolom.partition(":")
        akhir = akhir or awal
        kanan = kolom_angka(akhir) + self.tambah * (kolom_angka(akhir) >= self.kolom)
        kiri = self.geser(awal)
        return kiri if kolom_angka(kiri) == kanan else f"{kiri}:{kolom_huruf(kanan)}"

    def sel(self, sel: tuple[Isi, ...]) -> tuple[Isi, ...]:
        """Cells with the repeated one written out."""
        hasil: list[Isi] = []
        for satu in sel:
            if satu.kolom != kolom_huruf(self.kolom):
                hasil.append(replace(satu, kolom=self.rentang(satu.kolom)))
                continue
            for ke, rekaman in enumerate(self.rekaman):
                kata = {f"{{k.{k}}}": str(v) for k, v in rekaman.items()}
                hasil.append(replace(_ganti(satu, kata), kolom=kolom_huruf(self.kolom + ke)))
        return tuple(hasil)

    def blok(self, blok: Blok) -> Blok:
        """A block with its columns moved."""
        if isinstance(blok, BlokBaris):
            return replace(blok, sel=self.sel(blok.sel))
        if isinstance(blok, BlokTabel):
            kelompok = tuple({**k, "kolom": self.rentang(k["kolom"])} for k in blok.kelompok)
            return replace(blok, kolom=self.sel(blok.kolom), total=self.sel(blok.total), kelompok=kelompok)
        if isinstance(blok, BlokIsian):
            label, isi, bantuan = map(self.rentang, (blok.label, blok.isi, blok.bantuan))
            return replace(blok, label=label, isi=isi, bantuan=bantuan)
        if isinstance(blok, BlokPakai):
            kolom = {k: self.rentang(v) if _rentang_kolom(v) else v for k, v in blok.isi.items()}
            return replace(blok, isi=kolom)
        return blok


def _rentang_kolom(teks: str) -> bool:
    return all(1 <= len(satu) <= 2 and satu.isascii() and satu.isupper() for satu in teks.split(":"))


def _ganti(sel: Isi, kata: Mapping[str, str]) -> Isi:
    baru: dict[str, Any] = {}
    for satu in fields(sel):
        nilai = getattr(sel, satu.name)
        if isinstance(nilai, str):
            for cari, isi in kata.items():
                nilai = nilai.replace(cari, isi)
            baru[satu.name] = nilai
    return replace(sel, **baru)
