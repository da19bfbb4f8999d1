"""Shared engine harness of the rule tests, loaded by path because test folders are no packages."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

_JALUR = Path(__file__).with_name("_mesin_uji.py")


@pytest.fixture(scope="session")
def mesin_uji() -> ModuleType:
    """The harness module: cases, seeded inputs, and two calculation engines behind one call each."""
    spek = spec_from_file_location("mesin_uji", _JALUR)
    assert spek is not None and spek.loader is not None
    modul = module_from_spec(spek)
    sys.modules[spek.name] = modul
    spek.loader.exec_module(modul)
    return modul
