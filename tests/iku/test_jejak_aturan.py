"""Traces of the rules: for every worked case the steps end in the value of the call; a few told in full from paper."""

from __future__ import annotations

import json
from typing import Any

import pytest

import kinerja_xl as kx
from kinerja_xl.core.buku_aturan import daftar_keluarga, keluarga, sidik
from kinerja_xl.core.jejak_bentuk import bilangan
from kinerja_xl.functions import functions

KASUS = [
    pytest.param(k, id=f"{kode}: {k['nama']}") for kode in daftar_keluarga() for k in keluarga(kode).kasus
]  # fmt: skip
PEMERIKSA = {nama for nama in functions() if nama.endswith("_CEK")}


def _isi(nilai: Any) -> Any:
    if isinstance(nilai, list):
        return [_isi(n) for n in nilai]
    return None if nilai == "" else nilai


@pytest.mark.parametrize("kasus", KASUS)
def test_the_last_step_is_the_value_of_the_call(kasus):
    fungsi, masuk = kasus["fungsi"], _isi(kasus["masuk"])
    if "galat" in kasus:
        with pytest.raises(kx.KinerjaError) as biasa:
            kx.call(fungsi, *masuk)
        with pytest.raises(kx.KinerjaError) as salah:
            kx.trace(fungsi, *masuk)
        assert str(salah.value) == str(biasa.value)
        return
    harus, jejak = kx.call(fungsi, *masuk), kx.trace(fungsi, *masuk)
    assert repr(jejak.hasil) == repr(harus)
    akhir = jejak.langkah[-1]
    assert akhir.ada_hasil and akhir.hasil == harus and type(akhir.hasil) is type(harus)
    assert all(s.keterangan and s.keterangan_en for s in jejak.langkah)
    if harus is not None and fungsi not in PEMERIKSA:
        assert any(c.isdigit() for s in jejak.langkah for c in s.keterangan + s.hitungan)


@pytest.mark.parametrize("kasus", [k for k in KASUS if "keluar" in k.values[0]])
def test_texts_hold_their_width_and_bounds(kasus):
    jejak = kx.trace(kasus["fungsi"], *_isi(kasus["masuk"]))
    for lang in ("id", "en"):
        assert max(map(len, jejak.teks(lang).splitlines())) <= 110
        assert len(jejak.komentar(400, lang)) <= 400
    assert len(jejak.langkah) <= 40
    json.dumps(jejak.to_dict(), default=str)


@pytest.mark.parametrize(
    "kasus", [k for k in KASUS if k.values[0].get("keluar", "") != "" and k.values[0]["fungsi"] not in PEMERIKSA]
)
def test_numbers_of_the_input_stand_in_the_steps(kasus):
    fungsi = functions()[kasus["fungsi"]]
    masuk = _isi(kasus["masuk"])
    jejak = kx.trace(fungsi.nama, *masuk)
    semua = " ".join(f"{s.keterangan} {s.hitungan}" for s in jejak.langkah)
    for arg, nilai in zip(fungsi.argumen, masuk, strict=False):
        if arg.jenis == "angka" and not arg.opsional and arg.nama not in ("tahun", "diklat") and nilai is not None:
            assert bilangan(nilai) in semua, f"{arg.nama} {nilai}"


def _jawaban(jumlah: list[int], orang: int) -> list[list[int]]:
    """Answers 3 and 4 of so many persons with these sums by column."""
    return [[4 if ke < satu - 3 * orang else 3 for satu in jumlah] for ke in range(orang)]


def _tabel(jejak: Any) -> list[tuple[str, Any]]:
    return [(s.hitungan, s.hasil) for s in jejak.langkah]


def test_ikm_of_the_29_respondents_by_hand():
    jumlah = [105, 101, 100, 116, 102, 105, 106, 105, 115]
    jejak = kx.trace("IKM_SCORE", _jawaban(jumlah, 29), 2024)
    nrr = [
        *("3,620689655", "3,482758621", "3,448275862", "4", "3,517241379"),
        *("3,620689655", "3,655172414", "3,620689655", "3,965517241"),
    ]
    hitungan = [s.hitungan for s in jejak.langkah]
    assert hitungan[:9] == [f"{satu} / 29" for satu in jumlah]
    assert hitungan[9:] == [" + ".join(nrr), "32,93103448 × 1/9", "3,659003831 × 25"]
    assert [s.keterangan for s in jejak.langkah[:1] + jejak.langkah[9:]] == [
        "NRR unsur 1: jumlah nilai / jumlah jawaban terisi",
        "Jumlah NRR semua unsur",
        "Jumlah NRR tertimbang: × bobot 1/9 (pecahan tepat)",
        "Nilai IKM: jumlah NRR tertimbang × 25",
    ]
    assert "3,659003831 × 25 = 91,47509579" in jejak.teks()
    mutu = kx.trace("IKM_MUTU", jejak.hasil)
    assert _tabel(mutu) == [("91,47509579", 91.48), ("88,31 <= 91,48", "A")]
    assert mutu.langkah[0].keterangan == "Dibulatkan setengah ke atas 2 desimal"


def test_a_class_is_told_with_both_its_bounds_and_the_rounding_that_decides_it():
    assert _tabel(kx.trace("IKM_MUTU", 88.305)) == [("88,305", 88.31), ("88,31 <= 88,31", "A")]
    assert _tabel(kx.trace("IKM_MUTU", 88.304)) == [("88,304", 88.3), ("76,61 <= 88,3 < 88,31", "B")]
    assert _tabel(kx.trace("SAKIP_PREDIKAT", 90))[-1] == ("80 < 90 <= 90", "A")


SKOR_TW1 = [100, 87.6, 10 / 12 * 100, 100, None, 90, 12.5 / 15 * 100, 99.5, 80, 97.5, None, None]
TELITI = {5: "5", 4.38: "4,38", 8.33: "8,33", 18: "18", 16.67: "16,67", 4.98: "4,98", 4: "4", 4.88: "4,88"}


def test_ikpa_of_a_first_quarter_staged_and_unrounded():
    skor = [[s] for s in SKOR_TW1]
    jejak = kx.trace("IKPA_SCORE", skor, 2019, 1)
    akhir = [5, 4.38, 8.33, 5, 18, 16.67, 4.98, 4, 4.88]
    assert [s.hasil for s in jejak.langkah if s.hitungan.endswith("/ 100") and s.ada_hasil] == akhir
    assert _tabel(jejak)[-3:] == [
        ("5 + 5 + 10 + 5 + 20 + 20 + 5 + 5 + 5", 80),
        (" + ".join(TELITI[n] for n in akhir), pytest.approx(71.24)),
        ("71,24 / (80 / 100)", 89.05),
    ]
    assert jejak.langkah[0].keterangan == "Cara bertahap: skor, nilai akhir dan hasil dibulatkan 2 desimal"
    tanpa_data = [s.keterangan for s in jejak.langkah if "tidak ada data" in s.keterangan]
    assert tanpa_data == [
        "data kontrak: tidak ada data, bobot 10 tidak dihitung",
        "dispensasi SPM: tidak ada data, bobot 5 tidak dihitung",
        "pagu minus: tidak ada data, bobot 5 tidak dihitung",
    ]
    tanpa = kx.trace("IKPA_SCORE", skor, 2019, 1, "tanpa")
    assert tanpa.langkah[0].keterangan == "Cara tanpa: tidak ada pembulatan antara"
    assert tanpa.langkah[-1].hitungan == "7123 / 80" and bilangan(tanpa.hasil, desimal=2) == "89,04"


def test_ikpa_deduction_and_late_indicators_are_told():
    kurang = kx.trace("IKPA_SCORE", [[90]] * 7 + [[3]], 2024)
    assert (kurang.langkah[-1].hitungan, kurang.hasil) == ("90 - 3", 87)
    tw3 = kx.trace("IKPA_SCORE", [[100]] * 12, 2019, 3)
    assert [s.keterangan for s in tw3.langkah if "triwulan IV" in s.keterangan] == [
        "dispensasi SPM: baru dihitung pada triwulan IV",
        "pagu minus: baru dihitung pada triwulan IV",
    ]


def test_nka_of_puslatbang_2021_in_full():
    jejak = kx.trace("NKA_SCORE", 95.53, 99.61, 99.72, 59.98, 2021)
    harus = f"""\
Fungsi  : NKA_SCORE(penyerapan; konsistensi; keluaran; nilai_efisiensi; [tahun])  Nilai kinerja anggaran
          satker
Aturan  : PMK 22/PMK.02/2021 [pmk-22-2021], tahun anggaran 2021-2022; diminta tahun 2021
Bukti   : dibaca pada sumber yang disebut
Rujukan : {jejak.rujukan} | PMK 249/PMK.02/2011; PMK 214/PMK.02/2017; PMK 22/PMK.02/2021
Masukan : penyerapan = 95,53; konsistensi = 99,61; keluaran = 99,72; nilai_efisiensi = 59,98; tahun = 2021
Buku    : buku aturan {sidik()}

  1. Nilai penyerapan × bobot [1]             95,53 × 9,7 = 926,641
  2. Nilai konsistensi × bobot [1]            99,61 × 18,2 = 1812,902
  3. Nilai keluaran × bobot [1]               99,72 × 43,5 = 4337,82
  4. Nilai efisiensi × bobot [1]              59,98 × 28,6 = 1715,428
  5. NKA: jumlah nilai tertimbang dibagi 100  (926,641 + 1812,902 + 4337,82 + 1715,428) / 100 = 87,92791

Dasar angka yang berbeda dari aturan di atas:
  [1] LAKIP Puslatbang KMP LAN 2021 hlm. 105 (menghasilkan angka terbitnya)

Hasil   : 87,92791"""
    assert jejak.teks() == harus
    assert bilangan(jejak.hasil, desimal=2) == "87,93"


@pytest.mark.parametrize(
    ("masuk", "langkah"),
    [
        ((0.5, 1, "Minimize"), [("(2 × 1 - 0,5) / 1 × 100", 150), ("150", 120)]),
        ((0.9, 1, "Minimize"), [("(2 × 1 - 0,9) / 1 × 100", 110), ("0 <= 110 <= 120", 110)]),
        ((3, 1, "Minimize"), [("(2 × 1 - 3) / 1 × 100", -100), ("-100", 0), ("0 <= 0 <= 120", 0)]),
        ((0.8, 1, "Minimize", None, "T/R"), [("1 / 0,8 × 100", 125), ("125", 120)]),
        ((0.5, 1, "Minimize", "tanpa"), [("(2 × 1 - 0,5) / 1 × 100", 150), ("", 150)]),
        ((0, 0, "Minimize"), [("", 100), ("0 <= 100 <= 120", 100)]),
        ((45, 50, "Stabilize"), [("100 - |45 - 50| / 50 × 100", 90), ("0 <= 90 <= 120", 90)]),
    ],
)
def test_capaian_tells_formula_floor_and_cap(masuk, langkah):
    assert _tabel(kx.trace("CAPAIAN", *masuk)) == [(h, pytest.approx(n)) for h, n in langkah]


def test_a_part_that_does_not_apply_gives_its_weight_away():
    jejak = kx.trace("PBJ_SCORE", 100, None, 80, 70)
    assert jejak.langkah[1].keterangan == "Unsur spse kosong: tidak berlaku, bobotnya 30 dibagikan ke unsur lain"
    assert _tabel(jejak)[-2:] == [("20 + 20 + 30", 70), ("(100 × 20 + 80 × 20 + 70 × 30) / 70", 5700 / 70)]


def test_counts_tell_what_is_folded_and_what_lies_outside():
    kembar = kx.trace("UPI_JUMLAH", [["PT A"], ["pt  a"], ["PT B"]])
    assert [s.keterangan for s in kembar.langkah] == [
        "Baris 2 sama dengan baris 1, dihitung sekali",
        "Baris daftar yang berbeda",
    ]
    luar = kx.trace("CPIB_JUMLAH", [[45291], [45292], [45657]], 45292, 45657)
    assert (luar.langkah[0].hitungan, luar.hasil) == ("baris 1: 31 Desember 2023", 2)
    assert luar.langkah[0].hitungan_en == "row 1: 31 December 2023"


def test_quarters_that_did_not_report_are_named():
    jejak = kx.trace("AGREGASI", [[80, None, 90, None]], "Rata-rata")
    assert [s.keterangan for s in jejak.langkah if "belum ada" in s.keterangan] == [
        "Triwulan 2: belum ada, dilewati",
        "Triwulan 4: belum ada, dilewati",
    ]
    assert _tabel(jejak)[-1] == ("(80 + 90) / 2", 85)


def test_geometric_and_arithmetic_means_are_told_apart():
    geo = kx.trace("NKA_KELUARAN", [[8], [10]], [[10], [10]], [[9], [None]], [[10], [None]], 2021)
    assert geo.langkah[0].hitungan == "8 / 10 × (9 / 10)^(1/1)" and geo.langkah[1].hitungan == "10 / 10"
    assert geo.langkah[2].hitungan == "(0,72 × 1)^(1/2) × 100" and "geometrik" in geo.langkah[2].keterangan
    rata = kx.trace("NKA_KELUARAN", [[8], [10]], [[10], [10]], [[9], [None]], [[10], [None]], 2015)
    assert rata.langkah[2].hitungan == "(0,72 + 1) / 2 × 100" and "aritmetik" in rata.langkah[2].keterangan
