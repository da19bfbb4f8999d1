"""An indicator manual as data: raw ticks of the document, one normalised choice each, and every override named.

muat_manual("balai-kipm-balikpapan-2024") loads a shipped manual, muat_manual("path/to/file.toml") an office's own.
Loading refuses unknown keys, a choice that is no option of its field, and any difference between the document and
the normalised value that no [[penimpaan]] explains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci, saran
from kinerja_xl.data import templates
from kinerja_xl.spec.manual_periksa import periksa_manual


@dataclass(frozen=True)
class Sasaran:
    """One objective; alias holds every other spelling found in the document."""

    kode: str
    nama: str
    alias: tuple[str, ...] = ()


@dataclass(frozen=True)
class Centang:
    """The boxes ticked in the document, per field: none, one, or (a defect) several."""

    aspek: tuple[str, ...]
    validitas: tuple[str, ...]
    perhitungan: tuple[str, ...]
    cascading: tuple[str, ...]
    polarisasi: tuple[str, ...]
    periode: tuple[str, ...]
    status_data: tuple[str, ...] = ()


@dataclass(frozen=True)
class Baku:
    """The choice we compute with: exactly one option per field."""

    aspek: str
    validitas: str
    perhitungan: str
    cascading: str
    polarisasi: str
    periode: str


@dataclass(frozen=True)
class DataTarget:
    """Last year's target and result, this year's target (and result, once there is one), in the normalised unit."""

    target: float
    target_lalu: float | None = None
    realisasi_lalu: float | None = None
    realisasi: float | None = None


@dataclass(frozen=True)
class Harfiah:
    """The reading exactly as printed, where it differs from the normalised one; shown beside it."""

    polarisasi: str
    target: float
    realisasi: float
    catatan: str
    target_lalu: float | None = None
    realisasi_lalu: float | None = None


@dataclass(frozen=True)
class Kutipan:
    """A short piece of the document, verbatim with its line, for the lint; a line break stands for a stacked line.

    tiap: the line of every stacked line, where they do not follow each other.
    """

    baris: int
    bidang: str
    teks: str
    tiap: tuple[int, ...] = ()

    def baris_ke(self, ke: int) -> int:
        """Line of the document for the ke-th stacked line (from 0)."""
        return self.tiap[ke] if self.tiap else self.baris


@dataclass(frozen=True)
class CacatManual:
    """One defect of the document: code of the finding catalogue, line, field, raw text, treatment."""

    kode: str
    baris: int
    bidang: str
    asli: str
    perlakuan: str


@dataclass(frozen=True)
class Penimpaan:
    """A named override: in which field we depart from the document, and why."""

    nama: str
    indikator: str
    bidang: str
    dari: str
    menjadi: str
    alasan: str


@dataclass(frozen=True)
class IndikatorManual:
    """One indicator of the manual. `*_asli` is the document's text; fungsi names the rule that computes it.

    letak: line of the document for each field; kutipan: what the document says where definisi and formula are ours.
    """

    kode: str
    no: int
    no_asli: str
    urutan: int
    baris: int
    sasaran: str
    sasaran_asli: str
    nama: str
    nama_asli: str
    definisi: str
    formula: str
    satuan: str
    satuan_asli: str
    fungsi: str
    penanggung_jawab: str
    sumber_data: str
    status_data: str
    centang: Centang
    baku: Baku
    data: DataTarget
    formula_dokumen: str | None = None
    penanggung_jawab_asli: str | None = None
    sumber_data_asli: str | None = None
    catatan: str | None = None
    harfiah: Harfiah | None = None
    cacat: tuple[CacatManual, ...] = ()
    kutipan: tuple[Kutipan, ...] = ()
    letak: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Manual:
    """A whole manual: objectives, indicators by number, document-level defects and quotations, overrides."""

    kode: str
    instansi: str
    tahun: int
    dokumen: str
    sasaran: tuple[Sasaran, ...] = ()
    indikator: tuple[IndikatorManual, ...] = ()
    cacat: tuple[CacatManual, ...] = ()
    penimpaan: tuple[Penimpaan, ...] = ()
    kutipan: tuple[Kutipan, ...] = ()

    def ambil(self, kode: str) -> IndikatorManual:
        """One indicator by its code, any case."""
        for satu in self.indikator:
            if satu.kode.lower() == kode.strip().lower():
                return satu
        raise KinerjaError(f"indikator '{kode}' tidak ada dalam {self.dokumen}.", kode=kode)

    def menurut_sasaran(self, kode: str) -> tuple[IndikatorManual, ...]:
        """The indicators of one objective, by number."""
        return tuple(i for i in self.indikator if i.sasaran == kode)

    def penimpaan_untuk(self, kode: str) -> tuple[Penimpaan, ...]:
        """The overrides of one indicator."""
        return tuple(p for p in self.penimpaan if p.indikator == kode)

    def semua_cacat(self) -> tuple[tuple[str, CacatManual], ...]:
        """Every recorded defect with the code of its indicator ("" for the document itself), by line."""
        milik = [("", c) for c in self.cacat] + [(i.kode, c) for i in self.indikator for c in i.cacat]
        return tuple(sorted(milik, key=lambda m: (m[1].baris, m[1].kode, m[1].bidang)))


def _indikator(tabel: dict, tempat: str) -> IndikatorManual:
    polos = dict(tabel)
    bagian = {
        nama: jadikan(kelas, polos.pop(nama, {}), f"{tempat} {tabel.get('kode', '?')}, tabel [indikator.{nama}]")
        for nama, kelas in (("centang", Centang), ("baku", Baku), ("data", DataTarget))
    }
    tempat = f"{tempat} {tabel.get('kode', '?')}"
    mentah = polos.pop("harfiah", None)
    harfiah = None if mentah is None else jadikan(Harfiah, mentah, f"{tempat}, tabel [indikator.harfiah]")
    cacat = _daftar(CacatManual, polos.pop("cacat", ()), f"{tempat}, [[indikator.cacat]]")
    kutipan = _daftar(Kutipan, polos.pop("kutipan", ()), f"{tempat}, [[indikator.kutipan]]")
    return jadikan(IndikatorManual, polos, tempat, harfiah=harfiah, cacat=cacat, kutipan=kutipan, **bagian)


def _daftar(kelas: type, baris: object, tempat: str) -> tuple:
    if not isinstance(baris, (list, tuple)):
        raise KinerjaError(f"{tempat}: di sini harus ada daftar tabel.")
    return tuple(jadikan(kelas, satu, f"{tempat} ke-{i}") for i, satu in enumerate(baris, 1))


def kode_manual() -> tuple[str, ...]:
    """Codes of the shipped manuals."""
    return tuple(sorted(p.stem for p in (templates() / "manual").glob("*.toml")))


def muat_manual(kode: str | Path) -> Manual:
    """One manual by its code, or from a TOML file of the same shape. Indicators come in order of their number."""
    if isinstance(kode, Path) or kode.endswith(".toml"):
        jalur = Path(kode)
    elif kode in kode_manual():
        return _bawaan(kode)
    else:
        raise KinerjaError(f"manual '{kode}' tidak dikenal.{saran(kode, kode_manual())}", kode=kode)
    return _dari_berkas(jalur)


@cache
def _bawaan(kode: str) -> Manual:
    """A shipped manual, read once."""
    return _dari_berkas(templates() / "manual" / f"{kode}.toml")


def _dari_berkas(jalur: Path) -> Manual:
    manual = susun_manual(baca_toml(jalur), jalur.name)
    periksa_manual(manual, jalur.name)
    return manual


def susun_manual(isi: Mapping[str, Any], berkas: str) -> Manual:
    """A manual from its tables, each checked by itself; what must hold between them is periksa_manual's matter."""
    periksa_kunci(isi, ("manual", "sasaran", "indikator"), ("cacat", "penimpaan", "kutipan"), berkas)
    if not isinstance(isi["indikator"], list):
        raise KinerjaError(f"{berkas}, [[indikator]]: di sini harus ada daftar tabel.")
    indikator = [_indikator(t, f"{berkas}, [[indikator]]") for t in isi["indikator"]]
    return jadikan(
        Manual,
        isi["manual"],
        f"{berkas}, tabel [manual]",
        sasaran=_daftar(Sasaran, isi["sasaran"], f"{berkas}, [[sasaran]]"),
        indikator=tuple(sorted(indikator, key=lambda i: i.no)),
        cacat=_daftar(CacatManual, isi.get("cacat", ()), f"{berkas}, [[cacat]]"),
        penimpaan=_daftar(Penimpaan, isi.get("penimpaan", ()), f"{berkas}, [[penimpaan]]"),
        kutipan=_daftar(Kutipan, isi.get("kutipan", ()), f"{berkas}, [[kutipan]]"),
    )
