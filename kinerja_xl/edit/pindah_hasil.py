"""What a migration did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kinerja_xl.edit.pindah_lapor import sebagai_json
from kinerja_xl.edit.pindah_panen import Butir
from kinerja_xl.spec.manifest import Nilai


@dataclass
class HasilPindah:
    """dipindah: inputs now in the new workbook. tanpa_tempat: values nobody found a place for; milik_tahun: values that
    stay with their own year; diganti: changed formulas; tumbuh: numbers of rows raised; gulir: last year's figures."""

    templat_lama: str
    templat: str
    tahun_lama: int | None
    tahun: int
    dipindah: int = 0
    tanpa_tempat: list[Butir] = field(default_factory=list)
    milik_tahun: list[Butir] = field(default_factory=list)
    diganti: list[Butir] = field(default_factory=list)
    lembar_hilang: tuple[str, ...] = ()
    tumbuh: Mapping[str, int] = field(default_factory=dict)
    gulir: Mapping[str, Nilai] = field(default_factory=dict)
    jalur: Path = Path()
    daftar: Path | None = None

    @property
    def semua(self) -> list[Butir]:
        """Everything that is not in the new workbook."""
        return [*self.tanpa_tempat, *self.milik_tahun]

    def to_dict(self) -> dict[str, Any]:
        """For programs; the same input gives the same text."""
        return {
            "hasil": self.jalur.name,
            "daftar": self.daftar.name if self.daftar else None,
            "templat_lama": self.templat_lama,
            "templat": self.templat,
            "tahun_lama": self.tahun_lama,
            "tahun": self.tahun,
            "dipindah": self.dipindah,
            "tabel_diperbesar": dict(self.tumbuh),
            "digulir": dict(self.gulir),
            "lembar_hilang": list(self.lembar_hilang),
            "tanpa_tempat": sebagai_json(self.tanpa_tempat),
            "milik_tahun_lama": sebagai_json(self.milik_tahun),
            "rumus_diganti": sebagai_json(self.diganti),
        }
