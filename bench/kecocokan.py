"""Conformance matrix: every function on every worked case, by every path a spreadsheet has to it.

Each cell of the table counts cases that agree with the rule book, by class: with a value, without data, refused.
A path that does not offer a function shows "-". Every difference is listed below the table with its reason.
The harnesses are those of the tests, so that matrix and tests cannot drift apart.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions

UJI = Path(__file__).resolve().parent.parent / "tests"
KELAS = ("value", "no data", "refused")
TIDAK_ADA = object()  # the path does not offer this function
SEBAB_BOOLEAN = "TRUE in a cell is a formatted 1 in LibreOffice, so the rule cannot refuse it there"
Kasus = tuple[Indikator, dict[str, Any]]
Jalur = Callable[[list[Kasus], Path], list[Any]]


def muat(nama: str, berkas: str) -> ModuleType:
    """A harness of the tests by its path; test folders are no packages."""
    if nama not in sys.modules:
        spek = spec_from_file_location(nama, UJI / berkas)
        assert spek is not None and spek.loader is not None
        modul = module_from_spec(spek)
        sys.modules[nama] = modul
        spek.loader.exec_module(modul)
    return sys.modules[nama]


def _mesin() -> ModuleType:
    muat("larik_uji", "iku/_larik_uji.py")
    return muat("mesin_uji", "iku/_mesin_uji.py")


def _sebagian(semua: list[Kasus], ada: Callable[[Indikator], bool], hitung: Callable[[list[Any]], list[Any]]) -> list:
    """Results of the cases whose function the path offers, the others marked."""
    uji = _mesin()
    daftar = [uji.soal(f, k["masuk"]) for f, k in semua if ada(f)]
    hasil = iter(hitung(daftar))
    return [next(hasil) if ada(f) else TIDAK_ADA for f, _ in semua]


def rumus_formualizer(semua: list[Kasus], kerja: Path) -> list[Any]:
    """Excel expression in formualizer."""
    return _sebagian(semua, lambda f: f.excel is not None, _mesin().hitung_formualizer)


def rumus_formulas(semua: list[Kasus], kerja: Path) -> list[Any]:
    """Excel expression in formulas."""
    return _sebagian(semua, lambda f: f.excel is not None, _mesin().hitung_formulas)


def rumus_libreoffice(semua: list[Kasus], kerja: Path) -> list[Any]:
    """Excel expression in LibreOffice."""
    from openpyxl import load_workbook

    uji, tulis = _mesin(), muat("kembar_lo", "iku/test_kembar_libreoffice.py")._tulis

    def hitung(daftar: list[Any]) -> list[Any]:
        tertulis = [s for s in daftar if uji.rumus_atau_kosong(s)]
        tulis(uji, tertulis, kerja / "kembar.xlsx")
        kantor = _kantor(kerja / "lo-rumus")
        lembar = load_workbook(kantor.konversi([kerja / "kembar.xlsx"], "xlsx")[0], data_only=True)["Hasil"]
        nilai = iter([_sel(lembar.cell(ke, 1).value) for ke in range(1, len(tertulis) + 1)])
        return [next(nilai) if uji.rumus_atau_kosong(s) else uji.GALAT for s in daftar]

    return _sebagian(semua, lambda f: f.excel is not None, hitung)


def lambda_ironcalc(semua: list[Kasus], kerja: Path) -> list[Any]:
    """LAMBDA name in IronCalc, from the file; a spilled row is read whole."""
    alat = muat("lambda_uji", "udfs/_lambda_uji.py")

    def hitung(daftar: list[Any]) -> list[Any]:
        baris = alat.hitung_ironcalc(daftar, kerja / "lambda.xlsx", lebar=14)
        larik = ("IKM_NRR",)
        return [
            b if s.fungsi.nama in larik and b[0] != alat.GALAT else b[0] for s, b in zip(daftar, baris, strict=True)
        ]

    return _sebagian(semua, lambda f: f.bernama is not None, hitung)


def addin_libreoffice(semua: list[Kasus], kerja: Path) -> list[Any]:
    """The .oxt in LibreOffice."""
    from openpyxl import load_workbook

    uji = muat("oxt_lo", "udfs/test_oxt_libreoffice.py")
    folder = Path(tempfile.mkdtemp(prefix="kinerja-oxt-"))
    try:
        folder.chmod(0o755)
        kantor = _kantor(folder, uji.BUKAN_AKAR)
        for satu in (folder, *folder.rglob("*")):
            if kantor.sebagai:
                shutil.chown(satu, "nobody")
        pengaya = uji.Pengaya(kantor, folder)
        pengaya.pasang("0.0.1")
        letak = uji._tulis(semua, folder / "kasus.xlsx")
        lembar = load_workbook(kantor.konversi([folder / "kasus.xlsx"], "xlsx")[0], data_only=True).active
        hasil: list[Any] = []
        for (_, kasus), baris in zip(semua, letak, strict=True):
            lebar = len(kasus["keluar"][0]) if isinstance(kasus.get("keluar"), list) else 1
            isi = [_sel(lembar.cell(baris, k).value) for k in range(1, lebar + 1)]
            hasil.append(isi if lebar > 1 else isi[0])
        return hasil
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def jalur_xlwings(cara: str) -> Jalur:
    """One of xlwings' ways: server, daerah and nilai (classic), lite."""

    def hitung(semua: list[Kasus], kerja: Path) -> list[Any]:
        return _xlwings(semua, kerja)[cara]

    return hitung


_XLWINGS: dict[str, list[Any]] = {}


def _xlwings(semua: list[Kasus], kerja: Path) -> dict[str, list[Any]]:
    if not _XLWINGS:
        from kinerja_xl.build.lite import bangun_lite

        uji = muat("xlwings_semua", "udfs/test_xlwings.py")
        mesin = uji.Mesin()
        for fungsi, kasus in semua:
            mesin.daftar(fungsi.nama, [uji.kawat(n) for n in kasus["masuk"]])
        lite = bangun_lite(kerja, timpa=True)
        (kerja / "main.py").write_text(uji.properti_lite(lite)["main.py"], encoding="utf-8")
        mesin.jalankan(kerja)
        for cara, jawab in mesin.jawab.items():
            _XLWINGS[cara] = [_dari_xlwings(satu) for satu in jawab]
    return _XLWINGS


def _dari_xlwings(jawab: dict[str, Any]) -> Any:
    if "hasil" not in jawab:
        return _mesin().GALAT
    baris = jawab["hasil"]
    return baris[0] if len(baris[0]) > 1 else baris[0][0]


def _kantor(kerja: Path, sebagai: tuple[str, ...] = ()) -> Any:
    import os

    akar = hasattr(os, "geteuid") and os.geteuid() == 0
    kerja.mkdir(parents=True, exist_ok=True)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program is not None
    return muat("uji_bersama", "conftest.py").LibreOffice(program, kerja, sebagai if akar else ())


def _sel(nilai: Any) -> Any:
    if isinstance(nilai, str) and nilai.startswith("#"):
        return _mesin().GALAT
    return "" if nilai is None else nilai


JALUR: dict[str, Jalur] = {
    "formula, formualizer": rumus_formualizer,
    "formula, formulas": rumus_formulas,
    "formula, LibreOffice": rumus_libreoffice,
    "LAMBDA, IronCalc": lambda_ironcalc,
    "add-in, LibreOffice": addin_libreoffice,
    "xlwings Server": jalur_xlwings("server"),
    "xlwings classic, ranges": jalur_xlwings("daerah"),
    "xlwings classic, .bas": jalur_xlwings("nilai"),
    "xlwings Lite": jalur_xlwings("lite"),
}
PERLU_LIBREOFFICE = {"formula, LibreOffice", "add-in, LibreOffice"}


def kelas(kasus: dict[str, Any]) -> str:
    """Class of a case."""
    return "refused" if "galat" in kasus else "no data" if kasus["keluar"] in ("", None) else "value"


def _cocok(fungsi: Indikator, kasus: dict[str, Any], ada: Any) -> bool:
    if "galat" in kasus:
        return bool(ada == _mesin().GALAT) or (fungsi.nama.endswith("_CEK") and isinstance(ada, str))
    harus = kasus["keluar"]
    harus = harus[0] if isinstance(harus, list) else "" if harus is None else harus
    if isinstance(harus, list):
        return isinstance(ada, list) and all(_dekat(a, h, kasus) for a, h in zip(ada, harus, strict=False))
    return _dekat("" if ada is None else ada, harus, kasus)


def _dekat(ada: Any, harus: Any, kasus: dict[str, Any]) -> bool:
    if isinstance(harus, (int, float)) and not isinstance(harus, bool):
        batas = kasus.get("toleransi") or 1e-9 * max(1.0, abs(harus))
        return isinstance(ada, (int, float)) and not isinstance(ada, bool) and abs(ada - harus) <= batas
    return type(ada) is type(harus) and ada == harus


def _boolean(kasus: dict[str, Any]) -> bool:
    uji = _mesin()
    return any(isinstance(n, bool) for isi in kasus["masuk"] for baris in uji.kisi(isi) for n in baris)


def sebab(jalur: str, kasus: dict[str, Any]) -> str:
    """Why a path differs here; "" when nobody knows."""
    return SEBAB_BOOLEAN if jalur in PERLU_LIBREOFFICE and _boolean(kasus) else ""


def matriks() -> tuple[list[str], list[str], int]:
    """Lines of the table, lines of the differences, and how many of them have no reason."""
    semua = [(f, k) for f in functions().values() for k in f.buku.kasus if k["fungsi"] == f.nama]
    ada_kantor = shutil.which("soffice") or shutil.which("libreoffice")
    jalur = {n: j for n, j in JALUR.items() if ada_kantor or n not in PERLU_LIBREOFFICE}
    hitung: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: {k: [0, 0] for k in KELAS})
    beda, tanpa_sebab = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for nama, satu in jalur.items():
            for (f, k), nilai in zip(semua, satu(semua, Path(folder)), strict=True):
                if nilai is TIDAK_ADA:
                    continue
                catatan = hitung[f.nama, nama][kelas(k)]
                catatan[1] += 1
                if _cocok(f, k, nilai):
                    catatan[0] += 1
                    continue
                alasan = sebab(nama, k)
                tanpa_sebab += not alasan
                beda.append(f"- {nama}: {f.nama}, {k['nama']}: gives {nilai!r}. {alasan or 'NO REASON KNOWN'}")
    return list(_tabel(jalur, hitung)), beda, tanpa_sebab


def _tabel(jalur: dict[str, Jalur], hitung: dict[tuple[str, str], dict[str, list[int]]]) -> Iterator[str]:
    yield f"| function ({' · '.join(KELAS)}) | " + " | ".join(jalur) + " |"
    yield "|---|" + "---|" * len(jalur)
    for nama in functions():
        isi = []
        for satu in jalur:
            catatan = hitung.get((nama, satu))
            isi.append(" · ".join(f"{a}/{b}" for a, b in catatan.values() if b) if catatan else "-")
        yield f"| {nama} | " + " | ".join(isi) + " |"
