"""The annotated copies of `kinerja verify --salinan`: planned and refused before the work, written after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kinerja_xl.cli._dasar import Pengaturan, tulis_berkas
from kinerja_xl.core.errors import KinerjaError

if TYPE_CHECKING:
    from kinerja_xl.verify.laporan import HasilBerkas, Laporan

AKHIRAN = (".xlsx", ".xlsm", ".xltx", ".xltm")
EKOR = ".temuan"
_KATA = {
    "id": {
        "ada": "Salinan: {tujuan} ({n} sel berkomentar, {t} temuan di lembar Temuan)",
        "tanpa": "Tanpa salinan: {berkas}: {sebab}",
        "berubah": "berkas berubah selama diperiksa; periksa sekali lagi",
        "rusak": "berkasnya tidak dapat disalin dengan aman ({sebab})",
    },
    "en": {
        "ada": "Copy: {tujuan} ({n} cells with a comment, {t} findings on sheet Temuan)",
        "tanpa": "No copy: {berkas}: {sebab}",
        "berubah": "the file changed while it was checked; check it once more",
        "rusak": "the file cannot be copied safely ({sebab})",
    },
}


@dataclass(frozen=True)
class Rencana:
    """Where the copy of one file goes. paksa: may it replace an earlier copy?"""

    asal: Path
    tujuan: Path
    paksa: bool


def rencana_salinan(jalur: Sequence[Path], folder: Path, paksa: bool) -> dict[str, Rencana]:
    """Place of every copy by the file's name in the report. Raises KinerjaError before anything is checked."""
    from kinerja_xl.verify.cari import cari_berkas

    for diperiksa in jalur:
        if diperiksa.is_dir() and folder.resolve().is_relative_to(diperiksa.resolve()):
            raise KinerjaError(
                f"folder salinan '{folder}' ada di dalam folder yang diperiksa, sehingga salinannya akan ikut "
                "diperiksa lain kali; pilih folder di luar itu."
            )
    hasil: dict[str, Rencana] = {}
    terpakai: set[str] = set()
    calon, _ = cari_berkas(jalur)
    asli = {satu.jalur.resolve() for satu in calon}
    for satu in calon:
        nama = nama_salinan(satu.sebutan, terpakai)
        terpakai.add(nama.casefold())
        tujuan = folder / nama
        if tujuan.exists() and (not paksa or tujuan.resolve() in asli):
            sebab = "berkas yang sedang diperiksa" if tujuan.resolve() in asli else "pakai --force untuk menimpanya"
            raise KinerjaError(f"salinan {tujuan} sudah ada; {sebab}.")
        hasil[satu.sebutan] = Rencana(satu.jalur, tujuan, paksa)
    return hasil


def nama_salinan(sebutan: str, terpakai: set[str]) -> str:
    """kantor/pk.xlsx -> kantor/pk.temuan.xlsx, once; a copy of a copy keeps its name; folders stay inside."""
    bagian = [b for b in PurePosixPath(sebutan).parts if b not in ("/", "\\", "..") and not b.endswith((":", ":\\"))]
    berkas = PurePosixPath(bagian[-1])
    akhiran = berkas.suffix if berkas.suffix.lower() in AKHIRAN else ".xlsx"
    batang = (berkas.stem if berkas.suffix.lower() in AKHIRAN else berkas.name).removesuffix(EKOR)
    folder = "/".join(bagian[:-1])
    for ke in range(1, len(terpakai) + 2):
        nama = f"{batang}{'' if ke == 1 else f'-{ke}'}{EKOR}{akhiran}"
        penuh = f"{folder}/{nama}" if folder else nama
        if penuh.casefold() not in terpakai:
            break
    return penuh


def tulis_salinan(laporan: Laporan, rencana: Mapping[str, Rencana], atur: Pengaturan) -> None:
    """Write the copies and say where they are; a file without one is named with the reason."""
    kata = _KATA[laporan.lang]
    for satu in laporan.files:
        mau = rencana.get(satu.path)
        if mau is not None:
            atur.catat(_satu(satu, mau, kata, laporan.lang))


def _satu(hasil: HasilBerkas, mau: Rencana, kata: Mapping[str, str], lang: str) -> str:
    from hashlib import sha256

    from kinerja_xl.edit.salinan import alasan_tanpa_salinan, salin
    from kinerja_xl.verify.temuan import bersih

    berkas = bersih(hasil.path, 300)
    if (sebab := alasan_tanpa_salinan(hasil)) is not None:
        alasan = kata["rusak"].format(sebab=f"{sebab.code}: {sebab.message}")
        return kata["tanpa"].format(berkas=berkas, sebab=bersih(alasan, 400))
    isi = mau.asal.read_bytes()
    if sha256(isi).hexdigest() != hasil.sha256:
        return kata["tanpa"].format(berkas=berkas, sebab=kata["berubah"])
    try:
        salinan = salin(isi, hasil, lang)
    except KinerjaError as salah:
        return kata["tanpa"].format(berkas=berkas, sebab=salah)
    mau.tujuan.parent.mkdir(parents=True, exist_ok=True)
    tulis_berkas(mau.tujuan, salinan.isi, mau.paksa)
    temuan = sum(t.code != "STR-90" for t in hasil.findings)
    return kata["ada"].format(tujuan=bersih(str(mau.tujuan), 300), n=salinan.komentar, t=temuan)
