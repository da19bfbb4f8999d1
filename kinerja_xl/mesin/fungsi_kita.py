"""Functions of the rule book as an engine calls them: cells in, a value or an error value out, reasons noted down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions
from kinerja_xl.mesin.galat import GalatExcel

DITOLAK = GalatExcel("#VALUE!")
Panggil = Callable[[list[Any]], Any]


class Bentuk(str):
    """A reason of another kind: the call spreads over cells, which depends on the program that computes it."""


def fungsi_kita(nama: Iterable[str], alasan: list[str]) -> Mapping[str, Panggil]:
    """Callables by name. alasan: gets the reason of every refusal, in order.

    Each takes its arguments as cells (None, float, str, bool, GalatExcel) or lists of rows, and gives float, str,
    a list of rows, or GalatExcel.
    """
    return {satu: _panggil(functions()[satu], alasan) for satu in nama}


def _panggil(fungsi: Indikator, alasan: list[str]) -> Panggil:
    def panggil(isi: list[Any]) -> Any:
        for satu in isi:
            for sel in _sel(satu):
                if isinstance(sel, GalatExcel):
                    return sel
        try:
            return _keluar(fungsi(*_masuk(fungsi, isi, alasan)))
        except KinerjaError as salah:
            alasan.append(f"{fungsi.nama}: {salah}")
            return DITOLAK

    return panggil


def _sel(isi: Any) -> Iterable[Any]:
    return (n for deret in isi for n in deret) if isinstance(isi, list) else (isi,)


def _masuk(fungsi: Indikator, isi: list[Any], alasan: list[str]) -> list[Any]:
    """A range of one cell is that cell where one cell is due."""
    hasil = []
    for ke, satu in enumerate(isi):
        rentang = ke < len(fungsi.argumen) and fungsi.argumen[ke].jenis == "rentang"
        if isinstance(satu, list) and not rentang:
            if len(satu) == 1 and len(satu[0]) == 1:
                satu = satu[0][0]
            else:
                alasan.append(Bentuk(f"{fungsi.nama}: {fungsi.argumen[min(ke, len(fungsi.argumen) - 1)].nama}"))
        hasil.append(satu)
    return hasil


def _keluar(nilai: Any) -> Any:
    if nilai is None:
        return ""
    if isinstance(nilai, list):
        baris = nilai if nilai and isinstance(nilai[0], list) else [nilai]
        return [[_keluar(n) for n in deret] for deret in baris]
    return nilai if isinstance(nilai, str) else float(nilai)
