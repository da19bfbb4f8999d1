"""The recipes as data: loads `<keluarga>.toml` of this room, strictly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci
from kinerja_xl.core.masa import BUKTI, Masa, ke_bilangan
from kinerja_xl.resep.model import Pilihan

FOLDER = Path(__file__).parent
VERSI_LAIN = "versi"  # axis of "another year's version": one departure for every other version


@dataclass(frozen=True)
class Bidang:
    """A function whose values can be recognised. kelas: gives its class; saudara: the same rule in other years."""

    nama: str
    keluarga: str
    kelas: str = ""
    saudara: str = ""


@cache
def _muat(keluarga: str) -> tuple[tuple[Bidang, ...], tuple[Pilihan, ...]]:
    berkas = FOLDER / f"{keluarga}.toml"
    isi = baca_toml(berkas)
    periksa_kunci(isi, {"pilihan"}, {"fungsi", "padanan", "catatan"}, berkas.name)
    bidang = tuple(
        jadikan(Bidang, satu, f"{berkas.name}, fungsi {satu.get('nama')}", keluarga=keluarga)
        for satu in isi.get("fungsi", ())
    )
    pilihan = tuple(_pilihan(satu, f"{berkas.name}, pilihan {satu.get('kode')}") for satu in isi["pilihan"])
    if len({p.kode for p in pilihan}) != len(pilihan):
        raise KinerjaError(f"{berkas.name}: kode pilihan dipakai dua kali")
    return bidang, pilihan


def _pilihan(satu: dict[str, Any], tempat: str) -> Pilihan:
    isi = dict(satu)
    if "nilai" in isi:
        isi["nilai"] = ke_bilangan(isi["nilai"], tempat)
    hasil = jadikan(Pilihan, isi, tempat)
    if hasil.bukti not in BUKTI:
        raise KinerjaError(f"{tempat}: bukti '{hasil.bukti}' tidak dikenal; pilih {', '.join(BUKTI)}")
    if not isinstance(hasil.diperiksa, date):
        raise KinerjaError(f"{tempat}: diperiksa harus tanggal")
    return hasil


@cache
def bidang() -> dict[str, Bidang]:
    """Every function whose values can be recognised, by name."""
    return {b.nama: b for berkas in sorted(FOLDER.glob("*.toml")) for b in _muat(berkas.stem)[0]}


def pilihan_kelas() -> tuple[Pilihan, ...]:
    """Departures in the classes."""
    return _muat("kelas")[1]


def pilihan(nama: str, masa: Masa, semua_masa: tuple[Masa, ...]) -> tuple[Pilihan, ...]:
    """Departures that apply to a function under a legal version, in the order of the file."""
    hasil: list[Pilihan] = []
    for satu in _muat(bidang()[nama].keluarga)[1]:
        if (satu.fungsi and nama not in satu.fungsi) or (satu.versi and masa.versi not in satu.versi):
            continue
        if satu.sumbu == VERSI_LAIN:
            hasil += [satu.untuk_masa(lain) for lain in semua_masa if lain.versi != masa.versi]
        else:
            hasil.append(satu)
    return tuple(hasil)


@cache
def padanan(keluarga: str) -> tuple[dict[str, Any], ...]:
    """Names that may mean the same in two versions; a suggestion for people, never applied unasked."""
    berkas = FOLDER / f"{keluarga}.toml"
    if not berkas.is_file():
        return ()
    isi = baca_toml(berkas).get("padanan", ())
    for satu in isi:
        periksa_kunci(
            satu, {"lama", "baru", "pindah", "catatan", "catatan_en", "bukti"}, set(), f"{berkas.name}, padanan"
        )
    return tuple(isi)


@cache
def catatan(keluarga: str) -> tuple[dict[str, Any], ...]:
    """What a reader must know when a year before `sejak` is compared with one from then on (0: always)."""
    berkas = FOLDER / f"{keluarga}.toml"
    if not berkas.is_file():
        return ()
    isi = baca_toml(berkas).get("catatan", ())
    for satu in isi:
        periksa_kunci(satu, {"sejak", "teks", "teks_en", "sumber", "bukti"}, set(), f"{berkas.name}, catatan")
    return tuple(isi)


def ada_batas(nama: str) -> bool:
    """Does a function have departures that matter near the bound of a class?"""
    return nama in bidang() and any(
        p.batas and (not p.fungsi or nama in p.fungsi) for p in _muat(bidang()[nama].keluarga)[1]
    )
