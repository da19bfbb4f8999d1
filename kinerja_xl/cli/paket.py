"""kinerja paket: one folder for the staff's Windows computers that installs without internet."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import click

from kinerja_xl import __version__
from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli._pengaya import PEMBANGUN, ambil
from kinerja_xl.core.errors import KinerjaError

NAMA = "Kinerja-Windows"
_TEKS = {
    "id": {
        "jadi": "{folder}: {banyak} berkas pustaka, {mb} MB. Salin seluruh folder, lalu klik Pasang.bat.",
        "kurang": "Pustaka lain tidak ikut (--tanpa-unduh): folder ini belum dapat dipasang tanpa internet.",
        "unduh": "mengunduh pustaka untuk Windows, Python {python} ...",
    },
    "en": {
        "jadi": "{folder}: {banyak} library files, {mb} MB. Copy the whole folder, then click Pasang.bat.",
        "kurang": "Other libraries are not included (--tanpa-unduh): this folder cannot be installed offline yet.",
        "unduh": "fetching libraries for Windows, Python {python} ...",
    },
}


@click.command("paket", short_help="Paket pemasangan tanpa internet untuk komputer kantor.")
@click.option("--windows", is_flag=True, help="Untuk Windows 64-bit (satu-satunya sistem yang didukung sekarang).")
@click.option("--out", "folder", type=click.Path(path_type=Path), default=Path(NAMA), show_default=True, help="Folder.")
@click.option("--tanpa-unduh", is_flag=True, help="Tanpa pustaka lain: hanya kinerja-xl sendiri.")
@click.option("--force", "paksa", is_flag=True, help="Ganti folder paket yang sudah ada.")
@click.pass_obj
def perintah(atur: Pengaturan, windows: bool, folder: Path, tanpa_unduh: bool, paksa: bool) -> None:
    """Kumpulkan kinerja-xl, pustakanya, pengaya, dan Pasang.bat, Buat.bat, Periksa.bat dalam satu folder.

    Perintah ini memerlukan internet; folder hasilnya tidak: salin ke komputer kantor, lalu klik Pasang.bat.
    """
    if not windows:
        raise KinerjaError("sebutkan sistemnya: kinerja paket --windows")
    from kinerja_xl.cli._roda import PYTHON, roda_sendiri, unduh

    kata = _TEKS[atur.lang]
    _periksa_tujuan(folder, paksa)
    sementara = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(sementara, ignore_errors=True)
    try:
        (sementara / "wheels").mkdir(parents=True)
        roda_sendiri(sementara / "wheels")
        if not tanpa_unduh:
            unduh(sementara / "wheels", lambda python: atur.catat(kata["unduh"].format(python=python)))
        isi_paket(sementara, PYTHON)
        _kosongkan(folder)
        sementara.replace(folder)
    finally:
        shutil.rmtree(sementara, ignore_errors=True)
    banyak = len(list((folder / "wheels").iterdir()))
    click.echo(kata["jadi"].format(folder=folder, banyak=banyak, mb=_ukuran(folder)))
    if tanpa_unduh:
        atur.catat(kata["kurang"])


def isi_paket(folder: Path, python: Sequence[str]) -> None:
    """Put everything but the wheels into the folder."""
    from kinerja_xl.data import udfs

    ganti = {"@VERSI@": " ".join(python), "@VERSI_KINERJA@": __version__}
    for asal in sorted((udfs() / "windows").iterdir()):
        teks = asal.read_text(encoding="utf-8")
        for tanda, isi in ganti.items():
            teks = teks.replace(tanda, isi)
        (folder / asal.name).write_bytes("\r\n".join([*teks.splitlines(), ""]).encode("utf-8"))
    pengaya = folder / "Pengaya"
    pengaya.mkdir()
    for tempat in chain.from_iterable(PEMBANGUN.values()):
        ambil(tempat)(pengaya, timpa=False)


def _periksa_tujuan(folder: Path, paksa: bool) -> None:
    """Refuse an existing folder, unless it is empty, or such a package and --force is given."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_dir() and not folder.is_symlink():
        if not any(folder.iterdir()):
            return
        if (folder / "Pasang.bat").is_file() and (folder / "wheels").is_dir():
            if paksa:
                return
            raise KinerjaError(f"folder {folder} sudah ada; pakai --force untuk menggantinya.")
    raise KinerjaError(f"{folder} sudah ada dan bukan paket kinerja-xl; pilih nama lain dengan --out.")


def _kosongkan(folder: Path) -> None:
    """Make way for the finished package; only now, so that a failed download leaves the old one in place."""
    if folder.is_dir():
        shutil.rmtree(folder)


def _ukuran(folder: Path) -> int:
    return round(sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6)
