"""Durations in Python and as formulas of a Kalender sheet: the same minutes in two calculation engines.

One small workbook is laid out as a person would see it (schedule, a row per date, pairs of moments); both engines
compute it, and SOP_DURASI gets the very same cells.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat
from kinerja_xl.core.rumus import Rentang
from kinerja_xl.core.serial import ke_serial
from kinerja_xl.functions import call
from kinerja_xl.sop import rumus_kalender
from kinerja_xl.sop.jam_kerja import jadwal_bawaan, sebagai_pecahan

AWAL, HARI = date(2024, 1, 29), 77
LIBUR = {date(2024, 2, 8): "Isra Mikraj", date(2024, 2, 9): "Cuti bersama", date(2024, 3, 11): "Nyepi"}
JADWAL = {
    "biasa": sebagai_pecahan(jadwal_bawaan()),
    "ramadan": sebagai_pecahan(jadwal_bawaan("ramadan")),
    "samarinda": [(7.5 / 24, 16 / 24, None, None)] * 4 + [(7.5 / 24, 11 / 24, None, None)] + [(None,) * 4] * 2,
    "enam hari": [(8 / 24, 14.25 / 24, None, None)] * 6 + [(None,) * 4],
    "sehari penuh": [(0, 1, 12 / 24, 13 / 24)] * 7,
}
GALAT = "galat"
BOLEH = {
    "IF",
    "AND",
    "OR",
    "ISNUMBER",
    "ISERROR",
    "LEN",
    "TRIM",
    "INT",
    "ROUND",
    "MIN",
    "MAX",
    "INDEX",
    "WEEKDAY",
    "NA",
}

# Columns of the sheet "K": schedule A-D with minutes in E (rows 1-7); dates G, reasons H, minutes I, cumulative J;
# moments L and M, positions N and O, duration P, duration in one cell Q.
KALENDER = rumus_kalender.lembar_kalender(
    f"'K'!$G$1:$G${HARI}", f"'K'!$I$1:$I${HARI}", f"'K'!$J$1:$J${HARI}", "'K'!$A$1:$D$7"
)
MENIT_JADWAL = "'K'!$E$1:$E$7"


def saat_acak(banyak: int, benih: int) -> list[tuple[float, float]]:
    """Pairs of moments to the second: at random, at the edges of hours and breaks, on Fridays and around holidays."""
    acak = Random(benih)
    tepi = (0, 449, 450, 451, 480, 660, 690, 719, 720, 750, 780, 781, 855, 900, 930, 960, 990, 1439)
    penting = (4, 5, 6, 9, 10, 11, 41, 42, 43)

    def satu() -> float:
        hari = acak.choice(penting) if acak.random() < 0.4 else acak.randrange(HARI)
        detik = acak.choice(tepi) * 60 if acak.random() < 0.5 else acak.randrange(86400)
        return ke_serial(datetime(AWAL.year, AWAL.month, AWAL.day) + timedelta(days=hari, seconds=detik))

    return [tuple(sorted((satu(), satu()))) for _ in range(banyak)]  # type: ignore[misc]


def lembar(jadwal: Any, pasangan: list[tuple[Any, Any]]) -> tuple[dict[str, Any], dict[str, str]]:
    """Values and formulas of the sheet by address."""
    nilai: dict[str, Any] = {}
    rumus: dict[str, str] = {}
    for b, baris in enumerate(jadwal, 1):
        nilai.update({f"{k}{b}": n for k, n in zip("ABCD", baris, strict=True) if n is not None})
        rumus[f"E{b}"] = rumus_kalender.menit_jadwal(*(f"{k}{b}" for k in "ABCD"))
    for b in range(1, HARI + 1):
        hari = AWAL + timedelta(b - 1)
        nilai[f"G{b}"] = ke_serial(hari)
        if hari in LIBUR:
            nilai[f"H{b}"] = LIBUR[hari]
        rumus[f"I{b}"] = rumus_kalender.menit_tanggal(f"G{b}", f"H{b}", MENIT_JADWAL)
        rumus[f"J{b}"] = rumus_kalender.kumulatif(*((f"J{b - 1}", f"I{b - 1}") if b > 1 else ()))
    for b, (mulai, selesai) in enumerate(pasangan, 1):
        nilai.update({f"{k}{b}": n for k, n in (("L", mulai), ("M", selesai)) if n is not None})
        rumus[f"N{b}"] = rumus_kalender.posisi(f"L{b}", KALENDER)
        rumus[f"O{b}"] = rumus_kalender.posisi(f"M{b}", KALENDER)
        rumus[f"P{b}"] = rumus_kalender.durasi(f"L{b}", f"M{b}", f"N{b}", f"O{b}")
        rumus[f"Q{b}"] = rumus_kalender.durasi_langsung(f"L{b}", f"M{b}", KALENDER)
    return nilai, rumus


def formualizer(nilai: dict[str, Any], rumus: dict[str, str]) -> dict[str, Any]:
    import formualizer as fz

    buku = fz.Workbook()
    buku.add_sheet("K")
    for tempat, isi in nilai.items():
        buku.set_value("K", *_letak(tempat), isi)
    for tempat, isi in rumus.items():
        buku.set_formula("K", *_letak(tempat), "=" + isi)
    buku.evaluate_all()
    hasil = {tempat: buku.evaluate_cell("K", *_letak(tempat)) for tempat in rumus}
    return {t: GALAT if isinstance(n, dict) and n.get("type") == "Error" else n for t, n in hasil.items()}


def _letak(tempat: str) -> tuple[int, int]:
    satu = Rentang(tempat)
    return satu.baris1, satu.kolom1


@cache
def _terurai(isi: str) -> Any:
    import formulas

    return formulas.Parser().ast("=" + isi)[1].compile()


def formulas_(nilai: dict[str, Any], rumus: dict[str, str]) -> dict[str, Any]:
    """Cell by cell in the order of writing; a formula is compiled once, over row 1, and fed the cells of each row."""
    import numpy as np
    from formulas.functions import XlError
    from formulas.ranges import Ranges
    from schedula import EMPTY

    semua: dict[str, Any] = dict(nilai)
    for tempat, isi in rumus.items():
        baris = int(re.sub("[A-Z]", "", tempat))
        geser = baris - 1 if tempat[0] in "EI" or tempat[0] in "NOPQ" else 0
        fungsi = _terurai(re.sub(rf"(?<![$A-Z0-9])([A-Z]){baris}(?![0-9])", r"\g<1>1", isi) if geser else isi)
        masukan = []
        for nama in fungsi.inputs.values():
            ref = nama.ranges[0]
            mutlak = ref["r1"] != ref["r2"] or ref["n1"] != ref["n2"] or ("sheet" in ref and ref["sheet"])
            turun = 0 if mutlak else geser
            kotak = [
                [semua.get(alamat(b + turun, k)) for k in range(ref["n1"], ref["n2"] + 1)]
                for b in range(int(ref["r1"]), int(ref["r2"]) + 1)
            ]
            kotak = [[EMPTY if n is None else XlError("#N/A") if n == GALAT else n for n in b] for b in kotak]
            masukan.append(Ranges().set_value(ref, np.array(kotak, dtype=object)))
        hasil = np.asarray(fungsi(*masukan), dtype=object).ravel()[0]
        semua[tempat] = (
            GALAT if isinstance(hasil, XlError) else hasil.item() if isinstance(hasil, np.generic) else hasil
        )
    return {tempat: semua[tempat] for tempat in rumus}


def resmi(mulai: Any, selesai: Any, jadwal: Any) -> Any:
    """What SOP_DURASI says of the same cells."""
    libur = [[ke_serial(h), LIBUR.get(h)] for h in (AWAL + timedelta(n) for n in range(HARI))]
    try:
        hasil = call("SOP_DURASI", mulai, selesai, libur, [list(b) for b in jadwal])
    except KinerjaError:
        return GALAT
    return "" if hasil is None else hasil


MESIN = {"formualizer": (formualizer, 120), "formulas": (formulas_, 40)}


@pytest.mark.parametrize("nama", JADWAL)
@pytest.mark.parametrize("mesin", MESIN)
def test_the_sheet_computes_the_durations_of_the_rule(mesin: str, nama: str) -> None:
    hitung, banyak = MESIN[mesin]
    pasangan = saat_acak(banyak, benih=len(nama))
    hasil = hitung(*lembar(JADWAL[nama], pasangan))
    beda = [
        (mulai, selesai, hasil[f"P{b}"], hasil[f"Q{b}"], harus)
        for b, (mulai, selesai) in enumerate(pasangan, 1)
        if not (hasil[f"P{b}"] == hasil[f"Q{b}"] == (harus := resmi(mulai, selesai, JADWAL[nama])))
    ]
    assert beda == []


@pytest.mark.parametrize("mesin", MESIN)
def test_the_minutes_of_the_sheet_are_those_of_the_regulation(mesin: str) -> None:
    hasil = MESIN[mesin][0](*lembar(JADWAL["biasa"], []))
    assert [hasil[f"E{b}"] for b in range(1, 8)] == [450] * 5 + [0, 0]
    minggu_libur = [hasil[f"I{b}"] for b in range(8, 15)]
    assert minggu_libur == [450, 450, 450, 0, 0, 0, 0]
    assert (hasil["J1"], hasil["J8"], hasil["J15"]) == (0, 2250, 3600)


@pytest.mark.parametrize("mesin", MESIN)
def test_blank_foreign_and_reversed_moments_are_told_apart(mesin: str) -> None:
    senin = ke_serial(datetime(2024, 2, 5, 8))
    pasangan = [
        (None, None), (senin, None), (None, senin), (senin, ke_serial(datetime(2025, 1, 2, 8))),
        (ke_serial(datetime(2023, 12, 29, 8)), senin), (senin, ke_serial(datetime(2024, 2, 5, 7))), ("segera", senin),
        (senin, senin), (ke_serial(datetime(2024, 2, 10, 10)), ke_serial(datetime(2024, 2, 10, 9))),
    ]  # fmt: skip
    hasil = MESIN[mesin][0](*lembar(JADWAL["biasa"], pasangan))
    for kolom in "PQ":
        ada = [hasil[f"{kolom}{b}"] for b in range(1, len(pasangan) + 1)]
        assert ada == ["", "", "", "", "", GALAT, GALAT, 0, GALAT]


def test_a_moment_outside_the_calendar_can_be_found() -> None:
    saat = [ke_serial(datetime(2024, 1, 28, 23, 59)), ke_serial(datetime(2024, 1, 29)), None, "segera"]
    saat += [ke_serial(datetime(2024, 4, 14, 23, 59)), ke_serial(datetime(2024, 4, 15))]
    nilai, rumus = lembar(JADWAL["biasa"], [])
    for b, satu in enumerate(saat, 1):
        nilai[f"L{b}"] = satu
        rumus[f"R{b}"] = rumus_kalender.di_luar(f"L{b}", KALENDER)
    hasil = formualizer({t: n for t, n in nilai.items() if n is not None}, rumus)
    assert [hasil[f"R{b}"] for b in range(1, 7)] == [True, False, False, False, False, True]


@pytest.mark.parametrize("mesin", MESIN)
@pytest.mark.parametrize(
    "baris",
    [(0.7, 0.3, None, None), (0.3, None, None, None), (None, None, 0.5, 0.6), (0.3, 0.7, 0.5, None),
     (0.3, 0.7, 0.6, 0.5), (0.3, 0.7, 0.65, 0.75), (0.3, 0.7, 0.2, 0.5), (0.3, 1.2, None, None),
     ("pagi", 0.7, None, None), (0.3, 0.7, "siang", 0.6), (-0.1, 0.7, None, None), (0.3, 0.3, None, None)],
)  # fmt: skip
def test_a_wrong_day_of_the_schedule_is_an_error_in_the_sheet_and_in_python(mesin: str, baris: Any) -> None:
    jadwal = [baris, *JADWAL["biasa"][1:]]
    senin = ke_serial(datetime(2024, 2, 5, 8)), ke_serial(datetime(2024, 2, 5, 9))
    hasil = MESIN[mesin][0](*lembar(jadwal, [senin]))
    assert hasil["E1"] == hasil["P1"] == hasil["Q1"] == GALAT == resmi(*senin, jadwal)


def test_a_schedule_without_hours_is_an_error_of_the_sheet() -> None:
    senin = ke_serial(datetime(2024, 2, 5, 8)), ke_serial(datetime(2024, 2, 5, 9))
    assert formualizer(*lembar([(None,) * 4] * 7, [senin]))["P1"] == GALAT


def test_the_pieces_use_only_functions_that_every_spreadsheet_has() -> None:
    _, rumus = lembar(JADWAL["biasa"], [(1, 2)])
    for isi in rumus.values():
        polos = re.sub(r'"[^"]*"', "", isi)
        assert set(re.findall(r"([A-Z][A-Z0-9.]*)\(", polos)) <= BOLEH
        assert len(isi) < 8000


def test_libreoffice_computes_the_durations_of_the_rule(hitung_ulang: Any, tmp_path: Path) -> None:
    import openpyxl
    import xlsxwriter

    semua = {nama: (jadwal, saat_acak(300, benih=len(nama))) for nama, jadwal in JADWAL.items()}
    berkas = []
    for nama, (jadwal, pasangan) in semua.items():
        berkas.append(tmp_path / f"{nama}.xlsx")
        with xlsxwriter.Workbook(berkas[-1]) as buku:
            nilai, rumus = lembar(jadwal, pasangan)
            kerja = buku.add_worksheet("K")
            for tempat, isi in nilai.items():
                kerja.write(tempat, isi)
            for tempat, isi in rumus.items():
                kerja.write_formula(tempat, "=" + isi)
    for (jadwal, pasangan), salinan in zip(semua.values(), hitung_ulang(berkas), strict=True):
        kerja = openpyxl.load_workbook(salinan, data_only=True)["K"]
        ada = [(kerja[f"P{b}"].value, kerja[f"Q{b}"].value) for b in range(1, len(pasangan) + 1)]
        harus = [resmi(mulai, selesai, jadwal) for mulai, selesai in pasangan]
        assert ada == [(n, n) for n in harus]
