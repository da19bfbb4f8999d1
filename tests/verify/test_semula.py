"""Changed documents beside the earlier one: each finding with a case that gives it and honest pairs that do not."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_xl.build import generate
from kinerja_xl.edit import fill, perubahan
from kinerja_xl.verify.perubahan import Dokumen, baca_dokumen
from kinerja_xl.verify.perubahan import perubahan as periksa
from kinerja_xl.verify.temuan import terjemahkan

_spek = importlib.util.spec_from_file_location(
    "_pejabat_uji", Path(__file__).parent.parent / "buku" / "_pejabat_uji.py"
)
uji = importlib.util.module_from_spec(_spek)
_spek.loader.exec_module(uji)

SIAPA = ("pk", "Kecamatan Contoh", 2025, "pertama")
LAMA = Dokumen("lama.xlsx", SIAPA, 0, 45681.0, {"target IK1": 85.0, "anggaran P": 1000.0})
BARU = Dokumen(
    "baru.xlsx", SIAPA, 1, 45839.0, {"target IK1": 84.0, "anggaran P": 1000.0},
    {"target IK1": (85.0, ("Perubahan", 9, 5)), "anggaran P": (1000.0, ("Perubahan", 14, 5))}, ("Perubahan", 1, 1),
)  # fmt: skip


def _kode(*dokumen):
    hasil = periksa(dokumen)
    assert all(terjemahkan(t, "en").message for v in hasil.values() for t in v)
    return {k: [(t.code, f"{t.sheet}!{t.cell}") for t in v] for k, v in hasil.items()}


def test_an_honest_pair_and_a_lone_change_say_nothing():
    assert _kode(LAMA, BARU) == {}
    assert _kode(BARU) == {}
    assert _kode(LAMA, replace(BARU, siapa=(*SIAPA[:3], "sekretaris"))) == {}  # of somebody else


@pytest.mark.parametrize(
    ("ubah", "harus"),
    [
        ({"semula": {**BARU.semula, "target IK1": (86.0, ("Perubahan", 9, 5))}}, ("SIL-40", "Perubahan!E9")),
        ({"semula": {**BARU.semula, "target IK1": (None, ("Perubahan", 9, 5))}}, ("SIL-40", "Perubahan!E9")),
        ({"semula": {"target IK1": BARU.semula["target IK1"]}}, ("SIL-41", "Perubahan!A1")),
        ({"tanggal": 45600.0}, ("SIL-42", "Perubahan!A1")),
        ({"nilai": LAMA.nilai}, ("SIL-43", "Perubahan!A1")),
    ],
)
def test_each_finding(ubah, harus):
    assert _kode(LAMA, replace(BARU, **ubah)) == {"baru.xlsx": [harus]}


def test_the_message_names_item_values_and_file():
    salah = replace(BARU, semula={**BARU.semula, "target IK1": (86.0, ("Perubahan", 9, 5))})
    [satu] = periksa([LAMA, salah])["baru.xlsx"]
    assert satu.message == "Perubahan!E9: nilai semula target IK1 tertulis 86, seharusnya 85 menurut lama.xlsx."


def test_the_second_change_is_held_against_the_first():
    dua = replace(
        BARU, berkas="dua.xlsx", ke=2, tanggal=45900.0, nilai={"target IK1": 83.0, "anggaran P": 1000.0},
    )  # fmt: skip
    assert _kode(LAMA, BARU, dua) == {"dua.xlsx": [("SIL-40", "Perubahan!E9")]}  # 85 was the first version, not 84


def test_real_workbooks(tmp_path):
    pk = generate("pk", tahun=2025, out=tmp_path / "pk.xlsx", isi={"tanda_tanggal": "2025-01-24"})
    balai = uji.berkas_contoh("balai-kipm-2024")
    rka = generate("rka", tahun=2025, profil=balai, out=tmp_path / "rka.xlsx", isi={"tanda_tanggal": "2024-09-11"})
    isi = {"pk": {"ik1_target": 84}, "rka": {"rka_rincian": {"1": {"koefisien": 8}}}}
    lama = {"pk": pk, "rka": rka}
    baru = {
        j: perubahan(b, tmp_path / f"{j}-ubah.xlsx", alasan=uji.ALASAN, tanggal=uji.date(2025, 7, 1), isi=isi[j])
        for j, b in lama.items()
    }

    def semua(**ganti):
        berkas = {**lama, **ganti, **{f"{j}-ubah": b for j, b in baru.items()}}
        return _kode(*[baca_dokumen(uji.kasus(b), k) for k, b in berkas.items()])

    assert semua() == {}
    lain = fill(pk, {"ik2_target": 75}, tmp_path / "pk2.xlsx")
    assert {k: [t[0] for t in v] for k, v in semua(pk=lain).items()} == {"pk-ubah": ["SIL-40"]}
    lain = fill(rka, {"rka_rincian": {"2": {"koefisien": 13}}}, tmp_path / "rka2.xlsx")
    assert {k: [t[0] for t in v] for k, v in semua(rka=lain).items()} == {"rka-ubah": ["SIL-40"]}
    sama = perubahan(pk, tmp_path / "sama.xlsx", alasan=uji.ALASAN, tanggal=uji.date(2025, 7, 1))
    assert [t[0] for t in _kode(baca_dokumen(uji.kasus(sama), "sama"))["sama"]] == ["SIL-43"]
    assert baca_dokumen(uji.kasus(generate("iku", tahun=2025, out=tmp_path / "iku.xlsx")), "iku") is None
