"""generate: one document kind for one office and year, prefilled from the profile, as a workbook on disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kinerja_xl.build.xlsx import tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import hitung
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil, berkas_contoh, muat_profil
from kinerja_xl.spec.profil_perjanjian import INI, profil_pejabat
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
    pejabat: str = "",
) -> Path:
    """Write one workbook and return its path.

    jenis: pk, rka or iku. tahun: fiscal year. profil: a Profil, a .toml file, or None for the example kecamatan.
    out: folder, or the path of the .xlsx itself. isi: `fill` data put over the prefills.
    dengan_fungsi: carry the functions as LAMBDA names, callable in Excel 365 without any add-in.
    pejabat: key of an official with an agreement of her own (pk only); blank for the head.
    """
    kantor = profil if isinstance(profil, Profil) else muat_profil(profil or berkas_contoh(PROFIL_BAWAAN))
    if pejabat and jenis != "pk":
        raise KinerjaError(f"pejabat hanya dipilih untuk pk, bukan {jenis}.")
    kantor = profil_pejabat(kantor, pejabat) if pejabat else kantor
    manifest, awal = susun(jenis, tahun, kantor)
    masukan = terapkan(manifest, awal)
    masukan.update(terapkan(manifest, isi or {}))
    hasil = hitung(manifest, masukan)
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        tujuan = tujuan / nama_berkas(jenis, tahun, kantor)
    return tulis(manifest, masukan, hasil, tujuan, timpa=timpa, dengan_fungsi=dengan_fungsi)


def nama_berkas(jenis: str, tahun: int, profil: Profil) -> str:
    """File name of a document: kind, year, office and, for the agreement of one official, her post."""
    bagian = [jenis, str(tahun), _aman(profil.instansi.singkatan or profil.instansi.nama)]
    if INI in profil.bagian:
        asal = profil.bagian[INI].asal
        jabatan = [_aman(satu.jabatan) for satu in asal.pejabat.values()]
        sendiri = _aman(profil.pejabat["pertama"].jabatan)
        bagian.append(sendiri)
        if jabatan.count(sendiri) > 1:  # two of one post: the key tells them apart
            bagian.append(_aman(profil.bagian[INI].perjanjian.pejabat))
    return f"{'-'.join(bagian)}.xlsx"


def _aman(teks: str) -> str:
    huruf = "".join(c if c.isalnum() else "-" for c in teks.lower())
    return "-".join(b for b in huruf.split("-") if b)
