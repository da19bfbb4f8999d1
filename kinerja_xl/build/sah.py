"""Data validation of inputs: what Excel lets a person type, with a title and a message in the workbook's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kinerja_xl.core.nama import alamat
from kinerja_xl.spec.aturan_isian import SEL_INI, angka_atau_kata, inti
from kinerja_xl.spec.bahasa import BAWAAN, kata
from kinerja_xl.spec.manifest import LembarM, Sah, Sel

_MAKS_JUDUL, _MAKS_PESAN = 32, 255

Lari = tuple[int, int, int, int]  # first row, column, last row, column; 0-based as XlsxWriter counts


def validasi(lembar: LembarM, bahasa: str = BAWAAN) -> list[tuple[dict[str, Any], list[Lari]]]:
    """Validations of a sheet, equal ones together, each with its cells as vertical runs."""
    kelompok: dict[tuple[Any, ...], tuple[dict[str, Any], list[Sel]]] = {}
    for sel in lembar.sel:
        if sel.peran == "isian":
            pilihan, kunci = _aturan_berkunci(sel.sah or Sah(), sel.tipe, sel.judul, sel.nama, bahasa)
            if pilihan:
                kelompok.setdefault(kunci, (pilihan, []))[1].append(sel)
    return [satu for pilihan, sel in kelompok.values() for satu in _terpasang(pilihan, sel)]


def _terpasang(pilihan: dict[str, Any], sel: list[Sel]) -> Iterable[tuple[dict[str, Any], list[Lari]]]:
    """One validation for all cells; a formula is relative to the first cell of its run, so each run has its own."""
    lari = _lari(sel)
    if pilihan.get("value") != SEL_INI:
        return [(pilihan, lari)]
    sah = sel[0].sah or Sah()
    return [({**pilihan, "value": angka_atau_kata(sah, alamat(satu[0] + 1, satu[1] + 1))}, [satu]) for satu in lari]


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


@lru_cache(maxsize=4096)
def _aturan_berkunci(sah: Sah, tipe: str, judul: str, nama: str, bahasa: str) -> tuple[dict[str, Any], tuple[Any, ...]]:
    """The rule of an input, never to be changed, and what equal rules have in common."""
    pilihan = _aturan(Sel(1, 1, "isian", "", sah=sah, tipe=tipe, judul=judul, nama=nama), bahasa)
    return pilihan, tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(pilihan.items()))


def _aturan(sel: Sel, bahasa: str) -> dict[str, Any]:
    sah = sel.sah or Sah()
    pokok, minta = inti(sel, sah, bahasa)
    pesan = sah.pesan or minta
    if not pokok and not pesan:
        return {}
    hasil: dict[str, Any] = {"validate": "any", **pokok, "ignore_blank": True}
    judul = _potong(sah.judul or sel.judul, _MAKS_JUDUL)
    if pesan:
        hasil["input_title"], hasil["input_message"] = judul, _potong(pesan, _MAKS_PESAN)
    if pokok:
        hasil["error_type"] = "stop"
        hasil["error_title"] = kata(bahasa, "Isian belum sesuai")
        hasil["error_message"] = _potong(minta or pesan, _MAKS_PESAN)
    return hasil


def _potong(teks: str, maks: int) -> str:
    """Excel refuses longer titles and messages."""
    return teks if len(teks) <= maks else teks[: maks - 1].rstrip() + "…"
