"""kinerja rekap: what many submissions say together."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan, tulis_berkas


@click.command("rekap", short_help="Rangkum hasil periksa banyak kantor.")
@click.argument("sumber", type=click.Path(path_type=Path), metavar="FOLDER|LAPORAN.json")
@click.option(
    "--tingkat", type=click.IntRange(1, 9), default=1, show_default=True,
    help="Berapa folder dari alamat berkas yang menjadi nama wilayah.",
)  # fmt: skip
@click.option("--json", "ke_json", type=click.Path(path_type=Path), help="Tulis semua tabel sebagai JSON.")
@click.option(
    "--csv", "ke_csv", type=click.Path(path_type=Path), metavar="FOLDER", help="Tulis tiap tabel sebagai CSV."
)
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan, sumber: Path, tingkat: int, ke_json: Path | None, ke_csv: Path | None, paksa: bool
) -> int:
    """Rangkum hasil dari FOLDER (yang dipakai pada --lanjut) atau dari laporan JSON.

    Putusan menurut wilayah dan jenis dokumen, temuan terbanyak, ketercapaian tiap indikator, cara hitung yang dikenali,
    kiriman yang terlalu serupa, dan angka yang jauh dari kantor lain.
    """
    from kinerja_xl.batch.rekap import rekap
    from kinerja_xl.cli._rekap_teks import csv, teks

    hasil = rekap(sumber, tingkat=tingkat, lang=atur.lang)
    if ke_json is not None:
        isi = json.dumps(hasil.to_dict(), ensure_ascii=False, indent=1) + "\n"
        tulis_berkas(ke_json, isi.encode("utf-8"), paksa)
    if ke_csv is not None:
        ke_csv.mkdir(parents=True, exist_ok=True)
        for nama, tabel in hasil.tabel().items():
            tulis_berkas(ke_csv / f"{nama}.csv", csv(tabel), paksa)
    if not atur.quiet:
        click.echo(teks(hasil, atur.lang), nl=False)
    return 0
