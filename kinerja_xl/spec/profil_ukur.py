"""Parts of a profile for plan and measurement of the year: the activities that serve the targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import jadikan

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


def baca_aksi(tabel: Any, tempat: str) -> tuple[Aksi, ...]:
    """[[aksi]]: the activities, in the order of the profile."""
    if not isinstance(tabel, list):
        raise KinerjaError(f"{tempat}: tulis sebagai [[aksi]], satu tabel untuk setiap aktivitas.")
    hasil = tuple(jadikan(Aksi, satu, f"{tempat}, aksi ke-{ke}") for ke, satu in enumerate(tabel, 1))
    for ke, satu in enumerate(hasil, 1):
        if any(isinstance(tw, bool) or tw not in range(1, TRIWULAN + 1) for tw in satu.triwulan):
            raise KinerjaError(f"{tempat}, aksi ke-{ke}: triwulan harus berisi angka 1 sampai 4, misalnya [1, 2].")
    return hasil
