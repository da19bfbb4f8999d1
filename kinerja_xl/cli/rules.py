"""kinerja rules: the rule book, one function or all, in both forms."""

from __future__ import annotations

import json
from datetime import date
from inspect import cleandoc
from typing import Any

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError


@click.command("rules", short_help="Daftar fungsi: argumen, rumus, dasar hukum, bukti.")
@click.argument("nama", required=False)
@click.option("--tahun", type=click.IntRange(1900, 2200), help="Versi aturan untuk tahun anggaran ini.")
@click.option(
    "--rumus", "rentang", metavar="RENTANG", help="Rumus siap tempel atas alamat ini, mis. B5:J154 atau 'B2;C2'."
)
@click.option("--json", "sebagai_json", is_flag=True, help="Semua keterangan sebagai JSON.")
@click.pass_obj
def perintah(atur: Pengaturan, nama: str | None, tahun: int | None, rentang: str | None, sebagai_json: bool) -> None:
    """Tampilkan satu fungsi (NAMA) atau daftar semua fungsi."""
    from kinerja_xl.functions import functions, get

    if rentang is not None:
        if nama is None:
            raise KinerjaError("--rumus perlu nama fungsi, misalnya: kinerja rules IKM_SCORE --rumus B5:J154")
        from kinerja_xl.cli._tempel import baris_tempel

        click.echo("\n".join(baris_tempel(get(nama), rentang, tahun, atur.lang)))
        return
    daftar = [get(nama)] if nama else list(functions().values())
    if sebagai_json:
        isi: Any = [uraikan(f, tahun, ketat=nama is not None) for f in daftar]
        click.echo(json.dumps(isi if nama is None else isi[0], ensure_ascii=False, indent=1, default=_tulis))
    elif nama:
        _satu(uraikan(daftar[0], tahun, ketat=True), atur.lang)
    else:
        for f in daftar:
            click.echo(f"{f.sintaks():<58} {f.judul_en if atur.lang == 'en' and f.judul_en else f.judul}")


def uraikan(fungsi: Any, tahun: int | None, *, ketat: bool) -> dict[str, Any]:
    """Everything known of a function, as data. ketat: a year outside its versions is an error."""
    try:
        masa = fungsi.masa(tahun)
    except KinerjaError:
        if ketat:
            raise
        masa = fungsi.masa()
    semua = [m for m in fungsi.buku.masa if not fungsi.aturan or m.versi in fungsi.aturan]
    return {
        "nama": fungsi.nama, "judul": fungsi.judul, "judul_en": fungsi.judul_en, "keluarga": fungsi.keluarga,
        "satuan": fungsi.satuan, "sintaks": fungsi.sintaks(), "bantuan": cleandoc(fungsi.bantuan),
        "argumen": [vars(a) for a in fungsi.argumen],
        "rujukan": fungsi.rujukan, "aturan": masa.judul, "rujukan_aturan": masa.rujukan, "bukti": masa.bukti,
        "berlaku": [{"judul": m.judul, "tahun_awal": m.tahun_awal, "tahun_akhir": m.tahun_akhir, "sejak": m.sejak,
                     "sampai": m.sampai, "rujukan": m.rujukan, "bukti": m.bukti} for m in semua],
        "parameter": [{"nama": p.nama, "nilai": str(p.nilai), "satuan": p.satuan, "rujukan": p.rujukan or masa.rujukan,
                       "bukti": p.bukti or masa.bukti, "catatan": p.catatan} for p in masa.daftar()],
        "python": f"kinerja_xl.call(\"{fungsi.nama}\", {', '.join(a.nama for a in fungsi.argumen)})",
        "excel": f"={fungsi.rumus_bernama(masa.tahun_awal)}" if fungsi.excel else None,
        "tanpa_excel": fungsi.tanpa_excel,
        "sengketa": list(fungsi.buku.sengketa),
        "kasus": [dict(k) for k in fungsi.buku.kasus if k.get("fungsi") == fungsi.nama],
    }  # fmt: skip


def _satu(isi: dict[str, Any], lang: str) -> None:
    click.echo(f"{isi['sintaks']}\n{isi['judul_en'] if lang == 'en' and isi['judul_en'] else isi['judul']}\n")
    if isi["bantuan"]:
        click.echo(f"{isi['bantuan']}\n")
    for a in isi["argumen"]:
        bentuk = f" [{a['bentuk']}]" if a["bentuk"] else ""
        bantuan = a["bantuan_en"] if lang == "en" and a["bantuan_en"] else a["bantuan"]
        click.echo(f"  {a['nama']:<14} {a['jenis']}{bentuk}: {bantuan}{' (boleh kosong)' if a['opsional'] else ''}")
    click.echo(f"\nHasil: {isi['satuan']}\nDasar: {isi['rujukan']}")
    click.echo(f"Aturan yang dipakai: {isi['aturan']} ({isi['rujukan_aturan']}); bukti: {isi['bukti']}")
    for m in isi["berlaku"]:
        click.echo(f"  {m['judul']}: tahun {m['tahun_awal']}-{m['tahun_akhir'] or 'sekarang'}; bukti: {m['bukti']}")
    for p in isi["parameter"]:
        click.echo(f"  {p['nama']} = {p['nilai']} {p['satuan']} ({p['bukti']})".rstrip())
    for satu in isi["sengketa"]:
        click.echo(f"Catatan: {satu}")
    click.echo(f"\nPython: {isi['python']}\nExcel : {isi['excel'] or isi['tanpa_excel']}")
    for k in isi["kasus"]:
        click.echo(f"Kasus : {k['nama']}: {k.get('galat', k.get('keluar'))}")


def _tulis(nilai: Any) -> str:
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)
