"""Table [ikm] of a profile: the services asked about, how many people use them, own groups of respondents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import jadikan


@dataclass(frozen=True)
class ProfilIkm:
    """layanan: names of services; populasi: people served in a year; pendidikan, pekerjaan: groups instead of ours."""

    layanan: tuple[str, ...] = ()
    populasi: int | None = None
    pendidikan: tuple[str, ...] = ()
    pekerjaan: tuple[str, ...] = ()


def baca(tabel: Any, tempat: str) -> ProfilIkm:
    """The table as read from a profile; tempat: where it stands, for messages."""
    hasil = jadikan(ProfilIkm, tabel, tempat)
    for kunci in ("layanan", "pendidikan", "pekerjaan"):
        daftar = getattr(hasil, kunci)
        if not isinstance(daftar, tuple) or not all(isinstance(s, str) and s.strip() for s in daftar):
            raise KinerjaError(f"{tempat}: kunci '{kunci}' harus daftar teks")
        if len({s.strip().casefold() for s in daftar}) != len(daftar):
            raise KinerjaError(f"{tempat}: kunci '{kunci}' memuat nama yang kembar")
    return hasil
