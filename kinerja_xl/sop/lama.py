"""Lama langkah: menit kerja, hari kalender bila diminta, jumlah seri dan paralel, waktu harapan bila ada perbaikan.

A time of an SOP is working minutes ("10 menit", "2 hari" = two working days). "14 hari kalender" is another thing:
it lasts fourteen dates whatever their working minutes are, so its length in working minutes is known only on a
calendar. Without one it counts at the average of hari_per_minggu working days to hari_kalender_per_minggu dates.

The expected time is exact for a chain of steps: a decision sends the work back with its probability each time anew,
so with m_i minutes of step i and k the step it returns to, h_i = (m_i + p (h_k + ... + h_(i-1))) / (1 - p), the
solution of the Markov chain also where rounds nest or overlap. p = 0 gives the smooth path.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional, Union

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import angka
from kinerja_xl.sop.jam_kerja import DESIMAL
from kinerja_xl.sop.menit import _uraikan, urai_waktu

if TYPE_CHECKING:
    from kinerja_xl.sop.model import Langkah, Sop

Peluang = Union[float, Mapping[int, float]]
_KALENDER = re.compile(r"\b(hari|minggu)\s+kalender\b", re.I)


@dataclass(frozen=True)
class Lama:
    """Length of a step: so many dates first, then so many working minutes."""

    menit: float
    hari_kalender: float = 0

    def rata_menit(self, menit_per_hari: float) -> float:
        """Working minutes without a calendar, calendar days at their average."""
        masa = keluarga("sop").untuk()
        rata = masa.bulat("hari_per_minggu") / masa.bulat("hari_kalender_per_minggu")
        return bulat(self.menit + self.hari_kalender * rata * menit_per_hari, DESIMAL)


def baca_lama(waktu: str, menit_per_hari: Optional[float] = None, hari_kalender: bool = False) -> Lama:
    """Length of a written time. hari_kalender: days and weeks are dates even where the text does not say so."""
    masa = keluarga("sop").untuk()
    kalender = _KALENDER.search(waktu) is not None
    if not (kalender or hari_kalender):
        return Lama(urai_waktu(masa, waktu, menit_per_hari))
    if re.search(r"\b(hari|minggu)\s+kerja\b", waktu, re.I):
        if kalender:
            raise KinerjaError(f"waktu '{waktu}' menyebut hari kerja dan hari kalender; pilih salah satu")
        return Lama(urai_waktu(masa, waktu, menit_per_hari))
    bagian = {satuan: float(n) for satuan, n in _uraikan(_KALENDER.sub(r"\1", waktu)).items()}
    hari = bagian.get("hari", 0) + bagian.get("minggu", 0) * masa.bulat("hari_kalender_per_minggu")
    menit = bagian.get("menit", 0) + bagian.get("jam", 0) * masa.bulat("menit_per_jam")
    return Lama(menit, hari)


def tata_menit(langkah: Sequence[Langkah], menit: Optional[Mapping[int, float]] = None) -> list[tuple[float, float]]:
    """Start and end of every step in working minutes after the start of the SOP.

    A step parallel to another starts with it; the next one waits for all before it. menit: other lengths by number.
    """
    mulai: dict[int, float] = {}
    hasil = []
    selesai = 0.0
    for satu in langkah:
        if satu.paralel_dengan is not None and satu.paralel_dengan not in mulai:
            raise KinerjaError(f"langkah {satu.no}: paralel_dengan harus langkah sebelumnya")
        mulai[satu.no] = selesai if satu.paralel_dengan is None else mulai[satu.paralel_dengan]
        akhir = mulai[satu.no] + (satu.menit if menit is None else menit[satu.no])
        hasil.append((mulai[satu.no], akhir))
        selesai = max(selesai, akhir)
    return hasil


def waktu_seri(langkah: Sequence[Langkah]) -> float:
    """Minutes of all steps one after another."""
    return sum(satu.menit for satu in langkah)


def waktu_paralel(langkah: Sequence[Langkah]) -> float:
    """Minutes along the longest path: simultaneous steps counted once."""
    return max((akhir for _, akhir in tata_menit(langkah)), default=0.0)


def harapan_langkah(langkah: Sequence[Langkah], peluang: Peluang) -> dict[int, float]:
    """Expected minutes of each step with the rework its decision sends back; by step number.

    peluang: one probability for all decisions, or one by step number (others 0). A round that repeats parallel
    steps takes their longest path; exact unless a decision itself lies on one of two parallel branches.
    """
    _periksa_nomor(langkah, peluang)
    harapan: dict[int, float] = {}
    for ke, satu in enumerate(langkah):
        p = _peluang(peluang, satu)
        ulang = [s for s in langkah[:ke] if satu.kembali_ke is not None and s.no >= satu.kembali_ke]
        harapan[satu.no] = (satu.menit + p * _lintasan(ulang, harapan)) / (1 - p)
    return harapan


def waktu_harapan(langkah: Sequence[Langkah], peluang: Peluang) -> float:
    """Expected minutes from start to end along the longest path."""
    harapan = harapan_langkah(langkah, peluang)
    return max((akhir for _, akhir in tata_menit(langkah, harapan)), default=0.0)


def tambahan_perbaikan(langkah: Sequence[Langkah], peluang: Peluang) -> float:
    """Expected extra minutes of returned work: waktu_harapan over waktu_paralel."""
    return waktu_harapan(langkah, peluang) - waktu_paralel(langkah)


def _lintasan(bagian: Sequence[Langkah], menit: Mapping[int, float]) -> float:
    """Longest path of a repeated stretch; a step parallel to one outside it starts with the stretch."""
    mulai: dict[int, float] = {}
    selesai = 0.0
    for satu in bagian:
        mulai[satu.no] = selesai if satu.paralel_dengan is None else mulai.get(satu.paralel_dengan, 0.0)
        selesai = max(selesai, mulai[satu.no] + menit[satu.no])
    return selesai


def _peluang(peluang: Peluang, langkah: Langkah) -> float:
    nilai = peluang.get(langkah.no, 0) if isinstance(peluang, Mapping) else peluang
    p = angka(nilai, "peluang kembali", bawah=0, atas=1)
    if p == 1:
        raise KinerjaError("peluang kembali harus kurang dari 1: pekerjaan tidak akan pernah selesai")
    return p if langkah.keputusan and langkah.kembali_ke is not None else 0.0


def _periksa_nomor(langkah: Sequence[Langkah], peluang: Peluang) -> None:
    if not isinstance(peluang, Mapping):
        return
    putusan = [satu.no for satu in langkah if satu.keputusan]
    for no in peluang:
        if no not in putusan:
            ada = ", ".join(map(str, putusan)) or "tidak ada"
            raise KinerjaError(f"peluang untuk langkah {no}: bukan langkah keputusan. Langkah keputusan: {ada}.")


def jumlah_tertulis(sop: Sop) -> tuple[float, float, float]:
    """What the SOP writes, added up by unit: working days, minutes besides days, calendar days."""
    hari = menit = kalender = 0.0
    for satu in sop.langkah:
        tanpa_hari = satu.lama(0)
        kalender += tanpa_hari.hari_kalender
        menit += tanpa_hari.menit
        hari += satu.lama(1).menit - tanpa_hari.menit
    return hari, menit, kalender
