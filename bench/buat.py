"""Generation of an office's year against plain openpyxl writing the same cells: `python -m bench.buat [KANTOR]`.

Ours is the whole way: profile, layout, formulas written out, values computed, validations, formats, print setup, file.
openpyxl only gets the finished list of cells (text, numbers, formulas) and writes it: no formats, no values beside the
formulas. CPU seconds and their ratio in one run; a ratio under 1 means ours takes less time for more work.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import openpyxl

from kinerja_xl import __version__
from kinerja_xl.build.buat import Pesanan, buka, generate_set, susun
from kinerja_xl.sop.model import kode_sop
from kinerja_xl.spec.buku import jenis_tersedia, muat_buku
from kinerja_xl.spec.manifest import Manifest, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil, berkas_contoh
from kinerja_xl.spec.profil_perjanjian import kunci_pejabat, profil_pejabat

TAHUN = 2025


@dataclass(frozen=True)
class Baris:
    """One row of the table: workbooks and cells written, CPU seconds of ours and of the peer."""

    jenis: str
    buku: int
    sel: int
    kita: float
    lawan: float


def pesanan(jenis: str, profil: Profil) -> list[Pesanan]:
    """The workbooks of one kind: every official's PK, every SOP form."""
    if jenis == "pk":
        return [Pesanan("pk", "" if k == "pertama" else k) for k in kunci_pejabat(profil)]
    if jenis == "sop":
        return [Pesanan("sop", sop=k) for k in kode_sop()]
    return [Pesanan(jenis)]


def untuk(profil: Profil) -> list[str]:
    """The kinds that `generate all` makes for this office."""
    return [j for j in jenis_tersedia() if muat_buku(j).untuk in ("", profil.instansi.jenis)]


def waktu(kerja: Callable[[], Any]) -> float:
    """CPU seconds of one call."""
    mulai = process_time()
    kerja()
    return process_time() - mulai


def isi(minta: Pesanan, profil: Profil) -> tuple[Manifest, dict[Titik, Any]]:
    """A workbook's manifest and inputs, for the peer."""
    milik = profil_pejabat(profil, minta.pejabat) if minta.pejabat else profil
    manifest, awal = susun(minta.jenis, TAHUN, milik, minta.sop)
    return manifest, dict(terapkan(manifest, awal))


def tulis_polos(manifest: Manifest, masukan: dict[Titik, Any], tujuan: Path) -> None:
    """The same cells with openpyxl, nothing else."""
    buku = openpyxl.Workbook()
    buku.remove(buku.active)
    for lembar in manifest.lembar:
        ws = buku.create_sheet(lembar.nama)
        for sel in lembar.sel:
            nilai = masukan.get((lembar.nama, sel.baris, sel.kolom), sel.nilai)
            ws.cell(sel.baris, sel.kolom, "=" + sel.rumus if sel.peran == "rumus" else nilai)
    buku.save(tujuan)


def ukur(profil: Profil, kerja: Path) -> Iterable[Baris]:
    """Every kind of the office, one after the other in one process as `generate all` does."""
    for jenis in untuk(profil):
        daftar = pesanan(jenis, profil)
        kita = waktu(lambda d=daftar: list(generate_set(d, tahun=TAHUN, profil=profil, out=kerja, timpa=True)))
        siap = [isi(satu, profil) for satu in daftar]
        lawan = waktu(lambda s=siap: [tulis_polos(m, n, kerja / "polos.xlsx") for m, n in s])
        sel = sum(len(lembar.sel) for m, _ in siap for lembar in m.lembar)
        yield Baris(jenis, len(daftar), sel, kita, lawan)


def tabel(baris: list[Baris]) -> str:
    """The markdown table, with a last row for all."""
    semua = Baris(
        "all", sum(b.buku for b in baris), sum(b.sel for b in baris),
        sum(b.kita for b in baris), sum(b.lawan for b in baris),
    )  # fmt: skip
    kepala = (
        f"| kind | workbooks | cells | kinerja-xl {__version__}, CPU s "
        f"| openpyxl {openpyxl.__version__}, CPU s | ratio |"
    )
    garis = "|---|---:|---:|---:|---:|---:|"
    isi_tabel = [
        f"| {b.jenis} | {b.buku} | {b.sel} | {b.kita:.2f} | {b.lawan:.2f} | {b.kita / b.lawan:.2f} |"
        for b in [*baris, semua]
    ]
    return "\n".join([kepala, garis, *isi_tabel])


def main(argumen: list[str]) -> None:
    """Print one table for each example office named (both without arguments)."""
    for nama in argumen or ["kecamatan", "balai-kipm-2024"]:
        profil = buka(berkas_contoh(nama))
        with tempfile.TemporaryDirectory() as kerja:
            print(f"\nFull year {TAHUN} of {nama}\n\n{tabel(list(ukur(profil, Path(kerja))))}")


if __name__ == "__main__":
    main(sys.argv[1:])
