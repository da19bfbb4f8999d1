"""What a worker taken over by a file could try."""

import os
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

from kinerja_xl.batch.pekerja import periksa

TETANGGA = []  # path of another submission, set before the worker is forked


def _tulis_tetangga():
    with Path(TETANGGA[0]).open("r+b") as berkas:
        berkas.write(b"x")


def _kosongkan_tetangga():
    Path(TETANGGA[0]).write_bytes(b"")


def _potong_tetangga():
    os.truncate(TETANGGA[0], 0)


def _baca_tetangga():
    Path(TETANGGA[0]).read_bytes()


def _hapus_tetangga():
    Path(TETANGGA[0]).unlink()


def _ganti_nama():
    Path(TETANGGA[0]).rename(TETANGGA[0] + "x")


def _tautan():
    Path(TETANGGA[0] + "-tautan").symlink_to(TETANGGA[0])


def _berkas_baru():
    Path(TETANGGA[0] + "-baru").write_text("x")


def _soket():
    socket.socket()


def _soket_unix():
    socket.socket(socket.AF_UNIX)


def _cabang():
    if os.fork() == 0:
        os._exit(0)


def _program():
    subprocess.run(["true"], check=True)


def _sinyal():
    os.kill(os.getppid(), 0)


def _banyak_pegangan():
    ada = []
    try:
        ada += [os.dup(0) for _ in range(20)]
        ada += [os.dup(0) for _ in range(20)]
    finally:
        for satu in ada:
            os.close(satu)


def _naikkan_batas():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    _tulis_tetangga()


COBA = {
    satu.__name__.strip("_"): satu
    for satu in (
        _tulis_tetangga, _kosongkan_tetangga, _potong_tetangga, _baca_tetangga, _hapus_tetangga, _ganti_nama, _tautan,
        _berkas_baru, _soket, _soket_unix, _cabang, _program, _sinyal, _banyak_pegangan, _naikkan_batas,
    )
}  # fmt: skip
BOLEH = {"hitung": lambda: sum(range(1000)), "impor": lambda: __import__("numpy")}


def kerja(data, nama, pilihan):
    """Try what the bytes name; what came of it comes back as the office's name."""
    try:
        {**COBA, **BOLEH}[data.decode()]()
        akibat = "berhasil"
    except (OSError, ValueError) as salah:
        akibat = type(salah).__name__
    return replace(periksa(b"", nama, pilihan), instansi=akibat)
