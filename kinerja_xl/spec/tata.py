"""Layout: a workbook spec and a context become a Manifest (same input, same manifest)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.spec.alir import gambar_alir
from kinerja_xl.spec.alir_halaman import bagi_halaman
from kinerja_xl.spec.buku import PROFIL, BlokOtomatis, BukuSpek, LembarSpek, muat_buku
from kinerja_xl.spec.gambar import gambar
from kinerja_xl.spec.halaman import TINGGI_BAWAAN, muat_titik, putus_sebelum, skala
from kinerja_xl.spec.indikator_kantor import lengkapi
from kinerja_xl.spec.kanvas import Kanvas, alamat_sel
from kinerja_xl.spec.letak import LetakLembar, Peta, petakan
from kinerja_xl.spec.manifest import Bentuk, Cetak, Garis, LembarM, Manifest
from kinerja_xl.spec.otomatis import (
    konteks_ke_sel,
    parameter_ke_sel,
    status_ke_sel,
    teks_konteks,
    tinggi_status,
)
from kinerja_xl.spec.profil_spek import spek_profil
from kinerja_xl.spec.rumus_spek import Ruang
from kinerja_xl.spec.ungkapan import ganti


def tata(jenis: str, konteks: Mapping[str, Any]) -> Manifest:
    """The manifest of a document kind for one office and year (its context)."""
    spek = spek_profil(konteks) if jenis == PROFIL else muat_buku(jenis, str(konteks.get("versi", "")))
    tinggi = {
        "konteks": 5 + len(teks_konteks(konteks)),
        "parameter": 1,
        "status": tinggi_status(_jumlah_bagian(spek, konteks)),
    }
    isi = lengkapi({**konteks, "daftar": spek.daftar})
    peta = petakan(spek, isi, tinggi)
    ruang = Ruang(peta.tabel, int(konteks["tahun"]), peta.nama)
    biasa = {t.nama: _lembar(t, peta, ruang, konteks) for t in peta.lembar if not _punya(t, "status", "parameter")}
    sisa = {
        t.nama: _lembar(t, peta, ruang, konteks, [m for m in biasa.values() if m.bagian])
        for t in sorted(peta.lembar, key=lambda t: _punya(t, "parameter"))
        if t.nama not in biasa
    }
    semua = {**biasa, **sisa}
    lembar = tuple(semua[t.nama] for t in peta.lembar)
    _nama_otomatis(lembar, peta)
    return Manifest(
        jenis=spek.jenis, versi=spek.versi, judul=spek.judul, tahun=int(konteks["tahun"]), konteks=konteks,
        lembar=lembar, tabel=peta.tabel, nama=dict(sorted(peta.nama.items())),
    )  # fmt: skip


def _punya(letak: LetakLembar, *jenis: str) -> bool:
    return any(isinstance(b.blok, BlokOtomatis) and b.blok.jenis in jenis for b in letak.blok)


def _jumlah_bagian(spek: BukuSpek, konteks: Mapping[str, Any]) -> int:
    dasar = petakan(spek, lengkapi({**konteks, "daftar": spek.daftar}), {"konteks": 1, "parameter": 1, "status": 1})
    return sum(bool(satu.spek.bagian) for satu in dasar.lembar)


def _lembar(
    letak: LetakLembar, peta: Peta, ruang: Ruang, konteks: Mapping[str, Any], bagian: list[LembarM] | None = None
) -> LembarM:
    spek = letak.spek
    lebar = {kolom_angka(k): float(v) for k, v in spek.lebar.items()}
    kanvas = Kanvas(letak.nama, lebar)
    for satu in letak.blok:
        if not isinstance(satu.blok, BlokOtomatis):
            gambar(satu, kanvas, ruang)
        elif satu.blok.jenis == "konteks":
            konteks_ke_sel(kanvas, satu.baris, konteks, f"{konteks['jenis']}/{konteks['versi']}")
        elif satu.blok.jenis == "parameter":
            parameter_ke_sel(kanvas, satu.baris, ruang)
        else:
            status_ke_sel(kanvas, satu.baris, bagian or [])
    return _jadi(letak, kanvas, konteks)


def _jadi(letak: LetakLembar, kanvas: Kanvas, konteks: Mapping[str, Any]) -> LembarM:
    spek = letak.spek
    sel = tuple(sorted(kanvas.sel, key=lambda s: s.titik))
    akhir_baris = max((b for b, _ in kanvas.terpakai), default=1)
    akhir_kolom = max((k for _, k in kanvas.terpakai), default=1)
    if spek.cetak_sampai:
        akhir_kolom = kolom_angka(spek.cetak_sampai)
    kertas = spek.kertas or str(konteks.get("kertas", "A4"))
    bentuk, garis = _alir(spek, kanvas, kertas, akhir_kolom)
    cetak = Cetak(
        kertas=kertas,
        arah=spek.arah,
        lebar_halaman=spek.lebar_halaman,
        tinggi_halaman=int(spek.satu_halaman),
        ulang_baris=kanvas.ulang,
        daerah=(1, 1, akhir_baris, akhir_kolom),
        putus=() if spek.satu_halaman else _putus(spek, kanvas, kertas, akhir_baris, akhir_kolom),
    )
    beku = None
    if spek.beku:
        huruf = spek.beku.rstrip("0123456789")
        beku = (int(spek.beku[len(huruf) :]), kolom_angka(huruf))
    return LembarM(
        nama=letak.nama, sel=sel, lebar=kanvas.lebar, tinggi=dict(sorted(kanvas.tinggi.items())),
        gabungan=tuple(sorted(kanvas.gabungan)), cetak=cetak, beku=beku, keadaan=spek.keadaan, warna=spek.warna,
        warna_bersyarat=tuple(kanvas.warna), bagian=_bagian(letak), bentuk=bentuk, garis=garis,
        grafik=tuple(kanvas.grafik),
    )  # fmt: skip


def _alir(
    spek: LembarSpek, kanvas: Kanvas, kertas: str, akhir_kolom: int
) -> tuple[tuple[Bentuk, ...], tuple[Garis, ...]]:
    """The flow chart of the sheet; its page breaks and the room it needs go to the canvas first."""
    if kanvas.alir is None:
        return (), ()
    bagi_halaman(kanvas, *_halaman(spek, kanvas, kertas, akhir_kolom))
    return gambar_alir(kanvas)


def _halaman(spek: LembarSpek, kanvas: Kanvas, kertas: str, akhir_kolom: int) -> tuple[float, float]:
    """Height of a page and of the rows repeated on it, in points."""
    persen = skala(kertas, spek.arah, spek.lebar_halaman, kanvas.lebar, range(1, akhir_kolom + 1))
    atas, bawah = kanvas.ulang or (1, 0)
    kepala = sum(kanvas.tinggi.get(b, TINGGI_BAWAAN) for b in range(atas, bawah + 1))
    return muat_titik(kertas, spek.arah, persen), kepala


def _putus(spek: LembarSpek, kanvas: Kanvas, kertas: str, akhir_baris: int, akhir_kolom: int) -> tuple[int, ...]:
    """Page breaks: those of the spec, and those that keep whole what must stay whole."""
    muat, kepala = _halaman(spek, kanvas, kertas, akhir_kolom)
    jaga = putus_sebelum(kanvas.utuh, kanvas.tinggi, akhir_baris, muat, kepala, kanvas.putus)
    return tuple(sorted({*kanvas.putus, *jaga}))


def _bagian(letak: LetakLembar) -> str:
    return ganti(letak.spek.bagian, letak.cakupan)


def _nama_otomatis(lembar: tuple[LembarM, ...], peta: Peta) -> None:
    """Names of cells that the engine drew itself (context, parameters)."""
    for satu in lembar:
        for sel in satu.sel:
            if sel.nama and sel.nama not in peta.nama:
                peta.catat_nama(sel.nama, alamat_sel(satu.nama, sel.baris, sel.kolom))
