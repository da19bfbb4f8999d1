"""The flow charts of the twelve SOPs and of random ones: right signs, right columns, lines that meet and miss."""

from __future__ import annotations

import importlib.util
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.sop.model import kode_sop, muat_sop
from kinerja_xl.spec.alir import gambar_alir
from kinerja_xl.spec.alir_graf import Panah, susun_panah
from kinerja_xl.spec.alir_halaman import bagi_halaman
from kinerja_xl.spec.kanvas import BaganAlir, Kanvas
from kinerja_xl.spec.manifest import LembarM

_spek = importlib.util.spec_from_file_location("_sop_uji", Path(__file__).with_name("_sop_uji.py"))
uji = importlib.util.module_from_spec(_spek)
_spek.loader.exec_module(uji)

SOP = pytest.mark.parametrize("kode", kode_sop())


def _lambang(lembar, *rupa):
    return [b for b in lembar.bentuk if b.rupa in rupa]


@SOP
def test_every_step_has_exactly_one_sign_in_the_column_of_its_performer(kode):
    manifest, sop = uji.manifest_sop(kode), muat_sop(kode)
    tabel = manifest.tabel["sop_alir"]
    ada = sorted((b.awal[2], b.awal[0]) for b in _lambang(uji.bagan(manifest), "mulai", "proses", "keputusan"))
    kolom = {r: tabel.kolom[f"pelaksana_{n}"] for n, r in enumerate(sop.peran, 1)}
    assert ada == [(tabel.baris1 + s.no - 1, kolom[s.pelaksana_usulan]) for s in sop.langkah]


@SOP
def test_signs_lie_within_one_cell(kode):
    for satu in _lambang(uji.bagan(uji.manifest_sop(kode)), "mulai", "proses", "keputusan", "halaman"):
        assert (satu.awal[0], satu.awal[2]) == (satu.akhir[0], satu.akhir[2]), satu.nama


@SOP
def test_capsules_begin_and_end_and_diamonds_decide(kode):
    sop = muat_sop(kode)
    urut = sorted(_lambang(uji.bagan(uji.manifest_sop(kode)), "mulai", "proses", "keputusan"), key=lambda b: b.awal[2])
    harus = ["keputusan" if s.keputusan else "proses" for s in sop.langkah]
    assert [b.rupa for b in urut] == ["mulai", *harus[1:-1], "mulai"]


@SOP
def test_a_decision_has_two_ways_out_the_refusal_back_to_its_step(kode):
    lembar, sop = uji.bagan(uji.manifest_sop(kode)), muat_sop(kode)
    for satu in sop.langkah:
        if satu.keputusan:
            keluar = [ke for dari, ke in uji.sambungan(lembar) if dari.startswith(f"Langkah {satu.no},")]
            assert len(keluar) == 2
            assert any(ke.startswith((f"Langkah {satu.kembali_ke},", "Penghubung")) for ke in keluar)
    kata = sorted(b.teks for b in _lambang(lembar, "kata"))
    banyak = sum(s.keputusan for s in sop.langkah)
    assert kata == ["Tidak"] * banyak + ["Ya"] * banyak


@SOP
def test_lines_meet_their_signs_and_run_through_none(kode):
    _periksa_garis(uji.bagan(uji.manifest_sop(kode)))


def _periksa_garis(lembar):
    peta = uji.Peta(lembar)
    nomor = [b.id for b in (*lembar.bentuk, *lembar.garis)]
    assert len(set(nomor)) == len(nomor)
    for ruas in uji.jalan(lembar):
        assert ruas[0].dari[0] in peta.bentuk
        assert ruas[-1].ke[0] in peta.bentuk
        assert peta.ujung(ruas[0])[0] == pytest.approx(peta.sisi(ruas[0].dari), abs=2)
        assert peta.ujung(ruas[-1])[1] == pytest.approx(peta.sisi(ruas[-1].ke), abs=2)
        for a, b in pairwise(ruas):
            assert peta.ujung(a)[1] == peta.ujung(b)[0]
        lain = [b for b in lembar.bentuk if b.rupa != "kata" and b.id not in (ruas[0].dari[0], ruas[-1].ke[0])]
        for satu in ruas:
            (x1, y1), (x2, y2) = peta.ujung(satu)
            assert x1 == x2 or y1 == y2
            for b in lain:
                kiri, atas, kanan, bawah = peta.kotak(b)
                kena = min(x1, x2) < kanan and max(x1, x2) > kiri and min(y1, y2) < bawah and max(y1, y2) > atas
                assert not kena, f"{satu.nama} runs through {b.nama}"


@SOP
def test_off_page_signs_come_in_pairs_on_both_sides_of_a_page_break(kode):
    lembar = uji.bagan(uji.manifest_sop(kode))
    pasang = {}
    for satu in _lambang(lembar, "halaman"):
        pasang.setdefault(satu.teks, []).append(sum(satu.awal[2] >= b for b in lembar.cetak.putus))
    assert all(len(h) == 2 and h[0] != h[1] for h in pasang.values())
    tabel = uji.manifest_sop(kode).tabel["sop_alir"]
    assert len(pasang) >= sum(tabel.baris1 < b <= tabel.baris2 for b in lembar.cetak.putus)


def test_long_sops_break_between_steps_and_short_ones_fit_on_a_page():
    halaman = {k: len(_lambang(uji.bagan(uji.manifest_sop(k)), "halaman")) for k in ("rka", "laporan-bulanan")}
    assert halaman == {"rka": 2, "laporan-bulanan": 0}


def test_parallel_steps_part_from_one_sign_and_meet_in_one():
    nomor = [(a.split(",")[0], b.split(",")[0]) for a, b in uji.sambungan(uji.bagan(uji.manifest_sop("ikm")))]
    for pasang in ((3, 4), (3, 5), (4, 6), (5, 6)):
        assert tuple(f"Langkah {n}" for n in pasang) in nomor
    assert ("Langkah 4", "Langkah 5") not in nomor


def test_proposed_performers_are_marked_in_their_cell_and_above_the_columns():
    manifest = uji.manifest_sop("rka")
    tabel, peta = manifest.tabel["sop_alir"], uji.bagan(manifest).peta
    assert peta[tabel.baris1, tabel.kolom["pelaksana_1"]].nilai == "usulan"
    assert peta[tabel.baris1, tabel.kolom["pelaksana_2"]].nilai is None
    assert peta[tabel.baris1 - 2, tabel.kolom["pelaksana_1"]].nilai == "Pelaksana (usulan)"


# -- the arrows by themselves ------------------------------------------------------------------------------


def _langkah(n, **khusus):
    return [{"kembali_ke": None, "paralel_dengan": None, **khusus.get(f"l{i}", {})} for i in range(1, n + 1)]


def test_three_parallel_steps_start_and_end_together():
    panah = susun_panah(_langkah(5, l3={"paralel_dengan": 2}, l4={"paralel_dengan": 2}))
    assert {(p.dari, p.ke) for p in panah} == {(1, 2), (1, 3), (1, 4), (2, 5), (3, 5), (4, 5)}


def test_a_last_decision_says_yes_to_the_end():
    assert susun_panah(_langkah(2, l2={"kembali_ke": 1})) == (Panah(1, 2), Panah(2, 0, "Ya"), Panah(2, 1, "Tidak"))


@pytest.mark.parametrize("kembali", [2, 3, 0.5, "1"])
def test_a_return_to_no_earlier_step_is_refused(kembali):
    with pytest.raises(KinerjaError, match="bukan langkah sebelumnya"):
        susun_panah(_langkah(3, l2={"kembali_ke": kembali}))


@st.composite
def _acak(draw):
    peran = draw(st.integers(2, 8))
    langkah = []
    for no in range(1, draw(st.integers(1, 24)) + 1):
        kolom = draw(st.lists(st.integers(1, peran), min_size=1, max_size=2, unique=True))
        satu = {"kolom": kolom, "kembali_ke": None, "paralel_dengan": None}
        if no > 1 and draw(st.integers(0, 5)) == 0:
            satu["kembali_ke"] = draw(st.integers(max(1, no - 6), no - 1))
        elif no > 2 and draw(st.integers(0, 5)) == 0:
            satu["paralel_dengan"] = no - 1
        langkah.append(satu)
    return {"langkah": langkah, "peran": [{"nama": f"Peran {n}"} for n in range(1, peran + 1)]}


@given(_acak())
@settings(max_examples=60, deadline=None)
def test_random_charts_hold_together(data):
    kanvas = Kanvas("Bagan Alir", dict.fromkeys(range(3, 12), 11.0))
    akhir = 4 + len(data["langkah"])
    kanvas.tinggi.update(dict.fromkeys(range(5, akhir + 1), 46.0))
    kanvas.alir = BaganAlir(data, 5, akhir, 3)
    bagi_halaman(kanvas, 500, 40)
    bentuk, garis = gambar_alir(kanvas)
    lembar = LembarM("Bagan Alir", (), kanvas.lebar, kanvas.tinggi, bentuk=bentuk, garis=garis)
    tepi = 3 + len(data["peran"]) - 1
    assert all(3 <= j[0] <= tepi and 5 <= j[2] <= akhir for b in (*bentuk, *garis) for j in (b.awal, b.akhir))
    peta = uji.Peta(lembar)
    nomor = {b.id for b in bentuk}
    for satu in garis:
        for tempel in (satu.dari, satu.ke):
            assert tempel is None or tempel[0] in nomor
        if satu.dari:
            assert peta.ujung(satu)[0] == pytest.approx(peta.sisi(satu.dari), abs=2)
    keluar = [dari for dari, _ in uji.sambungan(lembar)]
    for no, satu in enumerate(data["langkah"], 1):
        if satu["kembali_ke"]:
            lanjut = {p.ke for p in susun_panah(data["langkah"]) if p.dari == no and p.kata == "Ya"}
            utama = [d for d in keluar if d.startswith(f"Langkah {no},") and d.endswith("keputusan")]
            assert len(utama) == len(lanjut) + 1
