"""kinerja rules NAME --rumus: both forms of a formula to paste, and errors that name the argument."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kinerja_xl.cli import main
from kinerja_xl.functions import functions

SALAH = {
    ("NKA_PENYERAPAN", "B2"): ("'pagu' belum diberi alamat", 'misalnya --rumus "B5;C5"'),
    ("NKA_PENYERAPAN", ";C2"): ("'realisasi' belum diberi alamat", "B5;C5"),
    ("RB_SCORE", "B2:B9"): ("'hasil' belum diberi alamat", "B5:B12;C5:C7"),
    ("RB_SCORE", "B2:B8;C2:C4"): ("tidak cocok untuk RB_SCORE", "B5:B12;C5:C7"),
    ("CAPAIAN", "B2,C2,D2"): ("titik koma", '"B2;C2;D2"'),
    ("CAPAIAN", "B2:B9;C2;D2"): ("'realisasi' perlu satu sel", "B2:B9"),
    ("CAPAIAN", "B2;C2;D2;E2;F2;G2"): ("6 alamat diberikan, paling banyak 5", "cara (boleh tidak ada)"),
    ("IKM_SCORE", "survei"): ("'jawaban' perlu alamat rentang", "survei"),
    ("IKM_SCORE", "B5:K154"): ("9 kolom", "diberi 10"),
    ("IKM_CEK", "B5:J9"): ("tidak dapat ditulis sebagai rumus biasa", "baris dan kolom"),
}


def _jalan(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as keluar:
        main([*args])
    tangkap = capsys.readouterr()
    return int(keluar.value.code or 0), tangkap.out, tangkap.err


def test_both_forms_are_printed_and_labelled(capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, _ = _jalan(capsys, "rules", "TEMUAN_BPK_PERSEN", "--rumus", "b2;C2")
    aturan, _, label, lokal, _, label2, berkas = keluar.splitlines()
    assert kode == 0
    assert aturan.startswith("Aturan: ") and "berbahasa Indonesia" in label and "isi berkas" in label2
    assert berkas == "=" + functions()["TEMUAN_BPK_PERSEN"].rumus("B2", "C2")
    assert lokal == berkas.replace(",", ";")  # this rule holds no decimal number and no comma in a text


def test_a_year_picks_the_rule_and_labels_have_an_english_twin(capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, _ = _jalan(capsys, "--lang", "en", "rules", "IKM_SCORE", "--rumus", "B5:O154", "--tahun", "2010")
    assert kode == 0 and "Rule: KEP/25" in keluar and "separator ;" in keluar
    assert "*0,071;3)" in keluar and "*0.071,3)" in keluar


def test_an_optional_address_may_be_left_out_in_the_middle(capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, _ = _jalan(capsys, "rules", "CAPAIAN", "--rumus", "B2;C2;D2;;F2")
    assert kode == 0 and keluar.splitlines()[-1] == "=" + functions()["CAPAIAN"].rumus("B2", "C2", "D2", '""', "F2")


@pytest.mark.parametrize(("nama", "alamat"), SALAH)
def test_a_wrong_request_says_what_is_missing(nama: str, alamat: str, capsys: pytest.CaptureFixture[str]) -> None:
    kode, keluar, galat = _jalan(capsys, "rules", nama, "--rumus", alamat)
    assert (kode, keluar) == (2, "")
    assert [kata for kata in SALAH[nama, alamat] if kata not in galat] == []


def test_generate_carries_the_functions_when_asked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    kode, keluar, _ = _jalan(
        capsys, "generate", "pk", "--tahun", "2026", "--dengan-fungsi", "--out", str(tmp_path / "dengan")
    )
    assert kode == 0
    with zipfile.ZipFile(keluar.strip()) as arsip:
        assert b'<definedName name="IKM_SCORE" comment="Nilai IKM' in arsip.read("xl/workbook.xml")
