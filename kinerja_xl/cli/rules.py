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
@click.option(
    "--rumus", "rentang", metavar="RENTANG", help="Rumus siap tempel atas alamat ini, mis. B5:J154 atau 'B2;C2'."
)
@click.option("--resep", metavar="DATA", help="Cara hitung di balik nilai terbit (.toml, .csv, sel, buku kerja).")
@click.option(
    "--nilai", multiple=True, metavar="ANGKA", help="Nilai terbit yang ditanyakan, mis. 91,38 (dengan --resep)."
)
@click.option(
    "--bandingkan", type=(int, int, str), metavar="A B DATA", help="Data yang sama menurut aturan tahun A dan B."
)
@click.option("--json", "sebagai_json", is_flag=True, help="Semua keterangan sebagai JSON.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    nama: str | None,
    tahun: int | None,
    versi: str | None,
    rentang: str | None,
    resep: str | None,
    nilai: tuple[str, ...],
    bandingkan: tuple[int, int, str] | None,
    sebagai_json: bool,
) -> None:
    """Tampilkan satu fungsi (NAMA) atau daftar semua fungsi.

    Versi aturan dipilih menurut --tahun (tahun anggaran) atau --versi; tanpa keduanya dipakai yang terbaru.
    Tanda [!] berarti belum dicocokkan dengan naskah resmi.
    """
    if resep is not None or bandingkan is not None or nilai:
        _asal_nilai(atur, nama, tahun, rentang, resep, nilai, bandingkan, sebagai_json)
        return
    from kinerja_xl.cli._rules_isi import pilih_masa, uraikan
    from kinerja_xl.cli._rules_teks import daftar as daftar_teks
    from kinerja_xl.cli._rules_teks import halaman
    from kinerja_xl.functions import functions, get

    if versi is not None and nama is None:
        raise KinerjaError("--versi perlu nama fungsi, misalnya: kinerja rules IKPA_SCORE --versi per-5-2022")
    if rentang is not None:
        if nama is None:
            raise KinerjaError("--rumus perlu nama fungsi, misalnya: kinerja rules IKM_SCORE --rumus B5:J154")
        from kinerja_xl.cli._tempel import baris_tempel

        fungsi = get(nama)
        awal = pilih_masa(fungsi, tahun, versi).tahun_awal if versi is not None else tahun
        click.echo("\n".join(baris_tempel(fungsi, rentang, awal, atur.lang)))
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


def _asal_nilai(
    atur: Pengaturan,
    nama: str | None,
    tahun: int | None,
    rentang: str | None,
    resep: str | None,
    nilai: tuple[str, ...],
    bandingkan: tuple[int, int, str] | None,
    sebagai_json: bool,
) -> None:
    """--resep or --bandingkan: one of them at a time."""
    if rentang is not None or (resep is None) == (bandingkan is None):
        raise KinerjaError("pakai salah satu: --rumus, --resep DATA [--nilai ANGKA], atau --bandingkan A B DATA")
    if resep is not None:
        from kinerja_xl.cli._resep import jalankan

        jalankan(nama, resep, nilai, tahun, atur.lang, sebagai_json)
    elif bandingkan is not None and nilai:
        raise KinerjaError("--nilai hanya dipakai bersama --resep")
    elif bandingkan is not None:
        from kinerja_xl.cli._bandingkan import bandingkan_tahun

        bandingkan_tahun(nama, *bandingkan, tahun, atur.lang, sebagai_json)


def _tulis(nilai: Any) -> str:
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
