"""Data validation of inputs: what Excel lets a person type, with a title and a message in Indonesian."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kinerja_xl.spec.aturan_isian import inti
from kinerja_xl.spec.manifest import LembarM, Sah, Sel

_MAKS_JUDUL, _MAKS_PESAN = 32, 255

Lari = tuple[int, int, int, int]  # first row, column, last row, column; 0-based as XlsxWriter counts


def validasi(lembar: LembarM) -> list[tuple[dict[str, Any], list[Lari]]]:
    """Validations of a sheet, equal ones together, each with its cells as vertical runs."""
    kelompok: dict[tuple[Any, ...], tuple[dict[str, Any], list[Sel]]] = {}
    for sel in lembar.sel:
        if sel.peran == "isian":
            pilihan = _aturan(sel)
            if pilihan:
                kunci = tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(pilihan.items()))
                kelompok.setdefault(kunci, (pilihan, []))[1].append(sel)
    return [(pilihan, _lari(sel)) for pilihan, sel in kelompok.values()]


def _lari(sel: Iterable[Sel]) -> list[Lari]:
    """Cells merged into vertical runs, left to right."""
    hasil: list[Lari] = []
    for b, k in sorted((s.titik for s in sel), key=lambda t: (t[1], t[0])):
        if hasil and hasil[-1][1] == k - 1 and hasil[-1][2] == b - 2:
            b1, k1, _, _ = hasil[-1]
            hasil[-1] = (b1, k1, b - 1, k - 1)
        else:
            hasil.append((b - 1, k - 1, b - 1, k - 1))
    return hasil


def _aturan(sel: Sel) -> dict[str, Any]:
    sah = sel.sah or Sah()
    pokok, minta = inti(sel, sah)
    pesan = sah.pesan or minta
    if not pokok and not pesan:
        return {}
    hasil: dict[str, Any] = {"validate": "any", **pokok, "ignore_blank": True}
    judul = _potong(sah.judul or sel.judul, _MAKS_JUDUL)
    if pesan:
        hasil["input_title"], hasil["input_message"] = judul, _potong(pesan, _MAKS_PESAN)
    if pokok:
        hasil["error_type"] = "stop"
        hasil["error_title"] = "Isian belum sesuai"
        hasil["error_message"] = _potong(minta or pesan, _MAKS_PESAN)
    return hasil


def _potong(teks: str, maks: int) -> str:
    """Excel refuses longer titles and messages."""
    return teks if len(teks) <= maks else teks[: maks - 1].rstrip() + "…"
