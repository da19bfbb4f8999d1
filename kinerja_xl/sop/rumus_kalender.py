"""Rumus Excel kalender kerja: potongan ungkapan untuk lembar Kalender, kembaran KalenderKerja.

The sheet holds a schedule of seven rows Senin..Minggu (masuk, pulang, istirahat mulai, istirahat selesai, and beside
it the minutes of each weekday) and one row per date: tanggal, libur, menit, and kumulatif = minutes before the date.
Every expression comes without "=". Faults of the schedule give #N/A where Python raises; a blank moment and a
moment outside the calendar give "" (`di_luar` tells them apart).
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.core.rumus import Rentang
from kinerja_xl.sop.jam_kerja import DESIMAL, MENIT_SEHARI


@dataclass(frozen=True)
class LembarKalender:
    """Addresses of the calendar: four columns over the same rows (one row per date, dates without gap) and 7 x 4 hours.

    tanggal: dates; menit: working minutes of the date; kumulatif: working minutes before the date; jadwal: the hours.
    """

    tanggal: Rentang
    menit: Rentang
    kumulatif: Rentang
    jadwal: Rentang

    def __post_init__(self) -> None:
        kolom = (self.tanggal, self.menit, self.kumulatif)
        if any(k.lebar != 1 or k.tinggi != self.tanggal.tinggi for k in kolom):
            raise ValueError("tanggal, menit and kumulatif must be single columns over the same rows")
        if (self.jadwal.tinggi, self.jadwal.lebar) != (7, 4):
            raise ValueError("jadwal must be 7 rows x 4 columns")

    @property
    def awal(self) -> str:
        """Cell of the first date."""
        return self.tanggal.sel(1, 1)

    @property
    def akhir(self) -> str:
        """Cell of the last date."""
        return self.tanggal.sel(self.tanggal.tinggi, 1)


def lembar_kalender(tanggal: str, menit: str, kumulatif: str, jadwal: str) -> LembarKalender:
    """A LembarKalender from addresses as text, such as "'Kalender'!$A$16:$A$381"."""
    return LembarKalender(Rentang(tanggal), Rentang(menit), Rentang(kumulatif), Rentang(jadwal))


def _menit(ungkapan: str) -> str:
    return f"ROUND(({ungkapan})*{MENIT_SEHARI},{DESIMAL})"


def menit_jadwal(masuk: str, pulang: str, mulai: str, selesai: str) -> str:
    """Working minutes of one weekday of the schedule, from its four time cells.

    All four blank: 0. Half-filled, text, out of order, or a break outside the working hours: #N/A.
    """
    kosong = f"LEN(TRIM({masuk})&TRIM({pulang})&TRIM({mulai})&TRIM({selesai}))=0"
    tanpa_rehat = f"LEN(TRIM({mulai})&TRIM({selesai}))=0"
    kerja = f"{_menit(pulang)}-{_menit(masuk)}"
    tepi = f"OR({masuk}<0,{pulang}<={masuk},{pulang}>1)"
    rehat_salah = f"OR({mulai}<{masuk},{selesai}<{mulai},{selesai}>{pulang})"
    bersih = f"IF({rehat_salah},NA(),{kerja}-{_menit(selesai)}+{_menit(mulai)})"
    isi_rehat = f"IF(AND(ISNUMBER({mulai}),ISNUMBER({selesai})),{bersih},NA())"
    isi = f"IF({tepi},NA(),IF({tanpa_rehat},{kerja},{isi_rehat}))"
    return f"IF({kosong},0,IF(AND(ISNUMBER({masuk}),ISNUMBER({pulang})),{isi},NA()))"


def menit_tanggal(tanggal: str, libur: str, menit_jadwal: str) -> str:
    """Working minutes of a date row. libur: its reason cell (any text = day off); menit_jadwal: the 7 x 1 minutes."""
    return f"IF(LEN(TRIM({libur}))>0,0,INDEX({menit_jadwal},WEEKDAY({tanggal},2)))"


def kumulatif(kumulatif_atas: str = "", menit_atas: str = "") -> str:
    """Working minutes before a date row, from the row above; without a row above it is 0."""
    return f"{kumulatif_atas}+{menit_atas}" if kumulatif_atas else "0"


def posisi(saat: str, kalender: LembarKalender) -> str:
    """Working minutes from the first date of the calendar to a moment cell.

    "" when the cell is blank or lies outside the calendar; #N/A when it is no number or the calendar has no
    working minutes at all.
    """
    hari = f"INT({saat})"
    baris = f"{hari}-{kalender.awal}+1"
    jam = _menit(f"{saat}-{hari}")
    masuk, pulang, mulai, selesai = (
        _menit(f"INDEX({kalender.jadwal.kolom(k)},WEEKDAY({hari},2))") for k in (1, 2, 3, 4)
    )
    # A blank break reads as 00.00-00.00 and takes nothing away.
    kerja = f"MAX(0,MIN({jam},{pulang})-{masuk})-MAX(0,MIN({jam},{selesai})-{mulai})"
    sampai = f"IF(INDEX({kalender.menit},{baris})=0,0,{kerja})"
    isi = f"ROUND(INDEX({kalender.kumulatif},{baris})+{sampai},{DESIMAL})"
    akhir = kalender.tanggal.tinggi
    nihil = f"{kalender.kumulatif.sel(akhir, 1)}+{kalender.menit.sel(akhir, 1)}=0"
    angka = f'IF({_luar(saat, kalender)},"",IF({nihil},NA(),{isi}))'
    return f'IF(LEN(TRIM({saat}))=0,"",IF(ISNUMBER({saat}),{angka},NA()))'


def _luar(saat: str, kalender: LembarKalender) -> str:
    return f"OR(INT({saat})<{kalender.awal},INT({saat})>{kalender.akhir})"


def di_luar(saat: str, kalender: LembarKalender) -> str:
    """TRUE when the cell holds a moment that the calendar does not cover; FALSE when covered or not a number."""
    return f"IF(ISNUMBER({saat}),{_luar(saat, kalender)},FALSE)"


def terbalik(mulai: str, selesai: str) -> str:
    """TRUE when both moments are filled and the end lies before the start."""
    return f"IF(AND(ISNUMBER({mulai}),ISNUMBER({selesai})),{_menit(f'{selesai}-{mulai}')}<0,FALSE)"


def durasi(mulai: str, selesai: str, posisi_mulai: str, posisi_selesai: str) -> str:
    """Working minutes between two moment cells, from their position cells (or position expressions).

    "" while a position is missing, #N/A when the end lies before the start.
    """
    selisih = f"ROUND({posisi_selesai}-{posisi_mulai},{DESIMAL})"
    ada = f"AND(ISNUMBER({posisi_mulai}),ISNUMBER({posisi_selesai}))"
    galat = f"OR(ISERROR({posisi_mulai}),ISERROR({posisi_selesai}),{terbalik(mulai, selesai)})"
    return f'IF({galat},NA(),IF({ada},{selisih},""))'


def durasi_langsung(mulai: str, selesai: str, kalender: LembarKalender) -> str:
    """`durasi` in one cell, with both positions written out."""
    return durasi(mulai, selesai, posisi(mulai, kalender), posisi(selesai, kalender))
