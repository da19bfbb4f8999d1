"""styles.xml: what each cell format does (number format, lock, hidden formula, colours, font size)."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

from kinerja_xl.read import batas
from kinerja_xl.read.angka import benar, bulat_tak_negatif
from kinerja_xl.read.buku import Gaya, GayaBersyarat
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.warna import TEMA_BAWAAN, warna
from kinerja_xl.read.xml import UTAMA, Atribut, urai

_A = "http://schemas.openxmlformats.org/drawingml/2006/main "
BAWAAN: dict[int, str] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)", 41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    42: '_($* #,##0_);_($* \\(#,##0\\);_($* "-"_);_(@_)', 43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    44: '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
_FONT, _FILL, _POLA = UTAMA + "font", UTAMA + "fill", UTAMA + "patternFill"


class _PembacaGaya:
    """Handler set of styles.xml."""

    def __init__(self, bagian: str, tema: tuple[str, ...], catatan: Catatan) -> None:
        self.gaya: list[Gaya] = []
        self.bersyarat: list[GayaBersyarat] = []
        self._dxf: dict[str, str | None] | None = None
        self._bagian, self._tema, self._catatan = bagian, tema, catatan
        self._format = dict(BAWAAN)
        self._huruf: list[dict[str, Any]] = []
        self._isi: list[str | None] = []
        self._pola = ""
        self._jalur: list[str] = []
        self._xf: dict[str, Any] | None = None

    def mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        """Start of an element."""
        induk = self._jalur[-1] if self._jalur else ""
        self._jalur.append(nama)
        if self._dxf is not None:
            self._bagian_dxf(nama, induk, atribut)
        elif nama == UTAMA + "dxf" and induk == UTAMA + "dxfs":
            self._cukup(self.bersyarat)
            self._dxf = {}
        elif nama == UTAMA + "numFmt" and induk == UTAMA + "numFmts":
            nomor = bulat_tak_negatif(atribut.get("numFmtId"))
            if nomor is not None:
                self._cukup(self._format)
                self._format[nomor] = atribut.get("formatCode", "")
        elif nama == _FONT and induk == UTAMA + "fonts":
            self._cukup(self._huruf)
            self._huruf.append({"warna": None, "ukuran": None})
        elif induk == _FONT and self._huruf and len(self._jalur) == 4:
            self._bagian_huruf(nama, atribut)
        elif nama == _FILL and induk == UTAMA + "fills":
            self._cukup(self._isi)
            self._isi.append(None)
        elif nama == _POLA:
            self._pola = atribut.get("patternType", "solid")
        elif nama == UTAMA + "fgColor" and induk == _POLA and self._isi and len(self._jalur) == 5:
            self._isi[-1] = warna(atribut, self._tema) if self._pola == "solid" else None
        elif nama == UTAMA + "xf" and induk == UTAMA + "cellXfs":
            self._mulai_xf(atribut)
        elif nama == UTAMA + "protection" and self._xf is not None:
            self._xf["terkunci"] = benar(atribut.get("locked"), True)
            self._xf["tersembunyi"] = benar(atribut.get("hidden"))

    def selesai(self, nama: str, dalam: int) -> None:
        """End of an element."""
        self._jalur.pop()
        if nama == UTAMA + "dxf" and self._dxf is not None:
            self.bersyarat.append(GayaBersyarat(self._dxf.get("f"), self._dxf.get("h"), self._dxf.get("i")))
            self._dxf = None
        if nama == UTAMA + "xf" and self._xf is not None:
            self.gaya.append(self._jadi(self._xf))
            self._xf = None

    def _bagian_dxf(self, nama: str, induk: str, atribut: Atribut) -> None:
        """Inside a conditional format: number format, colour of the letters, colour behind them."""
        assert self._dxf is not None
        if nama == UTAMA + "numFmt":
            self._dxf["f"] = atribut.get("formatCode", "")
        elif nama == UTAMA + "color" and induk == _FONT:
            self._dxf["h"] = warna(atribut, self._tema)
        elif induk == _POLA and (nama == UTAMA + "bgColor" or (nama == UTAMA + "fgColor" and "i" not in self._dxf)):
            self._dxf["i"] = warna(atribut, self._tema)

    def _cukup(self, daftar: Sized) -> None:
        """One more entry of the list would be too many."""
        if len(daftar) >= batas.GAYA.nilai:
            raise self._catatan.henti(
                batas.GAYA.kode, bagian=self._bagian, jumlah=len(daftar) + 1, batas=batas.GAYA.nilai
            )

    def _bagian_huruf(self, nama: str, atribut: Atribut) -> None:
        if nama == UTAMA + "color":
            self._huruf[-1]["warna"] = warna(atribut, self._tema)
        elif nama == UTAMA + "sz":
            try:
                self._huruf[-1]["ukuran"] = float(atribut.get("val", ""))
            except ValueError:
                self._huruf[-1]["ukuran"] = None

    def _mulai_xf(self, atribut: Atribut) -> None:
        self._cukup(self.gaya)
        nomor = {k: bulat_tak_negatif(atribut.get(k), 0) for k in ("numFmtId", "fontId", "fillId")}
        self._xf = {**nomor, "terkunci": True, "tersembunyi": False}

    def _jadi(self, xf: dict[str, Any]) -> Gaya:
        font, isi = xf["fontId"], xf["fillId"]
        luar = font is None or isi is None or (font and font >= len(self._huruf)) or (isi and isi >= len(self._isi))
        if luar:
            self._catatan.catat("BERKAS-55", bagian=self._bagian, indeks=font if font else isi, jumlah=len(self._huruf))
        huruf = self._huruf[font] if font is not None and font < len(self._huruf) else {"warna": None, "ukuran": None}
        return Gaya(
            self._format.get(xf["numFmtId"], "General"),
            xf["terkunci"],
            xf["tersembunyi"],
            huruf["warna"],
            self._isi[isi] if isi is not None and isi < len(self._isi) else None,
            huruf["ukuran"],
        )


def baca_gaya(
    isi: bytes | None, bagian: str, tema: tuple[str, ...], catatan: Catatan
) -> tuple[tuple[Gaya, ...], tuple[GayaBersyarat, ...]]:
    """Formats of the cells and of the rules; a workbook without a styles part has the one default format."""
    if isi is None:
        return (Gaya(),), ()
    pembaca = _PembacaGaya(bagian, tema, catatan)
    urai(isi, bagian, catatan, pembaca.mulai, pembaca.selesai, akar=UTAMA + "styleSheet")
    return tuple(pembaca.gaya) or (Gaya(),), tuple(pembaca.bersyarat)


def baca_tema(isi: bytes | None, bagian: str, catatan: Catatan) -> tuple[str, ...]:
    """Twelve theme colours in the order cell formats count them (light and dark pairs swapped)."""
    if isi is None:
        return TEMA_BAWAAN
    nilai: dict[str, str] = {}
    slot = ""

    def mulai(nama: str, atribut: Atribut, dalam: int) -> None:
        nonlocal slot
        if dalam == 4 and nama.startswith(_A):
            slot = nama[len(_A) :]
        elif dalam == 5 and nama == _A + "srgbClr":
            nilai.setdefault(slot, atribut.get("val", "")[:6].upper())
        elif dalam == 5 and nama == _A + "sysClr":
            nilai.setdefault(slot, atribut.get("lastClr", "FFFFFF" if slot == "lt1" else "000000")[:6].upper())

    urai(isi, bagian, catatan, mulai)
    urut = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    return tuple(nilai.get(nama, bawaan) for nama, bawaan in zip(urut, TEMA_BAWAAN, strict=True))
