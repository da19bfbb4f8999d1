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
@click.option("--sop", "sop", metavar="KODE|semua|FILE.toml", help="SOP mana, untuk jenis sop (biasanya semua).")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    jenis: tuple[str, ...],
    tahun: int,
    profil: Path | None,
    folder: Path,
    fungsi: bool,
    sop: str | None,
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

    if sop is not None and not {"sop", "all"} & set(jenis):
        raise KinerjaError("--sop hanya untuk jenis sop: kinerja generate sop --sop rka --tahun ...")
    for satu in dikenal if "all" in jenis else dict.fromkeys(jenis):
        for kode in _sop(sop) if satu == "sop" else ("",):
            hasil = generate(satu, tahun=tahun, profil=profil, out=folder, timpa=paksa, dengan_fungsi=fungsi, sop=kode)
            if not atur.quiet:
                click.echo(str(hasil))


def _sop(pilihan: str | None) -> tuple[str, ...]:
    """The SOPs to draw: one by code or file, or all that are shipped; an unknown one is told at once."""
    from kinerja_xl.sop.model import kode_sop, muat_sop

    if pilihan is None or pilihan == "semua":
        return kode_sop()
    muat_sop(pilihan)
    return (pilihan,)
