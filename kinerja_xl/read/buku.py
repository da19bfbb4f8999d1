"""The workbook as read: frozen values, nothing evaluated, raw text of every number kept."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.read.masalah import Masalah

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; 1-based, bounds included."""


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell. jenis: n number, s text, b boolean, e error, kosong no value.

    nilai: the cached value; mentah: the text of <v> as it stands in the file; rumus: the formula without
    "=" (shared formulas written out); larik: the area of an array formula; gaya: index into Buku.gaya.
    A formula without cached value has rumus, nilai None and mentah "".
    """

    baris: int
    kolom: int
    jenis: str
    nilai: float | int | str | bool | None
    mentah: str
    rumus: str | None
    larik: str | None
    gaya: int


@dataclass(frozen=True, slots=True)
class Gaya:
    """What a cell format does that a verifier must know. Colours are RRGGBB, None = automatic / no fill."""

    format_angka: str = "General"
    terkunci: bool = True
    rumus_tersembunyi: bool = False
    warna_huruf: str | None = None
    warna_isi: str | None = None
    ukuran_huruf: float | None = None


@dataclass(frozen=True, slots=True)
class NamaTerdefinisi:
    """A defined name. lembar: name of the sheet it belongs to, None = whole workbook."""

    nama: str
    rumus: str
    lembar: str | None
    tersembunyi: bool


@dataclass(frozen=True, slots=True)
class Validasi:
    """One data validation rule with the areas it covers."""

    jenis: str
    operator: str
    rumus1: str
    rumus2: str
    area: tuple[Area, ...]
    boleh_kosong: bool
    menolak: bool


@dataclass(frozen=True, slots=True)
class BentukGambar:
    """Something drawn over the sheet. rupa: preset form of a shape; baris, kolom: cell of its upper left corner.

    garis: a connector; jenis: sp (shape or text box), cxnSp, pic (picture), graphicFrame (chart); sampai: row and
    column of its lower right corner, (0, 0) when the drawing does not tell.
    """

    rupa: str
    baris: int
    kolom: int
    garis: bool = False
    jenis: str = "sp"
    sampai: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class GayaBersyarat:
    """What a conditional format changes. None = left as the cell has it."""

    format_angka: str | None = None
    warna_huruf: str | None = None
    warna_isi: str | None = None


@dataclass(frozen=True, slots=True)
class Bersyarat:
    """One rule of conditional formatting. gaya: index into Buku.gaya_bersyarat, None = colour scale, bar or icons."""

    jenis: str
    operator: str
    rumus: str
    area: tuple[Area, ...]
    gaya: int | None


@dataclass(frozen=True, slots=True)
class Kalkulasi:
    """Calculation settings of the workbook. mode: auto, manual, autoNoTable."""

    mode: str = "auto"
    iterasi: bool = False
    presisi_tampilan: bool = False
    hitung_saat_buka: bool = False


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet. terbaca: False when its part is missing or broken, so sel says nothing.

    izin: what the protection of the sheet lets anybody do (names of the attributes of sheetProtection);
    rentang_bebas: areas that may be edited in spite of it; tanpa_nol: zeros are not shown; tampil_rumus: formulas are.
    """

    nama: str
    keadaan: str
    sel: dict[tuple[int, int], Sel]
    gabungan: tuple[Area, ...] = ()
    terlindung: bool = False
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[int] = frozenset()
    validasi: tuple[Validasi, ...] = ()
    tipe: str = "worksheet"
    terbaca: bool = True
    baris_lain_tersembunyi: bool = False
    gambar: tuple[BentukGambar, ...] = ()
    citra: frozenset[str] = frozenset()  # SHA-256 of the pictures on the sheet
    izin: frozenset[str] = frozenset()
    rentang_bebas: tuple[str, ...] = ()
    bersyarat: tuple[Bersyarat, ...] = ()
    tanpa_nol: bool = False
    tampil_rumus: bool = False


@dataclass(frozen=True, slots=True)
class Buku:
    """One workbook as read."""

    lembar: tuple[Lembar, ...]
    nama: tuple[NamaTerdefinisi, ...]
    date1904: bool
    kalkulasi: Kalkulasi
    gaya: tuple[Gaya, ...]
    terlindung: bool
    aplikasi: str
    gaya_bersyarat: tuple[GayaBersyarat, ...] = ()


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """Result of reading: the workbook when it could be read, and every finding."""

    buku: Buku | None
    masalah: tuple[Masalah, ...]
    sha256: str
    ukuran: int
