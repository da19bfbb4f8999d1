"""kinerja fill: put values into the inputs of a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan


@click.command("fill", short_help="Masukkan data ke sel isian buku kerja.")
@click.argument("buku", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BUKU.xlsx")
@click.option("--data", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True,
              help="Data .toml, .json, atau .csv: nama isian dan nilainya; "
              "untuk ikm juga ekspor survei .csv atau .xlsx.")  # fmt: skip
@click.option("--out", "tujuan", type=click.Path(path_type=Path), required=True, help="Buku kerja hasil.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.option("--jejak", is_flag=True, help="Tulis asal tiap hasil, langkah demi langkah, sebagai komentar selnya.")
@click.option("--peta", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="PETA.toml",
              help="Arti judul kolom dan jawaban ekspor survei yang tidak dikenal.")  # fmt: skip
@click.option("--tambah", is_flag=True, help="Taruh ekspor survei di bawah responden yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan, buku: Path, data: Path, tujuan: Path, paksa: bool, jejak: bool, peta: Path | None, tambah: bool
) -> None:
    """Isi BUKU dengan DATA; rumus tetap, hasilnya dihitung ulang."""
    from kinerja_xl.edit import fill

    hasil = fill(
        buku, data, tujuan, timpa=paksa, jejak=jejak, lang=atur.lang, peta=peta, tambah=tambah, lapor=atur.catat
    )
    if not atur.quiet:
        click.echo(str(hasil or tujuan))
