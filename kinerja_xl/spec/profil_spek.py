"""The spec of the profile workbook: templates/buku/profil.toml, plus columns, cells and sheets for the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_huruf
from kinerja_xl.spec.bahasa import bahasa_konteks, kata
from kinerja_xl.spec.buku import PROFIL, Blok, BlokBaris, BlokIsian, BlokKosong, BlokTabel, BukuSpek, Isi, LembarSpek
from kinerja_xl.spec.buku import muat_buku as _muat
from kinerja_xl.spec.letak import span

MAKS_LEMBAR, MAKS_KOLOM, MAKS_SEL = 60, 200, 60_000
_TEKS = re.compile(r'"([^"]+)"')
_TIPE = {"teks": "teks", "angka": "umum", "umum": "umum", "tanggal": "tanggal", "daftar": "teks", "toml": "teks"}
_PESAN = {
    "daftar": "Beberapa kata dipisahkan titik koma.",
    "toml": 'Ditulis seperti dalam TOML: "teks", 12, true, [1, 2].',
}
_LEBAR = {"teks": 28.0, "angka": 16.0, "umum": 20.0, "tanggal": 14.0, "daftar": 30.0, "toml": 34.0}


def spek_profil(konteks: Mapping[str, Any]) -> BukuSpek:
    """The spec for a context of `profil_bentuk.konteks_profil`."""
    _periksa_banyak(konteks)
    spek = _muat(PROFIL, str(konteks.get("versi", "")))
    lembar = [_tambah(satu, konteks) for satu in spek.lembar]
    umum = [_lembar_umum(satu, bahasa_konteks(konteks)) for satu in konteks["umum"]]
    akhir = next(i for i, satu in enumerate(lembar) if satu.nama == "Daftar")
    return replace(spek, lembar=(*lembar[:akhir], *umum, *lembar[akhir:]))


def _periksa_banyak(konteks: Mapping[str, Any]) -> None:
    """No more columns, sheets and rows than a person can mean."""
    kolom = [k for isi in (*konteks["tambahan"].values(), *konteks["medan"].values()) for k in isi]
    umum = konteks["umum"]
    sel = sum((len(u["kolom"]) + 1) * int(u["baris"]) for u in umum)
    if len(umum) > MAKS_LEMBAR or len(kolom) > MAKS_KOLOM or sel > MAKS_SEL:
        raise KinerjaError(
            f"profil memuat terlalu banyak isi lain: {len(umum)} tabel, {len(kolom)} kolom tambahan, {sel} sel "
            f"(paling banyak {MAKS_LEMBAR}, {MAKS_KOLOM}, {MAKS_SEL})"
        )


def sel_sepadan(konteks: Mapping[str, Any]) -> int:
    """About how many cells the tables of this context take: held against the file before it is laid out."""
    hasil = 0
    for lembar in spek_profil(konteks).lembar:
        for blok in (b for b in lembar.blok if isinstance(b, BlokTabel)):
            baris = konteks["baris"][blok.baris.partition(".")[2]] if isinstance(blok.baris, str) else blok.baris
            hasil += int(baris) * len(blok.kolom)
    return hasil


def _tambah(lembar: LembarSpek, konteks: Mapping[str, Any]) -> LembarSpek:
    lebar = dict(lembar.lebar)
    blok = tuple(_tambah_kolom(satu, konteks["tambahan"], lebar) for satu in lembar.blok)
    blok = tuple(_warnai(_tambah_sel(satu, konteks["medan"])) for satu in blok)
    return replace(lembar, blok=blok, lebar=lebar)


def _warnai(blok: Blok) -> Blok:
    """Colours of the check cells: green when in order, red for every message their formula can give."""
    if isinstance(blok, BlokTabel):
        return replace(blok, kolom=tuple(_warna(s) for s in blok.kolom))
    return replace(blok, baris=tuple(_warna(s) for s in blok.baris)) if isinstance(blok, BlokIsian) else blok


def _warna(sel: Isi) -> Isi:
    if sel.gaya != "cek":
        return sel
    pesan = dict.fromkeys(teks for teks in _TEKS.findall(sel.rumus) if " " in teks)
    warna = {teks: "baik" if teks.startswith("sesuai") else "galat" for teks in ("sesuai", *pesan)}
    return replace(sel, warna=warna)


def _tambah_kolom(blok: Blok, tambahan: Mapping[str, Any], lebar: dict[str, float]) -> Blok:
    if not isinstance(blok, BlokTabel):
        return blok
    contoh = blok.nama.startswith("contoh_")
    sebut = blok.nama.replace("contoh_", "profil_")
    baru = tambahan.get(sebut)
    if not baru:
        return blok
    awal = max(span(s.kolom)[1] for s in blok.kolom)
    kolom = list(blok.kolom)
    for ke, satu in enumerate(baru, 1):
        huruf = kolom_huruf(awal + ke)
        lebar.setdefault(huruf, _LEBAR[satu["bentuk"]])
        judul = _aman(satu["judul"])
        kolom.append(Isi(kolom=huruf, judul=judul, gaya="contoh") if contoh else _isian(huruf, satu))
    return replace(blok, kolom=tuple(kolom))


def _isian(huruf: str, kolom: Mapping[str, str]) -> Isi:
    bentuk = kolom["bentuk"]
    return Isi(
        kolom=huruf, kunci=kolom["kunci"], judul=_aman(kolom["judul"]), isian=True, tipe=_TIPE[bentuk],
        pesan=_PESAN.get(bentuk, ""),
    )  # fmt: skip


def _aman(teks: str) -> str:
    """Text that the spec engine does not take for a variable."""
    return teks.replace("{", "(").replace("}", ")")


def _tambah_sel(blok: Blok, medan: Mapping[str, Any]) -> Blok:
    if not isinstance(blok, BlokIsian):
        return blok
    baris = list(blok.baris)
    for bagian, awalan, penanda in (
        ("instansi", "instansi_", "instansi_nama"),
        ("", "profil_", "instansi_nama"),
        ("rka", "rka__", "rka__baris"),
    ):
        if any(s.nama == penanda for s in blok.baris):
            baris += [
                Isi(label=_aman(m["judul"]).capitalize(), nama=awalan + m["kunci"], isian=True, tipe=_TIPE[m["bentuk"]])
                for m in medan.get(bagian, ())
            ]
    return replace(blok, baris=tuple(baris))


def _lembar_umum(umum: Mapping[str, Any], bahasa: str) -> LembarSpek:
    kolom = [Isi(kolom="A", judul="No", isi="{no}", gaya="sel_tengah")]
    lebar = {"A": 5.0}
    for ke, satu in enumerate(umum["kolom"], 2):
        huruf = kolom_huruf(ke)
        kolom.append(_isian(huruf, satu))
        lebar[huruf] = _LEBAR[satu["bentuk"]]
    judul = kata(bahasa, "ISI PROFIL LAIN: {jalur}").format(jalur=_aman(".".join(umum["jalur"])))
    seluruh = f"A:{kolom_huruf(max(5, len(kolom)))}"
    peka = umum["kolom"][0]["kunci"] if umum["susunan"] in ("kamus", "pasangan") else ""
    tabel = BlokTabel("tabel", umum["tabel"], tuple(kolom), baris=umum["baris"], peka=peka, ulang_cetak=True)
    return LembarSpek(
        nama=umum["lembar"], bagian=umum["lembar"], arah="mendatar", warna="#808080", lebar=lebar,
        blok=(
            BlokBaris("baris", (Isi(kolom=seluruh, isi=judul, gaya="judul_kiri"),)),
            BlokKosong("kosong"),
            tabel,
        ),
    )  # fmt: skip
