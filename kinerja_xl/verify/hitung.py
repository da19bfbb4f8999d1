"""Recomputation of the template's formulas on the submitted inputs: the one place that speaks to the engines."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat


def hitung(kasus: Kasus, mesin: str) -> list[Temuan]:
    """Fill in kasus.hasil and the doors to the graph and the second engine; a failure is a finding."""
    from kinerja_xl import mesin as ruang

    try:
        kasus.hasil = ruang.hitung(kasus.manifest, kasus.masukan, mesin)
    except KinerjaError as salah:
        return [buat("NIL-08", sebab=Kata(str(salah), str(salah)))]
    ingat: dict[Titik, Collection[Titik]] = {}

    def pendahulu(titik: Titik) -> Collection[Titik]:
        if titik not in ingat:
            ingat[titik] = ruang.isian_pendahulu(kasus.manifest, titik)
        return ingat[titik]

    tersedia = ruang.mesin_tersedia()
    utama = tersedia[0] if mesin == "otomatis" else mesin
    kedua = next((nama for nama in ("formulas", "formualizer") if nama in tersedia and nama != utama), None)

    def lain(titik: Collection[Titik]) -> Mapping[Titik, Nilai]:
        return ruang.hitung_sebagian(kasus.manifest, kasus.masukan, titik, kedua or utama)

    kasus.pendahulu = pendahulu
    kasus.langsung = ruang.graf(kasus.manifest).tetangga
    kasus.hitung_lain = lain if kedua else None
    return []
