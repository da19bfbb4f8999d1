"""kinerja sop: plan an SOP on the working calendar."""

from __future__ import annotations

from datetime import date, datetime

import click

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError


@click.group("sop", short_help="Jadwal langkah SOP menurut kalender kerja.")
def perintah() -> None:
    """SOP dan jadwalnya."""


@perintah.command("jadwal")
@click.argument("jenis")
@click.option("--mulai", metavar="SAAT", help="Langkah pertama mulai, mis. '2025-01-06 08:00'.")
@click.option("--selesai", metavar="SAAT", help="Langkah terakhir harus selesai, mis. '2025-01-31 16:00'.")
@click.pass_obj
def jadwal(atur: Pengaturan, jenis: str, mulai: str | None, selesai: str | None) -> None:
    """Susun jadwal SOP JENIS maju dari --mulai atau mundur dari --selesai, melewati hari libur."""
    from kinerja_xl.core.sel import tulis
    from kinerja_xl.sop.jadwal import rencanakan
    from kinerja_xl.sop.kalender import KalenderKerja
    from kinerja_xl.sop.model import muat_sop

    if (mulai is None) == (selesai is None):
        raise KinerjaError("pakai salah satu: --mulai atau --selesai.")
    awal, akhir = _saat(mulai), _saat(selesai)
    sop = muat_sop(jenis)
    saat = awal or akhir
    assert saat is not None
    rencana = rencanakan(sop.langkah, KalenderKerja(libur=_libur(saat)), mulai=awal, selesai=akhir)
    click.echo(sop.judul_baku or sop.judul)
    for satu in rencana.langkah:
        waktu = f"{satu.mulai:%d/%m/%Y %H.%M} - {satu.selesai:%d/%m/%Y %H.%M}"
        click.echo(f"{satu.no:>3}  {waktu}  {tulis(satu.menit):>6} menit  {satu.kegiatan}")
    atur.catat(f"Jumlah {tulis(rencana.menit_seri)} menit kerja; selesai dalam {tulis(rencana.menit)} menit kerja.")


def _libur(saat: datetime) -> list[date]:
    """Holidays of the years around a moment."""
    from kinerja_xl.spec.libur import hari_libur

    return [hari for tahun in (saat.year - 1, saat.year, saat.year + 1) for hari in hari_libur(tahun)]


def _saat(teks: str | None) -> datetime | None:
    if teks is None:
        return None
    try:
        return datetime.fromisoformat(teks.strip())
    except ValueError as salah:
        raise KinerjaError(f"'{teks}' bukan tanggal dan jam; tulis seperti '2025-01-06 08:00'.") from salah
