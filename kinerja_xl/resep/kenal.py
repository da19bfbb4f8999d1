"""Which recipe gives this value? The official way first, then as few departures as possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, zip_longest
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat, dekat
from kinerja_xl.functions import get
from kinerja_xl.resep import hitung_ikm, hitung_ikpa, hitung_lain
from kinerja_xl.resep.daftar import Bidang, bidang, pilihan
from kinerja_xl.resep.kelas import PengenalanKelas, kelas_resmi, kenali_kelas
from kinerja_xl.resep.model import INGAT, Pilihan, Resep
from kinerja_xl.resep.nilai_simpan import DESIMAL_BAWAAN, Tersimpan, potong, tersimpan

MAKS_SIMPANGAN = 2
TANPA_DATA = "belum ada data"
HASIL = "hasil"  # axis of what happens to the final number: the same for every family
Hitung = Callable[[str, Masa, Mapping[str, Any], Mapping[str, Pilihan]], float]
HITUNG: dict[str, Hitung] = {
    "ikm": hitung_ikm.hitung, "ikpa": hitung_ikpa.hitung, "capaian": hitung_lain.capaian, "nka": hitung_lain.nka,
    "pbj": hitung_lain.pbj, "sakip": hitung_lain.sakip,
}  # fmt: skip


@dataclass(frozen=True)
class Pengenalan:
    """What is known of a stored value.

    resmi: the official value (None with tolak: why the rule refuses the data); sama_resmi: the stored value is the
    official one at its precision; cocok: the simplest recipes that give it, equally simple, so that they cannot be
    told apart; kelas_tersimpan: class of the stored value by the official bands; mutu: the class published beside it;
    dekat: recipes in use that put the same data into another class; dicoba: recipes held against the value.
    """

    fungsi: str
    masa: Masa
    tersimpan: Tersimpan | None
    resmi: float | None
    tolak: str
    sama_resmi: bool
    cocok: tuple[Resep, ...]
    kelas_resmi: str | None
    kelas_tersimpan: str | None
    mutu: PengenalanKelas | None
    dekat: tuple[Resep, ...]
    dicoba: int

    @property
    def dekat_batas(self) -> bool:
        """Would a recipe in use give the same data another class?"""
        return bool(self.dekat)

    @property
    def tanpa_data(self) -> bool:
        """Are there no data to compute from, so that nothing can be compared?"""
        return self.tolak == TANPA_DATA

    @property
    def simpangan(self) -> int:
        """Departures of the simplest recipe found; 0 for the official value."""
        return len(self.cocok[0].pilihan) if self.cocok else 0

    @property
    def akhir(self) -> float | None:
        """The official value as printed beside the stored one."""
        return None if self.resmi is None else bulat(self.resmi, self.tersimpan.pada if self.tersimpan else 2)

    def to_dict(self) -> dict[str, Any]:
        """For machines."""
        t = self.tersimpan
        return {
            "fungsi": self.fungsi, "aturan": self.masa.judul, "versi": self.masa.versi,
            "tersimpan": t.nilai if t else None, "desimal": t.desimal if t else None, "resmi": self.resmi,
            "tolak": self.tolak, "sama_resmi": self.sama_resmi, "cocok": [r.to_dict() for r in self.cocok],
            "kelas_resmi": self.kelas_resmi, "kelas_tersimpan": self.kelas_tersimpan,
            "mutu": None if self.mutu is None else {
                "tersimpan": self.mutu.tersimpan, "resmi": self.mutu.resmi, "sama_resmi": self.mutu.sama_resmi,
                "cocok": [{"kode": p.kode, "nama": p.nama, "temuan": p.temuan} for p in self.mutu.cocok],
            },
            "dekat_batas": [r.to_dict() for r in self.dekat], "dicoba": self.dicoba,
        }  # fmt: skip


def bisa(nama: str) -> bool:
    """Are there recipes for this function?"""
    return nama in bidang()


def kenali(nama: str, nilai: Any, *argumen: Any, tahun: int | None = None, mutu: str | None = None) -> Pengenalan:
    """Name the recipe behind a stored value of a function.

    nilai: number, text ("91,38" keeps its decimals) or Tersimpan; None asks only about nearby bounds. argumen: as in a
    call of the function. tahun: fiscal year for a function without that argument. mutu: class published beside it.
    """
    aturan = get(nama)
    if not bisa(aturan.nama):
        raise KinerjaError(f"belum ada resep untuk {aturan.nama}; yang ada: {', '.join(sorted(bidang()))}")
    wajib = sum(not a.opsional and a.nama != "tahun" for a in aturan.argumen)
    if not wajib <= len(argumen) <= len(aturan.argumen):
        raise KinerjaError(f"{aturan.nama} perlu {aturan.sintaks()}; diberi {len(argumen)} argumen")
    isi = dict(zip_longest([a.nama for a in aturan.argumen], argumen)) | {INGAT: {}}
    pilih_tahun = isi.pop("tahun", None) or tahun
    masa = aturan.masa(int(pilih_tahun) if pilih_tahun else None)
    resmi, tolak = _resmi(aturan.nama, isi, masa)
    lapang, simpan = bidang()[aturan.nama], None if nilai is None else tersimpan(nilai)
    desimal = DESIMAL_BAWAAN if simpan is None else simpan.pada
    tahun_kelas = int(pilih_tahun) if pilih_tahun else None
    sama = simpan is not None and resmi is not None and simpan.sama(resmi)
    maks = 0 if tolak == TANPA_DATA else 1 if simpan is None or sama else MAKS_SIMPANGAN
    semua = _semua(lapang, masa, isi, resmi, desimal, tahun_kelas, maks)
    cocok, dicoba = ((), 0) if simpan is None or sama else _cocokkan(simpan, semua)
    kelas = None if resmi is None else kelas_resmi(lapang.kelas, resmi, tahun_kelas)
    return Pengenalan(
        aturan.nama, masa, simpan, resmi, tolak, sama, cocok, kelas,
        None if simpan is None else kelas_resmi(lapang.kelas, simpan.nilai, tahun_kelas),
        _mutu(lapang, simpan, mutu, tahun_kelas),
        tuple(r for r in semua if _dekat(r, kelas)), dicoba,
    )  # fmt: skip


def _mutu(lapang: Bidang, simpan: Tersimpan | None, mutu: str | None, tahun: int | None) -> PengenalanKelas | None:
    if mutu is None or simpan is None:
        return None
    if not lapang.kelas:
        raise KinerjaError(f"{lapang.nama} tidak mempunyai kelas")
    return kenali_kelas(lapang.kelas, simpan.nilai, mutu, tahun)


def _resmi(nama: str, isi: Mapping[str, Any], masa: Masa) -> tuple[float | None, str]:
    aturan = get(nama)
    try:
        nilai = aturan.fungsi(masa, *[isi.get(a.nama) for a in aturan.argumen if a.nama != "tahun"])
    except KinerjaError as salah:
        return None, str(salah)
    return (None, TANPA_DATA) if nilai is None else (float(nilai), "")


def _dekat(resep: Resep, kelas: str | None) -> bool:
    """A single small departure, seen in use, that gives another class."""
    satu = resep.pilihan[0]
    return (
        len(resep.pilihan) == 1 and satu.batas and satu.pernah_terlihat
        and None not in (kelas, resep.kelas) and resep.kelas != kelas
    )  # fmt: skip


def _semua(
    lapang: Bidang, masa: Masa, isi: Mapping[str, Any], resmi: float | None, desimal: int, tahun: int | None, maks: int
) -> list[Resep]:
    """Every recipe with up to `maks` departures whose last departure makes a difference, simplest first."""
    tersedia = pilihan(lapang.nama, masa, get(lapang.nama).buku.masa)
    nilai: dict[tuple[str, ...], tuple[float, float]] = {}
    if resmi is not None:
        nilai[()] = (resmi, bulat(resmi, desimal))
    hasil = []
    for banyak in range(1, maks + 1):
        for satu in combinations(tersedia, banyak):
            if len({p.sumbu for p in satu}) < banyak or (banyak > 1 and not any(p.pernah_terlihat for p in satu)):
                continue  # two guesses at once would explain almost anything
            ada = _nilai(lapang, masa, isi, satu, desimal)
            if ada is None:
                continue
            nilai[tuple(p.kode for p in satu)] = ada
            if not any(_sama(ada, nilai.get(bagian)) for bagian in _bagian(satu)):
                hasil.append(Resep(satu, *ada, kelas_resmi(lapang.kelas, ada[1], tahun)))
    return hasil


def _nilai(
    lapang: Bidang, masa: Masa, isi: Mapping[str, Any], satu: tuple[Pilihan, ...], desimal: int
) -> tuple[float, float] | None:
    """Value of a recipe, raw and as printed; None where it cannot be computed."""
    pilih = {p.sumbu: p for p in satu}
    akhir = pilih.pop(HASIL, None)
    try:
        mentah = HITUNG[lapang.keluarga](lapang.nama, masa, isi, pilih)
    except KinerjaError:
        return None
    if akhir is not None and akhir.desimal is not None:
        mentah = bulat(mentah, akhir.desimal)
    return mentah, potong(mentah, desimal) if akhir is not None and akhir.potong else bulat(mentah, desimal)


def _bagian(satu: tuple[Pilihan, ...]) -> Iterator[tuple[str, ...]]:
    for banyak in range(len(satu)):
        yield from combinations(tuple(p.kode for p in satu), banyak)


def _sama(satu: tuple[float, float], lain: tuple[float, float] | None) -> bool:
    return lain is not None and dekat(satu[0], lain[0], 1e-12) and dekat(satu[1], lain[1], 1e-12)


def _cocokkan(simpan: Tersimpan, semua: list[Resep]) -> tuple[tuple[Resep, ...], int]:
    """The simplest recipes that give the value, those seen in use first."""
    for banyak in sorted({len(r.pilihan) for r in semua}):
        sepadan = [r for r in semua if len(r.pilihan) == banyak and _memberi(simpan, r)]
        if sepadan:
            urut = tuple(sorted(sepadan, key=lambda r: not r.pernah_terlihat))
            return urut, sum(len(r.pilihan) <= banyak for r in semua)
    return (), len(semua)


def _memberi(simpan: Tersimpan, resep: Resep) -> bool:
    dipotong = any(p.sumbu == HASIL and p.potong for p in resep.pilihan)
    return simpan.sama(resep.nilai, dipotong=dipotong)
