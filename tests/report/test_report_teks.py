"""The report: verdict first, worst first, repeats folded, nothing of the workbook read as markup."""

import json

import pytest

from kinerja_xl.report.json import tulis
from kinerja_xl.report.teks import KATA, teks
from kinerja_xl.verify.laporan import HasilBerkas, Laporan, putusan
from kinerja_xl.verify.temuan import buat

SEL = {"input": 3, "formula": 4, "checked": 4, "unverifiable": 0}
TARGET = {
    "kode": "IK5", "nama": "Indeks", "target": 84, "realisasi": 87, "capaian": 103.57, "polarisasi": "maximize",
    "status": "tercapai",
}  # fmt: skip
HARFIAH = {"target": 1, "realisasi": None, "capaian": None, "polarisasi": "maximize", "status": "belum-ada-realisasi"}


def _laporan(*temuan, **lain):
    isi = HasilBerkas(
        "a.xlsx", "00", "pk", "pk/1.0.0", 2024, "Balai [red]X", putusan(temuan), SEL,
        [{**TARGET, "harfiah": HARFIAH}], [{"status": "tepat"}, {"status": "terlambat"}], temuan,
    )  # fmt: skip
    return Laporan((isi,), **lain)


def _kosong(baris):
    return buat("ISI-01", ("Isi", baris, 2), isian="target")


def test_the_verdict_comes_first_and_the_worst_finding_before_others():
    keluar = teks(_laporan(buat("STR-15", lembar="Isi"), _kosong(2))).splitlines()
    assert keluar[0] == "DITOLAK  a.xlsx"
    assert [b.split()[0] for b in keluar if b.startswith("    ") and b[4] != " " and "-" in b.split()[0]] == [
        "ISI-01", "STR-15",
    ]  # fmt: skip


def test_the_first_three_of_a_kind_are_shown_and_the_rest_counted():
    keluar = teks(_laporan(*[_kosong(b) for b in range(2, 9)]))
    assert keluar.count("belum diisi") == 3
    assert "dan 4 lagi" in keluar
    assert keluar.count("Perbaikan: Isi target.") == 1


def test_text_of_a_workbook_is_neither_markup_nor_control():
    jahat = buat("STR-12", ("Isi", 1, 1), ada="[bold]x[/bold]\x1b[2J", seharusnya="y")
    keluar = teks(_laporan(jahat))
    assert "[bold]x[/bold]" in keluar
    assert "Balai [red]X" in keluar
    assert "\x1b" not in keluar


def test_targets_show_the_literal_reading_beside():
    keluar = teks(_laporan())
    assert "103,57" in keluar
    assert "(harfiah)" in keluar
    assert "1 tepat, 1 terlambat" in keluar


def test_both_languages_have_the_same_words():
    assert set(KATA["id"]) == set(KATA["en"])


@pytest.mark.parametrize(
    ("temuan", "status", "verdict"),
    [
        ((), 0, "lulus"),
        ((buat("TGT-04", ("U", 1, 1), kode="a", indikator="b", target=1),), 0, "lulus"),
        ((buat("STR-15", lembar="Isi"),), 0, "lulus-dengan-peringatan"),
        ((buat("STR-15", lembar="Isi"), _kosong(2)), 1, "ditolak"),
    ],
)
def test_exit_code_and_verdict_follow_the_worst_level(temuan, status, verdict):
    laporan = _laporan(*temuan)
    assert (laporan.exit_code, laporan.files[0].verdict) == (status, verdict)


def test_json_is_utf8_without_escapes_and_stable():
    laporan = _laporan(buat("STR-12", ("Isi", 1, 1), ada="Σ ≥", seharusnya="y"))
    isi = tulis(laporan)
    assert "Σ ≥".encode() in isi
    assert isi == tulis(laporan)
    assert json.loads(isi)["tahun"] == 2024


def test_a_frame_has_one_row_a_finding():
    kerangka = _laporan(_kosong(2), _kosong(3)).to_frame()
    assert list(kerangka["code"]) == ["ISI-01", "ISI-01"]
    assert list(kerangka["cell"]) == ["B2", "B3"]
    assert set(kerangka["path"]) == {"a.xlsx"}
