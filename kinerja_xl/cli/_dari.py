"""generate --dari: the profile of this year out of last year's workbooks, with remarks for the person."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.cli._dasar import Pengaturan
from kinerja_xl.spec.profil import Profil


def mulai_tahun(atur: Pengaturan, dari: Path, tahun: int, profil: Path | None) -> Profil:
    """The profile, rolled forward. Remarks and doubtful targets go to stderr."""
    from kinerja_xl.build.buat import buka
    from kinerja_xl.edit.dari import mulai_dari, periksa_target

    baru, catatan = mulai_dari(dari, tahun, buka(profil) if profil else None)
    for satu in catatan:
        atur.catat(satu)
    for temuan in periksa_target(baru, tahun, atur.lang):
        atur.catat(f"{temuan.code}: {temuan.message}")
    return baru
