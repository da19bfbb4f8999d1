"""Rules of play of a round: who must send what until when, which levels hold, and what was dispensed with, by whom.

Runs after all files are verified. Nothing here looks at the clock: a date that matters is written in a file or an
option, so that anyone gets the same report again.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify.aturan_main.dispensasi import Dispensasi, baca_dispensasi, terapkan_dispensasi
from kinerja_xl.verify.aturan_main.periksa_ronde import periksa_ronde
from kinerja_xl.verify.aturan_main.ronde import Ronde, baca_ronde
from kinerja_xl.verify.berkas import Pilihan
from kinerja_xl.verify.laporan import HasilBerkas, Laporan

Jalur = str | os.PathLike[str]


@dataclass(frozen=True)
class AturanMain:
    """What a run is held against besides the rules: the round, the dispensations, and the day they are counted on."""

    ronde: Ronde | None = None
    dispensasi: tuple[Dispensasi, ...] = ()
    per_tanggal: datetime.date | None = None

    def pilihan(self, pilihan: Pilihan) -> Pilihan:
        """The options of the run with what the round says; an option given by hand goes before the round."""
        if self.ronde is None:
            return pilihan
        tahun = pilihan.tahun if pilihan.tahun is not None else self.ronde.tahun
        return replace(pilihan, tahun=tahun, tingkat=(*pilihan.tingkat, *self.ronde.tingkat))

    def terapkan(self, laporan: Laporan, pilihan: Pilihan) -> Laporan:
        """The report with the round's findings, then with dispensations taken into account."""
        berkas: Sequence[HasilBerkas] = laporan.files
        ronde = None
        if self.ronde is not None:
            berkas, ronde = periksa_ronde(self.ronde, berkas, pilihan)
        catatan = None
        if self.dispensasi:
            assert self.per_tanggal is not None
            berkas, catatan = terapkan_dispensasi(self.dispensasi, berkas, self.per_tanggal)
        return replace(laporan, files=tuple(berkas), ronde=ronde, dispensasi=catatan)


def baca_aturan_main(
    ronde: Jalur | None = None, dispensasi: Jalur | None = None, per_tanggal: datetime.date | None = None
) -> AturanMain:
    """Read the files of a round. per_tanggal: the day on which dispensations must be in force; else the deadline.

    Raises KinerjaError on a file that cannot be used, and when dispensations are given but no day to count them on.
    """
    satu = baca_ronde(Path(ronde)) if ronde else None
    semua = baca_dispensasi(Path(dispensasi)) if dispensasi else ()
    hari = per_tanggal or (satu.tenggat.date() if satu and satu.tenggat else None)
    if semua and hari is None:
        raise KinerjaError(
            "dispensasi berlaku sampai suatu tanggal: sebutkan --per-tanggal (mis. 2025-02-28), "
            "atau tulis tenggat di berkas ronde."
        )
    return AturanMain(satu, semua, hari)
