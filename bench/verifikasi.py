"""Verification against what others do with the same file, in one run: medians of CPU time and ratios.

    python -m bench.verifikasi [--ulang 5] [--json HASIL.json] [--tanpa-lambat]

Ours is `kx.verify`, read to verdict. The others do less: openpyxl loads the file twice (values, formulas), calamine
reads the values, formualizer and `formulas` load and calculate without comparing anything, LibreOffice converts (and so
recalculates), the floor inflates every part and scans it. All contenders of a repetition run one after the other.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any

import openpyxl

import kinerja_xl as kx
from kinerja_xl.build.profil_buku import buka_profil
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.mesin import m_libreoffice
from kinerja_xl.spec.profil import berkas_contoh

RESPONDEN, BARIS_RKA, TAHUN = 500, 2000, 2025
LAMBAT = ("formulas",)  # minutes on a large file


def buku(folder: Path) -> dict[str, Path]:
    """The workbooks: PK and IKU with example data, IKM with 500 respondents, RKA with 2,000 lines."""
    profil = buka_profil(berkas_contoh("kecamatan"))
    acak = Random(14)
    contoh = templates() / "contoh" / "kecamatan"
    ikm = replace(profil, baris={**profil.baris, "responden": RESPONDEN})
    rka = replace(profil, rka=replace(profil.rka, baris=BARIS_RKA))
    jawaban = [[None] * 6 + [acak.randint(2, 4) for _ in range(9)] for _ in range(RESPONDEN)]
    isi: dict[str, tuple[Any, Any]] = {
        "pk": (profil, contoh / "pk.toml"), "iku": (profil, contoh / "iku.toml"),
        "ikm": (ikm, {"ikm_jawaban": jawaban}), "rka": (rka, {}),
    }  # fmt: skip
    hasil = {}
    for jenis, (satu, data) in isi.items():
        kosong = kx.generate(jenis, tahun=TAHUN, profil=satu, out=folder / f"{jenis}-kosong.xlsx")
        ada = not isinstance(data, Path) or data.exists()
        hasil[jenis] = fill(kosong, data, folder / f"{jenis}.xlsx") if ada and data else kosong
    return hasil


def lantai(jalur: Path) -> None:
    """Inflate and scan every sheet: no reader does less."""
    with zipfile.ZipFile(jalur) as paket:
        for nama in paket.namelist():
            isi = paket.read(nama)
            if nama.startswith("xl/worksheets/"):
                re.findall(rb"<v>([^<]*)</v>", isi)


def dua_kali(jalur: Path) -> None:
    """What most checkers do: values once, formulas once."""
    for nilai in (True, False):
        openpyxl.load_workbook(jalur, data_only=nilai).close()


def calamine(jalur: Path) -> None:
    """Values only."""
    from python_calamine import CalamineWorkbook

    satu = CalamineWorkbook.from_path(str(jalur))
    for nama in satu.sheet_names:
        satu.get_sheet_by_name(nama).to_python()


def formualizer(jalur: Path) -> None:
    """Load and calculate."""
    import formualizer as mesin

    mesin.load_workbook(str(jalur)).evaluate_all()


def formulas(jalur: Path) -> None:
    """Load and calculate, external links closed."""
    import formulas as mesin

    mesin.ExcelModel().loads(str(jalur)).finish(complete=False).calculate()


def libreoffice(jalur: Path) -> None:
    """Convert one file; the start of the program is part of it."""
    m_libreoffice.nilai_berkas(jalur)


LAWAN: dict[str, Callable[[Path], None]] = {
    "openpyxl, dimuat dua kali": dua_kali, "python-calamine, nilai saja": calamine, "formualizer": formualizer,
    "formulas": formulas, "LibreOffice": libreoffice, "lantai: mengembangkan dan memindai": lantai,
}  # fmt: skip
PAKET = {
    "openpyxl, dimuat dua kali": "openpyxl", "python-calamine, nilai saja": "python-calamine",
    "formualizer": "formualizer", "formulas": "formulas",
}  # fmt: skip


def detik(kerja: Callable[[], Any]) -> float:
    """CPU seconds of a call, its child processes included."""
    anak = resource.getrusage(resource.RUSAGE_CHILDREN)
    mulai = process_time()
    kerja()
    sesudah = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() - mulai + sesudah.ru_utime + sesudah.ru_stime - anak.ru_utime - anak.ru_stime


def dingin(jalur: Path) -> float:
    """CPU seconds of the command in a fresh process."""
    perintah = [sys.executable, "-m", "kinerja_xl", "verify", str(jalur), "--quiet"]
    return detik(lambda: subprocess.run(perintah, check=False, capture_output=True))


def ukur(berkas: dict[str, Path], ulang: int, lambat: bool) -> list[dict[str, Any]]:
    """A row a workbook: our time, warm and cold, and the ratio of every other to it."""
    hasil = []
    for jenis, jalur in berkas.items():
        kx.verify(jalur)
        kita: list[float] = []
        lain: dict[str, list[float]] = {}
        for ke in range(ulang):
            kita.append(detik(lambda jalur=jalur: kx.verify(jalur)))
            for nama, laku in LAWAN.items():
                if (nama in LAMBAT and (ke or not lambat or jenis == "rka")) or (nama == "LibreOffice" and ke > 1):
                    continue
                try:
                    lain.setdefault(nama, []).append(detik(lambda laku=laku, jalur=jalur: laku(jalur)))
                except ImportError:
                    continue
        hasil.append(
            {
                "buku": jenis, "sel": _sel(jalur), "kita_ms": median(kita) * 1e3, "dingin_s": dingin(jalur),
                "lawan": {nama: median(isi) / median(kita) for nama, isi in lain.items()},
            }
        )  # fmt: skip
    return hasil


def _sel(jalur: Path) -> int:
    with zipfile.ZipFile(jalur) as paket:
        return sum(paket.read(n).count(b"<c ") for n in paket.namelist() if n.startswith("xl/worksheets/"))


def _versi(paket: str) -> str:
    try:
        return f"{paket} {version(paket)}"
    except PackageNotFoundError:
        return f"{paket} (tidak terpasang)"


def tabel(hasil: list[dict[str, Any]]) -> str:
    """The rows as a markdown table: how many times longer the others take."""
    baris = ["| buku | sel | verify, hangat (ms CPU) | verify, dingin (s CPU) | " + " | ".join(LAWAN) + " |"]
    baris.append("|" + "---|" * (4 + len(LAWAN)))
    for satu in hasil:
        lawan = " | ".join(f"{satu['lawan'][n]:.1f}x" if n in satu["lawan"] else "-" for n in LAWAN)
        baris.append(f"| {satu['buku']} | {satu['sel']} | {satu['kita_ms']:.0f} | {satu['dingin_s']:.2f} | {lawan} |")
    return "\n".join(baris)


def main() -> int:
    """Measure and print."""
    pilih = argparse.ArgumentParser(prog="python -m bench.verifikasi", description=__doc__)
    pilih.add_argument("--ulang", type=int, default=5)
    pilih.add_argument("--json", type=Path)
    pilih.add_argument("--tanpa-lambat", action="store_true", help="leave `formulas` out")
    minta = pilih.parse_args()
    with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as folder:
        hasil = ukur(buku(Path(folder)), minta.ulang, not minta.tanpa_lambat)
    mesin = f"{platform.machine()}, Python {platform.python_version()}, " + ", ".join(map(_versi, PAKET.values()))
    print(f"kinerja-xl {kx.__version__} on {mesin}\nColumns of others: their CPU time as a multiple of verify, warm.\n")
    print(tabel(hasil))
    if minta.json:
        minta.json.write_text(json.dumps({"mesin": mesin, "hasil": hasil}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
