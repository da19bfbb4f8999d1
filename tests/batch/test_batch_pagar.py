"""Behind the fence a worker can think and answer, and nothing else."""

import sys

import _coba_lari
import pytest

from kinerja_xl.batch.kolam import Kolam
from kinerja_xl.verify.berkas import Pilihan

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux lets a process give up files and sockets by itself"
)


@pytest.fixture(scope="module")
def akibat(tmp_path_factory):
    """attempt -> what came of it."""
    folder = tmp_path_factory.mktemp("tetangga")
    tetangga = folder / "kiriman-lain.xlsx"
    tetangga.write_bytes(b"asli")
    _coba_lari.TETANGGA[:] = [str(tetangga)]
    isi = [nama.encode() for nama in (*_coba_lari.COBA, *_coba_lari.BOLEH)]
    with Kolam(Pilihan(), _coba_lari.kerja, 1) as kolam:
        hasil = {isi[j.ke].decode(): j.hasil.instansi for j in kolam.jalankan(range(len(isi)), lambda k: ("", isi[k]))}
    assert tetangga.read_bytes() == b"asli"
    assert [satu.name for satu in folder.iterdir()] == ["kiriman-lain.xlsx"]
    return hasil


@pytest.mark.parametrize("nama", _coba_lari.COBA)
def test_a_worker_cannot(akibat, nama):
    assert akibat[nama] in ("PermissionError", "OSError", "BlockingIOError", "ValueError")


@pytest.mark.parametrize("nama", _coba_lari.BOLEH)
def test_a_worker_can(akibat, nama):
    assert akibat[nama] == "berhasil"


def test_a_parent_keeps_what_it_had(akibat, tmp_path):
    import socket

    (tmp_path / "a").write_text("x")
    socket.socket().close()


def test_what_a_large_parent_holds_is_not_held_against_the_file():
    import mmap

    from kinerja_xl.batch.batas import MB, Batas

    with mmap.mmap(-1, 1536 * MB), Kolam(Pilihan(), _coba_lari.kerja, 1, Batas(memori=512 * MB)) as kolam:
        (jawab,) = kolam.jalankan([0], lambda _: ("", b"impor"))
    assert jawab.hasil.instansi == "berhasil"
