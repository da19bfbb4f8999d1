"""Layout: a workbook spec and a context become a Manifest (same input, same manifest)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.spec.alih import alih_buku
from kinerja_xl.spec.alir import gambar_alir
from kinerja_xl.spec.alir_halaman import bagi_halaman
from kinerja_xl.spec.bahasa import bahasa_konteks
from kinerja_xl.spec.buku import PROFIL, BlokOtomatis, LembarSpek, muat_buku
from kinerja_xl.spec.cetak_isi import ikut_isi
from kinerja_xl.spec.gambar import gambar
from kinerja_xl.spec.halaman import TERKECIL, TINGGI_BAWAAN, muat_titik, skala
from kinerja_xl.spec.indikator_kantor import lengkapi
from kinerja_xl.spec.kanvas import Kanvas, alamat_sel
from kinerja_xl.spec.lebar import lebar_kolom
from kinerja_xl.spec.letak import LetakLembar, Peta, jumlah_bagian, petakan
from kinerja_xl.spec.mandiri import sekali
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
    bahasa = bahasa_konteks(konteks)
    asli = spek_profil(konteks) if jenis == PROFIL else muat_buku(jenis, str(konteks.get("versi", "")))
    spek = alih_buku(asli, bahasa)
    isi = lengkapi({**konteks, "daftar": spek.daftar})
    tinggi = {
        "konteks": 5 + len(teks_konteks(konteks)),
        "parameter": 1,
        "status": tinggi_status(jumlah_bagian(spek, isi)),
    }
    peta = petakan(spek, isi, tinggi)
    ruang = Ruang(peta.tabel, int(konteks["tahun"]), peta.nama, bahasa=bahasa)
    biasa = {t.nama: _lembar(t, ruang, konteks) for t in peta.lembar if not _punya(t, "status", "parameter")}
    sisa = {
        t.nama: _lembar(t, ruang, konteks, [m for m in biasa.values() if m.bagian])
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


def _lembar(
    letak: LetakLembar, ruang: Ruang, konteks: Mapping[str, Any], bagian: list[LembarM] | None = None
) -> LembarM:
    if letak.spek.mandiri:
        kertas = _kertas(letak.spek, konteks)
        return sekali(letak, ruang, kertas, lambda sempit, kamar: _gambar(sempit, kamar, {"kertas": kertas}))
    return _gambar(letak, ruang, konteks, bagian)


def _gambar(
    letak: LetakLembar, ruang: Ruang, konteks: Mapping[str, Any], bagian: list[LembarM] | None = None
) -> LembarM:
    spek = letak.spek
    kanvas = Kanvas(letak.nama, lebar_kolom(letak, _kertas(spek, konteks)), bahasa=ruang.bahasa)
    for satu in letak.blok:
        if not isinstance(satu.blok, BlokOtomatis):
            gambar(satu, kanvas, ruang)
        elif satu.blok.jenis == "konteks":
            konteks_ke_sel(kanvas, satu.baris, konteks, f"{konteks['jenis']}/{konteks['versi']}")
        elif satu.blok.jenis == "parameter":
            parameter_ke_sel(kanvas, satu.baris, ruang)
        else:
            status_ke_sel(kanvas, satu.baris, bagian or [])
    return _jadi(letak, kanvas, konteks, ruang)


def _jadi(letak: LetakLembar, kanvas: Kanvas, konteks: Mapping[str, Any], ruang: Ruang) -> LembarM:
    spek = letak.spek
    sel = tuple(sorted(kanvas.sel, key=lambda s: s.titik))
    akhir_baris = max((b for b, _ in kanvas.terpakai), default=1)
    akhir_kolom = max((k for _, k in kanvas.terpakai), default=1)
    if spek.cetak_sampai:
        akhir_kolom = kolom_angka(spek.cetak_sampai)
    if spek.cetak_tabel:
        akhir_baris = ruang.tabel[spek.cetak_tabel].baris2
    kertas = _kertas(spek, konteks)
    bentuk, garis = _alir(spek, kanvas, kertas, akhir_kolom)
    cetak = Cetak(
        kertas=kertas,
        arah=spek.arah,
        lebar_halaman=spek.lebar_halaman,
        tinggi_halaman=int(spek.satu_halaman),
        ulang_baris=kanvas.ulang,
        daerah=(1, 1, akhir_baris, akhir_kolom),
        putus=() if spek.satu_halaman else tuple(sorted(set(kanvas.putus))),
        utuh=() if spek.satu_halaman else tuple(sorted(set(kanvas.utuh))),
        **ikut_isi(letak, kanvas, lambda: _halaman(spek, kanvas, kertas, akhir_kolom)[0]),
    )
    beku = None
    if spek.beku:
        huruf = spek.beku.rstrip("0123456789")
        beku = (int(spek.beku[len(huruf) :]), kolom_angka(huruf))
    return LembarM(
        nama=letak.nama, sel=sel, lebar=kanvas.lebar, tinggi=dict(sorted(kanvas.tinggi.items())),
        gabungan=tuple(sorted(kanvas.gabungan)), cetak=cetak, beku=beku, keadaan=spek.keadaan, warna=spek.warna,
        warna_bersyarat=tuple(kanvas.warna), bagian=_bagian(letak), bentuk=bentuk, garis=garis,
        grafik=tuple(kanvas.grafik), logo=tuple(kanvas.logo),
    )  # fmt: skip


def _kertas(spek: LembarSpek, konteks: Mapping[str, Any]) -> str:
    return spek.kertas or str(konteks.get("kertas", "A4"))


def _alir(
    spek: LembarSpek, kanvas: Kanvas, kertas: str, akhir_kolom: int
) -> tuple[tuple[Bentuk, ...], tuple[Garis, ...]]:
    """The flow chart of the sheet; its page breaks and the room it needs go to the canvas first."""
    if kanvas.alir is None:
        return (), ()
    muat, kepala = _halaman(spek, kanvas, kertas, akhir_kolom)
    semua = sum(kanvas.tinggi.get(b, TINGGI_BAWAAN) for b in range(1, 1 + max(b for b, _ in kanvas.terpakai)))
    if semua > max(muat, muat_titik(kertas, spek.arah, TERKECIL)):  # else a smaller scale saves the second page
        bagi_halaman(kanvas, muat, kepala)
    return gambar_alir(kanvas)


def _halaman(spek: LembarSpek, kanvas: Kanvas, kertas: str, akhir_kolom: int) -> tuple[float, float]:
    """Height of a page and of the rows repeated on it, in points."""
    persen = skala(kertas, spek.arah, spek.lebar_halaman, kanvas.lebar, range(1, akhir_kolom + 1))
    atas, bawah = kanvas.ulang or (1, 0)
    kepala = sum(kanvas.tinggi.get(b, TINGGI_BAWAAN) for b in range(atas, bawah + 1))
    return muat_titik(kertas, spek.arah, persen), kepala


def _bagian(letak: LetakLembar) -> str:
    return ganti(letak.spek.bagian, letak.cakupan)


def _nama_otomatis(lembar: tuple[LembarM, ...], peta: Peta) -> None:
    """Names of cells that the engine drew itself (context, parameters)."""
    for satu in lembar:
        for sel in satu.sel:
            if sel.nama and sel.nama not in peta.nama:
                peta.catat_nama(sel.nama, alamat_sel(satu.nama, sel.baris, sel.kolom))
