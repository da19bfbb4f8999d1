"""The report: verdict first, worst first, repeats folded, nothing of the workbook read as markup."""

import io
import json
import re
from dataclasses import replace

import pytest
from rich.console import Console

from kinerja_xl.report.json import tulis
from kinerja_xl.report.teks import KATA, MAKS_RINCI, cetak, teks
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


def _layar(laporan, lebar):
    """What a terminal of some width shows."""
    tujuan = io.StringIO()
    cetak(laporan, Console(file=tujuan, width=lebar, force_terminal=True, color_system=None, legacy_windows=False))
    return tujuan.getvalue().splitlines()


@pytest.mark.parametrize("lebar", [40, 60, 80, 132])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(lebar):
    temuan = [buat("STR-12", ("Isi", b, 1), ada="kata " * 20, seharusnya="lain " * 20) for b in range(1, 3)]
    isi = replace(_laporan(*temuan).files[0], targets=[{**TARGET, "nama": "Indeks kepuasan atas layanan " * 3}])
    baris = _layar(Laporan((isi, replace(isi, path="folder/panjang/" * 6 + "b.xlsx"))), lebar)
    assert [b for b in baris if len(b) > lebar] == []
    satu = " ".join(" ".join(baris).split())
    assert satu.count("lain lain") >= 2 and "103,57" in satu and "b.xlsx" in satu
    assert "tercapai" in satu


def test_a_narrow_terminal_gives_a_target_two_lines():
    baris = _layar(_laporan(), 50)
    assert "    IK5  Indeks" in baris
    assert "      target 84, realisasi 87, capaian 103,57:" in baris


def test_lines_for_a_file_or_a_log_are_not_folded():
    panjang = buat("STR-12", ("Isi", 1, 1), ada="kata " * 23, seharusnya="lain " * 23)
    assert max(map(len, teks(_laporan(panjang), lebar=60).splitlines())) > 200


@pytest.mark.parametrize(
    "jahat",
    ["::error file=x::y", "  ::warning::y", "##[error]y", "##vso[task.complete result=Failed;]", "##teamcity[x]",
     "a\n::error::y", "\r::error::y", "\x1b]0;judul\x07", "\x1b[2J"],
)  # fmt: skip
def test_no_text_of_a_workbook_gives_an_order_to_a_ci_service_or_terminal(jahat):
    temuan = buat("STR-12", (jahat, 1, 1), ada=jahat, seharusnya=jahat)
    isi = replace(_laporan(temuan).files[0], path=f"{jahat}.xlsx", instansi=jahat, template=jahat,
                  targets=[{**TARGET, "kode": jahat, "nama": jahat, "realisasi": jahat}])  # fmt: skip
    for baris in [*teks(Laporan((isi, isi))).splitlines(), *_layar(Laporan((isi, isi)), 40)]:
        assert not baris.lstrip().startswith("::")
        assert not re.search(r"##\[|##vso\[|##teamcity\[|[\x00-\x1f\x7f]", baris)


def _banyak(n):
    dasar = _laporan(_kosong(2), buat("STR-15", lembar="Isi")).files[0]
    baik = replace(_laporan().files[0], verdict="lulus", findings=())
    return Laporan(tuple(replace(dasar if k % 2 else baik, path=f"kantor-{k:03d}.xlsx") for k in range(n)), 2)


def test_many_files_end_in_a_table_of_verdicts_and_the_findings_that_return_most():
    keluar = teks(_banyak(6))
    ringkas = keluar[keluar.index("Ringkasan") :].splitlines()
    assert ringkas[1].split() == ["Putusan", "Berkas", "galat", "peringatan", "info"]
    assert [b.split()[0] for b in ringkas[2:8]] == ["DITOLAK"] * 3 + ["LULUS"] * 3
    assert ringkas[2].split()[1:] == ["kantor-001.xlsx", "1", "1", "0"]
    assert "    ISI-01  Isian wajib kosong: 3 temuan di 3 berkas" in ringkas
    assert ringkas.index("    ISI-01  Isian wajib kosong: 3 temuan di 3 berkas") < next(
        n for n, b in enumerate(ringkas) if "STR-15" in b
    )
    assert ringkas[-2].startswith("6 berkas: 3 lulus, 0 dengan peringatan, 3 ditolak")


def test_the_worst_files_come_first():
    keluar = teks(_banyak(4))
    assert keluar.index("DITOLAK  kantor-001") < keluar.index("LULUS  kantor-000")


def test_very_many_files_are_counted_not_listed():
    keluar = teks(_banyak(100))
    assert keluar.count("DITOLAK  kantor") == MAKS_RINCI + 30
    assert "75 berkas tidak dirinci di layar" in keluar
    assert len(keluar.splitlines()) < 600


def test_a_waiver_and_a_round_are_shown(contoh):
    keluar = teks(contoh("ronde"))
    assert "dispensasi D-7/2024, ditandatangani Budi Santoso, berlaku sampai 2024-12-31: uji coba" in keluar
    assert "Ronde TW IV <b> (tenggat 2025-01-31 16:00)" in keluar
    assert "Belum mengirim: 1\n    Kecamatan B, pk" in keluar and "    d.xlsx, 2025-02-01 08:00" in keluar
    assert "  D-8: berakhir (0), Siti" in keluar


def test_the_table_of_verdicts_takes_two_lines_a_file_on_a_narrow_terminal():
    satu = replace(_laporan(buat("STR-15", lembar="Isi")).files[0], path="pengukuran-2024-balai-contoh-terisi.xlsx")
    baris = _layar(Laporan((satu, replace(satu, path="b.xlsx"))), 40)
    letak = baris.index("  pengukuran-2024-ba…contoh-terisi.xlsx")
    assert baris[letak + 1] == "    LULUS DENGAN PERINGATAN: 1"
    assert baris[letak + 2].strip() == "peringatan"
