"""kinerja migrate: the data of an old workbook into the template in force."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan


@click.command("migrate", short_help="Pindahkan isi buku kerja lama ke templat baru.")
@click.argument("buku", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="LAMA.xlsx")
@click.option("--tahun", type=click.IntRange(2004, 2100), required=True, help="Tahun anggaran buku kerja baru.")
@click.option("--out", "tujuan", type=click.Path(path_type=Path), required=True, help="Buku kerja baru.")
@click.option("--semua", is_flag=True, help="Bawa juga isian milik tahun lama (realisasi, catatan langkah, ...).")
@click.option("--profil", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Profil kantor, bila LAMA bukan buatan kinerja-xl.")  # fmt: skip
@click.option("--jenis", default="", help="Jenis buku kerja baru bila LAMA bukan buatan kinerja-xl. [bawaan: pk]")
@click.option("--json", "sebagai_json", is_flag=True, help="Hasil dan seluruh daftar sebagai JSON.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan, buku: Path, tahun: int, tujuan: Path, semua: bool, profil: Path | None, jenis: str,
    sebagai_json: bool, paksa: bool,
) -> int:  # fmt: skip
    """Pindahkan isi LAMA ke templat sekarang untuk --tahun.

    Isian dicari menurut nama, lalu menurut tabel dan kolom; tabel diperbesar bila perlu. Bila tahun maju satu, target
    dan realisasi lama mengisi kolom tahun lalu. Yang tidak dipindahkan didaftar sel demi sel di layar dan dalam berkas
    ...-tidak-terpindah.csv di samping hasil. Status keluar 1 bila ada isi yang tidak punya tempat.
    """
    from kinerja_xl.cli._pindah_teks import cetak_pindah
    from kinerja_xl.edit.pindah import migrate

    hasil = migrate(buku, tujuan, tahun=tahun, profil=profil, jenis=jenis, semua=semua, timpa=paksa, lang=atur.lang)
    if sebagai_json:
        click.echo(json.dumps(hasil.to_dict(), ensure_ascii=False, indent=2))
    elif not atur.quiet:
        cetak_pindah(hasil, atur.lang)
    return int(bool(hasil.tanpa_tempat or hasil.lembar_hilang))
