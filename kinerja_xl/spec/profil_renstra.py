"""Further tables of a profile for planning and reporting: [renstra] and [dpa].

[renstra] holds the five-year plan (period, tujuan, target of each indicator and funding of each programme per year),
[dpa] the budget lines that the realisation reports are held against. Both are optional: without them the documents
have blank inputs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import jadikan

LAMA = 5  # years of a Renstra
_BARIS = (1, 500)


@dataclass(frozen=True)
class Tujuan:
    """A goal of the plan. sasaran: codes of the profile's sasaran under it."""

    kode: str
    nama: str
    sasaran: tuple[str, ...] = ()


@dataclass(frozen=True)
class IndikatorRenstra:
    """Five-year targets of an indicator of the profile or its manual. dasar: value before the first year."""

    kode: str
    target: tuple[float | None, ...]
    dasar: float | None = None


@dataclass(frozen=True)
class ProgramRenstra:
    """Funding of a programme per year, in rupiah."""

    kode: str
    program: str
    pagu: tuple[float | None, ...]
    sasaran: str = ""
    indikator: str = ""


@dataclass(frozen=True)
class Renstra:
    """The five-year plan. awal: its first year; baris: blank rows of the funding table."""

    awal: int
    visi: str = ""
    misi: str = ""
    baris: int = 12
    tujuan: tuple[Tujuan, ...] = ()
    indikator: tuple[IndikatorRenstra, ...] = ()
    program: tuple[ProgramRenstra, ...] = ()

    @property
    def tahun(self) -> tuple[int, ...]:
        """Its five years."""
        return tuple(range(self.awal, self.awal + LAMA))


@dataclass(frozen=True)
class Dpa:
    """Budget lines of the year and the size of the report tables."""

    baris: int = 30
    jurnal: int = 150
    nomor: str = ""
    rincian: tuple[Mapping[str, Any], ...] = field(default_factory=tuple)


def baca_renstra(data: Any, tempat: str) -> Renstra:
    """[renstra] of a profile, with exact error places."""
    sisa = dict(_tabel(data, tempat))
    bagian: dict[str, Any] = {}
    for kunci, kelas in (("tujuan", Tujuan), ("indikator", IndikatorRenstra), ("program", ProgramRenstra)):
        isi = sisa.pop(kunci, ())
        bagian[kunci] = tuple(jadikan(kelas, s, f"{tempat}, {kunci} ke-{n}") for n, s in enumerate(isi, 1))
    hasil: Renstra = jadikan(Renstra, sisa, tempat, **bagian)
    for satu in hasil.indikator:
        _lima(satu.target, f"{tempat}, indikator {satu.kode}: target")
    for lain in hasil.program:
        _lima(lain.pagu, f"{tempat}, program {lain.kode}: pagu")
    _kembar([s.kode for s in hasil.indikator], f"{tempat}, indikator")
    _kembar([s.kode for s in hasil.program], f"{tempat}, program")
    _batas(hasil.baris, f"{tempat}: baris")
    return hasil


def baca_dpa(data: Any, tempat: str) -> Dpa:
    """[dpa] of a profile."""
    hasil: Dpa = jadikan(Dpa, _tabel(data, tempat), tempat)
    _batas(hasil.baris, f"{tempat}: baris")
    _batas(hasil.jurnal, f"{tempat}: jurnal")
    return hasil


def _tabel(data: Any, tempat: str) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise KinerjaError(f"{tempat}: harus berupa tabel")
    return data


def _lima(isi: Sequence[Any], tempat: str) -> None:
    if len(isi) != LAMA:
        raise KinerjaError(f"{tempat} harus berisi {LAMA} angka, satu untuk setiap tahun; tertulis {len(isi)}")
    for satu in isi:
        if isinstance(satu, bool) or not isinstance(satu, (int, float)):
            raise KinerjaError(f"{tempat} harus angka, tertulis {satu!r}")


def _kembar(kode: Sequence[str], tempat: str) -> None:
    for satu in kode:
        if kode.count(satu) > 1:
            raise KinerjaError(f"{tempat}: kode '{satu}' dipakai dua kali")


def _batas(banyak: int, tempat: str) -> None:
    bawah, atas = _BARIS
    if not bawah <= banyak <= atas:
        raise KinerjaError(f"{tempat} harus {bawah} sampai {atas}, tertulis {banyak}")
