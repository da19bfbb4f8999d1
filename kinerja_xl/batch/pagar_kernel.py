"""Linux: no new process, no socket, no file but the program's own, said to the kernel itself (seccomp, Landlock).

Both work without privilege and cannot be taken back; each is skipped where the kernel does not have it. Plain rlimits
do not bind root and would still let a worker empty or delete a file, which these do not.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_CLONE_NEWNET, _CLONE_THREAD = 0x40000000, 0x00010000
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LD_W_ABS, _JEQ_K, _JGE_K, _JSET_K, _RET_K = 0x20, 0x15, 0x35, 0x45, 0x06
_ARCH, _NR, _ARG0, _ARG1, _ARG2 = 4, 0, 16, 24, 32  # offsets in struct seccomp_data
_TULIS_BUKA = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC if os.name == "posix" else 0
_X32 = 0x40000000  # the second table of calls of x86_64 starts here
# Numbers of the calls, per machine: sockets, new processes and programs, other processes, names of files.
_PANGGILAN = {
    "x86_64": (0xC000003E, {
        "socket": 41, "connect": 42, "bind": 49, "fork": 57, "vfork": 58, "clone": 56, "clone3": 435, "execve": 59,
        "execveat": 322, "ptrace": 101, "kill": 62, "tkill": 200, "process_vm_readv": 310, "process_vm_writev": 311,
        "io_uring_setup": 425, "setns": 308, "mount": 165, "pidfd_open": 434, "bpf": 321, "open": 2, "openat": 257,
        "openat2": 437, "creat": 85, "truncate": 76, "unlink": 87, "unlinkat": 263, "rename": 82, "renameat": 264,
        "renameat2": 316, "rmdir": 84, "mkdir": 83, "mkdirat": 258, "chmod": 90, "fchmodat": 268, "link": 86,
        "linkat": 265, "symlink": 88, "symlinkat": 266,
    }),
    "aarch64": (0xC00000B7, {
        "socket": 198, "connect": 203, "bind": 200, "clone": 220, "clone3": 435, "execve": 221, "execveat": 281,
        "ptrace": 117, "kill": 129, "tkill": 130, "process_vm_readv": 270, "process_vm_writev": 271,
        "io_uring_setup": 425, "setns": 268, "mount": 40, "pidfd_open": 434, "bpf": 280, "openat": 56, "openat2": 437,
        "truncate": 45, "unlinkat": 35, "renameat": 38, "renameat2": 276, "mkdirat": 34, "fchmodat": 53, "linkat": 37,
        "symlinkat": 36,
    }),
}  # fmt: skip
_TAK_ADA = {"clone3", "openat2"}  # the C library then uses the older call, whose flags can be seen
_BENDERA = {"open": _ARG1, "openat": _ARG2}
_LANDLOCK_BUAT, _LANDLOCK_TAMBAH, _LANDLOCK_MULAI = 444, 445, 446
_LAKSANA, _TULIS, _BACA, _FOLDER = 1, 1 << 1, 1 << 2, 1 << 3
_HAK_BERKAS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1}  # all rights a version of Landlock knows


def mati_bersama_induk(induk: int) -> None:
    """The worker dies when its parent does, however that dies. induk: process id of the parent."""
    _libc().prctl(_PR_SET_PDEATHSIG, 9, 0, 0, 0)
    if os.getppid() != induk:
        os._exit(1)


def tanpa_jaringan() -> bool:
    """A network of its own with nothing in it; only where the system permits (root, or user namespaces)."""
    return bool(_libc().unshare(_CLONE_NEWNET) == 0)


def saring() -> bool:
    """From here on no socket, no new process, no other program. False where the kernel has no filter."""
    dikenal = _PANGGILAN.get(platform.machine())
    if dikenal is None or sys.maxsize < 2**32:
        return False
    arsitektur, nomor = dikenal
    program = _program(arsitektur, nomor)
    isi = ctypes.create_string_buffer(program, len(program))

    class Susunan(ctypes.Structure):
        _fields_ = [("panjang", ctypes.c_ushort), ("isi", ctypes.c_void_p)]

    susunan = Susunan(len(program) // 8, ctypes.addressof(isi))
    libc = _libc()
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, 2, ctypes.byref(susunan), 0, 0) == 0)


def _program(arsitektur: int, nomor: dict[str, int]) -> bytes:
    """The filter: calls of the table fail; `clone` for what is no thread, `open` for what is not only reading."""
    tolak = _ERRNO | errno.EPERM
    baris = [(_LD_W_ABS, 0, 0, _ARCH), (_JEQ_K, 1, 0, arsitektur), (_RET_K, 0, 0, tolak), (_LD_W_ABS, 0, 0, _NR)]
    baris += [(_JGE_K, 0, 1, _X32), (_RET_K, 0, 0, tolak)]
    for nama, satu in nomor.items():
        if nama == "clone":
            continue
        if nama in _BENDERA:  # to read is allowed
            isi = [(_LD_W_ABS, 0, 0, _BENDERA[nama]), (_JSET_K, 0, 1, _TULIS_BUKA), (_RET_K, 0, 0, tolak)]
            baris += [(_JEQ_K, 0, 4, satu), *isi, (_RET_K, 0, 0, _ALLOW)]
        else:
            baris += [(_JEQ_K, 0, 1, satu), (_RET_K, 0, 0, _ERRNO | errno.ENOSYS if nama in _TAK_ADA else tolak)]
    baris += [
        (_JEQ_K, 0, 3, nomor["clone"]), (_LD_W_ABS, 0, 0, _ARG0), (_JSET_K, 1, 0, _CLONE_THREAD), (_RET_K, 0, 0, tolak),
        (_RET_K, 0, 0, _ALLOW),
    ]  # fmt: skip
    return b"".join(struct.pack("=HBBI", *satu) for satu in baris)


def kurung_berkas(boleh_baca: Iterable[Path]) -> bool:
    """From here on only these folders can be read, and nothing can be written, made, emptied or removed."""
    libc = _libc()
    versi = libc.syscall(_LANDLOCK_BUAT, None, 0, 1)
    if versi < 1:
        return False
    semua = _HAK_BERKAS[min(versi, max(_HAK_BERKAS))]
    atribut = struct.pack("=QQQ", semua, 3 if versi >= 4 else 0, 3 if versi >= 6 else 0)
    atribut = atribut[: 24 if versi >= 6 else 16 if versi >= 4 else 8]
    aturan = libc.syscall(_LANDLOCK_BUAT, atribut, ctypes.c_size_t(len(atribut)), 0)
    if aturan < 0:
        return False
    try:
        for folder in boleh_baca:
            _boleh(libc, aturan, folder)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return bool(libc.syscall(_LANDLOCK_MULAI, aturan, 0) == 0)
    finally:
        os.close(aturan)


def _boleh(libc: ctypes.CDLL, aturan: int, jalur: Path) -> None:
    """One folder (or file) that may be read; a missing one is no matter."""
    try:
        pegang = os.open(jalur, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        hak = _BACA | _FOLDER if jalur.is_dir() else _BACA
        isi = struct.pack("=Qi", hak, pegang)
        libc.syscall(_LANDLOCK_TAMBAH, aturan, 1, isi, 0)
    finally:
        os.close(pegang)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
