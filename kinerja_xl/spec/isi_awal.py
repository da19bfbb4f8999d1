"""What a new workbook is prefilled with, from the profile: signatures, targets, programmes, hours, holidays.

The result is `fill` data, so that prefilling and filling are one mechanism. Names that a document kind does not
have are left out by `untuk_manifest`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.serial import dari_serial, ke_serial
from kinerja_xl.sop.kalender import JADWAL_BAWAAN
from kinerja_xl.spec.bahasa import bahasa_konteks
from kinerja_xl.spec.konteks_ikm import isi_ikm
from kinerja_xl.spec.konteks_ukur import isi_ukur
from kinerja_xl.spec.libur import hari_libur
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.manual import muat_manual
from kinerja_xl.spec.profil import HARI, Profil, jam_ke_pecahan
from kinerja_xl.spec.profil_periksa import TRIWULAN, kode_bawahan

# What further documents are prefilled with: "module:function" with (profil, konteks) -> `fill` data.
TAMBAHAN: tuple[str, ...] = ("kinerja_xl.spec.konteks_rencana:isi_rencana",)


def isi_awal(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """All prefills that any document kind may use."""
    hasil: dict[str, Any] = {"tanda_kota": profil.instansi.kota}
    for peran, pejabat in profil.pejabat.items():
        for medan in ("nama", "jabatan", "pangkat", "nip"):
            hasil[f"pk_pihak_{peran}_{medan}"] = getattr(pejabat, medan)
            if peran == "pertama":
                hasil[f"kepala_{medan}"] = getattr(pejabat, medan)
    hasil.update(_target(profil))
    hasil.update(_triwulan(profil, konteks))
    hasil.update(_manual(konteks))
    hasil["pk_program"] = list(profil.program)
    hasil.update(profil.rka.isi)
    for nama, isi in (
        ("rka_rincian", profil.rka.rincian),
        ("rka_harga", profil.rka.harga),
        ("rka_kas", profil.rka.kas),
        ("rka_kinerja", profil.rka.kinerja),
        ("rka_rekap", [{"kode": r["kode"]} for r in konteks["rekap"]]),
    ):
        hasil[nama] = list(isi)
    hasil.update(isi_ikm(profil, konteks))
    hasil["jadwal_kerja"] = _jadwal(profil)
    hasil["kalender"] = _libur(profil, konteks)
    hasil.update(isi_ukur(profil, konteks))
    for tempat in TAMBAHAN:
        modul, _, nama = tempat.partition(":")
        hasil.update(getattr(import_module(modul), nama)(profil, konteks))
    return hasil


def untuk_manifest(manifest: Manifest, data: Mapping[str, Any]) -> dict[str, Any]:
    """The part of the prefills that this workbook has a place for."""
    return {k: v for k, v in data.items() if k in manifest.tabel or k in manifest.sel_bernama}


def _target(profil: Profil) -> dict[str, Any]:
    if profil.manual:
        return {f"{i.kode.lower()}_target": i.data.target for i in muat_manual(profil.manual).indikator}
    return {
        f"{''.join(c for c in i.kode.lower() if c.isalnum())}_target": i.target
        for i in profil.indikator
        if i.target is not None
    }


def _triwulan(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Targets per quarter of the profile: ik1_target_tw1 ... ik1_target_tw4. Those of other officials are left out."""
    ident = {str(r["kode"]): r["id"] for r in konteks["indikator"]}
    bawahan = kode_bawahan(profil.bagian)
    hasil: dict[str, Any] = {}
    for satu in profil.target_triwulan:
        kode = str(satu["kode"])
        if kode in ident:
            hasil.update({f"{ident[kode]}_target_{tw}": satu.get(tw) for tw in TRIWULAN})
        elif kode not in bawahan:
            raise KinerjaError(f"profil, target_triwulan: indikator '{kode}' tidak ada.{saran(kode, ident)}")
    return hasil


def _manual(konteks: Mapping[str, Any]) -> dict[str, Any]:
    """The choices and last year's figures of each indicator's manual sheet."""
    medan = ("aspek", "validitas", "perhitungan", "cascading", "polarisasi", "periode", "status_data")
    hasil: dict[str, Any] = {}
    for satu in konteks["indikator"]:
        hasil.update({f"{satu['id']}_{m}": satu[m] for m in (*medan, "target_lalu", "realisasi_lalu")})
    return hasil


def _jadwal(profil: Profil) -> list[dict[str, Any]]:
    hasil = []
    for ke, hari in enumerate(HARI):
        jam = profil.jam_kerja.get(hari)
        if not profil.jam_kerja:
            hasil.append(dict(zip(("masuk", "pulang", "istirahat", "selesai"), JADWAL_BAWAAN[ke], strict=True)))
        elif jam:
            hasil.append({k: jam_ke_pecahan(v, f"jam kerja {hari}, {k}") for k, v in jam.items()})
        else:
            hasil.append({})
    return hasil


def _libur(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    awal, akhir = (konteks["kalender"][k]["serial"] for k in (0, -1))
    tahun = int(konteks["tahun_kalender"])
    bahasa = bahasa_konteks(konteks)
    libur = hari_libur(tahun, bahasa)
    if dari_serial(akhir).year > tahun:
        libur = {**libur, **hari_libur(tahun + 1, bahasa)}
    libur.update({satu["tanggal"]: satu["keterangan"] for satu in profil.libur})
    nomor = {int(ke_serial(hari)): nama for hari, nama in libur.items()}
    return {str(n - awal + 1): {"libur": nama} for n, nama in nomor.items() if awal <= n <= akhir}
