"""Verification: read a workbook, hold it against its template and the rules, report every finding."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

if TYPE_CHECKING:
    from kinerja_xl.verify.berkas import Pilihan
    from kinerja_xl.verify.cari import Calon
    from kinerja_xl.verify.laporan import HasilBerkas, Laporan

Jalur = str | os.PathLike[str]
MESIN = ("otomatis", "formulas", "formualizer", "libreoffice")
BAHASA = ("id", "en")


def verify(
    paths: Jalur | Sequence[Jalur],
    *,
    tahun: int | None = None,
    jobs: int = 1,
    tegas: Iterable[str] = (),
    abaikan: Iterable[str] = (),
    mesin: str = "otomatis",
    lang: str = "id",
    kemajuan: Callable[[str], None] | None = None,
) -> Laporan:
    """Verify files and folders.

    tahun: fiscal year the workbooks must be of. tegas: topics (WKT, TGT ...) whose warnings count as errors.
    abaikan: codes left out. jobs: processes. kemajuan: called with the name of every finished file.
    Raises KinerjaError when there is nothing to verify; a bad file is a finding, not an error.
    """
    from kinerja_xl.verify.berkas import rapikan
    from kinerja_xl.verify.laporan import Laporan
    from kinerja_xl.verify.silang import silangkan

    pilihan = susun_pilihan(tahun=tahun, tegas=tegas, abaikan=abaikan, mesin=mesin, lang=lang)
    calon, dilewati = temukan(paths)
    hasil = silangkan(
        _semua(calon, pilihan, jobs, kemajuan or _diam), lambda temuan, lembar: rapikan(temuan, lembar, pilihan)
    )
    return Laporan(tuple(hasil), dilewati, tahun, lang)


def susun_pilihan(
    *, tahun: int | None = None, tegas: Iterable[str] = (), abaikan: Iterable[str] = (), mesin: str = "otomatis",
    lang: str = "id",
) -> Pilihan:  # fmt: skip
    """The options of a verification, checked. See verify."""
    from kinerja_xl.verify.berkas import Pilihan

    for nilai, dikenal, sebutan in ((mesin, MESIN, "mesin"), (lang, BAHASA, "bahasa")):
        if nilai not in dikenal:
            raise KinerjaError(f"{sebutan} '{nilai}' tidak dikenal.{saran(nilai, dikenal)}")
    return Pilihan(tahun, _topik(tegas), _kode(abaikan), mesin, lang)


def temukan(paths: Jalur | Sequence[Jalur]) -> tuple[list[Calon], int]:
    """The files that are meant, in a fixed order, and how many were passed over."""
    from kinerja_xl.verify.cari import cari_berkas

    return cari_berkas([paths] if isinstance(paths, (str, os.PathLike)) else list(paths))


def _semua(calon: list[Calon], pilihan: Pilihan, jobs: int, kemajuan: Callable[[str], None]) -> list[HasilBerkas]:
    kerja = partial(_satu, pilihan=pilihan)
    hasil = []
    if jobs > 1 and len(calon) > 1:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(min(jobs, len(calon))) as kolam:
            for satu in kolam.map(kerja, calon):
                hasil.append(satu)
                kemajuan(satu.path)
        return hasil
    for satu in map(kerja, calon):
        hasil.append(satu)
        kemajuan(satu.path)
    return hasil


def _satu(calon: Calon, pilihan: Pilihan) -> HasilBerkas:
    from kinerja_xl.verify.berkas import periksa_berkas

    return periksa_berkas(calon.jalur, calon.sebutan, pilihan)


def _topik(tegas: Iterable[str]) -> tuple[str, ...]:
    from kinerja_xl.verify.temuan import topik_tersedia

    hasil = tuple(satu.strip().upper() for satu in tegas)
    for satu in hasil:
        if satu not in topik_tersedia():
            raise KinerjaError(f"topik '{satu}' tidak ada. Yang dikenal: {', '.join(topik_tersedia())}.")
    return hasil


def _kode(abaikan: Iterable[str]) -> tuple[str, ...]:
    from kinerja_xl.verify.temuan import cari_entri

    return tuple(cari_entri(satu).kode for satu in abaikan)


def _diam(_: str) -> None:
    """No progress wanted."""


class _Modul(ModuleType):
    """Importing this room puts the module where `kinerja_xl.verify` is called; so the module answers the call."""

    def __call__(self, *args: Any, **kwargs: Any) -> Laporan:
        """The same as verify(...)."""
        return verify(*args, **kwargs)


sys.modules[__name__].__class__ = _Modul
