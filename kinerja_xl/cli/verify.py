"""kinerja verify: check workbooks and report."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli._keluaran import boleh_ditulis, pilihan_keluaran, siapkan, tulis_keluaran, tulis_tanda

if TYPE_CHECKING:
    from kinerja_xl.cli._kemajuan import Kemajuan


@click.command("verify", short_help="Periksa buku kerja dan laporkan temuan.")
@click.argument("jalur", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BERKAS|FOLDER...")
@click.option("--tahun", type=click.IntRange(2000, 2200), help="Tahun anggaran yang diminta.")
@pilihan_keluaran
@click.option("--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Jumlah proses.")
@click.option(
    "--lanjut", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Simpan hasil di FOLDER: sesudah terputus tidak mulai dari awal, berkas yang sama tidak diperiksa lagi.",
)  # fmt: skip
@click.option("--dask", metavar="ALAMAT", help="Pakai gugus Dask, mis. tcp://10.0.0.5:8786.")
@click.option("--tegas", multiple=True, metavar="TOPIK", help="Peringatan topik ini dianggap galat, mis. WKT.")
@click.option("--abaikan", multiple=True, metavar="KODE", help="Temuan kode ini tidak dilaporkan.")
@click.option("--ronde", type=click.Path(path_type=Path), help="Berkas ronde: instansi, tenggat, tingkat temuan.")
@click.option("--dispensasi", type=click.Path(path_type=Path), help="Berkas dispensasi: temuan yang dimaklumi.")
@click.option(
    "--per-tanggal", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]), metavar="TGL",
    help="Tanggal untuk menghitung masa dispensasi (bawaan: tenggat ronde).",
)  # fmt: skip
@click.option(
    "--mesin", type=click.Choice(["otomatis", "formulas", "formualizer", "libreoffice"]), default="otomatis",
    show_default=True, help="Mesin hitung ulang.",
)  # fmt: skip
@click.option(
    "--salinan", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help="Tulis salinan tiap buku kerja dengan komentar di sel yang bermasalah dan lembar Temuan.",
)  # fmt: skip
@click.option("--samarkan", is_flag=True, help="Samarkan NIP dan nama penanda tangan di semua laporan, juga di layar.")
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas laporan yang sudah ada.")
@click.pass_obj
def perintah(
    atur: Pengaturan,
    jalur: tuple[Path, ...],
    tahun: int | None,
    jobs: int,
    lanjut: Path | None,
    dask: str | None,
    tegas: tuple[str, ...],
    abaikan: tuple[str, ...],
    ronde: Path | None,
    dispensasi: Path | None,
    per_tanggal: datetime.datetime | None,
    mesin: str,
    salinan: Path | None,
    paksa: bool,
    samarkan: bool,
    keluaran: dict[str, Path],
) -> int:
    """Periksa BERKAS, atau semua buku kerja di dalam FOLDER.

    Setiap temuan menyebut sel, apa yang tertulis, apa yang seharusnya, dan cara memperbaikinya.
    """
    from kinerja_xl.batch import verify
    from kinerja_xl.cli._salinan import rencana_salinan, tulis_salinan

    boleh_ditulis(keluaran, paksa)
    rencana = rencana_salinan(jalur, salinan, paksa) if salinan else {}
    kemajuan = _kemajuan(atur)
    laporan = verify(
        jalur, tahun=tahun, jobs=jobs, tegas=tegas, abaikan=abaikan, mesin=mesin, lang=atur.lang,
        ronde=ronde, dispensasi=dispensasi, per_tanggal=per_tanggal.date() if per_tanggal else None,
        lanjut=lanjut, dask=dask, kabar=kemajuan.kabar if kemajuan else None,
        sambil=None if atur.quiet else _siapkan_layar,
    )  # fmt: skip
    if kemajuan:
        kemajuan.selesai()
    tertulis = siapkan(laporan, jalur, keluaran, samarkan)
    ke_layar = tulis_keluaran(tertulis, keluaran, paksa)
    if not atur.quiet and not ke_layar:
        _layar(tertulis.dalam)
    if salinan:
        tulis_salinan(laporan, rencana, atur)
    tulis_tanda(tertulis, keluaran)
    return laporan.exit_code


def _layar(laporan: object) -> None:
    from rich.console import Console

    from kinerja_xl.report.teks import cetak
    from kinerja_xl.verify.laporan import Laporan

    assert isinstance(laporan, Laporan)
    cetak(laporan, Console(highlight=False, markup=False, emoji=False))


def _siapkan_layar() -> None:
    """Load what the screen needs while the workers are at work."""
    import kinerja_xl.report.teks  # noqa: F401


def _kemajuan(atur: Pengaturan) -> Kemajuan | None:
    if not atur.kemajuan:
        return None
    from kinerja_xl.cli._kemajuan import Kemajuan

    return Kemajuan(atur.lang)
