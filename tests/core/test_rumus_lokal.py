"""Formulas in the form of an Indonesian Excel: only separators change, never text, sheet names or numbers' values."""

from __future__ import annotations

import re

import pytest

from kinerja_xl.cli._tempel import alamat_contoh
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.rumus_lokal import ke_lokal
from kinerja_xl.functions import functions

KASUS = {
    "=ROUND(A1*0.5,2)": "=ROUND(A1*0,5;2)",
    "=SUM(A1:A9)": "=SUM(A1:A9)",
    '=IF(A1="a,b;1.5","x, ""y"", 2.5",.25)': '=IF(A1="a,b;1.5";"x, ""y"", 2.5";,25)',
    "='Data 1.5, baru'!A1+'It''s, 2.0'!B2": "='Data 1.5, baru'!A1+'It''s, 2.0'!B2",
    "=NETWORKDAYS.INTL(A1,B1,1)": "=NETWORKDAYS.INTL(A1;B1;1)",
    "=IKM_dasar.v1*1.25E-3": "=IKM_dasar.v1*1,25E-3",
    "=(1/9)*$B$5%": "=(1/9)*$B$5%",
    '=COUNTIF(A1:A3,">="&65.00)': '=COUNTIF(A1:A3;">="&65,00)',
    "": "",
}


@pytest.mark.parametrize("rumus", sorted(KASUS))
def test_separators_change_outside_texts_only(rumus: str) -> None:
    assert ke_lokal(rumus) == KASUS[rumus]


def test_an_array_constant_has_no_one_indonesian_form() -> None:
    with pytest.raises(KinerjaError, match="larik"):
        ke_lokal("SUM({1,2;3,4})")
    assert ke_lokal('IF(A1="{1,2}",1,2)') == 'IF(A1="{1,2}";1;2)'


@pytest.mark.parametrize("nama", sorted(n for n, f in functions().items() if f.excel))
def test_every_twin_has_the_same_pieces_in_both_forms(nama: str) -> None:
    fungsi = functions()[nama]
    rumus = fungsi.rumus(*alamat_contoh(fungsi, fungsi.masa()).split(";"))
    lokal = ke_lokal(rumus)
    kembali = re.sub(r'"(?:[^"]|"")*"|(?<=\d),(?=\d)|;', lambda m: {",": ".", ";": ","}.get(m[0], m[0]), lokal)
    assert kembali == rumus
