"""Every kind of document, saved again by LibreOffice, is the honest file it was: nothing is refused, nothing warned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.mutan_buku import bahan, semua_jenis
from kinerja_xl.verify import verify

SUSUNAN = ("BERKAS", "AKTIF", "STR", "RMS", "NIL", "ISI")


def _temuan(berkas: Path) -> set[tuple[str, str, str, str]]:
    return {
        (t.code, t.sheet, t.cell, t.level)
        for t in verify(str(berkas)).files[0].findings
        if t.level != "info" and t.code.partition("-")[0] in SUSUNAN
    }


def test_a_workbook_saved_again_by_libreoffice_raises_no_alarm(
    hitung_ulang: Callable[..., list[Path]], tmp_path: Path
) -> None:
    asli = []
    for jenis in semua_jenis():
        asli.append(tmp_path / f"{jenis}.xlsx")
        asli[-1].write_bytes(bahan(jenis).data)
    beda = {}
    for satu, lain in zip(asli, hitung_ulang(asli), strict=True):
        if lebih := _temuan(lain) - _temuan(satu):
            beda[satu.stem] = sorted(lebih)
    assert beda == {}
