"""Paper: sizes, margins, scale, widths that stay readable, and page breaks that keep a block in one piece."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import floor

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

# Paper codes of the file format with width and height in inches. F4 is Folio (8.5 x 13 in), the office standard.
KERTAS = {"A4": (9, 8.27, 11.69), "F4": (14, 8.5, 13.0)}
_TEPI = {
    "tegak": {"left": 0.7, "right": 0.5, "top": 0.7, "bottom": 0.75},
    "mendatar": {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.7},  # bound along the top
}
LEBAR_BAWAAN = 9.0
TERKECIL = 70  # percent: smaller print tires the eyes
TINGGI_BAWAAN = 15.0
_SEMPIT = (15.0, 10.0)  # columns of words give way to the first, and only when that is not enough to the second
_PIKSEL_PER_INCI, _PIKSEL_PER_LEBAR = 96, 7.42
_TITIK_PER_INCI = 72
_SISA = 0.97  # programs differ a little in row heights


def ukuran(kertas: str, arah: str) -> tuple[float, float]:
    """Printable width and height in inches."""
    if kertas not in KERTAS:
        raise KinerjaError(f"kertas '{kertas}' tidak dikenal.{saran(kertas, KERTAS)}")
    _, lebar, tinggi = KERTAS[kertas]
    if arah == "mendatar":
        lebar, tinggi = tinggi, lebar
    pinggir = tepi(arah)
    return lebar - pinggir["left"] - pinggir["right"], tinggi - pinggir["top"] - pinggir["bottom"]


def tepi(arah: str) -> dict[str, float]:
    """Margins in inches."""
    return dict(_TEPI["mendatar" if arah == "mendatar" else "tegak"])


def piksel(lebar: float) -> float:
    """Screen pixels of a column width; LibreOffice makes columns some 6 % wider than Excel, so on the safe side."""
    return lebar * _PIKSEL_PER_LEBAR + 5.3


def rampingkan(
    lebar: Mapping[int, float], kaku: Iterable[int], kertas: str, arah: str, halaman: float, terkecil: int
) -> dict[int, float]:
    """Widths at which the sheet is printed at `terkecil` percent or more, as far as that goes.

    Columns of words give way in equal proportion; kaku: columns of numbers and dates, which do not.
    """
    muat = (halaman or 1) * ukuran(kertas, arah)[0] * _PIKSEL_PER_INCI * 100 / (terkecil + 0.5)
    tetap, hasil = set(kaku), dict(lebar)
    for sempit in _SEMPIT:
        lebih = sum(piksel(w) for w in hasil.values()) - muat
        longgar = {k: w - sempit for k, w in hasil.items() if w > sempit and k not in tetap}
        if lebih <= 0 or not longgar:
            continue
        bagian = min(1.0, lebih / (sum(longgar.values()) * _PIKSEL_PER_LEBAR))
        hasil = {k: floor((w - longgar.get(k, 0.0) * bagian) * 10) / 10 for k, w in hasil.items()}
    return hasil


def skala(kertas: str, arah: str, halaman: float, lebar: Mapping[int, float], kolom: Iterable[int]) -> int:
    """Percent at which the columns are as wide as `halaman` pages (0 counts as 1; never above 100)."""
    semua = sum(piksel(lebar.get(k, LEBAR_BAWAAN)) for k in kolom)
    if not semua:
        return 100
    return max(10, min(100, int(100 * (halaman or 1) * ukuran(kertas, arah)[0] * _PIKSEL_PER_INCI / semua)))


def putus_sebelum(
    utuh: Iterable[tuple[int, int]], tinggi: Mapping[int, float], baris_akhir: int, muat: float, kepala: float,
    paksa: Iterable[int] = (),
) -> tuple[int, ...]:  # fmt: skip
    """Rows before which a page must break so that no block (first row, last row) is torn.

    muat: height of a page in points at the scale used; kepala: height of the rows repeated on later pages.
    paksa: rows that begin a page in any case.
    """
    mulai: dict[int, int] = {}
    for b1, b2 in utuh:
        mulai[b1] = max(b2, mulai.get(b1, 0))
    awal = set(paksa)
    hasil, terpakai = [], 0.0
    for baris in range(1, baris_akhir + 1):
        satu = tinggi.get(baris, TINGGI_BAWAAN)
        blok = sum(tinggi.get(b, TINGGI_BAWAAN) for b in range(baris, mulai[baris] + 1)) if baris in mulai else 0.0
        if baris in awal:
            terpakai = kepala
        elif baris in mulai and terpakai + blok > muat and terpakai > kepala:
            hasil.append(baris)
            terpakai = kepala
        elif terpakai + satu > muat:
            terpakai = kepala
        terpakai += satu
    return tuple(hasil)


def muat_titik(kertas: str, arah: str, persen: int) -> float:
    """Height of a page in points, measured in rows printed at so many percent."""
    return ukuran(kertas, arah)[1] * _TITIK_PER_INCI * 100 / persen * _SISA
