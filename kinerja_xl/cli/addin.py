"""kinerja addin: build the add-in files for each spreadsheet program, install those that can be installed here."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli._udfs import muat
from kinerja_xl.core.errors import KinerjaError


@click.group("addin", short_help="Berkas pengaya untuk Excel dan LibreOffice.")
def perintah() -> None:
    """Pengaya: fungsi seperti =IKM_SCORE() di dalam program lembar kerja."""


@perintah.command("build")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder tujuan.")
@click.option("--hanya", multiple=True, metavar="JENIS", help="Hanya jenis ini (boleh diulang), mis. oxt.")
@click.pass_obj
def build(atur: Pengaturan, out: Path, hanya: tuple[str, ...]) -> None:
    """Buat berkas pengaya di folder --out; setiap kali isi berkasnya sama."""
    pembuat = muat().PEMBUAT
    _kenal(hanya, pembuat)
    out.mkdir(parents=True, exist_ok=True)
    for nama in hanya or pembuat:
        for berkas in pembuat[nama](out):
            sidik = sha256(berkas.read_bytes()).hexdigest()[:16] if berkas.is_file() else "folder"
            click.echo(f"{berkas}  {sidik}")
    atur.catat("Selesai. Cara memasang: kinerja addin install, atau lihat docs/libreoffice.md.")


@perintah.command("install")
@click.argument("program", nargs=-1)
def install(program: tuple[str, ...]) -> None:
    """Pasang pengaya pada PROGRAM yang ada di komputer ini, atau jelaskan caranya."""
    pemasang = muat().PEMASANG
    _kenal(program, pemasang)
    for nama in program or pemasang:
        click.echo(f"{nama}:")
        for baris in pemasang[nama]():
            click.echo(f"  {baris}")


def _kenal(diminta: tuple[str, ...], ada: dict[str, object]) -> None:
    for nama in diminta:
        if nama not in ada:
            raise KinerjaError(f"'{nama}' tidak dikenal; pilih {', '.join(ada)}.")
