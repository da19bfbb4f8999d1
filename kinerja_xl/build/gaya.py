"""Style catalogue: how each kind of cell looks, with its number format and lock.

Calm colours that still differ when printed in grey; text carries the meaning, colour only repeats it.
"""

from __future__ import annotations

from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

Sifat = dict[str, Any]

HURUF = "Arial"  # in every Office; Liberation Sans and Arimo have the same widths, so pages break alike without it
FORMAT_ANGKA = {
    "teks": "General",
    "umum": "General",
    "pilihan": "General",
    "angka": "#,##0.00",
    "angka4": "#,##0.0000",
    "bulat": "#,##0",
    "persen": "0.00",
    "rupiah": "#,##0",
    "tanggal": "dd/mm/yyyy",
    "saat": "dd/mm/yyyy hh:mm",
    "jam": "hh:mm",
}
_RATA = {"angka": "right", "angka4": "right", "bulat": "right", "persen": "right", "rupiah": "right"}
_TENGAH = ("tanggal", "saat", "jam")

_BIRU, _ABU, _TEPI = "#1F3864", "#595959", "#A6A6A6"
_DASAR: Sifat = {"font_name": HURUF, "font_size": 10, "valign": "top", "text_wrap": True}
_KOTAK: Sifat = {"border": 1, "border_color": _TEPI}
_KEPALA: Sifat = {**_KOTAK, "bold": True, "bg_color": "#D9E2F3", "align": "center", "valign": "vcenter"}
_BESAR: Sifat = {"font_size": 14, "bold": True, "font_color": _BIRU, "valign": "vcenter"}
_SEDANG: Sifat = {"font_size": 11, "bold": True, "font_color": _BIRU, "valign": "vcenter"}
_CATATAN: Sifat = {"font_size": 9, "italic": True, "font_color": _ABU}

GAYA: dict[str, Sifat] = {
    "teks": {},
    "judul": {**_BESAR, "align": "center"},
    "judul_kiri": _BESAR,
    "subjudul": _SEDANG,
    "subjudul_tengah": {**_SEDANG, "align": "center"},
    "label": {**_KOTAK, "bg_color": "#F2F2F2", "bold": True},
    "bantuan": _CATATAN,
    "catatan": _CATATAN,
    "catatan_tengah": {**_CATATAN, "align": "center"},
    "naskah": {"font_size": 11, "align": "justify"},
    "naskah_tebal": {"font_size": 11, "bold": True},
    "kepala": _KEPALA,
    "sudut": {**_KOTAK, "font_size": 7, "italic": True, "font_color": _ABU, "valign": "bottom"},
    "kepala_nomor": {**_KEPALA, "bold": False, "italic": True, "font_size": 8},
    "sel": _KOTAK,
    "sel_kecil": {**_KOTAK, "font_size": 9, "font_color": _ABU},
    "sel_tebal": {**_KOTAK, "bold": True},
    "hasil": {**_KOTAK, "bold": True, "bg_color": "#E2EFDA"},
    "sel_tengah": {**_KOTAK, "align": "center"},
    "sel_angka": {**_KOTAK, "align": "right"},
    "isian": {**_KOTAK, "bg_color": "#FFF8E1"},
    "contoh": {**_KOTAK, "italic": True, "font_color": "#8C8C8C", "font_size": 9},
    "contoh_isian": {**_KOTAK, "bg_color": "#FFF8E1", "align": "center"},
    "isian_tengah": {**_KOTAK, "bg_color": "#FFF8E1", "align": "center"},
    "rumus": {**_KOTAK, "bg_color": "#F7F7F7"},
    "bantu": {**_KOTAK, "bg_color": "#F2F2F2", "font_color": _ABU, "font_size": 9},
    "batang": {**_KOTAK, "font_color": "#2E75B6", "text_wrap": False},
    "cek": {**_KOTAK, "italic": True, "font_size": 9},
    "total": {**_KOTAK, "bold": True, "bg_color": "#EDEDED", "top": 2, "top_color": _ABU},
    "status": {**_KOTAK, "bold": True, "font_size": 12, "align": "center", "valign": "vcenter"},
    "status_kecil": {**_KOTAK, "bold": True, "align": "center"},
    "kop": {**_KOTAK, "font_size": 13, "bold": True, "align": "center", "valign": "vcenter"},
    "kop_atas": {"font_size": 13, "bold": True, "align": "center", "valign": "vcenter"},
    "kop_nama": {"font_size": 15, "bold": True, "align": "center", "valign": "vcenter"},
    "kop_kecil": {"font_size": 9, "align": "center", "valign": "vcenter"},
    "kop_garis": {"top": 5, "bottom": 1, "font_size": 1},
    "tanda": {"align": "center", "font_size": 11},
    "tanda_nama": {"align": "center", "font_size": 11, "bold": True, "underline": 1},
    "tautan": {**_KOTAK, "font_color": "#0563C1", "underline": 1},
    "info": {"font_color": _ABU, "text_wrap": False},
}
BERTAKIK = ("sel", "sel_kecil", "sel_tebal", "hasil", "isian", "rumus", "cek", "total", "bantu", "tautan")
_TETAP_RATA = ("naskah", "naskah_tebal", "tanda", "tanda_nama", "teks", "judul", "judul_kiri")

BERSYARAT: dict[str, Sifat] = {
    "baik": {"bg_color": "#E2EFDA", "font_color": "#375623"},
    "awas": {"bg_color": "#FFF2CC", "font_color": "#7F6000"},
    "galat": {"bg_color": "#F8CBAD", "font_color": "#833C0B", "bold": True},
    "redup": {"font_color": _TEPI},
}


def sifat(gaya: str, tipe: str, terbuka: bool) -> Sifat:
    """Format properties of a cell style for a cell type; terbuka: unlocked."""
    if gaya not in GAYA:
        raise KinerjaError(f"gaya sel '{gaya}' tidak dikenal.{saran(gaya, GAYA)}")
    if tipe not in FORMAT_ANGKA:
        raise KinerjaError(f"tipe sel '{tipe}' tidak dikenal.{saran(tipe, FORMAT_ANGKA)}")
    hasil = {**_DASAR, **GAYA[gaya], "locked": not terbuka}
    hasil["num_format"] = "@" if terbuka and tipe == "teks" else FORMAT_ANGKA[tipe]
    if gaya not in _TETAP_RATA and "align" not in GAYA[gaya]:
        if tipe in _RATA:
            hasil["align"] = _RATA[tipe]
        elif tipe in _TENGAH:
            hasil["align"] = "center"
        elif tipe in ("teks", "pilihan") and gaya in BERTAKIK:  # keeps words off the number in the cell before
            hasil |= {"align": "left", "indent": 1}
    return hasil


def sifat_bersyarat(gaya: str) -> Sifat:
    """Format properties of a conditional colour."""
    if gaya not in BERSYARAT:
        raise KinerjaError(f"warna bersyarat '{gaya}' tidak dikenal.{saran(gaya, BERSYARAT)}")
    return dict(BERSYARAT[gaya])
