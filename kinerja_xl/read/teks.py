"""Texts: _xHHHH_ escapes, shared strings with rich text, phonetic runs left out."""

from __future__ import annotations

import re

from kinerja_xl.read import batas
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.xml import UTAMA, Atribut, urai

_LOLOS = re.compile(r"_x([0-9A-Fa-f]{4})_")
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_SI, _T, _RPH = UTAMA + "si", UTAMA + "t", UTAMA + "rPh"


def buka_lolos(teks: str) -> tuple[str, str | None]:
    """Text with its _xHHHH_ escapes decoded, and the code of a finding when it hides control characters."""
    if "_x" not in teks:
        return teks, None
    hasil = _LOLOS.sub(lambda cocok: chr(int(cocok[1], 16)), teks)
    kode = None
    if any("\ud800" <= huruf <= "\udfff" for huruf in hasil):
        hasil = hasil.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if "\ufffd" in hasil:
            kode = "BERKAS-75"
    if _KENDALI.search(hasil):
        kode = kode or "BERKAS-76"
    return hasil, kode


class TeksBersama:
    """Handler set of sharedStrings.xml."""

    def __init__(self, bagian: str, catatan: Catatan) -> None:
        self.daftar: list[str] = []
        self.kode: dict[int, str] = {}
        self._bagian = bagian
        self._catatan = catatan
        self._potong: list[str] = []
        self._panjang = 0
        self._fonetik = 0
        self._dalam_t = False

    def mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        """Start of an element."""
        if nama == _T:
            self._dalam_t = not self._fonetik
        elif nama == _RPH:
            self._fonetik += 1
        elif nama == _SI:
            if len(self.daftar) >= batas.TEKS_BERSAMA.nilai:
                raise self._catatan.henti(
                    batas.TEKS_BERSAMA.kode,
                    bagian=self._bagian,
                    jumlah=len(self.daftar) + 1,
                    batas=batas.TEKS_BERSAMA.nilai,
                )
            self._potong, self._panjang = [], 0

    def teks(self, isi: str) -> None:
        """Characters: kept inside <t> only, up to the limit of a cell."""
        if self._dalam_t and self._panjang <= batas.TEKS_SEL.nilai * 7:
            self._potong.append(isi)
            self._panjang += len(isi)

    def selesai(self, nama: str, dalam: int) -> None:
        """End of an element."""
        if nama == _T:
            self._dalam_t = False
        elif nama == _RPH:
            self._fonetik -= 1
        elif nama == _SI:
            teks, kode = buka_lolos("".join(self._potong))
            if len(teks) > batas.TEKS_SEL.nilai:
                teks, kode = teks[: batas.TEKS_SEL.nilai], batas.TEKS_SEL.kode
            if kode:
                self.kode[len(self.daftar)] = kode
            self.daftar.append(teks)


def baca_teks(isi: bytes, bagian: str, catatan: Catatan) -> TeksBersama:
    """Shared strings of the workbook; on a broken part, those before the break."""
    pembaca = TeksBersama(bagian, catatan)
    urai(isi, bagian, catatan, pembaca.mulai, pembaca.selesai, pembaca.teks, UTAMA + "sst")
    return pembaca
