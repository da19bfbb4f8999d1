"""The findings as a workbook to work through: Ringkasan, Temuan, Target, Langkah, and Ronde when there is one.

Text of a submitted workbook is written as text with Excel's quote prefix: it never becomes a formula, not even when a
cell is edited. No link leads outside. The same report gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from kinerja_xl.report.baris import berkas_ronde
from kinerja_xl.report.kata import baris_dispensasi
from kinerja_xl.report.xlsx_kata import KATA
from kinerja_xl.report.xlsx_lembar import (
    Lembar,
    lembar_dispensasi,
    lembar_langkah,
    lembar_ronde,
    lembar_target,
    lembar_temuan,
)
from kinerja_xl.report.xlsx_ringkas import lembar_ringkasan
from kinerja_xl.verify.laporan import Laporan

_DIBUAT = datetime(2000, 1, 1)


def tulis(laporan: Laporan) -> bytes:
    """The bytes of the workbook."""
    isi, lang = laporan.to_dict(), laporan.lang
    kata: dict[str, Any] = KATA[lang]
    tujuan = io.BytesIO()
    buku = xlsxwriter.Workbook(
        tujuan,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    buku.set_properties({"title": kata["judul"], "created": _DIBUAT, "author": "kinerja-xl"})
    lembar = {k: Lembar(buku, kata[k], kata, lang) for k in ("ringkasan", "temuan", "target", "langkah")}
    if isi.get("ronde"):
        lembar_ronde(Lembar(buku, kata["ronde"], kata, lang), isi["ronde"])
    if baris_dispensasi(isi, lang):
        lembar_dispensasi(Lembar(buku, kata["dispensasi"], kata, lang), isi)
    mulai = lembar_temuan(lembar["temuan"], [*isi["files"], *berkas_ronde(isi)])
    lembar_target(lembar["target"], isi["files"])
    lembar_langkah(lembar["langkah"], isi["files"])
    lembar_ringkasan(lembar["ringkasan"], isi, mulai)
    buku.close()
    return tujuan.getvalue()
