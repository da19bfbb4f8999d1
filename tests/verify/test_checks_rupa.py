"""Looks and locks against the template: each finding from its smallest change, and the change that is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kinerja_xl.read.buku import BentukGambar, Bersyarat, Gaya, GayaBersyarat
from kinerja_xl.spec.manifest import Bentuk, GrafikM, WarnaBersyarat
from kinerja_xl.verify.checks import jalankan
from kinerja_xl.verify.checks.tampilan import kelas_format
from kinerja_xl.verify.huruf import bentuk, huruf_beda
from kinerja_xl.verify.kontras import kontras

JUDUL = ("Isi", 1, 1)
CAPAIAN, RUMUS = ("Isi", 4, 2), "ROUND(isi_realisasi/isi_target*100,2)"
AREA = ((4, 2, 4, 2),)


def _gaya(buatan: Any, titik: tuple[str, int, int], gaya: Gaya) -> list[tuple[str, str]]:
    """Findings when one cell gets a format of its own."""
    buatan.buku = replace(buatan.buku, gaya=(*buatan.buku.gaya, gaya))
    sel = buatan.sel[titik[0]][titik[1:]]
    buatan.sel[titik[0]][titik[1:]] = replace(sel, gaya=len(buatan.buku.gaya) - 1)
    return buatan.temuan()


@pytest.mark.parametrize(("ukuran", "kode"), [(1.0, ["STR-40"]), (4.5, ["STR-40"]), (7.0, []), (None, [])])
def test_letters_too_small_to_read_are_told(buatan: Any, ukuran: float | None, kode: list[str]) -> None:
    assert [k for k, _ in _gaya(buatan, JUDUL, Gaya(ukuran_huruf=ukuran))] == kode


@pytest.mark.parametrize(
    ("huruf", "isi", "kode"),
    [("FEFEFE", None, ["STR-41"]), ("FFF8E1", "FFFFFF", ["STR-41"]), ("FFFFFF", None, ["STR-19"]),
     ("8C8C8C", None, []), (None, "D9E2F3", []), ("A6A6A6", "FFFFFF", [])],
)  # fmt: skip
def test_letters_nearly_the_colour_of_their_cell_are_told(
    buatan: Any, huruf: str | None, isi: str | None, kode: list[str]
) -> None:
    assert [k for k, _ in _gaya(buatan, JUDUL, Gaya(warna_huruf=huruf, warna_isi=isi))] == kode


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert kontras("000000", "FFFFFF") == pytest.approx(21)
    assert kontras(None, None) == pytest.approx(21)
    assert kontras("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert kontras("zzz", "FFFFFF") > 1


def test_a_rule_that_hides_a_result_is_told(buatan: Any) -> None:
    hijau = GayaBersyarat(warna_huruf="00FF00", warna_isi="00FF00")
    putih, hitam = GayaBersyarat(warna_huruf="FFFFFF"), GayaBersyarat(warna_isi="000000")
    for gaya in (GayaBersyarat(format_angka=";;;"), hijau, putih, hitam):
        buatan.buku = replace(buatan.buku, gaya_bersyarat=(gaya,))
        buatan.ubah_lembar("Isi", bersyarat=(Bersyarat("expression", "", "TRUE", AREA, 0),))
        assert buatan.temuan() == [("STR-42", "Isi!B4")]


def test_a_rule_the_template_does_not_have_is_told(buatan: Any) -> None:
    buatan.buku = replace(buatan.buku, gaya_bersyarat=(GayaBersyarat(warna_isi="E2EFDA"),))
    for aturan in (Bersyarat("cellIs", "equal", '"baik"', AREA, 0), Bersyarat("colorScale", "", "", AREA, None)):
        buatan.ubah_lembar("Isi", bersyarat=(aturan,))
        assert buatan.temuan() == [("STR-43", "Isi!B4")]


def test_the_rules_of_the_template_are_no_finding_also_when_split(buatan: Any) -> None:
    satu = buatan.manifest.lembar[0]
    warna = (WarnaBersyarat("$B$2:$B$9", "baik", "baik"),)
    buatan.manifest = replace(
        buatan.manifest, lembar=(replace(satu, warna_bersyarat=warna), *buatan.manifest.lembar[1:])
    )
    buatan.buku = replace(buatan.buku, gaya_bersyarat=(GayaBersyarat(warna_isi="E2EFDA"),))
    area = ((2, 2, 3, 2), (5, 2, 9, 2))
    buatan.ubah_lembar("Isi", bersyarat=(Bersyarat("cellIs", "equal", '"baik"', area, 0),))
    assert buatan.temuan() == []
    buatan.ubah_lembar("Isi", bersyarat=(Bersyarat("cellIs", "notEqual", '"baik"', area, 0),))
    assert buatan.temuan() == [("STR-43", "Isi!B2")]


@pytest.mark.parametrize(
    ("titik", "format_angka", "kode"),
    [
        (("Isi", 2, 2), "0.00%", ["STR-44"]), (("Isi", 2, 2), "dd/mm/yyyy", ["STR-44"]),
        (("Isi", 2, 2), "0.0E+00", ["STR-44"]), (("Isi", 6, 2), "0.00", ["STR-44"]),
        (("Isi", 6, 2), "General", ["STR-44"]), (("Isi", 6, 2), "d mmmm yyyy", []), (("Isi", 2, 2), "#,##0.00", []),
        (("Isi", 2, 2), "0", []), (("Isi", 7, 2), "h:mm AM/PM", []),
    ],
)  # fmt: skip
def test_a_format_of_another_kind_is_told(
    buatan: Any, titik: tuple[str, int, int], format_angka: str, kode: list[str]
) -> None:
    assert [k for k, _ in _gaya(buatan, titik, Gaya(format_angka, False))] == kode


def test_a_format_that_rounds_what_is_shown_is_told(buatan: Any) -> None:
    buatan.isi(("Isi", 2, 2), 99.96)
    buatan.hasil[CAPAIAN] = 87.03
    buatan.ubah(CAPAIAN, 87.03, rumus=RUMUS)
    assert _gaya(buatan, ("Isi", 2, 2), Gaya("0.0", False)) == [("STR-44", "Isi!B2")]


@pytest.mark.parametrize(
    ("kode", "kelas"),
    [("General", "umum"), ("#,##0", "angka"), ("0.00%", "persen"), ("[$-421]dd mmmm yyyy", "waktu"),
     ("[h]:mm", "waktu"), ("0.00E+00", "ilmiah"), ("# ?/?", "pecahan"), ('"Rp"#,##0', "angka"),
     ('[Red]0.0;"-"', "angka")],
)  # fmt: skip
def test_number_formats_are_told_apart(kode: str, kelas: str) -> None:
    assert kelas_format(kode) == kelas


def test_a_hidden_formula_is_told(buatan: Any) -> None:
    assert _gaya(buatan, CAPAIAN, Gaya(rumus_tersembunyi=True)) == [("STR-45", "Isi!B4")]


def test_a_hidden_flag_on_an_input_hides_nothing(buatan: Any) -> None:
    assert _gaya(buatan, ("Isi", 10, 2), Gaya(terkunci=False, rumus_tersembunyi=True)) == []


@pytest.mark.parametrize("jenis", ["sp", "pic", "graphicFrame", "cxnSp", "contentPart"])
def test_a_drawing_over_the_cells_is_told_with_the_cells_it_covers(buatan: Any, jenis: str) -> None:
    buatan.ubah_lembar("Isi", gambar=(BentukGambar("rect", 4, 2, False, jenis, (5, 3)),))
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.cell, temuan.data["daerah"]) == ("STR-46", "B4", "B4:C5")


def test_words_and_charts_of_the_template_are_no_finding_and_a_lost_chart_is(buatan: Any) -> None:
    satu = buatan.manifest.lembar[0]
    kata = (Bentuk(2, "kata", "kata", (3, 0, 5, 0), (4, 0, 6, 0), "Ya"),)
    grafik = (GrafikM("batang", "x", (12, 1, 20, 3), "A1:A2", ()),)
    baru = replace(satu, bentuk=kata, grafik=grafik)
    buatan.manifest = replace(buatan.manifest, lembar=(baru, *buatan.manifest.lembar[1:]))
    gambar = (BentukGambar("rect", 5, 3, False, "sp", (6, 4)), BentukGambar("", 12, 1, False, "graphicFrame", (20, 3)))
    buatan.ubah_lembar("Isi", gambar=gambar)
    assert {k for k, _ in buatan.temuan()} <= {"STR-30"}
    buatan.ubah_lembar("Isi", gambar=gambar[:1])
    assert ("STR-54", "Isi") in buatan.temuan()


def test_a_lost_input_rule_is_told_once_for_a_run_of_cells(buatan: Any) -> None:
    ukur = buatan.buku.lembar[1]
    sisa = tuple(v for v in ukur.validasi if v.area[0][1] != 4)
    buatan.ubah_lembar("Ukur", validasi=sisa)
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.cell, temuan.data["daerah"], temuan.data["jumlah"]) == ("STR-47", "D3", "D3:D4", 2)


@pytest.mark.parametrize(
    "ubah",
    [{"rumus1": "-999"}, {"jenis": "custom", "rumus1": "TRUE"}, {"operator": "notBetween"}, {"menolak": False}],
)
def test_a_loosened_input_rule_is_told(buatan: Any, ubah: dict[str, Any]) -> None:
    isi = buatan.buku.lembar[0]
    baru = tuple(replace(v, **ubah) if v.area[0][:2] == (2, 2) else v for v in isi.validasi)
    buatan.ubah_lembar("Isi", validasi=baru)
    assert buatan.temuan() == [("STR-48", "Isi!B2")]


def test_another_spelling_of_a_rule_is_the_same_rule(buatan: Any) -> None:
    isi = buatan.buku.lembar[0]
    daftar = {"list": {"rumus2": "0"}, "decimal": {"rumus1": "0.0E0"}}
    baru = tuple(replace(v, **daftar.get(v.jenis, {})) for v in isi.validasi)
    assert baru != isi.validasi
    buatan.ubah_lembar("Isi", validasi=baru)
    assert buatan.temuan() == []


def test_a_protection_that_allows_more_is_told_and_column_widths_are_free(buatan: Any) -> None:
    buatan.ubah_lembar("Isi", izin=frozenset({"formatColumns", "formatRows"}))
    assert buatan.temuan() == []
    buatan.ubah_lembar("Isi", izin=frozenset({"formatColumns", "insertRows", "objects"}))
    (temuan,) = jalankan(buatan.kasus())
    assert temuan.code == "STR-49"
    assert "menyisipkan baris" in temuan.message


def test_a_range_open_to_anybody_is_told(buatan: Any) -> None:
    buatan.ubah_lembar("Isi", rentang_bebas=("B4",))
    assert buatan.temuan() == [("STR-50", "Isi")]


@pytest.mark.parametrize("medan", ["tanpa_nol", "tampil_rumus"])
def test_a_view_that_hides_values_is_told(buatan: Any, medan: str) -> None:
    buatan.ubah_lembar("Isi", **{medan: True})
    assert buatan.temuan() == [("STR-51", "Isi")]
    buatan.ubah_lembar("Isi", **{medan: False})
    buatan.ubah_lembar("Info", **{medan: True})
    assert buatan.temuan() == []


def test_a_hidden_name_is_told(buatan: Any) -> None:
    nama = tuple(replace(n, tersembunyi=n.nama == "isi_target") for n in buatan.buku.nama)
    buatan.buku = replace(buatan.buku, nama=nama)
    assert buatan.temuan() == [("STR-52", "Isi!B2")]


@pytest.mark.parametrize(
    "teks",
    ["Lembar isian\u200b", "Lembar\u00a0isian", "L\u0435mbar isian", "Lembar is\u0456an", "Lembar\u202e isian",
     "Lembar  isian", "\uff2cembar isian", "Lembar isian "],
)  # fmt: skip
def test_a_fixed_text_that_only_looks_the_same_is_told_with_its_sign(buatan: Any, teks: str) -> None:
    buatan.ubah(JUDUL, teks)
    (temuan,) = jalankan(buatan.kasus())
    assert (temuan.code, temuan.cell) == ("STR-55", "A1")
    assert "U+" in temuan.message


def test_another_word_is_no_look_alike() -> None:
    assert huruf_beda("Target", "Targets") is None
    assert huruf_beda("Target", "Target") is None
    assert bentuk("\u0422arget\u200b") == "Target"
    satu = huruf_beda("T\u0430rget", "Target")
    assert satu == "tanda ke-2, U+0430 CYRILLIC SMALL LETTER A"


def test_a_shifted_column_is_told_by_its_letter(buatan: Any) -> None:
    lama = dict(buatan.sel["Ukur"])
    buatan.sel["Ukur"].clear()
    for (b, k), sel in lama.items():
        buatan.sel["Ukur"][(b, k + 1) if k >= 2 else (b, k)] = replace(sel, kolom=k + 1 if k >= 2 else k)
    satu = next(t for t in jalankan(buatan.kasus()) if t.code == "STR-24")
    assert (satu.sheet, satu.data["kolom"]) == ("Ukur", "B")
    assert "mulai kolom B" in satu.message
