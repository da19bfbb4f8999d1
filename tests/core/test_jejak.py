"""The recorder: nothing without a listener, nothing left behind, numbers and texts as readers write them."""

from __future__ import annotations

import json
import threading
from fractions import Fraction

import pytest

import kinerja_xl as kx
from kinerja_xl.core import jejak, jejak_bentuk
from kinerja_xl.core.buku_aturan import keluarga, sidik
from kinerja_xl.core.jejak import catat, diam, merekam, rekam
from kinerja_xl.core.jejak_bentuk import bilangan, deretan, isi_hitungan, isi_kata, tanggal

MASA = keluarga("ikm").untuk(2024)
LEBAR = 110


@pytest.mark.parametrize(
    ("nilai", "id_", "en"),
    [
        (91.48, "91,48", "91.48"),
        (0, "0", "0"),
        (-2.5, "-2,5", "-2.5"),
        (2024, "2024", "2024"),
        (9999.5, "9999,5", "9999.5"),
        (10000, "10.000", "10,000"),
        (734881464333, "734.881.464.333", "734,881,464,333"),
        (1234567890.25, "1.234.567.890,25", "1,234,567,890.25"),
        (1 / 3, "0,3333333333", "0.3333333333"),
        (1e-7, "0,0000001", "0.0000001"),
        (Fraction(1, 9), "1/9", "1/9"),
        (Fraction(3, 2), "1,5", "1.5"),
        (None, "kosong", "blank"),
        ("S1", "S1", "S1"),
    ],
)
def test_numbers_are_written_as_the_reader_writes_them(nilai, id_, en):
    assert (bilangan(nilai), bilangan(nilai, "en")) == (id_, en)


def test_decimals_dates_and_lists():
    assert bilangan(88.3, desimal=2) == "88,30"
    assert tanggal(45296) == "5 Januari 2024" and tanggal(45296, "en") == "5 January 2024"
    assert tanggal(45296.3125, jam=True) == "5 Januari 2024 07.30"
    assert deretan([1, -2, 3.5], "+") == "1 + (-2) + 3,5"
    assert deretan([(2, 3), (4, 5)], "+×") == "2 × 3 + 4 × 5"
    assert deretan(list(range(20)), "+").endswith("+ 15 + ... (4 lagi)")
    assert isi_hitungan("50 + {e} / 20", {"e": -10}, "id") == "50 + (-10) / 20"
    assert isi_hitungan("{e}", {"e": -10}, "id") == isi_kata("{e}", {"e": -10}, "en") == "-10"
    assert isi_kata("{m:jam}", {"m": 450.0}, "id") == "07.30" and isi_kata("{m:jam}", {"m": 450}, "en") == "07:30"


def test_without_a_recorder_nothing_is_kept_and_nothing_formatted(monkeypatch):
    def terlarang(*_, **__):
        raise AssertionError("formatted without a recorder")

    monkeypatch.setattr(jejak_bentuk.Pengisi, "vformat", terlarang)
    monkeypatch.setattr(jejak.Perekam, "tambah", terlarang)
    monkeypatch.setattr(jejak_bentuk, "bilangan", terlarang)
    assert not merekam()
    catat("tidak ada yang {salah}", "{x}", 1)  # not even the fields are looked at
    assert kx.call("IKM_SCORE", [[4] * 9] * 10_000) == 100
    with pytest.raises(AssertionError, match="without a recorder"):
        kx.trace("IKM_SCORE", [[4] * 9])


def test_a_recorder_hears_its_own_block_only():
    with rekam(MASA) as luar:
        catat("satu", "", 1)
        with diam():
            assert not merekam()
            catat("tak terdengar", "", 0)
        with rekam(MASA) as dalam:
            catat("dua", "", 2)
        catat("tiga", "", 3)
    catat("sesudah", "", 4)
    assert [s.keterangan for s in luar.selesai()] == ["satu", "tiga"]
    assert [s.hasil for s in dalam.selesai()] == [2]
    assert not merekam()


def test_nothing_leaks_into_another_thread():
    terdengar = []

    def lain():
        terdengar.append(merekam())
        kx.call("IKM_MUTU", 90)

    with rekam(MASA) as satu:
        utas = threading.Thread(target=lain)
        utas.start()
        utas.join()
    assert terdengar == [False] and satu.selesai() == ()


def test_two_threads_trace_side_by_side():
    mulai, hasil = threading.Barrier(2), {}

    def satu(nilai):
        mulai.wait()
        for _ in range(50):
            hasil[nilai] = kx.trace("IKM_MUTU", nilai).teks()

    utas = [threading.Thread(target=satu, args=(nilai,)) for nilai in (90, 70)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert hasil == {nilai: kx.trace("IKM_MUTU", nilai).teks() for nilai in (90, 70)}


def test_nothing_is_left_listening_after_a_refusal_or_any_other_error():
    with pytest.raises(kx.KinerjaError):
        kx.trace("IKM_MUTU", 101)
    assert not merekam()
    with pytest.raises(ZeroDivisionError), rekam(MASA), diam():
        raise ZeroDivisionError
    assert not merekam()


def test_a_refusal_carries_the_steps_made_before_it():
    baris = ["S1", "Fungsional", 1, 1, 1, 92, "X"]
    with pytest.raises(kx.KinerjaError, match="disiplin") as salah:
        kx.trace("IP_ASN_PEGAWAI", *baris)
    sampai = salah.value.jejak
    assert (sampai.tuntas, sampai.hasil) == (False, None)
    assert [s.hasil for s in sampai.langkah] == [15, 15, 15, 10, "Sangat Baik", 30]
    assert sampai.teks().splitlines()[-1] == "Hasil   : (ditolak; langkah berhenti di sini)"
    with pytest.raises(kx.KinerjaError) as salah:
        kx.call("IP_ASN_PEGAWAI", *baris)
    assert salah.value.jejak is None


def test_ten_rows_are_told_and_the_rest_is_counted():
    orang = ["S1", "Fungsional", 1, 1, 1, 92, "O"]
    satu = kx.trace("IP_ASN_SCORE", [orang] * 250)
    baris = [s.keterangan for s in satu.langkah]
    assert sum(teks.startswith("Baris ") for teks in baris) == 10
    assert baris[10] == "dan 240 pegawai lain" and satu.langkah[10].keterangan_en == "and 240 more pegawai"
    assert len(baris) == 13 and satu.hasil == 15 + 40 + 30 + 5
    assert len(kx.trace("IP_ASN_SCORE", [orang] * 10).langkah) == 12


def test_the_stamp_names_version_years_evidence_and_rule_book():
    lama = kx.trace("IKM_MUTU", 80, 2010)
    assert (lama.versi, lama.bukti, lama.tahun) == ("kep-25-2004", "ingatan", 2010)
    assert lama.sidik == sidik()
    teks = lama.teks()
    assert "KEP/25/M.PAN/2/2004 [kep-25-2004], tahun anggaran 2004-2013; diminta tahun 2010" in teks
    assert "Bukti   : belum dicocokkan dengan naskah resmi" in teks and f"buku aturan {sidik()}" in teks
    assert "not yet compared with the official text" in lama.teks("en")
    baru = kx.trace("IKM_MUTU", 80)
    assert baru.tahun is None and "tahun anggaran 2017 dan sesudahnya" in baru.teks()


def test_the_basis_of_a_step_is_told_only_where_it_differs_from_the_version():
    satu = kx.trace("CAPAIAN", 100, 40, "Maximize")
    assert satu.langkah[0].dasar == ()
    masa = keluarga("capaian").untuk()
    batas = masa.ambil_parameter("batas_atas")
    assert batas.bukti == "ingatan" != masa.bukti
    assert any(b == "ingatan" for _, b in satu.langkah[1].dasar)
    assert "belum dicocokkan dengan naskah resmi" in satu.teks()


@pytest.mark.parametrize("maks", [200, 300, 500, 1200])
def test_a_comment_keeps_its_bound_and_counts_what_it_leaves_out(maks):
    satu = kx.trace("IKM_SCORE", [[4] * 9])
    isi = satu.komentar(maks)
    assert len(isi) <= maks and isi.startswith("IKM_SCORE = 100\nPermenPANRB 14/2017")
    langkah = [b for b in isi.splitlines() if b[0].isdigit()]
    if len(langkah) < len(satu.langkah):
        assert isi.splitlines()[-1] == f"… ({len(satu.langkah) - len(langkah)} langkah lagi)"
    else:
        assert maks == 1200
    with pytest.raises(ValueError, match="at least 200"):
        satu.komentar(199)


def test_the_trace_as_data_is_json():
    satu = kx.trace("CAPAIAN", 87, 84, "Maximize").to_dict()
    kembali = json.loads(json.dumps(satu))
    assert kembali["hasil"] == 87 / 84 * 100 and kembali["langkah"][-1]["hasil"] == kembali["hasil"]
    assert kembali["masukan"] == {"realisasi": "87", "target": "84", "polarisasi": "Maximize"}
    assert kembali["sidik"] == sidik()


def test_a_trace_cannot_be_changed():
    satu = kx.trace("IKM_MUTU", 90)
    with pytest.raises(AttributeError):
        satu.hasil = "B"
    with pytest.raises(AttributeError):
        satu.langkah[0].hasil = "B"


def test_a_rule_that_tells_nothing_still_gives_its_value_as_a_step():
    from dataclasses import replace

    from kinerja_xl.core.jejak_susun import jejaki
    from kinerja_xl.functions import get

    diam_saja = replace(get("IKM_MUTU"), fungsi=lambda masa, nilai: "B")
    assert [s.hasil for s in jejaki(diam_saja, 80).langkah] == ["B"]
    tanpa_data = replace(get("IKM_MUTU"), fungsi=lambda masa, nilai: None)
    assert [(s.hasil, s.ada_hasil) for s in jejaki(tanpa_data, None).langkah] == [(None, True)]
