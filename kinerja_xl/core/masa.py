"""Legal parameters: dated, cited and marked with how we know them; loaded from `<keluarga>.toml`.

A file holds `[keluarga]`, one `[[masa]]` per legal version and `[[kasus]]` worked cases. A masa holds
`[[masa.parameter]]` (one number), `[[masa.pita]]` (classes by lower bound) and `[[masa.tabel]]` (word -> number).
Every one of them carries `rujukan` and `bukti`, its own or that of its masa.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, Optional, Union

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, merekam
from kinerja_xl.core.ketat import jadikan
from kinerja_xl.core.numerik import bulat

Bilangan = Union[int, float, Fraction]
_DESIMAL_TAMPIL = 4  # rounding to more decimals only takes off the binary remainder: told only where it matters

BUKTI = {
    "dokumen": "tercetak dalam dokumen rujukan",
    "sumber": "dibaca pada sumber yang disebut",
    "ingatan": "belum dicocokkan dengan naskah resmi",
    "turunan": "diturunkan dari angka yang tercetak",
    "keputusan": "keputusan perancang kinerja-xl",
}


def ke_bilangan(nilai: Any, tempat: str) -> Bilangan:
    """A TOML number, or a text fraction such as "1/9" kept exact."""
    if isinstance(nilai, str):
        try:
            return Fraction(nilai)
        except (ValueError, ZeroDivisionError) as salah:
            raise KinerjaError(f"{tempat}: '{nilai}' bukan angka atau pecahan") from salah
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)):
        raise KinerjaError(f"{tempat}: {nilai!r} bukan angka")
    return nilai


@dataclass(frozen=True)
class Parameter:
    """One number of a rule. nama is unique within its masa; satuan in words."""

    nama: str
    nilai: Bilangan
    satuan: str = ""
    rujukan: str = ""
    bukti: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class Pita:
    """Classes by lower bound, highest first. bulat: decimals of half-up rounding before comparing.

    atas_inklusif: True when a value equal to a bound still belongs to the class below it ("> 90").
    """

    nama: str
    isi: tuple[tuple[Bilangan, str], ...]
    rujukan: str = ""
    bukti: str = ""
    catatan: str = ""
    bulat: Optional[int] = None
    atas_inklusif: bool = False

    def kelas(self, nilai: float) -> str:
        """Label of the class the value falls in; the lowest class has no floor."""
        banding = nilai
        if self.bulat is not None:
            banding = bulat(nilai, self.bulat)
            if self.bulat <= _DESIMAL_TAMPIL or abs(banding - nilai) > 0:
                catat("Dibulatkan setengah ke atas {desimal} desimal", "{nilai}", banding, tanda="->",
                      en="Rounded half up to {desimal} decimals", desimal=self.bulat, nilai=nilai)  # fmt: skip
        atas: Optional[Bilangan] = None
        for batas, label in self.isi[:-1]:
            if banding > batas or (banding == batas and not self.atas_inklusif):
                self._catat_kelas(batas, banding, atas, label)
                return label
            atas = batas
        self._catat_kelas(None, banding, atas, self.isi[-1][1])
        return self.isi[-1][1]

    def _catat_kelas(self, bawah: Optional[Bilangan], nilai: float, atas: Optional[Bilangan], label: str) -> None:
        """Tell between which bounds the value was found."""
        if not merekam():
            return
        naik, turun = ("<", "<=") if self.atas_inklusif else ("<=", "<")
        pola = ("" if bawah is None else "{bawah} " + naik + " ") + "{nilai}"
        pola += "" if atas is None else " " + turun + " {atas}"
        catat("Kelas {pita} menurut batasnya", pola, label, sumber=self,
              en="Class of {pita} by its bounds", pita=self.nama, bawah=bawah, nilai=nilai, atas=atas)  # fmt: skip


@dataclass(frozen=True)
class Tabel:
    """Words and their numbers, such as points by level of education. Words compare case-insensitively."""

    nama: str
    isi: dict[str, Bilangan]
    satuan: str = ""
    rujukan: str = ""
    bukti: str = ""
    catatan: str = ""
    alias: dict[str, str] = field(default_factory=dict)

    def __contains__(self, kata: str) -> bool:
        return self.baku(kata) is not None

    def baku(self, kata: str) -> Optional[str]:
        """The table's own spelling of a word or of its alias; None when unknown."""
        rapi = " ".join(str(kata).split()).casefold()
        for asli in self.isi:
            if asli.casefold() == rapi:
                return asli
        for lain, asli in self.alias.items():
            if lain.casefold() == rapi:
                return asli
        return None

    def nilai(self, kata: str) -> Bilangan:
        """Number of a word; raises KeyError when the word is unknown."""
        baku = self.baku(kata)
        if baku is None:
            raise KeyError(kata)
        return self.isi[baku]


@dataclass(frozen=True)
class Masa:
    """One legal version of a family of rules, in force for the fiscal years tahun_awal..tahun_akhir."""

    keluarga: str
    versi: str
    judul: str
    rujukan: str
    bukti: str
    tahun_awal: int
    tahun_akhir: Optional[int] = None
    sejak: Optional[date] = None
    sampai: Optional[date] = None
    diperiksa: Optional[date] = None
    catatan: str = ""
    parameter: tuple[Parameter, ...] = ()
    pita: tuple[Pita, ...] = ()
    tabel: tuple[Tabel, ...] = ()

    def memuat(self, tahun: int) -> bool:
        """Is this version in force for the fiscal year?"""
        return self.tahun_awal <= tahun and (self.tahun_akhir is None or tahun <= self.tahun_akhir)

    def angka(self, nama: str) -> float:
        """A parameter as float."""
        return float(self._cari("parameter", nama).nilai)

    def bulat(self, nama: str) -> int:
        """A parameter that is a whole number."""
        return int(self._cari("parameter", nama).nilai)

    def ambil_parameter(self, nama: str) -> Parameter:
        """A parameter by name, with its citation and its exact value."""
        return self._cari("parameter", nama)

    def ambil_pita(self, nama: str) -> Pita:
        """A band table by name."""
        return self._cari("pita", nama)

    def ambil_tabel(self, nama: str) -> Tabel:
        """A word table by name."""
        return self._cari("tabel", nama)

    def _cari(self, jenis: str, nama: str) -> Any:
        for satu in getattr(self, jenis):
            if satu.nama == nama:
                return satu
        raise KeyError(f"{self.keluarga}/{self.versi}: no {jenis} named {nama!r}")

    def daftar(self) -> tuple[Parameter, ...]:
        """Every number of this version as one flat list with unique names (for the Parameter sheet)."""
        return self._daftar

    def dalam_daftar(self, nama: str) -> Parameter:
        """A number of that list by its name; raises KeyError when there is none."""
        return self._menurut_nama[nama]

    @cached_property
    def _menurut_nama(self) -> dict[str, Parameter]:
        return {satu.nama: satu for satu in self._daftar}

    @cached_property
    def _daftar(self) -> tuple[Parameter, ...]:
        semua: list[Parameter] = list(self.parameter)
        for pita in self.pita:
            for batas, label in pita.isi[:-1]:
                semua.append(
                    Parameter(
                        nama_pita(pita.nama, label),
                        batas,
                        "batas bawah",
                        pita.rujukan,
                        pita.bukti,
                        pita.catatan,
                    )
                )
        for tabel in self.tabel:
            for kata, nilai in tabel.isi.items():
                semua.append(
                    Parameter(
                        nama_tabel(tabel.nama, kata),
                        nilai,
                        tabel.satuan,
                        tabel.rujukan,
                        tabel.bukti,
                        tabel.catatan,
                    )
                )
        return tuple(semua)


def _rapi(kata: str) -> str:
    return "".join(c if c.isalnum() else "_" for c in kata.lower()).strip("_")


def nama_pita(pita: str, label: str) -> str:
    """Flat parameter name of one bound of a band."""
    return f"{pita}_{_rapi(label)}"


def nama_tabel(tabel: str, kata: str) -> str:
    """Flat parameter name of one word of a table."""
    return f"{tabel}_{_rapi(kata)}"


def baca_masa(keluarga: str, data: dict[str, Any], tempat: str) -> Masa:
    """One `[[masa]]` table to a Masa; evidence and citation are inherited by its numbers."""
    data = dict(data)
    bagian = {jenis: data.pop(jenis, []) for jenis in ("parameter", "pita", "tabel")}
    induk = {"rujukan": data.get("rujukan", ""), "bukti": data.get("bukti", "")}
    parameter, pita, tabel = [], [], []
    for satu in bagian["parameter"]:
        di = f"{tempat}, parameter {satu.get('nama')}"
        isi = {**induk, **satu, "nilai": ke_bilangan(satu.get("nilai"), di)}
        parameter.append(jadikan(Parameter, isi, di))
    for satu in bagian["pita"]:
        di = f"{tempat}, pita {satu.get('nama')}"
        baris = tuple((ke_bilangan(b, di), str(label)) for b, label in satu.get("isi", []))
        pita.append(jadikan(Pita, {**induk, **satu, "isi": baris}, di))
    for satu in bagian["tabel"]:
        di = f"{tempat}, tabel {satu.get('nama')}"
        kata = {k: ke_bilangan(v, di) for k, v in satu.get("isi", {}).items()}
        tabel.append(jadikan(Tabel, {**induk, **satu, "isi": kata}, di))
    return jadikan(
        Masa,
        data,
        tempat,
        keluarga=keluarga,
        parameter=tuple(parameter),
        pita=tuple(pita),
        tabel=tuple(tabel),
    )
