"""What all sheets of one workbook share while they are read: texts, formats, lint, budgets."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.read import batas
from kinerja_xl.read.lint import Peneliti
from kinerja_xl.read.masalah import Catatan, Tempat
from kinerja_xl.read.tautan import Tautan


@dataclass(slots=True)
class Konteks:
    """Shared state; sisa_*: what is left of the budgets of the whole workbook."""

    catatan: Catatan
    teks: list[str]
    kode_teks: dict[int, str]
    jumlah_gaya: int
    tautan: Tautan
    peneliti: Peneliti
    sisa_sel: int = batas.SEL.nilai
    sisa_baris: int = batas.BARIS_ELEMEN.nilai
    sisa_rumus: int = batas.TEKS_RUMUS.nilai

    def teliti(self, rumus: str, tempat: Tempat) -> None:
        """Lint one formula and write down what it shows at this place."""
        nilai = self.peneliti.periksa(rumus)
        for kode, data in nilai.temuan:
            self.catatan.catat(kode, tempat, **{"bagian": "", **data})
        if nilai.luar:
            self.tautan.pakai(nilai.luar, tempat)
