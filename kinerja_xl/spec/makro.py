"""Formula pieces of the working calendar, written out in specs by name (KALENDER_...).

They read the tables `jadwal_kerja` (seven rows Senin..Minggu) and `kalender` (one row per date of the year) of the
same workbook. A position is the number of working minutes from the first day of the calendar to a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinerja_xl.core.rumus import Rentang
from kinerja_xl.spec.manifest import TabelM

Tabel = Mapping[str, TabelM]


def _menit_jadwal(tabel: Tabel, masuk: str, pulang: str, awal: str, akhir: str) -> str:
    istirahat = f'IF(OR({awal}="",{akhir}=""),0,{akhir}-{awal})'
    return f'IF(OR({masuk}="",{pulang}=""),0,ROUND(({pulang}-{masuk}-{istirahat})*1440,4))'


def _menit_hari(tabel: Tabel, tanggal: str, libur: str) -> str:
    menit = tabel["jadwal_kerja"].alamat_kolom("menit")
    return f'IF(TRIM({libur})<>"",0,INDEX({menit},WEEKDAY({tanggal},2)))'


def _posisi(tabel: Tabel, saat: str) -> str:
    kalender, jadwal = tabel["kalender"], tabel["jadwal_kerja"]
    tanggal = Rentang(kalender.alamat_kolom("tanggal"))
    awal, akhir = tanggal.sel(1, 1), tanggal.sel(tanggal.tinggi, 1)
    baris = f"INT({saat})-{awal}+1"
    kumulatif = f"INDEX({kalender.alamat_kolom('kumulatif')},{baris})"
    menit = f"INDEX({kalender.alamat_kolom('menit')},{baris})"
    hari = {k: f"INDEX({jadwal.alamat_kolom(k)},WEEKDAY({saat},2))" for k in ("masuk", "pulang", "istirahat", "selesai")}
    jam = f"{saat}-INT({saat})"
    kerja = f"MIN(MAX({jam},{hari['masuk']}),{hari['pulang']})-{hari['masuk']}"
    rehat = f"MIN(MAX({jam},{hari['istirahat']}),{hari['selesai']})-{hari['istirahat']}"
    sejak_pagi = f"IF({menit}=0,0,({kerja}-({rehat}))*1440)"
    return (
        f'IF(NOT(ISNUMBER({saat})),"",IF(OR({saat}<{awal},{saat}>={akhir}+1),"",ROUND({kumulatif}+{sejak_pagi},4)))'
    )


MAKRO: dict[str, Callable[..., str]] = {
    "KALENDER_JADWAL": _menit_jadwal,
    "KALENDER_MENIT": _menit_hari,
    "KALENDER_POSISI": _posisi,
}
