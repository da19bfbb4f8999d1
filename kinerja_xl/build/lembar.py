"""One sheet: cells, merges, sizes, locks, validation, conditional colours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kinerja_xl.build.cetak import siapkan_cetak
from kinerja_xl.build.gaya import Sifat, sifat, sifat_bersyarat
from kinerja_xl.build.grafik import gambar_grafik
from kinerja_xl.build.logo import gambar_logo
from kinerja_xl.build.nilai import angka_tepat, periksa_teks, tersimpan
from kinerja_xl.build.sah import validasi
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import rentang
from kinerja_xl.spec.bahasa import bahasa_konteks, kata
from kinerja_xl.spec.cetak_isi import baris_kosong
from kinerja_xl.spec.manifest import LembarM, Manifest, Nilai, Sel, Titik, tempat
from kinerja_xl.spec.tinggi import tinggi_terisi

Format = Callable[[Sifat], Any]
_LEBAR_KOMENTAR, _TINGGI_BARIS, _HURUF_SEBARIS = 420, 15, 72  # pixels, pixels, letters of 8 points on a line


def tulis_lembar(
    buku: Any, ws: Any, manifest: Manifest, lembar: LembarM, masukan: Mapping[Titik, Nilai],
    hasil: Mapping[Titik, Nilai], format_sel: Format, komentar: Mapping[Titik, str], ringkas: bool = False,
) -> None:  # fmt: skip
    """Fill a worksheet of XlsxWriter from one sheet of the manifest.

    komentar: texts of cell comments; ringkas: hide the blank rows at the end of tables, for printing.
    """
    bahasa = bahasa_konteks(manifest.konteks)
    for kolom, lebar in sorted(lembar.lebar.items()):
        ws.set_column(kolom - 1, kolom - 1, lebar)
    tinggi, tetap = tinggi_terisi(lembar, masukan, hasil)
    tersembunyi = baris_kosong(lembar, masukan) if ringkas else set()
    for baris in sorted(tetap | tersembunyi):
        ws.set_row(baris - 1, tinggi.get(baris), None, {"hidden": baris in tersembunyi})
    gabungan = {(b1, k1): (b1, k1, b2, k2) for b1, k1, b2, k2 in lembar.gabungan}
    rupa_gaya: dict[tuple[str, str, bool], Any] = {}
    for sel in lembar.sel:
        kunci = (sel.gaya, sel.tipe, sel.peran == "isian")
        if kunci not in rupa_gaya:
            rupa_gaya[kunci] = format_sel(sifat(*kunci))
        rupa = rupa_gaya[kunci]
        if sel.titik in gabungan:
            b1, k1, b2, k2 = gabungan[sel.titik]
            ws.merge_range(b1 - 1, k1 - 1, b2 - 1, k2 - 1, "", rupa)
        _sel(ws, lembar.nama, sel, masukan, hasil, rupa, kata(bahasa, "Buka bagian ini"))
    _komentar(ws, lembar.nama, komentar)
    _validasi(ws, lembar, bahasa)
    for warna in lembar.warna_bersyarat:
        isi = '"' + warna.bila.replace('"', '""') + '"'
        rupa = format_sel(sifat_bersyarat(warna.gaya))
        syarat = {"type": "cell", "criteria": "==", "value": isi, "format": rupa}
        ws.conditional_format(warna.daerah.replace("$", ""), syarat)
    ws.pasang_alir(lembar.bentuk, lembar.garis)
    gambar_grafik(buku, ws, lembar)
    gambar_logo(ws, manifest, lembar)
    terisi = [titik for titik, nilai in masukan.items() if nilai not in (None, "")]
    siapkan_cetak(ws, manifest, lembar, tinggi | dict.fromkeys(tersembunyi, 0.0), terisi)
    _rupa_lembar(ws, lembar)


def _sel(
    ws: Any, lembar: str, sel: Sel, masukan: Mapping[Titik, Nilai], hasil: Mapping[Titik, Nilai], rupa: Any, buka: str
) -> None:
    b, k, titik = sel.baris - 1, sel.kolom - 1, (lembar, sel.baris, sel.kolom)
    if sel.tautan:
        teks = sel.nilai if isinstance(sel.nilai, str) else None
        if ws.write_url(b, k, f"internal:{sel.tautan}", rupa, string=teks, tip=buka):
            raise KinerjaError(f"{tempat(titik)}: tautan '{sel.tautan}' tidak dapat ditulis")
    if sel.peran == "rumus":
        if titik not in hasil:
            raise KinerjaError(f"{tempat(titik)}: hasil rumus belum dihitung")
        ws.tulis_rumus(b, k, sel.rumus, tersimpan(titik, hasil[titik]), rupa)
        return
    nilai = masukan.get(titik) if sel.peran == "isian" else sel.nilai
    if nilai is None or nilai == "":
        ws.tulis_sel(b, k, None, rupa)
    elif isinstance(nilai, str):
        ws.tulis_sel(b, k, periksa_teks(titik, nilai), rupa)
    else:
        ws.tulis_sel(b, k, angka_tepat(titik, nilai), rupa)


def _komentar(ws: Any, lembar: str, komentar: Mapping[Titik, str]) -> None:
    """Hidden comments, each large enough for its text; a reader points at the cell to see it."""
    for (nama, baris, kolom), isi in sorted(komentar.items()):
        if nama != lembar:
            continue
        tinggi = sum(1 + len(satu) // _HURUF_SEBARIS for satu in isi.splitlines())
        ukuran = {"width": _LEBAR_KOMENTAR, "height": 12 + _TINGGI_BARIS * tinggi, "font_size": 8}
        if ws.write_comment(baris - 1, kolom - 1, isi, {"author": "kinerja-xl", **ukuran}):
            raise KinerjaError(f"{tempat((nama, baris, kolom))}: komentar terlalu panjang")


def _validasi(ws: Any, lembar: LembarM, bahasa: str) -> None:
    for pilihan, lari in validasi(lembar, bahasa):
        lain = [list(satu) for satu in lari[1:]]
        if ws.data_validation(*lari[0], {**pilihan, "other_cells": lain} if lain else dict(pilihan)):
            b1, k1, b2, k2 = (n + 1 for n in lari[0])
            raise KinerjaError(f"{lembar.nama}!{rentang(b1, k1, b2, k2)}: aturan isian tidak dapat ditulis")
    teks = [s.titik for s in lembar.sel if s.peran == "isian" and s.tipe == "teks"]
    if teks:  # NIP and codes are digits kept as text on purpose: no green triangle
        ws.ignore_errors({"number_stored_as_text": " ".join(rentang(b, k, b, k) for b, k in teks)})


def _rupa_lembar(ws: Any, lembar: LembarM) -> None:
    ws.hide_gridlines(2)
    ws.protect("", {"format_columns": True, "format_rows": True})
    if lembar.warna:
        ws.set_tab_color(lembar.warna)
    if lembar.beku:
        ws.freeze_panes(lembar.beku[0] - 1, lembar.beku[1] - 1)
    if lembar.keadaan == "hidden":
        ws.hide()
    elif lembar.keadaan == "veryHidden":
        ws.very_hidden()
