"""Formula policy in the verifier: each KEB code on the smallest workbook that triggers it, and one that must not."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

import kinerja_xl.resep
from kinerja_xl.spec.manifest import LembarM, Panggilan, Sel
from kinerja_xl.verify import temuan as katalog
from kinerja_xl.verify.checks import jalankan

FLIP = [[3.53] * 6 + [3.54] * 3]  # averages that sum to 31.80
RESMI = 31.80 * 25 / 9


def _lembar(isian, rumus):
    """A sheet Nilai: inputs in row 1, results in row 2 onward as (name, stored, official, call[, formula])."""
    sel = [Sel(1, k, "isian", "isian", tipe="angka", nama=nama) for k, (nama, _) in enumerate(isian, 1)]
    for b, (nama, _, _, panggilan, *teks) in enumerate(rumus, 2):
        sel.append(Sel(b, 1, "rumus", "rumus", rumus=teks[0] if teks else "1+1", nama=nama, panggilan=panggilan))
    return LembarM("Nilai", tuple(sel), {}, {})


@pytest.fixture
def periksa(buatan):
    """KEB findings of a workbook of one sheet: (code, cell)."""

    def satu(isian, rumus, **lain):
        lembar = _lembar(isian, rumus)
        nama = {s.nama: f"'Nilai'!${chr(64 + s.kolom)}${s.baris}" for s in lembar.sel if s.nama}
        buatan.manifest = replace(buatan.manifest, lembar=(lembar,), nama=nama, tabel={}, **lain)
        buatan.sel = {"Nilai": {}}
        buatan.hasil = {}
        for k, (_, nilai) in enumerate(isian, 1):
            buatan.isi(("Nilai", 1, k), nilai)
        for b, (_, tersimpan, resmi, _, *teks) in enumerate(rumus, 2):
            buatan.ubah(("Nilai", b, 1), tersimpan, rumus=teks[0] if teks else "1+1")
            buatan.hasil["Nilai", b, 1] = resmi
        buatan.buku = replace(
            buatan.buku, nama=(), lembar=(replace(buatan.buku.lembar[0], nama="Nilai", sel=buatan.sel["Nilai"]),)
        )
        kasus = buatan.kasus()
        kasus.tahun = buatan.manifest.tahun
        return [t for t in jalankan(kasus) if t.code.startswith("KEB")]

    return satu


def _ikm(tersimpan, nrr=FLIP[0], resmi=RESMI):
    isian = [(f"u{k}_nrr", n) for k, n in enumerate(nrr, 1)]
    return isian, [("ik5_dihitung", tersimpan, resmi, Panggilan("IKM_DARI_NRR", ("$A$1:$I$1",), None))]


def _kode(semua):
    return [(t.code, t.cell, t.data.get("kode_resep")) for t in semua]


def test_a_truncated_weight_is_named_at_its_cell(periksa):
    temuan = periksa(*_ikm(88.245))
    assert _kode(temuan)[0] == ("KEB-01", "A2", ["bobot-0,111"])
    assert "tertulis 88,245" in temuan[0].message and "seharusnya 88,333" in temuan[0].message
    assert "Kelasnya menjadi A, bukan B." in temuan[0].message
    assert "weight 0.111" in katalog.terjemahkan(temuan[0], "en").message


def test_rounded_steps_are_named(periksa):
    nrr = [3.6207, 3.4828, 3.4483, 4.0, 3.5172, 3.6207, 3.6552, 3.6207, 3.9655]
    assert _kode(periksa(*_ikm(91.25, nrr, sum(nrr) * 25 / 9))) == [("KEB-02", "A2", ["tertimbang-2"])]
    # 0.40 0.39 0.38 0.44 0.39 0.40 0.41 0.40 0.44 sum to 3.65 (91.25); the index 3.659 becomes 3.66 (91.50);
    # the averages rounded to two decimals sum to 32.94 (91.50)
    assert _kode(periksa(*_ikm(91.5, nrr, sum(nrr) * 25 / 9))) == [("KEB-02", "A2", ["nrr-2", "indeks-2"])]


def test_the_official_value_near_a_bound_is_a_warning_and_far_from_it_nothing(periksa):
    temuan = periksa(*_ikm(RESMI))
    assert _kode(temuan) == [("KEB-03", "A2", ["bobot-0,111", "bobot-0,11"])]
    assert "88,33 (A), tetapi dengan bobot 0,111 menjadi 88,25 (B)" in temuan[0].message
    assert temuan[0].level == "peringatan"
    assert periksa(*_ikm(87.5, [3.5] * 9, 87.5)) == []


def test_a_value_no_recipe_gives_is_left_to_the_value_check(periksa):
    assert [t.code for t in periksa(*_ikm(70.0))] == ["KEB-03"]


def test_a_value_that_differs_only_in_its_decimals_is_no_recipe(periksa):
    assert [t.code for t in periksa(*_ikm(88.33))] == ["KEB-03"]


TW1 = [100, 87.6, 250 / 3, 100, None, 90, 250 / 3, 99.5, 80, 97.5, None, None]


def _ikpa(tersimpan, tahun=2019):
    isian = [(f"s{k}_skor", n) for k, n in enumerate(TW1, 1)]
    panggilan = Panggilan("IKPA_SCORE", ("$A$1:$L$1", "1"), tahun)
    return isian, [("ik11_dihitung", tersimpan, 89.05, panggilan)]


def test_ikpa_without_konversi_bobot(periksa):
    hasil = _kode(periksa(*_ikpa(71.24), tahun=2019))
    assert hasil == [("KEB-04", "A2", ["tanpa-konversi"])]
    assert periksa(*_ikpa(89.05), tahun=2019) == []


def test_a_value_by_the_rule_of_another_year_is_information(periksa):
    (temuan,) = periksa(*_ikpa(89.05), tahun=2024)
    assert (temuan.code, temuan.level, temuan.cell) == ("KEB-10", "info", "A2")
    assert "PMK 195" in temuan.message and "PER-5/PB/2024" in temuan.message


def _capaian(tersimpan, r, t, arah, resmi):
    isian = [("r_real", r), ("t_target", t)]
    return isian, [("ik9_capaian", tersimpan, resmi, Panggilan("CAPAIAN", ("$A$1", "$B$1", f'"{arah}"'), None))]


@pytest.mark.parametrize(
    ("tersimpan", "r", "t", "arah", "resmi", "kode"),
    [
        (100 / 1.2, 1.2, 1, "Minimize", 80.0, [("KEB-05", "A2", ["t-per-r"])]),
        (120.0, 1.2, 1, "Minimize", 80.0, [("KEB-05", "A2", ["r-per-t"])]),
        (80.0, 1.2, 1, "Minimize", 80.0, []),
        (10000 / 77.5, 100, 77.5, "Maximize", 120.0, [("KEB-06", "A2", ["tanpa-batas"])]),
        (120.0, 100, 77.5, "Maximize", 120.0, []),
    ],
)
def test_capaian_by_another_formula_or_cap(periksa, tersimpan, r, t, arah, resmi, kode):
    assert _kode(periksa(*_capaian(tersimpan, r, t, arah, resmi))) == kode


@pytest.mark.parametrize(("mutu", "kode"), [("A", ["KEB-07"]), ("B", []), ("D", [])])
def test_a_grade_by_the_bounds_of_the_old_rule(periksa, mutu, kode):
    panggilan = Panggilan("IKM_MUTU", ("$A$1",), 2024)
    temuan = periksa([("ik5_nilai", 87.4)], [("ik5_mutu", mutu, "B", panggilan)])
    assert [t.code for t in temuan] == kode
    assert all("KEP/25" in t.message and "Nilainya 87,4." in t.message for t in temuan)


def _aplikasi(nilai):
    isian, rumus = _ikm(RESMI)
    return [*isian, ("ik5_aplikasi_nilai", nilai)], rumus


def test_an_application_that_says_something_else_is_compared_and_its_recipe_named(periksa):
    temuan = [t for t in periksa(*_aplikasi(87.45)) if t.code == "KEB-08"]
    assert _kode(temuan) == [("KEB-08", "J1", ["bobot-0,11"])]
    assert "87,45" in temuan[0].message and "88,33" in temuan[0].message and "bobot 0,11" in temuan[0].message
    assert temuan[0].level == "peringatan"
    (asing,) = [t for t in periksa(*_aplikasi(60)) if t.code == "KEB-08"]
    assert "mungkin datanya berbeda" in asing.message


@pytest.mark.parametrize("nilai", [88.33, RESMI, None])
def test_an_application_that_agrees_or_is_not_filled_is_fine(periksa, nilai):
    assert [t.code for t in periksa(*_aplikasi(nilai))] == ["KEB-03"]


def test_the_realisasi_that_repeats_a_value_is_held_against_its_data_too(periksa):
    isian, rumus = _ikm(RESMI)
    rumus = [*rumus, ("ik5_realisasi", 87.45, RESMI, None, "ik5_dihitung")]
    assert ("KEB-01", "A3", ["bobot-0,11"]) in _kode(periksa(isian, rumus))


def test_numbers_only_recalled_are_marked_and_others_not(periksa):
    rumus = "MIN(p_capaian_batas_atas,A1/B1*p_capaian_capaian_penuh)"
    isian, ((nama, tersimpan, resmi, panggilan),) = _capaian(120.0, 100, 77.5, "Maximize", 120.0)
    (temuan,) = periksa(isian, [(nama, tersimpan, resmi, panggilan, rumus)])
    assert (temuan.code, temuan.level, temuan.data["parameter"]) == ("KEB-09", "info", ["batas_atas"])
    assert "CAPAIAN" in temuan.message and "KMK 467" in temuan.message
    lain = "A1/B1*p_capaian_capaian_penuh"
    assert periksa(isian, [(nama, tersimpan, resmi, panggilan, lain)]) == []
    assert periksa(isian, [(nama, "", "", panggilan, rumus)]) == []  # nothing computed, nothing rests on it


def test_recipes_use_codes_of_the_catalogue_with_the_same_placeholders():
    kode = {
        satu["temuan"]
        for berkas in Path(kinerja_xl.resep.__file__).parent.glob("*.toml")
        for satu in tomllib.loads(berkas.read_text(encoding="utf-8"))["pilihan"]
    }
    assert kode == {f"KEB-0{n}" for n in (1, 2, 4, 5, 6, 7)}
    for satu in kode:
        entri = katalog.cari_entri(satu)
        assert katalog.lubang(entri.pesan) == {"tempat", "tersimpan", "resep", "resmi", "akibat"}
        assert katalog.lubang(entri.perbaikan) == set()


def test_every_policy_finding_is_a_warning_or_information():
    assert {e.tingkat for e in katalog.muat_topik("KEB").values()} == {"peringatan", "info"}
