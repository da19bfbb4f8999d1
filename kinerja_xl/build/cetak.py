"""Page setup: paper, direction, fit to width, repeated rows, page breaks, header and footer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.spec.kanvas import LEBAR_BAWAAN
from kinerja_xl.spec.manifest import Cetak, LembarM, Manifest

# Paper codes of the file format with width and height in inches. F4 is Folio (8.5 x 13 in), the office standard.
KERTAS = {"A4": (9, 8.27, 11.69), "F4": (14, 8.5, 13.0)}
_TEPI = {"left": 0.7, "right": 0.5, "top": 0.7, "bottom": 0.75}
_TITIK_PER_INCI = 96
_MAKS_KAKI = 200


def siapkan_cetak(ws: Any, manifest: Manifest, lembar: LembarM) -> None:
    """Everything a sheet needs to come out of a printer as the form it is."""
    cetak = lembar.cetak
    if cetak.kertas not in KERTAS:
        raise KinerjaError(f"kertas '{cetak.kertas}' tidak dikenal.{saran(cetak.kertas, KERTAS)}")
    ws.set_paper(KERTAS[cetak.kertas][0])
    if cetak.arah == "mendatar":
        ws.set_landscape()
    ws.set_margins(**_TEPI)
    ws.center_horizontally()
    if cetak.putus:  # Excel ignores manual page breaks while fitting, so the scale is worked out here
        ws.set_print_scale(_skala(cetak, lembar))
        ws.set_h_pagebreaks([baris - 1 for baris in cetak.putus])
    elif cetak.lebar_halaman:
        ws.fit_to_pages(cetak.lebar_halaman, 0)
    if cetak.ulang_baris:
        ws.repeat_rows(cetak.ulang_baris[0] - 1, cetak.ulang_baris[1] - 1)
    if cetak.daerah:
        ws.print_area(*(n - 1 for n in cetak.daerah))
    catatan = str(manifest.konteks.get("catatan") or "")
    if catatan:
        ws.set_header(f"&C&8 {_kaki(catatan)}")
    ws.set_footer(f"&L&8 {_kaki(_kantor(manifest))}&C&7 {_kaki(manifest.templat)}&R&8 Halaman &P dari &N")


def _kantor(manifest: Manifest) -> str:
    instansi = manifest.konteks.get("instansi")
    return str(instansi.get("nama", "")) if isinstance(instansi, Mapping) else ""


def _kaki(teks: str) -> str:
    return " ".join(teks.split())[:_MAKS_KAKI].replace("&", "&&")


def _skala(cetak: Cetak, lembar: LembarM) -> int:
    """Percent at which the print area is as wide as the page."""
    _, lebar, tinggi = KERTAS[cetak.kertas]
    muat = (tinggi if cetak.arah == "mendatar" else lebar) - _TEPI["left"] - _TEPI["right"]
    kolom = range(cetak.daerah[1], cetak.daerah[3] + 1) if cetak.daerah else sorted(lembar.lebar)
    titik = sum(int(lembar.lebar.get(k, LEBAR_BAWAAN) * 7 + 5) for k in kolom)
    halaman = max(cetak.lebar_halaman, 1)
    return max(10, min(100, int(100 * halaman * muat * _TITIK_PER_INCI / titik))) if titik else 100
