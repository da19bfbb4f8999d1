"""The command line as a person meets it: help, wrong usage, exit status, no traceback."""

import os
import subprocess
import sys

import click
import pytest

from kinerja_xl.cli import PERINTAH, kelompok, main
from kinerja_xl.cli._bahasa import terjemah
from kinerja_xl.cli._dasar import batas_galat, ke_depan, tulis_berkas
from kinerja_xl.core.errors import KinerjaError


def _jalan(capsys, *args):
    """Exit status, stdout, stderr of a run in this process."""
    with pytest.raises(SystemExit) as keluar:
        main(list(args))
    tangkap = capsys.readouterr()
    return keluar.value.code, tangkap.out, tangkap.err


def test_help_lists_every_command_without_importing_heavy_libraries():
    kode = (
        "import sys; from kinerja_xl.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in ('rich', 'pandas', 'openpyxl', 'formulas', 'formualizer', 'numpy') if m in sys.modules])"
    )
    keluar = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert keluar.stdout.strip().splitlines()[-1] == "[]"
    assert all(nama in keluar.stdout for nama in PERINTAH)
    assert "Pemakaian:" in keluar.stdout


@pytest.mark.parametrize("nama", list(PERINTAH))
def test_every_command_has_help_in_indonesian(capsys, nama):
    status, keluar, _ = _jalan(capsys, nama, "--help")
    assert status == 0
    assert keluar.startswith("Pemakaian: kinerja")


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        (["veryfy"], "Maksud Anda 'verify'?"),
        (["--apa"], "Pilihan --apa tidak ada"),
        (["verify"], "Argumen belum ada"),
        (["verify", "--jobs", "0", "x"], "--jobs"),
        (["verify", "--mesin", "excel", "x"], "--mesin"),
        (["verify", "tidak-ada.xlsx"], "tidak ada"),
        (["explain", "nil-99"], "Maksud Anda 'NIL-09'?"),
        (["rules", "IKM_SKORE"], "IKM_SCORE"),
        (["rules", "--rumus", "A1"], "perlu nama fungsi"),
        (["eval", "IKM_SCORE", "--json", "{"], "bukan JSON"),
        (["eval", "IKM_SCORE", "--json", "{}"], "daftar argumen"),
        (["eval", "CAPAIAN", "tidak-ada.xlsx!A!B5"], "tidak ada"),
        (["sop", "jadwal", "perjanjian-kinerja"], "--mulai atau --selesai"),
        (["sop", "jadwal", "perjanjian-kinerja", "--mulai", "besok"], "bukan tanggal"),
        (["init", "--contoh", "kecamatn"], "kecamatan"),
        (["generate", "--tahun", "2024"], "sebutkan jenis"),
    ],
)
def test_wrong_usage_is_exit_2_with_a_plain_message(capsys, args, kata):
    status, _, salah = _jalan(capsys, *args)
    assert status == 2
    assert kata in salah
    assert "Traceback" not in salah


def test_english_help_keeps_the_words_of_click():
    keluar = subprocess.run(
        [sys.executable, "-m", "kinerja_xl", "--lang", "en", "--help"], capture_output=True, text=True, check=True
    )
    assert "Usage:" in keluar.stdout


def test_a_kinerja_error_is_one_line():
    @click.command()
    def perintah():
        raise KinerjaError("target belum diisi", baris=3)

    assert batas_galat(perintah, []) == 2


@pytest.mark.parametrize("salah", [KinerjaError("x"), FileNotFoundError(2, "x", "f.xlsx"), RuntimeError("bug")])
def test_no_traceback_reaches_a_user_unless_asked_for(capsys, monkeypatch, salah):
    @click.command()
    def perintah():
        raise salah

    assert batas_galat(perintah, []) == 2
    keluar = capsys.readouterr().err
    assert keluar.count("\n") == 1
    assert "Traceback" not in keluar
    monkeypatch.setenv("KINERJA_DEBUG", "1")
    with pytest.raises(type(salah)):
        batas_galat(perintah, [])


def test_output_survives_a_console_that_cannot_show_a_sign():
    lingkungan = {**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    keluar = subprocess.run(
        [sys.executable, "-m", "kinerja_xl", "rules"], capture_output=True, env=lingkungan, check=False
    )
    assert keluar.returncode == 0


def test_an_existing_file_is_kept_unless_forced(tmp_path):
    tujuan = tmp_path / "a.json"
    tulis_berkas(tujuan, b"1", False)
    with pytest.raises(KinerjaError, match="--force"):
        tulis_berkas(tujuan, b"2", False)
    assert tujuan.read_bytes() == b"1"
    tulis_berkas(tujuan, b"2", True)
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
    assert tujuan.read_bytes() == b"2"


def test_unknown_texts_of_click_stay_as_they_are():
    assert terjemah("Something new in click") == "Something new in click"


def test_the_group_knows_every_command():
    assert list(kelompok.list_commands(None)) == list(PERINTAH)


def test_global_options_may_stand_anywhere():
    assert ke_depan(["verify", "a", "--lang", "en", "--quiet"]) == ["--lang", "en", "--quiet", "verify", "a"]
    assert ke_depan(["verify", "--", "--quiet"]) == ["verify", "--", "--quiet"]
