"""Numbers, dates and lists as a trace writes them: 1.234.567,89 in Indonesian, 1,234,567.89 in English.

A template of a step is filled by `Pengisi`: "{jumlah} / {banyak}". The text behind the colon says how a value is shown:
{nilai:.2} two decimals, {hari:tanggal} a serial date, {menit:jam} minutes since midnight as a clock,
{nrr:+} a list joined with " + ", {isi:+×} a list of pairs joined as a × b + c × d.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any

from kinerja_xl.core.serial import dari_serial

MAKS_SUKU = 16  # members of a list written out
_TANDA = {"id": (",", "."), "en": (".", ",")}
_RIBUAN = 10000  # smaller numbers stay without a thousands mark: 2024 is read as a year
_BESAR, _DIGIT, _DIGIT_BESAR = 1e6, 10, 15
_BULAN = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_LAGI = {"id": "... ({n} lagi)", "en": "... ({n} more)"}
_KOSONG = {"id": "kosong", "en": "blank"}


def bilangan(nilai: Any, lang: str = "id", desimal: int = -1, digit: int = _DIGIT) -> str:
    """A number with decimal comma (id) or point (en); `digit` digits at most, money to the cent; other values as text.

    desimal: so many decimals, also zeros; -1 takes what is needed.
    """
    if nilai is None:
        return _KOSONG[lang]
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float, Fraction)):
        return str(nilai)
    if isinstance(nilai, Fraction):
        sisa = nilai.denominator
        for prima in (2, 5):
            while sisa % prima == 0:
                sisa //= prima
        if sisa != 1:
            return f"{nilai.numerator}/{nilai.denominator}"
        nilai = float(nilai)
    if desimal >= 0:
        isi = f"{nilai:.{desimal}f}"
    elif float(nilai).is_integer() and abs(nilai) < 10**_DIGIT_BESAR:
        isi = str(int(nilai))
    else:
        isi = format(Decimal(f"{nilai:.{digit if abs(nilai) < _BESAR else _DIGIT_BESAR}g}"), "f")
    return _bertanda(isi, lang)


def _bertanda(isi: str, lang: str) -> str:
    koma, titik = _TANDA[lang]
    utuh, _, pecahan = isi.partition(".")
    if utuh.lstrip("-").isdigit() and abs(int(utuh)) >= _RIBUAN:
        utuh = f"{int(utuh):,}".replace(",", titik)
    return f"{utuh}{koma}{pecahan}" if pecahan else utuh


def tanggal(hari: float, lang: str = "id", *, jam: bool = False) -> str:
    """A serial number as "6 Januari 2025", with the time when asked: "6 Januari 2025 08.30"."""
    saat = dari_serial(hari)
    pukul = f" {saat.hour:02d}{':' if lang == 'en' else '.'}{saat.minute:02d}" if jam else ""
    return f"{saat.day} {_BULAN[lang][saat.month - 1]} {saat.year}{pukul}"


def deretan(isi: Sequence[Any], tanda: str, lang: str = "id") -> str:
    """A list joined with a sign; pairs are joined with the sign's second letter; long lists are cut and counted."""
    luar, dalam = tanda[0], tanda[1:2]
    potong = [_suku(satu, dalam, lang) for satu in isi[:MAKS_SUKU]]
    sambung = f"{luar} " if luar in ",;" else f" {luar} "
    if len(isi) > MAKS_SUKU:
        potong.append(_LAGI[lang].format(n=len(isi) - MAKS_SUKU))
    return sambung.join(potong)


def _suku(satu: Any, dalam: str, lang: str) -> str:
    if isinstance(satu, (list, tuple)):
        return f" {dalam} ".join(_suku(n, "", lang) for n in satu)
    teks = bilangan(satu, lang)
    return f"({teks})" if teks.startswith("-") and isinstance(satu, (int, float)) else teks


class Pengisi(Formatter):
    """Fills the templates of steps in one language."""

    def __init__(self, lang: str, *, kurung: bool = False) -> None:
        self.lang = lang
        self.kurung = kurung  # brackets around negative numbers, as in arithmetic

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value by its spec."""
        if isinstance(value, (list, tuple)):
            return deretan(value, format_spec or ";", self.lang)
        if format_spec in ("tanggal", "saat"):
            return tanggal(value, self.lang, jam=format_spec == "saat")
        if format_spec == "jam":
            return f"{int(value) // 60:02d}{':' if self.lang == 'en' else '.'}{int(value) % 60:02d}"
        if format_spec.startswith("."):
            return bilangan(value, self.lang, int(format_spec[1:]))
        return _suku(value, "", self.lang) if self.kurung else bilangan(value, self.lang)

    def isi(self, pola: str, nilai: Mapping[str, Any]) -> str:
        """The template filled."""
        return self.vformat(pola, (), nilai)


_KATA = {lang: Pengisi(lang) for lang in _TANDA}
_HITUNGAN = {lang: Pengisi(lang, kurung=True) for lang in _TANDA}


def isi_kata(pola: str, nilai: Mapping[str, Any], lang: str) -> str:
    """A description filled."""
    return _KATA[lang].isi(pola, nilai)


def isi_hitungan(pola: str, nilai: Mapping[str, Any], lang: str) -> str:
    """Arithmetic filled; a negative number inside a longer expression stands in brackets."""
    return (_HITUNGAN if " " in pola else _KATA)[lang].isi(pola, nilai)


def tampil(hasil: Any, lang: str = "id", *, penuh: bool = False) -> str:
    """Any result of a rule as text: a number (penuh: with 15 digits), words, or the numbers of a table."""
    if isinstance(hasil, (list, tuple)):
        rata = [n for baris in hasil for n in (baris if isinstance(baris, (list, tuple)) else [baris])]
        return deretan(rata, ";", lang)
    return bilangan(hasil, lang, digit=_DIGIT_BESAR if penuh else _DIGIT)
