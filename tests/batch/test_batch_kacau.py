"""Workers that abort, loop, eat memory, leave, lie or stay silent: N files in, N verdicts out, always the same ones."""

import random
import signal
import sys

import pytest
from _kacau import DIAM, KACAU, kerja

from kinerja_xl.batch.batas import MB, Batas
from kinerja_xl.batch.kolam import Kolam
from kinerja_xl.batch.nasib import dari_kode, dari_sinyal
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas

BATAS = Batas(cpu=0.6, memori=192 * MB)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither signals nor fork")
JUJUR = 20


def _jalankan(isi, jobs, tugas=kerja, batas=BATAS):
    with Kolam(Pilihan(), tugas, jobs, batas) as kolam:
        jawaban = list(kolam.jalankan(range(len(isi)), lambda ke: ("", isi[ke])))
    assert len(jawaban) == len(isi) == len({j.ke for j in jawaban})
    return {isi[j.ke]: j for j in jawaban}


@pytest.fixture(scope="module")
def campuran(kiriman):
    """Honest files with every kind of misbehaviour between them."""
    jujur = [satu.read_bytes() for satu in sorted(kiriman.rglob("kantor-*.xlsx"))][:JUJUR]
    isi = [*jujur, *KACAU]
    random.Random(7).shuffle(isi)
    return isi


@POSIX
@pytest.mark.parametrize(("jobs", "langkah"), [(1, 1), (3, -1)])
def test_every_file_gets_the_verdict_it_gets_alone_in_any_order(campuran, jobs, langkah):
    jawaban = _jalankan(campuran[::langkah], jobs)
    for data, jawab in jawaban.items():
        if data in KACAU:
            kode, sebab = KACAU[data]
            (temuan,) = jawab.hasil.findings
            assert (temuan.code, jawab.hasil.verdict) == (kode, "tidak-terbaca")
            assert sebab is None or temuan.data["sebab"] == sebab
        else:
            assert jawab.hasil == periksa_berkas(data, "", Pilihan(), "")


@POSIX
def test_only_what_nobody_knows_is_asked_again_in_a_later_run(campuran):
    isi = [b"KACAU pergi", b"KACAU galat"]
    assert {d: j.tetap for d, j in _jalankan(isi, 2).items()} == {isi[0]: False, isi[1]: True}


@POSIX
def test_a_result_of_two_lines_is_refused():
    jawaban = _jalankan([b"KACAU baris"], 1)
    assert [t.code for t in jawaban[b"KACAU baris"].hasil.findings] == ["BERKAS-89"]


@POSIX
def test_a_silent_worker_is_replaced_and_its_file_tried_again(kiriman):
    jujur = (kiriman / "utara" / "kantor-01.xlsx").read_bytes()
    jawaban = _jalankan([DIAM, jujur], 1, batas=Batas(diam=1.5))
    assert [t.code for t in jawaban[DIAM].hasil.findings] == ["BERKAS-89"]
    assert not jawaban[DIAM].tetap
    assert jawaban[jujur].hasil == periksa_berkas(jujur, "", Pilihan(), "")


def test_an_honest_file_has_none_of_these_findings(kiriman):
    isi = [satu.read_bytes() for satu in sorted(kiriman.rglob("kantor-*.xlsx"))][:3]
    kode = {t.code for j in _jalankan(isi, 1, "kinerja_xl.batch.pekerja:periksa", Batas()).values()
            for t in j.hasil.findings}  # fmt: skip
    assert "STR-01" in kode and not kode & {"BERKAS-86", "BERKAS-87", "BERKAS-88", "BERKAS-89"}


def test_a_signal_from_outside_is_no_verdict():
    assert dari_sinyal(signal.SIGTERM.value, 0, BATAS).jenis == "mati"
    if sys.platform != "win32":
        assert dari_sinyal(signal.SIGKILL.value, 0, BATAS).jenis == "diam"
        assert dari_sinyal(signal.SIGABRT.value, BATAS.memori, BATAS).jenis == "memori"
    assert [dari_kode(n, 0, BATAS).jenis for n in (0, 3, 77, 1816)] == ["diam", "mati", "memori", "waktu"]


def test_no_worker_is_left_behind(kiriman):
    kolam = Kolam(Pilihan(), "kinerja_xl.batch.pekerja:periksa", 2)
    isi = [satu.read_bytes() for satu in sorted(kiriman.rglob("kantor-*.xlsx"))][:4]
    next(kolam.jalankan(range(4), lambda ke: ("", isi[ke])))
    proses = [lajur.proses for lajur in kolam._lajur if lajur.proses is not None]
    kolam.tutup()
    if sys.platform != "win32":
        import os

        for satu in proses:
            with pytest.raises(ProcessLookupError):
                os.kill(satu.pid, 0)
