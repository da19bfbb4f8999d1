"""Calculation engines: the formulas of a manifest evaluated without opening a file.

`formualizer` (fast) is the first choice, `formulas` the second opinion, LibreOffice an outside judge where installed.
Only this room imports them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType

import kinerja_xl.mesin.m_formualizer as m_formualizer
import kinerja_xl.mesin.m_formulas as m_formulas
import kinerja_xl.mesin.m_libreoffice as m_libreoffice
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.mesin.galat import GALAT_EXCEL, GalatExcel
from kinerja_xl.mesin.graf import graf, isian_pendahulu
from kinerja_xl.mesin.mandiri import ingat, isi_mandiri, kurangi
from kinerja_xl.mesin.soal import susun
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik

__all__ = [
    "GALAT_EXCEL", "MESIN", "GalatExcel", "graf", "hitung", "hitung_sebagian", "isian_pendahulu", "mesin_tersedia",
]  # fmt: skip

MESIN: dict[str, ModuleType] = {m.NAMA: m for m in (m_formualizer, m_formulas, m_libreoffice)}


def mesin_tersedia() -> tuple[str, ...]:
    """Names of the engines that can run here, first choice first."""
    return tuple(nama for nama, mesin in MESIN.items() if mesin.tersedia())


def hitung(manifest: Manifest, masukan: Mapping[Titik, Nilai], mesin: str = "otomatis") -> dict[Titik, Nilai]:
    """Values of all formula cells: float, str ("" for empty text), bool or GalatExcel.

    masukan: values of input cells (dates as serial numbers); cells not mentioned are blank. mesin: "otomatis"
    (formualizer, else formulas) or the name of an engine.
    """
    dipilih = _pilih(mesin)
    daftar = isi_mandiri(manifest, masukan)
    soal = susun(manifest, masukan)
    sisa, tahu = kurangi(soal, dipilih.NAMA, daftar)
    hasil = {**tahu, **dipilih.hitung(sisa)}
    ingat(hasil, dipilih.NAMA, daftar)
    return {titik: hasil[titik] for titik in soal.rumus}


def hitung_sebagian(
    manifest: Manifest, masukan: Mapping[Titik, Nilai], titik: Iterable[Titik], mesin: str = "otomatis"
) -> dict[Titik, Nilai]:
    """Like `hitung`, but only the given formula cells and what they need; returns the given cells."""
    diminta = list(titik)
    hasil = _pilih(mesin).hitung(susun(manifest, masukan, diminta))
    return {t: hasil[t] for t in diminta if t in hasil}


def _pilih(nama: str) -> ModuleType:
    if nama == "otomatis":
        nama = m_formualizer.NAMA if m_formualizer.tersedia() else m_formulas.NAMA
    mesin = MESIN.get(nama)
    if mesin is None:
        raise KinerjaError(f"mesin hitung '{nama}' tidak dikenal.{saran(nama, ['otomatis', *MESIN])}")
    if not mesin.tersedia():
        raise KinerjaError(f"mesin hitung '{nama}' tidak terpasang di komputer ini")
    return mesin
