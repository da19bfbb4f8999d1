"""From type letter and raw text of a cell to its value."""

from __future__ import annotations

from kinerja_xl.read import batas
from kinerja_xl.read.angka import angka, bulat_tak_negatif
from kinerja_xl.read.konteks import Konteks
from kinerja_xl.read.masalah import Tempat
from kinerja_xl.read.teks import buka_lolos

Nilai = float | int | str | bool | None
_GALAT = frozenset(
    [
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#GETTING_DATA",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#BUSY!",
        "#PYTHON!",
        "#EXTERNAL!",
        "#TIMEOUT!",
    ]
)


def nilai_sel(tipe: str, mentah: str, konteks: Konteks, tempat: Tempat) -> tuple[str, Nilai]:
    """Kind and value; findings for what no honest program writes."""
    catatan = konteks.catatan
    if tipe == "n":
        hasil = angka(mentah)
        if not isinstance(hasil, str):
            return "n", hasil
        catatan.catat(hasil, tempat, mentah=mentah)
        return "kosong", None
    if tipe == "s":
        nomor = bulat_tak_negatif(mentah)
        if nomor is None or nomor >= len(konteks.teks):
            catatan.catat("BERKAS-54", tempat, bagian="teks bersama", indeks=mentah, jumlah=len(konteks.teks))
            return "kosong", None
        if konteks.kode_teks and nomor in konteks.kode_teks:
            catatan.catat(konteks.kode_teks[nomor], tempat, batas=batas.TEKS_SEL.nilai)
        return "s", konteks.teks[nomor]
    if tipe in ("str", "inlineStr"):
        return "s", _teks(mentah, konteks, tempat)
    if tipe == "b" and mentah in ("0", "1", "true", "false"):
        return "b", mentah in ("1", "true")
    if tipe == "e" and mentah in _GALAT:
        return "e", mentah
    if tipe == "d":
        catatan.catat("BERKAS-74", tempat, mentah=mentah)
        return "s", mentah
    catatan.catat("BERKAS-73", tempat, tipe=tipe, mentah=mentah)
    return "kosong", None


def _teks(mentah: str, konteks: Konteks, tempat: Tempat) -> str:
    """Text written in the cell itself."""
    hasil, kode = buka_lolos(mentah)
    if len(hasil) > batas.TEKS_SEL.nilai:
        hasil, kode = hasil[: batas.TEKS_SEL.nilai], batas.TEKS_SEL.kode
    if kode:
        konteks.catatan.catat(kode, tempat, batas=batas.TEKS_SEL.nilai)
    return hasil
