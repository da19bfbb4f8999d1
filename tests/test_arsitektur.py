"""The house rules that a machine can hold: import directions, doors for third parties, sizes, no law in code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parent.parent
PAKET = AKAR / "kinerja_xl"

# Imports point down: to a room of a lower rank, or within the room.
PERINGKAT: dict[str, float] = {
    "core": 0,
    "data": 0,
    "iku": 1,
    "sop": 1,
    "functions": 1.5,
    "resep": 1.7,
    "spec": 2,
    "mesin": 3,
    "read": 4,
    "build": 4.5,
    "edit": 5.5,
    "verify": 5,
    "report": 6,
    "batch": 7,
    "cli": 8,
    "pytest_buku": 8,
    "pytest_kinerja": 8.5,
    "__main__": 9,
    "udfs": 9,
}
# The package itself only loads lazily, so that any room may read its version; nothing else may be taken from it.
BOLEH_DARI_PAKET = {"__version__"}
PINTU = {
    "formulas": {"mesin"},
    "formualizer": {"mesin"},
    "schedula": {"mesin"},
    "xlsxwriter": {"build", "report"},
    "openpyxl": {"build", "report"},
    "xlwings": {"udfs"},
    "distributed": {"batch"},
}
MURNI = ("core", "iku", "sop")
BARU_3_10 = {
    "dataclasses": {"KW_ONLY"},
    "datetime": {"UTC"},
    "enum": {"StrEnum"},
    "itertools": {"pairwise", "batched"},
    "types": {"NoneType", "UnionType", "EllipsisType"},
    "typing": {"TypeAlias", "ParamSpec", "Concatenate", "TypeGuard", "Self", "Never", "assert_never", "override"},
}
JENIS_BAWAAN = {"bool", "bytes", "dict", "float", "frozenset", "int", "list", "object", "set", "str", "tuple", "type"}
ANGKA_HUKUM = {
    *(0.111, 0.1111, 0.071, 64.99, 76.6, 76.61, 88.3, 88.31, 43.75, 43.76, 62.51, 81.25, 81.26, 3.841),
    *(2.5996, 3.0644, 3.064, 3.532, 3.5324, 0.097, 0.182, 0.435, 0.286),
}
TEKS_ANGKA_HUKUM = re.compile(r"\b(0\.1111|0\.111|76\.61|88\.31|64\.99|0\.097|0\.182|0\.435|0\.286)\b")
# Written with a bracket in each, so that this file does not match itself.
TERLARANG = re.compile(
    r"/wor[k]/|/tmp/bash_job[s]|/tmp/k[x]/|/opt/k[x]/|/roo[t]/|/far[m]/|pyp[i]\.org|pythonhoste[d]|npmj[s]\."
    r"|debia[n]\.org|\.\./share[d]\b|\bKONTRA[K]\.md|DESIG[N]\.md"
)


@cache
def berkas_proyek() -> tuple[Path, ...]:
    """Tracked files; without git every file outside caches and environments."""
    try:
        keluar = subprocess.run(["git", "ls-files", "-z"], cwd=AKAR, capture_output=True, check=True, text=True).stdout
        jalur = [AKAR / satu for satu in keluar.split("\0") if satu]
    except (OSError, subprocess.CalledProcessError):
        abai = {"__pycache__", "build", "dist", "node_modules"}
        jalur = [
            satu
            for satu in AKAR.rglob("*")
            if not any(
                bagian in abai or (bagian.startswith(".") and bagian not in {".ci", ".github", ".gitignore"})
                for bagian in satu.relative_to(AKAR).parts
            )
        ]
    return tuple(sorted(satu for satu in jalur if satu.is_file()))


def modul_python() -> list[Path]:
    """Python files of the package and of the shells, tracked or not yet."""
    return sorted([*PAKET.rglob("*.py"), *(AKAR / "udfs").rglob("*.py")])


def sebut(berkas: Path) -> str:
    return berkas.relative_to(AKAR).as_posix()


@cache
def pohon(berkas: Path) -> ast.Module:
    return ast.parse(berkas.read_text(encoding="utf-8"), filename=str(berkas))


def ruang(berkas: Path) -> str:
    """Room of a file: first folder below the package, or the module's own name at its top."""
    if AKAR / "udfs" in berkas.parents:
        return "udfs"
    bagian = berkas.relative_to(PAKET).with_suffix("").parts
    return "" if bagian == ("__init__",) else bagian[0]


def impor(berkas: Path) -> Iterator[tuple[int, str, str]]:
    """Every import of a file, also inside functions: line, dotted module, name taken from it ("" for `import x`)."""
    paket = berkas.relative_to(AKAR).parts[:-1]
    for simpul in ast.walk(pohon(berkas)):
        if isinstance(simpul, ast.Import):
            for nama in simpul.names:
                yield simpul.lineno, nama.name, ""
        elif isinstance(simpul, ast.ImportFrom):
            dasar = paket[: len(paket) - simpul.level + 1] if simpul.level else ()
            modul = ".".join([*dasar, *([simpul.module] if simpul.module else [])])
            for nama in simpul.names:
                yield simpul.lineno, modul, nama.name


def impor_salah(berkas: Path) -> Iterator[str]:
    """Imports of our own package that point up or sideways."""
    dari = ruang(berkas)
    for baris, modul, nama in impor(berkas):
        bagian = modul.split(".")
        if bagian[0] != "kinerja_xl":
            continue
        tujuan = bagian[1] if len(bagian) > 1 else nama
        if tujuan in BOLEH_DARI_PAKET or tujuan == dari:
            continue
        if tujuan not in PERINGKAT:
            yield f"{sebut(berkas)}:{baris} imports kinerja_xl.{tujuan}, which is no room"
        elif dari == "" or PERINGKAT[tujuan] >= PERINGKAT[dari]:
            yield f"{sebut(berkas)}:{baris} {dari or 'the package itself'} imports {tujuan}"


def test_every_part_of_the_package_has_a_rank():
    assert {ruang(satu) for satu in modul_python()} - {""} <= set(PERINGKAT)


def test_imports_point_down():
    assert [salah for berkas in modul_python() for salah in impor_salah(berkas)] == []


def test_third_parties_come_in_by_their_own_doors():
    salah = [
        f"{sebut(berkas)}:{baris} {modul}"
        for berkas in modul_python()
        for baris, modul, _ in impor(berkas)
        if ruang(berkas) not in PINTU.get(modul.split(".")[0], {ruang(berkas)})
    ]
    assert salah == []


def test_core_and_rules_use_the_standard_library_only():
    salah = [
        f"{sebut(berkas)}:{baris} {modul}"
        for berkas in modul_python()
        if ruang(berkas) in MURNI
        for baris, modul, _ in impor(berkas)
        if modul.split(".")[0] not in {*sys.stdlib_module_names, "kinerja_xl"}
    ]
    assert salah == []


def test_every_third_party_import_is_a_declared_dependency():
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tertulis = [*proyek["dependencies"], *(d for isi in proyek["optional-dependencies"].values() for d in isi)]
    dikenal = {re.split(r"[^A-Za-z0-9_.-]", d)[0].lower().replace("-", "_") for d in tertulis}
    luar = {
        modul.split(".")[0]
        for berkas in modul_python()
        if ruang(berkas) != "udfs"
        for _, modul, _ in impor(berkas)
        if modul and modul.split(".")[0] not in {*sys.stdlib_module_names, "kinerja_xl"}
    }
    assert luar - dikenal == set()


def test_core_and_rules_parse_as_python_3_9():
    for berkas in modul_python():
        if ruang(berkas) in MURNI:
            ast.parse(berkas.read_text(encoding="utf-8"), filename=str(berkas), feature_version=(3, 9))


def _mirip_jenis(simpul: ast.AST) -> bool:
    if isinstance(simpul, ast.Constant):
        return simpul.value is None
    if isinstance(simpul, ast.Subscript):
        return _mirip_jenis(simpul.value)
    if isinstance(simpul, ast.BinOp):
        return isinstance(simpul.op, ast.BitOr) and (_mirip_jenis(simpul.left) or _mirip_jenis(simpul.right))
    nama = simpul.id if isinstance(simpul, ast.Name) else simpul.attr if isinstance(simpul, ast.Attribute) else ""
    return nama in JENIS_BAWAAN or (nama[:1].isupper() and not nama.isupper())


def gabungan_saat_jalan(akar: ast.Module) -> Iterator[int]:
    """Lines where `X | Y` of types is evaluated at run time (outside postponed annotations)."""
    tunda = "annotations" in {n.name for s in akar.body if isinstance(s, ast.ImportFrom) for n in s.names}
    anotasi: set[int] = set()
    for simpul in ast.walk(akar):
        for medan in ("annotation", "returns"):
            bawah = getattr(simpul, medan, None)
            if tunda and isinstance(bawah, ast.AST):
                anotasi.update(map(id, ast.walk(bawah)))
    for simpul in ast.walk(akar):
        if id(simpul) not in anotasi and isinstance(simpul, ast.BinOp) and _mirip_jenis(simpul):
            yield simpul.lineno


def terlalu_baru(akar: ast.Module) -> Iterator[str]:
    """Library names and keywords that Python 3.9 does not have."""
    for simpul in ast.walk(akar):
        if isinstance(simpul, ast.ImportFrom):
            for nama in simpul.names:
                if nama.name in BARU_3_10.get(simpul.module or "", ()):
                    yield f"{simpul.lineno}: {simpul.module}.{nama.name}"
        elif isinstance(simpul, ast.Call):
            dipanggil = getattr(simpul.func, "id", getattr(simpul.func, "attr", ""))
            kunci = {"dataclass": {"slots", "kw_only"}, "field": {"kw_only"}, "zip": {"strict"}}.get(dipanggil, set())
            yield from (f"{simpul.lineno}: {dipanggil}({k.arg}=)" for k in simpul.keywords if k.arg in kunci)
    for simpul in akar.body:
        if isinstance(simpul, ast.Import) and any(n.name == "tomllib" for n in simpul.names):
            yield f"{simpul.lineno}: tomllib outside a function"


def test_core_and_rules_run_on_python_3_9():
    salah = []
    for berkas in modul_python():
        if ruang(berkas) in MURNI:
            salah += [f"{sebut(berkas)}:{baris} X | Y" for baris in gabungan_saat_jalan(pohon(berkas))]
            salah += [f"{sebut(berkas)}:{isi}" for isi in terlalu_baru(pohon(berkas))]
    assert salah == []


@pytest.mark.parametrize(
    ("kode", "jumlah"),
    [
        ("from __future__ import annotations\ndef f(a: int | None) -> str | None: ...", 0),
        ("def f(a: int | None): ...", 1),
        ("from __future__ import annotations\nNilai = int | None", 1),
        ("from __future__ import annotations\nisinstance(x, int | Kelas)", 1),
        ("wajib | boleh; {1} | {2}; WAJIB | BOLEH", 0),
    ],
)
def test_the_search_for_run_time_unions_tells_types_from_sets(kode, jumlah):
    assert len(list(gabungan_saat_jalan(ast.parse(kode)))) == jumlah


def test_no_python_file_is_over_400_lines():
    panjang = {
        sebut(satu): len(satu.read_text(encoding="utf-8").splitlines())
        for satu in {*modul_python(), *(b for b in berkas_proyek() if b.suffix == ".py")}
    }
    assert {nama: n for nama, n in panjang.items() if n > 400} == {}


def test_every_module_says_what_it_is_for():
    semua = {*modul_python(), *(b for b in berkas_proyek() if b.suffix == ".py")}
    assert [sebut(satu) for satu in sorted(semua) if not (ast.get_docstring(pohon(satu)) or "").strip()] == []


def test_paths_are_short_enough_for_windows():
    assert [sebut(satu) for satu in berkas_proyek() if len(sebut(satu)) >= 150] == []


def test_no_number_of_law_stands_in_python():
    salah = []
    for berkas in modul_python():
        salah += [
            f"{sebut(berkas)}:{simpul.lineno} {simpul.value}"
            for simpul in ast.walk(pohon(berkas))
            if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float) and simpul.value in ANGKA_HUKUM
        ]
        teks = berkas.read_text(encoding="utf-8").splitlines()
        salah += [
            f"{sebut(berkas)}:{n} {baris.strip()}" for n, baris in enumerate(teks, 1) if TEKS_ANGKA_HUKUM.search(baris)
        ]
    assert salah == []


def _pecahan_dalam_aturan(isi: object) -> Iterator[float]:
    if isinstance(isi, dict):
        for satu in isi.values():
            yield from _pecahan_dalam_aturan(satu)
    elif isinstance(isi, list):
        for satu in isi:
            yield from _pecahan_dalam_aturan(satu)
    elif isinstance(isi, float) and isi != int(isi):
        yield isi


def test_a_fraction_of_the_rule_book_is_not_typed_again_in_the_rules():
    hukum: set[float] = set()
    for berkas in [*(PAKET / "iku").glob("*.toml"), *(PAKET / "sop").glob("*.toml")]:
        hukum.update(_pecahan_dalam_aturan(tomllib.loads(berkas.read_text(encoding="utf-8")).get("masa", [])))
    salah = [
        f"{sebut(berkas)}:{simpul.lineno} {simpul.value}"
        for berkas in modul_python()
        if ruang(berkas) in MURNI
        for simpul in ast.walk(pohon(berkas))
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float) and simpul.value in hukum - {0.5}
    ]
    assert salah == []


def test_no_path_of_a_machine_and_no_registry_host_stands_in_the_project():
    salah = []
    for berkas in berkas_proyek():
        try:
            teks = berkas.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        salah += [f"{sebut(berkas)}:{n}" for n, baris in enumerate(teks.splitlines(), 1) if TERLARANG.search(baris)]
    assert salah == []
