"""Survey exports: columns by the name of the unsur, words by data, every doubt refused in words, nothing dropped."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from xlsxwriter import Workbook

from kinerja_xl.build import generate
from kinerja_xl.cli import kelompok as perintah
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.edit.impor_survei import baca_ekspor
from kinerja_xl.edit.impor_survei_nilai import Kamus, Salah, jawaban, tanggal, umur, urutan_tanggal
from kinerja_xl.spec.konteks import susun_konteks
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.survei import muat_survei
from kinerja_xl.spec.tata import tata
from tests.buku._ikm_uji import BARIS, UNSUR, profil_kecil, tabel

CONTOH = templates() / "contoh" / "survei"
NAMA = ("Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Pengaduan", "Sarana")
PERTANYAAN = (
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang produk pelayanan dibandingkan dengan standarnya?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas?",
    "Bagaimana pendapat Saudara tentang perilaku petugas terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
)
JAWAB = "4;3;3;4;4;3;4;2;1"


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return tata("ikm", susun_konteks("ikm", 2025, profil_kecil()))


@pytest.fixture(scope="module")
def kosong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate("ikm", tahun=2025, profil=profil_kecil(), out=tmp_path_factory.mktemp("impor") / "k.xlsx")


def _baca(tmp_path: Path, manifest: Manifest, *baris: str, peta: str = "", sandi: str = "utf-8", **lain: Any) -> Any:
    berkas = tmp_path / "ekspor.csv"
    berkas.write_bytes("\n".join(baris).encode(sandi))
    if peta:
        (tmp_path / "peta.toml").write_text(peta, encoding="utf-8")
        lain["peta"] = tmp_path / "peta.toml"
    return baca_ekspor(berkas, manifest, lain.pop("masukan", {}), **lain)


def _orang(ekspor: Any, ke: int = 1) -> Mapping[str, Any]:
    hasil: Mapping[str, Any] = ekspor.data["ikm_jawaban"][str(ke)]
    return hasil


def test_columns_are_matched_by_name_whatever_their_order(tmp_path: Path, manifest: Manifest) -> None:
    urut = [*NAMA[:7], NAMA[8], NAMA[7]]
    satu = _baca(tmp_path, manifest, ";".join(urut), JAWAB)
    assert [_orang(satu)[u] for u in UNSUR] == [4, 3, 3, 4, 4, 3, 4, 1, 2]
    balik = _baca(tmp_path, manifest, ";".join(reversed(NAMA)), "2;1;4;3;4;4;3;3;4")
    assert _orang(balik) == _orang(satu)


def test_headings_may_be_whole_questions_or_carry_codes(tmp_path: Path, manifest: Manifest) -> None:
    benar = [4, 3, 3, 4, 4, 3, 4, 1, 2]
    tanya = _baca(tmp_path, manifest, ";".join(PERTANYAAN), JAWAB)
    assert [_orang(tanya)[u] for u in UNSUR] == benar
    kode = [f"U{n}. {nama}" for n, nama in enumerate([*NAMA[:7], "Sarana dan prasarana", "Penanganan pengaduan"], 1)]
    assert [_orang(_baca(tmp_path, manifest, ";".join(kode), JAWAB))[u] for u in UNSUR] == benar


def test_a_bare_u8_or_u9_is_refused_in_words(tmp_path: Path, manifest: Manifest) -> None:
    with pytest.raises(KinerjaError) as salah:
        _baca(tmp_path, manifest, ";".join(f"U{n}" for n in range(1, 10)), JAWAB)
    pesan = str(salah.value)
    assert all(kata in pesan for kata in ("'U8' (kolom H)", "'U9' (kolom I)", "pengaduan", "sarana", "--peta"))
    assert "U7" not in pesan


@pytest.mark.parametrize(
    "baris",
    [
        ("U1;U2;U3;U4;U5;U6;U7;U8;U9", "Persyaratan;Prosedur;Waktu;Biaya;Produk;Kompetensi;Perilaku;Sarana;Pengaduan"),
        ("Persyaratan;Prosedur;Waktu;Biaya;Produk;Kompetensi;Perilaku;Sarana;Pengaduan", "U1;U2;U3;U4;U5;U6;U7;U8;U9"),
        (";;;;;;;Sarana;Pengaduan", "U1;U2;U3;U4;U5;U6;U7;U8;U9"),
        ("U8 = Sarana dan prasarana", "U9: Penanganan pengaduan", "U1;U2;U3;U4;U5;U6;U7;U8;U9"),
    ],
)
def test_a_row_of_names_or_a_legend_settles_u8_and_u9(
    tmp_path: Path, manifest: Manifest, baris: tuple[str, ...]
) -> None:
    ekspor = _baca(tmp_path, manifest, *baris, JAWAB)
    assert len(ekspor.data["ikm_jawaban"]) == 1
    assert (_orang(ekspor)["u8"], _orang(ekspor)["u9"]) == (1, 2)


def test_the_persons_map_settles_u8_and_u9(tmp_path: Path, manifest: Manifest) -> None:
    judul = ";".join([*(f"U{n}" for n in range(1, 10)), "Rentang usia"])
    ekspor = _baca(
        tmp_path, manifest, judul, JAWAB + ";17-25",
        peta='[kolom]\n"U8" = "sarana dan prasarana"\n"u9" = "Pengaduan"\n"Rentang usia" = "abaikan"\n',
    )  # fmt: skip
    assert (_orang(ekspor)["u8"], _orang(ekspor)["u9"]) == (1, 2)
    assert any("'Rentang usia' (kolom J)" in baris for baris in ekspor.catatan)
    assert any("U1, U2" in baris and "menurut nomornya" in baris for baris in ekspor.catatan)


@pytest.mark.parametrize(
    ("peta", "kata"),
    [
        ('[kolom]\n"U8" = "u8"\n', "'u8'"),
        ('[kolom]\n"U8" = "sarna"\n', "'saran'"),
        ('[jawaban]\n"mantap" = 5\n', "1, 2, 3 atau 4"),
        ('[nilai.kerja]\n"a" = "b"\n', "nilai.kerja"),
        ("[kolum]\n", "'kolum'"),
    ],
)
def test_a_wrong_map_is_told(tmp_path: Path, manifest: Manifest, peta: str, kata: str) -> None:
    with pytest.raises(KinerjaError, match=r"peta\.toml") as salah:
        _baca(tmp_path, manifest, ";".join(NAMA), JAWAB, peta=peta)
    assert kata in str(salah.value)


def test_two_columns_of_one_unsur_and_a_missing_one_are_refused(tmp_path: Path, manifest: Manifest) -> None:
    with pytest.raises(KinerjaError, match=r"'Sarana' .*'Fasilitas'|'Fasilitas' .*'Sarana'"):
        _baca(tmp_path, manifest, ";".join([*NAMA, "Fasilitas"]), JAWAB + ";1")
    with pytest.raises(KinerjaError, match="belum ditemukan: Perilaku pelaksana"):
        _baca(tmp_path, manifest, ";".join(NAMA[:6] + NAMA[7:]), "4;4;4;4;4;4;4;4")
    with pytest.raises(KinerjaError, match="lebih dari satu unsur"):
        _baca(tmp_path, manifest, ";".join([*NAMA[:8], "Sarana pengaduan"]), JAWAB)
    with pytest.raises(KinerjaError, match="tidak ada baris judul"):
        _baca(tmp_path, manifest, "a;b;c", "1;2;3")


def test_every_bad_answer_is_named_with_row_and_column_and_nothing_is_kept(tmp_path: Path, manifest: Manifest) -> None:
    with pytest.raises(KinerjaError) as salah:
        _baca(tmp_path, manifest, ";".join(NAMA), JAWAB, "4;5;x;4;4;4;4;4;4", "0;4;4;4;4;4;4;4;3,5")
    pesan = str(salah.value)
    assert "4 nilai tidak dapat dibaca" in pesan
    for tempat in ("baris 3, kolom 'Prosedur' (B3)", "(C3): 'x'", "baris 4, kolom 'Persyaratan' (A4)", "(I4): '3,5'"):
        assert tempat in pesan


def test_blank_answers_stay_blank_and_unread_columns_and_rows_are_listed(tmp_path: Path, manifest: Manifest) -> None:
    judul = ";".join(["Nama", *NAMA, "No HP"])
    ekspor = _baca(tmp_path, manifest, judul, "A;4;;-;4;4;4;4;4;4;08", "B;;;;;;;;;;", "", "C;1;1;1;1;1;1;1;1;1;")
    assert [_orang(ekspor).get(u) for u in UNSUR] == [4, None, None, 4, 4, 4, 4, 4, 4]
    assert len(ekspor.data["ikm_jawaban"]) == 2
    laporan = "\n".join(ekspor.catatan)
    for kata in ("2 responden", "'Nama' (kolom A), 'No HP' (kolom K)", "baris 3", "1 sel berisi tanda"):
        assert kata in laporan


def test_more_respondents_than_rows_tells_how_to_get_a_bigger_book(tmp_path: Path, manifest: Manifest) -> None:
    with pytest.raises(KinerjaError, match=rf"responden = {BARIS + 1}.*kinerja generate ikm"):
        _baca(tmp_path, manifest, ";".join(NAMA), *[JAWAB] * (BARIS + 1))
    assert len(_baca(tmp_path, manifest, ";".join(NAMA), *[JAWAB] * BARIS).data["ikm_jawaban"]) == BARIS


def test_respondents_already_there_are_never_written_over(tmp_path: Path, manifest: Manifest) -> None:
    t = manifest.tabel["ikm_jawaban"]
    ada = {(t.lembar, t.baris1 + 2, t.kolom["u4"]): 3}
    with pytest.raises(KinerjaError, match=r"baris ke-3.*--tambah"):
        _baca(tmp_path, manifest, ";".join(NAMA), JAWAB, masukan=ada)
    assert list(_baca(tmp_path, manifest, ";".join(NAMA), JAWAB, masukan=ada, tambah=True).data["ikm_jawaban"]) == ["4"]


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("pemisah", [";", ",", "\t"])
def test_separators_and_encodings(tmp_path: Path, manifest: Manifest, sandi: str, pemisah: str) -> None:
    judul, isi = [*NAMA, "Saran"], [*JAWAB.split(";"), '"Café; ramah, cepat"']
    ekspor = _baca(tmp_path, manifest, pemisah.join(judul), pemisah.join(isi), sandi=sandi)
    assert _orang(ekspor)["saran"] == "Café; ramah, cepat"
    assert any("Windows-1252" in baris for baris in ekspor.catatan) == (sandi == "cp1252")


def test_groups_are_mapped_and_every_change_of_word_is_told(tmp_path: Path, manifest: Manifest) -> None:
    judul = ";".join([*NAMA, "Jenis Kelamin", "Pendidikan Terakhir", "Pekerjaan", "Usia"])
    ekspor = _baca(
        tmp_path, manifest, judul, JAWAB + ";P;S-1;Perawat;41 tahun", peta='[nilai.pekerjaan]\n"x" = "ASN"\n'
    )
    satu = _orang(ekspor)
    assert (satu["jenis_kelamin"], satu["pendidikan"], satu["pekerjaan"], satu["umur"]) == (
        "Perempuan", "S1/D4", "Lainnya", 41,
    )  # fmt: skip
    assert "Pekerjaan 'Perawat' dicatat sebagai Lainnya (1 responden)." in ekspor.catatan
    with pytest.raises(KinerjaError, match=r"'Profesor'.*pendidikan"):
        _baca(tmp_path, manifest, judul, JAWAB + ";P;Profesor;PNS;41")


def test_new_services_are_added_to_the_list_or_refused_when_it_is_full(tmp_path: Path, manifest: Manifest) -> None:
    judul = ";".join([*NAMA, "Jenis Layanan"])
    t = manifest.tabel["ikm_layanan"]
    ada = {(t.lembar, t.baris1, t.kolom["layanan"]): "Legalisasi Surat"}
    ekspor = _baca(tmp_path, manifest, judul, JAWAB + ";legalisasi surat", JAWAB + ";Baru", masukan=ada)
    assert _orang(ekspor)["layanan"] == "Legalisasi Surat"
    assert ekspor.data["ikm_layanan"] == {"2": {"layanan": "Baru"}}
    banyak = [f"{JAWAB};Layanan {n}" for n in range(t.baris2 - t.baris1 + 2)]
    with pytest.raises(KinerjaError, match=r"\[nilai.layanan\]"):
        _baca(tmp_path, manifest, judul, *banyak)


SKALA = [
    ("Sangat baik", "u1", 4), ("sangat puas", "u5", 4), ("SANGAT SESUAI", "u1", 4), ("Baik", "u9", 3),
    ("kurang mudah", "u2", 2), ("Tidak sesuai", "u1", 1), ("tidak puas", "u3", 1), ("Gratis", "u4", 4),
    ("Sangat mahal", "u4", 1), ("Cukup", "u9", 2), ("Ada tetapi tidak berfungsi", "u8", 2), ("4", "u1", 4),
    ("3.0", "u1", 3), (2.0, "u1", 2), ("4 - Sangat baik", "u1", 4), ("Sangat Baik (4)", "u1", 4),
    ("d. Sangat sesuai", "u1", 4), (" ", "u1", None), ("-", "u1", None), (None, "u1", None),
]  # fmt: skip


@pytest.mark.parametrize(("mentah", "kunci", "harus"), SKALA)
def test_words_become_answers(mentah: Any, kunci: str, harus: int | None) -> None:
    unsur = next(u for u in muat_survei().unsur if u.kunci == kunci)
    assert jawaban(mentah, unsur, Kamus()) == harus


@pytest.mark.parametrize(
    "mentah", ["sangat tidak puas", "Cukup", "b", "5", 0, 2.5, True, "4 tidak baik", "1 mantap", "=1+1"]
)
def test_what_is_in_doubt_is_not_an_answer(mentah: Any) -> None:
    with pytest.raises(Salah):
        jawaban(mentah, muat_survei().unsur[0], Kamus())


def test_the_persons_own_scale_goes_first() -> None:
    kamus = Kamus(jawaban={"tidak puas": 2, "sangat tidak puas": 1})
    assert [jawaban(k, muat_survei().unsur[0], kamus) for k in ("Tidak puas", "Sangat tidak puas")] == [2, 1]


def test_every_printed_answer_of_the_form_is_understood() -> None:
    for unsur in muat_survei().unsur:
        assert [jawaban(f"☐ {n}. {teks}", unsur, Kamus()) for n, teks in enumerate(unsur.jawaban, 1)] == [1, 2, 3, 4]


def test_dates_in_either_order() -> None:
    lima_maret, tiga_mei = 45721.0, 45780.0
    assert urutan_tanggal(["3/5/2025", "14/5/2025"]) == (False, True)
    assert urutan_tanggal(["3/5/2025 9:12:33 AM", "3/14/2025"]) == (True, True)
    assert urutan_tanggal(["3/5/2025"]) == (False, False)
    assert tanggal("3/5/2025 9:12:33", False, 0) == tiga_mei
    assert tanggal("3/5/2025 9:12:33 AM", True, 0) == lima_maret
    assert tanggal("2025/05/03 9:12:33 AM GMT+7", False, 0) == tiga_mei
    assert tanggal(45780.38, False, 0) == tiga_mei
    assert tanggal(45780.38 - 1462, False, 1462) == tiga_mei
    for salah in ("31/02/2025", "kemarin", True, -1):
        with pytest.raises(Salah):
            tanggal(salah, False, 0)


@pytest.mark.parametrize("mentah", ["17-25", "0", 121, 20.5, "tua", True])
def test_what_is_no_age_is_refused(mentah: Any) -> None:
    with pytest.raises(Salah):
        umur(mentah)


def test_the_command_fills_tells_and_gives_the_index(kosong: Path, tmp_path: Path) -> None:
    args = ["fill", str(kosong), "--data", str(CONTOH / "ekspor.csv"), "--out", str(tmp_path / "isi.xlsx")]
    hasil = CliRunner().invoke(perintah, args, standalone_mode=False)
    assert hasil.exception is None, hasil.output
    assert "3 responden dimasukkan" in hasil.output
    assert "'Nama' (kolom B)" in hasil.output
    orang = tabel(tmp_path / "isi.xlsx", "ikm_jawaban", *UNSUR, "pekerjaan", "periksa")
    assert orang[0] == (4, 3, 3, 4, 4, 3, 4, 4, 2, "ASN", "sesuai")
    assert orang[1] == (4, 4, 4, None, 4, 4, 4, None, 2, "Lainnya", "sesuai")
    assert orang[2][:9] == (3, 3, 2, 4, 3, 3, 4, 3, 3)
    lagi = fill(
        tmp_path / "isi.xlsx", CONTOH / "ekspor.csv", tmp_path / "dua.xlsx", tambah=True, peta=CONTOH / "peta.toml"
    )
    assert [p for (p,) in tabel(lagi, "ikm_jawaban", "pekerjaan")][3:6] == ["ASN", "Pegawai swasta", "Wirausaha"]


def test_an_xlsx_export_is_read_with_its_dates_and_error_cells(
    kosong: Path, tmp_path: Path, manifest: Manifest
) -> None:
    berkas = tmp_path / "ekspor.xlsx"
    buku = Workbook(str(berkas))
    buku.add_worksheet("Sampul").write(0, 0, "Hasil survei")
    lembar = buku.add_worksheet("Form Responses 1")
    lembar.write_row(0, 0, ["Timestamp", *NAMA])
    lembar.write_row(1, 0, [45780.4, 4, 3, 3, 4, 4, 3, "4", 2, 1])
    lembar.write_formula(2, 1, "=1/0", None, "#DIV/0!")
    buku.close()
    with pytest.raises(KinerjaError, match=r"baris 3, kolom 'Persyaratan' \(B3\): sel kesalahan"):
        baca_ekspor(berkas, manifest, {})
    buku = Workbook(str(berkas))
    lembar = buku.add_worksheet("Form Responses 1")
    lembar.write_row(0, 0, ["Timestamp", *NAMA])
    lembar.write_row(1, 0, [45780.4, 4, 3, 3, 4, 4, 3, "4", 2, 1])
    buku.close()
    hasil = fill(kosong, berkas, tmp_path / "isi.xlsx")
    assert tabel(hasil, "ikm_jawaban", "tanggal", *UNSUR)[0] == (45780, 4, 3, 3, 4, 4, 3, 4, 2, 1)


def test_only_the_survey_workbook_takes_an_export(tmp_path: Path) -> None:
    pk = generate("pk", tahun=2025, profil=profil_kecil(), out=tmp_path / "pk.xlsx")
    (tmp_path / "e.xlsx").write_bytes(pk.read_bytes())
    with pytest.raises(KinerjaError, match=r"pk/1\.0\.0"):
        fill(pk, tmp_path / "e.xlsx", tmp_path / "x.xlsx")
    with pytest.raises(KinerjaError, match="--peta"):
        fill(pk, {"tanda_kota": "A"}, tmp_path / "x.xlsx", tambah=True)


def test_a_broken_file_is_told_not_thrown(tmp_path: Path, manifest: Manifest) -> None:
    (tmp_path / "e.xlsx").write_bytes(b"bukan zip")
    with pytest.raises(KinerjaError, match=r"e\.xlsx tidak terbaca"):
        baca_ekspor(tmp_path / "e.xlsx", manifest, {})
    with pytest.raises(KinerjaError, match="tidak ada baris"):
        _baca(tmp_path, manifest, "")


def test_a_column_without_heading_is_told(tmp_path: Path, manifest: Manifest) -> None:
    ekspor = _baca(tmp_path, manifest, ";".join(NAMA), JAWAB + ";;lupa judul")
    assert "Kolom yang tidak disalin: tanpa judul (kolom K)." in ekspor.catatan
