"""What is Indonesian on a sheet, and what an office wrote itself: the eye of the tests of other languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from kinerja_xl.build.sah import validasi
from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.registry import REGISTRY
from kinerja_xl.data import templates
from kinerja_xl.functions import functions
from kinerja_xl.spec.bahasa import katalog
from kinerja_xl.spec.manifest import LembarM, Manifest

# Words that no Indonesian sentence or heading of ours does without, and none of them English.
INDONESIA = re.compile(
    r"\b(yang|dan|untuk|dari|dengan|tidak|belum|isi|tulis|pada|atau|bila|menurut|setiap|sesuai|jumlah|nilai|tahun|bulan"
    r"|triwulan|kode|capaian|realisasi|anggaran|sasaran|kegiatan|uraian|keterangan|satuan|tanggal|nama|nomor|lembar"
    r"|kosong|pilih|menit|langkah|hasil|rincian|pagu|sisa|selisih|rencana|laporan|indikator|penyebab|tindak|bukti"
    r"|selesai|mulai|perjanjian|kerja|jam|hari|unsur|layanan|pejabat|jabatan|pangkat|kepala|komponen|bobot|ini|itu"
    r"|sama|lebih|kurang|oleh|sudah|telah|adalah|dihitung|harga|belanja|kantor|pegawai|tepat|terlambat|kelompok|bagian"
    r"|jenis|cara|sumber|umur|pendidikan|pekerjaan|usulan|dokumen|peraturan|halaman|lengkap|kesalahan|petunjuk)\b",
    re.IGNORECASE,
)
_MILIK_KANTOR = ("profil", "manual", "contoh")
_KUNCI_SOP = ("cacat", "pelaksana", "pelaksana_usulan", "peran", "sumber", "judul")


def _teks(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        yield from (t for satu in isi.values() for t in _teks(satu))
    elif isinstance(isi, list):
        yield from (t for satu in isi for t in _teks(satu))


def _kutipan_sop(isi: Any) -> Iterator[str]:
    """What an SOP's file quotes or names, beside the steps that are translated."""
    if isinstance(isi, dict):
        for kunci, nilai in isi.items():
            yield from _teks(nilai) if kunci in _KUNCI_SOP else _kutipan_sop(nilai)
    elif isinstance(isi, list):
        yield from (t for satu in isi for t in _kutipan_sop(satu))


@cache
def boleh() -> tuple[str, ...]:
    """Texts that stay: of the office, of source documents, of choice lists, of regulations; longest first."""
    isi: set[str] = set()
    for folder in _MILIK_KANTOR:
        for berkas in (templates() / folder).rglob("*.toml"):
            isi |= set(_teks(tomllib.loads(berkas.read_text(encoding="utf-8"))))
    for berkas in (templates() / "sop").glob("*.toml"):
        isi |= set(_kutipan_sop(tomllib.loads(berkas.read_text(encoding="utf-8"))))
    isi |= {t.upper() for t in isi} | {baris for t in isi for baris in t.split("\n")}
    isi |= set(katalog("en").kata) | {"Perjanjian Kinerja", "PERJANJIAN KINERJA"}
    functions()
    for aturan in REGISTRY.values():
        isi |= {aturan.rujukan}
    for masa in (m for k in {r.keluarga for r in REGISTRY.values()} for m in keluarga(k).masa):
        isi |= {t for p in masa.daftar() for t in (p.rujukan, f"{masa.keluarga}: {p.nama}")}
    return tuple(sorted((t for t in isi if len(t) > 2), key=len, reverse=True))


def sisa(teks: str) -> list[str]:
    """Indonesian words of a text that nobody but us has written."""
    if not INDONESIA.search(teks):
        return []
    for satu in boleh():
        if satu in teks:
            teks = teks.replace(satu, " ")
    return INDONESIA.findall(teks)


def teks_lembar(lembar: LembarM) -> Iterator[str]:
    """Every text of a sheet that its template writes: cells, formulas, messages, charts, signs."""
    yield lembar.nama
    for sel in lembar.sel:
        if sel.peran == "label" and isinstance(sel.nilai, str):
            yield sel.nilai
        elif sel.peran == "rumus" and sel.panggilan is None:
            yield from re.findall(r"\"([^\"]*)\"", re.sub(r"'[^']*'!", "", sel.rumus))
    for aturan, _ in validasi(lembar, "en"):
        yield from (str(aturan[k]) for k in ("input_title", "input_message", "error_title") if k in aturan)
    for satu in lembar.grafik:
        yield from (satu.judul, satu.sumbu, *(d.judul for d in satu.deret))
    yield from (b.teks for b in lembar.bentuk)
    yield from (w.bila for w in lembar.warna_bersyarat)


def tersisa(manifest: Manifest) -> list[tuple[str, str]]:
    """(sheet, text) of everything still Indonesian; the pages of our own words and stored data aside."""
    return [
        (lembar.nama, teks)
        for lembar in manifest.lembar
        if lembar.nama not in ("Info", katalog("en").label("Kata"))
        for teks in dict.fromkeys(teks_lembar(lembar))
        if sisa(teks)
    ]
