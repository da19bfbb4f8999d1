"""Checks: one function each, registered by topic; a check reads a Kasus and yields findings."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kinerja_xl.verify.kasus import Kasus, Periksa
from kinerja_xl.verify.temuan import Temuan

_MODUL = (
    "struktur",
    "tampilan",
    "bagan_alir",
    "kop",
    "nama",
    "rumus",
    "nilai",
    "isian",
    "isian_ragu",
    "kebijakan",
    "dasar_aturan",
    "target",
    "target_wajar",
    "langkah",
    "langkah_kalender",
    "rka",
    "rka_satker",
    "manual_iku",
    "aturan_isian",
    "perlindungan",
    "gambar",
    "warna_bersyarat",
)
DAFTAR: list[tuple[int, str, Periksa]] = []


def periksa(topik: str, urut: int) -> Callable[[Periksa], Periksa]:
    """Register a check: topic of its findings and its place in the order of running."""

    def daftar(fungsi: Periksa) -> Periksa:
        DAFTAR.append((urut, topik, fungsi))
        return fungsi

    return daftar


def muat() -> list[Periksa]:
    """All checks in their order."""
    for nama in _MODUL:
        import_module(f"kinerja_xl.verify.checks.{nama}")
    return [fungsi for _, _, fungsi in sorted(DAFTAR, key=lambda satu: (satu[0], satu[2].__name__))]


def jalankan(kasus: Kasus) -> list[Temuan]:
    """Run every check on a workbook."""
    return [temuan for fungsi in muat() for temuan in fungsi(kasus)]
