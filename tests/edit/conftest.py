"""Filled workbooks of both example offices, and the same damaged as people damage them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja_xl.build import generate
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import berkas_contoh

JENIS = ("pk", "rka", "iku")
KECAMATAN = {
    "pk": {
        "tanda_tanggal": "2024-01-23",
        "pk_program": [{"program": "Program A", "anggaran": 250000000, "keterangan": "APBD"}, {"program": "Program B",
                       "anggaran": 1}],
        "pengukuran": {"1": {"target_tw4": 85, "realisasi_tw4": 86.1, "penyebab": "tidak ada"}},
        "sop_langkah": {"1": {"mulai": "2024-01-22 08:00", "selesai": "2024-01-22 08:10", "bukti": "SK"}},
    },
    "rka": {"rka_pagu": 50000000, "rka_rincian": [{"kode": "5.1.02.01.01.0024", "uraian": "Kertas"}]},
    "iku": {"tanda_tanggal": "2024-01-23", "ik1_populasi": 300, "ik1_jawaban": [{"u1": 4, "u2": 3}, {"u1": 2}]},
}  # fmt: skip


@pytest.fixture(scope="session")
def terisi(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Filled workbooks of 2024 by (office, kind)."""
    folder = tmp_path_factory.mktemp("terisi")
    hasil = {}
    for kantor in ("balai-kipm-2024", "kecamatan"):
        for jenis in JENIS:
            kosong = generate(jenis, tahun=2024, profil=berkas_contoh(kantor), out=folder / f"{kantor}-{jenis}-0.xlsx")
            contoh = templates() / "contoh" / kantor / f"{jenis}.toml"
            data = contoh if kantor.startswith("balai") else KECAMATAN[jenis]
            hasil[kantor, jenis] = fill(kosong, data, folder / f"{kantor}-{jenis}.xlsx")
    return hasil


@pytest.fixture
def rusakkan(tmp_path: Path) -> Callable[..., Path]:
    """rusakkan(path, change): a copy on which `change(workbook)` was done; the cached values are gone with it."""

    def jalan(asal: Path, ubah: Callable[[Any], None]) -> Path:
        buku = openpyxl.load_workbook(asal)
        ubah(buku)
        tujuan = tmp_path / f"rusak-{asal.name}"
        buku.save(tujuan)
        return tujuan

    return jalan
