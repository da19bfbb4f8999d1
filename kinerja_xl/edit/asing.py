"""A workbook of nobody's template: its tables found by the words of their headers, its rows by the indicators' names.

Nothing is guessed beyond that: a row whose indicator the profile does not have, and every filled cell that belongs to
no recognised column, is listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.build.buat import susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.core.nama import alamat
from kinerja_xl.edit.pindah_hasil import HasilPindah
from kinerja_xl.edit.pindah_isi import SUDAH_TERISI
from kinerja_xl.edit.pindah_panen import Butir
from kinerja_xl.read.buku import Buku, Lembar
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil

BARIS_KEPALA = 40  # rows of a sheet that may hold a header
MIRIP = 0.9  # share of equal letters from which two indicator names are the same but for a slip
_TAHUN = re.compile(r"(?:tahun|anggaran|ta)\s*:?\s*(20\d\d)", re.IGNORECASE)
_AWAL = ("indikator", "program")  # the column that tells what a row is about
TANPA_KOLOM, TANPA_INDIKATOR = "judul kolomnya tidak dikenali", "indikator tidak ada dalam profil"
TANPA_TEMPAT, BUKAN_ANGKA = "templat tidak punya tempat untuk isi ini", "bukan angka"


@dataclass(frozen=True)
class TabelAsing:
    """A recognised table: kolom maps column numbers to our keys."""

    lembar: Lembar
    kepala: int
    kolom: Mapping[int, str]
    awal: str


def pindahkan_asing(
    buku: Buku, jenis: str, tahun: int, profil: Profil, lang: str = "id"
) -> tuple[Manifest, dict[Titik, Nilai], HasilPindah]:
    """The template of the profile with what was recognised, and the list of all that was not."""
    tabel = [satu for lembar in buku.lembar for satu in cari_tabel(lembar)]
    if not any(t.awal == "indikator" for t in tabel):
        raise KinerjaError(
            "tidak ada tabel yang dikenali: pada satu baris harus ada judul kolom Indikator (Kinerja) dan "
            "sedikitnya satu dari Target, Realisasi, Satuan."
        )
    manifest, awal = susun(jenis, tahun, profil, lang=lang)
    ubah = _Pengubah(manifest, tahun, tahun_asing(buku))
    masukan = terapkan(manifest, awal)
    for satu in tabel:
        ubah.tabel(satu)
    masukan.update(ubah.masukan)
    for lembar in buku.lembar:
        ubah.sisa(lembar)
    hasil = HasilPindah("asing", manifest.templat, ubah.tahun_lama, tahun, ubah.dipindah, ubah.tanpa)
    return manifest, masukan, hasil


def tahun_asing(buku: Buku) -> int | None:
    """The one year that titles of the workbook name; None when they name none or several."""
    ada = {
        int(t)
        for lembar in buku.lembar
        for (b, _), sel in lembar.sel.items()
        if b <= BARIS_KEPALA and isinstance(sel.nilai, str) and len(sel.nilai) < 200
        for t in _TAHUN.findall(sel.nilai)
    }
    return ada.pop() if len(ada) == 1 else None


@cache
def _pola() -> tuple[tuple[tuple[str, ...], str], ...]:
    isi = baca_toml(Path(__file__).with_name("asing.toml"))["kolom"]
    semua = [(tuple(pola.split()), kunci) for kunci, daftar in isi.items() for pola in daftar]
    return tuple(sorted(semua, key=lambda satu: -len(satu[0])))


def kenali_judul(teks: Any) -> str:
    """Our key for a header text; '' when it is none of ours."""
    if not isinstance(teks, str) or len(teks) > 120:
        return ""
    kata = _rapi(teks).split()
    return next((kunci for pola, kunci in _pola() if set(pola) <= set(kata)), "")


def cari_tabel(lembar: Lembar) -> Iterator[TabelAsing]:
    """Tables of a sheet: a header row (or two, the upper one merged) with the row's subject and one more column."""
    baris: dict[int, dict[int, Nilai]] = {}
    for (b, k), sel in lembar.sel.items():
        if b <= BARIS_KEPALA and isinstance(sel.nilai, str):
            baris.setdefault(b, {})[k] = sel.nilai
    sudah = 0
    for b in sorted(baris):
        kolom: dict[int, str] = {}
        for k, teks in sorted(baris[b].items()):
            kunci = kenali_judul(teks)
            if kunci and kunci not in kolom.values():
                kolom[k] = kunci
        awal = next((a for a in _AWAL if a in kolom.values()), "")
        if b <= sudah or not awal or len(kolom) < 2:
            continue
        bawah = _dua_tingkat(lembar, b, kolom, baris.get(b + 1, {}))
        sudah = b + bool(bawah)
        yield TabelAsing(lembar, sudah, {**{k: v for k, v in kolom.items() if k not in bawah}, **bawah}, awal)


def _dua_tingkat(lembar: Lembar, b: int, kolom: Mapping[int, str], bawah: Mapping[int, Nilai]) -> dict[int, str]:
    """'Target' over 'TW I', 'TW II' ...: the columns of the lower header under a merged upper one."""
    hasil: dict[int, str] = {}
    for k, kunci in kolom.items():
        if kunci not in ("target", "realisasi"):
            continue
        sampai = next((d for a, c, _, d in lembar.gabungan if (a, c) == (b, k)), k)
        for lain in range(k, sampai + 1):
            bertingkat = kenali_judul(f"{kunci} {bawah.get(lain, '')}".replace(kunci.upper(), ""))
            hasil.update({lain: bertingkat} if bertingkat.startswith(f"{kunci}_tw") else {})
            nomor = kenali_judul(f"{kunci} tw {bawah.get(lain, '')}")
            hasil.update({lain: nomor} if nomor.startswith(f"{kunci}_tw") else {})
    return hasil


class _Pengubah:
    """Collects places and values; whatever it takes is marked, the rest is listed by `sisa`."""

    def __init__(self, manifest: Manifest, tahun: int, tahun_lama: int | None) -> None:
        self.manifest, self.tahun_lama = manifest, tahun_lama
        self.gulir = tahun_lama is not None and tahun_lama == tahun - 1
        isi: Any = manifest.konteks["indikator"]
        self.indikator: list[Mapping[str, Any]] = list(isi)
        self.masukan: dict[Titik, Nilai] = {}
        self.tanpa: list[Butir] = []
        self.dipindah = 0
        self.terpakai: set[tuple[str, int, int]] = set()
        self.program = 0

    def tabel(self, satu: TabelAsing) -> None:
        """All rows of one recognised table."""
        kolom_awal = next(k for k, kunci in satu.kolom.items() if kunci == satu.awal)
        nama = satu.lembar.nama
        self.terpakai.update((nama, satu.kepala - n, k) for n in (0, 1) for k in satu.kolom)
        for b in sorted({b for b, _ in satu.lembar.sel if b > satu.kepala}):
            isi = {kunci: (k, satu.lembar.sel[b, k]) for k, kunci in satu.kolom.items() if (b, k) in satu.lembar.sel}
            sebutan = satu.lembar.sel.get((b, kolom_awal))
            if sebutan is None or not isinstance(sebutan.nilai, str) or not sebutan.nilai.strip():
                continue
            milik = self._cari(sebutan.nilai) if satu.awal == "indikator" else None
            if satu.awal == "indikator" and milik is None:
                for k, sel in isi.values():
                    self._tolak(satu.lembar, b, k, sel.nilai, TANPA_INDIKATOR)
                continue
            if milik is None:
                self.program += 1
            for kunci, (k, sel) in isi.items():
                self._isi(satu.lembar, b, k, kunci, sel.nilai, milik)

    def _cari(self, nama: str) -> Mapping[str, Any] | None:
        """The indicator of this name; a slip of some letters is allowed when only one is that near."""
        rapi = _rapi(nama)
        sama = [r for r in self.indikator if _rapi(str(r["nama"])) == rapi]
        dekat = sama or [
            r
            for r in self.indikator
            if len(rapi) < 400 and SequenceMatcher(None, _rapi(str(r["nama"])), rapi).ratio() >= MIRIP
        ]
        return dekat[0] if len(dekat) == 1 else None

    def _isi(self, lembar: Lembar, b: int, k: int, kunci: str, nilai: Nilai, milik: Mapping[str, Any] | None) -> None:
        if nilai in (None, ""):
            return
        tetap = {"indikator": "nama", "kode": "kode", "satuan": "satuan"}.get(kunci, "")
        if milik is not None and tetap:
            if tetap == "nama" or _rapi(str(milik[tetap])) == _rapi(str(nilai)):
                self.terpakai.add((lembar.nama, b, k))
            else:
                self._tolak(lembar, b, k, nilai, f"berbeda dari profil: {milik[tetap]}")
            return
        titik = self._tempat(kunci, milik)
        sel = self.manifest.sel(titik) if titik else None
        if titik is None or sel is None or sel.peran != "isian":
            self._tolak(lembar, b, k, nilai, TANPA_TEMPAT)
        elif isinstance(nilai, bool) or (sel.tipe not in ("teks", "pilihan") and not isinstance(nilai, (int, float))):
            self._tolak(lembar, b, k, nilai, BUKAN_ANGKA)
        elif titik in self.masukan:
            self._tolak(lembar, b, k, nilai, SUDAH_TERISI)
        else:
            self.masukan[titik] = nilai
            self.terpakai.add((lembar.nama, b, k))
            self.dipindah += 1

    def _tempat(self, kunci: str, milik: Mapping[str, Any] | None) -> Titik | None:
        if milik is None:
            tabel = self.manifest.tabel.get("pk_program")
            if tabel is None or kunci not in tabel.kolom or tabel.baris1 + self.program - 1 > tabel.baris2:
                return None
            return tabel.lembar, tabel.baris1 + self.program - 1, tabel.kolom[kunci]
        if self.gulir:
            kunci = f"{kunci}_lalu" if kunci in ("target", "realisasi") else ""
        elif kunci == "realisasi" and milik["perhitungan"] == "Nilai Posisi Akhir":
            kunci = "realisasi_tw4"  # the year's value is the last position
        ada = self.manifest.sel_bernama.get(f"{milik['id']}_{kunci}")
        return (ada[0].nama, ada[1].baris, ada[1].kolom) if ada else None

    def _tolak(self, lembar: Lembar, b: int, k: int, nilai: Nilai, sebab: str) -> None:
        if nilai not in (None, "") and (lembar.nama, b, k) not in self.terpakai:
            self.tanpa.append(Butir(lembar.nama, alamat(b, k), nilai, sebab=sebab))
        self.terpakai.add((lembar.nama, b, k))

    def sisa(self, lembar: Lembar) -> None:
        """Everything of a sheet that was not taken."""
        for (b, k), sel in sorted(lembar.sel.items()):
            self._tolak(lembar, b, k, sel.nilai, TANPA_KOLOM)


def _rapi(teks: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", teks.casefold()).split())
