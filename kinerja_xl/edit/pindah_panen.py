"""Everything that people put into a workbook, found again whatever became of its layout, formats and names.

Nothing is interpreted: values are as stored. What stands in no input is kept apart with a word why, so that the
caller can list it; every filled cell ends in exactly one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kinerja_xl.core.nama import alamat
from kinerja_xl.edit.pindah_letak import Peta, kunci_tetap, petakan, tanda_rekaman
from kinerja_xl.read.buku import Buku, Lembar
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import LembarM, Manifest, Nilai, Sel, TabelM, Titik
from kinerja_xl.verify.kasus import Kasus, sama_label
from kinerja_xl.verify.rumus_baku import sama

# Why a content has no place in a form.
TERTIMPA = "diketik di atas rumus"
LABEL = "diketik di atas teks tetap"
RUMUS_LAIN = "rumus diubah"
LIAR = "di luar sel isian"
LEMBAR_LAIN = "di lembar yang tidak ada dalam templat"
RUMUS_ISIAN = "rumus di sel isian; nilainya dipakai, rumusnya tidak"
RUMUS_KOSONG = "rumus di sel isian, tanpa nilai tersimpan"
GALAT = "nilai galat"
BENAR_SALAH = "TRUE/FALSE tidak dapat diisikan"


@dataclass(frozen=True)
class Butir:
    """One content of a cell. sel: B5; nama: the input's name, or table[3].key; sebab: why it has no place."""

    lembar: str
    sel: str
    isi: Nilai
    nama: str = ""
    sebab: str = ""
    rumus: str = ""

    def karena(self, sebab: str) -> Butir:
        """The same content with a reason."""
        return replace(self, sebab=sebab)


@dataclass(frozen=True)
class Rekam:
    """One record of a table. ke: its number in the template, 0 for an added row; tanda: its fixed texts."""

    ke: int
    isi: Mapping[str, Butir]
    tanda: tuple[Nilai, ...] = ()


@dataclass
class Panen:
    """What a workbook holds. tunggal: by input name (or place); tabel: records in the order of the sheet."""

    tunggal: dict[str, Butir] = field(default_factory=dict)
    tempat: dict[str, Titik] = field(default_factory=dict)
    tabel: dict[str, list[Rekam]] = field(default_factory=dict)
    lain: list[Butir] = field(default_factory=list)
    catatan: list[Butir] = field(default_factory=list)  # contents that are replaced, but hold no value of the office
    hilang: tuple[str, ...] = ()
    tersembunyi: tuple[str, ...] = ()


def panen(buku: Buku, manifest: Manifest) -> Panen:
    """Harvest a workbook by the manifest of its own template."""
    kasus = Kasus(buku, manifest, tahun=manifest.tahun)
    hasil = Panen(hilang=kasus.hilang)
    peta = {
        nama: petakan(manifest.lembar_bernama[nama], lembar, [t for t in manifest.tabel.values() if t.lembar == nama])
        for nama, lembar in kasus.lembar.items()
    }
    utuh = kasus.rangka_utuh and not any(p.geser for p in peta.values())
    for nama, lembar in kasus.lembar.items():
        _Pemanen(hasil, manifest, manifest.lembar_bernama[nama], lembar, peta[nama], kasus if utuh else None).jalan()
    dikenal = {satu.nama for satu in kasus.lembar.values()}
    for lembar in buku.lembar:
        if lembar.nama not in dikenal:
            hasil.lain += [satu.karena(LEMBAR_LAIN) for satu in _semua(lembar)]
    return hasil


def _semua(lembar: Lembar) -> Iterator[Butir]:
    for (b, k), sel in sorted(lembar.sel.items()):
        if _berisi(sel):
            yield Butir(lembar.nama, alamat(b, k), sel.nilai, rumus=sel.rumus or "")


def _berisi(sel: SelBuku | None) -> bool:
    return sel is not None and (sel.rumus is not None or (sel.nilai is not None and sel.nilai != ""))


class _Pemanen:
    """Harvest of one sheet. kasus: given when the formula texts can be compared as they stand."""

    def __init__(
        self, hasil: Panen, manifest: Manifest, m: LembarM, lembar: Lembar, peta: Peta, kasus: Kasus | None
    ) -> None:
        self.hasil, self.manifest, self.m, self.lembar, self.peta, self.kasus = hasil, manifest, m, lembar, peta, kasus
        self.tabel = {t.nama: t for t in manifest.tabel.values() if t.lembar == m.nama}
        self.terpakai: set[tuple[int, int]] = set()
        self.rekam: dict[str, dict[int, dict[str, Butir]]] = {nama: {} for nama in self.tabel}

    def jalan(self) -> None:
        """Every cell of the template, then every cell that is left over."""
        for sel in self.m.sel:
            titik = self.peta.titik(sel.baris, sel.kolom)
            if titik is None:
                continue
            self.terpakai.add(titik)
            ada = self.lembar.sel.get(titik)
            if ada is not None and _berisi(ada):
                self._satu(sel, ada)
        tambahan = {nama: self._tambahan(t) for nama, t in self.tabel.items()}
        for nama, tabel in self.tabel.items():
            self.hasil.tabel[nama] = self._susun(tabel, tambahan[nama])
        for titik, ada in sorted(self.lembar.sel.items()):
            if titik not in self.terpakai and _berisi(ada):
                self._lain(ada, LIAR)

    def _satu(self, sel: Sel, ada: SelBuku) -> None:
        if sel.peran == "isian":
            self._isian(sel, ada)
        elif sel.peran == "label":
            if not sama_label(sel, ada):
                self._lain(ada, LABEL, sel.nama)
        elif ada.rumus is None:
            self._lain(ada, TERTIMPA, sel.nama)
        elif self.kasus is not None and not sama(ada.rumus, sel.rumus, self.kasus.alias):
            self._lain(ada, RUMUS_LAIN, sel.nama)

    def _isian(self, sel: Sel, ada: SelBuku) -> None:
        butir = self._butir(ada, sel.nama or f"{sel.tabel}[{sel.rekaman}].{sel.kunci}")
        if ada.jenis == "e" or isinstance(ada.nilai, bool):
            self.hasil.lain.append(butir.karena(GALAT if ada.jenis == "e" else BENAR_SALAH))
            return
        if ada.rumus is not None and ada.nilai in (None, ""):
            self.hasil.lain.append(butir.karena(RUMUS_KOSONG))
            return
        if ada.rumus is not None:
            self.hasil.catatan.append(butir.karena(RUMUS_ISIAN))
        if sel.tabel in self.rekam and sel.kunci:
            self.rekam[sel.tabel].setdefault(sel.rekaman, {})[sel.kunci] = butir
        else:
            kunci = sel.nama or f"{self.m.nama}!{alamat(sel.baris, sel.kolom)}"
            self.hasil.tunggal[kunci] = butir
            self.hasil.tempat[kunci] = (self.m.nama, sel.baris, sel.kolom)

    def _tambahan(self, tabel: TabelM) -> dict[int, dict[str, Butir]]:
        """Rows that someone added inside a table: sheet row -> its inputs."""
        baris = [self.peta.baris[b] for b in range(tabel.baris1, tabel.baris2 + 1) if b in self.peta.baris]
        if not baris:
            return {}
        sesudah = [j for b, j in self.peta.baris.items() if b > tabel.baris2]
        milik = set(self.peta.baris.values())
        hasil: dict[int, dict[str, Butir]] = {}
        for j in range(min(baris), min(sesudah, default=max(baris) + 1)):
            if j not in milik:
                hasil[j] = self._baris_tambahan(tabel, j)
        return {j: isi for j, isi in hasil.items() if isi}

    def _baris_tambahan(self, tabel: TabelM, j: int) -> dict[str, Butir]:
        isi: dict[str, Butir] = {}
        for kunci, kolom in tabel.kolom.items():
            titik = (j, self.peta.kolom.get(kolom, kolom))
            asli, ada = self.m.peta.get((tabel.baris1, kolom)), self.lembar.sel.get(titik)
            if ada is None or asli is None or not _berisi(ada):
                continue
            nomor = asli.peran == "label" and kunci == "no" and isinstance(ada.nilai, (int, float))
            if (asli.peran == "rumus" and ada.rumus is not None) or nomor:
                self.terpakai.add(titik)
            elif asli.peran == "isian" and ada.jenis not in "eb" and ada.nilai not in (None, ""):
                self.terpakai.add(titik)
                isi[kunci] = self._butir(ada, f"{tabel.nama}[baru].{kunci}")
        return isi

    def _susun(self, tabel: TabelM, tambahan: Mapping[int, Mapping[str, Butir]]) -> list[Rekam]:
        kunci = kunci_tetap(tabel, self.m)
        urut: list[tuple[int, Rekam]] = []
        for ke, b in enumerate(range(tabel.baris1, tabel.baris2 + 1), 1):
            isi = self.rekam[tabel.nama].get(ke, {})
            if b in self.peta.baris:
                urut.append((self.peta.baris[b], Rekam(ke, isi, tanda_rekaman(tabel, self.m, kunci, b))))
        urut += [(j, Rekam(0, isi)) for j, isi in tambahan.items()]
        return [rekam for _, rekam in sorted(urut, key=lambda satu: satu[0])]

    def _butir(self, ada: SelBuku, nama: str) -> Butir:
        return Butir(self.lembar.nama, alamat(ada.baris, ada.kolom), ada.nilai, nama, rumus=ada.rumus or "")

    def _lain(self, ada: SelBuku, sebab: str, nama: str = "") -> None:
        """A changed formula is no value of the office; a typed value is."""
        tujuan = self.hasil.catatan if ada.rumus is not None and sebab != LIAR else self.hasil.lain
        tujuan.append(self._butir(ada, nama).karena(sebab))
