"""The fence around a worker: what a process gives up before it looks at a stranger's file.

Linux: limits of the kernel, no new process, no network, no file but the program's own. macOS: the limits that its
kernel honours. Windows: a job object. docs/keamanan.md says which of them holds where.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from kinerja_xl.batch.batas import Batas
from kinerja_xl.data import templates, udfs

LINUX = sys.platform.startswith("linux")
WINDOWS = sys.platform == "win32"


def pasang(batas: Batas, induk: int, pipa: tuple[int, int]) -> None:
    """Give everything up. induk: process id of a parent that forked us, 0 for a program of its own; pipa: descriptors
    that stay open."""
    sys.dont_write_bytecode = True
    if WINDOWS:
        from kinerja_xl.batch.pagar_windows import kurung

        kurung(batas)
        return
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what Ctrl-C means
    _lepas_pegangan(pipa)
    if LINUX and induk:
        from kinerja_xl.batch.pagar_kernel import mati_bersama_induk

        mati_bersama_induk(induk)
    _batasi(batas)
    if LINUX:
        _kurung_linux()


def _lepas_pegangan(pipa: tuple[int, int]) -> None:
    """Only the two pipes stay; standard input and outputs lead nowhere."""
    kosong = os.open(os.devnull, os.O_RDWR)
    for baku in (0, 1, 2):
        if baku not in pipa:
            os.dup2(kosong, baku)
    bawah = 3
    for satu in sorted({satu for satu in pipa if satu > 2}):
        os.closerange(bawah, satu)
        bawah = satu + 1
    os.closerange(bawah, os.sysconf("SC_OPEN_MAX") if not LINUX else 1 << 20)


def _batasi(batas: Batas) -> None:
    import resource

    memori = batas.memori + ukuran_kini()[0]  # what a large parent passed on is not the file's doing
    isi = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0, "RLIMIT_AS": memori, "RLIMIT_NOFILE": batas.pegangan}
    if os.getuid() != 0:
        isi["RLIMIT_NPROC"] = 0
    for nama, nilai in isi.items():
        nomor = getattr(resource, nama, None)
        if nomor is None:
            continue
        keras = resource.getrlimit(nomor)[1]
        batas_baru = nilai if keras == resource.RLIM_INFINITY else min(nilai, keras)
        try:
            resource.setrlimit(nomor, (batas_baru, batas_baru))
        except (ValueError, OSError):  # macOS refuses some; the others still hold
            continue


def ukuran_kini(pid: int | str = "self") -> tuple[int, int]:
    """Bytes of address space and of memory that a process has now; only Linux tells, elsewhere 0."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as berkas:  # noqa: PTH123
            luas, isi = berkas.read().split()[:2]
        lembar = os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0, 0
    return int(luas) * lembar, int(isi) * lembar


def _kurung_linux() -> None:
    from kinerja_xl.batch import pagar_kernel as kernel

    kernel.kurung_berkas(_boleh_dibaca())
    if not kernel.saring():
        kernel.tanpa_jaringan()


def _boleh_dibaca() -> list[Path]:
    """Where the program and its libraries lie; a folder on the path that is no installation stays closed."""
    hasil = [Path(__file__).resolve().parent.parent, templates(), udfs(), Path(sys.prefix), Path(sys.base_prefix)]
    hasil += [Path(satu) for satu in ("/usr", "/lib", "/lib64", "/etc", "/dev/null", "/dev/urandom", "/proc/self")]
    return hasil + [Path(satu) for satu in sys.path if satu and any(Path(satu).glob("*.dist-info"))]


def mulai_berkas(batas: Batas) -> None:
    """Start the count of processor time for one file; beyond it the kernel ends the worker (SIGPROF)."""
    if not WINDOWS:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, batas.cpu)


def selesai_berkas() -> None:
    """Stop the count."""
    if not WINDOWS:
        signal.setitimer(signal.ITIMER_PROF, 0)
