"""kinerja sop: plans, totals and lint as a person asks for them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kinerja_xl.cli import main

TOTAL = {
    "perjanjian-kinerja": 170, "laporan-tahunan": 1420, "laporan-bulanan": 530, "rka": 2405, "iku": 1465, "monev": 3305,
    "lkj": 1550, "laporan-semesteran": 1420, "renja": 1550, "renstra": 2950, "ikm": 14105, "sakip": 1870,
}  # fmt: skip
PAGI = ("--mulai", "2025-01-06 08:00")
SENDIRI = '[sop]\njudul = "SOP Izin"\nperan = ["Staf"]\n[[langkah]]\nkegiatan = "Menerima"\nwaktu = "{waktu}"\n'


@pytest.fixture
def jalan(capsys):
    def satu(*args):
        with pytest.raises(SystemExit) as keluar:
            main(["sop", *map(str, args)])
        tangkap = capsys.readouterr()
        return keluar.value.code, tangkap.out, tangkap.err

    return satu


def test_a_plan_of_an_sop_has_every_step_with_days_in_words(jalan):
    status, keluar, _ = jalan("jadwal", "rka", *PAGI)
    baris = keluar.splitlines()
    assert status == 0
    assert baris[1] == "Senin 6 Jan 2025 08.00 sampai Senin 13 Jan 2025 10.35"
    assert sum(satu.lstrip()[:2].strip().isdigit() for satu in baris[4:16]) == 12
    assert "Camat *" in baris[4] and "Jumlah 2405 menit kerja" in keluar


def test_a_plan_in_english(jalan):
    _, keluar, salah = jalan("jadwal", "rka", *PAGI, "--lang", "en")
    assert "Mon 6 Jan 2025 08.00 to Mon 13 Jan 2025 10.35" in keluar
    assert "No day off is crossed" in keluar and "proposal" in salah


def test_a_plan_as_json_says_what_is_a_proposal_and_what_was_crossed(jalan):
    status, keluar, _ = jalan(
        "jadwal", "ikm", "--mulai", "2025-03-03 08.00", "--ramadan", "2025-03-01:2025-03-29", "--json"
    )
    isi = json.loads(keluar)
    assert (status, isi["menit_seri"], isi["menit"]) == (0, 14105, 7805)
    assert all(satu["pelaksana_usulan"] for satu in isi["langkah"])
    assert isi["langkah"][3]["mulai"] == isi["langkah"][4]["mulai"]
    assert {"tanggal": "2025-04-04", "keterangan": "Cuti Bersama Hari Raya Idul Fitri"} in isi["libur"]


def test_a_plan_backward_from_a_deadline_is_the_plan_forward(jalan):
    _, mundur, _ = jalan("jadwal", "rka", "--selesai", "2025-01-13 10:35", "--json")
    _, maju, _ = jalan("jadwal", "rka", *PAGI, "--json")
    assert json.loads(mundur) == json.loads(maju)


def test_six_days_make_a_day_of_375_minutes_and_say_whose_decision_that_is(jalan):
    _, keluar, salah = jalan("jadwal", "iku", *PAGI, "--hari-kerja", "6")
    assert "6 hari kerja, 2250 menit seminggu; 1 hari = 375 menit kerja" in keluar
    assert "keputusan kinerja-xl" in salah


def test_calendar_days_by_a_flag(jalan):
    _, keluar, _ = jalan("jadwal", "ikm", "--mulai", "2025-06-02 08:00", "--hari-kalender", "--json")
    empat = json.loads(keluar)["langkah"][3]
    assert (empat["hari_kalender"], empat["mulai"], empat["selesai"]) == (14, "2025-06-02 08:25", "2025-06-16 08:25")


def test_a_year_without_cuti_bersama_is_told(jalan):
    assert "2028 belum memuat cuti bersama" in jalan("jadwal", "iku", "--mulai", "2028-01-03 08:00")[2]
    assert "cuti" not in jalan("jadwal", "iku", "--mulai", "2028-01-03 08:00", "--tanpa-libur-nasional")[2]


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (("--peluang", "1"), "kurang dari 1"),
        (("--peluang", "sering"), "tidak terbaca"),
        (("--peluang", "5=0,1"), "bukan langkah keputusan"),
        (("--ramadan", "2025-03-01"), "awal dan akhir"),
        (("--ramadan", "2025-03-29:2025-03-01"), "jadwal khusus"),
        (("--libur", "tidak-ada.csv"), "tidak ada"),
        (("--jadwal", "tidak-ada.toml"), "tidak-ada.toml"),
    ],
)
def test_a_wrong_option_is_one_line_and_status_2(jalan, pilihan, pesan):
    status, keluar, salah = jalan("jadwal", "rka", *PAGI, *pilihan)
    assert (status, keluar) == (2, "")
    assert pesan in salah and len(salah.strip().splitlines()) == 1


def test_totals_of_the_twelve(jalan):
    status, keluar, _ = jalan("waktu", "--json")
    semua = json.loads(keluar)["sop"]
    assert status == 0
    assert {s["kode"]: s["menit_seri"] for s in semua} == TOTAL
    assert sum(s["langkah"] for s in semua) == 127
    assert {s["kode"]: s["menit_paralel"] for s in semua} == {**TOTAL, "ikm": 7805}
    assert all(s["menit_harapan"] == s["menit_paralel"] for s in semua)


def test_totals_as_a_table_with_expected_time(jalan):
    status, keluar, salah = jalan("waktu", "lkj", "ikm", "--peluang", "0,1")
    assert status == 0
    assert [satu.split() for satu in keluar.splitlines()[1:]] == [
        ["lkj", "12", "3", "200", "1550", "3,444", "1550", "1609,01"],
        ["ikm", "9", "31", "155", "14105", "31,344", "7805", "7805"],
    ]
    assert "peluang 0,1" in salah


def test_lint_prints_by_sop_and_step_and_ends_well_without_errors(jalan):
    status, keluar, _ = jalan("lint", "monev")
    assert status == 0
    assert "Langkah 8  Memberi paraf dan menyerahkan ke Kaban" in keluar
    assert "SOP-12 peringatan" in keluar and "Perbaikan: Pastikan jabatan" in keluar
    assert keluar.count("Perbaikan: Sertakan SOP itu") == 1


def test_lint_of_all_as_json_is_the_same_bytes_twice(jalan):
    satu = jalan("lint", "--json")
    assert satu == jalan("lint", "--json")
    semua = json.loads(satu[1])["sop"]
    assert [s["kode"] for s in semua] == list(TOTAL)
    assert semua[5]["ringkasan"] == {"galat": 0, "peringatan": 4, "info": 8}


def test_lint_of_an_own_file_ends_with_1_when_a_time_cannot_be_read(jalan, tmp_path):
    berkas = tmp_path / "izin.toml"
    berkas.write_text(SENDIRI.format(waktu="segera"), encoding="utf-8")
    status, keluar, _ = jalan("lint", berkas)
    assert status == 1 and "SOP-21 galat" in keluar
    berkas.write_text(SENDIRI.format(waktu="10 menit"), encoding="utf-8")
    assert jalan("lint", berkas)[0] == 0
    assert jalan("lint", tmp_path / "lain.toml")[0] == 2


def test_lint_in_english(jalan):
    _, keluar, _ = jalan("lint", "ikm", "--lang", "en")
    assert "Step 5  " in keluar and "SOP-18 warning  Simultaneous steps counted one after the other" in keluar
    assert "langkah ini" not in keluar and "seharusnya" not in keluar


def test_an_own_sop_is_planned_with_its_calendar_days(jalan, tmp_path):
    berkas = tmp_path / "izin.toml"
    berkas.write_text(SENDIRI.format(waktu="14 hari kalender"), encoding="utf-8")
    _, keluar, _ = jalan("jadwal", berkas, "--mulai", "2025-06-02 09:00")
    assert "Senin 2 Jun 2025 09.00 sampai Senin 16 Jun 2025 09.00" in keluar
    _, keluar, _ = jalan("waktu", berkas)
    assert "Hari kalender" in keluar and keluar.split()[-1] == "14"


def test_the_examples_of_the_page_on_own_sops_work(jalan, tmp_path):
    halaman = Path(__file__).resolve().parents[2] / "docs" / "sop-kantor.md"
    contoh = re.findall(r"^```toml\n(.*?)^```", halaman.read_text(encoding="utf-8"), flags=re.M | re.S)
    izin, jam = tmp_path / "izin.toml", tmp_path / "jam.toml"
    for berkas, isi in zip((izin, jam), contoh, strict=True):
        berkas.write_text(isi, encoding="utf-8")
    status, keluar, _ = jalan("lint", izin, "--json")
    assert (status, {t["code"] for t in json.loads(keluar)["sop"][0]["findings"]}) == (0, {"SOP-02", "SOP-19"})
    assert jalan("waktu", izin, "--peluang", "0,1")[0] == 0
    assert jalan("jadwal", izin, "--mulai", "2025-06-02 08:00", "--jadwal", jam, "--libur", jam)[0] == 0
