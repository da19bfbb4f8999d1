"""Which step follows which: the arrows of a flow chart from the steps of an SOP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError

YA, TIDAK = "Ya", "Tidak"
MAKS_LANGKAH, MAKS_PANAH = 60, 120


@dataclass(frozen=True)
class Panah:
    """An arrow from step to step (1-based numbers); ke = 0 means the end sign after a last decision."""

    dari: int
    ke: int
    kata: str = ""


def susun_panah(langkah: Sequence[Mapping[str, Any]]) -> tuple[Panah, ...]:
    """All arrows: the flow in order of steps, then the returns of decisions.

    A step parallel to another starts from the same steps as that one; the next step waits for all that are open.
    """
    if not 1 <= len(langkah) <= MAKS_LANGKAH:
        raise KinerjaError(f"bagan alir: jumlah langkah harus 1 sampai {MAKS_LANGKAH}, ada {len(langkah)}")
    pendahulu: list[list[int]] = []
    terbuka: list[int] = []
    for no, satu in enumerate(langkah, 1):
        serempak = satu.get("paralel_dengan")
        asal = list(terbuka) if serempak is None else pendahulu[_sebelum(serempak, no) - 1]
        pendahulu.append(asal)
        terbuka = [no] if serempak is None else [*terbuka, no]
    hasil = [
        Panah(a, no, YA if langkah[a - 1].get("kembali_ke") else "") for no, s in enumerate(pendahulu, 1) for a in s
    ]
    for no, satu in enumerate(langkah, 1):
        if satu.get("kembali_ke"):
            if not any(p.dari == no for p in hasil):
                hasil.append(Panah(no, 0, YA))
            hasil.append(Panah(no, _sebelum(satu["kembali_ke"], no), TIDAK))
    return tuple(hasil)


def _sebelum(nomor: Any, no: int) -> int:
    if not isinstance(nomor, int) or not 1 <= nomor < no:
        raise KinerjaError(f"bagan alir, langkah {no}: langkah {nomor} bukan langkah sebelumnya")
    return nomor
