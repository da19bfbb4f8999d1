"""First pass of the layout: which block starts at which row, where every table and named cell stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat, kolom_angka, kutip_lembar, nama_sah
from kinerja_xl.core.registry import REGISTRY
from kinerja_xl.functions import siapkan
from kinerja_xl.spec.alih import bagian_bahasa
from kinerja_xl.spec.bahasa import bahasa_konteks
from kinerja_xl.spec.buku import (
    Blok,
    BlokBaris,
    BlokGrafik,
    BlokIsian,
    BlokKop,
    BlokKosong,
    BlokOtomatis,
    BlokPakai,
    BlokTabel,
    BukuSpek,
    Isi,
    LembarSpek,
)
from kinerja_xl.spec.manifest import TabelM
from kinerja_xl.spec.mekar import mekar
from kinerja_xl.spec.ungkapan import ambil, cocok_semua, ganti

MAKS_BARIS_TABEL = 5000


@dataclass(frozen=True)
class Letak:
    """A block with its variables and its first row; rekaman: the records of a table."""

    blok: Blok
    cakupan: Mapping[str, Any]
    baris: int
    rekaman: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class LetakLembar:
    """A sheet to be drawn."""

    nama: str
    spek: LembarSpek
    cakupan: Mapping[str, Any]
    blok: tuple[Letak, ...]


@dataclass
class Peta:
    """What the first pass finds out: sheets, tables and names of the whole workbook."""

    lembar: list[LetakLembar] = field(default_factory=list)
    tabel: dict[str, TabelM] = field(default_factory=dict)
    nama: dict[str, str] = field(default_factory=dict)

    def catat_nama(self, nama: str, alamat_mutlak: str) -> None:
        """Register a defined name; two cells may not share one, and none may hide a function in Excel."""
        if not nama_sah(nama):
            raise KinerjaError(f"spek: '{nama}' tidak boleh menjadi nama sel")
        if nama.upper() in REGISTRY:
            raise KinerjaError(
                f"nama sel '{nama}' sama dengan nama fungsi {nama.upper()}, sehingga di Excel fungsi itu tidak dapat "
                "dipanggil lagi. Bila nama itu berasal dari kode indikator, ganti kodenya, misalnya menjadi IK1."
            )
        if nama in self.nama:
            raise KinerjaError(f"spek: nama '{nama}' dipakai dua kali")
        self.nama[nama] = alamat_mutlak


@cache
def span(kolom: str) -> tuple[int, int]:
    """First and last column number of 'C' or 'C:E'."""
    awal, _, akhir = kolom.partition(":")
    return kolom_angka(awal), kolom_angka(akhir or awal)


def petakan(spek: BukuSpek, konteks: Mapping[str, Any], tinggi_otomatis: Mapping[str, int]) -> Peta:
    """Lay out all sheets. tinggi_otomatis: rows that each automatic block takes."""
    siapkan()  # the names of the functions, for Peta.catat_nama
    peta = Peta()
    for lembar in spek.lembar:
        for cakupan in _cakupan(lembar, konteks):
            _lembar(mekar(lembar, cakupan), cakupan, peta, tinggi_otomatis)
    return peta


def jumlah_bagian(spek: BukuSpek, konteks: Mapping[str, Any]) -> int:
    """How many sheets are sections of the status table."""
    return sum(1 for lembar in spek.lembar if lembar.bagian for _ in _cakupan(lembar, konteks))


def _cakupan(lembar: LembarSpek, konteks: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if lembar.bila and not _ada(lembar.bila, konteks):
        return
    if not lembar.ulang:
        yield konteks
        return
    for rekaman in ambil(lembar.ulang, konteks):
        if cocok_semua(lembar.pilih, rekaman):
            yield {**konteks, "ind": rekaman}


def _ada(jalur: str, cakupan: Mapping[str, Any]) -> bool:
    """Is there something at this path? With ! in front: is there nothing?"""
    if jalur.startswith("!"):
        return not _ada(jalur[1:], cakupan)
    try:
        return bool(ambil(jalur, cakupan))
    except KinerjaError:
        return False


def _lembar(spek: LembarSpek, cakupan: Mapping[str, Any], peta: Peta, otomatis: Mapping[str, int]) -> None:
    nama = ganti(spek.nama, cakupan)
    if any(lain.nama.lower() == nama.lower() for lain in peta.lembar) or len(nama) > 31:
        raise KinerjaError(f"spek: nama lembar '{nama}' kembar atau lebih dari 31 huruf")
    baris, hasil = 1, []
    kop = (BlokKop("kop", spek.kop),) if spek.kop and _ada("kop", cakupan) else ()
    for blok, ruang in _rata((*kop, *spek.blok), cakupan):
        letak = Letak(blok, ruang, baris, _rekaman(blok, ruang))
        hasil.append(letak)
        _catat(letak, nama, peta)
        baris += _tinggi(letak, otomatis)
    peta.lembar.append(LetakLembar(nama, spek, cakupan, tuple(hasil)))


def _rata(blok: tuple[Blok, ...], cakupan: Mapping[str, Any]) -> Iterator[tuple[Blok, Mapping[str, Any]]]:
    """Blocks with shared pieces unfolded and conditional ones dropped."""
    for satu in blok:
        if getattr(satu, "bila", "") and not _ada(satu.bila, cakupan):  # type: ignore[union-attr]
            continue
        if isinstance(satu, BlokPakai):
            dalam = {k: ganti(v, cakupan) for k, v in satu.isi.items()}
            bagian = tuple(_kolom_bagian(b, dalam) for b in bagian_bahasa(satu.bagian, bahasa_konteks(cakupan)))
            yield from _rata(bagian, {**cakupan, "b": dalam})
        else:
            yield satu, cakupan


def _kolom_bagian(blok: Blok, isi: Mapping[str, str]) -> Blok:
    """A block of a shared piece with its column variables ({b.kiri}) filled in."""
    ruang = {"b": isi}
    if isinstance(blok, BlokBaris):
        return replace(blok, sel=tuple(replace(s, kolom=ganti(s.kolom, ruang)) for s in blok.sel))
    if isinstance(blok, BlokIsian):
        return replace(
            blok, label=ganti(blok.label, ruang), isi=ganti(blok.isi, ruang), bantuan=ganti(blok.bantuan, ruang)
        )
    return blok


def _rekaman(blok: Blok, cakupan: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    if isinstance(blok, BlokGrafik):
        return tuple(ambil(blok.tambah_dari, cakupan)) if blok.tambah_dari else ()
    if not isinstance(blok, BlokTabel):
        return ()
    if blok.sumber:
        rekaman = tuple(r for r in ambil(ganti(blok.sumber, cakupan), cakupan) if cocok_semua(blok.pilih, r))
        if len(rekaman) > MAKS_BARIS_TABEL:
            raise KinerjaError(f"tabel '{blok.nama}': {len(rekaman)} baris, paling banyak {MAKS_BARIS_TABEL}")
        return rekaman
    jumlah = ambil(ganti(blok.baris, cakupan), cakupan) if isinstance(blok.baris, str) else blok.baris
    if not isinstance(jumlah, int) or not 1 <= jumlah <= MAKS_BARIS_TABEL:
        raise KinerjaError(f"tabel '{blok.nama}': jumlah baris {jumlah!r} harus 1 sampai {MAKS_BARIS_TABEL}")
    return tuple({} for _ in range(jumlah))


def kepala(blok: BlokTabel) -> int:
    """Rows above the body."""
    return bool(blok.kelompok) + blok.kepala + blok.nomor


def _tinggi(letak: Letak, otomatis: Mapping[str, int]) -> int:
    blok = letak.blok
    if isinstance(blok, BlokBaris):
        return 1
    if isinstance(blok, BlokKop):
        return len(letak.cakupan["kop"]["baris"]) + 2
    if isinstance(blok, BlokKosong):
        return blok.baris
    if isinstance(blok, BlokIsian):
        return sum(s.baris_gabung for s in blok.baris)
    if isinstance(blok, BlokGrafik):
        return blok.baris + len(letak.rekaman)
    if isinstance(blok, BlokTabel):
        return kepala(blok) + len(letak.rekaman) + bool(blok.total)
    return otomatis[blok.jenis]


def _catat(letak: Letak, lembar: str, peta: Peta) -> None:
    blok, cakupan = letak.blok, letak.cakupan
    if isinstance(blok, BlokBaris):
        for sel in blok.sel:
            _nama(sel, cakupan, letak.baris, span(sel.kolom)[0], lembar, peta)
    elif isinstance(blok, BlokIsian):
        baris = letak.baris
        for sel in blok.baris:
            _nama(sel, cakupan, baris, span(blok.isi)[0], lembar, peta)
            baris += sel.baris_gabung
    elif isinstance(blok, BlokTabel) and letak.rekaman:
        _tabel(letak, blok, lembar, peta)
    elif isinstance(blok, BlokOtomatis) and blok.jenis == "status":
        peta.catat_nama("status_buku", f"{kutip_lembar(lembar)}!{alamat(letak.baris, 3, True)}")


def _tabel(letak: Letak, blok: BlokTabel, lembar: str, peta: Peta) -> None:
    nama = ganti(blok.nama, letak.cakupan)
    awal = letak.baris + kepala(blok)
    kolom = {s.kunci: span(s.kolom)[0] for s in blok.kolom if s.kunci}
    tabel = TabelM(nama, lembar, awal, awal + len(letak.rekaman) - 1, kolom, blok.peka)
    if nama in peta.tabel:
        raise KinerjaError(f"spek: tabel '{nama}' dipakai dua kali")
    peta.tabel[nama] = tabel
    peta.catat_nama(nama, tabel.alamat_badan())
    for ke, rekaman in enumerate(letak.rekaman):
        for sel in blok.kolom:
            _nama(sel, {**letak.cakupan, "r": rekaman}, awal + ke, span(sel.kolom)[0], lembar, peta)
    for sel in blok.total:
        _nama(sel, letak.cakupan, tabel.baris2 + 1, span(sel.kolom)[0], lembar, peta)


def _nama(sel: Isi, cakupan: Mapping[str, Any], baris: int, kolom: int, lembar: str, peta: Peta) -> None:
    if sel.nama:
        peta.catat_nama(ganti(sel.nama, cakupan), f"{kutip_lembar(lembar)}!{alamat(baris, kolom, True)}")
