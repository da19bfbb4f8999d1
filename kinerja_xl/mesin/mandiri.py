"""Sheets that stand alone (the working calendar): computed once for the same inputs, numbers from then on.

All documents of an office carry the same calendar, which is most of their formulas.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from kinerja_xl.mesin.simpanan import Simpanan
from kinerja_xl.mesin.soal import Soal
from kinerja_xl.spec.manifest import LembarM, Manifest, Nilai, Titik

Isi = tuple[tuple[Titik, Nilai], ...]
_SIMPAN: Simpanan[LembarM, dict[tuple[str, Isi], Mapping[Titik, float]]] = Simpanan()
_MAKS = 16


def isi_mandiri(manifest: Manifest, masukan: Mapping[Titik, Nilai]) -> list[tuple[LembarM, Isi]]:
    """The sheets that stand alone, each with the inputs given for it."""
    mandiri = {satu.nama: satu for satu in manifest.lembar if satu.mandiri}
    isi: dict[str, list[tuple[Titik, Nilai]]] = defaultdict(list)
    for titik, nilai in masukan.items():
        if titik[0] in mandiri and nilai is not None and nilai != "":
            isi[titik[0]].append((titik, nilai))
    return [(lembar, tuple(sorted(isi[nama], key=lambda i: i[0]))) for nama, lembar in mandiri.items()]


def kurangi(soal: Soal, mesin: str, daftar: list[tuple[LembarM, Isi]]) -> tuple[Soal, dict[Titik, float]]:
    """The problem without the formulas whose values are known, and these values."""
    tahu: dict[Titik, float] = {}
    for lembar, isi in daftar:
        tahu.update(_SIMPAN.ambil(lembar, dict).get((mesin, isi), {}))
    if not tahu:
        return soal, tahu
    rumus = {t: r for t, r in soal.rumus.items() if t not in tahu}
    return replace(soal, rumus=rumus, nilai={**soal.nilai, **tahu}), tahu


def ingat(hasil: Mapping[Titik, Nilai], mesin: str, daftar: list[tuple[LembarM, Isi]]) -> None:
    """Keep the values of sheets that stand alone; only where all are numbers, which stay the same as constants."""
    for lembar, isi in daftar:
        angka: dict[Titik, float] = {}
        for sel in lembar.sel:
            if sel.peran == "rumus":
                nilai = hasil[lembar.nama, sel.baris, sel.kolom]
                if not isinstance(nilai, float):
                    break
                angka[lembar.nama, sel.baris, sel.kolom] = nilai
        else:
            simpan = _SIMPAN.ambil(lembar, dict)
            if len(simpan) < _MAKS:
                simpan[mesin, isi] = angka
