"""What the PK and RKA templates know of agreements: whose it is, how it hangs on the superior's, what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.spec.kaskade import bawahan
from kinerja_xl.spec.profil import Profil
from kinerja_xl.spec.profil_perjanjian import (
    ATASAN_KEPALA,
    INI,
    KEPALA,
    Perjanjian,
    daftar,
    indikator_kepala,
)

KATA = "PERUBAHAN "


def tambah(jenis: str, tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Keys for pk and rka: kata_perubahan (blank until changed) and, for a pk of a known cascade, perjanjian."""
    if jenis not in ("pk", "rka"):
        return {}
    hasil: dict[str, Any] = {"kata_perubahan": ""}
    if jenis == "pk" and (semua := daftar(_asal(profil))):
        hasil["perjanjian"] = _perjanjian(profil, semua)
    return hasil


def _asal(profil: Profil) -> Profil:
    """The office's profile behind that of one official, as far as the agreements need it."""
    asal = profil.bagian.get(INI)
    return asal.asal if asal is not None else profil


def _perjanjian(profil: Profil, semua: tuple[Perjanjian, ...]) -> dict[str, Any]:
    asal = _asal(profil)
    satu: Perjanjian | None = profil.bagian[INI].perjanjian if INI in profil.bagian else None
    kunci, atasan = (satu.pejabat, satu.atasan) if satu else (KEPALA, ATASAN_KEPALA)
    jabatan = {k: p.jabatan for k, p in asal.pejabat.items()}
    milik = {p.pejabat: p.indikator for p in semua}
    atas = {i.kode: i for i in (indikator_kepala(asal) if atasan == KEPALA else milik.get(atasan, ()))}
    sendiri = satu.indikator if satu else indikator_kepala(asal)
    matriks = []
    for i in sendiri:
        dari = getattr(i, "dari", "")
        induk = atas.get(dari)
        pembawa = [
            f"{jabatan[p.pejabat]} ({u.kode}, {u.metode})"
            for p in semua
            if p.atasan == kunci
            for u in p.indikator
            if u.dari == i.kode
        ]
        matriks.append(
            {
                "kode": i.kode, "nama": i.nama, "dari": dari, "metode": getattr(i, "metode", ""),
                "nama_atas": induk.nama if induk else "", "target_atas": induk.target if induk else None,
                "cascading": i.cascading, "pembawa": "; ".join(pembawa) or "-",
            }
        )  # fmt: skip
    return {
        "kunci": kunci, "atasan": atasan, "jabatan": jabatan[kunci],
        "unit": (satu.unit or jabatan[kunci]).upper() if satu else "",
        "bawahan": bawahan(semua, kunci, jabatan), "matriks": matriks,
    }  # fmt: skip
