"""Strict tables: TOML to dataclasses, with errors that name file, table, key and the nearest known key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, Union

from kinerja_xl.core.errors import KinerjaError

T = TypeVar("T")


def baca_toml(berkas: Union[str, Path]) -> dict[str, Any]:
    """Read a TOML file; a syntax error becomes a KinerjaError that names the file and the line."""
    import tomllib

    jalur = Path(berkas)
    try:
        return tomllib.loads(jalur.read_text(encoding="utf-8-sig"))
    except OSError as salah:
        raise KinerjaError(f"berkas {jalur.name} tidak dapat dibaca: {salah.strerror}") from salah
    except UnicodeDecodeError as salah:
        raise KinerjaError(f"berkas {jalur.name} bukan teks UTF-8") from salah
    except tomllib.TOMLDecodeError as salah:
        raise KinerjaError(f"berkas {jalur.name} bukan TOML yang sah: {salah}") from salah


def saran(kunci: str, dikenal: Iterable[str]) -> str:
    """' Maksud Anda ...?' with the nearest known word, or the list of known words."""
    semua = sorted(dikenal)
    dekat = get_close_matches(kunci.lower(), semua, n=1, cutoff=0.6)
    if dekat:
        return f" Maksud Anda '{dekat[0]}'?"
    return f" Yang dikenal: {', '.join(semua)}."


def periksa_kunci(tabel: Mapping[str, Any], wajib: Iterable[str], boleh: Iterable[str], tempat: str) -> None:
    """Refuse unknown and missing keys. tempat: 'profil.toml, tabel [instansi]'."""
    wajib, boleh = set(wajib), set(boleh)
    for kunci in tabel:
        if kunci not in wajib | boleh:
            raise KinerjaError(f"{tempat}: kunci '{kunci}' tidak dikenal.{saran(kunci, wajib | boleh)}")
    for kunci in sorted(wajib - set(tabel)):
        raise KinerjaError(f"{tempat}: kunci '{kunci}' belum ada.")


_JENIS = {"str": (str,), "int": (int,), "float": (int, float), "bool": (bool,)}
_SEBUTAN = {"str": "teks", "int": "bilangan bulat", "float": "angka", "bool": "true/false"}


def _periksa_jenis(nilai: Any, anotasi: str, kunci: str, tempat: str) -> None:
    dasar = anotasi.replace(" | None", "")
    if dasar.startswith("Optional["):
        dasar = dasar[len("Optional[") : -1]
    harus = _JENIS.get(dasar)
    if harus is None or (nilai is None and anotasi != dasar):
        return
    if not isinstance(nilai, harus) or (isinstance(nilai, bool) and dasar != "bool"):
        raise KinerjaError(f"{tempat}: kunci '{kunci}' harus {_SEBUTAN[dasar]}, tertulis {nilai!r}.", kunci=kunci)


def jadikan(kelas: type[T], tabel: Any, tempat: str, /, **tambahan: Any) -> T:
    """Build dataclass `kelas` from a TOML table; fields without a default are required.

    tambahan: values for fields that do not come from the table. The module of the dataclass uses
    postponed annotations; str, int, float, bool and Optional[...] of these are checked.
    """
    if not isinstance(tabel, Mapping):
        raise KinerjaError(f"{tempat}: di sini harus ada tabel, tertulis {tabel!r}.")
    medan = {f.name: f for f in fields(kelas) if f.name not in tambahan}  # type: ignore[arg-type]
    wajib = [n for n, f in medan.items() if f.default is MISSING and f.default_factory is MISSING]
    periksa_kunci(tabel, wajib, medan, tempat)
    for kunci, nilai in tabel.items():
        _periksa_jenis(nilai, str(medan[kunci].type), kunci, tempat)
    rapi = {k: tuple(v) if isinstance(v, list) else v for k, v in tabel.items()}
    return kelas(**rapi, **tambahan)
