"""The trace of one call: the rule run under a recorder, stamped with its version, told as text, comment or data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Optional

from kinerja_xl.core.buku_aturan import sidik
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import Langkah, Perekam, rekam
from kinerja_xl.core.jejak_bentuk import tampil, tanggal
from kinerja_xl.core.jejak_teks import komentar, teks
from kinerja_xl.core.registry import Argumen, Indikator
from kinerja_xl.core.sel import rapikan
from kinerja_xl.core.serial import ke_serial

_MAKS_MASUKAN = 60  # characters of one argument in the heading
_sidik = lru_cache(maxsize=1)(sidik)


@dataclass(frozen=True)
class Jejak:
    """How a value came about.

    versi, aturan, rujukan, bukti: code, title, citation and evidence of the legal version; tahun: fiscal year asked for
    (None = newest); tahun_awal, tahun_akhir: fiscal years of the version; sidik: hash of the rule book; masukan: the
    arguments as (name, Indonesian text, English text); hasil: the value, the same as of the last step. tuntas: False
    when the input was refused, then the steps end where the rule stopped.
    """

    nama: str
    sintaks: str
    judul: str
    judul_en: str
    satuan: str
    dasar: str
    versi: str
    aturan: str
    rujukan: str
    bukti: str
    tahun: Optional[int]
    tahun_awal: int
    tahun_akhir: Optional[int]
    sidik: str
    masukan: tuple[tuple[str, str, str], ...]
    langkah: tuple[Langkah, ...]
    hasil: Any = None
    tuntas: bool = True

    def teks(self, lang: str = "id") -> str:
        """The trace as plain text of at most 110 columns. lang: id or en."""
        return teks(self, lang)

    def komentar(self, maks: int = 1000, lang: str = "id") -> str:
        """The trace as a cell comment of at most `maks` characters (at least 200); what is left out is counted."""
        return komentar(self, maks, lang)

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        kepala = ("nama", "sintaks", "judul", "versi", "aturan", "rujukan", "bukti", "tahun", "sidik", "tuntas")
        langkah = [
            {
                "keterangan": satu.keterangan,
                "hitungan": satu.hitungan,
                "hasil": satu.hasil,
                "dasar": [{"rujukan": r, "bukti": b} for r, b in satu.dasar],
            }
            for satu in self.langkah
        ]
        masukan = {nama: isi for nama, isi, _ in self.masukan}
        return {**{k: getattr(self, k) for k in kepala}, "masukan": masukan, "langkah": langkah, "hasil": self.hasil}


def jejaki(fungsi: Indikator, *nilai: Any, versi: Optional[str] = None) -> Jejak:
    """Call a function under a recorder; versi names a legal version.

    A refused input raises its KinerjaError with the steps so far as `jejak`.
    """
    masa, isi, tahun = fungsi.siapkan(*nilai, versi=versi)
    kepala: dict[str, Any] = {
        "nama": fungsi.nama, "sintaks": fungsi.sintaks(), "judul": fungsi.judul, "judul_en": fungsi.judul_en,
        "satuan": fungsi.satuan, "dasar": fungsi.rujukan, "versi": masa.versi, "aturan": masa.judul,
        "rujukan": masa.rujukan, "bukti": masa.bukti, "tahun": tahun, "tahun_awal": masa.tahun_awal,
        "tahun_akhir": masa.tahun_akhir, "sidik": _sidik(),
        "masukan": tuple(_masukan(a, n) for a, n in zip(fungsi.argumen, nilai)),
    }  # fmt: skip
    with rekam(masa) as perekam:
        try:
            hasil = fungsi.fungsi(masa, *isi)
        except KinerjaError as salah:
            salah.jejak = Jejak(**kepala, langkah=perekam.selesai(), tuntas=False)
            raise
        return Jejak(**kepala, langkah=_tutup(perekam, hasil), hasil=hasil)


def _tutup(perekam: Perekam, hasil: Any) -> tuple[Langkah, ...]:
    """The steps, with one more when the rule found no data to compute with, or told nothing."""
    langkah = perekam.selesai()
    if hasil is not None and not langkah:
        en = "Value by the rule; this function does not tell its steps"
        langkah = (
            Langkah("Nilai menurut aturan; fungsi ini tidak menguraikan langkahnya", "", hasil, keterangan_en=en),
        )
    if hasil is None and (not langkah or langkah[-1].hasil is not None or not langkah[-1].ada_hasil):
        id_, en = (
            "Belum ada data: sel masukan kosong, tidak dinilai",
            "No data yet: the input cells are blank, not rated",
        )
        langkah += (Langkah(id_, hasil=None, tanda="->", keterangan_en=en),)
    return langkah


def _masukan(argumen: Argumen, nilai: Any) -> tuple[str, str, str]:
    return argumen.nama, _ringkas(nilai, argumen, "id"), _ringkas(nilai, argumen, "en")


def _ringkas(nilai: Any, argumen: Argumen, lang: str) -> str:
    """An argument in a few words: the size of a range, a value as it stands."""
    if argumen.jenis == "rentang":
        try:
            baris = rapikan(nilai)
        except KinerjaError:
            return "rentang" if lang == "id" else "range"
        if isinstance(nilai, (list, tuple)) or len(baris) * len(baris[0] if baris else ()) > 1:
            kata = "{} baris x {} kolom" if lang == "id" else "{} rows x {} columns"
            return kata.format(len(baris), len(baris[0]) if baris else 0)
        nilai = baris[0][0] if baris and baris[0] else None
    if isinstance(nilai, date):
        nilai = ke_serial(nilai)
    if argumen.jenis == "tanggal" and isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        try:
            return tanggal(nilai, lang, jam=nilai != int(nilai))
        except KinerjaError:
            pass
    isi = tampil(nilai, lang)
    return isi if len(isi) <= _MAKS_MASUKAN else isi[: _MAKS_MASUKAN - 3] + "..."
