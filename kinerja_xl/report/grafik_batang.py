"""A bar chart as a small SVG of its own: no script, no font, no other file; for print and screen readers too."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

LEBAR, TINGGI_BARIS, KIRI, KANAN, ATAS = 900, 44, 20, 20, 56
_HURUF, _BATANG, _GARIS = "#1f2933", "#b4441f", "#d9dee4"
_MAKS_LABEL = 100


def svg(data: Mapping[str, Any]) -> str:
    """The chart of `waktu_kantor.grafik`: each label above its bar, the figure at its end."""
    batang = data["batang"]
    tinggi = ATAS + TINGGI_BARIS * max(1, len(batang)) + 12
    terbesar = max((float(b["nilai"]) for b in batang), default=0.0)
    ruang = LEBAR - KIRI - KANAN - 260
    isi = "".join(_batang(ke, b, terbesar, ruang) for ke, b in enumerate(batang))
    judul, satuan = escape(str(data["judul"])), escape(str(data["satuan"]))
    uraian = "; ".join(f"{b['label']}: {b['teks']}" for b in batang) or "-"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {tinggi}" width="100%" role="img" '
        f'aria-label="{escape(str(data["judul"]), quote=True)}" font-family="sans-serif" fill="{_HURUF}">'
        f"<title>{judul}</title><desc>{escape(uraian)}</desc>"
        f'<rect width="{LEBAR}" height="{tinggi}" fill="#ffffff"/>'
        f'<text x="{KIRI}" y="24" font-size="18" font-weight="bold">{judul}</text>'
        f'<text x="{KIRI}" y="44" font-size="13">{satuan}</text>{isi}</svg>\n'
    )


def _batang(ke: int, satu: Mapping[str, Any], terbesar: float, ruang: int) -> str:
    atas = ATAS + ke * TINGGI_BARIS
    panjang = round(ruang * float(satu["nilai"]) / terbesar, 1) if terbesar else 0
    label = str(satu["label"])
    pendek = label if len(label) <= _MAKS_LABEL else label[: _MAKS_LABEL - 1] + "…"
    return (
        f'<text x="{KIRI}" y="{atas + 14}" font-size="13">{escape(pendek)}</text>'
        f'<rect x="{KIRI}" y="{atas + 19}" width="{ruang}" height="14" fill="{_GARIS}"/>'
        f'<rect x="{KIRI}" y="{atas + 19}" width="{panjang}" height="14" fill="{_BATANG}"/>'
        f'<text x="{KIRI + ruang + 8}" y="{atas + 31}" font-size="13">{escape(str(satu["teks"]))}</text>'
    )
