"""LibreOffice recalculates every generated and filled workbook to the values we stored; nothing is an error cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kinerja_xl.core.numerik import dekat
from kinerja_xl.read import baca
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali


def _beda(asli: Path, dihitung: Path) -> list[str]:
    kita, mereka = baca(asli).buku, baca(dihitung).buku
    assert kita is not None
    assert mereka is not None
    manifest = kenali(kita).manifest
    assert manifest is not None
    kiri, kanan = ({lb.nama: lb.sel for lb in buku.lembar} for buku in (kita, mereka))
    beda = []
    for lembar, sel in manifest.setiap("rumus"):
        a, b = kiri[lembar.nama][sel.titik], kanan[lembar.nama].get(sel.titik)
        nilai = b.nilai if b is not None else None
        if b is not None and b.jenis == "e":
            beda.append(f"{lembar.nama}!{sel.titik}: {b.nilai}")
        elif isinstance(a.nilai, (int, float)) and isinstance(nilai, (int, float)):
            if not dekat(a.nilai, nilai):
                beda.append(f"{lembar.nama}!{sel.titik}: {a.nilai} / {nilai}")
        elif (a.nilai or "") != (nilai or ""):
            beda.append(f"{lembar.nama}!{sel.titik}: {a.nilai!r} / {nilai!r}")
    return beda


def test_libreoffice_agrees_on_every_formula_cell(
    kosong: dict[tuple[str, str], Path], terisi: dict[str, Path], hitung_ulang: Callable[..., list[Path]]
) -> None:
    berkas = [*kosong.values(), *terisi.values()]
    hasil = hitung_ulang(berkas)
    assert {satu.name: _beda(satu, lain) for satu, lain in zip(berkas, hasil, strict=True)} == {
        satu.name: [] for satu in berkas
    }


def test_a_workbook_saved_again_by_libreoffice_is_not_refused(
    terisi: dict[str, Path], hitung_ulang: Callable[..., list[Path]]
) -> None:
    for satu in hitung_ulang(list(terisi.values())):
        hasil = verify(str(satu)).files[0]
        assert [(t.code, t.sheet, t.cell) for t in hasil.findings if t.level == "galat"] == []
