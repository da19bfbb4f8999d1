"""All functions of the rule book by name: loads every family of rules once."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from kinerja_xl.core.jejak_susun import Jejak, jejaki
from kinerja_xl.core.registry import REGISTRY, Indikator, cari

_RUANG = ("iku", "sop")


@cache
def _muat() -> None:
    """Import every rule module of iku/ and sop/, in name order, so that it registers itself."""
    for ruang in _RUANG:
        for berkas in sorted((Path(__file__).parent / ruang).glob("*.py")):
            if not berkas.stem.startswith("_"):
                import_module(f"kinerja_xl.{ruang}.{berkas.stem}")


def siapkan() -> None:
    """Load the rule book into core.registry.REGISTRY; costs nothing after the first time."""
    _muat()


def functions() -> dict[str, Indikator]:
    """The registry: name -> function with arguments, citation, Excel twin and cases."""
    _muat()
    return dict(sorted(REGISTRY.items()))


def get(name: str) -> Indikator:
    """One function by name (any case); raises KinerjaError with the nearest name when unknown."""
    _muat()
    return cari(name)


def call(name: str, *nilai: Any, versi: str | None = None) -> Any:
    """Compute any function by its name. Raises KinerjaError on wrong input.

    `tahun` among the arguments picks the legal version; versi="per-5-2022" names one, also where there is no `tahun`.
    """
    return get(name)(*nilai, versi=versi)


def trace(name: str, *nilai: Any, versi: str | None = None) -> Jejak:
    """How a function comes to its value: the steps in the words of the regulation, stamped with the rule version.

    Arguments as for `call`; `.hasil` equals its value. Raises KinerjaError on wrong input, with the steps made before
    the refusal as its `jejak`.
    """
    return jejaki(get(name), *nilai, versi=versi)


class _Modul(ModuleType):
    """Importing this module puts it where `kinerja_xl.functions` is called; so the module answers the call."""

    def __call__(self) -> dict[str, Indikator]:
        """The same as functions()."""
        return functions()


sys.modules[__name__].__class__ = _Modul
