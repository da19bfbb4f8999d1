"""Each rule against its Excel twin in LibreOffice: all worked cases and some seeded changes, in one workbook."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from openpyxl import Workbook, load_workbook

from kinerja_xl.functions import functions

BANYAK = 25


def _ada_boolean(satu: Any) -> bool:
    """TRUE in a cell is a formatted 1 in LibreOffice, so COUNT takes it for a number there."""
    return any(isinstance(n, bool) for kisi in satu.masuk for baris in kisi for n in baris)


def _tulis(mesin_uji: ModuleType, daftar: list[Any], berkas: Path) -> None:
    buku = Workbook()
    uji, hasil = buku.active, buku.create_sheet("Hasil")
    uji.title = "Uji"
    baris = 1
    for ke, satu in enumerate(daftar, 1):
        kolom = 1
        for isi in satu.masuk:
            for b, deret in enumerate(isi):
                for k, nilai in enumerate(deret):
                    uji.cell(baris + b, kolom + k).value = mesin_uji._sel(nilai)
            kolom += len(isi[0]) + 1
        hasil.cell(ke, 1).value = "=" + satu.rumus(baris)
        baris += max((len(isi) for isi in satu.masuk), default=1) + 1
    buku.save(berkas)


def test_libreoffice_computes_what_python_computes(mesin_uji: ModuleType, libreoffice: Any, tmp_path: Path) -> None:
    daftar = []
    for fungsi in functions().values():
        if fungsi.excel is not None:
            daftar += [mesin_uji.soal(fungsi, k["masuk"]) for k in mesin_uji.kasus_fungsi(fungsi)]
            daftar += mesin_uji.soal_acak(fungsi, BANYAK, benih=2026)
    daftar = [s for s in daftar if mesin_uji.rumus_atau_kosong(s) and not _ada_boolean(s)]
    _tulis(mesin_uji, daftar, tmp_path / "kembar.xlsx")
    (hitung,) = libreoffice.konversi([tmp_path / "kembar.xlsx"], "xlsx")
    lembar = load_workbook(hitung, data_only=True)["Hasil"]
    beda = []
    for ke, satu in enumerate(daftar, 1):
        nilai = lembar.cell(ke, 1).value
        nilai = "" if nilai is None else mesin_uji.GALAT if str(nilai).startswith("#") else nilai
        if not mesin_uji.bandingkan(satu.python(), nilai):
            beda.append(f"{satu.fungsi.nama}{satu.asli!r}: Python {satu.python()!r}, LibreOffice {nilai!r}")
    assert not beda, f"{len(beda)} of {len(daftar)} differ\n" + "\n".join(beda[:30])
