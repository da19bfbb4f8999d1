"""kinerja rules --resep and --bandingkan on the shipped examples, on cells and on what people get wrong."""

import json
from pathlib import Path

import openpyxl
import pytest

from kinerja_xl.cli import main
from kinerja_xl.data import templates

CONTOH = templates() / "contoh" / "resep"


@pytest.fixture
def jalan(capsys):
    def satu(*args):
        with pytest.raises(SystemExit) as keluar:
            main([str(a) for a in args])
        tangkap = capsys.readouterr()
        return keluar.value.code, tangkap.out, tangkap.err

    return satu


@pytest.fixture
def resep(jalan):
    """Printed value -> codes of its recipes ("" = the official value), from the JSON output."""

    def satu(*args):
        status, keluar, salah = jalan("rules", *args, "--json")
        assert (status, salah) == (0, "")
        return {
            n["tersimpan"]: "" if n["sama_resmi"] else [r["kode"] for r in n["cocok"]]
            for n in json.loads(keluar)["nilai"]
        }

    return satu


def test_the_published_values_of_the_29_respondents(jalan, resep):
    assert resep("--resep", CONTOH / "gaspul.toml") == {
        91.48: "", 90.56: ["bobot-0,11"], 91.38: ["bobot-0,111"], 91.47: ["bobot-0,1111", "hasil-dipotong"],
    }  # fmt: skip
    status, keluar, _ = jalan("rules", "--resep", CONTOH / "gaspul.toml")
    baris = {b.split()[1]: b for b in keluar.splitlines() if b.startswith(("  terbit", "  turunan"))}
    assert (status, "nilai resmi" in baris["91,48"], "bobot 0,11 " in baris["90,56"]) == (0, True, True)
    assert "tidak dapat dibedakan" in keluar


def test_every_shipped_example_is_explained(resep, jalan):
    assert resep("--resep", CONTOH / "ikpa-tw1.toml") == {
        89.05: "", 89.04: ["tanpa-bertahap"], 71.24: ["tanpa-konversi"], 38.01: ["harfiah"],
    }  # fmt: skip
    assert resep("--resep", CONTOH / "capaian-minimize.toml") == {80: "", 83.33: ["t-per-r"], 120: ["r-per-t"]}
    assert resep("--resep", CONTOH / "itjen-efisiensi.toml") == {235: ["efisiensi-tanpa-batas"]}
    assert resep("--resep", CONTOH / "kep25.toml")[61.55] == ""
    for berkas in sorted(CONTOH.glob("*.toml")):
        banding = berkas.stem in ("ikpa-2021", "mutu-kep25")
        pilihan = (
            ["--bandingkan", "2013" if berkas.stem == "mutu-kep25" else "2021", "2024"] if banding else ["--resep"]
        )
        for lang in ("id", "en"):
            status, keluar, salah = jalan("--lang", lang, "rules", *pilihan, berkas)
            assert (status, salah) == (0, ""), berkas.name
            assert "{" not in keluar and len(keluar.splitlines()) > 4


def test_the_near_band_warning_names_both_classes(jalan):
    _, keluar, _ = jalan("rules", "--resep", CONTOH / "mutu-terbalik.toml")
    assert "88,33 (A), tetapi dengan bobot 0,111 menjadi 88,25 (B)" in keluar
    _, keluar, _ = jalan("rules", "--resep", CONTOH / "gaspul.toml")
    assert "Dekat batas" not in keluar


def test_a_csv_of_averages_or_answers(resep, jalan, tmp_path):
    nrr = tmp_path / "nrr.csv"
    nrr.write_text("u1;u2;u3;u4;u5;u6;u7;u8;u9\n" + ";".join(["3,53"] * 6 + ["3,54"] * 3) + "\n", encoding="utf-8")
    assert resep("--resep", nrr, "--nilai", "88,25") == {88.25: ["bobot-0,111", "indeks-2"]}
    jawaban = tmp_path / "jawaban.csv"
    jawaban.write_text("no,u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,4,4,4,4,4,4,4,4,4\n2,4,4,4,4,4,4,4,4,\n", encoding="utf-8")
    assert resep("--resep", jawaban, "--nilai", "100", "--nilai", "94,44") == {100: "", 94.44: ["kosong-nol"]}
    status, _, salah = jalan("rules", "IKPA_SCORE", "--resep", jawaban)
    assert (status, "perlu tahun" in salah) == (2, True)


@pytest.mark.parametrize(("isi", "sebut"), [("a;b\nx;1\n", "baris 1"), ("12.345;1\n", "ribuan"), ("", "kosong")])
def test_a_csv_that_cannot_be_read_says_where(jalan, tmp_path, isi, sebut):
    (tmp_path / "a.csv").write_text(isi, encoding="utf-8")
    status, _, salah = jalan("rules", "IKM_DARI_NRR", "--resep", tmp_path / "a.csv")
    assert (status, sebut in salah) == (2, True)


def test_cells_of_any_workbook(resep, tmp_path):
    buku = openpyxl.Workbook()
    buku.active.title = "Survei"
    for baris in (5, 6):
        for kolom in range(2, 11):
            buku.active.cell(baris, kolom, 4)
    buku.active["J6"] = None
    buku.save(tmp_path / "survei.xlsx")
    daerah = f"{tmp_path / 'survei.xlsx'}!Survei!B5:J6"
    assert resep("IKM_SCORE", "--resep", daerah, "--nilai", "99,90", "--nilai", "100") == {
        99.9: ["bobot-0,111", "tertimbang-3"],  # 4/9 rounded is 0.444, times 9 and 25
        100: "",
    }


def test_what_would_change(jalan):
    status, keluar, _ = jalan("rules", "--bandingkan", 2021, 2024, CONTOH / "ikpa-2021.toml")
    assert status == 0
    for kalimat in (
        "Hasil 2021: 95,09, kelas Sangat Baik", "Hasil 2024: 93,56, kelas Baik", "Selisih: -1,53",
        "Kelasnya berubah dari Sangat Baik menjadi Baik.", "tidak ada dalam data: belanja_kontraktual, up_tup.",
        "Tidak ada tempatnya dalam aturan 2024",
    ):  # fmt: skip
        assert kalimat in keluar
    _, keluar, _ = jalan("rules", "--bandingkan", 2013, 2024, CONTOH / "mutu-kep25.toml")
    assert "Kelasnya berubah dari A menjadi B." in keluar and "2024 1/9" in keluar


def test_what_would_change_as_json(jalan):
    _, keluar, _ = jalan("rules", "IKPA_SCORE", "--bandingkan", 2021, 2024, CONTOH / "ikpa-2021.toml", "--json")
    isi = json.loads(keluar)
    assert (isi["kiri"]["nilai"], isi["kanan"]["nilai"], isi["pindah_kelas"]) == (95.09, 93.56, True)
    assert "dispensasi_spm" in isi["kanan"]["tak_muat"]


@pytest.mark.parametrize(
    ("args", "sebut"),
    [
        (["--resep", "tidak-ada.toml"], "tidak ada"),
        (["--nilai", "91,38"], "--resep DATA"),
        (["--resep", "a.toml", "--bandingkan", "2021", "2024", "a.toml"], "salah satu"),
        (["IKM_SCORE", "--resep", str(CONTOH / "gaspul.toml")], "IKM_DARI_NRR"),
        (["--resep", str(CONTOH / "gaspul.toml"), "--nilai", "sembilan"], "bukan angka"),
        (["--resep", str(CONTOH / "gaspul.toml"), "--tahun", "2010"], "tidak ada nilai resmi"),
        (["--bandingkan", "2021", "2024", str(CONTOH / "ikpa-2021.toml"), "--nilai", "1"], "--resep"),
    ],
)
def test_wrong_use_is_told_in_one_line(jalan, args, sebut):
    status, keluar, salah = jalan("rules", *args)
    assert sebut in salah + keluar
    assert (status, len(salah.splitlines()) <= 4) == (0 if "--tahun" in args else 2, True)


def test_an_unknown_key_of_a_data_file_suggests_the_nearest(jalan, tmp_path):
    (tmp_path / "a.toml").write_text('fungsi = "IKM_DARI_NRR"\nnr = [3]\n', encoding="utf-8")
    status, _, salah = jalan("rules", "--resep", tmp_path / "a.toml")
    assert (status, "Maksud Anda 'nrr'" in salah) == (2, True)


def test_a_json_file_says_the_same_as_the_toml_file(resep, tmp_path):
    isi = {"fungsi": "CAPAIAN", "realisasi": 1.2, "target": 1, "polarisasi": "Minimize", "terbit": [83.33]}
    (tmp_path / "a.json").write_text(json.dumps(isi), encoding="utf-8")
    assert resep("--resep", Path(tmp_path / "a.json")) == {83.33: ["t-per-r"]}


def test_classes_by_old_bounds_and_by_the_other_side_of_a_bound(jalan):
    _, keluar, _ = jalan("rules", "--resep", CONTOH / "mutu-kep25.toml")
    assert "Tertulis A, seharusnya B. Cocok dengan cara: batas kelas KEP/25/M.PAN/2/2004 (2004-2013)." in keluar
    _, keluar, _ = jalan("rules", "--resep", CONTOH / "predikat-batas.toml", "--json")
    kelas = json.loads(keluar)["kelas"]
    assert [(k["tersimpan"], k["sama_resmi"]) for k in kelas] == [("A", True), ("AA", False)]
    assert [c["kode"] for c in kelas[1]["cocok"]] == ["pita-batas-lain"]


def test_a_wrong_class_beside_a_right_value_is_told(jalan, tmp_path):
    isi = 'fungsi = "IKM_DARI_NRR"\nnrr = [3.496, 3.496, 3.496, 3.496, 3.496, 3.496, 3.496, 3.496, 3.496]\n'
    (tmp_path / "a.toml").write_text(isi + 'terbit = [{ nilai = "87,40", mutu = "A" }]\n', encoding="utf-8")
    _, keluar, _ = jalan("rules", "--resep", tmp_path / "a.toml")
    assert "87,40 terbit dengan kelas A, seharusnya B. Cocok dengan cara: batas kelas KEP/25" in keluar
