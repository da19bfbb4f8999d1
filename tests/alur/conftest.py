"""The whole story once per session: the Balai's three workbooks generated and filled, and the kecamatan's."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import berkas_contoh

JENIS = ("pk", "rka", "iku")
KANTOR = ("balai-kipm-2024", "kecamatan")


@pytest.fixture(scope="session")
def kosong(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """Blank workbooks by (office, kind)."""
    folder = tmp_path_factory.mktemp("kosong")
    return {
        (kantor, jenis): generate(
            jenis, tahun=2024, profil=berkas_contoh(kantor), out=folder / f"{kantor}-{jenis}.xlsx"
        )
        for kantor in KANTOR
        for jenis in JENIS
    }


@pytest.fixture(scope="session")
def terisi(kosong: dict[tuple[str, str], Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The Balai's workbooks filled with the figures of its manual."""
    folder = tmp_path_factory.mktemp("terisi")
    data = templates() / "contoh" / "balai-kipm-2024"
    return {
        jenis: fill(kosong["balai-kipm-2024", jenis], data / f"{jenis}.toml", folder / f"{jenis}.xlsx")
        for jenis in JENIS
    }
