"""Lint of an indicator manual: one small function per truth, registered with the codes it may emit.

lint_manual(manual) reads what the document says (ticks, raw texts, quotations, figures) and never the list of defects
people recorded. Rules marked `lembar` also hold for what staff choose in the IKU workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from kinerja_xl.verify.temuan import Temuan, terjemahkan

if TYPE_CHECKING:
    from kinerja_xl.spec.manual import Manual
    from kinerja_xl.verify.lint_iku.naskah import Naskah

_MODUL = (
    "centang", "hitungan", "angka", "sasaran", "uraian", "bagian_rumus", "rumus", "kelas", "ejaan", "tata_letak",
    "sumber", "aturan_lama", "kelengkapan",
)  # fmt: skip
Aturan = Callable[["Naskah"], Iterator[Temuan]]


@dataclass(frozen=True)
class Terdaftar:
    """A rule: the codes it may emit, and whether the inputs of a workbook decide it."""

    kode: tuple[str, ...]
    fungsi: Aturan
    lembar: bool = False


DAFTAR: list[Terdaftar] = []


def lint(*kode: str, lembar: bool = False) -> Callable[[Aturan], Aturan]:
    """Register a rule with the codes it may emit."""

    def daftar(fungsi: Aturan) -> Aturan:
        DAFTAR.append(Terdaftar(kode, fungsi, lembar))
        return fungsi

    return daftar


def semua_aturan() -> list[Terdaftar]:
    """All rules, in an order that depends on nothing but their codes and names."""
    for nama in _MODUL:
        import_module(f"kinerja_xl.verify.lint_iku.{nama}")
    return sorted(DAFTAR, key=lambda t: (t.kode, t.fungsi.__name__))


def lint_naskah(naskah: Naskah, *, lembar: bool = False) -> Iterator[Temuan]:
    """Findings of every rule (with lembar: of those the inputs of a workbook decide), each place and reading once."""
    lihat = set()
    for aturan in semua_aturan():
        if lembar and not aturan.lembar:
            continue
        for satu in aturan.fungsi(naskah):
            kunci = (satu.code, satu.name, satu.data["baris"], str(satu.data["asli"]))
            if kunci not in lihat:
                lihat.add(kunci)
                yield satu


def lint_manual(manual: Manual, lang: str = "id", *, kecuali: tuple[str, ...] = ()) -> tuple[Temuan, ...]:
    """Every defect a machine can see in a manual, by line of the document, then code.

    data of a finding: indikator (code; absent for the document), kunci (field), baris (0 when unknown), asli, baku,
    lain. kecuali: codes left out. Raises KeyError only if the catalogue and a rule disagree, which a test excludes.
    """
    from kinerja_xl.verify.lint_iku.naskah import Naskah

    ada = (t for t in lint_naskah(Naskah(manual)) if t.code not in kecuali)
    semua = sorted(ada, key=lambda t: (t.data["baris"], t.code, t.name, str(t.data["asli"])))
    return tuple(semua if lang == "id" else (terjemahkan(t, lang) for t in semua))
