"""The buttons of Kinerja.xlsm: make this year's documents, verify a workbook. Called by RunPython of xlwings.

What the person fills in and what is answered stand in named cells of the first sheet (`kx_...`). Nothing of the
person's is overwritten or saved: an existing file is told, and this workbook is verified from a copy.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlwings

from kinerja_xl.core.errors import KinerjaError

TAHUN, PROFIL, FOLDER, PERIKSA, HASIL = "kx_tahun", "kx_profil", "kx_folder", "kx_periksa", "kx_hasil"
MAKRO_SENDIRI = ("AKTIF-08", "AKTIF-17")  # Kinerja.xlsm itself holds the macros of its buttons
Baris = list[list[Any]]


def buat(buku: Any = None) -> None:
    """Button "Buat dokumen tahun ini": every kind of document for the year and profile on the first sheet."""
    _jalankan(buku, _buat)


def periksa(buku: Any = None) -> None:
    """Button "Periksa buku kerja ini": the file named on the first sheet, or this workbook itself."""
    _jalankan(buku, _periksa)


def _jalankan(buku: Any, kerja: Callable[[Any], Baris]) -> None:
    """Do it and write the answer; what goes wrong is an answer too."""
    buku = xlwings.Book.caller() if buku is None else buku
    _tulis(buku, [["Sedang dikerjakan ...", "", ""]])
    try:
        hasil = kerja(buku)
    except KinerjaError as salah:
        hasil = [["Tidak dapat dijalankan", str(salah), ""]]
    except OSError as salah:
        nama = Path(str(salah.filename)).name if salah.filename else "berkas"
        hasil = [["Tidak dapat dijalankan", f"{nama}: {salah.strerror or salah}", "Tutup berkas itu lalu ulangi."]]
    _tulis(buku, hasil)


def _buat(buku: Any) -> Baris:
    from kinerja_xl.build import generate
    from kinerja_xl.spec.buku import jenis_tersedia

    tahun = _isi(buku, TAHUN)
    if not isinstance(tahun, (int, float)) or isinstance(tahun, bool) or tahun != int(tahun):
        raise KinerjaError("Tahun belum diisi dengan angka tahun, misalnya 2026.")
    dasar = _folder_buku(buku)
    profil = _jalur(dasar, _isi(buku, PROFIL))
    folder = _jalur(dasar, _isi(buku, FOLDER)) or dasar / f"Dokumen {int(tahun)}"
    hasil: Baris = []
    for jenis in jenis_tersedia():
        try:
            berkas = generate(jenis, tahun=int(tahun), profil=profil, out=folder)
            hasil.append(["Jadi", berkas.name, str(folder)])
        except KinerjaError as salah:
            hasil.append(["Tidak dibuat", f"{jenis}: {salah}", ""])
    if profil is None:
        hasil.append(["Catatan", "Profil kosong: dipakai profil contoh kecamatan.", "Buat milik Anda: kinerja init"])
    return hasil


def _periksa(buku: Any) -> Baris:
    from kinerja_xl.verify import verify

    berkas = _jalur(_folder_buku(buku), _isi(buku, PERIKSA))
    if berkas is not None:
        return _laporan(verify([berkas]))
    with tempfile.TemporaryDirectory() as kerja:
        salinan = Path(kerja) / buku.name
        _salin(buku, salinan)
        return _laporan(verify([salinan], abaikan=MAKRO_SENDIRI))


def _laporan(laporan: Any) -> Baris:
    hasil: Baris = []
    for satu in laporan.files:
        hasil.append([satu.verdict.upper(), satu.path, f"{satu.cells.get('checked', 0)} hasil rumus diperiksa"])
        for t in satu.findings:
            hasil.append([f"{t.level} {t.code}", t.message, t.fix])
    return hasil


def _isi(buku: Any, nama: str) -> Any:
    nilai = buku.names[nama].refers_to_range.value
    return nilai.strip() or None if isinstance(nilai, str) else nilai


def _tulis(buku: Any, baris: Baris) -> None:
    tempat = buku.names[HASIL].refers_to_range
    tinggi = int(tempat.rows.count)
    if len(baris) > tinggi:
        baris = [*baris[: tinggi - 1], ["...", f"dan {len(baris) - tinggi + 1} baris lagi", "kinerja verify"]]
    tempat.value = [[_aman(n) for n in b] for b in baris] + [["", "", ""]] * (tinggi - len(baris))


def _aman(nilai: Any) -> Any:
    """Text that a sheet would take for a formula stays text."""
    return f"'{nilai}" if isinstance(nilai, str) and nilai[:1] in ("=", "+", "-", "@", "'") else nilai


def _folder_buku(buku: Any) -> Path:
    """Folder of the workbook; the person's own Documents when it lies in a cloud or was never saved."""
    lengkap = str(buku.fullname)
    if "://" in lengkap or not Path(lengkap).is_absolute():
        return Path.home() / "Documents"
    return Path(lengkap).parent


def _jalur(dasar: Path, isi: Any) -> Path | None:
    return dasar / str(isi).strip().strip('"') if isi else None


def _salin(buku: Any, tujuan: Path) -> None:
    """A copy of the workbook as it stands now, unsaved changes too where Excel for Windows can."""
    salin = getattr(getattr(buku, "api", None), "SaveCopyAs", None)
    if salin is not None:
        salin(str(tujuan))
    else:
        shutil.copyfile(buku.fullname, tujuan)
