"""Indicators with a formula of the office's own: checked in the profile, spelled out when a workbook is laid out.

The context of a workbook holds the formula as the office wrote it; the Excel expression is always made anew from it,
so that a changed context can never bring in an expression that the grammar does not know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import periksa_kunci
from kinerja_xl.core.nama import nama_sah
from kinerja_xl.spec.bahasa import bahasa_konteks, kata
from kinerja_xl.spec.rumus_kantor import Simpul, nama_masukan_sah, urai
from kinerja_xl.spec.rumus_kantor_nilai import rumus_excel

MAKS_MASUKAN = 30


def periksa_rumus(rumus: str, masukan: Sequence[Mapping[str, Any]], tempat: str) -> Simpul | None:
    """The tree of an own formula, None without one. Raises KinerjaError that names what does not fit."""
    if not rumus:
        if masukan:
            raise KinerjaError(f"{tempat}: ada masukan tetapi 'rumus' kosong")
        return None
    if not 1 <= len(masukan) <= MAKS_MASUKAN:
        raise KinerjaError(
            f"{tempat}: rumus memerlukan 1 sampai {MAKS_MASUKAN} masukan, misalnya "
            'masukan = [{nama = "tepat", judul = "Layanan tepat waktu", satuan = "berkas"}]'
        )
    nama: list[str] = []
    for ke, satu in enumerate(masukan, 1):
        di = f"{tempat}, masukan ke-{ke}"
        if not isinstance(satu, Mapping):
            raise KinerjaError(f"{di}: di sini harus ada tabel nama, judul, satuan")
        periksa_kunci(satu, {"nama"}, {"judul", "satuan"}, di)
        if any(not isinstance(n, str) for n in satu.values()):
            raise KinerjaError(f"{di}: nama, judul dan satuan harus teks")
        if not nama_masukan_sah(satu["nama"]):
            raise KinerjaError(
                f"{di}: nama '{satu['nama']}' tidak dapat dipakai; tulis huruf kecil, angka dan _, mis. 'tepat_waktu'"
            )
        if satu["nama"] in nama:
            raise KinerjaError(f"{di}: nama '{satu['nama']}' dipakai dua kali")
        nama.append(satu["nama"])
    return urai(rumus, nama, tempat)


def lengkapi(konteks: Mapping[str, Any]) -> dict[str, Any]:
    """The context with what a sheet of an own formula shows: titles of inputs, their number, the Excel expression."""
    semua = konteks.get("indikator") or []
    bahasa = bahasa_konteks(konteks)
    return {**konteks, "indikator": [_satu(r, bahasa) if r.get("rumus") else r for r in semua]}


def _satu(rekaman: Mapping[str, Any], bahasa: str) -> dict[str, Any]:
    ident = str(rekaman["id"])
    pohon = periksa_rumus(str(rekaman["rumus"]), rekaman["masukan"], f"indikator {rekaman['kode']}")
    sel = {str(m["nama"]): f"{ident}_m_{m['nama']}" for m in rekaman["masukan"]}
    salah = [n for n in sel.values() if not nama_sah(n)]
    if pohon is None or salah:
        raise KinerjaError(f"indikator {rekaman['kode']}: kode tidak dapat dipakai dalam nama sel ({', '.join(salah)})")
    masukan = [
        {**m, "judul": m.get("judul") or m["nama"], "keterangan": _keterangan(m, bahasa)} for m in rekaman["masukan"]
    ]
    return {**rekaman, "masukan": masukan, "jumlah_masukan": len(masukan), "rumus_excel": rumus_excel(pohon, sel)}


def _keterangan(masukan: Mapping[str, Any], bahasa: str) -> str:
    satuan, sebut = masukan.get("satuan"), kata(bahasa, "dalam rumus: {nama}").format(nama=masukan["nama"])
    return f"{satuan}; {sebut}" if satuan else sebut
