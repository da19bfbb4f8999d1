"""migrate: a filled workbook of another year or template version moves into the template in force.

Every filled input of the old workbook is in the new one or in the list of what was not moved, with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_xl.build import tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.asing import pindahkan_asing
from kinerja_xl.edit.perbaiki import perlu_baris, tempatkan
from kinerja_xl.edit.pindah_aturan import aturan
from kinerja_xl.edit.pindah_hasil import HasilPindah
from kinerja_xl.edit.pindah_info import Info, buka, cari_info, susun_ulang
from kinerja_xl.edit.pindah_isi import Pemindah, prakiraan
from kinerja_xl.edit.pindah_konteks import awal_renstra, gulirkan, konteks_baru, pejabat_dari_isian, profil_dari_konteks
from kinerja_xl.edit.pindah_lapor import periksa_tujuan, tulis_daftar
from kinerja_xl.edit.pindah_panen import Panen, panen
from kinerja_xl.edit.pindah_tabel import bebas, perbesar
from kinerja_xl.edit.pindah_versi import panen_menurut_nama
from kinerja_xl.mesin import hitung
from kinerja_xl.read.buku import Buku
from kinerja_xl.spec.manifest import Manifest, Nilai
from kinerja_xl.spec.profil import Profil, muat_profil


def migrate(
    workbook: str | Path, out: str | Path, *, tahun: int, profil: Profil | str | Path | None = None,
    jenis: str = "", semua: bool = False, timpa: bool = False, lang: str = "id",
) -> HasilPindah:  # fmt: skip
    """Write `out`: the template in force for `tahun` with the data of `workbook`.

    semua: also move what belongs to its own year (results, step log), when the year changes. profil and jenis: for a
    workbook that is not ours, whose columns are known by their headers; lang: its new language (a
    workbook of ours keeps its own). Raises KinerjaError when the workbook cannot be read or nothing is recognised.
    """
    jalur = Path(workbook)
    periksa_tujuan(jalur, Path(out), timpa=timpa)
    buku = buka(jalur)
    info = cari_info(buku)
    if info is None:
        if profil is None:
            raise KinerjaError(
                f"{jalur.name} bukan buku kerja kinerja-xl. Untuk memindahkan isinya menurut judul kolom (Indikator, "
                "Target, Realisasi, ...) sebutkan profil kantor dengan --profil."
            )
        kantor = profil if isinstance(profil, Profil) else muat_profil(profil)
        manifest, masukan, hasil = pindahkan_asing(buku, jenis or "pk", tahun, kantor, lang)
    else:
        if jenis and jenis != info.jenis:
            raise KinerjaError(f"{jalur.name} adalah buku kerja {info.jenis}, tidak dapat menjadi {jenis}.")
        manifest, masukan, hasil = _milik_kita(buku, info, tahun, semua)
    tulis(manifest, masukan, hitung(manifest, masukan), out, timpa=timpa, izinkan_galat=True)
    hasil.jalur = Path(out)
    hasil.daftar = tulis_daftar(Path(out), hasil.semua, timpa=timpa)
    return hasil


def _milik_kita(
    buku: Buku, info: Info, tahun: int, semua: bool
) -> tuple[Manifest, dict[tuple[str, int, int], Nilai], HasilPindah]:
    lama = baca_lama(buku, info)
    konteks = konteks_baru(info, tahun, pejabat_dari_isian(lama.nilai))
    gulir = gulungan(lama.nilai, info.jenis) if tahun == info.tahun + 1 else {}
    konteks = gulirkan(konteks, gulir)
    perlu = {n: perlu_baris(r) for n, r in lama.panen.tabel.items() if bebas(info.jenis, n)}
    besar = perbesar(info.jenis, konteks, perlu)
    tumbuh = {k: v for k, v in besar["baris"].items() if v != konteks["baris"].get(k)}
    manifest = susun_ulang(info, besar)
    pemindah = Pemindah(
        manifest,
        lama.panen,
        tahun != info.tahun and not semua,
        ganti_periode=awal_renstra(besar) != awal_renstra(info.konteks),
    )
    pemindah.jalan()
    pemindah.isi_gulir(gulir)
    kantor = profil_dari_konteks(besar, pejabat_dari_isian(lama.nilai))
    masukan = {**prakiraan(manifest, kantor, lama, ganti_tahun=tahun != info.tahun), **pemindah.masukan}
    hasil = HasilPindah(
        templat_lama=f"{info.jenis}/{info.versi}", templat=manifest.templat, tahun_lama=info.tahun, tahun=tahun,
        dipindah=pemindah.dipindah, tanpa_tempat=[*pemindah.tanpa, *lama.panen.lain], milik_tahun=pemindah.tahunan,
        diganti=lama.panen.catatan, lembar_hilang=lama.panen.hilang, tumbuh=tumbuh, gulir=pemindah.digulir,
    )  # fmt: skip
    return manifest, masukan, hasil


@dataclass(frozen=True)
class Lama:
    """An old workbook: its harvest, and every named value (inputs and recomputed results)."""

    panen: Panen
    nilai: Mapping[str, Nilai]
    manifest: Manifest | None


def baca_lama(buku: Buku, info: Info) -> Lama:
    """Harvest by its own manifest, or by its names where that template version is gone."""
    if info.sekarang:
        manifest = susun_ulang(info)
        isi = panen(buku, manifest)
        masukan, _ = tempatkan(manifest, isi)
        hasil = {**masukan, **hitung(manifest, masukan)}
        nilai = {n: hasil.get((lb.nama, s.baris, s.kolom)) for n, (lb, s) in manifest.sel_bernama.items()}
        return Lama(isi, {n: v for n, v in nilai.items() if v not in (None, "")}, manifest)
    ganti = {
        satu.nama: aturan().nama_baru(info.jenis, satu.nama, info.versi) for satu in buku.nama if satu.lembar is None
    }
    konteks = konteks_baru(info, info.tahun, pejabat_dari_isian({}))
    isi = panen_menurut_nama(buku, susun_ulang(info, konteks), ganti)
    return Lama(isi, {n: b.isi for n, b in isi.tunggal.items()}, None)


def gulungan(nilai: Mapping[str, Nilai], jenis: str) -> dict[str, Nilai]:
    """Values of last year, from a workbook of this kind, under the names they take this year."""
    hasil: dict[str, Nilai] = {}
    for satu in (g for g in aturan().gulir if jenis not in g.kecuali):
        for nama, isi in nilai.items():
            tujuan = satu.tujuan(nama)
            if tujuan and isinstance(isi, (int, float)) and not isinstance(isi, bool):
                hasil[tujuan] = isi
    return hasil
