"""The Temuan sheet that an annotated copy carries: its words, and how to tell it from a sheet of someone else.

An office corrects in the copy and sends it in again, so such a sheet is no fault. It is known by what it is, never by
its name alone: nothing but texts, in the places where we put them, and no formula of the workbook reads it. Anything
else called Temuan is checked as every other sheet.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kinerja_xl.read.buku import Buku, Lembar
from kinerja_xl.verify.temuan import Temuan, bersih, buat, topik_tersedia

NAMA = "Temuan"
BARIS_KEPALA = 6
PENUTUP_MAKS = 2
TINGKAT = {
    "id": {"galat": "GALAT", "peringatan": "PERINGATAN", "info": "INFO"},
    "en": {"galat": "ERROR", "peringatan": "WARNING", "info": "INFO"},
}
PUTUSAN = {
    "id": {
        "lulus": "LULUS", "lulus-dengan-peringatan": "LULUS DENGAN PERINGATAN", "ditolak": "DITOLAK",
        "tidak-terbaca": "TIDAK TERBACA",
    },
    "en": {
        "lulus": "PASSED", "lulus-dengan-peringatan": "PASSED WITH WARNINGS", "ditolak": "REJECTED",
        "tidak-terbaca": "UNREADABLE",
    },
}  # fmt: skip
JUDUL = {"id": "Temuan pemeriksaan kinerja-xl", "en": "Findings of a check by kinerja-xl"}
PETUNJUK = {
    "id": "Perbaiki sel yang disebut pada lembarnya (klik kolom Tempat), lalu kirim berkas ini. Lembar ini dan "
    "komentar pemeriksaan boleh tetap ada: keduanya tidak dinilai. Untuk membuangnya: kinerja repair BERKAS "
    "--hanya-temuan --out BARU.xlsx",
    "en": "Correct the cells named below on their sheets (click the Place column), then send this file. This sheet and "
    "the comments of the check may stay: they are not judged. To take them away: kinerja repair FILE --hanya-temuan "
    "--out NEW.xlsx",
}
KEPALA = {
    "id": ("Tingkat", "Kode", "Tempat", "Apa yang salah", "Yang harus dilakukan", "Penjelasan"),
    "en": ("Level", "Code", "Place", "What is wrong", "What to do", "About it"),
}
DISPENSASI = {
    "id": "dispensasi {nomor}, ditandatangani {penanda_tangan}, berlaku sampai {berlaku_sampai}: {alasan}",
    "en": "waiver {nomor}, signed by {penanda_tangan}, valid until {berlaku_sampai}: {alasan}",
}
TANPA_TEMUAN = {"id": "Tidak ada temuan.", "en": "No findings."}
_NAMA = re.compile(rf"{NAMA}( \(\d{{1,3}}\))?\Z")
_ACUAN = re.compile(rf"{NAMA}( \(\d{{1,3}}\))?('?!|:)", re.IGNORECASE)
_KODE = re.compile(r"([A-Z]{2,6})-\d{2,3}\Z")


def pesan(temuan: Temuan, lang: str) -> str:
    """What is wrong, and by what it was dispensed with."""
    ada = temuan.dispensasi
    if not ada:
        return temuan.message
    isi = {k: bersih(str(ada.get(k, "?")), 300) for k in ("nomor", "penanda_tangan", "berlaku_sampai", "alasan")}
    return f"{temuan.message} ({DISPENSASI[lang].format(**isi)})"


def milik_kita(lembar: Lembar) -> bool:
    """Is this a Temuan sheet as we write it? Anyone can write one too, but only with texts that nothing reads."""
    if not _NAMA.match(lembar.nama) or lembar.tipe != "worksheet" or not lembar.terbaca or lembar.gambar:
        return False
    isi: dict[tuple[int, int], str] = {}
    for titik, sel in lembar.sel.items():
        if sel.rumus is not None or sel.jenis not in ("s", "kosong"):
            return False
        if isinstance(sel.nilai, str) and sel.nilai:
            isi[titik] = sel.nilai
    return any(_sesuai(isi, lang) for lang in JUDUL)


def _sesuai(isi: dict[tuple[int, int], str], lang: str) -> bool:
    kepala = tuple(isi.get((BARIS_KEPALA, k), "") for k in range(1, len(KEPALA[lang]) + 1))
    if isi.get((1, 1)) != JUDUL[lang] or isi.get((4, 1)) != PETUNJUK[lang] or kepala != KEPALA[lang]:
        return False
    if not isi.get((2, 1), "").startswith(tuple(PUTUSAN[lang].values())):
        return False
    tingkat = set(TINGKAT[lang].values())
    penutup = 0
    for baris, kolom in isi:
        if kolom > len(kepala) or (baris < BARIS_KEPALA and (kolom != 1 or baris == BARIS_KEPALA - 1)):
            return False
        if baris > BARIS_KEPALA and kolom == 1 and isi[baris, 1] not in tingkat:
            penutup += 1
        if baris > BARIS_KEPALA and kolom > 1 and isi.get((baris, 1)) not in tingkat:
            return False
        if baris > BARIS_KEPALA and kolom == 2 and not _kode(isi[baris, 2]):
            return False
    return penutup <= PENUTUP_MAKS


def _kode(teks: str) -> bool:
    cocok = _KODE.match(teks)
    return cocok is not None and cocok.group(1) in topik_tersedia()


def lembar_kita(buku: Buku) -> list[str]:
    """Names of the Temuan sheets of ours; none when a formula or a name of the workbook reads one."""
    kita = [satu.nama for satu in buku.lembar if satu.nama.startswith(NAMA) and milik_kita(satu)]
    return [] if kita and _dibaca(buku, kita) else kita


def pisahkan(buku: Buku) -> tuple[Buku, list[Temuan]]:
    """The workbook without Temuan sheets of ours, and a remark for each; those that a formula reads stay."""
    kita = lembar_kita(buku)
    if not kita:
        return buku, []
    sisa = tuple(satu for satu in buku.lembar if satu.nama not in kita)
    nama = tuple(satu for satu in buku.nama if satu.lembar not in kita)
    return replace(buku, lembar=sisa, nama=nama), [buat("STR-90", lembar=satu) for satu in kita]


def _dibaca(buku: Buku, kita: list[str]) -> bool:
    """Does a formula or a name of the rest mention such a sheet?"""
    rumus = (s.rumus for lembar in buku.lembar if lembar.nama not in kita for s in lembar.sel.values() if s.rumus)
    nama = (n.rumus for n in buku.nama if n.lembar not in kita)
    return any(_ACUAN.search(satu) for semua in (rumus, nama) for satu in semua)
