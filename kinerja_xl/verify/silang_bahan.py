"""What one workbook states that the others of its office and year must state alike: facts with their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.core.nama import alamat
from kinerja_xl.core.sel import tulis
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.spec.profil_perjanjian import KEPALA
from kinerja_xl.verify.kaskade import Perjanjian, baca_perjanjian
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.perubahan import Dokumen, baca_dokumen

TRIWULAN = tuple(f"target_tw{ke}" for ke in (1, 2, 3, 4))
ANGKA = ("target", *TRIWULAN, "realisasi")
SIFAT = ("polarisasi", "perhitungan")
SEPENGGAL = ("laporan-bulanan", "laporan-semesteran")  # their realisasi reaches only to the end of a period
KATA = ("satuan", "nama", *SIFAT)
ANGGARAN = ("pk_anggaran_total", "rka_jumlah_total", "rencana_anggaran_total", "anggaran_pagu_total")
_KINERJA = "rka_kinerja"
_BILANGAN = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\d.,]*\d)")


@dataclass(frozen=True)
class Fakta:
    """One statement: bidang (target, satuan, ...) of an indicator, or kode "" for a budget total; where, and what."""

    kode: str
    bidang: str
    titik: Titik
    nilai: Nilai
    nama: str = ""


@dataclass(frozen=True)
class BahanSilang:
    """The statements of one workbook. lembar: its sheet names in order; judul: names of its indicators by code.

    perjanjian: a PK as the cascade sees it; dokumen: a PK or RKA as its changed versions are compared.
    """

    jenis: str
    tahun: int
    instansi: str
    lembar: tuple[str, ...]
    fakta: tuple[Fakta, ...]
    judul: Mapping[str, str]
    perjanjian: Perjanjian | None = None
    dokumen: Dokumen | None = None
    tanda: Mapping[str, Fakta] = field(default_factory=dict)  # nama, nip, jabatan and tanggal of the signature block

    @property
    def kepala(self) -> bool:
        """Does it speak for the whole office? The agreement of a lower official has indicators of its own."""
        return self.perjanjian is None or self.perjanjian.tingkat.kunci == KEPALA


def bahan(kasus: Kasus, instansi: str) -> BahanSilang | None:
    """The statements of a workbook; None when it names no office or no indicator."""
    indikator = _indikator(kasus)
    if not indikator or not instansi.strip():
        return None
    bernama = tuple(_bernama(kasus, indikator))
    lain = _tabel(kasus, {(f.kode, f.bidang) for f in bernama})
    fakta = (*bernama, *lain, *_tolok_ukur(kasus, indikator), *_anggaran(kasus))
    lembar = tuple(satu.nama for satu in kasus.buku.lembar)
    dimuat = {f.kode for f in fakta}
    judul = {str(r["kode"]): str(r["nama"]) for r in indikator if str(r["kode"]) in dimuat}
    return BahanSilang(
        kasus.manifest.jenis, kasus.tahun, instansi, lembar, fakta, judul,
        baca_perjanjian(kasus, "") if kasus.hasil is not None else None,
        baca_dokumen(kasus, "") if kasus.hasil is not None else None, dict(_tanda(kasus)),
    )  # fmt: skip


def _tanda(kasus: Kasus) -> Iterator[tuple[str, Fakta]]:
    """The signature block of the office: the first party of an agreement, the head elsewhere."""
    awal = "pk_pihak_pertama" if kasus.manifest.jenis == "pk" else "kepala"
    for kunci, nama in (*((k, f"{awal}_{k}") for k in ("nama", "nip", "jabatan")), ("tanggal", "tanda_tanggal")):
        fakta = _sel(kasus, nama, "", kunci)
        if fakta is not None:
            yield kunci, fakta


def tempat_fakta(fakta: Fakta) -> str:
    """Sheet!Cell of a statement."""
    return f"{fakta.titik[0]}!{alamat(fakta.titik[1], fakta.titik[2])}"


def rapat(teks: Any) -> str:
    """A text as it is compared: spaces and letter case do not count."""
    return " ".join(str(teks).split()).casefold()


def _indikator(kasus: Kasus) -> list[Mapping[str, Any]]:
    isi = kasus.manifest.konteks.get("indikator")
    if not isinstance(isi, list):
        return []
    return [r for r in isi if isinstance(r, Mapping) and r.get("id") and r.get("kode") and r.get("nama")]


def _bernama(kasus: Kasus, indikator: list[Mapping[str, Any]]) -> Iterator[Fakta]:
    """Named cells: ik5_target, ik5_target_tw1, ik5_realisasi, and the choices of a manual."""
    sebagian = kasus.manifest.jenis in SEPENGGAL
    for satu in indikator:
        for bidang in (*ANGKA, *SIFAT):
            if sebagian and bidang == "realisasi":
                continue
            nama = f"{satu['id']}_{bidang}"
            fakta = _sel(kasus, nama, str(satu["kode"]), bidang)
            if fakta is not None and (bidang in SIFAT or _angka(fakta.nilai)):
                yield fakta


def _sel(kasus: Kasus, nama: str, kode: str, bidang: str) -> Fakta | None:
    ada = kasus.manifest.sel_bernama.get(nama)
    if ada is None or not kasus.utuh(ada[0].nama):
        return None
    titik = (ada[0].nama, ada[1].baris, ada[1].kolom)
    nilai = kasus.nilai(titik)
    return None if nilai is None or nilai == "" else Fakta(kode, bidang, titik, nilai, nama)


def _tabel(kasus: Kasus, lihat: set[tuple[str, str]]) -> Iterator[Fakta]:
    """Wording, unit and nature of each indicator from the first table that shows them. lihat: what is known already."""
    for nama, tabel in kasus.manifest.tabel.items():
        if not {"kode", "indikator"} <= set(tabel.kolom):
            continue
        for rekaman in kasus.rekaman(nama):
            kode = rekaman["kode"][1]
            for bidang in KATA:
                kunci = "indikator" if bidang == "nama" else bidang
                titik, nilai = rekaman.get(kunci, (None, None))
                if kode and titik and isinstance(nilai, str) and nilai.strip() and (str(kode), bidang) not in lihat:
                    lihat.add((str(kode), bidang))
                    yield Fakta(str(kode), bidang, titik, nilai)


def _tolok_ukur(kasus: Kasus, indikator: list[Mapping[str, Any]]) -> Iterator[Fakta]:
    """Targets that the RKA writes as text beside a tolok ukur worded like an indicator."""
    menurut = {rapat(r["nama"]): str(r["kode"]) for r in indikator}
    for rekaman in kasus.rekaman(_KINERJA):
        ukur, (titik, target) = rekaman["tolok_ukur"][1], rekaman["target"]
        kode = menurut.get(rapat(ukur)) if isinstance(ukur, str) else None
        cocok = _BILANGAN.search(target if isinstance(target, str) else tulis(target or "")) if kode else None
        if kode and cocok:
            yield Fakta(kode, "target", titik, bilangan(cocok.group()))


def bilangan(teks: str) -> float:
    """'1.250' = 1250, '93,75' = 93.75, '84.5' = 84.5: a dot before three digits parts thousands."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", teks):
        teks = teks.replace(".", "")
    return float(teks.replace(",", "."))


def _anggaran(kasus: Kasus) -> Iterator[Fakta]:
    for nama in ANGGARAN:
        fakta = _sel(kasus, nama, "", nama)
        if fakta is not None and _angka(fakta.nilai) and fakta.nilai != 0:
            yield fakta


def _angka(nilai: Nilai) -> bool:
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)
