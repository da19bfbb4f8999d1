"""The twelve SOPs hold what the document holds: steps, times, decisions, and a record of every defect."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import kinerja_xl
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates
from kinerja_xl.sop.model import kode_sop, muat_sop, semua_sop

KATALOG = Path(kinerja_xl.__file__).parent / "verify" / "katalog" / "SOP.toml"

# code: (first line in the document, steps, days, minutes besides days, minutes at 450 a day)
JUMLAH = {
    "perjanjian-kinerja": (3, 12, 0, 170, 170),
    "laporan-tahunan": (20, 8, 3, 70, 1420),
    "laporan-bulanan": (34, 8, 1, 80, 530),
    "rka": (47, 12, 5, 155, 2405),
    "iku": (64, 10, 3, 115, 1465),
    "monev": (79, 12, 7, 155, 3305),
    "lkj": (96, 12, 3, 200, 1550),
    "laporan-semesteran": (113, 8, 3, 70, 1420),
    "renja": (126, 12, 3, 200, 1550),
    "renstra": (143, 12, 6, 250, 2950),
    "ikm": (160, 9, 31, 155, 14105),
    "sakip": (174, 12, 3, 520, 1870),
}

# (code, step): step to return to; 18 decisions of the document
KEPUTUSAN = {
    ("perjanjian-kinerja", 6): 5,
    ("perjanjian-kinerja", 7): 6,
    ("laporan-tahunan", 3): 2,
    ("laporan-bulanan", 3): 2,
    ("rka", 6): 5,
    ("rka", 7): 6,
    ("iku", 5): 4,
    ("monev", 6): 5,
    ("monev", 7): 6,
    ("lkj", 6): 5,
    ("lkj", 7): 6,
    ("laporan-semesteran", 3): 2,
    ("renja", 6): 5,
    ("renja", 7): 6,
    ("renstra", 6): 5,
    ("renstra", 7): 6,
    ("sakip", 6): 5,
    ("sakip", 7): 6,
}

# lines of the document that must carry a recorded defect
BARIS_CACAT = (
    *(5, 7, 9, 15, 17, 22, 28, 33, 40, 42, 49, 54, 55, 59, 60, 61, 62, 72, 74, 86, 90, 91, 94, 98, 104, 105, 110),
    *(121, 122, 124, 128, 130, 132, 133, 134, 136, 140, 148, 150, 151, 152, 153, 154, 156, 157, 160, 163, 164, 165),
    *(166, 167, 168, 169, 170, 171, 172, 182, 183, 184, 187, 188),
    *(12, 13, 26, 56, 57, 88, 89, 106, 119, 135),
)


def test_the_set_is_the_twelve_sops_in_document_order() -> None:
    assert kode_sop() == tuple(JUMLAH)
    assert {p.stem for p in (templates() / "sop").glob("*.toml")} == set(JUMLAH)


def test_the_twelve_sops_have_127_steps() -> None:
    assert sum(len(s.langkah) for s in semua_sop()) == 127


@pytest.mark.parametrize("kode", JUMLAH)
def test_steps_days_and_minutes_are_those_of_the_document(kode: str) -> None:
    baris, langkah, hari, menit, jumlah = JUMLAH[kode]
    sop = muat_sop(kode)
    assert sop.sumber == f"Dokumen SOP kecamatan, baris {baris}"
    assert len(sop.langkah) == langkah
    assert sum(int(n) for x in sop.langkah for n in re.findall(r"(\d+) ?hari", x.waktu)) == hari
    assert sum(x.menit for x in sop.langkah if "hari" not in x.waktu) == menit
    assert (sop.menit_per_hari, sop.menit_seri) == (450, jumlah)


def test_survey_steps_of_staff_and_citizens_run_at_the_same_time() -> None:
    ikm = muat_sop("ikm")
    assert (ikm.menit_seri, ikm.menit_paralel, ikm.menit) == (14105, 7805, 7805)
    assert [(x.no, x.paralel_dengan) for s in semua_sop() for x in s.langkah if x.paralel_dengan] == [(5, 4)]


def test_there_are_18_decisions_and_each_knows_where_to_return() -> None:
    ada = {(s.kode, x.no): x.kembali_ke for s in semua_sop() for x in s.langkah if x.keputusan}
    assert ada == KEPUTUSAN
    assert len(ada) == 18


def test_a_decision_is_a_step_that_says_what_happens_on_refusal() -> None:
    for s in semua_sop():
        for x in s.langkah:
            assert x.keputusan == bool(re.search(r"\b(jika|bila)\b.*\btidak\b", x.kegiatan, re.I)), (s.kode, x.no)


def test_work_sent_back_to_staff_returns_to_a_typing_step_and_to_kasubag_to_a_checking_step() -> None:
    for (kode, no), tujuan in KEPUTUSAN.items():
        sop = muat_sop(kode)
        kata = "Mengetik" if re.search(r"ke(pada)? staf ", sop.ambil(no).kegiatan, re.I) else "Memeriksa"
        assert sop.ambil(tujuan).kegiatan.startswith(kata), (kode, no)


def test_the_document_names_no_performer_so_every_performer_is_a_proposal() -> None:
    for kode in JUMLAH:
        isi = tomllib.loads((templates() / "sop" / f"{kode}.toml").read_text(encoding="utf-8"))
        assert all("pelaksana" not in langkah for langkah in isi["langkah"])
        assert all(langkah["pelaksana_usulan"] in isi["sop"]["peran"] for langkah in isi["langkah"])
        assert isi["sop"]["identitas"] == {}
        assert {"SOP-01", "SOP-02"} <= {c["kode"] for c in isi["cacat"]}


def test_the_second_staf_of_the_annual_report_is_a_column_of_its_own() -> None:
    assert muat_sop("laporan-tahunan").peran[-1] == "Staf (Umum)"
    assert muat_sop("laporan-tahunan").ambil(8).pelaksana_usulan == "Staf (Umum)"


def test_camat_is_a_performer_column_everywhere() -> None:
    assert all("Camat" in s.peran for s in semua_sop())


@pytest.mark.parametrize(
    ("kode", "no", "bidang", "asli", "baku"),
    [
        ("perjanjian-kinerja", 9, "kegiatan", "Manandatangani penetapan kinerja", "Menandatangani perjanjian kinerja"),
        ("rka", 9, "output", "Dokumen RKA yg sudah ditandatangani", "Dokumen RKA yang sudah ditandatangani"),
        ("rka", 11, "output", "", ""),
        ("rka", 12, "kelengkapan", "", ""),
        (
            "laporan-semesteran",
            6,
            "kegiatan",
            "Memerintahkan untuk mengandakan dan pendistribusian",
            "Memerintahkan untuk menggandakan dan pendistribusian",
        ),
        (
            "sakip",
            10,
            "kegiatan",
            "Memerintahkan untuk pengadaan dan pendistribusian",
            "Memerintahkan untuk penggandaan dan pendistribusian",
        ),
        ("renstra", 2, "output", "Tim penyusun Renja", "Tim penyusun Renstra"),
        ("ikm", 7, "kelengkapan", "Kertas Komputer,Printer", "Kertas, komputer, printer"),
    ],
)
def test_raw_text_is_kept_beside_our_reading(kode: str, no: int, bidang: str, asli: str, baku: str) -> None:
    langkah = muat_sop(kode).ambil(no)
    assert (getattr(langkah, bidang), langkah.terbaca(bidang)) == (asli, baku)


def test_raw_step_numbers_are_kept_where_they_differ() -> None:
    assert muat_sop("laporan-bulanan").ambil(3).no_asli == ""
    assert [x.no_asli for x in muat_sop("renja").langkah] == [f"{n}." for n in range(1, 9)] + [None] * 4
    assert [x.no_asli for x in muat_sop("renstra").langkah] == [f"{n}." for n in range(1, 13)]


def test_every_normalised_text_has_a_recorded_defect() -> None:
    for s in semua_sop():
        for x in s.langkah:
            for bidang in ("kegiatan", "kelengkapan", "output"):
                if getattr(x, f"{bidang}_baku") is None:
                    continue
                teks = getattr(x, bidang).lower()
                alasan = [c for c in s.cacat if c.langkah in (None, x.no) and c.asli and c.asli.lower() in teks]
                assert alasan, (s.kode, x.no, bidang)
                assert x.terbaca(bidang) != getattr(x, bidang)


def test_every_known_bad_line_of_the_document_is_recorded() -> None:
    tercatat = {c.baris for s in semua_sop() for c in s.cacat}
    assert set(BARIS_CACAT) - tercatat == set()


def test_every_defect_code_exists_in_the_catalogue() -> None:
    katalog = {t["kode"] for t in tomllib.loads(KATALOG.read_text(encoding="utf-8"))["temuan"]}
    assert {c.kode for s in semua_sop() for c in s.cacat} <= katalog


def test_catalogue_entries_are_complete_and_use_known_placeholders() -> None:
    temuan = tomllib.loads(KATALOG.read_text(encoding="utf-8"))["temuan"]
    assert [t["kode"] for t in temuan] == [f"SOP-{n:02d}" for n in range(1, len(temuan) + 1)]
    kunci = [
        "kode",
        "tingkat",
        "judul",
        "pesan",
        "perbaikan",
        "rujukan",
        "contoh",
        "judul_en",
        "pesan_en",
        "perbaikan_en",
    ]
    for t in temuan:
        assert list(t) == kunci and all(t.values())
        assert t["tingkat"] in ("galat", "peringatan", "info")
        isian = set(re.findall(r"{(\w+)}", t["pesan"]))
        assert isian == set(re.findall(r"{(\w+)}", t["pesan_en"]))
        assert "tempat" in isian <= {"tempat", "sop", "langkah", "bidang", "asli", "baku", "lain"}


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("menit = 20", "menit = 21", "bernilai 20 menit"),
        ('waktu = "1 hari"', 'waktu = "1 bulan"', "waktu '1 bulan' tidak terbaca"),
        ("no = 2", "no = 3", "nomor langkah harus 2"),
        ('pelaksana_usulan = "Camat"', 'pelaksana_usulan = "Camatt"', "Maksud Anda 'Camat'"),
        ("menit_seri = 2405", "menit_seri = 2400", "jumlah langkah 2405"),
        ("kembali_ke = 5", "kembali_ke = 9", "harus langkah sebelum 6"),
        ("keputusan = true", "keputusan = false", "ditulis bersama-sama"),
        ("keterangan =", "keterngan =", "Maksud Anda 'keterangan'"),
        ("peran = [", "paran = [", "Maksud Anda 'peran'"),
    ],
)
def test_a_damaged_sop_file_is_refused_with_its_place(tmp_path: Path, lama: str, baru: str, pesan: str) -> None:
    berkas = tmp_path / "sopku.toml"
    isi = (templates() / "sop" / "rka.toml").read_text(encoding="utf-8")
    assert lama in isi
    berkas.write_text(isi.replace(lama, baru, 1), encoding="utf-8")
    with pytest.raises(KinerjaError, match=re.escape(pesan)) as salah:
        muat_sop(berkas)
    assert "sopku.toml" in str(salah.value)


def test_an_unknown_sop_code_suggests_the_nearest() -> None:
    with pytest.raises(KinerjaError, match="Maksud Anda 'renstra'"):
        muat_sop("restra")
