"""Open a workbook of ours for a change: read within bounds, recognised, and equal to its template."""

from __future__ import annotations

from pathlib import Path

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.read import baca
from kinerja_xl.read.buku import Buku
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.verify.berkas import Pilihan, periksa_buku
from kinerja_xl.verify.lembar_temuan import pisahkan
from kinerja_xl.verify.pengenal import kenali
from kinerja_xl.verify.temuan import dari_masalah

_MENGHALANGI = ("BERKAS", "AKTIF", "STR", "RMS")


def buka(jalur: Path, kerja: str) -> tuple[Buku, Manifest]:
    """The workbook and its manifest. kerja: what is to be done with it, for messages ('diisi').

    Raises KinerjaError when it cannot be read, is not ours, or was changed against its template.
    """
    terbaca = baca(jalur)
    if terbaca.buku is None:
        pertama = terbaca.masalah[0]
        temuan = dari_masalah(pertama.kode, pertama.tempat, {**pertama.data, "bagian": pertama.alamat})
        raise KinerjaError(f"{jalur.name} tidak terbaca: {temuan.message}")
    buku, _ = pisahkan(terbaca.buku)
    pengenal = kenali(buku)
    if pengenal.manifest is None:
        sebab = pengenal.temuan[0].message if pengenal.temuan else "templat tidak dikenal"
        raise KinerjaError(f"{jalur.name} tidak dapat {kerja}: {sebab}")
    _tolak_yang_berubah(jalur, buku, kerja)
    return buku, pengenal.manifest


def _tolak_yang_berubah(jalur: Path, buku: Buku, kerja: str) -> None:
    """A workbook changed against its template would lose those changes; say where they are."""
    hasil = periksa_buku(buku, Pilihan())
    salah = [t for t in hasil.findings if t.level == "galat" and t.code.partition("-")[0] in _MENGHALANGI]
    if salah:
        raise KinerjaError(
            f"{jalur.name} berbeda dari templatnya dan tidak {kerja} agar tidak ada yang hilang "
            f"({len(salah)} temuan; yang pertama {salah[0].code}: {salah[0].message}). "
            f"Jalankan: kinerja verify {jalur.name}"
        )
