"""How a worker ended, and the finding that a file gets for it."""

from __future__ import annotations

import signal
from dataclasses import dataclass

from kinerja_xl.batch.batas import MB, Batas
from kinerja_xl.batch.pekerja import KEHABISAN
from kinerja_xl.verify.berkas import Pilihan, rapikan
from kinerja_xl.verify.laporan import HasilBerkas
from kinerja_xl.verify.temuan import Kata, buat

_KUOTA_WINDOWS = 1816  # a job object ended the process: its time is up
_PENUH_WINDOWS = 0xC0000017
_SINYAL_WAKTU = ("SIGPROF", "SIGXCPU")
_HAMPIR = 0.8


@dataclass(frozen=True)
class Nasib:
    """jenis: mati (crash), waktu (processor time), memori, or diam (nothing was learnt); sebab: what ended it."""

    jenis: str
    sebab: str = ""


DIAM = Nasib("diam")


def dari_sinyal(nomor: int, puncak: int, batas: Batas) -> Nasib:
    """A signal ended it. puncak: bytes of memory at its height."""
    nama = signal.Signals(nomor).name if nomor in list(signal.Signals) else str(nomor)
    if nama in _SINYAL_WAKTU:
        return Nasib("waktu")
    if nama == "SIGKILL":  # somebody else did it, perhaps for want of memory on the whole machine
        return DIAM
    return Nasib("memori") if puncak > _HAMPIR * batas.memori else Nasib("mati", nama)


def dari_kode(kode: int, puncak: int, batas: Batas) -> Nasib:
    """It ended by itself with an exit status."""
    if kode in (KEHABISAN, _PENUH_WINDOWS):
        return Nasib("memori")
    if kode == _KUOTA_WINDOWS:
        return Nasib("waktu")
    return DIAM if kode == 0 else Nasib("mati", f"status {kode}")


def hasil_gagal(nasib: Nasib, sha256: str, pilihan: Pilihan, batas: Batas) -> HasilBerkas:
    """The verdict of a file that has none of its own."""
    if nasib.jenis == "mati":
        temuan = buat("BERKAS-86", sebab=nasib.sebab)
    elif nasib.jenis == "waktu":
        temuan = buat("BERKAS-87", batas=batas.cpu)
    elif nasib.jenis == "memori":
        temuan = buat("BERKAS-88", batas=batas.memori // MB)
    else:
        sebab = Kata("pemeriksa berhenti tanpa jawaban", "the checker stopped without an answer")
        temuan = buat("BERKAS-89", sebab=sebab, kali=batas.coba)
    nol = {"input": 0, "formula": 0, "checked": 0, "unverifiable": 0}
    isi = rapikan([temuan], (), pilihan)
    return HasilBerkas("", sha256, verdict="tidak-terbaca", cells=nol, findings=isi)
