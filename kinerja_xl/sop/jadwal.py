"""Rencana jadwal SOP: maju dari saat mulai atau mundur dari tenggat, pada kalender kerja instansi.

Steps are laid out in working minutes first (step parallel to another starts with it, the next waits for all before
it), then the minutes are turned into moments. A step begins when work goes on and ends when it stops: one that
follows a step finished at the end of a day begins the next working morning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import angka
from kinerja_xl.sop.jam_kerja import DESIMAL
from kinerja_xl.sop.kalender import KalenderKerja, Saat
from kinerja_xl.sop.model import Langkah


@dataclass(frozen=True)
class LangkahTerjadwal:
    """One planned step."""

    no: int
    kegiatan: str
    menit: float
    mulai: datetime
    selesai: datetime


@dataclass(frozen=True)
class Rencana:
    """A planned SOP.

    menit_seri: all steps one after another; menit: from start to end, simultaneous steps counted once;
    menit_harapan: `menit` plus the expected time of returned work.
    """

    langkah: tuple[LangkahTerjadwal, ...]
    menit_seri: float
    menit: float
    menit_harapan: float

    @property
    def mulai(self) -> datetime:
        """Begin of the first step."""
        return min(satu.mulai for satu in self.langkah)

    @property
    def selesai(self) -> datetime:
        """End of the last step."""
        return max(satu.selesai for satu in self.langkah)


def tata_menit(langkah: Sequence[Langkah]) -> list[tuple[float, float]]:
    """Start and end of every step in working minutes after the start of the SOP."""
    mulai: dict[int, float] = {}
    hasil = []
    selesai = 0.0
    for satu in langkah:
        if satu.paralel_dengan is not None and satu.paralel_dengan not in mulai:
            raise KinerjaError(f"langkah {satu.no}: paralel_dengan harus langkah sebelumnya")
        mulai[satu.no] = selesai if satu.paralel_dengan is None else mulai[satu.paralel_dengan]
        akhir = mulai[satu.no] + satu.menit
        hasil.append((mulai[satu.no], akhir))
        selesai = max(selesai, akhir)
    return hasil


def tambahan_perbaikan(langkah: Sequence[Langkah], peluang: float) -> float:
    """Expected extra minutes when every decision step returns its work with this probability, each time anew.

    The number of returns is geometric: p/(1-p) rounds on average, each repeating the steps from kembali_ke to the
    decision. A repeated step that is itself a decision counts with its own expected returns.
    """
    angka(peluang, "peluang kembali", bawah=0, atas=1)
    if peluang == 1:
        raise KinerjaError("peluang kembali harus kurang dari 1: pekerjaan tidak akan pernah selesai")
    putaran = peluang / (1 - peluang)
    harapan: dict[int, float] = {}
    for satu in langkah:
        harapan[satu.no] = float(satu.menit)
        if satu.keputusan and satu.kembali_ke is not None:
            ulang = satu.menit + sum(m for no, m in harapan.items() if satu.kembali_ke <= no < satu.no)
            harapan[satu.no] += putaran * ulang
    return sum(harapan.values()) - sum(satu.menit for satu in langkah)


def rencanakan(
    langkah: Sequence[Langkah],
    kalender: KalenderKerja,
    *,
    mulai: Optional[Saat] = None,
    selesai: Optional[Saat] = None,
    peluang_kembali: float = 0.0,
) -> Rencana:
    """Plan steps forward from `mulai` or backward so that the last one ends by `selesai`; give exactly one of them.

    peluang_kembali only changes menit_harapan: the dates are those of the smooth path.
    """
    if (mulai is None) == (selesai is None):
        raise KinerjaError("beri salah satu: saat mulai atau tenggat selesai")
    if not langkah:
        raise KinerjaError("SOP belum punya langkah")
    letak = tata_menit(langkah)
    menit = max(akhir for _, akhir in letak)
    if mulai is not None:
        awal = kalender.posisi(mulai, "mulai")
    else:
        awal = kalender.posisi(selesai, "selesai") - menit  # type: ignore[arg-type]
    baris = tuple(_baris(satu, kalender, awal + dari, awal + akhir) for satu, (dari, akhir) in zip(langkah, letak))
    seri = float(sum(satu.menit for satu in langkah))
    return Rencana(baris, seri, menit, menit + tambahan_perbaikan(langkah, peluang_kembali))


def _baris(langkah: Langkah, kalender: KalenderKerja, dari: float, akhir: float) -> LangkahTerjadwal:
    mulai = kalender.saat(bulat(dari, DESIMAL), lanjut=True)
    selesai = kalender.saat(bulat(akhir, DESIMAL)) if langkah.menit else mulai
    return LangkahTerjadwal(langkah.no, langkah.kegiatan, langkah.menit, mulai, selesai)
