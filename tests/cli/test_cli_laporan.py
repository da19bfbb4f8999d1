"""kinerja verify and its report files: each option, what goes to the screen, old consoles, nobody's NIP."""

from __future__ import annotations

import io
import json
import sys

import click
import openpyxl
import pytest

from kinerja_xl.build import generate
from kinerja_xl.cli import main
from kinerja_xl.cli._dasar import batas_galat, konsol_aman
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.daftar import BENTUK
from kinerja_xl.spec.profil import berkas_contoh


@pytest.fixture(scope="module")
def masuk(tmp_path_factory):
    """A folder with a blank form, a file that is no workbook and a photo."""
    folder = tmp_path_factory.mktemp("kerja") / "masuk"
    folder.mkdir()
    generate("pk", tahun=2024, profil=berkas_contoh("kecamatan"), out=folder / "pk.xlsx")
    (folder / "csv.xlsx").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "foto.jpg").write_bytes(b"x")
    return folder


@pytest.fixture
def jalan(capsys):
    """Exit status, stdout, stderr of a run in this process."""

    def lari(*args):
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        tangkap = capsys.readouterr()
        return keluar.value.code, tangkap.out, tangkap.err

    return lari


def test_all_report_files_in_one_run(jalan, masuk, tmp_path):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    nama = [b.nama for b in BENTUK if not b.tanda]
    args = [satu for n in nama for satu in (f"--{n}", tmp_path / f"lap.{n}")]
    status, keluar, salah = jalan("verify", masuk, *args)
    assert (status, salah) == (1, "")
    assert "2 berkas: 0 lulus" in keluar and "1 berkas lain dilewati" in keluar
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"lap.{n}" for n in nama)
    assert all(p.stat().st_size > 500 for p in tmp_path.iterdir())


def test_help_names_every_format(jalan):
    _, keluar, _ = jalan("verify", "--help")
    assert all(f"--{b.nama}" in keluar for b in BENTUK)


def test_github_lines_follow_the_report_with_paths_from_the_working_folder(jalan, masuk, monkeypatch):
    monkeypatch.chdir(masuk.parent)
    status, keluar, _ = jalan("verify", "masuk", "--github")
    anotasi = [b for b in keluar.splitlines() if b.startswith("::")]
    assert status == 1
    assert anotasi[0].startswith("::error file=masuk/csv.xlsx,title=BERKAS-06")
    assert keluar.index("2 berkas: 0 lulus") < keluar.index("::error")


def test_sarif_to_the_screen_has_the_paths_of_the_repository(jalan, masuk, monkeypatch):
    monkeypatch.chdir(masuk.parent)
    _, keluar, _ = jalan("verify", "masuk", "--sarif", "-")
    assert [a["location"]["uri"] for a in json.loads(keluar)["runs"][0]["artifacts"]] == [
        "masuk/csv.xlsx", "masuk/pk.xlsx",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "kata"),
    [
        (["--xlsx", "-"], "--xlsx tidak dapat ditulis ke layar"),
        (["--parquet", "-"], "--parquet tidak dapat ditulis ke layar"),
        (["--json", "-", "--github"], "hanya satu laporan dapat ke layar"),
        (["--html", "ada.html"], "ada.html sudah ada"),
        (["--junit", "tidak/ada.xml"], "folder tidak tidak ada"),
    ],
)
def test_what_cannot_be_written_is_refused(args, kata, jalan, masuk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ada.html").write_text("milik orang", encoding="utf-8")
    status, _, salah = jalan("verify", masuk, *args)
    assert status == 2 and kata in salah
    assert (tmp_path / "ada.html").read_text(encoding="utf-8") == "milik orang"


def test_samarkan_hides_names_on_the_screen_and_in_json(jalan, masuk, tmp_path):
    buku = openpyxl.load_workbook(masuk / "pk.xlsx")
    lembar, _, sel = buku.defined_names["pk_pihak_pertama_nama"].attr_text.rpartition("!")
    buku[lembar.strip("'")][sel.replace("$", "")].value = '=UPPER("Budi Santoso")'
    buku.save(tmp_path / "pk.xlsx")
    for args in ((), ("--json", "-"), ("--csv", "-"), ("--html", "-")):
        assert "Budi Santoso" in jalan("verify", tmp_path / "pk.xlsx", *args)[1]
        assert "Budi" not in jalan("verify", tmp_path / "pk.xlsx", "--samarkan", *args)[1]


def test_an_old_console_gets_signs_it_has(monkeypatch):
    mentah = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(mentah, encoding="cp437", write_through=True))
    konsol_aman()
    print("a… ≥ – “x” 中")
    assert mentah.getvalue().decode("cp437").strip() == 'a... ≥ - "x" ?'


def test_an_error_that_quotes_a_workbook_gives_no_order(capsys):
    @click.command()
    def perintah():
        raise KinerjaError("isi \x1b[2J salah\n::error::palsu")

    assert batas_galat(perintah, []) == 2
    assert capsys.readouterr().err == "Tidak dapat dijalankan: isi \\u001b[2J salah\n: :error: :palsu\n"
