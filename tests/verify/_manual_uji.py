"""A small honest manual as tables; a test changes one thing and names what the lint must find."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from kinerja_xl.spec.manual import Manual, susun_manual

SASARAN = "Meningkatnya pelayanan publik"
BERSIH: dict[str, Any] = {
    "kode": "IK1", "no": 1, "no_asli": "IK 1", "urutan": 1, "baris": 10, "sasaran": "SS1", "sasaran_asli": SASARAN,
    "nama": "Nilai kepuasan pengguna layanan", "nama_asli": "Nilai kepuasan pengguna layanan",
    "definisi": "Ukuran kepuasan pengguna atas layanan kantor.",
    "formula": "Jumlah jawaban dibagi banyaknya responden, x 25.",
    "satuan": "Nilai", "satuan_asli": "Nilai", "fungsi": "", "penanggung_jawab": "Kantor Contoh",
    "sumber_data": "Laporan survei semesteran", "status_data": "Raw Data",
    "centang": {
        "aspek": ["Kualitas/mutu"], "validitas": ["Lag Output"], "perhitungan": ["Nilai Posisi Akhir"],
        "cascading": ["Dipersempit"], "polarisasi": ["Maximize"], "periode": ["Triwulanan"],
        "status_data": ["Raw Data"],
    },
    "baku": {
        "aspek": "Kualitas/mutu", "validitas": "Lag Output", "perhitungan": "Nilai Posisi Akhir",
        "cascading": "Dipersempit", "polarisasi": "Maximize", "periode": "Triwulanan",
    },
    "data": {"target": 85, "target_lalu": 84, "realisasi_lalu": 84.5, "realisasi": 86},
}  # fmt: skip
SERTIFIKAT = {
    "nama_asli": "Jumlah sertifikat layanan yang diterbitkan", "satuan_asli": "Sertifikat",
    "definisi": "Sertifikat layanan yang terbit selama setahun.", "formula": "Banyaknya sertifikat layanan.",
    "centang.aspek": ["Kuantitas/output"], "centang.perhitungan": ["Akumulasi"],
}  # fmt: skip
KELUHAN = {
    "nama_asli": "Batas tertinggi keluhan pengguna layanan", "satuan_asli": "Persen",
    "centang.polarisasi": ["Minimize"], "definisi": "Keluhan pengguna atas layanan, tidak melebihi 1%.",
    "data.target": 1, "data.target_lalu": 2, "data.realisasi_lalu": 2,
}  # fmt: skip


def kutip(bidang: str, *teks: str, baris: int = 30) -> list[dict[str, Any]]:
    """Quotations of one field from consecutive places."""
    return [{"baris": baris + 10 * ke, "bidang": bidang, "teks": satu} for ke, satu in enumerate(teks)]


def indikator(ubah: dict[str, Any]) -> dict[str, Any]:
    """The honest indicator with changes; 'centang.periode' reaches into a table."""
    satu = deepcopy(BERSIH)
    for kunci, nilai in ubah.items():
        tabel, _, dalam = kunci.rpartition(".")
        tujuan = satu[tabel] if tabel else satu
        if nilai is None:
            tujuan.pop(dalam, None)
        else:
            tujuan[dalam] = nilai
    return satu


def manual(*ubah: dict[str, Any], kutipan: list | None = None, sasaran: list | None = None, **kepala: Any) -> Manual:
    """A manual of as many indicators as there are changes; the second and later ones differ in number and figures."""
    semua = []
    for no, satu in enumerate(ubah or ({},), 1):
        lain = {"kode": f"IK{no}", "no": no, "no_asli": f"IK {no}", "urutan": no, "baris": 10 * no}
        angka = {"data.realisasi_lalu": 84.5 + no / 100} if no > 1 else {}
        semua.append(indikator({**lain, **angka, **satu}))
    isi = {
        "manual": {"kode": "uji", "instansi": "Kantor Contoh", "tahun": 2024, "dokumen": "Manual uji", **kepala},
        "sasaran": sasaran or [{"kode": "SS1", "nama": SASARAN}],
        "indikator": semua,
        "kutipan": kutipan or [],
    }
    return susun_manual(isi, "uji.toml")
