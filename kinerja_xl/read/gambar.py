"""A drawing part: which shapes stand over which cell. Pictures, charts and what else a drawing holds is passed over."""

from __future__ import annotations

from kinerja_xl.core.nama import MAKS_BARIS, MAKS_KOLOM
from kinerja_xl.read.angka import bulat_tak_negatif
from kinerja_xl.read.buku import BentukGambar
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.xml import Atribut, urai

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing "
_A = "http://schemas.openxmlformats.org/drawingml/2006/main "
_CADANGAN = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
MAKS_BENTUK = 5000  # a flow chart of sixty steps has a few hundred; more than this is no flow chart of ours


def baca_gambar(isi: bytes, bagian: str, catatan: Catatan) -> tuple[BentukGambar, ...]:
    """Shapes and connectors with a preset form, in the order of the part."""
    pembaca = _Pembaca()
    urai(isi, bagian, catatan, pembaca.mulai, pembaca.selesai, pembaca.teks)
    return tuple(pembaca.hasil)


class _Pembaca:
    """Handler set of a drawing part."""

    def __init__(self) -> None:
        self.hasil: list[BentukGambar] = []
        self._sel = {"col": 0, "row": 0}
        self._dari = False
        self._kumpul: list[str] | None = None
        self._bentuk = ""
        self._cadangan = 0

    def mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        """Start of an element."""
        if nama == _CADANGAN:
            self._cadangan += 1
        elif nama == _XDR + "from":
            self._dari, self._sel = True, {"col": 0, "row": 0}
        elif self._dari and nama in (_XDR + "col", _XDR + "row"):
            self._kumpul = []
        elif nama in (_XDR + "sp", _XDR + "cxnSp"):
            self._bentuk = nama
        elif nama == _A + "prstGeom" and self._bentuk and not self._cadangan and len(self.hasil) < MAKS_BENTUK:
            garis = self._bentuk == _XDR + "cxnSp"
            self.hasil.append(BentukGambar(atribut.get("prst", ""), self._sel["row"] + 1, self._sel["col"] + 1, garis))
            self._bentuk = ""

    def teks(self, isi: str) -> None:
        """Digits of a column or row."""
        if self._kumpul is not None and len(self._kumpul) < 8:
            self._kumpul.append(isi)

    def selesai(self, nama: str, dalam: int) -> None:
        """End of an element."""
        if nama == _CADANGAN:
            self._cadangan -= 1
        elif nama == _XDR + "from":
            self._dari = False
        elif self._kumpul is not None and nama in (_XDR + "col", _XDR + "row"):
            nomor = bulat_tak_negatif("".join(self._kumpul).strip())
            batas = MAKS_KOLOM if nama.endswith("col") else MAKS_BARIS
            self._sel[nama[-3:]] = min(nomor or 0, batas - 1)
            self._kumpul = None
