"""What the SOP form shows beyond the step log: performer columns, flow of the steps, totals, identity block."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.sop.model import Langkah, Sop
from kinerja_xl.spec.bahasa import BAWAAN, kata
from kinerja_xl.spec.profil import Profil

USULAN = "usulan"
# Key of [sop.identitas] -> name of the input on the form
IDENTITAS = {
    "nomor": "sop_nomor",
    "tanggal_pembuatan": "sop_tanggal_pembuatan",
    "tanggal_revisi": "sop_tanggal_revisi",
    "tanggal_efektif": "sop_tanggal_efektif",
    "disahkan_oleh": "sop_disahkan_oleh",
    "dasar_hukum": "sop_dasar_hukum",
    "kualifikasi": "sop_kualifikasi",
    "keterkaitan": "sop_keterkaitan",
    "peralatan": "sop_peralatan",
    "peringatan": "sop_peringatan",
    "pencatatan": "sop_pencatatan",
}


def konteks_alir(sop: Sop, profil: Profil, bahasa: str = BAWAAN) -> dict[str, Any]:
    """The flow-chart part of the context: performer columns and one record a step, JSON-able."""
    langkah = [_langkah(satu, sop, bahasa) for satu in sop.langkah]
    usulan = any(satu["usulan"] for satu in langkah)
    sehari = keluarga("sop").untuk().angka("menit_per_hari")
    return {
        "peran": [{"no": n, "nama": profil.sop.get(satu, satu)} for n, satu in enumerate(sop.peran, 1)],
        "langkah": langkah,
        "usulan": usulan,
        "tanda": f" ({kata(bahasa, USULAN)})" if usulan else "",
        "menit_paralel": sop.menit_paralel,
        "sehari": "p(sop.menit_per_hari)" if sop.menit_per_hari == sehari else f"{sop.menit_per_hari:g}",
        "sehari_kata": tulis(sop.menit_per_hari),
    }


def _langkah(satu: Langkah, sop: Sop, bahasa: str) -> dict[str, Any]:
    siapa = satu.pelaksana or tuple(filter(None, (satu.pelaksana_usulan,)))
    if not siapa:
        raise KinerjaError(
            f"SOP {sop.kode}, langkah {satu.no}: pelaksana belum ditulis. Bagan alir menaruh lambang setiap langkah di "
            'kolom pelaksananya; tambahkan pelaksana = ["..."] pada langkah itu.'
        )
    usulan = not satu.pelaksana
    kolom = [sop.peran.index(s) + 1 for s in dict.fromkeys(siapa)]
    tanda = {f"p{n}": kata(bahasa, USULAN) if usulan and n in kolom else "" for n in range(1, len(sop.peran) + 1)}
    return {
        "no": satu.no, "kegiatan": kata(bahasa, satu.terbaca("kegiatan")),
        "kelengkapan": kata(bahasa, satu.terbaca("kelengkapan")), "waktu": kata(bahasa, satu.waktu),
        "output": kata(bahasa, satu.terbaca("output")), "keterangan": kata(bahasa, satu.keterangan), "kolom": kolom,
        "usulan": usulan, "kembali_ke": satu.kembali_ke, "paralel_dengan": satu.paralel_dengan, **tanda,
    }  # fmt: skip


def isi_identitas(sop: Sop, profil: Profil) -> dict[str, Any]:
    """Prefills of the identity block: what the SOP's file says; the head of the office approves it."""
    for kunci in sop.identitas:
        if kunci not in IDENTITAS:
            raise KinerjaError(f"SOP {sop.kode}, [sop.identitas]: '{kunci}' tidak dikenal; ada {', '.join(IDENTITAS)}.")
    isi = {nama: _nilai(sop.identitas.get(kunci)) for kunci, nama in IDENTITAS.items()}
    isi["sop_nama"] = sop.nama
    isi["sop_disahkan_oleh"] = isi["sop_disahkan_oleh"] or profil.pejabat["pertama"].jabatan
    return {k: v for k, v in isi.items() if v not in (None, "")}


def _nilai(nilai: Any) -> Any:
    """Texts and dates as they are; a list becomes numbered lines."""
    if isinstance(nilai, (list, tuple)):
        return "\n".join(f"{n}. {satu}" for n, satu in enumerate(nilai, 1)) if len(nilai) > 1 else "".join(nilai)
    if nilai is None or isinstance(nilai, (str, date)):
        return nilai
    raise KinerjaError(f"[sop.identitas]: {nilai!r} harus teks, daftar teks, atau tanggal")
