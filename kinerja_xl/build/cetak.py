"""Page setup: paper, direction, fit to width, repeated rows, page breaks, header and footer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Any

from kinerja_xl.spec.bahasa import bahasa_konteks, kata
from kinerja_xl.spec.cetak_isi import daerah_cetak
from kinerja_xl.spec.halaman import KERTAS, TERKECIL, TINGGI_BAWAAN, muat_titik, putus_sebelum, skala, tepi, ukuran
from kinerja_xl.spec.manifest import LembarM, Manifest, Titik

_MAKS_KAKI = 200


def siapkan_cetak(
    ws: Any, manifest: Manifest, lembar: LembarM, tinggi: Mapping[int, float], terisi: Iterable[Titik] = ()
) -> None:
    """Everything a sheet needs to come out of a printer as the form it is.

    tinggi: height of each row in points where it is not the usual one; terisi: inputs that hold something.
    """
    cetak = lembar.cetak
    ukuran(cetak.kertas, cetak.arah)
    ws.set_paper(KERTAS[cetak.kertas][0])
    if cetak.arah == "mendatar":
        ws.set_landscape()
    ws.set_margins(**tepi(cetak.arah))
    ws.center_horizontally()
    kolom = range(cetak.daerah[1], cetak.daerah[3] + 1) if cetak.daerah else sorted(lembar.lebar)
    persen = skala(cetak.kertas, cetak.arah, cetak.lebar_halaman, lembar.lebar, kolom)
    rapat = _serapat(lembar, tinggi, persen)
    putus = _putus(lembar, tinggi, rapat)
    if putus or rapat < persen:  # Excel ignores manual page breaks while fitting, so the scale is worked out here
        ws.set_print_scale(rapat)
        ws.set_h_pagebreaks([baris - 1 for baris in putus])
    elif cetak.lebar_halaman:
        ws.fit_to_pages(ceil(cetak.lebar_halaman), cetak.tinggi_halaman)
    if cetak.ulang_baris:
        ws.repeat_rows(cetak.ulang_baris[0] - 1, cetak.ulang_baris[1] - 1)
    daerah = daerah_cetak(lembar, terisi) if lembar.keadaan == "visible" else None
    if daerah:
        ws.print_area(*(n - 1 for n in daerah))
    catatan = str(manifest.konteks.get("catatan") or "")
    if catatan:
        ws.set_header(f"&C&8 {_kaki(catatan)}")
    halaman = kata(bahasa_konteks(manifest.konteks), "Halaman &P dari &N")
    ws.set_footer(f"&L&8 {_kaki(_kantor(manifest))}&C&7 {_kaki(manifest.templat)}&R&8 {halaman}")


def _serapat(lembar: LembarM, tinggi: Mapping[int, float], persen: int) -> int:
    """A scale a little smaller when that saves a second page with a few rows on it."""
    cetak = lembar.cetak
    akhir = _akhir(lembar)
    semua = sum(tinggi.get(b, TINGGI_BAWAAN) for b in range(1, akhir + 1))
    perlu = int(persen * muat_titik(cetak.kertas, cetak.arah, persen) / semua) if semua else persen
    return perlu if not cetak.putus and not cetak.ikut_isi and TERKECIL <= perlu < persen else persen


def _akhir(lembar: LembarM) -> int:
    return lembar.cetak.daerah[2] if lembar.cetak.daerah else max((s.baris for s in lembar.sel), default=1)


def _putus(lembar: LembarM, tinggi: Mapping[int, float], persen: int) -> list[int]:
    """Page breaks: those of the layout, and those that keep whole what must stay whole."""
    cetak = lembar.cetak
    if not (cetak.utuh or cetak.putus) or cetak.tinggi_halaman:
        return list(cetak.putus)
    atas, bawah = cetak.ulang_baris or (1, 0)
    kepala = sum(tinggi.get(b, TINGGI_BAWAAN) for b in range(atas, bawah + 1))
    akhir = _akhir(lembar)
    muat = muat_titik(cetak.kertas, cetak.arah, persen)
    return sorted({*cetak.putus, *putus_sebelum(cetak.utuh, tinggi, akhir, muat, kepala, cetak.putus)})


def _kantor(manifest: Manifest) -> str:
    instansi = manifest.konteks.get("instansi")
    return str(instansi.get("nama", "")) if isinstance(instansi, Mapping) else ""


def _kaki(teks: str) -> str:
    return " ".join(teks.split())[:_MAKS_KAKI].replace("&", "&&")
