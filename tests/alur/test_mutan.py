"""Two hundred seeded one-cell mutants of the filled workbooks: every one is caught, nearly all at the cell itself.

An input that no formula computes with (a remark, last year's figure) may be changed by anyone: that is an honest
file, so it is no mutant. The status page only counts blanks and faults.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from kinerja_xl.core.nama import alamat
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.mesin import graf
from kinerja_xl.read import baca
from kinerja_xl.read.buku import Sel
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

BANYAK = {"pk": 80, "rka": 70, "iku": 50}


def _mutan(
    acak: Random, manifest: Manifest, sel: dict[tuple[str, int, int], Sel]
) -> tuple[str, tuple[str, int, int], dict]:
    """One change of one cell: (name, cell, change)."""
    jaring = graf(manifest)
    dibaca = {t for titik in jaring.urutan if titik[0] != "Petunjuk" for t in jaring.tetangga(titik)[0]}
    rumus = [(lb.nama, *s.titik) for lb, s in manifest.setiap("rumus")]
    angka = [t for t in rumus if isinstance(sel[t].nilai, float)]
    label = [
        (lb.nama, *s.titik) for lb, s in manifest.setiap("label") if isinstance(s.nilai, str) and lb.nama != "Info"
    ]
    isian = sorted(t for t in dibaca if isinstance(sel[t].nilai, float)) if dibaca else []
    cara = acak.choice(["konstanta", "rumus", "nilai", "nilai", "label", "isian", "isian", "hapus"])
    if cara == "konstanta":  # the formula is replaced by its own value
        t = acak.choice(rumus)
        return cara, t, {"rumus": None, "nilai": sel[t].nilai or 0.0}
    if cara == "rumus":
        t = acak.choice(angka)
        return cara, t, {"rumus": f"({sel[t].rumus})+0"}
    if cara == "nilai":
        t = acak.choice(angka)
        return cara, t, {"nilai": sel[t].nilai + acak.choice([1, -1, 0.01, 1e-5 * max(1.0, abs(sel[t].nilai))])}
    if cara == "label":
        t = acak.choice(label)
        return cara, t, {"nilai": f"{sel[t].nilai}."}
    if cara == "hapus":
        t = acak.choice(rumus)
        return cara, t, {"rumus": None, "nilai": None}
    t = acak.choice(isian)
    return cara, t, {"nilai": sel[t].nilai + acak.choice([1, -1, 0.5, 10])}


@pytest.mark.parametrize("jenis", list(BANYAK))
def test_every_mutant_is_caught(terisi: dict[str, Path], tmp_path: Path, jenis: str) -> None:
    asli = terisi[jenis].read_bytes()
    buku = baca(asli).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    sel = {(lb.nama, *titik): s for lb in buku.lembar for titik, s in lb.sel.items()}
    acak = Random(f"mutan-{jenis}")
    lolos, tepat = [], 0
    for ke in range(BANYAK[jenis]):
        cara, titik, ubah = _mutan(acak, manifest, sel)
        tempat = (titik[0], alamat(titik[1], titik[2]))
        (tmp_path / "m.xlsx").write_bytes(ganti_sel(asli, {tempat: ubah}))
        laporan = verify(str(tmp_path / "m.xlsx"))
        temuan = [t for t in laporan.files[0].findings if t.level == "galat"]
        if not temuan:
            lolos.append((ke, cara, tempat, ubah))
        tepat += any((t.sheet, t.cell) == tempat or f"{tempat[0]}!{tempat[1]}" in t.message for t in temuan)
    assert lolos == []
    assert tepat >= 0.95 * BANYAK[jenis], f"only {tepat} of {BANYAK[jenis]} name the cell"
