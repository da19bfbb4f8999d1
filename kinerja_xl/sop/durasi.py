"""Durasi kerja: menit kerja antara dua saat menurut jadwal dan hari libur instansi."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import Any, Optional

from kinerja_xl.core.jejak import MAKS_RINCI, catat, merekam
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.sel import rapikan, serial
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.sop._larik import durasi
from kinerja_xl.sop.jam_kerja import HARI, jadwal_aturan
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
    bawaan, hari_libur = _kosong(jadwal), baca_libur(libur)
    kalender = KalenderKerja(jadwal_aturan(masa) if bawaan else jadwal, hari_libur)
    hasil = kalender.durasi(dari, sampai)
    if merekam():
        _catat_hari(kalender, dari, sampai, "" if not bawaan else "jadwal_masuk jadwal_pulang", set(hari_libur))
    catat("Menit kerja dari mulai sampai selesai", "{dari:saat} - {sampai:saat}", hasil, tanda="->", dari=dari,
          en="Working minutes from start to end", sampai=sampai)  # fmt: skip
    return hasil


def _catat_hari(kalender: KalenderKerja, dari: float, sampai: float, sumber: str, libur: set[date]) -> None:
    """Tell the working minutes of each date between two moments; many dates in one last step."""
    hari, akhir, awal = int(dari), int(sampai), dari
    for ke in range(hari, min(akhir, hari + MAKS_RINCI - 1) + 1):
        batas = min(sampai, ke + 1)
        if ke > hari and batas <= awal:
            break  # the end is midnight: that date has no minute of it
        tanggal = dari_serial(ke).date()
        jam = kalender.jam(tanggal)
        keterangan, nama = "{hari}, {tanggal:tanggal}: ", HARI[tanggal.weekday()]
        menit = kalender.durasi(awal, batas)
        if jam is None:
            sebab = ("libur", "day off") if tanggal in libur else ("bukan hari kerja", "no working day")
            catat(keterangan + sebab[0], "", menit, en="{tanggal:tanggal}: " + sebab[1], hari=nama, tanggal=ke)
        else:
            catat(keterangan + "jam kerja {masuk:jam}-{pulang:jam}, menit", "", menit, hari=nama, tanggal=ke,
                  en="{tanggal:tanggal}: working hours {masuk:jam}-{pulang:jam}, minutes", masuk=jam.masuk,
                  pulang=jam.pulang, sumber=sumber)  # fmt: skip
        awal = batas
    if awal < sampai:
        catat("dan {banyak} hari berikutnya", "", kalender.durasi(awal, sampai), banyak=ceil(sampai) - int(awal),
              en="and {banyak} more days")  # fmt: skip


cek_kembar("SOP_DURASI_CEK", "SOP_DURASI")
