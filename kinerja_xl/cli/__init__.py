"""The command `kinerja`: one lazily loaded file per command, so that help and start-up stay fast."""

from __future__ import annotations

import gc
import sys

import click

from kinerja_xl import __version__
from kinerja_xl.cli._bahasa import pasang
from kinerja_xl.cli._dasar import Induk, Pengaturan, batas_galat, ke_depan, konsol_aman

PERINTAH = {
    "demo": ("kinerja_xl.cli.demo", "Seluruh alur pada manual nyata 2024: buat, isi, periksa."),
    "init": ("kinerja_xl.cli.init", "Profil kantor untuk diisi sebelum membuat buku kerja."),
    "generate": ("kinerja_xl.cli.generate", "Buat buku kerja kosong untuk satu tahun."),
    "fill": ("kinerja_xl.cli.fill", "Masukkan data ke sel isian buku kerja."),
    "verify": ("kinerja_xl.cli.verify", "Periksa buku kerja dan laporkan temuan."),
    "tanda-terima": ("kinerja_xl.cli.tanda_terima", "Periksa ulang tanda terima sebuah pemeriksaan."),
    "migrate": ("kinerja_xl.cli.migrate", "Pindahkan isi buku kerja lama ke templat baru."),
    "repair": ("kinerja_xl.cli.repair", "Perbaiki formulir yang rusak; isinya tetap."),
    "pdf": ("kinerja_xl.cli.pdf", "Cetak buku kerja ke PDF lewat LibreOffice."),
    "eval": ("kinerja_xl.cli.eval", "Hitung satu fungsi dari sel atau JSON."),
    "rules": ("kinerja_xl.cli.rules", "Daftar fungsi: argumen, rumus, dasar hukum, bukti."),
    "rekap": ("kinerja_xl.cli.rekap", "Rangkum hasil periksa banyak kantor."),
    "explain": ("kinerja_xl.cli.explain", "Jelaskan satu kode temuan."),
    "iku": ("kinerja_xl.cli.iku", "Periksa naskah manual IKU."),
    "sop": ("kinerja_xl.cli.sop", "Jadwal, waktu, dan pemeriksaan SOP."),
    "addin": ("kinerja_xl.cli.addin", "Buat atau pasang add-in fungsi untuk program lembar kerja."),
    "paket": ("kinerja_xl.cli.paket", "Paket pemasangan tanpa internet untuk komputer kantor."),
}


@click.group(
    cls=Induk,
    perintah=PERINTAH,
    help="Buku kerja kinerja instansi: buat, isi, dan periksa perjanjian kinerja, RKA, dan manual IKU.",
    epilog="Status keluar: 0 tidak ada galat; 1 ada galat; 2 permintaan tidak dapat dijalankan.",
)
@click.version_option(__version__, "--version", prog_name="kinerja", help="Tampilkan versi.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa keluaran.")
@click.option("--quiet", is_flag=True, help="Hanya keluaran yang diminta; tanpa kemajuan dan catatan.")
@click.pass_context
def kelompok(ctx: click.Context, lang: str, quiet: bool) -> None:
    """Root of all commands."""
    ctx.obj = Pengaturan(lang=lang, quiet=quiet)


def main(args: list[str] | None = None) -> None:
    """Entry point: exit status 0, 1 or 2, and never a traceback."""
    gc.set_threshold(50_000, 20, 20)  # a command keeps nearly all it makes: looking for waste often costs a sixth
    konsol_aman()
    isi = ke_depan(args if args is not None else sys.argv[1:])
    pasang(isi)
    sys.exit(batas_galat(kelompok, isi))
