"""The trap sheet as a manifest, computed once by each engine."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_xl import mesin
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.spec.manifest import LembarM, Manifest, Sel


@pytest.fixture(scope="session")
def perangkap() -> ModuleType:
    """tests/mesin/perangkap.py"""
    spek = importlib.util.spec_from_file_location("perangkap_mesin", Path(__file__).with_name("perangkap.py"))
    assert spek is not None and spek.loader is not None
    modul = importlib.util.module_from_spec(spek)
    sys.modules[spek.name] = modul
    spek.loader.exec_module(modul)
    return modul


@pytest.fixture(scope="session")
def hitung_perangkap(perangkap: ModuleType, tanpa: Callable[[str], None]) -> Any:
    """hitung_perangkap(engine) -> value of each trap formula."""
    sel = []
    for huruf, isi in perangkap.DATA.items():
        for baris, nilai in enumerate(isi, 1):
            if isinstance(nilai, str) and nilai.startswith("="):
                sel.append(Sel(baris, kolom_angka(huruf), "rumus", "rumus", rumus=nilai[1:]))
            elif nilai is not None:
                sel.append(Sel(baris, kolom_angka(huruf), "label", "teks", nilai=nilai))
    tempat = {rumus: 20 + ke for ke, rumus in enumerate(perangkap.KASUS)}
    sel += [Sel(baris, 12, "rumus", "rumus", rumus=rumus) for rumus, baris in tempat.items()]
    manifest = Manifest("uji", "1", "uji", 2024, {}, (LembarM("Data", tuple(sel), {}, {}),), {}, {})
    simpan: dict[str, dict[str, Any]] = {}

    def hitung(nama: str) -> dict[str, Any]:
        if nama not in simpan:
            if nama not in mesin.mesin_tersedia():
                tanpa(f"{nama} is not installed")
            hasil = mesin.hitung(manifest, {}, nama)
            simpan[nama] = {rumus: hasil["Data", baris, 12] for rumus, baris in tempat.items()}
        return simpan[nama]

    return hitung


@pytest.fixture(scope="session")
def hitung_perangkap_libreoffice(perangkap: ModuleType, hitung_ulang: Any, tmp_path_factory: Any) -> dict[str, Any]:
    """Value of each trap formula in LibreOffice, in one workbook."""
    buku = Workbook()
    data = buku.active
    data.title = "Data"
    for huruf, isi in perangkap.DATA.items():
        for baris, nilai in enumerate(isi, 1):
            sel = data[f"{huruf}{baris}"]
            sel.value = nilai
            if isinstance(nilai, str) and not nilai.startswith("="):
                sel.data_type = "s"
    for baris, rumus in enumerate(perangkap.KASUS, 20):
        data.cell(baris, 12).value = f"={rumus}"
    asal = tmp_path_factory.mktemp("perangkap") / "perangkap.xlsx"
    buku.save(asal)
    hasil = load_workbook(hitung_ulang(asal), data_only=True)["Data"]
    return {rumus: _nilai_sel(hasil.cell(baris, 12).value) for baris, rumus in enumerate(perangkap.KASUS, 20)}


def _nilai_sel(nilai: Any) -> Any:
    """A cached value as the engines give it: error text to an error, a date to its serial, nothing to blank text."""
    if isinstance(nilai, (date, datetime)):
        return ke_serial(nilai)
    if isinstance(nilai, str) and nilai.startswith("#"):
        return GalatExcel(nilai)
    if nilai is None:
        return ""
    return float(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai
