"""kinerja demo: generate, fill and verify the Balai's three workbooks, then catch three damaged copies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kinerja_xl.build import generate
from kinerja_xl.core.nama import alamat
from kinerja_xl.data import templates
from kinerja_xl.edit import fill
from kinerja_xl.edit.sel import ganti_sel
from kinerja_xl.read import baca
from kinerja_xl.report.daftar import BENTUK
from kinerja_xl.report.json import tulis
from kinerja_xl.spec.manifest import Manifest
from kinerja_xl.spec.profil import berkas_contoh
from kinerja_xl.verify import verify
from kinerja_xl.verify.laporan import HasilBerkas, Laporan
from kinerja_xl.verify.pengenal import kenali

TAHUN = 2024
PROFIL = "balai-kipm-2024"
JENIS = ("pk", "rka", "iku")


def jalankan(folder: Path) -> int:
    """Tell the whole story in `folder` and print it; 0 when all went as it should."""
    folder.mkdir(parents=True, exist_ok=True)
    click.echo("Contoh: Balai KIPM Balikpapan, tahun 2024 (realisasi 2023 dipakai sebagai contoh).\n")
    kosong = _buat(folder / "1-kosong")
    terisi = _isi(kosong, folder / "2-terisi")
    laporan = _periksa(terisi, folder)
    rusak = _rusakkan(folder / "2-terisi" / "pk.xlsx", folder / "3-rusak")
    _laporkan(replace(laporan, files=(*laporan.files, *(hasil for hasil, _ in rusak))), folder)
    click.echo("\nBuka hasilnya:")
    for jalur in (*terisi, *(folder / nama for nama in ("laporan.html", "temuan.xlsx", "laporan.json", "3-rusak"))):
        click.echo(f"  {jalur}")
    bersih = all(satu.verdict in ("lulus", "lulus-dengan-peringatan") for satu in laporan.files)
    return 0 if bersih and rusak and all(tertangkap for _, tertangkap in rusak) else 1


def _laporkan(semua: Laporan, folder: Path) -> None:
    """The same result for leaders and for those who repair, the damaged copies among it."""
    click.echo("5. Menulis laporan keenam berkas: HTML dan Excel")
    for bentuk in BENTUK:
        if bentuk.nama in ("html", "xlsx"):
            nama = "laporan.html" if bentuk.nama == "html" else "temuan.xlsx"
            (folder / nama).write_bytes(bentuk.tulis(semua))


def _buat(folder: Path) -> list[Path]:
    click.echo("1. Membuat buku kerja kosong dari manual 2024 dan SOP kecamatan")
    hasil = []
    for jenis in JENIS:
        tujuan = generate(jenis, tahun=TAHUN, profil=berkas_contoh(PROFIL), out=folder / f"{jenis}.xlsx", timpa=True)
        click.echo(f"   {tujuan.name}")
        hasil.append(tujuan)
    return hasil


def _isi(kosong: list[Path], folder: Path) -> list[Path]:
    click.echo("2. Mengisi dengan angka manual, survei, catatan langkah, dan anggaran contoh")
    folder.mkdir(parents=True, exist_ok=True)
    data = templates() / "contoh" / "balai-kipm-2024"
    return [fill(satu, data / f"{satu.stem}.toml", folder / satu.name, timpa=True) for satu in kosong]


def _periksa(berkas: list[Path], folder: Path) -> Laporan:
    click.echo("3. Memeriksa ketiganya")
    laporan = verify([str(satu) for satu in berkas])
    (folder / "laporan.json").write_bytes(tulis(laporan))
    for satu in laporan.files:
        click.echo(f"   {satu.path}: {satu.verdict}, {satu.cells['checked']} hasil rumus dihitung ulang")
    _tampilkan_target(laporan)
    return laporan


def _tampilkan_target(laporan: Laporan) -> None:
    pk = next(satu for satu in laporan.files if satu.jenis == "pk")
    for target in pk.targets:
        capaian = f"{target['capaian']:.2f}".replace(".", ",")
        click.echo(f"     {target['kode']:<5} capaian {capaian:>7}  {target['status']}")
        if "harfiah" in target:
            harfiah = f"{target['harfiah']['capaian']:.2f}".replace(".", ",")
            click.echo(f"           {harfiah:>15}  bila dokumen dibaca harfiah")


def _rusakkan(asal: Path, folder: Path) -> list[tuple[HasilBerkas, bool]]:
    click.echo("4. Tiga salinan yang dirusak harus tertangkap")
    folder.mkdir(parents=True, exist_ok=True)
    isi = asal.read_bytes()
    buku = baca(asal).buku
    manifest = kenali(buku).manifest if buku else None
    if manifest is None:
        return []
    capaian, target = _tempat(manifest, "ik5_capaian"), _tempat(manifest, "ik5_target")
    rumus = ganti_sel(isi, {capaian: {"rumus": "120", "nilai": 120.0}})
    basi = ganti_sel(isi, {target: {"nilai": 80.0}})
    semua = [
        _salinan(folder / "rumus-diganti.xlsx", rumus, "RMS", f"rumus {'!'.join(capaian)} diganti angka 120"),
        _salinan(folder / "target-diubah-tanpa-hitung-ulang.xlsx", basi, "NIL", f"target {'!'.join(target)} diubah"),
    ]
    lambat = folder / "langkah-terlambat.xlsx"
    fill(asal, {"sop_langkah": {"9": {"selesai": "2024-01-23 08:15"}}}, lambat, timpa=True)
    semua.append(_salinan(lambat, None, "WKT", "langkah 9 melewati baku waktu"))
    return semua


def _tempat(manifest: Manifest, nama: str) -> tuple[str, str]:
    lembar, sel = manifest.sel_bernama[nama]
    return lembar.nama, alamat(sel.baris, sel.kolom)


def _salinan(jalur: Path, isi: bytes | None, topik: str, cerita: str) -> tuple[HasilBerkas, bool]:
    if isi is not None:
        jalur.write_bytes(isi)
    hasil = verify(str(jalur)).files[0]
    temuan = next((t for t in hasil.findings if t.code.startswith(topik)), None)
    click.echo(f"   {jalur.name} ({cerita}): {_putusan(hasil)}")
    if temuan is not None:
        click.echo(f"     {temuan.code} {temuan.message}\n     Perbaikan: {temuan.fix}")
    return hasil, temuan is not None


def _putusan(hasil: HasilBerkas) -> str:
    return {"lulus": "LULUS", "lulus-dengan-peringatan": "LULUS DENGAN PERINGATAN"}.get(hasil.verdict, "DITOLAK")
