"""The frame of the lint: what a check is given, how it registers, and how it says where it found something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kinerja_xl.sop.model import Langkah, Sop
from kinerja_xl.verify.lint_sop.pengetahuan import Kerja, kerja_dari
from kinerja_xl.verify.temuan import Kata, Temuan, buat

BIDANG = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
_EN = {
    "judul": "title",
    "pelaksana": "performer",
    "nomor": "number",
    "identitas": "identity",
    "kepala tabel": "table head",
    "waktu": "time",
    "keterangan": "remarks",
}


@dataclass(frozen=True)
class Bahan:
    """One SOP and what it is held against.

    semua: the SOPs linted together (references, style); pembanding: these and the shipped ones (times of the same act).
    """

    sop: Sop
    semua: tuple[Sop, ...]
    pembanding: tuple[Sop, ...]


Periksa = Callable[[Bahan], Iterator[Temuan]]
DAFTAR: dict[str, list[Periksa]] = {}


def periksa(kode: str) -> Callable[[Periksa], Periksa]:
    """Register a check under the code of its findings."""

    def daftar(fungsi: Periksa) -> Periksa:
        DAFTAR.setdefault(kode, []).append(fungsi)
        return fungsi

    return daftar


def lapor(
    kode: str, sop: Sop, langkah: Langkah | None = None, bidang: str = "", tingkat: str | None = None, **data: Any
) -> Temuan:
    """A finding at an SOP, one of its steps, or one column of a step."""
    ekor = [f"langkah {langkah.no}"] if langkah else []
    ekor_en = [f"step {langkah.no}"] if langkah else []
    if bidang:
        ekor.append(bidang)
        ekor_en.append(_EN.get(bidang, bidang))
    tempat = Kata(", ".join([sop.kode, *ekor]), ", ".join([sop.kode, *ekor_en]))
    nama = ".".join([sop.kode, *([f"langkah_{langkah.no}"] if langkah else []), *([bidang] if bidang else [])])
    isi = {"sop": sop.nama, "langkah": langkah.no if langkah else None, "bidang": Kata(bidang, _EN.get(bidang, bidang))}
    return buat(kode, None, nama.replace(" ", "_"), tingkat, bagian=tempat, **{**isi, **data})


def kerja(langkah: Langkah) -> Kerja | None:
    """The act of a step."""
    return kerja_dari(langkah.kegiatan)


def jenis(langkah: Langkah) -> str:
    """Code of the act of a step, "" when unknown."""
    satu = kerja(langkah)
    return satu.kode if satu else ""


def potong(teks: str) -> list[str]:
    """The items of a comma list."""
    return [satu.strip() for satu in teks.replace(";", ",").split(",") if satu.strip()]
