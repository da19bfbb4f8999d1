"""Words of the findings workbook."""

from __future__ import annotations

from typing import Any

KATA: dict[str, dict[str, Any]] = {
    "id": {
        "judul": "Hasil pemeriksaan buku kerja kinerja", "ringkasan": "Ringkasan", "temuan": "Temuan",
        "target": "Target", "langkah": "Langkah", "ronde": "Ronde", "halaman": "Halaman &P dari &N",
        "kepala_ringkasan": ("Putusan", "Berkas", "Instansi", "Dokumen", "Tahun", "Galat", "Peringatan", "Info",
                             "Temuan pertama"),
        "kepala_temuan": ("Tingkat", "Kode", "Berkas", "Lembar", "Sel", "Temuan", "Yang harus dilakukan",
                          "Dispensasi", "Instansi", "Judul", "Dasar"),
        "kepala_target": ("Berkas", "Instansi", "Kode", "Indikator", "Target", "Realisasi", "Capaian (%)",
                          "Polarisasi", "Status"),
        "kepala_langkah": ("Berkas", "Instansi", "No.", "Kegiatan", "Baku (menit)", "Aktual (menit)",
                           "Selisih (menit)", "Status"),
        "kepala_ronde": ("Keadaan", "Siapa"), "dispensasi": "Dispensasi",
        "kepala_dispensasi": ("Nomor", "Penanda tangan", "Berlaku sampai", "Alasan", "Status", "Temuan"),
        "jumlah": "Berkas diperiksa", "dilewati": "Berkas lain yang dilewati",
        "aturan": "Sidik buku aturan", "lihat": "lihat baris {n}", "harfiah": "(harfiah)",
        "petunjuk": "Kerjakan lembar Temuan dari atas: galat dahulu. Saring dengan tanda panah pada kepala kolom.",
        "penuh": "Lembar Excel penuh: {n} temuan lagi ada di laporan JSON.", "tanpa": "Tidak ada.",
    },
    "en": {
        "judul": "Result of checking performance workbooks", "ringkasan": "Summary", "temuan": "Findings",
        "target": "Targets", "langkah": "Steps", "ronde": "Round", "halaman": "Page &P of &N",
        "kepala_ringkasan": ("Verdict", "File", "Office", "Document", "Year", "Errors", "Warnings", "Info",
                             "First finding"),
        "kepala_temuan": ("Level", "Code", "File", "Sheet", "Cell", "Finding", "What to do", "Waiver",
                          "Office", "Title", "Basis"),
        "kepala_target": ("File", "Office", "Code", "Indicator", "Target", "Realisasi", "Capaian (%)", "Polarity",
                          "Status"),
        "kepala_langkah": ("File", "Office", "No.", "Activity", "Standard (minutes)", "Actual (minutes)",
                           "Difference (minutes)", "Status"),
        "kepala_ronde": ("State", "Who"), "dispensasi": "Waivers",
        "kepala_dispensasi": ("Number", "Signed by", "Valid until", "Reason", "Status", "Findings"),
        "jumlah": "Files checked", "dilewati": "Other files passed over",
        "aturan": "Hash of the rule book", "lihat": "see row {n}", "harfiah": "(literal)",
        "petunjuk": "Work through the sheet Findings from its top: errors first. The arrows in the heading filter.",
        "penuh": "The Excel sheet is full: {n} more findings are in the JSON report.", "tanpa": "None.",
    },
}  # fmt: skip
