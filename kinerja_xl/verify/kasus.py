"""What a check reads: the workbook, its manifest, the inputs and the recomputed results; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kinerja_xl.read.buku import Buku, Gaya, Lembar
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import LembarM, Manifest, Nilai, Sel, TabelM, Titik
from kinerja_xl.verify.dugaan import Langsung
from kinerja_xl.verify.temuan import Temuan

_GAYA = Gaya()
_BERGESER = 8  # so many fixed texts out of place, and a third of the sheet, mean a shifted layout
_BAGIAN_GESER = 3


@dataclass
class Kasus:
    """One workbook under verification. hasil: recomputed formula cells, None when that was not possible."""

    buku: Buku
    manifest: Manifest
    masukan: Mapping[Titik, Nilai] = field(default_factory=dict)
    hasil: Mapping[Titik, Nilai] | None = None
    tahun: int = 0
    pendahulu: Callable[[Titik], Collection[Titik]] | None = None  # inputs a formula cell rests on
    langsung: Langsung | None = None  # inputs and formula cells that a formula cell reads itself
    hitung_lain: Callable[[Collection[Titik]], Mapping[Titik, Nilai]] | None = None  # a second engine, for few cells
    hitung_ketiga: Callable[[Collection[Titik]], Mapping[Titik, Nilai]] | None = None  # asked where the two disagree
    pembaca: Callable[[Titik], Collection[Titik]] | None = None  # formula cells that read a cell by itself
    dari_tersimpan: Callable[[], Mapping[Titik, Nilai]] | None = None  # each formula from the stored cells it reads
    diperiksa: int = 0  # result cells compared, and those that could not be: the values check counts
    tak_terperiksa: int = 0
    ingatan: dict[str, tuple[str, ...]] = field(default_factory=dict)  # lists of choices already read
    _menurut_peran: dict[str, list[tuple[Titik, Sel, SelBuku | None]]] = field(default_factory=dict)

    @cached_property
    def lembar(self) -> dict[str, Lembar]:
        """Manifest sheet name -> sheet of the workbook, renamed ones included; missing ones are absent."""
        ada = {satu.nama.lower(): satu for satu in self.buku.lembar if satu.terbaca}
        hasil = {m.nama: ada[m.nama.lower()] for m in self.manifest.lembar if m.nama.lower() in ada}
        for asli, lain in self.ganti_nama.items():
            hasil[asli] = lain
        return hasil

    @cached_property
    def ganti_nama(self) -> dict[str, Lembar]:
        """Manifest sheets found under another name: alike in their fixed texts."""
        nama_m = {m.nama.lower() for m in self.manifest.lembar}
        ada = {satu.nama.lower() for satu in self.buku.lembar if satu.terbaca}
        sisa = [satu for satu in self.buku.lembar if satu.terbaca and satu.nama.lower() not in nama_m]
        hasil: dict[str, Lembar] = {}
        for m in self.manifest.lembar:
            if m.nama.lower() in ada:
                continue
            cocok = next((s for s in sisa if _serupa(m, s)), None)
            if cocok:
                hasil[m.nama] = cocok
                sisa.remove(cocok)
        return hasil

    @cached_property
    def alias(self) -> dict[str, str]:
        """Lower-case present name of a renamed sheet -> its proper name, for reading formulas."""
        return {lain.nama.lower(): asli for asli, lain in self.ganti_nama.items()}

    @cached_property
    def hilang(self) -> tuple[str, ...]:
        """Manifest sheets that are not there."""
        return tuple(m.nama for m in self.manifest.lembar if m.nama not in self.lembar)

    @cached_property
    def bergeser(self) -> dict[str, tuple[int, int, int]]:
        """Sheets whose layout moved: name -> (first row, 0) or (0, first column) out of place, number of cells."""
        hasil = {}
        for nama, lembar in self.lembar.items():
            label = [s for s in self.manifest.lembar_bernama[nama].sel if s.peran == "label" and s.nilai is not None]
            beda = [s for s in label if not sama_label(s, lembar.sel.get(s.titik))]
            if len(beda) >= _BERGESER and len(beda) * _BAGIAN_GESER >= len(label):
                hasil[nama] = (*_mulai_geser(beda, lembar), len(beda))
        return hasil

    def utuh(self, nama: str) -> bool:
        """May the cells of this sheet be checked one by one?"""
        return nama in self.lembar and nama not in self.bergeser

    @property
    def rangka_utuh(self) -> bool:
        """Is every sheet there and in place, so that values can be compared?"""
        return not self.hilang and not self.bergeser

    def sel(self, titik: Titik) -> SelBuku | None:
        """The cell of the workbook at a place of the manifest."""
        lembar = self.lembar.get(titik[0])
        return lembar.sel.get(titik[1:]) if lembar else None

    def gaya(self, sel: SelBuku) -> Gaya:
        """Format of a cell."""
        return self.buku.gaya[sel.gaya] if 0 <= sel.gaya < len(self.buku.gaya) else _GAYA

    def setiap(self, peran: str) -> Iterator[tuple[Titik, Sel, SelBuku | None]]:
        """Manifest cells of a role on checkable sheets, with the workbook's own cell."""
        if peran not in self._menurut_peran:
            self._menurut_peran[peran] = list(self._setiap(peran))
        return iter(self._menurut_peran[peran])

    def _setiap(self, peran: str) -> Iterator[tuple[Titik, Sel, SelBuku | None]]:
        for m in self.manifest.lembar:
            if self.utuh(m.nama):
                ada = self.lembar[m.nama].sel
                for sel in m.sel:
                    if sel.peran == peran:
                        yield (m.nama, sel.baris, sel.kolom), sel, ada.get((sel.baris, sel.kolom))

    def nilai(self, titik: Titik) -> Nilai:
        """Value by the template: recomputed for formulas, submitted for inputs, fixed for labels."""
        sel = self.manifest.sel(titik)
        if sel is None:
            return None
        if sel.peran == "rumus":
            if self.hasil is not None and titik in self.hasil:
                return self.hasil[titik]
            tersimpan = self.sel(titik)
            return tersimpan.nilai if tersimpan else None
        return self.masukan.get(titik) if sel.peran == "isian" else sel.nilai

    def rekaman(self, tabel: str) -> Iterator[dict[str, tuple[Titik, Nilai]]]:
        """Rows of a table: key -> (place, value). An absent table or sheet has no rows."""
        satu = self.manifest.tabel.get(tabel)
        if satu is not None and self.utuh(satu.lembar):
            yield from _baris(self, satu)


def _baris(kasus: Kasus, tabel: TabelM) -> Iterator[dict[str, tuple[Titik, Nilai]]]:
    for baris in range(tabel.baris1, tabel.baris2 + 1):
        yield {
            kunci: ((tabel.lembar, baris, kolom), kasus.nilai((tabel.lembar, baris, kolom)))
            for kunci, kolom in tabel.kolom.items()
        }


def _mulai_geser(beda: list[Sel], lembar: Lembar) -> tuple[int, int]:
    """Did rows move or columns? First row or first column out of place; the other is 0."""
    tegak = sum(any(sama_label(s, lembar.sel.get((s.baris + n, s.kolom))) for n in (1, -1)) for s in beda)
    datar = sum(any(sama_label(s, lembar.sel.get((s.baris, s.kolom + n))) for n in (1, -1)) for s in beda)
    return (0, min(s.kolom for s in beda)) if datar > tegak else (beda[0].baris, 0)


def _serupa(m: LembarM, lembar: Lembar) -> bool:
    label = [s for s in m.sel if s.peran == "label" and s.nilai is not None]
    sama = sum(sama_label(s, lembar.sel.get(s.titik)) for s in label)
    return bool(label) and sama * 2 > len(label)


def sama_label(sel: Sel, ada: SelBuku | None) -> bool:
    """Does the workbook show the fixed text or number of the template here?"""
    if ada is None or ada.rumus is not None:
        return False
    return sama_isi(sel.nilai, ada.nilai)


def sama_isi(seharusnya: Nilai, ada: Nilai) -> bool:
    """Same fixed content: numbers to 15 digits, texts exactly (line ends aside)."""
    if isinstance(seharusnya, bool) or isinstance(ada, bool):
        return seharusnya is ada
    if isinstance(seharusnya, (int, float)) and isinstance(ada, (int, float)):
        return f"{float(seharusnya):.14e}" == f"{float(ada):.14e}"
    if isinstance(seharusnya, str) and isinstance(ada, str):
        return seharusnya == ada or _garis(seharusnya) == _garis(ada)
    return (seharusnya is None or seharusnya == "") and (ada is None or ada == "")


def _garis(teks: str) -> str:
    return teks.replace("\r\n", "\n").replace("_x000D_", "")


def ambil_masukan(buku_kasus: Kasus) -> dict[Titik, Nilai]:
    """Inputs as submitted; blanks and error values are left out (the inputs check reports the latter)."""
    hasil: dict[Titik, Nilai] = {}
    for m, sel in buku_kasus.manifest.setiap("isian"):
        lembar = buku_kasus.lembar.get(m.nama)
        ada = lembar.sel.get(sel.titik) if lembar else None
        if ada is not None and ada.jenis != "e" and ada.nilai is not None and ada.nilai != "":
            hasil[m.nama, sel.baris, sel.kolom] = ada.nilai
    return hasil


Periksa = Callable[[Kasus], Iterator[Temuan]]
