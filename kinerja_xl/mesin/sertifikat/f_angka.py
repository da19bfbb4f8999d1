"""Functions of numbers and dates, cell by cell: ROUND, ROUNDUP, INT, ABS, DAY, MONTH, YEAR, WEEKDAY."""

from __future__ import annotations

from typing import Any

import numpy as np

from kinerja_xl.core.numerik import bulat, lima_belas_digit
from kinerja_xl.mesin.sertifikat.fungsi import fungsi
from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    GALAT,
    NUM,
    RAGU,
    Kosakata,
    Larik,
    angka,
    galat_atau_ragu,
    timpa,
)  # fmt: skip
from kinerja_xl.mesin.sertifikat.operasi import bentuk_dua, ke_angka

_DEKAT_TENGAH = 1e-6  # a value so near to where rounding turns is rounded in decimals, one by one
_SERIAL_AWAL, _SERIAL_AKHIR = 61, 2958466  # before March 1900 Excel counts a day that was not
_MAKS_DIGIT = 15


def _dua_angka(isi: list[Larik], kata: Kosakata) -> tuple[Larik, Larik, tuple[int, int] | None]:
    a, d = ke_angka(isi[0], kata), ke_angka(isi[1], kata)
    return a, d, bentuk_dua(a, d)


@fungsi("ROUND", 2, 2)
def bulatkan(isi: list[Larik], kata: Kosakata) -> Larik:
    """Half away from zero, on 15 digits."""
    a, d, bentuk = _dua_angka(isi, kata)
    x, digit = np.broadcast_arrays(a.x, np.trunc(d.x))
    with np.errstate(all="ignore"):
        skala = np.power(10.0, digit)
        besar = np.abs(x) * skala
        hasil = np.sign(x) * np.floor(besar + 0.5) / skala
        tepi = np.abs(besar - np.floor(besar) - 0.5) <= _DEKAT_TENGAH * np.maximum(1.0, besar)
    hasil = np.array(hasil)
    for ke in zip(*np.nonzero(tepi & np.isfinite(x)), strict=True):
        hasil[ke] = bulat(float(x[ke]), int(digit[ke]))
    return _jadi(hasil, a, d, digit, bentuk)


@fungsi("ROUNDUP", 2, 2)
def bulatkan_atas(isi: list[Larik], kata: Kosakata) -> Larik:
    """Away from zero, on 15 digits."""
    a, d, bentuk = _dua_angka(isi, kata)
    x, digit = np.broadcast_arrays(a.x, np.trunc(d.x))
    hasil = np.zeros(x.shape)
    for ke in np.ndindex(x.shape):
        if np.isfinite(x[ke]) and abs(digit[ke]) <= _MAKS_DIGIT:
            nilai = lima_belas_digit(abs(float(x[ke]))).scaleb(int(digit[ke]))
            utuh = int(nilai) + (nilai != int(nilai))
            hasil[ke] = np.copysign(float(lima_belas_digit(utuh).scaleb(-int(digit[ke]))), x[ke]) if utuh else 0.0
    return _jadi(hasil, a, d, digit, bentuk)


def _jadi(hasil: Any, a: Larik, d: Larik, digit: Any, bentuk: tuple[int, int] | None) -> Larik:
    keluar = angka(hasil, bentuk=bentuk or (1, 1))
    if bentuk is None or (np.abs(digit) > _MAKS_DIGIT).any():
        keluar = keluar.dengan(j=np.full(keluar.j.shape, RAGU))
    return timpa(keluar, galat_atau_ragu([a, d]))


@fungsi("INT", 1, 1)
def bulat_bawah(isi: list[Larik], kata: Kosakata) -> Larik:
    """The whole number not above; within noise of a whole number it is unsure."""
    a = ke_angka(isi[0], kata)
    hasil = angka(np.floor(a.x), bentuk=a.bentuk)
    terdekat = np.round(a.x)
    ragu = (a.x != terdekat) & (np.abs(a.x - terdekat) <= 1e-12 * np.maximum(1.0, np.abs(a.x)))
    hasil = hasil.dengan(j=np.where(ragu, RAGU, hasil.j)) if ragu.any() else hasil
    return timpa(hasil, galat_atau_ragu([a]))


@fungsi("ABS", 1, 1)
def mutlak(isi: list[Larik], kata: Kosakata) -> Larik:
    """Without sign."""
    a = ke_angka(isi[0], kata)
    return timpa(angka(np.abs(a.x), bentuk=a.bentuk), galat_atau_ragu([a]))


def _tanggal(a: Larik) -> tuple[Any, Any]:
    """Days as numpy dates, and where the serial is one that all spreadsheets read alike."""
    hari = np.floor(a.x)
    sah = (a.j == ANGKA) & (hari >= _SERIAL_AWAL) & (hari < _SERIAL_AKHIR)
    aman = np.where(sah, hari, _SERIAL_AWAL).astype(np.int64)
    return np.datetime64("1899-12-30") + aman, sah


def _bagian(a: Larik, hasil: Any, sah: Any) -> Larik:
    keluar = angka(hasil, bentuk=a.bentuk)
    negatif = (a.j == ANGKA) & (a.x < 0)
    j = np.where(sah, ANGKA, np.where(negatif, GALAT, RAGU))
    return timpa(keluar.dengan(j=j, x=np.where(negatif, NUM, keluar.x)), galat_atau_ragu([a]))


@fungsi("DAY", 1, 1)
def hari(isi: list[Larik], kata: Kosakata) -> Larik:
    """Day of the month."""
    a = ke_angka(isi[0], kata)
    tgl, sah = _tanggal(a)
    return _bagian(a, (tgl - tgl.astype("datetime64[M]")).astype(int) + 1, sah)


@fungsi("MONTH", 1, 1)
def bulan(isi: list[Larik], kata: Kosakata) -> Larik:
    """Month of the year."""
    a = ke_angka(isi[0], kata)
    tgl, sah = _tanggal(a)
    return _bagian(a, (tgl.astype("datetime64[M]") - tgl.astype("datetime64[Y]")).astype(int) + 1, sah)


@fungsi("YEAR", 1, 1)
def tahun(isi: list[Larik], kata: Kosakata) -> Larik:
    """The year."""
    a = ke_angka(isi[0], kata)
    tgl, sah = _tanggal(a)
    return _bagian(a, tgl.astype("datetime64[Y]").astype(int) + 1970, sah)


@fungsi("DATE", 3, 3)
def tanggal(isi: list[Larik], kata: Kosakata) -> Larik:
    """Serial of a year, month and day of the calendar; others (month 13, year 24) are unsure.

    The 31st of a shorter month runs on into the next, as in a sheet.
    """
    t, b, h = (ke_angka(satu, kata) for satu in isi)
    th, bl, hr = np.broadcast_arrays(*(np.trunc(satu.x) for satu in (t, b, h)))
    sah = (th >= 1901) & (th <= 9998) & (bl >= 1) & (bl <= 12) & (hr >= 1) & (hr <= 31)
    aman = [np.where(sah, satu, 1).astype(np.int64) for satu in (th, bl, hr)]
    awal = ((aman[0] - 1970) * 12 + aman[1] - 1).astype("datetime64[M]").astype("datetime64[D]")
    serial = (awal - np.datetime64("1899-12-30")).astype(int) + aman[2] - 1
    return timpa(angka(serial).dengan(j=np.where(sah, ANGKA, RAGU)), galat_atau_ragu([t, b, h]))


@fungsi("EDATE", 2, 2)
def geser_bulan(isi: list[Larik], kata: Kosakata) -> Larik:
    """So many months later, on the same day or the last of the month."""
    a, n = (ke_angka(satu, kata) for satu in isi)
    tgl, sah = _tanggal(a)
    tgl, bulan_n = np.broadcast_arrays(tgl, np.trunc(n.x).astype(np.int64))
    bulan_awal = tgl.astype("datetime64[M]")
    tujuan = bulan_awal + bulan_n
    hari_ke = (tgl - bulan_awal.astype("datetime64[D]")).astype(int)
    terakhir = ((tujuan + 1).astype("datetime64[D]") - tujuan.astype("datetime64[D]")).astype(int) - 1
    hasil = tujuan.astype("datetime64[D]") + np.minimum(hari_ke, terakhir)
    serial = (hasil - np.datetime64("1899-12-30")).astype(int)
    sah = np.broadcast_to(sah, serial.shape) & (serial >= _SERIAL_AWAL) & (serial < _SERIAL_AKHIR)
    keluar = angka(serial, bentuk=a.bentuk)
    return timpa(keluar.dengan(j=np.where(sah, ANGKA, RAGU)), galat_atau_ragu([a, n]))


@fungsi("WEEKDAY", 1, 2)
def hari_minggu(isi: list[Larik], kata: Kosakata) -> Larik:
    """1 Sunday (kind 1), 1 Monday (kind 2), 0 Monday (kind 3); other kinds are unsure."""
    a = ke_angka(isi[0], kata)
    cara = ke_angka(isi[1], kata) if len(isi) > 1 else angka(np.ones((1, 1)))
    tgl, sah = _tanggal(a)
    senin0 = (tgl.astype("datetime64[D]").astype(int) + 3) % 7
    hasil = np.where(cara.x == 1, (senin0 + 1) % 7 + 1, np.where(cara.x == 2, senin0 + 1, senin0))
    dikenal = np.isin(cara.x, (1, 2, 3))
    keluar = _bagian(a, hasil, np.broadcast_to(sah & dikenal, hasil.shape))
    return timpa(keluar, galat_atau_ragu([cara]))
