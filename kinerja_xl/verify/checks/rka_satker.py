"""Budget worksheet of a satker (K/L): codes of each level, order of the rows, details with a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kinerja_xl.core.sel import tulis
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

TABEL = "rka_kertas_kerja"
# Level -> (form shown, pattern). The office may leave out Kelompok and Subkelompok.
TINGKAT = {
    "Program": ("032.12.WA", r"\d{3}\.\d{2}\.[A-Z]{2}"),
    "Kegiatan": ("nnnn", r"\d{4}"),
    "KRO": ("nnnn.XXX", r"\d{4}\.[A-Z]{3}"),
    "RO": ("nnnn.XXX.nnn", r"\d{4}\.[A-Z]{3}\.\d{3}"),
    "Komponen": ("nnn", r"\d{3}"),
    "Subkomponen": ("X", r"[A-Z]"),
    "Akun": ("nnnnnn", r"\d{6}"),
    "Kelompok": (">", ">"),
    "Subkelompok": (">>", ">>"),
    "Detil": ("-", "-"),
}
URUT = tuple(TINGKAT)
AKUN = URUT.index("Akun")
_VOLUME, _HARGA = Kata("volume", "a quantity"), Kata("harga satuan", "a unit price")
Rekaman = Mapping[str, tuple[Titik, Nilai]]


@periksa("RKA", 96)
def kode_sesuai_tingkat(kasus: Kasus) -> Iterator[Temuan]:
    """Every row has a code of the form of its level."""
    for rekaman in _terisi(kasus):
        tingkat, kode = _teks(rekaman, "tingkat"), _teks(rekaman, "kode")
        bentuk, pola = TINGKAT[tingkat]
        if kode and not re.fullmatch(pola, kode):
            yield buat("RKA-20", rekaman["kode"][0], tingkat=tingkat, ada=kode, bentuk=bentuk)


@periksa("RKA", 97)
def di_bawah_induk(kasus: Kasus) -> Iterator[Temuan]:
    """Rows come in the order of the levels; KRO and RO carry the code of their parent."""
    jalur: list[str] = []  # codes from the programme down to the row before
    for rekaman in _terisi(kasus):
        tingkat, kode = _teks(rekaman, "tingkat"), _teks(rekaman, "kode")
        ke = URUT.index(tingkat)
        cukup = len(jalur) > AKUN if ke > AKUN else len(jalur) >= ke
        if not cukup or (tingkat in ("KRO", "RO") and kode and jalur[ke - 1] != kode.rpartition(".")[0]):
            induk = (jalur[ke - 1] if cukup else jalur[-1]) if jalur else "-"
            harus = "Akun" if ke > AKUN else URUT[ke - 1]
            if cukup:
                harus = f"{harus} {kode.rpartition('.')[0]}"
            yield buat("RKA-21", rekaman["kode"][0], tingkat=tingkat, ada=kode, induk=induk, harus=harus)
        jalur = [*jalur[:ke], *["" for _ in range(ke - len(jalur))], kode]


@periksa("RKA", 98)
def detil_bernilai(kasus: Kasus) -> Iterator[Temuan]:
    """A detail has a quantity and a unit price."""
    for rekaman in _terisi(kasus):
        if _teks(rekaman, "tingkat") == "Detil":
            for kunci, kata in (("volume", _VOLUME), ("harga", _HARGA)):
                if not rekaman[kunci][1]:
                    yield buat("RKA-22", rekaman[kunci][0], uraian=_teks(rekaman, "uraian"), isian=kata)


def _terisi(kasus: Kasus) -> Iterator[Rekaman]:
    """Rows with a known level; a word outside the list is the inputs check's finding."""
    if TABEL in kasus.manifest.tabel:
        yield from (r for r in kasus.rekaman(TABEL) if _teks(r, "tingkat") in TINGKAT)


def _teks(rekaman: Rekaman, kunci: str) -> str:
    nilai = rekaman[kunci][1] if kunci in rekaman else None
    return "" if nilai is None else tulis(nilai).strip()
