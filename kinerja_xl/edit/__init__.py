"""Changes to an existing workbook: filling its inputs, making the changed version of an agreement or budget."""

from __future__ import annotations

from kinerja_xl.edit.isi import fill
from kinerja_xl.edit.perubahan import perubahan

__all__ = ["fill", "perubahan"]
