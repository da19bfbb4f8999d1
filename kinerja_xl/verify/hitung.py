"""Recomputation of the template's formulas on the submitted inputs: the one place that speaks to the engines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

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
    penilai = [_oleh(kasus, nama) for nama in ("formulas", "formualizer") if nama in tersedia and nama != utama]
    jaring = ruang.graf(kasus.manifest)
    kasus.pendahulu, kasus.langsung, kasus.pembaca = pendahulu, jaring.tetangga, jaring.pembaca
    kasus.hitung_lain, kasus.hitung_ketiga = (*penilai, None, None)[:2]
    return []


def _oleh(kasus: Kasus, nama: str) -> Callable[[Collection[Titik]], Mapping[Titik, Nilai]]:
    """Some cells computed by one engine."""

    def jalankan(titik: Collection[Titik]) -> Mapping[Titik, Nilai]:
        from kinerja_xl import mesin as ruang

        return ruang.hitung_sebagian(kasus.manifest, kasus.masukan, titik, nama)

    return jalankan
