"""The pytest plugin: a workbook is a test file, a topic a test; silent and free of cost unless asked."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from kinerja_xl.verify.cari import AKHIRAN
from kinerja_xl.verify.temuan import topik_tersedia

N = len(topik_tersedia())
GALATKAN = "error::kinerja_xl.pytest_buku.PeringatanKinerja"


@pytest.fixture
def jalan(jalankan_pytest, kiriman: Path):
    """jalan(*args): pytest with the plugin, beside the submissions."""
    return jalankan_pytest


def diperingatkan(hasil: pytest.RunResult, lulus: int) -> None:
    """All pass, with the warning of camat-a (others: no template of ours; and of pytest itself)."""
    jumlah = hasil.parseoutcomes()
    assert (jumlah["passed"], jumlah.get("failed"), hasil.ret) == (lulus, None, 0)
    assert hasil.stdout.str().count("PeringatanKinerja: BERKAS-38") == 1


def test_the_plugin_is_announced_to_pytest_by_the_distribution():
    isi = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert isi["project"]["entry-points"]["pytest11"] == {"kinerja": "kinerja_xl.pytest_kinerja"}


def test_it_knows_the_same_kinds_of_files_as_verify():
    from kinerja_xl import pytest_buku

    assert pytest_buku.AKHIRAN == AKHIRAN


def test_nothing_happens_unless_asked(jalan):
    hasil = jalan()
    hasil.assert_outcomes(passed=1)
    hasil.stdout.no_fnmatch_line("*xlsx*")


def test_an_ordinary_run_does_not_load_the_verifier(pytester, pengaya_pytest):
    pytester.makepyfile(
        "import sys\n\ndef test_sepi():\n"
        "    berat = {'kinerja_xl.verify', 'kinerja_xl.core', 'kinerja_xl.pytest_buku', 'openpyxl', 'pandas'}\n"
        "    assert not berat & set(sys.modules)\n"
    )
    pytester.runpytest_subprocess(*pengaya_pytest).assert_outcomes(passed=1)


def test_an_installed_distribution_needs_no_option(pytester, kiriman, monkeypatch):
    info = pytester.path / "pasang" / "kinerja_xl-0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kinerja-xl\nVersion: 0\n")
    (info / "entry_points.txt").write_text("[pytest11]\nkinerja = kinerja_xl.pytest_kinerja\n")
    akar = Path(__file__).parents[2]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(info.parent), str(akar)]))
    pytester.runpytest_subprocess("--kinerja", "kiriman/camat-a").assert_outcomes(passed=N)
    pytester.runpytest_subprocess("-p", "no:kinerja").assert_outcomes(passed=1)


def test_a_folder_asked_for_is_checked_alone(jalan):
    hasil = jalan("--kinerja", "kiriman", "-v")
    tanpa = N - 1
    jumlah = hasil.parseoutcomes()
    assert (jumlah["failed"], jumlah["skipped"], jumlah["passed"]) == (2, tanpa, 2 * N - 1)
    hasil.stdout.fnmatch_lines(["kiriman/camat-a/pk.xlsx::AKTIF PASSED*", "kiriman/camat-b/pk.xlsx::AKTIF FAILED*"])
    hasil.stdout.fnmatch_lines(["*palsu.xlsx: 1 galat BERKAS*", "*BERKAS-06*", "*Perbaikan:*"])
    hasil.stdout.no_fnmatch_line("*test_satu*")
    hasil.stdout.no_fnmatch_line("*Traceback*")
    assert hasil.ret == 1


def test_a_failure_names_cell_and_what_to_do(jalan):
    hasil = jalan("--kinerja", "kiriman/camat-b/pk.xlsx")
    hasil.stdout.fnmatch_lines(["*pk.xlsx: 1 galat AKTIF", "  AKTIF-03  Sheet!A1*", "      Perbaikan: *"])


def test_a_peringatan_is_a_warning_of_pytest_and_may_be_made_an_error(jalan):
    hasil = jalan("--kinerja", "kiriman/camat-a")
    diperingatkan(hasil, N)
    hasil.stdout.fnmatch_lines(["*PeringatanKinerja: BERKAS-38 * Perbaikan: *"])
    assert jalan("--kinerja", "kiriman/camat-a", "-W", GALATKAN).ret == 1


def test_the_ini_file_adds_workbooks_to_the_other_tests(jalan, pytester):
    pytester.makepyprojecttoml('[tool.pytest.ini_options]\nkinerja = ["kiriman/camat-a"]\n')
    diperingatkan(jalan(), N + 1)
    diperingatkan(jalan("test_biasa.py"), N + 1)


def test_one_topic_of_one_workbook_can_be_asked_for(jalan):
    hasil = jalan("--kinerja", "kiriman", "-k", "AKTIF and camat-b and pk").parseoutcomes()
    assert (hasil["failed"], hasil["deselected"]) == (1, 3 * N - 1)


def test_collecting_reads_no_workbook(jalan, monkeypatch):
    monkeypatch.setattr("kinerja_xl.read.baca", None)
    jalan("--kinerja", "kiriman", "--collect-only", "-q").stdout.fnmatch_lines([f"{3 * N} tests collected*"])


def test_options_reach_the_verifier(jalan, pytester):
    tegas = jalan("--kinerja", "kiriman/camat-a", "--kinerja-tegas", "BERKAS,NIL")
    tegas.assert_outcomes(passed=N - 1, failed=1)
    tegas.stdout.fnmatch_lines(["  BERKAS-38  *"])
    jalan("--kinerja", "kiriman/camat-a", "--kinerja-abaikan", "BERKAS-38").assert_outcomes(passed=N)
    pytester.makepyprojecttoml(
        '[tool.pytest.ini_options]\nkinerja = ["kiriman/camat-a/pk.xlsx"]\nkinerja_tegas = ["BERKAS"]\n'
    )
    jalan().assert_outcomes(passed=N, failed=1)


def test_the_year_reaches_the_verifier(jalan, pytester):
    contoh = Path(__file__).parents[2] / "workbook" / "pk-2024-balai-kipm-contoh-terisi.xlsx"
    hasil = jalan("--kinerja", str(contoh), "--kinerja-tahun", "2023")
    hasil.assert_outcomes(passed=N - 1, failed=1)
    hasil.stdout.fnmatch_lines(["  STR-05  *"])


@pytest.mark.parametrize(
    ("args", "pesan"),
    [
        (("--kinerja", "tak-ada"), "*'*tak-ada' tidak ada*"),
        (("--kinerja", "kiriman", "--kinerja-tegas", "QQQ"), "*topik 'QQQ' tidak ada*"),
        (("--kinerja", "kiriman", "--kinerja-tahun", "dua"), "*'dua' bukan bilangan*"),
        (("--kinerja", "kiriman", "--kinerja-dispensasi", "d.toml"), "*d.toml' tidak ada*"),
        (("--kinerja", "kiriman", "--kinerja-per-tanggal", "besok"), "*'besok' bukan tanggal*"),
    ],
)
def test_a_wrong_request_is_told_in_one_line(jalan, args, pesan):
    hasil = jalan(*args)
    assert hasil.ret == pytest.ExitCode.USAGE_ERROR
    (hasil.stdout if any("kinerja:" in b for b in hasil.outlines) else hasil.stderr).fnmatch_lines([pesan])


def test_the_junit_file_of_pytest_has_a_case_for_every_topic(jalan, pytester):
    jalan("--kinerja", "kiriman", "--junitxml", "hasil.xml")
    teks = (pytester.path / "hasil.xml").read_text(encoding="utf-8")
    assert teks.count("<testcase ") == 3 * N and 'value="ditolak"' in teks
