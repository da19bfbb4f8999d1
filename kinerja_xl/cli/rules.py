"""kinerja rules: the rule book, one function or all, in both forms."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError


@click.command("rules", short_help="Daftar fungsi: argumen, rumus, dasar hukum, bukti.")
@click.argument("nama", required=False)
@click.option("--tahun", type=click.IntRange(1900, 2200), help="Versi aturan untuk tahun anggaran ini.")
@click.option("--versi", metavar="VERSI", help="Versi aturan menurut namanya, mis. per-5-2022.")
@click.option("--rumus", "rentang", metavar="RENTANG", help="Rumus Excel atas alamat ini, mis. 'B5:J154;2024'.")
@click.option("--json", "sebagai_json", is_flag=True, help="Semua keterangan sebagai JSON.")
@click.pass_obj
def perintah(
    atur: Pengaturan, nama: str | None, tahun: int | None, versi: str | None, rentang: str | None, sebagai_json: bool
) -> None:
    """Tampilkan satu fungsi (NAMA) atau daftar semua fungsi.

    Versi aturan dipilih menurut --tahun (tahun anggaran) atau --versi; tanpa keduanya dipakai yang terbaru.
    Tanda [!] berarti belum dicocokkan dengan naskah resmi.
    """
    from kinerja_xl.cli._rules_isi import pilih_masa, uraikan
    from kinerja_xl.cli._rules_teks import daftar as daftar_teks
    from kinerja_xl.cli._rules_teks import halaman
    from kinerja_xl.functions import functions, get

    if versi is not None and nama is None:
        raise KinerjaError("--versi perlu nama fungsi, misalnya: kinerja rules IKPA_SCORE --versi per-5-2022")
    if rentang is not None:
        if nama is None:
            raise KinerjaError("--rumus perlu nama fungsi, misalnya: kinerja rules IKM_SCORE --rumus B5:J154")
        alamat = [satu.strip() for satu in rentang.split(";")]
        fungsi = get(nama)
        awal = pilih_masa(fungsi, tahun, versi).tahun_awal if versi is not None else tahun
        click.echo(f"={fungsi.rumus(*alamat, tahun=awal)}")
        return
    daftar = [get(nama)] if nama else list(functions().values())
    if sebagai_json:
        isi: Any = [uraikan(f, tahun, versi, ketat=nama is not None) for f in daftar]
        click.echo(json.dumps(isi if nama is None else isi[0], ensure_ascii=False, indent=1, default=_tulis))
    elif nama:
        click.echo(halaman(daftar[0], tahun, versi, atur.lang))
    else:
        for baris in daftar_teks(daftar, atur.lang):
            click.echo(baris)


def _tulis(nilai: Any) -> str:
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
