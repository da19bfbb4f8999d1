"""The trap sheet as a manifest, computed once by each engine."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kinerja_xl import mesin
from kinerja_xl.core.nama import kolom_angka
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
def hitung_perangkap(perangkap: ModuleType) -> Any:
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
                pytest.skip(f"{nama} is not installed")
            hasil = mesin.hitung(manifest, {}, nama)
            simpan[nama] = {rumus: hasil["Data", baris, 12] for rumus, baris in tempat.items()}
        return simpan[nama]

    return hitung
