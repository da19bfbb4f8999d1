"""A drawing part: what stands over which cells, shapes with their form, pictures and charts."""

from __future__ import annotations

from kinerja_xl.core.nama import MAKS_BARIS, MAKS_KOLOM
from kinerja_xl.read import batas
from kinerja_xl.read.angka import bulat_tak_negatif
from kinerja_xl.read.buku import BentukGambar
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.xml import Atribut, urai

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing "
_A = "http://schemas.openxmlformats.org/drawingml/2006/main "
_CADANGAN = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
OBJEK = ("sp", "cxnSp", "pic", "graphicFrame", "contentPart")


def baca_gambar(isi: bytes, bagian: str, catatan: Catatan) -> tuple[BentukGambar, ...]:
    """Everything drawn, in the order of the part."""
    pembaca = _Pembaca(bagian, catatan)
    urai(isi, bagian, catatan, pembaca.mulai, pembaca.selesai, pembaca.teks)
    return tuple(pembaca.hasil)


class _Pembaca:
    """Handler set of a drawing part."""

    def __init__(self, bagian: str, catatan: Catatan) -> None:
        self._bagian, self._catatan = bagian, catatan
        self.hasil: list[BentukGambar] = []
        self._sudut = {"from": {"col": 0, "row": 0}, "to": {"col": -1, "row": -1}}
        self._di = ""
        self._kumpul: list[str] | None = None
        self._rupa: str | None = None  # form of the object being read, None outside objects
        self._cadangan = 0

    def mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        """Start of an element."""
        akhir = nama[len(_XDR) :] if nama.startswith(_XDR) else ""
        if nama == _CADANGAN:
            self._cadangan += 1
        elif akhir.endswith("Anchor"):
            self._sudut = {"from": {"col": 0, "row": 0}, "to": {"col": -1, "row": -1}}
        elif akhir in self._sudut:
            self._di = akhir
        elif self._di and akhir in ("col", "row"):
            self._kumpul = []
        elif akhir in OBJEK:
            self._rupa = ""
        elif nama == _A + "prstGeom" and not self._rupa and self._rupa is not None:
            self._rupa = atribut.get("prst", "")

    def teks(self, isi: str) -> None:
        """Digits of a column or row."""
        if self._kumpul is not None and len(self._kumpul) < 8:
            self._kumpul.append(isi)

    def selesai(self, nama: str, dalam: int) -> None:
        """End of an element."""
        akhir = nama[len(_XDR) :] if nama.startswith(_XDR) else ""
        if nama == _CADANGAN:
            self._cadangan -= 1
        elif akhir in self._sudut:
            self._di = ""
        elif self._kumpul is not None and akhir in ("col", "row"):
            nomor = bulat_tak_negatif("".join(self._kumpul).strip())
            terjauh = MAKS_KOLOM if akhir == "col" else MAKS_BARIS
            self._sudut[self._di][akhir] = min(nomor or 0, terjauh - 1)
            self._kumpul = None
        elif akhir in OBJEK and self._rupa is not None:
            self._jadi(akhir)

    def _jadi(self, jenis: str) -> None:
        """The object is complete; what stands in a fallback is drawn by old programs only and is passed over."""
        rupa, self._rupa = self._rupa or "", None
        if self._cadangan:
            return
        if len(self.hasil) >= batas.GAMBAR.nilai:
            raise self._catatan.henti(batas.GAMBAR.kode, bagian=self._bagian, batas=batas.GAMBAR.nilai)
        dari, ke = self._sudut["from"], self._sudut["to"]
        sampai = ke["row"] + 1, ke["col"] + 1
        self.hasil.append(BentukGambar(rupa, dari["row"] + 1, dari["col"] + 1, jenis == "cxnSp", jenis, sampai))
