"""A pen for sheets that explain: labelled lines, wrapped text with a fitting height, styles of the house."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import ceil
from typing import Any

from kinerja_xl.build.gaya import sifat, sifat_bersyarat
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.spec.halaman import KERTAS, tepi

TINGGI_BARIS = 15
_HURUF_TINGGI = 13.5
_BERLEKUK = ("sel", "sel_kecil")


class Pena:
    """Writes on one worksheet from top to bottom; rows and columns count from 1."""

    def __init__(self, ws: Any, format_sel: Callable[..., Any], lebar: dict[int, float]) -> None:
        self.ws, self._format, self.lebar = ws, format_sel, lebar
        self.baris = 1
        for kolom, satu in lebar.items():
            ws.set_column(kolom - 1, kolom - 1, satu)

    def rupa(self, gaya: str, tipe: str = "teks", terbuka: bool = False) -> Any:
        """A format of the style catalogue."""
        lekuk = {"indent": 1, "align": "left"} if gaya in _BERLEKUK else {}  # keeps text off the number beside it
        return self._format({**sifat(gaya, tipe, terbuka), **lekuk})

    def teks(self, kolom: int, isi: str, gaya: str, sampai: int = 0) -> None:
        """Text in a cell of this row, or over columns up to `sampai`."""
        b, k, rupa = self.baris - 1, kolom - 1, self.rupa(gaya)
        if sampai > kolom:
            self.ws.merge_range(b, k, b, sampai - 1, "", rupa)
        self.ws.write_string(b, k, isi, rupa)

    def tinggikan(self, *isi: tuple[str, int, int]) -> None:
        """Make this row high enough for texts, each given with its first and last column."""
        baris = 1
        for teks, dari, sampai in isi:
            muat = sum(self.lebar.get(k, 9.0) for k in range(dari, sampai + 1)) * 0.97
            baris = max(baris, sum(max(1, ceil(len(satu) / muat)) for satu in teks.split("\n")))
        if baris > 1:
            self.ws.set_row(self.baris - 1, max(TINGGI_BARIS, baris * _HURUF_TINGGI + 2))

    def judul(self, isi: str, sampai: int, gaya: str = "judul_kiri") -> None:
        """A heading over the width; the next row follows."""
        self.teks(1, isi, gaya, sampai)
        self.ws.set_row(self.baris - 1, 24 if gaya == "judul_kiri" else 19)
        self.baris += 1

    def kalimat(self, isi: str, sampai: int, gaya: str = "teks") -> None:
        """A paragraph over the width; the next row follows."""
        self.teks(1, isi, gaya, sampai)
        self.tinggikan((isi, 1, sampai))
        self.baris += 1

    def nilai(self, baris: int, kolom: int, isi: Any, gaya: str, *, terbuka: bool = False) -> None:
        """A value of a worked case in any cell; blank stays blank."""
        b, k = baris - 1, kolom - 1
        if isinstance(isi, date):
            self.ws.write_number(b, k, ke_serial(isi), self.rupa(gaya, "tanggal", terbuka))
        elif isi is None or isi == "":
            self.ws.write_blank(b, k, None, self.rupa(gaya, "umum", terbuka))
        elif isinstance(isi, str):
            self.ws.write_string(b, k, isi, self.rupa(gaya, "umum", terbuka))
        else:
            self.ws.write_number(b, k, isi, self.rupa(gaya, "umum", terbuka))

    def warnai(self, daerah: str, warna: dict[str, str]) -> None:
        """Colour cells of an area by their exact text."""
        for teks, gaya in warna.items():
            rupa = self._format(sifat_bersyarat(gaya))
            self.ws.conditional_format(daerah, {"type": "cell", "criteria": "==", "value": f'"{teks}"', "format": rupa})

    def selesai(self, kaki: str, warna: str, *, ulang: int = 0, beku: tuple[int, int] | None = None) -> None:
        """Printing, protection without a password, colour of the tab."""
        ws = self.ws
        ws.set_paper(KERTAS["A4"][0])
        ws.set_landscape()
        ws.set_margins(**tepi("mendatar"))
        ws.fit_to_pages(1, 0)
        ws.set_footer(f"&L&8 {kaki}&R&8 Halaman &P dari &N")
        ws.hide_gridlines(2)
        ws.set_tab_color(warna)
        if ulang:
            ws.repeat_rows(ulang - 1, ulang - 1)
        if beku:
            ws.freeze_panes(beku[0], beku[1])
        ws.protect("", {"format_columns": True, "format_rows": True})
