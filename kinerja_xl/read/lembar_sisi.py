"""Everything of a sheet part around its cells: merges, protection, hidden columns, validations, rules, links."""

from __future__ import annotations

from kinerja_xl.read import acuan, batas
from kinerja_xl.read.angka import benar, bulat_tak_negatif
from kinerja_xl.read.buku import Area, Bersyarat, Validasi
from kinerja_xl.read.konteks import Konteks
from kinerja_xl.read.xml import TAUT, UTAMA, Atribut

_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main "
_XM = "http://schemas.microsoft.com/office/excel/2006/main "
_F1 = (UTAMA + "formula1", _X14 + "formula1")
_F2 = (UTAMA + "formula2", _X14 + "formula2")
_BEBAS = ("objects", "scenarios")  # free unless the attribute says 1; the others are locked unless it says 0
_TERKUNCI = (
    "formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks", "deleteColumns",
    "deleteRows", "sort", "autoFilter", "pivotTables",
)  # fmt: skip
LEBAR_TERKECIL = 0.5  # a narrower column shows not even one letter


class SisiLembar:
    """Handler set for the elements outside <sheetData>."""

    def __init__(self, nama: str, bagian: str, konteks: Konteks) -> None:
        self.nama, self._bagian, self._k = nama, bagian, konteks
        self.gabungan: list[Area] = []
        self.terlindung = False
        self.baris_tersembunyi: set[int] = set()
        self.kolom_tersembunyi: set[int] = set()
        self.baris_lain_tersembunyi = False
        self.validasi: list[Validasi] = []
        self.tautan: dict[str, str] = {}
        self.gambar = ""
        self.izin: frozenset[str] = frozenset()
        self.rentang_bebas: list[str] = []
        self.bersyarat: list[Bersyarat] = []
        self.tanpa_nol = self.tampil_rumus = False
        self._cf: Atribut | None = None
        self._cf_sqref = ""
        self._cf_rumus: list[str] = []
        self._aturan = self._elemen_kolom = 0
        self._rumus_aturan: list[str] = []
        self._dv: Atribut | None = None
        self._dv_rumus = ["", ""]
        self._dv_sqref = ""
        self._slot = -1
        self._kumpul: list[str] | None = None

    def mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        """Start of an element outside the cells."""
        if nama == UTAMA + "mergeCell":
            self._gabung(atribut)
        elif nama == UTAMA + "col":
            self._kolom(atribut)
        elif nama == UTAMA + "hyperlink" and TAUT + "id" in atribut and len(self.tautan) < batas.HUBUNGAN.nilai:
            self.tautan.setdefault(atribut[TAUT + "id"], atribut.get("ref", ""))
        elif nama == UTAMA + "drawing":
            self.gambar = atribut.get(TAUT + "id", "")
        elif nama == UTAMA + "sheetProtection":
            self.terlindung = benar(atribut.get("sheet"))
            self.izin = izin(atribut)
        elif nama == UTAMA + "protectedRange":
            self._hitung_aturan("")
            self.rentang_bebas.append(atribut.get("sqref", ""))
        elif nama == UTAMA + "sheetView":
            self.tanpa_nol |= not benar(atribut.get("showZeros"), True)
            self.tampil_rumus |= benar(atribut.get("showFormulas"))
        elif nama == UTAMA + "sheetFormatPr":
            self.baris_lain_tersembunyi = benar(atribut.get("zeroHeight"))
        elif nama in (UTAMA + "dataValidation", _X14 + "dataValidation"):
            self._hitung_aturan(atribut.get("sqref", ""))
            self._dv, self._dv_rumus, self._dv_sqref = atribut, ["", ""], atribut.get("sqref", "")
        elif nama in _F1 or nama in _F2:
            self._slot = 0 if nama in _F1 else 1
            self._kumpul = [] if nama.startswith(UTAMA) else None
        elif nama == UTAMA + "conditionalFormatting":
            self._hitung_aturan(atribut.get("sqref", ""))
            self._cf_sqref = atribut.get("sqref", "")
        elif nama in (UTAMA + "cfRule", _X14 + "cfRule"):
            self._hitung_aturan("")
            self._cf, self._cf_rumus = atribut, []
        elif nama in (UTAMA + "formula", _XM + "f", _XM + "sqref"):
            self._kumpul = []

    def teks(self, isi: str) -> None:
        """Characters of the formula or area being read."""
        if self._kumpul is not None and len(self._kumpul) < 64:
            self._kumpul.append(isi)

    def selesai(self, nama: str, dalam: int) -> None:
        """End of an element outside the cells."""
        if nama in (UTAMA + "dataValidation", _X14 + "dataValidation"):
            self._jadi_validasi()
        elif nama in (UTAMA + "cfRule", _X14 + "cfRule"):
            self._jadi_bersyarat()
        elif self._kumpul is None:
            return
        elif nama in _F1 or nama in _F2 or (nama == _XM + "f" and self._dv is not None):
            if self._slot >= 0:
                self._dv_rumus[self._slot] = "".join(self._kumpul)
            self._kumpul = None
        elif nama == _XM + "sqref":
            self._dv_sqref, self._kumpul = "".join(self._kumpul), None
            self._hitung_aturan(self._dv_sqref)
        elif nama in (UTAMA + "formula", _XM + "f"):
            self._hitung_aturan("")
            self._rumus_aturan.append("".join(self._kumpul))
            self._cf_rumus.append(self._rumus_aturan[-1])
            self._kumpul = None

    def tutup(self) -> None:
        """After the part: formulas of rules are looked at like formulas of cells."""
        for rumus in dict.fromkeys(self._rumus_aturan):
            if rumus:
                self._k.teliti(rumus.removeprefix("="), (self.nama, ""))

    def _gabung(self, atribut: Atribut) -> None:
        ref = atribut.get("ref", "")
        luas = acuan.area(ref)
        if luas is None:
            self._k.catatan.catat("BERKAS-68", (self.nama, ""), acuan=ref)
        elif len(self.gabungan) >= batas.GABUNGAN.nilai or acuan.luas(luas) > batas.BARIS.nilai * batas.KOLOM.nilai:
            raise self._k.catatan.henti(batas.GABUNGAN.kode, (self.nama, ""), rentang=ref, batas=batas.GABUNGAN.nilai)
        else:
            self.gabungan.append(luas)

    def _kolom(self, atribut: Atribut) -> None:
        self._elemen_kolom += 1
        if self._elemen_kolom > batas.KOLOM_ELEMEN.nilai:
            raise self._k.catatan.henti(batas.KOLOM_ELEMEN.kode, (self.nama, ""), batas=batas.KOLOM_ELEMEN.nilai)
        if not benar(atribut.get("hidden")) and not kecil(atribut.get("width"), LEBAR_TERKECIL):
            return
        awal, akhir = bulat_tak_negatif(atribut.get("min")), bulat_tak_negatif(atribut.get("max"))
        if awal is None or akhir is None or awal < 1:
            self._k.catatan.catat("BERKAS-68", (self.nama, ""), acuan=f"{atribut.get('min')}:{atribut.get('max')}")
            return
        self.kolom_tersembunyi.update(range(awal, min(akhir, batas.KOLOM.nilai) + 1))

    def _hitung_aturan(self, sqref: str) -> None:
        self._aturan += 1 + sqref.count(" ")
        if self._aturan > batas.ATURAN.nilai:
            raise self._k.catatan.henti(batas.ATURAN.kode, (self.nama, ""), batas=batas.ATURAN.nilai)

    def _jadi_bersyarat(self) -> None:
        cf, self._cf = self._cf or {}, None
        area = tuple(a for a in map(acuan.area, self._cf_sqref.split()) if a is not None)
        gaya = bulat_tak_negatif(cf.get("dxfId"))
        rumus = ";".join(self._cf_rumus)
        self.bersyarat.append(Bersyarat(cf.get("type", ""), cf.get("operator", ""), rumus, area, gaya))

    def _jadi_validasi(self) -> None:
        dv, self._dv, self._slot, self._kumpul = self._dv or {}, None, -1, None
        area = tuple(a for a in map(acuan.area, self._dv_sqref.split()) if a is not None)
        self._rumus_aturan.extend(self._dv_rumus)
        self.validasi.append(
            Validasi(
                dv.get("type", "none"),
                dv.get("operator", "between"),
                self._dv_rumus[0],
                self._dv_rumus[1],
                area,
                benar(dv.get("allowBlank")),
                benar(dv.get("showErrorMessage")) and dv.get("errorStyle", "stop") == "stop",
            )
        )


def izin(atribut: Atribut) -> frozenset[str]:
    """What a protected sheet still lets anybody do."""
    bebas = {n for n in _BEBAS if not benar(atribut.get(n))}
    return frozenset(bebas | {n for n in _TERKUNCI if not benar(atribut.get(n), True)})


def kecil(teks: str | None, batas: float) -> bool:
    """Is this a size below the limit? No size, or none that can be read, is not."""
    try:
        return teks is not None and len(teks) < 40 and float(teks) < batas
    except ValueError:
        return False
