"""Operators and conversions of a spreadsheet, on arrays. What Excel decides by locale or by the 16th digit is RAGU."""

from __future__ import annotations

from typing import Any

import numpy as np

from kinerja_xl.mesin.sertifikat.larik import (
    ANGKA,
    DIV,
    GALAT,
    KOSONG,
    LOGIKA,
    NUM,
    PECAHAN,
    RAGU,
    TEKS,
    VALUE,
    Kosakata,
    Larik,
    angka,
    galat_atau_ragu,
    logika,
    ragu,
    teks,
    timpa,
)  # fmt: skip

_SERI = 1e-12  # closer than this and not equal: the 15 digits of Excel may call it equal
_BULAT_TERBESAR = 1e15


def ke_angka(satu: Larik, kata: Kosakata) -> Larik:
    """As a number in arithmetic: blanks 0, TRUE 1; a text is #VALUE!, one that holds a figure is unsure."""
    if (satu.j == ANGKA).all():
        return satu.dengan(acuan=False) if satu.acuan else satu
    if not (satu.j == TEKS).any():
        return satu.dengan(j=np.where((satu.j == KOSONG) | (satu.j == LOGIKA), ANGKA, satu.j), acuan=False)
    bentuk_teks = satu.j == TEKS
    berangka = kata.petakan(satu.t, _mungkin_angka, bool)
    j = np.where((satu.j == KOSONG) | (satu.j == LOGIKA), ANGKA, satu.j)
    j = np.where(bentuk_teks, np.where(berangka, RAGU, GALAT), j)
    x = np.where(bentuk_teks, VALUE, satu.x)
    return satu.dengan(j=j, x=x, acuan=False)


def _mungkin_angka(isi: str) -> bool:
    """Could a spreadsheet take this text for a number, a date, a truth value?"""
    return any(huruf.isdigit() for huruf in isi) or isi.strip().casefold() in ("true", "false", "benar", "salah")


def ke_teks(satu: Larik, kata: Kosakata) -> Larik:
    """As a text: up to 15 digits, with PECAHAN for the decimal mark; very large and very small numbers are unsure."""
    if ((satu.j == TEKS) | (satu.j == KOSONG) | (satu.j >= GALAT)).all():
        return satu.dengan(j=np.where(satu.j == KOSONG, TEKS, satu.j), t=np.where(satu.j == TEKS, satu.t, 0))
    t = np.where(satu.j == TEKS, satu.t, 0).copy()
    j = np.where(satu.j < GALAT, TEKS, satu.j).astype(np.int8)
    for ke in zip(*np.nonzero((satu.j == ANGKA) | (satu.j == LOGIKA)), strict=True):
        x = float(satu.x[ke])
        tulis = f"{x:.15g}"
        if satu.j[ke] == LOGIKA or "e" in tulis or abs(x) >= _BULAT_TERBESAR:
            j[ke] = RAGU  # TRUE is BENAR in some locales
        else:
            t[ke] = kata.nomor(tulis.replace(".", PECAHAN))
    return satu.dengan(j=j, t=t, acuan=False)


def ke_logika(satu: Larik, kata: Kosakata) -> Larik:
    """As a condition."""
    isi = ke_angka(satu, kata)
    return isi.dengan(j=np.where(isi.j == ANGKA, LOGIKA, isi.j), x=np.where(isi.j == ANGKA, isi.x != 0, isi.x))


def bentuk_dua(kiri: Larik, kanan: Larik) -> tuple[int, int] | None:
    """Rows and columns of a result of two; None when they do not fit cell by cell."""
    if kiri.luas == 1:
        return kanan.bentuk
    return kiri.bentuk if kanan.luas == 1 or kiri.bentuk == kanan.bentuk else None


def dua(tanda: str, kiri: Larik, kanan: Larik, kata: Kosakata) -> Larik:
    """An operator of two."""
    bentuk = bentuk_dua(kiri, kanan)
    if bentuk is None:
        return ragu(max(kiri.j.shape[0], kanan.j.shape[0]))
    if tanda == "&":
        a, b = ke_teks(kiri, kata), ke_teks(kanan, kata)
        return timpa(_sambung(a, b, kata, bentuk), galat_atau_ragu((a, b)))
    if tanda in ("+", "-", "*", "/", "^"):
        a, b = ke_angka(kiri, kata), ke_angka(kanan, kata)
        return timpa(_hitung(tanda, a, b, bentuk), galat_atau_ragu((a, b)))
    return timpa(_banding(tanda, kiri, kanan, kata, bentuk), galat_atau_ragu((kiri, kanan)))


def _sambung(a: Larik, b: Larik, kata: Kosakata, bentuk: tuple[int, int]) -> Larik:
    kiri, kanan = np.broadcast_arrays(a.t, b.t)
    pasang, balik = np.unique(np.stack([kiri.ravel(), kanan.ravel()]), axis=1, return_inverse=True)
    baru = np.array([kata.nomor(kata.teks[p] + kata.teks[q]) for p, q in pasang.T], np.int64)
    return teks(baru[balik.ravel()].reshape(kiri.shape), bentuk)


def _hitung(tanda: str, a: Larik, b: Larik, bentuk: tuple[int, int]) -> Larik:
    with np.errstate(all="ignore"):
        if tanda == "+":
            return angka(_jepret(a.x + b.x, a.x, b.x), bentuk=bentuk)
        if tanda == "-":
            return angka(_jepret(a.x - b.x, a.x, b.x), bentuk=bentuk)
        if tanda == "*":
            return angka(a.x * b.x, bentuk=bentuk)
        if tanda == "/":
            nol = np.broadcast_to(b.x == 0, np.broadcast_shapes(a.x.shape, b.x.shape))
            hasil = angka(np.where(nol, 0.0, a.x / np.where(b.x == 0, 1.0, b.x)), bentuk=bentuk)
            return hasil.dengan(j=np.where(nol, GALAT, hasil.j), x=np.where(nol, DIV, hasil.x))
        hasil = angka(np.power(a.x, b.x), bentuk=bentuk)
        aneh = np.broadcast_to((a.x == 0) & (b.x <= 0), hasil.x.shape)  # 0^0 is #NUM!, 0^-1 #DIV/0!
        return hasil.dengan(j=np.where(aneh, GALAT, hasil.j), x=np.where(aneh, np.where(b.x == 0, NUM, DIV), hasil.x))


def _jepret(hasil: Any, a: Any, b: Any) -> Any:
    """A sum that leaves only the noise of the 16th digit is 0."""
    return np.where(np.abs(hasil) < 2e-15 * np.maximum(np.abs(a), np.abs(b)), 0.0, hasil)


def _banding(tanda: str, a: Larik, b: Larik, kata: Kosakata, bentuk: tuple[int, int]) -> Larik:
    """Numbers before texts before truth values; a blank is 0, "" or FALSE beside the other."""
    ja, jb = _kelas(a, b), _kelas(b, a)
    lipat = kata.lipat()
    ta, tb = lipat[a.t], lipat[b.t]
    angka2 = ((ja == ANGKA) & (jb == ANGKA)) | ((ja == LOGIKA) & (jb == LOGIKA))
    teks2 = (ja == TEKS) & (jb == TEKS)
    sama = np.where(angka2, a.x == b.x, teks2 & (ta == tb))
    if tanda in ("=", "<>"):
        hasil = sama if tanda == "=" else ~sama
    else:
        kecil = np.where(angka2, a.x < b.x, ja < jb)
        hasil = {"<": kecil & ~sama, "<=": kecil | sama, ">": ~kecil & ~sama, ">=": ~kecil | sama}[tanda]
    keluar = logika(np.asarray(hasil, bool), bentuk)
    with np.errstate(all="ignore"):
        seri = angka2 & (a.x != b.x) & (np.abs(a.x - b.x) <= _SERI * np.maximum(np.abs(a.x), np.abs(b.x)))
    tak_pasti = seri | (teks2 & (ta != tb)) if tanda not in ("=", "<>") else seri
    if kata.lokal and teks2.any():
        tak_pasti = tak_pasti | (teks2 & (ta != tb) & _beda_lokal(a.t, b.t, kata))
    return keluar.dengan(j=np.where(tak_pasti, RAGU, keluar.j)) if tak_pasti.any() else keluar


def _beda_lokal(a: Any, b: Any, kata: Kosakata) -> Any:
    """Texts that differ, but perhaps only in the decimal mark of one of them."""
    lokal_a, lokal_b = (kata.petakan(t, lambda isi: PECAHAN in isi, bool) for t in (a, b))
    if not (lokal_a.any() or lokal_b.any()):
        return np.zeros(1, bool)
    angka_a, angka_b = (kata.petakan(t, lambda isi: any(h.isdigit() for h in isi), bool) for t in (a, b))
    return (lokal_a != lokal_b) & angka_a & angka_b


def _kelas(satu: Larik, lain: Larik) -> Any:
    """Kinds for a comparison: a blank takes the kind of the other side (a number when both are blank)."""
    pengganti = np.where(lain.j == KOSONG, ANGKA, lain.j)
    return np.where(satu.j == KOSONG, pengganti, satu.j)


def minus(satu: Larik, kata: Kosakata) -> Larik:
    """The sign turned."""
    isi = ke_angka(satu, kata)
    return isi.dengan(x=np.where(isi.j == ANGKA, -isi.x, isi.x))


def persen(satu: Larik, kata: Kosakata) -> Larik:
    """A hundredth."""
    isi = ke_angka(satu, kata)
    return isi.dengan(x=np.where(isi.j == ANGKA, isi.x / 100, isi.x))
