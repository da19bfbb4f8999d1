"""Calls of LAMBDA names in one workbook, computed by IronCalc from the file; and where IronCalc differs from Excel."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import ironcalc

from kinerja_xl.build.lambda_buku import BukuFungsi
from kinerja_xl.core.serial import ke_serial

GALAT = "galat"
_MESIN = Path(__file__).resolve().parent.parent / "iku" / "_mesin_uji.py"

# Where IronCalc 0.9 is known to differ from Excel: formula, what Excel gives, what IronCalc gives.
# Over A1:A5 = 1, "abc", TRUE, "5", " " and B1 = 80, D1:F1 = 1, 2, 3. The names are written without these forms.
BEDA_IRONCALC = (
    ("=SUMPRODUCT(ISTEXT(A1:A5)*1)", 3.0, 0.0),
    ("=SUMPRODUCT(ISNUMBER(A1:A5)*1)", 1.0, 0.0),
    ("=SUMPRODUCT(ISLOGICAL(A1:A5)*1)", 1.0, 0.0),
    ("=COUNT(D1:F1*1)", 3.0, 0.0),
    ('=COUNTIF(B1,">0")', 1.0, "#VALUE!"),
    ("=INDEX(B1,1)", 80.0, "#VALUE!"),
    ("=SUMPRODUCT(ROUND(D1:F1*1.26,1))", 7.6, "#N/IMPL!"),
    ("=LAMBDA(x,COUNT(x))(A4)", 0.0, 1.0),
)


def muat_mesin() -> ModuleType:
    """The harness of the rule tests: worked cases, seeded changes of them, comparing."""
    for nama in ("larik_uji", "mesin_uji"):  # the first is imported by the second
        if nama not in sys.modules:
            spek = spec_from_file_location(nama, _MESIN.with_name(f"_{nama}.py"))
            assert spek is not None and spek.loader is not None
            modul = module_from_spec(spek)
            sys.modules[nama] = modul
            spek.loader.exec_module(modul)
    return sys.modules["mesin_uji"]


def rumus_panggilan(soal: Any, baris: int) -> str:
    """The call over cells of the sheet Uji; a year stands as a number; trailing blanks are left out."""
    alamat = iter(soal.alamat(baris))
    isi = []
    for arg, nilai in zip(soal.fungsi.argumen, soal.asli, strict=False):
        di = "" if arg.nama == "tahun" else next(alamat)
        if arg.nama == "tahun":
            di = "" if soal.tahun is None else _literal(soal.tahun)
        isi.append("" if nilai is None and arg.jenis == "rentang" else di)
    while not isi[-1]:
        isi.pop()
    return f"{soal.fungsi.nama}({','.join(isi)})"


def _literal(tahun: Any) -> str:
    return f'"{tahun}"' if isinstance(tahun, str) else repr(tahun)


def hitung_ironcalc(daftar: list[Any], berkas: Path, lebar: int = 1) -> list[list[Any]]:
    """Write all calls to one workbook, load it in IronCalc; the first `lebar` cells of each result."""
    buku = BukuFungsi(berkas, {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False})
    uji, hasil = buku.add_worksheet("Uji"), buku.add_worksheet("Hasil")
    buku.pasang_fungsi()
    baris = 1
    for ke, satu in enumerate(daftar):
        kolom = 0
        for kisi in satu.masuk:
            for b, deret in enumerate(kisi):
                for k, nilai in enumerate(deret):
                    _tulis(uji, baris - 1 + b, kolom + k, nilai)
            kolom += len(kisi[0]) + 1
        hasil.write_dynamic_array_formula(ke, 0, ke, 0, "=" + rumus_panggilan(satu, baris))
        baris += max((len(kisi) for kisi in satu.masuk), default=1) + 1
    buku.close()
    model = buka(berkas)
    return [[_nilai(model, ke + 1, k) for k in range(1, lebar + 1)] for ke in range(len(daftar))]


def buka(berkas: Path) -> Any:
    """A workbook loaded and computed by IronCalc."""
    model = ironcalc.load_from_xlsx(str(berkas), "en", "UTC", "en")
    model.evaluate()
    return model


def hitung_rumus(rumus: list[str], sel: dict[str, Any], berkas: Path) -> list[Any]:
    """Formulas as stored, over a few cells, in a workbook that carries the names."""
    buku = BukuFungsi(berkas)
    uji, hasil = buku.add_worksheet("Uji"), buku.add_worksheet("Hasil")
    buku.pasang_fungsi()
    for alamat, nilai in sel.items():
        if isinstance(nilai, str) and nilai.startswith("="):
            uji.write_formula(alamat, nilai)
        else:
            uji.write(alamat, nilai)
    for ke, satu in enumerate(rumus):
        hasil.write_dynamic_array_formula(ke, 0, ke, 0, satu)
    buku.close()
    model = buka(berkas)
    return [_nilai(model, ke, 1) for ke in range(1, len(rumus) + 1)]


def _tulis(lembar: Any, baris: int, kolom: int, nilai: Any) -> None:
    if nilai is None:
        return
    if isinstance(nilai, bool):
        lembar.write_boolean(baris, kolom, nilai)
    elif isinstance(nilai, str):
        lembar.write_string(baris, kolom, nilai)
    else:
        lembar.write_number(baris, kolom, nilai if isinstance(nilai, (int, float)) else ke_serial(nilai))


def _nilai(model: Any, baris: int, kolom: int) -> Any:
    nilai = model.get_cell_value(1, baris, kolom)
    return GALAT if isinstance(nilai, str) and nilai.startswith("#") else nilai
