"""Page setup: paper, direction, fit to width, repeated rows, page breaks, header and footer."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from kinerja_xl.spec.bahasa import bahasa_konteks, kata
from kinerja_xl.spec.halaman import KERTAS, TEPI, skala, ukuran
from kinerja_xl.spec.manifest import LembarM, Manifest

_MAKS_KAKI = 200


def siapkan_cetak(ws: Any, manifest: Manifest, lembar: LembarM) -> None:
    """Everything a sheet needs to come out of a printer as the form it is."""
    cetak = lembar.cetak
    ukuran(cetak.kertas, cetak.arah)
    ws.set_paper(KERTAS[cetak.kertas][0])
    if cetak.arah == "mendatar":
        ws.set_landscape()
    ws.set_margins(**TEPI)
    ws.center_horizontally()
    if cetak.putus:  # Excel ignores manual page breaks while fitting, so the scale is worked out here
        kolom = range(cetak.daerah[1], cetak.daerah[3] + 1) if cetak.daerah else sorted(lembar.lebar)
        ws.set_print_scale(skala(cetak.kertas, cetak.arah, cetak.lebar_halaman, lembar.lebar, kolom))
        ws.set_h_pagebreaks([baris - 1 for baris in cetak.putus])
    elif cetak.lebar_halaman:
        ws.fit_to_pages(ceil(cetak.lebar_halaman), cetak.tinggi_halaman)
    if cetak.ulang_baris:
        ws.repeat_rows(cetak.ulang_baris[0] - 1, cetak.ulang_baris[1] - 1)
    if cetak.daerah:
        ws.print_area(*(n - 1 for n in cetak.daerah))
    catatan = str(manifest.konteks.get("catatan") or "")
    if catatan:
        ws.set_header(f"&C&8 {_kaki(catatan)}")
    halaman = kata(bahasa_konteks(manifest.konteks), "Halaman &P dari &N")
    ws.set_footer(f"&L&8 {_kaki(_kantor(manifest))}&C&7 {_kaki(manifest.templat)}&R&8 {halaman}")


def _kantor(manifest: Manifest) -> str:
    instansi = manifest.konteks.get("instansi")
    return str(instansi.get("nama", "")) if isinstance(instansi, Mapping) else ""


def _kaki(teks: str) -> str:
    return " ".join(teks.split())[:_MAKS_KAKI].replace("&", "&&")
