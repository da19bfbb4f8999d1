"""A sheet under construction: cells, merges, row heights estimated from text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kutip_lembar, rentang
from kinerja_xl.spec.bahasa import BAWAAN, kata, katalog
from kinerja_xl.spec.buku import Isi
from kinerja_xl.spec.halaman import LEBAR_BAWAAN
from kinerja_xl.spec.letak import span
from kinerja_xl.spec.manifest import GrafikM, LogoM, Sah, Sel, WarnaBersyarat
from kinerja_xl.spec.rumus_spek import Ruang, kembangkan, panggilan
from kinerja_xl.spec.tinggi import tinggi_teks
from kinerja_xl.spec.ungkapan import ganti, isi

MAKS_PESAN = 255  # what Excel takes


@dataclass(frozen=True)
class BaganAlir:
    """A flow chart to be drawn: its data, first and last row of its table, first performer column."""

    data: Mapping[str, Any]
    baris1: int
    baris2: int
    kolom: int


@dataclass
class Kanvas:
    """Collects what one sheet holds."""

    nama: str
    lebar: Mapping[int, float]
    sel: list[Sel] = field(default_factory=list)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    tinggi: dict[int, float] = field(default_factory=dict)
    warna: list[WarnaBersyarat] = field(default_factory=list)
    grafik: list[GrafikM] = field(default_factory=list)
    logo: list[LogoM] = field(default_factory=list)
    ulang: tuple[int, int] | None = None
    putus: list[int] = field(default_factory=list)
    utuh: list[tuple[int, int]] = field(default_factory=list)
    terpakai: set[tuple[int, int]] = field(default_factory=set)
    alir: BaganAlir | None = None
    bahasa: str = BAWAAN

    def tambah(self, sel: Sel, kolom_akhir: int = 0, baris_akhir: int = 0) -> None:
        """Place a cell, merged up to the given corner; two cells may not overlap."""
        k2, b2 = kolom_akhir or sel.kolom, baris_akhir or sel.baris
        for b in range(sel.baris, b2 + 1):
            for k in range(sel.kolom, k2 + 1):
                if (b, k) in self.terpakai:
                    raise KinerjaError(f"spek: dua isi bertemu di {self.nama}!{rentang(b, k, b, k)}")
                self.terpakai.add((b, k))
        self.sel.append(sel)
        if (k2, b2) != (sel.kolom, sel.baris):
            self.gabungan.append((sel.baris, sel.kolom, b2, k2))
        if sel.peran == "label" and isinstance(sel.nilai, str) and b2 == sel.baris:
            self.perlu(sel.baris, self.butuh(sel.nilai, sel.kolom, k2, sel.gaya))

    def perlu(self, baris: int, tinggi: float) -> None:
        """Make a row at least so high (points)."""
        if tinggi > self.tinggi.get(baris, 15.0):
            self.tinggi[baris] = min(tinggi, 400.0)

    def butuh(self, teks: str, k1: int, k2: int, gaya: str) -> float:
        """Height of a text over these columns, in points."""
        return tinggi_teks(teks, sum(self.lebar.get(k, LEBAR_BAWAAN) for k in range(k1, k2 + 1)), gaya)


def buat_sel(
    spek: Isi,
    baris: int,
    cakupan: Mapping[str, Any],
    ruang: Ruang,
    *,
    gaya: str,
    judul: str = "",
    tabel: str = "",
    rekaman: int = 0,
    kolom: int = 0,
) -> Sel:
    """One cell of the manifest from its spec, with its variables filled in."""
    k1 = kolom or span(spek.kolom)[0]
    umum: dict[str, Any] = {
        "nama": ganti(spek.nama, cakupan),
        "tipe": spek.tipe,
        "judul": ganti(spek.judul, cakupan) or judul,
        "tabel": tabel,
        "kunci": spek.kunci,
        "rekaman": rekaman,
        "tautan": ganti(spek.tautan, cakupan),
    }
    if spek.isian or (spek.isian_kosong and isi(spek.isi, cakupan) in (None, "")):
        return Sel(
            baris, k1, "isian", spek.gaya or "isian", sah=_sah(spek, cakupan, ruang), wajib=spek.wajib,
            wajib_bila=spek.wajib_bila, **umum,
        )  # fmt: skip
    if spek.rumus:
        teks = ganti(spek.rumus, cakupan)
        return Sel(
            baris, k1, "rumus", spek.gaya or "rumus", rumus=kembangkan(teks, ruang),
            panggilan=panggilan(ganti(spek.resmi, cakupan) or teks, ruang), **umum,
        )  # fmt: skip
    nilai = isi(spek.isi, cakupan)
    if nilai is not None and not isinstance(nilai, (str, int, float, bool)):
        raise KinerjaError(f"spek: '{spek.isi}' bukan nilai sel")
    return Sel(baris, k1, "label", spek.gaya or gaya, nilai=nilai if nilai != "" else None, **umum)


def _sah(spek: Isi, cakupan: Mapping[str, Any], ruang: Ruang) -> Sah:
    dari = kembangkan(ganti(spek.pilihan_dari, cakupan), ruang) if spek.pilihan_dari else ""
    return Sah(
        min=spek.min,
        maks=spek.maks,
        pilihan=spek.pilihan,
        pilihan_dari=dari,
        kata=spek.kata,
        judul=ganti(spek.judul or spek.label, cakupan)[:32],
        pesan=_pesan(spek, cakupan, ruang.bahasa),
    )


def _pesan(spek: Isi, cakupan: Mapping[str, Any], bahasa: str) -> str:
    """The message of an input; in another language than Indonesian it explains the words of a list."""
    pesan = ganti(spek.pesan, cakupan)
    if bahasa == BAWAAN or not spek.pilihan:
        return pesan
    arti = katalog(bahasa).kata
    if not any(arti.get(satu) for satu in spek.pilihan):
        return pesan
    daftar = ", ".join(f"{satu} ({arti[satu]})" if arti.get(satu) else satu for satu in spek.pilihan)
    panjang = f"{pesan} {kata(bahasa, 'Pilih salah satu: {pilihan}.').format(pilihan=daftar)}".strip()
    return panjang if len(panjang) <= MAKS_PESAN else pesan


def warnai(kanvas: Kanvas, spek: Isi, baris1: int, baris2: int) -> None:
    """Register the conditional colours of a cell or a table column."""
    if not spek.warna:
        return
    k = span(spek.kolom)[0]
    for bila, gaya in spek.warna.items():
        kanvas.warna.append(WarnaBersyarat(rentang(baris1, k, baris2, k), bila, gaya))


def alamat_sel(lembar: str, baris: int, kolom: int) -> str:
    """Absolute address with its sheet."""
    return f"{kutip_lembar(lembar)}!{rentang(baris, kolom, baris, kolom, True)}"
