"""Loads the shells of `udfs/` by their place: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

from kinerja_xl.data import udfs


def muat() -> ModuleType:
    """The package `udfs`; its own modules import each other as `udfs.x` wherever it lies."""
    folder = udfs()
    awal = folder / "__init__.py"
    ada = sys.modules.get("udfs")
    if ada is not None and ada.__file__ == str(awal):
        return ada
    spek = spec_from_file_location("udfs", awal, submodule_search_locations=[str(folder)])
    assert spek is not None and spek.loader is not None
    modul = module_from_spec(spek)
    sys.modules["udfs"] = modul
    spek.loader.exec_module(modul)
    return modul
