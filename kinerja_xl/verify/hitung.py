"""Recomputation of the template's formulas on the submitted inputs: the one place that speaks to the engines."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat


def hitung(kasus: Kasus, mesin: str) -> list[Temuan]:
    """Fill in kasus.hasil and the doors to the graph and the second engine; a failure is a finding."""
    from kinerja_xl.mesin import hitung as hitung_semua
    from kinerja_xl.mesin import hitung_sebagian
    from kinerja_xl.mesin.graf import isian_pendahulu

    def pendahulu(titik: Titik) -> Collection[Titik]:
        return isian_pendahulu(kasus.manifest, titik)

    def lain(titik: Collection[Titik]) -> Mapping[Titik, Nilai]:
        return hitung_sebagian(kasus.manifest, kasus.masukan, titik)

    try:
        kasus.hasil = hitung_semua(kasus.manifest, kasus.masukan, mesin=mesin)
    except KinerjaError as salah:
        return [buat("NIL-08", sebab=Kata(str(salah), str(salah)))]
    kasus.pendahulu, kasus.hitung_lain = pendahulu, lain
    return []
