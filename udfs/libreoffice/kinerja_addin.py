"""LibreOffice component: every function of the rule book as a Calc function. No arithmetic lives here.

What Calc hands over: numbers and dates as float, TRUE as 1.0, text as str, ranges as rows in tuples with "" for a blank
cell, None for an argument left out. A blank cell given alone arrives as 0.0, like a true 0. Where the two would give
different answers, the document tells (kinerja_sel_kosong); where it cannot, the call is refused: never a wrong number.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import unohelper

sys.path.insert(0, str(Path(__file__).resolve().parent / "pythonpath"))  # before any other kinerja_xl of this computer

from com.sun.star.lang import IllegalArgumentException
from id.kinerjaxl.addin import XKinerja
from kinerja_sel_kosong import KOSONG, RAGU, Pengamat

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions

IMPLEMENTASI = "id.kinerjaxl.addin.Kinerja"
LAYANAN = ("id.kinerjaxl.addin.Fungsi", "com.sun.star.sheet.AddIn")
PENGAMAT = Pengamat(IMPLEMENTASI)
PESAN_RAGU = (
    "argumen '{nama}': 0 atau kosong? LibreOffice membaca satu sel kosong sebagai 0. "
    'Isi selnya, atau tulis IF(C5="";"";C5) sebagai ganti C5'
)


def _sel(nilai: Any) -> Any:
    return None if isinstance(nilai, str) and not nilai.strip() else nilai


def masuk(nilai: Any, rentang: bool) -> Any:
    """An argument as the rules take it: rows for a range, one cell for anything else."""
    if not isinstance(nilai, tuple):
        return _sel(nilai)
    baris = [[_sel(isi) for isi in deret] for deret in nilai]
    if not rentang and len(baris) == 1 and len(baris[0]) == 1:
        return baris[0][0]
    return baris


def keluar(nilai: Any) -> Any:
    """A result as Calc takes it: no data is an empty text, a list is one row, a truth never occurs."""
    if nilai is None:
        return ""
    if isinstance(nilai, (list, tuple)):
        baris = nilai if nilai and isinstance(nilai[0], (list, tuple)) else [nilai]
        return tuple(tuple(keluar(isi) for isi in deret) for deret in baris)
    return nilai if isinstance(nilai, str) else float(nilai)


def _coba(fungsi: Indikator, isi: Sequence[Any]) -> Any:
    try:
        return fungsi(*isi)
    except KinerjaError as salah:
        return salah.args


def kosongkan(fungsi: Indikator, dokumen: Any, mentah: Sequence[Any], isi: Sequence[Any]) -> list[Any]:
    """Arguments with the zeros that are blank cells made blank.

    Raises KinerjaError when nobody can tell and a blank would give another answer than a 0.
    """
    hasil, ragu = list(isi), []
    for ke, satu in enumerate(mentah):
        if isinstance(satu, float) and not satu:
            jenis = PENGAMAT.nol(dokumen, nama_uno(fungsi.nama), ke, mentah)
            if jenis == KOSONG:
                hasil[ke] = None
            elif jenis == RAGU:
                ragu.append(ke)
    if ragu:
        ada = _coba(fungsi, hasil)
        for banyak in range(1, 2 ** len(ragu)):  # every choice of blanks among them
            coba = [None if ke in ragu and banyak >> ragu.index(ke) & 1 else n for ke, n in enumerate(hasil)]
            if _coba(fungsi, coba) != ada:
                raise KinerjaError(PESAN_RAGU.format(nama=fungsi.argumen[ragu[0]].nama))
    return hasil


def hitung(fungsi: Indikator, dokumen: Any, mentah: Sequence[Any]) -> Any:
    """One call, from what Calc gave to what Calc gets. Raises KinerjaError on wrong input."""
    isi = [masuk(n, a.jenis == "rentang") for n, a in zip(mentah, fungsi.argumen)]
    try:
        isi = kosongkan(fungsi, dokumen, mentah, isi)
    except KinerjaError as salah:
        if not fungsi.nama.endswith("_CEK"):
            raise
        return str(salah)
    return keluar(fungsi(*isi))


def _metode(fungsi: Indikator) -> Callable[..., Any]:
    def panggil(diri: Any, dokumen: Any, *mentah: Any) -> Any:
        try:
            return hitung(fungsi, dokumen, mentah)
        except KinerjaError as salah:
            raise IllegalArgumentException(str(salah), diri, 0) from salah

    return panggil


def nama_uno(nama: str) -> str:
    """Method of a function: UNO names know no underscore."""
    pertama, *lain = nama.lower().split("_")
    return pertama + "".join(kata.capitalize() for kata in lain)


def _buat(ctx: Any, *args: Any) -> Any:
    return Kinerja()


Kinerja = type("Kinerja", (unohelper.Base, XKinerja), {nama_uno(f.nama): _metode(f) for f in functions().values()})

g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(_buat, IMPLEMENTASI, LAYANAN)
