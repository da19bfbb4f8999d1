"""Row heights: what a text needs in a column, what the rows of a filled sheet need."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from kinerja_xl.spec.halaman import LEBAR_BAWAAN, TINGGI_BAWAAN
from kinerja_xl.spec.manifest import LembarM, Nilai, Titik

_TINGGI_BARIS = 13.0
_HURUF_PER_LEBAR = 1.05  # letters of Arial 10 to one unit of column width, on the safe side
_BERTAKIK = (
    "sel",
    "sel_kecil",
    "sel_tebal",
    "hasil",
    "isian",
    "rumus",
    "cek",
    "total",
    "bantu",
    "tautan",
)  # styles with an indent
_TEBAL = ("judul", "judul_kiri", "subjudul", "label", "kepala", "sel_tebal", "hasil", "naskah_tebal", "total", "kop")
_BESAR = {
    "judul": 1.45, "judul_kiri": 1.45, "subjudul": 1.12, "subjudul_tengah": 1.12, "status": 1.2, "bantuan": 0.92,
    "catatan": 0.92, "catatan_tengah": 0.92, "naskah": 1.1, "naskah_tebal": 1.1, "sel_kecil": 0.92, "kop": 1.3,
    "kop_atas": 1.3, "kop_nama": 1.5, "kop_kecil": 0.92,
}  # fmt: skip
TERTINGGI = 400.0  # points; a spreadsheet row ends at 409


def tinggi_teks(teks: str, lebar: float, gaya: str) -> float:
    """Points that a text needs in so wide a cell (in column widths), estimated on the safe side."""
    besar = _BESAR.get(gaya, 1.0)
    if gaya in _BERTAKIK:
        lebar -= 1.2
    muat = max(1.0, lebar * _HURUF_PER_LEBAR / besar / (1.08 if gaya in _TEBAL else 1.0))
    garis = sum(_garis(alinea, muat) for alinea in teks.split("\n"))
    return garis * _TINGGI_BARIS * besar + 3


def _garis(teks: str, muat: float) -> int:
    """Lines of a text in a cell that holds so many letters: words go down whole, long ones are cut."""
    if len(teks) <= muat:
        return 1
    garis, terpakai = 1, 0.0
    for kata in teks.split():
        panjang = len(kata)
        if terpakai and terpakai + 1 + panjang > muat:
            garis, terpakai = garis + 1, 0.0
        if panjang > muat:
            garis += ceil(panjang / muat) - 1
            terpakai = panjang % muat
        else:
            terpakai += panjang + bool(terpakai)
    return garis


def tinggi_terisi(
    lembar: LembarM, masukan: Mapping[Titik, Nilai], hasil: Mapping[Titik, Nilai]
) -> tuple[dict[int, float], set[int]]:
    """Heights of the rows with what is filled in, and the rows that do not grow by themselves.

    A row whose height is stated, or whose long text stands in a merged cell, keeps its height in every program.
    """
    tinggi, tetap = dict(lembar.tinggi), set(lembar.tinggi)
    lebar = {(b1, k1): (b2, k2) for b1, k1, b2, k2 in lembar.gabungan}
    for sel in lembar.sel:
        nilai = (
            sel.nilai
            if sel.peran == "label"
            else (masukan if sel.peran == "isian" else hasil).get((lembar.nama, *sel.titik))
        )
        b2, k2 = lebar.get(sel.titik, sel.titik)
        if not isinstance(nilai, str) or len(nilai) < 6 or b2 != sel.baris or sel.gaya in ("info", "batang"):
            continue
        luas = sum(lembar.lebar.get(k, LEBAR_BAWAAN) for k in range(sel.kolom, k2 + 1))
        butuh = min(TERTINGGI, tinggi_teks(nilai, luas, sel.gaya))
        if butuh > tinggi.get(sel.baris, TINGGI_BAWAAN) + 3:
            tinggi[sel.baris] = butuh
            if k2 != sel.kolom:
                tetap.add(sel.baris)
    return tinggi, tetap
