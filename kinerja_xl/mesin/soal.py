"""What an engine is given: values and plain formulas by cell, formulas after the cells they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.graf import graf
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik, tempat


@dataclass(frozen=True)
class Soal:
    """Sheets in order, values (blank cells are absent), formulas without names in topological order.

    fungsi: functions of our own that the formulas call, by name (see fungsi_kita).
    """

    lembar: tuple[str, ...]
    nilai: Mapping[Titik, float | str | bool]
    rumus: Mapping[Titik, str]
    fungsi: Mapping[str, Callable[[list[Any]], Any]] = field(default_factory=dict)


def susun(manifest: Manifest, masukan: Mapping[Titik, Nilai], hanya: Iterable[Titik] | None = None) -> Soal:
    """The whole workbook, or only the formulas that the cells of `hanya` need."""
    peta = graf(manifest)
    rumus = peta.polos if hanya is None else peta.sebagian(hanya)
    nilai: dict[Titik, float | str | bool] = {}
    for lembar, sel in manifest.setiap("label"):
        _pasang(nilai, (lembar.nama, sel.baris, sel.kolom), sel.nilai)
    for titik, isi in masukan.items():
        if titik in peta.polos:
            raise KinerjaError(f"{tempat(titik)} adalah sel rumus, bukan isian")
        _pasang(nilai, titik, isi)
    return Soal(tuple(satu.nama for satu in manifest.lembar), nilai, rumus)


def _pasang(nilai: dict[Titik, float | str | bool], titik: Titik, isi: Nilai) -> None:
    if isi is None or isi == "":
        nilai.pop(titik, None)
    elif isinstance(isi, bool) or not isinstance(isi, (int, float)):
        nilai[titik] = isi
    else:
        nilai[titik] = float(isi)
