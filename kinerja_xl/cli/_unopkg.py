"""The LibreOffice add-in put into (or taken out of) the LibreOffice of this computer, by LibreOffice's own unopkg."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.core.errors import KinerjaError

PENGENAL = "id.kinerjaxl.addin"
TEMPAT = (
    r"C:\Program Files\LibreOffice\program\unopkg.com",
    r"C:\Program Files (x86)\LibreOffice\program\unopkg.com",
    "/Applications/LibreOffice.app/Contents/MacOS/unopkg",
    "/usr/lib/libreoffice/program/unopkg",
    "/usr/lib64/libreoffice/program/unopkg",
    "/snap/bin/libreoffice.unopkg",
)
POLA_TEMPAT = ("/opt", "libreoffice*/program/unopkg")
BATAS_DETIK = 300
PESAN = {
    "tanpa": (
        "LibreOffice tidak ditemukan di komputer ini. Pasang LibreOffice 25.2 atau lebih baru lalu ulangi; atau buat "
        "berkasnya dengan 'kinerja addin build libreoffice', bawa ke komputer yang punya LibreOffice, lalu klik ganda.",
        "LibreOffice was not found on this computer. Install LibreOffice 25.2 or newer and try again; or make the file "
        "with 'kinerja addin build libreoffice', take it to a computer with LibreOffice and double-click it.",
    ),
    "akar": (
        "LibreOffice tidak memasang add-in untuk pengguna root. Jalankan perintah ini sebagai pengguna biasa.",
        "LibreOffice installs no add-in for the user root. Run this command as an ordinary user.",
    ),
    "gagal": (
        "{program} menolak: {sebab}. Tutup LibreOffice lalu ulangi; versi paling rendah 25.2.",
        "{program} refused: {sebab}. Close LibreOffice and try again; the oldest version is 25.2.",
    ),
    "pasang": (
        "Add-in LibreOffice versi {versi} terpasang dengan {program}. Tutup dan buka lagi LibreOffice, lalu ketik "
        '=IKM_MUTU(80) di sebuah sel; hasilnya "B".',
        "LibreOffice add-in version {versi} is installed with {program}. Close and reopen LibreOffice, then type "
        '=IKM_MUTU(80) in a cell; it gives "B".',
    ),
    "hapus": (
        "Add-in LibreOffice dilepas dengan {program}. Tutup dan buka lagi LibreOffice.",
        "LibreOffice add-in removed with {program}. Close and reopen LibreOffice.",
    ),
    "belum": ("Add-in LibreOffice memang belum terpasang.", "The LibreOffice add-in is not installed."),
}


def pasang(atur: Pengaturan, hapus: bool = False) -> str:
    """Install (or remove) and return what was done; KinerjaError says what stands in the way and what to do."""
    program = next(cari_unopkg(), None)
    if program is None:
        raise KinerjaError(_kata(atur, "tanpa"))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        raise KinerjaError(_kata(atur, "akar"))
    if hapus:
        keluaran = _jalankan(atur, program, "remove", PENGENAL, boleh="no such extension")
        return _kata(atur, "belum" if keluaran else "hapus", program=program)
    from kinerja_xl.build.oxt import bangun_oxt

    with tempfile.TemporaryDirectory() as folder:
        _jalankan(atur, program, "add", "-f", "-s", str(bangun_oxt(folder)))
    return _kata(atur, "pasang", program=program, versi=__version__)


def cari_unopkg() -> Iterator[str]:
    """Every unopkg of this computer, the one on the search path first."""
    for nama in ("unopkg.com", "unopkg") if os.name == "nt" else ("unopkg",):
        if ada := shutil.which(nama):
            yield ada
    yield from (satu for satu in TEMPAT if Path(satu).is_file())
    yield from map(str, sorted(Path(POLA_TEMPAT[0]).glob(POLA_TEMPAT[1]), reverse=True))


def _jalankan(atur: Pengaturan, program: str, *args: str, boleh: str = "") -> str:
    """Run unopkg. Returns "" when it did what was asked, its words when it failed for a reason that does not matter."""
    try:
        selesai = subprocess.run(
            [program, *args], stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace",
            timeout=BATAS_DETIK, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as salah:
        sebab = f"> {BATAS_DETIK} s"
        raise KinerjaError(_kata(atur, "gagal", program=Path(program).name, sebab=sebab)) from salah
    if selesai.returncode == 0:
        return ""
    teks = f"{selesai.stdout}\n{selesai.stderr}"
    if boleh and boleh in teks:
        return teks
    raise KinerjaError(_kata(atur, "gagal", program=Path(program).name, sebab=sebab_gagal(teks)))


def sebab_gagal(teks: str) -> str:
    """The line in which unopkg says what is wrong."""
    baris = [satu.strip() for satu in teks.splitlines() if satu.strip() and "unopkg failed" not in satu]
    galat = [satu.partition("ERROR:")[2] for satu in baris if "ERROR:" in satu] or baris[-1:] or ["?"]
    return galat[0].replace("Exception occurred:", "").strip().rstrip(".")


def _kata(atur: Pengaturan, kunci: str, **isi: str) -> str:
    return PESAN[kunci][atur.lang == "en"].format(**isi)
