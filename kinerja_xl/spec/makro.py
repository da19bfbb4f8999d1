"""The working calendar in specs: KALENDER_... pieces over the tables `jadwal_kerja` and `kalender` of the workbook.

The expressions themselves are the SOP room's; here they only get their addresses. A wrong time gives "" (the status
of the step then says so), never an error cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinerja_xl.core.rumus import Rentang
from kinerja_xl.sop.rumus_kalender import lembar_kalender, menit_jadwal, menit_tanggal, posisi
from kinerja_xl.spec.manifest import TabelM

Tabel = Mapping[str, TabelM]


def _menit_jadwal(tabel: Tabel, masuk: str, pulang: str, awal: str, akhir: str) -> str:
    return f"IFERROR({menit_jadwal(masuk, pulang, awal, akhir)},0)"


def _menit_hari(tabel: Tabel, tanggal: str, libur: str) -> str:
    return menit_tanggal(tanggal, libur, Rentang(tabel["jadwal_kerja"].alamat_kolom("menit")))


def _posisi(tabel: Tabel, saat: str) -> str:
    kalender, jadwal = tabel["kalender"], tabel["jadwal_kerja"]
    jam = Rentang(jadwal.alamat_kolom("masuk"))
    pojok = Rentang(jadwal.alamat_kolom("selesai")).sel(jam.tinggi, 1).rpartition("!")[2]
    tanggal, menit, kumulatif = (kalender.alamat_kolom(k) for k in ("tanggal", "menit", "kumulatif"))
    lembar = lembar_kalender(tanggal, menit, kumulatif, f"{jam.sel(1, 1)}:{pojok}")
    return f'IFERROR({posisi(saat, lembar)},"")'


MAKRO: dict[str, Callable[..., str]] = {
    "KALENDER_JADWAL": _menit_jadwal,
    "KALENDER_MENIT": _menit_hari,
    "KALENDER_POSISI": _posisi,
}
