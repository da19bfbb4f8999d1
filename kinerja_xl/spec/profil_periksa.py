"""What must hold inside a profile beyond its keys: choices, codes, own formulas, targets per quarter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import periksa_kunci, saran
from kinerja_xl.spec.indikator_kantor import periksa_rumus
from kinerja_xl.spec.manual_periksa import PILIHAN

TRIWULAN = ("tw1", "tw2", "tw3", "tw4")


def periksa_indikator(indikator: Iterable[Any], tempat: str) -> None:
    """Own indicators: choices that exist, codes that stay apart as names of cells, a formula that can be read."""
    pernah: dict[str, str] = {}
    for satu in indikator:
        di = f"{tempat}, indikator {satu.kode}"
        for bidang, pilihan in PILIHAN.items():
            nilai = getattr(satu, bidang)
            if nilai not in pilihan:
                raise KinerjaError(f"{di}: {bidang} '{nilai}' tidak dikenal; pilih {', '.join(pilihan)}.")
        ident = "".join(c for c in satu.kode.lower() if c.isalnum())
        if not ident:
            raise KinerjaError(f"{di}: kode harus memuat huruf atau angka")
        if ident in pernah:
            raise KinerjaError(f"{di}: kode terlalu mirip dengan '{pernah[ident]}'; bedakan huruf atau angkanya")
        pernah[ident] = satu.kode
        if satu.fungsi and satu.rumus:
            raise KinerjaError(f"{di}: isi salah satu, 'fungsi' buku aturan atau 'rumus' kantor sendiri.")
        periksa_rumus(satu.rumus, satu.masukan, di)


def periksa_triwulan(target: Iterable[Mapping[str, Any]], kode: Iterable[str], tempat: str) -> None:
    """Targets per quarter: one row an indicator, numbers only. kode: known codes (none: a manual's, unknown here)."""
    dikenal, pernah = set(kode), set()
    for ke, satu in enumerate(target, 1):
        di = f"{tempat}, target_triwulan ke-{ke}"
        periksa_kunci(satu, {"kode"}, TRIWULAN, di)
        if dikenal and satu["kode"] not in dikenal:
            raise KinerjaError(f"{di}: indikator '{satu['kode']}' tidak ada.{saran(str(satu['kode']), dikenal)}")
        if satu["kode"] in pernah:
            raise KinerjaError(f"{di}: indikator '{satu['kode']}' ditulis dua kali")
        pernah.add(satu["kode"])
        for kunci in TRIWULAN:
            nilai = satu.get(kunci, 0)
            if isinstance(nilai, bool) or not isinstance(nilai, (int, float)) or nilai < 0:
                raise KinerjaError(f"{di}: {kunci} harus angka yang tidak negatif, tertulis {nilai!r}")


def kode_bawahan(bagian: Mapping[str, Any]) -> set[str]:
    """Codes of the indicators in the agreements of officials below the head."""
    return {i.kode for p in bagian.get("perjanjian", ()) for i in getattr(p, "indikator", ())}


def bentuk_lama(data: Mapping[str, Any], tempat: str) -> None:
    """Targets per quarter have one place; other ways to write them are told where that is."""
    di = ""
    if "triwulan" in data:
        di = "bagian [triwulan]"
    indikator = data.get("indikator")
    for ke, satu in enumerate(indikator if isinstance(indikator, (list, tuple)) else (), 1):
        if isinstance(satu, Mapping) and "target_triwulan" in satu:
            di = di or f"indikator ke-{ke} ({satu.get('kode', '?')}), target_triwulan"
    if di:
        raise KinerjaError(
            f"{tempat}, {di}: target setiap triwulan ditulis di [[target_triwulan]], satu tabel setiap indikator, "
            'misalnya kode = "IK1", tw2 = 84, tw4 = 85 (triwulan tanpa target tidak ditulis); dalam buku profil di '
            "lembar Target Triwulan."
        )
