"""Golden text: what every blank workbook holds stands in the repository, reviewed, and cannot change unseen."""

from __future__ import annotations

import sys
import tomllib
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from kinerja_xl.spec.buku import jenis_tersedia, muat_buku

AKAR = Path(__file__).resolve().parents[2]
EMAS = AKAR / "tests" / "buku" / "emas"


@pytest.fixture(scope="module")
def alat() -> ModuleType:
    letak = util.spec_from_file_location("emas", AKAR / ".ci" / "emas.py")
    assert letak is not None and letak.loader is not None
    modul = util.module_from_spec(letak)
    sys.modules["emas"] = modul
    letak.loader.exec_module(modul)
    return modul


@pytest.fixture(scope="module")
def naskah(alat: ModuleType) -> dict[str, str]:
    return dict(alat.naskah())


@pytest.mark.parametrize("jenis", jenis_tersedia())
def test_the_workbook_is_what_was_reviewed(jenis: str, naskah: dict[str, str]) -> None:
    ada = (EMAS / f"{jenis}.txt").read_text(encoding="utf-8").splitlines()
    beda = [f"{a!r} -> {b!r}" for a, b in zip(ada, naskah[f"{jenis}.txt"].splitlines(), strict=False) if a != b]
    assert beda[:3] == [], "run .ci/emas.py and review the diff"
    assert len(ada) == len(naskah[f"{jenis}.txt"].splitlines())


def test_every_template_version_has_its_number_of_cells_that_come_back(alat: ModuleType) -> None:
    ada = tomllib.loads((EMAS / "jumlah.toml").read_text(encoding="utf-8"))
    assert sorted(ada) == sorted(f"{j}/{muat_buku(j).versi}" for j in jenis_tersedia())
    assert tomllib.loads(alat.jumlah()) == ada


def test_the_golden_text_stays_reviewable() -> None:
    besar = {p.name: p.stat().st_size for p in EMAS.iterdir()}
    assert sum(besar.values()) < 2_000_000
    assert {n for n in besar if n.endswith(".txt")} == {f"{j}.txt" for j in jenis_tersedia()}
