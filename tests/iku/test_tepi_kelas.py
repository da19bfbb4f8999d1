"""Every class of every band at, just below and just above each bound and inside each gap, in Python and both engines.

Bounds are typed here from the printed tables; a gap lies between two printed classes (64,99 and 65,00; 90 and 91).
"""

from __future__ import annotations

from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest

from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga
from kinerja_xl.functions import get

SEDIKIT = 1e-6


def dua_desimal(batas: float, bawah: str, atas: str) -> list[tuple[float, str]]:
    """A bound of classes printed with two decimals: half up from 0,005 below it; the gap before it is 0,01 wide."""
    celah = [(batas - 0.01, bawah), (batas - 0.0051, bawah), (batas - 0.005, atas), (batas - 0.001, atas)]
    return [*celah, (batas, atas), (batas + 0.004, atas), (batas + 0.01, atas)]


def bulat_tercetak(batas: float, bawah: str, atas: str) -> list[tuple[float, str]]:
    """A bound of classes printed in whole numbers: everything in the gap of 1 before it belongs to the class below."""
    celah = [(batas - 1, bawah), (batas - 0.99, bawah), (batas - 0.5, bawah), (batas - SEDIKIT, bawah)]
    return [*celah, (batas, atas), (batas + SEDIKIT, atas)]


def mulai(batas: float, bawah: str, atas: str) -> list[tuple[float, str]]:
    """A lower bound that belongs to its class."""
    return [
        (batas - 0.01, bawah),
        (batas - SEDIKIT, bawah),
        (batas, atas),
        (batas + SEDIKIT, atas),
        (batas + 0.01, atas),
    ]


def lebih_dari(batas: float, bawah: str, atas: str) -> list[tuple[float, str]]:
    """A bound that still belongs to the class below it ("> 90")."""
    return [
        (batas - 0.01, bawah),
        (batas - SEDIKIT, bawah),
        (batas, bawah),
        (batas + SEDIKIT, atas),
        (batas + 0.01, atas),
    ]


_RB = (("D", 30), ("C", 50), ("CC", 60), ("B", 70), ("BB", 80), ("A", 90), ("AA", 100))
_IP = (("Sangat Rendah", 61), ("Rendah", 71), ("Sedang", 81), ("Tinggi", 91), ("Sangat Tinggi", 100))
_LKJ = (("Sangat Kurang", 51), ("Kurang", 66), ("Cukup", 76), ("Baik", 91), ("Sangat Baik", 100))
_NKA = (("Sangat Kurang", 50), ("Kurang", 60), ("Cukup", 80), ("Baik", 90), ("Sangat Baik", 100))
_IKM = (("D", 65.00), ("C", 76.61), ("B", 88.31), ("A", 100))
_KINERJA = (("Tidak Baik", 65.00), ("Kurang Baik", 76.61), ("Baik", 88.31), ("Sangat Baik", 100))
_KEP25 = (("D", 43.76), ("C", 62.51), ("B", 81.26), ("A", 100))
_KEP25_KINERJA = (("Tidak Baik", 43.76), ("Kurang Baik", 62.51), ("Baik", 81.26), ("Sangat Baik", 100))
_IKPA = (("Kurang", 70), ("Cukup", 89), ("Baik", 95), ("Sangat Baik", 100))

# function, arguments after the value, how its bounds are read, (class, bound above it)..., lowest value of the scale
PITA = (
    ("IKM_MUTU", [], dua_desimal, _IKM, 25),
    ("IKM_MUTU", [2017], dua_desimal, _IKM, 25),
    ("IKM_KINERJA", [], dua_desimal, _KINERJA, 25),
    ("IKM_MUTU", [2004], dua_desimal, _KEP25, 24.85),
    ("IKM_MUTU", [2013], dua_desimal, _KEP25, 24.85),
    ("IKM_KINERJA", [2010], dua_desimal, _KEP25_KINERJA, 24.85),
    ("IP_ASN_KATEGORI", [], bulat_tercetak, _IP, 0),
    ("CAPAIAN_KATEGORI", [], bulat_tercetak, _LKJ, 0),
    ("IKPA_KATEGORI", [], mulai, _IKPA, 0),
    ("NKA_KATEGORI", [], lebih_dari, _NKA, 0),
    ("RB_KATEGORI", [], lebih_dari, _RB, 0),
    ("SAKIP_PREDIKAT", [], lebih_dari, _RB, 0),
)


def _harapan(cara: Any, kelas: tuple[tuple[str, float], ...], terendah: float) -> list[tuple[float, str]]:
    isi = [(terendah, kelas[0][0]), (100, kelas[-1][0])]
    for (bawah, batas), (atas, _) in pairwise(kelas):
        isi += cara(batas, bawah, atas)
    return isi


@pytest.mark.parametrize(("nama", "lain", "cara", "kelas", "terendah"), PITA, ids=[f"{p[0]}{p[1] or ''}" for p in PITA])
def test_a_value_near_a_bound_has_its_class_in_python_and_in_both_engines(
    nama: str, lain: list[int], cara: Any, kelas: Any, terendah: float, mesin_uji: ModuleType
) -> None:
    fungsi, harapan = get(nama), _harapan(cara, kelas, terendah)
    daftar = [mesin_uji.soal(fungsi, [nilai, *lain]) for nilai, _ in harapan]
    for hasil in (
        [s.python() for s in daftar],
        mesin_uji.hitung_formualizer(daftar),
        mesin_uji.hitung_formulas(daftar),
    ):
        salah = [(n, ada, harus) for (n, harus), ada in zip(harapan, hasil, strict=True) if ada != harus]
        assert not salah


@pytest.mark.parametrize(("nilai", "mutu"), [(64.995, "C"), (76.605, "B"), (88.305, "A"), (88.3049999, "B")])
def test_a_value_in_the_middle_of_a_gap_is_rounded_half_up_first(nilai: float, mutu: str) -> None:
    assert get("IKM_MUTU")(nilai) == mutu


def _poin_skp() -> list[tuple[float, int]]:
    kelas = ((1, 51), (5, 61), (15, 76), (25, 91), (30, 100))
    return [(n, int(p)) for n, p in _harapan(bulat_tercetak, tuple((str(p), b) for p, b in kelas), 0)]


def test_an_skp_number_near_a_bound_earns_the_points_of_its_class(mesin_uji: ModuleType) -> None:
    fungsi, harapan = get("IP_ASN_PEGAWAI"), _poin_skp()
    daftar = [mesin_uji.soal(fungsi, ["S3", "Fungsional", 1, 1, 1, skp, "O"]) for skp, _ in harapan]
    tanpa_kinerja = 25 + 40 + 5
    for hasil in (
        [s.python() for s in daftar],
        mesin_uji.hitung_formualizer(daftar),
        mesin_uji.hitung_formulas(daftar),
    ):
        assert hasil == [tanpa_kinerja + poin for _, poin in harapan]


def test_dispensation_in_permil_near_a_bound_has_its_score(mesin_uji: ModuleType) -> None:
    per_sejuta = {0: 100, 1: 95, 99: 95, 100: 90, 101: 90, 999: 90, 1000: 85, 1001: 85, 4999: 85, 5000: 80, 5001: 80}
    fungsi = get("IKPA_DISPENSASI_SPM")
    daftar = [mesin_uji.soal(fungsi, [banyak, 1_000_000]) for banyak in per_sejuta]
    for hasil in (
        [s.python() for s in daftar],
        mesin_uji.hitung_formualizer(daftar),
        mesin_uji.hitung_formulas(daftar),
    ):
        assert hasil == list(per_sejuta.values())


def test_no_band_of_the_rule_book_is_left_out() -> None:
    """Every band of law has its bounds above; IKPA's permil bounds are plain parameters and stand there too."""
    ada = {f"{k}/{p.nama}" for k in daftar_keluarga() for m in keluarga(k).masa for p in m.pita}
    diuji = {
        "ikm/mutu", "ikm/kinerja", "ipasn/kategori", "ipasn/skp", "capaian/kategori", "ikpa/kategori",
        "nka/kategori", "rb/kategori", "sakip/predikat",
    }  # fmt: skip
    assert ada == diuji
