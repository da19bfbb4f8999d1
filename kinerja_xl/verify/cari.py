"""Which files are meant: paths given are always taken, folders are searched for spreadsheets."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.core.errors import KinerjaError

AKHIRAN = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots", ".fods"})


@dataclass(frozen=True)
class Calon:
    """A file to verify and what the report calls it."""

    jalur: Path
    sebutan: str


def cari_berkas(jalur: Sequence[str | os.PathLike[str]]) -> tuple[list[Calon], int]:
    """Files in a fixed order, and the number of files passed over."""
    if not jalur:
        raise KinerjaError("belum ada berkas atau folder yang disebut.")
    hasil: list[Calon] = []
    dilewati = 0
    for satu in map(Path, jalur):
        if satu.is_dir():
            isi, lewat = _folder(satu)
            hasil += isi
            dilewati += lewat
        elif satu.exists():
            hasil.append(Calon(satu, satu.name))
        else:
            raise KinerjaError(f"berkas atau folder '{satu}' tidak ada.")
    return _bedakan(_sekali(hasil)), dilewati


def _folder(folder: Path) -> tuple[list[Calon], int]:
    """Spreadsheets below a folder; lock files of open workbooks are ignored, everything else is counted."""
    hasil, dilewati = [], 0
    for akar, anak, berkas in os.walk(folder):
        anak.sort()
        for nama in sorted(berkas):
            jalur = Path(akar, nama)
            if nama.startswith(("~$", ".~lock.")):
                continue
            if jalur.suffix.lower() in AKHIRAN:
                hasil.append(Calon(jalur, jalur.relative_to(folder).as_posix()))
            else:
                dilewati += 1
    if not hasil:
        raise KinerjaError(f"folder '{folder}' tidak memuat buku kerja (dilewati: {dilewati} berkas lain).")
    return sorted(hasil, key=lambda c: c.sebutan), dilewati


def _sekali(calon: list[Calon]) -> list[Calon]:
    """A file named twice is verified once."""
    return list({c.jalur.resolve(): c for c in reversed(calon)}.values())[::-1]


def _bedakan(calon: list[Calon]) -> list[Calon]:
    """Files that would be called alike get as many parent folders as it takes."""
    bagian = {c.jalur: c.sebutan.count("/") + 1 for c in calon}
    for _ in range(30):
        sebutan = {c.jalur: "/".join(c.jalur.resolve().parts[-bagian[c.jalur] :]) for c in calon}
        kembar = {s for s, n in Counter(sebutan.values()).items() if n > 1}
        if not kembar:
            break
        for jalur, satu in sebutan.items():
            bagian[jalur] += satu in kembar
    return sorted((Calon(c.jalur, sebutan[c.jalur]) for c in calon), key=lambda c: c.sebutan)
