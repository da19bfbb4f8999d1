"""kinerja init and generate with a profile workbook: made, filled, converted both ways, used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_xl.build.profil_buku import data_profil
from kinerja_xl.cli import main
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import berkas_contoh

Jalan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def jalan(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Jalan:
    monkeypatch.chdir(tmp_path)

    def satu(*args: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        teks = capsys.readouterr()
        return int(keluar.value.code or 0), teks.out, teks.err

    return satu


def test_an_example_goes_through_every_form_and_comes_back(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("init", "--contoh", "kecamatan", "--out", "a.xlsx")[0] == 0
    assert jalan("init", "--dari", "a.xlsx", "--out", "a.toml")[0] == 0
    assert jalan("init", "--dari", "a.toml", "--out", "b.xlsx")[0] == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert baca_toml(tmp_path / "a.toml") == baca_toml(berkas_contoh("kecamatan"))


def test_a_blank_workbook_is_the_default_and_says_what_it_lacks(jalan: Jalan, tmp_path: Path) -> None:
    status, keluar, _ = jalan("init")
    assert (status, keluar.splitlines()[0]) == (0, "profil.xlsx")
    status, _, salah = jalan("generate", "all", "--tahun", "2025", "--profil", "profil.xlsx", "--out", "set")
    assert status == 2
    assert "7 isian perlu diperbaiki" in salah and "lembar Kantor, sel B3: nama kantor belum diisi" in salah
    assert not (tmp_path / "set").exists()
    assert jalan("init", "--dari", "profil.xlsx", "--out", "profil.toml")[0] == 2
    assert not (tmp_path / "profil.toml").exists()


def test_a_profile_workbook_makes_the_documents(jalan: Jalan, tmp_path: Path) -> None:
    jalan("init", "--contoh", "kecamatan", "--out", "contoh.xlsx")
    fill(tmp_path / "contoh.xlsx", {"instansi_nama": "Kecamatan Sendiri", "profil_sasaran[1].nama": "Puas"}, "p.xlsx")
    status, keluar, _ = jalan("generate", "pk", "iku", "--tahun", "2025", "--profil", "p.xlsx", "--out", "set")
    assert (status, len(keluar.splitlines())) == (0, 2)
    nama = sorted(p.name for p in (tmp_path / "set").iterdir())
    assert nama == ["iku-2025-kecamatan-sendiri.xlsx", "pk-2025-kecamatan-sendiri.xlsx"]
    assert data_profil(tmp_path / "p.xlsx")["sasaran"][0]["nama"] == "Puas"


def test_one_document_may_name_its_file(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("generate", "pk", "--tahun", "2025", "--out", "a.xlsx")[0] == 0
    assert (tmp_path / "a.xlsx").is_file()
    status, _, salah = jalan("generate", "pk", "iku", "--tahun", "2025", "--out", "b.xlsx")
    assert (status, "sebutkan folder" in salah, (tmp_path / "b.xlsx").exists()) == (2, True, False)


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        (("init", "--out", "profil.ods"), ".xlsx atau .toml"),
        (("init", "--contoh", "kecamatan", "--dari", "a.toml"), "salah satu"),
        (("init", "--dari", "tidak-ada.xlsx", "--out", "x.toml"), "tidak dapat dibaca"),
        (("generate", "profil", "--tahun", "2025"), "kinerja init"),
        (("generate", "pk", "--tahun", "2025", "--profil", "a.ods"), ".xlsx"),
    ],
)
def test_wrong_usage_is_told(jalan: Jalan, tmp_path: Path, args: tuple[str, ...], kata: str) -> None:
    status, _, salah = jalan(*args)
    assert (status, kata in salah) == (2, True), salah
    assert list(tmp_path.iterdir()) == []
