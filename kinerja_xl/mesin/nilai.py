"""Values as the engines give them, made equal."""

from __future__ import annotations

from typing import Any

from kinerja_xl.spec.manifest import Nilai

_GALAT = {
    "div": "#DIV/0!", "div0": "#DIV/0!", "na": "#N/A", "name": "#NAME?", "null": "#NULL!", "num": "#NUM!",
    "ref": "#REF!", "value": "#VALUE!", "circ": "#REF!", "nimpl": "#NAME?", "n/impl": "#NAME?", "spill": "#SPILL!",
    "calc": "#CALC!",
}  # fmt: skip


class GalatExcel(str):
    """An Excel error value such as #N/A."""

    __slots__ = ()


def rapikan(nilai: Any) -> Nilai:
    """A value of any engine as float, text, bool or GalatExcel; nothing at all is an empty text."""
    if nilai is None:
        return ""
    if isinstance(nilai, dict):
        jenis = str(nilai.get("kind", nilai.get("type", "value"))).lower().replace("#", "").strip("!?")
        return GalatExcel(_GALAT.get(jenis, "#VALUE!"))
    if isinstance(nilai, bool):
        return nilai
    if isinstance(nilai, (int, float)):
        return float(nilai)
    teks = str(nilai)
    return GalatExcel(teks) if teks in _GALAT.values() else teks
