"""Pieces shared by the budget rules: parts of a whole, lines of cells, scales; each in Python and as Excel text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.rumus import Rentang, RentangNama
from kinerja_xl.core.sel import angka, cacah, kosong, rapikan, tulis


def hampa(nilai: Any) -> bool:
    """Is a single cell blank?"""
    return kosong([nilai])


def deret(rentang: Any, sebutan: str) -> list[Any]:
    """The cells of one row or one column; a block is refused."""
    baris = rapikan(rentang)
    if len(baris) == 1:
        return baris[0]
    if any(len(b) != 1 for b in baris):
        raise KinerjaError(f"{sebutan} harus satu baris atau satu kolom")
    return [b[0] for b in baris]


def persen(bagian: Any, seluruh: Any, nama_bagian: str, nama_seluruh: str, *, utuh: bool = False) -> Optional[float]:
    """Part of a whole in percent. utuh: both are counts. None without data (both blank, or 0 of 0)."""
    if hampa(bagian) and hampa(seluruh):
        return None
    baca = cacah if utuh else angka
    b, s = baca(bagian, nama_bagian, bawah=0), baca(seluruh, nama_seluruh, bawah=0)
    if b > s:
        raise KinerjaError(f"{nama_bagian} {tulis(b)} melebihi {nama_seluruh} {tulis(s)}", nilai=b, batas=s)
    if not s:
        catat("Persentase {bagian} dari {seluruh}: keduanya 0", "{b} dari {s}", None, hitungan_en="{b} of {s}",
              en="Percentage of {bagian} in {seluruh}: both are 0", bagian=nama_bagian, seluruh=nama_seluruh,
              b=b, s=s)  # fmt: skip
        return None
    hasil = b / s * 100
    catat("Persentase {bagian} dari {seluruh}", "{b} / {s} × 100", hasil, bagian=nama_bagian, seluruh=nama_seluruh,
          en="Percentage of {bagian} in {seluruh}", b=b, s=s)  # fmt: skip
    return hasil


def kosong_excel(*sel: str) -> str:
    """Condition: all these single cells are blank."""
    uji = [f"LEN(TRIM({x}))=0" for x in sel]
    return uji[0] if len(uji) == 1 else f"AND({','.join(uji)})"


def bukan_angka_excel(*sel: str) -> str:
    """Condition: one of these single cells is not a number."""
    return f"NOT(AND({','.join(f'ISNUMBER({x})' for x in sel)}))"


def persen_excel(bagian: str, seluruh: str, hasil: Callable[[str], str], *, utuh: bool = False) -> str:
    """Twin of `persen`; hasil turns the ratio (text b/s) into the result."""
    salah = [f"{bagian}<0", f"{bagian}>{seluruh}"]
    if utuh:
        salah += [f"{bagian}<>INT({bagian})", f"{seluruh}<>INT({seluruh})"]
    return (
        f'IF({kosong_excel(bagian, seluruh)},"",IF({bukan_angka_excel(bagian, seluruh)},NA(),'
        f'IF(OR({",".join(salah)}),NA(),IF({seluruh}=0,"",{hasil(f"{bagian}/{seluruh}")}))))'
    )


def skala_excel(sel: str, hasil: str, bawah: Optional[str] = "0", atas: Optional[str] = "100") -> str:
    """A single number of a scale: "" when blank, an error when not a number or outside the scale."""
    batas = [f"{sel}<{bawah}"] * (bawah is not None) + [f"{sel}>{atas}"] * (atas is not None)
    isi = f"IF(OR({','.join(batas)}),NA(),{hasil})" if batas else hasil
    return f'IF({kosong_excel(sel)},"",IF({bukan_angka_excel(sel)},NA(),{isi}))'


def skala(nilai: Any, sebutan: str, bawah: Optional[float] = 0, atas: Optional[float] = 100) -> Optional[float]:
    """Python side of `skala_excel`."""
    return None if hampa(nilai) else angka(nilai, sebutan, bawah=bawah, atas=atas)


def sel_deret(daerah: str, boleh: Sequence[int]) -> Optional[list[str]]:
    """Cells of a row or column of an allowed length; None when the shape is refused.

    A named range has no shape yet: it gets the longest allowed length, cells beyond its end read as blank.
    """
    if not isinstance(daerah, Rentang):
        return [f'IFERROR(INDEX({daerah},{i}),"")' for i in range(1, max(boleh) + 1)]
    banyak = daerah.tinggi * daerah.lebar
    if min(daerah.tinggi, daerah.lebar) != 1 or banyak not in boleh:
        return None
    return [daerah.sel(1, i) if daerah.tinggi == 1 else daerah.sel(i, 1) for i in range(1, banyak + 1)]


def bentuk_salah(daerah: str, boleh: Sequence[int]) -> str:
    """Condition term (0 or more) that a named range is no row or column of an allowed length; empty for a range."""
    if not isinstance(daerah, RentangNama):
        return ""
    b, k = daerah.banyak_baris, daerah.banyak_kolom
    panjang = f"MAX({b},{k})"
    luar = f"({panjang}<>{min(boleh)})" if len(boleh) == 1 else f"({panjang}<{min(boleh)})+({panjang}>{max(boleh)})"
    return f"+(MIN({b},{k})<>1)+{luar}"
