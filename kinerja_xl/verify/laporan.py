"""The report: one entry a file, in an order that depends on nothing but the input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kinerja_xl import __version__
from kinerja_xl.core import buku_aturan
from kinerja_xl.verify.silang_bahan import BahanSilang
from kinerja_xl.verify.temuan import TINGKAT, Temuan

SKEMA = 1
sidik = cache(buku_aturan.sidik)
PUTUSAN = ("lulus", "lulus-dengan-peringatan", "ditolak", "tidak-terbaca")
_RINGKAS = dict(zip(PUTUSAN, ("lulus", "peringatan", "galat", "tidak_terbaca"), strict=True))


@dataclass(frozen=True)
class HasilBerkas:
    """What is known of one file."""

    path: str
    sha256: str = ""
    jenis: str = ""
    template: str = ""
    tahun: int | None = None
    instansi: str = ""
    verdict: str = "lulus"
    cells: dict[str, int] = field(default_factory=dict)
    targets: list[dict[str, Any]] = field(default_factory=list)
    langkah: list[dict[str, Any]] = field(default_factory=list)
    findings: tuple[Temuan, ...] = ()
    dokumen: str = ""  # which of several of its kind: official, SOP, period; not part of the report
    silang: BahanSilang | None = None  # what other workbooks must agree with; not part of the report
    pribadi: tuple[tuple[str, str], ...] = ()  # ("nip" | "nama", text) of signers, to be hidden; not part of the report

    def to_dict(self) -> dict[str, Any]:
        """As in the JSON report."""
        return {
            "path": self.path, "sha256": self.sha256, "jenis": self.jenis, "template": self.template,
            "tahun": self.tahun, "instansi": self.instansi, "verdict": self.verdict, "cells": dict(self.cells),
            "targets": self.targets, "langkah": self.langkah, "findings": [t.to_dict() for t in self.findings],
        }  # fmt: skip


@dataclass(frozen=True)
class Pokok:
    """What a summary needs of a file. galat: is there a finding of that level?"""

    verdict: str
    tahun: int | None
    galat: bool


def pokok(files: Sequence[HasilBerkas]) -> Iterable[Pokok]:
    """The same of every file; a list that lies on disk keeps it at hand."""
    siap: Iterable[Pokok] | None = getattr(files, "pokok", None)
    return (pokok_berkas(satu) for satu in files) if siap is None else siap


def pokok_berkas(satu: HasilBerkas) -> Pokok:
    """Of one file."""
    return Pokok(satu.verdict, satu.tahun, any(t.level == "galat" for t in satu.findings))


@dataclass(frozen=True)
class Laporan:
    """Result of `verify`: all files, and how many were passed over."""

    files: Sequence[HasilBerkas]
    dilewati: int = 0
    tahun: int | None = None
    lang: str = "id"
    ronde: dict[str, Any] | None = None
    dispensasi: dict[str, Any] | None = None
    syarat: dict[str, Any] = field(default_factory=dict)  # options of the run, for the receipt; not part of the report
    letak: Mapping[str, str] = field(default_factory=dict)  # path -> path from the working folder; not in the JSON

    @property
    def ringkasan(self) -> dict[str, int]:
        """How many files came out how."""
        hitung = dict.fromkeys(_RINGKAS.values(), 0)
        for satu in pokok(self.files):
            hitung[_RINGKAS[satu.verdict]] += 1
        return {"berkas": len(self.files), **hitung, "dilewati": self.dilewati}

    @property
    def exit_code(self) -> int:
        """0: nothing at level galat; 1: at least one."""
        ronde = self.ronde["findings"] if self.ronde else ()
        return int(any(satu.galat for satu in pokok(self.files)) or any(t["level"] == "galat" for t in ronde))

    def to_dict(self) -> dict[str, Any]:
        """As in the JSON report."""
        return {**self.kepala(), "files": [satu.to_dict() for satu in self.files]}

    def kepala(self) -> dict[str, Any]:
        """The JSON report without its files, which come last."""
        lain = {"ronde": self.ronde, "dispensasi": self.dispensasi}
        return {
            "schema": SKEMA, "kinerja_xl": __version__, "aturan": sidik(), "tahun": self._tahun(),
            "ringkasan": self.ringkasan, **{k: v for k, v in lain.items() if v is not None},
        }  # fmt: skip

    def _tahun(self) -> int | None:
        """The year asked for, or the one year all workbooks share."""
        ada = {satu.tahun for satu in pokok(self.files) if satu.tahun is not None}
        return self.tahun if self.tahun is not None else next(iter(ada)) if len(ada) == 1 else None

    def to_frame(self) -> Any:
        """A pandas DataFrame, one row a finding."""
        import pandas as pd

        kolom = ["path", "jenis", "tahun", "instansi", "verdict", "code", "level", "sheet", "cell", "name"]
        kolom += ["message", "fix", "rujukan"]
        baris = [
            {**{k: v for k, v in satu.to_dict().items() if k in kolom}, **t.to_dict()}
            for satu in self.files
            for t in satu.findings
        ]
        return pd.DataFrame(baris, columns=kolom)

    def to_frame_langkah(self) -> Any:
        """A pandas DataFrame, one row a step of the SOP logs, over all offices."""
        import pandas as pd

        from kinerja_xl.verify.waktu_kantor import KOLOM, baris_langkah

        return pd.DataFrame(baris_langkah(satu.to_dict() for satu in self.files), columns=list(KOLOM))


def putusan(temuan: tuple[Temuan, ...]) -> str:
    """Verdict of a file that could be read."""
    tingkat = {t.level for t in temuan}
    return "ditolak" if "galat" in tingkat else "lulus-dengan-peringatan" if "peringatan" in tingkat else "lulus"


def terburuk(temuan: tuple[Temuan, ...]) -> list[Temuan]:
    """Worst first, otherwise in the order of the report."""
    return sorted(temuan, key=lambda t: TINGKAT.index(t.level))
