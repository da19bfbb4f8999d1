"""Cascade of an office's agreements: does what the head promises reach somebody, unbroken and with equal figures?

Works on plain levels (Tingkat), so that a profile before generating and the submitted workbooks of one office are
held against the same rules. The room of findings (verify) gives each rule its code and text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.spec.profil import IndikatorProfil, Profil
from kinerja_xl.spec.profil_perjanjian import (
    ADOPSI,
    ATASAN_KEPALA,
    KEPALA,
    KOMPONEN,
    TIDAK_DITURUNKAN,
    IndikatorPejabat,
    Perjanjian,
    daftar,
    indikator_kepala,
)

_DIGIT = 6
_RUPIAH = 0.005
SAMA = ("nama", "satuan", "target", "polarisasi", "perhitungan")  # what an adopted indicator may not change


@dataclass(frozen=True)
class Ukuran:
    """One indicator on one level, as far as the cascade looks at it."""

    kode: str
    nama: str
    satuan: str
    target: float | None
    polarisasi: str = ""
    perhitungan: str = ""
    dari: str = ""
    metode: str = ""
    cascading: str = ""


@dataclass(frozen=True)
class Tingkat:
    """One agreement. bawahan: key and post of all who promise to this one; anggaran: sum of its programmes."""

    kunci: str
    jabatan: str
    atasan: str
    indikator: tuple[Ukuran, ...]
    anggaran: float | None = None
    bawahan: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Langgar:
    """A broken rule: where (agreement, code of the indicator there) and what is known about it."""

    aturan: str  # diturunkan | sama | jumlah | menggantung | anggaran | dibawa | hilang | satuan
    pejabat: str
    kode: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def periksa(profil: Profil) -> tuple[Langgar, ...]:
    """Broken rules of the agreements stated in a profile; none when it states only the head's."""
    return kaskade(tingkat_profil(profil))


def tingkat_profil(profil: Profil) -> tuple[Tingkat, ...]:
    """The agreements of a profile as levels, the head first; empty without [[perjanjian]]."""
    semua = daftar(profil)
    if not semua:
        return ()
    jabatan = {k: p.jabatan for k, p in profil.pejabat.items()}
    kepala = tuple(_ukuran(i) for i in indikator_kepala(profil))
    hasil = [
        Tingkat(
            KEPALA, jabatan[KEPALA], ATASAN_KEPALA, kepala, _jumlah(profil.program), bawahan(semua, KEPALA, jabatan)
        )
    ]
    for p in semua:
        isi = tuple(_ukuran(i) for i in p.indikator)
        hasil.append(
            Tingkat(
                p.pejabat, jabatan[p.pejabat], p.atasan, isi, _jumlah(p.program), bawahan(semua, p.pejabat, jabatan)
            )
        )
    return tuple(hasil)


def bawahan(semua: Sequence[Perjanjian], kunci: str, jabatan: Mapping[str, str]) -> dict[str, str]:
    """Key and post of the officials that promise to this one."""
    return {p.pejabat: jabatan[p.pejabat] for p in semua if p.atasan == kunci}


def _ukuran(satu: IndikatorProfil | IndikatorPejabat) -> Ukuran:
    dari, metode = getattr(satu, "dari", ""), getattr(satu, "metode", "")
    return Ukuran(
        satu.kode, satu.nama, satu.satuan, satu.target, satu.polarisasi, satu.perhitungan, dari, metode, satu.cascading
    )


def _jumlah(program: Sequence[Mapping[str, Any]]) -> float | None:
    return float(sum(p["anggaran"] for p in program)) if program else None


def kaskade(tingkat: Sequence[Tingkat]) -> tuple[Langgar, ...]:
    """Broken rules, in the order of the levels given. Levels that are not there are named once, not guessed at."""
    ada = {t.kunci: t for t in tingkat}
    hasil: list[Langgar] = []
    for satu in tingkat:
        dibawah = [ada[k] for k in satu.bawahan if k in ada]
        hilang = [jabatan for k, jabatan in satu.bawahan.items() if k not in ada]
        if satu.kunci != KEPALA:
            hasil += _dari_atas(satu, ada.get(satu.atasan))
        if hilang and dibawah:
            hasil.append(Langgar("hilang", satu.kunci, data={"jabatan": satu.jabatan, "hilang": ", ".join(hilang)}))
        if satu.bawahan and not hilang:
            hasil += _diturunkan(satu, dibawah)
        hasil += _dibawa(satu, dibawah)
        hasil += _anggaran(satu, dibawah)
    return tuple(hasil)


def _dari_atas(satu: Tingkat, atas: Tingkat | None) -> Iterator[Langgar]:
    """Every indicator hangs on one of the superior; adopted ones are equal to it."""
    for i in satu.indikator:
        induk = next((u for u in atas.indikator if u.kode == i.dari), None) if atas else None
        umum = {"jabatan": satu.jabatan, "indikator": i.kode, "dari": i.dari}
        if not i.dari or (atas and induk is None):
            sebutan = atas.jabatan if atas else satu.atasan
            yield Langgar("menggantung", satu.kunci, i.kode, {**umum, "atasan": sebutan})
        elif atas and induk and i.metode == ADOPSI:
            for medan in SAMA:
                kiri, kanan = getattr(i, medan), getattr(induk, medan)
                if not _sama(kiri, kanan):
                    isi = {**umum, "medan": medan, "ada": kiri, "seharusnya": kanan, "atasan": atas.jabatan}
                    yield Langgar("sama", satu.kunci, i.kode, isi)


def _sama(kiri: Any, kanan: Any) -> bool:
    if isinstance(kiri, str) or isinstance(kanan, str):
        return " ".join(str(kiri or "").split()).casefold() == " ".join(str(kanan or "").split()).casefold()
    if kiri is None or kanan is None:
        return kiri is kanan
    return round(float(kiri) - float(kanan), _DIGIT) == 0


def _diturunkan(satu: Tingkat, dibawah: Sequence[Tingkat]) -> Iterator[Langgar]:
    """With all subordinates there: everything is carried, and components sum to the whole."""
    for i in satu.indikator:
        pembawa = [u for t in dibawah for u in t.indikator if u.dari == i.kode]
        umum = {"jabatan": satu.jabatan, "indikator": i.kode, "rumusan": i.nama}
        if not pembawa and i.cascading != TIDAK_DITURUNKAN:
            yield Langgar("diturunkan", satu.kunci, i.kode, umum)
        komponen = [u for u in pembawa if u.metode == KOMPONEN]
        if not komponen or i.perhitungan != "Akumulasi":
            continue
        lain = next((u for u in komponen if not _sama(u.satuan, i.satuan)), None)
        if lain:
            yield Langgar(
                "satuan", satu.kunci, i.kode, {**umum, "komponen": lain.kode, "ada": lain.satuan, "satuan": i.satuan}
            )
        elif i.target is not None and all(u.target is not None for u in komponen):
            jumlah = sum(u.target or 0.0 for u in komponen)
            if not _sama(jumlah, i.target):
                sebutan = [(u.kode, u.target) for u in komponen]
                yield Langgar(
                    "jumlah", satu.kunci, i.kode, {**umum, "jumlah": jumlah, "target": i.target, "komponen": sebutan}
                )


def _dibawa(satu: Tingkat, dibawah: Sequence[Tingkat]) -> Iterator[Langgar]:
    """What is marked as not passed on is carried by nobody."""
    for i in satu.indikator:
        if i.cascading == TIDAK_DITURUNKAN:
            pembawa = next(((t, u) for t in dibawah for u in t.indikator if u.dari == i.kode), None)
            if pembawa:
                isi = {
                    "jabatan": satu.jabatan,
                    "indikator": i.kode,
                    "pembawa": pembawa[0].jabatan,
                    "kode": pembawa[1].kode,
                }
                yield Langgar("dibawa", satu.kunci, i.kode, isi)


def _anggaran(satu: Tingkat, dibawah: Sequence[Tingkat]) -> Iterator[Langgar]:
    """The budgets below stay within the one above."""
    jumlah = sum(t.anggaran or 0.0 for t in dibawah)
    if satu.anggaran is not None and jumlah > satu.anggaran + _RUPIAH:
        isi = {"jabatan": satu.jabatan, "jumlah": jumlah, "anggaran": satu.anggaran, "lebih": jumlah - satu.anggaran}
        yield Langgar("anggaran", satu.kunci, data=isi)
