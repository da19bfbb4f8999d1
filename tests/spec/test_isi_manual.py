"""The manual of 2024 holds what the document holds: every tick, every number, every defect, every override."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import kinerja_xl
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates
from kinerja_xl.spec.manual import kode_manual, muat_manual
from kinerja_xl.spec.manual_periksa import PILIHAN, perbedaan

KODE = "balai-kipm-balikpapan-2024"
KATALOG = Path(kinerja_xl.__file__).parent / "verify" / "katalog" / "IKU.toml"
AK, RR, NPA = "Akumulasi", "Rata-rata", "Nilai Posisi Akhir"
LI, LP, LO = "Lead Input", "Lead Proses", "Lag Output"
DP, KP, TD, AL = "Dipersempit", "Komponen Pembentuk", "Tidak Diturunkan", "Adopsi Langsung"
TW, TH = "Triwulanan", "Tahunan"

# number: validity, method, cascading, period as ticked; target 2023, result 2023, target 2024 as printed.
# Polarity is ticked Maximize everywhere.
CENTANG = {
    1: ([LP], [AK], [KP], [TW], (10, 10, 10)),
    2: ([LI], [AK], [DP], [TW], (3, 3, 3)),
    3: ([LI], [AK], [DP], [TW], (15, 15, 15)),
    4: ([LP], [AK], [DP], [TW], (9, 9, 9)),
    5: ([LP], [AK], [DP], [TW], (84, 87, 84)),
    6: ([LO], [AK, NPA], [AL, KP], [TH], (1, 1, 1)),
    7: ([LP], [AK], [KP], [], (84, 86.16, 84)),
    8: ([LP], [AK], [KP], [TH], (85, 86.16, 85)),
    9: ([LP], [RR], [DP], [TH], (100, 100, 100)),
    10: ([LP], [NPA], [TD], [TW], (75, 100, 75)),
    11: ([LP], [RR], [DP], [TH], (93.75, 94.16, 93.75)),
    12: ([LP], [NPA], [TD], [TH], (82, 86.76, 82)),
    13: ([LP], [NPA], [TD], [TH], (77.5, 78.26, 77.5)),
    14: ([LP], [NPA], [TD], [TH], (77.5, 100, 77.5)),
}

# (number, field): normalised value, wherever it departs from the tick or text
TIMPA = {
    (5, "satuan"): "Indeks",
    (5, "sumber_data"): "Aplikasi e-SKM",
    (5, "perhitungan"): NPA,
    (6, "satuan"): "Lokasi",
    (6, "perhitungan"): NPA,
    (6, "cascading"): KP,
    (7, "satuan"): "Indeks",
    (7, "perhitungan"): NPA,
    (7, "periode"): TH,
    (8, "perhitungan"): NPA,
    (9, "satuan"): "Persen",
    (9, "sumber_data"): "LHP BPK atas laporan keuangan",
    (9, "perhitungan"): NPA,
    (9, "cascading"): TD,
    (9, "polarisasi"): "Minimize",
    (9, "data"): "1/0/1",
    (11, "satuan"): "Nilai",
    (11, "perhitungan"): NPA,
}

FUNGSI = {
    1: ("CPIB_JUMLAH", "Sertifikat"),
    2: ("TRACEABILITY_JUMLAH", "UPI"),
    3: ("HACCP_JUMLAH", "Produk"),
    4: ("UPI_JUMLAH", "UPI"),
    5: ("IKM_SCORE", "Indeks"),
    6: ("QA_LOKASI_JUMLAH", "Lokasi"),
    7: ("IP_ASN_SCORE", "Indeks"),
    8: ("RB_SCORE", "Nilai"),
    9: ("TEMUAN_BPK_PERSEN", "Persen"),
    10: ("REKOMENDASI_PERSEN", "Persen"),
    11: ("IKPA_SCORE", "Nilai"),
    12: ("NKA_SCORE", "Nilai"),
    13: ("PBJ_SCORE", "Persen"),
    14: ("BMN_SCORE", "Persen"),
}

# lines of the document that must carry a recorded defect
BARIS_CACAT = (
    *(1, 13, 22, 52, 58, 56, 63, 80, 82, 91, 95, 103, 199, 207, 241, 251, 279, 282, 382, 405, 421, 427, 452, 455),
    *(556, 567, 580, 689, 695, 701, 704, 706, 712, 714, 739, 781, 803, 817, 835, 841, 880, 884, 927, 944, 998, 1003),
    *(1057, 1097, 1128, 1156, 1239, 1241, 1262, 1299, 1305, 1351, 1385, 1408, 1415, 1418, 1446, 1489, 1494, 1539),
    *(1575, 1577, 1579, 1585, 1628, 1634, 1654, 1673, 1684, 1702, 1708, 1711, 1714, 1757, 1815, 1834, 1838, 1884),
    *(1970, 1987, 1996, 2007, 2056, 2067, 2089, 2100, 2112, 2129, 2169, 2212, 2258, 2274, 2278, 2283, 2332, 2406),
    *(2410, 2485, 2531),
)


@pytest.fixture(scope="module")
def manual():
    return muat_manual(KODE)


def test_the_shipped_manual_is_found_by_its_code(manual) -> None:
    assert kode_manual() == (KODE,)
    assert (manual.instansi, manual.tahun) == ("Balai KIPM Balikpapan", 2024)


def test_indicators_come_by_number_and_keep_the_order_of_the_document(manual) -> None:
    assert [i.no for i in manual.indikator] == list(range(1, 15))
    assert [i.no for i in sorted(manual.indikator, key=lambda i: i.urutan)] == [*range(1, 11), 12, 11, 13, 14]
    assert manual.ambil("ik1").no_asli == "IK I"


@pytest.mark.parametrize("no", CENTANG)
def test_raw_ticks_are_those_of_the_document(manual, no: int) -> None:
    centang = manual.ambil(f"IK{no}").centang
    validitas, perhitungan, cascading, periode, _ = CENTANG[no]
    assert list(centang.validitas) == validitas
    assert list(centang.perhitungan) == perhitungan
    assert list(centang.cascading) == cascading
    assert list(centang.periode) == periode
    assert list(centang.polarisasi) == ["Maximize"]
    assert list(centang.aspek) == ["Kualitas/mutu" if no in (9, 11) else "Kuantitas/output"]
    assert list(centang.status_data) == ["Hasil Perhitungan Raw Data"]


@pytest.mark.parametrize("no", CENTANG)
def test_targets_and_results_are_those_of_the_document(manual, no: int) -> None:
    satu = manual.ambil(f"IK{no}")
    sumber = satu.harfiah or satu.data
    assert (sumber.target_lalu, sumber.realisasi_lalu, sumber.target) == CENTANG[no][4]


def test_all_fourteen_targets_equal_last_years(manual) -> None:
    assert all(i.data.target == i.data.target_lalu for i in manual.indikator)


@pytest.mark.parametrize("no", FUNGSI)
def test_each_indicator_names_the_function_and_unit_it_is_computed_with(manual, no: int) -> None:
    satu = manual.ambil(f"IK{no}")
    assert (satu.fungsi, satu.satuan) == FUNGSI[no]


def test_overrides_are_exactly_those_decided_and_each_has_a_reason(manual) -> None:
    ada = {(int(p.indikator[2:]), p.bidang): p.menjadi for p in manual.penimpaan}
    assert ada == TIMPA
    assert all(len(p.alasan) > 20 for p in manual.penimpaan)


def test_every_difference_from_the_document_is_an_override_and_nothing_else_is(manual) -> None:
    beda = {(i.no, bidang) for i in manual.indikator for bidang, _, _ in perbedaan(i)}
    assert beda == set(TIMPA)


def test_the_findings_ceiling_is_shown_as_printed_and_as_normalised(manual) -> None:
    satu = manual.ambil("IK9")
    assert (satu.harfiah.polarisasi, satu.harfiah.target, satu.harfiah.realisasi) == ("Maximize", 100, 100)
    assert (satu.baku.polarisasi, satu.data.target, satu.data.realisasi_lalu) == ("Minimize", 1, 0)
    assert [i.no for i in manual.indikator if i.harfiah] == [9]


def test_two_objectives_gather_all_their_spellings(manual) -> None:
    assert [len(manual.menurut_sasaran(s.kode)) for s in manual.sasaran] == [6, 8]
    assert len({i.sasaran_asli for i in manual.indikator}) == 6


def test_the_satisfaction_survey_names_this_office_and_nine_elements(manual) -> None:
    satu = manual.ambil("IK5")
    assert satu.nama == "Nilai Survei Kepuasan Masyarakat atas layanan publik di Balai KIPM Balikpapan"
    assert "Jakarta" in satu.nama_asli
    assert "sembilan unsur" in satu.definisi and "perilaku" in satu.definisi


def test_the_manual_says_which_ikpa_rule_governs_2024(manual) -> None:
    assert "PER-5/PB/2024" in manual.ambil("IK11").catatan
    assert "konversi bobot" in manual.ambil("IK11").formula_dokumen


@pytest.mark.parametrize("no", [1, 5, 9, 11, 14])
def test_a_wrong_formula_of_the_document_is_told_beside_ours(manual, no: int) -> None:
    satu = manual.ambil(f"IK{no}")
    assert satu.formula_dokumen and satu.formula_dokumen != satu.formula


def test_a_changed_title_has_a_recorded_defect(manual) -> None:
    for i in manual.indikator:
        polos = re.sub(r"\s*\((Nilai|%)\)$", "", i.nama_asli)
        assert (polos == i.nama) or any(c.bidang == "nama" for c in i.cacat), i.kode


def test_every_known_bad_line_of_the_document_is_recorded(manual) -> None:
    assert set(BARIS_CACAT) - {c.baris for _, c in manual.semua_cacat()} == set()


def test_twin_values_unticked_period_and_double_ticks_carry_their_codes(manual) -> None:
    ada = {(kode, c.kode, c.bidang) for kode, c in manual.semua_cacat()}
    assert {("IK7", "IKU-08", "realisasi"), ("IK8", "IKU-08", "realisasi")} <= ada
    assert {k for k, c, _ in ada if c == "IKU-02"} == {"IK7"}
    assert {(k, b) for k, c, b in ada if c == "IKU-01"} == {("IK6", "perhitungan"), ("IK6", "cascading")}
    assert {k for k, c, _ in ada if c == "IKU-03"} == {"IK5", "IK7", "IK8"}
    assert {k for k, c, _ in ada if c == "IKU-04"} == {"IK9"}
    assert {k for k, c, _ in ada if c == "IKU-05"} == {"IK7", "IK9"}
    assert {k for k, c, _ in ada if c == "IKU-15"} == {"IK11"}


def test_every_defect_code_exists_in_the_catalogue(manual) -> None:
    katalog = {t["kode"] for t in tomllib.loads(KATALOG.read_text(encoding="utf-8"))["temuan"]}
    assert {c.kode for _, c in manual.semua_cacat()} <= katalog


def test_catalogue_entries_are_complete_and_use_known_placeholders() -> None:
    temuan = tomllib.loads(KATALOG.read_text(encoding="utf-8"))["temuan"]
    assert [t["kode"] for t in temuan] == [f"IKU-{n:02d}" for n in range(1, len(temuan) + 1)]
    kunci = ["kode", "tingkat", "judul", "pesan", "perbaikan", "rujukan", "contoh"]
    kunci += ["judul_en", "pesan_en", "perbaikan_en"]
    for t in temuan:
        assert list(t) == kunci and all(t.values())
        assert t["tingkat"] in ("peringatan", "info")
        isian = set(re.findall(r"{(\w+)}", t["pesan"]))
        assert isian == set(re.findall(r"{(\w+)}", t["pesan_en"])), t["kode"]
        assert "tempat" in isian <= {"tempat", "indikator", "bidang", "asli", "baku", "lain"}


def test_every_normalised_choice_is_an_option_of_its_field(manual) -> None:
    for i in manual.indikator:
        assert all(getattr(i.baku, bidang) in PILIHAN[bidang] for bidang in PILIHAN if bidang != "status_data")


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ('polarisasi = "Minimize"', 'polarisasi = "Minimise"', "Maksud Anda 'Minimize'"),
        ('perhitungan = "Akumulasi"', 'perhitungan = "Rata-rata"', "tanpa [[penimpaan]] beralasan"),
        ("perhitungan = [", "perhitungn = [", "Maksud Anda 'perhitungan'"),
        ('menjadi = "1/0/1"', 'menjadi = "1/0/2"', "isinya"),
        ('nama = "IK6-cascading"', 'nama = "IK6-perhitungan"', "lebih dari sekali"),
        ('sasaran = "SS2"', 'sasaran = "SS3"', "sasaran 'SS3' tidak ada"),
        ("urutan = 2", "urutan = 1", "urutan indikator"),
        ('bidang = "tata_letak"', 'bidang = "tataletak"', "Maksud Anda 'tata_letak'"),
        ("target = 93.75", 'target = "93,75"', "harus angka"),
        ("tiap = [714, 716, 718]", "tiap = [714, 716]", "'tiap' harus memuat 3 nomor baris, mulai 714"),
        ('bidang = "tata_letak"\nteks', 'bidang = "tataletak"\nteks', "Maksud Anda 'tata_letak'"),
    ],
)
def test_a_damaged_manual_is_refused_with_its_place(tmp_path: Path, lama: str, baru: str, pesan: str) -> None:
    isi = (templates() / "manual" / f"{KODE}.toml").read_text(encoding="utf-8")
    assert lama in isi
    berkas = tmp_path / "manualku.toml"
    berkas.write_text(isi.replace(lama, baru, 1), encoding="utf-8")
    with pytest.raises(KinerjaError, match=re.escape(pesan)) as salah:
        muat_manual(berkas)
    assert "manualku.toml" in str(salah.value)


def test_an_override_without_reason_is_refused(tmp_path: Path) -> None:
    isi = (templates() / "manual" / f"{KODE}.toml").read_text(encoding="utf-8")
    berkas = tmp_path / "manualku.toml"
    berkas.write_text(re.sub(r'alasan = ".*"', 'alasan = " "', isi, count=1), encoding="utf-8")
    with pytest.raises(KinerjaError, match="alasan belum ditulis"):
        muat_manual(str(berkas))


def test_an_unknown_manual_code_lists_the_known_ones() -> None:
    with pytest.raises(KinerjaError, match=KODE):
        muat_manual("balai-kipm-balikpapan-2023")
