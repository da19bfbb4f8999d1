"""kinerja init: an office profile to fill."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan, tulis_berkas
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

BAWAAN = Path("profil.toml")


@click.command("init", short_help="Profil kantor untuk diisi sebelum membuat buku kerja.")
@click.option("--contoh", metavar="NAMA", help="Mulai dari contoh, mis. balai-kipm-2024 atau kecamatan.")
@click.option(
    "--out", "tujuan", type=click.Path(path_type=Path), default=BAWAAN, show_default=True, help="Berkas profil."
)
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(atur: Pengaturan, contoh: str | None, tujuan: Path, paksa: bool) -> None:
    """Tulis profil kantor: nama, sasaran, indikator, penanda tangan. Sunting, lalu jalankan 'kinerja generate'."""
    from kinerja_xl.data import templates

    if tujuan.suffix.lower() != ".toml":
        raise KinerjaError(f"profil ditulis sebagai .toml, diminta '{tujuan.name}'.")
    ada = {p.stem: p for p in sorted((templates() / "profil").glob("*.toml"))}
    if not ada:
        raise KinerjaError("contoh profil tidak ditemukan dalam pemasangan ini.")
    nama = contoh or next((n for n in ada if n.startswith("kecamatan")), next(iter(ada)))
    if nama not in ada:
        raise KinerjaError(f"contoh '{nama}' tidak ada.{saran(nama, ada)}")
    tulis_berkas(tujuan, ada[nama].read_bytes(), paksa)
    if not atur.quiet:
        click.echo(f"{tujuan}\nSunting berkas ini, lalu: kinerja generate all --tahun TAHUN --profil {tujuan.name}")
