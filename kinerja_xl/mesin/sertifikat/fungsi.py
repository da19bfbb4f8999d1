"""The table of functions: name -> what it does with its arguments. Others are for another engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kinerja_xl.mesin.sertifikat.larik import Kosakata, Larik

Pelaku = Callable[[list[Larik], Kosakata], Larik]


@dataclass(frozen=True)
class Fungsi:
    """A function. sedikit, banyak: number of arguments."""

    sedikit: int
    banyak: int
    laku: Pelaku


FUNGSI: dict[str, Fungsi] = {}


def fungsi(nama: str, sedikit: int, banyak: int) -> Callable[[Pelaku], Pelaku]:
    """Enter a function into the table."""

    def pasang(laku: Pelaku) -> Pelaku:
        FUNGSI[nama] = Fungsi(sedikit, banyak, laku)
        return laku

    return pasang
