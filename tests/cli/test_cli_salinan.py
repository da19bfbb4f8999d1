"""`kinerja verify --salinan` and `kinerja repair --hanya-temuan` as a person uses them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest

import kinerja_xl.cli
from kinerja_xl.cli._salinan import nama_salinan


def main(args: list[str]) -> int:
    """Exit status of the command."""
    with pytest.raises(SystemExit) as keluar:
        kinerja_xl.cli.main(args)
    return keluar.value.code


@pytest.fixture
def kiriman(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for kantor, nilai in (("camat-a", 5), ("camat-b", 6)):
        folder = tmp_path / "kiriman" / kantor
        folder.mkdir(parents=True)
        buku = openpyxl.Workbook()
        buku.active["A1"] = nilai
        buku.save(folder / "iku.xlsx")
    (tmp_path / "kiriman" / "camat-b" / "palsu.xlsx").write_text("a;b\n1;2\n")
    return tmp_path / "kiriman"


def sidik(folder: Path) -> dict[str, str]:
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_copies_keep_the_folders_and_the_originals_stay(kiriman, capsys):
    lama = sidik(kiriman)
    assert main(["verify", "kiriman", "--salinan", "hasil"]) == 1
    assert sidik(kiriman) == lama
    ada = sorted(p.relative_to("hasil").as_posix() for p in Path("hasil").rglob("*") if p.is_file())
    assert ada == ["camat-a/iku.temuan.xlsx", "camat-b/iku.temuan.xlsx"]
    pesan = capsys.readouterr().err
    assert "Salinan: hasil/camat-a/iku.temuan.xlsx" in pesan.replace("\\", "/")
    assert "Tanpa salinan: camat-b/palsu.xlsx: " in pesan and "BERKAS-06" in pesan


def test_an_earlier_copy_is_replaced_only_with_force(kiriman, capsys):
    assert main(["--quiet", "verify", "kiriman/camat-a/iku.xlsx", "--salinan", "hasil"]) == 0
    isi = Path("hasil/iku.temuan.xlsx").read_bytes()
    assert main(["verify", "kiriman/camat-a/iku.xlsx", "--salinan", "hasil"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["--quiet", "verify", "kiriman/camat-a/iku.xlsx", "--salinan", "hasil", "--force"]) == 0
    assert Path("hasil/iku.temuan.xlsx").read_bytes() == isi


def test_a_folder_of_copies_inside_the_checked_folder_is_refused(kiriman, capsys):
    assert main(["verify", "kiriman", "--salinan", "kiriman/hasil"]) == 2
    assert "di dalam folder yang diperiksa" in capsys.readouterr().err
    assert not Path("kiriman/hasil").exists()


def test_a_copy_never_replaces_the_file_that_is_checked(kiriman, capsys):
    assert main(["--quiet", "verify", "kiriman/camat-a/iku.xlsx", "--salinan", "."]) == 0
    assert main(["verify", "iku.temuan.xlsx", "--salinan", ".", "--force"]) == 2
    assert "berkas yang sedang diperiksa" in capsys.readouterr().err


def test_additions_come_off_again(kiriman, capsys):
    assert main(["--quiet", "verify", "kiriman/camat-a/iku.xlsx", "--salinan", "hasil"]) == 0
    perintah = ["repair", "hasil/iku.temuan.xlsx", "--hanya-temuan", "--out", "bersih.xlsx"]
    assert main(perintah) == 0
    assert "Dibuang: 1 lembar Temuan" in capsys.readouterr().out
    assert openpyxl.load_workbook("bersih.xlsx").sheetnames == ["Sheet"]
    assert main(perintah) == 2
    assert main([*perintah[:-1], "hasil/iku.temuan.xlsx", "--force"]) == 2


@pytest.mark.parametrize(
    ("sebutan", "terpakai", "nama"),
    [
        ("pk.xlsx", set(), "pk.temuan.xlsx"),
        ("a/b/pk.XLSM", set(), "a/b/pk.temuan.XLSM"),
        ("pk.temuan.xlsx", set(), "pk.temuan.xlsx"),
        ("pk.temuan.xlsx", {"pk.temuan.xlsx"}, "pk-2.temuan.xlsx"),
        ("kiriman.bin", set(), "kiriman.bin.temuan.xlsx"),
        ("/etc/../pk.xlsx", set(), "etc/pk.temuan.xlsx"),
        ("C:/x/pk.xlsx", set(), "x/pk.temuan.xlsx"),
    ],
)
def test_names_of_copies(sebutan, terpakai, nama):
    assert nama_salinan(sebutan, terpakai) == nama
