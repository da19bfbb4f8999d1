"""Sheets that stand alone: they read nothing but themselves, so all documents of an office share one layout.

A spec names in `mandiri` the parts of the context such a sheet needs. It is drawn with these parts and its own tables
only: whatever else it mentioned would be an error, not a stale sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.buku import LembarSpek
from kinerja_xl.spec.letak import LetakLembar
from kinerja_xl.spec.manifest import LembarM
from kinerja_xl.spec.rumus_spek import Ruang

Gambar = Callable[[LetakLembar, Ruang], LembarM]
_MAKS = 8  # layouts kept of one spec: some offices and years
_SIMPAN: dict[int, list[tuple[LembarSpek, Mapping[str, Any], LembarM]]] = {}


def sekali(letak: LetakLembar, ruang: Ruang, kertas: str, gambar: Gambar) -> LembarM:
    """The sheet as laid out before for the same data, or drawn now."""
    perlu = {k: letak.cakupan[k] for k in letak.spek.mandiri} | {"tahun": ruang.tahun, "kertas": kertas}
    ada = _SIMPAN.setdefault(id(letak.spek), [])
    for spek, isi, jadi in ada:
        if spek is letak.spek and isi == perlu:
            return jadi
    sendiri = {n: t for n, t in ruang.tabel.items() if t.lembar == letak.nama}
    kamar = Ruang(sendiri, ruang.tahun, bahasa=ruang.bahasa)
    hasil = gambar(_sempit(letak), kamar)
    if kamar.parameter:
        raise KinerjaError(f"spek: lembar '{letak.nama}' memakai parameter, jadi tidak dapat mandiri")
    del ada[: len(ada) + 1 - _MAKS]
    ada.append((letak.spek, perlu, replace(hasil, mandiri=True)))
    return ada[-1][2]


def _sempit(letak: LetakLembar) -> LetakLembar:
    """The same sheet with nothing in sight but the parts of the context it names."""
    boleh = (*letak.spek.mandiri, "b")
    blok = tuple(replace(b, cakupan={k: b.cakupan[k] for k in boleh if k in b.cakupan}) for b in letak.blok)
    return replace(letak, blok=blok, cakupan={k: letak.cakupan[k] for k in letak.spek.mandiri})
