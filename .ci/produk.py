"""Build the products in workbook/, or check that they are fresh (--periksa).

Fresh means: every part inside each workbook has the bytes that building it now gives (compression aside).
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path

from kinerja_xl.build import generate
from kinerja_xl.build.excel_xlsm import bangun_bas, bangun_xlsm
from kinerja_xl.build.fungsi import bangun_fungsi
from kinerja_xl.build.lite import bangun_lite
from kinerja_xl.build.oxt import bangun_oxt
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.profil import berkas_contoh

TAHUN = 2026
TANPA = ("sop", "rka-satker")  # twelve forms of one kind; a form for central offices only
ALAT = (bangun_fungsi, bangun_oxt, bangun_xlsm, bangun_bas, bangun_lite)
PRODUK = Path(__file__).resolve().parent.parent / "workbook"


def bangun(folder: Path) -> list[Path]:
    """The staff's tools, this year's blank set of the example kecamatan, the Balai's filled example of 2024."""
    contoh = templates() / "contoh" / "balai-kipm-2024"
    hasil = [alat(folder, timpa=True) for alat in ALAT]
    for jenis in jenis_tersedia():
        if jenis not in TANPA:
            kecamatan = folder / f"{jenis}-{TAHUN}-kecamatan-kosong.xlsx"
            hasil.append(generate(jenis, tahun=TAHUN, profil=berkas_contoh("kecamatan"), out=kecamatan, timpa=True))
        if not (contoh / f"{jenis}.toml").is_file() or jenis == "sop":
            continue
        with tempfile.TemporaryDirectory() as kerja:
            kosong = generate(jenis, tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=Path(kerja) / "k.xlsx")
            tujuan = folder / f"{jenis}-2024-balai-kipm-contoh-terisi.xlsx"
            hasil.append(fill(kosong, contoh / f"{jenis}.toml", tujuan, timpa=True))
    return hasil


def isi(berkas: Path) -> dict[str, bytes]:
    """Parts of a product by name; one that is no archive is a part of its own."""
    if not zipfile.is_zipfile(berkas):
        return {berkas.name: berkas.read_bytes()}
    with zipfile.ZipFile(berkas) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def basi() -> list[str]:
    """Products that are missing, differ from a new build, or are built by nobody."""
    with tempfile.TemporaryDirectory() as folder:
        baru = {satu.name: isi(satu) for satu in bangun(Path(folder))}
    ada = {satu.name: satu for satu in PRODUK.iterdir() if satu.name != "README.md"}
    return sorted(
        {n for n, bagian in baru.items() if n not in ada or isi(ada[n]) != bagian} | (ada.keys() - baru.keys())
    )


if __name__ == "__main__":
    if "--periksa" in sys.argv:
        salah = basi()
        print("workbook/ is fresh" if not salah else f"stale in workbook/: {', '.join(salah)}; run .ci/produk.py")
        raise SystemExit(1 if salah else 0)
    from contoh_repo import bangun_contoh  # this folder is the first of sys.path for a script

    for satu in [*bangun(PRODUK), *bangun_contoh()]:
        print(satu.name)
