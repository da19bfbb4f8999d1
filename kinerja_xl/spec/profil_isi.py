"""A profile as `fill` data of the profile workbook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil import jam_ke_pecahan
from kinerja_xl.spec.profil_bentuk import KUNCI, MASUKAN, RINCI, TETAP, Letak, ambil
from kinerja_xl.spec.profil_nilai import ke_sel


def letak_semua(konteks: Mapping[str, Any]) -> list[Letak]:
    """Every table of the workbook with its part of the profile."""
    umum = [
        Letak(u["tabel"], tuple(u["jalur"]), u["susunan"], KUNCI if u["susunan"] in ("kamus", "pasangan") else "")
        for u in konteks["umum"]
    ]
    return [*TETAP, *umum]


def bentuk_kolom(konteks: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """How the columns that are not drawn in the spec hold their values: (table, key) -> bentuk."""
    semua = [(t, k) for t, kolom in konteks["tambahan"].items() for k in kolom]
    semua += [(u["tabel"], k) for u in konteks["umum"] for k in u["kolom"]]
    return {(t, k["kunci"]): k["bentuk"] for t, k in semua}


def isi_profil(data: Mapping[str, Any], manifest: Manifest) -> dict[str, Any]:
    """Names and tables of the workbook with the values of the profile."""
    konteks: Mapping[str, Any] = manifest.konteks
    bentuk = bentuk_kolom(konteks)
    hasil = _sel(data, manifest)
    semua = letak_semua(konteks)
    for letak in semua:
        isi = ambil(data, letak.jalur)
        if letak.susunan == "pasangan":
            lain = {satu.jalur for satu in semua}
            isi = {k: v for k, v in (isi or {}).items() if (*letak.jalur, k) not in lain}
        if isi in (None, {}, [], ()):
            continue
        rekaman = _rekaman(letak, isi, manifest)
        hasil[letak.tabel] = {ke: _satu(letak.tabel, satu, manifest, bentuk) for ke, satu in rekaman.items()}
    hasil.update(_indikator(data, manifest, bentuk))
    return hasil


def _sel(data: Mapping[str, Any], manifest: Manifest) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    medan = {(b, m["kunci"]): m["bentuk"] for b, isi in manifest.konteks["medan"].items() for m in isi}  # type: ignore[attr-defined]
    for bagian, awalan in (("instansi", "instansi_"), ("rka", "rka__"), ("", "profil_")):
        isi = (data.get(bagian) or {}) if bagian else data
        for kunci, nilai in isi.items():
            if awalan + kunci in manifest.sel_bernama:
                hasil[awalan + kunci] = ke_sel(nilai, medan.get((bagian, kunci), "teks"))
    return hasil


def _rekaman(letak: Letak, isi: Any, manifest: Manifest) -> dict[str, Mapping[str, Any]]:
    """Records by row number."""
    if letak.susunan == "nilai":
        return {"1": {"nilai": isi}}
    if letak.susunan in ("daftar", "posisi"):
        return {str(ke): satu for ke, satu in enumerate(isi, 1)}
    rekaman = {
        str(k): {letak.kunci: k, **v} if letak.susunan == "kamus" else {letak.kunci: k, letak.nilai: v}
        for k, v in isi.items()
    }
    tetap = _baris_tetap(letak, manifest)
    if not tetap:
        return {str(ke): satu for ke, satu in enumerate(rekaman.values(), 1)}
    return {str(ke): rekaman[nama] for nama, ke in tetap.items() if nama in rekaman}


def _baris_tetap(letak: Letak, manifest: Manifest) -> dict[str, int]:
    """Row number by key, where the keys are printed in the workbook."""
    tabel = manifest.tabel[letak.tabel]
    peta = manifest.lembar_bernama[tabel.lembar].peta
    kolom = tabel.kolom[letak.kunci]
    if peta[tabel.baris1, kolom].peran == "isian":
        return {}
    return {str(peta[b, kolom].nilai): b - tabel.baris1 + 1 for b in range(tabel.baris1, tabel.baris2 + 1)}


def _satu(
    tabel: str, rekaman: Mapping[str, Any], manifest: Manifest, bentuk: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    kolom = manifest.tabel[tabel].kolom
    peta = manifest.lembar_bernama[manifest.tabel[tabel].lembar].peta
    hasil = {}
    for kunci, nilai in rekaman.items():
        if kunci not in kolom:
            if tabel == "profil_indikator":
                continue  # its details stand in a table of their own
            raise KinerjaError(f"profil: '{kunci}' tidak punya tempat dalam tabel {tabel}")
        sel = peta[manifest.tabel[tabel].baris1, kolom[kunci]]
        if sel.peran != "isian":
            continue  # a printed key
        if sel.tipe == "jam" and nilai not in (None, ""):
            hasil[kunci] = jam_ke_pecahan(nilai, f"profil, {tabel}, {kunci}")
        else:
            hasil[kunci] = ke_sel(nilai, bentuk.get((tabel, kunci), "teks"))
    return hasil


def _indikator(
    data: Mapping[str, Any], manifest: Manifest, bentuk: Mapping[tuple[str, str], str]
) -> dict[str, dict[str, Any]]:
    """Details of the indicators and the inputs of their own formulas, by code."""
    pokok = {*manifest.tabel["profil_indikator"].kolom, "masukan"} - {"kode"}
    rinci, masukan = [], []
    for satu in data.get("indikator") or ():
        isi = {k: v for k, v in satu.items() if k not in pokok}
        if len(isi) > 1:
            rinci.append(_satu(RINCI, isi, manifest, bentuk))
        masukan += [{"indikator": satu["kode"], **m} for m in satu.get("masukan") or ()]
    hasil: dict[str, dict[str, Any]] = {RINCI: {str(ke): satu for ke, satu in enumerate(rinci, 1)}}
    hasil[MASUKAN] = {str(ke): _satu(MASUKAN, satu, manifest, bentuk) for ke, satu in enumerate(masukan, 1)}
    return {nama: isi for nama, isi in hasil.items() if isi}
