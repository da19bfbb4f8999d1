"""The letterhead of a sheet: its lines, the line below them, the place of the logo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.buku import BlokKop
from kinerja_xl.spec.halaman import LEBAR_BAWAAN
from kinerja_xl.spec.kanvas import Kanvas
from kinerja_xl.spec.letak import Letak, span
from kinerja_xl.spec.manifest import LogoM, Sel

MAKS_BARIS = 4
TINGGI = {"kop_atas": 19.0, "kop_nama": 22.0, "kop_kecil": 14.0}
_GARIS, _JARAK = 5.0, 9.0
_TERLEBAR = 1.6  # a logo is at most so many times as wide as it is high


def gambar_kop(letak: Letak, kanvas: Kanvas) -> None:
    """Draw the letterhead over the columns of its block."""
    blok = letak.blok
    assert isinstance(blok, BlokKop)
    kop: Mapping[str, Any] = letak.cakupan["kop"]
    if not 1 <= len(kop["baris"]) <= MAKS_BARIS:
        raise KinerjaError(f"kop: paling banyak {MAKS_BARIS} baris")
    k1, k2 = span(blok.kolom)
    baris, akhir = letak.baris, letak.baris + len(kop["baris"]) - 1
    tinggi = sum(TINGGI.get(satu["gaya"], 14.0) for satu in kop["baris"])
    mulai = k1
    if "logo" in kop:
        satu = logo_di(kop["logo"], (baris, k1), tinggi - 2)
        kanvas.logo.append(satu)
        mulai = _sesudah(kanvas, k1, k2, satu.lebar)
    for ke, isi in enumerate(kop["baris"]):
        kanvas.tambah(Sel(baris + ke, mulai, "label", isi["gaya"], nilai=isi["teks"]), k2)
        kanvas.tinggi[baris + ke] = max(
            TINGGI.get(isi["gaya"], 14.0), kanvas.butuh(isi["teks"], mulai, k2, isi["gaya"])
        )
    kanvas.tambah(Sel(akhir + 1, k1, "label", "kop_garis"), k2)
    kanvas.tinggi[akhir + 1], kanvas.tinggi[akhir + 2] = _GARIS, _JARAK


def logo_di(logo: Mapping[str, Any], pojok: tuple[int, int], tinggi: float) -> LogoM:
    """The logo with its upper left corner in a cell, in points."""
    if not all(isinstance(logo[k], int) and logo[k] > 0 for k in ("lebar", "tinggi")):
        raise KinerjaError("kop: ukuran logo tidak sah")
    lebar = tinggi * logo["lebar"] / logo["tinggi"]
    if lebar > tinggi * _TERLEBAR:
        lebar, tinggi = tinggi * _TERLEBAR, tinggi * _TERLEBAR * logo["tinggi"] / logo["lebar"]
    return LogoM(*pojok, round(lebar, 2), round(tinggi, 2), logo["sha256"])


def _sesudah(kanvas: Kanvas, k1: int, k2: int, lebar: float) -> int:
    """First column right of the logo, so that no line of text runs into it."""
    terpakai, kolom = 0.0, k1
    while kolom < k2 and terpakai < lebar + 4:
        terpakai += kanvas.lebar.get(kolom, LEBAR_BAWAAN) * 5.25 + 4  # points
        kolom += 1
    return kolom
