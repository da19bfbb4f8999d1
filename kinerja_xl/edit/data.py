"""Data for `fill`: TOML, JSON or CSV files as one mapping of names and tables.

CSV has two columns, nama and nilai; a table cell is named table[row].column, e.g. sop_langkah[3].mulai.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.spec.manifest import Manifest, Sah

MAKS_BYTE = 20_000_000
_SEL_TABEL = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\[([0-9]{1,6})\]\.([A-Za-z0-9_]+)\Z")
_ANGKA = ("angka", "angka4", "bulat", "persen", "rupiah")


def baca_data(sumber: Mapping[str, Any] | str | Path, manifest: Manifest) -> dict[str, Any]:
    """The data as names and tables of the manifest."""
    if isinstance(sumber, Mapping):
        return _mekarkan(sumber)
    jalur = Path(sumber)
    try:
        if jalur.stat().st_size > MAKS_BYTE:
            raise KinerjaError(f"data {jalur.name} terlalu besar (lebih dari {MAKS_BYTE // 1_000_000} MB)")
    except OSError as salah:
        raise KinerjaError(f"data {jalur.name} tidak dapat dibaca: {salah.strerror}") from salah
    akhiran = jalur.suffix.lower()
    if akhiran == ".toml":
        return _mekarkan(baca_toml(jalur))
    if akhiran == ".json":
        return _mekarkan(_json(jalur))
    if akhiran == ".csv":
        return _mekarkan(_csv(jalur, manifest))
    raise KinerjaError(f"data {jalur.name}: yang dikenal .toml, .json, dan .csv")


def _json(jalur: Path) -> dict[str, Any]:
    try:
        isi = json.loads(jalur.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as salah:
        raise KinerjaError(f"data {jalur.name} bukan JSON yang sah: {salah}") from salah
    if not isinstance(isi, dict):
        raise KinerjaError(f"data {jalur.name}: harus berupa tabel nama dan nilai")
    return isi


def _csv(jalur: Path, manifest: Manifest) -> dict[str, Any]:
    try:
        teks = jalur.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as salah:
        raise KinerjaError(f"data {jalur.name} bukan teks UTF-8") from salah
    pemisah = ";" if teks.partition("\n")[0].count(";") else ","
    hasil: dict[str, Any] = {}
    for ke, baris in enumerate(csv.reader(teks.splitlines(), delimiter=pemisah), 1):
        if not any(satu.strip() for satu in baris) or (ke == 1 and baris[0].strip().lower() == "nama"):
            continue
        if len(baris) < 2:
            raise KinerjaError(f"data {jalur.name}, baris {ke}: harus ada nama dan nilai")
        nama = baris[0].strip()
        tipe, sah = _tipe(nama, manifest)
        isi = baris[1].strip()
        hasil[nama] = isi if sah and sah.berkata(isi) else _nilai(isi, tipe, f"data {jalur.name}, baris {ke} ({nama})")
    return hasil


def _tipe(nama: str, manifest: Manifest) -> tuple[str, Sah | None]:
    cocok = _SEL_TABEL.match(nama)
    if not cocok:
        ada = manifest.sel_bernama.get(nama)
        return (ada[1].tipe, ada[1].sah) if ada else ("teks", None)
    tabel = manifest.tabel.get(cocok.group(1))
    if tabel is None or cocok.group(3) not in tabel.kolom:
        return "teks", None
    sel = manifest.lembar_bernama[tabel.lembar].peta[tabel.baris1, tabel.kolom[cocok.group(3)]]
    return sel.tipe, sel.sah


def _nilai(teks: str, tipe: str, tempat: str) -> Any:
    """A number of a CSV cell: 93,75 and 93.75 are the same; 1.234 could be either and is refused."""
    if tipe not in _ANGKA or not teks:
        return teks
    if re.fullmatch(r"-?[0-9]{1,3}\.[0-9]{3}", teks):
        raise KinerjaError(f"{tempat}: '{teks}' dapat dibaca ribuan atau pecahan; tulis tanpa titik ribuan")
    if not re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", teks):
        raise KinerjaError(f"{tempat}: '{teks}' bukan angka")
    angka = float(teks.replace(",", "."))
    return int(angka) if angka.is_integer() else angka


def _mekarkan(data: Mapping[str, Any]) -> dict[str, Any]:
    """table[3].kolom = nilai becomes table = {"3": {kolom: nilai}}."""
    hasil: dict[str, Any] = {}
    for nama, nilai in data.items():
        cocok = _SEL_TABEL.match(nama)
        if not cocok:
            hasil[nama] = nilai
            continue
        tabel = hasil.setdefault(cocok.group(1), {})
        if not isinstance(tabel, dict):
            raise KinerjaError(f"data: tabel '{cocok.group(1)}' diisi dengan dua cara sekaligus")
        tabel.setdefault(cocok.group(2), {})[cocok.group(3)] = nilai
    return hasil
