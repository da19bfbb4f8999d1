"""Two thousand seeded changes of the filled workbooks, every kind of document: caught, and nearly all at the cell.

Every operator of bench/mutan_*.py on every role of cell, tables by first, middle and last
row. Also honest files: figures changed within the rules and calculated anew raise no alarm.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count

import pytest

from bench.mutan_alat import CARA
from bench.mutan_buku import semua_jenis
from bench.mutan_jalan import Hitungan, jujur, jumlahkan, sasaran

JUMLAH, JUJUR = 2_000, 75
PER_JENIS = -(-JUMLAH // len(semua_jenis()))
HARUS_SEMUA = 0.999
HARUS_TEPAT = 0.95


@pytest.fixture(scope="module")
def hasil() -> Iterator[dict[str, Hitungan]]:
    """What became of the mutants of each kind; as many processes as there are cores, at most four."""
    with ProcessPoolExecutor(min(4, cpu_count() or 1)) as kolam:
        kerja = {jenis: kolam.submit(sasaran, jenis, PER_JENIS) for jenis in semua_jenis()}
        yield {jenis: satu.result() for jenis, satu in kerja.items()}


def test_every_mutant_is_caught(hasil: dict[str, Hitungan]) -> None:
    semua = jumlahkan(hasil.values())
    dibuat, tertangkap = sum(semua.dibuat.values()), sum(semua.tertangkap.values())
    assert dibuat >= JUMLAH
    assert tertangkap >= HARUS_SEMUA * dibuat, semua.lolos


@pytest.mark.parametrize("jenis", semua_jenis())
def test_nearly_every_finding_names_the_cell(hasil: dict[str, Hitungan], jenis: str) -> None:
    satu = hasil[jenis]
    assert sum(satu.tepat.values()) >= HARUS_TEPAT * sum(satu.dibuat.values()), satu.meleset


def test_every_operator_was_used_and_none_escapes_as_a_class(hasil: dict[str, Hitungan]) -> None:
    semua = jumlahkan(hasil.values())
    assert set(semua.dibuat) == set(CARA)
    assert [n for n in CARA if semua.tertangkap[n] < 0.9 * semua.dibuat[n]] == []


def test_honest_figures_raise_no_alarm() -> None:
    with ProcessPoolExecutor(min(4, cpu_count() or 1)) as kolam:
        kerja = [kolam.submit(jujur, jenis, JUJUR // len(semua_jenis())) for jenis in semua_jenis()]
        assert [alarm for satu in kerja for alarm in satu.result()] == []
