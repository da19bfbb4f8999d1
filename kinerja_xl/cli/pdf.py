"""kinerja pdf: print workbooks through LibreOffice."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan


@click.command("pdf", short_help="Cetak buku kerja ke PDF lewat LibreOffice.")
@click.argument("buku", nargs=-1, required=True, metavar="BUKU.xlsx...",
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@click.option("--out", "folder", type=click.Path(path_type=Path), help="Folder hasil. [bawaan: di samping bukunya]")
@click.option("--kertas", type=click.Choice(["A4", "F4"]), help="Ganti kertas; halaman dibagi ulang.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(atur: Pengaturan, buku: tuple[Path, ...], folder: Path | None, kertas: str | None, paksa: bool) -> None:
    """Cetak setiap BUKU menjadi PDF bernama sama, menurut pengaturan halaman buku kerjanya."""
    from kinerja_xl.edit.cetak_pdf import cetak

    for satu in cetak(buku, folder, kertas=kertas or "", timpa=paksa):
        if not atur.quiet:
            click.echo(str(satu))
