"""Dispensations: signed, dated, narrow; shown beside the finding; never over what cannot be read or acts by itself."""

import datetime

import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.verify import rangkum
from kinerja_xl.verify.aturan_main import baca_aturan_main
from kinerja_xl.verify.berkas import Pilihan
from kinerja_xl.verify.laporan import HasilBerkas, putusan
from kinerja_xl.verify.temuan import buat

HARI = datetime.date(2025, 2, 28)
DISPENSASI = """
[[dispensasi]]
nomor = "700/12/2025"
penanda_tangan = "Inspektur"
alasan = "Gempa 3 Februari"
berlaku_sampai = 2025-03-31
kode = ["sil-72"]
berkas = ["alfa/*.xlsx"]
"""
SALAH = buat("SIL-72", ("Isi", 3, 2), "isi_target", ada="A", folder="x", milik="B")
LAIN = buat("SIL-75", diterima="a", tenggat="b")


def satu(path="alfa/pk.xlsx", *temuan):
    isi = temuan or (SALAH, LAIN)
    return HasilBerkas(path, "ab", "pk", instansi="Kecamatan Alfa", verdict=putusan(isi), findings=isi)


@pytest.fixture
def periksa(tmp_path):
    def jalankan(*berkas, isi=DISPENSASI, hari=HARI):
        jalur = tmp_path / "dispensasi.toml"
        jalur.write_text(isi, encoding="utf-8")
        return rangkum(berkas, 0, Pilihan(), baca_aturan_main(None, jalur, hari))

    return jalankan


def test_the_finding_stays_as_info_with_who_answers_for_it(periksa):
    laporan = periksa(satu())
    berkas = laporan.files[0]
    assert [(t.code, t.level) for t in berkas.findings] == [("SIL-72", "info"), ("SIL-75", "peringatan")]
    assert berkas.verdict == "lulus-dengan-peringatan"
    assert berkas.findings[0].to_dict()["dispensasi"] == {
        "nomor": "700/12/2025", "penanda_tangan": "Inspektur", "alasan": "Gempa 3 Februari",
        "berlaku_sampai": "2025-03-31", "tingkat_asal": "galat",
    }  # fmt: skip
    assert laporan.to_dict()["dispensasi"]["daftar"][0]["status"] == "terpakai"
    assert laporan.exit_code == 0


def test_other_files_and_other_codes_are_not_covered(periksa):
    laporan = periksa(satu("beta/pk.xlsx"))
    assert [t.level for t in laporan.files[0].findings] == ["galat", "peringatan"]
    assert laporan.dispensasi["daftar"][0]["status"] == "tidak-terpakai"


@pytest.mark.parametrize(
    ("hari", "status"), [("2025-03-31", "terpakai"), ("2025-04-01", "berakhir"), ("2025-01-01", "belum-berlaku")]
)
def test_it_holds_to_its_last_day_and_not_beyond(periksa, hari, status):
    isi = DISPENSASI + "berlaku_sejak = 2025-02-01\n"
    laporan = periksa(satu(), isi=isi, hari=datetime.date.fromisoformat(hari))
    assert laporan.dispensasi["daftar"][0]["status"] == status
    assert (laporan.files[0].verdict == "ditolak") == (status != "terpakai")


@pytest.mark.parametrize(
    ("syarat", "kena"),
    [
        ('sel = ["Isi!B3"]', True), ('sel = ["Isi!B4"]', False), ('nama = ["isi_target"]', True),
        ('nama = ["lain"]', False), ('instansi = ["kecamatan  ALFA"]', True), ('instansi = ["Beta"]', False),
        ('sha256 = ["ab"]', True), ('sha256 = ["cd"]', False),
    ],
)  # fmt: skip
def test_every_condition_given_must_hold(periksa, syarat, kena):
    laporan = periksa(satu(), isi=DISPENSASI + syarat + "\n")
    assert (laporan.files[0].findings[0].dispensasi is not None) == kena


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        (('"Inspektur"', '" "'), "penanda_tangan"),
        (('kode = ["sil-72"]', "kode = []"), "kode temuan"),
        (('kode = ["sil-72"]', 'kode = ["BERKAS-01"]'), "tidak dapat didispensasi"),
        (('kode = ["sil-72"]', 'kode = ["SIL-720"]'), "tidak ada"),
        (("2025-03-31", '"2025-03-31"'), "tanggal"),
        (('berkas = ["alfa/*.xlsx"]', ""), "sebutkan berkas"),
        (('berkas = ["alfa/*.xlsx"]', 'berkas = "alfa/*.xlsx"'), "harus daftar"),
    ],
)
def test_a_dispensation_nobody_answers_for_is_refused(periksa, ganti, pesan):
    with pytest.raises(KinerjaError, match=pesan):
        periksa(satu(), isi=DISPENSASI.replace(*ganti, 1))


def test_the_same_number_twice_is_refused(periksa):
    with pytest.raises(KinerjaError, match="dua kali"):
        periksa(satu(), isi=DISPENSASI + DISPENSASI)


def test_without_a_day_it_is_refused_rather_than_counted_on_today(tmp_path):
    jalur = tmp_path / "d.toml"
    jalur.write_text(DISPENSASI, encoding="utf-8")
    with pytest.raises(KinerjaError, match="per-tanggal"):
        baca_aturan_main(None, jalur)
