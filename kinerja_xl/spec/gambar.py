"""Second pass of the layout: the cells of each block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kinerja_xl.spec.buku import BlokBaris, BlokGrafik, BlokIsian, BlokKop, BlokKosong, BlokTabel, Isi
from kinerja_xl.spec.kanvas import BaganAlir, Kanvas, buat_sel, warnai
from kinerja_xl.spec.kop import gambar_kop, logo_di
from kinerja_xl.spec.letak import Letak, kepala, span
from kinerja_xl.spec.manifest import DeretM, GrafikM, Sel, TabelM
from kinerja_xl.spec.rumus_spek import Ruang, kembangkan
from kinerja_xl.spec.ungkapan import ambil, ganti

_TINGGI_LOGO = 54.0  # points, in the identity box of an SOP form
IKUT = 3  # rows before a signature that go with it: it never stands alone on a page


def gambar(letak: Letak, kanvas: Kanvas, ruang: Ruang) -> None:
    """Draw one block."""
    blok = letak.blok
    if isinstance(blok, BlokBaris):
        _baris(blok, letak, kanvas, ruang)
    elif isinstance(blok, BlokKosong):
        for b in range(letak.baris, letak.baris + blok.baris):
            if blok.tinggi:
                kanvas.tinggi[b] = blok.tinggi
        if blok.putus:
            kanvas.putus.append(letak.baris + blok.baris)
    elif isinstance(blok, BlokIsian):
        _isian(blok, letak, kanvas, ruang)
    elif isinstance(blok, BlokGrafik):
        _grafik(blok, letak, kanvas, ruang)
    elif isinstance(blok, BlokKop):
        gambar_kop(letak, kanvas)
    elif isinstance(blok, BlokTabel):
        _tabel(blok, letak, kanvas, ruang)


def _baris(blok: BlokBaris, letak: Letak, kanvas: Kanvas, ruang: Ruang) -> None:
    for spek in blok.sel:
        sel = buat_sel(spek, letak.baris, letak.cakupan, ruang, gaya="teks")
        kanvas.tambah(sel, span(spek.kolom)[1], letak.baris + spek.baris_gabung - 1)
        warnai(kanvas, spek, letak.baris, letak.baris)
        logo = letak.cakupan.get("kop", {}).get("logo") if spek.gaya == "kop" else None
        if logo:
            kanvas.logo.append(logo_di(logo, sel.titik, _TINGGI_LOGO))
    if blok.tinggi:
        kanvas.tinggi[letak.baris] = blok.tinggi
    if blok.utuh:
        kanvas.utuh.append((max(1, letak.baris - IKUT), letak.baris + blok.utuh))


def _isian(blok: BlokIsian, letak: Letak, kanvas: Kanvas, ruang: Ruang) -> None:
    baris = letak.baris
    for spek in blok.baris:
        akhir = baris + spek.baris_gabung - 1
        label = ganti(spek.label, letak.cakupan)
        k1, k2 = span(blok.label)
        kanvas.tambah(Sel(baris, k1, "label", "label", nilai=label), k2, akhir)
        satu = replace(spek, kolom=blok.isi)
        kanvas.tambah(buat_sel(satu, baris, letak.cakupan, ruang, gaya="teks", judul=label), span(blok.isi)[1], akhir)
        warnai(kanvas, satu, baris, akhir)
        if blok.bantuan and spek.bantuan:
            k1, k2 = span(blok.bantuan)
            teks = ganti(spek.bantuan, letak.cakupan)
            kanvas.tambah(Sel(baris, k1, "label", "bantuan", nilai=teks), k2, akhir)
        baris = akhir + 1


def _grafik(blok: BlokGrafik, letak: Letak, kanvas: Kanvas, ruang: Ruang) -> None:
    akhir = letak.baris + blok.baris + len(letak.rekaman) - 1
    for satu in blok.grafik:
        k1, k2 = span(satu.kolom)
        deret = tuple(DeretM(ganti(d.judul, letak.cakupan), kembangkan(d.nilai, ruang)) for d in satu.deret)
        kategori, daerah = kembangkan(satu.kategori, ruang), (letak.baris, k1, akhir, k2)
        judul = ganti(satu.judul, letak.cakupan)
        kanvas.grafik.append(GrafikM(satu.bentuk, judul, daerah, kategori, deret, satu.sumbu, satu.maks, satu.angka))
    kanvas.terpakai.add((akhir, max(span(satu.kolom)[1] for satu in blok.grafik)))
    kanvas.utuh.append((letak.baris, akhir))


def _tabel(blok: BlokTabel, letak: Letak, kanvas: Kanvas, ruang: Ruang) -> None:
    if not letak.rekaman:
        return
    tabel = ruang.tabel[ganti(blok.nama, letak.cakupan)]
    _kepala(blok, letak, kanvas, tabel)
    for ke, rekaman in enumerate(letak.rekaman, 1):
        baris = tabel.baris1 + ke - 1
        tempat = replace(ruang, sendiri=tabel, baris=baris, rekaman=ke)
        cakupan: Mapping[str, Any] = {**letak.cakupan, "r": rekaman, "no": ke}
        for spek in blok.kolom:
            sel = buat_sel(
                spek, baris, cakupan, tempat, gaya="sel", judul=ganti(spek.judul, letak.cakupan),
                tabel=tabel.nama, rekaman=ke,
            )  # fmt: skip
            kanvas.tambah(sel, span(spek.kolom)[1])
        if blok.tinggi:
            kanvas.perlu(baris, blok.tinggi)
    if blok.alir:
        data = ambil(blok.alir, letak.cakupan)
        kanvas.alir = BaganAlir(data, tabel.baris1, tabel.baris2, tabel.kolom["pelaksana_1"])
    for spek in blok.kolom:
        warnai(kanvas, spek, tabel.baris1, tabel.baris2)
    for spek in blok.total:
        sel = buat_sel(spek, tabel.baris2 + 1, letak.cakupan, ruang, gaya="total")
        kanvas.tambah(replace(sel, gaya="total" if not spek.gaya else spek.gaya), span(spek.kolom)[1])
    if blok.total:
        kanvas.utuh.append((max(tabel.baris1, tabel.baris2 - 1), tabel.baris2 + 1))
    if letak.baris > 6:  # a heading never stands at the foot of a page without its first rows
        kanvas.utuh.append((letak.baris - 1, min(tabel.baris1 + 1, tabel.baris2)))


def _kepala(blok: BlokTabel, letak: Letak, kanvas: Kanvas, tabel: TabelM) -> None:
    atas = letak.baris
    if not kepala(blok):
        return
    baris = atas + bool(blok.kelompok)
    for satu in blok.kelompok:
        k1, k2 = span(satu["kolom"])
        kanvas.tambah(Sel(atas, k1, "label", "kepala", nilai=ganti(satu["judul"], letak.cakupan)), k2)
    terkelompok = [span(s["kolom"]) for s in blok.kelompok]
    for ke, spek in enumerate(blok.kolom, 1):
        k1, k2 = span(spek.kolom)
        mulai = baris if not blok.kelompok or any(a <= k1 <= b for a, b in terkelompok) else atas
        teks = ganti(spek.judul, letak.cakupan)
        kanvas.tambah(Sel(mulai, k1, "label", "kepala", nilai=teks or None), k2, baris)
        if mulai != baris:
            kanvas.perlu(baris, kanvas.butuh(teks, k1, k2, "kepala") - 15)
        if blok.nomor:
            kanvas.tambah(Sel(baris + 1, k1, "label", "kepala_nomor", nilai=ke), k2)
    if blok.tinggi_kepala:
        kanvas.tinggi[baris] = blok.tinggi_kepala
    if blok.ulang_cetak:
        kanvas.ulang = (atas, tabel.baris1 - 1)


def isi_polos(kolom: str, teks: str, gaya: str) -> Isi:
    """A cell of fixed text, for blocks drawn by the engine."""
    return Isi(kolom=kolom, isi=teks, gaya=gaya)
