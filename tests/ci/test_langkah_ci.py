"""The step of the GitHub Action, run here on a folder; and what the examples for CI say is what the command can do."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import openpyxl
import pytest
import yaml

from kinerja_xl.cli.verify import perintah
from kinerja_xl.report.daftar import BENTUK

AKAR = Path(__file__).resolve().parents[2]
SKRIP = AKAR / ".github" / "actions" / "periksa.sh"
CONTOH = AKAR / "docs" / "contoh-repo"
AKSI = yaml.safe_load((AKAR / "action.yml").read_text(encoding="utf-8"))
NAMA = {
    "json": "kinerja.json", "junit": "kinerja-junit.xml", "sarif": "kinerja.sarif", "html": "kinerja.html",
    "xlsx": "kinerja.xlsx", "csv": "kinerja.csv",
}  # fmt: skip
BASH = shutil.which("bash")


@pytest.fixture
def langkah(tmp_path, tanpa):
    """langkah(KINERJA_PATHS=..., ...) -> exit status, outputs, summary, folder of reports, stderr."""
    if BASH is None or os.name == "nt":
        tanpa("the step runs under bash on the runner of the Action; this machine has no such bash")
    kiriman = tmp_path / "kiriman kantor"
    for kantor, isi in (("camat-a", 5), ("camat_b <x>", "=cmd|'/C calc'!A0")):
        (kiriman / kantor).mkdir(parents=True)
        buku = openpyxl.Workbook()
        buku.active["A1"] = isi
        buku.save(kiriman / kantor / "pk.xlsx")

    def jalan(**lingkungan: str):
        keluar, ringkas, laporan = (tmp_path / n for n in ("keluar", "ringkas.md", "laporan"))
        env = {
            **os.environ, "KINERJA_PYTHON": sys.executable, "PYTHONPATH": str(AKAR), "KINERJA_LAPORAN": str(laporan),
            "KINERJA_PATHS": "kiriman kantor\n", "GITHUB_OUTPUT": str(keluar), "GITHUB_STEP_SUMMARY": str(ringkas),
            **lingkungan,
        }  # fmt: skip
        selesai = subprocess.run(
            [str(BASH), str(SKRIP)], cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8",
            check=False,
        )  # fmt: skip
        isi = dict(b.split("=", 1) for b in keluar.read_text(encoding="utf-8").splitlines()) if keluar.exists() else {}
        teks = ringkas.read_text(encoding="utf-8") if ringkas.exists() else ""
        return selesai.returncode, isi, teks, laporan, selesai.stderr

    return jalan


def test_every_report_is_written_and_a_galat_fails_the_step(langkah):
    status, keluar, ringkas, laporan, _ = langkah()
    assert status == 1
    assert keluar == {"status": "1", "laporan": str(laporan), "berkas": "2", "ditolak": "1"}
    ada = {b.nama for b in BENTUK}
    assert {p.name for p in laporan.iterdir()} == {nama for bentuk, nama in NAMA.items() if bentuk in ada}
    assert json.loads((laporan / "kinerja.json").read_text(encoding="utf-8"))["ringkasan"]["berkas"] == 2
    baris = [b for b in ringkas.splitlines() if b.startswith("| ") and "pk.xlsx" in b]
    assert baris[0].startswith("| ❌ ditolak | camat\\_b &lt;x&gt;/pk.xlsx | 1 | ")
    assert "AKTIF-03 Sheet!A1 Perintah DDE" in baris[0]
    assert "camat-a/pk.xlsx" in baris[1]
    assert "calc" not in ringkas  # no value of a workbook


def test_the_step_may_only_report(langkah):
    status, keluar, *_ = langkah(KINERJA_GAGAL="false")
    assert (status, keluar["status"]) == (0, "1")


def test_copies_and_options_reach_the_command(langkah):
    status, _, _, laporan, _ = langkah(KINERJA_SALINAN="true", KINERJA_ABAIKAN="AKTIF-03, STR-01", KINERJA_JOBS="2")
    assert status == 0
    assert sorted(p.relative_to(laporan).as_posix() for p in (laporan / "salinan").rglob("*.xlsx")) == [
        "salinan/camat-a/pk.temuan.xlsx", "salinan/camat_b <x>/pk.temuan.xlsx",
    ]  # fmt: skip
    assert langkah(KINERJA_ABAIKAN="AKTIF-03", KINERJA_TEGAS="STR,NIL")[0] == 1


@pytest.mark.parametrize(
    ("lingkungan", "pesan"),
    [
        ({"KINERJA_PATHS": " \n"}, "masukan 'paths' kosong"),
        ({"KINERJA_PATHS": "tak-ada"}, "'tak-ada' tidak ada"),
        ({"KINERJA_TEGAS": "*"}, "topik '*' tidak ada"),
        ({"KINERJA_TAHUN": "$(touch jahat)"}, "tahun"),
        ({"KINERJA_PATHS": "--help"}, "'--help' tidak ada"),
    ],
)
def test_a_wrong_request_is_status_two_and_runs_nothing(langkah, tmp_path, lingkungan, pesan):
    status, keluar, ringkas, _, galat = langkah(**lingkungan)
    assert status == 2 and pesan in galat
    assert ringkas == "" and keluar.get("status") in (None, "2")
    assert not (tmp_path / "jahat").exists()


def test_a_second_run_replaces_the_reports(langkah):
    assert [langkah()[0], langkah()[0]] == [1, 1]


def test_inputs_of_the_action_are_declared_used_and_read_by_the_step():
    dipakai = set(re.findall(r"\$\{\{ inputs\.([a-z]+) \}\}", (AKAR / "action.yml").read_text(encoding="utf-8")))
    assert dipakai == set(AKSI["inputs"])
    langkah = AKSI["runs"]["steps"][-1]
    skrip = SKRIP.read_text(encoding="utf-8")
    assert [n for n in langkah["env"] if n not in skrip] == []
    assert all("${{" not in satu.get("run", "") for satu in AKSI["runs"]["steps"])  # no text becomes a command
    assert {s["value"] for s in AKSI["outputs"].values()} == {
        f"${{{{ steps.periksa.outputs.{n} }}}}" for n in ("status", "berkas", "ditolak", "laporan")
    }
    assert os.access(SKRIP, os.X_OK) or os.name == "nt"


def test_the_example_workflow_uses_inputs_and_outputs_that_exist():
    alur = yaml.safe_load((CONTOH / ".github" / "workflows" / "periksa.yml").read_text(encoding="utf-8"))
    langkah = alur["jobs"]["periksa"]["steps"]
    kita = next(s for s in langkah if "kinerja-xl@" in s.get("uses", ""))
    assert set(kita["with"]) <= set(AKSI["inputs"])
    assert set(re.findall(r"steps\.kinerja\.outputs\.(\w+)", str(alur))) <= set(AKSI["outputs"])


def _pilihan() -> set[str]:
    return {o for p in perintah.params if isinstance(p, click.Option) for o in p.opts}


@pytest.mark.parametrize("berkas", ["docs/contoh-repo/periksa.sh", "docs/contoh-repo/README.md", "docs/salinan.md"])
def test_options_in_the_examples_exist(berkas):
    teks = (AKAR / berkas).read_text(encoding="utf-8").replace("\\\n", " ")
    baris = [b for b in teks.splitlines() if re.match(r"\s*kinerja verify ", b)]
    dipakai = {o for b in baris for o in re.findall(r"(?<!\S)(--[a-z-]+)", b.split("#")[0])}
    assert baris and dipakai <= _pilihan()


def test_the_gitlab_example_keeps_what_the_script_writes():
    kerja = yaml.safe_load((CONTOH / ".gitlab-ci.yml").read_text(encoding="utf-8"))["periksa"]
    skrip = (CONTOH / "periksa.sh").read_text(encoding="utf-8")
    assert kerja["script"] == ["bash periksa.sh"]
    assert f"--junit {kerja['artifacts']['reports']['junit']}" in skrip


def test_the_hook_takes_workbooks_and_no_lock_files():
    (kait,) = yaml.safe_load((AKAR / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    cocok = [n for n in ("a.xlsx", "x/b.XLSX", "k/pk.ods", "~$a.xlsx", "k/.~lock.a.ods", "a.txt", "a.xlsx.bak")
             if re.search(kait["files"], n)]  # fmt: skip
    assert cocok == ["a.xlsx", "x/b.XLSX", "k/pk.ods"]
    assert kait["entry"].split()[0] == "kinerja" and perintah.name == kait["entry"].split()[1]
    contoh = yaml.safe_load((CONTOH / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert contoh["id"] == kait["id"]
    assert {a for a in contoh["args"] if a.startswith("--")} <= _pilihan()
