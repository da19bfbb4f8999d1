"""Our functions in a workbook of nobody: any spelling is recomputed, wrong values and unknown functions are named."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kinerja_xl.mesin import m_formualizer
from kinerja_xl.read.buku import Buku, Kalkulasi, Lembar, NamaTerdefinisi, Sel
from kinerja_xl.verify import fungsi_cari, verify
from kinerja_xl.verify.berkas import Pilihan, periksa_buku

JAWABAN = [[3, 3, 4, 3, 3, 4, 3, 4, 3], [4, 4, 4, 3, 3, 4, 4, 4, 3]]  # published beside the rule: 87,5
NILAI = 87.5
RUMUS = "IKM_SCORE(A1:I2)"
UMUM = ("STR-01", "NIL-22", "NIL-24", "RMS-27")  # what the general check says of the same workbooks


def _sel(baris: int, kolom: int, nilai: Any = None, rumus: str | None = None, larik: str | None = None) -> Sel:
    jenis = "kosong" if nilai is None else "b" if isinstance(nilai, bool) else "s" if isinstance(nilai, str) else "n"
    if isinstance(nilai, str) and nilai.startswith("#"):
        jenis = "e"
    return Sel(baris, kolom, jenis, nilai, "" if nilai is None else str(nilai), rumus, larik, 0)


def _buku(*rumus: tuple[Any, ...], isi: dict[tuple[int, int], Any] | None = None, **lain: Any) -> Buku:
    """Answers in A1:I2 of sheet Data 1, further cells as given, formulas with stored values in column K."""
    nilai = {(b, k): n for b, deret in enumerate(JAWABAN, 1) for k, n in enumerate(deret, 1)} | (isi or {})
    sel = {titik: _sel(*titik, n) for titik, n in nilai.items()}
    for baris, satu in enumerate(rumus, 1):
        sel[baris, 11] = _sel(baris, 11, satu[1], satu[0], *satu[2:])
    lembar = (Lembar("Data 1", "visible", sel),)
    bawaan: dict[str, Any] = {"nama": (), "date1904": False}
    return Buku(lembar, **(bawaan | lain), kalkulasi=Kalkulasi(), gaya=(), terlindung=False, aplikasi="")


def _periksa(*rumus: tuple[Any, ...], **lain: Any) -> tuple[str, dict[str, int], list[tuple[str, str]]]:
    """Verdict, cell counts, and findings without the one about the template."""
    hasil = periksa_buku(_buku(*rumus, **lain), Pilihan())
    temuan = [(t.code, t.cell) for t in hasil.findings]
    assert ("STR-01", "") in temuan
    return hasil.verdict, hasil.cells, [satu for satu in temuan if satu[0] not in UMUM]


@pytest.fixture(params=["formualizer", "formulas"])
def mesin(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both engines: the second serves where the first has no wheel."""
    if request.param == "formulas":
        monkeypatch.setattr(m_formualizer, "tersedia", lambda: False)
    return str(request.param)


@pytest.mark.parametrize(
    "rumus",
    [
        RUMUS, "ikm_score(A1:I2)", "IKM_SCORE($A$1:$I$2,2024)", "IKM_SCORE('Data 1'!A1:I2)", "[1]!IKM_SCORE(A1:I2)",
        r"'C:\kx\kx.xlam'!IKM_SCORE(A1:I2)", "_xll.IKM_SCORE(A1:I2)", "_xldudf_KX_IKM_SCORE(A1:I2)",
        "@IKM_SCORE(A1:I2)",
        "_xlfn.SINGLE(IKM_SCORE(A1:I2))", 'IFERROR(__xludf.DUMMYFUNCTION("IKM_SCORE(A1:I2)"),87.5)',
        "ID.KINERJAXL.ADDIN.KINERJA.IKMSCORE(A1:I2)", "IKM_SCORE(A1:I2,)", "IKM_SCORE(jawaban)",
        "ROUND(ikm_score(A1:I2)*2,4)/2", "IF(IKM_MUTU(IKM_SCORE(A1:I2))=\"B\",IKM_SCORE(A1:I2),0)",
    ],
)  # fmt: skip
def test_an_honest_value_passes_in_every_spelling(mesin: str, rumus: str) -> None:
    nama = (NamaTerdefinisi("jawaban", "'Data 1'!$A$1:$I$2", None, False),)
    verdict, sel, temuan = _periksa((rumus, NILAI), nama=nama)
    assert (verdict, temuan) == ("lulus-dengan-peringatan", [])
    assert (sel["formula"], sel["checked"], sel["unverifiable"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("rumus", "tersimpan", "kode"),
    [
        (RUMUS, 99.5, "NIL-11"),
        (RUMUS, 87.5000001, "NIL-11"),
        (RUMUS, "87,5", "NIL-11"),
        (RUMUS, "#NAME?", "NIL-11"),
        ("ROUND(IKM_SCORE(A1:I2),0)", 87, "NIL-11"),
        ("IKM_MUTU(IKM_SCORE(A1:I2))", "A", "NIL-11"),
        ('IFERROR(__xludf.DUMMYFUNCTION("IKM_SCORE(A1:I2)"),99)', 99, "NIL-11"),
        ("IKM_CEK(A1:I2)", "baris 1: salah", "NIL-11"),
        ("IKM_SCORE(A1:H2)", 87.5, "NIL-12"),
        ("IKM_MUTU(101)", "A", "NIL-12"),
        ('IKM_MUTU("87,5")', "B", "NIL-12"),
        ("IKM_MUTU(M1)", "B", "NIL-12"),
        ("CAPAIAN(N1,84,\"Maximize\")", 0, "NIL-11"),
        ("PBJ_SCORE(100,100,100,N1)", 70, "NIL-11"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_its_cell(mesin: str, rumus: str, tersimpan: Any, kode: str) -> None:
    verdict, _, temuan = _periksa((rumus, tersimpan), isi={(1, 13): "#N/A"})
    assert (verdict, temuan) == ("ditolak", [(kode, "K1")])


@pytest.mark.parametrize(
    ("rumus", "tersimpan"),
    [
        ("IKM_CEK(A1:I2)", "OK"),
        ("IKM_CEK(A1:H2)", "pesan versi lain"),
        ("CAPAIAN(N1,84,\"Maximize\")", ""),
        ("CAPAIAN(N1,84,\"Maximize\")", None),
        ('CAPAIAN(87,84,"Maximize",,"T/R")', 103.571428571429),
        ("IKM_DARI_NRR({3,3,3,3,3,3,3,3,3})", 75),
        ("IFERROR(IKM_MUTU(101),\"salah\")", "salah"),
        ("SUM(IKM_NRR(A1:I2))", 31.5),
    ],
)  # fmt: skip
def test_other_results_are_compared_as_what_they_are(mesin: str, rumus: str, tersimpan: Any) -> None:
    assert _periksa((rumus, tersimpan), ("1+1", 2))[2] == []


def test_the_finding_says_stored_computed_and_why() -> None:
    hasil = periksa_buku(_buku((RUMUS, 99.5), ("IKM_SCORE(A1:I3)", 90), isi={(3, 4): 7}), Pilihan())
    beda, ditolak = (t for t in hasil.findings if t.code.startswith("NIL"))
    assert (beda.data["tersimpan"], beda.data["dihitung"]) == (99.5, NILAI)
    assert "IKM_SCORE" in beda.message and "PermenPANRB 14/2017" in beda.message
    assert "baris 3, kolom 4: jawaban 7 di luar 1-4" in ditolak.message


def test_an_error_that_the_rule_gives_too_is_a_warning_with_its_reason() -> None:
    hasil = periksa_buku(_buku(("IKM_MUTU(101)", "#VALUE!")), Pilihan())
    (galat,) = (t for t in hasil.findings if t.code == "NIL-04")
    assert (galat.level, hasil.verdict) == ("peringatan", "lulus-dengan-peringatan")
    assert "101 di luar 25-100" in galat.message


def test_a_missing_value_is_told_one_by_one_or_once_for_all() -> None:
    assert _periksa((RUMUS, None), ("IKM_MUTU(80)", "B"))[2] == [("NIL-02", "K1")]
    assert _periksa((RUMUS, None), ("IKM_MUTU(80)", None))[2] == [("NIL-09", "")]


def test_every_cell_of_an_array_is_compared(mesin: str) -> None:
    rata = [sum(deret) / 2 for deret in zip(*JAWABAN, strict=True)]
    isi = {(1, 12 + k): n for k, n in enumerate(rata[1:])}
    larik = ("IKM_NRR(A1:I2)", rata[0], "K1:S1")
    assert _periksa(larik, isi=isi)[2] == []
    assert _periksa(larik, isi=isi | {(1, 14): 4})[2] == [("NIL-11", "N1")]


@pytest.mark.parametrize(
    ("rumus", "fungsi"),
    [("IKM_SKOR(A1:I2)", "IKM_SKOR"), ("1+[1]!sql(A1)", "[1]!sql"), ("_xldudf_96320AF1(1)", "_xldudf_96320AF1")],
)
def test_an_unknown_function_is_named_once_with_its_number(rumus: str, fungsi: str) -> None:
    hasil = periksa_buku(_buku((rumus, 1), (rumus, 1), ("SUM(A1:I2)", 63)), Pilihan())
    asing = [t for t in hasil.findings if t.code == "RMS-07"]
    assert [(t.cell, t.data["fungsi"], t.data["jumlah"]) for t in asing] == [("K1", fungsi, 2)]
    assert hasil.cells["checked"] == 1  # the SUM beside it


@pytest.mark.parametrize(
    "rumus",
    [
        "IKM_SCORE(OFFSET(A1,0,0,2,9))", "IKM_SCORE([2]Lain!A1:I2)", "IKM_SCORE(Lain!A1:I2)", "IKM_SCORE(tak_ada)",
        'REPT("x",1000000000)&IKM_MUTU(80)', "IKM_SCORE(A:I)", "IKM_SCORE(Tabel[Nilai])", "IKM_MUTU(A1:I2)",
        "IKM_SCORE(A1:I999999)", "IKM_SCORE(A1#)",
    ],
)  # fmt: skip
def test_what_cannot_be_computed_here_is_counted_not_guessed(rumus: str) -> None:
    verdict, sel, temuan = _periksa((rumus, 12345), (RUMUS, NILAI))
    assert (verdict, temuan) == ("lulus-dengan-peringatan", [("NIL-13", "K1")])
    assert (sel["checked"], sel["unverifiable"]) == (1, 1)


def test_an_array_formula_with_arithmetic_is_not_guessed() -> None:
    assert _periksa(("IKM_MUTU(AVERAGE(A1:I2*25))", "C", "K1"))[2] == [("NIL-13", "K1")]


def test_dates_of_the_1904_system_are_not_computed() -> None:
    assert _periksa((RUMUS, NILAI), date1904=True)[2] == [("NIL-13", "K1")]


def test_a_workbook_without_our_functions_is_told_as_before() -> None:
    hasil = periksa_buku(_buku(("SUM(A1:I2)", 63)), Pilihan())
    assert [t.code for t in hasil.findings] == ["STR-01"]
    assert "1 dari 1 rumus dihitung ulang" in hasil.findings[0].message
    dipakai = periksa_buku(_buku((RUMUS, NILAI), ("SUM(A1:I2)", 63)), Pilihan(lang="en"))
    assert "1 of 1 cells" in dipakai.findings[0].message


def test_limits_hold_and_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fungsi_cari, "MAKS_SEL", 2)
    assert _periksa(*[(RUMUS, NILAI)] * 3)[2] == [("NIL-13", "K3")]
    monkeypatch.setattr(fungsi_cari, "MAKS_BACA", 20)
    assert _periksa(*[(RUMUS, NILAI)] * 2)[2] == [("NIL-13", "K2")]
    monkeypatch.setattr(fungsi_cari, "MAKS_HURUF", len(RUMUS) + 1)
    assert _periksa((RUMUS, NILAI), (RUMUS, 1), ("FUNGSI_LAIN(1)", 1))[2] == [("NIL-13", "K2")]
    monkeypatch.setattr(fungsi_cari, "MAKS_HURUF", 1000)
    monkeypatch.setattr(fungsi_cari, "MAKS_LIHAT", len(RUMUS))
    assert _periksa((RUMUS, NILAI), ("SUM(1)", 1), ("SUM(1)", 1))[2] == [("NIL-13", "K2")]
    monkeypatch.setattr(fungsi_cari, "MAKS_LIHAT", 1000)
    monkeypatch.setattr(fungsi_cari, "MAKS_TEKS", 3)
    assert _periksa(("UPI_JUMLAH(M1:M2)", 1), isi={(1, 13): "abcd"})[2] == [("NIL-13", "K1")]


@pytest.mark.parametrize(
    "rumus",
    [
        ["IKM_SCORE(A1:I20000)"], ["+".join(["IKM_MUTU(80)"] * 600)], [f"{'IKM_MUTU(' * 60}80{')' * 60}"],
        ["&".join(["M1"] * 2000) + "&IKM_MUTU(80)"], ["SUMPRODUCT((A1:I20000>0)*(A1:I20000<9))+IKM_SAMPEL(10)"],
        ["SOP_DURASI(1,2958464)"], [f"FUNGSI_{n}(1)" for n in range(3000)], ["IKM_MUTU(101)&K1"],
        ["2^2^2^2^2^IKM_SAMPEL(9)"], ["a" * 8000], ["a " * 4000], ["a" + " " * 8000], ["a(" * 4000], ["\\" * 8000],
    ],
)  # fmt: skip
def test_hostile_formulas_end_soon_in_a_verdict(rumus: list[str]) -> None:
    mulai = time.perf_counter()
    banyak = 1000 // len(rumus) or 1
    hasil = periksa_buku(
        _buku(*[(satu, 1) for satu in rumus for _ in range(banyak)], isi={(1, 13): "x" * 499}), Pilihan()
    )
    assert hasil.verdict in ("lulus-dengan-peringatan", "ditolak")
    assert time.perf_counter() - mulai < 15  # a budget on a busy machine, not a measurement


def _dengan_tautan(asal: Path, tujuan: Path) -> Path:
    """The file with its first IKM_SCORE called through an add-in, as Excel stores it: [1]! and an external link."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paket = "http://schemas.openxmlformats.org/package/2006/relationships"
    utama = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    tambah = {
        "xl/worksheets/sheet1.xml": ("<f>IKM_SCORE", "<f>[1]!IKM_SCORE"),
        "xl/workbook.xml": (
            "<calcPr",
            '<externalReferences><externalReference r:id="rId99"/></externalReferences><calcPr',
        ),
        "xl/_rels/workbook.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{rel}/externalLink" Target="externalLinks/externalLink1.xml"/>'
            "</Relationships>",
        ),
        "[Content_Types].xml": (
            "</Types>",
            '<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/></Types>',
        ),
    }
    with zipfile.ZipFile(asal) as masuk, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as keluar:
        for nama in masuk.namelist():
            keluar.writestr(nama, masuk.read(nama).decode("utf-8").replace(*tambah.get(nama, ("\0", ""))))
        keluar.writestr(
            "xl/externalLinks/externalLink1.xml",
            f'<externalLink xmlns="{utama}"><externalBook xmlns:r="{rel}" r:id="rId1"/></externalLink>',
        )
        keluar.writestr(
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            f'<Relationships xmlns="{paket}"><Relationship Id="rId1" Type="{rel}/externalLinkPath" Target="kx.xlam" '
            'TargetMode="External"/></Relationships>',
        )
    return tujuan


def test_a_real_file_verifies_clean_through_an_add_in_and_in_three_spellings(tmp_path: Path) -> None:
    buku = xlsxwriter.Workbook(str(tmp_path / "skm.xlsx"))
    lembar = buku.add_worksheet("Survei")
    for baris, deret in enumerate(JAWABAN):
        lembar.write_row(baris, 0, deret)
    for ke, rumus in enumerate(("IKM_SCORE(A1:I2)", "_xll.IKM_SCORE(A1:I2)", "ikm_score(A1:I2)")):
        lembar.write_formula(ke, 10, "=" + rumus, None, NILAI)
    lembar.write_formula("K4", "=IKM_MUTU(K3)", None, "B")
    buku.close()
    polos, lewat = verify([tmp_path / "skm.xlsx", _dengan_tautan(tmp_path / "skm.xlsx", tmp_path / "xlam.xlsx")]).files
    for berkas, kode in ((polos, ["STR-01"]), (lewat, ["AKTIF-02", "STR-01"])):
        assert (berkas.verdict, sorted(t.code for t in berkas.findings)) == ("lulus-dengan-peringatan", kode)
        assert berkas.cells == {"input": 0, "formula": 4, "checked": 4, "unverifiable": 0}
