"""The main.py of the xlwings Lite workbook: the functions on top, the rules and the compiled rule book below them.

xlwings Lite runs it in the browser's Python, which has no network of ours and no package of ours: so main.py brings
the source of every rule module and the rule book as JSON, writes them into a temporary folder and imports them.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

from kinerja_xl import __version__
from kinerja_xl.core.buku_aturan import daftar_keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.core.panggilan import bantuan, bantuan_argumen
from kinerja_xl.core.registry import Indikator
from kinerja_xl.functions import functions

_PAKET = Path(__file__).resolve().parent.parent
_RUANG = ("iku", "sop")
_BUKU = "kinerja_xl/core/buku_aturan.json"
SYARAT = "xlwings\n"

_AWAL = '''"""Fungsi kinerja-xl {versi} untuk xlwings Lite. Dibuat oleh 'kinerja addin build'; jangan disunting.

Di bawah fungsi-fungsi ini ada naskah aturan kinerja-xl (lisensi Apache-2.0) dan buku aturannya; semuanya bekerja di
komputer Anda, tidak ada data yang dikirim.
"""

import importlib
import sys
import tempfile
from pathlib import Path

from xlwings import XlwingsError, arg, func


def _hitung(nama, *nilai):
    try:
        return _PANGGIL(_FUNGSI[nama], *nilai)
    except _GALAT as salah:
        raise XlwingsError(str(salah)) from salah

'''
_AKHIR = '''

def _pasang():
    """Tulis naskah aturan ke folder sementara, lalu muat."""
    folder = Path(tempfile.mkdtemp(prefix="kinerja-xl-"))
    for nama, isi in SUMBER.items():
        berkas = folder / nama
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(isi, encoding="utf-8")
    for nama in [n for n in sys.modules if n.split(".")[0] == "kinerja_xl"]:
        del sys.modules[nama]
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    galat = importlib.import_module("kinerja_xl.core.errors").KinerjaError
    panggil = importlib.import_module("kinerja_xl.core.panggilan").panggil
    return importlib.import_module("kinerja_xl.functions").functions(), panggil, galat


_FUNGSI, _PANGGIL, _GALAT = _pasang()
'''


def susun_main() -> str:
    """The text of main.py."""
    bagian = [_AWAL.format(versi=__version__), *(_fungsi(f) for f in functions().values())]
    bagian.append("\n\nSUMBER = {}\n")
    bagian += [f"SUMBER[{nama!r}] = {_petik(isi)}\n" for nama, isi in sumber().items()]
    return "".join([*bagian, _AKHIR])


def sumber() -> dict[str, str]:
    """Everything main.py brings along: path below the temporary folder -> text."""
    hasil = {
        jalur.relative_to(_PAKET.parent).as_posix(): jalur.read_text(encoding="utf-8") for jalur in modul_terpakai()
    }
    hasil[_BUKU] = buku_aturan()
    return dict(sorted(hasil.items()))


def modul_terpakai() -> list[Path]:
    """Every rule module and, from these on, every module of the package they import."""
    antre = [_PAKET / "__init__.py", _PAKET / "functions.py", _PAKET / "core" / "panggilan.py"]
    antre += [p for ruang in _RUANG for p in sorted((_PAKET / ruang).glob("*.py"))]
    ada: dict[Path, None] = {}
    while antre:
        satu = antre.pop()
        if satu in ada:
            continue
        ada[satu] = None
        if satu != _PAKET / "__init__.py":  # it names the rest of the package, but loads it only on demand
            antre += [p for m in _impor(satu) for p in _berkas(m)]
    return sorted(ada)


def _impor(berkas: Path) -> list[str]:
    hasil = []
    for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.ImportFrom) and simpul.module and simpul.module.split(".")[0] == "kinerja_xl":
            hasil += [simpul.module, *(f"{simpul.module}.{n.name}" for n in simpul.names)]
    return hasil


def _berkas(modul: str) -> list[Path]:
    """Files of a dotted module: its own and those of the packages it lies in."""
    bagian = modul.split(".")
    calon = [_PAKET.parent.joinpath(*bagian).with_suffix(".py")]
    calon += [_PAKET.parent.joinpath(*bagian[:n], "__init__.py") for n in range(1, len(bagian) + 1)]
    return [p for p in calon if p.is_file()]


def buku_aturan() -> str:
    """The rule book without its worked cases, as the JSON that core reads where there is no tomllib."""
    semua = {}
    for kode in daftar_keluarga():
        ruang = next(r for r in _RUANG if (_PAKET / r / f"{kode}.toml").is_file())
        isi = baca_toml(_PAKET / ruang / f"{kode}.toml")
        semua[kode] = {k: v for k, v in isi.items() if k != "kasus"}
    return json.dumps(semua, ensure_ascii=False, indent=0, default=str)


def _fungsi(f: Indikator) -> str:
    nama = ", ".join(f"{a.nama}=None" if a.opsional else a.nama for a in f.argumen)
    baris = ["\n\n@func"]
    baris += [f"@arg({a.nama!r}, ndim=2, err_to_str=True, doc={bantuan_argumen(a)!r})" for a in f.argumen]
    baris += [f"def {f.nama}({nama}):", f"    {_petik(bantuan(f))}"]
    baris.append(f"    return _hitung({', '.join([repr(f.nama), *(a.nama for a in f.argumen)])})\n")
    return "\n".join(baris)


def _petik(isi: str) -> str:
    """A text as a Python literal that a person can read."""
    if "'''" in isi or "\r" in isi or isi.endswith(("'", "\\")):
        raise KinerjaError("naskah aturan tidak dapat dikutip dalam main.py")
    return f"r'''{isi}'''"
