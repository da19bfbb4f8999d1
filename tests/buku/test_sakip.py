"""The SAKIP evaluation: weights of PermenPANRB 88/2021, sub-components 20/30/50, the rule book's score and rating."""

from __future__ import annotations

from pathlib import Path

import pytest
from _rencana_uji import KANTOR, Buku, isi, profil, temuan

from kinerja_xl.core.errors import KinerjaError

KOMPONEN = ("perencanaan", "pengukuran", "pelaporan", "evaluasi")
BAGIAN = ("keberadaan", "kualitas", "pemanfaatan")
# 30/30/15/25 times 20/30/50 percent
BOBOT = [6, 9, 15, 6, 9, 15, 3, 4.5, 7.5, 5, 7.5, 12.5]


def _persen(*nilai: float) -> dict[str, float]:
    return dict(zip((f"sakip_{k}_{b}" for k in KOMPONEN for b in BAGIAN), nilai, strict=False))


def test_the_weights_are_those_of_the_regulation() -> None:
    buku = Buku("sakip", profil("kecamatan"))
    assert buku.tabel("sakip_bagian", "bobot") == pytest.approx(BOBOT)
    assert buku["sakip_bobot_total"] == pytest.approx(100)


def test_each_part_adds_its_weight_and_nothing_else() -> None:
    for ke, bobot in enumerate(BOBOT):
        buku = Buku("sakip", profil("kecamatan"), data=_persen(*(100 if n == ke else 0 for n in range(12))))
        assert buku["sakip_nilai"] == pytest.approx(bobot)
        assert buku["sakip_cek_bagian"] == "sesuai"


@pytest.mark.parametrize(
    ("persen", "predikat"),
    [(100, "AA"), (90.01, "AA"), (90, "A"), (80, "BB"), (70, "B"), (60, "CC"), (50, "C"), (30, "D"), (0, "D")],
)
def test_the_rating_follows_the_score(persen: float, predikat: str) -> None:
    buku = Buku("sakip", profil("kecamatan"), data=_persen(*[persen] * 12))
    assert (buku["sakip_nilai"], buku["sakip_hasil_predikat"]) == (pytest.approx(persen), predikat)


def test_a_part_not_yet_judged_leaves_the_score_blank() -> None:
    buku = Buku("sakip", profil("kecamatan"), data=_persen(*[80] * 11))
    assert (buku["sakip_perencanaan"], buku["sakip_evaluasi"]) == (pytest.approx(80), "")
    assert (buku["sakip_nilai"], buku["sakip_hasil_predikat"]) == ("", "")


def test_answers_only_stand_beside_the_judgement() -> None:
    jawab = [{"kriteria": f"kriteria {n}", "jawaban": j} for n, j in enumerate(("Ya", "Ya", "Tidak"), 1)]
    data = {**_persen(*[75] * 12), "sakip_perencanaan_kualitas_kriteria": jawab}
    buku = Buku("sakip", profil("kecamatan"), data=data)
    assert buku["sakip_perencanaan_kualitas_ya"] == pytest.approx(200 / 3)
    assert buku["sakip_nilai"] == pytest.approx(75)


def test_no_criteria_are_shipped() -> None:
    buku = Buku("sakip", profil("kecamatan"))
    for komponen in KOMPONEN:
        for bagian in BAGIAN:
            assert set(buku.tabel(f"sakip_{komponen}_{bagian}_kriteria", "kriteria")) == {None}


def test_recommendations_done_are_counted_by_the_rule_book() -> None:
    lalu = [
        {"rekomendasi": "a", "komponen": "Pelaporan", "status": "selesai"},
        {"rekomendasi": "b", "komponen": "Pelaporan", "status": "dalam proses"},
    ]
    assert Buku("sakip", profil("kecamatan"))["sakip_rekomendasi_persen"] == ""
    buku = Buku("sakip", profil("kecamatan"), data={"sakip_rekomendasi_lalu": lalu})
    assert buku["sakip_rekomendasi_persen"] == pytest.approx(50)


def test_a_year_before_the_regulation_is_refused() -> None:
    with pytest.raises(KinerjaError, match="88/2021, berlaku mulai 2021"):
        Buku("sakip", profil("kecamatan"), tahun=2020)


@pytest.mark.parametrize("kantor", KANTOR)
def test_the_example_is_accepted(kantor: str, tmp_path: Path) -> None:
    assert temuan(isi(kantor, "sakip", tmp_path)) == []
