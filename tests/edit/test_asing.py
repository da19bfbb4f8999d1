"""A workbook of the office's own making: known by its headers, mapped by the indicators' names, the rest listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.asing import kenali_judul
from kinerja_xl.edit.pindah import migrate
from kinerja_xl.edit.pindah_info import buka, cari_info, susun_ulang
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import verify

IKM, SAKIP = "Indeks Kepuasan Masyarakat atas pelayanan kecamatan", "Nilai SAKIP kecamatan"


@pytest.mark.parametrize(
    ("judul", "kunci"),
    [
        ("Indikator Kinerja", "indikator"), ("INDIKATOR  KINERJA\nUTAMA (IKU)", "indikator"), ("Target 2025", "target"),
        ("Realisasi TW III", "realisasi_tw3"), ("Satuan", "satuan"), ("Program/Kegiatan", "program"),
        ("Anggaran (Rp)", "anggaran"), ("Nama pegawai", ""), ("", ""), (None, ""), ("x" * 500, ""),
    ],
)  # fmt: skip
def test_headers_are_known_by_their_words(judul: Any, kunci: str) -> None:
    assert kenali_judul(judul) == kunci


def buat(jalur: Path, baris: list[list[Any]], judul: str = "Pengukuran Kinerja") -> Path:
    buku = openpyxl.Workbook()
    buku.active.title = "Kinerja"
    buku.active["A1"] = judul
    for b, isi in enumerate(baris, 4):
        for k, nilai in enumerate(isi, 1):
            buku.active.cell(b, k).value = nilai
    buku.save(jalur)
    return jalur


def nilai(jalur: Path, *nama: str) -> list[Nilai]:
    buku = buka(jalur)
    lembar = {satu.nama: satu for satu in buku.lembar}
    info = cari_info(buku)
    assert info is not None
    bernama = susun_ulang(info).sel_bernama
    return [lembar[bernama[n][0].nama].sel[bernama[n][1].titik].nilai for n in nama]


KEPALA = ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Catatan bebas"]


def test_recognised_columns_move_and_all_else_is_listed(tmp_path: Path) -> None:
    baris = [KEPALA, [1, IKM, "Indeks", 88.5, 90, "baik"], [2, "Nilai  SAKIP Kecamatan", "Poin", 75, None, None],
             [3, "Jumlah rapat", "Kali", 12, 10, None]]  # fmt: skip
    asal = buat(tmp_path / "kita.xlsx", baris)
    hasil = migrate(asal, tmp_path / "baru.xlsx", tahun=2025, profil=berkas_contoh("kecamatan"))
    assert nilai(hasil.jalur, "ik1_target", "ik1_realisasi_tw4", "ik2_target") == [88.5, 90, 75]
    assert hasil.dipindah == 3
    terdaftar = {(b.sel, b.isi): b.sebab for b in hasil.tanpa_tempat}
    assert terdaftar["C6", "Poin"] == "berbeda dari profil: Nilai"
    assert {(s, i) for (s, i), sebab in terdaftar.items() if sebab == "indikator tidak ada dalam profil"} == {
        ("B7", "Jumlah rapat"), ("C7", "Kali"), ("D7", 12), ("E7", 10),
    }  # fmt: skip
    assert {s for (s, _), sebab in terdaftar.items() if sebab == "judul kolomnya tidak dikenali"} == {
        "A1", "A4", "A5", "A6", "A7", "F4", "F5",
    }  # fmt: skip
    galat = [t.code for t in verify(str(hasil.jalur)).files[0].findings if t.level == "galat"]
    assert set(galat) <= {"ISI-01"}


def test_every_filled_cell_is_moved_matched_or_listed(tmp_path: Path) -> None:
    baris = [KEPALA, [1, IKM, "Indeks", "delapan puluh", 90, "baik"], [None, "TOTAL", None, 1, None, None]]
    asal = buat(tmp_path / "kita.xlsx", baris)
    hasil = migrate(asal, tmp_path / "baru.xlsx", tahun=2025, profil=berkas_contoh("kecamatan"))
    semua = {f"{s.column_letter}{s.row}" for r in openpyxl.load_workbook(asal).active for s in r if s.value is not None}
    dikenali = {"B4", "C4", "D4", "E4", "B5", "C5", "E5"}  # headers; name and unit as in the profile; the result
    assert {b.sel for b in hasil.tanpa_tempat} == semua - dikenali
    assert {b.sebab for b in hasil.tanpa_tempat if b.sel == "D5"} == {"bukan angka"}


def test_a_sheet_of_last_year_fills_last_years_columns(tmp_path: Path) -> None:
    asal = buat(tmp_path / "kita.xlsx", [KEPALA, [1, IKM, "Indeks", 84, 86.5, None]], "Capaian Kinerja Tahun 2024")
    hasil = migrate(asal, tmp_path / "baru.xlsx", tahun=2025, profil=berkas_contoh("kecamatan"), jenis="iku")
    assert hasil.tahun_lama == 2024
    assert nilai(hasil.jalur, "ik1_target_lalu", "ik1_realisasi_lalu", "ik1_target") == [84, 86.5, 85]


def test_quarters_stand_under_a_merged_header(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    lembar = buku.active
    for sel, isi in {"A3": "Indikator", "B3": "Target", "C3": "Realisasi", "A5": IKM, "B5": 85}.items():
        lembar[sel] = isi
    lembar.merge_cells("C3:F3")
    for k, (judul, isi) in enumerate((("TW I", 80), ("TW II", 81), ("TW III", 82), ("TW IV", 83)), 3):
        lembar.cell(4, k).value, lembar.cell(5, k).value = judul, isi
    buku.save(tmp_path / "a.xlsx")
    hasil = migrate(tmp_path / "a.xlsx", tmp_path / "b.xlsx", tahun=2025, profil=berkas_contoh("kecamatan"))
    assert nilai(hasil.jalur, *(f"ik1_realisasi_tw{n}" for n in (1, 2, 3, 4))) == [80, 81, 82, 83]
    assert [b.sel for b in hasil.tanpa_tempat] == []


def test_what_is_not_recognised_is_refused_in_words(tmp_path: Path) -> None:
    asal = buat(tmp_path / "a.xlsx", [["Nama", "Alamat"], ["A", "B"]])
    with pytest.raises(KinerjaError, match="--profil"):
        migrate(asal, tmp_path / "b.xlsx", tahun=2025)
    with pytest.raises(KinerjaError, match="tidak ada tabel yang dikenali"):
        migrate(asal, tmp_path / "b.xlsx", tahun=2025, profil=berkas_contoh("kecamatan"))
