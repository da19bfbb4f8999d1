"""Windows: a job object of the worker's own. No child process, a limit of memory, a limit of processor time."""

from __future__ import annotations

import ctypes
import sys

from kinerja_xl.batch.batas import IRISAN, Batas

_WAKTU, _PROSES, _MEMORI, _TUTUP, _DIAM = 0x2, 0x8, 0x100, 0x2000, 0x400
_DIPERLUAS = 9  # JobObjectExtendedLimitInformation
_SERATUS_NANODETIK = 10_000_000
_TETAP: list[object] = []  # the handle must live as long as the process


class _Dasar(ctypes.Structure):
    _fields_ = [
        ("PerProcessUserTimeLimit", ctypes.c_int64), ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32), ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t), ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t), ("PriorityClass", ctypes.c_uint32), ("SchedulingClass", ctypes.c_uint32),
    ]  # fmt: skip


class _Io(ctypes.Structure):
    _fields_ = [(nama, ctypes.c_uint64) for nama in ("r", "w", "o", "rb", "wb", "ob")]


class _Luas(ctypes.Structure):
    _fields_ = [
        ("BasicLimitInformation", _Dasar), ("IoInfo", _Io), ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t), ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]  # fmt: skip


def kurung(batas: Batas) -> bool:
    """Put this process into a job. Processor time counts for a whole chunk; alone in a fresh worker, for one file."""
    if sys.platform != "win32":
        return False
    k32 = ctypes.windll.kernel32
    k32.CreateJobObjectW.restype = k32.GetCurrentProcess.restype = ctypes.c_void_p
    pekerjaan = k32.CreateJobObjectW(None, None)
    if not pekerjaan:
        return False
    isi = _Luas()
    dasar = isi.BasicLimitInformation
    dasar.LimitFlags = _WAKTU | _PROSES | _MEMORI | _TUTUP | _DIAM
    dasar.PerProcessUserTimeLimit = int(batas.cpu * _SERATUS_NANODETIK) * IRISAN.berkas
    dasar.ActiveProcessLimit = 1
    isi.ProcessMemoryLimit = batas.memori
    pasang = k32.SetInformationJobObject(ctypes.c_void_p(pekerjaan), _DIPERLUAS, ctypes.byref(isi), ctypes.sizeof(isi))
    if not pasang:
        return False
    _TETAP.append(pekerjaan)
    return bool(k32.AssignProcessToJobObject(ctypes.c_void_p(pekerjaan), ctypes.c_void_p(k32.GetCurrentProcess())))
