"""Messages between parent and worker: one letter, a length, the content. A length beyond the cap is refused unread."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator

KEPALA = struct.Struct("!cI")
IRISAN, JAWABAN, PILIHAN = b"C", b"J", b"P"  # parent -> worker: files; values from LibreOffice; options
HASIL, GAGAL, TANYA = b"R", b"G", b"H"  # worker -> parent: result; our own error; a problem for LibreOffice
DARI_PEKERJA = (HASIL, GAGAL, TANYA)
SEKALI = 1 << 16
Pesan = tuple[bytes, bytes]


class Langgar(Exception):
    """What came through the pipe is no message of ours, or too long."""


def bungkus(jenis: bytes, isi: bytes) -> bytes:
    """A message as bytes."""
    return KEPALA.pack(jenis, len(isi)) + isi


class Penyambung:
    """Puts messages together from the pieces that arrive; batas: longest content, boleh: letters expected."""

    def __init__(self, batas: int, boleh: tuple[bytes, ...] = DARI_PEKERJA) -> None:
        self._batas, self._boleh = batas, boleh
        self._tunda = bytearray()

    def tambah(self, potong: bytes) -> Iterator[Pesan]:
        """Messages complete by now. Raises Langgar."""
        self._tunda += potong
        while len(self._tunda) >= KEPALA.size:
            jenis, panjang = KEPALA.unpack_from(self._tunda)
            if jenis not in self._boleh or panjang > self._batas:
                raise Langgar
            akhir = KEPALA.size + panjang
            if len(self._tunda) < akhir:
                return
            isi = bytes(self._tunda[KEPALA.size : akhir])
            del self._tunda[:akhir]
            yield jenis, isi

    @property
    def sisa(self) -> int:
        """Bytes of a message that is not complete."""
        return len(self._tunda)


def tulis(pegang: int, isi: bytes) -> None:
    """All bytes into a pipe."""
    lihat = memoryview(isi)
    while lihat:
        lihat = lihat[os.write(pegang, lihat[: 1 << 20]) :]


def baca(pegang: int) -> Pesan | None:
    """The next message (waits for it); None at the end."""
    kepala = _penuh(pegang, KEPALA.size)
    if kepala is None:
        return None
    jenis, panjang = KEPALA.unpack(kepala)
    isi = _penuh(pegang, panjang)
    return None if isi is None else (jenis, isi)


def _penuh(pegang: int, banyak: int) -> bytes | None:
    isi = bytearray()
    while len(isi) < banyak:
        potong = os.read(pegang, min(banyak - len(isi), 1 << 20))
        if not potong:
            return None
        isi += potong
    return bytes(isi)
