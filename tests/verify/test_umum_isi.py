"""What was typed into an office's own spreadsheet, and values of indicators recognised in it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from _umum_uji import hasil, kolom, temuan

from kinerja_xl.verify.tulisan import angka_teks, jam_teks, tanggal_teks

PERSEN, TANGGAL = 1, 2
RATA = (3.0, 3.2, 3.4, 3.6, 3.8, 4.0, 3.0, 3.2, 3.4)  # averages of five answers each, chosen so that they are exact


@pytest.mark.parametrize(("teks", "nilai", "lain"), [
    ("97,5", 97.5, None), ("97.5", 97.5, None), ("1.250.000", 1_250_000, None), ("Rp 1.250.000,00", 1_250_000, None),
    ("Rp1.250,-", 1250, None), ("1.234", 1234, 1.234), ("0.975", 0.975, None), ("97,5 %", 97.5, None),
    ("84 persen", 84, None), ("72\u00a0", 72, None), ("７２", 72, None), ("-3", -3, None),
    ("1,250,000.5", 1_250_000.5, None),
    ("1 250 000", 1_250_000, None), ("12\u200b", 12, None),
])  # fmt: skip
def test_numbers_as_people_write_them(teks: str, nilai: float, lain: float | None) -> None:
    satu = angka_teks(teks)
    assert satu is not None
    assert (satu.nilai, satu.lain) == (nilai, lain)


@pytest.mark.parametrize(
    "teks", ["", "abc", "5.1.2", "1.2.3.4", "12 orang", "1/9", "2025-01-31", "1" * 90, "1,2,3", "IK5"]
)
def test_other_texts_are_no_numbers(teks: str) -> None:
    assert angka_teks(teks) is None


@pytest.mark.parametrize("teks", ["31 Januari 2025", "31-1-2025", "31/01/2025", "31.1.25", "Jumat, 31 Jan 2025",
                                  "2025-01-31", "31 januari 2025 pukul 08.00 WIB", "31 JANUARI 2025"])  # fmt: skip
def test_dates_as_people_write_them(teks: str) -> None:
    assert tanggal_teks(teks) == date(2025, 1, 31)


@pytest.mark.parametrize("teks", ["31-2-2025", "Januari 2025", "1.250", "31 Foo 2025", "13-13-2025", "5.1.2.3"])
def test_other_texts_are_no_dates(teks: str) -> None:
    assert tanggal_teks(teks) is None


@pytest.mark.parametrize(("teks", "jam"), [
    ("08.00", (8, 0)), ("pukul 8:30 WITA", (8, 30)), ("5/2/2024 16.15", (16, 15)), ("25.00", None), ("8", None),
    ("1.250", None),
])  # fmt: skip
def test_times_as_people_write_them(teks: str, jam: tuple[int, int] | None) -> None:
    assert jam_teks(teks) == jam


def test_a_text_that_a_sum_passes_over_is_told() -> None:
    satu = hasil({**kolom("B", 2, "1.250.000", 5, 6), "B5": ("=SUM(B2:B4)", 11)})
    (teks,) = (t for t in satu.findings if t.code == "ISI-20")
    assert (teks.cell, teks.level) == ("B2", "peringatan")
    assert "1250000" in teks.message and "melewatinya" in teks.message


def test_a_text_among_numbers_is_told_but_no_code_or_outline() -> None:
    assert temuan({"B1": "Jumlah", **kolom("B", 2, 5, 6, "7,5", 8)}) == [("ISI-20", "B4")]
    assert temuan({"B1": "Kode", **kolom("B", 2, 5, 6, "7,5", 8)}) == []
    assert temuan({"B1": "Uraian", **kolom("B", 2, 1, 2, "2.1", 3, 4)}) == []
    assert temuan({"B1": "NIK", **kolom("B", 2, "0123", "0456", "0789")}) == []
    assert temuan({"A1": "Unsur", "B1": "1", **kolom("B", 2, 5, 6, 7, 8)}) == []


def test_a_text_date_among_dates_is_told() -> None:
    isi: dict[str, Any] = {f"B{b}": (None, 45000 + b, TANGGAL) for b in range(2, 6)}
    assert temuan({"B1": "Tanggal", **isi, "B6": "31 Januari 2025"}) == [("ISI-21", "B6")]
    assert temuan({"B1": "Tanggal", **kolom("B", 2, "30 Januari 2025", "31 Januari 2025")}) == []


def test_a_percentage_on_another_scale_is_told() -> None:
    angka = (97.5, 88, 91, 79.5, 0.975)
    satu = hasil({"B1": "Capaian (%)", **kolom("B", 2, *angka)})
    (skala,) = (t for t in satu.findings if t.code == "ISI-22")
    assert (skala.cell, skala.data["satu"]) == ("B6", 97.5)
    assert temuan({"B1": "Capaian (%)", **kolom("B", 2, 97.5, 88, 91, 79.5, 1)}) == []
    assert temuan({"B1": "Jumlah dokumen", **kolom("B", 2, 97, 88, 91, 79, 0.9)}) == []
    campur = {**kolom("B", 2, 97, 88, 91, 79), "B6": (None, 0.9, PERSEN)}
    assert temuan({"B1": "Hasil", **campur}) == [("ISI-22", "B6")]


@pytest.mark.parametrize(("bobot", "kode"), [
    ((0.111,) * 9, "ISI-23"), ((30, 30, 15, 20), "ISI-23"), ((30, 30, 15, 25), ""), ((0.3, 0.3, 0.15, 0.25), ""),
    ((60, 40, 30, 30, 40), ""), ((1, 2, 3), ""), ((30, 30, 15, 20, 95), "ISI-23"), ((30, 30, 40, 100), ""),
])  # fmt: skip
def test_weights_add_up(bobot: tuple[float, ...], kode: str) -> None:
    kode_ada = [k for k, _ in temuan({"B1": "Bobot", **kolom("B", 2, *bobot)})]
    assert kode_ada == ([kode] if kode else [])


def _survei(nilai: Any, rumus: str) -> dict[str, Any]:
    """Five answers to each of nine unsur in B3:J7 with the averages above, and a score below."""
    isi: dict[str, Any] = {"A2": "Responden", **{f"{h}2": f"U{k}" for k, h in enumerate("BCDEFGHIJ", 1)}}
    for h, rata in zip("BCDEFGHIJ", RATA, strict=True):
        empat = round(rata * 5) - 15
        isi |= {f"{h}{b}": 4 if b - 3 < empat else 3 for b in range(3, 8)}
        isi[f"{h}9"] = (f"=AVERAGE({h}3:{h}7)", rata)
    return isi | {"A9": "NRR", "A10": "Nilai IKM", "B10": (rumus, nilai)}


def _ikm(bobot: Fraction) -> float:
    return float(sum(Fraction(str(n)) for n in RATA) * bobot * 25)


def test_a_survey_by_the_rule_is_recognised() -> None:
    satu = hasil(_survei(_ikm(Fraction(1, 9)), "=AVERAGE(B9:J9)*25"))
    assert [(t.code, t.cell, t.level) for t in satu.findings if t.code != "STR-01"] == [("KEB-21", "B10", "info")]
    assert "Data!B3:J7" in satu.findings[-1].message


def test_one_answer_typed_as_text_is_a_hole_and_the_survey_is_still_recognised() -> None:
    isi = _survei(None, "=AVERAGE(B9:J9)*25") | {"B5": "3"}
    isi["B9"] = ("=AVERAGE(B3:B7)", 3.0)  # the other four answers are 3 too
    isi["B10"] = ("=AVERAGE(B9:J9)*25", _ikm(Fraction(1, 9)))
    assert temuan(isi) == [("ISI-20", "B5"), ("KEB-21", "B10")]


def test_a_survey_by_a_rounded_weight_is_named_with_the_official_value() -> None:
    satu = hasil(_survei(_ikm(Fraction("0.111")), "=SUM(B9:J9)*0.111*25"))
    menurut = {t.code: t for t in satu.findings if t.code.startswith("KEB")}
    assert set(menurut) == {"KEB-01", "KEB-20"}
    assert menurut["KEB-01"].data["kode_resep"] == ["bobot-0,111"]
    assert menurut["KEB-01"].data["resmi"] == pytest.approx(_ikm(Fraction(1, 9)), abs=5e-10)
    assert menurut["KEB-20"].data["resmi"] == "1/9"
    assert "PermenPANRB 14/2017" in menurut["KEB-20"].rujukan


def test_a_score_that_nothing_gives_is_told_only_under_its_name() -> None:
    isi = _survei(83.3, "=AVERAGE(B9:J9)*24.5")
    assert "KEB-22" in [t.code for t in hasil(isi).findings]
    isi["A10"] = "Angka lain"
    assert "KEB-22" not in [t.code for t in hasil(isi).findings]


def test_the_weight_of_tax_is_no_weight_of_a_survey() -> None:
    assert temuan({"A1": "PPN", "B1": 200, "C1": ("=B1*0.11", 22)}) == [("RMS-27", "C1")]


def test_nine_cells_with_a_rounded_weight_are_told() -> None:
    baris = {f"{h}3": 0.111 for h in "BCDEFGHIJ"}
    assert temuan({"A1": "Survei kepuasan", "A3": "Bobot", **baris}) == [("KEB-20", "B3")]
    assert temuan({"A1": "Suku bunga", **baris}) == []


def _capaian(*baris: tuple[float, float, str, str, float]) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "A1": "Indikator",
        "B1": "Polarisasi",
        "C1": "Target",
        "D1": "Realisasi",
        "E1": "Capaian (%)",
    }
    for b, (t, r, arah, rumus, nilai) in enumerate(baris, 2):
        isi |= {f"A{b}": f"Indikator {b}", f"B{b}": arah, f"C{b}": t, f"D{b}": r, f"E{b}": (rumus.format(b=b), nilai)}
    return isi


@pytest.mark.parametrize(("baris", "kode"), [
    ((80, 60, "Maximize", "=D{b}/C{b}*100", 75), "KEB-21"),
    ((80, 120, "Maximize", "=D{b}/C{b}*100", 150), "KEB-06"),
    ((80, 120, "Maximize", "=MIN(120,D{b}/C{b}*100)", 120), "KEB-21"),
    ((10, 15, "Minimize", "=D{b}/C{b}*100", 150), "KEB-05"),
    ((10, 8, "Minimize", "=C{b}/D{b}*100", 125), "KEB-05"),
    ((10, 12, "Minimize", "=(2*C{b}-D{b})/C{b}*100", 80), "KEB-21"),
    ((80, 60, "", "=D{b}/C{b}*100", 75), "KEB-21"),
])  # fmt: skip
def test_capaian_is_held_against_its_rule(baris: tuple[Any, ...], kode: str) -> None:
    ada = [(k, c) for k, c in temuan(_capaian(baris)) if k.startswith("KEB")]
    assert ada == [(kode, "E2")]


def test_a_minimize_row_among_maximize_rows_is_by_the_rule() -> None:
    maks = (80, 60, "Maximize", "=D{b}/C{b}*100", 75)
    mini = (10, 12, "Minimize", "=(2*C{b}-D{b})/C{b}*100", 80)
    assert temuan(_capaian(maks, maks, mini, maks, maks)) == [("KEB-21", "E2")]


def test_a_capaian_shown_as_percentage_is_recognised() -> None:
    isi = _capaian((80, 60, "Maximize", "=D{b}/C{b}", 0.75))
    isi["E2"] = ("=D2/C2", 0.75, PERSEN)
    assert [k for k, _ in temuan(isi) if k.startswith("KEB")] == ["KEB-21"]


KOMPONEN = ("Revisi DIPA", "Deviasi Halaman III DIPA", "Penyerapan Anggaran", "Belanja Kontraktual",
            "Penyelesaian Tagihan", "Pengelolaan UP dan TUP", "Capaian Output")  # fmt: skip
BOBOT_2024 = (10, 15, 20, 10, 10, 10, 25)


def _ikpa(bobot: tuple[float, ...], nilai: float) -> dict[str, Any]:
    skor = (100, 90, 80, 100, 100, 100, 90)
    isi: dict[str, Any] = {"A2": "Indikator", "B2": "Bobot", "C2": "Nilai", "D2": "Nilai akhir"}
    for b, (k, w, s) in enumerate(zip(KOMPONEN, bobot, skor, strict=True), 3):
        isi |= {f"A{b}": k, f"B{b}": w, f"C{b}": s, f"D{b}": (f"=B{b}*C{b}/100", w * s / 100)}
    return isi | {"A11": "Nilai IKPA", "D11": ("=SUM(D3:D9)", nilai)}


def test_an_index_with_its_weights_is_recognised() -> None:
    assert temuan(_ikpa(BOBOT_2024, 92.0), tahun=2024) == [("KEB-21", "D11")]


def test_weights_that_are_not_the_rules_are_told_with_the_version() -> None:
    satu = hasil(_ikpa((10, 10, 25, 10, 10, 10, 25), 92.5), tahun=2024)
    (bobot,) = (t for t in satu.findings if t.code == "KEB-23")
    assert (bobot.cell, bobot.data["ada"], bobot.data["resmi"]) == ("B4", 10, 15)
    assert "PER-5/PB/2024" in bobot.message
