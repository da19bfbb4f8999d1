"""Findings: values with a code, a place and a message; texts come from katalog/<TOPIK>.toml and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from math import isfinite
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, saran
from kinerja_xl.core.nama import alamat
from kinerja_xl.core.sel import tulis

TINGKAT = ("galat", "peringatan", "info")
KATALOG = Path(__file__).parent / "katalog"
_KODE = re.compile(r"([A-Z]{2,6})-(\d{2,3})\Z")
_LUBANG = re.compile(r"\{([a-z_]+)\}")
_MAKS_TEKS = 120
_BERKAS = {"id": "Berkas ini", "en": "This file"}
_LEMBAR = {"id": "Lembar", "en": "Sheet"}


class Kata(str):
    """A phrase inside a message that has an English twin; in data it is the Indonesian text."""

    en: str

    def __new__(cls, teks: str, en: str) -> Kata:
        """The Indonesian text, with its twin."""
        satu = super().__new__(cls, teks)
        satu.en = en
        return satu

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]
        return str(self), self.en


@dataclass(frozen=True)
class Entri:
    """One kind of finding, as the catalogue has it."""

    kode: str
    tingkat: str
    judul: str
    pesan: str
    perbaikan: str
    rujukan: str
    contoh: str
    judul_en: str
    pesan_en: str
    perbaikan_en: str
    percobaan: bool = False  # a rule on trial: it warns, and no round or option raises it

    def teks(self, bidang: str, lang: str) -> str:
        """judul, pesan or perbaikan in a language."""
        return str(getattr(self, f"{bidang}_en" if lang == "en" else bidang))


@dataclass(frozen=True)
class Temuan:
    """One finding. data: the raw values behind the message; message and fix are written from them."""

    code: str
    level: str
    sheet: str = ""
    cell: str = ""
    name: str = ""
    message: str = ""
    fix: str = ""
    rujukan: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    dispensasi: Mapping[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """As in the JSON report."""
        isi: dict[str, Any] = {
            "code": self.code, "level": self.level, "sheet": self.sheet, "cell": self.cell, "name": self.name,
            "message": self.message, "fix": self.fix, "rujukan": self.rujukan,
            "data": {k: None if isinstance(v, float) and not isfinite(v) else v for k, v in self.data.items()},
        }  # fmt: skip
        return isi if self.dispensasi is None else {**isi, "dispensasi": dict(self.dispensasi)}


def bersih(teks: str, maks: int = _MAKS_TEKS) -> str:
    """Text of a workbook as it may be shown: one line, printable, not endless."""
    pendek = teks if len(teks) <= maks else teks[: maks - 1] + "…"
    if pendek.isprintable():
        return pendek
    return "".join(h if h.isprintable() else " " if h in "\n\r\t" else f"\\u{ord(h):04x}" for h in pendek)


def tulis_nilai(nilai: Any, lang: str = "id") -> str:
    """A value inside a message: decimal comma in Indonesian, yes/no words for booleans, clean text."""
    if isinstance(nilai, Kata) and lang == "en":
        return bersih(nilai.en, 300)
    if nilai is None or nilai == "":
        return "(blank)" if lang == "en" else "(kosong)"
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, (int, float)):
        if isinstance(nilai, float) and not nilai.is_integer():
            angka = f"{nilai:.15g}"
            return angka if lang == "en" else angka.replace(".", ",")
        return tulis(nilai)
    return bersih(str(nilai), 300 if isinstance(nilai, Kata) else _MAKS_TEKS)


@cache
def muat_topik(topik: str) -> dict[str, Entri]:
    """Entries of one topic by code; faults in the file are errors that name the entry."""
    berkas = KATALOG / f"{topik}.toml"
    hasil: dict[str, Entri] = {}
    isi = baca_toml(berkas)
    if set(isi) != {"temuan"}:
        raise KinerjaError(f"katalog {berkas.name}: hanya [[temuan]] yang dikenal.")
    for urut, satu in enumerate(isi["temuan"], 1):
        tempat = f"katalog {berkas.name}, temuan ke-{urut} ({satu.get('kode', '?')})"
        entri = jadikan(Entri, satu, tempat)
        cocok = _KODE.match(entri.kode)
        if not cocok or cocok.group(1) != topik:
            raise KinerjaError(f"{tempat}: kode harus {topik}-nn")
        if entri.kode in hasil:
            raise KinerjaError(f"{tempat}: kode dipakai dua kali")
        if entri.tingkat not in TINGKAT:
            raise KinerjaError(f"{tempat}: tingkat '{entri.tingkat}' tidak dikenal.{saran(entri.tingkat, TINGKAT)}")
        for bidang in ("judul", "pesan", "perbaikan"):
            if lubang(entri.teks(bidang, "en")) - lubang(entri.teks(bidang, "id")):
                raise KinerjaError(f"{tempat}: {bidang}_en memakai lubang yang tidak ada di {bidang}")
        hasil[entri.kode] = entri
    return hasil


def lubang(teks: str) -> set[str]:
    """Names of the placeholders in a text."""
    return set(_LUBANG.findall(teks))


@cache
def topik_tersedia() -> tuple[str, ...]:
    """Topics that have a catalogue."""
    return tuple(sorted(p.stem for p in KATALOG.glob("*.toml")))


def semua_entri() -> dict[str, Entri]:
    """The whole catalogue by code, sorted."""
    return {kode: entri for topik in topik_tersedia() for kode, entri in sorted(muat_topik(topik).items())}


def cari_entri(kode: str) -> Entri:
    """An entry by its code (any case); an unknown code suggests the nearest."""
    rapi = kode.strip().upper()
    topik = rapi.partition("-")[0]
    if topik in topik_tersedia() and rapi in (isi := muat_topik(topik)):
        return isi[rapi]
    semua = semua_entri()
    dekat = saran(rapi.lower(), [k.lower() for k in semua])
    if "Maksud" in dekat:
        raise KinerjaError(f"kode temuan '{kode}' tidak ada. Maksud Anda '{dekat.split(chr(39))[1].upper()}'?")
    raise KinerjaError(f"kode temuan '{kode}' tidak ada. Topik yang dikenal: {', '.join(topik_tersedia())}.")


def buat(
    kode: str,
    titik: tuple[str, int, int] | None = None,
    nama: str = "",
    tingkat: str | None = None,
    /,
    *,
    lembar: str = "",
    lang: str = "id",
    **data: Any,
) -> Temuan:
    """A finding from the catalogue. titik: sheet, row, column; lembar: only a sheet. A missing placeholder raises."""
    entri = cari_entri(kode)
    sel = alamat(titik[1], titik[2]) if titik else ""
    kosong = Temuan(kode, tingkat or entri.tingkat, titik[0] if titik else lembar, sel, nama, data=data)
    return terjemahkan(kosong, lang)


def dari_masalah(kode: str, tempat: tuple[str, str] | None, data: Mapping[str, Any]) -> Temuan:
    """A finding from what the reader noted down: its place is already text."""
    lembar, sel = tempat or ("", "")
    return terjemahkan(Temuan(kode, cari_entri(kode).tingkat, lembar, sel, data=dict(data)), "id")


def terjemahkan(temuan: Temuan, lang: str) -> Temuan:
    """The same finding with its texts in another language."""
    entri = cari_entri(temuan.code)
    bagian = {**temuan.data, "tempat": tempat_teks(temuan, lang), "nama": temuan.name or tempat_teks(temuan, lang)}
    return replace(
        temuan,
        message=_isi(entri.teks("pesan", lang), bagian, temuan.code, lang),
        fix=_isi(entri.teks("perbaikan", lang), bagian, temuan.code, lang),
        rujukan=str(temuan.data.get("rujukan") or entri.rujukan),
    )


def tempat_teks(temuan: Temuan, lang: str = "id") -> str:
    """Sheet!Cell, the sheet, the part of the package, or 'this file'."""
    if temuan.sheet:
        lembar = bersih(temuan.sheet, 40)
        return f"{lembar}!{temuan.cell}" if temuan.cell else f"{_LEMBAR[lang]} {lembar}"
    bagian = temuan.data.get("bagian")
    return tulis_nilai(bagian, lang) if bagian else _BERKAS[lang]


def _isi(teks: str, bagian: Mapping[str, Any], kode: str, lang: str) -> str:
    def satu(cocok: re.Match[str]) -> str:
        if cocok.group(1) not in bagian:
            raise KeyError(f"{kode}: no value for placeholder {{{cocok.group(1)}}}")
        return tulis_nilai(bagian[cocok.group(1)], lang)

    return _LUBANG.sub(satu, teks)
