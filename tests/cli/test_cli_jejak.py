"""kinerja eval --jejak: the trace on the screen, also of an input that is refused."""

from __future__ import annotations

import pytest

from kinerja_xl.cli import main


@pytest.fixture
def jalan(capsys):
    def satu(*args):
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        tangkap = capsys.readouterr()
        return keluar.value.code, tangkap.out, tangkap.err

    return satu


def test_eval_shows_the_steps_and_the_result(jalan):
    status, keluar, salah = jalan("eval", "CAPAIAN", "87", "84", "Maximize", "--jejak")
    assert (status, salah) == (0, "")
    assert "87 / 84 × 100 = 103,5714286" in keluar and keluar.startswith("Fungsi  : CAPAIAN(")
    assert (
        "87 / 84 × 100 = 103.5714286" in jalan("--lang", "en", "eval", "CAPAIAN", "87", "84", "Maximize", "--jejak")[1]
    )


def test_eval_without_the_option_prints_the_value_alone(jalan):
    assert jalan("eval", "IKM_MUTU", "90")[1] == "A\n"


def test_a_refused_input_shows_how_far_it_came(jalan):
    masuk = '["S1", "Fungsional", 1, 1, 1, 120, "O"]'
    status, keluar, salah = jalan("eval", "IP_ASN_PEGAWAI", "--json", masuk, "--jejak")
    assert status == 2 and "skp 120 di luar 0-100" in salah
    assert "Kualifikasi: pendidikan" in keluar and "(ditolak; langkah berhenti di sini)" in keluar


def test_an_unknown_year_has_no_steps_to_show(jalan):
    status, keluar, salah = jalan("eval", "IKM_MUTU", "90", "1990", "--jejak")
    assert (status, keluar) == (2, "") and "1990" in salah


def test_a_version_can_be_named(jalan):
    isi = "[[[100],[100],[100],[100],[100],[100],[80],[100]],2022]"
    for versi, status in (("per-5-2022", 0), ("per-5-2024", 2)):
        hasil = jalan("eval", "IKPA_SCORE", "--json", isi, "--versi", versi, "--jejak")
        assert hasil[0] == status, hasil
    assert "versi 'per-5-2024' tidak berlaku untuk tahun 2022" in hasil[2]
