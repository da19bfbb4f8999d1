"""Rules as LAMBDA names: the text a person would type into the Name Manager, and the text a file stores.

A name chooses the legal version by `tahun`, gives omitted arguments their defaults and refuses a wrong shape, then
computes the twin over its argument names. Local names are lower case and functions upper case, so the stored form
(`_xlpm.` before local names, `_xlop.` where an optional argument is declared, `_xlfn.` before functions younger
than 2010) follows from the typed one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, Indikator
from kinerja_xl.core.rumus import Angka, RentangNama, jaga
from kinerja_xl.functions import functions

MAKS_RUMUS = 8192  # characters of a formula in Excel
_FUNGSI_BARU = ("BYCOL", "BYROW", "ISOMITTED", "LAMBDA", "LET", "MAP", "REDUCE", "SEQUENCE", "UNIQUE", "VSTACK")
MAKS_KOMENTAR = 255  # with more, Excel refuses the file
_BARU = {
    **{nama: f"_xlfn.{nama}" for nama in _FUNGSI_BARU},
    "FILTER": "_xlfn._xlws.FILTER",
}
_POTONG = re.compile(r'("(?:[^"]|"")*")')
_PANGGIL = re.compile(r"(?<![\w.])([A-Z][A-Z0-9.]*)(?=\()")
_LOKAL = re.compile(r"(?<![\w.])([a-z][a-z0-9_]*)(?![\w.])")


@dataclass(frozen=True)
class NamaFungsi:
    """A function as a defined name. diketik: as typed (no "="); tersimpan: as the file holds it; komentar: its help."""

    nama: str
    diketik: str
    tersimpan: str
    komentar: str


@cache
def nama_fungsi() -> tuple[NamaFungsi, ...]:
    """Every function that an expression can state, sorted by name."""
    return tuple(_nama(f) for f in functions().values() if f.bernama is not None)


@cache
def tersimpan_menurut_nama() -> dict[str, str]:
    """Stored text of each name, for comparing a submitted workbook."""
    return {satu.nama: satu.tersimpan for satu in nama_fungsi()}


def komentar(fungsi: Indikator) -> str:
    """Help of the name in Excel's own lists: purpose, syntax and result, as many words as fit."""
    inti = f"{fungsi.judul}. {fungsi.sintaks()}. Hasil: {fungsi.satuan}."
    dasar = f"{inti} Dasar: {fungsi.rujukan}."
    for teks in (dasar, inti):
        if len(teks) <= MAKS_KOMENTAR:
            return teks
    raise KinerjaError(f"{fungsi.nama}: keterangan {len(inti)} huruf, paling banyak {MAKS_KOMENTAR}")


def ke_tersimpan(diketik: str) -> str:
    """A formula as a file stores it, from the form a person types (with `,` and decimal points)."""
    bagian = _POTONG.split(diketik)
    return "".join(isi if ke % 2 else _awali(isi) for ke, isi in enumerate(bagian))


def _awali(isi: str) -> str:
    isi = _LOKAL.sub(r"_xlpm.\1", isi)
    isi = re.sub(r"\[_xlpm\.([a-z][a-z0-9_]*)\]", r"_xlop.\1", isi)
    return _PANGGIL.sub(lambda cocok: _BARU.get(cocok.group(1), cocok.group(1)), isi)


def _nama(fungsi: Indikator) -> NamaFungsi:
    diketik = tulis_lambda(fungsi)
    tersimpan = ke_tersimpan(diketik)
    if len(tersimpan) > MAKS_RUMUS:
        raise KinerjaError(f"{fungsi.nama}: rumus {len(tersimpan)} huruf, paling banyak {MAKS_RUMUS}")
    return NamaFungsi(fungsi.nama, diketik, tersimpan, komentar(fungsi))


def tulis_lambda(fungsi: Indikator) -> str:
    """LAMBDA(argument,[optional],...) of a function, as typed."""
    parameter = [f"[{nama_lokal(a)}]" if a.opsional else nama_lokal(a) for a in fungsi.argumen]
    return f"LAMBDA({','.join(parameter)},{_isi(fungsi)})"


def nama_lokal(argumen: Argumen) -> str:
    """Name of an argument inside the LAMBDA; never that of a function (CAPAIAN), so that none hides the other."""
    return f"nilai_{argumen.nama}" if argumen.nama.upper() in functions() else argumen.nama


def _isi(fungsi: Indikator) -> str:
    """Body: defaults of omitted single cells, then the check of single cells, then the rule."""
    bawaan = [
        (a, f"{a.nama}_isi")
        for a in fungsi.argumen
        if a.opsional and (a.jenis != "rentang" or fungsi.larik is not None)
    ]
    nama = {a.nama: nama_lokal(a) for a in fungsi.argumen} | {a.nama: pakai for a, pakai in bawaan}
    tunggal = [nama[a.nama] for a in fungsi.argumen if a.jenis != "rentang"]
    isi = _menurut_tahun(fungsi, nama)
    if tunggal:
        banyak = "*".join(f"SUMPRODUCT((LEN({satu})>=0)*1)" for satu in tunggal)
        isi = jaga(f"{banyak}<>1", isi)
    ganti = []
    for a, pakai in bawaan:
        kosong = '{""}' if a.jenis == "rentang" else '""'
        ganti.append(f"{pakai},IF(ISOMITTED({nama_lokal(a)}),{kosong},{nama_lokal(a)})")
    return f"LET({','.join(ganti)},{isi})" if ganti else isi


def _menurut_tahun(fungsi: Indikator, nama: dict[str, str]) -> str:
    """The rule of the version in force: without a year the newest, an error for a year without a rule."""
    versi = fungsi.versi()
    isi = [_rumus(fungsi, masa, nama) for masa in versi]
    if not any(a.nama == "tahun" for a in fungsi.argumen):
        return isi[-1]
    pilih, tahun = "0", nama["tahun"]
    unik = list(dict.fromkeys(isi))
    for masa, satu in zip(versi, isi, strict=True):
        pilih = f"IF({_dalam_masa(masa, tahun)},{unik.index(satu) + 1},{pilih})"
    pilih = f"IF(ISNUMBER({tahun}),IF({tahun}=INT({tahun}),{pilih},0),0)"
    wajib = any(a.nama == "tahun" and not a.opsional for a in fungsi.argumen)
    if not wajib:
        pilih = f"IF(LEN(TRIM({tahun}))=0,{unik.index(isi[-1]) + 1},{pilih})"
    return f"CHOOSE(1+{pilih},NA(),{','.join(unik)})"


def _dalam_masa(masa: Masa, tahun: str) -> str:
    if masa.tahun_akhir is None:
        return f"{tahun}>={masa.tahun_awal}"
    return f"AND({tahun}>={masa.tahun_awal},{tahun}<={masa.tahun_akhir})"


def _rumus(fungsi: Indikator, masa: Masa, nama: dict[str, str]) -> str:
    """The twin of one version; an optional range may be left out (an array form gets one blank cell for it)."""
    assert fungsi.bernama is not None
    argumen = [a for a in fungsi.argumen if a.nama != "tahun"]
    penuh = [_sebagai(a, nama[a.nama]) for a in argumen]
    akhir = argumen[-1]
    if fungsi.larik is not None or not (akhir.opsional and akhir.jenis == "rentang"):
        return fungsi.bernama(Angka(masa), *penuh)
    tanpa, dengan = (fungsi.bernama(Angka(masa), *isi) for isi in (penuh[:-1], penuh))
    return f"IF(ISOMITTED({nama_lokal(akhir)}),{tanpa},{dengan})"


def _sebagai(argumen: Argumen, nama: str) -> str:
    return RentangNama(nama) if argumen.jenis == "rentang" else nama
