"""Capaian out of all proportion: each explained by its likely cause, honest ones left alone."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja_xl.read.buku import Buku, Gaya, Kalkulasi, Lembar
from kinerja_xl.spec.manifest import LembarM, Manifest, Sel, TabelM
from kinerja_xl.verify.checks.target_wajar import capaian_wajar, penjelasan_berisi
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Temuan

KUNCI = (
    "kode", "indikator", "polarisasi", "perhitungan", "target", "realisasi_tw1", "realisasi_tw2", "realisasi_tw3",
    "realisasi_tw4", "realisasi", "capaian", "penyebab", "tindak_lanjut",
)  # fmt: skip


def temuan(**isi: Any) -> list[Temuan]:
    """Findings on one indicator; what is not given is blank."""
    nilai = {"kode": "IK1", "indikator": "Indikator", "polarisasi": "Maximize", "capaian": 100} | isi
    sel = tuple(
        Sel(1, k, "isian", "isian", kunci=kata, tabel="pengukuran", rekaman=1) for k, kata in enumerate(KUNCI, 1)
    )
    tabel = TabelM("pengukuran", "Isi", 1, 1, {k: i for i, k in enumerate(KUNCI, 1)})
    manifest = Manifest("pk", "1.0.0", "", 2024, {}, (LembarM("Isi", sel, {}, {}),), {"pengukuran": tabel}, {})
    buku = Buku((Lembar("Isi", "visible", {}),), (), False, Kalkulasi(), (Gaya(),), False, "")
    masukan = {("Isi", 1, k): nilai[kata] for k, kata in enumerate(KUNCI, 1) if nilai.get(kata) is not None}
    kasus = Kasus(buku, manifest, masukan=masukan, tahun=2024)
    return [*capaian_wajar(kasus), *penjelasan_berisi(kasus)]


def kode(**isi: Any) -> list[str]:
    return [t.code for t in temuan(**isi)]


def test_a_reversed_polarity_is_explained_with_both_figures() -> None:
    (satu,) = temuan(indikator="Jumlah temuan pemeriksaan", target=5, realisasi=1)
    assert (satu.code, satu.level, satu.data["persen"], satu.data["jadi"]) == ("TGT-10", "peringatan", 20, 180)
    assert "20 persen" in satu.message and "bila Minimize 180 persen" in satu.message
    (satu,) = temuan(indikator="Nilai SAKIP", polarisasi="Minimize", target=50, realisasi=80)
    assert (satu.code, satu.data["persen"], satu.data["lawan"], satu.data["jadi"]) == ("TGT-10", 40, "Maximize", 160)


@pytest.mark.parametrize("isi", [
    {"indikator": "Nilai SAKIP", "target": 80, "realisasi": 40},
    {"indikator": "Jumlah temuan", "polarisasi": "Minimize", "target": 5, "realisasi": 9},
    {"indikator": "Jumlah temuan", "target": 5, "realisasi": 5}, {"indikator": "Nilai", "target": 80, "realisasi": 87},
    {"indikator": "Nilai", "target": 80}, {"indikator": "Nilai", "realisasi": 80},
    {"indikator": "Nilai", "polarisasi": "Stabilize", "target": 80, "realisasi": 20},
])  # fmt: skip
def test_an_honest_miss_or_success_is_not_explained_away(isi: dict[str, Any]) -> None:
    assert kode(**isi) == []


def _triwulan(*nilai: float) -> dict[str, float]:
    return {f"realisasi_tw{n}": isi for n, isi in enumerate(nilai, 1)}


def test_values_added_up_are_explained_by_the_aggregation() -> None:
    (satu,) = temuan(
        indikator="Nilai IKM", perhitungan="Akumulasi", target=84, realisasi=342, **_triwulan(84, 85, 86, 87)
    )
    assert (satu.code, satu.data["jenis"], satu.data["nilai"]) == ("TGT-11", "Rata-rata", 85.5)
    assert satu.data["jadi"] == pytest.approx(101.79)


def test_counts_that_were_not_added_up_are_explained_too() -> None:
    hitung = _triwulan(24, 26, 25, 25)
    (satu,) = temuan(indikator="Sertifikat", perhitungan="Nilai Posisi Akhir", target=100, realisasi=25, **hitung)
    assert (satu.code, satu.data["jenis"], satu.data["jadi"]) == ("TGT-11", "Akumulasi", 100)
    assert kode(indikator="Sertifikat", perhitungan="Akumulasi", target=100, realisasi=100, **hitung) == []


def test_a_zero_base_is_told_for_maximize_only() -> None:
    assert kode(target=0, realisasi=3) == ["TGT-12"]
    assert kode(target=0, realisasi=0, polarisasi="Minimize") == []


def test_far_above_target_is_information() -> None:
    (satu,) = temuan(target=10, realisasi=45)
    assert (satu.code, satu.level, satu.data["persen"]) == ("TGT-13", "info", 450)
    assert kode(target=10, realisasi=20) == []


@pytest.mark.parametrize(("penyebab", "tindak", "harus"), [
    ("-", "Jadwal ulang", ["TGT-14"]), ("Banjir", "nihil", ["TGT-14"]), ("Banjir", "banjir ", ["TGT-15"]),
    ("Banjir", "Jadwal ulang", []), (None, None, []), ("-", "-", ["TGT-14", "TGT-14"]),
])  # fmt: skip
def test_an_explanation_says_something(penyebab: str | None, tindak: str | None, harus: list[str]) -> None:
    isi = {"target": 80, "realisasi": 70, "penyebab": penyebab, "tindak_lanjut": tindak}
    assert kode(**isi, capaian=87.5) == harus
    assert kode(**isi, capaian=100) == []
