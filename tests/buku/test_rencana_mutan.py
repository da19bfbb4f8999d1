"""Seeded one-cell mutants of the filled planning and reporting workbooks: each is caught at the cell itself."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from _rencana_uji import isi

from kinerja_xl.core.nama import alamat
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.read import baca
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

JENIS = (
    "laporan-bulanan", "laporan-semesteran", "laporan-tahunan", "sakip", "renja", "renstra", "rka-satker",
)  # fmt: skip
BANYAK = 6


@pytest.mark.parametrize("jenis", JENIS)
def test_every_mutant_is_caught_at_its_cell(jenis: str, tmp_path: Path) -> None:
    asli = isi("balai-kipm-2024", jenis, tmp_path).read_bytes()
    buku = baca(asli).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    sel = {(lb.nama, *titik): s for lb in buku.lembar for titik, s in lb.sel.items()}
    rumus = [(lb.nama, *s.titik) for lb, s in manifest.setiap("rumus")]
    angka = [t for t in rumus if isinstance(sel[t].nilai, float)]
    label = [(m.nama, *s.titik) for m, s in manifest.setiap("label") if isinstance(s.nilai, str) and m.nama != "Info"]
    acak = Random(f"mutan-{jenis}")
    for ke in range(BANYAK):
        titik = acak.choice((angka, rumus, label)[ke % 3])
        ubah = ({"nilai": (sel[titik].nilai or 0.0) + 1} if ke % 3 == 0 else
                {"rumus": None, "nilai": None} if ke % 3 == 1 else {"nilai": f"{sel[titik].nilai}."})  # fmt: skip
        tempat = (titik[0], alamat(titik[1], titik[2]))
        (tmp_path / "m.xlsx").write_bytes(ganti_sel(asli, {tempat: ubah}))
        temuan = [t for t in verify(str(tmp_path / "m.xlsx")).files[0].findings if t.level == "galat"]
        assert any((t.sheet, t.cell) == tempat or f"{tempat[0]}!{tempat[1]}" in t.message for t in temuan), tempat
