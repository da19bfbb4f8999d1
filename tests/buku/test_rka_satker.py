"""RKA of a satker: the worksheet's levels, sums, blocked details, and what the verifier says about codes and order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from _rencana_uji import Buku, isi, profil, temuan

from kinerja_xl.read.buku import Buku as BukuBaca
from kinerja_xl.read.buku import Kalkulasi, Lembar
from kinerja_xl.spec.buku import muat_buku
from kinerja_xl.verify.checks import rka, rka_satker
from kinerja_xl.verify.kasus import Kasus

BALAI = "balai-kipm-2024"
KEPALA = ["Program", "Kegiatan", "KRO", "RO", "Komponen", "Subkomponen", "Akun"]
KODE = ["032.12.WA", "2373", "2373.EBA", "2373.EBA.994", "002", "A", "521111"]


def _baris(tingkat: str, kode: str, volume: Any = None, harga: Any = None, **lain: Any) -> dict[str, Any]:
    return {"tingkat": tingkat, "kode": kode, "uraian": tingkat, "volume": volume, "harga": harga, **lain}


def _detil(volume: Any, harga: Any, sumber: str = "RM", **lain: Any) -> dict[str, Any]:
    return _baris("Detil", "-", volume, harga, sumber=sumber, **lain)


INDUK = [_baris(t, k) for t, k in zip(KEPALA, KODE, strict=True)]
SUSUNAN = [
    *INDUK,
    _baris("Kelompok", ">"),
    _detil(2, 100),
    _baris("Kelompok", ">"),
    _detil(3, 10, "PNP", blokir="*"),
    _baris("Akun", "532111"),
    _detil(1, 1000),
]


def _buku(rincian: list[dict[str, Any]], **data: Any) -> Buku:
    return Buku("rka-satker", profil(BALAI), data={"rka_kertas_kerja": rincian, **data})


def test_every_parent_is_the_sum_of_its_details() -> None:
    buku = _buku(SUSUNAN, rka_pagu=1230)
    assert buku.tabel("rka_kertas_kerja", "jumlah")[:13] == [1230] * 6 + [230, 200, 200, 30, 30, 1000, 1000]
    assert set(buku.tabel("rka_kertas_kerja", "cek")[:13]) == {"sesuai"}
    assert (buku["rka_jumlah_total"], buku["rka_sisa_pagu"], buku["rka_blokir_total"]) == (1230, 0, 30)
    assert (buku["rka_cek_pagu"], buku["rka_cek_program"]) == ("sesuai", "sesuai")


def test_the_roll_up_by_kind_and_source() -> None:
    buku = _buku(SUSUNAN)
    assert buku.tabel("rka_rekap_jenis", "kode")[:3] == ["52", "53", ""]
    assert buku.tabel("rka_rekap_jenis", "jumlah")[:2] == [230, 1000]
    assert buku.tabel("rka_rekap_sumber", "kode")[:3] == ["RM", "PNP", ""]
    assert buku.tabel("rka_rekap_sumber", "jumlah")[:2] == [1200, 30]
    assert (buku["rka_cek_jenis"], buku["rka_cek_sumber"]) == ("sesuai", "sesuai")


def test_more_than_the_allocation_is_told() -> None:
    assert _buku(SUSUNAN, rka_pagu=1229)["rka_cek_pagu"] == "melebihi alokasi"


@pytest.mark.parametrize(
    ("rincian", "ke", "cek"),
    [
        ([INDUK[0], INDUK[2]], 1, "tingkat melompat"),
        ([INDUK[0], _detil(1, 1)], 1, "belum di bawah akun"),
        ([_baris("Program", "032.12")], 0, "kode tidak sesuai tingkat"),
        ([*INDUK[:2], _baris("KRO", "2372.EBA")], 2, "kode bukan anak induknya"),
        ([*INDUK, INDUK[6]], 7, "kode ganda"),
        ([*INDUK[:6], {**INDUK[6], "harga": 5}], 6, "harga hanya pada detil"),
        ([*INDUK, _detil(0, 5)], 7, "volume atau harga kosong"),
        ([*INDUK, _detil(1, 5, "")], 7, "SD/CP kosong"),
        (INDUK, 6, "belum punya detil"),
    ],
)
def test_a_wrong_row_says_what_is_wrong(rincian: list[dict[str, Any]], ke: int, cek: str) -> None:
    assert _buku(rincian).tabel("rka_kertas_kerja", "cek")[ke] == cek


SEMUA = (
    rka.tidak_melebihi_pagu, rka.kas_sama_dengan_anggaran, rka_satker.kode_sesuai_tingkat, rka_satker.di_bawah_induk,
    rka_satker.detil_bernilai,
)  # fmt: skip


def _periksa(rincian: list[dict[str, Any]], **data: Any) -> list[str]:
    """Codes of the budget findings on a worksheet."""
    buku = _buku(rincian, **data)
    m = buku.manifest
    lembar = tuple(Lembar(s.nama, s.keadaan, {c.titik: None for c in s.sel}) for s in m.lembar)
    kasus = Kasus(BukuBaca(lembar, (), False, Kalkulasi(), (), False, ""), m, buku.semua, buku.semua, 2024)
    kasus.__dict__["bergeser"] = {}
    return [t.code for satu in SEMUA for t in satu(kasus)]


KAS = {"1": {"rencana": 1230}} | {str(n): {"rencana": 0} for n in range(2, 13)}


def test_an_honest_worksheet_is_clean() -> None:
    assert _periksa(SUSUNAN, rka_pagu=1230, rka_kas=KAS) == []


@pytest.mark.parametrize(
    ("rincian", "data", "kode"),
    [
        (SUSUNAN, {"rka_pagu": 1229}, ["RKA-01"]),
        (SUSUNAN, {"rka_kas": {**KAS, "2": {"rencana": 1}}}, ["RKA-05"]),
        ([*INDUK[:6], _baris("Akun", "5211"), _detil(123, 10)], {}, ["RKA-20"]),
        ([_baris("Program", "32.12.WA"), *INDUK[1:], _detil(123, 10)], {}, ["RKA-20"]),
        ([*INDUK[:3], *INDUK[4:], _detil(123, 10)], {}, ["RKA-21"]),
        ([*INDUK[:3], _baris("RO", "2373.EBB.994"), *INDUK[4:], _detil(123, 10)], {}, ["RKA-21"]),
        ([*INDUK[:6], _detil(123, 10)], {}, ["RKA-21"]),
        ([*INDUK, _detil(123, 10), _detil(0, 5)], {}, ["RKA-22"]),
        ([*INDUK, _detil(123, 10), _detil(5, None)], {}, ["RKA-22"]),
    ],
)
def test_each_breach_has_its_own_code(rincian: list[dict[str, Any]], data: dict[str, Any], kode: list[str]) -> None:
    assert _periksa(rincian, **{"rka_pagu": 1230, "rka_kas": KAS, **data}) == kode


def test_it_is_made_for_a_satker_only() -> None:
    assert (muat_buku("rka-satker").untuk, muat_buku("rka").untuk) == ("satker", "")


def test_the_example_is_accepted(tmp_path: Path) -> None:
    assert temuan(isi(BALAI, "rka-satker", tmp_path)) == []
