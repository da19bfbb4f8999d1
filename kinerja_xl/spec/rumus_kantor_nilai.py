"""An office's own formula (spec/rumus_kantor.py) as an Excel expression and, twin of it, as a value in Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import fsum, isfinite

from kinerja_xl.core.numerik import bulat
from kinerja_xl.spec.rumus_kantor import Simpul

KETELITIAN = 9  # decimals to which two sides of a comparison are compared
_FUNGSI: dict[str, Callable[[Sequence[float]], float]] = {
    "SUM": fsum,
    "AVERAGE": lambda a: fsum(a) / len(a),
    "MIN": min,
    "MAX": max,
    "ABS": lambda a: abs(a[0]),
    "ROUND": lambda a: bulat(a[0], int(a[1])),
}


def ke_excel(pohon: Simpul, sel: Mapping[str, str]) -> str:
    """The tree as an Excel expression, precedence in parentheses; sel: input name -> cell name or address."""
    anak = [ke_excel(satu, sel) for satu in pohon.anak]
    if pohon.jenis == "angka":
        return repr(float(pohon.teks)).removesuffix(".0")
    if pohon.jenis == "nama":
        return sel[pohon.teks]
    if pohon.jenis == "minus":
        return f"(0-{anak[0]})"
    if pohon.jenis == "hitung":
        kiri = (
            anak[0][1:-1] if _sederajat(pohon) else anak[0]
        )  # a+b+c, not ((a+b)+c): spreadsheets nest 64 deep at most
        return f"({kiri}{pohon.teks}{anak[1]})"
    if pohon.jenis == "banding":
        return f"ROUND({anak[0]}-{anak[1]},{KETELITIAN}){pohon.teks}0"
    return f"{pohon.jenis}({','.join(anak)})"


def _sederajat(pohon: Simpul) -> bool:
    kiri = pohon.anak[0]
    return kiri.jenis == "hitung" and any(pohon.teks in tanda and kiri.teks in tanda for tanda in ("+-", "*/"))


def rumus_excel(pohon: Simpul, sel: Mapping[str, str]) -> str:
    """The guarded formula: blank until every input is a number, blank where the value does not exist (divided by 0)."""
    isi = ",".join(sel.values())
    return f'IF(COUNT({isi})<{len(sel)},"",IFERROR({ke_excel(pohon, sel)},""))'


def hitung(pohon: Simpul, nilai: Mapping[str, float | None]) -> float | None:
    """The value, None while an input is blank or where the value does not exist (division by zero)."""
    if any(n is None for n in nilai.values()):
        return None
    try:
        hasil = _nilai(pohon, {k: float(v) for k, v in nilai.items() if v is not None})
    except (ZeroDivisionError, OverflowError, ValueError):
        return None
    return hasil if isfinite(hasil) else None


def _nilai(pohon: Simpul, nilai: Mapping[str, float]) -> float:
    if pohon.jenis == "angka":
        return float(pohon.teks)
    if pohon.jenis == "nama":
        return nilai[pohon.teks]
    if pohon.jenis == "IF":
        return _nilai(pohon.anak[1] if _benar(pohon.anak[0], nilai) else pohon.anak[2], nilai)
    anak = [_nilai(satu, nilai) for satu in pohon.anak]
    if pohon.jenis == "minus":
        return -anak[0]
    if pohon.jenis == "hitung":
        return _HITUNG[pohon.teks](anak[0], anak[1])
    return _FUNGSI[pohon.jenis](anak)


def _pangkat(dasar: float, pangkat: float) -> float:
    hasil = dasar**pangkat
    if isinstance(hasil, complex):
        raise ValueError("a root of a negative number")
    return float(hasil)


_HITUNG: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": _pangkat,
}


def _benar(syarat: Simpul, nilai: Mapping[str, float]) -> bool:
    selisih = bulat(_nilai(syarat.anak[0], nilai) - _nilai(syarat.anak[1], nilai), KETELITIAN)
    hasil = {"=": selisih == 0, "<>": selisih != 0, "<": selisih < 0, ">": selisih > 0}
    hasil |= {"<=": selisih <= 0, ">=": selisih >= 0}
    return hasil[syarat.teks]
