"""Numbers, dates and times that a person wrote as text: what they mean, in the Indonesian way of writing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_BULAN = {
    nama: ke
    for ke, semua in enumerate(
        (
            "januari jan january", "februari feb pebruari peb february", "maret mar march", "april apr", "mei may",
            "juni jun june", "juli jul july", "agustus agu agt ags aug august", "september sep sept",
            "oktober okt oct october", "november nov nopember nop", "desember des dec december",
        ), 1,
    )
    for nama in semua.split()
}  # fmt: skip
_HARI = re.compile(r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s+", re.IGNORECASE)
_TANGGAL = re.compile(r"(\d{1,2})\s*[-/. ]\s*([A-Za-z]{3,10}|\d{1,2})\.?\s*[-/. ]\s*(\d{4}|\d{2})\Z")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_JAM = re.compile(r"(?:pukul|jam|pkl\.?)?\s*(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?\s*(?:wib|wita|wit)?\Z", re.IGNORECASE)
_JAM_EKOR = re.compile(
    r"\s*,?\s*(?:pukul|jam|pkl\.?)?\s+(\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s*(?:wib|wita|wit)?)\Z", re.IGNORECASE
)
_RIBUAN = re.compile(r"[-+]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*\Z")
_RIBUAN_DESIMAL = re.compile(r"[-+]?\d{1,3}(?:(?:\.\d{3})+,\d{1,9}|(?:,\d{3})+\.\d{1,9})\Z")
_DESIMAL = re.compile(r"[-+]?\d{1,15}(?:[.,]\d{1,15})?\Z")
_EKOR_UANG = re.compile(r",-+\Z|\.-+\Z")
MAKS = 60


@dataclass(frozen=True)
class AngkaTeks:
    """A number written as text. lain: the other reading of 1.234; persen, uang: a % or Rp stands beside it."""

    nilai: float
    lain: float | None = None
    persen: bool = False
    uang: bool = False


def rapat(teks: str) -> str:
    """The text with full-width digits made plain, every kind of space one, invisible signs gone."""
    polos = unicodedata.normalize("NFKC", teks[: MAKS * 2])
    return " ".join("".join(h for h in polos if unicodedata.category(h) != "Cf").split())


def angka_teks(teks: str) -> AngkaTeks | None:
    """The number that "97,5", "Rp 1.250.000,00", "97,5 %" or "1.234" stands for; None for any other text."""
    if len(teks) > MAKS:
        return None
    isi = rapat(teks)
    uang = isi[:2].lower() == "rp"
    if uang:
        isi = _EKOR_UANG.sub("", isi[2:].lstrip(". "))
    persen = isi.endswith("%") or isi.lower().endswith(" persen")
    isi = isi.removesuffix("%").strip() if isi.endswith("%") else re.sub(r"\s+persen\Z", "", isi, flags=re.IGNORECASE)
    isi = re.sub(r"(?<=\d) (?=\d{3}(?:\D|\Z))", "", isi)
    if _RIBUAN_DESIMAL.match(isi):
        desimal = max(isi.rfind(","), isi.rfind("."))
        return AngkaTeks(float(re.sub(r"[.,]", "", isi[:desimal]) + "." + isi[desimal + 1 :]), None, persen, uang)
    if _RIBUAN.match(isi):
        bulat = float(re.sub(r"[.,]", "", isi))
        satu = len(re.findall(r"[.,]", isi)) == 1
        ragu = satu and not uang and isi.lstrip("+-")[0] != "0"
        if satu and isi.lstrip("+-").startswith("0"):
            return AngkaTeks(float(isi.replace(",", ".")), None, persen, uang)
        return AngkaTeks(bulat, float(isi.replace(",", ".")) if ragu else None, persen, uang)
    if _DESIMAL.match(isi):
        return AngkaTeks(float(isi.replace(",", ".")), None, persen, uang)
    return None


def tanggal_teks(teks: str) -> date | None:
    """The date that "31 Januari 2025", "Jumat, 31-1-2025" or "2025-01-31" (a time behind it or not) stands for."""
    if len(teks) > MAKS:
        return None
    isi = _JAM_EKOR.sub("", _HARI.sub("", rapat(teks), count=1))
    cocok = _ISO.match(isi)
    if cocok:
        return _tanggal(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    cocok = _TANGGAL.match(isi)
    if not cocok:
        return None
    bulan = int(cocok[2]) if cocok[2].isdigit() else _BULAN.get(cocok[2].lower(), 0)
    tahun = int(cocok[3]) + (2000 if len(cocok[3]) == 2 else 0)
    return _tanggal(tahun, bulan, int(cocok[1]))


def jam_teks(teks: str) -> tuple[int, int] | None:
    """Hour and minute of "08.00", "pukul 8:30 WITA" or "31 Januari 2025 08.00"; None when there is none."""
    if len(teks) > MAKS:
        return None
    isi = rapat(teks)
    cocok = _JAM.match(isi)
    if cocok is None and (ekor := _JAM_EKOR.search(isi)) is not None:
        cocok = _JAM.match(ekor[1])
    if cocok is None or int(cocok[1]) > 23 or int(cocok[2]) > 59:
        return None
    return int(cocok[1]), int(cocok[2])


def _tanggal(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        return None
