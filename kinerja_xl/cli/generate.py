"""kinerja generate: blank workbooks of one year for one office."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError


@click.command("generate", short_help="Buat buku kerja kosong untuk satu tahun.")
@click.argument("jenis", nargs=-1, metavar="[JENIS...|all]")
@click.option("--tahun", type=click.IntRange(2004, 2100), required=True, help="Tahun anggaran.")
@click.option("--profil", type=click.Path(path_type=Path), help="Profil kantor (lihat 'kinerja init').")
@click.option("--out", "folder", type=click.Path(path_type=Path), default=Path(), help="Folder hasil.")
@click.option("--dengan-fungsi", "fungsi", is_flag=True, help="Sertakan =IKM_SCORE() dst. untuk Excel 365.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    jenis: tuple[str, ...],
    tahun: int,
    profil: Path | None,
    folder: Path,
    fungsi: bool,
    paksa: bool,
) -> None:
    """Buat buku kerja JENIS (mis. pk rka iku), atau semuanya dengan 'all'."""
    from kinerja_xl.spec.buku import jenis_tersedia, muat_buku

    dikenal = jenis_tersedia()
    if not jenis:
        raise KinerjaError(f"sebutkan jenis buku kerja: {', '.join(dikenal)}, atau all.")
    for satu in jenis:
        if satu != "all":
            muat_buku(satu)  # an unknown kind is told before anything is written
    from kinerja_xl.build import generate

    for satu in _semua(dikenal, profil) if "all" in jenis else dict.fromkeys(jenis):
        hasil = generate(satu, tahun=tahun, profil=profil, out=folder, timpa=paksa, dengan_fungsi=fungsi)
        if not atur.quiet:
            click.echo(str(hasil))


def _semua(dikenal: tuple[str, ...], profil: Path | None) -> list[str]:
    """Every kind that is meant for such an office (satker or skpd)."""
    from kinerja_xl.build.buat import PROFIL_BAWAAN
    from kinerja_xl.spec.buku import muat_buku
    from kinerja_xl.spec.profil import berkas_contoh, muat_profil

    kantor = muat_profil(profil or berkas_contoh(PROFIL_BAWAAN)).instansi.jenis
    return [satu for satu in dikenal if muat_buku(satu).untuk in ("", kantor)]
