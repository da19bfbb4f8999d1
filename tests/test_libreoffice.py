"""The outside judge must really judge: it recalculates what a file claims."""

from __future__ import annotations

import openpyxl
import xlsxwriter


def _tulis(jalur, nilai):
    """A workbook whose formula =A1*2 carries a wrong cached value."""
    buku = xlsxwriter.Workbook(str(jalur))
    lembar = buku.add_worksheet("Isian")
    lembar.write_number("A1", nilai)
    lembar.write_formula("A2", "=A1*2", None, 999)
    buku.close()
    return jalur


def _a2(jalur):
    return openpyxl.load_workbook(jalur, data_only=True)["Isian"]["A2"].value


def test_a_wrong_cached_value_is_recalculated(hitung_ulang, tmp_path):
    berkas = _tulis(tmp_path / "buku satu.xlsx", 21)
    assert _a2(berkas) == 999
    assert _a2(hitung_ulang(berkas)) == 42


def test_files_of_equal_name_in_one_batch_stay_apart(hitung_ulang, tmp_path):
    berkas = []
    for nilai in (1, 2):
        folder = tmp_path / str(nilai)
        folder.mkdir()
        berkas.append(_tulis(folder / "sama.xlsx", nilai))
    assert [_a2(satu) for satu in hitung_ulang(berkas)] == [2, 4]
