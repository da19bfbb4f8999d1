"""Renja: parents are the sum of their children; targets beside last year and the Renstra of that year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from _rencana_uji import KANTOR, Buku, isi, profil, temuan


def _baris(tingkat: str, kode: str, pagu: float | None = None) -> dict[str, Any]:
    return {"tingkat": tingkat, "kode": kode, "uraian": kode, "indikator": "i", "target": 1, "pagu": pagu}


SUSUNAN = [
    _baris("Program", "7.01.01"),
    _baris("Kegiatan", "7.01.01.2.02"),
    _baris("Sub Kegiatan", "7.01.01.2.02.0001", 100),
    _baris("Sub Kegiatan", "7.01.01.2.02.0002", 20),
    _baris("Kegiatan", "7.01.01.2.06"),
    _baris("Sub Kegiatan", "7.01.01.2.06.0001", 3),
    _baris("Program", "7.01.02"),
    _baris("Kegiatan", "7.01.02.2.01"),
    _baris("Sub Kegiatan", "7.01.02.2.01.0001", 4000),
]


def _buku(rincian: Any, **data: Any) -> Buku:
    return Buku("renja", profil("kecamatan"), data={"renja_rincian": rincian, **data})


def test_parents_are_the_sum_of_what_stands_below() -> None:
    buku = _buku(SUSUNAN)
    assert buku.tabel("renja_rincian", "jumlah")[:9] == [123, 120, 100, 20, 3, 3, 4000, 4000, 4000]
    assert set(buku.tabel("renja_rincian", "cek")[:9]) == {"sesuai"}
    assert buku["renja_pagu_total"] == 4123
    assert buku.tabel("renja_program", "pagu")[:2] == [123, 4000]
    assert buku["renja_cek_program"] == "sesuai"


def test_blank_rows_between_do_no_harm() -> None:
    buku = _buku({str(n): satu for n, satu in zip((1, 3, 4, 7, 9, 10, 13, 15, 20), SUSUNAN, strict=True)})
    assert [j for j in buku.tabel("renja_rincian", "jumlah") if j != ""] == [
        123, 120, 100, 20, 3, 3, 4000, 4000, 4000,
    ]  # fmt: skip


def test_codes_need_no_common_beginning() -> None:
    satker = [_baris("Program", "032.12.WA"), _baris("Kegiatan", "2373"), _baris("Sub Kegiatan", "2373.EBA.994", 7)]
    assert _buku(satker).tabel("renja_rincian", "jumlah")[:3] == [7, 7, 7]


@pytest.mark.parametrize(
    ("ubah", "ke", "cek"),
    [
        ([SUSUNAN[0], SUSUNAN[2]], 1, "tingkat melompat"),
        ([SUSUNAN[1]], 0, "tingkat melompat"),
        ([{**SUSUNAN[0], "pagu": 5}, *SUSUNAN[1:]], 0, "pagu ditulis pada sub kegiatan"),
        ([*SUSUNAN[:2], {**SUSUNAN[2], "pagu": None}], 2, "pagu belum diisi"),
        ([SUSUNAN[0]], 0, "belum punya sub kegiatan"),
        ([{**SUSUNAN[0], "tingkat": None}], 0, "tingkat belum dipilih"),
    ],
)
def test_a_row_out_of_order_says_so(ubah: list[dict[str, Any]], ke: int, cek: str) -> None:
    assert _buku(ubah).tabel("renja_rincian", "cek")[ke] == cek


@pytest.mark.parametrize(("tahun", "target"), [(2024, 85), (2026, 87), (2028, 89), (2023, None), (2029, None)])
def test_the_target_of_that_year_comes_from_the_renstra(tahun: int, target: float | None) -> None:
    buku = Buku("renja", profil("kecamatan"), tahun=tahun)
    assert buku["ik1_target_renstra"] == target
    assert buku.tabel("renja_program", "pagu_renstra")[0] == {85: 1.9e9, 87: 2e9, 89: 2.1e9, None: None}[target]


@pytest.mark.parametrize(
    ("target", "renstra", "lalu", "kata"),
    [
        (85, 85, 84.2, ("sama", "melampaui")),
        (86, 85, 86, ("lebih tinggi tuntutannya", "mengulang realisasi")),
        (84, 85, 84.2, ("lebih ringan dari Renstra", "di bawah realisasi")),
        (85, None, None, ("", "")),
    ],
)
def test_a_target_is_held_against_renstra_and_last_year(
    target: float, renstra: float | None, lalu: float | None, kata: tuple[str, str]
) -> None:
    data = {"ik1_target": target, "ik1_target_renstra": renstra, "ik1_realisasi_lalu": lalu}
    buku = Buku("renja", profil("kecamatan"), data=data)
    assert tuple(buku.tabel("renja_indikator", k)[0] for k in ("banding_renstra", "banding_lalu")) == kata


def test_last_year_is_rated_by_the_rule_book() -> None:
    buku = Buku("renja", profil("kecamatan"))
    assert buku.tabel("renja_indikator", "capaian_lalu") == pytest.approx(
        [84.2 / 83 * 100, 71.05 / 70 * 100, 8800 / 85]
    )


def test_percentages_of_nothing_stay_blank() -> None:
    buku = _buku(SUSUNAN, renja_program=[{"pagu_lalu": 0, "realisasi_lalu": 0, "pagu_renstra": 0}])
    assert buku.tabel("renja_program", "persen_lalu")[0] == ""
    assert buku.tabel("renja_program", "persen")[0] == ""


@pytest.mark.parametrize("kantor", KANTOR)
def test_the_example_is_accepted(kantor: str, tmp_path: Path) -> None:
    assert temuan(isi(kantor, "renja", tmp_path)) == []
