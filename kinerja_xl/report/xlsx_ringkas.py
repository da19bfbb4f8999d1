"""First sheet of the findings workbook: the verdict of every file, with a link to its first finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.report.xlsx_lembar import MAKS_BARIS, Lembar
from kinerja_xl.verify.laporan import PUTUSAN
from kinerja_xl.verify.temuan import TINGKAT

_MAKS_TAUTAN = 60_000  # Excel allows 65,530 on a sheet
_BARIS1 = 8


def lembar_ringkasan(lembar: Lembar, isi: Mapping[str, Any], mulai: Mapping[str, int]) -> None:
    """Counts on top, then a row a file, the worst first."""
    berkas = sorted(isi["files"], key=lambda f: -PUTUSAN.index(f["verdict"]))[:MAKS_BARIS]
    _kepala(lembar, isi)
    lembar.tabel(
        _BARIS1, lembar.kata["kepala_ringkasan"], (26, 44, 34, 16, 8, 8, 11, 8, 18), len(berkas)
    )  # fmt: skip
    for nomor, satu in enumerate(berkas):
        baris = _BARIS1 + 1 + nomor
        lembar.keadaan(baris, 0, satu["verdict"])
        for kolom, nilai in enumerate((satu["path"], satu["instansi"], satu["jenis"]), 1):
            lembar.isi(baris, kolom, nilai)
        lembar.isi(baris, 4, satu["tahun"], lembar.bulat)
        for kolom, tingkat in enumerate(TINGKAT, 5):
            lembar.isi(baris, kolom, sum(t["level"] == tingkat for t in satu["findings"]), lembar.bulat)
        _tautan(lembar, baris, mulai.get(satu["path"]), nomor)


def _tautan(lembar: Lembar, baris: int, ke: int | None, nomor: int) -> None:
    if ke is None or nomor >= _MAKS_TAUTAN:
        lembar.isi(baris, 8, None)
        return
    tujuan = f"internal:'{lembar.kata['temuan']}'!A{ke}"
    lembar.ws.write_url(baris, 8, tujuan, lembar.tautan, lembar.kata["lihat"].format(n=ke))


def _kepala(lembar: Lembar, isi: Mapping[str, Any]) -> None:
    ws, kata, jumlah = lembar.ws, lembar.kata, isi["ringkasan"]
    tahun = f" {isi['tahun']}" if isi["tahun"] else ""
    ws.write_string(0, 0, f"{kata['judul']}{tahun}", lembar.judul)
    ws.write_string(1, 0, kata["petunjuk"], lembar.biasa)
    baris = [(kata["jumlah"], jumlah["berkas"])]
    nama = dict(zip(PUTUSAN, ("lulus", "peringatan", "galat", "tidak_terbaca"), strict=True))
    baris += [(lembar.umum[p], jumlah[nama[p]]) for p in reversed(PUTUSAN)]
    for nomor, (sebut, nilai) in enumerate(baris, 2):
        ws.write_string(nomor, 0, sebut, lembar.biasa)
        ws.write_number(nomor, 1, nilai, lembar.kiri)
    ws.write_string(7, 0, f"{kata['dilewati']}: {jumlah['dilewati']}; {kata['aturan']}: {isi['aturan']}", lembar.biasa)
