"""Every spelling of a call that a submitted file can hold leads to the function; unknown ones are named."""

from __future__ import annotations

import random

import pytest

from kinerja_xl.core.ejaan import HasilEjaan, fungsi_lembar, nama_baku
from kinerja_xl.core.ejaan import normalkan as _normalkan
from kinerja_xl.functions import functions

IKM, BAKU = "IKM_SCORE", "IKM_SCORE(B5:J24)"


def normalkan(rumus: str) -> HasilEjaan:
    return _normalkan(rumus, frozenset(functions()))


@pytest.mark.parametrize(
    ("rumus", "baku"),
    [
        ("IKM_SCORE(B5:J24)", BAKU),
        ("=IKM_SCORE(B5:J24)", BAKU),
        ("ikm_score(B5:J24)", BAKU),
        ("Ikm_Score(B5:J24)", BAKU),
        ("IKM_SCORE (B5:J24)", BAKU),
        ("[1]!IKM_SCORE(B5:J24)", BAKU),
        ("[12]!ikm_score(B5:J24)", BAKU),
        (r"'C:\Program Files\kx.xlam'!IKM_SCORE(B5:J24)", BAKU),
        (r"'D:\Data Jum''at\kx.xlam'!ikm_score(B5:J24)", BAKU),
        ("kx.xlam!IKM_SCORE(B5:J24)", BAKU),
        ("_xll.IKM_SCORE(B5:J24)", BAKU),
        ("_XLL.ikm_score(B5:J24)", BAKU),
        ("_xldudf_IKM_SCORE(B5:J24)", BAKU),
        ("_xldudf_KX_IKM_SCORE(B5:J24)", BAKU),
        ("_xldudf_XLWINGS_DEV_IKM_SCORE(B5:J24)", BAKU),
        ("[2]!_xldudf_KX_IKM_SCORE(B5:J24)", BAKU),
        (r"'C:\a\b.xlam'!_xldudf_IKM_SCORE(B5:J24)", BAKU),
        ("KX.IKM_SCORE(B5:J24)", BAKU),
        ("XLWINGS.DEV.IKM_SCORE(B5:J24)", BAKU),
        ("@IKM_SCORE(B5:J24)", BAKU),
        ("@[1]!IKM_SCORE(B5:J24)", BAKU),
        ("_xlfn.SINGLE(IKM_SCORE(B5:J24))", BAKU),
        ("_xlfn.SINGLE(_xlfn.SINGLE([1]!IKM_SCORE(B5:J24)))", BAKU),
        ("_xludf.IKM_SCORE(B5:J24)", BAKU),
        ("_xlfn.IKM_SCORE(B5:J24)", BAKU),
        ("_xlfn._xludf.IKM_SCORE(B5:J24)", BAKU),
        ('IFERROR(__xludf.DUMMYFUNCTION("IKM_SCORE(B5:J24)"),80.1)', BAKU),
        ('IFERROR(__xludf.DUMMYFUNCTION("=ikm_score(B5:J24)"),80.1388888888889)', BAKU),
        ('__xludf.DUMMYFUNCTION("IKM_SCORE(B5:J24)")', BAKU),
        ("ID.KINERJAXL.ADDIN.IKUIMPL.IKMSCORE(B5:J24)", BAKU),
        ("id.kinerjaxl.addin.ikuimpl.ikmscore(B5:J24)", BAKU),
        ("of:=ID.KINERJAXL.ADDIN.IKUIMPL.IKMSCORE([.B5:.J24])", BAKU),
        ("{=IKM_SCORE(B5:J24)}", BAKU),
        ("Sheet1!IKM_SCORE(B5:J24)", BAKU),
        ("ROUND([1]!IKM_SCORE('Data 1'!$B$5:$J$24),2)", "ROUND(IKM_SCORE('Data 1'!$B$5:$J$24),2)"),
        ("ikm_mutu(ikm_score(B5:J24))", "IKM_MUTU(IKM_SCORE(B5:J24))"),
        ('1+IFERROR(__xludf.DUMMYFUNCTION("IKM_MUTU(""80"")"),"B")', '1+(IKM_MUTU("80"))'),
        ("of:=SOP.X.KX.SOPDURASI([$Data.A1];[.B1])", "SOP_DURASI(Data!A1,B1)"),
        ("IP_ASN_SCORE(A1:G9)+_xldudf_ASN_IP_ASN_SCORE(A1:G9)", "IP_ASN_SCORE(A1:G9)+IP_ASN_SCORE(A1:G9)"),
        ("_xlfn.SINGLE(IKM_SCORE(A1)+1)", "_xlfn.SINGLE(IKM_SCORE(A1)+1)"),
        ('"IKM_SCORE("&ikm_mutu(A1)&")"', '"IKM_SCORE("&IKM_MUTU(A1)&")"'),
    ],
)
def test_every_spelling_becomes_the_canonical_call(rumus: str, baku: str) -> None:
    hasil = normalkan(rumus)
    assert hasil.rumus_baku == baku
    assert hasil.tak_dikenal == []
    assert hasil.dipakai and {p.nama for p in hasil.dipakai} <= set(functions())


@pytest.mark.parametrize(
    "rumus",
    [
        "SUM(A1:A3)*LOG10(5)",
        "_xlfn.XLOOKUP(A1,B:B,C:C)",
        "_xlfn._xlws.FILTER(A1:A9,B1:B9)",
        "_xlfn.SINGLE(A1:A9)",
        "SUM(@A1:A9)",
        "_xlfn.LAMBDA(_xlpm.f,_xlpm.f(1))(2)",
        "'IKM_SCORE(1)'!A1",
        '"IKM_SCORE(B5:J24)"',
        "A1 (B1)",
        "Tabel[[#This Row],[IKM_SCORE(]]",
        'IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),3.5)',
        "",
        "=",
        "IKM_SCORE",
    ],
)
def test_what_is_no_call_of_ours_stays_as_it_is(rumus: str) -> None:
    hasil = normalkan(rumus)
    assert hasil == (rumus.removeprefix("="), [], [])


@pytest.mark.parametrize(
    ("rumus", "asing"),
    [
        ("IKM_SKOR(B5:J24)", ["IKM_SKOR"]),
        ("[1]!sql(A14)+[1]!sql(A15)", ["[1]!sql"]),
        ("_xldudf_96320AF1(1)", ["_xldudf_96320AF1"]),
        ("FOO_IKM_SCORE(1)", ["FOO_IKM_SCORE"]),
        ("[1]!SUM(1)", ["[1]!SUM"]),
        ("ІKM_SCORE(B5:J24)", ["ІKM_SCORE"]),
        ("IKMSCORE(1)+IKM_SCORE(2)", ["IKMSCORE"]),
        ('IFERROR(__xludf.DUMMYFUNCTION("QUERYX(A1:B9)"),1)', ["QUERYX"]),
    ],
)
def test_unknown_functions_are_named_as_written(rumus: str, asing: list[str]) -> None:
    assert normalkan(rumus).tak_dikenal == asing


def test_a_call_says_how_and_where_it_stood() -> None:
    satu, dua = normalkan("=1+[1]!ikm_score(B5:J24)+IKM_MUTU(80)").dipakai
    assert (satu.nama, satu.ejaan, satu.posisi) == (IKM, "[1]!ikm_score", 3)
    assert (dua.nama, dua.ejaan, dua.posisi) == ("IKM_MUTU", "IKM_MUTU", 25)


def test_a_cached_fallback_is_dropped_with_the_calls_inside() -> None:
    hasil = normalkan('IFERROR(__xludf.DUMMYFUNCTION("IKM_SCORE(A1:I9)"),IKM_MUTU(80))')
    assert hasil.rumus_baku == "IKM_SCORE(A1:I9)"
    assert [p.nama for p in hasil.dipakai] == [IKM]


def test_every_function_is_found_under_every_prefix() -> None:
    kenal = frozenset(functions())
    for nama in kenal:
        panjang = "ID.KINERJAXL.ADDIN.IKUIMPL." + nama.replace("_", "")
        semua = (nama.lower(), "_xll." + nama, "_xldudf_KX_" + nama, "KX." + nama, "_xlfn." + nama, panjang)
        assert [nama_baku(satu, kenal) for satu in semua] == [nama] * len(semua)
    assert not kenal & fungsi_lembar()


def test_names_without_underscores_tell_the_functions_apart() -> None:
    assert len({nama.replace("_", "") for nama in functions()}) == len(functions())


_TANDA = r"""
IKM_SCORE ikm_mutu ( ) (( " ' [1]! [ ] ! @ , _xlfn.SINGLE( = { IFERROR(__xludf.DUMMYFUNCTION(" _xldudf_KX_ KX. A1
B5:J24 'C:\x.xlam'! of:= [.A1] é 1
"""
_POTONG = [*_TANDA.split(), " "]


def test_any_text_is_normalised_without_an_exception_and_twice_gives_the_same() -> None:
    acak = random.Random(4)
    for _ in range(4000):
        rumus = "".join(acak.choice(_POTONG) for _ in range(acak.randrange(1, 14)))
        hasil = normalkan(rumus)
        assert len(hasil.rumus_baku) <= len(rumus) + 2 * rumus.count("DUMMY")
        lagi = normalkan("=" + hasil.rumus_baku)
        if not {"'", '"', "{", "=", "o"} & set(rumus):
            assert [p.nama for p in lagi.dipakai] == [p.nama for p in hasil.dipakai]


@pytest.mark.parametrize(
    "potong",
    [
        *("(", "[", "'", '"', "@", "[1]!", "IKM_SCORE(", "_xlfn.SINGLE(", "_xldudf_", "A1 (", "'[", "[.A", "of:=['a"),
        *('IFERROR(__xludf.DUMMYFUNCTION("', '+IFERROR(__xludf.DUMMYFUNCTION("IKM_MUTU(1)"),1)', "IKM_SCORE(1)+", "[a"),
    ],
)
def test_long_hostile_text_is_answered_and_does_not_grow(potong: str) -> None:
    for rumus in (potong * (100_000 // len(potong)), "of:=" + potong * (100_000 // len(potong))):
        assert len(normalkan(rumus).rumus_baku) <= len(rumus) + 2 * rumus.count("DUMMY")
