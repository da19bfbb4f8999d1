"""Jadwal kerja seminggu: jam masuk, pulang dan istirahat tiap hari, dibaca dari sel, teks atau aturan.

Times are held as minutes since midnight, rounded to four decimals: a time cell is a binary fraction of a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any, Optional

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import angka, rapikan

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MENIT_SEHARI = 24 * 60
DESIMAL = 4  # of a minute; removes the binary remainder of a time cell, which is a fraction of a day
_KOLOM = ("masuk", "pulang", "istirahat_mulai", "istirahat_selesai")


@dataclass(frozen=True)
class JamKerja:
    """Working hours of one day in minutes since midnight; without a break both of its times are None."""

    masuk: float
    pulang: float
    istirahat_mulai: Optional[float] = None
    istirahat_selesai: Optional[float] = None

    def __post_init__(self) -> None:
        mulai, selesai = self.istirahat_mulai, self.istirahat_selesai
        if not 0 <= self.masuk < self.pulang <= MENIT_SEHARI:
            raise KinerjaError("jam pulang harus sesudah jam masuk pada hari yang sama")
        if (mulai is None) != (selesai is None):
            raise KinerjaError("istirahat mulai dan istirahat selesai harus diisi bersama-sama")
        if mulai is not None and selesai is not None and not self.masuk <= mulai <= selesai <= self.pulang:
            raise KinerjaError("istirahat harus berada di antara jam masuk dan jam pulang, mulai sebelum selesai")

    @property
    def istirahat(self) -> tuple[float, float]:
        """The break; a day without one has an empty break at its end."""
        if self.istirahat_mulai is None or self.istirahat_selesai is None:
            return self.pulang, self.pulang
        return self.istirahat_mulai, self.istirahat_selesai

    @property
    def menit(self) -> float:
        """Working minutes of the whole day."""
        return self.sampai(self.pulang)

    def sampai(self, saat: float) -> float:
        """Working minutes from the start of the day to `saat`, in minutes since midnight."""
        mulai, selesai = self.istirahat
        kerja = max(0.0, min(saat, self.pulang) - self.masuk)
        return bulat(kerja - max(0.0, min(saat, selesai) - mulai), DESIMAL)

    def saat(self, menit: float, lanjut: bool = False) -> float:
        """Minute since midnight at which `menit` working minutes have passed.

        lanjut: at the edge of a break the moment when work goes on, instead of when it stopped.
        """
        mulai, selesai = self.istirahat
        pagi = mulai - self.masuk
        if menit < pagi or (menit == pagi and not lanjut):
            return self.masuk + menit
        return selesai + (menit - pagi)


Jadwal = tuple[Optional[JamKerja], ...]


def jam(nilai: Any, sebutan: str) -> Optional[float]:
    """Minutes since midnight of a time cell, a `time` or a text such as "07.30"; None when blank."""
    isi = None if nilai is None else rapikan(nilai)[0][0]
    if isi is None:
        return None
    if isinstance(isi, time):
        return bulat(isi.hour * 60 + isi.minute + isi.second / 60, DESIMAL)
    if isinstance(isi, str):
        return _jam_teks(isi.strip(), sebutan)
    return bulat(angka(isi, sebutan, bawah=0, atas=1) * MENIT_SEHARI, DESIMAL)


def _jam_teks(isi: str, sebutan: str) -> float:
    bagian = isi.replace(":", ".").split(".")
    if len(bagian) == 2 and all(b.isascii() and b.isdigit() and len(b) <= 2 for b in bagian) and len(bagian[1]) == 2:
        menit = int(bagian[0]) * 60 + int(bagian[1])
        if int(bagian[1]) < 60 and menit <= MENIT_SEHARI:
            return float(menit)
    raise KinerjaError(f"{sebutan} '{isi}' bukan jam; tulis seperti 07.30")


def baca_jadwal(jadwal: Any) -> Jadwal:
    """A schedule from seven rows Senin..Minggu of masuk, pulang, istirahat mulai, istirahat selesai.

    A wholly blank row is a day off. Six rows of hours make a six-day week.
    """
    if isinstance(jadwal, tuple) and len(jadwal) == len(HARI) and {type(j) for j in jadwal} <= {JamKerja, type(None)}:
        hasil = list(jadwal)
    else:
        baris = rapikan(jadwal)
        if len(baris) != len(HARI) or len(baris[0]) != len(_KOLOM):
            raise KinerjaError("jadwal harus 7 baris (Senin sampai Minggu) x 4 kolom: " + ", ".join(_KOLOM))
        hasil = [_hari(b, deret) for b, deret in enumerate(baris, 1)]
    if not any(hasil):
        raise KinerjaError("jadwal tidak punya satu pun hari kerja")
    return tuple(hasil)


def _hari(baris: int, deret: list[Any]) -> Optional[JamKerja]:
    try:
        masuk, pulang, mulai, selesai = (jam(n, k.replace("_", " ")) for k, n in zip(_KOLOM, deret))
        if masuk is None and pulang is None and mulai is None and selesai is None:
            return None
        if masuk is None or pulang is None:
            raise KinerjaError("jam masuk dan jam pulang harus diisi bersama-sama")
        return JamKerja(masuk, pulang, mulai, selesai)
    except KinerjaError as salah:
        raise KinerjaError(f"jadwal {HARI[baris - 1]}: {salah.pesan}", baris=baris) from None


def jadwal_aturan(masa: Masa, nama: str = "jadwal") -> Jadwal:
    """A schedule of the rule book: "jadwal" (ordinary weeks), "ramadan", "enam_hari" or "ramadan_enam_hari"."""
    tabel = [masa.ambil_tabel(f"{nama}_{kolom}") for kolom in _KOLOM]
    return tuple(JamKerja(*(float(t.nilai(hari)) for t in tabel)) if hari in tabel[0] else None for hari in HARI)


@cache
def jadwal_bawaan(nama: str = "jadwal") -> Jadwal:
    """The newest schedule of the rule book."""
    return jadwal_aturan(keluarga("sop").untuk(), nama)


def menit_seminggu(jadwal: Jadwal) -> float:
    """Working minutes of a week."""
    return bulat(sum(satu.menit for satu in jadwal if satu), DESIMAL)


def menit_sehari(jadwal: Jadwal) -> float:
    """Working minutes of an average working day: what "1 hari" is worth on this schedule."""
    return bulat(menit_seminggu(jadwal) / sum(satu is not None for satu in jadwal), DESIMAL)


def sebagai_pecahan(jadwal: Jadwal) -> tuple[tuple[Optional[float], ...], ...]:
    """Seven rows of four time cells (fractions of a day) as a worksheet holds them; None for blank cells."""
    return tuple(
        tuple(None if n is None else n / MENIT_SEHARI for n in (getattr(satu, k, None) for k in _KOLOM))
        for satu in jadwal
    )
