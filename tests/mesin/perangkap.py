"""Where spreadsheet engines go wrong: formulas of the allow-list over one small sheet, with Excel's documented values.

Expected values come from Excel's documentation and known behaviour, never from an engine. DATA is the sheet 'Data'.
"""

# ruff: noqa: E501
from __future__ import annotations

from datetime import date
from typing import Any

from kinerja_xl.mesin import GalatExcel


def serial(tahun: int, bulan: int, hari: int) -> float:
    return float((date(tahun, bulan, hari) - date(1899, 12, 30)).days)


# One list a column, from row 1; None is a blank cell, a text that begins with "=" a formula.
DATA: dict[str, list[Any]] = {
    "A": [10, 20, "30", True, None, "Abc", -2.5],
    "B": ["5.1.01.01", "5.1.02.01", "5.1.02.02.001", "5.2.02.01", "5.1.02"],
    "C": [100, 200, 300, 400, 500],
    "D": ['=IF(1=1,"",1)', None, "x", 0],
    "E": [10, 20, 30, 40, 50],
    "F": ["a", "b", "c", "d", "e"],
    "G": [serial(2023, 3, 15), serial(2024, 2, 15), serial(2024, 2, 29)],
    "H": ["=1/0", 5],
    "I": ["  dua   kata ", "Dua Kata", "dua kata", None],
}

_TEKS = """
ROUND(2.5,0) = 3 | ROUND(-2.5,0) = -3 | ROUND(1.005,2) = 1.01 | ROUND(2.675,2) = 2.68 | ROUND(0.285,2) = 0.29
ROUND(1250,-2) = 1300 | ROUND("1.5",0) = 2 | ROUND(A5,0) = 0 | ROUND(A4,0) = 1 | ROUND(A3,0) = 30 | ROUND(A6,0) = #VALUE!
ROUND(NA(),0) = #N/A | ROUND(1,H1) = #DIV/0! | ROUND(H1,0) = #DIV/0! | SUMPRODUCT(ROUND(E1:E5/3,0)) = 50
ROUNDUP(2.1,0) = 3 | ROUNDUP(-2.1,0) = -3 | ROUNDDOWN(2.9,0) = 2 | ROUNDDOWN(-2.9,0) = -2 | ROUNDUP(3.14159,3) = 3.142
SUM(A1:A7) = 27.5 | SUM("3",1) = 4 | SUM(A1,TRUE) = 11 | SUM(D1:D4) = 0 | SUM(H1:H2) = #DIV/0! | SUM(A5:A5) = 0
A3+1 = 31 | "3"+1 = 4 | A6+1 = #VALUE! | TRUE+1 = 2 | D1+1 = #VALUE! | D2+1 = 1 | A5&"x" = "x" | A5 = 0
AVERAGE(A1:A2,A7) = 9.166666666666666 | AVERAGE(A1:A7) = 9.166666666666666 | AVERAGE(A5:A5) = #DIV/0!
AVERAGE(D1:D2) = #DIV/0!
COUNT(A1:A7) = 3 | COUNT(D1:D4) = 1 | COUNT(H1:H2) = 1 | COUNTA(A1:A7) = 6 | COUNTA(D1:D4) = 3 | COUNTA(A5) = 0
COUNTBLANK(A1:A7) = 1 | COUNTBLANK(D1:D4) = 2
COUNTIF(B1:B5,"5.1.02*") = 3 | COUNTIF(B1:B5,"5.1.02.*") = 2 | COUNTIF(B1:B5,"?.1.*") = 4 | COUNTIF(B1:B5,"5.1.02") = 1
COUNTIF(A1:A7,">5") = 2 | COUNTIF(A1:A7,30) = 1 | COUNTIF(A1:A7,"") = 1 | COUNTIF(D1:D4,"") = 2 | COUNTIF(D1:D4,0) = 1
COUNTIF(A1:A7,"abc") = 1 | COUNTIF(A1:A7,"<>Abc") = 6 | COUNTIF(A1:A7,TRUE) = 1 | COUNTIF(H1:H2,">1") = 1
COUNTIF(A1:A7,"<"&0) = 1 | COUNTIF(A1:A7,"?*") = 2 | COUNTIF(D1:D4,"?*") = 1 | COUNTIF(D1:D4,"<>") = 3
COUNTIFS(B1:B5,"5.1.*",C1:C5,">150") = 3 | COUNTIFS(F1:F5,"C",E1:E5,30) = 1
SUMIF(B1:B5,"5.1.02.*",C1:C5) = 500 | SUMIF(B1:B5,"5.1.02*",C1:C5) = 1000 | SUMIF(B1:B5,B5&".*",C1:C5) = 500
SUMIF(C1:C5,">250") = 1200 | SUMIF(B1:B5,"<>5.1.02",C1:C5) = 1000 | SUMIF(H1:H2,">1") = 5
SUMIFS(C1:C5,B1:B5,"5.1.*",C1:C5,"<=200") = 300 | SUMIFS(C1:C5,F1:F5,"B") = 200
SUMPRODUCT((B1:B5="5.1.02")*C1:C5) = 500 | SUMPRODUCT((LEFT(B1:B5,6)="5.1.02")*C1:C5) = 1000
SUMPRODUCT(C1:C5,E1:E5) = 55000 | SUMPRODUCT((C1:C5>150)*(C1:C5<450)) = 3 | SUMPRODUCT(A1:A7,A1:A7) = 506.25
SUMPRODUCT((D1:D4<>"")*1) = 2 | SUMPRODUCT((A1:A7="")*1) = 1 | SUMPRODUCT((H1:H2=5)*1) = #DIV/0!
SUMPRODUCT(ISTEXT(A1:A7)*1) = 2 | SUMPRODUCT(ISNUMBER(A1:A7)*1) = 3 | SUMPRODUCT(ISLOGICAL(A1:A7)*1) = 1
SUMPRODUCT(ISBLANK(A1:A7)*1) = 1 | SUMPRODUCT((LEN(TRIM(I1:I4))>0)*1) = 3 | SUMPRODUCT(INT(E1:E5/3)) = 48
SUMPRODUCT(ABS(A7:A7)) = 2.5 | SUMPRODUCT((UPPER(TRIM(I1:I4))="DUA KATA")*1) = 3 | SUMPRODUCT((TRIM(I1:I4)="dua kata")*1) = 3
MIN(A1:A7) = -2.5 | MAX(A1:A7) = 20 | MAX(A5:A5) = 0 | MAX(A3:A3) = 0 | MAX(H1:H2) = #DIV/0! | MIN(D1:D3) = 0
PRODUCT(A1:A2) = 200 | MEDIAN(A1:A7) = 10 | MEDIAN(E1:E4) = 25
LOOKUP(25,E1:E5,F1:F5) = "b" | LOOKUP(50,E1:E5,F1:F5) = "e" | LOOKUP(5,E1:E5,F1:F5) = #N/A | LOOKUP(99,E1:E5) = 50
INDEX(F1:F5,3) = "c" | INDEX(E1:F5,2,2) = "b" | INDEX(F1:F5,6) = #REF! | INDEX(D1:D4,2) = 0
MATCH("c",F1:F5,0) = 3 | MATCH("C",F1:F5,0) = 3 | MATCH(30,E1:E5,0) = 3 | MATCH(35,E1:E5,1) = 3 | MATCH("z",F1:F5,0) = #N/A
MATCH("5.1.02.*",B1:B5,0) = 2 | INDEX(F1:F5,MATCH(40,E1:E5,0)) = "d"
VLOOKUP(30,E1:F5,2,FALSE) = "c" | VLOOKUP(35,E1:F5,2,TRUE) = "c" | VLOOKUP("30",E1:F5,2,FALSE) = #N/A
VLOOKUP("5.1.02",B1:C5,2,FALSE) = 500 | VLOOKUP(30,E1:F5,3,FALSE) = #REF! | VLOOKUP(31,E1:F5,2,FALSE) = #N/A
IFERROR(1/0,"") = "" | IFERROR(A6+1,-1) = -1 | IFERROR(NA(),5) = 5 | IFERROR(7,5) = 7 | IFERROR(H1,0) = 0
IF(A1>5,"ya","tidak") = "ya" | IF(A5="","kosong","isi") = "kosong" | IF(D1="",IF(A1>5,"",1),2) = "" | IF(A6>100,1,0) = 1
IF(FALSE,1) = FALSE | IF(H1>1,1,2) = #DIV/0! | IF(A1,1,2) = 1 | IF(TRUE,A5,1) = 0
D1="" = TRUE | D2="" = TRUE | D2=0 = TRUE | D1=0 = FALSE | A6="ABC" = TRUE | "10"=10 = FALSE | TRUE=1 = FALSE
"a"<"B" = TRUE | TRUE>"z" = TRUE | 0.1+0.2=0.3 = TRUE | 1/3&"" = "0.333333333333333" | 0.1+0.2&"" = "0.3"
AND(A1>1,A2>1) = TRUE | AND(A1:A2) = TRUE | AND(A1>1,H1>1) = #DIV/0! | OR(A1>99,A2>1) = TRUE | NOT(A1>1) = FALSE
EXACT("a","A") = FALSE | EXACT("a","a") = TRUE
EDATE(DATE(2024,1,31),1) = @2024-2-29 | EDATE(DATE(2024,2,29),-12) = @2023-2-28 | EDATE(G3,24) = @2026-2-28
WEEKDAY(G3,2) = 4 | WEEKDAY(G3) = 5 | WEEKDAY(DATE(2024,9,1),2) = 7 | DATE(2024,2,30) = @2024-3-1
DATE(2024,13,1) = @2025-1-1 | DATE(2024,0,1) = @2023-12-1 | YEAR(G3) = 2024 | MONTH(G3) = 2 | DAY(G3) = 29
YEAR(A5) = 1900 | NETWORKDAYS(DATE(2024,1,1),DATE(2024,1,31)) = 23 | NETWORKDAYS(DATE(2024,2,1),DATE(2024,2,29),G2:G3) = 19
MOD(-3,2) = 1 | MOD(5.5,2) = 1.5 | MOD(1,0) = #DIV/0! | INT(-2.5) = -3 | INT(2.9) = 2 | INT("2.5") = 2 | INT(H1) = #DIV/0!
ABS(-2) = 2 | ABS("-3") = 3 | ABS(A3) = 30 | ABS(A6) = #VALUE! | ABS(H1) = #DIV/0! | POWER(2,3) = 8 | SQRT(16) = 4
SQRT(-1) = #NUM! | LN(0) = #NUM! | LN(EXP(1)) = 1 | EXP(0) = 1 | -2^2 = 4 | 2^3^2 = 64 | 50% = 0.5 | 1/0 = #DIV/0!
TRIM("  a   b ") = "a b" | TRIM(I1) = "dua kata" | TRIM(H1) = #DIV/0! | TRIM(A1) = "10" | LEN("abc") = 3 | LEN(123) = 3
LEN(A5) = 0 | LEN(A4) = 4 | LEN(H1) = #DIV/0! | UPPER("abc") = "ABC" | UPPER(A4) = "TRUE" | UPPER(H1) = #DIV/0!
LOWER("ABC") = "abc" | LEFT("abcdef",2) = "ab" | LEFT("abc") = "a" | LEFT(A1,1) = "1" | LEFT("abc","2") = "ab"
LEFT("abc",-1) = #VALUE! | LEFT(H1,1) = #DIV/0! | LEFT("ab",9) = "ab" | RIGHT("abc",2) = "bc" | MID("abcdef",2,3) = "bcd"
VALUE("12.5") = 12.5 | VALUE("x") = #VALUE! | VALUE(A3) = 30 | N("x") = 0 | N(TRUE) = 1 | N(5) = 5
TEXT(0.5,"0.00") = "0.50" | TEXT(1234.5,"#,##0") = "1,235" | TEXT(G3,"yyyy-mm-dd") = "2024-02-29" | TEXT(0.75,"hh:mm") = "18:00"
TEXT(G3,"dd/mm/yyyy") = "29/02/2024" | TEXT(5,"0") = "5" | TEXT(7,"00") = "07"
CHOOSE(2,"a","b","c") = "b" | CHOOSE(4,1,2,3) = #VALUE! | SUMPRODUCT((FREQUENCY(E1:E5,E1:E5)>0)*1) = 5
ISNUMBER("5") = FALSE | ISNUMBER(A3) = FALSE | ISNUMBER(A1) = TRUE | ISNUMBER(A5) = FALSE | ISNUMBER(H1) = FALSE
ISTEXT(A6) = TRUE | ISTEXT(A5) = FALSE | ISTEXT(D1) = TRUE | ISTEXT(H1) = FALSE | ISLOGICAL(A4) = TRUE | ISLOGICAL(H1) = FALSE
ISBLANK(D1) = FALSE | ISBLANK(D2) = TRUE | ISBLANK(H1) = FALSE | ISERROR(H1) = TRUE | ISERROR(NA()) = TRUE | ISERROR(A1) = FALSE
NA() = #N/A | H1&"x" = #DIV/0! | "a"&1 = "a1" | A4&"" = "TRUE" | SUMPRODUCT((MONTH(G1:G3)=2)*1) = 2
SUMPRODUCT(C1:C5*(F1:F5="c"))/SUMPRODUCT((F1:F5="c")*1) = 300
SUMPRODUCT(((LEN(TRIM(I1:I4))>0)=0)*1) = 0 | SUMPRODUCT(((LEN(TRIM(I1:I4))>0)*1=0)*1) = 1 | FALSE=0 = FALSE
SUMPRODUCT((FREQUENCY(E1:E5*0+1,E1:E5*0+1)>0)*1) = 1 | SUMPRODUCT(MATCH(TRIM(F1:F5),TRIM(F1:F5),0)) = 15
SUM(D1,5) = 5 | COUNTIF(A1:A7,"30") = 1 | INT(1E+20) = 1E+20 | ROUND(88.305,2) = 88.31
ROUND(64.995,2) = 65 | ROUND(76.605,2) = 76.61
"""


def _nilai(teks: str) -> Any:
    if teks.startswith("#"):
        return GalatExcel(teks)
    if teks.startswith("@"):
        return serial(*(int(n) for n in teks[1:].split("-")))
    if teks.startswith('"'):
        return teks[1:-1]
    return {"TRUE": True, "FALSE": False}.get(teks) if teks in ("TRUE", "FALSE") else float(teks)


def _kasus() -> dict[str, Any]:
    hasil = {}
    for satu in _TEKS.replace("\n", " | ").split(" | "):
        if satu.strip():
            rumus, _, nilai = satu.strip().rpartition(" = ")
            hasil[rumus] = _nilai(nilai)
    return hasil


KASUS: dict[str, Any] = _kasus()

# Where an engine is known to give something else; docs/mesin.md shows the same list. No template formula rests on these: text numbers, TRUE and errors are
# refused before they are summed, and 15-digit comparison is done with ROUND.
BEDA: dict[str, dict[str, Any]] = {
    "formualizer": {
        "ROUND(1,H1)": GalatExcel("#VALUE!"),
        "SUMPRODUCT(A1:A7,A1:A7)": 1407.25,
        "0.1+0.2=0.3": False,
        '1/3&""': "0.3333333333333333",
        '0.1+0.2&""': "0.30000000000000004",
        "SUMPRODUCT((MONTH(G1:G3)=2)*1)": GalatExcel("#VALUE!"),
        "SUMPRODUCT(MATCH(TRIM(F1:F5),TRIM(F1:F5),0))": GalatExcel("#N/A"),
        "INT(1E+20)": GalatExcel("#VALUE!"),
    },
    "formulas": {
        "SUM(A1:A7)": 57.5,
        "AVERAGE(A1:A7)": GalatExcel("#VALUE!"),
        "COUNT(A1:A7)": 4.0,
        'COUNTIF(B1:B5,"5.1.02")': 2.0,
        'COUNTIF(A1:A7,">5")': 3.0,
        'COUNTIF(A1:A7,"<>Abc")': 2.0,
        'COUNTIF(A1:A7,"?*")': 3.0,
        'COUNTIF(D1:D4,"?*")': 3.0,
        'COUNTIF(D1:D4,"<>")': 2.0,
        'SUMIF(B1:B5,"<>5.1.02",C1:C5)': 500.0,
        "SUMPRODUCT(A1:A7,A1:A7)": 1406.25,
        "MIN(A1:A7)": GalatExcel("#VALUE!"),
        "MAX(A1:A7)": GalatExcel("#VALUE!"),
        "MAX(A3:A3)": "30",
        "MEDIAN(A1:A7)": GalatExcel("#VALUE!"),
        "0.1+0.2=0.3": False,
        '1/3&""': "0.3333333333333333",
        '0.1+0.2&""': "0.30000000000000004",
        'TEXT(1234.5,"#,##0")': "1,234",
        "INT(1E+20)": GalatExcel("#VALUE!"),
    },
    "libreoffice": {
        "SUM(A1:A7)": 28.5,
        'SUM("3",1)': GalatExcel("#VALUE!"),
        "AVERAGE(A1:A7)": 7.125,
        "COUNT(A1:A7)": 4.0,
        "COUNTIF(A1:A7,30)": 0.0,
        'COUNTIF(A1:A7,"?*")': 6.0,
        'COUNTIF(D1:D4,"?*")': 2.0,
        "SUMPRODUCT(A1:A7,A1:A7)": 507.25,
        "SUMPRODUCT(ISNUMBER(A1:A7)*1)": 4.0,
        "SUMPRODUCT(ISLOGICAL(A1:A7)*1)": 0.0,
        "MEDIAN(A1:A7)": 5.5,
        'VLOOKUP("30",E1:F5,2,FALSE)': "c",
        "VLOOKUP(30,E1:F5,3,FALSE)": GalatExcel("#VALUE!"),
        "TRUE=1": True,
        'TRUE>"z"': False,
        "FALSE=0": True,
        "SUMPRODUCT(((LEN(TRIM(I1:I4))>0)=0)*1)": 1.0,
        "YEAR(A5)": 1899.0,
        "SQRT(-1)": GalatExcel("#VALUE!"),
        "LN(0)": GalatExcel("#VALUE!"),
        "LEN(A4)": 1.0,
        "UPPER(A4)": "1",
        'A4&""': "1",
    },
}
