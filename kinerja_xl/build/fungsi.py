"""The function workbook: every rule that an expression can state as a LAMBDA name, with an index and live examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinerja_xl import __version__
from kinerja_xl.build.fungsi_contoh import COCOK, LEBAR, Tempat, gambar_contoh
from kinerja_xl.build.fungsi_daftar import LEBAR as LEBAR_DAFTAR
from kinerja_xl.build.fungsi_daftar import LEBAR_LAIN, gambar_daftar, gambar_lain
from kinerja_xl.build.fungsi_pena import Pena
from kinerja_xl.build.lambda_buku import BukuFungsi
from kinerja_xl.build.lembar_tepat import LembarTepat
from kinerja_xl.build.xlsx import pasang, penyimpan_format, sifat_buku, susun_buku
from kinerja_xl.core.buku_aturan import keluarga, sidik
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import kutip_lembar
from kinerja_xl.spec.keterangan_fungsi import menurut_keluarga

NAMA_BERKAS = "Fungsi Kinerja.xlsx"
_PENDEK = 5  # a family code of so few letters is an abbreviation
_LEBAR_MULAI = {1: 4.0, 2: 30.0, 3: 100.0}
_BIRU, _HIJAU, _ABU = "#1F3864", "#548235", "#7F7F7F"
_LANGKAH = (
    ("Syarat", "Excel untuk Microsoft 365 (Windows, Mac) atau Excel di web. Excel 2021 ke bawah, LibreOffice, dan WPS"
     " tidak mengenal LAMBDA dan menampilkan #NAME?. Untuk program itu pakai add-in LibreOffice, xlwings, atau rumus"
     " biasa (kinerja rules NAMA --rumus B5:J154)."),
    ("Coba", "Buka lembar Contoh, ganti sel kuning, lihat hasilnya berubah. Ketik = lalu nama fungsi di sel mana pun;"
     " Excel menampilkan keterangannya."),
    ("Pakai di buku kerja sendiri", "Klik kanan salah satu lembar Contoh, pilih Move or Copy, pilih buku kerja Anda,"
     " centang Create a copy. Nama-nama fungsi ikut tersalin; lembar contohnya boleh dihapus sesudahnya."
     " Cara ini belum diuji di Excel asli; bila nama tidak ikut, mulailah dari salinan berkas ini."),
    ("Buku kerja resmi", "kinerja generate ... --dengan-fungsi membuat PK, RKA, dan Manual IKU yang sudah memuat"
     " fungsi ini. Buku kerja tanpa pilihan itu pun lengkap: rumusnya rumus biasa."),
    ("Bila muncul #N/A", "Masukan ditolak aturan: teks di tempat angka, nilai di luar skala, bentuk rentang salah, atau"
     " tahun tanpa aturan. Fungsi berakhiran _CEK (lembar Tidak Tersedia) menyebut baris dan kolomnya."),
    ("Tahun", "Fungsi dengan argumen tahun memakai aturan yang berlaku pada tahun itu; dikosongkan berarti aturan"
     " terbaru. Contoh: =IKM_SCORE(B5:O154; 2010) memakai KEP/25 dengan 14 unsur."),
)  # fmt: skip


def bangun_fungsi(out: str | Path, *, timpa: bool = False) -> Path:
    """Write the function workbook; out: a folder, or the path of the .xlsx itself. Returns its path."""
    tujuan = Path(out)
    if tujuan.suffix.lower() != ".xlsx":
        tujuan = tujuan / NAMA_BERKAS
    if tujuan.exists() and not timpa:
        raise KinerjaError(f"berkas {tujuan.name} sudah ada; pakai --force untuk menimpanya", berkas=str(tujuan))
    pasang(susun_buku(_gambar), tujuan, timpa)
    return tujuan


def _gambar(buku: BukuFungsi) -> None:
    sifat_buku(buku, "Fungsi Kinerja", "Fungsi indikator kinerja sebagai nama LAMBDA")
    format_sel = penyimpan_format(buku)
    semua = menurut_keluarga()
    ada = {k: [f for f in isi if f.bernama] for k, isi in semua.items() if any(f.bernama for f in isi)}
    mulai, daftar = (buku.add_worksheet(nama, LembarTepat) for nama in ("Mulai", "Daftar Fungsi"))
    tempat: dict[str, Tempat] = {}
    for kode, isi in ada.items():
        nama = nama_lembar(kode)
        pena = Pena(buku.add_worksheet(nama, LembarTepat), format_sel, LEBAR)
        tempat |= gambar_contoh(pena, nama, keluarga(kode).judul, isi)
        pena.selesai(_kaki(), _HIJAU)
    pena = Pena(daftar, format_sel, LEBAR_DAFTAR)
    gambar_daftar(pena, {keluarga(k).judul: isi for k, isi in ada.items()}, tempat)
    pena.selesai(_kaki(), _BIRU, ulang=3, beku=(3, 1))
    pena = Pena(buku.add_worksheet("Tidak Tersedia", LembarTepat), format_sel, LEBAR_LAIN)
    gambar_lain(pena, [f for isi in semua.values() for f in isi if not f.bernama])
    pena.selesai(_kaki(), _ABU, ulang=3, beku=(3, 1))
    _gambar_mulai(mulai, format_sel, tempat)
    mulai.activate()
    buku.pasang_fungsi()


def nama_lembar(kode: str) -> str:
    """Name of a family's example sheet."""
    return f"Contoh {kode.upper() if len(kode) <= _PENDEK else kode.capitalize()}"


def _kaki() -> str:
    return f"Fungsi Kinerja, kinerja-xl {__version__}, buku aturan {sidik()}"


def _gambar_mulai(ws: Any, format_sel: Callable[..., Any], tempat: dict[str, Tempat]) -> None:
    pena = Pena(ws, format_sel, _LEBAR_MULAI)
    pena.judul("Fungsi Kinerja", 3)
    pena.kalimat(
        f"{len(tempat)} rumus indikator kinerja (IKM, IKPA, NKA, IP ASN, SAKIP, capaian, dan lainnya) sebagai fungsi"
        " Excel. Tidak ada yang dipasang, tidak ada makro.", 3,
    )  # fmt: skip
    pena.baris += 1
    lembar = sorted({t.lembar for t in tempat.values()})
    cocok = "+".join(f'COUNTIF({kutip_lembar(nama)}!$B$1:$B$400,"{COCOK}")' for nama in lembar)
    semua = f"BEKERJA: {len(tempat)} dari {len(tempat)} fungsi cocok dengan contohnya"
    rumus = (
        f'=IF({cocok}={len(tempat)},"{semua}",IF({cocok}=0,"TIDAK BEKERJA: program ini tidak mengenal LAMBDA",'
        f'"PERIKSA: "&({cocok})&" dari {len(tempat)} fungsi cocok; lihat lembar Contoh"))'
    )
    pena.teks(2, "Keadaan di program ini", "label")
    ws.write_formula(pena.baris - 1, 2, rumus, pena.rupa("status"), "")
    ws.set_row(pena.baris - 1, 22)
    pena.warnai(f"C{pena.baris}", {semua: "baik", "TIDAK BEKERJA: program ini tidak mengenal LAMBDA": "galat"})
    pena.baris += 2
    for label, isi in _LANGKAH:
        pena.teks(2, label, "label")
        pena.teks(3, isi, "sel")
        pena.tinggikan((isi, 3, 3))
        pena.baris += 1
    pena.baris += 1
    for teks, ke in (("Daftar semua fungsi", "Daftar Fungsi"), *((n, n) for n in lembar), ("Tidak Tersedia",) * 2):
        ws.write_url(pena.baris - 1, 1, f"internal:{kutip_lembar(ke)}!A1", pena.rupa("tautan"), teks, "Buka lembar ini")
        pena.teks(3, _isi_lembar(ke, tempat), "sel")
        pena.tinggikan((_isi_lembar(ke, tempat), 3, 3))
        pena.baris += 1
    pena.baris += 1
    pena.kalimat(
        f"{_kaki()}. Angka yang belum dicocokkan dengan naskah resmi ditandai pada Daftar Fungsi.", 3, "catatan"
    )
    pena.selesai(_kaki(), _BIRU)


def _isi_lembar(nama: str, tempat: dict[str, Tempat]) -> str:
    if nama == "Daftar Fungsi":
        return "Cara menulis, argumen, dasar hukum, dan contoh setiap fungsi"
    if nama == "Tidak Tersedia":
        return "Fungsi yang tidak dapat menjadi nama, alasannya, dan jalan lain"
    return ", ".join(f for f, t in tempat.items() if t.lembar == nama)
