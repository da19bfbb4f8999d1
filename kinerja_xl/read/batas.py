"""Every limit of the reader, in one table: code of the finding, value, reason. docs/batas.md is this table:

    python -c "from kinerja_xl.read import batas; print(batas.halaman(), end='')" > docs/batas.md

Measured basis: 2,359 readable real workbooks, 126 of them from government offices (their largest: 2.1 MB,
152 zip entries, 16 MB unpacked, ratio 24:1, XML depth 12). Each limit clears the largest honest file.
"""

from __future__ import annotations

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Batas:
    """One limit: the finding it raises, its value, why it is what it is."""

    kode: str
    nilai: int
    alasan: str


UKURAN_BERKAS = Batas("BERKAS-02", 10 * MB, "largest government file 2.1 MB, largest of all 2.7 MB")
ENTRI = Batas("BERKAS-20", 500, "largest real file has 340 entries")
BAGIAN = Batas("BERKAS-21", 32 * MB, "hard cap of one inflated part; largest real package 60 MB in total")
TOTAL = Batas("BERKAS-22", 64 * MB, "hard cap of all inflated parts together")
NISBAH = Batas("BERKAS-23", 50, "government maximum 24:1 on parts above 1 MB; bombs reach 1000:1")
NISBAH_MULAI = Batas("BERKAS-23", 1 * MB, "small parts may compress well: the ratio counts only above this size")
DALAM_XML = Batas("BERKAS-41", 64, "deepest real part: 30 levels")
ELEMEN_XML = Batas("BERKAS-48", 3_000_000, "elements of all parts; 300,000 cells with formula and value need 900,000")
NAMA_XML = Batas(
    "BERKAS-49", 20_000, "different element and attribute names of one part; real parts have a few hundred"
)
ATRIBUT_XML = Batas("BERKAS-42", 64 * 1024, "no attribute of an honest workbook is longer")
LEMBAR = Batas("BERKAS-66", 64, "an office workbook has fewer than 30 sheets")
SEL = Batas("BERKAS-63", 300_000, "time and memory: a 2,000-line RKA has about 30,000 cells")
BARIS_ELEMEN = Batas("BERKAS-70", 300_000, "row elements of all sheets together, empty ones included")
BARIS = Batas("BERKAS-60", 60_000, "a filled cell below this row is out of any template")
KOLOM = Batas("BERKAS-60", 1_024, "a filled cell right of AMJ is out of any template")
GAYA = Batas("BERKAS-61", 65_490, "Excel's own limit of cell formats")
TEKS_BERSAMA = Batas("BERKAS-62", 200_000, "shared strings of one workbook")
GABUNGAN = Batas("BERKAS-64", 5_000, "merged ranges of one sheet")
ATURAN = Batas("BERKAS-67", 5_000, "validations, conditional formats and their areas of one sheet")
NAMA = Batas("BERKAS-65", 2_000, "defined names of one workbook")
TEKS_SEL = Batas("BERKAS-69", 32_767, "Excel's own limit of characters in a cell")
RUMUS = Batas("BERKAS-90", 8_192, "Excel's own limit of characters in a formula")
DALAM_RUMUS = Batas("BERKAS-91", 64, "Excel's own limit of nesting")
ISI_LARIK = Batas("BERKAS-95", 1_000, "elements of one array constant")
AREA_LARIK = Batas("BERKAS-94", 100_000, "cells covered by one array formula")
TEKS_RUMUS = Batas("BERKAS-97", 32 * MB, "characters of all formulas after shared ones are written out")
NAMA_LEMBAR = Batas("BERKAS-85", 31, "Excel's own limit of a sheet name")
TEKS_TELITI = Batas("BERKAS-78", 4 * MB, "characters of formulas of different shape; honest ones repeat their shape")
KOLOM_ELEMEN = Batas("BERKAS-77", 16_384, "column elements of one sheet: Excel has no more columns")
GAMBAR = Batas("BERKAS-79", 5_000, "drawn objects of one sheet; a flow chart of sixty steps has a few hundred")
HUBUNGAN = Batas("BERKAS-100", 20_000, "relationships of all parts; 5,000 web links are beyond any template")
JENIS_BAGIAN = Batas("BERKAS-101", 2_000, "content types; a package may have 500 parts")
TAUTAN = Batas("AKTIF-01", 100, "external links that are looked at one by one")
ANGKA = Batas("BERKAS-71", 400, "characters of one number; Excel writes at most 24")
SEJENIS = Batas("BERKAS-98", 25, "findings of one code that are written out; the rest is counted")

BERNAMA: dict[str, Batas] = {nama: nilai for nama, nilai in list(globals().items()) if isinstance(nilai, Batas)}
SEMUA: tuple[Batas, ...] = tuple(BERNAMA.values())

_HALAMAN = """# Limits of the reader

A file that goes over a limit gets the finding named here; nothing beyond the limit is read. Sizes are bytes or
characters, the others are counts. The table is `kinerja_xl/read/batas.py`, and a test holds this page to it.

{ukuran}

| limit | value | finding | reason |
|---|---:|---|---|
{baris}
"""


def halaman() -> str:
    """The page docs/batas.md."""
    baris = [f"| `{nama}` | {satu.nilai:,} | {satu.kode} | {satu.alasan} |" for nama, satu in BERNAMA.items()]
    return _HALAMAN.format(ukuran=" ".join((__doc__ or "").split("\n\n")[-1].split()), baris="\n".join(baris))
