"""repair: a pasted-over form becomes sound again; its data stay, and what had no place in it is told.

The form is laid out anew from its own stored context and written with the values of the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja_xl.build import tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.pindah_info import Info, buka, cari_info, susun_ulang
from kinerja_xl.edit.pindah_lapor import periksa_tujuan, sebagai_json, tulis_daftar
from kinerja_xl.edit.pindah_panen import Butir, Panen, Rekam, panen
from kinerja_xl.edit.pindah_tabel import bebas, muatkan, perbesar
from kinerja_xl.mesin import hitung
from kinerja_xl.spec.buku import muat_buku
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik

TAK_MUAT = "baris tambahan tidak muat dalam tabel ini"


@dataclass(frozen=True)
class HasilPerbaikan:
    """What a repair did. tanpa_tempat: values that had no place; diganti: changed formulas put right."""

    jalur: Path
    daftar: Path | None
    isian: int
    tanpa_tempat: tuple[Butir, ...]
    diganti: tuple[Butir, ...]
    lembar_hilang: tuple[str, ...]
    tabel_tumbuh: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """For programs; the same input gives the same text."""
        return {
            "hasil": self.jalur.name,
            "daftar": self.daftar.name if self.daftar else None,
            "isian": self.isian,
            "tabel_diperbesar": dict(self.tabel_tumbuh),
            "lembar_hilang": list(self.lembar_hilang),
            "tanpa_tempat": sebagai_json(self.tanpa_tempat),
            "rumus_diganti": sebagai_json(self.diganti),
        }


def repair(
    workbook: str | Path, out: str | Path, *, acuan: str | Path | None = None, timpa: bool = False
) -> HasilPerbaikan:
    """Write `out`: the form of `workbook` as its template has it, with the workbook's data.

    acuan: another workbook of the same office, kind and year, for a form whose Info sheet is lost. Raises KinerjaError
    when the workbook cannot be read, is not ours, or is of another template version (then `migrate`).
    """
    jalur = Path(workbook)
    periksa_tujuan(jalur, Path(out), timpa=timpa)
    buku = buka(jalur)
    info = cari_info(buku) or (cari_info(buka(acuan)) if acuan else None)
    if info is None:
        raise KinerjaError(
            f"{jalur.name}: lembar Info tidak ada, jadi bentuk asalnya tidak diketahui. Sebutkan buku kerja yang sama "
            "dan masih utuh (misalnya yang masih kosong) dengan --acuan."
        )
    if not info.sekarang:
        kini = muat_buku(info.jenis).versi
        raise KinerjaError(
            f"{jalur.name} memakai templat {info.jenis}/{info.versi}, sekarang {info.jenis}/{kini}. "
            f"Pindahkan isinya: kinerja migrate {jalur.name} --tahun {info.tahun} --out BARU.xlsx"
        )
    hasil = panen(buku, susun_ulang(info))
    manifest, tumbuh = _cukup_besar(info, hasil)
    masukan, sisa = tempatkan(manifest, hasil)
    tanpa = (*sisa, *hasil.lain)
    tulis(manifest, masukan, hitung(manifest, masukan), out, timpa=timpa, izinkan_galat=True)
    daftar = tulis_daftar(Path(out), tanpa, timpa=timpa)
    return HasilPerbaikan(Path(out), daftar, len(masukan), tanpa, tuple(hasil.catatan), hasil.hilang, tumbuh)


def _cukup_besar(info: Info, hasil: Panen) -> tuple[Manifest, dict[str, int]]:
    """The manifest with tables long enough for the rows that were added, and the tables that grew."""
    asal = susun_ulang(info)
    perlu = {nama: perlu_baris(rekam) for nama, rekam in hasil.tabel.items() if any(not r.ke for r in rekam)}
    konteks: dict[str, Any] = perbesar(info.jenis, info.konteks, perlu)
    if konteks["baris"] == info.konteks["baris"]:
        return asal, {}
    baru = susun_ulang(info, konteks)
    return baru, {n: _panjang(baru, n) for n in perlu if _panjang(baru, n) > _panjang(asal, n)}


def perlu_baris(rekam: list[Rekam]) -> int:
    """Rows a table needs: up to its last filled record."""
    return max((n for n, r in enumerate(rekam, 1) if r.isi), default=0)


def _panjang(manifest: Manifest, tabel: str) -> int:
    return manifest.tabel[tabel].baris2 - manifest.tabel[tabel].baris1 + 1


def tempatkan(manifest: Manifest, hasil: Panen) -> tuple[dict[Titik, Nilai], list[Butir]]:
    """Every harvested value at its place in the same template, and those without one."""
    masukan: dict[Titik, Nilai] = {}
    sisa: list[Butir] = []
    for kunci, butir in hasil.tunggal.items():
        ada = manifest.sel_bernama.get(kunci)  # a table that grew moved what stands below it
        masukan[(ada[0].nama, ada[1].baris, ada[1].kolom) if ada else hasil.tempat[kunci]] = butir.isi
    for nama, rekam in hasil.tabel.items():
        for ke, satu in zip(tempat_rekam(manifest, nama, rekam), rekam, strict=True):
            for kunci, butir in satu.isi.items():
                titik = titik_tabel(manifest, nama, ke, kunci)
                if titik is None:
                    sisa.append(butir.karena(TAK_MUAT))
                else:
                    masukan[titik] = butir.isi
    return masukan, sisa


def tempat_rekam(manifest: Manifest, nama: str, rekam: list[Rekam]) -> list[int]:
    """Record numbers in the table for its records, 0 for one that has no place."""
    if not bebas(manifest.jenis, nama):
        return [satu.ke for satu in rekam]
    return muatkan(_panjang(manifest, nama), len(rekam), [(r.ke, bool(r.isi)) for r in rekam])


def titik_tabel(manifest: Manifest, nama: str, ke: int, kunci: str) -> Titik | None:
    """Place of an input of record `ke` of a table, if the template has one."""
    tabel = manifest.tabel.get(nama)
    if tabel is None or kunci not in tabel.kolom or not 1 <= ke <= tabel.baris2 - tabel.baris1 + 1:
        return None
    titik = (tabel.lembar, tabel.baris1 + ke - 1, tabel.kolom[kunci])
    sel = manifest.sel(titik)
    return titik if sel is not None and sel.peran == "isian" else None
