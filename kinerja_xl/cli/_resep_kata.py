"""Words of `kinerja rules --resep` and `--bandingkan` in both languages."""

from __future__ import annotations

from typing import Any

BUKTI_EN = {
    "dokumen": "printed in a reference document", "sumber": "read in the named source",
    "ingatan": "not yet compared with the official text", "turunan": "derived from printed figures",
    "keputusan": "a guess of ours, never seen in print",
}  # fmt: skip
KATA: dict[str, dict[str, Any]] = {
    "id": {
        "judul": "Asal nilai: {fungsi} menurut {aturan}", "data": "Data: {judul}",
        "resmi": "Nilai resmi dari data ini: {nilai}{kelas} (lengkap {lengkap})",
        "tolak": "Aturan menolak data ini, jadi tidak ada nilai resmi: {sebab}.",
        "tanpa_data": "Belum ada data mentah, jadi nilainya tidak dapat dibandingkan.",
        "tak_ada": "belum ada data mentah",
        "kepala": ("Tempat", "Tertulis", "Kelas", "Cara hitung yang memberi nilai itu", "Resmi", "Kelas resmi"),
        "nilai_resmi": "nilai resmi", "tak": "tidak dikenal ({n} cara dicoba)", "atau": "atau ",
        "kelas": ", kelas {kelas}",
        "sama": "{nilai}: {n} cara memberi nilai yang sama pada desimal yang tercetak, jadi tidak dapat dibedakan. "
        "Nilai dengan desimal lebih banyak akan membedakannya.",
        "ganda": "{nilai}: hanya cocok dengan dua penyimpangan sekaligus; kecocokan seperti itu dapat kebetulan.",
        "asing": "{nilai}: bukan nilai resmi dan bukan hasil cara lain yang dikenal. Periksa datanya lebih dahulu.",
        "beda": "{nilai} bukan nilai resmi: kelasnya {lama}, menurut aturan {baru}.",
        "mutu": "{nilai} terbit dengan kelas {tersimpan}, seharusnya {resmi}. {sebab}",
        "sebab": "Cocok dengan cara: {nama}.",
        "takada": "Tidak ada cara lain yang dikenal memberi kelas itu.",
        "dekat": "Dekat batas kelas: {resmi} ({kelas}){tempat}, tetapi {lain}. "
        "Sebutkan cara hitungnya bila melaporkan.",
        "dengan": "dengan {nama} menjadi {nilai} ({kelas})", "cara": "Cara hitung yang ditemukan:",
        "lihat": "terlihat: {terlihat}; {bukti}; diperiksa {tanggal}",
        "judul_kelas": "Asal kelas: {fungsi}",
        "resmi_kelas": "Nilai {nilai} menurut aturan: {kelas}", "kelas_benar": "Tertulis {kelas}: sama dengan aturan.",
        "kelas_lain": "Tertulis {tersimpan}, seharusnya {resmi}. {sebab}",
        "lain_sama": "{n} nilai lain sama dengan nilai resminya.",
        "tebak": " (dugaan)", "dugaan": "dugaan kami, belum pernah terlihat terbit",
        "kosong": "Tidak ada nilai yang dapat dikenali dalam buku kerja ini.", "dan": ", ",
    },
    "en": {
        "judul": "Origin of values: {fungsi} by {aturan}", "data": "Data: {judul}",
        "resmi": "Official value of these data: {nilai}{kelas} (in full {lengkap})",
        "tolak": "The rule refuses these data, so there is no official value: {sebab}.",
        "tanpa_data": "There are no raw data yet, so nothing can be compared.", "tak_ada": "no raw data yet",
        "kepala": ("Place", "Printed", "Class", "Recipe that gives it", "Official", "Official class"),
        "nilai_resmi": "official value", "tak": "unknown ({n} recipes tried)", "atau": "or ",
        "kelas": ", class {kelas}", "sama": "{nilai}: {n} recipes give the same value at the printed decimals, so they "
        "cannot be told apart. A value with more decimals would tell.",
        "ganda": "{nilai}: matches only two departures at once; such a match may be chance.",
        "asing": "{nilai}: neither the official value nor what a known recipe gives. Check the data first.",
        "beda": "{nilai} is not the official value: its class is {lama}, by the rule {baru}.",
        "mutu": "{nilai} was published as class {tersimpan}, it should be {resmi}. {sebab}",
        "sebab": "Matches: {nama}.", "takada": "No other known way gives that class.",
        "dekat": "Near the bound of a class: {resmi} ({kelas}){tempat}, but {lain}. State the recipe when reporting.",
        "dengan": "with {nama} it becomes {nilai} ({kelas})", "cara": "Recipes found:",
        "lihat": "seen: {terlihat}; {bukti}; checked {tanggal}",
        "judul_kelas": "Origin of a class: {fungsi}",
        "resmi_kelas": "The value {nilai} by the rule: {kelas}", "kelas_benar": "Printed {kelas}: as the rule has it.",
        "kelas_lain": "Printed {tersimpan}, it should be {resmi}. {sebab}",
        "lain_sama": "{n} other values are the official ones.", "tebak": " (a guess)",
        "dugaan": "a guess of ours, never seen in print",
        "kosong": "No value of this workbook can be recognised.", "dan": ", ",
    },
}  # fmt: skip
BANDING: dict[str, dict[str, Any]] = {
    "id": {
        "judul": "Apa yang berubah: {fungsi} dengan aturan tahun {a} dan tahun {b}", "data": "Data: {judul}",
        "versi": "{tahun}: {judul}, berlaku {masa}; bukti: {bukti}", "sekarang": "sekarang",
        "sama": "Kedua tahun memakai aturan yang sama, jadi tidak ada yang berubah.",
        "kepala": ("Indikator", "Data", "Bobot {a}", "Bobot {b}"), "bobot": "Bobot:",
        "lain": "Angka aturan lain yang berbeda:", "tidak_ada": "tidak ada",
        "hasil": "Hasil {tahun}: {nilai}{kelas}", "kelas": ", kelas {kelas}", "tanpa": "tidak dapat dihitung: {sebab}",
        "selisih": "Selisih: {selisih}", "pindah": "Kelasnya berubah dari {a} menjadi {b}.",
        "tetap": "Kelasnya tetap {a}.", "pakai": "{nama} ({fungsi}, tahun {tahun})",
        "tak_muat": "Tidak ada tempatnya dalam aturan {tahun}, jadi tidak ikut dihitung: {daftar}.",
        "belum": "Diminta aturan {tahun} tetapi tidak ada dalam data: {daftar}.",
        "belum_ikpa": "Yang tidak ada datanya tidak ikut ditimbang (konversi bobot); tidak ada yang diperkirakan.",
        "saran": "Mungkin sepadan: {lama} = {baru} ({catatan}; {bukti}).",
        "cara": "Bila kantor Anda menganggapnya sama, tulis di data: [padanan] {lama} = \"{baru}\".",
        "catatan": "Catatan: {teks} ({sumber})",
    },
    "en": {
        "judul": "What would change: {fungsi} by the rule of {a} and of {b}", "data": "Data: {judul}",
        "versi": "{tahun}: {judul}, in force {masa}; evidence: {bukti}", "sekarang": "now",
        "sama": "Both years have the same rule, so nothing changes.",
        "kepala": ("Indicator", "Data", "Weight {a}", "Weight {b}"), "bobot": "Weights:",
        "lain": "Other numbers of the rule that differ:", "tidak_ada": "none",
        "hasil": "Result {tahun}: {nilai}{kelas}", "kelas": ", class {kelas}", "tanpa": "cannot be computed: {sebab}",
        "selisih": "Difference: {selisih}", "pindah": "The class changes from {a} to {b}.",
        "tetap": "The class stays {a}.", "pakai": "{nama} ({fungsi}, {tahun})",
        "tak_muat": "No place under the rule of {tahun}, so left out: {daftar}.",
        "belum": "Asked for by the rule of {tahun} but not in the data: {daftar}.",
        "belum_ikpa": "What has no data carries no weight (konversi bobot); nothing is estimated.",
        "saran": "Perhaps the same: {lama} = {baru} ({catatan}; {bukti}).",
        "cara": "If your office takes them for the same, write in the data: [padanan] {lama} = \"{baru}\".",
        "catatan": "Note: {teks} ({sumber})",
    },
}  # fmt: skip
