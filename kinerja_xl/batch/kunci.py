"""The key of a result: two files with the same key have the same result, today, tomorrow and on another machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.batch.beku import bekukan
from kinerja_xl.data import templates
from kinerja_xl.verify.berkas import Pilihan
from kinerja_xl.verify.laporan import sidik

_PAKET = Path(__file__).resolve().parent.parent
_TANPA = {"cli", "report", "batch", "build", "edit", "_data", "__pycache__"}  # rooms that change no verdict
_MESIN = ("formulas", "formualizer", "schedula", "numpy")


class Kunci:
    """Keys under one set of options."""

    def __init__(self, pilihan: Pilihan) -> None:
        self.dasar = sha256(f"{sidik_program()}\n{bekukan(pilihan)}".encode()).hexdigest()

    def untuk(self, nama: str, data: bytes) -> str:
        """Of a file: the hash of its bytes, and whether it is called like a lock file."""
        return f"{sha256(data).hexdigest()}{nama}-{self.dasar[:32]}"


@cache
def sidik_program() -> str:
    """Hash of all that decides a verdict: version, rule book, templates, code of the checks, calculation engines."""
    hitung = sha256(f"{__version__} {sidik()}".encode())
    for satu in _MESIN:
        hitung.update(f" {satu} {_versi(satu)}".encode())
    for akar, berkas in _berkas():
        hitung.update(f"\n{berkas.relative_to(akar).as_posix()} ".encode())
        hitung.update(sha256(berkas.read_bytes().replace(b"\r\n", b"\n")).digest())
    return hitung.hexdigest()


def _berkas() -> Iterator[tuple[Path, Path]]:
    for folder in sorted(satu for satu in _PAKET.iterdir() if satu.is_dir() and satu.name not in _TANPA):
        for berkas in sorted(folder.rglob("*")):
            if berkas.suffix in (".py", ".toml", ".json"):
                yield _PAKET, berkas
    for berkas in sorted(templates().rglob("*.toml")):
        yield templates(), berkas


def _versi(nama: str) -> str:
    try:
        return version(nama)
    except PackageNotFoundError:
        return "-"
