"""IKM by another recipe: other weight, rounding on the way, blanks counted, another kind of mean."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Any

from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import angka, rapikan
from kinerja_xl.resep.model import INGAT, Pilihan
from kinerja_xl.resep.nilai_simpan import potong


def hitung(fungsi: str, masa: Masa, isi: Mapping[str, Any], pilih: Mapping[str, Pilihan]) -> float:
    """Score of answers or of averages under the departures given; none = the rule book's own value."""
    cara = pilih["rata"].kode if "rata" in pilih else ""
    ingat = isi.get(INGAT, {})
    if cara not in ingat:
        ingat[cara] = _dari_jawaban(isi["jawaban"], cara) if fungsi == "IKM_SCORE" else _dari_nrr(isi["nrr"])
    nrr = ingat[cara]
    nrr = [_bulatkan(n, pilih.get("nrr")) for n in nrr]
    lain = next((p.nilai for p in pilih.values() if p.nilai is not None), None)
    bobot = masa.angka("bobot") if lain is None else float(lain)
    indeks = _indeks(masa, nrr, bobot, pilih.get("tertimbang"))
    return _bulatkan(indeks, pilih.get("indeks")) * masa.angka("nilai_dasar")


def _indeks(masa: Masa, nrr: list[float], bobot: float, tertimbang: Pilihan | None) -> float:
    """Sum of the weighted averages, scale 1-4."""
    if tertimbang is not None:
        return fsum(_bulatkan(n * bobot, tertimbang) for n in nrr)
    if any(p.nama == "desimal_tertimbang" for p in masa.parameter):
        return fsum(bulat(n * bobot, masa.bulat("desimal_tertimbang")) for n in nrr)
    return fsum(nrr) * bobot


def _bulatkan(nilai: float, cara: Pilihan | None) -> float:
    if cara is None or cara.desimal is None:
        return nilai
    return potong(nilai, cara.desimal) if cara.potong else bulat(nilai, cara.desimal)


def _dari_nrr(nrr: Any) -> list[float]:
    return [angka(n, "NRR") for baris in rapikan(nrr) for n in baris]


def _dari_jawaban(jawaban: Any, cara: str) -> list[float]:
    """Averages by unsur; blank rows are no respondents."""
    baris = [b for b in rapikan(jawaban) if any(n is not None for n in b)]
    kolom = [[angka(n, "jawaban") for n in satu if n is not None] for satu in zip(*baris, strict=True)]
    if cara == "kosong-nol":
        return [sum(satu) / len(baris) for satu in kolom]
    if cara == "rata-seluruh":
        return [sum(map(sum, kolom)) / sum(map(len, kolom))] * len(kolom)
    if cara == "rata-responden":
        orang = [[n for n in b if n is not None] for b in baris]
        return [fsum(sum(satu) / len(satu) for satu in orang) / len(orang)] * len(kolom)
    return [sum(satu) / len(satu) for satu in kolom]
