"""Tables that may grow: which number of the context gives a table its rows, and how to raise it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kinerja_xl.spec.buku import Blok, BlokPakai, BlokTabel, muat_bagian, muat_buku
from kinerja_xl.spec.letak import MAKS_BARIS_TABEL

_AWALAN = "baris."


@cache
def _pola(jenis: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    semua = _tabel(blok for lembar in muat_buku(jenis).lembar for blok in lembar.blok)
    return tuple((_sebagai_pola(nama), jalur) for nama, jalur in semua)


def _sebagai_pola(nama: str) -> re.Pattern[str]:
    """'{ind.id}_jawaban' as a pattern: a variable stands for anything."""
    bagian = re.split(r"(\{[^}]*\})", nama)
    return re.compile("".join(".+" if p.startswith("{") else re.escape(p) for p in bagian) + r"\Z")


def _tabel(blok: Iterable[Blok]) -> Iterator[tuple[str, str]]:
    """Tables that are blank rows: name as the spec writes it, path of their number of rows ("" when fixed)."""
    for satu in blok:
        if isinstance(satu, BlokPakai):
            yield from _tabel(muat_bagian(satu.bagian))
        elif isinstance(satu, BlokTabel) and not satu.sumber:
            yield satu.nama, satu.baris if isinstance(satu.baris, str) else ""


def bebas(jenis: str, tabel: str) -> bool:
    """Are the records of this table blank rows, any of which may hold anything?"""
    return any(pola.match(tabel) for pola, _ in _pola(jenis))


def perbesar(jenis: str, konteks: Mapping[str, Any], perlu: Mapping[str, int]) -> dict[str, Any]:
    """The context with its tables so many rows long, where they can grow. perlu: table -> rows."""
    baris = dict(konteks["baris"])
    for tabel, jumlah in perlu.items():
        jalur = next((b for pola, b in _pola(jenis) if pola.match(tabel) and b.startswith(_AWALAN)), "")
        kunci = jalur.removeprefix(_AWALAN)
        if kunci in baris:
            baris[kunci] = max(baris[kunci], min(jumlah, MAKS_BARIS_TABEL))
    return {**konteks, "baris": baris}


def muatkan(panjang: int, banyak: int, isi: list[tuple[int, bool]]) -> list[int]:
    """Places 1..banyak for records in order. isi: (place in the old table or 0, filled?). 0 = no place.

    Records stay where they were while nothing was added; otherwise they follow each other, and blank rows give way
    from the end.
    """
    if banyak <= panjang and all(ke for ke, _ in isi):
        return [ke if ke <= panjang else 0 for ke, _ in isi]
    buang = max(0, len(isi) - panjang)
    tempat, berikut = [0] * len(isi), 1
    kosong = [n for n, (_, terisi) in enumerate(isi) if not terisi]
    lewati = set(kosong[len(kosong) - buang :] if buang else ())
    for n in range(len(isi)):
        if n not in lewati and berikut <= panjang:
            tempat[n], berikut = berikut, berikut + 1
    return tempat
