"""kinerja iku: lint of an indicator manual."""

from __future__ import annotations

from datetime import date

import click

from kinerja_xl.cli._dasar import Pengaturan


@click.group("iku", short_help="Periksa naskah manual IKU.")
def perintah() -> None:
    """Manual IKU dan pemeriksaan naskahnya."""


@perintah.command("lint", short_help="Cari cacat pada manual IKU.")
@click.argument("manual", required=False)
@click.option("--kode", "kode", multiple=True, metavar="KODE", help="Hanya temuan kode ini, mis. IKU-03.")
@click.option("--tahun", type=click.IntRange(2004, 2100), help="Tahun sebuah profil. [bawaan: tahun berjalan]")
@click.option("--json", "sebagai_json", is_flag=True, help="Semua temuan sebagai JSON.")
@click.pass_obj
def lint(atur: Pengaturan, manual: str | None, kode: tuple[str, ...], tahun: int | None, sebagai_json: bool) -> int:
    """Cari cacat pada MANUAL: kode manual bawaan, atau berkas .toml (manual atau profil kantor).

    Tanpa MANUAL: daftar manual bawaan. Setiap temuan menyebut baris dokumen, yang tertulis, yang seharusnya, dan
    perbaikannya.
    """
    from kinerja_xl.report.lint_iku import json_lint
    from kinerja_xl.spec.manual import kode_manual
    from kinerja_xl.verify.lint_iku import lint_manual
    from kinerja_xl.verify.lint_iku.rekaman import TANPA_DOKUMEN, muat_untuk_lint
    from kinerja_xl.verify.temuan import cari_entri

    if manual is None:
        for satu in kode_manual():
            click.echo(satu)
        atur.catat("Periksa salah satu: kinerja iku lint KODE")
        return 0
    diminta = {cari_entri(satu).kode for satu in kode}
    isi, utuh = muat_untuk_lint(manual, tahun or date.today().year)
    temuan = lint_manual(isi, atur.lang, kecuali=() if utuh else TANPA_DOKUMEN)
    temuan = tuple(t for t in temuan if not diminta or t.code in diminta)
    if sebagai_json:
        click.echo(json_lint([(isi, temuan)]))
    else:
        _layar(isi, temuan, atur.lang)
    return int(any(t.level == "galat" for t in temuan))


def _layar(manual: object, temuan: object, lang: str) -> None:
    from rich.console import Console

    from kinerja_xl.report.lint_iku import cetak_lint

    cetak_lint(manual, temuan, Console(highlight=False, markup=False, emoji=False), lang)  # type: ignore[arg-type]
