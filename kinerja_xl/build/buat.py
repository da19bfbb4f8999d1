"""generate: documents of one office and year, prefilled from the profile, as workbooks on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.build.profil_buku import buka_profil
from kinerja_xl.build.xlsx import tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import hitung
from kinerja_xl.sop.model import muat_sop
from kinerja_xl.spec.bahasa import BAWAAN
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.konteks_sop import isi_identitas
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil, berkas_contoh
from kinerja_xl.spec.profil_perjanjian import INI, profil_pejabat
from kinerja_xl.spec.tata import tata

PROFIL_BAWAAN = "kecamatan"


@dataclass(frozen=True)
class Pesanan:
    """One document asked for. pejabat: key of an official with an agreement of her own (pk only), blank for the head;
    sop: for the kind sop, a code such as rka or the path of an office's own file."""

    jenis: str
    pejabat: str = ""
    sop: str | Path = ""


@dataclass(frozen=True)
class _Siap:
    """A workbook laid out and prefilled, not yet computed."""

    manifest: Manifest
    masukan: Mapping[Titik, Nilai]
    tujuan: Path


def susun(
    jenis: str, tahun: int, profil: Profil, sop: str | Path = "", lang: str = BAWAAN
) -> tuple[Manifest, dict[str, Any]]:
    """The manifest of a document and the data it is prefilled with."""
    konteks = susun_konteks(jenis, tahun, profil, sop, lang)
    manifest = tata(jenis, konteks)
    awal = isi_awal(profil, konteks)
    if jenis == "sop":
        awal |= isi_identitas(muat_sop(sop or konteks["sop"]["kode"]), profil)
    return manifest, untuk_manifest(manifest, awal)


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
    sop: str | Path = "",
    lang: str = BAWAAN,
) -> Path:
    """Write one workbook and return its path.

    jenis: a document kind (pk, rka, iku, ...). tahun: fiscal year. profil: a Profil, a profile workbook or .toml file,
    or None for the example kecamatan. out: folder, or the path of the .xlsx itself. isi: `fill` data put over the
    prefills. dengan_fungsi: carry the functions as LAMBDA names, callable in Excel 365 without any add-in.
    pejabat, sop: see Pesanan. lang: id or en, the language of the workbook.
    """
    siap = _siapkan(Pesanan(jenis, pejabat, sop), tahun, buka(profil), out, isi, lang)
    return _tulis(siap, timpa, dengan_fungsi)


def generate_set(
    pesanan: Iterable[str | Pesanan],
    *,
    tahun: int,
    profil: Profil | str | Path | None = None,
    out: str | Path = ".",
    timpa: bool = False,
    dengan_fungsi: bool = False,
    lang: str = BAWAAN,
) -> Iterator[Path]:
    """Write several workbooks of one office and year, one after the other; paths as they are written.

    Everything is laid out before the first is written: a profile that cannot give one of the documents, or a file that
    exists, stops the whole set with the name of the document.
    """
    kantor = buka(profil)
    siap = []
    for satu in pesanan:
        minta = satu if isinstance(satu, Pesanan) else Pesanan(satu)
        try:
            siap.append(_siapkan(minta, tahun, kantor, out, None, lang))
        except KinerjaError as salah:
            raise KinerjaError(
                f"dokumen {minta.jenis} belum dapat dibuat: {salah} Tidak ada berkas yang ditulis."
            ) from salah
    if len(siap) > 1 and Path(out).suffix.lower() == ".xlsx":
        raise KinerjaError(f"beberapa dokumen tidak muat dalam satu berkas {Path(out).name}; sebutkan folder")
    ada = [s.tujuan for s in siap if s.tujuan.exists() and not timpa]
    if ada:
        raise KinerjaError(f"berkas {ada[0].name} sudah ada; pakai --force untuk menimpanya", berkas=str(ada[0]))
    for jadi in siap:
        yield _tulis(jadi, timpa, dengan_fungsi)


def _siapkan(
    minta: Pesanan, tahun: int, kantor: Profil, out: str | Path, isi: Mapping[str, Any] | None, lang: str
) -> _Siap:
    if minta.pejabat and minta.jenis != "pk":
        raise KinerjaError(f"pejabat hanya dipilih untuk pk, bukan {minta.jenis}.")
    milik = profil_pejabat(kantor, minta.pejabat) if minta.pejabat else kantor
    manifest, awal = susun(minta.jenis, tahun, milik, minta.sop, lang)
    masukan = terapkan(manifest, awal)
    masukan.update(terapkan(manifest, isi or {}))
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        tujuan = tujuan / nama_berkas(sebutan(manifest), tahun, milik)
    return _Siap(manifest, masukan, tujuan)


def _tulis(siap: _Siap, timpa: bool, dengan_fungsi: bool) -> Path:
    hasil = hitung(siap.manifest, siap.masukan)
    return tulis(siap.manifest, siap.masukan, hasil, siap.tujuan, timpa=timpa, dengan_fungsi=dengan_fungsi)


def buka(profil: Profil | str | Path | None) -> Profil:
    """The profile itself, or the one in a file; None: the example kecamatan."""
    return profil if isinstance(profil, Profil) else buka_profil(profil or berkas_contoh(PROFIL_BAWAAN))


def sebutan(manifest: Manifest) -> str:
    """What a file of this document is called after: its kind, for SOP forms with the SOP's code."""
    sop = manifest.konteks["sop"]
    return f"sop-{sop['kode']}" if manifest.jenis == "sop" and isinstance(sop, Mapping) else manifest.jenis


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
