"""Formulas in the Indonesian form: separators and decimals turn, texts and sheet names stay."""

from __future__ import annotations

import re

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.rumus_lokal import ke_lokal
from kinerja_xl.functions import functions

PASANGAN = [
    ("IF(A1>88.31,1,2)", "IF(A1>88,31;1;2)"),
    ("ROUND(B5*0.071,3)", "ROUND(B5*0,071;3)"),
    ("B5*.5+1.", "B5*,5+1."),
    ('IF(A1="a,b.5",1.5,"c,")', 'IF(A1="a,b.5";1,5;"c,")'),
    ('IF(A1="kata ""1,5""",1,2)', 'IF(A1="kata ""1,5""";1;2)'),
    ("SUM('Data 1.5, lama'!A1:B2,1.25)", "SUM('Data 1.5, lama'!A1:B2;1,25)"),
    ("A1*1e-06+2.5e-07", "A1*1e-06+2,5e-07"),
    ("CEILING.MATH(A1,2)", "CEILING.MATH(A1;2)"),
    ("data.1+v2.5x", "data.1+v2.5x"),
]


@pytest.mark.parametrize(("berkas", "lokal"), PASANGAN)
def test_a_formula_turns_into_its_indonesian_form(berkas: str, lokal: str) -> None:
    assert ke_lokal(berkas) == lokal


def test_an_array_constant_has_no_one_indonesian_form() -> None:
    with pytest.raises(KinerjaError, match="larik"):
        ke_lokal("SUM({1,2;3,4})")
    assert ke_lokal('IF(A1="{1,2}",1,2)') == 'IF(A1="{1,2}";1;2)'


@pytest.mark.parametrize("nama", [n for n, f in functions().items() if f.excel and "{" not in f.rumus_bernama()])
def test_turning_back_gives_the_formula_of_the_file(nama: str) -> None:
    rumus = functions()[nama].rumus_bernama()
    bagian = re.split(r'("(?:[^"]|"")*")', ke_lokal(rumus))
    kembali = [isi if ke % 2 else isi.replace(",", ".").replace(";", ",") for ke, isi in enumerate(bagian)]
    assert "".join(kembali) == rumus
