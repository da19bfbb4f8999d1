"""kinerja generate: blank workbooks of one year for one office."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError


@click.command("generate", short_help="Buat buku kerja kosong untuk satu tahun.")
@click.argument("jenis", nargs=-1, metavar="[JENIS...|all]")
@click.option("--tahun", type=click.IntRange(2004, 2100), required=True, help="Tahun anggaran.")
@click.option(
    "--profil", type=click.Path(path_type=Path), help="Profil kantor .xlsx atau .toml (lihat 'kinerja init')."
)
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
        if satu not in ("all", *dikenal):
            muat_buku(satu)  # an unknown kind is told before anything is written
            raise KinerjaError(f"'{satu}' bukan dokumen; buku profil dibuat dengan 'kinerja init'.")
    from kinerja_xl.build import generate_set

    daftar = dikenal if "all" in jenis else tuple(dict.fromkeys(jenis))
    for hasil in generate_set(daftar, tahun=tahun, profil=profil, out=folder, timpa=paksa, dengan_fungsi=fungsi):
        if not atur.quiet:
            click.echo(str(hasil))
