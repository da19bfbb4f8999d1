"""Pieces for writing the Excel twin of a rule: ranges that can be cut, parameters, guards and classes.

A twin is written once and rendered for several homes: over cell ranges of a workbook (parameters become defined
names of the Parameter sheet), as a plain formula to paste (parameters become literals) or inside a LAMBDA
(ranges become argument names).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Callable, Optional, Union

from kinerja_xl.core.masa import Bilangan, Masa, nama_pita, nama_tabel
from kinerja_xl.core.nama import kolom_angka, rentang

_POLA = re.compile(
    r"((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?"
    r"(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\Z"
)

Sebut = Callable[[str, str], str]


def literal(nilai: Bilangan) -> str:
    """A number as it stands in a formula; an exact fraction stays a fraction."""
    if isinstance(nilai, Fraction):
        return f"({nilai.numerator}/{nilai.denominator})" if nilai.denominator != 1 else str(nilai.numerator)
    return repr(nilai)


def teks(isi: str) -> str:
    """A text literal of a formula."""
    return '"' + isi.replace('"', '""') + '"'


class Rentang(str):
    """A cell range as text ('Data'!$B$5:$J$154) that can also be cut into columns, rows and cells."""

    def __new__(cls, isi: str) -> Rentang:
        cocok = _POLA.match(isi)
        if not cocok:
            raise ValueError(f"not a range: {isi!r}")
        diri = super().__new__(cls, isi)
        lembar, mutlak, k1, _, b1, k2, b2 = cocok.groups()
        diri.lembar, diri.mutlak = lembar or "", bool(mutlak)
        diri.baris1, diri.kolom1 = int(b1), kolom_angka(k1)
        diri.baris2, diri.kolom2 = int(b2 or b1), kolom_angka(k2 or k1)
        return diri

    lembar: str
    mutlak: bool
    baris1: int
    kolom1: int
    baris2: int
    kolom2: int

    @property
    def tinggi(self) -> int:
        """Number of rows."""
        return self.baris2 - self.baris1 + 1

    @property
    def lebar(self) -> int:
        """Number of columns."""
        return self.kolom2 - self.kolom1 + 1

    def kolom(self, ke: int) -> str:
        """The ke-th column (1-based) of the range."""
        k = self.kolom1 + ke - 1
        return self.lembar + rentang(self.baris1, k, self.baris2, k, self.mutlak)

    def baris(self, ke: int) -> str:
        """The ke-th row (1-based) of the range."""
        b = self.baris1 + ke - 1
        return self.lembar + rentang(b, self.kolom1, b, self.kolom2, self.mutlak)

    def sel(self, baris: int, kolom: int) -> str:
        """One cell, 1-based inside the range."""
        b, k = self.baris1 + baris - 1, self.kolom1 + kolom - 1
        return self.lembar + rentang(b, k, b, k, self.mutlak)


class RentangNama(str):
    """A range known only by a name (an argument of a LAMBDA): it is cut with INDEX."""

    @property
    def banyak_baris(self) -> str:
        """Number of rows, as an expression."""
        return f"ROWS({self})"

    @property
    def banyak_kolom(self) -> str:
        """Number of columns, as an expression."""
        return f"COLUMNS({self})"

    def kolom(self, ke: int) -> RentangNama:
        """The ke-th column of the range."""
        return RentangNama(f"INDEX({self},0,{ke})")

    def baris(self, ke: int) -> RentangNama:
        """The ke-th row of the range."""
        return RentangNama(f"INDEX({self},{ke},0)")

    def sel(self, baris: int, kolom: int) -> str:
        """One cell of the range."""
        return f"INDEX({self},{baris},{kolom})"


Masukan = Union[Rentang, RentangNama, str]


def masukan(isi: str) -> Masukan:
    """A formula argument: a range when it reads as one, otherwise any expression."""
    return Rentang(isi) if _POLA.match(isi) else isi


class Angka:
    """Parameters of one masa as they are named in a formula: `p("bobot")`."""

    def __init__(self, masa: Masa, sebut: Optional[Sebut] = None) -> None:
        self.masa = masa
        self._sebut = sebut

    def __call__(self, nama: str) -> str:
        satu = self.masa.dalam_daftar(nama)
        return self._sebut(self.masa.keluarga, nama) if self._sebut else literal(satu.nilai)

    def pita(self, nama: str, ungkapan: str) -> str:
        """Class label of an expression by a band, as nested IF."""
        pita = self.masa.ambil_pita(nama)
        nilai = ungkapan if pita.bulat is None else f"ROUND({ungkapan},{pita.bulat})"
        tanda = ">" if pita.atas_inklusif else ">="
        hasil = teks(pita.isi[-1][1])
        for _, label in reversed(pita.isi[:-1]):
            hasil = f"IF({nilai}{tanda}{self(nama_pita(nama, label))},{teks(label)},{hasil})"
        return hasil

    def tabel(self, nama: str, ungkapan: str, lain: str = "NA()") -> str:
        """Number of a word by a table (aliases included), as nested IF; unknown words give `lain`."""
        tabel = self.masa.ambil_tabel(nama)
        hasil = lain
        kata = f"TRIM({ungkapan})"
        for asli in reversed(list(tabel.isi)):
            semua = [asli, *[a for a, tujuan in tabel.alias.items() if tujuan == asli]]
            syarat = [f"{kata}={teks(satu)}" for satu in semua]
            uji = syarat[0] if len(syarat) == 1 else f"OR({','.join(syarat)})"
            hasil = f"IF({uji},{self(nama_tabel(nama, asli))},{hasil})"
        return hasil


def jumlah_bukan_angka(daerah: str) -> str:
    """How many cells of a range hold text (other than blank text) or TRUE/FALSE."""
    if isinstance(daerah, RentangNama):
        return f'SUMPRODUCT({berisi(daerah)}-({daerah}<""))'  # a number sorts before any text
    return f"SUMPRODUCT(ISTEXT({daerah})*(LEN(TRIM({daerah}))>0)+ISLOGICAL({daerah}))"


def jumlah_di_luar(daerah: str, bawah: str, atas: str) -> str:
    """How many numbers of a range lie below `bawah` or above `atas`."""
    return f"({banyak_bila(daerah, '<', bawah, True)}+{banyak_bila(daerah, '>', atas, True)})"


def berisi(daerah: str) -> str:
    """Array of truths: the cells that are not blank."""
    return f"(LEN(TRIM({daerah}))>0)"


def banyak_bila(daerah: str, tanda: str, nilai: str, ungkapan: bool = False) -> str:
    """How many numbers of a range compare so with a value; ungkapan: the value is an expression, not a literal.

    Over cells this is COUNTIF. A named range may be one cell or a computed array, which COUNTIF refuses.
    """
    if isinstance(daerah, RentangNama):
        return f"SUMPRODUCT({berisi(daerah)}*({daerah}{tanda}{nilai}))"
    return f'COUNTIF({daerah},"{tanda}"&{nilai})' if ungkapan else f'COUNTIF({daerah},"{tanda}{nilai}")'


def banyak_pasangan(satu: str, banding1: str, dua: str, banding2: str) -> str:
    """How many pairs of cells of two ranges compare so with a literal each (">=0")."""
    if isinstance(satu, RentangNama):
        return f"SUMPRODUCT({berisi(satu)}*({satu}{banding1})*{berisi(dua)}*({dua}{banding2}))"
    return f'COUNTIFS({satu},"{banding1}",{dua},"{banding2}")'


def jaga(syarat_salah: str, nilai: str) -> str:
    """The value, or an Excel error when the condition of a fault holds."""
    return f"IF({syarat_salah},NA(),{nilai})"


def bukan_lebar(daerah: str, lebar: int) -> list[str]:
    """Condition that a named range has another width; none for a range, whose size is known when it is written."""
    return [f"{daerah.banyak_kolom}<>{lebar}"] if isinstance(daerah, RentangNama) else []


def bukan_sebentuk(satu: str, dua: str) -> list[str]:
    """Conditions that two named ranges differ in rows or columns."""
    if not (isinstance(satu, RentangNama) and isinstance(dua, RentangNama)):
        return []
    return [f"{satu.banyak_baris}<>{dua.banyak_baris}", f"{satu.banyak_kolom}<>{dua.banyak_kolom}"]


def bukan_deret(daerah: str, banyak: int) -> list[str]:
    """Conditions that a named range is no row or column of so many cells."""
    if not isinstance(daerah, RentangNama):
        return []
    b, k = daerah.banyak_baris, daerah.banyak_kolom
    return [f"MIN({b},{k})<>1", f"MAX({b},{k})<>{banyak}"]


def jaga_bentuk(syarat: Sequence[str], nilai: str) -> str:
    """The value, or an Excel error when a named range has the wrong shape."""
    if not syarat:
        return nilai
    return jaga(syarat[0] if len(syarat) == 1 else f"OR({','.join(syarat)})", nilai)
