"""Two calculation engines over in-memory cells, and inputs for them: the worked cases and seeded changes of them.

A `Soal` is one call: a function, its fiscal year and its arguments as cells. `formualizer` gets all of them in
one workbook; `formulas` compiles each formula once and is fed cell arrays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from math import floor
from random import Random
from typing import Any, Optional

from larik_uji import atas_larik, cocok, datar

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import rentang
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.serial import ke_serial

GALAT = "galat"  # any refusal: a KinerjaError or an Excel error value
KOSONG = ""  # None in Python, empty text in a cell

# Where `formulas` is known to differ from Excel, it computes with our definition instead.
# ROUND: the engine rounds the binary value; Excel rounds halves away from zero on 15 digits.
# TRIM: the engine keeps double spaces between words. ISNUMBER: it takes the text "5" for a number.
# MATCH: an escaped wildcard (~*) is an error there.
BEDA_FORMULAS = ("ROUND", "TRIM", "ISNUMBER", "MATCH")

# `formualizer` evaluates only operators over ranges inside SUMPRODUCT; a scalar function takes the first cell.
# Excel evaluates these functions cell by cell there, so they are replaced by cell-by-cell ones.
BEDA_FORMUALIZER = ("TRIM", "LEN", "ISTEXT", "ISNUMBER", "ISLOGICAL", "ISBLANK", "ROUND", "INT", "ABS")
BEDA_LARIK_FORMUALIZER = ("MATCH", "ISERROR", "SUBSTITUTE")

GANGGUAN = (None, None, None, 0, "abc", "5", " ", True, False, -1, 1, 2, 0.5, 3.5, 60, 100, 100.5, 120, 1e6, 1e-6)
EKSTREM = (1e15, -1e15, 999999999999999, 1e-15, -1e-9, 1e12, -1e-15)  # Excel keeps 15 digits and no -0


@dataclass
class Soal:
    """One call. masuk: arguments in order without `tahun`; every argument is a grid of cells."""

    fungsi: Indikator
    tahun: Optional[int]
    masuk: list[list[list[Any]]]
    asli: list[Any]

    def alamat(self, baris: int = 1) -> list[str]:
        """Cell ranges of the arguments, side by side from column A."""
        kolom, hasil = 1, []
        for kisi in self.masuk:
            lebar = len(kisi[0])
            hasil.append("'Uji'!" + rentang(baris, kolom, baris + len(kisi) - 1, kolom + lebar - 1, mutlak=True))
            kolom += lebar + 1
        return hasil

    def rumus(self, baris: int = 1) -> str:
        return self.fungsi.rumus(*self.alamat(baris), tahun=self.tahun)

    def python(self) -> Any:
        """What the Python rule says."""
        try:
            hasil = self.fungsi(*self.asli)
        except KinerjaError:
            return GALAT
        return KOSONG if hasil is None else hasil


def kisi(nilai: Any) -> list[list[Any]]:
    """An argument as rows of cells; a flat list is a row; blank text stands for an empty cell."""
    if not isinstance(nilai, list):
        nilai = [[nilai]]
    elif not any(isinstance(b, list) for b in nilai):
        nilai = [nilai]
    return [[None if n == "" else n for n in b] for b in nilai]


def soal(fungsi: Indikator, masuk: list[Any]) -> Soal:
    """A call from the `masuk` of a worked case."""
    tahun, sisa = None, []
    for arg, nilai in zip(fungsi.argumen, masuk, strict=False):
        if arg.nama == "tahun":
            tahun = None if nilai == "" else nilai
        else:
            sisa.append(kisi(nilai))
    return Soal(fungsi, tahun, sisa, [None if n == "" else n for n in masuk])


def kasus_fungsi(fungsi: Indikator) -> list[dict[str, Any]]:
    """The worked cases of one function."""
    return [k for k in fungsi.buku.kasus if k["fungsi"] == fungsi.nama]


def ada_tanggal(nilai: Any) -> bool:
    """Does an argument hold date cells?"""
    return any(isinstance(n, (date, datetime)) for b in kisi(nilai) for n in b)


def soal_acak(fungsi: Indikator, banyak: int, benih: int) -> list[Soal]:
    """Seeded changes of the worked cases: cells replaced, moved slightly, arguments mixed, rows taken or doubled."""
    acak = Random(f"{fungsi.nama}-{benih}")
    kasus = [k["masuk"] for k in kasus_fungsi(fungsi) if len(k["masuk"])]
    return [
        soal(fungsi, _ubah(fungsi, deepcopy(acak.choice(kasus)), kasus, acak)) for _ in range(banyak if kasus else 0)
    ]


def _ubah(fungsi: Indikator, masuk: list[Any], semua: list[Any], acak: Random) -> list[Any]:
    tempat = [i for i in range(len(masuk)) if fungsi.argumen[i].nama != "tahun"]
    for _ in range(acak.choice((1, 1, 2, 3))):
        ke = acak.choice(tempat)
        lain = acak.choice(semua)
        if acak.random() < 0.2 and len(lain) > ke and _bentuk(lain[ke]) == _bentuk(masuk[ke]):
            masuk[ke] = deepcopy(lain[ke])
        else:
            masuk[ke] = _ubah_argumen(fungsi.argumen[ke].jenis, masuk[ke], acak)
    return masuk


def _bentuk(nilai: Any) -> tuple[int, int]:
    return len(kisi(nilai)), len(kisi(nilai)[0])


def _ubah_argumen(jenis: str, nilai: Any, acak: Random) -> Any:
    if not isinstance(nilai, list):
        return _ubah_sel(nilai, acak)
    isi = kisi(nilai)
    cara = acak.random()
    if jenis == "rentang" and cara > 0.9:
        isi = _ubah_ukuran(isi, acak)
    elif jenis == "rentang" and cara < 0.1 and len(isi) > 1:
        isi[acak.randrange(len(isi))] = [None] * len(isi[0])
    elif jenis == "rentang" and cara < 0.2:
        isi = [[_ubah_sel(n, acak, kecil=True) for n in b] for b in isi]
    else:
        for _ in range(acak.choice((1, 1, 2, 4))):
            b, k = acak.randrange(len(isi)), acak.randrange(len(isi[0]))
            isi[b][k] = _ubah_sel(isi[b][k], acak)
    return [["" if n is None else n for n in b] for b in isi]


def _ubah_ukuran(isi: list[list[Any]], acak: Random) -> list[list[Any]]:
    """The same cells with a row or column more or less, or turned on their side."""
    cara = acak.choice(("tambah baris", "tambah kolom", "kurang baris", "kurang kolom", "putar"))
    if cara == "tambah baris":
        return [*isi, list(acak.choice(isi))]
    if cara == "tambah kolom":
        return [[*b, b[-1]] for b in isi]
    if cara == "kurang baris" and len(isi) > 1:
        return isi[:-1]
    if cara == "kurang kolom" and len(isi[0]) > 1:
        return [b[:-1] for b in isi]
    return [list(kolom) for kolom in zip(*isi, strict=True)]


def _ubah_sel(nilai: Any, acak: Random, kecil: bool = False) -> Any:
    if isinstance(nilai, (date, datetime)):
        return ke_serial(nilai) + acak.choice((-731, -730, -1, 0, 1, 30, 730, 731))
    angka = isinstance(nilai, (int, float)) and not isinstance(nilai, bool)
    if angka and (kecil or acak.random() < 0.5):
        baru = nilai + acak.choice((-1, 1, 2, -0.01, 0.01, 0.004, 0.005, 1, 10))
        return float(f"{baru:.15g}") if isinstance(baru, float) else baru  # what a typed cell can hold
    if isinstance(nilai, str) and nilai and (kecil or acak.random() < 0.4):
        return acak.choice((nilai.upper(), nilai.lower(), f" {nilai} ", nilai + "x"))
    baru = acak.choice(EKSTREM if acak.random() < 0.1 else GANGGUAN)
    return "" if baru is None else baru


def bandingkan(python: Any, mesin: Any, rel: float = 1e-9) -> bool:
    """Same refusal, same blank, same text, or the same number within the order of summing."""
    if isinstance(python, (int, float)) and not isinstance(python, bool):
        if not isinstance(mesin, (int, float)) or isinstance(mesin, bool):
            return False
        return abs(python - mesin) <= rel * max(1.0, abs(python), abs(mesin))
    return type(python) is type(mesin) and python == mesin


def _sel(nilai: Any) -> Any:
    return ke_serial(nilai) if isinstance(nilai, (date, datetime)) else nilai


def _per_sel(fungsi: Callable[..., Any]) -> Callable[..., Any]:
    """A function of cells as a function of ranges; an error value passes through."""

    def banyak(pertama: Any, *lain: Any) -> Any:
        if isinstance(pertama, list):
            return [[banyak(n, *lain) for n in b] if isinstance(b, list) else banyak(b, *lain) for b in pertama]
        return fungsi(pertama, *lain)

    return banyak


def _tampil(nilai: Any) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return str(nilai).upper()
    return f"{nilai:.15g}" if isinstance(nilai, float) else str(nilai)


def _trim(nilai: Any) -> str:
    return " ".join(kata for kata in _tampil(nilai).split(" ") if kata)


def _bilangan(nilai: Any) -> Any:
    if isinstance(nilai, str):
        raise ValueError("text where a number is due")
    return nilai or 0


def _angka(nilai: Any) -> bool:
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)


def _pasang_per_sel(buku: Any) -> None:
    ganti = {
        "TRIM": _trim,
        "LEN": lambda x: len(_tampil(x)),
        "ISTEXT": lambda x: isinstance(x, str),
        "ISNUMBER": _angka,
        "ISLOGICAL": lambda x: isinstance(x, bool),
        "ISBLANK": lambda x: x is None,
        "ROUND": lambda x, d: bulat(_bilangan(x), int(d)),
        "INT": lambda x: floor(_bilangan(x)),
        "ABS": lambda x: abs(_bilangan(x)),
    }
    assert tuple(ganti) == BEDA_FORMUALIZER
    for nama, fungsi in ganti.items():
        banyak = 2 if nama == "ROUND" else 1
        buku.register_function(nama, _per_sel(fungsi), min_args=banyak, max_args=banyak, allow_override_builtin=True)
    _pasang_larik(buku)


_TIDAK_ADA = {"type": "Error", "kind": "Na"}


def _pasang_larik(buku: Any) -> None:
    def match(kunci: Any, larik: Any, jenis: Any) -> Any:
        assert int(jenis) == 0, "twins look up exact keys only"
        isi = datar(larik)
        return atas_larik(lambda satu: cocok(satu, isi, _TIDAK_ADA), kunci)

    ganti = {
        "MATCH": (3, match),
        "ISERROR": (1, lambda isi: atas_larik(lambda satu: isinstance(satu, dict), isi)),
        "SUBSTITUTE": (3, lambda isi, lama, baru: atas_larik(lambda satu: _tampil(satu).replace(lama, baru), isi)),
    }
    assert tuple(ganti) == BEDA_LARIK_FORMUALIZER
    for nama, (banyak, fungsi) in ganti.items():
        buku.register_function(nama, fungsi, min_args=banyak, max_args=banyak, allow_override_builtin=True)


def rumus_atau_kosong(satu: Soal) -> str:
    """The formula, or "" for a shape that the twin refuses to be written for."""
    try:
        return satu.rumus()
    except KinerjaError:
        return ""


def hitung_formualizer(daftar: list[Soal]) -> list[Any]:
    """Every call in one workbook of `formualizer`: a block of rows each, formulas on a sheet of their own."""
    import formualizer

    buku = formualizer.Workbook()
    _pasang_per_sel(buku)
    buku.add_sheet("Uji")
    buku.add_sheet("Hasil")
    hasil: list[Any] = [GALAT] * len(daftar)
    baris, terpasang = 1, []
    for ke, satu in enumerate(daftar):
        kolom = 1
        for isi in satu.masuk:
            for b, deret in enumerate(isi):
                for k, nilai in enumerate(deret):
                    if nilai is not None:
                        buku.set_value("Uji", baris + b, kolom + k, _sel(nilai))
            kolom += len(isi[0]) + 1
        try:
            buku.set_formula("Hasil", ke + 1, 1, "=" + satu.rumus(baris))
            terpasang.append(ke)
        except KinerjaError:  # a shape that the twin refuses to be written for
            pass
        baris += max((len(isi) for isi in satu.masuk), default=1) + 1
    buku.evaluate_all()
    for ke in terpasang:
        nilai = buku.evaluate_cell("Hasil", ke + 1, 1)
        hasil[ke] = GALAT if isinstance(nilai, dict) and nilai.get("type") == "Error" else nilai
    return hasil


@lru_cache(maxsize=1)
def _penguraian() -> Any:
    import formulas
    import numpy as np
    from formulas.functions import Error, sh, wrap_func, wrap_ranges_func, wrap_ufunc
    from formulas.functions.info import FalseArray, iserror
    from formulas.functions.text import _kw1 as seperti_teks

    def angka(nilai: Any) -> bool:
        return isinstance(nilai, np.number) or _angka(nilai)

    fungsi = formulas.get_functions()
    fungsi["ROUND"] = wrap_ufunc(lambda x, d: bulat(x, int(d)))
    fungsi["TRIM"] = wrap_ufunc(_trim, **seperti_teks)
    fungsi["ISNUMBER"] = wrap_ranges_func(partial(iserror, check=angka, array=FalseArray))
    tidak_ada, asli = Error.errors["#N/A"], fungsi["MATCH"]

    def match(kunci: Any, larik: Any, *jenis: Any) -> Any:
        if not any(isinstance(n, str) and "~" in n for n in np.ravel(kunci)):
            return asli(kunci, larik, *jenis)
        isi = [None if n is sh.EMPTY else n for n in np.ravel(larik)]
        return np.array([[cocok(n, isi, tidak_ada) for n in b] for b in np.atleast_2d(kunci)], dtype=object)

    fungsi["MATCH"] = wrap_func(match)
    return formulas.Parser()


def hitung_formulas(daftar: list[Soal]) -> list[Any]:
    """Calls grouped by formula text (same shape, same year); each formula is compiled once by `formulas`."""
    kelompok: dict[str, list[int]] = defaultdict(list)
    hasil: list[Any] = [GALAT] * len(daftar)
    for ke, satu in enumerate(daftar):
        with suppress(KinerjaError):
            kelompok[satu.rumus()].append(ke)
    for rumus, anggota in kelompok.items():
        fungsi = _penguraian().ast("=" + rumus)[1].compile()
        for ke in anggota:
            hasil[ke] = _jalankan(fungsi, daftar[ke])
    return hasil


def _jalankan(fungsi: Any, satu: Soal) -> Any:
    import numpy as np
    from formulas.functions import XlError, sh
    from formulas.ranges import Ranges

    lembar: dict[tuple[int, int], Any] = {}
    kolom = 1
    for isi in satu.masuk:
        for b, deret in enumerate(isi):
            for k, nilai in enumerate(deret):
                lembar[b + 1, kolom + k] = _sel(nilai)
        kolom += len(isi[0]) + 1
    masukan = []
    for nama in fungsi.inputs.values():
        ref = nama.ranges[0]
        kotak = [
            [sh.EMPTY if (n := lembar.get((b, k))) is None else n for k in range(ref["n1"], ref["n2"] + 1)]
            for b in range(int(ref["r1"]), int(ref["r2"]) + 1)
        ]
        masukan.append(Ranges().set_value(ref, np.array(kotak, dtype=object)))
    nilai = np.asarray(fungsi(*masukan), dtype=object).ravel()[0]
    if isinstance(nilai, XlError):
        return GALAT
    if isinstance(nilai, np.generic):
        return nilai.item()
    return nilai


def hitung_rumus(satu: Soal, rumus: str) -> Any:
    """Any formula over the cells of one call, by `formulas`."""
    return _jalankan(_penguraian().ast("=" + rumus)[1].compile(), satu)
