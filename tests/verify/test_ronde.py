"""A round: who has not sent, sent twice, sent late, sent as another office; levels; nothing looks at the clock."""

import datetime
from pathlib import Path

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify import rangkum
from kinerja_xl.verify.aturan_main import AturanMain, baca_aturan_main
from kinerja_xl.verify.aturan_main.penerimaan import baca_penerimaan
from kinerja_xl.verify.aturan_main.ronde import baca_ronde
from kinerja_xl.verify.berkas import Pilihan, rapikan
from kinerja_xl.verify.laporan import HasilBerkas
from kinerja_xl.verify.temuan import buat

RONDE = """
nama = "PK 2025"
tahun = 2025
tenggat = 2025-02-28T16:00:00
jenis = ["pk", "iku"]
penerimaan = "terima.csv"
[[instansi]]
nama = "Kecamatan Alfa"
folder = "alfa"
[[instansi]]
nama = "Kecamatan Beta"
folder = "beta"
jenis = ["pk"]
alias = ["Kec. Beta"]
"""
TERIMA = "berkas;diterima\nalfa/pk.xlsx;2025-02-28 15:59\nalfa/iku.xlsx;28/02/2025 16.01\nbeta/pk.xlsx;2025-02-27\n"


def satu(path, instansi, jenis="pk", sha="0", dokumen=""):
    return HasilBerkas(path, sha, jenis, f"{jenis}/1.0.0", 2025, instansi, dokumen=dokumen)


HONEST = (
    satu("alfa/pk.xlsx", "Kecamatan Alfa", sha="1"),
    satu("alfa/iku.xlsx", "Kecamatan Alfa", "iku", sha="2"),
    satu("beta/pk.xlsx", "Kecamatan  beta", sha="3"),
)


@pytest.fixture
def ronde(tmp_path):
    def buat_ronde(isi=RONDE, terima=TERIMA):
        (tmp_path / "terima.csv").write_text(terima, encoding="utf-8")
        berkas = tmp_path / "ronde.toml"
        berkas.write_text(isi, encoding="utf-8")
        return berkas

    return buat_ronde


def periksa(berkas, *kiriman, tanpa_waktu=False):
    aturan = baca_aturan_main(berkas)
    return rangkum(list(kiriman), 0, aturan.pilihan(Pilihan()), aturan)


def kode(laporan):
    return {f.path: [t.code for t in f.findings] for f in laporan.files if f.findings}


def tepat_waktu():
    return TERIMA.replace("16.01", "15.01")


def test_an_honest_round_has_no_finding(ronde):
    laporan = periksa(ronde(terima=tepat_waktu()), *HONEST)
    assert kode(laporan) == {}
    assert laporan.ronde["belum"] == laporan.ronde["ganda"] == laporan.ronde["findings"] == []
    assert laporan.exit_code == 0


def test_a_document_that_was_not_sent_is_named_with_its_office(ronde):
    laporan = periksa(ronde(), HONEST[0])
    assert laporan.ronde["belum"] == [
        {"instansi": "Kecamatan Alfa", "jenis": "iku"},
        {"instansi": "Kecamatan Beta", "jenis": "pk"},
    ]
    assert {t["code"] for t in laporan.ronde["findings"]} == {"SIL-70"}
    assert laporan.exit_code == 0


def test_a_missing_document_can_fail_the_round(ronde):
    laporan = periksa(ronde(RONDE + "[tingkat]\nSIL-70 = 'galat'\n"), HONEST[0])
    assert laporan.exit_code == 1


def test_an_unreadable_file_in_the_folder_is_told_with_what_is_missing(ronde):
    rusak = HasilBerkas("beta/pk.xlsx", "9", verdict="tidak-terbaca")
    laporan = periksa(ronde(), HONEST[0], HONEST[1], rusak)
    (belum,) = laporan.ronde["findings"]
    assert belum["data"] == {
        "bagian": "Kecamatan Beta", "instansi": "Kecamatan Beta", "jenis": "pk", "tidak_dikenal": 1,
    }  # fmt: skip
    assert laporan.files[2].verdict == "tidak-terbaca"


def test_an_office_outside_the_list_is_refused_with_the_nearest_name(ronde):
    laporan = periksa(ronde(), satu("kiriman/pk.xlsx", "Kecamatan Alfaa"))
    (temuan,) = [t for t in laporan.files[0].findings if t.code == "SIL-71"]
    assert "kecamatan alfa" in temuan.message
    assert laporan.files[0].verdict == "ditolak"


def test_an_alias_is_the_office(ronde):
    laporan = periksa(ronde(), satu("beta/pk.xlsx", "Kec. Beta"))
    assert "SIL-71" not in kode(laporan).get("beta/pk.xlsx", [])


def test_sent_in_the_folder_of_another_office(ronde):
    laporan = periksa(ronde(terima="berkas,diterima\n"), satu("beta/pk.xlsx", "Kecamatan Alfa"))
    assert kode(laporan) == {"beta/pk.xlsx": ["SIL-72"]}
    assert laporan.ronde["salah_instansi"] == ["beta/pk.xlsx"]


def test_sent_twice_with_other_content_and_no_times(ronde):
    dua = satu("alfa/pk-revisi.xlsx", "Kecamatan Alfa", sha="7")
    laporan = periksa(ronde(terima="berkas,diterima\n"), HONEST[0], dua)
    assert kode(laporan) == {"alfa/pk.xlsx": ["SIL-73"], "alfa/pk-revisi.xlsx": ["SIL-73"]}
    assert "alfa/pk-revisi.xlsx" in laporan.files[0].findings[0].message


def test_sent_twice_the_last_received_counts(ronde):
    dua = satu("alfa/pk-revisi.xlsx", "Kecamatan Alfa", sha="7")
    terima = TERIMA + "alfa/pk-revisi.xlsx;2025-02-28 15:59:30\n"
    laporan = periksa(ronde(terima=terima), HONEST[0], dua)
    assert kode(laporan) == {"alfa/pk.xlsx": ["SIL-74"]}
    assert "pk-revisi.xlsx" in laporan.files[0].findings[0].message


def test_a_plain_copy_is_a_warning_only(ronde):
    laporan = periksa(ronde(terima="berkas,diterima\n"), HONEST[0], satu("alfa/pk2.xlsx", "Kecamatan Alfa", sha="1"))
    assert kode(laporan) == {"alfa/pk2.xlsx": ["SIL-74"]}


def test_agreements_of_two_officials_are_two_documents(ronde):
    laporan = periksa(ronde(), HONEST[0], satu("alfa/pk-sekcam.xlsx", "Kecamatan Alfa", sha="8", dokumen="sekcam"))
    assert laporan.ronde["ganda"] == []


def test_late_by_a_minute(ronde):
    laporan = periksa(ronde(), *HONEST)
    assert kode(laporan) == {"alfa/iku.xlsx": ["SIL-75"]}
    assert laporan.ronde["terlambat"] == [{"path": "alfa/iku.xlsx", "diterima": "2025-02-28 16:01"}]


def test_no_recorded_time_is_no_lateness(ronde):
    laporan = periksa(ronde(terima="berkas,diterima\nalfa/pk.xlsx,2025-02-01\n"), *HONEST)
    assert kode(laporan) == {"alfa/iku.xlsx": ["SIL-77"], "beta/pk.xlsx": ["SIL-77"]}


def test_a_document_not_asked_for_is_mentioned(ronde):
    laporan = periksa(ronde(terima=tepat_waktu()), *HONEST, satu("beta/iku.xlsx", "Kecamatan Beta", "iku"))
    assert "SIL-76" in kode(laporan)["beta/iku.xlsx"]


def test_levels_of_the_round_the_code_goes_before_the_topic():
    tingkat = (("TGT-01", "info"), ("TGT", "galat"), ("WKT", "abaikan"))
    pilihan = Pilihan(tingkat=tingkat)
    assert pilihan.syarat()["tingkat"] == dict(tingkat)
    temuan = buat("SIL-75", diterima="a", tenggat="b")
    assert rapikan([temuan], (), Pilihan(tingkat=(("SIL-75", "abaikan"), ("SIL", "galat")))) == ()
    (naik,) = rapikan([temuan], (), Pilihan(tingkat=(("SIL", "galat"),)))
    (turun,) = rapikan([temuan], (), Pilihan(tingkat=(("SIL-75", "info"), ("SIL", "galat"))))
    assert (naik.level, turun.level) == ("galat", "info")


def test_a_rule_on_trial_only_warns(monkeypatch):
    import kinerja_xl.verify.berkas as berkas

    asli = berkas.cari_entri
    monkeypatch.setattr(berkas, "cari_entri", lambda k: type(asli(k))(**{**vars(asli(k)), "percobaan": True}))
    temuan = buat("SIL-75", diterima="a", tenggat="b")
    (satu_temuan,) = rapikan([temuan], (), Pilihan(tegas=("SIL",), tingkat=(("SIL-75", "galat"),)))
    assert satu_temuan.level == "peringatan"


def test_the_year_of_the_round_holds_unless_given_by_hand(ronde):
    aturan = baca_aturan_main(ronde())
    assert aturan.pilihan(Pilihan()).tahun == 2025
    assert aturan.pilihan(Pilihan(tahun=2024)).tahun == 2024
    assert AturanMain().pilihan(Pilihan()).tahun is None


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        (('jenis = ["pk", "iku"]', 'jenis = ["pkk"]'), "Maksud Anda 'pk'"),
        (("tenggat = 2025-02-28T16:00:00", 'tenggat = "28-02-2025"'), "tanpa tanda kutip"),
        (("tenggat = 2025-02-28T16:00:00", "tenggat = 2025-02-28T16:00:00Z"), "zona waktu"),
        (('folder = "beta"', 'folder = "alfa"'), "sudah milik 'Kecamatan Alfa'"),
        (('nama = "Kecamatan Beta"', 'nama = "kecamatan  ALFA"'), "sudah ada di daftar"),
        (("tahun = 2025", "tahun = 25"), "2000-2200"),
        (("tahun = 2025", "tahunn = 2025"), "Maksud Anda 'tahun'"),
    ],
)
def test_a_bad_round_file_says_where_and_what(ronde, ganti, pesan):
    with pytest.raises(KinerjaError, match=pesan):
        baca_ronde(ronde(RONDE.replace(*ganti, 1)))


@pytest.mark.parametrize("tingkat", ["TGTT = 'galat'", "TGT = 'gawat'", "TGT-88 = 'info'"])
def test_bad_levels_are_refused(ronde, tingkat):
    with pytest.raises(KinerjaError):
        baca_ronde(ronde(RONDE + f"[tingkat]\n{tingkat}\n"))


def test_a_date_alone_is_the_end_of_the_day(ronde):
    isi = RONDE.replace("2025-02-28T16:00:00", "2025-02-28")
    assert baca_ronde(ronde(isi)).tenggat == datetime.datetime(2025, 2, 28, 23, 59, 59)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("a,b\n", "kolom 'berkas'"),
        ("berkas,diterima\nx.xlsx,kemarin\n", "baris 2"),
        ("berkas,diterima\nx.xlsx,2025-02-30\n", "kalender"),
        ("berkas,diterima\nx.xlsx,2025-02-01\nx.xlsx,2025-02-02\n", "dua kali"),
    ],
)
def test_a_bad_list_of_receipts_says_which_line(tmp_path, isi, pesan):
    berkas = tmp_path / "t.csv"
    berkas.write_text(isi, encoding="utf-8")
    with pytest.raises(KinerjaError, match=pesan):
        baca_penerimaan(berkas)


def test_a_receipt_by_hash_goes_before_the_path(tmp_path):
    berkas = Path(tmp_path, "t.csv")
    berkas.write_text("berkas,diterima\na.xlsx,2025-01-01\nff,02-01-2025 08.15\n", encoding="utf-8-sig")
    daftar = baca_penerimaan(berkas)
    assert daftar.cari("a.xlsx", "ff") == datetime.datetime(2025, 1, 2, 8, 15)
    assert daftar.cari("a.xlsx", "00") == datetime.datetime(2025, 1, 1)
    assert daftar.cari("b.xlsx", "00") is None
