"""Kinerja.bas run by the Basic of LibreOffice (with its VBA support): it compiles, and every function calls Python.

The calls into Excel and xlwings are stand-ins there; whether Excel itself accepts the text is not shown by this.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_xl.build.bas import teks_bas
from kinerja_xl.core.panggilan import pemeriksa
from kinerja_xl.functions import functions

SEMUA = functions()
PENGGANTI = """
Public Pemanggil_, Tersimpan_, Bantuan_

Function PanggilUji(modul, nama, argumen, buku, pemanggil)
    If argumen(0) = "gagal" Then Err.Raise 1001
    PanggilUji = modul & "." & nama & "/" & UBound(argumen) & "/" & argumen(0) & "/" & IsEmpty(argumen(UBound(argumen)))
End Function

Sub Catat(nama, kategori, uraian, argumen)
    Bantuan_ = Bantuan_ & nama & "|" & kategori & "|" & Len(uraian) & "|" & UBound(argumen) + 1 & Chr(10)
End Sub
"""


def modul_uji() -> str:
    """Our module with the objects of Excel and xlwings replaced by plain functions and variables."""
    teks = "\n".join(b for b in teks_bas().splitlines() if not b.startswith(("Attribute ", "Option ")))
    teks = teks.replace("XLPy.CallUDF(", "PanggilUji(").replace('TypeName(Application.Caller) = "Range"', "True")
    teks = teks.replace("Application.Caller", "Pemanggil_").replace("ThisWorkbook.Saved", "Tersimpan_")
    teks = re.sub(
        r"Application\.MacroOptions.*?:=daftar", "Catat nama, kategori, uraian, daftar", teks, flags=re.DOTALL
    )
    return f"Option VBASupport 1\n{PENGGANTI}\n{teks.replace('ThisWorkbook', '0')}"


def panggil(nama: str, isi: str) -> str:
    """Basic text that calls a function without its optional arguments, and notes what came."""
    wajib = [isi, *["7"] * (sum(not a.opsional for a in SEMUA[nama].argumen) - 1)]
    return f'    hasil = {nama}({", ".join(wajib)})\n    Print #1, IIf(IsError(hasil), "galat", hasil)\n'


def python_uno() -> str | None:
    """A Python that can talk to LibreOffice: the system's own, or the one LibreOffice brings."""
    calon = [
        shutil.which("python3", path="/usr/bin"),
        shutil.which("python3"),
        r"C:\Program Files\LibreOffice\program\python.exe",
    ]
    for satu in calon:
        if satu and Path(satu).is_file():
            coba = subprocess.run([satu, "-c", "import uno"], capture_output=True, check=False, env=lingkungan())
            if coba.returncode == 0:
                return satu
    return None


def lingkungan() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}


@pytest.fixture(scope="module")
def keluaran(soffice: str, tanpa: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    python = python_uno() or ""
    if not python:
        tanpa("no Python with LibreOffice's module `uno` (Debian: package python3-uno)")
    kerja = tmp_path_factory.mktemp("basic")
    berkas, modul = kerja / "keluar.txt", kerja / "modul.bas"
    tulis = "".join(panggil(nama, isi) for nama in SEMUA for isi in ("5", '"gagal"'))
    uji = f'Sub Jalan\n    Dim hasil\n    Open "{berkas.as_posix()}" For Output As #1\n{tulis}'
    uji += "    Auto_Open\n    Print #1, Bantuan_\n    Close #1\nEnd Sub\n"
    modul.write_text(f"{modul_uji()}\n{uji}", encoding="utf-8")
    selesai = subprocess.run(
        [python, str(Path(__file__).with_name("_basic_uji.py")), soffice, (kerja / "profil").as_uri(), str(modul)],
        env={**lingkungan(), "HOME": str(kerja)}, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert berkas.is_file(), f"the module did not compile: {selesai.stderr}"
    return berkas.read_text(encoding="utf-8").splitlines()


def test_every_function_calls_python_and_fails_as_it_should(keluaran: list[str]) -> None:
    ada = iter(keluaran)
    for nama, fungsi in SEMUA.items():
        kosong = fungsi.argumen[-1].opsional  # an argument left out goes over as an empty one
        assert next(ada) == f"kinerja_udf.{nama}/{len(fungsi.argumen) - 1}/5/{kosong}"
        gagal = next(ada)
        assert gagal.startswith("Python tidak menjawab: ") if pemeriksa(fungsi) else gagal == "galat", (nama, gagal)


def test_help_of_every_function_and_argument_is_registered(keluaran: list[str]) -> None:
    bantuan = [baris.split("|") for baris in keluaran[2 * len(SEMUA) :] if baris]
    assert {b[0] for b in bantuan} == set(SEMUA) and len(bantuan) == len(SEMUA)
    for nama, kelompok, panjang, banyak in bantuan:
        assert kelompok == f"Kinerja: {SEMUA[nama].buku.judul}" and 20 < int(panjang) <= 255
        assert int(banyak) == len(SEMUA[nama].argumen)
