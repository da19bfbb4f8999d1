"""When each file was received: a CSV kept by whoever receives them. The date a disk shows is no evidence."""

from __future__ import annotations

import csv
import datetime
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_xl.core.errors import KinerjaError

KOLOM = ("berkas", "diterima")
_POLA = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?\Z")
_POLA_ID = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: +(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?\Z")


@dataclass(frozen=True)
class Penerimaan:
    """Time of receipt by path as the report has it, or by SHA-256 of the file."""

    waktu: dict[str, datetime.datetime] = field(default_factory=dict)

    def cari(self, jalur: str, sha256: str) -> datetime.datetime | None:
        """When a file was received; None when the list does not say. The hash goes before the path."""
        return self.waktu.get(sha256) or self.waktu.get(jalur)


def baca_penerimaan(berkas: Path) -> Penerimaan:
    """Read the list: columns berkas (path in the report, or SHA-256) and diterima; comma or semicolon."""
    try:
        teks = berkas.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as salah:
        raise KinerjaError(f"daftar penerimaan {berkas.name} tidak dapat dibaca.") from salah
    pemisah = ";" if ";" in teks.partition("\n")[0] else ","
    baris = list(csv.reader(io.StringIO(teks), delimiter=pemisah))
    judul = [satu.strip().lower() for satu in baris[0]] if baris else []
    for kolom in KOLOM:
        if kolom not in judul:
            raise KinerjaError(f"{berkas.name}: kolom '{kolom}' belum ada; baris pertama harus memuat berkas,diterima.")
    hasil: dict[str, datetime.datetime] = {}
    for ke, isi in enumerate(baris[1:], 2):
        if not any(satu.strip() for satu in isi):
            continue
        nilai = dict(zip(judul, (satu.strip() for satu in isi), strict=False))
        kunci = nilai.get("berkas", "").replace("\\", "/")
        if not kunci or kunci in hasil:
            raise KinerjaError(f"{berkas.name} baris {ke}: {'berkas kosong' if not kunci else kunci + ' dua kali'}.")
        hasil[kunci] = _waktu(nilai.get("diterima", ""), f"{berkas.name} baris {ke}")
    return Penerimaan(hasil)


def _waktu(teks: str, tempat: str) -> datetime.datetime:
    """2025-02-28 15:30, or 28/02/2025 15.30; without a time the start of the day."""
    if cocok := _POLA.match(teks):
        tahun, bulan, hari = cocok.groups()[:3]
    elif cocok := _POLA_ID.match(teks):
        hari, bulan, tahun = cocok.groups()[:3]
    else:
        raise KinerjaError(f"{tempat}: waktu '{teks}' tidak terbaca; tulis mis. 2025-02-28 15:30.")
    jam, menit, detik = (int(satu or 0) for satu in cocok.groups()[3:])
    try:
        return datetime.datetime(int(tahun), int(bulan), int(hari), jam, menit, detik)
    except ValueError as salah:
        raise KinerjaError(f"{tempat}: waktu '{teks}' tidak ada di kalender.") from salah
