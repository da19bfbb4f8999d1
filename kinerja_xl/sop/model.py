"""An SOP as data: raw text of the document, our normalised reading beside it, and the list of its defects.

muat_sop("rka") loads a shipped SOP, muat_sop("path/to/file.toml") one of the office's own; both refuse
unknown keys, a step out of order, a time that disagrees with its text, or totals that do not add up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional, Union

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci, saran
from kinerja_xl.data import templates
from kinerja_xl.sop.menit import urai_waktu

URUTAN = (
    "perjanjian-kinerja",
    "laporan-tahunan",
    "laporan-bulanan",
    "rka",
    "iku",
    "monev",
    "lkj",
    "laporan-semesteran",
    "renja",
    "renstra",
    "ikm",
    "sakip",
)


@dataclass(frozen=True)
class Cacat:
    """One defect of the document: code of the finding catalogue, place, raw text, what we did about it."""

    kode: str
    baris: int
    asli: str
    perlakuan: str
    langkah: Optional[int] = None


@dataclass(frozen=True)
class Langkah:
    """One step. Text fields hold the document verbatim; `*_baku` only where we read it differently.

    pelaksana_usulan is our proposal, never a fact of the document: its performer cells are blank.
    """

    no: int
    kegiatan: str
    waktu: str
    menit: int
    pelaksana_usulan: str = ""
    kelengkapan: str = ""
    output: str = ""
    keterangan: str = ""
    no_asli: Optional[str] = None
    kegiatan_baku: Optional[str] = None
    kelengkapan_baku: Optional[str] = None
    output_baku: Optional[str] = None
    keputusan: bool = False
    kembali_ke: Optional[int] = None
    paralel_dengan: Optional[int] = None

    def terbaca(self, bidang: str) -> str:
        """Text of kegiatan, kelengkapan or output as we read it: normalised where it differs, else raw."""
        baku = getattr(self, f"{bidang}_baku")
        return str(getattr(self, bidang) if baku is None else baku)


@dataclass(frozen=True)
class Sop:
    """One SOP: performer columns, steps in order, defects by line."""

    kode: str
    judul: str
    sumber: str
    peran: tuple[str, ...]
    menit_per_hari: int
    menit_seri: int
    menit_paralel: Optional[int] = None
    judul_baku: Optional[str] = None
    identitas: Mapping[str, Any] = field(default_factory=dict)
    langkah: tuple[Langkah, ...] = ()
    cacat: tuple[Cacat, ...] = ()

    @property
    def nama(self) -> str:
        """The title as we read it."""
        return self.judul if self.judul_baku is None else self.judul_baku

    @property
    def menit(self) -> int:
        """Minutes from start to end on the smooth path, simultaneous steps counted once."""
        return self.menit_seri if self.menit_paralel is None else self.menit_paralel

    def ambil(self, no: int) -> Langkah:
        """The step with this number."""
        return self.langkah[no - 1]


def _periksa_langkah(s: Sop, urutan: int, langkah: Langkah, tempat: str) -> None:
    if langkah.no != urutan:
        raise KinerjaError(f"{tempat}: nomor langkah harus {urutan}, tertulis {langkah.no}.")
    try:
        menit = urai_waktu(keluarga("sop").untuk(None), langkah.waktu, s.menit_per_hari)
    except KinerjaError as salah:
        raise KinerjaError(f"{tempat}: {salah.pesan}.") from None
    if menit != langkah.menit:
        raise KinerjaError(f"{tempat}: waktu '{langkah.waktu}' bernilai {menit} menit, tertulis {langkah.menit}.")
    if langkah.pelaksana_usulan and langkah.pelaksana_usulan not in s.peran:
        petunjuk = saran(langkah.pelaksana_usulan, s.peran)
        raise KinerjaError(f"{tempat}: pelaksana '{langkah.pelaksana_usulan}' tidak ada dalam peran.{petunjuk}")
    if langkah.keputusan != (langkah.kembali_ke is not None):
        raise KinerjaError(f"{tempat}: keputusan = true dan kembali_ke harus ditulis bersama-sama.")
    for kunci in ("kembali_ke", "paralel_dengan"):
        tujuan = getattr(langkah, kunci)
        if tujuan is not None and not 1 <= tujuan < langkah.no:
            raise KinerjaError(f"{tempat}: {kunci} harus langkah sebelum {langkah.no}, tertulis {tujuan}.")


def _periksa(s: Sop, tempat: str) -> None:
    if not s.peran or len(set(s.peran)) != len(s.peran):
        raise KinerjaError(f"{tempat}, tabel [sop]: peran tidak boleh kosong atau rangkap.")
    if not s.langkah:
        raise KinerjaError(f"{tempat}: belum ada satu pun [[langkah]].")
    for i, langkah in enumerate(s.langkah, 1):
        _periksa_langkah(s, i, langkah, f"{tempat}, [[langkah]] ke-{i}")
    seri = sum(x.menit for x in s.langkah)
    serempak = [x for x in s.langkah if x.paralel_dengan is not None]
    hemat = sum(min(x.menit, s.ambil(x.paralel_dengan).menit) for x in serempak if x.paralel_dengan is not None)
    if s.menit_seri != seri:
        raise KinerjaError(f"{tempat}: menit_seri tertulis {s.menit_seri}, jumlah langkah {seri}.")
    if s.menit_paralel != (seri - hemat if serempak else None):
        raise KinerjaError(f"{tempat}: menit_paralel tertulis {s.menit_paralel}, seharusnya {seri - hemat}.")
    for c in s.cacat:
        if c.langkah is not None and not 1 <= c.langkah <= len(s.langkah):
            raise KinerjaError(f"{tempat}, [[cacat]] {c.kode} baris {c.baris}: langkah {c.langkah} tidak ada.")


def kode_sop() -> tuple[str, ...]:
    """Codes of the shipped SOPs, in the order of the document."""
    return URUTAN


def muat_sop(kode: Union[str, Path]) -> Sop:
    """One SOP by its code, or from a TOML file of the same shape."""
    if isinstance(kode, Path) or kode.endswith(".toml"):
        jalur = Path(kode)
    elif kode in URUTAN:
        jalur = templates() / "sop" / f"{kode}.toml"
    else:
        raise KinerjaError(f"SOP '{kode}' tidak dikenal.{saran(kode, URUTAN)}", kode=kode)
    isi = baca_toml(jalur)
    periksa_kunci(isi, ("sop", "langkah"), ("cacat",), jalur.name)
    langkah = tuple(jadikan(Langkah, t, f"{jalur.name}, [[langkah]] ke-{i}") for i, t in enumerate(isi["langkah"], 1))
    cacat = tuple(jadikan(Cacat, t, f"{jalur.name}, [[cacat]] ke-{i}") for i, t in enumerate(isi.get("cacat", ()), 1))
    sop = jadikan(Sop, isi["sop"], f"{jalur.name}, tabel [sop]", langkah=langkah, cacat=cacat)
    _periksa(sop, jalur.name)
    return sop


def semua_sop() -> tuple[Sop, ...]:
    """The twelve shipped SOPs, in the order of the document."""
    return tuple(muat_sop(k) for k in URUTAN)
