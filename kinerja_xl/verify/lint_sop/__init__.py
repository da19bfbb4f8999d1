"""Lint of a standard operating procedure: what its text says, held against itself and against the other SOPs.

Every check reads the document as it is written; the recorded defects of the shipped SOPs are never read. One small
function per truth, registered under the code of its findings (katalog/SOP.toml).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from kinerja_xl.sop.model import Sop, semua_sop, tercetak
from kinerja_xl.verify.lint_sop.dasar import BIDANG, DAFTAR, Bahan
from kinerja_xl.verify.temuan import Temuan

_MODUL = ("bentuk", "langkah", "ejaan", "nama", "rantai", "waktu", "keputusan")


@cache
def sop_tercetak() -> tuple[Sop, ...]:
    """The shipped SOPs as the document prints them, without our readings."""
    return tuple(tercetak(satu) for satu in semua_sop())


def lint_sop(sop: Sop, semua: Iterable[Sop] | None = None) -> tuple[Temuan, ...]:
    """Findings of one SOP, by step and code.

    semua: the SOPs it is held against for references and style; None takes the shipped ones for a shipped SOP and
    the SOP alone otherwise. Standard times are always compared with the shipped SOPs too.
    """
    bawaan = sop_tercetak()
    if semua is None:
        semua = bawaan if any(satu == sop for satu in bawaan) else (sop,)
    bersama = tuple(semua)
    if sop not in bersama:
        bersama = (*bersama, sop)
    pembanding = (*bersama, *(satu for satu in bawaan if satu.kode not in {s.kode for s in bersama}))
    bahan = Bahan(sop, bersama, pembanding)
    for nama in _MODUL:
        import_module(f"kinerja_xl.verify.lint_sop.{nama}")
    temuan = [satu for kode in sorted(DAFTAR) for fungsi in DAFTAR[kode] for satu in fungsi(bahan)]
    return tuple(sorted(temuan, key=_urutan))


def _urutan(temuan: Temuan) -> tuple[int, str, int]:
    bidang = str(temuan.data["bidang"])
    return (temuan.data["langkah"] or 0, temuan.code, BIDANG.index(bidang) if bidang in BIDANG else -1)
