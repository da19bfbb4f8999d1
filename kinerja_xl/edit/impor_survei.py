"""A survey export into the answers of an `ikm` workbook: nothing guessed, nothing dropped in silence.

Columns are known by the name of the unsur (impor_survei_kolom), words by data (impor_survei_nilai). Every value that
cannot be kept is named with its row and column, and then nothing is imported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, periksa_kunci
from kinerja_xl.core.sel import tulis
from kinerja_xl.edit.impor_survei_baris import Kerja, baca_baris, isi_sel
from kinerja_xl.edit.impor_survei_berkas import Lembaran, baca_lembaran, lebar_csv
from kinerja_xl.edit.impor_survei_kolom import Kepala, baca_pinta, cari_kepala
from kinerja_xl.edit.impor_survei_nilai import (
    Kamus,
    baca_kamus,
    urutan_tanggal,
)
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik
from kinerja_xl.spec.survei import rapi

TABEL, LAYANAN = "ikm_jawaban", "ikm_layanan"
MAKS_SEBUT = 12  # wrong values told one by one; the rest is counted


@dataclass(frozen=True)
class Ekspor:
    """What an export gives: `fill` data, and lines that tell the person what was done."""

    data: Mapping[str, Any]
    catatan: tuple[str, ...]


def ekspor_survei(jalur: Path, manifest: Manifest) -> bool:
    """Is this data file a survey export for this workbook (and not names with values)?"""
    if jalur.suffix.lower() == ".xlsx":
        return True
    return jalur.suffix.lower() == ".csv" and TABEL in manifest.tabel and lebar_csv(jalur) > 2


def baca_ekspor(
    jalur: Path, manifest: Manifest, masukan: Mapping[Titik, Nilai], *, peta: Path | None = None, tambah: bool = False
) -> Ekspor:
    """Respondents of an export as `fill` data for the workbook.

    masukan: what the workbook holds now; tambah: put them below the respondents already there. peta: the person's
    own map of headings and words. Raises KinerjaError that names every heading, row and column at fault.
    """
    if TABEL not in manifest.tabel:
        raise KinerjaError(f"ekspor survei hanya dapat dimasukkan ke buku kerja ikm; buku ini {manifest.templat}")
    pinta, kamus, nama_lembar = _peta(peta)
    lembaran, kepala = _pilih_lembar(jalur, pinta, nama_lembar)
    kerja = Kerja(manifest, lembaran, kepala, kamus, _layanan(manifest, masukan))
    kunci_tanggal = kepala.kolom.get("tanggal")
    yakin = True
    if kunci_tanggal is not None:
        isi = (isi_sel(b, kunci_tanggal) for b in lembaran.baris[kepala.mulai :])
        kerja.bulan_dulu, yakin = urutan_tanggal(isi)
    responden, kosong = baca_baris(kerja)
    if kerja.salah:
        raise KinerjaError(_semua_salah(jalur.name, kerja.salah))
    if not responden:
        raise KinerjaError(f"ekspor {jalur.name}, lembar {lembaran.nama}: tidak ada baris responden di bawah judul")
    mulai = _mulai(manifest, masukan, tambah)
    _muat(jalur.name, len(responden), manifest, mulai)
    data: dict[str, Any] = {TABEL: {str(mulai + n): satu for n, satu in enumerate(responden)}}
    if kerja.baru:
        data[LAYANAN] = _layanan_baru(kerja, masukan)
    return Ekspor(data, tuple(_laporan(kerja, jalur.name, len(responden), kosong, yakin)))


def _peta(berkas: Path | None) -> tuple[dict[str, str], Kamus, str]:
    if berkas is None:
        return {}, Kamus(), ""
    data = baca_toml(berkas)
    periksa_kunci(data, set(), {"kolom", "jawaban", "nilai", "lembar"}, berkas.name)
    return baca_pinta(data.get("kolom", {}), berkas.name), baca_kamus(data, berkas.name), str(data.get("lembar", ""))


def _pilih_lembar(jalur: Path, pinta: Mapping[str, str], nama: str) -> tuple[Lembaran, Kepala]:
    semua = baca_lembaran(jalur)
    dipilih = [s for s in semua if not nama or s.nama.casefold() == nama.casefold()]
    ada = [(s, k) for s in dipilih if (k := cari_kepala(s.baris, pinta, f"ekspor {jalur.name}, lembar {s.nama}"))]
    if len(ada) == 1:
        return ada[0]
    sebut = ", ".join(s.nama for s in semua)
    if not ada:
        raise KinerjaError(
            f"ekspor {jalur.name}: tidak ada baris judul yang menyebut unsur pelayanan (lembar yang dibaca: {sebut}). "
            "Judul kolom harus memuat nama unsur, misalnya 'Persyaratan' dan 'Sarana dan prasarana'."
        )
    raise KinerjaError(
        f"ekspor {jalur.name}: lebih dari satu lembar berisi jawaban ({', '.join(s.nama for s, _ in ada)}); "
        'sebut salah satu dalam berkas --peta, misalnya lembar = "Jawaban"'
    )


def _isi_kolom(manifest: Manifest, masukan: Mapping[Titik, Nilai], nama: str, kunci: str) -> list[Nilai]:
    tabel = manifest.tabel[nama]
    return [masukan.get((tabel.lembar, b, tabel.kolom[kunci])) for b in range(tabel.baris1, tabel.baris2 + 1)]


def _layanan(manifest: Manifest, masukan: Mapping[Titik, Nilai]) -> dict[str, str]:
    isi = _isi_kolom(manifest, masukan, LAYANAN, "layanan")
    return {rapi(satu): tulis(satu) for satu in isi if satu not in (None, "")}


def _layanan_baru(kerja: Kerja, masukan: Mapping[Titik, Nilai]) -> dict[str, dict[str, str]]:
    kosong = [n for n, s in enumerate(_isi_kolom(kerja.manifest, masukan, LAYANAN, "layanan"), 1) if s in (None, "")]
    if len(kosong) < len(kerja.baru):
        raise KinerjaError(
            f"ekspor menyebut {len(kerja.baru)} layanan yang belum ada dalam daftar "
            f"({', '.join(kerja.baru[:MAKS_SEBUT])}), padahal sisa barisnya {len(kosong)}. Samakan namanya, beri arti "
            "dengan --peta ([nilai.layanan]), atau buat buku dengan [baris] layanan yang lebih besar di profil."
        )
    return {str(n): {"layanan": nama} for n, nama in zip(kosong, kerja.baru, strict=False)}


def _mulai(manifest: Manifest, masukan: Mapping[Titik, Nilai], tambah: bool) -> int:
    """First free row of the table; respondents already there are never written over."""
    tabel = manifest.tabel[TABEL]
    terisi = [
        b - tabel.baris1 + 1
        for (lembar, b, k), nilai in masukan.items()
        if lembar == tabel.lembar and tabel.baris1 <= b <= tabel.baris2 and nilai not in (None, "")
    ]
    if terisi and not tambah:
        raise KinerjaError(
            f"lembar {tabel.lembar} sudah berisi responden (sampai baris ke-{max(terisi)}); pakai buku yang kosong, "
            "atau tambahkan --tambah untuk menaruh ekspor ini di bawahnya"
        )
    return max(terisi, default=0) + 1


def _muat(nama: str, banyak: int, manifest: Manifest, mulai: int) -> None:
    tabel = manifest.tabel[TABEL]
    sisa = tabel.baris2 - tabel.baris1 + 2 - mulai
    if banyak > sisa:
        perlu = banyak + mulai - 1
        raise KinerjaError(
            f"ekspor {nama} berisi {banyak} responden, tabel {TABEL} hanya punya {sisa} baris kosong. "
            f"Buat buku yang lebih besar: tulis di profil [baris] responden = {perlu}, lalu jalankan "
            "kinerja generate ikm dan ulangi."
        )


def _semua_salah(nama: str, salah: Sequence[str]) -> str:
    sebut = "; ".join(salah[:MAKS_SEBUT])
    lagi = f"; dan {len(salah) - MAKS_SEBUT} nilai lain" if len(salah) > MAKS_SEBUT else ""
    return (
        f"ekspor {nama}: {len(salah)} nilai tidak dapat dibaca, jadi tidak ada yang dimasukkan: {sebut}{lagi}. "
        'Perbaiki ekspornya, atau tulis artinya dalam berkas --peta, misalnya [jawaban] "sangat tidak puas" = 1'
    )


def _laporan(kerja: Kerja, nama: str, banyak: int, kosong: Sequence[int], yakin: bool) -> Iterator[str]:
    yield f"{nama}: {banyak} responden dimasukkan."
    yield from kerja.lembaran.catatan
    yield from kerja.kepala.catatan
    if kerja.kepala.tak_dipakai:
        yield f"Kolom yang tidak disalin: {', '.join(kerja.kepala.tak_dipakai)}."
    if kosong:
        sebut = ", ".join(map(str, kosong[:MAKS_SEBUT]))
        yield f"{len(kosong)} baris tanpa isi pada kolom yang dikenal dilewati: baris {sebut}."
    if kerja.tanda:
        yield f"{kerja.tanda} sel berisi tanda seperti '-' dibaca sebagai kosong."
    if kerja.baru:
        yield f"Layanan baru ditambahkan ke daftar: {', '.join(kerja.baru)}."
    for (judul, asal, hasil), kali in sorted(kerja.lain.items()):
        yield f"{judul} '{asal}' dicatat sebagai {hasil} ({kali} responden)."
    if kerja.bulan_dulu:
        yield "Tanggal dibaca bulan/hari/tahun, karena ada angka kedua di atas 12."
    elif not yakin:
        yield "Tanggal dibaca hari/bulan/tahun; ekspornya tidak menunjukkan urutannya."
