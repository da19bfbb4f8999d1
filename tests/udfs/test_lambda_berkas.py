"""LAMBDA names as a file stores them: prefixes, comments, lengths, names, bytes; and LibreOffice opens such files."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kinerja_xl.build import generate
from kinerja_xl.build.fungsi import NAMA_BERKAS, bangun_fungsi
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import nama_sah
from kinerja_xl.functions import functions
from kinerja_xl.spec.fungsi_lambda import ke_tersimpan, nama_fungsi
from kinerja_xl.spec.keterangan_fungsi import contoh

UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Functions of Excel 2010 that stand without a prefix; every other function is written with one.
_LAMA = """
ABS AND AVERAGE CHOOSE COLUMNS COUNT EDATE FIND IF IFERROR INDEX INT ISLOGICAL ISNUMBER ISTEXT LEFT LEN LOWER MATCH
MAX MID MIN MOD N NA NOT OR RIGHT ROUND ROUNDUP ROWS SUBSTITUTE SUM SUMPRODUCT TRIM VALUE
"""
LAMA = set(_LAMA.split())
LARIK_SAJA = {"IKM_NRR", "SOP_DURASI"}  # no formula of one cell, but one of array functions
BARU = {
    *("_xlfn.LAMBDA", "_xlfn.LET", "_xlfn.ISOMITTED", "_xlfn.MAP", "_xlfn.REDUCE", "_xlfn.BYROW", "_xlfn.BYCOL"),
    *("_xlfn.UNIQUE", "_xlfn.VSTACK", "_xlfn.SEQUENCE", "_xlfn._xlws.FILTER"),
}
_TEKS = re.compile(r'"(?:[^"]|"")*"')
_PANGGIL = re.compile(r"([A-Za-z_][\w.]*)\(")
_LOKAL = re.compile(r"_xl[po][a-z]?\.([a-z_0-9]+)")
NAMA = {satu.nama: satu for satu in nama_fungsi()}
semua_nama = pytest.mark.parametrize("nama", sorted(NAMA))


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The function workbook, built once."""
    return bangun_fungsi(tmp_path_factory.mktemp("fungsi"))


@cache
def _nama_berkas(jalur: Path) -> dict[str, tuple[str, str]]:
    with zipfile.ZipFile(jalur) as arsip:
        akar = ElementTree.fromstring(arsip.read("xl/workbook.xml"))
    isi = akar.iter(f"{UTAMA}definedName")
    return {s.get("name", ""): (s.text or "", s.get("comment", "")) for s in isi if s.get("comment")}


def test_the_names_are_those_of_every_rule_that_can_be_stated(berkas: Path) -> None:
    assert set(_nama_berkas(berkas)) == {nama for nama, f in functions().items() if f.bernama}
    assert {nama for nama, f in functions().items() if not f.bernama} == {
        nama for nama, f in functions().items() if f.tanpa_excel and nama not in LARIK_SAJA
    }


def test_the_file_holds_the_stored_text_and_the_help(berkas: Path) -> None:
    assert _nama_berkas(berkas) == {n: (satu.tersimpan, satu.komentar) for n, satu in NAMA.items()}


@semua_nama
def test_the_help_names_purpose_and_syntax_within_what_excel_takes(nama: str) -> None:
    fungsi, teks = functions()[nama], NAMA[nama].komentar
    assert len(teks.encode("utf-16-le")) // 2 <= 255
    assert teks.startswith(fungsi.judul) and fungsi.sintaks() in teks


@semua_nama
def test_every_function_younger_than_2010_has_its_prefix(nama: str) -> None:
    dipanggil = {f for f in _PANGGIL.findall(_TEKS.sub("", NAMA[nama].tersimpan)) if not f.startswith("_xlpm.")}
    assert dipanggil - LAMA - BARU == set()


@semua_nama
def test_local_names_have_their_prefix_and_no_other_meaning(nama: str) -> None:
    tersimpan = _TEKS.sub("", NAMA[nama].tersimpan)
    tanpa_awalan = re.sub(r"_xl[a-z]+\.[\w.]+", "", tersimpan)
    assert re.findall(r"[a-z_]{2,}", tanpa_awalan) == []
    lokal = set(_LOKAL.findall(tersimpan))
    assert lokal
    for satu in lokal:
        assert nama_sah(satu), f"{satu} reads as an address"
        assert satu.upper() not in functions(), f"{satu} is also a function"


@semua_nama
def test_optional_arguments_are_declared_so_and_used_as_the_others(nama: str) -> None:
    kepala = re.match(r"_xlfn\.LAMBDA\(((?:_xl[a-z]+\.\w+,)+)", NAMA[nama].tersimpan)
    assert kepala is not None
    argumen = functions()[nama].argumen
    awalan = [satu.split(".")[0] for satu in kepala.group(1).rstrip(",").split(",")]
    assert awalan[: len(argumen)] == ["_xlop" if a.opsional else "_xlpm" for a in argumen]
    assert "[" not in _TEKS.sub("", NAMA[nama].tersimpan)
    sisa = NAMA[nama].tersimpan[kepala.end() :]
    assert "_xlop." not in sisa


def _argumen(teks: str, mulai: int) -> list[str]:
    """Arguments of the call whose bracket opens just before `mulai`."""
    hasil, dalam, awal = [], 0, mulai
    for i in range(mulai, len(teks)):
        dalam += (teks[i] in "({") - (teks[i] in ")}")
        if dalam < 0 or (teks[i] == "," and not dalam):
            hasil.append(teks[awal:i])
            awal = i + 1
        if dalam < 0:
            return hasil
    raise AssertionError("bracket left open")


@semua_nama
def test_let_binds_each_name_once_and_never_an_argument(nama: str) -> None:
    diketik = _TEKS.sub("t", NAMA[nama].diketik)
    parameter = {a.nama for a in functions()[nama].argumen}
    for cocok in re.finditer(r"LET\(", diketik):
        isi = _argumen(diketik, cocok.end())
        terikat = isi[:-1:2]
        assert len(isi) % 2 == 1 and len(terikat) == len(set(terikat))
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", satu) for satu in terikat)
        assert parameter.isdisjoint(terikat)


@semua_nama
def test_length_and_depth_are_within_what_excel_takes(nama: str) -> None:
    tersimpan = NAMA[nama].tersimpan
    assert len(tersimpan) <= 8192 and not tersimpan.startswith("=")
    dalam = terdalam = 0
    for huruf in _TEKS.sub("", tersimpan):
        dalam += (huruf == "(") - (huruf == ")")
        terdalam = max(terdalam, dalam)
    assert dalam == 0 and terdalam <= 64
    assert all(len(teks) <= 257 for teks in _TEKS.findall(tersimpan))


def test_prefixes_stay_out_of_texts_and_numbers() -> None:
    diketik = 'LAMBDA(nilai,[cara],IF(cara="cara LET(x)",1e-06*nilai,FILTER(nilai,nilai>1)))'
    assert ke_tersimpan(diketik) == (
        '_xlfn.LAMBDA(_xlpm.nilai,_xlop.cara,IF(_xlpm.cara="cara LET(x)",1e-06*_xlpm.nilai,'
        "_xlfn._xlws.FILTER(_xlpm.nilai,_xlpm.nilai>1)))"
    )


def test_every_part_is_well_formed_and_calls_are_dynamic_arrays(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        for satu in arsip.namelist():
            if satu.endswith((".xml", ".rels")):
                ElementTree.fromstring(arsip.read(satu))
        lembar = "".join(arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet"))
        assert b"XLDAPR" in arsip.read("xl/metadata.xml")
        assert b'fullCalcOnLoad="1"' in arsip.read("xl/workbook.xml")
        assert "xl/calcChain.xml" not in arsip.namelist()
    for nama in NAMA:
        assert re.search(rf'<c r="B\d+"[^>]*cm="1"[^>]*><f t="array" ref="[^"]+">{nama}\(', lembar), nama


def test_every_example_shows_the_value_of_the_rule_without_calculation(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        lembar = "".join(arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet"))
    for nama in NAMA:
        kasus = contoh(functions()[nama])
        assert kasus is not None
        harus = functions()[nama](*[None if n == "" else n for _, n in kasus.argumen])
        harus = harus[0][0] if isinstance(harus, list) else harus
        (simpan,) = re.findall(rf">{nama}\([^<]*</f><v>([^<]*)</v>", lembar)
        assert simpan == harus if isinstance(harus, str) else float(simpan) == pytest.approx(harus, rel=1e-12)


def test_two_builds_are_the_same_bytes(berkas: Path, tmp_path: Path) -> None:
    assert bangun_fungsi(tmp_path).read_bytes() == berkas.read_bytes()


def test_an_existing_workbook_is_not_overwritten_unasked(tmp_path: Path) -> None:
    bangun_fungsi(tmp_path)
    with pytest.raises(KinerjaError, match="sudah ada"):
        bangun_fungsi(tmp_path / NAMA_BERKAS)
    assert bangun_fungsi(tmp_path, timpa=True).name == NAMA_BERKAS


def test_a_generated_workbook_carries_the_names_only_when_asked(berkas: Path, tmp_path: Path) -> None:
    biasa = generate("pk", tahun=2026, out=tmp_path / "a.xlsx")
    dengan = generate("pk", tahun=2026, out=tmp_path / "b.xlsx", dengan_fungsi=True)
    assert _nama_berkas(biasa) == {}
    assert _nama_berkas(dengan) == _nama_berkas(berkas)


def test_libreoffice_opens_and_saves_them_and_keeps_the_names(berkas: Path, libreoffice: Any, tmp_path: Path) -> None:
    dengan = generate("pk", tahun=2026, out=tmp_path / "pk.xlsx", dengan_fungsi=True)
    for hasil in libreoffice.konversi([berkas, dengan], "xlsx"):
        with zipfile.ZipFile(hasil) as arsip:
            isi = arsip.read("xl/workbook.xml").decode()
        assert {nama for nama in NAMA if f'name="{nama}"' in isi} == set(NAMA)
