"""Builder: a manifest, its inputs and its results become one .xlsx file."""

from __future__ import annotations

from kinerja_xl.build.buat import generate, generate_set
from kinerja_xl.build.xlsx import tulis

__all__ = ["generate", "generate_set", "tulis"]
