"""Engine: LibreOffice in headless mode, with a private profile that recalculates everything on load.

An outside judge, not the truth: it differs from Excel here and there (docs/mesin.md). The problem is written to a
bare workbook without any cached value, converted, and read back.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.soal import Soal
from kinerja_xl.mesin.xlsx_kecil import baca, tulis
from kinerja_xl.spec.manifest import Nilai, Titik, tempat

NAMA = "libreoffice"
DETIK = 180
_TEMPAT_LAIN = (
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SETELAN = "".join(
    f'<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="{nama}" oor:op="fuse">'
    "<value>0</value></prop></item>"
    for nama in ("OOXMLRecalcMode", "ODFRecalcMode")
)
_PROFIL = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{_SETELAN}</oor:items>'
)


_PERANTARA: list[Callable[[bytes], Mapping[Titik, Nilai]]] = []


def pasang_perantara(tanya: Callable[[bytes], Mapping[Titik, Nilai]]) -> None:
    """From now on another process runs the program: tanya gets the bare workbook and returns what `nilai_buku` does."""
    _PERANTARA[:] = [tanya]


def nilai_buku(buku: bytes) -> dict[Titik, Nilai]:
    """All values of a bare workbook (see xlsx_kecil) after LibreOffice recalculated it."""
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        asal = Path(folder) / "soal.xlsx"
        asal.write_bytes(buku)
        return nilai_berkas(asal)


def program() -> str | None:
    """Path of soffice, or None."""
    ada = (shutil.which("soffice"), shutil.which("libreoffice"), *(p for p in _TEMPAT_LAIN if Path(p).is_file()))
    return next((p for p in ada if p), None)


def tersedia() -> bool:
    """Is LibreOffice installed?"""
    return program() is not None


def hitung(soal: Soal) -> dict[Titik, Nilai]:
    """Values of all formulas of the problem."""
    if _PERANTARA:
        isi = io.BytesIO()
        tulis(soal, isi)
        lain = _PERANTARA[0](isi.getvalue())
        return {titik: _nilai(titik, lain.get(titik)) for titik in soal.rumus}
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        asal = Path(folder) / "soal.xlsx"
        tulis(soal, asal)
        semua = nilai_berkas(asal)
    return {titik: _nilai(titik, semua.get(titik)) for titik in soal.rumus}


def nilai_berkas(jalur: Path, detik: int = DETIK) -> dict[Titik, Nilai]:
    """All values of a workbook after LibreOffice recalculated it (blank cells are absent)."""
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        return baca(konversi(jalur, Path(folder), "xlsx", detik))


def konversi(jalur: Path, folder: Path, ke: str, detik: int = DETIK) -> Path:
    """Convert one workbook into `folder`; the profile lives and dies with it."""
    return konversi_banyak([jalur], folder, ke, detik)[0]


def konversi_banyak(jalur: Sequence[Path], folder: Path, ke: str, detik: int = DETIK) -> list[Path]:
    """Convert workbooks with different names into `folder`, in one start of LibreOffice; detik: limit for all of them.

    Raises KinerjaError when LibreOffice is missing, takes too long, or leaves one of them out.
    """
    soffice = program()
    if soffice is None:
        raise KinerjaError("LibreOffice tidak terpasang di komputer ini")
    profil = folder / "profil"
    (profil / "user").mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_PROFIL, encoding="utf-8")
    perintah = [
        soffice, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profil.as_uri()}",
        "--convert-to", ke, "--outdir", str(folder / "keluar"), *map(str, jalur),
    ]  # fmt: skip
    try:
        selesai = subprocess.run(
            perintah, env={**os.environ, "HOME": str(folder)}, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, errors="replace", timeout=detik, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as salah:
        raise KinerjaError(f"LibreOffice belum selesai setelah {detik} detik") from salah
    hasil = [folder / "keluar" / f"{satu.stem}.{ke.partition(':')[0]}" for satu in jalur]
    for asal, satu in zip(jalur, hasil, strict=True):
        if not satu.is_file():
            raise KinerjaError(
                f"LibreOffice tidak menghasilkan berkas dari {asal.name}: {selesai.stderr.strip()[:200]}"
            )
    return hasil


def _nilai(titik: Titik, nilai: Nilai) -> Nilai:
    if isinstance(nilai, GalatExcel) and nilai.startswith("Err:"):
        raise KinerjaError(f"{tempat(titik)}: mesin {NAMA} tidak dapat menghitung rumus ini ({nilai})")
    return "" if nilai is None else nilai
