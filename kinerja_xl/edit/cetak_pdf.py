"""pdf: workbooks printed through LibreOffice, many in one start, each beside its workbook or in one folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kinerja_xl.build.xlsx import susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.perbaiki import tempatkan
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.edit.pindah_panen import panen
from kinerja_xl.mesin import hitung
from kinerja_xl.mesin.m_libreoffice import konversi_banyak, program

DETIK_AWAL, DETIK_BUKU = 60, 60  # time limit: for the start, and for each workbook
TIDAK_ADA = (
    "LibreOffice tidak ditemukan. Pasang LibreOffice (gratis), atau buka buku kerjanya di Excel lalu pilih "
    "Berkas > Ekspor > PDF. Di luar folder biasa: tambahkan folder program LibreOffice ke PATH."
)


def cetak(
    workbook: Sequence[str | Path], out: str | Path | None = None, *, kertas: str = "", timpa: bool = False
) -> list[Path]:
    """Write NAME.pdf for every NAME.xlsx and return their paths.

    out: folder of the results, else beside each workbook. kertas: A4 or F4 instead of the workbook's own paper (only
    for sound workbooks of ours: their pages are broken anew). Raises KinerjaError before anything is written when
    LibreOffice is missing or a result is there already.
    """
    asal = [Path(satu) for satu in workbook]
    tujuan = [(Path(out) if out else satu.parent) / f"{satu.stem}.pdf" for satu in asal]
    _periksa(tujuan, timpa)
    if program() is None:
        raise KinerjaError(TIDAK_ADA)
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        kerja = Path(folder)
        salinan = [_salin(satu, kerja / f"{n:04d}{_akhiran(satu)}", kertas) for n, satu in enumerate(asal, 1)]
        jadi = konversi_banyak(salinan, kerja, "pdf", DETIK_AWAL + DETIK_BUKU * len(asal))
        for satu, ke in zip(jadi, tujuan, strict=True):
            sementara = ke.with_name(f".{ke.name}.{os.getpid()}.part")
            try:
                shutil.copyfile(satu, sementara)
                sementara.replace(ke)
            finally:
                sementara.unlink(missing_ok=True)
    return tujuan


def _periksa(tujuan: Sequence[Path], timpa: bool) -> None:
    kembar = {satu.name for satu in tujuan if tujuan.count(satu) > 1}
    if kembar:
        raise KinerjaError(f"beberapa buku kerja akan menjadi satu berkas: {', '.join(sorted(kembar))}")
    for satu in tujuan:
        if not satu.parent.is_dir():
            raise KinerjaError(f"folder {satu.parent} tidak ada.")
        if satu.exists() and not timpa:
            raise KinerjaError(f"berkas {satu.name} sudah ada; pakai --force untuk menimpanya.")


def _akhiran(jalur: Path) -> str:
    akhiran = jalur.suffix.lower()
    if akhiran not in (".xlsx", ".xlsm", ".ods", ".xls"):
        raise KinerjaError(f"{jalur.name}: yang dapat dicetak .xlsx, .xlsm, .xls, dan .ods")
    return akhiran


def _salin(asal: Path, ke: Path, kertas: str) -> Path:
    """The copy to print: laid out anew without blank rows when the workbook is sound and ours, else as it is."""
    buku = buka(asal) if asal.suffix.lower() in (".xlsx", ".xlsm") else None
    info = cari_info(buku) if buku else None
    if buku is None or info is None or not info.sekarang:
        if kertas:
            raise KinerjaError(f"{asal.name}: --kertas hanya untuk buku kerja kinerja-xl versi sekarang.")
        shutil.copyfile(asal, ke)
        return ke
    isi = panen(buku, susun_ulang(info))
    if isi.lain or isi.hilang:
        if kertas:
            raise KinerjaError(
                f"{asal.name} berbeda dari templatnya, jadi kertasnya tidak diganti. "
                f"Perbaiki dulu: kinerja repair {asal.name} --out BAIK.xlsx"
            )
        shutil.copyfile(asal, ke)
        return ke
    manifest = susun_ulang(info, {**info.konteks, "kertas": kertas} if kertas else info.konteks)
    masukan, _ = tempatkan(manifest, isi)
    ke.write_bytes(susun(manifest, masukan, hitung(manifest, masukan), ringkas=True))
    return ke
