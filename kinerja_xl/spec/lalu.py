"""Last year, as far as this year's workbooks begin with it: figures, officials, programmes, budget lines.

A profile carries it in `bagian["lalu"]`. What the profile itself states wins; the figures of last year are always those
of last year's workbooks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kinerja_xl.spec.profil import Pejabat, Profil

KUNCI = "lalu"
_TABEL_RKA = ("rincian", "harga", "kinerja")  # the cash plan belongs to its year


@dataclass(frozen=True)
class AngkaLalu:
    """Target and result of one indicator last year; None = the workbooks do not say."""

    kode: str
    nama: str
    target: float | None = None
    realisasi: float | None = None


@dataclass(frozen=True)
class Lalu:
    """tahun: last year. isi_rka: named inputs of the budget; tabel_rka: its tables; profil: the office by last year."""

    tahun: int
    profil: Profil
    angka: tuple[AngkaLalu, ...] = ()
    pejabat: Mapping[str, Pejabat] = field(default_factory=dict)
    program: tuple[Mapping[str, Any], ...] = ()
    isi_rka: Mapping[str, Any] = field(default_factory=dict)
    tabel_rka: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)


def terapkan_lalu(profil: Profil | None, lalu: Lalu) -> Profil:
    """The profile with what it does not state taken from last year; without a profile, the office by last year."""
    dasar = profil or lalu.profil
    pejabat = {k: _pejabat(dasar.pejabat.get(k), v) for k, v in lalu.pejabat.items() if v.nama or k in dasar.pejabat}
    rka = dasar.rka
    tabel = {k: getattr(rka, k) or lalu.tabel_rka.get(k, ()) for k in _TABEL_RKA}
    baris, harga = max(rka.baris, len(tabel["rincian"])), max(rka.baris_harga, len(tabel["harga"]))
    rka = replace(rka, isi={**lalu.isi_rka, **rka.isi}, baris=baris, baris_harga=harga, **tabel)
    program = dasar.program or lalu.program
    panjang = {**dasar.baris, "program": max(dasar.baris.get("program", 0), len(program))} if program else dasar.baris
    return replace(
        dasar, pejabat={**dasar.pejabat, **pejabat}, program=program, rka=rka, baris=_bawaan(panjang),
        bagian={**dasar.bagian, KUNCI: lalu},
    )  # fmt: skip


def _pejabat(kini: Pejabat | None, lalu: Pejabat) -> Pejabat:
    return kini if kini is not None and kini.nama else lalu


def _bawaan(baris: Mapping[str, int]) -> dict[str, int]:
    from kinerja_xl.spec.konteks import BARIS_BAWAAN

    return {k: max(v, BARIS_BAWAAN.get(k, 1)) if k == "program" else v for k, v in baris.items()}


def konteks_lalu(jenis: str, tahun: int, profil: Profil, konteks: Mapping[str, Any]) -> dict[str, Any]:
    """The indicators with last year's figures; nothing without last year's workbooks."""
    lalu = profil.bagian.get(KUNCI)
    if not isinstance(lalu, Lalu) or lalu.tahun != tahun - 1:
        return {}
    return {"indikator": [_dengan_angka(satu, lalu) for satu in konteks["indikator"]]}


def _dengan_angka(satu: Mapping[str, Any], lalu: Lalu) -> dict[str, Any]:
    angka = cari_angka(satu, lalu)
    if angka is None:
        return dict(satu)
    baru = {"target_lalu": angka.target, "realisasi_lalu": angka.realisasi}
    return {**satu, **{k: v for k, v in baru.items() if v is not None}}


def cari_angka(satu: Mapping[str, Any], lalu: Lalu) -> AngkaLalu | None:
    """Last year's figures of an indicator, by its name: a code may have been given to another indicator."""
    nama = _rapi(str(satu["nama"]))
    sama = [a for a in lalu.angka if _rapi(a.nama) == nama]
    return next((a for a in sama if a.kode == satu["kode"]), sama[0] if len(sama) == 1 else None)


def _rapi(teks: str) -> str:
    return " ".join(teks.casefold().split())
