"""kinerja generate: the workbooks of one year for one office; the PK of every official; changed versions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli._pesan import Minta, daftar_pesanan
from kinerja_xl.core.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_xl.spec.profil import Profil


@click.command("generate", short_help="Buat buku kerja kosong untuk satu tahun.")
@click.argument("jenis", nargs=-1, metavar="[JENIS...|all]")
@click.option("--tahun", type=click.IntRange(2004, 2100), required=True, help="Tahun anggaran.")
@click.option(
    "--profil", type=click.Path(path_type=Path), help="Profil kantor .xlsx atau .toml (lihat 'kinerja init')."
)
@click.option("--dari", multiple=True, type=click.Path(exists=True, path_type=Path),
              help="Buku kerja tahun lalu (berkas atau folder): angka tahun lalu, pejabat, program. "
                   "Dengan --perubahan: buku kerja sebelum perubahan.")  # fmt: skip
@click.option("--out", "folder", type=click.Path(path_type=Path), default=Path(), help="Folder hasil.")
@click.option("--pejabat", multiple=True, metavar="semua|KUNCI", help="PK pejabat ini (kunci [pejabat] dalam profil).")
@click.option("--perubahan", is_flag=True, help="Buat versi perubahan PK/RKA dari berkas --dari.")
@click.option("--alasan", default="", help="Alasan perubahan; tercetak pada dokumen.")
@click.option("--tanggal", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal perubahan, misalnya 2025-07-01.")
@click.option("--sop", metavar="KODE|semua|FILE.toml", help="SOP mana, untuk jenis sop (biasanya semua).")
@click.option("--dengan-fungsi", "fungsi", is_flag=True, help="Sertakan =IKM_SCORE() dst. untuk Excel 365.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    jenis: tuple[str, ...],
    tahun: int,
    profil: Path | None,
    dari: tuple[Path, ...],
    folder: Path,
    pejabat: tuple[str, ...],
    perubahan: bool,
    alasan: str,
    tanggal: datetime | None,
    sop: str | None,
    fungsi: bool,
    paksa: bool,
) -> None:
    """Buat buku kerja JENIS (mis. pk rka iku), atau semuanya dengan 'all' (termasuk PK setiap pejabat)."""
    _periksa_jenis(jenis, perubahan)
    minta = Minta(jenis, tahun, folder, fungsi, paksa, pejabat, dari, alasan, tanggal, sop)
    if perubahan:
        _perubahan(atur, minta, profil)
        return
    if alasan or tanggal:
        raise KinerjaError("--alasan dan --tanggal dipakai bersama --perubahan.")
    if len(dari) > 1:
        raise KinerjaError("--dari untuk tahun lalu menyebut satu berkas atau satu folder.")
    _buat(atur, minta, profil)


def _periksa_jenis(jenis: tuple[str, ...], perubahan: bool) -> None:
    """An unknown kind is told before anything is written."""
    from kinerja_xl.spec.buku import jenis_tersedia, muat_buku

    dikenal = jenis_tersedia()
    if not jenis and not perubahan:
        raise KinerjaError(f"sebutkan jenis buku kerja: {', '.join(dikenal)}, atau all.")
    for satu in jenis:
        if satu not in ("all", *dikenal):
            muat_buku(satu)
            raise KinerjaError(f"'{satu}' bukan dokumen; buku profil dibuat dengan 'kinerja init'.")


def _buat(atur: Pengaturan, minta: Minta, berkas: Path | None) -> None:
    from kinerja_xl.build import generate_set
    from kinerja_xl.build.buat import buka
    from kinerja_xl.cli._dari import mulai_tahun

    profil = mulai_tahun(atur, minta.dari[0], minta.tahun, berkas) if minta.dari else buka(berkas)
    daftar = daftar_pesanan(minta, profil)
    for hasil in generate_set(
        daftar,
        tahun=minta.tahun,
        profil=profil,
        out=minta.folder,
        timpa=minta.paksa,
        dengan_fungsi=minta.fungsi,
        lang=atur.lang,
    ):
        if not atur.quiet:
            click.echo(str(hasil))
    if any(satu.jenis == "pk" for satu in daftar):
        _periksa_kaskade(atur, profil)


def _periksa_kaskade(atur: Pengaturan, profil: Profil) -> None:
    """Tell how the agreements of the profile do not fit together; the workbooks are made all the same."""
    from kinerja_xl.verify.kaskade import periksa_profil

    for satu in periksa_profil(profil, atur.lang):
        atur.catat(f"{satu.code} {satu.level}: {satu.message} {satu.fix}")


def _perubahan(atur: Pengaturan, minta: Minta, berkas: Path | None) -> None:
    from kinerja_xl.build.buat import buka
    from kinerja_xl.edit import perubahan
    from kinerja_xl.read import baca
    from kinerja_xl.verify.pengenal import kenali

    if not (minta.dari and minta.alasan and minta.tanggal):
        raise KinerjaError("--perubahan perlu --dari BERKAS, --alasan 'TEKS' dan --tanggal 2025-07-01.")
    if minta.pejabat or minta.fungsi or minta.sop:
        raise KinerjaError("--perubahan mengikuti berkas --dari; --pejabat, --sop dan --dengan-fungsi tidak dipakai.")
    profil = buka(berkas) if berkas else None
    for satu in minta.dari:
        buku = baca(satu).buku
        kenal = kenali(buku) if buku else None
        if kenal and kenal.tahun not in (None, minta.tahun):
            raise KinerjaError(f"{satu.name} untuk tahun {kenal.tahun}, diminta {minta.tahun}.")
        if kenal and kenal.jenis and minta.jenis and "all" not in minta.jenis and kenal.jenis not in minta.jenis:
            raise KinerjaError(f"{satu.name} adalah buku kerja {kenal.jenis}, diminta {', '.join(minta.jenis)}.")
    for satu in minta.dari:
        hasil = perubahan(
            satu, minta.folder, alasan=minta.alasan, tanggal=minta.tanggal.date(), profil=profil, timpa=minta.paksa
        )
        if not atur.quiet:
            click.echo(str(hasil))
