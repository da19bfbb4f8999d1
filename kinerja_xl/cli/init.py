"""kinerja init: an office profile to fill, as a workbook for staff or as TOML; each becomes the other without loss."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja_xl.cli._dasar import Pengaturan, tulis_berkas
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

BAWAAN = Path("profil.xlsx")
_LALU = {  # what to do next with a TOML profile, with a workbook
    "id": (
        "Sunting berkas ini, lalu: kinerja generate all --tahun TAHUN --profil {nama}",
        "Isi berkas ini, lalu: kinerja generate all --tahun TAHUN --profil {nama}",
    ),
    "en": (
        "Edit this file, then: kinerja generate all --tahun YEAR --profil {nama} --lang en",
        "Fill this file, then: kinerja generate all --tahun YEAR --profil {nama} --lang en",
    ),
}
CONTOH_TOML = "kecamatan"  # a TOML profile starts from an example; a workbook may start blank


@click.command("init", short_help="Profil kantor untuk diisi sebelum membuat buku kerja.")
@click.option("--contoh", metavar="NAMA", help="Mulai dari contoh, mis. balai-kipm-2024 atau kecamatan.")
@click.option(
    "--dari",
    "asal",
    type=click.Path(path_type=Path),
    metavar="BERKAS",
    help="Ubah profil .toml menjadi .xlsx, atau sebaliknya.",
)
@click.option(
    "--out",
    "tujuan",
    type=click.Path(path_type=Path),
    default=BAWAAN,
    show_default=True,
    help="Berkas profil: .xlsx atau .toml.",
)
@click.option("--force", "paksa", is_flag=True, help="Timpa berkas yang sudah ada.")
@click.pass_obj
def perintah(atur: Pengaturan, contoh: str | None, asal: Path | None, tujuan: Path, paksa: bool) -> None:
    """Tulis profil kantor: nama, pejabat, sasaran, indikator, anggaran. Isi, lalu jalankan 'kinerja generate'."""
    akhiran = tujuan.suffix.lower()
    if akhiran not in (".xlsx", ".toml"):
        raise KinerjaError(f"profil ditulis sebagai .xlsx atau .toml, diminta '{tujuan.name}'.")
    if contoh and asal:
        raise KinerjaError("pakai salah satu: --contoh atau --dari.")
    tulis_berkas(tujuan, _isi(akhiran, contoh, asal, atur.lang), paksa)
    if not atur.quiet:
        kerja = _LALU[atur.lang][akhiran == ".xlsx"]
        click.echo(f"{tujuan}\n{kerja.format(nama=tujuan.name)}")


def _isi(akhiran: str, contoh: str | None, asal: Path | None, lang: str) -> bytes:
    """Bytes of the profile asked for."""
    if asal is not None:
        return _ubah(asal, akhiran, lang)
    from kinerja_xl.data import templates

    ada = {p.stem: p for p in sorted((templates() / "profil").glob("*.toml"))}
    if contoh and contoh not in ada:
        raise KinerjaError(f"contoh '{contoh}' tidak ada.{saran(contoh, ada)}")
    if akhiran == ".toml":
        return ada[contoh or CONTOH_TOML].read_bytes()
    from kinerja_xl.build.profil_buku import data_profil, susun_profil

    return susun_profil(data_profil(ada[contoh]) if contoh else None, lang)


def _ubah(asal: Path, akhiran: str, lang: str) -> bytes:
    """A profile in the other form; a wrong one is refused before anything is written."""
    from kinerja_xl.build.profil_buku import data_profil, susun_profil, toml_profil
    from kinerja_xl.spec.profil import profil_dari

    data = data_profil(asal)
    profil_dari(data, asal.name)
    return susun_profil(data, lang) if akhiran == ".xlsx" else toml_profil(data)
