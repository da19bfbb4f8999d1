"""The agreements of a whole office: the [[perjanjian]] tables of a profile, one per official below its head.

The head's own agreement is the profile itself (pejabat.pertama to pejabat.kedua). Every other official promises to a
superior inside the office, and every indicator says which one of the superior it carries, and how (metode).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import jadikan, periksa_kunci, saran
from kinerja_xl.spec.manual import muat_manual
from kinerja_xl.spec.profil import IndikatorProfil, Profil

KEPALA, ATASAN_KEPALA = "pertama", "kedua"
ADOPSI, DIPERSEMPIT, KOMPONEN = "Adopsi Langsung", "Dipersempit", "Komponen Pembentuk"
METODE = (ADOPSI, DIPERSEMPIT, KOMPONEN)
TIDAK_DITURUNKAN = "Tidak Diturunkan"
BAGIAN, INI = "perjanjian", "perjanjian_ini"
_WARISAN = ("nama", "satuan", "polarisasi", "perhitungan", "target")
_PENJELASAN = ("fungsi", "definisi", "formula", "aspek", "validitas", "periode", "sumber_data", "status_data")


@dataclass(frozen=True)
class IndikatorPejabat:
    """An indicator of one official. dari: code of the superior's indicator; metode: how it comes from there.

    With metode Adopsi Langsung the blank fields are those of the superior. cascading: "Tidak Diturunkan" when no
    subordinate carries it further.
    """

    kode: str
    sasaran: str
    dari: str = ""
    metode: str = ADOPSI
    nama: str = ""
    satuan: str = ""
    polarisasi: str = ""
    perhitungan: str = ""
    target: float | None = None
    cascading: str = ADOPSI
    fungsi: str = ""
    definisi: str = ""
    formula: str = ""
    aspek: str = ""
    validitas: str = ""
    periode: str = ""
    sumber_data: str = ""
    status_data: str = ""


@dataclass(frozen=True)
class Perjanjian:
    """One agreement. pejabat, atasan: keys of [pejabat]; unit: name of the part of the office, for the title."""

    pejabat: str
    sasaran: tuple[Mapping[str, str], ...]
    indikator: tuple[IndikatorPejabat, ...]
    atasan: str = KEPALA
    unit: str = ""
    program: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Ini:
    """Marks the profile of one official: her agreement, and the office's own profile."""

    perjanjian: Perjanjian
    asal: Profil


def baca(tabel: Any, tempat: str) -> tuple[Perjanjian, ...]:
    """The [[perjanjian]] tables of a profile."""
    if not isinstance(tabel, list):
        raise KinerjaError(f"{tempat}: ditulis sebagai daftar [[perjanjian]].")
    hasil = tuple(_satu(satu, f"{tempat}, perjanjian ke-{ke}") for ke, satu in enumerate(tabel, 1))
    pejabat = [satu.pejabat for satu in hasil]
    for satu in pejabat:
        if pejabat.count(satu) > 1:
            raise KinerjaError(f"{tempat}: pejabat '{satu}' punya dua perjanjian.")
    return hasil


def _satu(tabel: Any, tempat: str) -> Perjanjian:
    if not isinstance(tabel, Mapping):
        raise KinerjaError(f"{tempat}: di sini harus ada tabel, tertulis {tabel!r}.")
    tempat = f"{tempat} ({tabel.get('pejabat', '?')})"
    isi = dict(tabel)
    indikator = tuple(
        jadikan(IndikatorPejabat, i, f"{tempat}, indikator ke-{n}") for n, i in enumerate(isi.pop("indikator", ()), 1)
    )
    satu = jadikan(Perjanjian, isi, tempat, indikator=indikator)
    for sasaran in satu.sasaran:
        periksa_kunci(sasaran, {"kode", "nama"}, set(), f"{tempat}, sasaran")
    for program in satu.program:
        periksa_kunci(program, {"program", "anggaran"}, {"keterangan"}, f"{tempat}, program")
    _periksa(satu, tempat)
    return satu


def _periksa(satu: Perjanjian, tempat: str) -> None:
    if satu.pejabat == KEPALA:
        raise KinerjaError(
            f"{tempat}: perjanjian kepala kantor adalah [[sasaran]] dan [[indikator]] profil itu sendiri."
        )
    if not satu.indikator:
        raise KinerjaError(f"{tempat}: belum punya [[perjanjian.indikator]].")
    sasaran = [str(s["kode"]) for s in satu.sasaran]
    lihat: set[str] = set()
    for indikator in satu.indikator:
        sebutan = f"{tempat}, indikator {indikator.kode}"
        if indikator.sasaran not in sasaran:
            raise KinerjaError(
                f"{sebutan}: sasaran '{indikator.sasaran}' tidak ada.{saran(indikator.sasaran, sasaran)}"
            )
        if indikator.metode not in METODE:
            raise KinerjaError(
                f"{sebutan}: metode '{indikator.metode}' tidak dikenal.{saran(indikator.metode, METODE)}"
            )
        if (ident := _ident(indikator.kode)) in lihat:
            raise KinerjaError(f"{sebutan}: kode indikator dipakai dua kali.")
        lihat.add(ident)


def _ident(kode: str) -> str:
    return "".join(c for c in kode.lower() if c.isalnum())


def daftar(profil: Profil) -> tuple[Perjanjian, ...]:
    """The agreements below the head, superiors before their subordinates, inherited fields filled in.

    Raises KinerjaError for an unknown official or superior and for a circle of superiors.
    """
    sisa = list(profil.bagian.get(BAGIAN, ()))
    punya = [KEPALA, *(p.pejabat for p in sisa)]
    for satu in sisa:
        if satu.pejabat not in profil.pejabat:
            saran_nama = saran(satu.pejabat, profil.pejabat)
            raise KinerjaError(f"perjanjian: tabel [pejabat.{satu.pejabat}] belum ada.{saran_nama}")
        if satu.atasan not in punya:
            raise KinerjaError(
                f"perjanjian {satu.pejabat}: atasan '{satu.atasan}' tidak punya perjanjian.{saran(satu.atasan, punya)}"
            )
    atas = {KEPALA: indikator_kepala(profil)}
    hasil: list[Perjanjian] = []
    while sisa:
        siap = [p for p in sisa if p.atasan in atas]
        if not siap:
            raise KinerjaError(f"perjanjian {sisa[0].pejabat}: rantai atasan berputar, tidak sampai kepala kantor.")
        for satu in siap:
            lengkap = replace(satu, indikator=tuple(_warisi(i, atas[satu.atasan], satu) for i in satu.indikator))
            atas[satu.pejabat] = tuple(_profil(i, "") for i in lengkap.indikator)
            hasil.append(lengkap)
            sisa.remove(satu)
    return tuple(hasil)


def _warisi(satu: IndikatorPejabat, atas: tuple[IndikatorProfil, ...], milik: Perjanjian) -> IndikatorPejabat:
    """Fill blank fields of an adopted indicator from above; whatever is still blank is an error."""
    induk = next((i for i in atas if i.kode == satu.dari), None)
    if induk is not None:
        medan = (*_WARISAN, *_PENJELASAN) if satu.metode == ADOPSI else ("periode",)
        isi: dict[str, Any] = {m: getattr(induk, m) for m in medan if getattr(satu, m) in ("", None)}
        satu = replace(satu, **isi)
    for wajib in _WARISAN[:4]:
        if not getattr(satu, wajib):
            sebutan = f"perjanjian {milik.pejabat}, indikator {satu.kode}"
            if satu.metode == ADOPSI and induk is None:
                ada = saran(satu.dari, [i.kode for i in atas])
                raise KinerjaError(f"{sebutan}: dari = '{satu.dari}' tidak ada pada {milik.atasan}.{ada}")
            raise KinerjaError(f"{sebutan}: kunci '{wajib}' belum ada.")
    return satu


def indikator_kepala(profil: Profil) -> tuple[IndikatorProfil, ...]:
    """The head's indicators, also those that come from a manual."""
    if not profil.manual:
        return profil.indikator
    return tuple(
        IndikatorProfil(
            satu.kode, satu.nama, satu.sasaran, satu.satuan, satu.baku.polarisasi, satu.baku.perhitungan,
            cascading=satu.baku.cascading, target=satu.data.target,
        )
        for satu in sorted(muat_manual(profil.manual).indikator, key=lambda i: i.no)
    )  # fmt: skip


def kunci_pejabat(profil: Profil) -> tuple[str, ...]:
    """Keys of all officials with an agreement, the head first."""
    return (KEPALA, *(p.pejabat for p in daftar(profil)))


def profil_pejabat(profil: Profil, kunci: str) -> Profil:
    """The profile seen from one official: her signature and superior, her sasaran, indicators and programmes.

    It makes the PK of that official with the same template as the head's. kunci "pertama" is the profile itself.
    """
    if kunci == KEPALA:
        return profil
    satu = next((p for p in daftar(profil) if p.pejabat == kunci), None)
    if satu is None:
        punya = kunci_pejabat(profil)
        tambah = "" if len(punya) > 1 else " Tambahkan [[perjanjian]] pada profil."
        raise KinerjaError(f"pejabat '{kunci}' tidak punya perjanjian.{saran(kunci, punya)}{tambah}")
    jabatan = profil.pejabat[kunci].jabatan
    pejabat = {**profil.pejabat, KEPALA: profil.pejabat[kunci], ATASAN_KEPALA: profil.pejabat[satu.atasan]}
    return replace(
        profil, manual="", sasaran=satu.sasaran, indikator=tuple(_profil(i, jabatan) for i in satu.indikator),
        program=satu.program, pejabat=pejabat, bagian={INI: Ini(satu, profil)},
        baris={**profil.baris, "program": max(len(satu.program) + 1, 3)},
        target_triwulan=tuple(_triwulan(profil, satu)),
    )  # fmt: skip


def _triwulan(profil: Profil, satu: Perjanjian) -> Iterator[dict[str, Any]]:
    """Targets per quarter of an agreement: its own, and for an adopted indicator those of the superior."""
    kepala = {i.kode: i for i in indikator_kepala(profil)}
    semua = {p.pejabat: {i.kode: i for i in p.indikator} for p in daftar(profil)}
    atasan = {p.pejabat: p.atasan for p in daftar(profil)}
    tertulis = {str(t["kode"]): t for t in profil.target_triwulan}

    def cari(pejabat: str, kode: str) -> Mapping[str, Any] | None:
        if pejabat == KEPALA or (kode not in kepala and kode in tertulis):
            return tertulis.get(kode)
        ind, atas = semua[pejabat][kode], semua.get(atasan[pejabat], kepala).get(semua[pejabat][kode].dari)
        if ind.metode != ADOPSI or atas is None or atas.target != ind.target:
            return None
        return cari(atasan[pejabat], ind.dari)

    for indikator in satu.indikator:
        if (ada := cari(satu.pejabat, indikator.kode)) is not None:
            yield {**ada, "kode": indikator.kode}


def _profil(satu: IndikatorPejabat, jabatan: str) -> IndikatorProfil:
    isi = {k: v for k, v in asdict(satu).items() if k not in ("dari", "metode") and v != ""}
    return IndikatorProfil(**isi, penanggung_jawab=jabatan)
