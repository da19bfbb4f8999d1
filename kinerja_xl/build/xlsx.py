"""Write a workbook: drawn with XlsxWriter, bytes made the same on every machine, put in place whole."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter.exceptions import XlsxWriterException

from kinerja_xl.build.gaya import HURUF, Sifat
from kinerja_xl.build.lambda_buku import BukuFungsi
from kinerja_xl.build.lembar import tulis_lembar
from kinerja_xl.build.lembar_tepat import LembarTepat
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import GalatExcel
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik, tempat

_DIBUAT = datetime(2020, 1, 1)
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)


def tulis(
    manifest: Manifest,
    masukan: Mapping[Titik, Nilai],
    hasil: Mapping[Titik, Nilai],
    jalur: str | Path,
    *,
    timpa: bool = False,
    izinkan_galat: bool = False,
    komentar: Mapping[Titik, str] | None = None,
    dengan_fungsi: bool = False,
) -> Path:
    """Write the workbook to `jalur` and return its path.

    masukan: values of inputs; hasil: values of all formulas (from mesin.hitung). timpa: replace an existing file;
    izinkan_galat: keep Excel errors among the results (a half-filled form) instead of refusing them.
    komentar: texts to put on cells as comments; dengan_fungsi: carry the functions (IKM_SCORE, ...) as LAMBDA names
    for Excel 365.
    """
    tujuan = Path(jalur)
    if tujuan.exists() and not timpa:
        raise _sudah_ada(tujuan)
    if not izinkan_galat:
        _tolak_galat(hasil)
    isi = susun(manifest, masukan, hasil, komentar, dengan_fungsi=dengan_fungsi)
    try:
        pasang(isi, tujuan, timpa)
    except OSError as salah:
        raise KinerjaError(f"berkas {tujuan.name} tidak dapat ditulis: {salah.strerror}") from salah
    return tujuan


def susun(
    manifest: Manifest, masukan: Mapping[Titik, Nilai], hasil: Mapping[Titik, Nilai],
    komentar: Mapping[Titik, str] | None = None, *, dengan_fungsi: bool = False,
) -> bytes:  # fmt: skip
    """The workbook as bytes: same manifest, same values, same bytes."""
    _periksa_masukan(manifest, masukan)

    def gambar(buku: BukuFungsi) -> None:
        _gambar(buku, manifest, masukan, hasil, komentar or {})
        if dengan_fungsi:
            buku.pasang_fungsi()

    return susun_buku(gambar)


def susun_buku(gambar: Callable[[BukuFungsi], None]) -> bytes:
    """A workbook drawn by `gambar`, as bytes that are the same on every machine."""
    wadah = BytesIO()
    buku = BukuFungsi(
        wadah,
        {
            "in_memory": True,
            "strings_to_urls": False,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": HURUF, "font_size": 10},
        },
    )
    try:
        gambar(buku)
        buku.close()
    except XlsxWriterException as salah:
        raise KinerjaError(f"buku kerja tidak dapat disusun: {salah}") from salah
    return seragam(wadah.getvalue())


def _gambar(
    buku: Any, manifest: Manifest, masukan: Mapping[Titik, Nilai], hasil: Mapping[Titik, Nilai],
    komentar: Mapping[Titik, str],
) -> None:  # fmt: skip
    format_sel = penyimpan_format(buku)
    sifat_buku(buku, manifest.judul, manifest.templat)
    pertama = True
    for lembar in manifest.lembar:
        ws = buku.add_worksheet(lembar.nama, LembarTepat)
        tulis_lembar(buku, ws, manifest, lembar, masukan, hasil, format_sel, komentar)
        if pertama and lembar.keadaan == "visible":
            ws.activate()
            ws.set_first_sheet()
            pertama = False
    for nama, alamat in sorted(manifest.nama.items()):
        if buku.define_name(nama, "=" + alamat):
            raise KinerjaError(f"nama '{nama}' tidak dapat ditulis ke buku kerja")


def penyimpan_format(buku: Any) -> Callable[[Sifat], Any]:
    """Formats of a workbook, each made once."""
    simpan: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format_sel(sifat: Sifat) -> Any:
        kunci = tuple(sorted(sifat.items()))
        if kunci not in simpan:
            simpan[kunci] = buku.add_format(sifat)
        return simpan[kunci]

    return format_sel


def sifat_buku(buku: Any, judul: str, perihal: str) -> None:
    """Title, subject, a fixed day of making, automatic calculation."""
    buku.set_properties({"title": judul, "subject": perihal, "created": _DIBUAT})
    buku.set_calc_mode("auto")


def _periksa_masukan(manifest: Manifest, masukan: Mapping[Titik, Nilai]) -> None:
    for titik in masukan:
        sel = manifest.sel(titik)
        if sel is None or sel.peran != "isian":
            raise KinerjaError(f"{tempat(titik)} bukan sel isian templat {manifest.templat}")


def _tolak_galat(hasil: Mapping[Titik, Nilai]) -> None:
    salah = [f"{tempat(t)} ({n})" for t, n in hasil.items() if isinstance(n, GalatExcel)]
    if salah:
        lagi = f" dan {len(salah) - 5} sel lain" if len(salah) > 5 else ""
        raise KinerjaError(f"rumus menghasilkan kesalahan: {', '.join(salah[:5])}{lagi}", sel=salah)


def seragam(isi: bytes) -> bytes:
    """The container again without traces of the machine (system, permissions, times)."""
    keluar = BytesIO()
    with zipfile.ZipFile(BytesIO(isi)) as asal, zipfile.ZipFile(keluar, "w") as baru:
        for satu in asal.infolist():
            info = zipfile.ZipInfo(satu.filename, _WAKTU_ZIP)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            baru.writestr(info, asal.read(satu), compresslevel=6)
    return keluar.getvalue()


def pasang(isi: bytes, tujuan: Path, timpa: bool) -> None:
    """Write beside the target, then rename: a reader never meets half a file."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_name(f".{tujuan.name}.{os.getpid()}.tmp")
    try:
        sementara.write_bytes(isi)
        if tujuan.exists() and not timpa:
            raise _sudah_ada(tujuan)
        sementara.replace(tujuan)
    finally:
        sementara.unlink(missing_ok=True)


def _sudah_ada(tujuan: Path) -> KinerjaError:
    return KinerjaError(f"berkas {tujuan.name} sudah ada; pakai --force untuk menimpanya", berkas=str(tujuan))
