"""Shape of the SOP: identity block, table head, several matters in one, flow against its like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kinerja_xl.sop.model import Sop
from kinerja_xl.verify.lint_sop.dasar import Bahan, lapor, periksa
from kinerja_xl.verify.lint_sop.pengetahuan import isi
from kinerja_xl.verify.temuan import Kata, Temuan

_SINGKATAN = re.compile(r"\b[A-Z]{3,}\b")
_DERET = re.compile(r"\b[A-Z]{3,}\b(?:\s*(?:,|\bdan\b|/)\s*(?:dan\s+)?\b[A-Z]{3,}\b)+")
_TETAP = {"", "no", "no.", "kegiatan", "pelaksana", "mutu baku", "keterangan", "ket."}
_MUTU_BAKU = "Kelengkapan, Waktu, Output, Keterangan"


@periksa("SOP-02")
def identitas_lengkap(bahan: Bahan) -> Iterator[Temuan]:
    """The identity block names number, dates, approver, legal basis and the rest."""
    wajib = isi("bentuk")["identitas"]
    kurang = [nama for kunci, nama in wajib.items() if not bahan.sop.identitas.get(kunci)]
    if kurang:
        daftar = Kata(*(", ".join(nama[bahasa] for nama in kurang) for bahasa in ("id", "en")))
        yield lapor("SOP-02", bahan.sop, bidang="identitas", asli="", lain=daftar)


@periksa("SOP-03")
def jabatan_di_bawah_pelaksana(bahan: Bahan) -> Iterator[Temuan]:
    """No office stands in the first header row, beside the word Pelaksana."""
    if bahan.sop.kepala_asli:
        luar = [sel for sel in bahan.sop.kepala_asli[0] if sel.strip().casefold() not in _TETAP]
        for sel in luar:
            yield _kepala(bahan.sop, Kata(f"{sel} di luar kelompok Pelaksana", f"{sel} outside the group Pelaksana"),
                          Kata(f"{sel} di bawah Pelaksana", f"{sel} under Pelaksana"))  # fmt: skip


@periksa("SOP-03")
def judul_mutu_baku_sejajar(bahan: Bahan) -> Iterator[Temuan]:
    """Mutu Baku stands over Kelengkapan, Waktu and Output in this order, Keterangan last."""
    if not bahan.sop.kepala_asli:
        return
    bawah = [sel.strip().casefold() for sel in bahan.sop.kepala_asli[-1]]
    if "waktu" not in bawah:
        return
    sesudah = bawah[bawah.index("waktu") + 1 :]
    judul = sesudah[0] if sesudah else ""
    if judul in ("", "keterangan"):
        geser = Kata("judul kolom bergeser satu", "column headings one column off")
        yield _kepala(bahan.sop, geser, Kata(_MUTU_BAKU, _MUTU_BAKU))
    elif judul != "output":
        yield _kepala(bahan.sop, Kata(judul.capitalize(), judul.capitalize()), Kata("Output", "Output"))


@periksa("SOP-03")
def lebar_tabel_seragam(bahan: Bahan) -> Iterator[Temuan]:
    """The table has as many columns as most of the SOPs it comes with."""
    lebar = Counter(len(s.kepala_asli[0]) for s in bahan.semua if s.kepala_asli)
    if not bahan.sop.kepala_asli or len(lebar) < 2:
        return
    (biasa, banyak), ada = lebar.most_common(1)[0], len(bahan.sop.kepala_asli[0])
    if ada != biasa and banyak > sum(lebar.values()) / 2:
        yield _kepala(bahan.sop, Kata(f"{ada} kolom, bukan {biasa}", f"{ada} columns, not {biasa}"),
                      Kata("menurut isi kolomnya", "by the contents of its columns"))  # fmt: skip


def _kepala(sop: Sop, asli: Kata, baku: Kata) -> Temuan:
    return lapor("SOP-03", sop, bidang="kepala tabel", asli=asli, baku=baku)


@periksa("SOP-22")
def satu_urusan_satu_langkah(bahan: Bahan) -> Iterator[Temuan]:
    """A step is about one matter: no row of three or more abbreviations."""
    judul = ", ".join(s for s in dict.fromkeys(_SINGKATAN.findall(bahan.sop.judul)) if s != "SOP")
    for langkah in bahan.sop.langkah:
        deret = max((len(set(_SINGKATAN.findall(satu))) for satu in _DERET.findall(langkah.kegiatan)), default=0)
        if deret >= isi("bentuk")["campuran"]["minimal"]:
            yield lapor("SOP-22", bahan.sop, langkah, "kegiatan", asli=langkah.kegiatan, baku=judul or bahan.sop.nama)


@periksa("SOP-25")
def alur_seperti_sejenis(bahan: Bahan) -> Iterator[Temuan]:
    """An SOP whose like all work with a certain role works with it too."""
    for jenis in isi("bentuk")["sejenis"]:
        kelompok = [s for s in bahan.semua if re.search(jenis["judul"], s.judul, re.I)]
        dengan = [s for s in kelompok if jenis["peran"] in s.peran]
        if bahan.sop not in kelompok or bahan.sop in dengan or len(kelompok) < jenis["minimal"]:
            continue
        if len(dengan) == len(kelompok) - 1:
            lazim, ada, peran = _lazim(dengan), len(bahan.sop.langkah), jenis["peran"]
            yield lapor(
                "SOP-25", bahan.sop, asli=Kata(f"{ada} langkah tanpa {peran}", f"{ada} steps without {peran}"),
                lain=Kata(f"{lazim} langkah dengan {peran}", f"{lazim} steps with {peran}"),
            )  # fmt: skip


def _lazim(semua: list[Sop]) -> int:
    return Counter(len(s.langkah) for s in semua).most_common(1)[0][0]
