"""Which of our templates is this? Reads the Info names of a workbook, strictly and within bounds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.read.buku import Buku, Lembar
from kinerja_xl.spec.bahasa import KUNCI, teks_sekarang
from kinerja_xl.spec.buku import PROFIL, jenis_tersedia, muat_buku
from kinerja_xl.spec.lama import versi_lama
from kinerja_xl.spec.letak import MAKS_BARIS_TABEL
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil_spek import sel_sepadan
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify.laporan import sidik
from kinerja_xl.verify.temuan import Kata, Temuan, buat

MAKS_KONTEKS = 1_000_000
MAKS_BAGIAN = 200
MAKS_DALAM = 12
MAKS_INDIKATOR = 100
MAKS_BARIS = 60_000
TAK_DIPERIKSA = Kata("Isinya tidak dapat dibandingkan dengan aturan.", "Its content cannot be held against the rules.")
_TEMPLAT = re.compile(r"([a-z][a-z0-9-]{0,40})/([0-9]{1,4})\.([0-9]{1,4})\.([0-9]{1,4})\Z")
_SATU_SEL = re.compile(r"'?([^'!]{1,31})'?!\$([A-Z]{1,3})\$([0-9]{1,7})\Z")
_JEJAK = re.compile(r"(info_|p_[a-z0-9]+_|sop_langkah\Z|status_buku\Z)")


@dataclass(frozen=True)
class Pengenal:
    """What the Info sheet says. manifest is None when nothing more can be checked; temuan says why."""

    templat: str = ""
    jenis: str = ""
    tahun: int | None = None
    instansi: str = ""
    manifest: Manifest | None = None
    temuan: tuple[Temuan, ...] = ()


class _Rusak(Exception):
    """The Info sheet cannot be used; the argument says why (Kata)."""


def kenali(buku: Buku, susun: Callable[[str, Mapping[str, Any]], Manifest] = tata) -> Pengenal:
    """Find the template of a workbook and lay out its manifest again."""
    nama = {n.nama.lower(): n.rumus for n in buku.nama if n.lembar is None}
    if "info_templat" not in nama:
        if _ada_jejak(buku):
            return _gagal(Kata("nama info_templat tidak ada", "the name info_templat is missing"))
        return Pengenal(temuan=(buat("STR-01", diperiksa=TAK_DIPERIKSA),))
    try:
        return _baca(buku, nama, susun)
    except _Rusak as salah:
        return _gagal(salah.args[0])


def baca_info(buku: Buku, nama: Mapping[str, str]) -> tuple[str, int, dict[str, Any]]:
    """Template ("pk/1.0.0", of any version), fiscal year and stored context, whatever else is wrong with the workbook.

    nama: lower-case defined name -> 'Sheet'!$B$3, for a workbook that may have lost its own. Raises KinerjaError.
    """
    lembar = {satu.nama.lower(): satu for satu in buku.lembar}
    try:
        templat, tahun = _isi(nama, lembar, "info_templat"), _isi(nama, lembar, "info_tahun")
        if not isinstance(templat, str) or not _TEMPLAT.match(templat):
            raise _Rusak(Kata("info_templat tidak terbaca", "info_templat cannot be read"))
        if isinstance(tahun, bool) or not isinstance(tahun, (int, float)) or not 2000 <= tahun <= 2200:
            raise _Rusak(Kata("info_tahun bukan tahun", "info_tahun is no year"))
        konteks = _konteks(nama, lembar)
        _periksa_ukuran(konteks, sum(len(satu.sel) for satu in buku.lembar))
    except _Rusak as salah:
        raise KinerjaError(f"lembar Info: {salah.args[0].id}") from salah
    return templat, int(tahun), konteks


def _gagal(sebab: Kata, **lain: Any) -> Pengenal:
    return Pengenal(temuan=(buat("STR-02", sebab=sebab),), **lain)


def _ada_jejak(buku: Buku) -> bool:
    """Names of ours without the Info names: the mark was taken away."""
    return any(_JEJAK.match(n.nama.lower()) for n in buku.nama)


def _baca(buku: Buku, nama: Mapping[str, str], susun: Callable[[str, Mapping[str, Any]], Manifest]) -> Pengenal:
    lembar = {satu.nama.lower(): satu for satu in buku.lembar}
    templat = _isi(nama, lembar, "info_templat")
    cocok = _TEMPLAT.match(templat) if isinstance(templat, str) else None
    if not cocok:
        raise _Rusak(Kata("info_templat tidak terbaca", "info_templat cannot be read"))
    jenis, versi = cocok.group(1), tuple(int(n) for n in cocok.groups()[1:])
    if jenis not in (*jenis_tersedia(), PROFIL):
        raise _Rusak(Kata(f"jenis templat '{jenis}' tidak dikenal", f"template kind '{jenis}' is unknown"))
    tahun = _isi(nama, lembar, "info_tahun")
    if isinstance(tahun, bool) or not isinstance(tahun, (int, float)) or not 2000 <= tahun <= 2200:
        raise _Rusak(Kata("info_tahun bukan tahun", "info_tahun is no year"))
    dasar = Pengenal(str(templat), jenis, int(tahun))
    kini = muat_buku(jenis).versi
    lama: tuple[Temuan, ...] = ()
    if versi != (kita := tuple(int(n) for n in kini.split("."))):
        kode = "STR-03" if versi > kita else "STR-56" if ".".join(map(str, versi)) in versi_lama(jenis) else "STR-04"
        lama = (buat(kode, templat=templat, dikenal=f"{jenis}/{kini}"),)
        if kode != "STR-56":
            return Pengenal(**{**vars(dasar), "temuan": lama})
    konteks = _konteks(nama, lembar)
    banyak = sum(len(satu.sel) for satu in buku.lembar)
    _periksa_ukuran(konteks, banyak)
    if jenis == PROFIL:
        _periksa_profil(konteks, banyak)
    if teks_lama := _teks_lama(konteks, f"{jenis}/{kini}"):
        return Pengenal(**{**vars(dasar), "temuan": (buat("STR-04", templat=templat, dikenal=teks_lama),)})
    hasil = _susun(dasar, konteks, susun)
    return replace(hasil, temuan=(*lama, *hasil.temuan))


def _teks_lama(konteks: Mapping[str, Any], templat: str) -> Kata | None:
    """The template as it is now, when a workbook in another language has its texts of some time ago."""
    try:
        if teks_sekarang(konteks):
            return None
    except KinerjaError as salah:
        raise _Rusak(Kata(f"konteks: {salah}", f"context: {salah}")) from salah
    b = konteks.get(KUNCI, "")
    return Kata(f"{templat} dengan teks bahasa {b} yang sekarang", f"{templat} with the present texts of language {b}")


def _susun(dasar: Pengenal, konteks: dict[str, Any], susun: Callable[[str, Mapping[str, Any]], Manifest]) -> Pengenal:
    if konteks.get("tahun") != dasar.tahun or f"{konteks.get('jenis')}/{konteks.get('versi')}" != dasar.templat:
        raise _Rusak(Kata("konteks tidak sesuai templat dan tahun", "the context does not fit template and year"))
    try:
        manifest = susun(dasar.jenis, konteks)
        instansi = str(konteks["instansi"]["nama"])
        aturan = str(konteks["info"]["aturan"])
    except KinerjaError as salah:
        raise _Rusak(Kata(f"konteks: {salah}", f"context: {salah}")) from salah
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError) as salah:
        raise _Rusak(Kata("isi konteks tidak lengkap", "the context is incomplete")) from salah
    temuan = () if aturan == sidik() else (buat("STR-06", ada=aturan, dipakai=sidik()),)
    return Pengenal(dasar.templat, dasar.jenis, dasar.tahun, instansi, manifest, temuan)


def _isi(nama: Mapping[str, str], lembar: Mapping[str, Lembar], satu: str) -> Any:
    """Value of the single cell a name points to; None when there is none."""
    cocok = _SATU_SEL.match(nama.get(satu, ""))
    if not cocok or cocok.group(1).lower() not in lembar:
        return None
    sel = lembar[cocok.group(1).lower()].sel.get((int(cocok.group(3)), kolom_angka(cocok.group(2))))
    return sel.nilai if sel and sel.rumus is None and sel.jenis in "ns" else None


def _konteks(nama: Mapping[str, str], lembar: Mapping[str, Lembar]) -> dict[str, Any]:
    potongan = list(_potongan(nama, lembar))
    teks = "".join(potongan)
    if not teks or len(teks) > MAKS_KONTEKS:
        raise _Rusak(Kata("konteks kosong atau terlalu panjang", "the context is blank or too long"))
    _periksa_dalam(teks)
    try:
        hasil = json.loads(teks, object_pairs_hook=_tanpa_kembar, parse_constant=_tolak)
    except (ValueError, RecursionError) as salah:
        raise _Rusak(Kata("konteks bukan JSON yang utuh", "the context is no complete JSON")) from salah
    if not isinstance(hasil, dict):
        raise _Rusak(Kata("konteks bukan tabel", "the context is no table"))
    return hasil


def _potongan(nama: Mapping[str, str], lembar: Mapping[str, Lembar]) -> Iterator[str]:
    jumlah = sum(n.startswith("info_konteks_") for n in nama)
    if not 1 <= jumlah <= MAKS_BAGIAN:
        raise _Rusak(Kata("info_konteks tidak lengkap", "info_konteks is incomplete"))
    for ke in range(1, jumlah + 1):
        potong = _isi(nama, lembar, f"info_konteks_{ke}")
        if not isinstance(potong, str):
            raise _Rusak(Kata(f"info_konteks_{ke} tidak terbaca", f"info_konteks_{ke} cannot be read"))
        yield potong


def _periksa_dalam(teks: str) -> None:
    """Refuse deep nesting before the parser meets it (brackets inside texts count too; real ones are few)."""
    dalam, kutip, lewati = 0, False, False
    for huruf in teks:
        if lewati:
            lewati = False
        elif kutip:
            lewati, kutip = huruf == "\\", huruf != '"'
        elif huruf == '"':
            kutip = True
        elif huruf in "[{":
            dalam += 1
            if dalam > MAKS_DALAM:
                raise _Rusak(Kata("konteks bersarang terlalu dalam", "the context is nested too deep"))
        elif huruf in "]}":
            dalam -= 1


def _periksa_ukuran(konteks: Mapping[str, Any], sel: int) -> None:
    """Refuse a context that would lay out a workbook out of all proportion to the cells of this file."""
    indikator, baris = konteks.get("indikator"), konteks.get("baris")
    if not isinstance(indikator, list) or len(indikator) > MAKS_INDIKATOR or not isinstance(baris, dict):
        raise _Rusak(Kata("daftar indikator dalam konteks tidak sah", "the list of indicators is not valid"))
    if not all(isinstance(n, int) and 0 <= n <= MAKS_BARIS_TABEL for n in baris.values()):
        raise _Rusak(Kata("jumlah baris dalam konteks tidak sah", "the row numbers of the context are not valid"))
    if len(indikator) * max(baris.values(), default=0) > max(MAKS_BARIS, 2 * sel):
        raise _Rusak(Kata("konteks jauh lebih besar daripada buku kerja", "the context is far larger than the file"))


def _periksa_profil(konteks: Mapping[str, Any], sel: int) -> None:
    """The same for a profile workbook, whose tables the context sizes one by one."""
    try:
        besar = sel_sepadan(konteks)
    except KinerjaError as salah:
        raise _Rusak(Kata(f"konteks: {salah}", f"context: {salah}")) from salah
    except (KeyError, TypeError, ValueError, AttributeError) as salah:
        raise _Rusak(Kata("isi konteks tidak lengkap", "the context is incomplete")) from salah
    if besar > max(MAKS_BARIS, 2 * sel):
        raise _Rusak(Kata("konteks jauh lebih besar daripada buku kerja", "the context is far larger than the file"))


def _tanpa_kembar(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    hasil = dict(pasangan)
    if len(hasil) != len(pasangan):
        raise ValueError("duplicate key")
    return hasil


def _tolak(teks: str) -> NoReturn:
    raise ValueError(teks)
