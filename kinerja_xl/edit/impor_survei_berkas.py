"""A survey export as a grid of raw values: CSV in any usual dress, or XLSX through the bounded reader."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.read import Lembar, baca
from kinerja_xl.spec.manifest import Nilai

MAKS_BYTE = 20_000_000
MAKS_BARIS = 100_000
MAKS_KOLOM = 300
_PEMISAH = ";,\t"
_GESER_1904 = 1462  # days between the two date systems of spreadsheets


@dataclass(frozen=True)
class Lembaran:
    """One sheet of an export. baris: rows from the first on; galat: error values by (row, column), 1-based.

    geser: days to add to serial dates. catatan: what the person should know about the reading.
    """

    nama: str
    baris: Sequence[Sequence[Nilai]]
    galat: frozenset[tuple[int, int]] = frozenset()
    geser: int = 0
    catatan: tuple[str, ...] = ()


def baca_lembaran(jalur: Path) -> list[Lembaran]:
    """The visible sheets of an export (a CSV file is one)."""
    if jalur.suffix.lower() == ".xlsx":
        return _xlsx(jalur)
    return [_csv(jalur)]


def lebar_csv(jalur: Path) -> int:
    """Columns of the first filled line of a CSV file."""
    for baris in _csv(jalur).baris:
        if any(baris):
            return len(baris)
    return 0


def _csv(jalur: Path) -> Lembaran:
    try:
        isi = jalur.read_bytes()
    except OSError as salah:
        raise KinerjaError(f"ekspor {jalur.name} tidak dapat dibaca: {salah.strerror}") from salah
    if len(isi) > MAKS_BYTE:
        raise KinerjaError(f"ekspor {jalur.name} terlalu besar (lebih dari {MAKS_BYTE // 1_000_000} MB)")
    teks, catatan = _teks(isi, jalur.name)
    try:
        hasil = max((_pisah(teks, satu) for satu in _PEMISAH), key=_lebar)
    except csv.Error as salah:
        raise KinerjaError(f"ekspor {jalur.name} bukan CSV yang sah: {salah}") from salah
    if len(hasil) > MAKS_BARIS or _lebar(hasil) > MAKS_KOLOM:
        raise KinerjaError(f"ekspor {jalur.name}: paling banyak {MAKS_BARIS} baris dan {MAKS_KOLOM} kolom")
    return Lembaran("CSV", [[satu.strip() or None for satu in baris] for baris in hasil], catatan=catatan)


def _teks(isi: bytes, nama: str) -> tuple[str, tuple[str, ...]]:
    """The text; UTF-8 first, then UTF-16 with its mark, then the Western code page of older programs."""
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sandi: tuple[str, ...] = ("utf-16",)
    else:
        sandi = ("utf-8-sig", "cp1252", "latin-1")
    for satu in sandi:
        try:
            teks = isi.decode(satu)
        except UnicodeDecodeError:
            continue
        if satu in ("cp1252", "latin-1"):
            return teks, (f"{nama} bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen pada saran.",)
        return teks, ()
    raise KinerjaError(f"ekspor {nama}: sandi hurufnya tidak dikenal; simpan ulang sebagai CSV UTF-8")


def _pisah(teks: str, pemisah: str) -> list[list[str]]:
    return list(csv.reader(StringIO(teks, newline=""), delimiter=pemisah))


def _lebar(baris: list[list[str]]) -> int:
    return max((len(satu) for satu in baris[:20]), default=0)


def _xlsx(jalur: Path) -> list[Lembaran]:
    hasil = baca(jalur)
    if hasil.buku is None:
        kode = ", ".join(sorted({m.kode for m in hasil.masalah}))
        raise KinerjaError(
            f"ekspor {jalur.name} tidak terbaca sebagai buku kerja .xlsx ({kode}); simpan ulang sebagai .xlsx atau .csv"
        )
    geser = _GESER_1904 if hasil.buku.date1904 else 0
    return [_lembar(s, geser, jalur.name) for s in hasil.buku.lembar if s.keadaan == "visible" and s.terbaca and s.sel]


def _lembar(lembar: Lembar, geser: int, nama: str) -> Lembaran:
    tinggi, lebar = max(b for b, _ in lembar.sel), max(k for _, k in lembar.sel)
    if tinggi > MAKS_BARIS or lebar > MAKS_KOLOM:
        raise KinerjaError(f"ekspor {nama}, lembar {lembar.nama}: paling banyak {MAKS_BARIS} baris, {MAKS_KOLOM} kolom")
    baris: list[list[Nilai]] = [[None] * lebar for _ in range(tinggi)]
    for (b, k), sel in lembar.sel.items():
        nilai = sel.nilai
        baris[b - 1][k - 1] = nilai.strip() or None if isinstance(nilai, str) else nilai
    galat = frozenset(titik for titik, sel in lembar.sel.items() if sel.jenis == "e")
    sembunyi = len(lembar.baris_tersembunyi)
    catatan = (f"Lembar {lembar.nama}: {sembunyi} baris tersembunyi ikut dibaca.",) if sembunyi else ()
    return Lembaran(lembar.nama, baris, galat, geser, catatan)
