"""Realisation reports: the period chosen decides every figure; what is not in the budget is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from _rencana_uji import KANTOR, Buku, isi, tanpa, temuan

JENIS = ("laporan-bulanan", "laporan-semesteran", "laporan-tahunan")
KEGIATAN, AKUN = "7.01.01.2.06.0002", "5.1.02.01.01.0024"
DPA = {
    "kode_program": "7.01.01", "program": "Penunjang", "kode_kegiatan": KEGIATAN, "kegiatan": "Perlengkapan",
    "akun": AKUN, "uraian": "ATK", "pagu": 1000,
}  # fmt: skip
LAIN = {**DPA, "akun": "5.2.02.10.01.0002", "uraian": "Komputer", "pagu": 3000}


def _cair(bulan: int, jumlah: float, **ubah: object) -> dict[str, object]:
    return {"tanggal": date(2024, bulan, 15), "kode_kegiatan": KEGIATAN, "akun": AKUN, "jumlah": jumlah, **ubah}


JURNAL = [_cair(1, 100), _cair(3, 200), _cair(6, 50), _cair(6, 500, akun=LAIN["akun"]), _cair(9, 300)]


def _buku(jenis: str, periode: dict[str, str], **data: object) -> Buku:
    return Buku(
        jenis, tanpa("kecamatan", "dpa"), data={**periode, "lap_dpa": [DPA, LAIN], "lap_jurnal": JURNAL, **data}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("jenis", "periode", "lalu", "ini", "sd"),
    [
        ("laporan-bulanan", {"lap_bulan": "Januari"}, [0, 0], [100, 0], [100, 0]),
        ("laporan-bulanan", {"lap_bulan": "Juni"}, [300, 0], [50, 500], [350, 500]),
        ("laporan-bulanan", {"lap_bulan": "Desember"}, [650, 500], [0, 0], [650, 500]),
        ("laporan-semesteran", {"lap_semester": "Semester I"}, [0, 0], [350, 500], [350, 500]),
        ("laporan-semesteran", {"lap_semester": "Semester II"}, [350, 500], [300, 0], [650, 500]),
        ("laporan-tahunan", {}, [350, 500], [300, 0], [650, 500]),
    ],
)
def test_the_period_divides_what_was_paid(
    jenis: str, periode: dict[str, str], lalu: list[int], ini: list[int], sd: list[int]
) -> None:
    buku = _buku(jenis, periode)
    for kunci, harus in (("lalu", lalu), ("ini", ini), ("sd", sd)):
        assert buku.tabel("lap_dpa", kunci)[:2] == harus, kunci
    assert buku.tabel("lap_dpa", "sisa")[:2] == [1000 - sd[0], 3000 - sd[1]]
    assert buku.tabel("lap_dpa", "persen")[:2] == pytest.approx([sd[0] / 10, sd[1] / 30])
    assert buku["lap_persen_total"] == pytest.approx(sum(sd) / 4000 * 100)
    assert {buku[f"lap_cek_{k}"] for k in ("program", "kegiatan", "jenis", "bulanan")} == {"sesuai"}


def test_the_roll_up_finds_its_own_codes() -> None:
    buku = _buku("laporan-bulanan", {"lap_bulan": "Juni"})
    assert buku.tabel("lap_rekap_program", "kode")[:2] == ["7.01.01", ""]
    assert buku.tabel("lap_rekap_jenis", "kode")[:3] == ["5.1.02", "5.2.02", ""]
    assert buku.tabel("lap_rekap_jenis", "sd")[:2] == [350, 500]


def test_accounts_of_six_digits_are_grouped_by_two() -> None:
    satker = [{**DPA, "akun": "521211"}, {**DPA, "akun": "532111"}]
    buku = Buku("laporan-bulanan", tanpa("balai-kipm-2024", "dpa"), data={"lap_bulan": "Mei", "lap_dpa": satker})
    assert buku.tabel("lap_rekap_jenis", "kode")[:3] == ["52", "53", ""]


def test_without_a_period_or_a_ceiling_nothing_is_divided() -> None:
    assert _buku("laporan-bulanan", {}).tabel("lap_dpa", "sd")[0] == ""
    nol = _buku("laporan-bulanan", {"lap_bulan": "Juni"}, lap_dpa=[{**DPA, "pagu": 0}], lap_jurnal=[])
    assert nol.tabel("lap_dpa", "persen")[0] == ""
    assert nol["lap_persen_total"] == ""


@pytest.mark.parametrize(
    ("tabel", "isi_tabel", "cek"),
    [
        ("lap_jurnal", [_cair(2, 10, akun="5.1.02.01.01.9999")], "tidak ada di DPA"),
        ("lap_jurnal", [_cair(2, 10, tanggal=date(2023, 2, 1))], "bukan tahun 2024"),
        ("lap_jurnal", [_cair(2, 10, akun=None)], "kode belum lengkap"),
        ("lap_jurnal", [_cair(8, 10)], "sesuai (sesudah periode)"),
        ("lap_jurnal", [_cair(6, 10)], "sesuai"),
        ("lap_dpa", [{**DPA, "pagu": 349}], "melebihi pagu"),
        ("lap_dpa", [{**DPA, "pagu": 350}], "sesuai"),
        ("lap_dpa", [DPA, DPA], "kode kegiatan dan akun ganda"),
        ("lap_dpa", [{**DPA, "akun": None}], "kode belum lengkap"),
    ],
)
def test_a_wrong_row_says_what_is_wrong(tabel: str, isi_tabel: list[dict[str, object]], cek: str) -> None:
    buku = _buku("laporan-bulanan", {"lap_bulan": "Juni"}, **{tabel: isi_tabel})
    assert buku.tabel(tabel, "cek")[0] == cek


def test_physical_progress_is_weighted_by_the_ceiling() -> None:
    fisik = [{"kode_kegiatan": KEGIATAN, "keluaran": "paket", "satuan": "paket", "target": 8, "realisasi": 2}]
    lain = {**LAIN, "kode_kegiatan": "7.01.02.2.01.0003"}
    buku = _buku("laporan-bulanan", {"lap_bulan": "Juni"}, lap_dpa=[DPA, lain], lap_jurnal=JURNAL[:3], lap_fisik=fisik)
    baris = {k: buku.tabel("lap_fisik", k)[0] for k in ("fisik", "keuangan", "deviasi", "bobot", "tertimbang")}
    assert baris == pytest.approx({"fisik": 25, "keuangan": 35, "deviasi": -10, "bobot": 25, "tertimbang": 6.25})
    assert buku["lap_fisik_total"] == pytest.approx(6.25)


@pytest.mark.parametrize("kantor", KANTOR)
@pytest.mark.parametrize("jenis", JENIS)
def test_the_example_is_accepted(kantor: str, jenis: str, tmp_path: Path) -> None:
    semester = kantor == "kecamatan" and jenis == "laporan-semesteran"  # its IKM stays below the target
    assert temuan(isi(kantor, jenis, tmp_path)) == ([("TGT-01", "Kinerja", "I6")] if semester else [])
