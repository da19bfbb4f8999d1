"""--lanjut: a kill -9 at any point loses no verdict and changes no byte; what is known is not checked again."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from _buku_kecil import buat_buku

from kinerja_xl import batch
from kinerja_xl.batch import garap, kunci
from kinerja_xl.batch.jurnal import HASIL, TANDA, Jurnal
from kinerja_xl.batch.pekerja import periksa
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.json import tulis
from kinerja_xl.verify.berkas import Pilihan

JALAN = """
import sys
import kinerja_xl.batch.jurnal as jurnal
from kinerja_xl.cli import main
jurnal._BANYAK = 2
main(sys.argv[1:])
"""


def _proses(folder, lanjut, laporan, jobs="2"):
    perintah = [sys.executable, "-c", JALAN, "--quiet", "verify", str(folder), "--lanjut", str(lanjut)]
    diri = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "KINERJA_UJI_TANDA": str(lanjut)}
    return subprocess.Popen(
        [*perintah, "--jobs", jobs, "--json", str(laporan)], env=diri, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip


def _sisa_pekerja(lanjut):
    """Processes of ours that are still there (Linux)."""
    tanda = f"KINERJA_UJI_TANDA={lanjut}".encode()
    ada = []
    for satu in Path("/proc").glob("[0-9]*/environ"):
        try:
            if tanda in satu.read_bytes():
                ada.append(satu.parent.name)
        except OSError:
            continue
    return ada


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kill -9 and /proc are of Linux")
def test_killed_at_any_point_and_resumed_gives_the_same_bytes(kiriman, tmp_path):
    utuh = tmp_path / "utuh.json"
    assert _proses(kiriman, tmp_path / "utuh", utuh, "1").wait() == 1
    lanjut, laporan, acak = tmp_path / "putus", tmp_path / "putus.json", random.Random(20)
    for ke in range(3):
        proses = _proses(kiriman, lanjut, laporan, str(1 + ke % 2))
        target = len(list(lanjut.glob("jurnal/*.jsonl"))) + acak.randint(1, 3)
        while proses.poll() is None and len(list(lanjut.glob("jurnal/*.jsonl"))) < target:
            time.sleep(0.002)
        assert proses.poll() is None, "it must be killed while it works"
        proses.send_signal(signal.SIGKILL)
        proses.wait()
        for _ in range(200):
            if not _sisa_pekerja(lanjut):
                break
            time.sleep(0.01)
        assert _sisa_pekerja(lanjut) == []
    assert _proses(kiriman, lanjut, laporan, "3").wait() == 1
    assert laporan.read_bytes() == utuh.read_bytes()
    assert (lanjut / HASIL).read_bytes() == (tmp_path / "utuh" / HASIL).read_bytes()
    assert not list(lanjut.rglob("*.part"))


@pytest.fixture
def dihitung(monkeypatch):
    """Names of the files that were given to a worker."""
    nama = []
    asli = garap.Garapan.ambil

    def ambil(diri, ke):
        isi = asli(diri, ke)
        if isi is not None:
            nama.append(diri.calon[ke].sebutan)
        return isi

    monkeypatch.setattr(garap.Garapan, "ambil", ambil)
    return nama


def test_what_has_not_changed_is_not_checked_again(tmp_path, dihitung):
    masuk, lanjut = tmp_path / "masuk", tmp_path / "lanjut"
    masuk.mkdir()
    for ke in range(4):
        buat_buku(masuk / f"{ke}.xlsx", ke)
    pertama = batch.verify(masuk, lanjut=lanjut)
    assert sorted(dihitung) == ["0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx"]
    dihitung.clear()
    assert tulis(batch.verify(masuk, lanjut=lanjut)) == tulis(pertama)
    assert dihitung == []
    buat_buku(masuk / "2.xlsx", "berubah")
    (masuk / "3.xlsx").rename(masuk / "pindah.xlsx")
    laporan = batch.verify(masuk, lanjut=lanjut)
    assert dihitung == ["2.xlsx"]
    assert [f.path for f in laporan.files] == ["0.xlsx", "1.xlsx", "2.xlsx", "pindah.xlsx"]


def test_other_options_or_rules_check_everything_again(tmp_path, dihitung, monkeypatch):
    buat_buku(tmp_path / "a.xlsx", 1)
    for lebih in ({}, {"abaikan": ["STR-01"]}, {"lang": "en"}, {"abaikan": ["STR-01"]}):
        batch.verify(tmp_path / "a.xlsx", lanjut=tmp_path / "lanjut", **lebih)
    assert dihitung == ["a.xlsx"] * 4  # a finished run keeps only what it used itself
    dihitung.clear()
    batch.verify(tmp_path / "a.xlsx", lanjut=tmp_path / "lanjut", abaikan=["STR-01"])
    assert dihitung == []
    monkeypatch.setattr(kunci, "sidik_program", lambda: "rules of another day")
    batch.verify(tmp_path / "a.xlsx", lanjut=tmp_path / "lanjut", abaikan=["STR-01"])
    assert dihitung == ["a.xlsx"]


def test_the_file_over_which_a_run_died_comes_last(tmp_path, dihitung):
    for nama in "abc":
        buat_buku(tmp_path / f"{nama}.xlsx", nama)
    with Jurnal(tmp_path / "lanjut") as jurnal:
        jurnal.mencoba(kunci.Kunci(Pilihan()).untuk("", (tmp_path / "a.xlsx").read_bytes()))
    batch.verify([tmp_path / f"{nama}.xlsx" for nama in "abc"], lanjut=tmp_path / "lanjut")
    assert dihitung == ["b.xlsx", "c.xlsx", "a.xlsx"]


def test_half_a_line_of_a_journal_is_no_result(tmp_path):
    hasil = periksa(b"", "", Pilihan())
    with Jurnal(tmp_path / "lanjut") as jurnal:
        jurnal.catat("utuh", hasil)
        jurnal.catat("rusak", hasil)
    (bagian,) = (tmp_path / "lanjut" / "jurnal").glob("*.jsonl")
    bagian.write_bytes(bagian.read_bytes()[:-20])
    (tmp_path / "lanjut" / "jurnal" / "x.jsonl.part").write_bytes(b"sisa")
    with Jurnal(tmp_path / "lanjut") as jurnal:
        assert jurnal.ambil("utuh") == hasil
        assert jurnal.ambil("rusak") is None
    assert not list((tmp_path / "lanjut").rglob("*.part"))


def test_one_run_at_a_time(tmp_path):
    with Jurnal(tmp_path / "lanjut"), pytest.raises(KinerjaError, match="sedang dipakai"):
        Jurnal(tmp_path / "lanjut")


def test_a_folder_of_something_else_is_refused(tmp_path):
    (tmp_path / "surat.docx").write_bytes(b"x")
    with pytest.raises(KinerjaError, match="sebutkan folder baru"):
        Jurnal(tmp_path)
    assert not (tmp_path / TANDA).exists()
    with pytest.raises(KinerjaError, match="adalah berkas"):
        Jurnal(tmp_path / "surat.docx")


def test_the_fingerprint_sees_rules_templates_and_checks():
    berkas = {satu.relative_to(akar).as_posix() for akar, satu in kunci._berkas()}
    assert {"iku/ikm.toml", "verify/checks/nilai.py", "read/batas.py", "buku/pk.toml"} <= berkas
    assert not any(satu.startswith(("cli/", "report/", "batch/")) for satu in berkas)
