"""Engine: formualizer (Rust). The fast lane: whole workbooks in memory, no file.

Known differences from Excel inside the allow-list stand in docs/mesin.md and are held by tests/mesin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.per_sel import PER_SEL, atas_rentang
from kinerja_xl.mesin.soal import Soal
from kinerja_xl.spec.manifest import Nilai, Titik, tempat

NAMA = "formualizer"
_GALAT = {
    "Div": "#DIV/0!", "Na": "#N/A", "Name": "#NAME?", "Null": "#NULL!", "Num": "#NUM!", "Ref": "#REF!",
    "Value": "#VALUE!",
}  # fmt: skip
_MAKS_ARGUMEN = 30
_PADAT = 4  # a batch may hold so many blanks per value


def tersedia() -> bool:
    """Is the engine installed? (It has no wheel for some machines.)"""
    return find_spec("formualizer") is not None


def hitung(soal: Soal, gagal: dict[Titik, str] | None = None) -> dict[Titik, Nilai]:
    """Values of all formulas of the problem. gagal: gets the formulas that cannot be computed, with the reason."""
    import formualizer

    buku = formualizer.Workbook()
    buku.set_temporal_egress("serial")
    for nama, (sedikit, banyak, fungsi) in PER_SEL.items():
        satu = atas_rentang(fungsi, memeriksa=nama.startswith("IS"))
        buku.register_function(nama, satu, min_args=sedikit, max_args=banyak, allow_override_builtin=True)
    for nama, kita in soal.fungsi.items():
        buku.register_function(nama, _kita(kita), min_args=0, max_args=_MAKS_ARGUMEN)
    for lembar in soal.lembar:
        buku.add_sheet(lembar)
    _isi(buku, soal)
    for (lembar, b, k), rumus in soal.rumus.items():
        try:
            buku.set_formula(lembar, b, k, "=" + rumus)
        except MemoryError:
            raise
        except Exception as salah:
            if gagal is None:
                raise KinerjaError(f"{tempat((lembar, b, k))}: rumus tidak terbaca mesin {NAMA}: {salah}") from salah
            gagal[lembar, b, k] = "rumus tidak terbaca"
    buku.evaluate_all()
    if gagal is None:
        return {titik: _nilai(titik, buku.get_value(*titik)) for titik in soal.rumus}
    return dict(_yang_bisa(buku, soal, gagal))


def _yang_bisa(buku: Any, soal: Soal, gagal: dict[Titik, str]) -> Iterator[tuple[Titik, Nilai]]:
    for titik in soal.rumus:
        if titik in gagal:
            continue
        try:
            yield titik, _nilai(titik, buku.get_value(*titik))
        except KinerjaError as salah:
            gagal[titik] = str(salah)


def _kita(fungsi: Callable[[list[Any]], Any]) -> Callable[..., Any]:
    """A function of ours between the engine's values and ours."""

    def panggil(*isi: Any) -> Any:
        hasil = fungsi([_sel(n) for n in isi])
        if isinstance(hasil, GalatExcel):
            jenis = next(k for k, v in _GALAT.items() if v == hasil)
            return {"type": "Error", "kind": jenis}
        return hasil

    return panggil


def _sel(nilai: Any) -> Any:
    if isinstance(nilai, list):
        return [[_sel(n) for n in (b if isinstance(b, list) else [b])] for b in nilai]
    return GalatExcel(_GALAT.get(str(nilai.get("kind")), "#VALUE!")) if isinstance(nilai, dict) else nilai


def _isi(buku: Any, soal: Soal) -> None:
    """Put the values in, a rectangle a sheet where it is dense enough."""
    per_lembar: dict[str, dict[tuple[int, int], Any]] = defaultdict(dict)
    for (lembar, b, k), nilai in soal.nilai.items():
        per_lembar[lembar][b, k] = nilai
    for lembar, isi in per_lembar.items():
        b1, b2 = min(b for b, _ in isi), max(b for b, _ in isi)
        k1, k2 = min(k for _, k in isi), max(k for _, k in isi)
        if (b2 - b1 + 1) * (k2 - k1 + 1) > _PADAT * len(isi) + 1000:
            for (b, k), nilai in isi.items():
                buku.set_value(lembar, b, k, nilai)
        else:
            kisi = [[isi.get((b, k)) for k in range(k1, k2 + 1)] for b in range(b1, b2 + 1)]
            buku.set_values_batch(lembar, b1, k1, kisi)


def _nilai(titik: Titik, nilai: Any) -> Nilai:
    if isinstance(nilai, list):  # an array result: the cell shows its first value
        return _nilai(titik, nilai[0])
    if nilai is None:
        return 0.0
    if isinstance(nilai, dict):
        jenis = str(nilai.get("kind"))
        if jenis not in _GALAT:
            raise KinerjaError(f"{tempat(titik)}: mesin {NAMA} tidak dapat menghitung rumus ini ({jenis})")
        return GalatExcel(_GALAT[jenis])
    if isinstance(nilai, int) and not isinstance(nilai, bool):
        return float(nilai)
    if isinstance(nilai, (bool, float, str)):
        return nilai
    raise KinerjaError(f"{tempat(titik)}: mesin {NAMA} memberi hasil yang tidak dikenal ({type(nilai).__name__})")
