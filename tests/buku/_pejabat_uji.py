"""Shared by the tests of agreements and their changes: workbooks as the cross checks see them, LibreOffice's values."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kinerja_xl import mesin
from kinerja_xl.core.numerik import dekat
from kinerja_xl.read import baca
from kinerja_xl.spec.profil import Profil, berkas_contoh, muat_profil
from kinerja_xl.verify.kasus import Kasus, ambil_masukan
from kinerja_xl.verify.pengenal import kenali

__all__ = ["date"]
ALASAN = "Pergeseran anggaran pada APBD Perubahan"
PEJABAT = {
    "pertama": ("Camat Contoh", "Bupati Contoh"),
    "sekretaris": ("Sekretaris Kecamatan", "Camat Contoh"),
    "kasi_pemerintahan": ("Kepala Seksi Pemerintahan", "Camat Contoh"),
    "kasi_trantib": ("Kepala Seksi Ketenteraman dan Ketertiban", "Camat Contoh"),
    "kasi_pemberdayaan": ("Kepala Seksi Pemberdayaan Masyarakat", "Camat Contoh"),
    "kasi_kesos": ("Kepala Seksi Kesejahteraan Sosial", "Camat Contoh"),
    "kasi_pelayanan": ("Kepala Seksi Pelayanan Umum", "Camat Contoh"),
    "kasubag_evapor": ("Kepala Subbagian Evaluasi dan Pelaporan", "Sekretaris Kecamatan"),
    "kasubag_umum": ("Kepala Subbagian Umum", "Sekretaris Kecamatan"),
}


def kecamatan() -> Profil:
    """The example kecamatan."""
    return muat_profil(berkas_contoh("kecamatan"))


def kasus(berkas: Path) -> Kasus:
    """A workbook of ours with its inputs taken and its results computed."""
    buku = baca(berkas).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    satu = Kasus(buku, manifest, tahun=manifest.tahun)
    satu.masukan = ambil_masukan(satu)
    satu.hasil = mesin.hitung(manifest, satu.masukan)
    return satu


def isi(berkas: Path, nama: str) -> object:
    """Stored value of a named cell."""
    satu = kasus(berkas)
    lembar, sel = satu.manifest.sel_bernama[nama]
    ada = satu.sel((lembar.nama, *sel.titik))
    return ada.nilai if ada else None


def tabel(berkas: Path, nama: str) -> list[dict[str, object]]:
    """Rows of a table by key."""
    return [{k: v for k, (_, v) in r.items()} for r in kasus(berkas).rekaman(nama)]


def beda(asli: Path, dihitung: Path) -> list[str]:
    """Formula cells where LibreOffice's copy differs from what we stored."""
    kita, mereka = kasus(asli), baca(dihitung).buku
    assert mereka is not None
    kanan = {lb.nama: lb.sel for lb in mereka.lembar}
    hasil = []
    for titik, _, ada in kita.setiap("rumus"):
        lain = kanan[titik[0]].get(titik[1:])
        a, b = ada.nilai if ada else None, lain.nilai if lain else None
        if lain is not None and lain.jenis == "e":
            hasil.append(f"{titik}: {b}")
        elif isinstance(a, (int, float)) and isinstance(b, (int, float)):
            if not dekat(a, b):
                hasil.append(f"{titik}: {a} / {b}")
        elif (a or "") != (b or ""):
            hasil.append(f"{titik}: {a!r} / {b!r}")
    return hasil
