"""Pytest under test, and a folder of submissions for it: small workbooks of nobody's template, for many runs."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest


def _buku(isi: object) -> bytes:
    buku = openpyxl.Workbook()
    buku.active["A1"] = isi
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


@pytest.fixture(scope="session")
def buku() -> dict[str, bytes]:
    """One with a peringatan (BERKAS-38, an archive comment), one with a galat (AKTIF-03, DDE), a renamed CSV."""
    jujur = _buku(5)[:-2] + b"\x07\x00catatan"
    return {"jujur": jujur, "rusak": _buku("=cmd|'/C calc'!A0"), "palsu": b"a;b\n1;2\n"}


@pytest.fixture
def kiriman(pytester: pytest.Pytester, buku: dict[str, bytes]) -> Path:
    """kiriman/camat-a/pk.xlsx, camat-b/pk.xlsx (galat), camat-b/palsu.xlsx (CSV), a picture and a lock file."""
    for nama, isi in (
        ("camat-a/pk.xlsx", buku["jujur"]), ("camat-b/pk.xlsx", buku["rusak"]), ("camat-b/palsu.xlsx", buku["palsu"]),
        ("camat-b/foto.jpg", b"x"), ("camat-b/~$pk.xlsx", b"x"),
    ):  # fmt: skip
        jalur = pytester.path / "kiriman" / nama
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_bytes(isi)
    pytester.makepyfile(test_biasa="def test_satu():\n    pass\n")
    return pytester.path / "kiriman"
