"""Each harvested value to its place in the new template: by name, by table, record and column, or to the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kinerja_xl.edit.perbaiki import TAK_MUAT, tempat_rekam, titik_tabel
from kinerja_xl.edit.pindah_aturan import aturan
from kinerja_xl.edit.pindah_letak import kunci_tetap, tanda_rekaman
from kinerja_xl.edit.pindah_panen import Butir, Panen, Rekam
from kinerja_xl.edit.pindah_tabel import bebas
from kinerja_xl.spec.isi_awal import isi_awal, untuk_manifest
from kinerja_xl.spec.manifest import Manifest, Nilai, Sel, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.spec.profil import Profil

if TYPE_CHECKING:
    from kinerja_xl.edit.pindah import Lama

TANPA_NAMA = "templat baru tidak punya isian ini"
TANPA_REKAMAN = "templat baru tidak punya baris ini"
SUDAH_TERISI = "tempatnya sudah diisi isian lain dari buku lama"
DIGULIR = "angka tahun lalu menurut buku lama; tempatnya untuk angka tahun yang lebih baru"


def pasangkan(lama: Sequence[tuple[int, tuple[Nilai, ...]]], baru: Mapping[int, tuple[Nilai, ...]]) -> list[int]:
    """New record numbers of old records by their fixed texts, each at most once; 0 = none is alike.

    lama: (number, texts) in order. The same texts go together first, then those with most of them alike (a template may
    reword some); between equals the number decides.
    """
    hasil = [0] * len(lama)
    sisa = {n: set(tanda) for n, (_, tanda) in enumerate(lama)}
    bebas_ke = dict(baru)
    for n, (ke, tanda) in enumerate(lama):
        sama = ke if bebas_ke.get(ke) == tanda else next((k for k, t in bebas_ke.items() if t == tanda), 0)
        if sama:
            hasil[n] = sama
            del bebas_ke[sama], sisa[n]
    calon = [
        (-len(ada & set(t)) / len(set(t)), lama[n][0] != ke, n, ke)
        for n, ada in sisa.items() for ke, t in bebas_ke.items() if 2 * len(ada & set(t)) > len(set(t))
    ]  # fmt: skip
    for _, _, n, ke in sorted(calon):
        if not hasil[n] and ke in bebas_ke:
            hasil[n] = ke
            del bebas_ke[ke]
    return hasil


class Pemindah:
    """masukan: places and values of the new workbook; tanpa, tahunan: what is not there, and why."""

    def __init__(self, manifest: Manifest, lama: Panen, ganti_tahun: bool, ganti_periode: bool = False) -> None:
        self.manifest, self.lama, self.ganti_tahun, self.ganti_periode = manifest, lama, ganti_tahun, ganti_periode
        self.masukan: dict[Titik, Nilai] = {}
        self.tanpa: list[Butir] = []
        self.tahunan: list[Butir] = []
        self.digulir: dict[str, Nilai] = {}
        self.dipindah = 0
        self.tujuan_gulir = {satu.ke for satu in aturan().gulir}

    def jalan(self) -> None:
        """Move everything."""
        for nama, butir in self.lama.tunggal.items():
            self._taruh(butir, self._bernama(nama) or self._setempat(nama), TANPA_NAMA)
        for nama, rekam in self.lama.tabel.items():
            for ke, satu in zip(self._nomor(nama, rekam), rekam, strict=True):
                for kunci, butir in satu.isi.items():
                    titik = self._bernama(butir.nama) or titik_tabel(self.manifest, nama, ke, kunci)
                    self._taruh(butir, titik, self._sebab(nama, satu, kunci), self._contoh(nama, kunci))

    def isi_gulir(self, gulir: Mapping[str, Nilai]) -> None:
        """Last year's figures at the inputs that ask for them."""
        for nama, nilai in gulir.items():
            titik = self._bernama(nama)
            if titik is not None:
                self.masukan[titik] = self.digulir[nama] = nilai

    def _taruh(self, butir: Butir, titik: Titik | None, sebab: str, contoh: Titik | None = None) -> None:
        tempat = titik or contoh
        sel = self.manifest.sel(tempat) if tempat else None
        tahunan = self._tahunan(tempat[0], sel, butir.nama) if self.ganti_tahun and tempat and sel else ""
        if tahunan:
            self.tahunan.append(butir.karena(tahunan))
        elif titik is None or titik in self.masukan:
            self.tanpa.append(butir.karena(sebab if titik is None else SUDAH_TERISI))
        else:
            self.masukan[titik] = butir.isi
            self.dipindah += 1

    def _tahunan(self, lembar: str, sel: Sel, nama: str) -> str:
        tujuan = any(nama.endswith(p.removeprefix("*")) if p.startswith("*") else nama == p for p in self.tujuan_gulir)
        return DIGULIR if tujuan and nama else aturan().sebab_tahun(lembar, sel, self.ganti_periode)

    def _bernama(self, nama: str) -> Titik | None:
        ada = self.manifest.sel_bernama.get(nama)
        return (ada[0].nama, ada[1].baris, ada[1].kolom) if ada and ada[1].peran == "isian" else None

    def _setempat(self, nama: str) -> Titik | None:
        """An input without a name stays at its place."""
        titik = self.lama.tempat.get(nama)
        sel = self.manifest.sel(titik) if titik and "!" in nama else None
        return titik if sel is not None and sel.peran == "isian" else None

    def _nomor(self, nama: str, rekam: list[Rekam]) -> list[int]:
        tabel = self.manifest.tabel.get(nama)
        if tabel is None:
            return [0] * len(rekam)
        if bebas(self.manifest.jenis, nama):
            return tempat_rekam(self.manifest, nama, rekam)
        m = self.manifest.lembar_bernama[tabel.lembar]
        kunci = kunci_tetap(tabel, m)
        if not kunci:
            return [satu.ke for satu in rekam]
        baru = {ke: tanda_rekaman(tabel, m, kunci, b) for ke, b in enumerate(range(tabel.baris1, tabel.baris2 + 1), 1)}
        return pasangkan([(satu.ke, satu.tanda) for satu in rekam], baru)

    def _sebab(self, nama: str, satu: Rekam, kunci: str) -> str:
        tabel = self.manifest.tabel.get(nama)
        if tabel is None or kunci not in tabel.kolom:
            return TANPA_NAMA
        return TAK_MUAT if not satu.ke or bebas(self.manifest.jenis, nama) else TANPA_REKAMAN

    def _contoh(self, nama: str, kunci: str) -> Titik | None:
        """Some input of the same column, to know what kind of input it is."""
        return titik_tabel(self.manifest, nama, 1, kunci)


def prakiraan(manifest: Manifest, profil: Profil, lama: Lama, *, ganti_tahun: bool) -> dict[Titik, Nilai]:
    """Prefills of a fresh workbook where the old one cannot speak: new inputs, and the calendar of another year."""
    semua = terapkan(manifest, untuk_manifest(manifest, isi_awal(profil, manifest.konteks)))
    hasil: dict[Titik, Nilai] = {}
    for titik, nilai in semua.items():
        sel = manifest.sel(titik)
        if sel is None or nilai is None:
            continue
        dikenal = sel.tabel in lama.panen.tabel or sel.nama in lama.nilai or lama.manifest is not None
        if not dikenal or (ganti_tahun and aturan().sebab_tahun(titik[0], sel)):
            hasil[titik] = nilai
    return hasil
