"""An office corrects in the annotated copy and goes on with it: repair, migrate and fill do not trip over it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.edit import fill
from kinerja_xl.edit.perbaiki import repair
from kinerja_xl.edit.pindah import migrate
from kinerja_xl.edit.salinan import salin
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas


@pytest.fixture
def salinan(terisi, tmp_path) -> Path:
    asal = terisi["kecamatan", "pk"]
    jalur = tmp_path / "pk.temuan.xlsx"
    jalur.write_bytes(salin(asal.read_bytes(), periksa_berkas(asal, "pk.xlsx", Pilihan())).isi)
    return jalur


def bersih(jalur: Path) -> None:
    buku = openpyxl.load_workbook(jalur)
    assert "Temuan" not in buku.sheetnames
    assert not any(sel.comment for ws in buku for baris in ws.iter_rows() for sel in baris)


def test_repair_takes_sheet_and_comments_away_and_lists_nothing(salinan, terisi, tmp_path):
    hasil = repair(salinan, tmp_path / "baru.xlsx")
    assert hasil.tanpa_tempat == () and hasil.daftar is None
    assert (tmp_path / "baru.xlsx").read_bytes() == terisi["kecamatan", "pk"].read_bytes()
    bersih(tmp_path / "baru.xlsx")


def test_migrate_moves_the_data_and_not_the_findings(salinan, tmp_path):
    hasil = migrate(salinan, tmp_path / "baru.xlsx", tahun=2025)
    assert not [b for b in hasil.tanpa_tempat if b.lembar == "Temuan"]
    bersih(tmp_path / "baru.xlsx")


def test_fill_takes_the_copy_for_the_workbook_it_is(salinan, tmp_path):
    fill(salinan, {"tanda_tanggal": "2024-02-01"}, tmp_path / "baru.xlsx")
    bersih(tmp_path / "baru.xlsx")
