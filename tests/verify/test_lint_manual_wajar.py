"""No false alarm: indicators as careful offices write them give no finding."""

from __future__ import annotations

from typing import Any

import pytest
from _manual_uji import manual

from kinerja_xl.verify.lint_iku import lint_manual

MIN, AK, TH = (
    {"centang.polarisasi": ["Minimize"]},
    {"centang.perhitungan": ["Akumulasi"]},
    {"centang.periode": ["Tahunan"]},
)
KUANTITAS = {"centang.aspek": ["Kuantitas/output"]}


def satu(judul: str, satuan: str, definisi: str, formula: str, sumber: str, **lain: Any) -> dict[str, Any]:
    """One indicator: title, unit, definition, formula, source, and what else differs."""
    return {"nama_asli": judul, "nama": judul, "satuan_asli": satuan, "definisi": definisi, "formula": formula,
            "sumber_data": sumber, **lain}  # fmt: skip


WAJAR = [
    satu("Indeks Kepuasan Masyarakat (IKM) kecamatan", "Indeks",
         "Kepuasan masyarakat menurut 9 unsur: persyaratan; prosedur; waktu; biaya; produk; kompetensi; perilaku; "
         "pengaduan; sarana (PermenPANRB 14/2017).", "Σ (rata-rata unsur x 1/9) x 25", "Aplikasi e-SKM",
         fungsi="IKM_SCORE"),
    satu("Nilai SAKIP", "Predikat", "Nilai akuntabilitas kinerja instansi pemerintah dari inspektorat, agar birokrasi "
         "lebih akuntabel.", "30% perencanaan + 30% pengukuran + 15% pelaporan + 25% evaluasi (PermenPANRB 88/2021)",
         "Lembar hasil evaluasi inspektorat", fungsi="SAKIP_SCORE", **TH),
    satu("Nilai AKIP Kecamatan", "Nilai", "Hasil evaluasi akuntabilitas kinerja instansi pemerintah.",
         "Jumlah nilai komponen menurut bobotnya", "LHE", fungsi="SAKIP_SCORE", **TH),
    satu("Persentase penduduk yang memiliki KTP elektronik", "Persen (%)", "Bagian penduduk wajib KTP yang sudah "
         "memiliki KTP elektronik.", "(Penduduk ber-KTP / penduduk wajib KTP) x 100%", "Database kependudukan"),
    satu("Angka kemiskinan", "Persen", "Bagian penduduk di bawah garis kemiskinan.", "Penduduk miskin / penduduk x 100",
         "BPS, Susenas Maret", **{**MIN, "data.target": 84, "data.target_lalu": 85}),
    satu("Nilai ekspor hasil perikanan", "Juta USD", "Nilai ekspor hasil perikanan yang bersertifikat.",
         "Jumlah nilai ekspor menurut sertifikat kesehatan ikan", "PEB Bea Cukai", **AK, **KUANTITAS),
    satu("Jumlah produksi perikanan budidaya", "Ton", "Banyaknya hasil panen ikan budidaya.",
         "Jumlah produksi semua pembudidaya", "Statistik perikanan", **AK, **KUANTITAS),
    satu("Jumlah laporan keuangan yang tepat waktu", "Laporan", "Banyaknya laporan keuangan yang disampaikan sebelum "
         "batas waktu.", "Banyaknya laporan yang tepat waktu", "Tanda terima SAKTI", **AK, **KUANTITAS),
    satu("Opini BPK atas laporan keuangan", "Opini", "Pernyataan profesional BPK atas laporan keuangan daerah.",
         "Opini yang tercantum dalam LHP BPK", "LHP BPK", **TH),
    satu("Tingkat kematangan SPBE", "Indeks", "Ukuran kematangan pemerintahan berbasis elektronik.",
         "Jumlah bobot x tingkat kematangan tiap indikator", "Laporan evaluasi SPBE", **TH),
    satu("Rasio guru terhadap murid", "Rasio", "Perbandingan banyaknya guru dengan murid.", "Guru / murid", "Dapodik"),
    satu("Rata-rata waktu penyelesaian layanan", "Hari", "Lama penyelesaian layanan sejak berkas lengkap.",
         "Jumlah hari semua layanan / banyaknya layanan", "Register layanan",
         **{**MIN, "data.target": 84, "data.target_lalu": 85}),
    satu("Nilai Indikator Kinerja Pelaksanaan Anggaran (IKPA)", "Nilai", "Mutu pelaksanaan anggaran satuan kerja "
         "menurut PER-5/PB/2024.", "Nilai total dibagi konversi bobot", "Aplikasi OM-SPAN", fungsi="IKPA_SCORE"),
    satu("Persentase capaian sasaran RPJMD", "Persen", "Bagian sasaran RPJMD 2021-2026 yang tercapai tahun 2024.",
         "Sasaran tercapai / semua sasaran x 100", "Laporan evaluasi RPJMD", **TH),
]  # fmt: skip


@pytest.mark.parametrize("ubah", WAJAR, ids=lambda u: u["nama_asli"])
def test_a_sound_indicator_has_no_finding(ubah):
    assert [(t.code, t.message) for t in lint_manual(manual(ubah))] == []


def test_they_have_none_together_either():
    assert [(t.code, t.message) for t in lint_manual(manual(*WAJAR))] == []
