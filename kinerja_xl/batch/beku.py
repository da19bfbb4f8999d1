"""Results as text and back, without loss: how a worker speaks to its parent and what a journal holds.

JSON only. What comes back from a worker that read a stranger's file is data from a stranger: nothing in it can name
code, only the value classes of a result, and its shape is checked before anybody uses it.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from math import isfinite
from typing import Any

from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.verify.berkas import Pilihan
from kinerja_xl.verify.laporan import PUTUSAN, HasilBerkas
from kinerja_xl.verify.temuan import TINGKAT, Kata, Temuan

_POLOS = (bool, int, str)
_TANDA = "!"


class Rusak(Exception):
    """The text is no result."""


def bekukan(nilai: Any) -> str:
    """A result, options, or anything made of their parts, as one line of JSON."""
    return json.dumps(_beku(nilai), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def sebagai_teks(hasil: HasilBerkas) -> bytes:
    """A result as the bytes that are stored and sent."""
    return bekukan(hasil).encode("utf-8", "surrogatepass")


def cairkan(teks: str | bytes) -> Any:
    """The value again. Raises Rusak."""
    try:
        return json.loads(teks, object_hook=_cair)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, AttributeError) as salah:
        raise Rusak(type(salah).__name__) from salah


def cairkan_hasil(teks: str | bytes) -> HasilBerkas:
    """The result of one file. Raises Rusak when it does not have the shape of one."""
    hasil = cairkan(teks)
    if not isinstance(hasil, HasilBerkas) or not _berbentuk(hasil):
        raise Rusak("bentuk")
    return hasil


def _beku(nilai: Any) -> Any:
    jenis = type(nilai)
    if nilai is None or jenis in _POLOS:
        return nilai
    if jenis is tuple:
        return {"!t": [satu if type(satu) in _POLOS else _beku(satu) for satu in nilai]}
    if jenis is float:
        return nilai if isfinite(nilai) else {"!f": repr(nilai)}
    medan = _medan().get(jenis)
    if medan is not None:
        return {f"!{jenis.__name__}": [_beku(getattr(nilai, nama)) for nama in medan]}
    if jenis is list:
        return [_beku(satu) for satu in nilai]
    if isinstance(nilai, Mapping):
        if all(type(k) is str and not k.startswith(_TANDA) for k in nilai):
            return {k: _beku(v) for k, v in nilai.items()}
        return {"!d": [[_beku(k), _beku(v)] for k, v in nilai.items()]}
    return _beku_lain(nilai, jenis)


def _beku_lain(nilai: Any, jenis: type) -> Any:
    """Words with a twin, error values, and descendants of the plain kinds."""
    if jenis is Kata:
        return {"!k": [str(nilai), nilai.en]}
    if jenis is GalatExcel:
        return {"!g": str(nilai)}
    dasar: Any
    for dasar in (*_POLOS, float, tuple):
        if isinstance(nilai, dasar):
            return _beku(dasar(nilai))
    raise TypeError(f"{jenis.__name__} cannot be part of a result")


def _cair(isi: dict[str, Any]) -> Any:
    if len(isi) != 1:
        return isi
    ((kunci, nilai),) = isi.items()
    if not kunci.startswith(_TANDA):
        return isi
    if kunci == "!t":
        return tuple(nilai)
    if kunci == "!k":
        return Kata(str(nilai[0]), str(nilai[1]))
    if kunci == "!f":
        return float({"inf": "inf", "-inf": "-inf", "nan": "nan"}[nilai])
    if kunci == "!g":
        return GalatExcel(nilai)
    if kunci == "!d":
        return dict(nilai)
    kelas: Any = _kelas()[kunci[1:]]
    if len(nilai) != len(_medan()[kelas]):
        raise ValueError(kunci)
    return kelas(*nilai)


@cache
def _kelas() -> dict[str, type]:
    """The value classes of results and options by name: those that the types of their fields mention."""
    hasil: dict[str, type] = {}
    tunggu: list[Any] = [HasilBerkas, Pilihan]
    while tunggu:
        satu = tunggu.pop()
        if isinstance(satu, type) and is_dataclass(satu) and hasil.get(satu.__name__) is not satu:
            if satu.__name__ in hasil:
                raise TypeError(f"two value classes are called {satu.__name__}")
            hasil[satu.__name__] = satu
            tunggu += typing.get_type_hints(satu).values()
        else:
            tunggu += typing.get_args(satu)
    return hasil


@cache
def _medan() -> dict[type, tuple[str, ...]]:
    """Names of the fields of each value class."""
    return {kelas: tuple(medan.name for medan in fields(kelas)) for kelas in _kelas().values()}


def _berbentuk(hasil: HasilBerkas) -> bool:
    """The fields that reports rely on are what they should be."""
    teks = (hasil.path, hasil.sha256, hasil.jenis, hasil.template, hasil.instansi)
    return (
        all(isinstance(satu, str) for satu in teks)
        and hasil.verdict in PUTUSAN
        and (hasil.tahun is None or isinstance(hasil.tahun, int))
        and isinstance(hasil.cells, dict)
        and all(isinstance(n, int) for n in hasil.cells.values())
        and all(
            isinstance(satu, list) and all(isinstance(r, dict) for r in satu) for satu in (hasil.targets, hasil.langkah)
        )
        and isinstance(hasil.findings, tuple)
        and all(_temuan(satu) for satu in hasil.findings)
    )


def _rekaman(isi: Any) -> bool:
    return isinstance(isi, list) and all(isinstance(satu, dict) for satu in isi)


def _temuan(satu: Any) -> bool:
    if not isinstance(satu, Temuan) or satu.level not in TINGKAT or not isinstance(satu.data, dict):
        return False
    teks = (satu.code, satu.sheet, satu.cell, satu.name, satu.message, satu.fix, satu.rujukan)
    return all(isinstance(bagian, str) for bagian in teks)
