"""What a recipe is: departures from the rule book, at most one along each axis, and the value they give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinerja_xl.core.masa import Bilangan, Masa

INGAT = "_ingat"  # beside the arguments: what the recipes of one recognition share, so that it is computed once
DUGAAN = "keputusan"  # evidence of a recipe nobody was seen to use: a mistake we expect


@dataclass(frozen=True)
class Pilihan:
    """One departure. sumbu: what it is about (bobot, nrr, hasil ...); a recipe has at most one of each.

    nilai: its number (weight); desimal, potong: how it rounds or cuts; beda: what it does differently; terlihat:
    where it was seen; temuan: code of the finding; batas: small enough to matter only near the bound of a class;
    fungsi, versi: only these functions and legal versions (empty = all of its file); masa: the other version used.
    """

    sumbu: str
    kode: str
    nama: str
    nama_en: str
    beda: str
    beda_en: str
    terlihat: str
    bukti: str
    temuan: str
    diperiksa: date
    nilai: Bilangan | None = None
    desimal: int | None = None
    potong: bool = False
    batas: bool = False
    fungsi: tuple[str, ...] = ()
    versi: tuple[str, ...] = ()
    masa: Masa | None = None

    def teks(self, bidang: str, lang: str) -> str:
        """nama or beda in a language."""
        return str(getattr(self, f"{bidang}_en" if lang == "en" else bidang))

    @property
    def pernah_terlihat(self) -> bool:
        """Was it seen in use, or is it only a mistake we expect?"""
        return self.bukti != DUGAAN

    def untuk_masa(self, masa: Masa, rujukan: str = "", bukti: str = "") -> Pilihan:
        """The same departure towards one other legal version: texts and evidence are those of that version.

        rujukan, bukti: of the part used (a band), where it has its own.
        """
        akhir = masa.tahun_akhir or "sekarang"
        isi = {"judul": masa.judul, "tahun": f"{masa.tahun_awal}-{akhir}" if akhir != masa.tahun_awal else akhir}
        isi_en = {**isi, "tahun": str(isi["tahun"]).replace("sekarang", "now")}
        return replace(
            self, kode=f"{self.kode}:{masa.versi}", masa=masa, terlihat=rujukan or masa.rujukan,
            bukti=bukti or masa.bukti,
            nama=self.nama.format(**isi), beda=self.beda.format(**isi),
            nama_en=self.nama_en.format(**isi_en), beda_en=self.beda_en.format(**isi_en),
        )  # fmt: skip


@dataclass(frozen=True)
class Resep:
    """Departures with the value they give. akhir: as it would be printed; kelas: its class by the official bands."""

    pilihan: tuple[Pilihan, ...]
    nilai: float
    akhir: float
    kelas: str | None = None

    @property
    def kode(self) -> str:
        """Codes of the departures, joined; empty for the official way."""
        return "+".join(p.kode for p in self.pilihan)

    def nama(self, lang: str = "id") -> str:
        """In words a reader understands."""
        return ("; and " if lang == "en" else "; dan ").join(p.teks("nama", lang) for p in self.pilihan)

    @property
    def temuan(self) -> str:
        """Code of the finding: that of the first departure."""
        return self.pilihan[0].temuan

    @property
    def pernah_terlihat(self) -> bool:
        """Was every departure seen in use?"""
        return all(p.pernah_terlihat for p in self.pilihan)

    def to_dict(self) -> dict[str, Any]:
        """For machines."""
        return {
            "kode": self.kode, "nama": self.nama(), "nama_en": self.nama("en"), "nilai": self.nilai,
            "akhir": self.akhir, "kelas": self.kelas,
            "simpangan": [
                {"sumbu": p.sumbu, "kode": p.kode, "nama": p.nama, "beda": p.beda, "terlihat": p.terlihat,
                 "bukti": p.bukti, "temuan": p.temuan, "diperiksa": p.diperiksa.isoformat()}
                for p in self.pilihan
            ],
        }  # fmt: skip
