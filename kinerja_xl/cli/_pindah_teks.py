"""What migrate and repair tell on the screen, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from kinerja_xl.edit.perbaiki import HasilPerbaikan
from kinerja_xl.edit.pindah_hasil import HasilPindah
from kinerja_xl.edit.pindah_lapor import baris_layar
from kinerja_xl.edit.pindah_panen import Butir

MAKS = 12  # cells shown of each group; the list beside the output has them all
_EN = {
    "diketik di atas rumus": "typed over a formula",
    "diketik di atas teks tetap": "typed over a fixed text",
    "rumus diubah": "formula changed",
    "di luar sel isian": "outside every input",
    "di lembar yang tidak ada dalam templat": "on a sheet the template does not have",
    "rumus di sel isian; nilainya dipakai, rumusnya tidak": "formula in an input; only its value is kept",
    "rumus di sel isian, tanpa nilai tersimpan": "formula in an input, without a stored value",
    "nilai galat": "error value",
    "TRUE/FALSE tidak dapat diisikan": "TRUE/FALSE is no input",
    "baris tambahan tidak muat dalam tabel ini": "added row does not fit this table",
    "tempatnya sudah diisi isian lain dari buku lama": "another input of the old workbook took its place",
    "templat baru tidak punya isian ini": "the new template has no such input",
    "templat baru tidak punya baris ini": "the new template has no such row",
    "milik tahun lama": "belongs to the old year",
    "catatan pelaksanaan tahun lama": "log of the old year",
    "tanggal tahun lama; libur nasional tahun baru sudah terisi": "dates of the old year; new holidays are filled in",
    "data pengukuran tahun lama": "measurement data of the old year",
    "survei tahun lama": "survey of the old year",
    "laporan tahun lama": "report of the old year",
    "anggaran tahun lama": "budget of the old year",
    "angka tahun lama": "figure of the old year",
    "prakiraan maju dari tahun lama": "forecast made in the old year",
    "penilaian tahun lama": "judgement of the old year",
    "rekomendasi tahun lama": "recommendation of the old year",
    "milik periode Renstra lama": "belongs to the old five-year plan",
    "angka tahun lalu menurut buku lama; tempatnya untuk angka tahun yang lebih baru":
        "last year's figure in the old workbook; its place is for a newer year",
    "judul kolomnya tidak dikenali": "its column header is not recognised",
    "indikator tidak ada dalam profil": "the profile has no such indicator",
    "templat tidak punya tempat untuk isi ini": "the template has no place for it",
    "bukan angka": "not a number",
}  # fmt: skip


def dwi(lang: str, teks: str, en: str) -> str:
    """The text in the language asked for."""
    return en if lang == "en" else teks


def sebab(lang: str, teks: str) -> str:
    """A reason in the language asked for."""
    return _EN.get(teks, teks) if lang == "en" else teks


def cetak_pindah(hasil: HasilPindah, lang: str) -> None:
    """Result of a migration for a person."""
    click.echo(dwi(
        lang,
        f"{hasil.jalur}: {hasil.dipindah} isian dipindahkan ({hasil.templat_lama} ke {hasil.templat} {hasil.tahun}).",
        f"{hasil.jalur}: {hasil.dipindah} inputs moved ({hasil.templat_lama} to {hasil.templat} {hasil.tahun}).",
    ))  # fmt: skip
    if hasil.gulir:
        n = len(hasil.gulir)
        click.echo(dwi(lang, f"{n} angka tahun lalu diisikan dari buku lama.", f"{n} figures of last year filled in."))
    _tumbuh(hasil.tumbuh, lang)
    _hilang(hasil.lembar_hilang, lang)
    if hasil.milik_tahun:
        n = len(hasil.milik_tahun)
        click.echo(dwi(lang, f"{n} isian tetap milik tahun {hasil.tahun_lama}, tidak dibawa ke {hasil.tahun}:",
                       f"{n} inputs stay with {hasil.tahun_lama} and are not carried into {hasil.tahun}:"))  # fmt: skip
        for (lembar, kata), jumlah in Counter((b.lembar, b.sebab) for b in hasil.milik_tahun).items():
            click.echo(f"  {lembar}: {sebab(lang, kata)} ({jumlah} {dwi(lang, 'sel', 'cells')})")
    _rinci(hasil.tanpa_tempat, lang, "isi tidak punya tempat di buku baru", "contents have no place in the new book")
    _rinci(hasil.diganti, lang, "rumus diganti rumus templat", "formulas replaced by the template's")
    _daftar(hasil.daftar, lang)


def cetak_perbaikan(hasil: HasilPerbaikan, lang: str) -> None:
    """Result of a repair for a person."""
    click.echo(dwi(
        lang, f"{hasil.jalur}: diperbaiki, {hasil.isian} isian tetap.",
        f"{hasil.jalur}: repaired, {hasil.isian} inputs kept.",
    ))  # fmt: skip
    _tumbuh(hasil.tabel_tumbuh, lang)
    _hilang(hasil.lembar_hilang, lang)
    _rinci(hasil.tanpa_tempat, lang, "isi tidak punya tempat di formulir", "contents have no place in the form")
    _rinci(hasil.diganti, lang, "rumus diganti rumus templat", "formulas replaced by the template's")
    _daftar(hasil.daftar, lang)


def _tumbuh(tumbuh: object, lang: str) -> None:
    if isinstance(tumbuh, dict):
        for nama, jumlah in tumbuh.items():
            click.echo(dwi(lang, f"Tabel {nama} diperbesar menjadi {jumlah} baris.", f"Table {nama}: {jumlah} rows."))


def _hilang(lembar: Sequence[str], lang: str) -> None:
    if lembar:
        nama = ", ".join(lembar)
        click.echo(dwi(
            lang, f"Lembar yang hilang dibuat kembali tanpa isinya: {nama}. Ambil isinya dari salinan lain.",
            f"Missing sheets were made again without their inputs: {nama}. Take those from another copy.",
        ))  # fmt: skip


def _rinci(butir: Sequence[Butir], lang: str, teks: str, en: str) -> None:
    if not butir:
        return
    click.echo(dwi(lang, f"{len(butir)} {teks}:", f"{len(butir)} {en}:"))
    terjemah = [b.karena(sebab(lang, b.sebab)) for b in butir]
    for baris in baris_layar(terjemah, MAKS, lang):
        click.echo(f"  {baris}")


def _daftar(jalur: object, lang: str) -> None:
    if jalur is not None:
        click.echo(dwi(lang, f"Daftar lengkap: {jalur}", f"Full list: {jalur}"))
