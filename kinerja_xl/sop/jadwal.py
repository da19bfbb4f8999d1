"""Rencana jadwal SOP: maju dari saat mulai atau mundur dari tenggat, pada kalender kerja instansi.

Steps are laid out in working minutes (a step parallel to another starts with it, the next waits for all before it),
then the minutes are turned into moments. A step begins when work goes on and ends when it stops: one that follows a
step finished at the end of a day begins the next working morning.

A step of calendar days lasts from its start to the same clock moment so many dates later. Where that moment lies
outside working hours the step ends at the next working moment. This is our decision (sop.toml: sengketa); backward,
the plan is the one with the latest start, to the minute, that still ends by the deadline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from typing import Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat
from kinerja_xl.sop.jam_kerja import DESIMAL, MENIT_SEHARI
from kinerja_xl.sop.kalender import KalenderKerja, Saat
from kinerja_xl.sop.lama import Lama, Peluang, harapan_langkah, tambahan_perbaikan, tata_menit
from kinerja_xl.sop.model import Langkah

__all__ = ["LangkahTerjadwal", "Rencana", "harapan_langkah", "rencanakan", "tambahan_perbaikan", "tata_menit"]


@dataclass(frozen=True)
class LangkahTerjadwal:
    """One planned step. menit: working minutes from its start to its end; hari_kalender: dates, if it counts them."""

    no: int
    kegiatan: str
    menit: float
    mulai: datetime
    selesai: datetime
    hari_kalender: float = 0


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


def rencanakan(
    langkah: Sequence[Langkah],
    kalender: KalenderKerja,
    *,
    mulai: Optional[Saat] = None,
    selesai: Optional[Saat] = None,
    peluang_kembali: Peluang = 0.0,
    menit_per_hari: Optional[float] = None,
    hari_kalender: bool = False,
) -> Rencana:
    """Plan steps forward from `mulai` or backward so that the last one ends by `selesai`; give exactly one of them.

    peluang_kembali only changes menit_harapan: the dates are those of the smooth path. menit_per_hari: what "1 hari"
    is worth here, None keeps the minutes of the SOP; hari_kalender: every day of the SOP is a date.
    """
    if (mulai is None) == (selesai is None):
        raise KinerjaError("beri salah satu: saat mulai atau tenggat selesai")
    if not langkah:
        raise KinerjaError("SOP belum punya langkah")
    lama = [_lama(satu, menit_per_hari, hari_kalender) for satu in langkah]
    if mulai is not None:
        awal = kalender.posisi(mulai, "mulai")
    else:
        awal = _awal_terlambat(langkah, lama, kalender, kalender.posisi(selesai, "selesai"))  # type: ignore[arg-type]
    letak = _letak(langkah, lama, kalender, awal)
    baris = tuple(_baris(*satu, kalender) for satu in zip(langkah, lama, letak))
    menit = bulat(max(akhir for _, akhir in letak) - min(dari for dari, _ in letak), DESIMAL)
    tambah = tambahan_perbaikan([_dengan_menit(*satu) for satu in zip(langkah, baris)], peluang_kembali)
    return Rencana(baris, bulat(sum(satu.menit for satu in baris), DESIMAL), menit, menit + tambah)


def _lama(langkah: Langkah, menit_per_hari: Optional[float], hari_kalender: bool) -> Lama:
    if langkah.hari_kalender or hari_kalender or menit_per_hari is not None or "kalender" in langkah.waktu.casefold():
        return langkah.lama(menit_per_hari, hari_kalender)  # type: ignore[arg-type]
    return Lama(langkah.menit)


def _letak(
    langkah: Sequence[Langkah], lama: Sequence[Lama], kalender: KalenderKerja, awal: float
) -> list[tuple[float, float]]:
    """Start and end of every step as positions of the calendar, the first at `awal`."""
    if not any(satu.hari_kalender for satu in lama):
        menit = {satu.no: panjang.menit for satu, panjang in zip(langkah, lama)}
        return [(awal + dari, awal + akhir) for dari, akhir in tata_menit(langkah, menit)]
    mulai: dict[int, float] = {}
    hasil = []
    selesai = awal
    for satu, panjang in zip(langkah, lama):
        if satu.paralel_dengan is not None and satu.paralel_dengan not in mulai:
            raise KinerjaError(f"langkah {satu.no}: paralel_dengan harus langkah sebelumnya")
        mulai[satu.no] = selesai if satu.paralel_dengan is None else mulai[satu.paralel_dengan]
        hasil.append((mulai[satu.no], _akhir(mulai[satu.no], panjang, kalender)))
        selesai = max(selesai, hasil[-1][1])
    return hasil


def _akhir(dari: float, lama: Lama, kalender: KalenderKerja) -> float:
    """Position of the end of a step: its dates first, then its working minutes."""
    if not lama.hari_kalender:
        return dari + lama.menit
    sampai = kalender.saat(bulat(dari, DESIMAL), lanjut=True) + timedelta(days=lama.hari_kalender)
    return kalender.posisi(sampai) + lama.menit


def _awal_terlambat(langkah: Sequence[Langkah], lama: Sequence[Lama], kalender: KalenderKerja, tenggat: float) -> float:
    """The latest start from which everything ends by the deadline, as positions."""
    tetap = [akhir for _, akhir in tata_menit(langkah, {s.no: p.menit for s, p in zip(langkah, lama)})]
    if not any(satu.hari_kalender for satu in lama):
        return tenggat - max(tetap)
    kiri, kanan = 0, ceil(sum(p.menit + p.hari_kalender * MENIT_SEHARI for p in lama))
    while kiri < kanan:  # an earlier start never ends later: halve the minutes before the deadline
        tengah = (kiri + kanan) // 2
        if max(akhir for _, akhir in _letak(langkah, lama, kalender, tenggat - tengah)) <= tenggat:
            kanan = tengah
        else:
            kiri = tengah + 1
    return tenggat - kiri


def _dengan_menit(langkah: Langkah, baris: LangkahTerjadwal) -> Langkah:
    """The step with the minutes it takes in this plan."""
    return langkah if langkah.menit == baris.menit else replace(langkah, menit=baris.menit)


def _baris(langkah: Langkah, lama: Lama, letak: tuple[float, float], kalender: KalenderKerja) -> LangkahTerjadwal:
    dari, akhir = (bulat(satu, DESIMAL) for satu in letak)
    mulai = kalender.saat(dari, lanjut=True)
    if lama.hari_kalender and not lama.menit:
        selesai = _kerja_berikut(mulai + timedelta(days=lama.hari_kalender), kalender)
    else:
        selesai = kalender.saat(akhir) if lama.menit else mulai
    menit = lama.menit if not lama.hari_kalender else bulat(akhir - dari, DESIMAL)
    return LangkahTerjadwal(langkah.no, langkah.kegiatan, menit, mulai, selesai, lama.hari_kalender)


def _kerja_berikut(saat: datetime, kalender: KalenderKerja) -> datetime:
    """The moment itself when work goes on or stops there, else the next moment at which work goes on."""
    posisi = kalender.posisi(saat)
    return saat if kalender.saat(posisi) == saat else kalender.saat(posisi, lanjut=True)
