"""A scheduler and two workers on this machine: the same bytes, also when a worker dies or does not see the files."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kinerja_xl import batch
from kinerja_xl.batch.batas import Irisan
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.json import tulis

pytest.importorskip("distributed", reason="the cluster extra is not installed: pip install 'kinerja-xl[cluster]'")


class Gugusan:
    """The processes of a cluster."""

    def __init__(self, folder):
        self.diri = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        self.folder, self.berkas = folder, folder / "penjadwal.json"
        bentuk = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.berkas)]
        self.semua = [self._mulai("distributed.cli.dask_scheduler", *bentuk)]
        while not (self.berkas.is_file() and self.berkas.read_text().strip()):
            assert self.semua[0].poll() is None, "the scheduler did not start"
            time.sleep(0.02)
        self.alamat = json.loads(self.berkas.read_text())["address"]
        self.pekerja = [self.tambah() for _ in range(2)]

    def _mulai(self, *perintah):
        return subprocess.Popen(
            [sys.executable, "-m", *perintah], env=self.diri, cwd=self.folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def tambah(self):
        """One worker more."""
        satu = self._mulai("distributed.cli.dask_worker", self.alamat, "--nthreads", "1", "--no-nanny",
                           "--no-dashboard", "--local-directory", str(self.folder))  # fmt: skip
        self.semua.append(satu)
        return satu

    def tutup(self):
        for satu in reversed(self.semua):
            satu.kill()
            satu.wait()


@pytest.fixture(scope="module")
def gugusan(tmp_path_factory):
    satu = Gugusan(tmp_path_factory.mktemp("gugus"))
    yield satu
    satu.tutup()


@pytest.fixture(scope="module")
def acuan(kiriman):
    return tulis(batch.verify(kiriman, jobs=2))


def test_the_cluster_gives_the_report_of_one_machine(kiriman, gugusan, acuan):
    assert tulis(batch.verify(kiriman, dask=gugusan.alamat)) == acuan


def test_a_machine_that_does_not_see_a_file_gets_its_bytes(kiriman, gugusan, acuan, monkeypatch):
    from kinerja_xl.batch.gugus import Gugus

    asli = Gugus.__init__
    monkeypatch.setattr(Gugus, "__init__", lambda d, a, p, j: asli(d, a, p, [Path("tidak") / s.name for s in j]))
    assert tulis(batch.verify(kiriman, dask=gugusan.alamat)) == acuan


def test_a_worker_that_dies_is_made_up_for(kiriman, gugusan, acuan, monkeypatch, tmp_path):
    monkeypatch.setattr("kinerja_xl.batch.gugus.IRISAN", Irisan(berkas=2))

    def bunuh(selesai, *_):
        if selesai == 3:
            gugusan.pekerja[0].kill()
            gugusan.tambah()

    laporan = batch.verify(kiriman, dask=gugusan.alamat, lanjut=tmp_path / "lanjut", kabar=bunuh)
    assert gugusan.pekerja[0].wait() != 0
    assert tulis(laporan) == acuan
    assert tulis(batch.verify(kiriman, jobs=1, lanjut=tmp_path / "lanjut")) == acuan


def test_a_cluster_that_is_not_there_is_said_plainly(kiriman, monkeypatch):
    monkeypatch.setattr("kinerja_xl.batch.gugus._DETIK", 0.3)
    with pytest.raises(KinerjaError, match="tidak dapat dihubungi"):
        batch.verify(kiriman, dask="tcp://127.0.0.1:9")


def test_another_version_in_the_cluster_is_refused(kiriman, gugusan, monkeypatch):
    monkeypatch.setattr("kinerja_xl.batch.gugus.sidik_program", lambda: "another")
    with pytest.raises(KinerjaError, match="versi kinerja-xl"):
        batch.verify(kiriman, dask=gugusan.alamat)
