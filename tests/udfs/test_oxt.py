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
    assert isi["LICENSE"] == (AKAR / "LICENSE").read_bytes()


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


@pytest.mark.parametrize(
    ("rumus", "tempat"),
    [
        ("=X.CAPAIAN(A1;$B$2;\"Maximize\")", [("CAPAIAN", 0, None, 1, 1), ("CAPAIAN", 1, None, 2, 2)]),
        ("=1+x.capaian($'Da''ta 1'.C3;Data.D4)", [("CAPAIAN", 0, "Da'ta 1", 3, 3), ("CAPAIAN", 1, "Data", 4, 4)]),
        ("=X.A(IF(C1;1;2);C5)", [("A", 1, None, 5, 3)]),
        ("=X.A({1;2};C5)", [("A", 1, None, 5, 3)]),
        ("=X.A(X.B(C1);A1:B2)", [("B", 0, None, 1, 3)]),
        ("=X.A(C1*1;nama;\"C1\")", []),
        ("=X.A()+C1", []),
        ("=Y.A(C1)", []),
        ("=X.A(C1", [("A", 0, None, 1, 3)]),
    ],
)  # fmt: skip
def test_plain_references_are_found_in_calls(cangkang: ModuleType, rumus: str, tempat: list[Any]) -> None:
    from_shell = sys.modules["kinerja_sel_kosong"]
    assert from_shell.acuan_tunggal(rumus, "X.") == tempat


def test_a_blank_is_told_from_a_zero_by_the_document(cangkang: ModuleType) -> None:
    cari = sys.modules["kinerja_sel_kosong"].tempat_kosong
    rumus = "=X.CAPAIAN(B1;B2)"
    assert cari({"S": [["0", "5"], [rumus, "7"]]}, "X.") == set()
    assert cari({"S": [["0", "5"], [rumus, ""]]}, "X.") == {("CAPAIAN", 1)}
    assert cari({"S": [[rumus]]}, "X.") == {("CAPAIAN", 0), ("CAPAIAN", 1)}
    assert cari({"S": [["=X.CAPAIAN(T.A1)"]], "T": [["3"]]}, "X.") == set()
    assert cari({"S": [["=X.CAPAIAN(t.A1)"]], "T": [[""]]}, "X.") == {("CAPAIAN", 0)}
