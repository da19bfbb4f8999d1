"""Workbook specs: templates/buku/*.toml read into typed blocks, with exact error places.

A spec is a list of sheets; a sheet is a list of blocks stacked from top to bottom. Shared pieces stand in
templates/buku/bagian/ and are included with `pakai` (a whole sheet, or a block with its own variables).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, saran
from kinerja_xl.data import templates


@dataclass(frozen=True)
class Isi:
    """What a cell holds and accepts: fixed text (isi), formula (rumus) or input (isian)."""

    kolom: str = ""
    isi: str = ""
    rumus: str = ""
    resmi: str = ""  # rule-book call that gives the same value, where rumus is written another way
    isian: bool = False
    isian_kosong: bool = False  # fixed text where isi has one, an input where it is blank
    nama: str = ""
    tipe: str = "teks"
    gaya: str = ""
    wajib: bool = False
    wajib_bila: str = ""
    min: float | None = None
    maks: float | None = None
    pilihan: tuple[str, ...] = ()
    pilihan_dari: str = ""
    kata: tuple[str, ...] = ()  # words that an input of numbers takes too
    pesan: str = ""
    judul: str = ""
    tautan: str = ""
    warna: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    bantuan: str = ""
    kunci: str = ""
    baris_gabung: int = 1


@dataclass(frozen=True)
class BlokBaris:
    """One row of free cells."""

    jenis: str
    sel: tuple[Isi, ...]
    tinggi: float = 0
    bila: str = ""
    utuh: int = 0  # this and so many following rows stay on one page


@dataclass(frozen=True)
class BlokKosong:
    """Blank rows."""

    jenis: str
    baris: int = 1
    tinggi: float = 0
    putus: bool = False  # page break before the next block


@dataclass(frozen=True)
class BlokIsian:
    """Rows of label, input or formula, and help text, each in its own column span."""

    jenis: str
    label: str
    isi: str
    baris: tuple[Isi, ...]
    bantuan: str = ""
    bila: str = ""


@dataclass(frozen=True)
class BlokTabel:
    """A table: header, one row per record of `sumber` (or `baris` blank rows), optional total row."""

    jenis: str
    nama: str
    kolom: tuple[Isi, ...]
    sumber: str = ""
    pilih: Mapping[str, Any] = field(default_factory=dict)
    baris: Any = 0
    total: tuple[Isi, ...] = ()
    kepala: bool = True
    nomor: bool = False  # a second header row with column numbers
    tinggi: float = 0
    tinggi_kepala: float = 0
    peka: str = ""
    kelompok: tuple[Mapping[str, str], ...] = ()  # upper header row: {judul, kolom}
    ulang_cetak: bool = False
    alir: str = ""  # path of the flow chart drawn over the performer columns of this table
    bila: str = ""


@dataclass(frozen=True)
class BlokPakai:
    """Blocks of a shared piece, with variables {b.xxx}."""

    jenis: str
    bagian: str
    isi: Mapping[str, str] = field(default_factory=dict)
    bila: str = ""


@dataclass(frozen=True)
class BlokOtomatis:
    """Blocks that the layout engine fills itself: status, parameter, konteks."""

    jenis: str
    kolom: str = ""


@dataclass(frozen=True)
class DeretGrafik:
    """A series of a chart: its name and the table column that holds its values (tabel[kolom])."""

    judul: str
    nilai: str


@dataclass(frozen=True)
class GrafikSpek:
    """One chart over columns `kolom`; kategori: tabel[kolom].

    bentuk: batang (lying bars), kolom, kolom_tumpuk (stacked) or garis.
    """

    kolom: str
    bentuk: str
    judul: str
    kategori: str
    deret: tuple[DeretGrafik, ...]
    sumbu: str = ""
    maks: float | None = None
    angka: bool = True  # each bar says its value


@dataclass(frozen=True)
class BlokGrafik:
    """Charts side by side over `baris` rows, and one row more for every record of the list `tambah_dari`."""

    jenis: str
    grafik: tuple[GrafikSpek, ...]
    baris: int = 16
    tambah_dari: str = ""


@dataclass(frozen=True)
class BlokKop:
    """The office's letterhead over these columns; laid out first on sheets with `kop`, when the profile has one."""

    jenis: str
    kolom: str


Blok = BlokKop | BlokGrafik | BlokBaris | BlokKosong | BlokIsian | BlokTabel | BlokPakai | BlokOtomatis
_BLOK: dict[str, type] = {
    "baris": BlokBaris,
    "kosong": BlokKosong,
    "isian": BlokIsian,
    "tabel": BlokTabel,
    "grafik": BlokGrafik,
    "pakai": BlokPakai,
    "status": BlokOtomatis,
    "parameter": BlokOtomatis,
    "konteks": BlokOtomatis,
}


@dataclass(frozen=True)
class LembarSpek:
    """One sheet of a spec. ulang: path of a list, one sheet per record (variable {ind.xxx}), filtered by `pilih`."""

    nama: str
    blok: tuple[Blok, ...] = ()
    lebar: Mapping[str, float] = field(default_factory=dict)
    bagian: str = ""
    ulang: str = ""
    pilih: Mapping[str, Any] = field(default_factory=dict)
    kertas: str = ""
    arah: str = "tegak"
    lebar_halaman: float = 1  # 2: two pages side by side; 0.9: leave a tenth of the page free
    kop: str = ""  # columns under the letterhead, on sheets that are signed or sent
    keadaan: str = "visible"
    warna: str = ""
    beku: str = ""
    bila: str = ""
    ulang_kolom: Mapping[str, Any] = field(default_factory=dict)  # one column for each record: spec/mekar.py
    satu_halaman: bool = False  # printed on one page, as small as it takes
    terkecil: int = 70  # print no smaller than so many percent: columns of words are narrowed until then
    cetak_tabel: str = ""  # last printed table; what stands below it is for the screen
    cetak_sampai: str = ""  # last printed column; helper columns beyond it stay on the screen
    mandiri: tuple[str, ...] = ()  # reads no other sheet, and of the context these keys only: spec/mandiri.py


@dataclass(frozen=True)
class BukuSpek:
    """A workbook spec: jenis (file name), versi, judul, its SOP and its sheets."""

    jenis: str
    versi: str
    judul: str
    sop: str
    lembar: tuple[LembarSpek, ...]
    keterangan: str = ""
    geser_tahun_kalender: int = 0
    hari_tambahan: int = 0  # the calendar runs on so many days into the next year
    untuk: str = ""  # satker or skpd: 'generate all' makes it only for such an office
    daftar: Mapping[str, Any] = field(default_factory=dict)  # fixed lists for tables: sumber = "daftar.xxx"


PROFIL = "profil"  # the workbook in which an office writes its profile: laid out by the same engine, but no document


def jenis_tersedia() -> tuple[str, ...]:
    """Document kinds that have a spec."""
    return tuple(sorted(p.stem for p in (templates() / "buku").glob("*.toml") if p.stem != PROFIL))


@cache
def muat_buku(jenis: str, versi: str = "") -> BukuSpek:
    """The spec of a document kind: the current one, or the frozen one of an old version (see `spec.lama`)."""
    if jenis not in (*jenis_tersedia(), PROFIL):
        raise KinerjaError(f"jenis dokumen '{jenis}' tidak ada.{saran(jenis, jenis_tersedia())}")
    asal = f"lama/{jenis}-{versi}/" if versi and berkas_spek(f"lama/{jenis}-{versi}/{jenis}").is_file() else ""
    berkas = berkas_spek(asal + jenis)
    data = baca_toml(berkas)
    lembar: list[LembarSpek] = []
    for urut, satu in enumerate(data.pop("lembar", []), 1):
        lembar += _lembar(satu, f"{berkas.name}, lembar ke-{urut}", asal)
    kepala = data.pop("buku", {})
    if data:
        raise KinerjaError(f"{berkas.name}: tabel '{sorted(data)[0]}' tidak dikenal; yang ada [buku] dan [[lembar]].")
    return jadikan(BukuSpek, {"jenis": jenis, **kepala}, f"{berkas.name}, tabel [buku]", lembar=tuple(lembar))


@cache
def muat_bagian(nama: str) -> tuple[Blok, ...]:
    """Blocks of a shared piece. nama: as in the spec; a frozen spec has its own, "lama/pk-1.0.0/info"."""
    berkas, asal = _berkas_bagian(nama), _asal(nama)
    data = baca_toml(berkas)
    return tuple(_blok(b, f"{berkas.name}, blok ke-{i}", asal) for i, b in enumerate(data.get("blok", []), 1))


def _asal(nama: str) -> str:
    """Folder of a frozen spec that a piece belongs to, "" for the pieces of today."""
    return "/".join(nama.split("/")[:2]) + "/" if nama.startswith("lama/") else ""


def berkas_spek(nama: str) -> Path:
    """File of a spec or piece below templates/buku."""
    return templates() / "buku" / f"{nama}.toml"


def _berkas_bagian(nama: str) -> Path:
    asal = _asal(nama)
    return berkas_spek(f"{asal}bagian/{nama.removeprefix(asal)}")


@cache
def _lembar_bagian(nama: str, asal: str) -> tuple[LembarSpek, ...]:
    """Sheets of a shared piece as they are: the same objects in every document."""
    return tuple(_timpa({"pakai": nama}, asal))


def _lembar(data: Mapping[str, Any], tempat: str, asal: str) -> list[LembarSpek]:
    if "pakai" in data:
        return _timpa(data, asal) if len(data) > 1 else list(_lembar_bagian(str(data["pakai"]), asal))
    sisa = dict(data)
    blok = tuple(
        _blok(b, f"{tempat} ({sisa.get('nama')}), blok ke-{i}", asal) for i, b in enumerate(sisa.pop("blok", []), 1)
    )
    return [jadikan(LembarSpek, sisa, tempat, blok=blok)]


def _timpa(data: Mapping[str, Any], asal: str) -> list[LembarSpek]:
    """Sheets of a shared piece, with keys of the document put over its own."""
    bagian = _berkas_bagian(asal + str(data["pakai"]))
    isi = baca_toml(bagian).get("lembar", [])
    timpa = {k: v for k, v in data.items() if k != "pakai"}
    return [s for i, b in enumerate(isi, 1) for s in _lembar({**b, **timpa}, f"{bagian.name}, lembar ke-{i}", asal)]


def _blok(data: Mapping[str, Any], tempat: str, asal: str) -> Blok:
    kelas = _BLOK.get(str(data.get("jenis")))
    if kelas is None:
        raise KinerjaError(f"{tempat}: jenis blok '{data.get('jenis')}' tidak dikenal.{saran('', _BLOK)}")
    sisa = dict(data)
    if kelas is BlokPakai:
        sisa["bagian"] = asal + str(sisa.get("bagian", ""))
    for kunci in ("sel", "kolom", "total") if kelas is not BlokIsian else ("baris",):
        if isinstance(sisa.get(kunci), list):
            sisa[kunci] = [jadikan(Isi, s, f"{tempat}, {kunci} ke-{i}") for i, s in enumerate(sisa[kunci], 1)]
    if kelas is BlokGrafik:
        sisa["grafik"] = [_grafik(g, f"{tempat}, grafik ke-{i}") for i, g in enumerate(sisa.get("grafik", ()), 1)]
    return jadikan(kelas, sisa, tempat)


def _grafik(data: Mapping[str, Any], tempat: str) -> GrafikSpek:
    deret = [jadikan(DeretGrafik, d, f"{tempat}, deret ke-{i}") for i, d in enumerate(data.get("deret", ()), 1)]
    return jadikan(GrafikSpek, {k: v for k, v in data.items() if k != "deret"}, tempat, deret=tuple(deret))
