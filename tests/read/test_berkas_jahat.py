"""Every hostile file is answered by its own code first, and never by an exception (how fast: bench/ketahanan.py)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Formatter

import _paket_uji as u
import pytest
from _kasus_arsip import WADAH, XML, Kasus
from _kasus_buku import AKTIF, LEMBAR, PAKET, RUMUS

import kinerja_xl
from kinerja_xl.read import baca, batas

KASUS: list[Kasus] = [*WADAH, *XML, *PAKET, *LEMBAR, *RUMUS, *AKTIF]
AKAR = Path(__file__).resolve().parent.parent.parent
KATALOG = Path(kinerja_xl.__file__).parent / "verify" / "katalog"
TEMUAN = {
    t["kode"]: t
    for topik in ("BERKAS", "AKTIF")
    for t in tomllib.loads((KATALOG / f"{topik}.toml").read_text(encoding="utf-8"))["temuan"]
}
_PEKERJA = {f"BERKAS-{n}" for n in (86, 87, 88, 89)}  # workers that die: tests/batch
TANPA_KASUS = {"BERKAS-18", "BERKAS-35", "BERKAS-98", "BERKAS-99", *_PEKERJA}


def test_the_honest_package_has_no_finding():
    hasil = baca(u.zip_(u.jujur()))
    assert hasil.masalah == ()
    assert hasil.buku is not None and hasil.buku.lembar[0].sel[1, 3].rumus == "B1*2"


@pytest.mark.parametrize(("nama", "kode", "buat"), KASUS, ids=[f"{k}-{n.replace(' ', '_')}" for n, k, _ in KASUS])
def test_a_hostile_file_gets_its_code_first(nama, kode, buat):
    hasil = baca(buat())
    kode_ada = [m.kode for m in hasil.masalah]
    assert kode_ada[:1] == [kode], f"{nama}: {[(m.kode, m.tempat, m.data) for m in hasil.masalah[:3]]}"
    assert "BERKAS-99" not in kode_ada
    for satu in hasil.masalah:
        isi = {**satu.data, "tempat": satu.alamat}
        for bahasa in ("pesan", "pesan_en"):
            assert "{" not in TEMUAN[satu.kode][bahasa].format(**isi)


def test_there_are_at_least_two_hundred_cases_and_each_code_has_one():
    assert len(KASUS) >= 200
    assert set(TEMUAN) - {kode for _, kode, _ in KASUS} == TANPA_KASUS


def test_the_page_of_limits_is_the_table_of_limits():
    assert (AKAR / "docs" / "batas.md").read_text(encoding="utf-8") == batas.halaman()


def test_every_limit_has_a_code_of_its_own():
    """Two numbers of one limit share its code: row and column of the last cell, ratio and where it begins to count."""
    nama: dict[str, list[str]] = {}
    for satu, isi in batas.BERNAMA.items():
        nama.setdefault(isi.kode, []).append(satu)
    assert [n for n in nama.values() if len(n) > 1] == [["NISBAH", "NISBAH_MULAI"], ["BARIS", "KOLOM"]]


def test_every_limit_names_a_code_of_the_catalogue():
    assert {satu.kode for satu in batas.SEMUA} <= set(TEMUAN)
    assert all(satu.alasan for satu in batas.SEMUA)


@pytest.mark.parametrize("kode", sorted(TEMUAN))
def test_every_code_is_told_in_both_languages(kode):
    satu = TEMUAN[kode]
    assert satu["tingkat"] in ("galat", "peringatan", "info")
    for kunci in ("judul", "pesan", "perbaikan", "rujukan", "contoh", "judul_en", "pesan_en", "perbaikan_en"):
        assert satu[kunci].strip(), kunci
    medan = [{f for _, f, _, _ in Formatter().parse(satu[k]) if f} for k in ("pesan", "pesan_en")]
    assert medan[1] <= medan[0]


def test_a_missing_file_is_a_finding(tmp_path):
    assert [m.kode for m in baca(tmp_path / "tidak ada.xlsx").masalah] == ["BERKAS-18"]
    assert [m.kode for m in baca(tmp_path).masalah] == ["BERKAS-18"]
    assert [m.kode for m in baca("a\0b.xlsx").masalah] == ["BERKAS-18"]
    assert [m.kode for m in baca(None).masalah] == ["BERKAS-18"]
    assert baca(bytearray(u.zip_(u.jujur()))).masalah == ()


def test_an_excel_lock_file_is_named_as_such():
    hasil = baca(b"\x05camat" + bytes(159), nama="~$pk.xlsx")
    assert [(m.kode, m.data["jenis"]) for m in hasil.masalah] == [("BERKAS-08", "berkas kunci sementara Excel (~$...)")]


def test_repeats_are_counted_and_not_kept():
    hasil = baca(u.zip_(u.taruh(s1=u.lembar("".join(f'<row r="{n}"><c><v>x</v></c></row>' for n in range(1, 101))))))
    assert [m.kode for m in hasil.masalah] == ["BERKAS-71"] * 25 + ["BERKAS-98"]
    assert hasil.masalah[-1].data == {"kode_asal": "BERKAS-71", "jumlah": 75}


def test_a_broken_sheet_leaves_the_other_sheet_readable():
    hasil = baca(u.zip_mentah(u.entri(crc=1)))
    assert hasil.buku is not None
    assert [(satu.nama, satu.terbaca, len(satu.sel)) for satu in hasil.buku.lembar] == [
        ("Isi", True, 3),
        ("Hasil", False, 0),
    ]
    assert [m.kode for m in hasil.masalah] == ["BERKAS-31"]


def test_a_link_to_the_web_is_told_with_its_cell():
    isi = u.dengan({}, ("rId9", "hyperlink", "https://127.0.0.1:9/a", "External"))
    isi[u.S1] = u.lembar("", '<hyperlinks><hyperlink ref="C4" r:id="rId9"/></hyperlinks>')
    assert [(m.kode, m.tempat) for m in baca(u.zip_(isi)).masalah] == [("AKTIF-06", ("Isi", "C4"))]
