"""Across workbooks: who signs, when, and runs in which only the agreements of lower officials take part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.build import generate
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import berkas_contoh, muat_profil
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas, rapikan
from kinerja_xl.verify.laporan import HasilBerkas
from kinerja_xl.verify.silang import silangkan

JENIS = ("pk", "pengukuran", "lkj")
PIHAK = {
    "pk_pihak_pertama_nama": "Siti Aminah, S.E.", "pk_pihak_pertama_nip": "19700101 199003 1 001",
    "pk_pihak_pertama_jabatan": "Camat",
}  # fmt: skip
KEPALA = {"kepala_nama": "Siti  Aminah", "kepala_nip": "197001011990031001", "kepala_jabatan": "Camat"}
TANGGAL = {"pk": date(2024, 1, 20), "pengukuran": date(2024, 12, 31), "lkj": date(2025, 1, 20)}


@pytest.fixture(scope="module")
def set_kantor(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, HasilBerkas]]:
    """Three documents signed by one official in their order, each checked once."""
    folder, profil = tmp_path_factory.mktemp("tanda"), muat_profil(berkas_contoh("kecamatan"))
    hasil = {}
    for jenis in JENIS:
        asal = generate(jenis, tahun=2024, profil=profil, out=folder / f"{jenis}.xlsx")
        isi = {"tanda_tanggal": TANGGAL[jenis], **(PIHAK if jenis == "pk" else KEPALA)}
        berkas = fill(asal, isi, asal, timpa=True)
        hasil[jenis] = berkas, periksa_berkas(berkas, berkas.name, Pilihan())
    return hasil


@pytest.fixture
def silang(
    set_kantor: dict[str, tuple[Path, HasilBerkas]], tmp_path: Path
) -> Callable[..., list[tuple[str, str, str]]]:
    """(file, code, name) of the SIL findings of the three documents, with some inputs changed first."""

    def jalan(**ubah: dict[str, Any]) -> list[tuple[str, str, str]]:
        hasil = []
        for jenis, (asal, utuh) in set_kantor.items():
            if jenis in ubah:
                berkas = fill(asal, ubah[jenis], tmp_path / asal.name, timpa=True)
                utuh = periksa_berkas(berkas, berkas.name, Pilihan())
            hasil.append(utuh)
        semua = silangkan(hasil, lambda temuan, lembar: rapikan(temuan, lembar, Pilihan()))
        return [(f.path, t.code, t.name) for f in semua for t in f.findings if t.code.startswith("SIL")]

    return jalan


def test_a_title_and_the_blanks_of_a_nip_are_no_difference(silang: Callable[..., Any]) -> None:
    assert silang() == []


@pytest.mark.parametrize(("ubah", "kode", "nama"), [
    ({"kepala_nama": "Budi Santoso"}, "SIL-50", "kepala_nama"),
    ({"kepala_jabatan": "Sekretaris Kecamatan"}, "SIL-50", "kepala_jabatan"),
    ({"kepala_nip": "197001011990031009"}, "SIL-51", "kepala_nip"),
])  # fmt: skip
def test_another_signer_is_told_at_the_later_document(
    silang: Callable[..., Any], ubah: dict[str, Any], kode: str, nama: str
) -> None:
    assert silang(lkj=ubah) == [("lkj.xlsx", kode, nama)]


def test_a_document_dated_before_its_basis_is_told(silang: Callable[..., Any]) -> None:
    assert silang(pk={"tanda_tanggal": date(2024, 12, 31)}) == []  # the same day is no earlier
    assert silang(pengukuran={"tanda_tanggal": date(2024, 1, 5)}) == [("pengukuran.xlsx", "SIL-52", "tanda_tanggal")]
    assert silang(pengukuran={"tanda_tanggal": date(2025, 2, 1)}) == [("lkj.xlsx", "SIL-52", "tanda_tanggal")]


def test_a_report_on_the_year_is_not_signed_within_it(silang: Callable[..., Any]) -> None:
    assert silang(lkj={"tanda_tanggal": date(2024, 7, 1)}) == [
        ("lkj.xlsx", "SIL-52", "tanda_tanggal"), ("lkj.xlsx", "SIL-53", "tanda_tanggal"),
    ]  # fmt: skip


def test_the_agreement_of_a_lower_official_alone_warns_of_nothing(
    set_kantor: dict[str, tuple[Path, HasilBerkas]], tmp_path: Path
) -> None:
    profil = muat_profil(berkas_contoh("kecamatan"))
    berkas = generate("pk", tahun=2024, profil=profil, out=tmp_path / "sekretaris.xlsx", pejabat="sekretaris")
    semua = [periksa_berkas(berkas, berkas.name, Pilihan()), set_kantor["lkj"][1]]
    hasil = silangkan(semua, lambda temuan, lembar: rapikan(temuan, lembar, Pilihan()))
    assert [t.code for f in hasil for t in f.findings if t.code.startswith("SIL")] == []
