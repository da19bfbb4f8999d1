"""One agreement per official: her signature and superior, her indicators, bytes, LibreOffice, the evidence table."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinerja_xl.build import generate
from kinerja_xl.cli import kelompok
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.kaskade import periksa
from kinerja_xl.spec.profil import berkas_contoh, muat_profil, profil_dari
from kinerja_xl.spec.profil_perjanjian import daftar, kunci_pejabat
from kinerja_xl.verify import verify

_spek = importlib.util.spec_from_file_location("_pejabat_uji", Path(__file__).with_name("_pejabat_uji.py"))
uji = importlib.util.module_from_spec(_spek)
_spek.loader.exec_module(uji)

TANGGAL = {"tanda_tanggal": "2025-01-24"}


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The nine agreements of the kecamatan of 2025, signed."""
    folder, profil = tmp_path_factory.mktemp("kantor"), uji.kecamatan()
    return {
        kunci: generate("pk", tahun=2025, profil=profil, out=folder / f"{kunci}.xlsx", pejabat=kunci, isi=TANGGAL)
        for kunci in kunci_pejabat(profil)
    }


def test_every_official_signs_to_the_right_and_her_superior_to_the_left(kantor: dict[str, Path]) -> None:
    assert {k: (uji.isi(b, "pk_pihak_pertama_jabatan"), uji.isi(b, "pk_pihak_kedua_jabatan"))
            for k, b in kantor.items()} == uji.PEJABAT  # fmt: skip
    pernyataan = uji.kasus(kantor["kasubag_umum"]).manifest.lembar_bernama["Perjanjian"]
    tanda = [s for s in pernyataan.sel if s.nilai in ("Pihak Kedua,", "Pihak Pertama,")]
    assert [(s.nilai, s.kolom) for s in tanda] == [("Pihak Kedua,", 1), ("Pihak Pertama,", 5)]


def test_the_signed_agreements_are_not_refused(kantor: dict[str, Path]) -> None:
    for hasil in verify([str(b) for b in kantor.values()]).files:
        assert (hasil.verdict, {t.code for t in hasil.findings}) == ("lulus", {"TGT-04"}), hasil.path


def test_an_adopted_indicator_takes_wording_unit_and_target_from_above(kantor: dict[str, Path]) -> None:
    atas = {r["kode"]: r for r in uji.tabel(kantor["pertama"], "pengukuran")}
    sek = uji.tabel(kantor["sekretaris"], "pengukuran")
    for kode, satu in zip(("IK2", "IK3"), sek, strict=False):
        assert [satu[k] for k in ("indikator", "satuan", "target")] == [
            atas[kode][k] for k in ("indikator", "satuan", "target")
        ]
    assert [r["kode"] for r in sek] == ["SEK-1", "SEK-2", "SEK-3"]


def test_the_cascade_sheet_shows_both_directions(kantor: dict[str, Path]) -> None:
    baris = {r["kode"]: r for r in uji.tabel(kantor["sekretaris"], "pk_kaskade")}
    assert (baris["SEK-1"]["dari"], baris["SEK-1"]["metode"], baris["SEK-1"]["target_atas"]) == (
        "IK2", "Adopsi Langsung", 72,
    )  # fmt: skip
    assert "Kepala Subbagian Umum (UMM-2, Komponen Pembentuk)" in str(baris["SEK-3"]["pembawa"])
    assert {r["dari"] for r in uji.tabel(kantor["pertama"], "pk_kaskade")} == {None}


def test_the_same_bytes_twice_and_other_years_too(kantor: dict[str, Path], tmp_path: Path) -> None:
    ulang = generate(
        "pk", tahun=2025, profil=uji.kecamatan(), out=tmp_path / "a.xlsx", pejabat="sekretaris", isi=TANGGAL
    )
    assert ulang.read_bytes() == kantor["sekretaris"].read_bytes()
    for tahun in (2024, 2026):
        lain = generate("pk", tahun=tahun, out=tmp_path / f"{tahun}.xlsx", pejabat="kasi_trantib")
        galat = {t.code for t in verify(str(lain)).files[0].findings if t.level == "galat"}
        assert galat == {"ISI-01"}  # the date of signing


def test_the_filled_agreement_of_the_camat_with_evidence(kantor: dict[str, Path], tmp_path: Path) -> None:
    data = templates() / "contoh" / "kecamatan" / "pk.toml"
    isi = fill(kantor["pertama"], data, tmp_path / "isi.xlsx")
    hasil = verify(str(isi)).files[0]
    assert hasil.verdict == "lulus-dengan-peringatan"
    peringatan = {(t.code, t.sheet, t.cell) for t in hasil.findings if t.level == "peringatan"}
    assert peringatan == {("TGT-01", "Pengukuran", "R8")}  # IK3: 88 of 90
    assert [r["status"] for r in uji.tabel(isi, "pk_bukti")] == ["lengkap"] * 3
    kurang = fill(isi, {"ik1_bukti_lokasi": ""}, tmp_path / "kurang.xlsx")
    assert uji.tabel(kurang, "pk_bukti")[0]["status"] == "belum lengkap"
    assert uji.tabel(kantor["pertama"], "pk_bukti")[0]["status"] == "belum ada realisasi"


def test_an_office_without_agreements_below_the_head_has_only_its_own() -> None:
    balai = muat_profil(berkas_contoh("balai-kipm-2024"))
    assert (kunci_pejabat(balai), periksa(balai)) == (("pertama",), ())


def _profil(ubah: Callable[[dict], None]) -> tuple:
    data = baca_toml(berkas_contoh("kecamatan"))
    ubah(data)
    return daftar(profil_dari(data, "profil.toml"))


def _ke(data: dict, pejabat: str) -> dict:
    return next(p for p in data["perjanjian"] if p["pejabat"] == pejabat)


@pytest.mark.parametrize(
    ("ubah", "harus"),
    [
        (lambda d: _ke(d, "sekretaris").update(pejabat="sekertaris"), ["[pejabat.sekertaris]", "'sekretaris'"]),
        (lambda d: _ke(d, "sekretaris").update(atasan="camat"), ["sekretaris", "'camat'"]),
        (lambda d: _ke(d, "sekretaris").update(atasan="kasubag_umum"), ["berputar"]),
        (lambda d: _ke(d, "sekretaris").update(pejabat="pertama"), ["kepala kantor"]),
        (lambda d: _ke(d, "kasi_kesos").update(pejabat="kasi_trantib"), ["'kasi_trantib'", "dua perjanjian"]),
        (lambda d: _ke(d, "kasi_kesos").update(indikator=[]), ["kasi_kesos", "belum punya"]),
        (lambda d: _ke(d, "kasi_kesos")["indikator"][0].update(metode="Adopsi"), ["KSS-1", "'Adopsi'"]),
        (lambda d: _ke(d, "kasi_kesos")["indikator"][0].update(sasaran="X"), ["KSS-1", "'X'"]),
        (lambda d: _ke(d, "kasi_kesos")["indikator"][0].pop("satuan"), ["KSS-1", "'satuan'", "belum ada"]),
        (lambda d: _ke(d, "kasi_kesos")["indikator"][0].update(traget=9), ["'traget'", "'target'"]),
        (lambda d: _ke(d, "kasi_pelayanan")["indikator"][0].update(dari="IK7"), ["PLY-1", "'IK7'", "pertama"]),
        (lambda d: _ke(d, "kasubag_umum")["indikator"][1].update(kode="UMM.1"), ["UMM.1", "dua kali"]),
        (lambda d: _ke(d, "kasi_kesos")["program"][0].update(angaran=1), ["'angaran'", "'anggaran'"]),
        (lambda d: d.update(perjanjian={}), ["[[perjanjian]]"]),
    ],
)
def test_a_wrong_agreement_is_told_by_official_and_key(ubah: Callable[[dict], None], harus: list[str]) -> None:
    with pytest.raises(KinerjaError) as galat:
        _profil(ubah)
    assert all(kata in str(galat.value) for kata in harus), str(galat.value)


def test_two_of_one_post_do_not_overwrite_each_other(tmp_path: Path) -> None:
    data = baca_toml(berkas_contoh("kecamatan"))
    data["pejabat"]["kasubag_umum"]["jabatan"] = data["pejabat"]["kasubag_evapor"]["jabatan"]
    profil = profil_dari(data, "profil.toml")
    nama = {generate("pk", tahun=2025, profil=profil, out=tmp_path, pejabat=k).name for k in kunci_pejabat(profil)}
    assert len(nama) == 9


def test_the_command_makes_them_all_and_one(tmp_path: Path) -> None:
    semua = CliRunner().invoke(
        kelompok, ["generate", "pk", "--tahun", "2025", "--pejabat", "semua", "--out", str(tmp_path)]
    )
    assert semua.exit_code == 0, semua.output
    assert semua.stderr == ""  # the example's cascade is whole
    nama = sorted(p.name for p in tmp_path.glob("*.xlsx"))
    assert len(nama) == 9
    assert "pk-2025-kecamatan-contoh-kepala-seksi-pelayanan-umum.xlsx" in nama
    for pejabat, jenis, sebagian in (
        ("sekretari", "pk", "Maksud Anda 'sekretaris'"),
        ("sekretaris", "rka", "hanya untuk pk"),
    ):
        salah = CliRunner().invoke(kelompok, ["generate", jenis, "--tahun", "2025", "--pejabat", pejabat])
        assert sebagian in str(salah.exception)
    with pytest.raises(KinerjaError, match="hanya dipilih untuk pk"):
        generate("rka", tahun=2025, out=tmp_path, pejabat="sekretaris")
