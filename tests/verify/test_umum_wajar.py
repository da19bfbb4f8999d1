"""Honest workbooks under the general check: ours taken as anybody's, tables as offices make them, foreign files."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from _umum_uji import kolom, temuan

from kinerja_xl.build import generate
from kinerja_xl.read import baca
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify.berkas import Pilihan, periksa_buku
from kinerja_xl.verify.umum import periksa_umum


@pytest.mark.parametrize("jenis", ["pengukuran", "rka"])
def test_a_workbook_of_ours_taken_as_anybodys_is_clean(jenis: str, tmp_path: Path) -> None:
    berkas = generate(jenis, tahun=2024, profil=berkas_contoh("kecamatan"), out=tmp_path / f"{jenis}.xlsx")
    buku = baca(berkas).buku
    assert buku is not None
    hasil = periksa_umum(buku)
    assert [(t.code, t.sheet, t.cell) for t in hasil.temuan if t.level != "info"] == []
    assert hasil.diperiksa == hasil.rumus > 100


def _serapan() -> dict[str, Any]:
    """Months with cumulative sums: the first row differs from the others."""
    isi: dict[str, Any] = {"A1": "Bulan", "B1": "Realisasi", "C1": "Kumulatif", "D1": "%"}
    jumlah = 0
    for b in range(2, 14):
        jumlah += b
        isi |= {f"A{b}": f"Bulan {b - 1}", f"B{b}": b, f"D{b}": (f"=ROUND(C{b}/$B$15*100,2)", jumlah)}
        isi[f"C{b}"] = ("=B2", 2) if b == 2 else (f"=C{b - 1}+B{b}", jumlah)
    return isi | {"A14": "Jumlah", "B14": ("=SUM(B2:B13)", jumlah), "A15": "Pagu", "B15": 100}


def _rka() -> dict[str, Any]:
    """Accounts with subtotals above their lines, added up one by one; codes are text."""
    isi: dict[str, Any] = {"A1": "Kode", "B1": "Uraian", "C1": "Volume", "D1": "Harga", "E1": "Jumlah"}
    for mulai in (2, 6, 10):
        isi |= {f"A{mulai}": f"52{mulai:04d}", f"E{mulai}": (f"=SUM(E{mulai + 1}:E{mulai + 3})", 60)}
        for b in range(mulai + 1, mulai + 4):
            isi |= {f"B{b}": "- rincian", f"C{b}": 2, f"D{b}": 10, f"E{b}": (f"=C{b}*D{b}", 20)}
    return isi | {"B14": "Jumlah", "E14": ("=E2+E6+E10", 180)}


def _surat() -> dict[str, Any]:
    """A register: numbers, codes with leading zeros, dates, a share in percent."""
    isi: dict[str, Any] = {"A1": "No", "B1": "Nomor surat", "C1": "Masuk", "D1": "Selesai", "E1": "Hari"}
    for b in range(2, 12):
        isi |= {f"A{b}": b - 1, f"B{b}": f"{b:03d}", f"C{b}": (None, 45300 + b, 2), f"D{b}": (None, 45303 + b, 2),
                f"E{b}": (f"=D{b}-C{b}", 3)}  # fmt: skip
    return isi | {"D13": "Cepat", "E13": ('=COUNTIF(E2:E11,"<=3")', 10), "E14": ("=E13/COUNTA(B2:B11)", 1)}


def _triwulan() -> dict[str, Any]:
    """Two blocks with a heading between them and column numbers below the head."""
    isi: dict[str, Any] = {"A2": 1, "B2": 2, "C2": 3, "D2": 4}
    for b in (*range(3, 8), *range(9, 13)):
        isi |= {f"A{b}": f"Kegiatan {b}", f"B{b}": b, f"C{b}": 1, f"D{b}": (f"=IF(B{b}=0,0,C{b}/B{b})", 1 / b)}
    total = {f"{k}14": (f"=SUM({k}3:{k}12)", n) for k, n in (("B", 67), ("C", 9))}
    return isi | {"A8": "Bagian II"} | total | {"D14": ("=C14/B14", 9 / 67)}


@pytest.mark.parametrize("isi", [_serapan(), _rka(), _surat(), _triwulan(), kolom("A", 1, 1, 2, 3)])
def test_tables_as_offices_make_them_have_no_finding(isi: dict[str, Any]) -> None:
    assert temuan(isi) == []


@pytest.mark.skipif("KINERJA_KORPUS" not in os.environ, reason="KINERJA_KORPUS names no folder of foreign files")
def test_foreign_workbooks_get_a_verdict_and_few_false_alarms() -> None:
    kode: Counter[str] = Counter()
    banyak = 0
    for berkas in sorted(Path(os.environ["KINERJA_KORPUS"]).rglob("*.xls[xm]")):
        buku = baca(berkas).buku
        if buku is None:
            continue
        banyak += 1
        kode.update({t.code for t in periksa_buku(buku, Pilihan()).findings})
    assert banyak
    for satu in ("NIL-20", "NIL-21", "RMS-21", "RMS-22", "RMS-23", "RMS-24"):
        assert kode[satu] * 50 <= banyak, f"{satu} in {kode[satu]} of {banyak} files"
