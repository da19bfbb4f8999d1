"""The context of the new workbook: the office's own of the old one, with all that depends on the year made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.pindah_info import Info
from kinerja_xl.functions import functions
from kinerja_xl.spec.bahasa import bahasa_konteks
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.spec.profil import IndikatorProfil, Instansi, Pejabat, Profil, Rka
from kinerja_xl.spec.profil_kop import dari_konteks
from kinerja_xl.spec.profil_renstra import Renstra

_TEMPLAT = ("jenis", "versi", "judul", "info")  # of the template and program in force, never of the old file
_VERSI = ("sop", "cacat")  # of the template version
_PERUBAHAN = "perubahan"  # a changed version belongs to its year
_PIHAK = "pk_pihak_"


def konteks_baru(info: Info, tahun: int, pejabat: Mapping[str, Pejabat]) -> dict[str, Any]:
    """Context for `tahun`. What two fresh contexts of the old and the new year have alike is the office's own."""
    try:
        return _gabung(info, tahun, profil_dari_konteks(info.konteks, pejabat))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as salah:
        raise KinerjaError("lembar Info: isi konteks tidak lengkap atau rusak") from salah


def _gabung(info: Info, tahun: int, profil: Profil) -> dict[str, Any]:
    bahasa = bahasa_konteks(info.konteks)
    lama = susun_konteks(info.jenis, info.tahun, profil, bahasa=bahasa)
    baru = susun_konteks(info.jenis, tahun, _renstra_berlaku(profil, info.jenis, tahun), bahasa=bahasa)
    hasil = dict(baru)
    for kunci, nilai in info.konteks.items():
        milik_templat = kunci in _TEMPLAT or (kunci in _VERSI and not info.sekarang)
        milik_kantor = kunci not in baru or baru[kunci] == lama[kunci]
        if milik_kantor and not milik_templat and (kunci != _PERUBAHAN or tahun == info.tahun):
            hasil[kunci] = nilai
    hasil["baris"] = {**baru["baris"], **info.konteks["baris"]}
    if not info.sekarang:
        hasil["sop"] = _pelaksana(hasil["sop"], info.konteks["sop"])
    hasil["indikator"] = _fungsi_dikenal(info.konteks["indikator"])
    return hasil


def awal_renstra(konteks: Mapping[str, Any]) -> int | None:
    """First year of the plan that a document shows, None in documents without one."""
    renstra = konteks.get("renstra")
    return int(renstra["awal"]) if isinstance(renstra, Mapping) else None


def _renstra_berlaku(profil: Profil, jenis: str, tahun: int) -> Profil:
    """The plan goes on as long as it holds the year; after that a Renstra begins anew in that year."""
    renstra = profil.bagian.get("renstra")
    if jenis != "renstra" or not isinstance(renstra, Renstra) or tahun in renstra.tahun:
        return profil
    return replace(profil, bagian={**profil.bagian, "renstra": Renstra(awal=tahun)})


def _pelaksana(baru: Mapping[str, Any], lama: Mapping[str, Any]) -> dict[str, Any]:
    """The steps of the template in force, with the office's own performers where a step has the same words."""
    milik = {satu["kegiatan"]: satu["pelaksana"] for satu in lama["langkah"]}
    langkah = [{**satu, "pelaksana": milik.get(satu["kegiatan"], satu["pelaksana"])} for satu in baru["langkah"]]
    return {**baru, "langkah": langkah}


def _fungsi_dikenal(indikator: Any) -> list[dict[str, Any]]:
    """An indicator whose function left the rule book is entered by hand from now on."""
    return [{**satu, "fungsi": satu["fungsi"] if satu["fungsi"] in functions() else ""} for satu in indikator]


def gulirkan(konteks: dict[str, Any], lalu: Mapping[str, Nilai]) -> dict[str, Any]:
    """Last year's target and result in the indicators themselves. lalu: ik5_target_lalu -> number."""
    for satu in konteks["indikator"]:
        for medan in ("target_lalu", "realisasi_lalu"):
            nilai = lalu.get(f"{satu.get('id')}_{medan}")
            if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
                satu[medan] = nilai
    return konteks


def profil_dari_konteks(konteks: Mapping[str, Any], pejabat: Mapping[str, Pejabat]) -> Profil:
    """A profile that says what a context says. The context comes with a file: anything odd is refused in words."""
    try:
        instansi = Instansi(**{f.name: str(konteks["instansi"].get(f.name) or "") for f in fields(Instansi)})
        milik = {f.name for f in fields(IndikatorProfil)}
        indikator = tuple(
            IndikatorProfil(**{k: v for k, v in satu.items() if k in milik}) for satu in konteks["indikator"]
        )
        baris = {str(k): int(v) for k, v in konteks["baris"].items()}
        awal, kop = awal_renstra(konteks), dari_konteks(konteks)
        bagian = {**({} if awal is None else {"renstra": Renstra(awal=awal)}), **({"kop": kop} if kop else {})}
        return Profil(
            bagian=bagian,
            instansi=instansi, pejabat=pejabat, sasaran=tuple(dict(s) for s in konteks["sasaran"]),
            indikator=indikator, kertas=str(konteks["kertas"]), catatan=str(konteks["catatan"]), baris=baris,
            rka=Rka(baris=baris.get("rka", 60), baris_harga=baris.get("harga", 40)),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError) as salah:
        raise KinerjaError("lembar Info: isi konteks tidak lengkap atau rusak") from salah


def pejabat_dari_isian(isian: Mapping[str, Nilai]) -> dict[str, Pejabat]:
    """Officials as the inputs of a workbook name them; those it does not name are blank."""

    def ambil(awalan: str) -> dict[str, str]:
        return {m: str(isian.get(f"{awalan}{m}") or "") for m in ("nama", "jabatan", "pangkat", "nip")}

    pihak = {
        nama.removeprefix(_PIHAK).removesuffix("_nama")
        for nama in isian
        if nama.startswith(_PIHAK) and nama.endswith("_nama")
    }
    hasil = {satu: Pejabat(**ambil(f"{_PIHAK}{satu}_")) for satu in sorted(pihak)}
    if "pertama" not in hasil:
        hasil["pertama"] = Pejabat(**ambil("kepala_"))
    hasil.setdefault("kedua", Pejabat("", ""))
    return hasil
