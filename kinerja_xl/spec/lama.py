"""Old versions of the workbook specs: kept as they were, so that a workbook made with one is judged by that one.

Before the version of a spec is raised, its present state is frozen:

    python -m kinerja_xl.spec.lama pk

copies the spec and every piece it uses to templates/buku/lama/pk-1.0.0/ and writes the fingerprint of these files into
templates/buku/lama/daftar.toml. A frozen spec is never changed again; the tests hold it to its fingerprint.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.spec.buku import berkas_spek, muat_buku

DAFTAR = "lama/daftar"


def versi_lama(jenis: str) -> tuple[str, ...]:
    """Frozen versions of a kind, oldest first."""
    folder = berkas_spek(DAFTAR).parent
    ada = [p.name.rpartition("-")[2] for p in folder.glob(f"{jenis}-*") if (p / f"{jenis}.toml").is_file()]
    return tuple(sorted(ada, key=lambda v: tuple(int(n) for n in v.split("."))))


def daftar_beku() -> dict[str, str]:
    """Fingerprint by frozen spec ("pk-1.0.0")."""
    berkas = berkas_spek(DAFTAR)
    isi = baca_toml(berkas) if berkas.is_file() else {}
    return {str(satu["nama"]): str(satu["sidik"]) for satu in isi.get("lama", [])}


def sidik_beku(nama: str) -> str:
    """SHA-256 over the names and contents of all files of a frozen spec; line ends do not count."""
    folder = berkas_spek(DAFTAR).parent / nama
    inti = hashlib.sha256()
    for satu in sorted(folder.rglob("*.toml")):
        inti.update(satu.relative_to(folder).as_posix().encode() + b"\0")
        inti.update(satu.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return inti.hexdigest()


def bekukan(jenis: str) -> Path:
    """Freeze the present spec of a kind; returns its folder. Raises KinerjaError when that version is frozen."""
    nama = f"{jenis}-{muat_buku(jenis).versi}"
    folder = berkas_spek(DAFTAR).parent / nama
    if folder.exists():
        raise KinerjaError(f"templat {nama} sudah dibekukan; naikkan versi di templates/buku/{jenis}.toml lebih dahulu")
    for satu in [jenis, *dict.fromkeys(_dipakai(baca_toml(berkas_spek(jenis))))]:
        tujuan = folder / f"{satu}.toml"
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        tujuan.write_bytes(berkas_spek(satu).read_bytes())
    daftar = {**daftar_beku(), nama: sidik_beku(nama)}
    baris = [f'\n[[lama]]\nnama = "{n}"\nsidik = "{s}"\n' for n, s in sorted(daftar.items())]
    kepala = "# Frozen specs and the SHA-256 over their files (kinerja_xl/spec/lama.py). Never changed by hand.\n"
    berkas_spek(DAFTAR).write_text(kepala + "".join(baris), encoding="utf-8", newline="\n")
    return folder


def _dipakai(data: Any) -> Iterator[str]:
    """Pieces used anywhere in a spec, those used by pieces included."""
    if isinstance(data, dict):
        for kunci, nilai in data.items():
            if (kunci == "pakai" or (kunci == "bagian" and data.get("jenis") == "pakai")) and isinstance(nilai, str):
                yield f"bagian/{nilai}"
                yield from _dipakai(baca_toml(berkas_spek(f"bagian/{nilai}")))
            else:
                yield from _dipakai(nilai)
    elif isinstance(data, list):
        for satu in data:
            yield from _dipakai(satu)


if __name__ == "__main__":
    for satu in sys.argv[1:]:
        print(bekukan(satu))
