"""Wheels for an installation without internet: our own from what runs now, the others from the package index.

The index is asked by pip for Windows while pip runs elsewhere; pip then judges "only on Windows" by the machine it
runs on. So the requirements of every wheel are read again here, as a Windows machine reads them.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path
from typing import Any

from kinerja_xl import __version__
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates, udfs

PYTHON = ("3.13", "3.12", "3.11")
MODUL_ATAS = ("kinerja_udf.py", "kinerja_tombol.py")
_WAKTU = (1980, 1, 1, 0, 0, 0)
_PUTARAN = 20
_ABAI = {"__pycache__", "_data"}
_RODA = "Wheel-Version: 1.0\nGenerator: kinerja-xl\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_MASUK = "[console_scripts]\nkinerja = kinerja_xl.cli:main\n"


def roda_sendiri(folder: Path) -> Path:
    """Our own wheel, packed from the running code (checkout or installation); the same code gives the same bytes."""
    try:
        dist = distribution("kinerja-xl")
    except PackageNotFoundError as salah:
        raise KinerjaError("kinerja-xl belum terpasang sebagai paket; jalankan: pip install -e .") from salah
    info = f"kinerja_xl-{__version__}.dist-info"
    metadata = dist.read_text("METADATA") or ""
    baris = [f"Version: {__version__}" if b.startswith("Version: ") else b for b in metadata.splitlines()]
    isi = dict(sorted(_berkas_paket()))
    for lisensi in dist.files or ():
        if lisensi.parent.name == "licenses":
            isi[f"{info}/licenses/{lisensi.name}"] = lisensi.read_binary()
    isi[f"{info}/METADATA"] = ("\n".join(baris) + "\n").encode()
    isi[f"{info}/WHEEL"], isi[f"{info}/entry_points.txt"] = _RODA.encode(), _MASUK.encode()
    catatan = "".join(f"{nama},sha256={_sidik(data)},{len(data)}\n" for nama, data in isi.items())
    isi[f"{info}/RECORD"] = f"{catatan}{info}/RECORD,,\n".encode()
    tujuan = folder / f"kinerja_xl-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(tujuan, "w") as arsip:
        for nama, data in isi.items():
            satu = zipfile.ZipInfo(nama, _WAKTU)
            satu.compress_type, satu.create_system, satu.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            arsip.writestr(satu, data)
    return tujuan


def _berkas_paket() -> Iterator[tuple[str, bytes]]:
    paket = Path(__file__).resolve().parent.parent
    for akar, tujuan in (
        (paket, "kinerja_xl"),
        (templates(), "kinerja_xl/_data/templates"),
        (udfs(), "kinerja_xl/_data/udfs"),
    ):
        for berkas in akar.rglob("*"):
            bagian = berkas.relative_to(akar).parts
            if berkas.is_file() and not _ABAI & set(bagian[:-1]) and not bagian[-1].startswith("."):
                yield "/".join([tujuan, *bagian]), berkas.read_bytes()
    for nama in MODUL_ATAS:
        yield nama, (udfs() / nama).read_bytes()


def _sidik(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def unduh(folder: Path, catat: Callable[[str], None], python: tuple[str, ...] = PYTHON) -> None:
    """Fetch what our wheel in `folder` needs, for 64-bit Windows and each Python version. Needs pip and its index.

    catat: told each version before its downloads.
    """
    for satu in python:
        catat(satu)
        minta = [f"kinerja-xl=={__version__}", f"xlwings=={version('xlwings')}"]
        for _ in range(_PUTARAN):
            _pip(folder, satu, minta)
            minta = kurang(folder, satu)
            if not minta:
                break
        else:
            raise KinerjaError(f"pustaka untuk Python {satu} tidak lengkap: {', '.join(minta)}")


def _pip(folder: Path, python: str, minta: list[str]) -> None:
    perintah = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    perintah += ["--only-binary=:all:", "--platform", "win_amd64", "--implementation", "cp", "--python-version", python]
    perintah += ["--dest", str(folder), "--find-links", str(folder), *minta]
    selesai = subprocess.run(perintah, capture_output=True, text=True, errors="replace", check=False)
    if selesai.returncode:
        sebab = [b for b in selesai.stderr.splitlines() if b.startswith("ERROR")] or selesai.stderr.splitlines()
        raise KinerjaError(
            "pustaka tidak dapat diunduh. Langkah ini perlu internet (atau --tanpa-unduh untuk paket tanpa pustaka). "
            f"Kata pip: {' '.join(sebab[-2:])}"
        )


def kurang(folder: Path, python: str) -> list[str]:
    """Requirements of the wheels for one Python version on Windows that no wheel there meets."""
    kebutuhan = import_module("pip._vendor.packaging.requirements").Requirement
    rapikan = import_module("pip._vendor.packaging.utils").canonicalize_name
    lingkungan = {
        "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64",
        "python_version": python, "python_full_version": f"{python}.0", "implementation_name": "cpython",
        "platform_python_implementation": "CPython", "extra": "",
    }  # fmt: skip
    roda = [p for p in sorted(folder.glob("*.whl")) if cocok(p.name, python)]
    ada = {rapikan(p.name.split("-")[0]) for p in roda}
    hasil: dict[str, None] = {}
    for satu in roda:
        for teks in _kebutuhan(satu):
            butuh: Any = kebutuhan(teks)
            if (butuh.marker is None or butuh.marker.evaluate(lingkungan)) and rapikan(butuh.name) not in ada:
                hasil[f"{butuh.name}{butuh.specifier}"] = None
    return list(hasil)


def cocok(nama: str, python: str) -> bool:
    """Is a wheel of this file name for a Python version (64-bit Windows) at all?"""
    tanda, abi, sistem = nama.removesuffix(".whl").split("-")[-3:]
    if not {"any", "win_amd64"} & set(sistem.split(".")):
        return False
    angka = python.replace(".", "")
    if abi == "abi3":
        return int(tanda[3:].split(".")[0]) <= int(angka[1:])
    return any(t in {"py3", f"py{angka}", f"cp{angka}"} for t in tanda.split("."))


def _kebutuhan(roda: Path) -> list[str]:
    with zipfile.ZipFile(roda) as arsip:
        nama = next(n for n in arsip.namelist() if n.endswith(".dist-info/METADATA"))
        baris = arsip.read(nama).decode("utf-8", "replace").partition("\n\n")[0].splitlines()
    return [b.partition(":")[2].strip() for b in baris if b.startswith("Requires-Dist:")]
