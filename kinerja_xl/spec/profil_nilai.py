"""Values of a profile as one spreadsheet cell or one line of TOML, and back, without loss."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from math import isinf, isnan
from typing import Any

from kinerja_xl.core.errors import KinerjaError

PISAH = "; "
_KUNCI_POLOS = re.compile(r"[A-Za-z0-9_-]+\Z")


def bentuk(nilai: Iterable[Any], anotasi: str = "") -> str:
    """How the values of one column stand in cells: teks, angka, umum (either), tanggal, daftar (words), toml."""
    jenis = {_jenis(satu) for satu in nilai}
    if not jenis:
        return _dari_anotasi(anotasi)
    if len(jenis) == 1:
        return jenis.pop()
    return "umum" if jenis == {"teks", "angka"} else "toml"


def _jenis(nilai: Any) -> str:
    if isinstance(nilai, str):
        return "teks"
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
        return "angka"
    if isinstance(nilai, date) and not isinstance(nilai, datetime):
        return "tanggal"
    if isinstance(nilai, (list, tuple)) and nilai and all(_kata(satu) for satu in nilai):
        return "daftar"
    return "toml"


def _kata(nilai: Any) -> bool:
    return isinstance(nilai, str) and nilai == nilai.strip() != "" and PISAH.strip() not in nilai and "\n" not in nilai


def _dari_anotasi(anotasi: str) -> str:
    dasar = anotasi.replace(" | None", "")
    if dasar in ("", "str"):
        return "teks"
    if dasar in ("int", "float"):
        return "angka"
    if dasar == "date":
        return "tanggal"
    return "daftar" if dasar.startswith(("tuple[str", "list[str")) else "toml"


def ke_sel(nilai: Any, bentuk_kolom: str) -> Any:
    """A value as the cell of such a column holds it."""
    if nilai is None or bentuk_kolom in ("teks", "angka", "umum", "tanggal"):
        return nilai
    return PISAH.join(nilai) if bentuk_kolom == "daftar" else literal(nilai)


def dari_sel(teks: str, bentuk_kolom: str) -> Any:
    """The value of a cell text; KinerjaError (without place) when a TOML literal cannot be read."""
    if bentuk_kolom == "daftar":
        return [satu.strip() for satu in teks.split(PISAH.strip()) if satu.strip()]
    if bentuk_kolom != "toml":
        return teks
    import tomllib

    try:
        isi = tomllib.loads(f"nilai = {teks}")
    except tomllib.TOMLDecodeError as salah:
        raise KinerjaError(f"'{teks}' bukan nilai TOML, misalnya \"teks\", 12 atau [1, 2]") from salah
    if set(isi) != {"nilai"}:
        raise KinerjaError(f"'{teks}' memuat lebih dari satu nilai")
    return isi["nilai"]


def literal(nilai: Any) -> str:
    """One value on one line of TOML."""
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    if isinstance(nilai, str):
        return json.dumps(nilai, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(nilai, float) and (isinf(nilai) or isnan(nilai)):
        return "nan" if isnan(nilai) else "inf" if nilai > 0 else "-inf"
    if isinstance(nilai, (int, float)):
        return repr(nilai)
    if isinstance(nilai, (datetime, date, time)):
        return nilai.isoformat()
    if isinstance(nilai, (list, tuple)):
        return f"[{', '.join(literal(satu) for satu in nilai)}]"
    if isinstance(nilai, Mapping):
        isi = ", ".join(f"{kunci_toml(k)} = {literal(v)}" for k, v in nilai.items())
        return f"{{ {isi} }}" if isi else "{}"
    raise KinerjaError(f"{type(nilai).__name__} tidak dapat ditulis sebagai TOML")


def kunci_toml(kunci: str) -> str:
    """A key, quoted where TOML wants it."""
    return kunci if _KUNCI_POLOS.match(kunci) else literal(kunci)


def ke_toml(data: Mapping[str, Any], kepala: str = "") -> str:
    """A whole profile as TOML text: plain values first, then tables, then lists of tables. kepala: comment lines."""
    baris = [f"# {satu}".rstrip() for satu in kepala.splitlines()]
    baris += _tabel(data, ())
    return "\n".join(baris).strip("\n") + "\n"


def _tabel(data: Mapping[str, Any], jalur: tuple[str, ...]) -> list[str]:
    biasa = {k: v for k, v in data.items() if not isinstance(v, Mapping) and not _deret(v)}
    baris = [f"{kunci_toml(k)} = {literal(v)}" for k, v in biasa.items()]
    for kunci, nilai in data.items():
        sebut = ".".join(kunci_toml(k) for k in (*jalur, kunci))
        if isinstance(nilai, Mapping):
            baris += ["", f"[{sebut}]", *_tabel(nilai, (*jalur, kunci))]
        elif _deret(nilai):
            for satu in nilai:
                baris += ["", f"[[{sebut}]]", *(f"{kunci_toml(k)} = {literal(v)}" for k, v in satu.items())]
    return baris


def _deret(nilai: Any) -> bool:
    return isinstance(nilai, (list, tuple)) and bool(nilai) and all(isinstance(satu, Mapping) for satu in nilai)
