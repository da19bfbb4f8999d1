"""SOP_DURASI as a LAMBDA name: seeded moments, holidays with and without reasons, schedules in times and in texts."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from kinerja_xl.functions import functions

BANYAK = 600
RAMADAN = (
    [["08.00", "15:00", "12.00", "12.30"]] * 4 + [["8:00", "15.30", 11.5 / 24, 12.5 / 24]] + [["", "", "", ""]] * 2
)
ENAM_HARI = [[0.3125, 0.625, "", ""]] * 5 + [["8.00", "9.00", "8.30", "8.45"], ["", "", "", ""]]
SALAH = {
    "pulang sebelum masuk": [["16.00", "07.30", "", ""]] * 7,
    "istirahat separuh": [["07.30", "16.00", "12.00", ""]] * 7,
    "istirahat di luar jam": [["07.30", "16.00", "17.00", "18.00"]] * 7,
    "jam yang tidak ada": [["07.60", "16.00", "", ""]] * 7,
    "bukan jam": [["pagi", "16.00", "", ""]] * 7,
    "angka lebih dari satu hari": [[7.5, 16, "", ""]] * 7,
    "enam baris": [["07.30", "16.00", "", ""]] * 6,
    "tiga kolom": [["07.30", "16.00", ""]] * 7,
}


@pytest.fixture(scope="module")
def alat() -> ModuleType:
    """The calls' harness."""
    if "lambda_uji" not in sys.modules:
        spek = spec_from_file_location("lambda_uji", Path(__file__).with_name("_lambda_uji.py"))
        assert spek is not None and spek.loader is not None
        modul = module_from_spec(spek)
        sys.modules["lambda_uji"] = modul
        spek.loader.exec_module(modul)
    return sys.modules["lambda_uji"]


def _libur(acak: Random, awal: int, akhir: int) -> Any:
    """None, a column of dates (some twice, some blank), or dates with a reason that may be blank."""
    if acak.random() < 0.4:
        return None
    hari = [
        acak.choice([awal + acak.randint(-3, 20), akhir, awal, awal + 0.4, None]) for _ in range(acak.randint(1, 6))
    ]
    alasan = [acak.choice(["Nyepi", None, " "]) for _ in hari]
    lebar = acak.choice([1, 1, 2, 3])
    return [[h, *[acak.choice([None, 5])] * (lebar - 2), *[a] * (lebar > 1)] for h, a in zip(hari, alasan, strict=True)]


def _soal(alat: ModuleType, acak: Random) -> Any:
    mulai = 45000 + acak.random() * 800
    selesai = mulai + acak.random() * acak.choice([0.3, 3, 20, 400]) - acak.choice([0, 0, 0, 0.2])
    if acak.random() < 0.3:  # quarters of an hour meet the edges of work and breaks
        mulai, selesai = round(mulai * 96) / 96, round(selesai * 96) / 96
    masuk = [mulai, selesai, _libur(acak, int(mulai), int(selesai)), acak.choice([None, None, RAMADAN, ENAM_HARI])]
    while masuk[-1] is None:
        masuk.pop()
    return alat.muat_mesin().soal(functions()["SOP_DURASI"], masuk)


def test_working_minutes_are_those_of_the_calendar(alat: ModuleType, tmp_path: Path) -> None:
    acak, uji = Random(2100), alat.muat_mesin()
    daftar = [_soal(alat, acak) for _ in range(BANYAK)]
    hasil = alat.hitung_ironcalc(daftar, tmp_path / "durasi.xlsx")
    beda = [
        f"{satu.asli!r}: Python {satu.python()!r}, LAMBDA {nilai[0]!r}"
        for satu, nilai in zip(daftar, hasil, strict=True)
        if not uji.bandingkan(satu.python(), nilai[0])
    ]
    assert not beda, f"{len(beda)} of {BANYAK} differ\n" + "\n".join(beda[:10])
    assert sum(nilai[0] == alat.GALAT for nilai in hasil) < BANYAK / 5


def test_a_schedule_that_does_not_fit_is_refused(alat: ModuleType, tmp_path: Path) -> None:
    fungsi, uji = functions()["SOP_DURASI"], alat.muat_mesin()
    daftar = [uji.soal(fungsi, [45327.3, 45328.6, None, jadwal]) for jadwal in SALAH.values()]
    hasil = alat.hitung_ironcalc(daftar, tmp_path / "jadwal.xlsx")
    assert dict(zip(SALAH, hasil, strict=True)) == {nama: [alat.GALAT] for nama in SALAH}
    assert {satu.python() for satu in daftar} == {alat.GALAT}
