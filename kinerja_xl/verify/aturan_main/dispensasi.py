"""Dispensations: named findings of named files that somebody answers for, with a number, a reason and a last day.

A finding dispensed with stays in the report, as `info` and with the dispensation beside it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci
from kinerja_xl.verify.laporan import HasilBerkas, putusan
from kinerja_xl.verify.silang_bahan import rapat
from kinerja_xl.verify.temuan import Temuan, cari_entri

TIDAK_DAPAT = ("BERKAS", "AKTIF")  # what cannot be read, or acts by itself, is dangerous whoever signs


@dataclass(frozen=True)
class Dispensasi:
    """One [[dispensasi]]. berkas: patterns of the path in the report; sel: 'Sheet!B12'; nama: defined names."""

    nomor: str
    penanda_tangan: str
    alasan: str
    berlaku_sampai: datetime.date
    kode: tuple[str, ...]
    berlaku_sejak: datetime.date | None = None
    berkas: tuple[str, ...] = ()
    instansi: tuple[str, ...] = ()
    sha256: tuple[str, ...] = ()
    sel: tuple[str, ...] = ()
    nama: tuple[str, ...] = ()

    def untuk(self, berkas: HasilBerkas) -> bool:
        """Is this file meant? Every condition that is given must hold."""
        syarat = []
        if self.berkas:
            syarat.append(any(fnmatchcase(berkas.path, pola) for pola in self.berkas))
        if self.instansi:
            syarat.append(rapat(berkas.instansi) in {rapat(satu) for satu in self.instansi})
        if self.sha256:
            syarat.append(berkas.sha256 in self.sha256)
        return all(syarat)

    def mengenai(self, temuan: Temuan) -> bool:
        """Is this finding meant?"""
        if temuan.code not in self.kode:
            return False
        if self.sel and f"{temuan.sheet}!{temuan.cell}" not in self.sel:
            return False
        return not self.nama or temuan.name in self.nama

    def berlaku(self, hari: datetime.date) -> bool:
        """In force on this day, both ends included."""
        return (self.berlaku_sejak or hari) <= hari <= self.berlaku_sampai

    def to_dict(self) -> dict[str, Any]:
        """As a report shows it beside the finding."""
        return {
            "nomor": self.nomor, "penanda_tangan": self.penanda_tangan, "alasan": self.alasan,
            "berlaku_sampai": self.berlaku_sampai.isoformat(),
        }  # fmt: skip


def baca_dispensasi(berkas: Path) -> tuple[Dispensasi, ...]:
    """Read [[dispensasi]] tables; a waiver without signer, reason, last day, codes or files is an error."""
    isi = baca_toml(berkas)
    periksa_kunci(isi, ("dispensasi",), (), berkas.name)
    hasil: list[Dispensasi] = []
    for ke, satu in enumerate(isi["dispensasi"], 1):
        baru = _periksa(jadikan(Dispensasi, satu, f"{berkas.name}, [[dispensasi]] ke-{ke}"), f"{berkas.name} ke-{ke}")
        if any(baru.nomor == lama.nomor for lama in hasil):
            raise KinerjaError(f"{berkas.name}, [[dispensasi]] ke-{ke}: nomor '{baru.nomor}' dipakai dua kali.")
        hasil.append(baru)
    return tuple(hasil)


def _periksa(satu: Dispensasi, tempat: str) -> Dispensasi:
    for kunci in ("nomor", "penanda_tangan", "alasan"):
        if not getattr(satu, kunci).strip():
            raise KinerjaError(f"{tempat}: '{kunci}' harus diisi; dispensasi dipertanggungjawabkan seseorang.")
    for kunci in ("berlaku_sampai", "berlaku_sejak"):
        nilai = getattr(satu, kunci)
        if isinstance(nilai, datetime.datetime) or not isinstance(nilai, (datetime.date, type(None))):
            raise KinerjaError(f"{tempat}: '{kunci}' harus tanggal tanpa tanda kutip, mis. 2025-12-31.")
    for kunci in ("kode", "berkas", "instansi", "sha256", "sel", "nama"):
        if not isinstance(getattr(satu, kunci), tuple):
            raise KinerjaError(f"{tempat}: '{kunci}' harus daftar, mis. {kunci} = [\"...\"].")
    if not satu.kode:
        raise KinerjaError(f'{tempat}: sebutkan kode temuan, mis. kode = ["TGT-02"].')
    if not (satu.berkas or satu.instansi or satu.sha256):
        raise KinerjaError(
            f"{tempat}: sebutkan berkas, instansi atau sha256; untuk semua berkas pakai [tingkat] ronde."
        )
    kode = tuple(cari_entri(kode).kode for kode in satu.kode)
    for terlarang in kode:
        if terlarang.partition("-")[0] in TIDAK_DAPAT:
            raise KinerjaError(f"{tempat}: {terlarang} tidak dapat didispensasi; berkasnya harus diperbaiki.")
    return replace(satu, kode=kode)


def terapkan_dispensasi(
    daftar: Sequence[Dispensasi], berkas: Sequence[HasilBerkas], hari: datetime.date
) -> tuple[list[HasilBerkas], dict[str, Any]]:
    """The files with what was dispensed with, and how each dispensation fared."""
    pakai = dict.fromkeys((satu.nomor for satu in daftar), 0)
    berlaku = [satu for satu in daftar if satu.berlaku(hari)]
    keluar = []
    for satu in berkas:
        milik = [d for d in berlaku if d.untuk(satu)]
        isi = tuple(_satu(temuan, milik, pakai) for temuan in satu.findings) if milik else satu.findings
        if isi != satu.findings:
            satu = replace(satu, findings=isi, verdict=satu.verdict if _tetap(satu) else putusan(isi))
        keluar.append(satu)
    return keluar, {"per_tanggal": hari.isoformat(), "daftar": list(_catatan(daftar, pakai, hari))}


def _tetap(satu: HasilBerkas) -> bool:
    return satu.verdict == "tidak-terbaca"


def _satu(temuan: Temuan, milik: Sequence[Dispensasi], pakai: dict[str, int]) -> Temuan:
    cocok = next((d for d in milik if d.mengenai(temuan)), None)
    if cocok is None or temuan.level == "info":
        return temuan
    pakai[cocok.nomor] += 1
    return replace(temuan, level="info", dispensasi={**cocok.to_dict(), "tingkat_asal": temuan.level})


def _catatan(daftar: Sequence[Dispensasi], pakai: dict[str, int], hari: datetime.date) -> Iterator[dict[str, Any]]:
    for satu in daftar:
        if not satu.berlaku(hari):
            status = "berakhir" if hari > satu.berlaku_sampai else "belum-berlaku"
        else:
            status = "terpakai" if pakai[satu.nomor] else "tidak-terpakai"
        yield {**satu.to_dict(), "status": status, "temuan": pakai[satu.nomor]}
