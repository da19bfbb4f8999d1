"""Setting up classic Excel, with a made-up home folder of Windows; and what other systems are told."""

from __future__ import annotations

import pytest

from kinerja_xl.cli import _pasang_excel
from kinerja_xl.cli._pasang_excel import lepas_excel, pasang_excel
from kinerja_xl.core.errors import KinerjaError

PYTHON = r"C:\Users\Siti Nurhaliza\AppData\Local\kinerja-xl\Scripts\python.exe"


@pytest.fixture
def rumah(tmp_path):
    (tmp_path / "Documents").mkdir()
    return tmp_path


def pasang(rumah, **lain):
    return pasang_excel(rumah=rumah, platform="win32", python=PYTHON, **lain)


def test_a_first_installation_writes_workbook_and_settings_and_says_where(rumah):
    pesan = pasang(rumah)
    folder = rumah / "Documents" / "Kinerja"
    assert sorted(p.name for p in folder.iterdir()) == ["Kinerja.bas", "Kinerja.xlsm", "xlwings.conf"]
    for conf in (folder / "xlwings.conf", rumah / ".xlwings" / "xlwings.conf"):
        data = conf.read_bytes().decode("ascii")
        assert f'"INTERPRETER_WIN","{PYTHON}"\r\n' in data and '"UDF MODULES","kinerja_udf"\r\n' in data
        assert any(str(conf) in satu for satu in pesan)
    assert any(str(folder / "Kinerja.xlsm") in satu for satu in pesan)
    assert any("=IKM_SCORE(" in satu for satu in pesan)


def test_settings_of_somebody_who_uses_xlwings_already_are_kept(rumah):
    conf = rumah / ".xlwings" / "xlwings.conf"
    conf.parent.mkdir()
    conf.write_bytes(
        b'"INTERPRETER_WIN","D:\\Anaconda\\python.exe"\r\n"Udf Modules","gaji;absen"\r\n"SHOW CONSOLE","True"\r\n'
    )
    pesan = pasang(rumah)
    data = conf.read_bytes().decode("ascii")
    assert '"INTERPRETER_WIN","D:\\Anaconda\\python.exe"\r\n' in data and '"SHOW CONSOLE","True"\r\n' in data
    assert '"Udf Modules","gaji;absen;kinerja_udf"\r\n' in data
    assert any("D:\\Anaconda" in satu and "tidak diubah" in satu for satu in pesan)
    beside = (rumah / "Documents" / "Kinerja" / "xlwings.conf").read_bytes().decode("ascii")
    assert f'"INTERPRETER_WIN","{PYTHON}"' in beside


def test_a_second_installation_changes_nothing(rumah):
    pasang(rumah)
    berkas = [p for p in rumah.rglob("*") if p.is_file()]
    sebelum = {p: p.read_bytes() for p in berkas}
    pesan = pasang(rumah)
    assert {p: p.read_bytes() for p in rumah.rglob("*") if p.is_file()} == sebelum
    assert any("sudah memuat" in satu for satu in pesan)


def test_without_a_documents_folder_the_home_folder_is_used(tmp_path):
    pasang_excel(rumah=tmp_path, platform="win32", python=PYTHON.replace("python.exe", "pythonw.exe"))
    data = (tmp_path / "Kinerja" / "xlwings.conf").read_bytes()
    assert b"pythonw" not in data and b"python.exe" in data


def test_a_folder_name_that_windows_cannot_write_is_refused_in_words(rumah, monkeypatch):
    monkeypatch.setattr(_pasang_excel, "_kode", lambda: "cp1252")
    with pytest.raises(KinerjaError, match="huruf yang tidak dikenal"):
        pasang_excel(rumah=rumah, platform="win32", python="C:\\Users\\ꦱꦶꦠꦶ\\python.exe")


@pytest.mark.parametrize(
    ("platform", "lang", "isi"),
    [
        ("linux", "id", "kinerja paket --windows"),
        ("linux", "en", "kinerja paket --windows"),
        ("darwin", "id", "Kinerja Lite.xlsx"),
        ("darwin", "en", "Kinerja Lite.xlsx"),
    ],
)
def test_other_systems_are_told_what_to_do_and_nothing_is_written(tmp_path, platform, lang, isi):
    (pesan,) = pasang_excel(lang, rumah=tmp_path, platform=platform)
    assert isi in pesan and list(tmp_path.iterdir()) == []


def test_both_languages_have_the_same_messages():
    assert set(_pasang_excel._TEKS["id"]) == set(_pasang_excel._TEKS["en"])


def test_taking_it_away_leaves_the_persons_own_settings_and_files(rumah):
    pasang_excel(rumah=rumah, platform="win32", python=PYTHON)
    conf = rumah / ".xlwings" / "xlwings.conf"
    conf.write_text(conf.read_text().replace('"kinerja_udf"', '"punya_saya;kinerja_udf"'))
    folder = next(p.parent for p in rumah.rglob("Kinerja.xlsm"))
    (folder / "catatan.txt").write_text("milik orang")
    pesan = lepas_excel(rumah=rumah)
    assert sorted(p.name for p in folder.iterdir()) == ["catatan.txt"]
    assert '"punya_saya"' in conf.read_text() and "kinerja_udf" not in conf.read_text()
    assert len(pesan) == 4
    assert lepas_excel(rumah=rumah) == ["Fungsi Excel tidak terpasang di sini; tidak ada yang dihapus."]
