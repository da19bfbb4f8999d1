"""Working calendar of an office from what a person has at hand: 5 or 6 days, own hours, Ramadan, holidays.

The national list is a prefill (the lists in circulation disagree): the office adds dates, or takes one out by naming
it "bukan libur". A file of hours has the tables of a profile: [jam_kerja.senin] masuk, pulang, istirahat, selesai;
[ramadan.senin] alike for the weeks of Ramadan; [[libur]] tanggal, keterangan.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, periksa_kunci, saran
from kinerja_xl.sop.jam_kerja import Jadwal, baca_jadwal, jadwal_bawaan, menit_sehari
from kinerja_xl.sop.kalender import JadwalKhusus, KalenderKerja
from kinerja_xl.spec.libur import hari_libur
from kinerja_xl.spec.profil import HARI, jam_ke_pecahan

BUKAN_LIBUR = "bukan libur"
_JAM = ("masuk", "pulang", "istirahat", "selesai")
_JADWAL_HARI = {5: ("jadwal", "ramadan"), 6: ("enam_hari", "ramadan_enam_hari")}


@dataclass(frozen=True)
class KalenderKantor:
    """The calendar with the reason of every day off; menit_per_hari: working minutes of an average day.

    tahun_tanpa_cuti: years for which the national list knows no cuti bersama, so it is not yet settled.
    """

    kalender: KalenderKerja
    jadwal: Jadwal
    libur: Mapping[date, str]
    menit_per_hari: float
    tahun_tanpa_cuti: tuple[int, ...] = ()
    ramadan: tuple[tuple[date, date], ...] = ()

    def ramadan_dilalui(self, mulai: datetime, selesai: datetime) -> bool:
        """Does the time between two moments touch the weeks of Ramadan?"""
        return any(awal <= selesai.date() and mulai.date() <= akhir for awal, akhir in self.ramadan)

    def dilewati(self, mulai: datetime, selesai: datetime) -> list[tuple[date, str]]:
        """Days off between two moments that would be working days."""
        return [
            (hari, nama)
            for hari, nama in sorted(self.libur.items())
            if mulai.date() <= hari <= selesai.date() and self.jadwal[hari.weekday()]
        ]


def kalender_kantor(
    tahun: Iterable[int],
    *,
    hari_kerja: int = 5,
    berkas_jadwal: Path | None = None,
    ramadan: Iterable[tuple[date, date]] = (),
    berkas_libur: Path | None = None,
    nasional: bool = True,
) -> KalenderKantor:
    """Calendar for these years. hari_kerja: 5 or 6 days a week, unless berkas_jadwal states the hours."""
    biasa, puasa = (jadwal_bawaan(nama) for nama in _JADWAL_HARI[hari_kerja])
    libur: dict[date, str] = {}
    tanpa_cuti = []
    for satu in tahun if nasional else ():
        daftar = hari_libur(satu)
        libur.update(daftar)
        if not any("cuti bersama" in nama.casefold() for nama in daftar.values()):
            tanpa_cuti.append(satu)
    sendiri: dict[date, str] = {}
    if berkas_jadwal is not None:
        biasa, puasa, sendiri = _baca_jadwal(berkas_jadwal, puasa)
    if berkas_libur is not None:
        sendiri = {**sendiri, **baca_libur(berkas_libur)}
    libur.update(sendiri)
    libur = {hari: nama for hari, nama in libur.items() if nama.strip().casefold() != BUKAN_LIBUR}
    masa = tuple(ramadan)
    kalender = KalenderKerja(biasa, libur, [JadwalKhusus(awal, akhir, puasa) for awal, akhir in masa])
    return KalenderKantor(kalender, biasa, libur, menit_sehari(biasa), tuple(tanpa_cuti), masa)


def _baca_jadwal(berkas: Path, puasa: Jadwal) -> tuple[Jadwal, Jadwal, dict[date, str]]:
    isi = baca_toml(berkas)
    if "jam_kerja" not in isi:
        raise KinerjaError(f"{berkas.name}: tabel [jam_kerja.senin], [jam_kerja.selasa], ... belum ada.")
    if "instansi" not in isi:  # not a whole profile: then nothing else belongs here
        periksa_kunci(isi, {"jam_kerja"}, {"ramadan", "libur"}, berkas.name)
    biasa = _jam(isi["jam_kerja"], f"{berkas.name}, tabel [jam_kerja]")
    if "ramadan" in isi:
        puasa = _jam(isi["ramadan"], f"{berkas.name}, tabel [ramadan]")
    return biasa, puasa, _libur_toml(isi, berkas.name)


def _jam(tabel: Any, tempat: str) -> Jadwal:
    if not isinstance(tabel, Mapping):
        raise KinerjaError(f"{tempat}: di sini harus ada tabel tiap hari.")
    for hari, jam in tabel.items():
        if hari not in HARI:
            raise KinerjaError(f"{tempat}: hari '{hari}' tidak dikenal.{saran(hari, HARI)}")
        periksa_kunci(jam, set(), _JAM, f"{tempat}, {hari}")
    baris = [
        [jam_ke_pecahan(tabel[hari][k], f"{tempat}, {hari}") if k in tabel.get(hari, {}) else None for k in _JAM]
        for hari in HARI
    ]
    try:
        return baca_jadwal(baris)
    except KinerjaError as salah:
        raise KinerjaError(f"{tempat}: {salah.pesan}") from None


def baca_libur(berkas: Path) -> dict[date, str]:
    """Days off of a file: .toml with [[libur]] tanggal, keterangan, or .csv with these two columns."""
    if berkas.suffix.casefold() == ".toml":
        isi = baca_toml(berkas)
        if "libur" not in isi:
            raise KinerjaError(f"{berkas.name}: tabel [[libur]] belum ada.")
        return _libur_toml(isi, berkas.name)
    if berkas.suffix.casefold() != ".csv":
        raise KinerjaError(f"{berkas.name}: daftar libur harus berkas .toml atau .csv")
    try:
        teks = berkas.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as salah:
        raise KinerjaError(f"{berkas.name} bukan teks UTF-8") from salah
    pemisah = ";" if teks.partition("\n")[0].count(";") else ","
    hasil: dict[date, str] = {}
    for n, baris in enumerate(csv.reader(teks.splitlines(), delimiter=pemisah), 1):
        if not baris or not baris[0].strip() or (n == 1 and baris[0].strip().casefold() == "tanggal"):
            continue
        hasil[tanggal(baris[0], f"{berkas.name}, baris {n}")] = baris[1].strip() if len(baris) > 1 else "libur"
    return hasil


def _libur_toml(isi: Mapping[str, Any], nama: str) -> dict[date, str]:
    hasil: dict[date, str] = {}
    for n, satu in enumerate(isi.get("libur", ()), 1):
        tempat = f"{nama}, [[libur]] ke-{n}"
        periksa_kunci(satu, {"tanggal"}, {"keterangan"}, tempat)
        hasil[tanggal(satu["tanggal"], tempat)] = str(satu.get("keterangan", "libur"))
    return hasil


def tanggal(nilai: Any, tempat: str) -> date:
    """A date as TOML has it, or written 2025-03-31 or 31/03/2025."""
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date):
        return nilai
    for pola in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(str(nilai).strip(), pola).date()
        except ValueError:
            continue
    raise KinerjaError(f"{tempat}: '{nilai}' bukan tanggal; tulis 2025-03-31 atau 31/03/2025.")
