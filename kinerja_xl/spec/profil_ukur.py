"""Parts of a profile for plan and measurement of the year: quarterly targets and the activities that serve them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import jadikan
from kinerja_xl.spec.profil import Profil

TRIWULAN = 4


@dataclass(frozen=True)
class Aksi:
    """One activity of the action plan. kode: the indicator it serves; triwulan: quarters (1-4) in which it runs."""

    kode: str
    aktivitas: str
    triwulan: tuple[int, ...] = ()
    anggaran: float | None = None
    penanggung_jawab: str = ""
    keluaran: str = ""


def baca_triwulan(tabel: Any, tempat: str) -> dict[str, tuple[Any, ...]]:
    """[triwulan]: indicator code -> four quarterly targets ("" = none in that quarter)."""
    if not isinstance(tabel, Mapping):
        raise KinerjaError(f"{tempat}: di sini harus ada tabel, misalnya IK1 = [10, 20, 30, 40].")
    return {str(kode): periksa_triwulan(isi, f"{tempat}, {kode}") for kode, isi in tabel.items()}


def periksa_triwulan(isi: Any, tempat: str) -> tuple[Any, ...]:
    """Four numbers, or "" where a quarter has no target."""
    if not isinstance(isi, (list, tuple)) or len(isi) != TRIWULAN:
        raise KinerjaError(
            f"{tempat}: target triwulan harus empat isian, misalnya [10, 20, 30, 40] atau ['', 5, '', 5]."
        )
    for ke, nilai in enumerate(isi, 1):
        if nilai != "" and (isinstance(nilai, bool) or not isinstance(nilai, (int, float)) or nilai < 0):
            raise KinerjaError(f"{tempat}: triwulan ke-{ke} harus angka yang tidak negatif atau '', tertulis {nilai!r}")
    return tuple(isi)


def baca_aksi(tabel: Any, tempat: str) -> tuple[Aksi, ...]:
    """[[aksi]]: the activities, in the order of the profile."""
    if not isinstance(tabel, list):
        raise KinerjaError(f"{tempat}: tulis sebagai [[aksi]], satu tabel untuk setiap aktivitas.")
    hasil = tuple(jadikan(Aksi, satu, f"{tempat}, aksi ke-{ke}") for ke, satu in enumerate(tabel, 1))
    for ke, satu in enumerate(hasil, 1):
        if any(isinstance(tw, bool) or tw not in range(1, TRIWULAN + 1) for tw in satu.triwulan):
            raise KinerjaError(f"{tempat}, aksi ke-{ke}: triwulan harus berisi angka 1 sampai 4, misalnya [1, 2].")
    return hasil


def target_triwulan(profil: Profil) -> dict[str, tuple[Any, ...]]:
    """Quarterly targets by indicator code: of the indicator itself, or of [triwulan] for an office with a manual."""
    hasil = dict(profil.bagian.get("triwulan", {}))
    for satu in profil.indikator:
        if satu.target_triwulan:
            hasil[satu.kode] = periksa_triwulan(satu.target_triwulan, f"indikator {satu.kode}, target_triwulan")
    return hasil
