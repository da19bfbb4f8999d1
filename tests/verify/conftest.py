"""A small hand-made manifest and honest workbook in memory; tests change one thing and name what must be found."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kinerja_xl.read.buku import Buku, Gaya, Kalkulasi, Lembar, NamaTerdefinisi
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import LembarM, Manifest, Sah, Sel, TabelM
from kinerja_xl.verify.checks import jalankan
from kinerja_xl.verify.kasus import Kasus, ambil_masukan

sys.path.insert(0, str(Path(__file__).parent))  # helpers of this folder: test folders are no packages
from _rupa_uji import gaya_templat, nomor_gaya, validasi_templat

BATAS = Sah(min=0, maks=1000)
KUNCI_UKUR = ("kode", "indikator", "polarisasi", "target", "realisasi", "capaian", "penyebab", "tindak_lanjut")
KUNCI_SOP = ("no", "kegiatan", "baku_menit", "mulai", "selesai", "durasi", "ulang")
SENIN = 45327.0  # 5 February 2024, a Monday


def _isi() -> LembarM:
    def isian(baris: int, nama: str, tipe: str, **lain: Any) -> list[Sel]:
        judul = Sel(baris, 1, "label", "label", nilai=nama.capitalize())
        return [judul, Sel(baris, 2, "isian", "isian", nama=f"isi_{nama}", tipe=tipe, judul=nama, **lain)]

    sel = [Sel(1, 1, "label", "judul", nilai="Lembar isian"), Sel(1, 2, "label", "sel", nilai=2024)]
    sel += isian(2, "target", "angka", wajib=True, sah=BATAS)
    sel += isian(3, "realisasi", "angka", sah=BATAS)
    sel += [Sel(4, 1, "label", "label", nilai="Capaian")]
    sel += [Sel(4, 2, "rumus", "rumus", rumus="ROUND(isi_realisasi/isi_target*100,2)", nama="isi_capaian")]
    sel += isian(5, "arah", "pilihan", sah=Sah(pilihan=("Maximize", "Minimize")))
    sel += isian(6, "tanggal", "tanggal", sah=Sah(min=45292, maks=45657))
    sel += isian(7, "jam", "jam")
    sel += isian(8, "saat", "saat")
    sel += isian(9, "jumlah", "bulat", sah=Sah(min=0))
    sel += isian(10, "nama", "teks", wajib=True, sah=Sah(panjang=20))
    return LembarM("Isi", tuple(sel), {}, {}, gabungan=((12, 1, 12, 3),))


def _ukur() -> LembarM:
    sel = [Sel(2, k, "label", "kepala", nilai=nama) for k, nama in enumerate(KUNCI_UKUR, 1)]
    for ke in (1, 2):
        b = 2 + ke
        umum: dict[str, Any] = {"tabel": "pengukuran", "rekaman": ke}
        sel += [Sel(b, 1, "label", "sel", nilai=f"IK{ke}", kunci="kode", **umum)]
        sel += [Sel(b, 2, "label", "sel", nilai=f"Indikator {ke}", kunci="indikator", **umum)]
        sel += [Sel(b, 3, "label", "sel", nilai="Maximize", kunci="polarisasi", **umum)]
        sel += [Sel(b, k, "isian", "isian", tipe="angka", kunci=KUNCI_UKUR[k - 1], **umum) for k in (4, 5)]
        sel += [Sel(b, 6, "rumus", "rumus", rumus=f"E{b}/D{b}*100", kunci="capaian", **umum)]
        sel += [Sel(b, k, "isian", "isian", kunci=KUNCI_UKUR[k - 1], **umum) for k in (7, 8)]
    return LembarM("Ukur", tuple(sorted(sel, key=lambda s: s.titik)), {}, {})


def _sop() -> LembarM:
    sel = [Sel(2, k, "label", "kepala", nilai=nama) for k, nama in enumerate(KUNCI_SOP, 1)]
    for ke in (1, 2, 3, 4):
        b, umum = 2 + ke, {"tabel": "sop_langkah", "rekaman": ke}
        sel += [Sel(b, 1, "label", "sel", nilai=ke, kunci="no", **umum)]
        sel += [Sel(b, 2, "label", "sel", nilai=f"Kegiatan {ke}", kunci="kegiatan", **umum)]
        sel += [Sel(b, 3, "label", "sel", nilai=10, kunci="baku_menit", **umum)]
        sel += [Sel(b, k, "isian", "isian", tipe="saat", kunci=KUNCI_SOP[k - 1], **umum) for k in (4, 5)]
        sel += [Sel(b, 6, "rumus", "rumus", rumus=f"(E{b}-D{b})*1440", kunci="durasi", **umum)]
        sel += [Sel(b, 7, "isian", "isian", tipe="bulat", kunci="ulang", **umum)]
    return LembarM("Kendali SOP", tuple(sorted(sel, key=lambda s: s.titik)), {}, {})


def susun_manifest() -> Manifest:
    """Three visible sheets and a hidden one."""
    info = LembarM("Info", (Sel(1, 1, "label", "info", nilai="pk/1.0.0", nama="info_templat"),), {}, {},
                   keadaan="veryHidden")  # fmt: skip
    lembar = (_isi(), _ukur(), _sop(), info)
    nama = {s.nama: f"'{m.nama}'!${'AB'[s.kolom - 1]}${s.baris}" for m in lembar for s in m.sel if s.nama}
    tabel = {
        "pengukuran": TabelM("pengukuran", "Ukur", 3, 4, {k: i for i, k in enumerate(KUNCI_UKUR, 1)}),
        "sop_langkah": TabelM("sop_langkah", "Kendali SOP", 3, 6, {k: i for i, k in enumerate(KUNCI_SOP, 1)}),
    }
    nama |= {t.nama: t.alamat_badan() for t in tabel.values()}
    konteks = {"sop": {"langkah": [
        {"no": 1}, {"no": 2, "paralel_dengan": None}, {"no": 3, "keputusan": "kembali ke langkah 2 bila ditolak"},
        {"no": 4, "paralel_dengan": 3},
    ]}}  # fmt: skip
    return Manifest("pk", "1.0.0", "Contoh", 2024, konteks, lembar, tabel, nama)


MASUKAN: dict[tuple[str, int, int], Any] = {
    ("Isi", 2, 2): 84, ("Isi", 3, 2): 87, ("Isi", 5, 2): "Maximize", ("Isi", 6, 2): SENIN, ("Isi", 7, 2): 1 / 3,
    ("Isi", 8, 2): SENIN + 1 / 3, ("Isi", 9, 2): 5, ("Isi", 10, 2): "Siti",
    ("Ukur", 3, 4): 80, ("Ukur", 3, 5): 80, ("Ukur", 4, 4): 10, ("Ukur", 4, 5): 12,
}  # fmt: skip
HASIL: dict[tuple[str, int, int], Any] = {("Isi", 4, 2): 103.57, ("Ukur", 3, 6): 100.0, ("Ukur", 4, 6): 120.0}
HASIL |= {("Kendali SOP", b, 6): "" for b in (3, 4, 5, 6)}
GAYA = (Gaya(), Gaya(terkunci=False), Gaya(format_angka=";;;"), Gaya(warna_huruf="FFFFFF"))
_TIPE = len(GAYA)  # from here on the formats of the builder
TERKUNCI, TERBUKA, TAK_TAMPAK, PUTIH = range(4)


class Buatan:
    """A workbook in the making: honest at first; `ubah` changes cells, `kasus` puts it before the checks."""

    def __init__(self) -> None:
        self.manifest = susun_manifest()
        self.hasil = dict(HASIL)
        self.pendahulu: Any = None
        self.lain: Any = None
        self.ketiga: Any = None
        self.pembaca: Any = None
        self.tersimpan: Any = None
        self.sel: dict[str, dict[tuple[int, int], SelBuku]] = {}
        for m in self.manifest.lembar:
            self.sel[m.nama] = {}
            for s in m.sel:
                titik = (m.nama, s.baris, s.kolom)
                if s.peran == "isian":
                    self.isi(titik, MASUKAN.get(titik))
                elif s.peran == "rumus":
                    self.ubah(titik, HASIL[titik], rumus=s.rumus)
                else:
                    self.ubah(titik, s.nilai)
        nama = tuple(NamaTerdefinisi(n, a, None, False) for n, a in self.manifest.nama.items())
        lembar = tuple(
            Lembar(
                m.nama, m.keadaan, self.sel[m.nama], gabungan=m.gabungan, terlindung=True, validasi=validasi_templat(m)
            )
            for m in self.manifest.lembar
        )
        self.buku = Buku(lembar, nama, False, Kalkulasi(), (*GAYA, *gaya_templat()), False, "uji")

    def ubah(self, titik: tuple[str, int, int], nilai: Any, *, rumus: str | None = None, gaya: int = TERKUNCI,
             larik: str | None = None) -> None:  # fmt: skip
        """Put a value (and formula) into a cell; None clears it."""
        galat = isinstance(nilai, str) and nilai.startswith("#")
        jenis = "kosong" if nilai is None else "b" if isinstance(nilai, bool) else "e" if galat else "s"
        if isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
            jenis = "n"
        self.sel[titik[0]][titik[1:]] = SelBuku(
            titik[1], titik[2], jenis, nilai, "" if nilai is None else str(nilai), rumus, larik, gaya
        )

    def isi(self, titik: tuple[str, int, int], nilai: Any) -> None:
        """Put a value into an input."""
        sel = self.manifest.sel(titik)
        self.ubah(titik, nilai, gaya=_TIPE + nomor_gaya(sel) if sel else TERBUKA)

    def ubah_lembar(self, lama: str, **medan: Any) -> None:
        """Change what a sheet is."""
        lembar = tuple(replace(s, **medan) if s.nama == lama else s for s in self.buku.lembar)
        self.buku = replace(self.buku, lembar=lembar)

    def kasus(self) -> Kasus:
        """The workbook as the checks see it."""
        satu = Kasus(self.buku, self.manifest, hasil=self.hasil, tahun=2024)
        satu.masukan = ambil_masukan(satu)
        satu.pendahulu, satu.hitung_lain = self.pendahulu, self.lain
        satu.hitung_ketiga, satu.pembaca, satu.dari_tersimpan = self.ketiga, self.pembaca, self.tersimpan
        return satu

    def temuan(self) -> list[tuple[str, str]]:
        """(code, Sheet!Cell) of everything the checks find."""
        return sorted((t.code, f"{t.sheet}!{t.cell}" if t.cell else t.sheet) for t in jalankan(self.kasus()))


@pytest.fixture
def buatan() -> Buatan:
    return Buatan()
