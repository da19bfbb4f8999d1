"""A workbook of nobody in memory: cells by address, formulas with the value that a program stored for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.read.buku import Buku, Gaya, Kalkulasi, Lembar, NamaTerdefinisi, Sel
from kinerja_xl.verify.berkas import Pilihan, periksa_buku
from kinerja_xl.verify.laporan import HasilBerkas

GAYA = (Gaya(), Gaya(format_angka="0%"), Gaya(format_angka="dd/mm/yyyy"))
_ALAMAT = re.compile(r"([A-Z]+)(\d+)\Z")


def titik(di: str) -> tuple[int, int]:
    cocok = _ALAMAT.match(di)
    assert cocok
    return int(cocok[2]), kolom_angka(cocok[1])


def sel(di: str, isi: Any) -> Sel:
    """isi: a value; ("=A1*2", 4): a formula with its stored value; a third part is the format."""
    rumus, gaya = None, 0
    if isinstance(isi, tuple):
        gaya = isi[2] if len(isi) > 2 else 0
        rumus, isi = (isi[0][1:] if isi[0] is not None else None), isi[1]
    jenis = "kosong" if isi is None else "b" if isinstance(isi, bool) else "s" if isinstance(isi, str) else "n"
    if isinstance(isi, str) and isi.startswith("#"):
        jenis = "e"
    return Sel(*titik(di), jenis, isi, "" if isi is None else str(isi), rumus, None, gaya)


def buku(isi: Mapping[str, Any], lain: Mapping[str, Mapping[str, Any]] | None = None, **medan: Any) -> Buku:
    """Cells of the sheet Data, and further sheets by name."""
    semua = {"Data": isi, **(lain or {})}
    lembar = tuple(Lembar(n, "visible", {titik(a): sel(a, v) for a, v in c.items()}) for n, c in semua.items())
    bawaan: dict[str, Any] = {"nama": (), "date1904": False, "kalkulasi": Kalkulasi()}
    return Buku(lembar, **(bawaan | medan), gaya=GAYA, terlindung=False, aplikasi="")


def nama(kata: str, rumus: str) -> NamaTerdefinisi:
    return NamaTerdefinisi(kata, rumus, None, False)


def hasil(isi: Mapping[str, Any], *, tahun: int | None = None, **lain: Any) -> HasilBerkas:
    return periksa_buku(buku(isi, **lain), Pilihan(tahun=tahun))


def temuan(isi: Mapping[str, Any], **lain: Any) -> list[tuple[str, str]]:
    """(code, cell) of everything but the word about the template."""
    return [(t.code, t.cell) for t in hasil(isi, **lain).findings if t.code != "STR-01"]


def kolom(huruf: str, mulai: int, *isi: Any) -> dict[str, Any]:
    """Cells one below the other."""
    return {f"{huruf}{b}": n for b, n in enumerate(isi, mulai)}
