"""kinerja repair: a pasted-over form becomes sound again, its data untouched."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan


@click.command("repair", short_help="Perbaiki formulir yang rusak; isinya tetap.")
@click.argument("buku", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BUKU.xlsx")
@click.option("--out", "tujuan", type=click.Path(path_type=Path), required=True, help="Buku kerja hasil.")
@click.option("--acuan", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Buku kerja utuh dari kantor, jenis, dan tahun yang sama, bila lembar Info hilang.")  # fmt: skip
@click.option("--hanya-temuan", is_flag=True,
              help="Hanya buang lembar Temuan dan komentar dari salinan beranotasi; isi lain utuh.")  # fmt: skip
@click.option("--json", "sebagai_json", is_flag=True, help="Hasil dan seluruh daftar sebagai JSON.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan, buku: Path, tujuan: Path, acuan: Path | None, hanya_temuan: bool, sebagai_json: bool, paksa: bool
) -> int:  # fmt: skip
    """Pasang kembali rumus, format, validasi, nama, dan kunci pada BUKU tanpa mengubah isinya.

    Baris yang disisipkan ke dalam tabel ikut masuk tabel. Isi yang tidak punya tempat (diketik di atas rumus, di luar
    sel isian) didaftar sel demi sel. Status keluar 1 bila ada isi seperti itu atau ada lembar yang hilang.

    Dengan --hanya-temuan tidak ada yang diperbaiki: lembar Temuan dan komentar dari 'kinerja verify --salinan' dibuang,
    juga dari buku kerja buatan kantor sendiri; bagian lain berkas tidak berubah.
    """
    from kinerja_xl.cli._pindah_teks import cetak_perbaikan
    from kinerja_xl.edit.perbaiki import repair

    if hanya_temuan:
        return _buang_temuan(atur, buku, tujuan, sebagai_json, paksa)
    hasil = repair(buku, tujuan, acuan=acuan, timpa=paksa)
    if sebagai_json:
        click.echo(json.dumps(hasil.to_dict(), ensure_ascii=False, indent=2))
    elif not atur.quiet:
        cetak_perbaikan(hasil, atur.lang)
    return int(bool(hasil.tanpa_tempat or hasil.lembar_hilang))


_BUANG = {
    "id": "Dibuang: {lembar} lembar Temuan dan {komentar} komentar pemeriksaan. Hasil: {tujuan}",
    "en": "Taken away: {lembar} Temuan sheets and {komentar} comments of a check. Result: {tujuan}",
}


def _buang_temuan(atur: Pengaturan, buku: Path, tujuan: Path, sebagai_json: bool, paksa: bool) -> int:
    """A workbook without what an annotated copy added to it."""
    from kinerja_xl.cli._dasar import tulis_berkas
    from kinerja_xl.edit.bersihkan import bersihkan
    from kinerja_xl.edit.pindah_lapor import periksa_tujuan

    periksa_tujuan(buku, tujuan, timpa=paksa)
    hasil = bersihkan(buku.read_bytes())
    tulis_berkas(tujuan, hasil.isi, paksa)
    jumlah = {"lembar": len(hasil.lembar), "komentar": hasil.komentar}
    if sebagai_json:
        click.echo(json.dumps({"hasil": tujuan.name, **jumlah}, ensure_ascii=False, indent=2))
    elif not atur.quiet:
        click.echo(_BUANG[atur.lang].format(**jumlah, tujuan=tujuan))
    return 0
