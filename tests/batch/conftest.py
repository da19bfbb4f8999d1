"""Small workbooks, all different, and the folder of this room's helpers on the path."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from _buku_kecil import buat_buku


@pytest.fixture(scope="session")
def kiriman(tmp_path_factory):
    """A folder: 24 workbooks in two folders, two of them alike, an empty file and something that is no workbook."""
    folder = tmp_path_factory.mktemp("kiriman")
    for ke in range(24):
        tujuan = folder / ("utara" if ke % 2 else "selatan")
        tujuan.mkdir(exist_ok=True)
        buat_buku(tujuan / f"kantor-{ke:02d}.xlsx", ke)
    (folder / "kembar.xlsx").write_bytes((folder / "utara" / "kantor-01.xlsx").read_bytes())
    (folder / "kosong.xlsx").write_bytes(b"")
    (folder / "bukan.xlsx").write_bytes(b"nama;nilai\nA;1\n")
    (folder / "foto.jpg").write_bytes(b"x")
    return folder
