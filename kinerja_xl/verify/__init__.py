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
    import datetime

    from kinerja_xl.verify.aturan_main import AturanMain
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
    ronde: Jalur | None = None,
    dispensasi: Jalur | None = None,
    per_tanggal: datetime.date | None = None,
    kemajuan: Callable[[str], None] | None = None,
) -> Laporan:
    """Verify files and folders.

    tahun: fiscal year the workbooks must be of. tegas: topics (WKT, TGT ...) whose warnings count as errors.
    abaikan: codes left out. jobs: processes. kemajuan: called with the name of every finished file.
    ronde, dispensasi: TOML files of the round and of what was dispensed with, as of per_tanggal (else the deadline).
    Raises KinerjaError when there is nothing to verify; a bad file is a finding, not an error.
    """
    pilihan, aturan, calon, dilewati = siapkan(
        paths, tahun=tahun, tegas=tegas, abaikan=abaikan, mesin=mesin, lang=lang, ronde=ronde, dispensasi=dispensasi,
        per_tanggal=per_tanggal,
    )  # fmt: skip
    return rangkum(_semua(calon, pilihan, jobs, kemajuan or _diam), dilewati, pilihan, aturan)


def siapkan(
    paths: Jalur | Sequence[Jalur],
    *,
    ronde: Jalur | None = None,
    dispensasi: Jalur | None = None,
    per_tanggal: datetime.date | None = None,
    **pilihan: Any,
) -> tuple[Pilihan, AturanMain | None, list[Calon], int]:
    """What `verify` settles before it looks at a file: options, rules of play, files in a fixed order, passed over."""
    from kinerja_xl.verify.cari import cari_berkas

    aturan = _aturan_main(ronde, dispensasi, per_tanggal)
    pilih = susun_pilihan(**pilihan)
    if aturan is not None:
        pilih = aturan.pilihan(pilih)
    calon, dilewati = cari_berkas([paths] if isinstance(paths, (str, os.PathLike)) else list(paths))
    return pilih, aturan, calon, dilewati


def susun_pilihan(
    *,
    tahun: int | None = None,
    tegas: Iterable[str] = (),
    abaikan: Iterable[str] = (),
    mesin: str = "otomatis",
    lang: str = "id",
) -> Pilihan:
    """Options as checked words; an unknown one raises KinerjaError with the nearest known."""
    from kinerja_xl.verify.berkas import Pilihan

    for nilai, dikenal, sebutan in ((mesin, MESIN, "mesin"), (lang, BAHASA, "bahasa")):
        if nilai not in dikenal:
            raise KinerjaError(f"{sebutan} '{nilai}' tidak dikenal.{saran(nilai, dikenal)}")
    return Pilihan(tahun, _topik(tegas), _kode(abaikan), mesin, lang)


def rangkum(hasil: Sequence[HasilBerkas], dilewati: int, pilihan: Pilihan, aturan: AturanMain | None = None) -> Laporan:
    """The report from the files' own results: across workbooks first, then the round and its dispensations."""
    from kinerja_xl.verify.berkas import rapikan
    from kinerja_xl.verify.laporan import Laporan
    from kinerja_xl.verify.silang import silangkan

    semua = silangkan(hasil, lambda temuan, lembar: rapikan(temuan, lembar, pilihan))
    laporan = Laporan(tuple(semua), dilewati, pilihan.tahun, pilihan.lang, syarat=pilihan.syarat())
    return aturan.terapkan(laporan, pilihan) if aturan is not None else laporan


def _aturan_main(ronde: Jalur | None, dispensasi: Jalur | None, per_tanggal: datetime.date | None) -> AturanMain | None:
    if ronde is None and dispensasi is None:
        return None
    from kinerja_xl.verify.aturan_main import baca_aturan_main

    return baca_aturan_main(ronde, dispensasi, per_tanggal)


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
