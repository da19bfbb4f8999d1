"""What the planning and reporting documents add to the context, and what they are prefilled with.

Only sizes and years that the layout depends on go into the context; figures of the profile are prefills, so that a
changed target never makes a workbook look foreign.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.spec.profil import Profil
from kinerja_xl.spec.profil_renstra import LAMA, Dpa, Renstra

LAPORAN = ("laporan-bulanan", "laporan-semesteran", "laporan-tahunan")
RENCANA = ("renstra", "renja")
_SAKIP_AWAL = 2021  # first year of PermenPANRB 88/2021; four components with sub-components


def tambahan(jenis: str, tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Keys added to the context of our document kinds; nothing for others."""
    if jenis in LAPORAN:
        return {"baris": {**konteks["baris"], **_baris_laporan(_dpa(profil), profil)}}
    if jenis in RENCANA:
        return _rencana(tahun, profil, konteks)
    if jenis == "sakip":
        if tahun < _SAKIP_AWAL:
            raise KinerjaError(
                f"lembar evaluasi SAKIP ini menurut PermenPANRB 88/2021, berlaku mulai {_SAKIP_AWAL}; diminta {tahun}."
            )
        return {"baris": {**konteks["baris"], **_bawaan(profil, kriteria=10, rekomendasi=12)}}
    if jenis == "rka-satker":
        return {"baris": {**konteks["baris"], **_bawaan(profil, kertas_kerja=80)}}
    return {}


def isi_rencana(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """Prefills of our document kinds, as `fill` data."""
    jenis = konteks["jenis"]
    if jenis in LAPORAN:
        dpa = _dpa(profil)
        rencana = [{"rencana": r.get("rencana")} for r in profil.rka.kas]
        return {"lap_nomor_dpa": dpa.nomor, "lap_dpa": list(dpa.rincian), "lap_bulanan": rencana}
    if jenis in RENCANA:
        return _isi_renstra(profil, konteks)
    return _isi_lkj(profil, konteks) if jenis == "lkj" else {}


def _bawaan(profil: Profil, **bawaan: int) -> dict[str, int]:
    return {kunci: profil.baris.get(kunci, banyak) for kunci, banyak in bawaan.items()}


def _baris_laporan(dpa: Dpa, profil: Profil) -> dict[str, int]:
    bawaan = _bawaan(profil, fisik=12, kendala=10, rekap_program=6, rekap_kegiatan=12, rekap_jenis=5)
    return {"dpa": dpa.baris, "jurnal": dpa.jurnal, **bawaan}


def _dpa(profil: Profil) -> Dpa:
    dpa = profil.bagian.get("dpa")
    return dpa if isinstance(dpa, Dpa) else Dpa()


def _renstra(profil: Profil, tahun: int) -> Renstra:
    """The plan of the profile, or a blank one that starts in the given year."""
    renstra = profil.bagian.get("renstra")
    return renstra if isinstance(renstra, Renstra) else Renstra(awal=tahun)


def _rencana(tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    renstra = _renstra(profil, tahun)
    _periksa_kode(renstra, konteks)
    tahun_ke = {f"tahun_{n}": t for n, t in enumerate(renstra.tahun, 1)}
    kosong = {"program": max(renstra.baris, len(renstra.program)), "tujuan": max(4, len(renstra.tujuan))}
    return {
        "renstra": {
            **tahun_ke, "awal": renstra.awal, "akhir": renstra.tahun[-1], "dasar": renstra.awal - 1,
            "ada_tahun": tahun in renstra.tahun,
        },
        "baris": {
            **konteks["baris"], **_bawaan(profil, renja=30, strategi=10),
            "renstra_program": kosong["program"], "renstra_tujuan": kosong["tujuan"],
        },
    }  # fmt: skip


def _periksa_kode(renstra: Renstra, konteks: Mapping[str, Any]) -> None:
    """Every code of the plan is one of the office's own: the same chain from Renstra to LKJ."""
    indikator = {str(r["kode"]) for r in konteks["indikator"]}
    sasaran = {str(s["kode"]) for s in konteks["sasaran"]}
    for satu in renstra.indikator:
        if satu.kode not in indikator:
            raise KinerjaError(f"[renstra] indikator '{satu.kode}' tidak ada.{saran(satu.kode, indikator)}")
    for tujuan in renstra.tujuan:
        for kode in tujuan.sasaran:
            if kode not in sasaran:
                raise KinerjaError(f"[renstra] tujuan {tujuan.kode}: sasaran '{kode}' tidak ada.{saran(kode, sasaran)}")


def _isi_renstra(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    tahun = int(konteks["tahun"])
    renstra = _renstra(profil, tahun)
    if konteks["jenis"] == "renstra":
        return _isi_lima_tahun(renstra, konteks)
    ke = tahun - renstra.awal
    dalam = 0 <= ke < LAMA
    target = {s.kode: s.target[ke] for s in renstra.indikator} if dalam else {}
    baris = [{"target_renstra": target.get(r["kode"])} for r in konteks["indikator"]]
    program = [
        {"kode": s.kode, "program": s.program, "pagu_renstra": s.pagu[ke] if dalam else None} for s in renstra.program
    ]
    return {"renja_indikator": baris, "renja_program": program}


def _isi_lkj(profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """The medium-term target of each indicator: that of the last year of the plan which the year belongs to."""
    renstra = profil.bagian.get("renstra")
    if not isinstance(renstra, Renstra) or int(konteks["tahun"]) not in renstra.tahun:
        return {}
    _periksa_kode(renstra, konteks)
    ident = {str(r["kode"]): r["id"] for r in konteks["indikator"]}
    return {f"{ident[s.kode]}_target_menengah": s.target[-1] for s in renstra.indikator}


def _isi_lima_tahun(renstra: Renstra, konteks: Mapping[str, Any]) -> dict[str, Any]:
    menurut = {s.kode: s for s in renstra.indikator}
    indikator = []
    for rekaman in konteks["indikator"]:
        satu = menurut.get(rekaman["kode"])
        isi = {f"target_{n}": t for n, t in enumerate(satu.target, 1)} if satu else {}
        indikator.append({"dasar": satu.dasar if satu else None, **isi})
    induk = {kode: t.kode for t in renstra.tujuan for kode in t.sasaran}
    return {
        "renstra_visi": renstra.visi,
        "renstra_misi": renstra.misi,
        "renstra_tujuan": [{"kode": t.kode, "tujuan": t.nama} for t in renstra.tujuan],
        "renstra_sasaran": [{"kode_tujuan": induk.get(str(s["kode"]))} for s in konteks["sasaran"]],
        "renstra_indikator": indikator,
        "renstra_program": [
            {
                "kode": s.kode, "program": s.program, "kode_sasaran": s.sasaran, "indikator": s.indikator,
                **{f"pagu_{n}": p for n, p in enumerate(s.pagu, 1)},
            }
            for s in renstra.program
        ],
    }  # fmt: skip
