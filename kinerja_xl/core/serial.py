"""Excel's serial dates (1900 system), with the day that never was: 29 February 1900 is serial 60."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Union

from kinerja_xl.core.errors import KinerjaError

_AWAL = datetime(1899, 12, 30)
_HARI_SEMU = 60
_MAKS = 2958465  # 31 December 9999
_DETIK = 86400


def ke_serial(saat: Union[date, datetime]) -> float:
    """Serial number of a date or moment; whole days are exact, times are rounded to the microsecond."""
    utuh = saat if isinstance(saat, datetime) else datetime(saat.year, saat.month, saat.day)
    selisih = utuh - _AWAL
    hari = selisih.days - 1 if selisih.days <= _HARI_SEMU else selisih.days
    serial = hari + (selisih.seconds + selisih.microseconds / 1e6) / _DETIK
    if serial < 1:
        raise KinerjaError("tanggal sebelum 1 Januari 1900 tidak dikenal lembar kerja", nilai=str(saat))
    return serial


def dari_serial(serial: float) -> datetime:
    """Moment of a serial number, to the nearest second; serial 60 (29-02-1900) does not exist."""
    if not 1 <= serial < _MAKS + 1:
        raise KinerjaError("nomor tanggal di luar 1 Januari 1900 sampai 31 Desember 9999", nilai=serial)
    hari = int(serial)
    if hari == _HARI_SEMU:
        raise KinerjaError("29 Februari 1900 tidak pernah ada", nilai=serial)
    detik = round((serial - hari) * _DETIK)
    if hari < _HARI_SEMU:
        hari += 1
    return _AWAL + timedelta(days=hari, seconds=detik)
