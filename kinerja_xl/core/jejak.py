"""Recorder of the steps of a rule: how a number came about, told by the rule itself while it computes.

A rule says `catat("NRR unsur {ke}", "{jumlah} / {banyak}", nrr, en="NRR of unsur {ke}", ke=..., ...)` with the values
it has just used; without an active recorder that is one look-up and nothing is formatted. Nothing is computed for the
trace alone: `hasil` is the very value the rule goes on with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Optional

from kinerja_xl.core.jejak_bentuk import isi_hitungan, isi_kata

MAKS_RINCI = 10  # rows of one table told one by one
_AKTIF: ContextVar[Optional[Perekam]] = ContextVar("kinerja_xl_jejak", default=None)


@dataclass(frozen=True)
class Langkah:
    """One step. keterangan: what, in the words of the regulation; hitungan: the arithmetic with its numbers.

    hasil: the value as computed (None also when the step has no value of its own, `ada_hasil` tells);
    tanda: "=" or "->" between the two; dasar: (citation, code of evidence) of the numbers used, each only where it
    differs from that of the version.
    """

    keterangan: str
    hitungan: str = ""
    hasil: Any = None
    ada_hasil: bool = True
    tanda: str = "="
    dasar: tuple[tuple[str, str], ...] = ()
    keterangan_en: str = ""
    hitungan_en: str = ""


class _Tanpa:
    """Marks a step without a value of its own."""


TANPA = _Tanpa()


class _Parameter:
    """Parameters of a version by name, exact fractions kept, for templates: {p[bobot]}."""

    def __init__(self, masa: Any) -> None:
        self._masa = masa

    def __getitem__(self, nama: str) -> Any:
        return self._masa.ambil_parameter(nama).nilai


class Perekam:
    """Collects the steps of one call. masa: the version in use, for citations that differ from its own."""

    def __init__(self, masa: Any) -> None:
        self.masa = masa
        self._langkah: list[Langkah] = []
        self._kelompok = ""
        self._banyak = 0

    def tambah(
        self, keterangan: str, hitungan: str, hasil: Any, en: str, hitungan_en: str, tanda: str, sumber: Any,
        kelompok: str, isi: Mapping[str, Any],
    ) -> None:  # fmt: skip
        """Format and keep a step; of a group of rows only the first ten."""
        if kelompok != self._kelompok:
            self._tutup()
            self._kelompok, self._banyak = kelompok, 0
        self._banyak += 1
        if kelompok and self._banyak > MAKS_RINCI:
            return
        nilai = {**isi, "p": _Parameter(self.masa)}
        bilangan = isinstance(hasil, (int, float)) and not isinstance(hasil, bool)
        self._langkah.append(
            Langkah(
                isi_kata(keterangan, nilai, "id"),
                isi_hitungan(hitungan, nilai, "id"),
                None if hasil is TANPA else hasil,
                hasil is not TANPA,
                tanda or ("=" if bilangan else "->"),
                self._dasar(sumber),
                isi_kata(en or keterangan, nilai, "en"),
                isi_hitungan(hitungan_en or hitungan, nilai, "en"),
            )
        )

    def selesai(self) -> tuple[Langkah, ...]:
        """All steps."""
        self._tutup()
        return tuple(self._langkah)

    def _tutup(self) -> None:
        lebih = self._banyak - MAKS_RINCI
        if self._kelompok and lebih > 0:
            id_, en_ = f"dan {lebih} {self._kelompok} lain", f"and {lebih} more {self._kelompok}"
            self._langkah.append(Langkah(id_, ada_hasil=False, keterangan_en=en_))
        self._kelompok, self._banyak = "", 0

    def _dasar(self, sumber: Any) -> tuple[tuple[str, str], ...]:
        """Citation and evidence of parameters, bands or tables (names apart by blanks, or one object)."""
        hasil: dict[tuple[str, str], None] = {}
        for satu in [self._cari(nama) for nama in sumber.split()] if isinstance(sumber, str) else [sumber]:
            rujukan = satu.rujukan if satu.rujukan != self.masa.rujukan else ""
            bukti = satu.bukti if satu.bukti != self.masa.bukti else ""
            if rujukan or bukti:
                hasil[rujukan, bukti] = None
        return tuple(hasil)

    def _cari(self, nama: str) -> Any:
        for satu in (*self.masa.parameter, *self.masa.pita, *self.masa.tabel):
            if satu.nama == nama:
                return satu
        raise KeyError(f"{self.masa.keluarga}/{self.masa.versi}: nothing named {nama!r}")


def merekam() -> bool:
    """Is a recorder listening? Only for steps whose values would have to be gathered first."""
    return _AKTIF.get() is not None


def catat(
    keterangan: str,
    hitungan: str = "",
    hasil: Any = TANPA,
    *,
    en: str = "",
    hitungan_en: str = "",
    tanda: str = "",
    sumber: Any = "",
    kelompok: str = "",
    **isi: Any,
) -> None:
    """Tell one step to the listening recorder, if any.

    keterangan, hitungan: templates (see jejak_bentuk) filled with `isi` and `p`, the parameters of the version;
    en, hitungan_en: their English twins; hasil: the value just computed; sumber: names of the parameters, bands or
    tables used, or one such object; kelompok: what the rows of a long table are called, of which ten are told.
    """
    rekam = _AKTIF.get()
    if rekam is not None:
        rekam.tambah(keterangan, hitungan, hasil, en, hitungan_en, tanda, sumber, kelompok, isi)


@contextmanager
def rekam(masa: Any) -> Iterator[Perekam]:
    """A recorder for the calls inside, of this thread and task only; whatever was listening before listens again."""
    satu = Perekam(masa)
    tanda = _AKTIF.set(satu)
    try:
        yield satu
    finally:
        _AKTIF.reset(tanda)


@contextmanager
def diam() -> Iterator[None]:
    """No recording inside: for the parts of a row that is told as one step."""
    tanda = _AKTIF.set(None)
    try:
        yield
    finally:
        _AKTIF.reset(tanda)
