"""Engine: `formulas` (Python). The second opinion: slow, independent of the first.

Each formula skeleton (references replaced by their shapes) is compiled once; cells are then evaluated in topological
order on arrays that we cut ourselves, so no file is opened and one odd formula cannot stop the others.

Where the library is known to differ from Excel:
- ROUND rounds halves to even on the binary value (ROUND(1.005,2) = 1): replaced by core.numerik.bulat.
- ROUNDUP and ROUNDDOWN raise ten to the number of digits, however large: held to what a number can have.
- TRIM keeps double spaces between words, ISNUMBER("5") is TRUE: replaced by mesin.per_sel.
- Others inside the allow-list stand in docs/mesin.md and are held by tests/mesin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from importlib.util import find_spec
from math import ceil, floor
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import rentang
from kinerja_xl.core.numerik import bulat
from kinerja_xl.mesin.galat import GALAT_EXCEL, GalatExcel
from kinerja_xl.mesin.nama import Kotak, acuan, keping
from kinerja_xl.mesin.per_sel import angka, trim
from kinerja_xl.mesin.soal import Soal
from kinerja_xl.spec.manifest import Nilai, Titik, tempat

NAMA = "formulas"
_LEMBAR = "'Acuan'!"
_MAKS_DIGIT = 308
_KITA: dict[str, Callable[[list[Any]], Any]] = {}


def tersedia() -> bool:
    """Is the engine installed?"""
    return find_spec("formulas") is not None


def hitung(soal: Soal, gagal: dict[Titik, str] | None = None) -> dict[Titik, Nilai]:
    """Values of all formulas of the problem. gagal: gets the formulas that cannot be computed, with the reason."""
    from schedula import EMPTY

    _pasang_kita(soal.fungsi)
    isi: dict[Titik, Any] = dict(soal.nilai)
    hasil: dict[Titik, Nilai] = {}
    potongan: dict[Kotak, Any] = {}  # ranges already cut; a range is read only after its formulas are done
    for titik, rumus in soal.rumus.items():
        try:
            hasil[titik], isi[titik] = _nilai(titik, _hitung_satu(rumus, titik, isi, potongan), EMPTY)
        except KinerjaError as salah:
            if gagal is None:
                raise
            gagal[titik] = str(salah)
    return hasil


def _hitung_satu(rumus: str, titik: Titik, isi: Mapping[Titik, Any], potongan: dict[Kotak, Any]) -> Any:
    import numpy as np

    try:
        with np.errstate(all="ignore"):  # an overflow is a value of the cell, not a word on the user's screen
            return _satu(rumus, titik[0], isi, potongan)
    except (KinerjaError, MemoryError):
        raise
    except Exception as salah:  # the library raises whatever its dependencies raise
        raise KinerjaError(f"{tempat(titik)}: mesin {NAMA} tidak dapat menghitung rumus ini: {salah}") from salah


def _pasang_kita(fungsi: Mapping[str, Callable[[list[Any]], Any]]) -> None:
    """Functions of ours, made known to the library once by name; they answer as this problem wants."""
    from formulas.functions import wrap_func

    _penguraian()
    import formulas

    kenal = formulas.get_functions()
    for nama in fungsi.keys() - _KITA.keys():
        kenal[nama] = wrap_func(partial(_panggil_kita, nama))
    _KITA.update(fungsi)


def _panggil_kita(nama: str, *isi: Any) -> Any:
    import numpy as np
    from formulas.functions import Error

    hasil = _KITA[nama]([_sel(n) for n in isi])
    if isinstance(hasil, GalatExcel):
        return Error.errors[str(hasil)]
    return np.array(hasil, dtype=object) if isinstance(hasil, list) else hasil


def _sel(nilai: Any) -> Any:
    """A value of the library as ours: a list of rows, or one cell."""
    import numpy as np
    from formulas.functions import XlError
    from schedula import EMPTY

    if isinstance(nilai, np.ndarray) and nilai.ndim == 2:
        return [[_sel(n) for n in deret] for deret in nilai.tolist()]
    if isinstance(nilai, np.ndarray):
        return _sel(nilai.ravel()[0])
    if isinstance(nilai, XlError):
        return GalatExcel(str(nilai))
    if nilai is EMPTY:
        return None
    return nilai.item() if isinstance(nilai, np.generic) else nilai


def _satu(rumus: str, lembar: str, isi: Mapping[Titik, Any], potongan: dict[Kotak, Any]) -> Any:
    kerangka, kotak = _kerangka(rumus, lembar)
    fungsi, urutan = _kompilasi(kerangka)
    return fungsi(*(_larik(kotak[ke], ref, isi, potongan) for ke, ref in urutan))


@lru_cache(maxsize=20000)
def _kerangka(rumus: str, lembar: str) -> tuple[str, tuple[Kotak, ...]]:
    """The formula over stand-in ranges of the same shapes side by side in row 1, and the real ranges in order."""
    deret, tempat_kotak, kolom = keping(rumus), {}, 1
    hasil, sebelum = [], 0
    for kotak, dari, sampai in acuan(rumus, lembar):
        if kotak not in tempat_kotak:
            tinggi, lebar = kotak[3] - kotak[1] + 1, kotak[4] - kotak[2] + 1
            tempat_kotak[kotak] = rentang(1, kolom, tinggi, kolom + lebar - 1, True)
            kolom += lebar + 1
        hasil += [k.teks for k in deret[sebelum:dari]]
        hasil.append(_LEMBAR + tempat_kotak[kotak])
        sebelum = sampai
    hasil += [k.teks for k in deret[sebelum:]]
    return "".join(hasil), tuple(tempat_kotak)


@lru_cache(maxsize=5000)
def _kompilasi(kerangka: str) -> tuple[Any, tuple[tuple[int, Any], ...]]:
    """Compiled skeleton, and for each of its inputs: number of the range and the library's own reference."""
    fungsi = _penguraian().ast("=" + kerangka)[1].compile()
    acu = [satu.ranges[0] for satu in fungsi.inputs.values()]
    nomor = {n1: ke for ke, n1 in enumerate(sorted({int(a["n1"]) for a in acu}))}
    return fungsi, tuple((nomor[int(a["n1"])], a) for a in acu)


@lru_cache(maxsize=1)
def _penguraian() -> Any:
    import formulas
    import numpy as np
    from formulas.functions import wrap_ranges_func, wrap_ufunc
    from formulas.functions.info import FalseArray, iserror
    from formulas.functions.math import xround
    from formulas.functions.text import _kw1 as seperti_teks

    def bilangan(nilai: Any) -> bool:
        return isinstance(nilai, np.number) or angka(nilai)

    fungsi = formulas.get_functions()
    fungsi["ROUND"] = wrap_ufunc(lambda nilai, digit: bulat(nilai, int(digit)))
    fungsi["ROUNDUP"] = wrap_ufunc(lambda nilai, digit: xround(nilai, _digit(digit), func=ceil))
    fungsi["ROUNDDOWN"] = wrap_ufunc(lambda nilai, digit: xround(nilai, _digit(digit), func=floor))
    fungsi["TRIM"] = wrap_ufunc(trim, **seperti_teks)
    fungsi["ISNUMBER"] = wrap_ranges_func(partial(iserror, check=bilangan, array=FalseArray))
    return formulas.Parser()


def _digit(digit: Any) -> int:
    """Decimals of a rounding, no more than a number has: the library would raise ten to any power."""
    return max(-_MAKS_DIGIT, min(_MAKS_DIGIT, int(digit)))


def _larik(kotak: Kotak, ref: Any, isi: Mapping[Titik, Any], potongan: dict[Kotak, Any]) -> Any:
    import numpy as np
    from formulas.ranges import Ranges
    from schedula import EMPTY

    if kotak not in potongan:
        lembar, b1, k1, b2, k2 = kotak
        larik = np.empty((b2 - b1 + 1, k2 - k1 + 1), dtype=object)
        for b in range(b1, b2 + 1):
            for k in range(k1, k2 + 1):
                larik[b - b1, k - k1] = isi.get((lembar, b, k), EMPTY)
        potongan[kotak] = larik
    return Ranges().set_value(ref, potongan[kotak])


def _nilai(titik: Titik, mentah: Any, kosong: Any) -> tuple[Nilai, Any]:
    """The value as we report it, and as the library wants it in later arrays."""
    import numpy as np
    from formulas.functions import XlError

    satu = np.asarray(mentah, dtype=object).ravel()[0]
    if isinstance(satu, XlError):
        sebutan = str(satu)
        if sebutan not in GALAT_EXCEL:
            raise KinerjaError(f"{tempat(titik)}: mesin {NAMA} tidak dapat menghitung rumus ini ({sebutan})")
        return GalatExcel(sebutan), satu
    if satu is kosong:
        return 0.0, 0.0
    if isinstance(satu, (bool, np.bool_)):
        return bool(satu), bool(satu)
    if isinstance(satu, (int, float, np.number)):
        return float(satu), float(satu)
    return str(satu), str(satu)
