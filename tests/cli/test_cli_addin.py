"""kinerja addin: files for every program with a builder, and LibreOffice's own tool asked in its own words."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from kinerja_xl import __version__
from kinerja_xl.cli import _unopkg, main
from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.cli.addin import PEMASANG, PEMBANGUN, ambil
from kinerja_xl.core.errors import KinerjaError


def _jalan(*args: str) -> int:
    with pytest.raises(SystemExit) as keluar:
        main(["addin", *args])
    return int(keluar.value.code or 0)


@pytest.mark.parametrize("tempat", [*(satu for isi in PEMBANGUN.values() for satu in isi), *PEMASANG.values()])
def test_every_builder_and_installer_exists(tempat: str) -> None:
    assert callable(ambil(tempat))


def test_build_makes_the_folder_and_names_the_file(tmp_path: Path, capsys: Any) -> None:
    assert _jalan("build", "libreoffice", "--out", str(tmp_path / "baru")) == 0
    berkas = tmp_path / "baru" / "kinerja-xl.oxt"
    assert capsys.readouterr().out.strip() == str(berkas)
    with zipfile.ZipFile(berkas) as arsip:
        assert f'<version value="{__version__}"/>' in arsip.read("description.xml").decode("utf-8")
    assert _jalan("build", "libreoffice", "--out", str(tmp_path / "baru")) == 2
    assert "--force" in capsys.readouterr().err
    assert _jalan("build", "libreoffice", "--force", "--out", str(tmp_path / "baru")) == 0


@pytest.fixture
def unopkg(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Calls of a stand-in for unopkg that does what it is asked; its answer can be set as unopkg.jawab."""
    panggilan: list[list[str]] = []

    def jalankan(perintah: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        panggilan.append(perintah[1:])
        if perintah[1] == "add":
            assert zipfile.is_zipfile(perintah[-1])
        return subprocess.CompletedProcess(perintah, *getattr(jalankan, "jawab", (0, "", "")))

    monkeypatch.setattr(_unopkg, "cari_unopkg", lambda: iter(["/ada/unopkg"]))
    monkeypatch.setattr(_unopkg.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(_unopkg.subprocess, "run", jalankan)
    monkeypatch.setattr(_unopkg, "jawab", lambda *isi: setattr(jalankan, "jawab", isi), raising=False)
    return panggilan


def test_install_adds_over_an_older_version_and_says_so(unopkg: list[list[str]], capsys: Any) -> None:
    assert _jalan("install") == 0
    assert [satu[:3] for satu in unopkg] == [["add", "-f", "-s"]]
    teks = capsys.readouterr().out
    assert "terpasang" in teks and __version__ in teks and "/ada/unopkg" in teks


def test_removing_says_whether_there_was_something(unopkg: list[list[str]], capsys: Any) -> None:
    assert _jalan("install", "--hapus") == 0
    assert unopkg == [["remove", "id.kinerjaxl.addin"]]
    assert "dilepas" in capsys.readouterr().out
    _unopkg.jawab(1, "", "ERROR: Exception occurred: There is no such extension deployed: id.kinerjaxl.addin")  # type: ignore[attr-defined]
    assert _jalan("install", "--hapus") == 0
    assert "belum terpasang" in capsys.readouterr().out


def test_a_refusal_of_libreoffice_is_told_in_its_words(unopkg: list[list[str]], capsys: Any) -> None:
    _unopkg.jawab(1, "", "ERROR: Exception occurred: unsatisfied dependencies\n\nERROR: unopkg failed.\n")  # type: ignore[attr-defined]
    assert _jalan("install") == 2
    teks = capsys.readouterr().err
    assert "unsatisfied dependencies" in teks and "25.2" in teks and "Traceback" not in teks


def test_the_unopkg_of_the_search_path_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_unopkg.shutil, "which", lambda nama: f"/jalur/{nama}")
    assert next(_unopkg.cari_unopkg()).startswith("/jalur/unopkg")


@pytest.mark.parametrize(("lang", "kata"), [("id", "klik ganda"), ("en", "double-click")])
def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, lang: str, kata: str) -> None:
    monkeypatch.setattr(_unopkg, "cari_unopkg", lambda: iter([]))
    with pytest.raises(KinerjaError, match=kata):
        _unopkg.pasang(Pengaturan(lang=lang))


def test_root_is_told_to_be_somebody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_unopkg, "cari_unopkg", lambda: iter(["/ada/unopkg"]))
    monkeypatch.setattr(_unopkg.os, "geteuid", lambda: 0, raising=False)
    with pytest.raises(KinerjaError, match="pengguna biasa"):
        _unopkg.pasang(Pengaturan())


def test_every_message_has_an_english_twin_with_the_same_parts() -> None:
    for indonesia, inggris in _unopkg.PESAN.values():
        assert indonesia != inggris
        lubang = [{nama for _, nama, _, _ in Formatter().parse(teks) if nama} for teks in (indonesia, inggris)]
        assert lubang[0] == lubang[1] <= {"program", "sebab", "versi"}
