"""kinerja sop waktu: totals of each SOP, in series, along parallel steps, and expected with returned work."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kinerja_xl.cli._dasar import Pengaturan

_KEPALA = {
    "id": ("SOP", "Langkah", "Hari", "Menit", "Berurutan", "Hari kerja", "Paralel", "Harapan"),
    "en": ("SOP", "Steps", "Days", "Minutes", "In series", "Work days", "Parallel", "Expected"),
}
_KAKI = {
    "id": (
        "Berurutan, Paralel, dan Harapan dalam menit kerja; 1 hari = {sehari} menit kerja.",
        "Berurutan: semua langkah satu demi satu. Paralel: langkah serempak dihitung sekali.",
        "Harapan: paralel ditambah perbaikan bila tiap keputusan mengembalikan pekerjaan dengan peluang {peluang}.",
        "Hari kalender dihitung rata-rata 5 hari kerja tiap 7 hari; tanggal pastinya: kinerja sop jadwal.",
    ),
    "en": (
        "In series, Parallel and Expected in working minutes; 1 hari = {sehari} working minutes.",
        "In series: all steps one after another. Parallel: simultaneous steps count once.",
        "Expected: parallel plus rework if every decision returns the work with probability {peluang}.",
        "Calendar days count as 5 working days in 7 on average; for dates: kinerja sop jadwal.",
    ),
}


@click.command("waktu", short_help="Jumlah waktu SOP.")
@click.argument("jenis", nargs=-1, metavar="[JENIS|BERKAS.toml]...")
@click.option("--peluang", metavar="P", help="Peluang tiap keputusan mengembalikan pekerjaan, mis. 0,1 (bawaan 0).")
@click.option("--json", "sebagai_json", is_flag=True, help="Hasil sebagai JSON.")
@click.option(
    "--laporan", multiple=True, type=click.Path(path_type=Path), metavar="LAPORAN.json",
    help="Peringkat keterlambatan langkah, pelaksana, dan kantor dari laporan 'kinerja verify --json'.",
)  # fmt: skip
@click.option("--svg", type=click.Path(path_type=Path), metavar="BERKAS.svg", help="Grafik keterlambatan (--laporan).")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan, jenis: tuple[str, ...], peluang: str | None, sebagai_json: bool, laporan: tuple[Path, ...],
    svg: Path | None, paksa: bool,
) -> None:  # fmt: skip
    """Cetak jumlah waktu tiap SOP. Tanpa JENIS: kedua belas SOP bawaan.

    Dengan --laporan: waktu nyata dari buku kerja yang sudah diperiksa, yang paling lambat di atas.
    """
    if laporan or svg:
        _laporan(atur, laporan, svg, paksa, sebagai_json)
    else:
        _baku(atur, jenis, peluang, sebagai_json)


def _baku(atur: Pengaturan, jenis: tuple[str, ...], peluang: str | None, sebagai_json: bool) -> None:
    """The standard times of the SOPs themselves."""
    from kinerja_xl.cli._sop import angka, baca_peluang, tabel
    from kinerja_xl.sop.model import kode_sop, muat_sop

    semua = [muat_sop(satu) for satu in jenis or kode_sop()]
    hasil = [_ringkas(sop, baca_peluang([peluang] if peluang else [], sop)) for sop in semua]
    if sebagai_json:
        click.echo(json.dumps({"schema": 1, "sop": hasil}, ensure_ascii=False, indent=1))
        return
    kunci = ("langkah", "hari", "menit", "menit_seri", "hari_kerja", "menit_paralel", "menit_harapan")
    kalender = any(satu["hari_kalender"] for satu in hasil)
    isi = [
        _KEPALA[atur.lang],
        *((r["kode"], *(angka(r[k], atur.lang, 3 if k == "hari_kerja" else 2) for k in kunci)) for r in hasil),
    ]
    if kalender:
        judul = "Calendar days" if atur.lang == "en" else "Hari kalender"
        ekor = [judul, *(angka(r["hari_kalender"], atur.lang) for r in hasil)]
        isi = [(*satu, lagi) for satu, lagi in zip(isi, ekor, strict=True)]
    for baris in tabel(isi, kanan=range(1, len(isi[0]))):
        click.echo(baris)
    sehari = " / ".join(dict.fromkeys(angka(sop.menit_per_hari, atur.lang) for sop in semua))
    for baris in _KAKI[atur.lang][: 4 if kalender else 3]:
        atur.catat(baris.format(sehari=sehari, peluang=peluang or "0"))


def _laporan(atur: Pengaturan, laporan: tuple[Path, ...], svg: Path | None, paksa: bool, sebagai_json: bool) -> None:
    """Actual times out of reports of verify."""
    from kinerja_xl.cli._sop_lambat import baca_laporan, cetak, tulis_svg
    from kinerja_xl.core.errors import KinerjaError
    from kinerja_xl.verify.waktu_kantor import MENURUT, baris_langkah, peringkat

    if not laporan:
        raise KinerjaError("--svg menggambar laporan; sebutkan juga --laporan LAPORAN.json")
    files = baca_laporan(laporan)
    if svg is not None:
        tulis_svg(files, svg, atur.lang, paksa)
    if sebagai_json:
        baris = baris_langkah(files)
        isi = {menurut: peringkat(baris, menurut) for menurut in MENURUT}
        click.echo(json.dumps({"schema": 1, "peringkat": isi}, ensure_ascii=False, indent=1))
        return
    for baris_teks in cetak(files, atur.lang):
        click.echo(baris_teks)


def _ringkas(sop: Any, peluang: Any) -> dict[str, Any]:
    """Totals of one SOP; hari and menit as the document writes them."""
    from kinerja_xl.cli._sop import bilangan
    from kinerja_xl.sop.lama import harapan_langkah, jumlah_tertulis, waktu_harapan, waktu_paralel, waktu_seri

    seri, harapan = waktu_seri(sop.langkah), harapan_langkah(sop.langkah, peluang)
    hari, menit, kalender = jumlah_tertulis(sop)
    jumlah = {
        "hari": hari, "menit": menit, "hari_kalender": kalender, "menit_per_hari": sop.menit_per_hari,
        "menit_seri": seri, "menit_paralel": waktu_paralel(sop.langkah),
        "menit_harapan": waktu_harapan(sop.langkah, peluang),
    }  # fmt: skip
    return {
        "kode": sop.kode, "judul": sop.nama, "langkah": len(sop.langkah),
        **{kunci: bilangan(nilai) for kunci, nilai in jumlah.items()},
        "hari_kerja": round(seri / sop.menit_per_hari, 3),
        "keputusan": [
            {"langkah": x.no, "kembali_ke": x.kembali_ke, "menit": bilangan(x.menit),
             "menit_harapan": bilangan(harapan[x.no])}
            for x in sop.langkah if x.keputusan
        ],
    }  # fmt: skip
