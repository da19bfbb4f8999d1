"""A call from a spreadsheet: cells in, a cell out, the same for every program whatever its cells look like.

Programs hand over the same cell differently: a date as serial number or as datetime, a currency as Decimal, one cell
bare or as a 1 x 1 block, an omitted argument or a blank one as nothing. Here they become one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.registry import Argumen, Indikator
from kinerja_xl.core.sel import rapikan
from kinerja_xl.core.serial import ke_serial

PANJANG_BANTUAN = 255  # what the function wizard of Excel shows
# #N/A, #DIV/0!, #VALUE! ... as a program that has no error type writes it in a text
_GALAT = re.compile(r"#(N/A|GETTING_DATA|[A-Z][A-Z0-9/_]*[!?])\Z")
_KODE_GALAT = range(-2146826300, -2146826200)  # an error cell as Windows numbers it, when a program passes it on
_POLOS = (float, type(None))


def panggil(fungsi: Indikator, *nilai: Any) -> Any:
    """Compute from cells. Returns a number, a text, "" for no data, or rows of them (a block that spills).

    Raises KinerjaError on wrong input; the checker functions (`..._CEK`) return its text instead.
    """
    try:
        isi = [argumen(a, n) for a, n in zip(fungsi.argumen, nilai)]
        hasil = fungsi(*isi, *nilai[len(isi) :])
    except KinerjaError as salah:
        if pemeriksa(fungsi):
            return str(salah)
        raise
    return "" if hasil is None else hasil


def pemeriksa(fungsi: Indikator) -> bool:
    """Is this a function that answers with "OK" or the first problem?"""
    return fungsi.nama.endswith("_CEK")


def argumen(arg: Argumen, nilai: Any) -> Any:
    """One argument as the rule wants it: rows for a range, one value otherwise; None where nothing stands."""
    baris = rapikan(nilai)
    isi = [
        [n if type(n) in _POLOS else _sel(n, arg, b, k) for k, n in enumerate(deret, 1)]
        for b, deret in enumerate(baris, 1)
    ]
    kosong = all(n is None for deret in isi for n in deret)
    if arg.jenis == "rentang":
        return None if kosong and arg.opsional else isi
    if len(isi) != 1 or len(isi[0]) != 1:
        raise KinerjaError(f"{arg.nama} harus satu sel, diberi {len(isi)} x {len(isi[0]) if isi else 0} sel")
    return isi[0][0]


def _sel(nilai: Any, arg: Argumen, baris: int, kolom: int) -> Any:
    galat = nilai.strip() if isinstance(nilai, str) and _GALAT.match(nilai.strip().upper()) else ""
    if galat or (isinstance(nilai, int) and nilai in _KODE_GALAT):
        tempat = {"baris": baris, "kolom": kolom} if arg.jenis == "rentang" else {}
        raise KinerjaError(f"sel {arg.nama} berisi galat {galat or 'Excel'}; perbaiki sel itu lebih dahulu", **tempat)
    if isinstance(nilai, date):
        return ke_serial(nilai)
    return float(nilai) if isinstance(nilai, Decimal) else nilai


def kategori(fungsi: Indikator) -> str:
    """Group under which a function wizard lists the function."""
    return f"Kinerja: {fungsi.buku.judul}"


def bantuan(fungsi: Indikator, bahasa: str = "id", batas: int = PANJANG_BANTUAN) -> str:
    """What a function is for, for a function wizard: title, first sentence, unit and source, as far as they fit."""
    if bahasa == "en":
        return _susun([fungsi.judul_en or fungsi.judul], batas)
    pertama = " ".join(fungsi.bantuan.split("\n\n")[0].split())
    bagian = [
        fungsi.judul,
        pertama if pertama != fungsi.judul else "",
        f"Hasil: {fungsi.satuan}" if fungsi.satuan else "",
    ]
    return _susun([*bagian, f"Dasar: {fungsi.rujukan}"], batas)


def bantuan_argumen(arg: Argumen, bahasa: str = "id", batas: int = PANJANG_BANTUAN) -> str:
    """What an argument is, with its shape and whether it may be left out."""
    teks = arg.bantuan_en if bahasa == "en" and arg.bantuan_en else arg.bantuan
    bentuk = f" ({arg.bentuk})" if arg.bentuk else ""
    boleh = {"id": "; boleh dikosongkan", "en": "; may be left out"}[bahasa] if arg.opsional else ""
    return _potong(f"{teks}{bentuk}{boleh}", batas)


def _susun(bagian: Sequence[str], batas: int) -> str:
    hasil = ""
    for satu in bagian:
        calon = f"{hasil} {_kalimat(satu)}".strip() if satu else hasil
        if len(calon) > batas:
            return hasil or _potong(calon, batas)
        hasil = calon
    return hasil


def _kalimat(teks: str) -> str:
    return teks if teks.endswith((".", "!", "?")) else f"{teks}."


def _potong(teks: str, batas: int) -> str:
    return teks if len(teks) <= batas else teks[: batas - 3].rsplit(" ", 1)[0] + "..."
