"""One cell of a survey export to the value the workbook keeps: answers 1-4, ages, dates, groups.

Words are mapped by data (templates/survei/skm.toml) and by the person's own map. What neither knows is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.spec.survei import Kolom, Unsur, muat_survei, rapi

_ANGKA = re.compile(r"([1-4])(?:[.,]0+)?\Z")
_ANGKA_KATA = re.compile(r"([1-4]) (.+)\Z")
_KATA_ANGKA = re.compile(r"(.+) ([1-4])\Z")
_HURUF_KATA = re.compile(r"[a-d] (.+)\Z")
_UMUR = re.compile(r"([0-9]{1,3})(?:[.,]0+)?(?: ?(?:tahun|thn|th))?\Z", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T].*)?\Z")
_HARI = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:,? .*)?\Z")
_UMUR_MAKS = 120


class Salah(Exception):
    """A value that cannot be kept; the argument says why."""


@dataclass(frozen=True)
class Kamus:
    """Words of the person's own map: jawaban for every unsur, nilai by column."""

    jawaban: Mapping[str, int] = field(default_factory=dict)
    nilai: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def baca_kamus(data: Mapping[str, Any], tempat: str) -> Kamus:
    """[jawaban] and [nilai.<kolom>] of the map."""
    jawaban = {}
    for kata, angka in data.get("jawaban", {}).items():
        if isinstance(angka, bool) or angka not in (1, 2, 3, 4):
            raise KinerjaError(f"{tempat}, [jawaban] '{kata}': harus 1, 2, 3 atau 4, tertulis {angka!r}")
        jawaban[rapi(kata)] = int(angka)
    nilai = {}
    for kolom, isi in data.get("nilai", {}).items():
        if kolom not in {k.kunci for k in muat_survei().kolom} or not isinstance(isi, Mapping):
            raise KinerjaError(f"{tempat}: [nilai.{kolom}] tidak dikenal; misalnya [nilai.pekerjaan]")
        nilai[kolom] = {rapi(k): str(v) for k, v in isi.items()}
    return Kamus(jawaban, nilai)


def jawaban(nilai: Nilai, unsur: Unsur, kamus: Kamus) -> int | None:
    """The answer 1-4; None when nothing was answered."""
    if nilai is None:
        return None
    if isinstance(nilai, bool):
        raise Salah("TRUE/FALSE bukan jawaban 1-4")
    if isinstance(nilai, (int, float)):
        if nilai in (1, 2, 3, 4):
            return int(nilai)
        raise Salah(f"{tulis(nilai)} bukan jawaban 1-4")
    if not rapi(nilai):  # "-" and the like
        return None
    polos = _ANGKA.match(nilai)
    if polos:
        return int(polos.group(1))
    hasil = _dari_kata(rapi(nilai), unsur, kamus)
    if hasil is None:
        raise Salah(f"'{nilai[:40]}' tidak dikenal sebagai jawaban 1-4")
    return hasil


def _dari_kata(teks: str, unsur: Unsur, kamus: Kamus) -> int | None:
    """Meaning of words; a number beside them must agree with them."""
    if teks in kamus.jawaban:
        return kamus.jawaban[teks]
    sendiri = {rapi(kata): ke for ke, kata in enumerate(unsur.jawaban, 1)}
    for daftar in (sendiri, {rapi(k): v for k, v in unsur.arti.items()}, muat_survei().skala):
        if teks in daftar:
            return daftar[teks]
    for pola, angka, kata in ((_ANGKA_KATA, 1, 2), (_KATA_ANGKA, 2, 1)):
        cocok = pola.match(teks)
        if cocok:
            arti = _dari_kata(cocok.group(kata), unsur, kamus)
            if arti is not None and arti != int(cocok.group(angka)):
                raise Salah(f"'{teks[:40]}': angka dan katanya tidak sejalan")
            return arti
    huruf = _HURUF_KATA.match(teks)
    return _dari_kata(huruf.group(1), unsur, kamus) if huruf else None


def umur(nilai: Nilai) -> int | None:
    """Age in whole years."""
    if nilai is None:
        return None
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        if nilai == int(nilai) and 1 <= nilai <= _UMUR_MAKS:
            return int(nilai)
        raise Salah(f"{tulis(nilai)} bukan umur dalam tahun")
    cocok = _UMUR.match(str(nilai))
    if cocok and 1 <= int(cocok.group(1)) <= _UMUR_MAKS:
        return int(cocok.group(1))
    raise Salah(f"'{str(nilai)[:40]}' bukan umur dalam tahun (rentang umur tidak dapat disalin: abaikan kolomnya)")


def kelompok(nilai: Nilai, kolom: Kolom, dikenal: Sequence[str], kamus: Kamus) -> str | None:
    """The group the workbook knows; words outside it go to `selain_itu` where the data says so."""
    if nilai is None or not rapi(nilai):
        return None
    teks = rapi(tulis(nilai))
    daftar = {rapi(satu): satu for satu in dikenal}
    arti = kamus.nilai.get(kolom.kunci, {}).get(teks) or {rapi(k): v for k, v in kolom.arti.items()}.get(teks) or teks
    hasil = daftar.get(rapi(arti)) or daftar.get(rapi(kolom.selain_itu))
    if hasil is None:
        raise Salah(f"'{tulis(nilai)[:40]}' tidak ada dalam daftar {kolom.judul.lower()}: {', '.join(dikenal)}")
    return hasil


def urutan_tanggal(nilai: Iterable[Nilai]) -> tuple[bool, bool]:
    """(month first?, certain?) of dates written 3/5/2025: a number above 12 tells; otherwise day first is assumed."""
    depan, belakang, ada = False, False, False
    for satu in nilai:
        cocok = _HARI.match(satu) if isinstance(satu, str) else None
        if cocok:
            ada = True
            depan |= int(cocok.group(1)) > 12
            belakang |= int(cocok.group(2)) > 12
    return belakang and not depan, depan or belakang or not ada


def tanggal(nilai: Nilai, bulan_dulu: bool, geser: int) -> float | None:
    """A date as serial number; geser: days of the other date system."""
    if nilai is None or (isinstance(nilai, str) and not rapi(nilai)):
        return None
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        if 1 <= nilai < 2958466:
            return float(int(nilai) + geser)
        raise Salah(f"{tulis(nilai)} bukan tanggal")
    teks = str(nilai)
    iso, hari = _ISO.match(teks), _HARI.match(teks)
    if iso:
        tahun, bulan, tgl = (int(n) for n in iso.groups()[:3])
    elif hari:
        a, b, tahun = (int(n) for n in hari.groups()[:3])
        tgl, bulan = (b, a) if bulan_dulu else (a, b)
    else:
        raise Salah(f"'{teks[:40]}' bukan tanggal; tulis 31/01/2025 atau 2025-01-31")
    try:
        return float(ke_serial(date(tahun, bulan, tgl)))
    except ValueError as salah:
        raise Salah(f"'{teks[:40]}' bukan tanggal yang ada") from salah
