"""The xlwings module through xlwings' own conversions: every function on every worked case, in four ways.

server: protocol of Server and Lite; daerah: classic, ranges as xlwings' own import hands over; nilai: classic, bare
values as our .bas hands over; lite: main.py taken back out of the Lite workbook, in a process that finds no rules but
the ones it brings. The expected values are those of the rule book.
The protocol of Server needs xlwings' noncommercial key, here and nowhere else; the classic way runs without any key.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kinerja_xl.build.lite import bangun_lite, susun_lite
from kinerja_xl.core.buku_aturan import daftar_keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.panggilan import bantuan, bantuan_argumen, pemeriksa
from kinerja_xl.core.sel import rapikan
from kinerja_xl.data import udfs
from kinerja_xl.functions import functions

CARA = ("server", "daerah", "nilai", "lite")
SEMUA = functions()
KASUS = [(f.nama, k) for f in SEMUA.values() for k in f.buku.kasus if k["fungsi"] == f.nama]


def kawat(nilai: Any) -> Any:
    """An argument of a case as cells on the way to the other process; a blank single cell stays a cell."""
    return [[_sel(n) for n in b] for b in rapikan(nilai)]


def _sel(isi: Any) -> Any:
    if isinstance(isi, date):
        saat = isi if isinstance(isi, datetime) else datetime(isi.year, isi.month, isi.day)
        return {"tanggal": saat.isoformat()}
    return isi


class Mesin:
    """The two processes, started once, asked with everything at once."""

    def __init__(self) -> None:
        self.antre: list[list[Any]] = []
        self.jawab: dict[str, list[Any]] = {}
        self.lain: dict[str, Any] = {}

    def daftar(self, nama: str, isi: list[Any]) -> int:
        self.antre.append([nama, isi])
        return len(self.antre) - 1

    def jalankan(self, lite: Path) -> None:
        lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("XLWINGS", "PYTHON"))}
        punya = {**lingkungan, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        for proses, cara, folder in (
            ("server", CARA[:1], udfs()),
            ("klasik", CARA[1:3], udfs()),
            ("lite", CARA[3:], lite),
        ):
            panggilan = [[*satu, c] for c in cara for satu in self.antre]
            perintah = [sys.executable, *(["-I"] if proses == "lite" else [])]
            perintah += [str(Path(__file__).with_name("_xlwings_uji.py")), proses, str(folder)]
            selesai = subprocess.run(
                perintah, input=json.dumps(panggilan).encode(), capture_output=True, check=False,
                env=lingkungan if proses == "lite" else punya,
            )  # fmt: skip
            assert selesai.returncode == 0, selesai.stderr.decode(errors="replace")[-3000:]
            semua = json.loads(selesai.stdout)
            for ke, c in enumerate(cara):
                self.jawab[c] = semua["hasil"][ke * len(self.antre) : (ke + 1) * len(self.antre)]
            self.lain[proses] = semua["lain"]


def properti_lite(berkas: Path) -> dict[str, str]:
    """What the Lite workbook carries, read back as the add-in reads it: attribute, then JSON."""
    with zipfile.ZipFile(berkas) as arsip:
        pohon = ElementTree.fromstring(arsip.read("xl/webextensions/webextension1.xml"))
    return {e.attrib["name"]: json.loads(e.attrib["value"]) for e in pohon.iter() if e.tag.endswith("}property")}


def contoh_benar(nama: str) -> list[Any]:
    """Arguments of the first case that computes."""
    return next(k["masuk"] for n, k in KASUS if n == nama and "keluar" in k)


def tambah_baris(nama: str, masuk: list[Any]) -> list[Any]:
    """The same with two blank rows under every range, as when a person marks a little too much."""
    hasil = []
    for arg, isi in zip(SEMUA[nama].argumen, masuk, strict=False):
        baris = rapikan(isi)
        hasil.append([*baris, *[[None] * len(baris[0])] * 2] if arg.jenis == "rentang" else isi)
    return hasil


def satu_sel(nama: str, masuk: list[Any]) -> list[Any]:
    """Every range cut down to its first cell."""
    return [rapikan(n)[0][0] if a.jenis == "rentang" else n for a, n in zip(SEMUA[nama].argumen, masuk, strict=False)]


def tambah_pilihan(nama: str, masuk: list[Any], isi: Any) -> list[Any]:
    """Every argument that may be left out, left out or given as a blank cell."""
    f = SEMUA[nama]
    return [isi if a.opsional else kawat(n) for a, n in zip(f.argumen, [*masuk, *f.argumen], strict=False)]


def rusak(masuk: list[Any], galat: str) -> list[Any]:
    """The first cell of the first argument an error cell."""
    hasil = [kawat(n) for n in masuk]
    hasil[0][0][0] = {"galat": galat}
    return hasil


@pytest.fixture(scope="module")
def buku_lite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bangun_lite(tmp_path_factory.mktemp("lite"))


@pytest.fixture(scope="module")
def mesin(buku_lite: Path) -> Mesin:
    m = Mesin()
    m.nomor = {}  # type: ignore[attr-defined]

    def daftar(kunci: Any, nama: str, isi: list[Any]) -> None:
        m.nomor[kunci] = m.daftar(nama, isi)  # type: ignore[attr-defined]

    for ke, (nama, kasus) in enumerate(KASUS):
        daftar(("kasus", ke), nama, [kawat(n) for n in kasus["masuk"]])
    for nama in SEMUA:
        benar = contoh_benar(nama)
        daftar(("baris", nama), nama, [kawat(n) for n in tambah_baris(nama, benar)])
        daftar(("sel", nama), nama, [kawat(n) for n in satu_sel(nama, benar)])
        daftar(("tanpa", nama), nama, tambah_pilihan(nama, benar, "HILANG"))
        daftar(("kosong", nama), nama, tambah_pilihan(nama, benar, [[None]]))
        daftar(("galat", nama), nama, rusak(benar, "#DIV/0!"))
        daftar(("galat baru", nama), nama, rusak(benar, "#CALC!"))
    daftar("uang", "RKA_JUMLAH", [[[2]], [[{"uang": 1250000.5}]]])
    daftar("tanggal sebagai angka", "IKM_MUTU", [[[{"tanggal": "1900-03-20T00:00:00"}]]])
    daftar("banyak sel", "IKM_MUTU", [[[80], [90]]])
    (buku_lite.parent / "main.py").write_text(properti_lite(buku_lite)["main.py"], encoding="utf-8")
    m.jalankan(buku_lite.parent)
    return m


def ambil(mesin: Mesin, kunci: Any, cara: str) -> dict[str, Any]:
    return mesin.jawab[cara][mesin.nomor[kunci]]  # type: ignore[attr-defined, no-any-return]


def sama(ada: Any, harus: Any, toleransi: float) -> bool:
    """Is what the program shows the value? Everything comes back as rows; no data is an empty cell."""
    baris = harus if isinstance(harus, list) else [["" if harus is None else harus]]
    if len(ada) != len(baris) or any(len(a) != len(b) for a, b in zip(ada, baris, strict=True)):
        return False
    return all(_mirip(a, b, toleransi) for x, y in zip(ada, baris, strict=True) for a, b in zip(x, y, strict=True))


def _mirip(a: Any, b: Any, toleransi: float) -> bool:
    if isinstance(b, (int, float)):
        return isinstance(a, (int, float)) and abs(a - b) <= (toleransi or 1e-9 * max(1.0, abs(b)))
    return type(a) is type(b) and a == b


def menurut_aturan(nama: str, masuk: list[Any]) -> Any:
    """What the rule answers, or the text of its refusal."""
    try:
        return SEMUA[nama](*masuk)
    except KinerjaError as salah:
        return salah


def cocok(hasil: dict[str, Any], harus: Any, nama: str) -> bool:
    if isinstance(harus, KinerjaError):
        if pemeriksa(SEMUA[nama]):
            return hasil.get("hasil") == [[str(harus)]]
        return hasil.get("galat") == "XlwingsError" and hasil["pesan"] == str(harus)
    return "hasil" in hasil and sama(hasil["hasil"], harus, 0)


@pytest.mark.parametrize("cara", CARA)
def test_every_case_of_the_rule_book_computes_in_the_sheet(mesin, cara):
    salah = []
    for ke, (nama, kasus) in enumerate(KASUS):
        ada = ambil(mesin, ("kasus", ke), cara)
        if "galat" in kasus:
            teks = ada["hasil"][0][0] if pemeriksa(SEMUA[nama]) and "hasil" in ada else ada.get("pesan", "")
            baik = kasus["galat"] in str(teks) and ("hasil" in ada) == pemeriksa(SEMUA[nama])
        else:
            baik = "hasil" in ada and sama(ada["hasil"], kasus["keluar"], kasus.get("toleransi", 0))
        if not baik:
            salah.append((nama, kasus["nama"], kasus.get("keluar", kasus.get("galat")), ada))
    assert salah == []


@pytest.mark.parametrize("cara", CARA)
@pytest.mark.parametrize(("kunci", "ubah"), [("baris", tambah_baris), ("sel", satu_sel)])
def test_blank_rows_and_single_cells_are_taken_as_the_rule_takes_them(mesin, cara, kunci, ubah):
    salah = [
        (nama, harus, ada)
        for nama in SEMUA
        for harus, ada in [(menurut_aturan(nama, ubah(nama, contoh_benar(nama))), ambil(mesin, (kunci, nama), cara))]
        if not cocok(ada, harus, nama)
    ]
    assert salah == []


@pytest.mark.parametrize("cara", CARA)
def test_an_argument_left_out_is_the_same_as_a_blank_cell(mesin, cara):
    beda = [n for n in SEMUA if ambil(mesin, ("tanpa", n), cara) != ambil(mesin, ("kosong", n), cara)]
    assert beda == []
    for nama in SEMUA:
        wajib = [n for a, n in zip(SEMUA[nama].argumen, contoh_benar(nama), strict=False) if not a.opsional]
        assert cocok(ambil(mesin, ("tanpa", nama), cara), menurut_aturan(nama, wajib), nama), nama


@pytest.mark.parametrize("cara", CARA)
@pytest.mark.parametrize(("kunci", "tulisan"), [("galat", "#DIV/0!"), ("galat baru", "galat")])
def test_an_error_cell_gives_an_error_and_the_checker_names_it(mesin, cara, kunci, tulisan):
    for nama, fungsi in SEMUA.items():
        ada = ambil(mesin, (kunci, nama), cara)
        if pemeriksa(fungsi):
            assert tulisan in ada["hasil"][0][0], nama
        else:
            assert ada["galat"] == "XlwingsError" and tulisan in ada["pesan"], nama


@pytest.mark.parametrize("cara", CARA)
def test_money_dates_and_too_many_cells(mesin, cara):
    assert ambil(mesin, "uang", cara)["hasil"] == [[2500001.0]]
    assert ambil(mesin, "tanggal sebagai angka", cara)["hasil"] == [["B"]]  # 20 March 1900 is the number 80
    assert "harus satu sel" in ambil(mesin, "banyak sel", cara)["pesan"]


@pytest.mark.parametrize("proses", ["server", "lite"])
def test_excel_is_told_of_every_function_with_help(mesin, proses):
    daftar = {f["name"]: f for f in mesin.lain[proses]["functions"]}
    assert set(daftar) == set(SEMUA)
    for nama, fungsi in SEMUA.items():
        satu = daftar[nama]
        assert satu["description"] == bantuan(fungsi) and 20 < len(bantuan(fungsi)) <= 255
        assert not satu["options"].get("volatile")
        assert [p["name"] for p in satu["parameters"]] == [a.nama for a in fungsi.argumen]
        assert [p.get("optional", False) for p in satu["parameters"]] == [a.opsional for a in fungsi.argumen]
        assert [p["description"] for p in satu["parameters"]] == [bantuan_argumen(a) for a in fungsi.argumen]
        assert all(3 <= len(p["description"]) <= 255 for p in satu["parameters"])


def test_classic_needs_no_licence_key_and_sorts_the_functions(mesin):
    assert mesin.lain["klasik"]["pro"] is False
    info = mesin.lain["klasik"]["info"]
    assert set(info) == set(SEMUA)
    assert all(info[n]["category"] == f"Kinerja: {f.buku.judul}" for n, f in SEMUA.items())
    assert not any(i["volatile"] or i["sub"] for i in info.values())


def test_our_vba_calls_what_the_wrappers_of_xlwings_call(mesin):
    """Same module, names and order of arguments as xlwings' own import writes them."""
    from kinerja_xl.build.bas import teks_bas

    pola = r'^ *(\w+) = XLPy\.CallUDF\("(\w+)", "(\w+)", Array\((.*)\), ThisWorkbook, Application\.Caller\)'
    punya = re.findall(pola, teks_bas(), flags=re.MULTILINE)
    asli = re.findall(pola, mesin.lain["klasik"]["bungkus"], flags=re.MULTILINE)
    rapi = [(a, m, b, re.sub(r"NilaiSel\((\w+?)_?\)", r"\1", isi)) for a, m, b, isi in punya]
    assert rapi == asli
    assert len(rapi) == len(SEMUA)


def test_the_lite_workbook_is_complete_and_the_same_each_time(buku_lite):
    assert buku_lite.read_bytes() == susun_lite()
    assert properti_lite(buku_lite)["requirements.txt"].split() == ["xlwings"]
    with zipfile.ZipFile(buku_lite) as arsip:
        jenis, akar = arsip.read("[Content_Types].xml").decode(), arsip.read("_rels/.rels").decode()
        ekstensi = arsip.read("xl/webextensions/webextension1.xml").decode()
        panel = arsip.read("xl/webextensions/_rels/taskpanes.xml.rels").decode()
        lembar = "".join(arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet"))
    assert "vnd.ms-office.webextensiontaskpanes+xml" in jenis and "vnd.ms-office.webextension+xml" in jenis
    assert 'Target="xl/webextensions/taskpanes.xml"' in akar and 'Target="webextension1.xml"' in panel
    ElementTree.fromstring(akar)
    assert 'id="wa200008175"' in ekstensi and "<we:containsCustomFunctions/>" in ekstensi
    assert re.findall(r"<we:customFunctionIds>_xldudf_(\w+)<", ekstensi) == list(SEMUA)
    assert set(re.findall(r"<f[^>]*>_xldudf_(\w+)\(", lembar)) == set(SEMUA)
    assert buku_lite.stat().st_size < 300_000


def test_the_lite_workbook_brings_the_rules_but_no_cases(buku_lite):
    naskah = properti_lite(buku_lite)["main.py"]
    ruang: dict[str, Any] = {}
    exec(compile(naskah[naskah.index("SUMBER = {}") : naskah.rindex("def _pasang")], "main.py", "exec"), ruang)
    buku = json.loads(ruang["SUMBER"]["kinerja_xl/core/buku_aturan.json"])
    assert set(buku) == set(daftar_keluarga()) and not any("kasus" in isi for isi in buku.values())
    assert ruang["SUMBER"]["kinerja_xl/iku/ikm.py"].startswith('"""Indeks Kepuasan')
