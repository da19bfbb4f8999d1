"""Data for --resep and --bandingkan: TOML, JSON or CSV, or cells of a workbook, as arguments by name."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, periksa_kunci, saran
from kinerja_xl.functions import get

MAKS_BYTE = 20_000_000
KETERANGAN = ("fungsi", "judul", "sumber", "tahun", "terbit", "padanan", "catatan")
_TERBIT = {"nilai", "mutu", "sumber"}
_ANGKA = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?\Z")
_RIBUAN = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}\Z")
_NOMOR = {"no", "no.", "nomor"}


@dataclass(frozen=True)
class Terbit:
    """One published value: number or text as printed, the class published beside it, where it stands."""

    nilai: Any
    mutu: str | None = None
    sumber: str = ""


@dataclass(frozen=True)
class DataResep:
    """What a data file holds. argumen: by name of the function; padanan: old indicator name -> new one."""

    fungsi: str
    argumen: dict[str, Any]
    tahun: int | None = None
    judul: str = ""
    sumber: str = ""
    catatan: str = ""
    terbit: tuple[Terbit, ...] = ()
    padanan: dict[str, str] = field(default_factory=dict)


def baca_data_resep(teks: str, nama: str | None, tahun: int | None) -> DataResep:
    """The data at a path, or at 'buku.xlsx!Lembar!B5:J154'. nama, tahun: function and year asked for on the line."""
    bagian = teks.rsplit("!", 2)
    if len(bagian) == 3:
        from kinerja_xl.cli.eval import _argumen

        isi = _argumen(teks)
        if isinstance(isi, str):
            raise KinerjaError(f"'{teks}' bukan daerah sel; tulis misalnya buku.xlsx!Lembar!B5:J154")
        return _dari_sel(isi, nama, tahun, f"{Path(bagian[0]).name}, {bagian[1]}!{bagian[2]}")
    jalur = Path(teks)
    _periksa_berkas(jalur)
    akhiran = jalur.suffix.lower()
    if akhiran == ".csv":
        return _dari_sel(_csv(jalur), nama, tahun, jalur.name)
    if akhiran == ".toml":
        return _susun(baca_toml(jalur), nama, tahun, jalur.name)
    if akhiran == ".json":
        return _susun(_json(jalur), nama, tahun, jalur.name)
    raise KinerjaError(f"data {jalur.name}: yang dikenal .toml, .json, .csv, atau buku.xlsx!Lembar!B5:J154")


def _periksa_berkas(jalur: Path) -> None:
    if not jalur.is_file():
        raise KinerjaError(f"data '{jalur}' tidak ada")
    if jalur.stat().st_size > MAKS_BYTE:
        raise KinerjaError(f"data {jalur.name} terlalu besar (lebih dari {MAKS_BYTE // 1_000_000} MB)")


def _json(jalur: Path) -> dict[str, Any]:
    try:
        isi = json.loads(jalur.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as salah:
        raise KinerjaError(f"data {jalur.name} bukan JSON yang sah: {salah}") from salah
    if not isinstance(isi, dict):
        raise KinerjaError(f"data {jalur.name}: harus berupa tabel nama dan nilai")
    return isi


def _susun(isi: Mapping[str, Any], nama: str | None, tahun: int | None, berkas: str) -> DataResep:
    tertulis = isi.get("fungsi")
    if nama is None and not isinstance(tertulis, str):
        raise KinerjaError(f'data {berkas}: tulis fungsi = "IKM_DARI_NRR", atau sebutkan nama fungsi di perintah')
    if nama is not None and isinstance(tertulis, str) and get(nama).nama != get(tertulis).nama:
        raise KinerjaError(f"data {berkas} untuk {get(tertulis).nama}, tetapi perintah meminta {get(nama).nama}")
    for kunci, jenis, sebutan in (("tahun", int, "bilangan bulat"), ("padanan", dict, "tabel")):
        if kunci in isi and (isinstance(isi[kunci], bool) or not isinstance(isi[kunci], jenis)):
            raise KinerjaError(f"data {berkas}: {kunci} harus {sebutan}")
    return DataResep(
        get(nama or str(tertulis)).nama, {k: v for k, v in isi.items() if k not in KETERANGAN},
        tahun if tahun is not None else isi.get("tahun"), str(isi.get("judul", "")), str(isi.get("sumber", "")),
        str(isi.get("catatan", "")), _terbit(isi.get("terbit", []), berkas), dict(isi.get("padanan", {})),
    )  # fmt: skip


def _terbit(isi: Any, berkas: str) -> tuple[Terbit, ...]:
    hasil = []
    for ke, satu in enumerate(isi if isinstance(isi, list) else [isi], 1):
        if isinstance(satu, Mapping):
            periksa_kunci(satu, {"nilai"}, _TERBIT, f"data {berkas}, terbit ke-{ke}")
            mutu = satu.get("mutu")
            hasil.append(Terbit(satu["nilai"], None if mutu is None else str(mutu), str(satu.get("sumber", ""))))
        else:
            hasil.append(Terbit(satu))
    return tuple(hasil)


def _csv(jalur: Path) -> list[list[Any]]:
    try:
        teks = jalur.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as salah:
        raise KinerjaError(f"data {jalur.name} bukan teks UTF-8") from salah
    pemisah = next((p for p in ";\t" if p in teks.partition("\n")[0]), ",")
    baris = [b for b in csv.reader(teks.splitlines(), delimiter=pemisah) if any(s.strip() for s in b)]
    if not baris:
        raise KinerjaError(f"data {jalur.name} kosong")
    if not all(not s.strip() or _ANGKA.match(s.strip()) for s in baris[0]):
        buang = baris[0][0].strip().lower() in _NOMOR
        baris = [b[1:] if buang else b for b in baris[1:]]
    return [[_sel(s.strip(), jalur.name, b, k) for k, s in enumerate(satu, 1)] for b, satu in enumerate(baris, 1)]


def _sel(teks: str, berkas: str, baris: int, kolom: int) -> Any:
    if not teks:
        return None
    if _RIBUAN.match(teks) and not teks.startswith(("0.", "-0.")) and len(teks.partition(".")[0]) > 1:
        raise KinerjaError(f"data {berkas}: '{teks}' dapat dibaca ribuan atau pecahan", baris=baris, kolom=kolom)
    if not _ANGKA.match(teks):
        raise KinerjaError(f"data {berkas}: '{teks}' bukan angka", baris=baris, kolom=kolom)
    angka = float(teks.replace(",", "."))
    return int(angka) if angka.is_integer() and "." not in teks and "," not in teks else angka


def _dari_sel(isi: Any, nama: str | None, tahun: int | None, sumber: str) -> DataResep:
    baris = isi if isinstance(isi, list) else [[isi]]
    fungsi = get(nama) if nama is not None else get(_tebak(baris))
    utama = next((a for a in fungsi.argumen if a.jenis == "rentang"), None)
    if utama is None:
        raise KinerjaError(f"{fungsi.nama} tidak memakai rentang; tulis datanya dalam berkas .toml atau .json")
    return DataResep(fungsi.nama, {utama.nama: baris}, tahun, sumber=sumber)


def _tebak(baris: list[list[Any]]) -> str:
    """Answers of a survey, or one row of averages; anything else must be named."""
    lebar = {len(b) for b in baris}
    if lebar in ({9}, {14}):
        bulat = all(n is None or float(n).is_integer() for b in baris for n in b if not isinstance(n, str))
        return "IKM_SCORE" if len(baris) > 1 or bulat else "IKM_DARI_NRR"
    raise KinerjaError("data ini tidak menyebut fungsinya; tulis misalnya: kinerja rules IKPA_SCORE --resep ...")


def susun_argumen(data: DataResep) -> list[Any]:
    """Arguments in the order of the function, its year included; unknown names are refused."""
    fungsi = get(data.fungsi)
    isi = dict(data.argumen)
    if isinstance(isi.get("skor"), Mapping):
        isi["skor"] = _baris_skor(fungsi, isi["skor"], data.tahun)
    dikenal = [a.nama for a in fungsi.argumen if a.nama != "tahun"]
    for kunci in isi:
        if kunci not in dikenal:
            raise KinerjaError(f"data: '{kunci}' bukan argumen {fungsi.nama}.{saran(kunci, [*dikenal, *KETERANGAN])}")
    for argumen in fungsi.argumen:
        if argumen.nama == "tahun" and not argumen.opsional and data.tahun is None:
            raise KinerjaError(f"{fungsi.nama} perlu tahun anggaran; tulis 'tahun = 2024' di data atau pakai --tahun")
    return [data.tahun if a.nama == "tahun" else isi.get(a.nama) for a in fungsi.argumen]


def _baris_skor(fungsi: Any, skor: Mapping[str, Any], tahun: int | None) -> list[list[Any]]:
    """Named scores as the rows of the year's version."""
    from kinerja_xl.iku.ikpa import bobot

    masa = fungsi.masa(tahun)
    nama = [*bobot(masa), *(["pengurang"] if masa.bulat("baris_pengurang") else [])]
    for satu in skor:
        if satu not in nama:
            raise KinerjaError(f"data: indikator '{satu}' tidak ada dalam {masa.judul}.{saran(satu, nama)}")
    return [[skor.get(n)] for n in nama]
