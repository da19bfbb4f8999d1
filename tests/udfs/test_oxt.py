"""The LibreOffice add-in as a file: whole, reproducible, in two languages, and at home on a bare Python."""

from __future__ import annotations

import ast
import importlib.util
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from kinerja_xl import __version__
from kinerja_xl.build.oxt import bangun_oxt, isi_oxt
from kinerja_xl.build.oxt_bantuan import berkas_bantuan
from kinerja_xl.build.oxt_tipe import idl, nama_uno
from kinerja_xl.core import buku_aturan
from kinerja_xl.core.ejaan import nama_baku
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.core.kompilasi import baca_json, tulis_json
from kinerja_xl.data import udfs
from kinerja_xl.functions import functions

AKAR = Path(__file__).resolve().parent.parent.parent
SUMBER = udfs() / "libreoffice"
OOR = "{http://openoffice.org/2001/registry}"
BAHASA = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def bantuan() -> dict[str, Any]:
    """Method name -> its node in CalcAddIns.xcu."""
    akar = ElementTree.fromstring(berkas_bantuan(functions().values()))
    return {satu.get(OOR + "name"): satu for satu in akar.find(f".//*[@{OOR}name='AddInFunctions']")}


def _isi(simpul: Any, sifat: str) -> dict[str, str]:
    prop = next(p for p in simpul.findall("prop") if p.get(OOR + "name") == sifat)
    return {nilai.get(BAHASA, ""): nilai.text for nilai in prop}


def test_the_type_description_in_the_tree_is_that_of_the_registry() -> None:
    """When this fails: run udfs/libreoffice/bangun_tipe.py."""
    assert (SUMBER / "XKinerja.idl").read_text(encoding="ascii") == idl(functions().values())


def test_the_type_library_names_every_method_and_argument() -> None:
    rdb = (SUMBER / "XKinerja.rdb").read_bytes()
    assert rdb.startswith(b"UNOIDL\xff")
    kata = {nama_uno(f.nama) for f in functions().values()}
    kata |= {nama_uno(a.nama) for f in functions().values() for a in f.argumen}
    # names stand behind their length or at their end before a zero; a short one may share the end of a longer one
    assert [satu for satu in sorted(kata) if satu.encode() not in rdb] == []
    assert rdb.count(b"com.sun.star.lang.IllegalArgumentException") >= 1


def test_method_names_tell_the_functions_apart_and_lead_back_to_them() -> None:
    nama = {nama_uno(satu) for satu in functions()}
    assert len(nama) == len(functions())
    for satu in functions():
        panjang = f"id.kinerjaxl.addin.Kinerja.{nama_uno(satu)}"
        assert nama_baku(panjang, frozenset(functions())) == satu == nama_baku(panjang.upper(), frozenset(functions()))


def test_every_function_is_explained_in_both_languages(bantuan: dict[str, Any]) -> None:
    assert set(bantuan) == {nama_uno(satu) for satu in functions()}
    for fungsi in functions().values():
        simpul = bantuan[nama_uno(fungsi.nama)]
        assert (
            _isi(simpul, "DisplayName") == _isi(simpul, "CompatibilityName") == {"en": fungsi.nama, "id": fungsi.nama}
        )
        uraian = _isi(simpul, "Description")
        assert fungsi.judul in uraian["id"] and fungsi.judul_en in uraian["en"] and uraian["id"] != uraian["en"]
        assert _isi(simpul, "Category") == {"": "Add-In"}
        argumen = list(simpul.find("node"))
        assert [a.get(OOR + "name") for a in argumen] == [nama_uno(a.nama) for a in fungsi.argumen]
        for ada, harus in zip(argumen, fungsi.argumen, strict=True):
            assert _isi(ada, "DisplayName") == {"en": harus.nama, "id": harus.nama}
            assert harus.bantuan in _isi(ada, "Description")["id"]
            assert harus.bantuan_en in _isi(ada, "Description")["en"]
            assert ("boleh dikosongkan" in _isi(ada, "Description")["id"]) == harus.opsional


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    satu, dua = bangun_oxt(tmp_path), bangun_oxt(tmp_path / "a" / "lain.oxt")
    assert satu.name == "kinerja-xl.oxt" and dua.name == "lain.oxt"
    assert satu.read_bytes() == dua.read_bytes()
    with zipfile.ZipFile(satu) as arsip:
        assert arsip.testzip() is None and arsip.namelist() == sorted(arsip.namelist())
        assert {i.date_time for i in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_existing_file_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    berkas = bangun_oxt(tmp_path)
    berkas.write_bytes(b"milik saya")
    with pytest.raises(KinerjaError, match="sudah ada"):
        bangun_oxt(tmp_path)
    assert berkas.read_bytes() == b"milik saya"
    assert bangun_oxt(tmp_path, timpa=True).stat().st_size > 100_000
    with pytest.raises(KinerjaError, match="folder"):
        bangun_oxt(tmp_path / "tidak-ada" / "x.oxt")


def test_the_package_names_its_parts_its_version_and_its_licence() -> None:
    isi = isi_oxt()
    manifes = ElementTree.fromstring(isi["META-INF/manifest.xml"])
    bagian = [satu.get("{http://openoffice.org/2001/manifest}full-path") for satu in manifes]
    assert set(bagian) == {"XKinerja.rdb", "kinerja_addin.py", "CalcAddIns.xcu"} <= set(isi)
    uraian = ElementTree.fromstring(isi["description.xml"])
    d = "{http://openoffice.org/extensions/description/2006}"
    assert uraian.find(d + "version").get("value") == __version__
    assert uraian.find(d + "identifier").get("value") == "id.kinerjaxl.addin"
    assert {satu.get("lang") for satu in uraian.find(d + "display-name")} == {"en", "id"}
    for sumber in uraian.find(d + "extension-description"):
        assert isi[sumber.get("{http://www.w3.org/1999/xlink}href")].decode("utf-8").strip()
    assert isi["LICENSE"] == (AKAR / "LICENSE").read_bytes().replace(b"\r\n", b"\n")


def test_no_template_and_no_toml_is_inside() -> None:
    assert not [nama for nama in isi_oxt() if nama.endswith(".toml") or "templates" in nama]


def test_everything_inside_parses_as_python_3_9() -> None:
    for nama, isi in isi_oxt().items():
        if nama.endswith(".py"):
            ast.parse(isi.decode("utf-8"), filename=nama, feature_version=(3, 9))


def test_the_rules_inside_give_every_worked_case_without_tomllib(tmp_path: Path) -> None:
    with zipfile.ZipFile(bangun_oxt(tmp_path)) as arsip:
        arsip.extractall(tmp_path / "isi")
    kode = """
import sys
sys.modules["tomllib"] = None
sys.path[:0] = [sys.argv[1]]
import json
import kinerja_xl
from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga, sidik
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import functions
assert kinerja_xl.__file__.startswith(sys.argv[1]), kinerja_xl.__file__
def coba(kasus):
    try:
        return repr(functions()[kasus["fungsi"]](*kasus["masuk"]))
    except KinerjaError as salah:
        return str(salah)
hasil = [coba(k) for kode in daftar_keluarga() for k in keluarga(kode).kasus]
print(json.dumps([sidik(), sorted(functions()), hasil]))
"""
    keluar = subprocess.run(
        [sys.executable, "-I", "-S", "-c", kode, str(tmp_path / "isi" / "pythonpath")],
        capture_output=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    sidik, nama, hasil = json.loads(keluar.stdout)
    assert sidik == buku_aturan.sidik() and nama == sorted(functions())
    assert hasil == [_coba(k) for kode in buku_aturan.daftar_keluarga() for k in buku_aturan.keluarga(kode).kasus]


def _coba(kasus: dict[str, Any]) -> str:
    try:
        return repr(functions()[kasus["fungsi"]](*kasus["masuk"]))
    except KinerjaError as salah:
        return str(salah)


def test_the_compiled_rule_book_reads_back_as_the_toml_in_the_same_order() -> None:
    buku = baca_json(buku_aturan.kompilasi())
    toml = {satu.stem: baca_toml(satu) for satu in (AKAR / "kinerja_xl").rglob("*.toml") if satu.stem in buku}
    assert buku == toml and set(buku) == set(buku_aturan.daftar_keluarga())
    for kode, isi in toml.items():
        assert repr(buku[kode]) == repr(isi)  # also tells 1 from 1.0 and keeps the order of the tables


def test_a_value_that_toml_does_not_have_is_not_compiled() -> None:
    with pytest.raises(TypeError, match="set"):
        tulis_json({"a": {1}})


@pytest.fixture(scope="module")
def cangkang() -> ModuleType:
    """The shell, loaded as LibreOffice does, with stand-ins for LibreOffice's own modules."""
    tiruan = {nama: ModuleType(nama) for nama in ("unohelper", "com", "com.sun", "com.sun.star", "com.sun.star.lang")}
    tiruan |= {nama: ModuleType(nama) for nama in ("id", "id.kinerjaxl", "id.kinerjaxl.addin")}
    tiruan["unohelper"].Base = type("Base", (), {})  # type: ignore[attr-defined]
    tiruan["unohelper"].ImplementationHelper = _Daftar  # type: ignore[attr-defined]
    tiruan["com.sun.star.lang"].IllegalArgumentException = ValueError  # type: ignore[attr-defined]
    tiruan["id.kinerjaxl.addin"].XKinerja = type("XKinerja", (), {})  # type: ignore[attr-defined]
    jalur, modul = list(sys.path), dict(sys.modules)
    sys.modules.update(tiruan)
    sys.path.insert(0, str(SUMBER))
    try:
        spek = importlib.util.spec_from_file_location("kinerja_addin", SUMBER / "kinerja_addin.py")
        assert spek is not None and spek.loader is not None
        hasil = importlib.util.module_from_spec(spek)
        spek.loader.exec_module(hasil)
    finally:
        sys.path[:] = jalur
        for nama in tiruan:
            sys.modules.pop(nama, None)
        sys.modules.update({n: m for n, m in modul.items() if n in tiruan})
    return hasil


class _Daftar:
    def addImplementation(self, *args: Any) -> None:
        """Nothing to register here."""


def test_the_shell_has_a_method_for_every_function(cangkang: ModuleType) -> None:
    assert {nama_uno(f) for f in functions()} <= set(dir(cangkang.Kinerja))


@pytest.mark.parametrize(
    ("mentah", "rentang", "harus"),
    [
        ((("", 1.0), (" ", "a")), True, [[None, 1.0], [None, "a"]]),
        (((5.0,),), False, 5.0),
        (((5.0,),), True, [[5.0]]),
        ((("",),), False, None),
        (((1.0, 2.0),), False, [[1.0, 2.0]]),
        ("", False, None),
        (None, True, None),
        (3.0, True, 3.0),
    ],
)
def test_what_calc_hands_over_becomes_cells(cangkang: ModuleType, mentah: Any, rentang: bool, harus: Any) -> None:
    assert cangkang.masuk(mentah, rentang) == harus


@pytest.mark.parametrize(
    ("nilai", "harus"),
    [(None, ""), (3, 3.0), ("A", "A"), ([[1, None]], ((1.0, ""),)), ([1, 2], ((1.0, 2.0),)), (True, 1.0)],
)
def test_what_a_rule_gives_becomes_a_cell_and_never_a_truth(cangkang: ModuleType, nilai: Any, harus: Any) -> None:
    ada = cangkang.keluar(nilai)
    assert ada == harus and type(ada) is type(harus)


@pytest.fixture(scope="module")
def sel_kosong(cangkang: ModuleType) -> ModuleType:
    """The module that tells blanks from zeros, as the shell loaded it."""
    return sys.modules["kinerja_sel_kosong"]


@pytest.mark.parametrize(
    ("rumus", "bentuk"),
    [
        ('=X.A(B1;$C$1;"Maximize")', {("A", (5.0, "kata", "Maximize"))}),
        ("=1+x.a($'Da''ta 1'.A1;Lain.A1;D1)", {("A", (7.0, "APA", "KOSONG"))}),
        ("=X.A(IF(D1;1;2);D1)", {("A", ("APA", "KOSONG"))}),
        ("=X.A({1;2};-0.5)", {("A", ("APA", -0.5))}),
        ("=X.A(X.B(D1);A1:B2)", {("A", ("APA", "APA")), ("B", ("KOSONG",))}),
        ('=X.A(D1*1;nama;"D1;""")', {("A", ("APA", "APA", 'D1;"'))}),
        ("=X.A(E1;F1;G1;ZZ99)", {("A", ("APA", "APA", "APA", "KOSONG"))}),
        ("=X.A()+D1", {("A", ("APA",))}),
        ("=Y.A(D1)", set()),
        ("=X.A(D1", {("A", ("KOSONG",))}),
    ],
)
def test_the_calls_of_a_document_are_taken_apart(sel_kosong: ModuleType, rumus: str, bentuk: set[Any]) -> None:
    sebut = {sel_kosong.SEL_KOSONG: "KOSONG", sel_kosong.APA_SAJA: "APA"}
    lembar = {"S": [[rumus, "5", "kata", "", "=1+1", "50%", "'5"]], "Da'ta 1": [["7"]]}
    ada = sel_kosong.panggilan(lembar, "X.")
    rapi = {(m, tuple(sebut.get(n, n) for n in satu)) for m, semua in ada.items() for satu in semua}
    assert rapi == bentuk


class _Dokumen:
    """Stand-in for a document: a sheet of formula texts."""

    def __init__(self, uid: str, kisi: list[list[str]]) -> None:
        self.RuntimeUID, self.kisi, self.dilihat = uid, kisi, 0
        self.Sheets = self.RangeAddress = self
        self.ElementNames, self.EndColumn, self.EndRow = ["S"], 0, 0

    def __getattr__(self, nama: str) -> Any:
        return lambda *_: self

    def getFormulaArray(self) -> list[list[str]]:
        """The texts; counts the looks."""
        self.dilihat += 1
        return self.kisi


@pytest.mark.parametrize(
    ("kisi", "mentah", "jenis"),
    [
        ([["=X.A(B1;84)", "0"]], (0.0, 84.0), "nol"),
        ([["=X.A(B1;84)", ""]], (0.0, 84.0), "kosong"),
        ([["=X.A(B1;84)", ""], ["=X.A(0;85)", ""]], (0.0, 84.0), "kosong"),
        ([["=X.A(B1;84)", ""], ["=X.A(0;85)", ""]], (0.0, 85.0), "nol"),
        ([["=X.A(B1;84)", ""], ["=X.A(0;84)", ""]], (0.0, 84.0), "ragu"),
        ([["=X.A(B1;84)", ""], ["=X.A(0;1+1)", ""]], (0.0, 84.0), "ragu"),
        ([["=X.A(B1;84)", ""], ["=X.A(0;84;1)", ""]], (0.0, 84.0, None), "kosong"),
        ([["=X.A(B1;84)", ""], ["=X.A(0;84;1)", ""]], (0.0, 84.0, 1.0), "nol"),
        ([["=X.A(B1;C1)", "", "TRUE"], ["=X.A(0;1)", "", ""]], (0.0, 1.0), "ragu"),
        ([["=X.B(B1;84)", ""]], (0.0, 84.0), "ragu"),
    ],
)
def test_a_blank_is_told_from_a_zero(sel_kosong: ModuleType, kisi: Any, mentah: Any, jenis: str) -> None:
    assert sel_kosong.Pengamat("X").nol(_Dokumen("1", kisi), "a", 0, mentah) == jenis


def test_without_a_document_nobody_can_tell(sel_kosong: ModuleType) -> None:
    assert sel_kosong.Pengamat("X").nol(None, "a", 0, (0.0,)) == "ragu"


def test_a_document_is_looked_at_once_for_one_recalculation(
    sel_kosong: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    saat = [100.0]
    monkeypatch.setattr(sel_kosong, "monotonic", lambda: saat[0])
    pengamat, satu, dua = (
        sel_kosong.Pengamat("X"),
        _Dokumen("1", [["=X.A(B1)", "0"]]),
        _Dokumen("2", [["=X.A(B1)", ""]]),
    )
    for langkah in (0.0, 0.1, 0.15):
        saat[0] += langkah
        assert pengamat.nol(satu, "A", 0, (0.0,)) == "nol"
    assert satu.dilihat == 1
    assert pengamat.nol(dua, "A", 0, (0.0,)) == "kosong"
    saat[0] += 1
    dua.kisi = [["=X.A(B1)", "0"]]
    assert pengamat.nol(dua, "A", 0, (0.0,)) == "nol"


def test_calls_of_too_many_shapes_are_not_told_apart(sel_kosong: ModuleType) -> None:
    banyak = [[f"=X.A(0;{n})", ""] for n in range(sel_kosong.MAKS_BENTUK)] + [["=X.A(B1;-1)", ""]]
    assert sel_kosong.Pengamat("X").nol(_Dokumen("1", banyak), "a", 0, (0.0, 5.0)) == "ragu"
