"""Renstra: the five-year plan of the profile, its codes, and what the derived sheets say about gaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from _rencana_uji import KANTOR, Buku, isi, profil, tanpa, temuan

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.profil_renstra import LAMA, Renstra, baca_dpa, baca_renstra

TARGET = [85, 86, 87, 88, 89]


def _profil(**ubah: Any) -> Any:
    """The kecamatan with another [renstra]."""
    tabel = {"awal": 2024, "indikator": [{"kode": "IK1", "dasar": 84.2, "target": TARGET}], **ubah}
    return replace(profil("kecamatan"), bagian={"renstra": baca_renstra(tabel, "profil.toml, bagian [renstra]")})


def test_the_plan_of_the_profile_is_prefilled() -> None:
    buku = Buku("renstra", profil("kecamatan"))
    assert [buku.tabel("renstra_indikator", f"target_{n}")[0] for n in range(1, LAMA + 1)] == TARGET
    assert buku["ik1_dasar"] == 84.2
    assert buku.tabel("renstra_sasaran", "kode_tujuan") == ["T1", "T1"]
    assert buku.tabel("renstra_program", "jumlah")[:2] == [10_000_000_000, 2_250_000_000]
    assert buku["renstra_pagu_total"] == 12_250_000_000
    assert (buku["renstra_pagu_t1"], buku["renstra_pagu_t5"]) == (2_300_000_000, 2_600_000_000)


def test_an_office_without_a_plan_gets_a_blank_one_from_its_year_on() -> None:
    buku = Buku("renstra", tanpa("balai-kipm-2024", "renstra"), tahun=2025)
    assert buku.manifest.konteks["renstra"]["awal"] == 2025
    assert set(buku.tabel("renstra_indikator", "target_1")) == {None}
    assert buku["renstra_pagu_total"] == 0


def test_the_derived_sheet_counts_per_sasaran() -> None:
    buku = Buku("renstra", profil("kecamatan"))
    assert buku.tabel("renstra_penjabaran", "indikator") == [1, 2]
    assert buku.tabel("renstra_penjabaran", "program") == [1, 1]
    assert buku.tabel("renstra_penjabaran", "persen") == pytest.approx([225 / 12.25, 1000 / 12.25])
    assert buku.tabel("renstra_penjabaran", "keadaan") == ["lengkap", "lengkap"]
    assert buku.tabel("renstra_turunan", "akhir") == [89, 80, 96]


def test_gaps_of_the_chain_are_named() -> None:
    buku = Buku("renstra", _profil(tujuan=[{"kode": "T1", "nama": "Satu", "sasaran": ["SS1"]}]))
    assert buku.tabel("renstra_penjabaran", "keadaan") == ["belum didukung program", "belum punya tujuan"]
    data = {"renstra_tujuan": [{"kode": "T1", "tujuan": "a"}, {"kode": "T2", "tujuan": "b"}]}
    assert Buku("renstra", profil("kecamatan"), data=data).tabel("renstra_tujuan", "cek")[1] == "belum punya sasaran"


@pytest.mark.parametrize(
    ("polarisasi", "dasar", "target", "kata"),
    [
        ("Maximize", 84, [85, 86, 87, 88, 89], "-"),
        ("Maximize", 84, [85, 86, 87, 86, 83], "target akhir kalah dari nilai dasar"),
        ("Maximize", 84, [84, 84, 84, 84, 84], "target hanya mengulang nilai dasar"),
        ("Maximize", 84, [85, 90, 86, 86, 86], "target menurun sebelum tahun akhir"),
        ("Maximize", None, [85, 85, 85, 85, 85], "-"),
        ("Minimize", 5, [5, 4, 3, 2, 1], "-"),
        ("Minimize", 0, [1, 1, 1, 1, 1], "target akhir kalah dari nilai dasar"),
        ("Maximize", 84, [85, 86, 87, 88, None], ""),
    ],
)
def test_a_target_that_gets_worse_is_pointed_at(
    polarisasi: str, dasar: float | None, target: list[float | None], kata: str
) -> None:
    kantor = profil("kecamatan")
    kantor = replace(kantor, indikator=(replace(kantor.indikator[0], polarisasi=polarisasi), *kantor.indikator[1:]))
    baris = {"dasar": dasar, **{f"target_{n}": t for n, t in enumerate(target, 1)}}
    buku = Buku("renstra", kantor, data={"renstra_indikator": [baris]})
    assert buku.tabel("renstra_indikator", "perhatian")[0] == kata


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"indikator": [{"kode": "IK9", "target": TARGET}]}, "indikator 'IK9' tidak ada"),
        ({"tujuan": [{"kode": "T1", "nama": "x", "sasaran": ["SS9"]}]}, "tujuan T1: sasaran 'SS9' tidak ada"),
    ],
)
def test_a_code_that_the_office_does_not_have_is_refused(ubah: dict[str, Any], pesan: str) -> None:
    with pytest.raises(KinerjaError, match=pesan):
        susun_konteks("renstra", 2024, _profil(**ubah))


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"indikator": [{"kode": "IK1", "target": [1, 2]}]}, "harus berisi 5 angka"),
        ({"indikator": [{"kode": "IK1", "target": [1, 2, 3, 4, "5"]}]}, "harus angka"),
        ({"indikator": [{"kode": "IK1", "target": TARGET}] * 2}, "dipakai dua kali"),
        ({"program": [{"kode": "1", "program": "x", "pagu": [1]}]}, "harus berisi 5 angka"),
        ({"mulai": 2024}, "kunci 'mulai' tidak dikenal"),
        ({"baris": 0}, "harus 1 sampai 500"),
    ],
)
def test_a_damaged_plan_says_where(ubah: dict[str, Any], pesan: str) -> None:
    with pytest.raises(KinerjaError, match=pesan):
        _profil(**ubah)


def test_the_budget_lines_of_a_profile_have_bounds() -> None:
    assert baca_dpa({"baris": 10}, "dpa").baris == 10
    with pytest.raises(KinerjaError, match="jurnal harus 1 sampai 500"):
        baca_dpa({"jurnal": 501}, "dpa")
    with pytest.raises(KinerjaError, match="harus berupa tabel"):
        baca_dpa([], "dpa")
    assert Renstra(awal=2025).tahun == (2025, 2026, 2027, 2028, 2029)


@pytest.mark.parametrize("kantor", KANTOR)
def test_the_example_is_accepted(kantor: str, tmp_path: Path) -> None:
    assert temuan(isi(kantor, "renstra", tmp_path)) == []
