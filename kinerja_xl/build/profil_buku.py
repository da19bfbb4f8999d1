"""The profile workbook on disk: written from a profile, read back through the bounded reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kinerja_xl.build.xlsx import susun
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml
from kinerja_xl.core.nama import kolom_angka
from kinerja_xl.mesin import hitung
from kinerja_xl.read import Buku, baca
from kinerja_xl.spec.buku import PROFIL
from kinerja_xl.spec.manifest import Manifest, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil, profil_dari
from kinerja_xl.spec.profil_bentuk import konteks_profil
from kinerja_xl.spec.profil_isi import isi_profil
from kinerja_xl.spec.profil_kop import dengan_folder
from kinerja_xl.spec.profil_nilai import ke_toml
from kinerja_xl.spec.profil_urai import urai_profil
from kinerja_xl.spec.tata import tata

MAKS_BAGIAN = 200
KEPALA = "Profil kantor. Sunting, lalu: kinerja generate all --tahun TAHUN --profil berkas-ini.toml"


def susun_profil(data: Mapping[str, Any] | None = None, lang: str = "id") -> bytes:
    """The profile workbook filled with a profile (none: blank, with grey examples); same profile, same bytes."""
    manifest = tata(PROFIL, konteks_profil(data or {}, lang))
    masukan = terapkan(manifest, isi_profil(data or {}, manifest))
    return susun(manifest, masukan, hitung(manifest, masukan))


def toml_profil(data: Mapping[str, Any]) -> bytes:
    """The profile as a TOML file."""
    return ke_toml(data, KEPALA).encode("utf-8")


def data_profil(berkas: str | Path) -> dict[str, Any]:
    """The tables of a profile file, .toml or .xlsx. What is wrong in a workbook is told by sheet and cell."""
    jalur = Path(berkas)
    akhiran = jalur.suffix.lower()
    if akhiran == ".toml":
        return baca_toml(jalur)
    if akhiran != ".xlsx":
        raise KinerjaError(f"profil {jalur.name}: yang dikenal berkas .xlsx (dari 'kinerja init') dan .toml")
    return baca_profil(jalur)


def buka_profil(berkas: str | Path) -> Profil:
    """A profile from a .toml file or a profile workbook."""
    return profil_dari(dengan_folder(data_profil(berkas), Path(berkas).parent), Path(berkas).name)


def baca_profil(berkas: Path) -> dict[str, Any]:
    """The tables of a filled profile workbook."""
    terbaca = baca(berkas)
    buku = terbaca.buku
    if buku is None:
        kode = terbaca.masalah[0].kode if terbaca.masalah else "BERKAS"
        raise KinerjaError(f"profil {berkas.name} tidak dapat dibaca ({kode}); lihat: kinerja verify {berkas.name}")
    if any(satu.kode.startswith("AKTIF") for satu in terbaca.masalah):
        raise KinerjaError(f"profil {berkas.name} memuat makro atau isi aktif; salin isinya ke buku profil yang baru")
    manifest = _manifest(buku, berkas.name)
    lembar = {satu.nama.lower(): satu for satu in buku.lembar if satu.terbaca}
    hilang = [m.nama for m in manifest.lembar if m.nama.lower() not in lembar]
    if hilang:
        raise KinerjaError(
            f"profil {berkas.name}: lembar '{hilang[0]}' tidak ada; jangan menghapus atau mengganti nama"
        )

    def nilai(titik: Titik) -> Any:
        sel = lembar[titik[0].lower()].sel.get(titik[1:])
        if sel is None or sel.jenis == "kosong":
            return None
        return f"{sel.nilai} (kesalahan rumus)" if sel.jenis == "e" else sel.nilai

    return urai_profil(manifest, nilai, berkas.name)


def _manifest(buku: Buku, nama: str) -> Manifest:
    """The layout of the workbook, from the context in its Info sheet."""
    bukan = KinerjaError(f"{nama} bukan buku profil dari 'kinerja init'")
    try:
        konteks = json.loads("".join(_potongan(buku)))
        if konteks["jenis"] != PROFIL:
            raise bukan
        return tata(PROFIL, konteks)
    except KinerjaError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as salah:
        raise bukan from salah


def _potongan(buku: Buku) -> list[str]:
    """Cells info_konteks_1, info_konteks_2, ... in order."""
    nama = {n.nama.lower(): n.rumus for n in buku.nama if n.lembar is None}
    hasil = []
    for ke in range(1, MAKS_BAGIAN + 1):
        acuan = nama.get(f"info_konteks_{ke}")
        if acuan is None:
            break
        judul, _, sel = acuan.rpartition("!")
        huruf, baris = sel.lstrip("$").split("$")
        lembar = {satu.nama: satu for satu in buku.lembar}[judul.strip("'")]
        hasil.append(str(lembar.sel[int(baris), kolom_angka(huruf)].nilai))
    return hasil
