"""A Temuan sheet of an annotated copy is harmless; a sheet of that name with anything else in it is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.build import generate
from kinerja_xl.edit.salinan import salin
from kinerja_xl.read import baca
from kinerja_xl.read.buku import Sel
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas, periksa_buku
from kinerja_xl.verify.lembar_temuan import milik_kita, pisahkan


@pytest.fixture(scope="module")
def pk(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pk")
    return generate("pk", tahun=2024, profil=berkas_contoh("kecamatan"), out=folder / "pk.xlsx")


@pytest.fixture(scope="module")
def salinan(pk) -> Path:
    jalur = pk.with_name("pk.temuan.xlsx")
    jalur.write_bytes(salin(pk.read_bytes(), periksa_berkas(pk, "pk.xlsx", Pilihan())).isi)
    return jalur


def kode(hasil) -> list[tuple[str, str, str]]:
    return [(t.code, t.sheet, t.cell) for t in hasil.findings]


def test_a_copy_has_the_findings_of_its_original_and_a_remark(pk, salinan):
    asal, kini = periksa_berkas(pk, "a", Pilihan()), periksa_berkas(salinan, "a", Pilihan())
    assert kode(kini) == sorted([*kode(asal), ("STR-90", "Temuan", "")], key=kode(kini).index)
    assert len(kini.findings) == len(asal.findings) + 1
    assert kini.verdict == asal.verdict
    assert next(t for t in kini.findings if t.code == "STR-90").level == "info"


def test_an_honest_workbook_has_no_such_remark(pk):
    assert "STR-90" not in {t.code for t in periksa_berkas(pk, "a", Pilihan()).findings}


def _ubah(salinan: Path, tmp_path: Path, ubah) -> list[str]:
    buku = openpyxl.load_workbook(salinan)
    ubah(buku)
    buku.save(tmp_path / "ubah.xlsx")
    return [t.code for t in periksa_berkas(tmp_path / "ubah.xlsx", "ubah.xlsx", Pilihan()).findings]


ASING = {
    "a figure under the table": lambda ws: ws.cell(40, 1, 250_000_000),
    "a figure in the table": lambda ws: ws.cell(7, 5, 3),
    "a formula": lambda ws: ws.cell(7, 5, "=1+1"),
    "a text beside the table": lambda ws: ws.cell(7, 8, "catatan"),
    "rows of another kind": lambda ws: [ws.cell(b, 1, f"baris {b}") for b in range(40, 44)],
    "a code of nobody": lambda ws: ws.cell(7, 2, "XYZ-99"),
    "another title": lambda ws: ws.cell(1, 1, "Rekap"),
    "another verdict": lambda ws: ws.cell(2, 1, "DISAHKAN Inspektorat"),
    "another word in the head": lambda ws: ws.cell(6, 3, "Nilai"),
}


@pytest.mark.parametrize("apa", ASING)
def test_a_sheet_that_is_not_as_we_write_it_is_an_extra_sheet(salinan, tmp_path, apa):
    semua = _ubah(salinan, tmp_path, lambda buku: ASING[apa](buku["Temuan"]))
    assert "STR-08" in semua and "STR-90" not in semua


def test_a_strangers_sheet_of_that_name_is_an_extra_sheet(pk, tmp_path):
    semua = _ubah(pk, tmp_path, lambda buku: buku.create_sheet("Temuan").append(["Realisasi", 5, "=1+1"]))
    assert "STR-08" in semua and "STR-90" not in semua


def test_a_sheet_that_a_formula_reads_is_not_passed_over(salinan, tmp_path):
    def baca_lembar(buku):
        ws = buku.worksheets[0]
        ws["AA50"] = "=Temuan!A7"

    semua = _ubah(salinan, tmp_path, baca_lembar)
    assert "STR-08" in semua and "STR-90" not in semua


def test_a_workbook_of_nobodys_template_keeps_the_remark_too(tmp_path):
    buku = openpyxl.Workbook()
    buku.active["A1"] = 5
    buku.save(tmp_path / "kantor.xlsx")
    asal = periksa_berkas(tmp_path / "kantor.xlsx", "kantor.xlsx", Pilihan())
    (tmp_path / "b.xlsx").write_bytes(salin((tmp_path / "kantor.xlsx").read_bytes(), asal).isi)
    kini = periksa_berkas(tmp_path / "b.xlsx", "b.xlsx", Pilihan())
    assert sorted({t.code for t in kini.findings} - {t.code for t in asal.findings}) == ["STR-90"]
    assert kini.cells == asal.cells


def test_another_name_a_broken_part_or_a_boolean_is_not_ours(salinan):
    lembar = baca(salinan).buku.lembar[-1]
    assert milik_kita(lembar)
    assert not milik_kita(replace(lembar, nama="Hasil"))
    assert not milik_kita(replace(lembar, terbaca=False))
    benar = Sel(50, 1, "b", True, "1", None, None, 0)
    assert not milik_kita(replace(lembar, sel={**lembar.sel, (50, 1): benar}))


def test_only_the_sheet_and_its_names_go(salinan):
    buku = baca(salinan).buku
    sisa, temuan = pisahkan(buku)
    assert [s.nama for s in sisa.lembar] == [s.nama for s in buku.lembar][:-1]
    assert {n.lembar for n in buku.nama} - {n.lembar for n in sisa.nama} == {"Temuan"}
    assert [t.code for t in temuan] == ["STR-90"]
    assert "STR-90" not in [t.code for t in periksa_buku(sisa, Pilihan()).findings]
