"""Classes by another recipe: bounds of another year, the other side of a bound, rounding first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa, Pita
from kinerja_xl.core.numerik import bulat
from kinerja_xl.functions import get
from kinerja_xl.resep.daftar import VERSI_LAIN, pilihan_kelas
from kinerja_xl.resep.model import Pilihan

PITA = {
    "IKM_MUTU": "mutu", "IKM_KINERJA": "kinerja", "IKPA_KATEGORI": "kategori", "NKA_KATEGORI": "kategori",
    "SAKIP_PREDIKAT": "predikat", "RB_KATEGORI": "kategori", "CAPAIAN_KATEGORI": "kategori",
    "IP_ASN_KATEGORI": "kategori",
}  # fmt: skip


@dataclass(frozen=True)
class PengenalanKelas:
    """A stored class beside the official one. cocok: departures that give the stored class."""

    fungsi: str
    nilai: float
    tersimpan: str
    resmi: str | None
    sama_resmi: bool
    cocok: tuple[Pilihan, ...]


def kelas_resmi(fungsi: str, nilai: float, tahun: int | None = None) -> str | None:
    """Class of a value by the official bands; None without bands or outside their scale."""
    if not fungsi:
        return None
    aturan = get(fungsi)
    punya_tahun = any(a.nama == "tahun" for a in aturan.argumen)
    try:
        hasil = aturan(nilai, tahun) if punya_tahun else aturan(nilai)
    except KinerjaError:
        return None
    return None if hasil is None else str(hasil)


def kenali_kelas(fungsi: str, nilai: float, tersimpan: Any, tahun: int | None = None) -> PengenalanKelas:
    """Which way of reading the bands gives this class? fungsi: IKM_MUTU, SAKIP_PREDIKAT ... Classes compare trimmed."""
    nama = get(fungsi).nama
    if nama not in PITA:
        raise KinerjaError(f"{nama} bukan fungsi kelas; yang ada: {', '.join(sorted(PITA))}")
    resmi, kata = kelas_resmi(nama, nilai, tahun), " ".join(str(tersimpan).split())
    sama = resmi is not None and resmi.casefold() == kata.casefold()
    cocok = () if sama else tuple(p for p, k in _lain(nama, nilai, tahun) if k.casefold() == kata.casefold())
    return PengenalanKelas(nama, nilai, kata, resmi, sama, cocok)


def _lain(nama: str, nilai: float, tahun: int | None) -> Iterator[tuple[Pilihan, str]]:
    aturan = get(nama)
    masa = aturan.masa(tahun)
    pita = masa.ambil_pita(PITA[nama])
    for satu in pilihan_kelas():
        if satu.sumbu == VERSI_LAIN:
            for lain, p in _versi_lain(aturan.buku.masa, masa, pita):
                yield satu.untuk_masa(lain, p.rujukan, p.bukti), p.kelas(nilai)
        elif satu.sumbu == "batas":
            yield satu, replace(pita, atas_inklusif=not pita.atas_inklusif).kelas(nilai)
        else:
            yield satu, pita.kelas(bulat(nilai, satu.desimal or 0))


def _versi_lain(semua: tuple[Masa, ...], masa: Masa, pita: Pita) -> Iterator[tuple[Masa, Pita]]:
    """Other versions whose bands differ."""
    for lain in semua:
        ada = next((p for p in lain.pita if p.nama == pita.nama), None)
        if lain.versi != masa.versi and ada is not None and ada.isi != pita.isi:
            yield lain, ada
