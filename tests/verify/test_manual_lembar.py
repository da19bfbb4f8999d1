"""The manual sheets of an IKU workbook: a choice or target that does not fit is named at its own cell."""

from __future__ import annotations

import pytest

import kinerja_xl as kx
from kinerja_xl.edit import fill
from kinerja_xl.spec.profil import berkas_contoh


@pytest.fixture(scope="module")
def kosong(tmp_path_factory):
    """The IKU workbook of the district example: its manual is sound but for one remark."""
    folder = tmp_path_factory.mktemp("iku")
    return kx.generate("iku", tahun=2026, profil=berkas_contoh("kecamatan"), out=folder / "iku.xlsx")


def temuan(jalur):
    """(code, level, Sheet!Cell, name) of what the manual's rules say, without the remark the example starts with."""
    semua = [t for f in kx.verify(jalur).files for t in f.findings if t.code.startswith("IKU-")]
    ada = [(t.code, t.level, f"{t.sheet}!{t.cell}", t.name) for t in semua]
    return [satu for satu in ada if satu != ("IKU-25", "info", "IK3!B11", "ik3_aspek")]


def test_the_example_as_generated_has_only_its_remark(kosong):
    assert temuan(kosong) == []


@pytest.mark.parametrize(
    ("isi", "harus"),
    [
        ({"ik1_perhitungan": "Akumulasi"}, [("IKU-03", "peringatan", "IK1!B16", "ik1_perhitungan")]),
        ({"ik1_aspek": "Kuantitas/output"}, [("IKU-25", "info", "IK1!B11", "ik1_aspek")]),
        ({"ik2_perhitungan": "Rata-rata"}, [("IKU-32", "peringatan", "IK2!B16", "ik2_perhitungan")]),
        ({"ik1_target": 83}, [("IKU-09", "peringatan", "IK1!E23", "ik1_target"),
                              ("IKU-10", "peringatan", "IK1!E23", "ik1_target")]),
        ({"ik1_target": 84.3}, []),
        ({"ik1_realisasi_lalu": 71.05}, [("IKU-08", "peringatan", "IK1!C23", "ik1_realisasi_lalu"),
                                         ("IKU-08", "peringatan", "IK2!C23", "ik2_realisasi_lalu")]),
        ({"ik1_target_lalu": 85, "ik2_target_lalu": 72, "ik3_target_lalu": 90},
         [("IKU-10", "peringatan", "IK1!E23", "ik1_target")]),
        ({"ik3_polarisasi": "Minimize"}, [("IKU-09", "peringatan", "IK3!E23", "ik3_target")]),
    ],
)  # fmt: skip
def test_a_choice_or_target_is_named_at_its_cell(kosong, tmp_path, isi, harus):
    assert temuan(fill(kosong, isi, tmp_path / "a.xlsx")) == harus


def test_the_balai_reads_as_overridden_not_as_printed(tmp_path):
    jalur = kx.generate("iku", tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=tmp_path / "iku.xlsx")
    kode = {code for code, *_ in temuan(jalur)}
    assert kode == {"IKU-08", "IKU-09", "IKU-10", "IKU-11", "IKU-25", "IKU-34"}
    kembali = {"ik5_perhitungan": "Akumulasi", "ik9_polarisasi": "Maximize", "ik9_target": 100}
    baru = {satu for satu in temuan(fill(jalur, kembali, tmp_path / "b.xlsx")) if satu[0] not in kode}
    assert {(c, nama) for c, _, _, nama in baru} == {
        ("IKU-03", "ik5_perhitungan"), ("IKU-04", "ik9_polarisasi"), ("IKU-39", "ik9_target"),
    }  # fmt: skip
