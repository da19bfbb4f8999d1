"""IP ASN sheet: the SKP of a person is a number or a predikat, in the sheet as in the rule book's function."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from _rencana_uji import Buku, profil, temuan

import kinerja_xl as kx
from kinerja_xl.build import generate
from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit import fill
from kinerja_xl.edit.data import baca_data
from kinerja_xl.read import baca
from kinerja_xl.spec.profil import berkas_contoh

ORANG = {
    "nama": "Pegawai (contoh)", "pendidikan": "S2", "jabatan": "Struktural", "diklat": 1, "jp20": 1, "seminar": 1,
    "disiplin": "O",
}  # fmt: skip
KUNCI = ("pendidikan", "jabatan", "diklat", "jp20", "seminar", "skp", "disiplin")


def buku(*skp: Any) -> Buku:
    """The IKU workbook of the Balai (IK7 is the index) with these SKP."""
    return Buku("iku", profil("balai-kipm-2024"), data={"ik7_pegawai": [{**ORANG, "skp": s} for s in skp]})


@pytest.mark.parametrize("skp", [85, "Baik", "Sangat Baik", " butuh  perbaikan ", "Kurang", "sangat kurang"])
def test_the_sheet_computes_what_the_function_computes(skp: Any) -> None:
    kita = kx.call("IP_ASN_PEGAWAI", *[{**ORANG, "skp": skp}[k] for k in KUNCI])
    assert buku(skp).tabel("ik7_pegawai", "nilai")[0] == pytest.approx(kita)


def test_numbers_and_words_stand_in_one_table() -> None:
    isi = buku(85, "Baik", "Kurang")
    rekaman = [[{**ORANG, "skp": s}[k] for k in KUNCI] for s in (85, "Baik", "Kurang")]
    assert isi["ik7_dihitung"] == pytest.approx(kx.call("IP_ASN_SCORE", rekaman))
    assert isi["ik7_pegawai_diukur"] == 3


def test_the_words_of_the_sheet_are_those_of_the_rule_book() -> None:
    manifest = buku().manifest
    tabel = manifest.tabel["ik7_pegawai"]
    sel = manifest.lembar_bernama[tabel.lembar].peta[tabel.baris1, tabel.kolom["skp"]]
    assert sel.sah is not None
    assert sel.sah.kata == tuple(keluarga("ipasn").untuk().ambil_tabel("predikat").isi)


def test_the_validation_says_so_and_lets_both_through(tmp_path: Path) -> None:
    berkas = generate("iku", tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=tmp_path / "iku.xlsx")
    terbaca = baca(berkas).buku
    assert terbaca is not None
    lembar = next(lb for lb in terbaca.lembar if lb.nama == "Hitung IK7")
    (aturan,) = [v for v in lembar.validasi if v.jenis == "custom"]
    (area,) = aturan.area
    awal = f"H{area[0]}"
    assert aturan.rumus1.startswith(f"OR(AND(ISNUMBER({awal}),{awal}>=0,{awal}<=100),TRIM({awal})=")
    assert '="Sangat Kurang"' in aturan.rumus1
    assert aturan.menolak


def test_a_word_is_accepted_and_any_other_text_refused(tmp_path: Path) -> None:
    asal = generate("iku", tahun=2024, profil=berkas_contoh("balai-kipm-2024"), out=tmp_path / "iku.xlsx")
    data = {"ik7_pegawai": [{**ORANG, "skp": "Baik"}], "ik7_sumber": "dihitung"}
    assert [t for t in temuan(fill(asal, data, tmp_path / "isi.xlsx")) if t[1] == "Hitung IK7"] == []
    with pytest.raises(KinerjaError, match=r"harus angka atau Sangat Baik, Baik, .*tertulis teks 'Lumayan'"):
        fill(asal, {"ik7_pegawai": [{**ORANG, "skp": "Lumayan"}]}, tmp_path / "salah.xlsx")
    with pytest.raises(KinerjaError, match="harus angka"):
        fill(asal, {"ik7_target": "Baik"}, tmp_path / "salah.xlsx")


def test_a_csv_may_hold_the_word(tmp_path: Path) -> None:
    csv = tmp_path / "data.csv"
    csv.write_text("nama;nilai\nik7_pegawai[1].skp;Baik\nik7_pegawai[2].skp;92,5\n", encoding="utf-8")
    assert baca_data(csv, buku().manifest)["ik7_pegawai"] == {"1": {"skp": "Baik"}, "2": {"skp": 92.5}}


def test_the_status_counts_a_wrong_word_only() -> None:
    isi = buku("Baik")
    status = {isi.semua[lb.nama, s.baris, 2]: isi.semua[lb.nama, s.baris, 4] for lb, s in isi.manifest.setiap("rumus")
              if s.judul == "Isian salah"}  # fmt: skip
    assert status["Hitung IK7"] == 0
