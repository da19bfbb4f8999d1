"""Shared engine harness of the rule tests, loaded by path because test folders are no packages."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

_BERKAS = {"larik_uji": "_larik_uji.py", "mesin_uji": "_mesin_uji.py"}  # the first is imported by the second


@pytest.fixture(scope="session")
def mesin_uji() -> ModuleType:
    """The harness module: cases, seeded inputs, and two calculation engines behind one call each."""
    for nama, berkas in _BERKAS.items():
        spek = spec_from_file_location(nama, Path(__file__).with_name(berkas))
        assert spek is not None and spek.loader is not None
        modul = module_from_spec(spek)
        sys.modules[nama] = modul
        spek.loader.exec_module(modul)
    return sys.modules["mesin_uji"]
