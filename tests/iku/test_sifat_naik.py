"""A better input never lowers a score, classes rise with values, and sharing out the weights again changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.functions import call
from kinerja_xl.iku.ikpa import bobot as bobot_ikpa
from kinerja_xl.iku.rb import KELOMPOK
from kinerja_xl.iku.rb import bobot as bobot_rb

SKOR = st.floats(0, 100).map(lambda n: round(n, 3))
KOSONG_ATAU = st.none() | SKOR
JENIS = ("Akumulasi", "Rata-rata", "Nilai Posisi Akhir")
VALIDITAS = ("Lead Input", "Lead Proses", "Lag Output", "Lag Outcome")
banyak = settings(max_examples=60, deadline=None)
EPS = 1e-9  # sums in another order


def tegak(nilai: list[Any]) -> list[list[Any]]:
    return [[n] for n in nilai]


def naik(nilai: list[Any], ke: int, lebih: float, atas: float = 100) -> list[Any]:
    """The same values with one made better."""
    hasil = list(nilai)
    if hasil[ke] is not None:
        hasil[ke] = min(atas, hasil[ke] + lebih)
    return hasil


# score of separate numbers -> how many
ANGKA = {
    "NKA_SCORE": (lambda n: call("NKA_SCORE", *n), 4),
    "NKA_TOTAL": (lambda n: call("NKA_TOTAL", *n), 2),
    "SAKIP_SCORE": (lambda n: call("SAKIP_SCORE", *n), 4),
    "SAKIP_SCORE_2015": (lambda n: call("SAKIP_SCORE_2015", *n), 5),
    "PBJ_SCORE": (lambda n: call("PBJ_SCORE", *n), 4),
    "BMN_SCORE": (lambda n: call("BMN_SCORE", tegak(n), tegak([3, 1, 4, 1, 5])), 5),
    "NPSS": (lambda n: call("NPSS", tegak(n), tegak([*VALIDITAS, "Lag Output"])), 5),
    **{f"AGREGASI {jenis}": (lambda n, jenis=jenis: call("AGREGASI", [n], jenis), 4) for jenis in JENIS},
    **{
        f"IKPA_SCORE {t} {cara}": (
            lambda n, t=t, cara=cara: call("IKPA_SCORE", tegak(n), t, 4, cara),
            len(bobot_ikpa(keluarga("ikpa").untuk(t))),
        )
        for t in (2019, 2020, 2021, 2023, 2024)
        for cara in ("tanpa", "bertahap")
    },
}


@pytest.mark.parametrize("nama", ANGKA)
def test_a_better_part_never_lowers_the_whole(nama: str) -> None:
    hitung, panjang = ANGKA[nama]

    @given(st.lists(SKOR, min_size=panjang, max_size=panjang), st.integers(0, panjang - 1), SKOR)
    @banyak
    def periksa(nilai: list[float], ke: int, lebih: float) -> None:
        assert hitung(naik(nilai, ke, lebih)) >= hitung(nilai) - EPS

    periksa()


@pytest.mark.parametrize(
    "nama", ["PBJ_SCORE", "BMN_SCORE", "NPSS", *[f"IKPA_SCORE {t} tanpa" for t in (2020, 2023, 2024)]]
)
def test_sharing_out_the_weights_of_missing_parts_is_idempotent(nama: str) -> None:
    """Parts without data take the score of the others: giving them that score changes nothing."""
    hitung, panjang = ANGKA[nama]

    @given(st.lists(KOSONG_ATAU, min_size=panjang, max_size=panjang))
    @banyak
    def periksa(nilai: list[float | None]) -> None:
        if all(n is None for n in nilai):
            return
        skor = hitung(nilai)
        assert hitung([skor if n is None else n for n in nilai]) == pytest.approx(skor, rel=1e-9, abs=1e-9)

    periksa()


@given(st.data())
@banyak
def test_more_reform_points_never_lower_the_reform_score(data: st.DataObject) -> None:
    masa = keluarga("rb").untuk(2018)
    batas = {k: [masa.angka(n) for n in bobot_rb(masa, k)] for k in KELOMPOK}
    poin = {k: [data.draw(st.floats(0, b)) for b in isi] for k, isi in batas.items()}
    k = data.draw(st.sampled_from(KELOMPOK))
    ke = data.draw(st.integers(0, len(batas[k]) - 1))
    lebih = {**poin, k: naik(poin[k], ke, data.draw(st.floats(0, 20)), batas[k][ke])}
    sebelum, sesudah = (call("RB_SCORE", *[tegak(p[k]) for k in KELOMPOK]) for p in (poin, lebih))
    assert 0 <= sebelum <= sesudah + EPS <= 100 + 2 * EPS


PENDIDIKAN = ("SD", "SLTP", "SLTA", "D1", "D2", "SM", "D3", "D4", "S1", "S2", "S3")
DISIPLIN = ("B", "S", "R", "O")
PREDIKAT = ("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik")
SATU_NOL = st.integers(0, 1)
ORANG = st.tuples(
    st.sampled_from(PENDIDIKAN), st.sampled_from(("Struktural", "Fungsional", "Pelaksana")),
    SATU_NOL, SATU_NOL, SATU_NOL, SKOR | st.sampled_from(PREDIKAT), st.sampled_from(DISIPLIN),
).map(list)  # fmt: skip


def _lebih_baik(nilai: Any, ke: int, lebih: float) -> Any:
    for urutan, kolom in ((PENDIDIKAN, 0), (PREDIKAT, 5), (DISIPLIN, 6)):
        if ke == kolom and nilai in urutan:
            return urutan[min(len(urutan) - 1, urutan.index(nilai) + 1)]
    return min(100, nilai + lebih) if ke == 5 else 1


@given(st.lists(ORANG, min_size=1, max_size=4), st.integers(0, 3), st.sampled_from([0, 2, 3, 4, 5, 6]), SKOR)
@settings(max_examples=150, deadline=None)
def test_a_better_employee_never_lowers_the_professionalism_index(
    orang: list[list[Any]], siapa: int, ke: int, lebih: float
) -> None:
    siapa %= len(orang)
    baik = [list(o) for o in orang]
    baik[siapa][ke] = _lebih_baik(baik[siapa][ke], ke, lebih)
    assert call("IP_ASN_PEGAWAI", *baik[siapa]) >= call("IP_ASN_PEGAWAI", *orang[siapa])
    assert 0 <= call("IP_ASN_SCORE", orang) <= call("IP_ASN_SCORE", baik) + EPS <= 100 + 2 * EPS


TARGET = st.floats(0.01, 1000).map(lambda n: round(n, 2))
CAPAIAN = {
    "Maximize": (("Maximize",), 1),
    "Minimize": (("Minimize",), -1),
    "Minimize T/R": (("Minimize", None, "T/R"), -1),
    "Maximize tanpa batas": (("Maximize", "tanpa"), 1),
    "Minimize tanpa batas": (("Minimize", "tanpa"), -1),
}


@pytest.mark.parametrize("nama", CAPAIAN)
def test_a_better_result_never_lowers_the_achievement(nama: str) -> None:
    lain, arah = CAPAIAN[nama]

    @given(TARGET, TARGET, TARGET)
    @banyak
    def periksa(target: float, satu: float, dua: float) -> None:
        buruk, baik = sorted((satu, dua), reverse=arah < 0)
        assert 0 <= call("CAPAIAN", buruk, target, *lain) <= call("CAPAIAN", baik, target, *lain) + EPS

    periksa()


@given(TARGET, st.floats(0, 1000), st.floats(0, 1000), st.sampled_from((-1, 1)), st.sampled_from((-1, 1)))
@banyak
def test_a_result_nearer_to_a_stable_target_is_never_worse(
    target: float, satu: float, dua: float, sisi1: int, sisi2: int
) -> None:
    dekat, jauh = sorted((satu, dua))
    hasil = [call("CAPAIAN", target + s * j, target, "Stabilize") for s, j in ((sisi1, dekat), (sisi2, jauh))]
    assert 100 + EPS >= hasil[0] >= hasil[1] - 1e-6 >= -1e-6


@pytest.mark.parametrize(("polarisasi", "arah"), [("Maximize", 1), ("Minimize", -1)])
def test_a_range_target_is_met_anywhere_inside_and_monotone_outside(polarisasi: str, arah: int) -> None:
    @given(TARGET, TARGET, TARGET, TARGET)
    @banyak
    def periksa(t1: float, t2: float, r1: float, r2: float) -> None:
        bawah, atas = sorted((t1, t2))
        buruk, baik = sorted((r1, r2), reverse=arah < 0)
        hasil = [call("CAPAIAN_RENTANG", r, bawah, atas, polarisasi) for r in (buruk, baik)]
        assert hasil[0] <= hasil[1] + EPS
        assert all(h == 100 for h, r in zip(hasil, (buruk, baik), strict=True) if bawah <= r <= atas)

    periksa()


KELAS = {
    "IKM_MUTU": ("D", "C", "B", "A"),
    "IKM_KINERJA": ("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"),
    "IP_ASN_KATEGORI": ("Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi"),
    "IKPA_KATEGORI": ("Kurang", "Cukup", "Baik", "Sangat Baik"),
    "NKA_KATEGORI": ("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"),
    "RB_KATEGORI": ("D", "C", "CC", "B", "BB", "A", "AA"),
    "SAKIP_PREDIKAT": ("D", "C", "CC", "B", "BB", "A", "AA"),
    "CAPAIAN_KATEGORI": ("Sangat Kurang", "Kurang", "Cukup", "Baik", "Sangat Baik"),
}


@pytest.mark.parametrize("nama", KELAS)
def test_a_higher_value_never_has_a_lower_class(nama: str) -> None:
    @given(st.floats(25, 100), st.floats(25, 100))
    @banyak
    def periksa(satu: float, dua: float) -> None:
        rendah, tinggi = (KELAS[nama].index(call(nama, n)) for n in sorted((satu, dua)))
        assert rendah <= tinggi

    periksa()


DAFTAR = st.lists(st.sampled_from(["PT Satu", " pt satu ", "CV Dua", "UD*", "", "PT  SATU", None]), max_size=6)


@given(DAFTAR, DAFTAR)
@banyak
def test_a_longer_list_never_counts_less_and_order_and_doubles_do_not_matter(satu: list[Any], dua: list[Any]) -> None:
    a, b = (tegak(["Awal", *isi]) for isi in (satu, dua))
    for nama in ("UPI_JUMLAH", "QA_LOKASI_JUMLAH"):
        assert call(nama, a) <= call(nama, a + b)
        assert call(nama, a + b) == call(nama, b + a) == call(nama, a + b + a)
    assert call("HACCP_JUMLAH", a, b) == call("UPI_JUMLAH", a + b)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 200))
@banyak
def test_more_follow_up_never_lowers_the_share_and_more_findings_never_lower_theirs(a: int, b: int, lebih: int) -> None:
    sedikit, banyak_ = sorted((a, b))
    semua = banyak_ + lebih
    for nama in ("REKOMENDASI_PERSEN", "TEMUAN_BPK_PERSEN", "NKA_PENYERAPAN"):
        assert 0 <= call(nama, sedikit, semua) <= call(nama, banyak_, semua) <= 100
