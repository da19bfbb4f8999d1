"""Inputs that are of the right kind and still hardly meant so: each told with what was probably meant."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja_xl.read.buku import Buku, Gaya, Kalkulasi, Lembar
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import LembarM, Manifest, Sah, Sel, TabelM
from kinerja_xl.verify.checks import isian, isian_ragu
from kinerja_xl.verify.kasus import Kasus, ambil_masukan

SENIN = 45327.0  # 5 February 2024
PERIKSA = (
    isian.isian_wajib_terisi, isian.isian_sah, isian_ragu.skala_persen, isian_ragu.ribuan_tidak_hilang,
    isian_ragu.isian_wajar, isian_ragu.selesai_sesudah_mulai,
)  # fmt: skip


def _jenis(nilai: Any) -> str:
    return "s" if isinstance(nilai, str) else "kosong" if nilai is None else "n"


def temuan(
    tabel: str, tipe: str, *baris: dict[str, Any], sah: Sah | None = None, **bernama: Any
) -> list[tuple[str, str]]:
    """(code, input) for a workbook with one table of such rows and inputs by name: name=(tipe, value)."""
    kunci = list(baris[0]) if baris else []
    sel, isi, nama = [], {}, {}
    for b, satu in enumerate(baris, 1):
        for k, kata in enumerate(kunci, 1):
            sel.append(Sel(b, k, "isian", "isian", tipe=tipe, kunci=kata, tabel=tabel, rekaman=b, sah=sah))
            isi[b, k] = SelBuku(b, k, _jenis(satu[kata]), satu[kata], "", None, None, 0)
    for b, (kata, (jenis, nilai)) in enumerate(bernama.items(), 50):
        sel.append(Sel(b, 1, "isian", "isian", nama=kata, tipe=jenis, wajib=True, judul=kata))
        isi[b, 1] = SelBuku(b, 1, _jenis(nilai), nilai, "", None, None, 0)
        nama[kata] = f"'Isi'!$A${b}"
    milik = {tabel: TabelM(tabel, "Isi", 1, len(baris), {k: i for i, k in enumerate(kunci, 1)})} if baris else {}
    manifest = Manifest("pk", "1.0.0", "Contoh", 2024, {}, (LembarM("Isi", tuple(sel), {}, {}),), milik, nama)
    buku = Buku((Lembar("Isi", "visible", isi),), (), False, Kalkulasi(), (Gaya(),), False, "")
    kasus = Kasus(buku, manifest, tahun=2024)
    kasus.masukan = ambil_masukan(kasus)
    semua = [t for periksa in PERIKSA for t in periksa(kasus)]
    return [(t.code, t.name or kunci[ord(t.cell[0]) - 65]) for t in semua]


@pytest.mark.parametrize(("baris", "sel"), [
    ({"target": 95, "realisasi": 0.975}, "realisasi"), ({"target": 0.84, "realisasi": 87.5}, "target"),
    ({"target_1": 0.8, "target_2": 0.85, "target_3": 90}, "target_3"),
    ({"target": 95, "realisasi": 97.5}, ""), ({"target": 1, "realisasi": 0.5}, ""),
    ({"target": 90, "realisasi": 1}, ""), ({"target": 95, "realisasi": 0.05}, ""),
    ({"target": 95, "realisasi": 0}, ""), ({"target": 95, "realisasi": None}, ""),
])  # fmt: skip
def test_a_percentage_on_another_scale(baris: dict[str, Any], sel: str) -> None:
    assert temuan("pengukuran", "angka", baris) == ([("ISI-30", sel)] if sel else [])


@pytest.mark.parametrize(("baris", "sel"), [
    ({"pagu": 1_250_000_000, "realisasi": 1_187_500}, "realisasi"), ({"pagu": 900, "realisasi": 870_000_000}, "pagu"),
    ({"pagu_1": 5e8, "pagu_2": 5.2e8, "pagu_3": 560_000}, "pagu_3"),
    ({"pagu": 1_250_000_000, "realisasi": 41_000_000}, ""), ({"pagu": 1_250_000_000, "realisasi": 0}, ""),
])  # fmt: skip
def test_thousands_left_out(baris: dict[str, Any], sel: str) -> None:
    assert temuan("anggaran_program", "rupiah", baris) == ([("ISI-31", sel)] if sel else [])


def test_a_month_in_thousands_among_months_in_rupiah() -> None:
    bulan = [{"rencana": n} for n in (80e6, 95e6, 70e6, 88_000, 91e6, 77e6, 84e6)]
    assert temuan("rka_kas", "rupiah", *bulan) == [("ISI-31", "rencana")]
    assert temuan("rka_kas", "rupiah", *[r for r in bulan if r["rencana"] > 1e6]) == []


@pytest.mark.parametrize(("tabel", "nilai", "ada"), [
    ("lap_jurnal", SENIN, False), ("lap_jurnal", SENIN - 365, True), ("lap_jurnal", 2024, True),
    ("ik1_daftar", SENIN - 365, False), ("ik1_daftar", SENIN + 18 * 365, True), ("ik1_daftar", SENIN - 5 * 365, True),
])  # fmt: skip
def test_dates_of_another_year(tabel: str, nilai: float, ada: bool) -> None:
    assert temuan(tabel, "tanggal", {"tanggal": nilai}) == ([("ISI-32", "tanggal")] if ada else [])


def test_a_date_with_limits_of_its_own_is_told_once() -> None:
    assert temuan("lap_jurnal", "tanggal", {"tanggal": 40000}, sah=Sah(min=45292, maks=45657)) == [
        ("ISI-06", "tanggal")
    ]


def test_an_end_before_its_start() -> None:
    def survei(selesai: float) -> list[tuple[str, str]]:
        return temuan("", "", ikm_survei_mulai=("tanggal", SENIN), ikm_survei_selesai=("tanggal", selesai))

    assert survei(SENIN - 1) == [("ISI-33", "ikm_survei_selesai")]
    assert survei(SENIN) == []


def test_a_working_day_that_ends_before_it_begins() -> None:
    hari = {"masuk": 7.5 / 24, "pulang": 16 / 24, "istirahat": 0.5, "selesai": 13 / 24}
    assert temuan("jadwal_kerja", "jam", hari) == []
    assert temuan("jadwal_kerja", "jam", hari | {"pulang": 4 / 24}) == [("ISI-33", "pulang")]


def test_a_negative_measure_and_a_negative_correction() -> None:
    assert temuan("", "", ik1_aplikasi_nilai=("angka", -84)) == [("ISI-34", "ik1_aplikasi_nilai")]
    assert temuan("", "", ik1_aplikasi_nilai=("angka", 84)) == []
    assert temuan("lap_lain", "rupiah", {"jumlah": -1000}) == []


def test_invisible_signs() -> None:
    assert temuan("", "", nama=("teks", "Siti\u200bNur")) == [("ISI-35", "nama")]
    assert temuan("", "", nama=("teks", "Siti Nurhaliza, S.E. – Kasubag")) == []
    assert temuan("", "", nama=("teks", "\u200b\u00a0")) == [("ISI-01", "nama")]


@pytest.mark.parametrize(("tipe", "teks", "kode", "ketik"), [
    ("tanggal", "31 Januari 2025", "ISI-08", "31/1/2025"), ("tanggal", "31-1-2025", "ISI-08", "31/1/2025"),
    ("jam", "08.00", "ISI-08", "8:00"), ("saat", "5 Februari 2024 pukul 08.30", "ISI-08", "5/2/2024 8:30"),
    ("tanggal", "kemarin", "ISI-08", "5/2/2024"), ("angka", "Rp 1.250.000,00", "ISI-04", "1250000"),
    ("angka", "97,5 %", "ISI-04", "97,5"), ("angka", "72\u00a0", "ISI-04", "72"), ("angka", "７２", "ISI-04", "72"),
    ("angka", "84 orang", "ISI-02", ""), ("angka", "1.250.000,50", "ISI-04", "1250000,5"),
])  # fmt: skip
def test_a_text_is_told_with_what_to_type(tipe: str, teks: str, kode: str, ketik: str) -> None:
    sel = Sel(1, 1, "isian", "isian", nama="x", tipe=tipe, judul="x")
    manifest = Manifest("pk", "1.0.0", "", 2024, {}, (LembarM("Isi", (sel,), {}, {}),), {}, {"x": "'Isi'!$A$1"})
    isi = {(1, 1): SelBuku(1, 1, "s", teks, teks, None, None, 0)}
    kasus = Kasus(Buku((Lembar("Isi", "visible", isi),), (), False, Kalkulasi(), (Gaya(),), False, ""), manifest)
    (satu,) = isian.isian_sah(kasus)
    assert satu.code == kode
    assert ketik in satu.fix
