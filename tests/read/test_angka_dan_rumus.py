"""Grammar of numbers and the lint of formulas, as tables."""

from __future__ import annotations

import pytest

from kinerja_xl.read.angka import angka
from kinerja_xl.read.lint import Peneliti


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("0", 0),
        ("72", 72),
        ("-5", -5),
        ("007", 7),
        ("72.5", 72.5),
        ("-0.25", -0.25),
        (".5", 0.5),
        ("5.", 5.0),
        ("1E3", 1000.0),
        ("1.5e-7", 1.5e-7),
        ("1E+300", 1e300),
        ("9007199254740993", 9007199254740993.0),
        ("0.1000000000000000055", 0.1),
        ("1e-400", 0.0),
        ("2958466", 2958466),
        ("1.0", 1.0),
    ],
)
def test_what_excel_writes_is_a_number(teks, nilai):
    hasil = angka(teks)
    assert hasil == nilai and not isinstance(hasil, str)


@pytest.mark.parametrize(
    "teks",
    [
        "7_2",
        " 72",
        "72 ",
        "0x48",
        "７２",
        "٧٢",
        "7,2",
        "1.250.000",
        "+7",
        "--7",
        "1e",
        "e5",
        "1e5.5",
        ".",
        "-",
        "",
        "1 000",
        "72\u00a0",
        "1e123456",
        "True",
        "²",
        "Ⅷ",
        "1" * 401,
        "1'000",
        "72%",
        "Rp5",
    ],
)
def test_what_python_would_take_but_excel_never_writes_is_refused(teks):
    assert angka(teks) == "BERKAS-71"


@pytest.mark.parametrize("teks", ["NaN", "nan", "INF", "-INF", "Infinity", "1E999", "-1e400", "1.#INF"])
def test_what_is_not_finite_has_its_own_code(teks):
    assert angka(teks) == "BERKAS-72"


@pytest.mark.parametrize(
    "rumus",
    [
        "A1",
        "-A1",
        "+A1+-2",
        "A1%",
        "(A1+B1)*2",
        "SUM(A1:B9,3)",
        "IF(A1,,2)",
        'IF(A1,"ya","")',
        '"a""b"&A1',
        "'It''s'!A1",
        "Isi!A1:B2",
        "Jan:Mar!A1",
        "#REF!+1",
        "#REF!A1",
        "Isi!#REF!",
        "SUM(#REF!,1)",
        "A1:A3 A2:C2",
        "(A1,B2)",
        "{1,2;3,4}",
        "SUM({1,-2})",
        "Tabel1[[#This Row],[Nilai akhir]]",
        "Tabel1[Nilai]*2",
        "SUM(Tabel1[[a]:[b]])",
        "@A1",
        "A1#",
        "ANCHORARRAY(A1)",
        "1E5*.5",
        'A1<>""',
        "A1<=B1",
        "2^-1",
        "NOT(TRUE)",
        "_xlfn.IFNA(A1,0)",
        "LET(_xlpm.x,1,_xlpm.x+1)",
        "A1\n +B1",
        "pk_target*100",
        "Isi!$A$1:INDEX(B:B,3)",
        "$1:$3",
        "SUM($A:$C)",
        "TODAY()",
        "1",
        '""',
        "Isi!$1:$2,Isi!$A:$B",
        'INDIRECT("A"&1)',
        "[0]!nama",
        "SUM(A1:A3)%",
        'T("|")',
        "'a|b'!A1",
        'HYPERLINK("#Isi!A1","ke Isi")',
        "#N/A",
        "IFERROR(A1,#N/A)",
    ],
)
def test_honest_formulas_have_no_finding(rumus):
    nilai = Peneliti().periksa(rumus)
    assert nilai.temuan == []


@pytest.mark.parametrize(
    "rumus",
    [
        "",
        "SUM(",
        ")",
        "A1)",
        "(A1",
        "A1+",
        "*A1",
        "A1**2",
        "A1 +* 2",
        "IF(A1;1;2)",
        '"abc',
        "'abc",
        'A1"x"',
        "{1,2",
        "1}",
        "{}",
        "(}",
        "A1!",
        "!A1",
        "A1~B1",
        "`",
        "2A",
        "%",
        "A1&",
        "Tabel1[",
        "[",
        "]",
        "SUM(A1,+)",
        ",A1",
        "A1=",
        "=A1",
    ],
)
def test_what_is_no_formula_is_told(rumus):
    assert [kode for kode, _ in Peneliti().periksa(rumus).temuan] == ["BERKAS-92"]


@pytest.mark.parametrize(
    ("rumus", "luar"),
    [
        ("[1]Isi!A1", {("1", "acuan")}),
        ("'[2]Isi Baru'!A1+1", {("2", "acuan")}),
        ("[1]!IKM_SCORE(A1)", {("1", "fungsi")}),
        ("SUM([1]Isi!A1:A3,[3]!f(1))", {("1", "acuan"), ("3", "fungsi")}),
        ("'C:\\a\\[b.xlsx]Isi'!A1", {("", "acuan")}),
        ("Tabel1[x]", set()),
        ("A1+Tabel1[[#Totals],[x]]", set()),
    ],
)
def test_links_to_other_workbooks_are_seen(rumus, luar):
    assert Peneliti().periksa(rumus).luar == luar


@pytest.mark.parametrize(
    "rumus",
    [
        '"' * 8192,
        "[" * 8192,
        "(" * 8192,
        "a" * 8192,
        "a." * 4096,
        "'" * 8191,
        "1e" * 4096,
        "-" * 8192,
        "{" * 8192,
        "]" * 8192,
        "[a]" * 2730,
        "A1 " * 2730,
        "#REF!" * 1638,
        "$" * 8192,
        "é" * 8192,
        "''[1]" * 1600,
        '""' * 4096,
    ],
)
def test_no_text_makes_the_lint_raise(rumus):
    peneliti = Peneliti()
    assert peneliti.periksa(rumus) == Peneliti().periksa(rumus)
