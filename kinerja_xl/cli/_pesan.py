"""What `kinerja generate` was asked for, and the documents that means for an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_xl.core.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_xl.build.buat import Pesanan
    from kinerja_xl.spec.profil import Profil

SEMUA = "semua"


@dataclass(frozen=True)
class Minta:
    """The options of the command."""

    jenis: tuple[str, ...]
    tahun: int
    folder: Path
    fungsi: bool
    paksa: bool
    pejabat: tuple[str, ...]
    dari: tuple[Path, ...]
    alasan: str
    tanggal: datetime | None
    sop: str | None


def daftar_pesanan(minta: Minta, profil: Profil) -> tuple[Pesanan, ...]:
    """Every document to make: each kind once, the PK once an official, the SOP form once an SOP."""
    from kinerja_xl.build.buat import Pesanan

    pilih = _semua(profil) if "all" in minta.jenis else tuple(dict.fromkeys(minta.jenis))
    if minta.pejabat and "pk" not in pilih:
        raise KinerjaError("--pejabat hanya untuk pk; sebutkan pk atau all.")
    if minta.sop is not None and "sop" not in pilih:
        raise KinerjaError("--sop hanya untuk jenis sop: kinerja generate sop --sop rka --tahun ...")
    hasil: list[Pesanan] = []
    for jenis in pilih:
        if jenis == "pk":
            bawaan = (SEMUA,) if "all" in minta.jenis else ()
            hasil += [Pesanan(jenis, pejabat=kunci) for kunci in _pejabat(profil, minta.pejabat or bawaan)]
        elif jenis == "sop":
            hasil += [Pesanan(jenis, sop=kode) for kode in _sop(minta.sop)]
        else:
            hasil.append(Pesanan(jenis))
    return tuple(hasil)


def _semua(profil: Profil) -> tuple[str, ...]:
    """Every kind that is meant for such an office (satker or skpd)."""
    from kinerja_xl.spec.buku import jenis_tersedia, muat_buku

    return tuple(satu for satu in jenis_tersedia() if muat_buku(satu).untuk in ("", profil.instansi.jenis))


def _pejabat(profil: Profil, minta: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the officials asked for; nothing asked for is the head."""
    from kinerja_xl.spec.profil_perjanjian import kunci_pejabat, profil_pejabat

    if SEMUA in minta:
        return kunci_pejabat(profil)
    for kunci in minta:
        profil_pejabat(profil, kunci)  # an unknown one is told before anything is written
    return tuple(dict.fromkeys(minta)) or ("",)


def _sop(pilihan: str | None) -> tuple[str, ...]:
    """The SOPs to draw: one by code or file, or all that are shipped; an unknown one is told at once."""
    from kinerja_xl.sop.model import kode_sop, muat_sop

    if pilihan is None or pilihan == SEMUA:
        return kode_sop()
    muat_sop(pilihan)
    return (pilihan,)
