"""Recomputation of the template's formulas on the submitted inputs: the one place that speaks to the engines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cache

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat


def hitung(kasus: Kasus, mesin: str) -> list[Temuan]:
    """Fill in kasus.hasil and the doors to the graph and the second engine; a failure is a finding."""
    from kinerja_xl import mesin as ruang

    try:
        kasus.hasil = terbukti(kasus) if mesin == "otomatis" else None
        if kasus.hasil is None:
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
    kasus.pendahulu = pendahulu
    kasus.langsung = lambda titik: ruang.graf(kasus.manifest).tetangga(titik)
    kasus.pembaca = lambda titik: ruang.graf(kasus.manifest).pembaca(titik)
    kasus.dari_tersimpan = cache(lambda: _dari_tersimpan(kasus))
    kasus.hitung_lain, kasus.hitung_ketiga = (*penilai, None, None)[:2]
    return []


def _oleh(kasus: Kasus, nama: str) -> Callable[[Collection[Titik]], Mapping[Titik, Nilai]]:
    """Some cells computed by one engine."""

    def jalankan(titik: Collection[Titik]) -> Mapping[Titik, Nilai]:
        from kinerja_xl import mesin as ruang

        return ruang.hitung_sebagian(kasus.manifest, kasus.masukan, titik, nama)

    return jalankan


def terbukti(kasus: Kasus) -> dict[Titik, Nilai] | None:
    """The stored results, when every one is shown to follow from the stored cells it reads; None: compute them.

    The fast lane: it never says that a value is wrong, only that all of them are right.
    """
    from kinerja_xl.mesin.sertifikat import sertifikat

    tersimpan = _tersimpan(kasus)
    if tersimpan is None:
        return None
    nilai = {**_tetap(kasus), **kasus.masukan, **tersimpan}
    if sertifikat(kasus.manifest).tidak_terbukti(nilai):
        return None
    return {titik: "" if isi is None else isi for titik, isi in tersimpan.items()}


def _tersimpan(kasus: Kasus) -> dict[Titik, Nilai] | None:
    """Stored values of the formula cells; None when one has none of its own."""
    hasil: dict[Titik, Nilai] = {}
    for titik, _, ada in kasus.setiap("rumus"):
        if ada is None or ada.rumus is None or ada.nilai is None:
            return None
        hasil[titik] = GalatExcel(ada.nilai) if ada.jenis == "e" else _angka(ada.nilai)
    return hasil


def _dari_tersimpan(kasus: Kasus) -> Mapping[Titik, Nilai]:
    """What each formula gives from the stored cells it reads; None where that is not sure."""
    from kinerja_xl.mesin.sertifikat import sertifikat

    ada = {
        titik: GalatExcel(sel.nilai) if sel.jenis == "e" else _angka(sel.nilai)
        for titik, _, sel in kasus.setiap("rumus")
        if sel is not None and sel.nilai is not None
    }
    return sertifikat(kasus.manifest).dari_nilai({**_tetap(kasus), **kasus.masukan, **ada})


def _tetap(kasus: Kasus) -> dict[Titik, Nilai]:
    return {(m.nama, sel.baris, sel.kolom): sel.nilai for m, sel in kasus.manifest.setiap("label") if sel.nilai != ""}


def _angka(nilai: Nilai) -> Nilai:
    return float(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai
