"""What of a long entry table is printed: the rows in use, and never less than one page of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kinerja_xl.spec.buku import BlokTabel
from kinerja_xl.spec.halaman import TINGGI_BAWAAN
from kinerja_xl.spec.kanvas import Kanvas
from kinerja_xl.spec.letak import LetakLembar
from kinerja_xl.spec.manifest import LembarM, Nilai, Sel, Titik
from kinerja_xl.spec.ungkapan import ganti

SISA = 3  # rows that a table shows even when nothing is in it


def ikut_isi(letak: LetakLembar, kanvas: Kanvas, halaman: Callable[[], float]) -> dict[str, Any]:
    """Fields of Cetak for a sheet that ends with a table of blank rows longer than its first page (else none).

    halaman: gives the height of a page in points.
    """
    blok = letak.blok[-1].blok if letak.blok else None
    if not isinstance(blok, BlokTabel) or blok.sumber or blok.total or not letak.blok[-1].rekaman:
        return {}
    akhir = max((b for b, _ in kanvas.terpakai), default=1)
    baris, tinggi, muat = 0, 0.0, halaman()
    while baris < akhir and tinggi + kanvas.tinggi.get(baris + 1, TINGGI_BAWAAN) <= muat:
        baris += 1
        tinggi += kanvas.tinggi.get(baris, TINGGI_BAWAAN)
    if baris >= akhir:
        return {}
    return {"ikut_isi": ganti(blok.nama, letak.cakupan), "baris_min": baris}


def daerah_cetak(lembar: LembarM, terisi: Iterable[Titik]) -> tuple[int, int, int, int] | None:
    """First row and column, last row and column to print. terisi: the filled inputs of the workbook."""
    cetak = lembar.cetak
    if cetak.daerah is None or not cetak.ikut_isi:
        return cetak.daerah
    b1, k1, b2, k2 = cetak.daerah
    dipakai = (b for nama, b, k in terisi if nama == lembar.nama and lembar.peta[b, k].tabel == cetak.ikut_isi)
    return b1, k1, min(b2, max(cetak.baris_min, max(dipakai, default=0))), k2


def baris_kosong(lembar: LembarM, masukan: Mapping[Titik, Nilai]) -> set[int]:
    """Rows at the end of the tables of a sheet in which nothing is filled in; a table keeps its first SISA rows.

    Rows with a fixed text of their own (an indicator, a step, a date) are no blank rows.
    """
    per_baris: dict[tuple[str, int], list[Sel]] = {}
    for sel in lembar.sel:
        if sel.tabel and sel.rekaman:
            per_baris.setdefault((sel.tabel, sel.rekaman), []).append(sel)
    hasil: set[int] = set()
    for tabel in {nama for nama, _ in per_baris}:
        for ke in sorted((n for nama, n in per_baris if nama == tabel), reverse=True):
            isi = per_baris[tabel, ke]
            if (
                ke <= SISA
                or any(_ada(lembar.nama, s, masukan) for s in isi)
                or not any(s.peran == "isian" for s in isi)
            ):
                break
            hasil.add(isi[0].baris)
    return hasil


def _ada(lembar: str, sel: Sel, masukan: Mapping[Titik, Nilai]) -> bool:
    if sel.peran == "isian":
        return masukan.get((lembar, *sel.titik)) not in (None, "")
    return sel.peran == "label" and isinstance(sel.nilai, str) and sel.nilai != "" and not sel.nilai.isdigit()
