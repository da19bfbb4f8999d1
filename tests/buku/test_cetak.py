"""Print: pages no smaller than can be read, nothing torn, no page of blank rows, the same on both papers."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.build.gaya import HURUF
from kinerja_xl.spec.buku import jenis_tersedia
from kinerja_xl.spec.cetak_isi import baris_kosong, daerah_cetak
from kinerja_xl.spec.halaman import TERKECIL, muat_titik, putus_sebelum, rampingkan, skala, ukuran
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import LembarM, Manifest
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.spec.tata import tata
from kinerja_xl.spec.tinggi import tinggi_teks

CONTOH = ("kecamatan", "balai-kipm-2024")
# Two forms with twenty-two columns, and one row for each respondent: 60 % is the least for them.
PADAT = {("pk", "Pengukuran"), ("pengukuran", "Pengukuran"), ("ikm", "Jawaban")}


@cache
def manifest(contoh: str, jenis: str, kertas: str = "A4") -> Manifest:
    profil = replace(muat_profil(berkas_contoh(contoh)), kertas=kertas)
    return tata(jenis, susun_konteks(jenis, 2025, profil))


def persen(lembar: LembarM) -> int:
    cetak = lembar.cetak
    assert cetak.daerah is not None
    kolom = range(cetak.daerah[1], cetak.daerah[3] + 1)
    return skala(cetak.kertas, cetak.arah, cetak.lebar_halaman, lembar.lebar, kolom)


@pytest.mark.parametrize("jenis", jenis_tersedia())
def test_no_sheet_is_printed_too_small_to_read(jenis: str) -> None:
    for contoh in CONTOH:
        for lembar in manifest(contoh, jenis).lembar:
            if lembar.keadaan == "visible":
                batas = 60 if (jenis, lembar.nama) in PADAT else TERKECIL
                assert persen(lembar) >= batas, (contoh, lembar.nama)


def test_columns_of_numbers_keep_their_width_and_words_give_way() -> None:
    lebar = {1: 5.0, 2: 60.0, 3: 20.0, 4: 90.0, 5: 18.0}
    ramping = rampingkan(lebar, {3, 5}, "A4", "tegak", 1, 70)
    assert (ramping[1], ramping[3], ramping[5]) == (5.0, 20.0, 18.0)
    assert ramping[2] < 60 and ramping[4] < 90
    assert skala("A4", "tegak", 1, ramping, range(1, 6)) >= 70
    assert rampingkan({1: 20.0}, (), "A4", "tegak", 1, 70) == {1: 20.0}


@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_signatures_are_never_torn_and_never_alone(kertas: str) -> None:
    for jenis in ("pk", "lkj", "pengukuran", "rencana-aksi", "laporan-tahunan", "sakip"):
        for lembar in manifest("balai-kipm-2024", jenis, kertas).lembar:
            cetak = lembar.cetak
            for awal, akhir in cetak.utuh:
                muat = muat_titik(cetak.kertas, cetak.arah, persen(lembar))
                putus = putus_sebelum(cetak.utuh, lembar.tinggi, akhir, muat, 0.0, cetak.putus)
                besar = sum(lembar.tinggi.get(b, 15.0) for b in range(awal, akhir + 1))
                mulai = [a for a, b in cetak.utuh if awal <= a and b <= akhir]
                if besar < muat and len(mulai) == 1:
                    assert not [p for p in putus if awal < p <= akhir], (jenis, lembar.nama, awal, akhir)


def test_a_block_that_does_not_fit_begins_a_page() -> None:
    assert putus_sebelum([(8, 12)], {}, 12, 10 * 15.0, 0.0) == (8,)
    assert putus_sebelum([(8, 12)], {}, 12, 12 * 15.0, 0.0) == ()
    assert putus_sebelum([(8, 9), (8, 12)], {}, 12, 10 * 15.0, 0.0) == (8,)  # of two that begin alike, the longer


def test_a_thousand_blank_rows_are_one_page_and_filled_ones_are_all_printed(tmp_path: Path) -> None:
    profil = replace(muat_profil(berkas_contoh("kecamatan")), baris={"responden": 1000})
    m = tata("ikm", susun_konteks("ikm", 2025, profil))
    lembar, tabel = m.lembar_bernama["Jawaban"], m.tabel["ikm_jawaban"]
    tinggi = ukuran(lembar.cetak.kertas, "mendatar")[1] * 72 * 100 / persen(lembar)
    kosong = daerah_cetak(lembar, [])
    assert kosong is not None and kosong[2] * 15.0 <= tinggi
    titik = ("Jawaban", tabel.baris1 + 499, tabel.kolom["u1"])
    penuh = daerah_cetak(lembar, [titik])
    assert penuh is not None and penuh[2] == titik[1]


def test_blank_rows_are_left_out_of_the_pdf_but_never_rows_with_a_text_of_their_own() -> None:
    m = manifest("kecamatan", "rka")
    tabel, lembar = m.tabel["rka_rincian"], m.lembar_bernama["RKA"]
    semua = baris_kosong(lembar, {})
    assert {b for b in semua if tabel.baris1 <= b <= tabel.baris2} == set(range(tabel.baris1 + 3, tabel.baris2 + 1))
    isi = {("RKA", tabel.baris1 + 9, tabel.kolom["uraian"]): "Kertas"}
    assert min(b for b in baris_kosong(lembar, isi) if b >= tabel.baris1) == tabel.baris1 + 10
    assert baris_kosong(manifest("kecamatan", "pk").lembar_bernama["Kendali SOP"], {}) == set()


def test_text_needs_the_lines_its_words_need() -> None:
    assert tinggi_teks("satu", 10, "sel") == tinggi_teks("dua", 10, "sel")
    assert tinggi_teks("Program Dukungan Manajemen", 13, "isian") >= 3 * 12
    assert tinggi_teks("a\nb\nc", 30, "sel") > tinggi_teks("a", 30, "sel")


def test_the_font_is_one_whose_widths_every_program_has(tmp_path: Path) -> None:
    berkas = generate("pk", tahun=2025, profil=berkas_contoh("kecamatan"), out=tmp_path / "pk.xlsx")
    with zipfile.ZipFile(berkas) as arsip:
        gaya = arsip.read("xl/styles.xml").decode()
        buku = arsip.read("xl/workbook.xml").decode()
    assert set(re.findall(r'<name val="([^"]+)"/>', gaya)) == {HURUF} == {"Arial"}
    assert "Kalender!$A$1:$F$12" in buku and "Info!" not in re.findall(r"Print_Area.*?</definedName>", buku)[-1]
