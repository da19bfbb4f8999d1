"""Traces as cell comments: every result that is a call of the rule book tells how it came about."""

from __future__ import annotations

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import trace
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.resmi import TidakDapat, isi_panggilan

MAKS = 1200  # characters of one comment: more does not fit beside a cell


def komentar_jejak(kasus: Kasus, lang: str = "id") -> dict[Titik, str]:
    """Comment text by cell. Cells without data yet, and those whose arguments are expressions, have none.

    kasus: the workbook with its inputs and recomputed results. A call that the rule refuses tells why.
    """
    hasil: dict[Titik, str] = {}
    for lembar, sel in kasus.manifest.setiap("rumus"):
        titik = (lembar.nama, sel.baris, sel.kolom)
        if sel.panggilan is None:
            continue
        try:
            jejak = trace(sel.panggilan.fungsi, *isi_panggilan(kasus, titik, sel.panggilan))
        except TidakDapat:
            continue
        except KinerjaError as salah:
            if kasus.nilai(titik) not in (None, ""):
                hasil[titik] = f"{sel.panggilan.fungsi}: {salah}"
            continue
        if jejak.hasil is not None:
            hasil[titik] = jejak.komentar(MAKS, lang)
    return hasil
