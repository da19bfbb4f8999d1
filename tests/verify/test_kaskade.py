"""Cascade: each rule with a case that breaks it and the whole example that does not; submitted workbooks together."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.edit import fill, perubahan
from kinerja_xl.spec.kaskade import Tingkat, Ukuran, kaskade, periksa, tingkat_profil
from kinerja_xl.spec.profil_perjanjian import kunci_pejabat
from kinerja_xl.verify.kaskade import KODE, baca_perjanjian, periksa_profil
from kinerja_xl.verify.kaskade import kaskade as kaskade_berkas
from kinerja_xl.verify.temuan import cari_entri, terjemahkan

_spek = importlib.util.spec_from_file_location(
    "_pejabat_uji", Path(__file__).parent.parent / "buku" / "_pejabat_uji.py"
)
uji = importlib.util.module_from_spec(_spek)
_spek.loader.exec_module(uji)

TANGGAL = {"tanda_tanggal": "2025-01-24"}


def _u(kode, dari="", metode="", target=10.0, **lain):
    isi = {"nama": "Jumlah dokumen", "satuan": "Dokumen", "polarisasi": "Maximize", "perhitungan": "Akumulasi", **lain}
    return Ukuran(kode, target=target, dari=dari, metode=metode, **isi)


def _kantor(*, kepala=(), a=(), b=(), anggaran=(100.0, 60.0, 40.0)):
    """A head with two subordinates; by default one adopts, the other narrows."""
    return [
        Tingkat("pertama", "Camat", "kedua", kepala or (_u("IK1"),), anggaran[0], {"a": "Kasi A", "b": "Kasi B"}),
        Tingkat("a", "Kasi A", "pertama", a or (_u("A1", "IK1", "Adopsi Langsung"),), anggaran[1]),
        Tingkat("b", "Kasi B", "pertama", b or (_u("B1", "IK1", "Dipersempit", nama="Lain"),), anggaran[2]),
    ]


def _langgar(tingkat):
    return [(s.aturan, s.pejabat, s.kode) for s in kaskade(tingkat)]


def test_a_whole_cascade_breaks_no_rule():
    assert _langgar(_kantor()) == []
    assert _langgar(_kantor(a=(_u("A1", "IK1", "Adopsi Langsung", nama="jumlah   DOKUMEN"),))) == []  # spaces and case
    assert periksa(uji.kecamatan()) == ()


KOMPONEN = {"a": (_u("A1", "IK1", "Komponen Pembentuk", 7.0),), "b": (_u("B1", "IK1", "Komponen Pembentuk", 3.0),)}


@pytest.mark.parametrize(
    ("tingkat", "harus"),
    [
        (_kantor(kepala=(_u("IK1"), _u("IK2"))), [("diturunkan", "pertama", "IK2")]),
        (_kantor(kepala=(_u("IK1"), _u("IK2", cascading="Tidak Diturunkan"))), []),
        (_kantor(kepala=(_u("IK1", cascading="Tidak Diturunkan"),)), [("dibawa", "pertama", "IK1")]),
        (_kantor(a=(_u("A1", "IK1", "Adopsi Langsung", 9.0),)), [("sama", "a", "A1")]),
        (_kantor(a=(_u("A1", "IK1", "Adopsi Langsung", nama="Jumlah surat"),)), [("sama", "a", "A1")]),
        (_kantor(a=(_u("A1", "IK1", "Adopsi Langsung", satuan="Surat"),)), [("sama", "a", "A1")]),
        (_kantor(a=(_u("A1", "IK1", "Adopsi Langsung", polarisasi="Minimize"),)), [("sama", "a", "A1")]),
        (_kantor(a=(_u("A1", "IK1", "Dipersempit", 9.0, nama="x", satuan="y"),)), []),
        (_kantor(a=(_u("A1", "IK9", "Dipersempit"),)), [("menggantung", "a", "A1")]),
        (_kantor(a=(_u("A1"),)), [("menggantung", "a", "A1")]),
        (_kantor(**KOMPONEN), []),
        (_kantor(**{**KOMPONEN, "b": (_u("B1", "IK1", "Komponen Pembentuk", 2.0),)}), [("jumlah", "pertama", "IK1")]),
        (_kantor(kepala=(_u("IK1", perhitungan="Rata-rata"),), a=KOMPONEN["a"], b=KOMPONEN["a"]), []),
        (_kantor(**{**KOMPONEN, "b": (_u("B1", "IK1", "Komponen Pembentuk", satuan="Persen"),)}),
         [("satuan", "pertama", "IK1")]),
        (_kantor(anggaran=(100.0, 60.0, 40.01)), [("anggaran", "pertama", "")]),
        (_kantor(anggaran=(None, 60.0, 40.0)), []),
        (_kantor()[:2], [("hilang", "pertama", "")]),
        (_kantor()[:1], []),  # the head's agreement alone says nothing about the others
        (_kantor()[1:], []),
    ],
)  # fmt: skip
def test_each_rule(tingkat, harus):
    assert _langgar(tingkat) == harus


def test_one_decimal_of_binary_noise_is_no_difference():
    bagian = tuple(_u(f"A{n}", "IK1", "Komponen Pembentuk", 0.1) for n in range(3))
    assert _langgar(_kantor(kepala=(_u("IK1", target=0.3),), a=bagian)) == []


def test_every_rule_has_its_code_and_speaks_both_languages():
    aturan = {"diturunkan", "sama", "jumlah", "menggantung", "anggaran", "dibawa", "hilang", "satuan"}
    assert set(KODE) == aturan
    assert all(cari_entri(kode).kode == kode for kode in KODE.values())
    profil = uji.kecamatan()
    perjanjian = list(profil.bagian["perjanjian"])
    kasi = next(n for n, p in enumerate(perjanjian) if p.pejabat == "kasi_pelayanan")
    satu = perjanjian[kasi].indikator[0]
    perjanjian[kasi] = replace(perjanjian[kasi], indikator=(replace(satu, target=80.0),))
    salah = replace(profil, bagian={"perjanjian": tuple(perjanjian)})
    [temuan] = periksa_profil(salah)
    assert (temuan.code, temuan.level) == ("SIL-31", "galat")
    assert temuan.message.startswith("Profil, perjanjian kasi_pelayanan: PLY-1 milik Kepala Seksi Pelayanan Umum")
    assert "'80', seharusnya '85'" in temuan.message
    assert "its target is '80', should be '85'" in periksa_profil(salah, "en")[0].message
    assert len(tingkat_profil(profil)) == 9


def test_the_components_are_listed_with_their_targets():
    profil = uji.kecamatan()
    perjanjian = [
        replace(p, indikator=tuple(replace(i, target=5.5) if i.kode == "UMM-2" else i for i in p.indikator))
        for p in profil.bagian["perjanjian"]
    ]
    salah = replace(profil, bagian={"perjanjian": tuple(perjanjian)})
    [satu] = periksa_profil(salah)
    assert satu.code == "SIL-32"
    assert "berjumlah 19,5 (EVP-3 14; UMM-2 5,5), seharusnya 20" in satu.message
    assert "sum to 19.5 (EVP-3 14; UMM-2 5.5), should be 20" in periksa_profil(salah, "en")[0].message


@pytest.fixture(scope="module")
def kantor(tmp_path_factory):
    folder, profil = tmp_path_factory.mktemp("kantor"), uji.kecamatan()
    return {
        k: generate("pk", tahun=2025, profil=profil, out=folder / f"{k}.xlsx", pejabat=k, isi=TANGGAL)
        for k in kunci_pejabat(profil)
    }


def _periksa(kantor, **ganti):
    hasil = kaskade_berkas([baca_perjanjian(uji.kasus(b), k) for k, b in {**kantor, **ganti}.items() if b])
    for temuan in hasil.values():
        for satu in temuan:
            assert terjemahkan(satu, "en").message
    return {k: [(t.code, t.sheet, t.cell) for t in v] for k, v in hasil.items()}


def test_the_submitted_agreements_of_one_office(kantor, tmp_path):
    assert _periksa(kantor) == {}
    ubah = fill(kantor["sekretaris"], {"sek1_target": 71, "sek3_target": 21}, tmp_path / "a.xlsx")
    assert _periksa(kantor, sekretaris=ubah) == {
        "sekretaris": [("SIL-31", "Lampiran", "D6"), ("SIL-32", "Lampiran", "D8")]
    }
    mahal = fill(kantor["kasi_kesos"], {"pk_program": {"1": {"anggaran": 10**10}}}, tmp_path / "b.xlsx")
    assert _periksa(kantor, kasi_kesos=mahal) == {"pertama": [("SIL-34", "Lampiran", "D15")]}
    lain = fill(kantor["kasi_trantib"], {"pk_pihak_kedua_nama": "Camat lama"}, tmp_path / "c.xlsx")
    assert _periksa(kantor, kasi_trantib=lain) == {"kasi_trantib": [("SIL-38", "Identitas", "B8")]}


def test_a_missing_agreement_is_named_and_nothing_is_guessed(kantor):
    hasil = kaskade_berkas([baca_perjanjian(uji.kasus(kantor[k]), k) for k in ("pertama", "sekretaris")])
    [satu] = hasil["pertama"]
    assert (satu.code, satu.level) == ("SIL-36", "info")
    assert "Kepala Seksi Pelayanan Umum" in satu.message
    assert "Sekretaris" not in satu.message


def test_the_changed_agreement_is_the_one_that_counts(kantor, tmp_path):
    isi = {"ik2_target": 73}
    baru = perubahan(kantor["pertama"], tmp_path / "p.xlsx", alasan=uji.ALASAN, tanggal=uji.date(2025, 7, 1), isi=isi)
    hasil = kaskade_berkas([baca_perjanjian(uji.kasus(b), k) for k, b in {**kantor, "baru": baru}.items()])
    assert {k: [t.code for t in v] for k, v in hasil.items()} == {"sekretaris": ["SIL-31"]}


def test_another_kind_or_an_office_without_cascade_is_left_alone(tmp_path):
    for jenis, contoh in (("rka", "kecamatan"), ("pk", "balai-kipm-2024")):
        berkas = generate(jenis, tahun=2025, profil=uji.berkas_contoh(contoh), out=tmp_path / f"{jenis}.xlsx")
        assert baca_perjanjian(uji.kasus(berkas), "x") is None
