"""Kalender kerja: menit kerja tiap tanggal, letak suatu saat dalam menit kerja, dan kebalikannya.

The position of a moment is the number of working minutes before it, counted from a fixed first day. A duration is
a difference of positions; planning walks positions and turns them back into moments. Weeks are counted by
arithmetic and only the exceptional dates are held, so centuries cost as little as a day.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any, Optional, Union

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import angka, serial
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.sop.jam_kerja import (
    DESIMAL,
    MENIT_SEHARI,
    Jadwal,
    JamKerja,
    baca_jadwal,
    jadwal_bawaan,
    sebagai_pecahan,
)

Saat = Union[date, datetime, float]
_RENTANG_TERPANJANG = 400  # days of one special schedule; longer is a slip of the year
_HARI_PERTAMA = date(1900, 3, 1).toordinal()
_HARI_TERAKHIR = date(9999, 12, 30).toordinal()


def __getattr__(nama: str) -> Any:
    """JADWAL_BAWAAN: seven rows of four time cells, read from the rule book when first asked for."""
    if nama == "JADWAL_BAWAAN":
        return sebagai_pecahan(jadwal_bawaan())
    raise AttributeError(nama)


@dataclass(frozen=True)
class JadwalKhusus:
    """Another schedule for the dates awal..akhir, both included, such as Ramadan."""

    awal: date
    akhir: date
    jadwal: Jadwal


def pisah(saat: Saat, sebutan: str = "saat") -> tuple[int, float]:
    """Day (proleptic ordinal) and minute since midnight of a moment, rounded as the rule book says."""
    nilai = serial(saat, sebutan)
    return dari_serial(int(nilai)).toordinal(), bulat((nilai - int(nilai)) * MENIT_SEHARI, DESIMAL)


class KalenderKerja:
    """Working minutes of an office: a weekly schedule, holidays, and ranges with another schedule.

    A holiday wins over a special schedule; of two special ranges over one date the later in the list wins.
    """

    def __init__(
        self,
        jadwal: Any = None,
        libur: Iterable[date] = (),
        khusus: Sequence[JadwalKhusus] = (),
    ) -> None:
        self.jadwal: Jadwal = jadwal_bawaan() if jadwal is None else baca_jadwal(jadwal)
        self._lain: dict[int, Optional[JamKerja]] = {}
        for satu in khusus:
            self._pasang(satu)
        self._lain.update(dict.fromkeys(date(h.year, h.month, h.day).toordinal() for h in libur))
        self._hari = sorted(self._lain)
        selisih = (_menit(self._lain[h]) - _menit(self._biasa(h)) for h in self._hari)
        self._selisih = [0.0, *accumulate(selisih)]
        minggu = [_menit(satu) for satu in self.jadwal]
        self._awal_hari = [0.0, *accumulate(minggu)]

    def _pasang(self, khusus: JadwalKhusus) -> None:
        panjang = khusus.akhir.toordinal() - khusus.awal.toordinal() + 1
        if not 1 <= panjang <= _RENTANG_TERPANJANG:
            raise KinerjaError(
                f"jadwal khusus {khusus.awal} sampai {khusus.akhir} harus 1 sampai {_RENTANG_TERPANJANG} hari"
            )
        jadwal = baca_jadwal(khusus.jadwal)
        for hari in range(khusus.awal.toordinal(), khusus.akhir.toordinal() + 1):
            self._lain[hari] = jadwal[(hari - 1) % 7]

    def _biasa(self, hari: int) -> Optional[JamKerja]:
        return self.jadwal[(hari - 1) % 7]

    def jam(self, tanggal: date) -> Optional[JamKerja]:
        """Working hours of a date; None when it is a day off."""
        return self._jam(tanggal.toordinal())

    def _jam(self, hari: int) -> Optional[JamKerja]:
        return self._lain[hari] if hari in self._lain else self._biasa(hari)

    def menit(self, tanggal: date) -> float:
        """Working minutes of a date."""
        return _menit(self.jam(tanggal))

    def _sebelum(self, hari: int) -> float:
        minggu, sisa = divmod(hari - 1, 7)
        biasa = minggu * self._awal_hari[7] + self._awal_hari[sisa]
        return bulat(biasa + self._selisih[bisect_left(self._hari, hari)], DESIMAL)

    def posisi(self, saat: Saat, sebutan: str = "saat") -> float:
        """Working minutes before a moment; outside working hours the minutes stand still."""
        hari, menit = pisah(saat, sebutan)
        jam = self._jam(hari)
        return bulat(self._sebelum(hari) + (jam.sampai(menit) if jam else 0.0), DESIMAL)

    def durasi(self, mulai: Saat, selesai: Saat) -> float:
        """Working minutes between two moments; refuses an end before the start."""
        dari, sampai = pisah(mulai, "mulai"), pisah(selesai, "selesai")
        if sampai < dari:
            raise KinerjaError("selesai lebih awal daripada mulai")
        return bulat(self.posisi(selesai) - self.posisi(mulai), DESIMAL)

    def saat(self, posisi: float, lanjut: bool = False) -> datetime:
        """The moment with so many working minutes before it: the inverse of `posisi`.

        The minutes stand still over nights, breaks and holidays; of all moments with this position the earliest is
        given (when the work before it ends), or with `lanjut` the latest (when the work after it begins).
        """
        if not self._sebelum(_HARI_PERTAMA) < posisi < self._sebelum(_HARI_TERAKHIR):
            raise KinerjaError("saat yang dicari di luar kalender")
        hari = self._cari(posisi, lanjut)
        jam = self._jam(hari)
        if jam is None:
            raise KinerjaError("kalender tidak punya menit kerja sejauh itu")
        menit = jam.saat(bulat(posisi - self._sebelum(hari), DESIMAL), lanjut)
        return datetime.fromordinal(hari) + timedelta(minutes=bulat(menit, DESIMAL))

    def _cari(self, posisi: float, lanjut: bool) -> int:
        """The working day a position falls on, by halving: minutes before a day never decrease."""
        kiri, kanan = _HARI_PERTAMA, _HARI_TERAKHIR
        while kiri < kanan:
            tengah = (kiri + kanan) // 2
            habis = self._sebelum(tengah + 1)
            if habis > posisi or (habis == posisi and not lanjut):
                kanan = tengah
            else:
                kiri = tengah + 1
        return kiri

    def setelah(self, mulai: Saat, menit: float) -> datetime:
        """The moment at which `menit` working minutes after a start have been worked; of 0 minutes the start itself."""
        if angka(menit, "menit", bawah=0) == 0:
            return dari_serial(serial(mulai, "mulai"))
        return self.saat(bulat(self.posisi(mulai) + menit, DESIMAL))

    def sebelum(self, selesai: Saat, menit: float) -> datetime:
        """The latest moment to begin when `menit` working minutes must be done by `selesai`."""
        if angka(menit, "menit", bawah=0) == 0:
            return dari_serial(serial(selesai, "selesai"))
        return self.saat(bulat(self.posisi(selesai) - menit, DESIMAL), lanjut=True)


def _menit(jam: Optional[JamKerja]) -> float:
    return jam.menit if jam else 0.0
