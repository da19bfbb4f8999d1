"""What a worker may use, in one table: value and reason."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Batas:
    """Limits of one worker.

    cpu: seconds of processor time for one file; this decides a verdict, the same on a busy machine as on an idle one.
    memori: bytes of address space of the whole worker. balasan: bytes of one result.
    diam: seconds of wall time without a word; leads to another try, never to a verdict about the file.
    """

    cpu: float = 20.0  # the slowest accepted file of 3,571 real ones needed 6.4 s
    memori: int = 1024 * MB  # a worker that has checked every kind of document uses 460 MB of address space
    balasan: int = 16 * MB  # the largest result of a real workbook has 17 kB; a table of 2,000 lines under 1 MB
    diam: float = 180.0  # nine times the processor time: a machine that is busy, asleep, or an engine that waits
    gemuk: int = 300 * MB  # a worker that grew beyond this is replaced after its chunk
    pegangan: int = 32  # open files: two pipes, the module being imported, the null device
    coba: int = 2  # tries of a file alone in a fresh worker when nothing was learnt about it


@dataclass(frozen=True)
class Irisan:
    """How files are handed out: a chunk goes to a worker in one message."""

    berkas: int = 16
    ukuran: int = 1 * MB
    lambat: float = 3.0  # seconds on one file after which the rest of its chunk goes to others


BAWAAN = Batas()
IRISAN = Irisan()
