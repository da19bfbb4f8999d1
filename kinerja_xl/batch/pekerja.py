"""The worker: reads bytes from a pipe, checks them behind the fence, answers through another pipe."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from kinerja_xl.batch import pagar, pipa
from kinerja_xl.batch.batas import BAWAAN, Batas
from kinerja_xl.batch.beku import cairkan, sebagai_teks
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.berkas import Pilihan, periksa_berkas
from kinerja_xl.verify.laporan import HasilBerkas

Kerja = Callable[[bytes, str, Pilihan], HasilBerkas]
KEHABISAN = 77  # exit status: the worker ran out of memory
KUNCI_BERKAS = "~$"
LIBREOFFICE = "libreoffice"


def periksa(data: bytes, nama: str, pilihan: Pilihan) -> HasilBerkas:
    """What a worker does with a file. nama: "~$" where the file is called like a lock file, otherwise empty."""
    hasil = periksa_berkas(data, "", pilihan, nama)
    for satu in hasil.findings:
        if satu.code == "BERKAS-99" and satu.data.get("jenis") == "MemoryError":
            raise MemoryError
    return hasil


def jalankan(masuk: int, keluar: int, induk: int, pilihan: Pilihan, kerja: Kerja, batas: Batas = BAWAAN) -> None:
    """Put up the fence and work until the parent closes the pipe. masuk, keluar: descriptors."""
    pagar.pasang(batas, induk, (masuk, keluar))
    if pilihan.mesin == LIBREOFFICE:
        _lewat_induk(masuk, keluar)
    while (pesan := pipa.baca(masuk)) is not None:
        for ke, nama, data in buka_irisan(pesan[1]):
            pipa.tulis(keluar, _satu(ke, data, nama, pilihan, kerja, batas))


def _satu(ke: int, data: bytes, nama: str, pilihan: Pilihan, kerja: Kerja, batas: Batas) -> bytes:
    pagar.mulai_berkas(batas)
    try:
        jenis, isi = pipa.HASIL, sebagai_teks(kerja(data, nama, pilihan))
    except MemoryError:
        os._exit(KEHABISAN)
    except (Exception, RecursionError) as salah:  # ours to answer for; the next file goes on
        jenis, isi = pipa.GAGAL, type(salah).__name__.encode()
    pagar.selesai_berkas()
    return pipa.bungkus(jenis, ke.to_bytes(4, "big") + isi)


def _lewat_induk(masuk: int, keluar: int) -> None:
    """LibreOffice is another program: behind the fence its problems go to the parent, which runs it."""
    from kinerja_xl.mesin import m_libreoffice

    def tanya(soal: bytes) -> Mapping[Titik, Nilai]:
        pipa.tulis(keluar, pipa.bungkus(pipa.TANYA, soal))
        pesan = pipa.baca(masuk)
        if pesan is None:
            os._exit(0)
        jawab = cairkan(pesan[1])
        if isinstance(jawab, str):
            raise KinerjaError(jawab)
        return dict(jawab)

    m_libreoffice.pasang_perantara(tanya)


def susun_irisan(berkas: Iterable[tuple[int, str, bytes]]) -> bytes:
    """Files of a chunk as one content: number, name mark, bytes."""
    isi = list(berkas)
    kepala = json.dumps([[ke, nama, len(data)] for ke, nama, data in isi]).encode()
    return b"".join([len(kepala).to_bytes(4, "big"), kepala, *(data for _, _, data in isi)])


def buka_irisan(isi: bytes) -> Iterable[tuple[int, str, bytes]]:
    """The files again."""
    awal = 4 + int.from_bytes(isi[:4], "big")
    for ke, nama, panjang in json.loads(isi[4:awal]):
        yield ke, nama, isi[awal : awal + panjang]
        awal += panjang


def kerja_bernama(nama: str) -> Kerja:
    """'module:function' as the function."""
    modul, _, fungsi = nama.partition(":")
    hasil: Kerja = getattr(import_module(modul), fungsi)
    return hasil


def utama() -> None:
    """A worker started as a program of its own: python -m kinerja_xl.batch.pekerja MODULE:FUNCTION PARENT."""
    masuk, keluar = os.dup(0), os.dup(1)
    if pagar.WINDOWS:
        import msvcrt

        for satu in (masuk, keluar):
            msvcrt.setmode(satu, os.O_BINARY)  # type: ignore[attr-defined]
    pesan = pipa.baca(masuk)
    if pesan is None:
        return
    pilihan, batas = cairkan(pesan[1])
    jalankan(masuk, keluar, int(sys.argv[2]), pilihan, kerja_bernama(sys.argv[1]), Batas(*batas))


if __name__ == "__main__":
    utama()
