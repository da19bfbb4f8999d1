"""kinerja addin: the add-in files of each spreadsheet program, built or installed."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli._pengaya import PEMASANG, PEMBANGUN, ambil
from kinerja_xl.core.errors import KinerjaError

SEMUA = "semua"


@click.group("addin", short_help="Buat atau pasang add-in fungsi untuk program lembar kerja.")
def perintah() -> None:
    """Add-in: fungsi seperti =IKM_SCORE() di dalam program lembar kerja."""


@perintah.command("build")
@click.argument("program", type=click.Choice([*PEMBANGUN, SEMUA]), default=SEMUA)
@click.option(
    "--out", "folder", type=click.Path(path_type=Path), default=Path(), help="Folder hasil; dibuat bila perlu."
)
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def build(atur: Pengaturan, program: str, folder: Path, paksa: bool) -> None:
    """Buat berkas add-in untuk PROGRAM, atau untuk semuanya."""
    dipilih = list(PEMBANGUN) if program == SEMUA else [program]
    folder.mkdir(parents=True, exist_ok=True)
    for satu in dipilih:
        for tempat in PEMBANGUN[satu]:
            hasil = ambil(tempat)(folder, timpa=paksa)
            if not atur.quiet:
                click.echo(str(hasil))


@perintah.command("install")
@click.argument("program", type=click.Choice([*PEMASANG, SEMUA]), default=SEMUA)
@click.option("--hapus", is_flag=True, help="Lepaskan add-in yang terpasang.")
@click.pass_obj
def install(atur: Pengaturan, program: str, hapus: bool) -> None:
    """Pasang add-in untuk PROGRAM di komputer ini, atau untuk semua program yang ada."""
    dipilih = list(PEMASANG) if program == SEMUA else [program]
    gagal = []
    for satu in dipilih:
        try:
            pesan = ambil(PEMASANG[satu])(atur, hapus)
        except KinerjaError as salah:
            gagal.append(str(salah))
        else:
            if not atur.quiet:
                click.echo(pesan)
    if len(gagal) == len(dipilih):
        raise KinerjaError(" ".join(gagal))
    for pesan in gagal:
        atur.catat(pesan)
