"""The calculation sheets of the IKU workbook on worked examples: raw data in, the official value out.

Examples: IKPA TW I with indicators without data (staged rounding 89,05); four civil servants (mean 85,125); PBJ 91;
NKA Puslatbang KMP LAN 2021 (87,93); SAKIP 74,35; the rest counted on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_xl.cli import main
from kinerja_xl.core.numerik import bulat
from kinerja_xl.edit import fill
from kinerja_xl.read import baca
from kinerja_xl.verify import verify
from kinerja_xl.verify.pengenal import kenali

_ORANG = ("nama", "pendidikan", "jabatan", "diklat", "jp20", "seminar", "skp", "disiplin")
BALAI = {
    **{f"ik{n}_sumber": "dihitung" for n in range(1, 15)},
    "ik1_daftar": [{"nomor": f"C{n}", "terbit": t} for n, t in enumerate(("2024-01-01", "2024-12-31", "2023-12-31"))],
    "ik2_tanggal": "2024-12-31",
    "ik2_daftar": [
        {"upi": "Bahari", "terbit": "2023-01-01"},
        {"upi": " bahari ", "terbit": "2024-05-05"},  # the same UPI twice counts once
        {"upi": "Mina", "terbit": "2022-12-31"},  # 24 months are over on the day
    ],
    "ik3_daftar": [
        {"upi": "Bahari", "produk": "Udang beku", "upi_lama": "BAHARI", "produk_lama": "udang beku"},
        {"upi": "Bahari", "produk": "Ikan beku", "upi_lama": "Mina", "produk_lama": "Ikan beku"},
    ],
    "ik4_daftar": [{"upi": "Bahari"}, {"upi": "bahari"}, {"upi": "Mina*"}, {"upi": "Mina?"}],
    "ik6_daftar": [{"lokasi": "Penajam"}, {"lokasi": "Paser"}],
    "ik7_pegawai": [
        dict(zip(_ORANG, orang, strict=True))
        for orang in (
            ("A", "S2", "Struktural", 1, 1, 1, 85, "O"),  # 20 + 40 + 25 + 5 = 90
            ("B", "D3", "Pelaksana", 0, 1, 0, 80, "O"),  # 10 + 22,5 + 25 + 5 = 62,5
            ("C", "S3", "Fungsional", 1, 1, 1, 95, "O"),  # 25 + 40 + 30 + 5 = 100
            ("D", "S1", "Fungsional", 1, 1, 1, 92, "R"),  # 15 + 40 + 30 + 3 = 88
        )
    ],
    "ik9_temuan": 31_000_000,
    "ik9_realisasi_anggaran": 6_200_000_000,
    "ik10_tindak_lanjut_jumlah": 3,
    "ik10_rekomendasi": 4,
    "ik11_triwulan": 1,
    "ik11_revisi": [{"tw1": 1}],
    "ik11_deviasi_rencana": [{"m1": 1000}],
    "ik11_deviasi_realisasi": [{"m1": 876}],
    **{
        f"ik11_ikpa_{huruf}_{apa}": nilai
        for huruf, bagian, seluruh in (
            ("c", 10, 12), ("d", 3, 3), ("f", 18, 20), ("g", 12.5, 100), ("h", 1, 200), ("i", 4, 5), ("j", 3, 120),
        )
        for apa, nilai in (("bagian", bagian), ("seluruh", seluruh))
    },
    "ik12_penyerapan": 95.53,
    "ik12_konsistensi": 99.61,
    "ik12_keluaran": 99.72,
    "ik12_efisiensi": 59.98,
    "ik13_sirup": 100,
    "ik13_spse": 80,
    "ik13_laporan": 100,
    "ik13_kesesuaian": 90,
    "ik14_daftar": [{"butir": "a", "nilai": 100, "bobot": 1}, {"butir": "b", "nilai": 50, "bobot": 3}],
}  # fmt: skip
BALAI["ik8_pengungkit"] = [{"nilai": n} for n in (4, 4, 5, 4, 13, 5, 10, 5)]
BALAI["ik8_hasil"] = [{"nilai": n} for n in (16, 8, 8)]
HARUS = {
    "ik1": 2, "ik2": 1, "ik3": 3, "ik4": 3, "ik6": 2, "ik7": 85.125, "ik8": 82, "ik9": 0.5, "ik10": 75, "ik11": 89.05,
    "ik13": 91, "ik14": 62.5,
}  # fmt: skip


@pytest.fixture(scope="module")
def hitungan(kosong: dict[tuple[str, str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    tujuan = tmp_path_factory.mktemp("hitung") / "iku.xlsx"
    return fill(kosong["balai-kipm-2024", "iku"], BALAI, tujuan)


def _nilai(berkas: Path) -> dict[str, object]:
    buku = baca(berkas).buku
    assert buku is not None
    manifest = kenali(buku).manifest
    assert manifest is not None
    sel = {lb.nama: lb.sel for lb in buku.lembar}
    return {nama: sel[lb.nama][s.titik].nilai for nama, (lb, s) in manifest.sel_bernama.items()}


def test_every_sheet_gives_the_value_worked_by_hand(hitungan: Path) -> None:
    nilai = _nilai(hitungan)
    assert {k: nilai[f"{k}_realisasi"] for k in HARUS} == pytest.approx(HARUS)
    assert bulat(float(str(nilai["ik12_realisasi"])), 2) == 87.93
    assert (nilai["ik7_kategori"], nilai["ik11_kategori"]) == ("Tinggi", "Baik")


def test_the_rule_book_agrees_with_every_sheet(hitungan: Path) -> None:
    temuan = verify(str(hitungan)).files[0].findings
    assert [t for t in temuan if t.code.startswith(("NIL", "RMS", "STR"))] == []


def test_a_sheet_by_the_rule_of_another_year_says_so_and_nothing_else_of_policy(hitungan: Path) -> None:
    temuan = [t for t in verify(str(hitungan)).files[0].findings if t.code.startswith("KEB")]
    lain = {t.name: t.data["berlaku"] for t in temuan if t.code == "KEB-10"}
    assert {nama: judul.partition(":")[0].partition(" (")[0] for nama, judul in lain.items()} == {
        "ik8_dihitung": "PermenPANRB 9/2023", "ik11_dihitung": "PER-5/PB/2024", "ik12_dihitung": "PMK 62 Tahun 2023",
    }  # fmt: skip
    assert {t.code for t in temuan} == {"KEB-09", "KEB-10"}


def test_values_of_applications_beside_the_data_are_compared(hitungan: Path, tmp_path: Path) -> None:
    data = {"ik11_aplikasi_nilai": 71.24, "ik13_aplikasi_nilai": 91, "ik12_aplikasi_nilai": 87.93}
    temuan = [t for t in verify(str(fill(hitungan, data, tmp_path / "a.xlsx"))).files[0].findings if t.code == "KEB-08"]
    assert [(t.name, t.data["kode_resep"]) for t in temuan] == [("ik11_aplikasi_nilai", ["tanpa-konversi"])]


def test_a_workbook_says_where_its_values_come_from(hitungan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rules", "IKPA_SCORE", "--resep", str(hitungan)])
    keluar = capsys.readouterr().out
    assert "Hitung IK11!D10" in keluar and "nilai resmi" in keluar and "IKPA_SCORE" in keluar


def test_libreoffice_agrees_with_every_sheet(hitungan: Path, hitung_ulang: Callable[..., Path]) -> None:
    nilai = _nilai(hitung_ulang(hitungan))
    assert {k: nilai[f"{k}_realisasi"] for k in HARUS} == pytest.approx(HARUS)


def test_sakip_of_the_kecamatan(kosong: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    data = {
        "ik2_sumber": "dihitung", "ik2_perencanaan": 80, "ik2_pengukuran": 72, "ik2_pelaporan": 75, "ik2_evaluasi": 70,
    }  # fmt: skip
    nilai = _nilai(fill(kosong["kecamatan", "iku"], data, tmp_path / "a.xlsx"))
    assert nilai["ik2_realisasi"] == pytest.approx(74.35)
    assert nilai["ik2_predikat"] == "BB"
