"""Kinerja.xlsm: the functions as a ready xlwings workbook (classic), with buttons and an example of each function.

The macro project is xlwings' own standalone template (BSD licence, its notice stays in the module) plus our modules.
It asks for the xlwings version it was built with, so it is built from the xlwings that is installed.
"""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import xlsxwriter

from kinerja_xl import __version__
from kinerja_xl.build.bas import MODUL_PYTHON, NAMA_MODUL, teks_bas
from kinerja_xl.build.contoh_fungsi import LEBAR_KOLOM, contoh, gambar
from kinerja_xl.build.gaya import HURUF, sifat
from kinerja_xl.build.vba_proyek import Modul, buka, modul_lembar, modul_teks, susun
from kinerja_xl.build.xlsx import pasang, seragam
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions

NAMA = "Kinerja.xlsm"
NAMA_BAS = "Kinerja.bas"
_TEMPLAT = "xlwings/quickstart_standalone.xlsm"
_BUANG = {"Module1"}  # the template's sample macro
_TAHUN = 2026
_HASIL = (21, 60)  # rows of the answer block on the first sheet
_CALC = 191029  # calculation engine of current Excel: values stay as written until somebody recalculates
_TOMBOL = """Attribute VB_Name = "KinerjaTombol"
'Tombol lembar Mulai: menjalankan modul Python kinerja_tombol lewat xlwings.
Option Explicit

Public Sub BuatDokumenTahunIni()
    RunPython "import kinerja_tombol; kinerja_tombol.buat()"
End Sub

Public Sub PeriksaBukuKerjaIni()
    RunPython "import kinerja_tombol; kinerja_tombol.periksa()"
End Sub
"""
_SETELAN = (
    ("UDF MODULES", MODUL_PYTHON),
    ("ADD_WORKBOOK_TO_PYTHONPATH", "false"),
    ("SHOW CONSOLE", "false"),
)
_PETUNJUK = (
    "Fungsi seperti =IKM_SCORE(B5:J154) memanggil Python di komputer ini; pasang sekali dengan Pasang.bat.",
    "Bila macro diblokir: klik kanan berkas ini di Explorer, Properties, centang Unblock, lalu buka lagi.",
    "Contoh tiap keluarga fungsi ada di lembar berikutnya. Hitung ulang semuanya: Ctrl+Alt+F9.",
    "Bila hasil #VALUE!, tulis fungsi pemeriksanya (misalnya =IKM_CEK(...)) untuk membaca sebabnya.",
    "Untuk memakai fungsi di buku kerja lain: impor Kinerja.bas (lihat README), atau salin datanya kemari.",
)


def bangun_bas(out: str | Path, *, timpa: bool = False) -> Path:
    """Write the VBA module as a file; `out` is a folder or the path of the .bas."""
    tujuan = _tujuan(out, NAMA_BAS)
    pasang(teks_bas().encode("ascii"), tujuan, timpa)
    return tujuan


def bangun_xlsm(out: str | Path, *, timpa: bool = False) -> Path:
    """Write the workbook; `out` is a folder or the path of the .xlsm."""
    tujuan = _tujuan(out, NAMA)
    pasang(susun_xlsm(), tujuan, timpa)
    return tujuan


def _tujuan(out: str | Path, nama: str) -> Path:
    jalur = Path(out)
    return jalur if jalur.suffix.lower() == Path(nama).suffix else jalur / nama


def templat_xlwings() -> tuple[bytes, str]:
    """Macro project of xlwings' standalone template, and the version of xlwings it belongs to."""
    try:
        dist = distribution("xlwings")
        with ZipFile(str(dist.locate_file(_TEMPLAT))) as arsip:
            return arsip.read("xl/vbaProject.bin"), dist.version
    except (PackageNotFoundError, FileNotFoundError, KeyError) as salah:
        raise KinerjaError("paket xlwings belum terpasang lengkap; jalankan: pip install xlwings") from salah


def proyek_makro(lembar: int) -> bytes:
    """The macro project for a workbook of so many sheets (Sheet1, Sheet2, ...)."""
    proyek = buka(templat_xlwings()[0])
    asli = [m for m in proyek.modul if m.nama not in _BUANG and m.jenis != "lembar"]
    semua: list[Modul] = [m for m in asli if m.jenis == "buku"]
    semua += [modul_lembar(f"Sheet{n}") for n in range(1, lembar + 1)]
    semua += [m for m in asli if m.jenis != "buku"]
    semua += [modul_teks(NAMA_MODUL, teks_bas()), modul_teks("KinerjaTombol", _TOMBOL)]
    return susun(proyek, semua)


def susun_xlsm() -> bytes:
    """The workbook as bytes."""
    wadah = BytesIO()
    buku = xlsxwriter.Workbook(
        wadah,
        {
            "in_memory": True,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": HURUF, "font_size": 10},
        },
    )
    buku.set_properties(
        {"title": "Fungsi kinerja-xl", "subject": f"kinerja-xl {__version__}", "created": datetime(2020, 1, 1)}
    )
    buku.set_calc_mode("auto", _CALC)
    buku.calc_on_load = False
    format_sel: dict[tuple[str, str], Any] = {}

    def gaya(nama: str, tipe: str) -> Any:
        if (nama, tipe) not in format_sel:
            lurus = {} if nama in ("kepala", "isian") else {"text_wrap": False}
            format_sel[nama, tipe] = buku.add_format({**sifat(nama, tipe, False), **lurus, "locked": False})
        return format_sel[nama, tipe]

    keluarga: dict[str, list[Indikator]] = {}
    for f in functions().values():
        keluarga.setdefault(f.keluarga, []).append(f)
    lembar = [_mulai(buku, gaya)]
    lembar += [_keluarga(buku, kode, isi, gaya) for kode, isi in sorted(keluarga.items())]
    lembar.append(_setelan(buku))
    for ws in lembar:
        ws.set_landscape()
        ws.set_paper(9)
        ws.fit_to_pages(1, 0)
    buku.set_vba_name("ThisWorkbook")
    for nomor, ws in enumerate(lembar, 1):
        ws.set_vba_name(f"Sheet{nomor}")
    buku.add_vba_project(BytesIO(proyek_makro(len(lembar))), True)
    buku.close()
    return seragam(wadah.getvalue())


def _mulai(buku: Any, gaya: Any) -> Any:
    ws = buku.add_worksheet("Mulai")
    ws.set_column(0, 0, 26)
    ws.set_column(1, 1, 70)
    ws.set_column(2, 2, 46)
    ws.hide_gridlines(2)
    ws.write(0, 0, "Fungsi kinerja-xl di Excel", gaya("judul_kiri", "teks"))
    ws.write(1, 0, f"kinerja-xl {__version__}, xlwings {templat_xlwings()[1]}", gaya("info", "teks"))
    for n, isi in enumerate(_PETUNJUK):
        ws.write(3 + n, 0, f"{n + 1}. {isi}", gaya("info", "teks"))
    isian = (
        ("kx_tahun", "Tahun anggaran", _TAHUN, "bulat"),
        ("kx_profil", "Berkas profil kantor", None, "teks"),
        ("kx_folder", "Folder hasil", None, "teks"),
        ("kx_periksa", "Berkas yang diperiksa", None, "teks"),
    )
    bantu = ("", "kosong = profil contoh kecamatan", "kosong = folder Dokumen di sebelah buku kerja ini",
             "kosong = buku kerja ini sendiri")  # fmt: skip
    for n, (nama, label, nilai, _) in enumerate(isian):
        ws.write(9 + n, 0, label, gaya("label", "teks"))
        ws.write(9 + n, 1, nilai, gaya("isian", "umum"))
        ws.write(9 + n, 2, bantu[n], gaya("catatan", "teks"))
        buku.define_name(nama, f"='Mulai'!$B${10 + n}")
    for kolom, macro, teks in ((0, "BuatDokumenTahunIni", "Buat dokumen tahun ini"),
                               (1, "PeriksaBukuKerjaIni", "Periksa buku kerja ini")):  # fmt: skip
        ws.insert_button(14, kolom, {"macro": macro, "caption": teks, "width": 180, "height": 34})
    for k, teks in enumerate(("Hasil", "Keterangan", "Yang perlu dilakukan")):
        ws.write(_HASIL[0] - 2, k, teks, gaya("kepala", "teks"))
    buku.define_name("kx_hasil", f"='Mulai'!$A${_HASIL[0]}:$C${_HASIL[1]}")
    ws.activate()
    return ws


def _keluarga(buku: Any, kode: str, isi: list[Indikator], gaya: Any) -> Any:
    ws = buku.add_worksheet(kode)
    ws.set_column(0, 0, 18)
    ws.set_column(1, 40, LEBAR_KOLOM)
    ws.hide_gridlines(2)
    ws.write(0, 0, isi[0].buku.judul, gaya("judul_kiri", "teks"))
    baris = 3
    for f in isi:
        baris = gambar(ws, contoh(f), baris, gaya)
    return ws


def _setelan(buku: Any) -> Any:
    ws = buku.add_worksheet("xlwings.conf")
    ws.set_column(0, 0, 34)
    for n, (kunci, nilai) in enumerate(_SETELAN):
        ws.write_string(n, 0, kunci)
        ws.write_string(n, 1, nilai)
    return ws
