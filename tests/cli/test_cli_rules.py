"""kinerja rules: what an inspector reads of one function, in both languages, by year and by name of the version."""

from __future__ import annotations

import json

import pytest

from kinerja_xl.cli import main
from kinerja_xl.core.bukti import alasan_teringat
from kinerja_xl.functions import call, functions

BELUM = "belum dicocokkan dengan naskah resmi"


@pytest.fixture
def rules(capsys):
    """rules(args...) -> exit status, what was printed, errors."""

    def jalankan(*args):
        with pytest.raises(SystemExit) as keluar:
            main(["rules", *args])
        return keluar.value.code, *capsys.readouterr()

    return jalankan


def test_ikpa_2024_shows_weights_dates_citation_evidence_disputes_case_and_both_forms(rules):
    status, teks, _ = rules("IKPA_SCORE", "--tahun", "2024")
    assert status == 0
    for satu in (
        "IKPA_SCORE(skor; tahun; [triwulan]; [pembulatan])",
        "Nilai IKPA",
        "konversi bobot",
        "PER-5/PB/2024 (7 indikator dan pengurang) (per-5-2024), tahun 2024 dan sesudahnya",
        "paparan KPPN Kupang 2024",
        "dibaca pada sumber yang disebut",
        "Manual IKU 2024 masih memakai dua belas indikator",
        "skor = (100; 0; 100; 100; 100; 100; 100); tahun = 2024",
        'COUNTIF(B5:B11,"<0")',
        'COUNTIF(B5:B11;"<0")',
    ):
        assert satu in " ".join(teks.split()), satu
    bobot = [baris for baris in teks.splitlines() if baris.startswith("      bobot ")]
    assert [int(b.split(" persen ")[0].split()[-1]) for b in bobot] == [10, 15, 20, 10, 10, 10, 25]
    assert BELUM not in teks.split("SEMUA VERSI")[0], "nothing in force in 2024 is only recalled"


def test_recalled_numbers_are_marked_where_they_stand(rules):
    _, teks, _ = rules("IKPA_SCORE", "--tahun", "2023")
    angka = [baris for baris in teks.splitlines() if " persen " in baris]
    assert len(angka) == 8
    assert all(baris.startswith("  [!] bobot") and BELUM in baris for baris in angka)


def test_the_english_page_says_the_same(rules):
    _, teks, _ = rules("IKPA_SCORE", "--versi", "per-5-2022", "--lang", "en")
    for satu in ("VERSION USED", "NUMBERS USED", "not yet compared with the official text", "KNOWN DISPUTES", "years"):
        assert satu in teks
    assert BELUM not in teks


def test_the_list_marks_functions_that_rest_on_recalled_numbers(rules):
    _, teks, _ = rules()
    baris = {b[4:].split("(")[0]: b.startswith("[!]") for b in teks.splitlines() if "(" in b}
    assert baris == {nama: bool(alasan_teringat(f, f.masa())) for nama, f in functions().items()}
    assert (baris["RB_SCORE"], baris["IKM_SCORE"], baris["NKA_KONSISTENSI"]) == (True, False, True)


def test_a_version_is_chosen_by_year_or_by_name_and_never_guessed(rules):
    assert '"versi": "kep-25-2004"' in rules("IKM_MUTU", "--tahun", "2004", "--json")[1]
    assert '"versi": "kep-25-2004"' in rules("IKM_MUTU", "--versi", "KEP-25-2004", "--json")[1]
    for argumen, pesan in (
        (("IKM_SCORE", "--tahun", "2015"), "yang ada: 2004-2013, 2017 dan sesudahnya"),
        (("IKM_SCORE", "--versi", "permenpan-1"), "yang ada: kep-25-2004, permenpanrb-14-2017"),
        (("RB_SCORE", "--tahun", "2021"), "PermenPANRB 26/2020: tidak dapat dihitung"),
        (("RB_SCORE", "--versi", "permenpanrb-9-2023"), "PermenPANRB 9/2023: tidak dapat dihitung"),
        (("IKPA_SCORE", "--tahun", "2024", "--versi", "per-4-2020"), "tidak berlaku untuk tahun 2024"),
        (("--versi", "per-4-2020"), "perlu nama fungsi"),
    ):
        status, _, salah = rules(*argumen)
        assert status == 2 and pesan in salah, salah


def test_the_formula_over_a_range_follows_the_named_version(rules):
    menurut_nama = rules("IKM_MUTU", "--versi", "kep-25-2004", "--rumus", "B2")[1]
    assert menurut_nama == rules("IKM_MUTU", "--tahun", "2010", "--rumus", "B2")[1]
    assert "81.26" in menurut_nama


@pytest.mark.parametrize("nama", sorted(functions()))
def test_every_function_has_a_page_and_json_with_evidence_in_words(nama, rules):
    status, teks, _ = rules(nama)
    assert status == 0 and teks.startswith(nama)
    isi = json.loads(rules(nama, "--json")[1])
    assert all(p["bukti_teks"] for p in isi["parameter"]) and isi["bukti_teks"]
    assert bool(isi["excel"]) == bool(isi["excel_lokal"])


def test_a_call_may_name_the_version_instead_of_the_year():
    skor = [[100]] * 6 + [[80], [100]]
    assert call("IKPA_SCORE", skor, None, versi="per-5-2022") == call("IKPA_SCORE", skor, 2022) == 99
    assert call("IKM_MUTU", 81.26, versi="kep-25-2004") == "A"
    assert call("IKM_MUTU", 81.26) == "B"
