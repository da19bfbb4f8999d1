"""kinerja generate: blank workbooks of one year for one office; the PK of every official; changed versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_xl.spec.profil import Profil

SEMUA = "semua"


@dataclass(frozen=True)
class Minta:
    """What was asked for."""

    tahun: int
    folder: Path
    fungsi: bool
    paksa: bool
    pejabat: tuple[str, ...]
    dari: tuple[Path, ...]
    alasan: str
    tanggal: datetime | None


@click.command("generate", short_help="Buat buku kerja kosong untuk satu tahun.")
@click.argument("jenis", nargs=-1, metavar="[JENIS...|all]")
@click.option("--tahun", type=click.IntRange(2004, 2100), required=True, help="Tahun anggaran.")
@click.option("--profil", type=click.Path(path_type=Path), help="Profil kantor (lihat 'kinerja init').")
@click.option("--out", "folder", type=click.Path(path_type=Path), default=Path(), help="Folder hasil.")
@click.option("--pejabat", multiple=True, metavar="semua|KUNCI", help="PK pejabat ini (kunci [pejabat] dalam profil).")
@click.option("--perubahan", is_flag=True, help="Buat versi perubahan PK/RKA dari berkas --dari.")
@click.option("--dari", multiple=True, type=click.Path(path_type=Path), help="Buku kerja sebelum perubahan.")
@click.option("--alasan", default="", help="Alasan perubahan; tercetak pada dokumen.")
@click.option("--tanggal", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal perubahan, misalnya 2025-07-01.")
@click.option("--dengan-fungsi", "fungsi", is_flag=True, help="Sertakan =IKM_SCORE() dst. untuk Excel 365.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    jenis: tuple[str, ...],
    tahun: int,
    profil: Path | None,
    folder: Path,
    pejabat: tuple[str, ...],
    perubahan: bool,
    dari: tuple[Path, ...],
    alasan: str,
    tanggal: datetime | None,
    fungsi: bool,
    paksa: bool,
) -> None:
    """Buat buku kerja JENIS (mis. pk rka iku), atau semuanya dengan 'all' (termasuk PK setiap pejabat)."""
    from kinerja_xl.spec.buku import jenis_tersedia, muat_buku

    dikenal = jenis_tersedia()
    if not jenis and not perubahan:
        raise KinerjaError(f"sebutkan jenis buku kerja: {', '.join(dikenal)}, atau all.")
    for satu in jenis:
        if satu != "all":
            muat_buku(satu)  # an unknown kind is told before anything is written
    minta = Minta(tahun, folder, fungsi, paksa, pejabat, dari, alasan, tanggal)
    if perubahan:
        _perubahan(atur, jenis, minta, profil)
        return
    if dari or alasan or tanggal:
        raise KinerjaError("--dari, --alasan dan --tanggal dipakai bersama --perubahan.")
    _buat(atur, jenis, minta, profil)


def _buat(atur: Pengaturan, jenis: tuple[str, ...], minta: Minta, berkas: Path | None) -> None:
    from kinerja_xl.build import generate
    from kinerja_xl.spec.buku import jenis_tersedia
    from kinerja_xl.spec.profil import berkas_contoh, muat_profil

    profil = muat_profil(berkas or berkas_contoh("kecamatan"))
    semua = "all" in jenis
    pilih = jenis_tersedia() if semua else tuple(dict.fromkeys(jenis))
    if minta.pejabat and "pk" not in pilih:
        raise KinerjaError("--pejabat hanya untuk pk; sebutkan pk atau all.")
    for satu in pilih:
        pejabat = _pejabat(profil, minta.pejabat or ((SEMUA,) if semua else ())) if satu == "pk" else ("",)
        for kunci in pejabat:
            hasil = generate(
                satu, tahun=minta.tahun, profil=profil, out=minta.folder, timpa=minta.paksa,
                dengan_fungsi=minta.fungsi, pejabat=kunci,
            )  # fmt: skip
            if not atur.quiet:
                click.echo(str(hasil))
    if "pk" in pilih:
        _periksa_kaskade(atur, profil)


def _pejabat(profil: Profil, minta: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the officials asked for; nothing asked for is the head."""
    from kinerja_xl.spec.profil_perjanjian import kunci_pejabat, profil_pejabat

    if SEMUA in minta:
        return kunci_pejabat(profil)
    for kunci in minta:
        profil_pejabat(profil, kunci)  # an unknown one is told before anything is written
    return tuple(dict.fromkeys(minta)) or ("",)


def _periksa_kaskade(atur: Pengaturan, profil: Profil) -> None:
    """Tell how the agreements of the profile do not fit together; the workbooks are made all the same."""
    from kinerja_xl.verify.kaskade import periksa_profil

    for satu in periksa_profil(profil, atur.lang):
        atur.catat(f"{satu.code} {satu.level}: {satu.message} {satu.fix}")


def _perubahan(atur: Pengaturan, jenis: tuple[str, ...], minta: Minta, berkas: Path | None) -> None:
    from kinerja_xl.edit import perubahan
    from kinerja_xl.read import baca
    from kinerja_xl.spec.profil import muat_profil
    from kinerja_xl.verify.pengenal import kenali

    if not (minta.dari and minta.alasan and minta.tanggal):
        raise KinerjaError("--perubahan perlu --dari BERKAS, --alasan 'TEKS' dan --tanggal 2025-07-01.")
    if minta.pejabat or minta.fungsi:
        raise KinerjaError("--perubahan mengikuti berkas --dari; --pejabat dan --dengan-fungsi tidak dipakai.")
    profil = muat_profil(berkas) if berkas else None
    for satu in minta.dari:
        buku = baca(satu).buku
        kenal = kenali(buku) if buku else None
        if kenal and kenal.tahun not in (None, minta.tahun):
            raise KinerjaError(f"{satu.name} untuk tahun {kenal.tahun}, diminta {minta.tahun}.")
        if kenal and kenal.jenis and jenis and "all" not in jenis and kenal.jenis not in jenis:
            raise KinerjaError(f"{satu.name} adalah buku kerja {kenal.jenis}, diminta {', '.join(jenis)}.")
    for satu in minta.dari:
        hasil = perubahan(
            satu, minta.folder, alasan=minta.alasan, tanggal=minta.tanggal.date(), profil=profil, timpa=minta.paksa
        )
        if not atur.quiet:
            click.echo(str(hasil))
