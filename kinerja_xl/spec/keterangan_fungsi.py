"""What a person is told about a function, as data: index sheet, example sheets and help pages say the same."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import Any, Optional

from kinerja_xl.core.masa import BUKTI, Masa
from kinerja_xl.core.registry import Argumen, Indikator
from kinerja_xl.functions import functions

JALAN_LAIN = (
    "Pakai di LibreOffice (add-in), lewat xlwings di Excel Windows, atau dari baris perintah: kinerja eval {nama}."
)


@dataclass(frozen=True)
class Contoh:
    """A worked case: its arguments in order, what must come out, where that is written."""

    nama: str
    argumen: tuple[tuple[Argumen, Any], ...]
    keluar: Any
    toleransi: float
    sumber: str
    bukti: str
    catatan: str


def contoh(fungsi: Indikator) -> Optional[Contoh]:
    """The first worked case that gives a value."""
    for kasus in fungsi.buku.kasus:
        if kasus["fungsi"] == fungsi.nama and "galat" not in kasus and kasus["keluar"] not in ("", None):
            return Contoh(
                kasus["nama"], tuple(zip(fungsi.argumen, kasus["masuk"], strict=False)), kasus["keluar"],
                float(kasus.get("toleransi", 0)), kasus.get("sumber", ""), kasus.get("bukti", "turunan"),
                kasus.get("catatan", ""),
            )  # fmt: skip
    return None


def kegunaan(fungsi: Indikator) -> str:
    """What it computes, in a sentence or two."""
    return " ".join(cleandoc(fungsi.bantuan).split())


def baris_argumen(fungsi: Indikator) -> list[tuple[str, str]]:
    """Name and meaning of each argument, with shape and whether it may be left out."""
    hasil = []
    for a in fungsi.argumen:
        bentuk = f" ({a.bentuk.replace(' x ', ' × ')})" if a.bentuk else ""
        hasil.append((a.nama, f"{a.bantuan}{bentuk}{'; boleh dikosongkan' if a.opsional else ''}"))
    return hasil


def tahun_berlaku(masa: Masa) -> str:
    """Years of a version in words."""
    if masa.tahun_akhir is None:
        return f"sejak {masa.tahun_awal}"
    return str(masa.tahun_awal) if masa.tahun_awal == masa.tahun_akhir else f"{masa.tahun_awal}-{masa.tahun_akhir}"


def versi_berlaku(fungsi: Indikator) -> tuple[Masa, ...]:
    """Versions a reader should know of: all that the function is bound to, oldest first."""
    return tuple(m for m in fungsi.buku.masa if not fungsi.aturan or m.versi in fungsi.aturan)


def bukti(masa: Masa) -> str:
    """How sure we are of a version, in words."""
    return BUKTI[masa.bukti]


def bukti_lemah(masa: Masa) -> list[str]:
    """Numbers of a version that are only recalled, though the version as a whole is better known."""
    if masa.bukti == "ingatan":
        return []
    return [p.nama for p in masa.daftar() if p.bukti == "ingatan"]


def kesalahan(fungsi: Indikator) -> list[str]:
    """Common mistakes: those of the family and those that name this function (without its name)."""
    hasil = []
    for teks in fungsi.buku.kesalahan:
        nama, titik_dua, isi = teks.partition(": ")
        if titik_dua and nama in functions():
            hasil += [isi[0].upper() + isi[1:]] * (nama == fungsi.nama)
        else:
            hasil.append(teks)
    return hasil


def menurut_keluarga() -> dict[str, list[Indikator]]:
    """All functions by family code, both sorted."""
    hasil: dict[str, list[Indikator]] = {}
    for satu in sorted(functions().values(), key=lambda f: (f.keluarga, f.nama)):
        hasil.setdefault(satu.keluarga, []).append(satu)
    return hasil


def jalan_lain(fungsi: Indikator) -> str:
    """How to get a function that has no LAMBDA name."""
    return JALAN_LAIN.format(nama=fungsi.nama)
