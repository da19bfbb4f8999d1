"""The Info of a workbook that may have lost its names or its place: found by name, else by the words of its cells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat, kutip_lembar
from kinerja_xl.read import baca
from kinerja_xl.read.buku import Buku
from kinerja_xl.spec.bahasa import bahasa_tersedia, kata, teks_sekarang
from kinerja_xl.spec.buku import jenis_tersedia, muat_buku
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify.lembar_temuan import pisahkan
from kinerja_xl.verify.pengenal import baca_info
from kinerja_xl.verify.temuan import dari_masalah

_LABEL = {"Templat": "info_templat", "Tahun anggaran": "info_tahun"}
_KONTEKS = "Konteks bagian {ke}"


@dataclass(frozen=True)
class Info:
    """What a workbook says of itself."""

    jenis: str
    versi: str
    tahun: int
    konteks: dict[str, Any]

    @property
    def sekarang(self) -> bool:
        """Is it laid out by the template in force, with the texts in force?"""
        return muat_buku(self.jenis).versi == self.versi and teks_sekarang(self.konteks)


def buka(jalur: str | Path) -> Buku:
    """Read a workbook within bounds. Raises KinerjaError when it cannot be read."""
    terbaca = baca(Path(jalur))
    if terbaca.buku is None:
        pertama = terbaca.masalah[0]
        temuan = dari_masalah(pertama.kode, pertama.tempat, {**pertama.data, "bagian": pertama.alamat})
        raise KinerjaError(f"{Path(jalur).name} tidak terbaca: {temuan.message}")
    return pisahkan(terbaca.buku)[0]


def cari_info(buku: Buku) -> Info | None:
    """The Info of a workbook of ours; None when nothing of it is left."""
    nama = {n.nama.lower(): n.rumus for n in buku.nama if n.lembar is None}
    salah: KinerjaError | None = None
    for calon in (nama, _dari_kata(buku)):
        if "info_templat" not in calon:
            continue
        try:
            templat, tahun, konteks = baca_info(buku, calon)
        except KinerjaError as satu:
            salah = salah or satu
            continue
        jenis, _, versi = templat.partition("/")
        if jenis not in jenis_tersedia():
            raise KinerjaError(f"jenis templat '{jenis}' tidak dikenal; perbarui kinerja-xl.")
        return Info(jenis, versi, tahun, konteks)
    if salah is not None:
        raise salah
    return None


def _dari_kata(buku: Buku) -> dict[str, str]:
    """Addresses of the Info cells by the words beside them, in any language, on whatever sheet they stand."""
    label = {kata(b, teks): nama for b in bahasa_tersedia() for teks, nama in _LABEL.items()}
    awal = tuple(kata(b, _KONTEKS).removesuffix("{ke}") for b in bahasa_tersedia())
    for lembar in buku.lembar:
        hasil: dict[str, str] = {}
        for (b, k), sel in lembar.sel.items():
            if k != 1 or not isinstance(sel.nilai, str):
                continue
            nama = label.get(sel.nilai, "")
            if sel.nilai.startswith(awal):
                nama = f"info_konteks_{sel.nilai.rpartition(' ')[2]}"
            if nama:
                hasil[nama] = f"{kutip_lembar(lembar.nama)}!{alamat(b, 2, True)}"
        if "info_templat" in hasil:
            return hasil
    return {}


def susun_ulang(info: Info, konteks: dict[str, Any] | None = None) -> Manifest:
    """The manifest of a stored context, which comes with the file and may hold anything."""
    try:
        return tata(info.jenis, konteks or info.konteks)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError) as salah:
        raise KinerjaError("lembar Info: isi konteks tidak lengkap atau rusak") from salah
