"""A worker as its parent sees it: start, send, listen, end, and what its end means."""

from __future__ import annotations

import gc
import os
import select
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from queue import Empty, Queue
from time import monotonic

from kinerja_xl.batch import pipa
from kinerja_xl.batch.batas import Batas
from kinerja_xl.batch.beku import bekukan
from kinerja_xl.batch.nasib import Nasib, dari_kode, dari_sinyal
from kinerja_xl.batch.pagar import ukuran_kini
from kinerja_xl.batch.pekerja import Kerja, jalankan
from kinerja_xl.verify.berkas import Pilihan

WINDOWS = sys.platform == "win32"
PILIH = not WINDOWS  # can the system tell which of several pipes has something? Otherwise a thread listens to each
_PROGRAM = "kinerja_xl.batch.pekerja"


def dapat_bercabang() -> bool:
    """May a worker be a fork of this process? Only on Linux, and only while this process has a single thread."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


class Proses:
    """One worker. kerja: what it does; a name ("module:function") where it is started as a program of its own."""

    def __init__(self, pilihan: Pilihan, kerja: Kerja | str, batas: Batas) -> None:
        self.batas = batas
        self.dasar = ukuran_kini()[1] if callable(kerja) else 0  # memory that a fork begins with
        self.sambung = pipa.Penyambung(batas.balasan)
        self._program: subprocess.Popen[bytes] | None = None
        if callable(kerja):
            self._bercabang(pilihan, kerja)
        else:
            self._sebagai_program(pilihan, kerja)
        self.pompa: threading.Thread | None = None
        if PILIH:
            os.set_blocking(self.ke, False)
            os.set_blocking(self.dari, False)

    def _bercabang(self, pilihan: Pilihan, kerja: Kerja) -> None:
        masuk, self.ke = os.pipe()
        self.dari, keluar = os.pipe()
        induk = os.getpid()
        gc.freeze()  # the worker's collector leaves alone, and so does not copy, what it shares with us
        self.pid = os.fork()
        if self.pid == 0:
            try:
                jalankan(masuk, keluar, induk, pilihan, kerja, self.batas)
                os._exit(0)
            except MemoryError:
                os._exit(77)
            finally:
                os._exit(1)  # never back into the program of the parent
        gc.unfreeze()
        os.close(masuk)
        os.close(keluar)

    def _sebagai_program(self, pilihan: Pilihan, kerja: str) -> None:
        perintah = [sys.executable, "-m", _PROGRAM, kerja, "0"]
        diri = {**os.environ, "PYTHONPATH": os.pathsep.join(satu for satu in sys.path if satu)}
        self._program = subprocess.Popen(
            perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0, env=diri
        )
        assert self._program.stdin is not None and self._program.stdout is not None
        self.pid = self._program.pid
        self.ke, self.dari = self._program.stdin.fileno(), self._program.stdout.fileno()
        isi = bekukan((pilihan, tuple(vars(self.batas).values()))).encode()
        pipa.tulis(self.ke, pipa.bungkus(pipa.PILIHAN, isi))

    def kirim(self, jenis: bytes, isi: bytes) -> bool:
        """Send a message; False when the worker is gone or does not take it."""
        lihat = memoryview(pipa.bungkus(jenis, isi))
        sampai = monotonic() + self.batas.diam
        while lihat:
            try:
                lihat = lihat[os.write(self.ke, lihat[: pipa.SEKALI]) :]
            except BlockingIOError:
                if not select.select([], [self.ke], [], max(0.0, sampai - monotonic()))[1]:
                    return False
            except OSError:
                return False
        return True

    def dengar(self) -> bytes:
        """What has arrived; b"" at the end."""
        try:
            return os.read(self.dari, pipa.SEKALI)
        except OSError:
            return b""

    def akhiri(self, *, paksa: bool = False) -> Nasib:
        """Wait for its end (paksa: kill it first) and say what the end means."""
        if paksa:
            self._bunuh()
        if WINDOWS:
            assert self._program is not None
            nasib = dari_kode(self._program.wait(), 0, self.batas)
        else:
            _, status, pakai = os.wait4(self.pid, 0)
            puncak = pakai.ru_maxrss * (1024 if sys.platform.startswith("linux") else 1) - self.dasar
            if os.WIFSIGNALED(status):
                nasib = dari_sinyal(os.WTERMSIG(status), puncak, self.batas)
            else:
                nasib = dari_kode(os.WEXITSTATUS(status), puncak, self.batas)
        if self.pompa is not None:
            self.pompa.join()  # it has heard the end; only then may its pipe be closed
        self._tutup()
        return nasib

    def _bunuh(self) -> None:
        if self._program is not None and WINDOWS:
            self._program.kill()
        else:
            os.kill(self.pid, signal.SIGKILL)

    def _tutup(self) -> None:
        if self._program is None:
            os.close(self.ke)
            os.close(self.dari)
            return
        self._program.returncode = 0 if self._program.returncode is None else self._program.returncode
        for aliran in (self._program.stdin, self._program.stdout):
            if aliran is not None:
                aliran.close()

    def gemuk(self) -> bool:
        """Has it grown beyond what a worker should keep? Only Linux tells."""
        return ukuran_kini(self.pid)[1] > self.dasar + self.batas.gemuk


class Pengamat:
    """Listens to many workers at once: the kernel's selector, or a thread for each where pipes cannot be selected."""

    def __init__(self) -> None:
        self._pilih = selectors.DefaultSelector() if PILIH else None
        self._antre: Queue[tuple[Proses, bytes]] = Queue()

    def tambah(self, satu: Proses) -> None:
        """Listen to a worker."""
        if self._pilih is not None:
            self._pilih.register(satu.dari, selectors.EVENT_READ, satu)
        else:
            satu.pompa = threading.Thread(target=self._pompa, args=(satu,), daemon=True)
            satu.pompa.start()

    def hapus(self, satu: Proses) -> None:
        """Listen no longer."""
        if self._pilih is not None:
            self._pilih.unregister(satu.dari)

    def tunggu(self, detik: float) -> Iterator[tuple[Proses, bytes]]:
        """Pieces that arrived, b"" for an end; waits at most `detik` for the first."""
        if self._pilih is not None:
            for kunci, _ in self._pilih.select(detik):
                yield kunci.data, kunci.data.dengar()
            return
        try:
            yield self._antre.get(timeout=detik)
        except Empty:
            return

    def tutup(self) -> None:
        """Done."""
        if self._pilih is not None:
            self._pilih.close()

    def _pompa(self, satu: Proses) -> None:
        while potong := satu.dengar():
            self._antre.put((satu, potong))
        self._antre.put((satu, b""))
