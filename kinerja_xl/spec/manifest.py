"""Manifest: every cell of one workbook, with its role, formula, lock, format and validation.

`spec.tata` lays a workbook spec out into a Manifest. The generator writes it, `fill` and `read` speak its names,
the verifier holds a submitted workbook against it. It knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kinerja_xl.core.nama import alamat, kutip_lembar, rentang

Nilai = float | int | str | bool | None
Titik = tuple[str, int, int]  # sheet name, row, column (1-based)
TIPE = ("teks", "angka", "bulat", "persen", "rupiah", "tanggal", "saat", "jam", "pilihan")


@dataclass(frozen=True)
class Sah:
    """What an input accepts. min/maks: numbers or serial dates; pilihan: words (or pilihan_dari: a range).

    kata: words that an input of numbers takes in place of a number.
    """

    min: float | None = None
    maks: float | None = None
    pilihan: tuple[str, ...] = ()
    pilihan_dari: str = ""
    judul: str = ""
    pesan: str = ""
    panjang: int = 0
    kata: tuple[str, ...] = ()

    def berkata(self, nilai: object) -> bool:
        """Is it one of the words taken in place of a number? Spaces around it and capitals do not matter."""
        return isinstance(nilai, str) and " ".join(nilai.split()).casefold() in {k.casefold() for k in self.kata}


@dataclass(frozen=True)
class Panggilan:
    """A call of the rule book that gives the whole value of a cell: name, arguments as addresses, fiscal year."""

    fungsi: str
    argumen: tuple[str, ...]
    tahun: int | None
    tanpa_galat: bool = False  # wrapped in IFERROR(...,"")
    bersyarat: bool = False  # wrapped in IF(condition,"",...): blank until the condition is met


@dataclass(frozen=True)
class Sel:
    """One cell. peran: 'label' (fixed text or number), 'isian' (input, unlocked) or 'rumus' (formula, locked)."""

    baris: int
    kolom: int
    peran: str
    gaya: str
    nilai: Nilai = None
    rumus: str = ""
    nama: str = ""
    tipe: str = "teks"
    sah: Sah | None = None
    wajib: bool = False
    wajib_bila: str = ""  # key of the table column that makes this input due when filled
    judul: str = ""  # how a message calls this cell
    panggilan: Panggilan | None = None
    tabel: str = ""
    kunci: str = ""
    rekaman: int = 0  # 1-based record number inside the table
    tautan: str = ""  # internal hyperlink target, e.g. 'Lampiran'!A1

    @property
    def titik(self) -> tuple[int, int]:
        """Row and column."""
        return self.baris, self.kolom


@dataclass(frozen=True)
class TabelM:
    """Body of a table: rows baris1..baris2, one column number per key.

    The number of rows is declared in the context of the workbook (konteks["baris"]); a row more or less than that is a
    shifted layout. An office that needs more rows makes the workbook with more and moves its inputs.
    """

    nama: str
    lembar: str
    baris1: int
    baris2: int
    kolom: Mapping[str, int]
    peka: str = ""  # key whose filled cell makes a row count as filled

    def alamat_kolom(self, kunci: str) -> str:
        """Absolute range of one column of the body."""
        k = self.kolom[kunci]
        return f"{kutip_lembar(self.lembar)}!{rentang(self.baris1, k, self.baris2, k, True)}"

    def alamat_badan(self) -> str:
        """Absolute range of the whole body."""
        k1, k2 = min(self.kolom.values()), max(self.kolom.values())
        return f"{kutip_lembar(self.lembar)}!{rentang(self.baris1, k1, self.baris2, k2, True)}"


@dataclass(frozen=True)
class Cetak:
    """Page setup. kertas: A4 or F4; arah: tegak or mendatar; lebar_halaman: fit to so many pages wide (0 = no)."""

    kertas: str = "A4"
    arah: str = "tegak"
    lebar_halaman: float = 1
    tinggi_halaman: int = 0  # 0 = as many pages as it takes
    ulang_baris: tuple[int, int] | None = None
    daerah: tuple[int, int, int, int] | None = None
    putus: tuple[int, ...] = ()  # page breaks before these rows
    utuh: tuple[tuple[int, int], ...] = ()  # first and last row of what no page may tear
    ikut_isi: str = ""  # table at the end of the sheet whose blank rows are not printed
    baris_min: int = 0  # with ikut_isi: so many rows of the sheet are printed in any case


@dataclass(frozen=True)
class WarnaBersyarat:
    """Conditional colour: cells of the range whose text equals `bila` get the style."""

    daerah: str
    bila: str
    gaya: str


Jangkar = tuple[int, int, int, int]  # column, offset in EMU, row, offset in EMU; columns and rows 1-based


@dataclass(frozen=True)
class Bentuk:
    """A shape drawn over the cells. rupa: mulai, proses, keputusan, halaman or kata (a word beside a line)."""

    id: int
    nama: str
    rupa: str
    awal: Jangkar
    akhir: Jangkar
    teks: str = ""


@dataclass(frozen=True)
class Garis:
    """One straight leg of a connector. dari, ke: shape and side (0 top, 1 left, 2 bottom, 3 right) it is glued to.

    None where a leg begins or ends at a corner. balik: runs to the left, upwards. panah: ends in an arrow head.
    """

    id: int
    nama: str
    awal: Jangkar
    akhir: Jangkar
    dari: tuple[int, int] | None = None
    ke: tuple[int, int] | None = None
    balik: tuple[bool, bool] = (False, False)
    panah: bool = True


@dataclass(frozen=True)
class DeretM:
    """A series of a chart: name and absolute range of its values."""

    judul: str
    nilai: str


@dataclass(frozen=True)
class GrafikM:
    """A chart over the rows baris1..baris2 and columns kolom1..kolom2; kategori: absolute range of its labels."""

    bentuk: str
    judul: str
    daerah: tuple[int, int, int, int]
    kategori: str
    deret: tuple[DeretM, ...]
    sumbu: str = ""
    maks: float | None = None
    angka: bool = True


@dataclass(frozen=True)
class LogoM:
    """The logo of the letterhead: cell of its upper left corner, size in points, hash of the picture."""

    baris: int
    kolom: int
    lebar: float
    tinggi: float
    sha256: str


@dataclass(frozen=True)
class LembarM:
    """One sheet of the manifest."""

    nama: str
    sel: tuple[Sel, ...]
    lebar: Mapping[int, float]
    tinggi: Mapping[int, float]
    gabungan: tuple[tuple[int, int, int, int], ...] = ()
    cetak: Cetak = field(default_factory=Cetak)
    beku: tuple[int, int] | None = None  # first unfrozen row and column
    keadaan: str = "visible"  # visible | hidden | veryHidden
    warna: str = ""
    warna_bersyarat: tuple[WarnaBersyarat, ...] = ()
    bagian: str = ""  # title of the section in the status table
    bentuk: tuple[Bentuk, ...] = ()
    garis: tuple[Garis, ...] = ()
    grafik: tuple[GrafikM, ...] = ()
    mandiri: bool = False  # its formulas read no other sheet: spec/mandiri.py
    logo: tuple[LogoM, ...] = ()

    @cached_property
    def peta(self) -> dict[tuple[int, int], Sel]:
        """Cells by row and column."""
        return {s.titik: s for s in self.sel}


@dataclass(frozen=True)
class Manifest:
    """A whole workbook: jenis and versi of its template, fiscal year, context it was laid out from, sheets, names."""

    jenis: str
    versi: str
    judul: str
    tahun: int
    konteks: Mapping[str, object]
    lembar: tuple[LembarM, ...]
    tabel: Mapping[str, TabelM]
    nama: Mapping[str, str]  # defined name -> absolute address ('Sheet'!$B$5)

    @property
    def templat(self) -> str:
        """Template id such as pk/1.0.0."""
        return f"{self.jenis}/{self.versi}"

    @cached_property
    def lembar_bernama(self) -> dict[str, LembarM]:
        """Sheets by name."""
        return {satu.nama: satu for satu in self.lembar}

    def setiap(self, peran: str = "") -> Iterator[tuple[LembarM, Sel]]:
        """Every cell (of one role) in sheet, row, column order."""
        if peran:
            yield from self._per_peran.get(peran, ())
            return
        for lembar in self.lembar:
            for sel in lembar.sel:
                yield lembar, sel

    @cached_property
    def _per_peran(self) -> dict[str, list[tuple[LembarM, Sel]]]:
        hasil: dict[str, list[tuple[LembarM, Sel]]] = {}
        for lembar, sel in self.setiap():
            hasil.setdefault(sel.peran, []).append((lembar, sel))
        return hasil

    @cached_property
    def sel_bernama(self) -> dict[str, tuple[LembarM, Sel]]:
        """Cells that carry a defined name."""
        return {sel.nama: (lembar, sel) for lembar, sel in self.setiap() if sel.nama}

    def sel(self, titik: Titik) -> Sel | None:
        """A cell by sheet, row, column."""
        lembar = self.lembar_bernama.get(titik[0])
        return lembar.peta.get(titik[1:]) if lembar else None


def tempat(titik: Titik) -> str:
    """Where a cell is, for messages: Sheet!B5."""
    return f"{titik[0]}!{alamat(titik[1], titik[2])}"
