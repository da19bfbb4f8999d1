"""generate: one document kind for one office and year, prefilled from the profile, as a workbook on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.build.profil_buku import buka_profil
from kinerja_xl.build.xlsx import tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import hitung
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik
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

    jenis: a document kind (pk, rka, iku, ...). tahun: fiscal year. profil: a Profil, a profile workbook or .toml file,
    or None for the example kecamatan.
    out: folder, or the path of the .xlsx itself. isi: `fill` data put over the prefills.
    dengan_fungsi: carry the functions as LAMBDA names, callable in Excel 365 without any add-in.
    """
    return _tulis(_siapkan(jenis, tahun, buka(profil), out, isi), timpa, dengan_fungsi)


def generate_set(
    jenis: Iterable[str],
    *,
    tahun: int,
    profil: Profil | str | Path | None = None,
    out: str | Path = ".",
    timpa: bool = False,
    dengan_fungsi: bool = False,
) -> Iterator[Path]:
    """Write several workbooks of one office and year, one after the other; paths as they are written.

    Everything is laid out before the first is written: a profile that cannot give one of the documents, or a file that
    exists, stops the whole set with the name of the document.
    """
    kantor = buka(profil)
    siap = []
    for nama in jenis:
        try:
            siap.append(_siapkan(nama, tahun, kantor, out, None))
        except KinerjaError as salah:
            raise KinerjaError(f"dokumen {nama} belum dapat dibuat: {salah} Tidak ada berkas yang ditulis.") from salah
    if len(siap) > 1 and Path(out).suffix.lower() == ".xlsx":
        raise KinerjaError(f"beberapa dokumen tidak muat dalam satu berkas {Path(out).name}; sebutkan folder")
    ada = [s.tujuan for s in siap if s.tujuan.exists() and not timpa]
    if ada:
        raise KinerjaError(f"berkas {ada[0].name} sudah ada; pakai --force untuk menimpanya", berkas=str(ada[0]))
    for satu in siap:
        yield _tulis(satu, timpa, dengan_fungsi)


@dataclass(frozen=True)
class _Siap:
    """A workbook laid out and prefilled, not yet computed."""

    manifest: Manifest
    masukan: Mapping[Titik, Nilai]
    tujuan: Path


def _siapkan(jenis: str, tahun: int, kantor: Profil, out: str | Path, isi: Mapping[str, Any] | None) -> _Siap:
    manifest, awal = susun(jenis, tahun, kantor)
    masukan = terapkan(manifest, awal)
    masukan.update(terapkan(manifest, isi or {}))
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        tujuan = tujuan / nama_berkas(jenis, tahun, kantor)
    return _Siap(manifest, masukan, tujuan)


def _tulis(siap: _Siap, timpa: bool, dengan_fungsi: bool) -> Path:
    hasil = hitung(siap.manifest, siap.masukan)
    return tulis(siap.manifest, siap.masukan, hasil, siap.tujuan, timpa=timpa, dengan_fungsi=dengan_fungsi)


def buka(profil: Profil | str | Path | None) -> Profil:
    """The profile itself, or the one in a file; None: the example kecamatan."""
    return profil if isinstance(profil, Profil) else buka_profil(profil or berkas_contoh(PROFIL_BAWAAN))


def nama_berkas(jenis: str, tahun: int, profil: Profil) -> str:
    """File name of a document: kind, year, office."""
    kantor = profil.instansi.singkatan or profil.instansi.nama
    aman = "".join(c if c.isalnum() else "-" for c in kantor.lower())
    return f"{jenis}-{tahun}-{'-'.join(b for b in aman.split('-') if b)}.xlsx"
