"""What the documents of plan, measurement and report need besides the common context, and their prefills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.spec.profil import Profil
from kinerja_xl.spec.profil_ukur import TRIWULAN

JENIS = ("pengukuran", "rencana-aksi", "lkj")
BARIS_AKSI = 30


def konteks_ukur(jenis: str, tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Indicators grouped by sasaran, the run of each sasaran, rows of the activity table."""
    if jenis not in JENIS:
        return {}
    urut = [s["kode"] for s in konteks["sasaran"]]
    menurut = sorted(konteks["indikator"], key=lambda r: urut.index(r["sasaran"]))
    kelompok: dict[str, list[dict[str, Any]]] = {}
    rekaman = []
    for satu in menurut:
        cetak = "" if satu["sasaran"] in kelompok else satu["sasaran_nama"]
        kelompok.setdefault(satu["sasaran"], []).append(satu)
        rekaman.append({**{k: satu[k] for k in _KUNCI}, "sasaran_cetak": cetak})
    return {
        "indikator_sasaran": rekaman,
        "sasaran_nilai": [
            {"kode": kode, "nama": isi[0]["sasaran_nama"], "awal": isi[0]["id"], "akhir": isi[-1]["id"]}
            for kode, isi in kelompok.items()
        ],
        "baris_aksi": int(profil.baris.get("aksi", BARIS_AKSI)),
    }  # fmt: skip


_KUNCI = ("id", "kode", "nama", "satuan", "sasaran", "polarisasi", "perhitungan", "validitas")


def isi_ukur(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Activities and programmes of the measurement and of the report."""
    hasil: dict[str, Any] = {}
    ident = {r["kode"]: r["id"] for r in konteks["indikator"]}
    hasil["rencana_aktivitas"] = [_aksi(satu, ident) for satu in profil.bagian.get("aksi", ())]
    for satu in konteks["indikator"]:
        hasil[f"{satu['id']}_penanggung_jawab"] = satu["penanggung_jawab"]
    program = [{"program": p.get("program"), "pagu": p.get("anggaran")} for p in profil.program]
    hasil["anggaran_program"] = program
    return hasil


def _aksi(satu: Any, ident: Mapping[str, str]) -> dict[str, Any]:
    if satu.kode not in ident:
        raise KinerjaError(
            f"profil, aksi '{satu.aktivitas}': indikator '{satu.kode}' tidak ada.{saran(satu.kode, ident)}"
        )
    tanda = {f"tw{ke}": "x" for ke in range(1, TRIWULAN + 1) if ke in satu.triwulan}
    return {
        "kode": satu.kode, "aktivitas": satu.aktivitas, "keluaran": satu.keluaran, "anggaran": satu.anggaran,
        "penanggung_jawab": satu.penanggung_jawab, **tanda,
    }  # fmt: skip
