"""Kinerja.xlsm and Kinerja.bas: the macro project as olevba and LibreOffice read it, the text as Windows needs it."""

from __future__ import annotations

import re
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from kinerja_xl.build.bas import NAMA_MODUL, teks_bas, teks_vba
from kinerja_xl.build.excel_xlsm import bangun_bas, bangun_xlsm, proyek_makro, susun_xlsm, templat_xlwings
from kinerja_xl.build.vba_kompres import padatkan, urai
from kinerja_xl.build.vba_proyek import buka, modul_teks, susun
from kinerja_xl.build.vba_wadah import baca, tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.panggilan import pemeriksa
from kinerja_xl.functions import functions

with warnings.catch_warnings():  # old names of pyparsing
    warnings.simplefilter("ignore")
    from oletools.olevba import VBA_Parser, decompress_stream

SEMUA = functions()


def modul(bin_vba: bytes) -> dict[str, str]:
    """Source text of every module, read by olevba."""
    return {Path(aliran).name: kode for _, aliran, _, kode in VBA_Parser("vba", data=bin_vba).extract_macros()}


@pytest.fixture(scope="module")
def xlsm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bangun_xlsm(tmp_path_factory.mktemp("xlsm"))


def isi(berkas: Path, bagian: str) -> bytes:
    with zipfile.ZipFile(berkas) as arsip:
        return arsip.read(bagian)


def test_the_workbook_is_the_same_bytes_each_time(xlsm):
    assert xlsm.read_bytes() == susun_xlsm()


def test_modules_of_xlwings_are_untouched_and_ours_is_the_bas(xlsm):
    ada, asli = modul(isi(xlsm, "xl/vbaProject.bin")), modul(templat_xlwings()[0])
    for nama in ("ThisWorkbook", "xlwings", "Dictionary"):
        assert ada[nama] == asli[nama]
    assert "BSD 3-clause" in ada["xlwings"] and "Zoomer Analytics" in ada["xlwings"]
    assert ada[NAMA_MODUL] == teks_bas()
    assert 'RunPython "import kinerja_tombol; kinerja_tombol.periksa()"' in ada["KinerjaTombol"]
    assert "Module1" not in ada


def test_every_sheet_has_its_module_and_code_name(xlsm):
    ada = modul(isi(xlsm, "xl/vbaProject.bin"))
    buku = openpyxl.load_workbook(xlsm, keep_vba=True)
    kode = [ws.sheet_properties.codeName for ws in buku.worksheets]
    assert kode == [f"Sheet{n}" for n in range(1, len(kode) + 1)]
    assert {nama for nama in ada if nama.startswith("Sheet")} == set(kode)
    assert buku.code_name == "ThisWorkbook"


def test_settings_buttons_and_examples_are_in_place(xlsm):
    buku = openpyxl.load_workbook(xlsm)
    setelan = {b[0].value: b[1].value for b in buku["xlwings.conf"].iter_rows(max_col=2)}
    assert setelan["UDF MODULES"] == "kinerja_udf"
    assert setelan["ADD_WORKBOOK_TO_PYTHONPATH"] == "false"  # no module beside a received workbook is imported
    gambar = isi(xlsm, "xl/drawings/vmlDrawing1.vml").decode()
    assert re.findall(r"<x:FmlaMacro>\[0\]!(\w+)", gambar) == ["BuatDokumenTahunIni", "PeriksaBukuKerjaIni"]
    assert {"kx_tahun", "kx_profil", "kx_folder", "kx_periksa", "kx_hasil"} == set(buku.defined_names)
    assert {f.keluarga for f in SEMUA.values()} <= set(buku.sheetnames)
    assert b'fullCalcOnLoad="1"' not in isi(xlsm, "xl/workbook.xml")  # no call to Python before it is installed


def contoh_di_lembar(berkas: Path) -> dict[str, Any]:
    """Value of each function's example, by function name."""
    rumus, nilai = openpyxl.load_workbook(berkas), openpyxl.load_workbook(berkas, data_only=True)
    hasil = {}
    for ws in rumus.worksheets:
        for (sel,) in ws.iter_rows(min_col=2, max_col=2):
            teks = getattr(sel.value, "text", sel.value)
            cocok = re.match(r"=(\w+)\(", teks) if isinstance(teks, str) and sel.data_type == "f" else None
            if cocok:
                hasil[cocok[1]] = nilai[ws.title][sel.coordinate].value
    return hasil


def test_each_function_has_an_example_whose_value_is_that_of_a_worked_case(xlsm):
    ada = contoh_di_lembar(xlsm)
    assert set(ada) == set(SEMUA)
    for nama, nilai in ada.items():
        harus = [k["keluar"] for k in SEMUA[nama].buku.kasus if k["fungsi"] == nama and "keluar" in k]
        datar = [n[0][0] if isinstance(n, list) else n for n in harus]
        assert any(nilai == h or (isinstance(h, float) and nilai == pytest.approx(h, abs=0.01)) for h in datar), nama


def test_libreoffice_opens_it_and_finds_all_modules(xlsm, libreoffice):
    (ods,) = libreoffice.konversi([xlsm], "ods")
    with zipfile.ZipFile(ods) as arsip:
        nama = set(re.findall(r'library:name="(\w+)"', arsip.read("Basic/VBAProject/script-lb.xml").decode()))
        teks = arsip.read(f"Basic/VBAProject/{NAMA_MODUL}.xml").decode()
    assert {"xlwings", "Dictionary", NAMA_MODUL, "KinerjaTombol", "ThisWorkbook", "Sheet1"} <= nama
    assert all(f"Public Function {satu}(" in teks for satu in SEMUA)


def test_the_bas_is_ascii_with_windows_line_ends(tmp_path):
    data = bangun_bas(tmp_path).read_bytes()
    assert data.isascii() and data.count(b"\n") == data.count(b"\r\n")
    assert data.startswith(f'Attribute VB_Name = "{NAMA_MODUL}"\r\n'.encode())
    assert max(map(len, data.splitlines())) < 1000  # VBA reads at most 1023 signs a line
    for fungsi in re.findall(rb"Bantu .*?(?=\r\n    Bantu |\r\nEnd Sub)", data, flags=re.DOTALL):
        assert fungsi.count(b" _\r\n") <= 24  # and at most 24 continued lines
    with pytest.raises(KinerjaError, match="sudah ada"):
        bangun_bas(tmp_path)


def test_a_numeric_function_fails_with_an_error_value_and_a_checker_with_words():
    fungsi = dict(
        re.findall(r"Public Function (\w+)\(.*?\ngagal:\n(.*?)\nEnd Function", teks_bas().replace("\r", ""), re.DOTALL)
    )
    assert set(fungsi) == set(SEMUA)
    for nama, akhir in fungsi.items():
        if pemeriksa(SEMUA[nama]):
            assert akhir.strip() == f'{nama} = "Python tidak menjawab: " & Err.Description'
        else:
            assert akhir.strip() == f"{nama} = CVErr(2015)"
    assert "Volatile" not in teks_bas()


def test_descriptions_fit_the_wizard_and_one_line():
    uraian = re.findall(r'VB_Description = "(.*)"\r$', teks_bas(), flags=re.MULTILINE)
    assert len(uraian) == len(SEMUA)
    assert all(0 < len(u) <= 255 and '"' not in u for u in uraian)
    assert teks_vba('a × b − "c"\n≥ 5') == "a x b - 'c' >= 5"


def test_no_name_in_vba_is_a_function_or_a_word_of_the_language():
    for tanda in re.findall(r"Public Function \w+\((.*?)\)", teks_bas()):
        nama = [satu.removeprefix("Optional ") for satu in tanda.split(", ")]
        assert len({n.lower() for n in nama}) == len(nama)
        assert not {n.upper() for n in nama} & set(SEMUA)
        assert not {n.lower() for n in nama} & {"date", "time", "string", "error", "next", "nilaisel", "gagal", "end"}


@pytest.mark.parametrize("huruf", [1, 2, 10, 60])
@pytest.mark.parametrize("panjang", [1, 2, 3, 4095, 4096, 4097, 20000])
def test_compressed_text_is_read_by_olevba(huruf, panjang):
    acak = Random(f"{huruf}-{panjang}")
    teks = bytes(32 + acak.randrange(huruf) for _ in range(panjang // 2)) * 2 + b"x" * (panjang % 2)
    assert urai(padatkan(teks)) == teks == bytes(decompress_stream(bytearray(padatkan(teks))))


def test_the_container_keeps_streams_small_and_large():
    import olefile

    acak = Random(7)
    isi_wadah = {f"VBA/m{n}": acak.randbytes(n) for n in (0, 1, 63, 64, 65, 4095, 4096, 70000)} | {"PROJECT": b"x" * 9}
    data = tulis(isi_wadah)
    assert baca(data) == isi_wadah
    ole = olefile.OleFileIO(BytesIO(data))
    assert ole.parsing_issues == []
    assert {"/".join(n): ole.openstream(n).read() for n in ole.listdir()} == isi_wadah


def test_a_project_can_be_read_and_written_again():
    proyek = buka(proyek_makro(3))
    assert [m.nama for m in proyek.modul][:4] == ["ThisWorkbook", "Sheet1", "Sheet2", "Sheet3"]
    assert susun(proyek, proyek.modul) == proyek_makro(3)
    with pytest.raises(KinerjaError, match="bernama sama"):
        susun(proyek, [*proyek.modul, modul_teks("SHEET1", 'Attribute VB_Name = "SHEET1"')])


@pytest.mark.parametrize("rusak", [b"", b"PK\x03\x04" + bytes(2000), bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000)])
def test_what_is_no_macro_project_is_refused(rusak):
    with pytest.raises(KinerjaError, match="proyek makro rusak"):
        buka(rusak)
