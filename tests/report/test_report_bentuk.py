"""All formats on all kinds of reports: written, the same twice, hostile text harmless, NIPs hidden."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.baris import KOLOM
from kinerja_xl.report.daftar import BENTUK
from kinerja_xl.verify.laporan import Laporan

NIP = "197001011995031001"
NAMA = [b.nama for b in BENTUK]
MENURUT = {b.nama: b for b in BENTUK}
TEKS = ("html", "csv", "junit", "sarif", "github")


def tulis(nama: str, laporan: Laporan) -> bytes:
    return MENURUT[nama].tulis(laporan)


def isi(nama: str, laporan: Laporan) -> str:
    """The report as one text, whatever its format."""
    mentah = tulis(nama, laporan)
    if nama == "xlsx":
        with zipfile.ZipFile(io.BytesIO(mentah)) as arsip:
            return "\n".join(arsip.read(n).decode("utf-8") for n in arsip.namelist())
    if nama == "parquet":
        pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        return json.dumps(pq.read_table(io.BytesIO(mentah)).to_pylist(), ensure_ascii=False)
    return mentah.decode("utf-8")


@pytest.mark.parametrize("nama", NAMA)
def test_each_format_is_written_and_the_same_twice(nama, laporan):
    if nama == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert tulis(nama, laporan) == tulis(nama, laporan)


@pytest.mark.parametrize("nama", NAMA)
def test_a_nip_leaves_the_office_with_its_last_four_digits_only(nama, contoh):
    teks = isi(nama, contoh("jahat"))
    terbuka = NIP in teks or "19700101 199503 1 001" in teks
    assert terbuka is (MENURUT[nama].samar != "luar")  # those that stay in the office
    if MENURUT[nama].samar == "luar" and nama != "github":
        assert "**************1001" in teks


@pytest.mark.parametrize("nama", [n for n in NAMA if n not in ("json", "parquet", "tanda-terima")])
def test_control_signs_of_a_workbook_do_not_reach_a_report(nama, contoh):
    assert re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202e\ufffe\uffff]", isi(nama, contoh("jahat"))) is None


@pytest.mark.parametrize("nama", TEKS)
def test_the_waiver_of_a_finding_is_shown(nama, contoh):
    assert "D-7/2024" in isi(nama, contoh("ronde"))
    assert "uji coba" in isi(nama, contoh("ronde"))


@pytest.mark.parametrize("nama", ["html", "xlsx", "sarif"])
def test_the_round_and_its_waivers_are_shown(nama, contoh):
    teks = isi(nama, contoh("ronde"))
    assert all(kata in teks for kata in ("Kecamatan A", "Kecamatan B", "c2.xlsx", "2025-02-01 08:00", "D-8"))


@pytest.mark.parametrize("nama", [n for n in TEKS if n != "html"])
def test_a_finding_about_the_round_is_in_every_list(nama, contoh):
    teks = isi(nama, contoh("ronde"))
    assert "SIL-70" in teks and "Kecamatan B" in teks


def test_the_round_is_a_testsuite_of_its_own(contoh):
    suite = ET.fromstring(tulis("junit", contoh("ronde")))[-1]
    assert suite.get("name") == "Ronde TW IV <b>"
    assert [c.get("name").split()[0] for c in suite.findall("testcase")] == ["SIL-70"]


def test_json_of_a_file_name_that_is_no_utf_8_is_still_json(contoh):
    assert json.loads(tulis("json", contoh("jahat")))["ringkasan"]["berkas"] > 10


def _tabel(laporan):
    return list(csv.reader(io.StringIO(tulis("csv", laporan).decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_a_finding_and_one_for_a_file_without(contoh):
    kepala, *baris = _tabel(contoh("rusak"))
    assert tuple(kepala) == KOLOM
    assert len(baris) == 59 + 1 + 1 + 1
    assert [b[kepala.index("code")] for b in baris if b[0] == "c.xlsx"] == [""]


def test_no_cell_of_the_csv_starts_a_formula(contoh):
    _, *baris = _tabel(contoh("jahat"))
    assert [s for b in baris for s in b if s.lstrip(' "').startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert any(s.startswith("'=HYPERLINK") for b in baris for s in b)


def test_parquet_has_fixed_types_and_the_head_of_the_report(contoh):
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    tabel = pq.read_table(io.BytesIO(tulis("parquet", contoh("rusak"))))
    assert tuple(tabel.column_names) == KOLOM
    assert {str(f.type) for f in tabel.schema if f.name != "tahun"} == {"string"}
    assert json.loads(tabel.schema.metadata[b"kinerja"])["ringkasan"]["berkas"] == 4
    kosong = pq.read_table(io.BytesIO(tulis("parquet", contoh("kosong"))))
    assert (kosong.num_rows, kosong.schema.types) == (0, tabel.schema.types)


def test_parquet_without_pyarrow_names_the_extra(contoh, monkeypatch):
    import builtins

    asli = builtins.__import__

    def tanpa(nama, *args, **lain):
        if nama.startswith("pyarrow"):
            raise ImportError(nama)
        return asli(nama, *args, **lain)

    monkeypatch.setattr(builtins, "__import__", tanpa)
    with pytest.raises(KinerjaError, match=r"kinerja-xl\[cluster\]"):
        tulis("parquet", contoh("jujur"))


BARIS_GITHUB = re.compile(r"::(error|warning|notice) (file=[^,:]+,)?title=[^,:]+::.+")


def test_each_github_line_is_one_annotation(laporan):
    assert [b for b in tulis("github", laporan).decode("utf-8").splitlines() if not BARIS_GITHUB.fullmatch(b)] == []


def test_github_counts_repeats_and_puts_errors_first(contoh):
    from dataclasses import replace

    rusak = replace(contoh("rusak"), letak={"a.xlsx": "masuk/a.xlsx"})
    baris = tulis("github", rusak).decode("utf-8").splitlines()
    assert [b.split()[0] for b in baris] == ["::error", "::error", "::warning", "::warning"]
    assert baris[0].startswith("::error file=masuk/a.xlsx,title=ISI-01 Isi!B2%3A")
    assert "%0Adan 57 lagi%0A" in baris[0]


ANAK = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase", "system-out", "system-err"],
    "properties": ["property"],
    "testcase": ["skipped", "error", "failure", "system-out", "system-err"],
}
SIFAT = {
    "testsuites": {"name", "tests", "failures", "errors", "skipped", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
    "testcase": {"name", "classname", "file", "time"},
    "property": {"name", "value"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
}


def _periksa_junit(simpul):
    """Children in the order of the common JUnit schema, attributes known and required ones there, counts right."""
    urut = [ANAK.get(simpul.tag, []).index(anak.tag) for anak in simpul]
    assert urut == sorted(urut)
    assert SIFAT.get(simpul.tag, set()) - {"file"} <= set(simpul.attrib) <= SIFAT.get(simpul.tag, set())
    if simpul.tag in ("testsuite", "testsuites"):
        kasus = simpul.findall(".//testcase")
        nyata = {"tests": kasus, "failures": simpul.findall(".//failure"), "errors": simpul.findall(".//error")}
        assert {k: int(simpul.get(k)) for k in nyata} == {k: len(v) for k, v in nyata.items()}
    for anak in simpul:
        _periksa_junit(anak)


def test_junit_is_well_formed_and_counts_right(laporan):
    _periksa_junit(ET.fromstring(tulis("junit", laporan)))


def test_junit_fails_on_galat_only_and_an_unreadable_file_is_an_error(contoh):
    akar = ET.fromstring(tulis("junit", contoh("rusak")))
    suite = {s.get("name"): s for s in akar}
    assert list(suite) == ["a.xlsx", "sub/b.xlsx", "c.xlsx", "putus.xlsx"]
    assert [f.get("type") for f in suite["a.xlsx"].iter("failure")] == ["ISI-01"]
    assert suite["a.xlsx"].find(".//failure").text.count("[galat]") == 58
    assert suite["sub/b.xlsx"].get("failures") == "0"
    assert "[peringatan]" in suite["sub/b.xlsx"].find(".//system-out").text
    assert [e.get("type") for e in suite["putus.xlsx"].iter("error")] == ["BERKAS-01"]
    assert len(suite["c.xlsx"].findall("testcase")) > 8
    assert suite["sub/b.xlsx"].find("testcase").get("classname") == "sub.b_xlsx"
