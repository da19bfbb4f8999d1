"""What every planning and reporting workbook must be: generated, filled, verified, recalculated, twice the same."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kinerja_xl.build import generate
from kinerja_xl.build.buat import susun
from kinerja_xl.core.numerik import dekat
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.mesin import hitung
from kinerja_xl.read import baca
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil, berkas_contoh, muat_profil
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

KANTOR = ("balai-kipm-2024", "kecamatan")
TAHUN = (2025, 2026)  # of test_semua; 2024 is built by every test of the filled example


def contoh(kantor: str, jenis: str) -> Path:
    """The example data of a document."""
    return templates() / "contoh" / kantor / f"{jenis}.toml"


def buat(kantor: str, jenis: str, folder: Path, tahun: int = 2024) -> Path:
    """A blank workbook."""
    return generate(jenis, tahun=tahun, profil=berkas_contoh(kantor), out=folder / f"{kantor}-{jenis}-{tahun}.xlsx")


def isi(kantor: str, jenis: str, folder: Path) -> Path:
    """The workbook of 2024 filled with its example data."""
    return fill(buat(kantor, jenis, folder), contoh(kantor, jenis), folder / f"{kantor}-{jenis}-isi.xlsx")


def temuan(berkas: Path) -> list[tuple[str, str, str]]:
    """Findings above the level of information: (code, sheet, cell)."""
    return [(t.code, t.sheet, t.cell) for t in verify(str(berkas)).files[0].findings if t.level != "info"]


def sama_bagi_libreoffice(asli: Path, dihitung: Path) -> list[str]:
    """Formula cells where LibreOffice has another value than we stored."""
    kita, mereka = baca(asli).buku, baca(dihitung).buku
    assert kita is not None
    assert mereka is not None
    manifest = kenali(kita).manifest
    assert manifest is not None
    kiri, kanan = ({lb.nama: lb.sel for lb in buku.lembar} for buku in (kita, mereka))
    beda = []
    for lembar, sel in manifest.setiap("rumus"):
        a, b = kiri[lembar.nama][sel.titik].nilai, getattr(kanan[lembar.nama].get(sel.titik), "nilai", None)
        if isinstance(a, (int, float)) and isinstance(b, (int, float)):
            sama = dekat(a, b)
        else:
            sama = (a or "") == (b or "")
        if not sama or (isinstance(b, str) and b.startswith("#")):
            beda.append(f"{lembar.nama}!{sel.titik}: {a!r} / {b!r}")
    return beda


class Buku:
    """A workbook in memory: its manifest, the prefilled inputs, and any result by name or table."""

    def __init__(self, jenis: str, profil: Profil, tahun: int = 2024, data: dict[str, Any] | None = None) -> None:
        self.manifest: Manifest
        self.manifest, awal = susun(jenis, tahun, profil)
        masukan = terapkan(self.manifest, awal)
        masukan.update(terapkan(self.manifest, data or {}))
        self.semua = {**masukan, **hitung(self.manifest, masukan)}
        for lembar, sel in self.manifest.setiap("label"):
            self.semua[lembar.nama, sel.baris, sel.kolom] = sel.nilai

    def __getitem__(self, nama: str) -> Any:
        lembar, sel = self.manifest.sel_bernama[nama]
        return self.semua.get((lembar.nama, *sel.titik))

    def tabel(self, nama: str, kunci: str) -> list[Any]:
        """One column of a table, top to bottom."""
        t = self.manifest.tabel[nama]
        return [self.semua.get((t.lembar, b, t.kolom[kunci])) for b in range(t.baris1, t.baris2 + 1)]


@cache
def profil(kantor: str) -> Profil:
    """An example profile."""
    return muat_profil(berkas_contoh(kantor))


def tanpa(kantor: str, *bagian: str) -> Profil:
    """An example profile without these parts, such as dpa: blank inputs in their place."""
    asal = profil(kantor)
    return replace(asal, bagian={k: v for k, v in asal.bagian.items() if k not in bagian})
