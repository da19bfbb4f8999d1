"""One worked example of each function, laid out on a sheet: inputs, call, value by the rule, text of the call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import rentang
from kinerja_xl.core.panggilan import bantuan, panggil
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.sel import rapikan

MAKS_SEL = 130  # an example is read, not scrolled
LEBAR_KOLOM = 13


@dataclass(frozen=True)
class Contoh:
    """A call: the inputs as blocks of cells (None: argument left out) and what the rule answers."""

    fungsi: Indikator
    blok: tuple[list[list[Any]], ...]
    hasil: Any
    nama: str

    @property
    def tinggi(self) -> int:
        """Rows of the tallest input."""
        return max((len(b) for b in self.blok), default=1)

    def alamat(self, baris: int, kolom: int) -> Iterator[tuple[int, str]]:
        """(first column, address) of each input, side by side with a column between."""
        for blok in self.blok:
            lebar = len(blok[0])
            yield kolom, rentang(baris, kolom, baris + len(blok) - 1, kolom + lebar - 1)
            kolom += lebar + 1

    def rumus(self, baris: int, kolom: int, pemisah: str = ",") -> str:
        """The call over the inputs as they stand on the sheet."""
        return f"{self.fungsi.nama}({pemisah.join(a for _, a in self.alamat(baris, kolom))})"


def contoh(fungsi: Indikator) -> Contoh:
    """The first worked case that computes and is small enough to read; the smallest of all otherwise."""
    calon = []
    for kasus in fungsi.buku.kasus:
        if kasus["fungsi"] == fungsi.nama and "galat" not in kasus:
            blok = _blok(kasus["masuk"])
            try:
                hasil = panggil(fungsi, *blok)
            except KinerjaError:
                continue
            calon.append(Contoh(fungsi, blok, hasil, kasus["nama"]))
    if not calon:
        raise KinerjaError(f"{fungsi.nama} tidak punya kasus hitung yang berhasil")
    terisi = [c for c in calon if c.hasil != "" and _besar(c) <= MAKS_SEL]
    return terisi[0] if terisi else min(calon, key=_besar)


def _blok(masuk: list[Any]) -> tuple[list[list[Any]], ...]:
    blok = [rapikan(n) for n in masuk]
    while blok and blok[-1] == [[None]]:
        blok.pop()
    return tuple(blok)


def _besar(satu: Contoh) -> int:
    return sum(len(b) * len(b[0]) for b in satu.blok)


def gambar(ws: Any, satu: Contoh, baris: int, gaya: Callable[[str, str], Any], awalan: str = "") -> int:
    """Draw an example from a row (1-based) on; the row after it.

    gaya(style, type) gives a format. awalan: what stands before the name in the file, for a function of an Office
    add-in; such a call is a dynamic array and spills by itself.
    """
    f, kolom = satu.fungsi, 2
    ws.write(baris - 1, 0, f.nama, gaya("subjudul", "teks"))
    ws.write(baris - 1, 2, f.judul, gaya("info", "teks"))
    ws.write(baris, 0, bantuan(f), gaya("info", "teks"))
    ws.write(baris + 1, 0, f"Contoh: {satu.nama}", gaya("info", "teks"))
    atas = baris + 4
    for arg, (k, _), blok in zip(f.argumen, satu.alamat(atas, kolom), satu.blok, strict=False):
        ws.write(atas - 2, k - 1, arg.nama, gaya("kepala", "teks"))
        for b, deret in enumerate(blok):
            for n, isi in enumerate(deret):
                _sel(ws, atas - 1 + b, k - 1 + n, isi, gaya)
    bawah = atas + satu.tinggi
    ws.write(bawah - 1, 0, "Hasil", gaya("label", "teks"))
    _panggilan(ws, satu, bawah, f"={awalan}{satu.rumus(atas, kolom)}", gaya("hasil", "umum"), bool(awalan))
    ws.write(bawah, 0, "Ditulis", gaya("info", "teks"))
    ws.write_string(bawah, 1, "=" + satu.rumus(atas, kolom, ";"), gaya("info", "teks"))
    return bawah + 3


def _panggilan(ws: Any, satu: Contoh, baris: int, rumus: str, format_sel: Any, dinamis: bool) -> None:
    hasil = satu.hasil if isinstance(satu.hasil, list) else [[satu.hasil]]
    tinggi, lebar = len(hasil), len(hasil[0])
    kotak = (baris - 1, 1, baris + tinggi - 2, lebar)
    if dinamis:
        ws.write_dynamic_array_formula(*kotak, rumus, format_sel, hasil[0][0])
    elif isinstance(satu.hasil, list):
        ws.write_array_formula(*kotak, "{" + rumus + "}", format_sel, hasil[0][0])
    else:
        ws.write_formula(baris - 1, 1, rumus, format_sel, satu.hasil)
    for b, deret in enumerate(hasil):
        for k, nilai in enumerate(deret):
            if b or k:
                ws.write_number(baris - 1 + b, 1 + k, nilai, format_sel)


def _sel(ws: Any, baris: int, kolom: int, isi: Any, gaya: Callable[[str, str], Any]) -> None:
    if isi is None:
        ws.write_blank(baris, kolom, None, gaya("isian", "umum"))
    elif isinstance(isi, datetime):
        ws.write_datetime(baris, kolom, isi, gaya("isian", "saat"))
    elif isinstance(isi, date):
        ws.write_datetime(baris, kolom, isi, gaya("isian", "tanggal"))
    elif isinstance(isi, (bool, int, float)):
        ws.write(baris, kolom, isi, gaya("isian", "umum"))
    else:
        ws.write_string(baris, kolom, str(isi), gaya("isian", "umum"))
