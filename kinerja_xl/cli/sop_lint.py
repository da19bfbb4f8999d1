"""kinerja sop lint: findings of SOPs, by SOP and step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kinerja_xl.cli._dasar import Pengaturan

if TYPE_CHECKING:
    from kinerja_xl.sop.model import Sop
    from kinerja_xl.verify.temuan import Temuan

_TINGKAT = ("galat", "peringatan", "info")
KATA = {
    "id": {
        "galat": "galat", "peringatan": "peringatan", "info": "info", "sop": "SOP ini", "langkah": "Langkah {no}",
        "perbaikan": "Perbaikan", "bersih": "tidak ada temuan",
        "jumlah": "{sop} SOP: {galat} galat, {peringatan} peringatan, {info} info",
        "batas": "Mesin membaca teks SOP saja: wajar tidaknya beban kerja dan kesesuaian dengan dokumen lain tetap "
        "perlu dibaca orang. Penjelasan tiap kode: kinerja explain KODE",
    },
    "en": {
        "galat": "error", "peringatan": "warning", "info": "info", "sop": "This SOP", "langkah": "Step {no}",
        "perbaikan": "Fix", "bersih": "nothing found",
        "jumlah": "SOPs: {sop}; {galat} errors, {peringatan} warnings, {info} info",
        "batas": "A machine reads the text only: whether the workload is fair and whether it agrees with other "
        "documents is for a person to judge. About a code: kinerja explain CODE",
    },
}  # fmt: skip


@click.command("lint", short_help="Periksa isi SOP.")
@click.argument("jenis", nargs=-1, metavar="[JENIS|BERKAS.toml]...")
@click.option("--json", "sebagai_json", is_flag=True, help="Temuan sebagai JSON.")
@click.pass_obj
def perintah(atur: Pengaturan, jenis: tuple[str, ...], sebagai_json: bool) -> int:
    """Periksa SOP: SOP bawaan seperti tercetak dalam dokumennya, atau berkas kantor sendiri.

    Beberapa berkas sekaligus dianggap satu kumpulan: rujukan dan penulisan dicocokkan di antara mereka. Tanpa JENIS:
    kedua belas SOP bawaan.
    """
    from kinerja_xl.sop.model import baca_sop, kode_sop, tercetak
    from kinerja_xl.verify.lint_sop import lint_sop, sop_tercetak
    from kinerja_xl.verify.temuan import terjemahkan

    diminta = jenis or kode_sop()
    semua = [tercetak(baca_sop(satu)) if satu in kode_sop() else baca_sop(satu) for satu in diminta]
    bawaan = all(satu in kode_sop() for satu in diminta)
    kumpulan = sop_tercetak() if bawaan else tuple(semua)
    hasil = [(sop, [terjemahkan(t, atur.lang) for t in lint_sop(sop, kumpulan)]) for sop in semua]
    if sebagai_json:
        click.echo(json.dumps({"schema": 1, "sop": [_data(*satu) for satu in hasil]}, ensure_ascii=False, indent=1))
    elif not atur.quiet:
        _cetak(hasil, atur.lang)
    return 1 if any(t.level == "galat" for _, temuan in hasil for t in temuan) else 0


def _ringkasan(temuan: list[Temuan]) -> dict[str, int]:
    return {tingkat: sum(t.level == tingkat for t in temuan) for tingkat in _TINGKAT}


def _data(sop: Sop, temuan: list[Temuan]) -> dict[str, Any]:
    return {
        "kode": sop.kode, "judul": sop.nama, "sumber": sop.sumber, "ringkasan": _ringkasan(temuan),
        "findings": [satu.to_dict() for satu in temuan],
    }  # fmt: skip


def _cetak(hasil: list[tuple[Sop, list[Temuan]]], lang: str) -> None:
    kata = KATA[lang]
    for sop, temuan in hasil:
        jumlah = ", ".join(f"{n} {kata[k]}" for k, n in _ringkasan(temuan).items() if n)
        click.secho(f"{sop.nama} ({sop.kode}): {jumlah or kata['bersih']}", bold=True)
        _cetak_langkah(sop, temuan, lang)
        click.echo()
    semua = [satu for _, temuan in hasil for satu in temuan]
    click.secho(kata["jumlah"].format(sop=len(hasil), **_ringkasan(semua)), bold=True)
    if semua:
        click.echo(kata["batas"])


def _cetak_langkah(sop: Sop, temuan: list[Temuan], lang: str) -> None:
    """Findings of the SOP as a whole, then step by step; what to do, once for each code."""
    from kinerja_xl.verify.temuan import bersih, cari_entri, tempat_teks

    kata, sudah, kini = KATA[lang], set(), object()
    kegiatan = {langkah.no: langkah.kegiatan for langkah in sop.langkah}
    for satu in temuan:
        no = satu.data["langkah"]
        if no != kini:
            kini = no
            kepala = kata["langkah"].format(no=no) + f"  {bersih(kegiatan[no], 90)}" if no else kata["sop"]
            click.echo(f"  {kepala}")
        warna = {"galat": "red", "peringatan": "yellow", "info": "cyan"}[satu.level]
        bidang = tempat_teks(satu, lang).rpartition(", ")[2] if satu.data["bidang"] else ""
        pesan = satu.message.removeprefix(f"{tempat_teks(satu, lang)}: ")
        kode = click.style(f"{satu.code} {kata[satu.level]}", fg=warna)
        click.echo(f"    {kode}  {cari_entri(satu.code).teks('judul', lang)}")
        click.echo(f"      {f'{bidang}: ' if bidang else ''}{bersih(pesan, 600)}")
        if satu.code not in sudah:
            sudah.add(satu.code)
            click.secho(f"      {kata['perbaikan']}: {satu.fix}", fg="green")
