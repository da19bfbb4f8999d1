"""kinerja migrate, repair and pdf at the command line: output, lists, exit status, both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.build import generate
from kinerja_xl.cli import main
from kinerja_xl.mesin import m_libreoffice
from kinerja_xl.spec.profil import berkas_contoh


@pytest.fixture(scope="module")
def pk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate("pk", tahun=2024, profil=berkas_contoh("kecamatan"), out=tmp_path_factory.mktemp("pk") / "pk.xlsx")


@dataclass
class Jalan:
    """What a run gave."""

    exit_code: int
    output: str
    salah: str


Jalankan = Callable[..., Jalan]


@pytest.fixture
def jalan(capsys: pytest.CaptureFixture[str]) -> Jalankan:
    def satu(*args: object) -> Jalan:
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        tangkap = capsys.readouterr()
        assert isinstance(keluar.value.code, int)
        return Jalan(keluar.value.code, tangkap.out, tangkap.err)

    return satu


@pytest.fixture
def rusak(pk: Path, tmp_path: Path) -> Path:
    buku = openpyxl.load_workbook(pk)
    buku["Pengukuran"]["R7"] = 99
    buku.save(tmp_path / "rusak.xlsx")
    return tmp_path / "rusak.xlsx"


def test_migrate_tells_what_moved_and_what_stays(jalan: Jalankan, pk: Path, tmp_path: Path) -> None:
    hasil = jalan("migrate", pk, "--tahun", 2025, "--out", tmp_path / "b.xlsx")
    assert hasil.exit_code == 0, hasil.output
    assert "isian dipindahkan (pk/1.0.0 ke pk/1.0.0 2025)" in hasil.output
    assert "tetap milik tahun 2024" in hasil.output
    assert "b-tidak-terpindah.csv" in hasil.output
    data = json.loads(jalan("migrate", pk, "--tahun", 2025, "--out", tmp_path / "c.xlsx", "--json").output)
    assert data["tanpa_tempat"] == []
    assert {b["lembar"] for b in data["milik_tahun_lama"]} == {"Kalender"}
    assert data["hasil"] == "c.xlsx"


def test_what_has_no_place_gives_exit_1_and_is_shown_in_both_languages(
    jalan: Jalankan, rusak: Path, tmp_path: Path
) -> None:
    for perintah in (("migrate", rusak, "--tahun", 2024), ("repair", rusak)):
        hasil = jalan(*perintah, "--out", tmp_path / "b.xlsx", "--force")
        assert hasil.exit_code == 1, hasil.output
        assert "Pengukuran: diketik di atas rumus (1 sel)" in hasil.output
        assert "R7" in hasil.output and "ik2_capaian" in hasil.output
        inggris = jalan("--lang", "en", *perintah, "--out", tmp_path / "b.xlsx", "--force").output
        assert "Pengukuran: typed over a formula (1 cells)" in inggris
        assert "diketik" not in inggris


def test_every_reason_has_an_english_twin() -> None:
    from kinerja_xl.cli._pindah_teks import _EN
    from kinerja_xl.edit import asing, perbaiki, pindah_isi, pindah_panen
    from kinerja_xl.edit.pindah_aturan import aturan

    kata = {satu.sebab for satu in (*aturan().milik_tahun, *aturan().milik_periode)} | {
        isi
        for modul in (asing, perbaiki, pindah_isi, pindah_panen)
        for nama, isi in vars(modul).items()
        if nama.isupper() and not nama.startswith("_") and isinstance(isi, str)
    }
    assert kata - set(_EN) == set()


def test_nothing_is_overwritten_unasked(jalan: Jalankan, pk: Path, tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").write_bytes(b"")
    for perintah in (("migrate", pk, "--tahun", 2025), ("repair", pk)):
        hasil = jalan(*perintah, "--out", tmp_path / "b.xlsx")
        assert hasil.exit_code == 2
        assert "--force" in hasil.salah


def test_generate_from_last_year(jalan: Jalankan, pk: Path, tmp_path: Path) -> None:
    hasil = jalan("generate", "pk", "--tahun", 2025, "--dari", pk, "--out", tmp_path / "baru.xlsx")
    assert hasil.exit_code == 0, hasil.output
    assert "IKU-10" in hasil.salah  # the targets are last year's again
    assert (tmp_path / "baru.xlsx").is_file()


@pytest.mark.usefixtures("soffice")
def test_pdf_of_several_workbooks_beside_them_or_in_a_folder(jalan: Jalankan, pk: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(pk.read_bytes())
    (tmp_path / "keluar").mkdir()
    hasil = jalan("pdf", tmp_path / "a.xlsx", pk, "--out", tmp_path / "keluar")
    assert hasil.exit_code == 0, hasil.output
    assert sorted(p.name for p in (tmp_path / "keluar").iterdir()) == ["a.pdf", "pk.pdf"]
    assert (tmp_path / "keluar" / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert jalan("pdf", tmp_path / "a.xlsx").exit_code == 0
    assert (tmp_path / "a.pdf").is_file()


@pytest.mark.usefixtures("soffice")
@pytest.mark.parametrize(("kertas", "tinggi"), [("A4", 841), ("F4", 935)])
def test_paper_can_be_changed(jalan: Jalankan, pk: Path, tmp_path: Path, kertas: str, tinggi: int) -> None:
    import re

    (tmp_path / "a.xlsx").write_bytes(pk.read_bytes())
    assert jalan("pdf", tmp_path / "a.xlsx", "--kertas", kertas).exit_code == 0
    kotak = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", (tmp_path / "a.pdf").read_bytes())
    assert {round(max(float(a), float(b))) // 1 for a, b in kotak} <= {tinggi, tinggi + 1}


def test_pdf_refuses_before_it_prints(
    jalan: Jalankan, pk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pk.xlsx").write_bytes(pk.read_bytes())
    (tmp_path / "pk.pdf").write_bytes(b"lama")
    kasus = [
        ((tmp_path / "pk.xlsx",), "--force"),
        ((pk, tmp_path / "pk.xlsx", "--out", tmp_path, "--force"), "menjadi satu berkas"),
        ((pk, "--out", tmp_path / "tidak-ada"), "tidak ada"),
    ]
    for args, sebagian in kasus:
        assert sebagian in jalan("pdf", *args).salah
    monkeypatch.setattr(m_libreoffice, "_TEMPAT_LAIN", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "LibreOffice tidak ditemukan" in jalan("pdf", pk, "--out", tmp_path, "--force").salah
    assert (tmp_path / "pk.pdf").read_bytes() == b"lama"
