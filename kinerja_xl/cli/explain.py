"""kinerja explain: what a finding means and what to do."""

from __future__ import annotations

import click

from kinerja_xl.cli._dasar import Pengaturan

_KEPALA = {
    "id": ("Tingkat", "Bunyi temuan", "Contoh", "Yang harus dilakukan", "Dasar"),
    "en": ("Level", "Message", "Example (Indonesian)", "What to do", "Basis"),
}


@click.command("explain", short_help="Jelaskan satu kode temuan.")
@click.argument("kode", required=False)
@click.pass_obj
def perintah(atur: Pengaturan, kode: str | None) -> None:
    """Jelaskan temuan KODE: sebab, contoh, yang harus dilakukan, dasarnya. Tanpa KODE: daftar semua kode."""
    from kinerja_xl.verify.temuan import cari_entri, semua_entri

    if kode is None:
        for satu in semua_entri().values():
            click.echo(f"{satu.kode:<10} {satu.tingkat:<11} {satu.teks('judul', atur.lang)}")
        return
    entri = cari_entri(kode)
    click.echo(f"{entri.kode}  {entri.teks('judul', atur.lang)}\n")
    isi = (
        entri.tingkat, entri.teks("pesan", atur.lang), entri.contoh, entri.teks("perbaikan", atur.lang), entri.rujukan
    )  # fmt: skip
    for kepala, teks in zip(_KEPALA[atur.lang], isi, strict=True):
        click.echo(f"{kepala}:\n  {teks}")
