"""generate: one document kind for one office and year, prefilled from the profile, as a workbook on disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kinerja_xl.build.profil_buku import buka_profil
from kinerja_xl.build.xlsx import tulis
from kinerja_xl.mesin import hitung
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil, berkas_contoh
from kinerja_xl.spec.tata import tata

PROFIL_BAWAAN = "kecamatan"


def susun(jenis: str, tahun: int, profil: Profil) -> tuple[Manifest, dict[str, Any]]:
    """The manifest of a document and the data it is prefilled with."""
    konteks = susun_konteks(jenis, tahun, profil)
    manifest = tata(jenis, konteks)
    return manifest, untuk_manifest(manifest, isi_awal(profil, konteks))


def generate(
    jenis: str,
    *,
    tahun: int,
    profil: Profil | str | Path | None = None,
    out: str | Path = ".",
    isi: Mapping[str, Any] | None = None,
    timpa: bool = False,
    dengan_fungsi: bool = False,
) -> Path:
    """Write one workbook and return its path.

    jenis: pk, rka or iku. tahun: fiscal year. profil: a Profil, a profile workbook or .toml file, or None for the example kecamatan.
    out: folder, or the path of the .xlsx itself. isi: `fill` data put over the prefills.
    dengan_fungsi: carry the functions as LAMBDA names, callable in Excel 365 without any add-in.
    """
    kantor = profil if isinstance(profil, Profil) else buka_profil(profil or berkas_contoh(PROFIL_BAWAAN))
    manifest, awal = susun(jenis, tahun, kantor)
    masukan = terapkan(manifest, awal)
    masukan.update(terapkan(manifest, isi or {}))
    hasil = hitung(manifest, masukan)
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        tujuan = tujuan / nama_berkas(jenis, tahun, kantor)
    return tulis(manifest, masukan, hasil, tujuan, timpa=timpa, dengan_fungsi=dengan_fungsi)


def nama_berkas(jenis: str, tahun: int, profil: Profil) -> str:
    """File name of a document: kind, year, office."""
    kantor = profil.instansi.singkatan or profil.instansi.nama
    aman = "".join(c if c.isalnum() else "-" for c in kantor.lower())
    return f"{jenis}-{tahun}-{'-'.join(b for b in aman.split('-') if b)}.xlsx"
