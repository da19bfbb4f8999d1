"""Recipes: ways of computing that differ from the rule book, as seen in published values, and what they change.

`kenali` names the recipe behind a stored value; `bandingkan` shows what another year's rule would change. The numbers
of the recipes are dated, cited data in the TOML files of this room; they are never arguments of the rule book.
"""

from __future__ import annotations

from kinerja_xl.resep.banding import bandingkan
from kinerja_xl.resep.kelas import kenali_kelas
from kinerja_xl.resep.kenal import Pengenalan, bisa, kenali
from kinerja_xl.resep.model import Resep
from kinerja_xl.resep.nilai_simpan import Tersimpan, tersimpan

__all__ = ["Pengenalan", "Resep", "Tersimpan", "bandingkan", "bisa", "kenali", "kenali_kelas", "tersimpan"]
