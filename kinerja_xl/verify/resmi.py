"""The official value of a cell: the rule book called with the values that stand at the arguments' addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.functions import get
from kinerja_xl.spec.manifest import Nilai, Panggilan, Titik
from kinerja_xl.verify.kasus import Kasus

_ALAMAT = re.compile(
    r"(?:'((?:[^']|'')+)'!|([\w.]+)!)?\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\Z"
)
_ANGKA = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?\Z")


class TidakDapat(Exception):
    """An argument is an expression, not an address: there is no official value apart from the formula."""


@dataclass(frozen=True)
class Resmi:
    """Official value, or the reason why the rule refuses these inputs."""

    nilai: Nilai
    tolak: str = ""
    kosong: bool = False  # the first argument holds nothing yet


def resmi(kasus: Kasus, titik: Titik, panggilan: Panggilan) -> Resmi:
    """Call the rule of a cell."""
    fungsi, isi = get(panggilan.fungsi), isi_panggilan(kasus, titik, panggilan)
    kosong = _kosong(isi[0]) if isi else False
    try:
        nilai = fungsi(*isi)
    except KinerjaError as salah:
        return Resmi(None, str(salah), kosong)
    return Resmi(nilai, kosong=kosong)


def isi_panggilan(kasus: Kasus, titik: Titik, panggilan: Panggilan) -> list[Any]:
    """Values at the arguments' addresses, in the order of the function, its year included. Raises TidakDapat."""
    isi: list[Any] = [_argumen(kasus, titik[0], teks) for teks in panggilan.argumen]
    if panggilan.tahun is not None:
        letak = [a.nama for a in get(panggilan.fungsi).argumen].index("tahun")
        isi += [None] * (letak - len(isi))
        isi.insert(letak, panggilan.tahun)
    return isi


def _kosong(nilai: Any) -> bool:
    return all(map(_kosong, nilai)) if isinstance(nilai, list) else nilai in (None, "")


def _argumen(kasus: Kasus, lembar: str, teks: str) -> Any:
    rapi = teks.strip()
    rapi = kasus.manifest.nama.get(rapi, rapi)
    if rapi == "":
        return None
    if _ANGKA.match(rapi):
        return float(rapi)
    if len(rapi) > 1 and rapi[0] == rapi[-1] == '"' and '"' not in rapi[1:-1].replace('""', ""):
        return rapi[1:-1].replace('""', '"')
    cocok = _ALAMAT.match(rapi)
    if not cocok:
        raise TidakDapat(rapi)
    satu = (cocok.group(1) or "").replace("''", "'") or cocok.group(2) or lembar
    baris1, kolom1 = int(cocok.group(4)), kolom_angka(cocok.group(3))
    if not cocok.group(5):
        return _nilai(kasus, (satu, baris1, kolom1))
    baris2, kolom2 = int(cocok.group(6)), kolom_angka(cocok.group(5))
    return [list(_baris(kasus, satu, b, kolom1, kolom2)) for b in range(baris1, baris2 + 1)]


def _baris(kasus: Kasus, lembar: str, baris: int, kolom1: int, kolom2: int) -> Iterator[Nilai]:
    for kolom in range(kolom1, kolom2 + 1):
        yield _nilai(kasus, (lembar, baris, kolom))


def _nilai(kasus: Kasus, titik: Titik) -> Nilai:
    nilai = kasus.nilai(titik)
    if isinstance(nilai, str) and nilai.startswith("#") and nilai.rstrip("!?").isupper():
        raise TidakDapat(nilai)
    return nilai
