"""Targets and steps of one file on a terminal; on a narrow one each target takes two lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from kinerja_xl.core.sel import tulis
from kinerja_xl.report.aman import log
from kinerja_xl.report.teks_baris import potong, sejajar
from kinerja_xl.verify.laporan import HasilBerkas

MAKS_TARGET = 40
_NAMA = range(12, 49)  # columns for the name of an indicator
_ANGKA = range(2, 5)
Baris = tuple[str, ...]


def target(satu: HasilBerkas, kata: dict[str, Any], lebar: int) -> Iterator[Text]:
    """Table of targets, literal readings beside."""
    if not satu.targets:
        return
    yield Text(f"  {kata['target']}", style="bold")
    baris = []
    for isi in satu.targets[:MAKS_TARGET]:
        baris.append(_baris(isi, kata, isi["kode"], isi["nama"]))
        if "harfiah" in isi:
            baris.append(_baris(isi["harfiah"], kata, isi["kode"], f"({kata['harfiah']})"))
    yield from _tabel(baris, kata, lebar)
    if len(satu.targets) > MAKS_TARGET:
        yield Text(f"    {kata['lagi'].format(n=len(satu.targets) - MAKS_TARGET)}", style="dim")


def _tabel(baris: list[Baris], kata: dict[str, Any], lebar: int) -> Iterator[Text]:
    kepala: Baris = kata["kepala"]
    lain = sum(max(len(b[k]) for b in [kepala, *baris]) + 2 for k in range(len(kepala)) if k != 1) + 4
    sisa = lebar - lain - 1
    if sisa < _NAMA.start:
        for b in baris:
            yield Text(f"    {b[0]}  {potong(b[1], max(lebar - len(b[0]) - 7, _NAMA.start))}")
            yield Text("      " + ", ".join(f"{kepala[k].lower()} {b[k]}" for k in _ANGKA) + f": {b[5]}")
        return
    nama = min(sisa, _NAMA.stop - 1)
    yield from sejajar([kepala, *((b[0], potong(b[1], nama), *b[2:]) for b in baris)], _ANGKA)


def _baris(isi: dict[str, Any], kata: dict[str, Any], kode: str, nama: str) -> Baris:
    angka = (_angka(isi[k]) for k in ("target", "realisasi", "capaian"))
    return (log(kode, 20), log(nama, 200), *angka, kata[isi["status"]])


def _angka(nilai: Any) -> str:
    return "-" if nilai is None else log(tulis(nilai), 20)


def langkah(satu: HasilBerkas, kata: dict[str, Any]) -> Iterator[Text]:
    """One line: how many steps were on time, late, unfinished, incomplete."""
    if not satu.langkah:
        return
    urut = ("tepat", "terlambat", "belum-selesai", "tidak-lengkap")
    jumlah = {s: sum(isi["status"] == s for isi in satu.langkah) for s in urut}
    isi = ", ".join(f"{n} {kata[s]}" for s, n in jumlah.items() if n)
    yield Text.assemble((f"  {kata['langkah']}: ", "bold"), isi)
