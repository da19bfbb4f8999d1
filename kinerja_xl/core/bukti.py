"""How we know a number: which parameters a function really uses, and whether any of them is only recalled."""

from __future__ import annotations

from kinerja_xl.core.masa import BUKTI, Masa, Parameter
from kinerja_xl.core.registry import Indikator
from kinerja_xl.core.rumus import Angka, RentangNama

TERINGAT = "ingatan"
BELUM = "belum dicocokkan"  # the short mark of a recalled number, wherever it is shown


def parameter_terpakai(fungsi: Indikator, masa: Masa) -> tuple[Parameter, ...]:
    """The parameters of a legal version that the function's formula names, in the order of the rule book.

    A function without a formula is taken to use the whole version.
    """
    if fungsi.excel is None:
        return masa.daftar()
    dipakai: set[str] = set()

    def catat(keluarga: str, nama: str) -> str:
        dipakai.add(nama)
        return nama

    argumen = [a for a in fungsi.argumen if a.nama != "tahun"]
    fungsi.excel(Angka(masa, catat), *[RentangNama(a.nama) if a.jenis == "rentang" else a.nama for a in argumen])
    return tuple(p for p in masa.daftar() if p.nama in dipakai)


def alasan_teringat(fungsi: Indikator, masa: Masa) -> tuple[str, ...]:
    """What of this function in this version is only recalled: the version itself, the formula, or numbers by name."""
    alasan = [masa.judul] if masa.bukti == TERINGAT else []
    if BELUM in fungsi.rujukan:
        alasan.append("rumus")
    return (*alasan, *[p.nama for p in parameter_terpakai(fungsi, masa) if p.bukti == TERINGAT])


def teks_bukti(kode: str) -> str:
    """The words of an evidence mark, such as "belum dicocokkan dengan naskah resmi"."""
    return BUKTI[kode]
