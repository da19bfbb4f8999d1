"""Values recognised: survey scores, capaian and IKPA of an office's own spreadsheet, each held against its rule.

A value that follows the rule is said to; one that follows another known recipe is named with it; what fits neither is
told only where the sheet itself calls it by the indicator's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_xl.core.sel import tulis
from kinerja_xl.functions import get
from kinerja_xl.resep import Pengenalan
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.checks.kebijakan import nama_resep
from kinerja_xl.verify.temuan import Kata, Temuan, buat


@dataclass(frozen=True)
class Dikenal:
    """A stored value with what it was recognised as. bernama: the sheet calls it by the indicator's name."""

    titik: Titik
    nilai: float
    hasil: Pengenalan
    sebutan: str
    data: str
    bernama: bool = True


def laporkan(semua: list[Dikenal]) -> Iterator[Temuan]:
    """One finding for each indicator and recipe, at its first cell."""
    kelompok: dict[tuple[str, str, str], list[Dikenal]] = {}
    for satu in semua:
        kelompok.setdefault((satu.titik[0], satu.sebutan, _jenis(satu)), []).append(satu)
    for (_, _, jenis), isi in kelompok.items():
        temuan = _satu(isi[0], jenis, len(isi))
        if temuan is not None:
            yield temuan


def _jenis(satu: Dikenal) -> str:
    """Code of the recipe; "resmi" when the value is the rule's own, "" when nothing gives it."""
    if satu.hasil.sama_resmi:
        return "resmi"
    return satu.hasil.cocok[0].kode if satu.hasil.cocok else ""


def _satu(satu: Dikenal, jenis: str, jumlah: int) -> Temuan | None:
    hasil, fungsi = satu.hasil, satu.hasil.fungsi
    rujukan = hasil.masa.rujukan or get(fungsi).rujukan
    if jenis == "resmi":
        return buat("KEB-21", satu.titik, sebutan=satu.sebutan, tersimpan=satu.nilai, fungsi=fungsi, data=satu.data,
                    jumlah=jumlah, rujukan=rujukan)  # fmt: skip
    if hasil.cocok:
        utama = hasil.cocok[0]
        return buat(
            utama.temuan, satu.titik, tersimpan=satu.nilai, resmi=hasil.akhir, resep=nama_resep(hasil),
            akibat=_akibat(hasil, satu, jumlah), kode_resep=[r.kode for r in hasil.cocok], rujukan=rujukan,
        )  # fmt: skip
    if not satu.bernama or hasil.resmi is None:
        return None
    return buat("KEB-22", satu.titik, sebutan=satu.sebutan, tersimpan=satu.nilai, resmi=hasil.akhir, fungsi=fungsi,
                data=satu.data, jumlah=jumlah, rujukan=rujukan)  # fmt: skip


def _akibat(hasil: Pengenalan, satu: Dikenal, jumlah: int) -> Kata:
    id_, en = [f"Dihitung dari {satu.data}."], [f"Computed from {satu.data}."]
    if hasil.kelas_resmi is not None and hasil.kelas_tersimpan not in (None, hasil.kelas_resmi):
        id_.append(f"Kelasnya menjadi {hasil.kelas_resmi}, bukan {hasil.kelas_tersimpan}.")
        en.append(f"The class becomes {hasil.kelas_resmi}, not {hasil.kelas_tersimpan}.")
    if jumlah > 1:
        id_.append(f"Cara ini dipakai di {tulis(jumlah)} sel.")
        en.append(f"This recipe is used in {jumlah} cells.")
    return Kata(" ".join(id_), " ".join(en))
