"""Where each part of a profile stands in the profile workbook, and the context that workbook is laid out from.

The known tables are drawn in templates/buku/profil.toml. Whatever else a profile holds (a new field of an official, a
further table) gets a column, a cell or a sheet of its own, so that nothing is lost on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kinerja_xl.functions import functions
from kinerja_xl.sop.model import semua_sop
from kinerja_xl.spec.alih import alih_buku
from kinerja_xl.spec.bahasa import BAWAAN, kata
from kinerja_xl.spec.bahasa import KUNCI as BAHASA
from kinerja_xl.spec.buku import PROFIL, BlokIsian, BlokTabel, BukuSpek, jenis_tersedia, muat_buku
from kinerja_xl.spec.konteks import BARIS_BAWAAN, info_program
from kinerja_xl.spec.manual import kode_manual
from kinerja_xl.spec.profil import IndikatorProfil, Instansi, Pejabat, Profil, Rka
from kinerja_xl.spec.profil_kop import Kop
from kinerja_xl.spec.profil_nilai import bentuk

TAHUN_PROFIL = 2025  # the workbook belongs to no year; its Info sheet holds one because every workbook does
_POLOS = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,60}\Z")
KUNCI = "_kunci"


@dataclass(frozen=True)
class Letak:
    """A part of the profile and its table. susunan: daftar (records), posisi (records by row), kamus (records by
    key), pasangan (one value by key), nilai (one value in all)."""

    tabel: str
    jalur: tuple[str, ...]
    susunan: str
    kunci: str = ""
    nilai: str = "nilai"


TETAP: tuple[Letak, ...] = (
    Letak("profil_pejabat", ("pejabat",), "kamus", "peran"),
    Letak("profil_sasaran", ("sasaran",), "daftar"),
    Letak("profil_indikator", ("indikator",), "daftar"),
    Letak("profil_target", ("target_triwulan",), "daftar"),
    Letak("profil_program", ("program",), "daftar"),
    Letak("profil_rka_isi", ("rka", "isi"), "pasangan", "nama"),
    Letak("profil_rka_kinerja", ("rka", "kinerja"), "posisi"),
    Letak("profil_rincian", ("rka", "rincian"), "daftar"),
    Letak("profil_harga", ("rka", "harga"), "daftar"),
    Letak("profil_kas", ("rka", "kas"), "posisi"),
    Letak("profil_jam", ("jam_kerja",), "kamus", "hari"),
    Letak("profil_libur", ("libur",), "daftar"),
    Letak("profil_sop", ("sop",), "pasangan", "nama"),
    Letak("profil_baris", ("baris",), "pasangan", "nama"),
)
RINCI, MASUKAN = "profil_rincian_indikator", "profil_masukan"
_TERBUKA = {"profil_pejabat": Pejabat, "profil_indikator": IndikatorProfil}  # tables of a dataclass: its new fields too
_BEBAS = ("profil_sasaran", "profil_program", "profil_rincian", "profil_harga", "profil_kas", "profil_rka_kinerja")
_SEL = {"instansi": ("instansi_", Instansi), "rka": ("rka__", Rka), "kop": ("kop_", Kop), "": ("profil_", Profil)}


def ambil(data: Mapping[str, Any], jalur: Sequence[str]) -> Any:
    """The part of a profile at a path, None when it is not there."""
    nilai: Any = data
    for kunci in jalur:
        nilai = nilai.get(kunci) if isinstance(nilai, Mapping) else None
    return nilai


def kolom_spek(spek: BukuSpek) -> dict[str, list[str]]:
    """Keys of the input columns of every table of the spec."""
    return {
        blok.nama: [s.kunci for s in blok.kolom if s.isian]
        for lembar in spek.lembar
        for blok in lembar.blok
        if isinstance(blok, BlokTabel)
    }


def sel_spek(spek: BukuSpek) -> set[str]:
    """Names of the single inputs of the spec."""
    isian = [b for lembar in spek.lembar for b in lembar.blok if isinstance(b, BlokIsian)]
    return {s.nama for blok in isian for s in blok.baris if s.isian}


def konteks_profil(data: Mapping[str, Any], bahasa: str = BAWAAN) -> dict[str, Any]:
    """The context of the profile workbook that can hold this profile (an empty one: the blank workbook)."""
    spek = alih_buku(muat_buku(PROFIL), bahasa)
    instansi = data.get("instansi") or {}
    hasil = {
        "jenis": PROFIL,
        "versi": spek.versi,
        "judul": spek.judul,
        "tahun": TAHUN_PROFIL,
        "kertas": "A4",
        "catatan": "",
        "instansi": {"nama": str(instansi.get("nama", ""))},
        "indikator": [],
        "baris": _ukuran(data),
        "rka_isi": _rka_isi(data, bahasa),
        "rka_kas": _posisi(spek.daftar["bulan"], ambil(data, ("rka", "kas")), bahasa),
        "rka_kinerja": _posisi(spek.daftar["kinerja"], ambil(data, ("rka", "kinerja")), bahasa),
        "peran_sop": _peran(data),
        "baris_tabel": _baris_tabel(data),
        "daftar_fungsi": daftar_fungsi(bahasa),
        "daftar_manual": [{"nama": k, "judul": f"{k}.toml"} for k in kode_manual()],
        "tambahan": _tambahan(data, kolom_spek(spek)),
        "medan": _medan(data, sel_spek(spek)),
        "umum": _umum(data),
        "info": info_program(bahasa),
    }
    return hasil if bahasa == BAWAAN else {**hasil, BAHASA: bahasa}


def daftar_fungsi(bahasa: str = BAWAAN) -> list[dict[str, str]]:
    """Functions for which the IKU workbook has a calculation sheet, with their titles."""
    ada: set[str] = set()
    for lembar in muat_buku("iku").lembar:
        fungsi = lembar.pilih.get("fungsi")
        ada.update([fungsi] if isinstance(fungsi, str) else fungsi or ())
    semua = functions()
    return [
        {"nama": n, "judul": semua[n].judul if bahasa == BAWAAN else semua[n].judul_en}
        for n in sorted(ada)
        if n in semua
    ]


def _ukuran(data: Mapping[str, Any]) -> dict[str, int]:
    rka = data.get("rka") or {}
    masukan = sum(len(i.get("masukan") or ()) for i in data.get("indikator") or ())
    banyak = {
        "pejabat": (20, 5, len(data.get("pejabat") or ())),
        "sasaran": (15, 5, len(data.get("sasaran") or ())),
        "indikator": (30, 10, max(len(data.get("indikator") or ()), len(data.get("target_triwulan") or ()))),
        "masukan": (40, 20, masukan),
        "program": (15, 5, len(data.get("program") or ())),
        "rincian": (int(rka.get("baris", 60)), 10, len(rka.get("rincian") or ())),
        "harga": (int(rka.get("baris_harga", 40)), 10, len(rka.get("harga") or ())),
        "libur": (20, 10, len(data.get("libur") or ())),
    }
    return {nama: max(sedikit, ada + longgar) for nama, (sedikit, longgar, ada) in banyak.items()}


def _rka_isi(data: Mapping[str, Any], bahasa: str) -> list[dict[str, str]]:
    judul: dict[str, str] = {}
    for jenis in (j for j in jenis_tersedia() if j.startswith("rka")):
        for lembar in alih_buku(muat_buku(jenis), bahasa).lembar:
            for blok in (b for b in lembar.blok if isinstance(b, BlokIsian)):
                judul.update({s.nama: re.sub(r"\{tahun(_\w+)?\}", "", s.label) for s in blok.baris if s.isian})
    punya = {n: j for n, j in judul.items() if n.startswith("rka_")}
    punya.update({n: punya.get(n, n) for n in ambil(data, ("rka", "isi")) or ()})
    return [{"nama": n, "judul": " ".join(j.replace("{", "").replace("}", "").split())} for n, j in punya.items()]


def _posisi(daftar: Iterable[Mapping[str, Any]], isi: Any, bahasa: str) -> list[dict[str, str]]:
    nama = [str(satu["nama"]) for satu in daftar]
    nama += [kata(bahasa, "ke-{ke}").format(ke=ke) for ke in range(len(nama) + 1, len(isi or ()) + 1)]
    return [{"nama": satu} for satu in nama]


def _peran(data: Mapping[str, Any]) -> list[dict[str, str]]:
    dikenal = _peran_sop()
    return [{"nama": n} for n in (*dikenal, *(n for n in data.get("sop") or () if n not in dikenal))]


@cache
def _peran_sop() -> tuple[str, ...]:
    """Performers that the SOPs propose."""
    semua = (langkah.pelaksana_usulan for sop in semua_sop() for langkah in sop.langkah)
    return tuple(sorted({nama for nama in semua if nama}))


def _baris_tabel(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    nama = [*BARIS_BAWAAN, *(n for n in data.get("baris") or () if n not in BARIS_BAWAAN)]
    return [{"nama": n, "bawaan": BARIS_BAWAAN.get(n)} for n in nama]


def _kolom(kunci: str, nilai: Iterable[Any], anotasi: str = "") -> dict[str, str]:
    return {"kunci": kunci, "judul": kunci.replace("_", " "), "bentuk": bentuk(nilai, anotasi)}


def _rekaman(nilai: Any) -> list[Mapping[str, Any]]:
    isi = nilai.values() if isinstance(nilai, Mapping) else nilai if isinstance(nilai, (list, tuple)) else ()
    return [satu for satu in isi if isinstance(satu, Mapping)]


def _tambahan(data: Mapping[str, Any], ada: Mapping[str, list[str]]) -> dict[str, list[dict[str, str]]]:
    """Columns beyond those drawn, by table."""
    hasil: dict[str, list[dict[str, str]]] = {}
    for letak in TETAP:
        rekaman = _rekaman(ambil(data, letak.jalur))
        anotasi: dict[str, str] = {}
        if letak.tabel in _TERBUKA:
            anotasi = {f.name: str(f.type) for f in fields(_TERBUKA[letak.tabel])}
        elif letak.tabel not in _BEBAS:
            continue
        dikenal = {*ada[letak.tabel], letak.kunci}
        tujuan = letak.tabel
        if letak.tabel == "profil_indikator":
            dikenal |= {*ada[RINCI], "masukan"}
            tujuan = RINCI
        kunci = dict.fromkeys([*anotasi, *(k for satu in rekaman for k in satu)])
        baru = [k for k in kunci if k not in dikenal]
        if baru:
            isi = {k: [satu[k] for satu in rekaman if satu.get(k) not in (None, "")] for k in baru}
            hasil[tujuan] = [_kolom(k, isi[k], anotasi.get(k, "")) for k in baru]
    return hasil


def _medan(data: Mapping[str, Any], ada: set[str]) -> dict[str, list[dict[str, str]]]:
    """Single values beyond those drawn: of the office, of the RKA, of the profile itself."""
    hasil = {}
    for bagian, (awalan, kelas) in _SEL.items():
        isi = ambil(data, (bagian,)) if bagian else data
        baru = [
            _kolom(f.name, [isi[f.name]] if (isi or {}).get(f.name) not in (None, "") else [], str(f.type))
            for f in fields(kelas)
            if awalan + f.name not in ada and str(f.type).replace(" | None", "") in ("str", "int", "float", "bool")
        ]
        if baru:
            hasil[bagian] = baru
    return hasil


def _umum(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Sheets for the parts that no drawn table holds."""
    tetap = {letak.jalur for letak in TETAP}
    sederhana = {f.name for f in fields(Profil) if str(f.type) in ("str", "int", "float", "bool")}
    calon: list[tuple[tuple[str, ...], Any]] = [
        ((k,), v) for k, v in data.items() if k not in {"instansi", "rka", "kop", *sederhana} and (k,) not in tetap
    ]
    polos = {f.name for f in fields(Rka) if str(f.type) in ("str", "int", "float", "bool")}
    calon += [(("rka", k), v) for k, v in (data.get("rka") or {}).items() if k not in polos]
    calon = [bagian for jalur, nilai in calon for bagian in _pecah(jalur, nilai)]
    calon = [(jalur, nilai) for jalur, nilai in calon if jalur not in tetap and nilai not in ({}, [], (), None, "")]
    return [_satu_umum(ke, jalur, nilai) for ke, (jalur, nilai) in enumerate(calon, 1)]


def _pecah(jalur: tuple[str, ...], nilai: Any) -> Iterable[tuple[tuple[str, ...], Any]]:
    """A part with lists of tables inside ([renstra] and its indicators): each list gets a sheet of its own."""
    dalam = [k for k, v in nilai.items() if _daftar_tabel(v)] if isinstance(nilai, Mapping) else []
    if not dalam or len(jalur) > 1:
        return [(jalur, nilai)]
    sisa = {k: v for k, v in nilai.items() if k not in dalam}
    return [(jalur, sisa), *(((*jalur, k), nilai[k]) for k in dalam)]


def _daftar_tabel(nilai: Any) -> bool:
    kunci = {k for satu in _rekaman(nilai) for k in satu}
    tabel = isinstance(nilai, (list, tuple)) and bool(nilai) and all(isinstance(s, Mapping) and s for s in nilai)
    return tabel and all(map(_POLOS.match, kunci))


def _satu_umum(ke: int, jalur: tuple[str, ...], nilai: Any) -> dict[str, Any]:
    rekaman = _rekaman(nilai)
    kunci = list(dict.fromkeys(k for satu in rekaman for k in satu))
    utuh = isinstance(nilai, (list, tuple, Mapping)) and len(rekaman) == len(nilai) and all(map(_POLOS.match, kunci))
    kolom = [_kolom(k, [satu[k] for satu in rekaman if satu.get(k) not in (None, "")]) for k in kunci]
    if utuh and kunci:
        susunan = "kamus" if isinstance(nilai, Mapping) else "daftar"
        if susunan == "kamus":
            kolom.insert(0, {"kunci": KUNCI, "judul": "kunci", "bentuk": "teks"})
    elif isinstance(nilai, Mapping):
        susunan = "pasangan"
        kolom = [{"kunci": KUNCI, "judul": "kunci", "bentuk": "teks"}, _kolom("nilai", nilai.values())]
    else:
        susunan, kolom = "nilai", [{"kunci": "nilai", "judul": "nilai", "bentuk": "toml"}]
    banyak = len(nilai) + 20 if susunan != "nilai" else 1
    return {
        "jalur": list(jalur), "lembar": f"{ke} {' '.join(jalur)}"[:31], "tabel": f"profil_lain_{ke}",
        "susunan": susunan, "kolom": kolom, "baris": banyak,
    }  # fmt: skip
