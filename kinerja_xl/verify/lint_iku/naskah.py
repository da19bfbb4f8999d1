"""What a rule reads: the manual's raw texts piece by piece with their lines, and the way to a finding."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Any

from kinerja_xl.spec.manual import DataTarget, Harfiah, IndikatorManual, Kutipan, Manual
from kinerja_xl.verify.lint_iku.ukuran import Jenis, jenis_ukuran
from kinerja_xl.verify.temuan import Kata, Temuan, buat

BIDANG = {
    "nomor": Kata("nomor", "number"), "nama": Kata("judul", "title"), "sasaran": Kata("sasaran", "objective"),
    "definisi": Kata("definisi", "definition"), "formula": Kata("rumus", "formula"),
    "satuan": Kata("satuan", "unit"), "aspek": Kata("jenis aspek", "aspect"),
    "validitas": Kata("tingkat validitas", "validity level"),
    "penanggung_jawab": Kata("penanggung jawab", "responsible party"),
    "sumber_data": Kata("sumber data", "data source"), "status_data": Kata("status data", "data status"),
    "perhitungan": Kata("jenis perhitungan", "method of calculation"),
    "cascading": Kata("metode cascading", "cascading method"), "polarisasi": Kata("polarisasi", "polarity"),
    "periode": Kata("periode pelaporan", "reporting period"), "target": Kata("target", "target"),
    "realisasi": Kata("realisasi", "result"), "tata_letak": Kata("tata letak", "layout"),
}  # fmt: skip


@dataclass(frozen=True)
class Potongan:
    """A piece of text: its field, and per stacked line the text (signs normalised) and the line of the document."""

    bidang: str
    mentah: str
    baris: tuple[tuple[str, int], ...]

    @cached_property
    def teks(self) -> str:
        """All lines as one, joined by a blank."""
        return " ".join(isi for isi, _ in self.baris)

    @property
    def mulai(self) -> int:
        """Line where it begins; 0 when unknown."""
        return self.baris[0][1]

    def baris_di(self, letak: int) -> int:
        """Line of the document at a place in `teks`."""
        for isi, nomor in self.baris:
            if letak <= len(isi):
                return nomor
            letak -= len(isi) + 1
        return self.baris[-1][1]


def potong(kutipan: Kutipan) -> Potongan:
    """A quotation as a piece: mathematical letters and other variants become plain ones (NFKC)."""
    baris = [" ".join(unicodedata.normalize("NFKC", satu).split()) for satu in kutipan.teks.split("\n")]
    return Potongan(
        kutipan.bidang, kutipan.teks, tuple((isi, kutipan.baris_ke(ke)) for ke, isi in enumerate(baris))
    )  # fmt: skip


@dataclass(frozen=True)
class Ukuran:
    """One indicator as its document has it; where our own reading stands beside, the printed one is meant."""

    asal: IndikatorManual

    @property
    def kode(self) -> str:
        """Code of the indicator."""
        return self.asal.kode

    @cached_property
    def jenis(self) -> Jenis:
        """What kind of measure title and unit tell."""
        return jenis_ukuran(self.asal.nama_asli, self.satuan)

    @property
    def satuan(self) -> str:
        """Unit as printed."""
        return self.asal.satuan_asli.strip()

    @property
    def sumber(self) -> str:
        """Data source as printed."""
        asli = self.asal.sumber_data_asli
        return (self.asal.sumber_data if asli is None else asli).strip()

    @property
    def penanggung_jawab(self) -> str:
        """Responsible party as printed."""
        asli = self.asal.penanggung_jawab_asli
        return (self.asal.penanggung_jawab if asli is None else asli).strip()

    @property
    def angka(self) -> DataTarget | Harfiah:
        """Targets and last result as printed."""
        return self.asal.harfiah or self.asal.data

    @property
    def target(self) -> float | None:
        """This year's target as printed; None when a form leaves it blank."""
        return None if isnan(self.angka.target) else self.angka.target

    def centang(self, bidang: str) -> tuple[str, ...]:
        """Boxes ticked."""
        return tuple(getattr(self.asal.centang, bidang))

    def baku(self, bidang: str) -> str:
        """The choice that is computed with."""
        return str(getattr(self.asal.baku, bidang, self.asal.status_data))

    def baris(self, bidang: str) -> int:
        """Line of a field in the document; without one, of the indicator."""
        letak = self.asal.letak
        return letak.get(bidang, letak.get("target", self.asal.baris) if bidang == "realisasi" else self.asal.baris)

    @cached_property
    def potongan(self) -> tuple[Potongan, ...]:
        """Pieces of text: the quotations, and for a field without any the text of the manual itself."""
        ada = [potong(k) for k in self.asal.kutipan]
        bidang = {p.bidang for p in ada}
        for satu in ("definisi", "formula"):
            teks = " ".join(str(getattr(self.asal, satu)).split())
            if satu not in bidang and teks:
                ada.append(Potongan(satu, teks, ((teks, self.baris(satu)),)))
        return tuple(ada)

    def bagian(self, bidang: str) -> tuple[Potongan, ...]:
        """Pieces of one field."""
        return tuple(p for p in self.potongan if p.bidang == bidang)

    def teks(self, bidang: str) -> str:
        """All pieces of one field as one text."""
        return " ".join(p.teks for p in self.bagian(bidang))

    @cached_property
    def judul(self) -> Potongan:
        """The title as a piece."""
        teks = " ".join(unicodedata.normalize("NFKC", self.asal.nama_asli).split())
        return Potongan("nama", self.asal.nama_asli, ((teks, self.baris("nama")),))


class Naskah:
    """A manual before the rules."""

    def __init__(self, manual: Manual) -> None:
        self.manual = manual
        self.ukuran = tuple(Ukuran(satu) for satu in manual.indikator)
        self.dokumen = tuple(potong(k) for k in manual.kutipan)

    @property
    def menurut_dokumen(self) -> tuple[Ukuran, ...]:
        """The indicators in the order of the document."""
        return tuple(sorted(self.ukuran, key=lambda u: u.asal.urutan))

    def setiap_potongan(self) -> Iterator[tuple[Ukuran | None, Potongan]]:
        """Every piece of text, titles included; the document's own first."""
        for satu in self.dokumen:
            yield None, satu
        for u in self.ukuran:
            yield u, u.judul
            for p in u.potongan:
                yield u, p

    def temuan(
        self, kode: str, ukuran: Ukuran | None, bidang: str, asli: Any, baku: Any = "", lain: Any = "",
        *, baris: int | None = None,
    ) -> Temuan:  # fmt: skip
        """A finding at a field of an indicator (None: of the document)."""
        letak = baris if baris is not None else ukuran.baris(bidang) if ukuran else 0
        siapa = ukuran.kode if ukuran else ""
        return buat(
            kode, None, f"{siapa.lower() or 'dokumen'}.{bidang}", bagian=tempat(siapa, bidang, letak),
            indikator=siapa or Kata("manual ini", "this manual"), bidang=BIDANG[bidang], asli=asli, baku=baku,
            lain=lain, baris=letak, kunci=bidang,
        )  # fmt: skip


def tempat(siapa: str, bidang: str, baris: int) -> Kata:
    """Where a reader of the document looks: indicator, field, line."""
    kata, dokumen = BIDANG[bidang], ("dokumen", "document")
    id_, en = (f"{siapa or dokumen[0]} {kata}", f"{siapa or dokumen[1]} {kata.en}")
    return Kata(f"{id_} (baris {baris})", f"{en} (line {baris})") if baris else Kata(id_, en)
