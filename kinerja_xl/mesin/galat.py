"""Excel error values as they come out of an engine."""

from __future__ import annotations

GALAT_EXCEL = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A")


class GalatExcel(str):
    """An error value in a cell, such as #N/A; a text cell that spells "#N/A" is a plain str."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"GalatExcel({str(self)!r})"
