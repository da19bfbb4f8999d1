"""Changed versions of PK and RKA: semula from the earlier workbook, menjadi live, reason and date on every page."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinerja_xl.build import generate
from kinerja_xl.cli import kelompok
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.data import templates
from kinerja_xl.edit import fill, perubahan
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.verify import verify

_spek = importlib.util.spec_from_file_location("_pejabat_uji", Path(__file__).with_name("_pejabat_uji.py"))
uji = importlib.util.module_from_spec(_spek)
_spek.loader.exec_module(uji)

HARI = date(2025, 7, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("perubahan")


@pytest.fixture(scope="module")
def pk(folder: Path) -> Path:
    """The camat's agreement of 2025, measured in the first two quarters."""
    kosong = generate("pk", tahun=2025, out=folder / "kosong.xlsx")
    return fill(kosong, templates() / "contoh" / "kecamatan" / "pk.toml", folder / "pk.xlsx")


@pytest.fixture(scope="module")
def pk_ubah(pk: Path, folder: Path) -> Path:
    """Target of IK1 lowered, one programme cut by 65 million, one new of 5 million."""
    isi = {
        "ik1_target": 84, "pengukuran": {"1": {"target_tw4": 84}},
        "pk_program": {"2": {"anggaran": 1800000000}, "3": {"program": "Program baru", "anggaran": 5000000}},
    }  # fmt: skip
    return perubahan(pk, folder / "pk-ubah.xlsx", alasan=uji.ALASAN, tanggal=HARI, isi=isi)


@pytest.fixture(scope="module")
def rka(folder: Path) -> Path:
    kosong = generate("rka", tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=folder / "rka-kosong.xlsx")
    return fill(kosong, templates() / "contoh" / "balai-kipm-2024" / "rka.toml", folder / "rka.xlsx")


@pytest.fixture(scope="module")
def rka_ubah(rka: Path, folder: Path) -> Path:
    """Ten reams more (610.500 with PPN), consumption dropped (-900.000), one new line of 1.000."""
    isi = {
        "rka_rincian": {
            "1": {"koefisien": 20},
            "3": dict.fromkeys(("kode", "uraian", "kode_harga", "koefisien", "satuan", "harga", "ppn")),
            "6": {"kode": "5.1.02.01.01.0024", "uraian": "Buku", "koefisien": 1, "satuan": "Buah", "harga": 1000},
        },
        "rka_rekap": {"6": {"kode": "5.1.02.01.01.0024"}},
        "rka_kas": {"12": {"rencana": 6711500}},
    }
    return perubahan(rka, folder / "rka-ubah.xlsx", alasan=uji.ALASAN, tanggal=date(2024, 7, 1), isi=isi)


def _lembar(berkas: Path, nama: str) -> str:
    return " ".join(str(s.nilai) for s in uji.kasus(berkas).manifest.lembar_bernama[nama].sel if s.nilai)


def test_the_changed_agreement_names_what_changed(pk_ubah: Path) -> None:
    baris = [(r["kode"], r["semula"], r["menjadi"], r["keterangan"]) for r in uji.tabel(pk_ubah, "pk_perubahan")]
    assert baris == [("IK1", 85, 84, "turun"), ("IK2", 72, 72, "tetap"), ("IK3", 90, 90, "tetap")]
    program = [(r["semula"], r["menjadi"], r["selisih"]) for r in uji.tabel(pk_ubah, "pk_perubahan_program")]
    assert program == [(412000000, 412000000, 0), (1865000000, 1800000000, -65000000)]
    assert [uji.isi(pk_ubah, f"pk_perubahan_{n}") for n in ("baru", "total")] == [5000000, -60000000]


def test_title_reason_and_date_stand_on_the_pages(pk_ubah: Path, rka_ubah: Path) -> None:
    for berkas, lembar, hari in (
        (pk_ubah, ("Perjanjian", "Lampiran", "Perubahan"), "1 Juli 2025"),
        (rka_ubah, ("RKA", "Perubahan"), "1 Juli 2024"),
    ):
        for satu in lembar:
            teks = _lembar(berkas, satu)
            assert "PERUBAHAN" in teks
            assert f"Perubahan ke-1, tanggal {hari}" in teks
            assert uji.ALASAN in teks
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025" in _lembar(pk_ubah, "Perjanjian")
    assert "semula bertanggal 24 Januari 2025" in _lembar(pk_ubah, "Perubahan")


def test_what_was_measured_moves_along_and_the_making_is_logged_anew(pk: Path, pk_ubah: Path) -> None:
    lama, baru = uji.tabel(pk, "pengukuran"), uji.tabel(pk_ubah, "pengukuran")
    for kunci in ("realisasi_tw1", "realisasi_tw2", "sumber_nilai", "penyebab"):
        assert [r[kunci] for r in baru] == [r[kunci] for r in lama]
    assert [r["dokumen"] for r in uji.tabel(pk_ubah, "pk_bukti")] == [r["dokumen"] for r in uji.tabel(pk, "pk_bukti")]
    assert {r["mulai"] for r in uji.tabel(pk_ubah, "sop_langkah")} == {None}
    assert uji.isi(pk_ubah, "tanda_tanggal") == 45839  # 1 July 2025


def test_the_changed_budget_sums_up(rka_ubah: Path) -> None:
    baris = [(r["semula"], r["menjadi"], r["keterangan"]) for r in uji.tabel(rka_ubah, "rka_perubahan")]
    assert baris == [
        (610500, 1221000, "bertambah"),
        (1931400, 1931400, "tetap"),
        (900000, 0, "dihapus"),
        (63000000, 63000000, "tetap"),
        (8558100, 8558100, "tetap"),
    ]
    jumlah = [uji.isi(rka_ubah, f"rka_perubahan_{n}") for n in ("semula", "menjadi", "selisih", "baru", "total")]
    assert jumlah == [75000000, 74710500, -289500, 1000, -288500]
    assert [(r["semula"], r["menjadi"]) for r in uji.tabel(rka_ubah, "rka_perubahan_pagu")] == [(75000000, 75000000)]


def test_the_change_of_a_budget_is_logged_in_the_year_it_is_made(rka: Path, rka_ubah: Path) -> None:
    for berkas, tahun in ((rka, 2023), (rka_ubah, 2024)):
        satu = uji.kasus(berkas)
        assert satu.manifest.konteks["tahun_kalender"] == tahun
        libur = [r["tanggal"] for r in uji.tabel(berkas, "kalender") if r["libur"]]
        assert ke_serial(date(tahun, 8, 17)) in libur


def test_changed_versions_are_recognised_and_not_refused(pk_ubah: Path, rka_ubah: Path) -> None:
    for hasil in verify([str(pk_ubah), str(rka_ubah)]).files:
        assert [(t.code, t.cell, t.message) for t in hasil.findings if t.level == "galat"] == [], hasil.path
        assert hasil.verdict in ("lulus", "lulus-dengan-peringatan")


@pytest.mark.parametrize(("sel", "ubah"), [("E8", {"nilai": 86.0}), ("G8", {"nilai": "tetap"}), ("A4", {"nilai": "x"})])
def test_a_touched_up_earlier_value_is_found_at_its_cell(pk_ubah: Path, tmp_path: Path, sel: str, ubah: dict) -> None:
    assert {("Perubahan", sel)} == _galat(pk_ubah, tmp_path, ("Perubahan", sel), ubah)


def _galat(berkas: Path, folder: Path, tempat: tuple[str, str], ubah: dict) -> set[tuple[str, str]]:
    (folder / "m.xlsx").write_bytes(ganti_sel(berkas.read_bytes(), {tempat: ubah}))
    temuan = verify(str(folder / "m.xlsx")).files[0].findings
    return {(t.sheet, t.cell) for t in temuan if t.level == "galat" and t.sheet == tempat[0]}


def test_the_same_change_gives_the_same_bytes_and_libreoffice_agrees(
    pk: Path, pk_ubah: Path, rka_ubah: Path, tmp_path: Path, hitung_ulang: Callable[..., list[Path]]
) -> None:
    dua = [perubahan(pk, tmp_path / f"{n}.xlsx", alasan=uji.ALASAN, tanggal=HARI).read_bytes() for n in "ab"]
    assert dua[0] == dua[1]
    berkas = [pk_ubah, rka_ubah]
    for asli, lain in zip(berkas, hitung_ulang(berkas), strict=True):
        assert uji.beda(asli, lain) == [], asli.name


def test_a_change_of_a_change_is_number_two(pk_ubah: Path, folder: Path) -> None:
    dua = perubahan(pk_ubah, folder, alasan="Pergantian pejabat penanda tangan", tanggal=date(2025, 10, 1))
    assert dua.name == "pk-ubah-perubahan-2.xlsx"
    assert "Perubahan ke-2, tanggal 1 Oktober 2025" in _lembar(dua, "Perjanjian")
    assert "perubahan ke-1 bertanggal 1 Juli 2025" in _lembar(dua, "Perubahan")
    assert uji.tabel(dua, "pk_perubahan")[0]["semula"] == 84


def test_the_profile_of_today_brings_the_new_values(pk: Path, tmp_path: Path) -> None:
    profil = uji.kecamatan()
    baru = replace(profil.indikator[0], target=84.0)
    tambah = replace(profil.indikator[2], kode="IK5", nama="Indikator baru")
    profil = replace(profil, indikator=(baru, profil.indikator[1], tambah), target_triwulan=(), bagian={})
    ubah = perubahan(pk, tmp_path, alasan=uji.ALASAN, tanggal=HARI, profil=profil)
    assert ubah.name == "pk-2025-kecamatan-contoh-perubahan-1.xlsx"
    baris = [(r["kode"], r["semula"], r["menjadi"], r["keterangan"]) for r in uji.tabel(ubah, "pk_perubahan")]
    assert baris == [
        ("IK1", 85, 84, "turun"),
        ("IK2", 72, 72, "tetap"),
        ("IK5", None, 90, "baru"),
        ("IK3", 90, "", "tidak diperjanjikan lagi"),
    ]
    assert uji.tabel(ubah, "pengukuran")[1]["sumber_nilai"] == "dari aplikasi"  # by its code, not by its row
    assert [t.code for t in verify(str(ubah)).files[0].findings if t.level == "galat"] == []


def test_a_profile_without_budget_lines_keeps_those_of_the_earlier_budget(rka: Path, tmp_path: Path) -> None:
    profil = muat_profil(berkas_contoh("balai-kipm-2024"))
    kosong = replace(profil, rka=replace(profil.rka, rincian=(), kas=(), isi={"rka_pagu": 80000000}))
    ubah = perubahan(rka, tmp_path, alasan=uji.ALASAN, tanggal=date(2024, 7, 1), profil=kosong)
    assert {r["keterangan"] for r in uji.tabel(ubah, "rka_perubahan")} == {"tetap"}
    assert [(r["semula"], r["menjadi"]) for r in uji.tabel(ubah, "rka_perubahan_pagu")] == [(75000000, 80000000)]


def test_rows_of_one_name_in_two_spellings_are_one_item(pk: Path, tmp_path: Path) -> None:
    program = {"3": {"program": "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH", "anggaran": 7}}
    dua = fill(pk, {"pk_program": program}, tmp_path / "dua.xlsx")
    ubah = perubahan(dua, tmp_path / "u.xlsx", alasan=uji.ALASAN, tanggal=HARI)
    baris = [(r["semula"], r["menjadi"]) for r in uji.tabel(ubah, "pk_perubahan_program")]
    assert baris == [(412000000, 412000000), (1865000007, 1865000007)]
    assert uji.isi(ubah, "pk_perubahan_baru") == 0


def test_the_agreement_of_an_official_is_changed_as_hers(tmp_path: Path) -> None:
    lama = generate(
        "pk", tahun=2025, out=tmp_path / "a.xlsx", pejabat="sekretaris", isi={"tanda_tanggal": "2025-01-24"}
    )
    for profil in (None, uji.kecamatan()):
        ubah = perubahan(lama, tmp_path / f"{bool(profil)}.xlsx", alasan=uji.ALASAN, tanggal=HARI, profil=profil)
        assert uji.isi(ubah, "pk_pihak_pertama_jabatan") == "Sekretaris Kecamatan"
        assert [r["kode"] for r in uji.tabel(ubah, "pk_perubahan")] == ["SEK-1", "SEK-2", "SEK-3"]


def test_what_cannot_be_changed_is_told(pk: Path, folder: Path, tmp_path: Path) -> None:
    iku = generate("iku", tahun=2025, out=tmp_path / "iku.xlsx")
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(ganti_sel(pk.read_bytes(), {("Pengukuran", "R6"): {"rumus": "1+1"}}))
    balai = muat_profil(berkas_contoh("balai-kipm-2024"))
    for lama, lain, sebagian in (
        (iku, {}, "pk dan rka"),
        (rusak, {}, "berbeda dari templatnya dan tidak diubah"),
        (pk, {"alasan": "APBD"}, "10 sampai 500"),
        (pk, {"tanggal": date(2025, 1, 1)}, "lebih awal daripada tanggal pk.xlsx, 24 Januari 2025"),
        (pk, {"profil": balai}, "milik 'Kecamatan Contoh'"),
    ):
        with pytest.raises(KinerjaError) as galat:
            perubahan(lama, tmp_path / "x.xlsx", **{"alasan": uji.ALASAN, "tanggal": HARI, **lain})
        assert sebagian in str(galat.value)


def test_the_command(pk: Path, tmp_path: Path) -> None:
    dasar = ["generate", "pk", "--tahun", "2025", "--perubahan", "--dari", str(pk), "--out", str(tmp_path)]
    lengkap = [*dasar, "--alasan", uji.ALASAN, "--tanggal", "2025-07-01"]
    hasil = CliRunner().invoke(kelompok, lengkap)
    assert hasil.exit_code == 0, hasil.output
    assert hasil.stdout.strip() == str(tmp_path / "pk-perubahan-1.xlsx")
    for args, sebagian in (
        (dasar, "--alasan"),
        (["generate", "pk", "--tahun", "2025", "--alasan", "x"], "bersama --perubahan"),
        ([*lengkap, "--pejabat", "sekretaris"], "mengikuti berkas --dari"),
        (["2024" if a == "2025" else a for a in lengkap], "untuk tahun 2025, diminta 2024"),
        (["rka" if a == "pk" else a for a in lengkap], "adalah buku kerja pk, diminta rka"),
    ):
        assert sebagian in str(CliRunner().invoke(kelompok, args).exception), args
