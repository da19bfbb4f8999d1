"""Numbers of every family: weights that sum, bands that fall, versions that do not overlap, citations."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise

import pytest

from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga
from kinerja_xl.core.masa import BUKTI, Masa
from kinerja_xl.core.nama import nama_sah
from kinerja_xl.functions import functions

MASA = [masa for kode in daftar_keluarga() for masa in keluarga(kode).masa]
NAMA = [f"{masa.keluarga}/{masa.versi}" for masa in MASA]
semua_masa = pytest.mark.parametrize("masa", MASA, ids=NAMA)

# Weights per version as the regulations print them: the components and their sum.
BOBOT = {
    "ikpa/pmk-195-2018": ([5, 5, 10, 5, 10, 20, 20, 5, 5, 5, 5, 5], 100),
    "ikpa/per-4-2020": ([5, 5, 8, 5, 15, 12, 15, 5, 5, 5, 5, 5, 10], 100),
    "ikpa/per-4-2021": ([5, 5, 8, 5, 10, 10, 15, 5, 5, 5, 5, 5, 17], 100),
    "ikpa/per-5-2022": ([10, 10, 20, 10, 10, 10, 5, 25], 100),
    "ikpa/per-5-2024": ([10, 15, 20, 10, 10, 10, 25], 100),
    "nka/pmk-249-2011": ([9.7, 18.2, 43.5, 28.6], 100),
    "nka/pmk-214-2017": ([9.7, 18.2, 43.5, 28.6], 100),
    "nka/pmk-22-2021": ([9.7, 18.2, 43.5, 28.6], 100),
    "nka/pmk-62-2023": ([50, 50], 100),
    "pbj/kkp-manual-iku": ([20, 30, 20, 30], 100),
    "sakip/permenpanrb-12-2015": ([30, 25, 15, 10, 20], 100),
    "sakip/permenpanrb-88-2021": ([30, 30, 15, 25], 100),
}


@pytest.mark.parametrize("versi", sorted(BOBOT))
def test_weights_of_a_version_are_the_printed_ones_and_sum(versi: str) -> None:
    kode, nama = versi.split("/")
    masa = next(m for m in keluarga(kode).masa if m.versi == nama)
    bobot = [p.nilai for p in masa.parameter if p.nama.startswith("bobot_")]
    assert bobot == BOBOT[versi][0]
    assert sum(map(Fraction, map(str, bobot))) == BOBOT[versi][1]


@semua_masa
def test_a_group_of_weights_sums_to_one_or_a_hundred(masa: Masa) -> None:
    kelompok: dict[str, Fraction] = defaultdict(Fraction)
    for tabel in masa.tabel:
        if tabel.nama.startswith("bobot"):
            kelompok[tabel.nama] = sum((Fraction(str(n)) for n in tabel.isi.values()), Fraction(0))
    for parameter in masa.parameter:
        if parameter.nama.startswith("bobot_"):
            kelompok[parameter.nama.split("_")[0] + parameter.satuan] += Fraction(str(parameter.nilai))
    for nama, jumlah in kelompok.items():
        assert jumlah in (1, 100), f"{nama}: {float(jumlah)}"


def test_nine_exact_weights_make_one_and_fourteen_printed_ones_do_not() -> None:
    baru, lama = keluarga("ikm").untuk(2024), keluarga("ikm").untuk(2010)
    jumlah = {
        m.versi: Fraction(str(m._cari("parameter", "bobot").nilai)) * m.bulat("jumlah_unsur") for m in (baru, lama)
    }
    assert jumlah == {"permenpanrb-14-2017": 1, "kep-25-2004": Fraction("0.994")}


def test_ip_asn_points_reach_a_hundred_for_every_kind_of_post() -> None:
    masa = keluarga("ipasn").untuk()
    puncak = [max(masa.ambil_tabel(n).isi.values()) for n in ("pendidikan", "kinerja", "disiplin")]
    assert puncak == [25, 30, 5]
    for jabatan in ("Struktural", "Fungsional", "Pelaksana"):
        assert sum(masa.ambil_tabel(n).isi[jabatan] for n in ("diklat", "jp20", "seminar")) == 40


@semua_masa
def test_bands_fall_strictly_and_every_label_is_new(masa: Masa) -> None:
    for pita in masa.pita:
        batas, label = [b for b, _ in pita.isi], [t for _, t in pita.isi]
        assert all(atas > bawah for atas, bawah in pairwise(batas)), pita.nama
        assert len(set(label)) == len(label), pita.nama


@semua_masa
def test_each_value_of_a_band_belongs_to_one_class(masa: Masa) -> None:
    for pita in masa.pita:
        label = [t for _, t in pita.isi]
        for ke, (batas, nama) in enumerate(pita.isi[:-1]):
            lebih = 10.0 ** -(pita.bulat if pita.bulat is not None and pita.bulat < 6 else 6)
            assert pita.kelas(float(batas) + lebih) == nama
            assert pita.kelas(float(batas) - lebih) == label[ke + 1]
            assert pita.kelas(float(batas)) == (label[ke + 1] if pita.atas_inklusif else nama)


@semua_masa
def test_every_number_is_cited_and_can_be_a_defined_name(masa: Masa) -> None:
    for parameter in masa.daftar():
        assert parameter.rujukan and parameter.bukti in BUKTI, parameter.nama
        assert nama_sah(f"{masa.keluarga}_{parameter.nama}"), parameter.nama


@pytest.mark.parametrize("kode", daftar_keluarga())
def test_versions_of_a_family_do_not_overlap(kode: str) -> None:
    masa = keluarga(kode).masa
    for tahun in range(2000, 2036):
        assert sum(m.memuat(tahun) for m in masa) <= 1, tahun
    assert masa[-1].tahun_akhir is None


@pytest.mark.parametrize("nama", sorted(functions()))
def test_names_of_a_function_and_its_arguments_are_no_addresses(nama: str) -> None:
    fungsi = functions()[nama]
    for satu in (nama, *[arg.nama for arg in fungsi.argumen]):
        assert nama_sah(satu), satu
    assert fungsi.judul and fungsi.judul_en and fungsi.satuan and fungsi.rujukan and fungsi.bantuan
    assert all(arg.bantuan for arg in fungsi.argumen)
