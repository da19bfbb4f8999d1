"""Robustness in time and memory: hostile files and texts, and the start of the command, against their budgets.

    python -m bench.ketahanan

The slowest case of each group, as a share of its budget and as a ratio to a named alternative of the same run.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from types import ModuleType
from typing import Any

import openpyxl

from kinerja_xl.core.ejaan import normalkan
from kinerja_xl.functions import functions
from kinerja_xl.read import baca

UJI = Path(__file__).resolve().parent.parent / "tests" / "read"
BATAS_INGATAN = 512  # MB, the interpreter and the package included
BACA = """
import resource, sys
from kinerja_xl.read import baca
baca(sys.argv[1])
pakai = resource.getrusage(resource.RUSAGE_SELF)
print("CPU", pakai.ru_utime + pakai.ru_stime, "KB", pakai.ru_maxrss)
"""
BATAS_BERKAS, BATAS_TEKS, BATAS_BANTUAN = 3.0, 2.0, 0.25  # seconds
POTONG = ("(", "[", "'", "IKM_SCORE(", "[1]!", "_xlfn.SINGLE(", '+IFERROR(__xludf.DUMMYFUNCTION("IKM_MUTU(1)"),1)')


def lama(kerja: Callable[[], Any]) -> float:
    """Seconds of one call."""
    mulai = perf_counter()
    kerja()
    return perf_counter() - mulai


def _muat(nama: str) -> ModuleType:
    if nama not in sys.modules:
        spek = spec_from_file_location(nama, UJI / f"{nama}.py")
        assert spek is not None and spek.loader is not None
        modul = module_from_spec(spek)
        sys.modules[nama] = modul
        spek.loader.exec_module(modul)
    return sys.modules[nama]


def kasus() -> list[tuple[str, str, Callable[[], bytes]]]:
    """Every hostile file of the tests."""
    _muat("_paket_uji")
    arsip, buku = _muat("_kasus_arsip"), _muat("_kasus_buku")
    return [*arsip.WADAH, *arsip.XML, *buku.PAKET, *buku.LEMBAR, *buku.RUMUS, *buku.AKTIF]


def berkas_jahat() -> Iterable[tuple[str, float]]:
    """Time to read each hostile file."""
    for nama, kode, buat in kasus():
        data = buat()
        yield f"{kode} {nama}", lama(lambda data=data: baca(data))


def ingatan() -> tuple[tuple[str, float], tuple[str, float]]:
    """Slowest in CPU seconds and largest in MB, each hostile file read by an interpreter of its own."""
    hasil = []
    with TemporaryDirectory() as folder:
        for nama, kode, buat in kasus():
            berkas = Path(folder) / "jahat.xlsx"
            berkas.write_bytes(buat())
            keluar = subprocess.run([sys.executable, "-c", BACA, str(berkas)], capture_output=True, text=True)
            cocok = re.search(r"CPU (\S+) KB (\d+)", keluar.stdout)
            assert cocok is not None, f"{kode} {nama}: {keluar.stderr}"
            hasil.append((f"{kode} {nama}", float(cocok.group(1)), int(cocok.group(2)) / 1024))
    lambat, besar = max(hasil, key=lambda satu: satu[1]), max(hasil, key=lambda satu: satu[2])
    return (lambat[0], lambat[1]), (besar[0], besar[2])


def teks_jahat() -> Iterable[tuple[str, float]]:
    """Formulas of 100,000 characters made to confuse."""
    nama = frozenset(functions())
    for potong in POTONG:
        isi = potong * (100_000 // len(potong))
        yield repr(potong), lama(lambda isi=isi: normalkan(isi, nama))


def mulai_perintah() -> Iterable[tuple[str, float]]:
    """The help of the command, best of three."""

    def jalan() -> None:
        subprocess.run([sys.executable, "-m", "kinerja_xl", "--help"], capture_output=True, check=True)

    yield "kinerja --help", min(lama(jalan) for _ in range(3))


def utama() -> int:
    """Measure and print; 1 when a budget is broken."""
    jujur = BytesIO(_muat("_paket_uji").zip_(_muat("_paket_uji").jujur()))
    openpyxl_jujur = min(lama(lambda: openpyxl.load_workbook(jujur)) for _ in range(3))
    python = min(lama(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True)) for _ in range(3))
    print(f"openpyxl {version('openpyxl')} loads the honest package in {openpyxl_jujur * 1000:.1f} ms\n")
    print("| group | slowest | ms | budget ms | share | alternative | ratio |\n|---|---|---:|---:|---:|---|---:|")
    rusak = 0
    for judul, isi, batas, lain, pembanding in (
        ("hostile files", berkas_jahat(), BATAS_BERKAS, "openpyxl, honest file", openpyxl_jujur),
        ("hostile formulas", teks_jahat(), BATAS_TEKS, "openpyxl, honest file", openpyxl_jujur),
        ("start", mulai_perintah(), BATAS_BANTUAN, "python -c pass", python),
    ):
        nama, detik = max(isi, key=lambda satu: satu[1])
        rusak += detik > batas
        print(
            f"| {judul} | {nama} | {detik * 1000:.0f} | {batas * 1000:.0f} | {detik / batas:.0%} | {lain} | "
            f"{detik / pembanding:.1f} |"
        )
    (lambat, detik), (besar, mb) = ingatan()
    print(f"\n{len(kasus())} hostile files, an interpreter each: slowest {detik:.2f} s CPU ({lambat}), "
          f"largest {mb:.0f} MB ({besar}); budget {BATAS_BERKAS:.0f} s, {BATAS_INGATAN} MB")  # fmt: skip
    return int(rusak > 0 or detik > BATAS_BERKAS or mb > BATAS_INGATAN)


if __name__ == "__main__":
    raise SystemExit(utama())
