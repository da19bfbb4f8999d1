"""Commands that work on files and on the rule book."""

import json

import openpyxl
import pytest

from kinerja_xl.cli import main


@pytest.fixture
def jalan(capsys):
    def satu(*args):
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        tangkap = capsys.readouterr()
        return keluar.value.code, tangkap.out, tangkap.err

    return satu


@pytest.fixture
def buku_asing(tmp_path):
    """A workbook of nobody's template, with nine answers of 4."""
    buku = openpyxl.Workbook()
    buku.active.title = "Jawaban"
    for kolom in range(1, 10):
        buku.active.cell(5, kolom + 1, 4)
    buku.active["A1"] = "survei"
    buku.save(tmp_path / "survei.xlsx")
    return tmp_path / "survei.xlsx"


def test_an_unknown_workbook_passes_with_a_warning(jalan, buku_asing):
    status, keluar, _ = jalan("verify", buku_asing)
    assert status == 0
    assert keluar.startswith("LULUS DENGAN PERINGATAN  survei.xlsx")
    assert "STR-01" in keluar


def test_strict_topics_turn_warnings_into_errors(jalan, buku_asing):
    status, keluar, _ = jalan("verify", "--tegas", "STR", buku_asing)
    assert (status, keluar.split()[0]) == (1, "DITOLAK")


def test_an_ignored_code_is_not_reported(jalan, buku_asing):
    status, keluar, _ = jalan("verify", "--abaikan", "str-01", buku_asing)
    assert (status, keluar.split()[0], "STR-01" in keluar) == (0, "LULUS", False)


@pytest.mark.parametrize(
    "isi", [b"", b"PK\x03\x04rusak", b"nama;nilai\r\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_a_file_that_is_no_workbook_is_a_finding_with_exit_1(jalan, tmp_path, isi):
    (tmp_path / "a.xlsx").write_bytes(isi)
    status, keluar, salah = jalan("verify", tmp_path / "a.xlsx")
    assert (status, salah) == (1, "")
    assert keluar.startswith("TIDAK TERBACA  a.xlsx")


def test_a_folder_without_a_workbook_is_exit_2(jalan, tmp_path):
    (tmp_path / "catatan.txt").write_text("x")
    (tmp_path / "~$pk.xlsx").write_text("x")
    status, _, salah = jalan("verify", tmp_path)
    assert status == 2
    assert "tidak memuat buku kerja" in salah


def test_the_json_report_is_the_same_every_time_and_names_what_was_passed_over(jalan, buku_asing, tmp_path):
    (tmp_path / "catatan.txt").write_text("x")
    (tmp_path / "~$survei.xlsx").write_text("x")
    sub = tmp_path / "b"
    sub.mkdir()
    (sub / "rusak.XLSX").write_bytes(b"")
    hasil = []
    for ke in (1, 2):
        folder = tmp_path.parent / f"hasil{ke}"
        folder.mkdir()
        status, keluar, _ = jalan("--quiet", "verify", tmp_path, "--json", folder / "l.json", "--jobs", ke)
        assert (status, keluar) == (1, "")
        hasil.append((folder / "l.json").read_bytes())
    assert hasil[0] == hasil[1]
    isi = json.loads(hasil[0])
    assert list(isi) == ["schema", "kinerja_xl", "aturan", "tahun", "ringkasan", "files"]
    assert isi["ringkasan"] == {
        "berkas": 2, "lulus": 0, "peringatan": 1, "galat": 0, "tidak_terbaca": 1, "dilewati": 1,
    }  # fmt: skip
    assert [f["path"] for f in isi["files"]] == ["b/rusak.XLSX", "survei.xlsx"]
    assert list(isi["files"][1]) == [
        "path", "sha256", "jenis", "template", "tahun", "instansi", "verdict", "cells", "targets", "langkah",
        "findings",
    ]  # fmt: skip
    assert list(isi["files"][1]["findings"][0]) == [
        "code", "level", "sheet", "cell", "name", "message", "fix", "rujukan", "data",
    ]  # fmt: skip


def test_json_goes_to_the_screen_alone(jalan, buku_asing):
    status, keluar, _ = jalan("verify", buku_asing, "--json", "-")
    assert (status, json.loads(keluar)["files"][0]["path"]) == (0, "survei.xlsx")


def test_an_existing_report_is_refused_before_the_work(jalan, buku_asing, tmp_path):
    (tmp_path / "l.json").write_text("lama")
    status, _, salah = jalan("verify", buku_asing, "--json", tmp_path / "l.json")
    assert (status, "--force" in salah, (tmp_path / "l.json").read_text()) == (2, True, "lama")


def test_the_report_in_english(jalan, buku_asing):
    status, keluar, _ = jalan("--lang", "en", "verify", buku_asing)
    assert (status, keluar.startswith("PASSED WITH WARNINGS"), "Unknown template" in keluar) == (0, True, True)


def test_eval_reads_cells_of_a_workbook(jalan, buku_asing):
    assert jalan("eval", "IKM_SCORE", f"{buku_asing}!Jawaban!B5:J5")[:2] == (0, "100\n")


def test_eval_names_the_nearest_sheet(jalan, buku_asing):
    status, _, salah = jalan("eval", "IKM_SCORE", f"{buku_asing}!Jawabn!B5:J5")
    assert status == 2
    assert "Jawaban" in salah


def test_eval_takes_numbers_with_a_decimal_comma(jalan):
    status, keluar, _ = jalan("eval", "CAPAIAN", "53,42", "55", "Maximize")
    assert (status, round(float(keluar), 2)) == (0, 97.13)


def test_eval_tells_what_is_wrong_with_the_input(jalan):
    status, _, salah = jalan("eval", "IKM_SCORE", "--json", "[[[5,4,4,4,4,4,4,4,4]]]")
    assert status == 2
    assert "baris 1" in salah


def test_rules_as_json_list_every_function_in_both_forms(jalan):
    from kinerja_xl.functions import functions

    status, keluar, _ = jalan("rules", "--json")
    isi = {satu["nama"]: satu for satu in json.loads(keluar)}
    assert (status, sorted(isi)) == (0, sorted(functions()))
    for satu in isi.values():
        assert satu["argumen"] and satu["rujukan"] and satu["bukti"] and satu["berlaku"] and satu["python"]
        assert bool(satu["excel"]) != bool(satu["tanpa_excel"])


def test_one_rule_with_its_formula_over_a_range(jalan):
    status, keluar, _ = jalan("rules", "capaian", "--rumus", "B2;B3;B4")
    assert (status, keluar.splitlines()[-1].startswith("="), "B2" in keluar) == (0, True, True)


def test_explain_a_code_and_list_all(jalan):
    status, keluar, _ = jalan("explain", "nil-01")
    assert (status, keluar.startswith("NIL-01")) == (0, True)
    status, keluar, _ = jalan("explain")
    assert (status, "WKT-02" in keluar) == (0, True)


def test_init_writes_a_profile_once(jalan, tmp_path):
    tujuan = tmp_path / "profil.toml"
    assert jalan("init", "--contoh", "kecamatan", "--out", tujuan)[0] == 0
    assert jalan("init", "--contoh", "kecamatan", "--out", tujuan)[0] == 2
    assert jalan("init", "--contoh", "kecamatan", "--out", tujuan, "--force")[0] == 0
