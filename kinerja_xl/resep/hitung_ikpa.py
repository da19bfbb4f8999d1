"""IKPA by another recipe: no konversi bobot, unrounded, other weights, blanks filled, the manual read literally."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import angka, angka_atau_kosong, rapikan
from kinerja_xl.iku.ikpa import bobot
from kinerja_xl.resep.model import Pilihan

PENGURANG = "pengurang"
PENUH = 100.0


def hitung(fungsi: str, masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    """Index under the departures given; none = the rule book's own value."""
    skor, pengurang = baca(masa, isi["skor"])
    tw = int(angka(isi["triwulan"], "triwulan", bawah=1, atas=4)) if isi.get("triwulan") not in (None, "") else 4
    hidup = list(bobot(masa))[: len(bobot(masa)) if tw == 4 else masa.bulat("baris_semua_triwulan")]
    ada: dict[str, float] = {n: s for n in hidup if (s := skor[n]) is not None}
    if "kosong" in pilih:
        ada = {n: ada.get(n, float(pilih["kosong"].nilai or 0)) for n in hidup}
    if not ada:
        raise KinerjaError("tidak ada indikator yang berdata")
    berat = _berat(masa, ada, pilih.get("versi"))
    if "bacaan" in pilih:
        return sum(s * berat[n] for n, s in _harfiah(masa, ada, tw).items()) / PENUH
    tanpa = "pembulatan" in pilih or str(isi.get("pembulatan") or "").strip().casefold() == "tanpa"
    return _jumlah(ada, berat, pengurang, tanpa, "konversi" in pilih)


def baca(masa: Masa, skor: Any) -> tuple[dict[str, float | None], float]:
    """Scores by indicator (None = no data) and the deduction, from the rows of a version."""
    sel = [n for baris in rapikan(skor) for n in baris]
    nama = [*bobot(masa), PENGURANG]
    nilai = {n: angka_atau_kosong(s, n) for n, s in zip(nama, sel, strict=False)}
    pengurang = nilai.pop(PENGURANG, None) or 0.0
    return {n: nilai.get(n) for n in bobot(masa)}, pengurang


def _berat(masa: Masa, ada: Mapping[str, float], versi: Pilihan | None) -> dict[str, float]:
    berat = bobot(versi.masa) if versi is not None and versi.masa is not None else bobot(masa)
    if not set(ada) <= set(berat):
        raise KinerjaError("ada indikator yang tidak dikenal versi itu")
    return {n: berat[n] for n in ada}


def _jumlah(ada: Mapping[str, float], berat: Mapping[str, float], pengurang: float, tanpa: bool, lepas: bool) -> float:
    """The weighted sum; tanpa: no rounding in between; lepas: not divided by the weights that count."""
    konversi = PENUH if lepas else sum(berat.values())
    if tanpa:
        return max(0.0, sum(s * berat[n] for n, s in ada.items()) / konversi - pengurang)
    total = sum(bulat(bulat(s, 2) * berat[n] / PENUH, 2) for n, s in ada.items())
    return bulat(max(0.0, bulat(total / (konversi / PENUH), 2) - pengurang), 2)


def _harfiah(masa: Masa, ada: Mapping[str, float], tw: int) -> dict[str, float]:
    """Scores by the printed formulas, turned back from the right ones; refused where they cannot be turned back."""
    hasil = dict(ada)
    for nama in ("retur_sp2d", "kesalahan_spm", "pagu_minus"):
        if nama in ada:
            hasil[nama] = PENUH - ada[nama]
    if "deviasi_halaman_iii" in ada:
        hasil["deviasi_halaman_iii"] = (PENUH - ada["deviasi_halaman_iii"]) / PENUH
    if "penyerapan" in ada:
        if ada["penyerapan"] >= PENUH:
            raise KinerjaError("penyerapan yang dibatasi 100 tidak dapat dikembalikan ke persen pagu")
        hasil["penyerapan"] = ada["penyerapan"] * masa.angka(f"target_tw{tw}") / PENUH
    if ada.get("dispensasi_spm", PENUH) < PENUH:
        raise KinerjaError("permil dispensasi tidak dapat dikembalikan dari skornya")
    if "dispensasi_spm" in ada:
        hasil["dispensasi_spm"] = 0.0
    if "revisi_dipa" in ada:
        if "retur_sp2d" not in ada:
            raise KinerjaError("rumus revisi menurut manual memakai data retur")
        hasil["revisi_dipa"] = hasil["retur_sp2d"]
    return hasil
