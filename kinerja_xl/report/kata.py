"""Words that all report formats share, in Indonesian and English."""

from __future__ import annotations

from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.verify.laporan import PUTUSAN
from kinerja_xl.verify.temuan import bersih, cari_entri

KATA: dict[str, dict[str, str]] = {
    "id": {
        "lulus": "Lulus", "lulus-dengan-peringatan": "Lulus dengan peringatan", "ditolak": "Ditolak",
        "tidak-terbaca": "Tidak terbaca", "galat": "galat", "peringatan": "peringatan", "info": "info",
        "tercapai": "tercapai", "tidak-tercapai": "tidak tercapai", "belum-ada-realisasi": "belum ada realisasi",
        "tidak-dinilai": "tidak dinilai", "tepat": "tepat", "terlambat": "terlambat",
        "belum-selesai": "belum selesai", "tidak-lengkap": "tidak lengkap", "perbaikan": "Perbaikan",
        "dasar": "Dasar", "berkas_ini": "berkas ini", "lagi": "dan {n} lagi", "dispensasi": "Dispensasi",
        "dispensasi_isi": "dispensasi {nomor}, ditandatangani {penanda_tangan}, berlaku sampai {berlaku_sampai}: "
        "{alasan}",
        "ronde": "Ronde", "diterima": "diterima", "belum-diterima": "belum diterima",
        "per_tanggal": "per {hari}", "terpakai": "terpakai", "tidak-terpakai": "tidak terpakai", "berakhir": "berakhir",
        "belum-berlaku": "belum berlaku", "tenggat": "tenggat {tenggat}", "belum": "Belum mengirim",
        "ganda": "Mengirim lebih dari sekali",
        "salah_instansi": "Atas nama instansi lain", "kirim-terlambat": "Terlambat mengirim",
        "BERKAS": "Berkas dan kemasannya", "AKTIF": "Isi aktif: makro, tautan, koneksi",
        "STR": "Susunan menurut templat",
        "RMS": "Teks rumus", "NIL": "Nilai hasil hitung", "ISI": "Isian", "TGT": "Target dan capaian",
        "WKT": "Waktu langkah SOP", "IKU": "Manual indikator", "SOP": "Naskah SOP", "RKA": "Anggaran",
        "SIL": "Kecocokan antardokumen", "KEB": "Kebijakan rumus",
    },
    "en": {
        "lulus": "Passed", "lulus-dengan-peringatan": "Passed with warnings", "ditolak": "Rejected",
        "tidak-terbaca": "Unreadable", "galat": "error", "peringatan": "warning", "info": "info",
        "tercapai": "met", "tidak-tercapai": "missed", "belum-ada-realisasi": "no realisasi yet",
        "tidak-dinilai": "not assessed", "tepat": "on time", "terlambat": "late",
        "belum-selesai": "not finished", "tidak-lengkap": "incomplete", "perbaikan": "Fix",
        "dasar": "Basis", "berkas_ini": "this file", "lagi": "and {n} more", "dispensasi": "Waiver",
        "dispensasi_isi": "waiver {nomor}, signed by {penanda_tangan}, valid until {berlaku_sampai}: {alasan}",
        "ronde": "Round", "diterima": "received", "belum-diterima": "not received",
        "per_tanggal": "as of {hari}", "terpakai": "used", "tidak-terpakai": "not used", "berakhir": "expired",
        "belum-berlaku": "not yet in force", "tenggat": "deadline {tenggat}", "belum": "Not sent yet",
        "ganda": "Sent more than once",
        "salah_instansi": "In the name of another office", "kirim-terlambat": "Sent late",
        "BERKAS": "File and package", "AKTIF": "Active content: macros, links, connections",
        "STR": "Structure by template",
        "RMS": "Formula text", "NIL": "Computed values", "ISI": "Inputs", "TGT": "Targets and capaian",
        "WKT": "Timing of SOP steps", "IKU": "Indicator manual", "SOP": "Text of an SOP", "RKA": "Budget",
        "SIL": "Agreement across documents", "KEB": "Formula policy",
    },
}  # fmt: skip
BIDANG_DISPENSASI = ("nomor", "penanda_tangan", "berlaku_sampai", "alasan")
BIDANG_RONDE = {
    "belum": "belum", "ganda": "ganda", "terlambat": "kirim-terlambat", "salah_instansi": "salah_instansi",
}  # fmt: skip


def judul(kode: str, lang: str) -> str:
    """Title of a kind of finding; the code itself when the catalogue does not know it."""
    try:
        return cari_entri(kode).teks("judul", lang)
    except KinerjaError:
        return kode


def tempat(temuan: dict[str, Any], lang: str) -> str:
    """Sheet!Cell, the sheet, the part of the package, or 'this file'."""
    if temuan["sheet"]:
        lembar = bersih(temuan["sheet"], 60)
        return f"{lembar}!{temuan['cell']}" if temuan["cell"] else lembar
    bagian = temuan["data"].get("bagian")
    return bersih(str(bagian), 120) if bagian else KATA[lang]["berkas_ini"]


def dispensasi(temuan: dict[str, Any], lang: str) -> str:
    """The waiver of a finding in one sentence, or nothing."""
    ada = temuan.get("dispensasi") or temuan["data"].get("dispensasi")
    if not ada:
        return ""
    if not isinstance(ada, dict):
        return f"{KATA[lang]['dispensasi']}: {bersih(str(ada), 300)}"
    isi = {k: bersih(str(ada.get(k) or "-"), 300) for k in BIDANG_DISPENSASI}
    return KATA[lang]["dispensasi_isi"].format(**isi)


def angka(nilai: Any, lang: str = "id") -> str:
    """A figure or text of a table; a dash for a blank."""
    if nilai is None or nilai == "":
        return "-"
    if isinstance(nilai, str):
        return bersih(nilai, 60)
    teks = tulis(nilai)
    return teks.replace(",", ".") if lang == "en" else teks


def butir(satu: Any) -> str:
    """An entry of a round's list: a text, or the values of a record."""
    isi = satu.values() if isinstance(satu, dict) else satu if isinstance(satu, (list, tuple)) else [satu]
    return ", ".join(bersih(str(s), 200) for s in isi if s not in (None, "", [], {}))


def baris_instansi(ronde: dict[str, Any]) -> list[dict[str, str]]:
    """Rows of a round: office, document, received or not, its files, the worst of their verdicts."""
    hasil = []
    for instansi in ronde.get("instansi") or []:
        nama = bersih(str(instansi.get("nama") or ""), 200)
        for satu in instansi.get("dokumen") or []:
            berkas = satu.get("berkas") or []
            status = "belum-diterima" if satu.get("status") == "belum" else "diterima"
            hasil.append({
                "instansi": nama, "jenis": bersih(str(satu.get("jenis") or ""), 60), "status": status,
                "berkas": ", ".join(bersih(str(b["path"]), 200) for b in berkas),
                "putusan": max((str(b["verdict"]) for b in berkas), key=PUTUSAN.index, default=""),
            })  # fmt: skip
    return hasil


def baris_dispensasi(isi: dict[str, Any], lang: str) -> list[dict[str, str]]:
    """Rows of the waivers of a report: number, signer, last day, reason, state in words, findings."""
    hasil = []
    for satu in (isi.get("dispensasi") or {}).get("daftar") or []:
        teks = {k: bersih(str(satu.get(k) or "-"), 300) for k in BIDANG_DISPENSASI}
        status = str(satu.get("status") or "")
        hasil.append({**teks, "status": KATA[lang].get(status, status), "temuan": str(satu.get("temuan") or 0)})
    return hasil
