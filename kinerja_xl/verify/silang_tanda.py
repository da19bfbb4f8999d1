"""Who signs, and when: the signature blocks of one office's documents held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kinerja_xl.core.serial import ke_serial
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.verify.laporan import HasilBerkas
from kinerja_xl.verify.sebanding import tampil
from kinerja_xl.verify.silang_bahan import BahanSilang, Fakta, rapat, tempat_fakta
from kinerja_xl.verify.temuan import Kata, Temuan, buat

Berkas = tuple[int, HasilBerkas, BahanSilang]
DASAR = {"pk": ("rka",), "pengukuran": ("pk", "rencana-aksi"), "lkj": ("pk", "rencana-aksi", "pengukuran")}
"""What a document rests on: it is signed no earlier."""
SESUDAH_TAHUN = ("lkj", "laporan-tahunan")
_BUKAN_ANGKA = re.compile(r"\D")
_SEBUT = {
    "nama": Kata("nama", "name"), "nip": Kata("NIP", "NIP"), "jabatan": Kata("jabatan", "position"),
}  # fmt: skip


def tanda_tangan(berkas: Sequence[Berkas], sebut: dict[str, Kata]) -> Iterator[tuple[int, Temuan]]:
    """Findings on signers and dates; berkas in the order of their kinds. sebut: what each kind is called."""
    yield from _penanda(berkas, sebut)
    yield from _urut_waktu(berkas, sebut)
    for ke, _, bahan in berkas:
        hari = _isi(bahan, "tanggal")
        if bahan.jenis in SESUDAH_TAHUN and _bilangan(hari):
            akhir = ke_serial(date(bahan.tahun, 12, 31))
            if float(hari or 0) < akhir:
                fakta = bahan.tanda["tanggal"]
                yield ke, buat("SIL-53", fakta.titik, fakta.nama, dokumen=_kata(sebut, bahan), tahun=bahan.tahun,
                               ada=tampil(hari, "tanggal"))  # fmt: skip


def _penanda(berkas: Sequence[Berkas], sebut: dict[str, Kata]) -> Iterator[tuple[int, Temuan]]:
    """Every document is signed by the official who signs the first one."""
    dasar = next((b for b in berkas if _isi(b[2], "nama")), None)
    if dasar is None:
        return
    for ke, _, bahan in berkas:
        if bahan is dasar[2] or not _isi(bahan, "nama") or bahan.jenis == dasar[2].jenis:
            continue
        beda = [k for k in ("nama", "nip", "jabatan") if _berbeda(k, _isi(bahan, k), _isi(dasar[2], k))]
        if not beda:
            continue
        kunci, kode = beda[0], "SIL-50"
        if "nama" not in beda and kunci == "nip":
            kode = "SIL-51"
        fakta, lain = bahan.tanda[kunci], dasar[2].tanda[kunci]
        yield ke, buat(
            kode, fakta.titik, fakta.nama, dokumen=_kata(sebut, bahan), medan=_SEBUT[kunci], ada=fakta.nilai,
            seharusnya=lain.nilai, dokumen_lain=_kata(sebut, dasar[2]), berkas_lain=dasar[1].path,
            sel_lain=tempat_fakta(lain), orang=_isi(bahan, "nama"),
        )  # fmt: skip


def _berbeda(kunci: str, kiri: Nilai, kanan: Nilai) -> bool:
    """Do two signature blocks differ here? Titles behind a comma, blanks in a NIP and letter case do not count."""
    if kiri in (None, "") or kanan in (None, ""):
        return False
    if kunci == "nip":
        a, b = (_BUKAN_ANGKA.sub("", str(n)) for n in (kiri, kanan))
        return bool(a and b) and a != b
    if kunci == "nama":
        return rapat(str(kiri).partition(",")[0]) != rapat(str(kanan).partition(",")[0])
    return rapat(kiri) != rapat(kanan)


def _urut_waktu(berkas: Sequence[Berkas], sebut: dict[str, Kata]) -> Iterator[tuple[int, Temuan]]:
    """No document is dated before the one it rests on; changed versions have dates of their own."""
    asli = [b for b in berkas if b[2].dokumen is None or not b[2].dokumen.ke]
    for ke, _, bahan in asli:
        if bahan.jenis not in DASAR or not _bilangan(hari := _isi(bahan, "tanggal")):
            continue
        sebelum = [b for b in asli if b[2].jenis in DASAR[bahan.jenis] and _bilangan(_isi(b[2], "tanggal"))]
        langgar = [b for b in sebelum if float(_isi(b[2], "tanggal") or 0) > float(hari or 0)]
        if langgar:
            lain = min(langgar, key=lambda b: (DASAR[bahan.jenis].index(b[2].jenis), b[1].path))
            fakta, dasar = bahan.tanda["tanggal"], lain[2].tanda["tanggal"]
            yield ke, buat(
                "SIL-52", fakta.titik, fakta.nama, dokumen=_kata(sebut, bahan), ada=tampil(hari, "tanggal"),
                dokumen_lain=_kata(sebut, lain[2]), berkas_lain=lain[1].path, sel_lain=tempat_fakta(dasar),
                tanggal_lain=tampil(dasar.nilai, "tanggal"),
            )  # fmt: skip


def _isi(bahan: BahanSilang, kunci: str) -> Nilai:
    fakta: Fakta | None = bahan.tanda.get(kunci)
    return None if fakta is None else fakta.nilai


def _bilangan(nilai: Nilai) -> bool:
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool) and nilai > 0


def _kata(sebut: dict[str, Kata], bahan: BahanSilang) -> Kata:
    return sebut.get(bahan.jenis, Kata(bahan.jenis, bahan.jenis))
