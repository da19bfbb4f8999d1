"""Each rule against its Excel twin in two engines: the worked cases and seeded changes of them."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from kinerja_xl.functions import functions

FUNGSI = sorted(nama for nama, satu in functions().items() if satu.excel is not None)
# SUBSTITUTE: the only way to make the wildcards of MATCH harmless.
_DAFTAR = """
SUM AVERAGE IF AND OR NOT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS SUMIF SUMIFS SUMPRODUCT MIN MAX ROUND ROUNDUP
ROUNDDOWN ABS INT MOD IFERROR INDEX MATCH VLOOKUP LOOKUP DATE YEAR MONTH DAY WEEKDAY EDATE NA ISNUMBER ISTEXT
ISLOGICAL ISBLANK ISERROR TRIM LEN PRODUCT POWER SQRT LN EXP MEDIAN CHOOSE VALUE TEXT UPPER LOWER N EXACT
FREQUENCY SUBSTITUTE
"""
BOLEH = set(_DAFTAR.split())
# Over argument names also what a LAMBDA has: shapes and array functions.
LARIK = {"ROWS", "COLUMNS", "LET", "LAMBDA", "MAP", "REDUCE", "BYROW", "BYCOL", "UNIQUE", "FILTER", "VSTACK"}
BANYAK_CEPAT, BANYAK_LAMBAT = 300, 40
_PANGGIL = re.compile(r"([A-Z][A-Z0-9.]*)\(")
_DILARANG = re.compile(r"--|INDEX\([^{,]*,0,")
_TEKS = re.compile(r'"[^"]*"')


def _periksa(mesin_uji: ModuleType, daftar: list, hasil: list) -> None:
    beda = []
    for satu, dari_mesin in zip(daftar, hasil, strict=True):
        dari_python = satu.python()
        if not mesin_uji.bandingkan(dari_python, dari_mesin):
            beda.append(f"{satu.asli!r}: Python {dari_python!r}, engine {dari_mesin!r}")
    assert not beda, f"{len(beda)} of {len(daftar)} differ\n" + "\n".join(beda[:10])


@pytest.mark.parametrize("nama", FUNGSI)
def test_formualizer_computes_what_python_computes(nama: str, mesin_uji: ModuleType) -> None:
    fungsi = functions()[nama]
    daftar = [mesin_uji.soal(fungsi, k["masuk"]) for k in mesin_uji.kasus_fungsi(fungsi)]
    daftar += mesin_uji.soal_acak(fungsi, BANYAK_CEPAT, benih=2024)
    _periksa(mesin_uji, daftar, mesin_uji.hitung_formualizer(daftar))


@pytest.mark.parametrize("nama", FUNGSI)
def test_formulas_computes_what_python_computes(nama: str, mesin_uji: ModuleType) -> None:
    fungsi = functions()[nama]
    daftar = [mesin_uji.soal(fungsi, k["masuk"]) for k in mesin_uji.kasus_fungsi(fungsi)]
    daftar += mesin_uji.soal_acak(fungsi, BANYAK_LAMBAT, benih=2025)
    _periksa(mesin_uji, daftar, mesin_uji.hitung_formulas(daftar))


@pytest.mark.parametrize("nama", FUNGSI)
def test_a_twin_uses_only_functions_that_every_spreadsheet_has(nama: str, mesin_uji: ModuleType) -> None:
    fungsi = functions()[nama]
    for kasus in mesin_uji.kasus_fungsi(fungsi):
        if "galat" in kasus:
            continue
        rumus = mesin_uji.soal(fungsi, kasus["masuk"]).rumus()
        assert set(_PANGGIL.findall(_TEKS.sub("", rumus))) <= BOLEH
        assert not _DILARANG.search(rumus), "one engine fails on this form"
        assert len(rumus) < 8000


@pytest.mark.parametrize("nama", FUNGSI)
def test_a_twin_can_be_written_over_argument_names(nama: str) -> None:
    rumus = functions()[nama].rumus_bernama()
    assert set(_PANGGIL.findall(_TEKS.sub("", rumus))) <= BOLEH | LARIK
    assert len(rumus) < 8000
