"""The same bytes: for any number of workers, order of files, hash seed, kind of worker, with and without the fence."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

import kinerja_xl as kx
import kinerja_xl.data
from kinerja_xl import batch
from kinerja_xl.batch import beku
from kinerja_xl.batch.gudang import SEDIKIT, DaftarBerkas, Gudang
from kinerja_xl.batch.kolam import Kolam
from kinerja_xl.batch.pekerja import periksa
from kinerja_xl.batch.rakit import Perakit
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.report.json import tulis
from kinerja_xl.verify.berkas import Pilihan
from kinerja_xl.verify.cari import Calon
from kinerja_xl.verify.laporan import Pokok
from kinerja_xl.verify.temuan import Kata, buat


@pytest.fixture(scope="module")
def terbit(tmp_path_factory):
    """Documents of one office and year, which are held against each other: PK, RKA, and a second PK that differs."""
    folder = tmp_path_factory.mktemp("terbit")
    profil = kx.data.templates() / "profil" / "balai-kipm-2024.toml"
    asal = kx.generate("pk", tahun=2024, profil=profil, out=folder)
    kx.generate("rencana-aksi", tahun=2024, profil=profil, out=folder)
    kx.fill(asal, {"ik1_target": 12}, out=folder / "pk-lain.xlsx")
    return folder


@pytest.fixture(scope="module")
def acuan(kiriman, terbit):
    """The report of kinerja_xl.verify, in this process."""
    return tulis(kx.verify([kiriman, terbit]))


@pytest.mark.parametrize("jobs", [1, 3])
def test_workers_give_the_report_of_this_process(kiriman, terbit, acuan, jobs):
    assert tulis(batch.verify([kiriman, terbit], jobs=jobs)) == acuan


def test_in_english_too(terbit):
    assert tulis(batch.verify(terbit, lang="en")) == tulis(kx.verify(terbit, lang="en"))


def test_programs_of_their_own_give_the_same_as_forks(kiriman, terbit, acuan, monkeypatch):
    monkeypatch.setattr("kinerja_xl.batch.proses.dapat_bercabang", lambda: False)
    assert tulis(batch.verify([terbit, kiriman], jobs=2)) == acuan


def test_threads_that_listen_give_the_same_as_the_selector(kiriman, monkeypatch):
    monkeypatch.setattr("kinerja_xl.batch.proses.dapat_bercabang", lambda: False)
    monkeypatch.setattr("kinerja_xl.batch.proses.PILIH", False)
    assert tulis(batch.verify(kiriman, jobs=2)) == tulis(kx.verify(kiriman))


@pytest.mark.parametrize("benih", ["0", "4711"])
def test_the_hash_seed_changes_nothing(kiriman, terbit, acuan, benih):
    perintah = [sys.executable, "-m", "kinerja_xl", "--quiet", "verify", str(terbit), str(kiriman), "--json", "-"]
    jadi = subprocess.run(
        [*perintah, "--jobs", "2"], capture_output=True, check=False,
        env={**os.environ, "PYTHONHASHSEED": benih, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )  # fmt: skip
    assert (jadi.returncode, jadi.stdout) == (1, acuan), jadi.stderr


def test_a_file_that_is_gone_or_too_large_has_its_verdict(tmp_path):
    besar = tmp_path / "besar.xlsx"
    besar.write_bytes(b"PK" + bytes(10 * 1024 * 1024))
    kunci = tmp_path / "~$kunci.xlsx"
    kunci.write_bytes(b"x")
    assert tulis(batch.verify([besar, kunci])) == tulis(kx.verify([besar, kunci]))


def test_files_alike_are_checked_once(kiriman, monkeypatch):
    from kinerja_xl.batch.garap import Garapan

    dapat = []
    asli = Garapan.ambil
    monkeypatch.setattr(Garapan, "ambil", lambda self, ke: dapat.append(isi := asli(self, ke)) or isi)
    laporan = batch.verify(kiriman)
    sama = [f for f in laporan.files if f.path in ("kembar.xlsx", "utara/kantor-01.xlsx")]
    assert sama[0] == replace(sama[1], path=sama[0].path)
    assert sum(isi is not None for isi in dapat) == len(laporan.files) - 1


def test_a_report_that_lies_on_disk_is_the_report(kiriman):
    dasar = kx.verify(kiriman).files
    banyak = SEDIKIT + 50
    calon = [Calon(kiriman, f"{ke:04d}.xlsx") for ke in range(banyak)]
    perakit = Perakit(calon, Pilihan())
    for ke in reversed(range(banyak)):
        perakit.simpan(ke, dasar[ke % len(dasar)])
    laporan = perakit.laporan(3)
    assert isinstance(laporan.files, DaftarBerkas)
    ingatan = replace(laporan, files=tuple(laporan.files))
    assert tulis(laporan) == tulis(ingatan)
    assert laporan.ringkasan == ingatan.ringkasan
    assert (laporan.exit_code, laporan.to_dict()) == (1, ingatan.to_dict())
    assert laporan.files[7].path == "0007.xlsx" and [f.path for f in laporan.files[2:4]] == ["0002.xlsx", "0003.xlsx"]
    assert json.loads(tulis(laporan))["ringkasan"]["berkas"] == banyak


def test_results_come_back_from_text_as_they_went():
    temuan = replace(
        buat("STR-02", sebab=Kata("rusak", "damaged")),
        data={"a": (1, 2.5, None, True), "b": [GalatExcel("#N/A")], "!c": float("inf"), "d": {(1, 2): "x"}},
    )
    hasil = periksa(b"", "", Pilihan())
    satu = replace(hasil, findings=(temuan,))
    lagi = beku.cairkan_hasil(beku.bekukan(satu))
    assert lagi == satu and beku.bekukan(lagi) == beku.bekukan(satu)
    assert type(lagi.findings[0].data["b"][0]) is GalatExcel


@pytest.mark.parametrize(
    "teks",
    ["", "{", "{}", "[]", '{"!HasilBerkas":["a"]}', '{"!os.system":["true"]}', '{"!Kata":[]}', '{"!k":[]}',
     '{"!HasilBerkas":["p","s","","",null,"","bagus",{},[],[],{"!t":[]},null]}',
     '{"!HasilBerkas":["p","s","","",null,"","lulus",{},[],[],{"!t":[7]},null]}', "[" * 100_000],
)  # fmt: skip
def test_what_is_no_result_is_refused(teks):
    with pytest.raises(beku.Rusak):
        beku.cairkan_hasil(teks)


def test_a_store_in_memory_and_one_on_disk_answer_alike():
    hasil = periksa(b"", "", Pilihan())
    for banyak in (3, SEDIKIT + 1):
        gudang = Gudang(banyak)
        gudang.simpan(2, hasil)
        assert gudang.ambil(2) == hasil
    assert len(DaftarBerkas(gudang, [Pokok("lulus", None, False)] * 3)) == 3


def test_another_engine_is_asked_through_the_parent(terbit, soffice, monkeypatch):
    from kinerja_xl.mesin import m_libreoffice

    ditanya = []
    asli = m_libreoffice.nilai_buku
    monkeypatch.setattr(m_libreoffice, "nilai_buku", lambda buku: ditanya.append(1) or asli(buku))
    data = sorted(terbit.glob("pk-2*.xlsx"))[0].read_bytes()
    with Kolam(Pilihan(mesin="libreoffice"), periksa, 1) as kolam:
        (jawab,) = kolam.jalankan([0], lambda _: ("", data))
    assert ditanya and jawab.hasil.cells["checked"] == jawab.hasil.cells["formula"]
    assert [t.code for t in jawab.hasil.findings if t.code.startswith("NIL")] == []
