"""kinerja paket: what lies in the folder, the wheel of our own, what Windows needs, what the .bat files say."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinerja_xl import __version__
from kinerja_xl.cli import _roda, kelompok
from kinerja_xl.cli._roda import PYTHON, cocok, kurang, roda_sendiri, unduh
from kinerja_xl.core.errors import KinerjaError

BAT = ("Pasang.bat", "Periksa.bat", "Buat.bat")
EXCEL = ("Kinerja.xlsm", "Kinerja.bas", "Kinerja Lite.xlsx")


def jalankan(*args: str):
    return CliRunner().invoke(kelompok, args)


@pytest.fixture(scope="module")
def paket(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("kantor") / "Paket é 2026"
    hasil = jalankan("paket", "--windows", "--tanpa-unduh", "--out", str(folder))
    assert hasil.exit_code == 0, hasil.output
    assert "Pasang.bat" in hasil.output
    return folder


def test_english_is_spoken_on_request(tmp_path):
    hasil = jalankan("--lang", "en", "paket", "--windows", "--tanpa-unduh", "--out", str(tmp_path / "p"))
    assert "Copy the whole folder" in hasil.output and "cannot be installed offline" in hasil.output


def test_the_folder_holds_everything_and_nothing_else(paket):
    ada = sorted(p.relative_to(paket).as_posix() for p in paket.rglob("*") if p.is_file())
    assert ada == sorted(
        [*BAT, "BACA-SAYA.txt", f"wheels/kinerja_xl-{__version__}-py3-none-any.whl"]
        + [f"Pengaya/{n}" for n in (*EXCEL, "Fungsi Kinerja.xlsx", "kinerja-xl.oxt")]
    )
    assert [p.name for p in paket.parent.iterdir()] == [paket.name]


def test_a_package_is_replaced_only_on_request_and_nothing_else_ever(paket, tmp_path):
    lagi = ("paket", "--windows", "--tanpa-unduh", "--out")
    assert "--force" in str(jalankan(*lagi, str(paket)).exception)
    assert jalankan(*lagi, str(paket), "--force").exit_code == 0
    assert sorted(p.name for p in paket.parent.iterdir()) == [paket.name]
    penting = tmp_path / "dokumen" / "penting.txt"
    penting.parent.mkdir()
    penting.write_text("jangan hilang", encoding="utf-8")
    assert "bukan paket" in str(jalankan(*lagi, str(penting.parent), "--force").exception)
    assert penting.read_text(encoding="utf-8") == "jangan hilang"


def test_a_failed_download_leaves_the_old_package_in_place(paket, monkeypatch):
    def gagal(*_: object) -> None:
        raise KinerjaError("pustaka tidak dapat diunduh")

    sebelum = {p: p.read_bytes() for p in paket.rglob("*") if p.is_file()}
    monkeypatch.setattr(_roda, "unduh", gagal)
    assert "tidak dapat diunduh" in str(jalankan("paket", "--windows", "--out", str(paket), "--force").exception)
    assert {p: p.read_bytes() for p in paket.rglob("*") if p.is_file()} == sebelum
    assert [p.name for p in paket.parent.iterdir()] == [paket.name]


def test_the_system_must_be_named():
    assert "--windows" in str(jalankan("paket").exception)


def test_our_wheel_installs_and_works_away_from_the_checkout(paket, tmp_path):
    roda = next((paket / "wheels").iterdir())
    perintah = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-index",
        "--no-deps",
        "--target",
        str(tmp_path / "x"),
    ]
    subprocess.run([*perintah, str(roda)], check=True, capture_output=True)
    kode = (
        "import sys; sys.path.insert(0, sys.argv[1]); import kinerja_xl as kx, kinerja_udf, kinerja_tombol\n"
        "from kinerja_xl.data import templates\n"
        "assert kx.__file__.startswith(sys.argv[1]) and str(templates()).startswith(sys.argv[1])\n"
        "assert kinerja_udf.IKM_SCORE([[4] * 9]) == kx.call('IKM_SCORE', [[4] * 9]) == 100\n"
        "print(kx.generate('pk', tahun=2026, out=sys.argv[2]))"
    )
    jalan = [sys.executable, "-I", "-c", kode, str(tmp_path / "x"), str(tmp_path)]
    selesai = subprocess.run(jalan, capture_output=True, text=True, check=False)
    assert selesai.returncode == 0, selesai.stderr
    assert (tmp_path / "x" / f"kinerja_xl-{__version__}.dist-info" / "licenses" / "LICENSE").is_file()


def test_our_wheel_is_the_same_bytes_each_time(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    satu, dua = roda_sendiri(tmp_path / "a").read_bytes(), roda_sendiri(tmp_path / "b").read_bytes()
    assert satu == dua and b"__pycache__" not in satu


@pytest.mark.parametrize(
    ("nama", "python", "harus"),
    [
        ("click-8.1.0-py3-none-any.whl", "3.12", True),
        ("six-1.17.0-py2.py3-none-any.whl", "3.11", True),
        ("numpy-2.4.6-cp311-cp311-win_amd64.whl", "3.11", True),
        ("numpy-2.4.6-cp311-cp311-win_amd64.whl", "3.12", False),
        ("numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl", "3.11", False),
        ("formualizer-0.13.0-cp310-abi3-win_amd64.whl", "3.13", True),
        ("formualizer-0.13.0-cp313-abi3-win_amd64.whl", "3.11", False),
        ("pywin32-312-cp312-cp312-win32.whl", "3.12", False),
    ],
)
def test_which_wheels_a_python_on_windows_takes(nama, python, harus):
    assert cocok(nama, python) is harus


def roda(folder: Path, nama: str, *butuh: str) -> None:
    """A wheel with nothing inside but what it requires."""
    with zipfile.ZipFile(folder / nama, "w") as arsip:
        isi = "".join(f"Requires-Dist: {satu}\n" for satu in butuh)
        dist = "-".join(nama.split("-")[:2])
        arsip.writestr(
            f"{dist}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: x\n{isi}\nRequires-Dist: not-this\n"
        )


def test_what_only_windows_needs_is_asked_for_too(tmp_path):
    roda(
        tmp_path, "kantor-1.0-py3-none-any.whl",
        "pywin32>=224; platform_system == 'Windows'", "uvloop; sys_platform != 'win32'", "Jinja2>=3",
        "pytest; extra == 'test'",
        "tomli; python_version < '3.12'",
    )  # fmt: skip
    assert kurang(tmp_path, "3.12") == ["pywin32>=224", "Jinja2>=3"]
    roda(tmp_path, "jinja2-3.1-py3-none-any.whl")
    roda(tmp_path, "pywin32-312-cp312-cp312-win_amd64.whl")
    assert kurang(tmp_path, "3.12") == []
    assert kurang(tmp_path, "3.11") == ["pywin32>=224", "tomli"]


def test_downloads_go_on_until_nothing_is_missing(tmp_path, monkeypatch):
    minta: list[tuple[str, list[str]]] = []

    def pip(folder: Path, python: str, daftar: list[str]) -> None:
        minta.append((python, daftar))
        if daftar[0].startswith("kinerja-xl"):
            roda(folder, "kinerja_xl-0-py3-none-any.whl", "xlwings")
            angka = python.replace(".", "")
            roda(folder, f"xlwings-1-cp{angka}-cp{angka}-win_amd64.whl", "pywin32; platform_system == 'Windows'")
        elif daftar == ["pywin32"]:
            roda(folder, "pywin32-1-py3-none-win_amd64.whl")

    monkeypatch.setattr(_roda, "_pip", pip)
    catatan: list[str] = []
    unduh(tmp_path, catatan.append, PYTHON)
    assert [p for p, _ in minta] == ["3.13", "3.13", "3.12", "3.11"] and catatan == list(PYTHON)
    assert all(any(n.startswith("xlwings==") for n in d) for _, d in minta if len(d) == 2)  # bound to Kinerja.xlsm

    monkeypatch.setattr(_roda, "_pip", lambda *_: None)
    (tmp_path / "pywin32-1-py3-none-win_amd64.whl").unlink()
    with pytest.raises(KinerjaError, match="tidak lengkap: pywin32"):
        unduh(tmp_path, catatan.append, ("3.12",))


def test_without_internet_the_person_is_told(tmp_path, monkeypatch):
    gagal = subprocess.CompletedProcess([], 1, "", "WARNING: x\nERROR: No matching distribution found for six\n")
    monkeypatch.setattr(_roda.subprocess, "run", lambda *_, **__: gagal)
    with pytest.raises(KinerjaError, match=r"perlu internet.*No matching distribution"):
        unduh(tmp_path, lambda _: None, ("3.12",))


@pytest.mark.parametrize("nama", BAT)
def test_a_bat_file_is_written_for_windows(paket, nama):
    data = (paket / nama).read_bytes()
    assert data.isascii() and data.count(b"\n") == data.count(b"\r\n") > 10
    baris = data.decode().splitlines()
    assert baris[0] == "@echo off" and "chcp 65001 >nul" in baris and "DisableDelayedExpansion" in baris[1]
    assert "@" not in data.decode().replace("@echo off", "")  # no placeholder left
    for satu in baris:
        # paths may hold spaces and &: wherever one is expanded, quotes stand around it
        for potong in re.finditer(r"%~dp0|%~1|%LOCALAPPDATA%|%KINERJA%|%TUJUAN%|%PROFIL%", satu):
            assert satu[: potong.start()].count('"') % 2 == 1, satu
        assert satu.count('"') % 2 == 0, satu
    label = {satu[1:] for satu in baris if re.match(r":\w", satu)}
    assert {satu.split()[-1] for satu in baris if re.search(r"\bgoto \w+$", satu)} == label


def test_installation_takes_no_internet_and_says_what_to_do_without_python(paket):
    teks = (paket / "Pasang.bat").read_text(encoding="utf-8")
    assert '-m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wheels" kinerja-xl' in teks
    assert "for %%V in (3.13 3.12 3.11) do" in teks and "py -%%V" in teks
    bagian = teks.split(":tanpa_python")[1].split(":gagal")[0]
    assert "Python belum ada" in bagian and "64-bit" in bagian and "Jalankan Pasang.bat" in bagian
    assert '"%KINERJA%" verify "%~1"' in (paket / "Periksa.bat").read_text(encoding="utf-8")
    assert '--profil "%PROFIL%"' in (paket / "Buat.bat").read_text(encoding="utf-8")


def test_commands_in_the_bat_files_exist(paket):
    from kinerja_xl.cli import PERINTAH

    pakai = {
        kata
        for nama in BAT
        for kata in re.findall(r'(?:kinerja\.exe"|"%KINERJA%") (\w+)', (paket / nama).read_text(encoding="utf-8"))
    }
    assert pakai - {"addin"} <= set(PERINTAH) and {"verify", "generate", "init", "addin"} == pakai
