"""Durasi kerja: menit kerja antara dua saat menurut jadwal dan hari libur instansi."""

from __future__ import annotations

from datetime import date
from typing import Any, Optional

from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.sel import rapikan, serial
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.sop._larik import durasi
from kinerja_xl.sop.jam_kerja import jadwal_aturan
from kinerja_xl.sop.kalender import KalenderKerja


def baca_libur(libur: Any) -> list[date]:
    """Holidays of a range: one column of dates, or dates in the first and the reason in the last column.

    With a reason column a date counts only where a reason is written, as on the Kalender sheet.
    """
    hasil = []
    for b, deret in enumerate([] if libur is None else rapikan(libur), 1):
        if deret[0] is None or (len(deret) > 1 and deret[-1] is None):
            continue
        hasil.append(dari_serial(int(serial(deret[0], "tanggal libur", baris=b, kolom=1))).date())
    return hasil


def _kosong(nilai: Any) -> bool:
    return nilai is None or all(n is None for deret in rapikan(nilai) for n in deret)


def _satu(nilai: Any) -> Any:
    return None if nilai is None else rapikan(nilai)[0][0]


@indikator(
    "SOP_DURASI", keluarga="sop", judul="Durasi kerja antara dua saat", judul_en="Working minutes between two moments",
    satuan="menit kerja", rujukan="Perpres 21/2023 (jam kerja); hari libur dan jadwal menurut instansi",
    argumen=(
        Argumen("mulai", "tanggal", "tanggal dan jam mulai", "start, date and time"),
        Argumen("selesai", "tanggal", "tanggal dan jam selesai", "end, date and time"),
        Argumen(
            "libur", "rentang", "tanggal libur; bila lebih dari satu kolom, kolom terakhir alasannya (kosong = kerja)",
            "dates off; with more columns the last holds the reason (blank = working day)", "n x 1", True,
        ),
        Argumen(
            "jadwal", "rentang", "Senin-Minggu: masuk, pulang, istirahat mulai, istirahat selesai; kosong = bawaan",
            "Monday-Sunday: in, out, break start, break end; blank = default", "7 x 4", True,
        ),
    ),
    larik=lambda p, mulai, selesai, libur, jadwal: durasi(p.masa, mulai, selesai, libur, jadwal),
    tanpa_excel="buku kerja menyatakannya lewat lembar Kalender (satu baris tiap tanggal, menit kerja kumulatif)",
)  # fmt: skip
def sop_durasi(masa: Masa, mulai: Any, selesai: Any, libur: Any = None, jadwal: Any = None) -> Optional[float]:
    """Menit kerja antara mulai dan selesai; waktu di luar jam kerja, istirahat dan hari libur tidak dihitung.

    Bawaan: Senin-Kamis 07.30-16.00, Jumat 07.30-16.30. Belum ada mulai atau selesai: kosong. Selesai sebelum mulai
    ditolak.
    """
    isi = _satu(mulai), _satu(selesai)
    dari, sampai = (None if n is None else serial(n, k) for n, k in zip(isi, ("mulai", "selesai")))
    if dari is None or sampai is None:
        return None
    kalender = KalenderKerja(jadwal_aturan(masa) if _kosong(jadwal) else jadwal, baca_libur(libur))
    return kalender.durasi(dari, sampai)


cek_kembar("SOP_DURASI_CEK", "SOP_DURASI")
