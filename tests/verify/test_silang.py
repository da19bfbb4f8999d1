"""Across workbooks: one office, one year, six documents; one thing is changed and exactly that is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.build import generate
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import Profil, berkas_contoh, muat_profil
from kinerja_xl.verify import verify
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas, rapikan
from kinerja_xl.verify.laporan import HasilBerkas
from kinerja_xl.verify.silang import silangkan
from kinerja_xl.verify.silang_bahan import bilangan

JENIS = ("pk", "iku", "rka", "rencana-aksi", "pengukuran", "lkj")
Temuan = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def profil() -> Profil:
    return muat_profil(berkas_contoh("kecamatan"))


@pytest.fixture(scope="module")
def set_kantor(profil: Profil, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The year of the kecamatan, all six documents in agreement."""
    folder = tmp_path_factory.mktemp("silang")
    hasil = {j: generate(j, tahun=2024, profil=profil, out=folder / f"{j}.xlsx") for j in JENIS}
    for jenis in ("pengukuran", "lkj"):
        data = templates() / "contoh" / "kecamatan" / f"{jenis}.toml"
        fill(hasil[jenis], data, hasil[jenis], timpa=True)
    return hasil


@pytest.fixture
def silang(set_kantor: dict[str, Path], utuh: dict[str, HasilBerkas], tmp_path: Path) -> Callable[..., Temuan]:
    """(file, code, cell) of the findings across the set, with some inputs changed first."""

    def jalan(tanpa: tuple[str, ...] = (), tambah: tuple[Path, ...] = (), **ubah: dict[str, Any]) -> Temuan:
        hasil = []
        for jenis, asal in set_kantor.items():
            isi = ubah.get(jenis.replace("-", "_"))
            if jenis not in tanpa:
                hasil.append(_periksa(fill(asal, isi, tmp_path / asal.name, timpa=True)) if isi else utuh[jenis])
        semua = sorted([*hasil, *map(_periksa, tambah)], key=lambda f: f.path)
        return _sil(silangkan(semua, lambda temuan, lembar: rapikan(temuan, lembar, Pilihan())))

    return jalan


@pytest.fixture(scope="module")
def utuh(set_kantor: dict[str, Path]) -> dict[str, HasilBerkas]:
    """The unchanged documents, each checked once."""
    return {jenis: _periksa(berkas) for jenis, berkas in set_kantor.items()}


def _periksa(berkas: Path) -> HasilBerkas:
    return periksa_berkas(berkas, berkas.name, Pilihan())


def daftar(berkas: list[Path], **pilihan: Any) -> Temuan:
    return _sil(verify([str(b) for b in berkas], **pilihan).files)


def _sil(hasil: Iterable[HasilBerkas]) -> Temuan:
    return [
        (f.path, t.code, f"{t.sheet}!{t.cell}" if t.cell else t.sheet)
        for f in hasil
        for t in f.findings
        if t.code.startswith("SIL")
    ]


def test_documents_in_agreement_have_no_finding(set_kantor: dict[str, Path]) -> None:
    assert daftar(list(set_kantor.values())) == []


def test_one_target_changed_in_the_rka_is_the_first_finding_across_workbooks(
    silang: Callable[..., Temuan], set_kantor: dict[str, Path], tmp_path: Path
) -> None:
    assert silang(rka={"ik1_target": 80}) == [("rka.xlsx", "SIL-01", "Indikator!F5")]
    hasil = verify([str(set_kantor["pk"]), str(tmp_path / "rka.xlsx")])
    (satu,) = [t for f in hasil.files for t in f.findings if t.code == "SIL-01"]
    assert satu.level == "galat"
    assert satu.name == "ik1_target"
    for kata in ("Indikator!F5", "80", "pk.xlsx", "Lampiran!D5", "85", "IK1", "Perjanjian Kinerja", "RKA"):
        assert kata in satu.message
    assert "85" in satu.fix
    rka = next(f for f in hasil.files if f.path == "rka.xlsx")
    assert rka.verdict == "ditolak"


def test_the_target_of_the_manual_and_of_every_other_document_is_held_against_the_pk(
    silang: Callable[..., Temuan],
) -> None:
    assert silang(iku={"ik2_target": 70}) == [("iku.xlsx", "SIL-01", "IK2!E23")]
    assert silang(lkj={"ik2_target": 70}) == [("lkj.xlsx", "SIL-01", "Capaian!G6")]


def test_a_pk_that_stands_alone_contradicts_all_others(silang: Callable[..., Temuan]) -> None:
    beda = silang(pk={"ik3_target": 95, "ik3_target_tw4": 95})
    assert [(f, k) for f, k, _ in beda if k == "SIL-01"] == [
        (f"{j}.xlsx", "SIL-01") for j in ("iku", "lkj", "pengukuran", "rencana-aksi", "rka")
    ]
    assert [(f, k) for f, k, _ in beda if k == "SIL-04"] == [
        ("pengukuran.xlsx", "SIL-04"),
        ("rencana-aksi.xlsx", "SIL-04"),
    ]


def test_without_a_pk_the_manual_binds(silang: Callable[..., Temuan]) -> None:
    assert silang(tanpa=("pk",), rka={"ik1_target": 80}) == [("rka.xlsx", "SIL-01", "Indikator!F5")]
    assert silang(tanpa=("pk", "iku", "rencana-aksi", "pengukuran", "lkj"), rka={"ik1_target": 80}) == []


def test_a_target_written_as_text_beside_the_same_wording_counts(silang: Callable[..., Temuan]) -> None:
    ukur = "Nilai SAKIP  KECAMATAN"
    assert silang(rka={"rka_kinerja": {"4": {"tolok_ukur": ukur, "target": "72 (BB)"}}}) == []
    beda = silang(rka={"rka_kinerja": {"4": {"tolok_ukur": ukur, "target": "73,5 nilai"}}})
    assert [(f, k) for f, k, _ in beda] == [("rka.xlsx", "SIL-01")]
    assert silang(rka={"rka_kinerja": {"4": {"tolok_ukur": "Laporan terbit", "target": "12 laporan"}}}) == []


@pytest.mark.parametrize(("teks", "nilai"), [("84", 84), ("93,75", 93.75), ("84.5", 84.5), ("1.250", 1250)])
def test_numbers_of_the_budget_form(teks: str, nilai: float) -> None:
    assert bilangan(teks) == nilai


def test_a_quarter_that_differs_is_told(silang: Callable[..., Temuan]) -> None:
    assert silang(rencana_aksi={"ik3_target_tw1": 41}) == [("rencana-aksi.xlsx", "SIL-04", "Rencana Aksi!G8")]


def test_what_is_reported_must_be_what_was_measured(silang: Callable[..., Temuan]) -> None:
    assert silang(lkj={"ik1_realisasi": 87}) == [("lkj.xlsx", "SIL-05", "Capaian!H5")]
    assert silang(lkj={"ik1_realisasi": 85.9004}) == []  # the same to two decimals


def test_the_nature_of_an_indicator_is_one(silang: Callable[..., Temuan]) -> None:
    beda = silang(iku={"ik3_polarisasi": "Minimize"})
    assert beda == [("iku.xlsx", "SIL-06", "IK3!B18")]


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [({"satuan": "Poin"}, "SIL-02"), ({"nama": "Nilai AKIP kecamatan"}, "SIL-03")],
)
def test_unit_and_wording_are_one(
    profil: Profil, silang: Callable[..., Temuan], tmp_path: Path, ubah: dict[str, str], kode: str
) -> None:
    lain = generate("lkj", tahun=2024, profil=_ganti(profil, "IK2", **ubah), out=tmp_path / "lain.xlsx")
    assert [(f, k) for f, k, _ in silang(tanpa=("lkj",), tambah=(lain,))] == [("lain.xlsx", kode)]


def test_letter_case_and_spaces_are_no_other_wording(
    profil: Profil, silang: Callable[..., Temuan], tmp_path: Path
) -> None:
    lain = generate(
        "lkj", tahun=2024, profil=_ganti(profil, "IK2", nama="Nilai  SAKIP Kecamatan"), out=tmp_path / "lain.xlsx"
    )
    assert silang(tanpa=("lkj",), tambah=(lain,)) == []


def test_an_indicator_more_or_less_than_the_pk_promises(
    profil: Profil, silang: Callable[..., Temuan], tmp_path: Path
) -> None:
    kurang = replace(profil, indikator=profil.indikator[:2], target_triwulan=(), bagian={})
    lebih = _ganti(profil, "IK3", kode="IK4")
    lebih = replace(lebih, indikator=(*profil.indikator, lebih.indikator[2]))
    satu = generate("lkj", tahun=2024, profil=kurang, out=tmp_path / "kurang.xlsx")
    dua = generate("lkj", tahun=2024, profil=lebih, out=tmp_path / "lebih.xlsx")
    assert [(f, k) for f, k, _ in silang(tanpa=("lkj",), tambah=(satu,))] == [("kurang.xlsx", "SIL-10")]
    assert [(f, k) for f, k, _ in silang(tanpa=("lkj",), tambah=(dua,))] == [("lebih.xlsx", "SIL-09")]


def test_budgets_agree_with_the_pk(silang: Callable[..., Temuan]) -> None:
    rincian = {"kode": "5.1.02.01.01.0024", "uraian": "x", "koefisien": 1, "satuan": "Paket"}

    def rka(harga: float) -> dict[str, Any]:
        return {"rka_rincian": {"1": {**rincian, "harga": harga}}}

    assert [(f, k) for f, k, _ in silang(rka=rka(2_277_000_000))] == []
    assert [(f, k) for f, k, _ in silang(rka=rka(2_277_000_001))] == [("rka.xlsx", "SIL-07")]
    assert [(f, k) for f, k, _ in silang(rka=rka(2_000_000_000))] == [("rka.xlsx", "SIL-08")]
    assert [(f, k) for f, k, _ in silang(lkj={"anggaran_program": {"1": {"pagu": 413_000_000}}})] == [
        ("lkj.xlsx", "SIL-07")
    ]
    assert [(f, k) for f, k, _ in silang(rencana_aksi={"rencana_aktivitas": {"1": {"anggaran": 3_000_000_000}}})] == [
        ("rencana-aksi.xlsx", "SIL-07")
    ]


def test_several_budget_plans_are_added_up(
    set_kantor: dict[str, Path], silang: Callable[..., Temuan], tmp_path: Path
) -> None:
    rincian = {"kode": "5.1.02.01.01.0024", "uraian": "x", "koefisien": 1, "satuan": "Paket", "harga": 2_276_000_000}
    kedua = {"rka_rincian": {"1": {**rincian, "harga": 1_000_000}}}
    lain = fill(set_kantor["rka"], kedua, tmp_path / "rka-kedua.xlsx")
    assert silang(tambah=(lain,), rka={"rka_rincian": {"1": rincian}}) == []


def test_a_revised_pk_beside_the_first_lets_either_target_stand(
    set_kantor: dict[str, Path], silang: Callable[..., Temuan], tmp_path: Path
) -> None:
    ubah = fill(set_kantor["pk"], {"ik1_target": 86}, tmp_path / "pk-perubahan.xlsx")
    assert silang(tambah=(ubah,)) == []
    assert silang(tambah=(ubah,), rka={"ik1_target": 86}) == []
    assert silang(tambah=(ubah,), rka={"ik1_target": 80}) == [("rka.xlsx", "SIL-01", "Indikator!F5")]


def test_another_year_and_another_office_are_not_compared(
    profil: Profil, silang: Callable[..., Temuan], tmp_path: Path
) -> None:
    lain = replace(profil, instansi=replace(profil.instansi, nama="Kecamatan Lain"))
    ubah = _ganti(lain, "IK1", target=60.0)
    berkas = (
        generate("rka", tahun=2024, profil=ubah, out=tmp_path / "lain.xlsx"),
        generate("rka", tahun=2025, profil=_ganti(profil, "IK1", target=60.0), out=tmp_path / "depan.xlsx"),
    )
    assert silang(tambah=berkas) == []


def test_options_and_processes(set_kantor: dict[str, Path], tmp_path: Path) -> None:
    rka = fill(set_kantor["rka"], {"ik1_target": 80}, tmp_path / "rka.xlsx")
    plan = fill(set_kantor["rencana-aksi"], {"ik3_target_tw1": 41}, tmp_path / "rencana-aksi.xlsx")
    berkas = [set_kantor["pk"], rka, plan]
    satu = verify([str(b) for b in berkas]).to_dict()
    assert satu == verify([str(b) for b in reversed(berkas)], jobs=2).to_dict()
    assert all("silang" not in f for f in satu["files"])
    assert daftar(berkas, abaikan=["SIL-01"]) == [("rencana-aksi.xlsx", "SIL-04", "Rencana Aksi!G8")]
    tegas = verify([str(b) for b in berkas], tegas=["SIL"])
    assert {t.level for f in tegas.files for t in f.findings if t.code == "SIL-04"} == {"galat"}
    inggris = [t for f in verify([str(b) for b in berkas], lang="en").files for t in f.findings if t.code == "SIL-01"]
    assert "performance agreement" in inggris[0].message


def _ganti(profil: Profil, satu: str, **ubah: Any) -> Profil:
    return replace(profil, indikator=tuple(replace(i, **ubah) if i.kode == satu else i for i in profil.indikator))
