"""One worksheet part, in a single pass: cells with their raw text, formulas written out, nothing evaluated."""

from __future__ import annotations

from collections.abc import Callable

from kinerja_xl.core.nama import MAKS_BARIS, MAKS_KOLOM, alamat
from kinerja_xl.read import acuan, batas
from kinerja_xl.read.angka import benar, bulat_tak_negatif
from kinerja_xl.read.buku import Sel
from kinerja_xl.read.konteks import Konteks
from kinerja_xl.read.lembar_sisi import SisiLembar, kecil
from kinerja_xl.read.masalah import Tempat
from kinerja_xl.read.nilai_sel import nilai_sel
from kinerja_xl.read.rumus import RumusInduk
from kinerja_xl.read.xml import UTAMA, Atribut, urai

_ROW, _C, _V, _F, _IS, _T, _RPH, _DATA = (UTAMA + n for n in ("row", "c", "v", "f", "is", "t", "rPh", "sheetData"))
_DALAM = {_DATA: 2, _ROW: 3, _C: 4, _V: 5, _F: 5, _IS: 5}
_KUMPUL_MAKS = batas.TEKS_SEL.nilai * 7
TINGGI_TERKECIL = 3  # points; the smallest letter of a template is 7 points high


class PembacaLembar:
    """Handler set of a sheet part. sel is complete when baca() has returned True."""

    def __init__(self, nama: str, bagian: str, konteks: Konteks) -> None:
        self.nama, self._bagian, self._k = nama, bagian, konteks
        self.sel: dict[tuple[int, int], Sel] = {}
        self.sisi = SisiLembar(nama, bagian, konteks)
        self._induk: dict[str, tuple[RumusInduk, int, int]] = {}
        self._pertama: dict[str, tuple[RumusInduk, int, int]] = {}
        self._yatim: list[tuple[int, int, str]] = []
        self._pernah_baris: set[int] = set()
        self._pernah_data = False
        self._baris = self._kolom = 0
        self._teks_baris = ""
        self._dalam_sel = False
        self._tipe = "n"
        self._gaya = 0
        self._v: str | None = None
        self._isi_is: list[str] | None = None
        self._f: Atribut | None = None
        self._teks_f = ""
        self._kumpul: list[str] | None = None
        self._panjang = 0
        self._fonetik = False
        self._awal: dict[str, Callable[[Atribut], None]] = {
            _DATA: self._mulai_data, _ROW: self._mulai_baris, _C: self._mulai_sel, _V: self._mulai_teks,
            _F: self._mulai_rumus, _IS: self._mulai_is,
        }  # fmt: skip
        self._akhir: dict[str, Callable[[], None]] = {
            _C: self._akhir_sel, _V: self._akhir_v, _F: self._akhir_f,
        }  # fmt: skip

    def baca(self, isi: bytes) -> bool:
        """Read the part; True when it was read to its end."""
        utuh = urai(isi, self._bagian, self._k.catatan, self._mulai, self._selesai, self._teks, UTAMA + "worksheet")
        self._selesaikan_yatim()
        self.sisi.tutup()
        return utuh

    # -- expat -------------------------------------------------------------------------------------------

    def _mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        tangani = self._awal.get(nama)
        if tangani is not None:
            if _DALAM[nama] != dalam:
                raise self._k.catatan.henti("BERKAS-47", (self.nama, ""), bagian=self._bagian)
            tangani(atribut)
        elif self._dalam_sel:
            if self._kumpul is not None:
                raise self._k.catatan.henti("BERKAS-47", self._tempat(), bagian=self._bagian)
            if nama == _T and self._isi_is is not None and not self._fonetik:
                self._kumpul, self._panjang = [], 0
            elif nama == _RPH:
                self._fonetik = True
        else:
            self.sisi.mulai(nama, atribut, dalam)

    def _selesai(self, nama: str, dalam: int) -> None:
        tangani = self._akhir.get(nama)
        if tangani is not None:
            tangani()
        elif self._dalam_sel:
            if nama == _T and self._kumpul is not None and self._isi_is is not None:
                self._isi_is.extend(self._kumpul)
                self._kumpul = None
            elif nama == _RPH:
                self._fonetik = False
        else:
            self.sisi.selesai(nama, dalam)

    def _teks(self, teks: str) -> None:
        if self._kumpul is not None:
            self._panjang += len(teks)
            if self._panjang <= _KUMPUL_MAKS:
                self._kumpul.append(teks)
        elif not self._dalam_sel:
            self.sisi.teks(teks)

    # -- rows and cells ----------------------------------------------------------------------------------

    def _mulai_data(self, atribut: Atribut) -> None:
        if self._pernah_data:
            raise self._k.catatan.henti("BERKAS-47", (self.nama, ""), bagian=self._bagian)
        self._pernah_data = True

    def _mulai_baris(self, atribut: Atribut) -> None:
        catatan, k = self._k.catatan, self._k
        k.sisa_baris -= 1
        if k.sisa_baris < 0:
            raise catatan.henti("BERKAS-70", (self.nama, ""), batas=batas.BARIS_ELEMEN.nilai)
        baris = bulat_tak_negatif(atribut.get("r"), self._baris + 1)
        if baris is None or not 1 <= baris <= MAKS_BARIS:
            raise catatan.henti("BERKAS-68", (self.nama, ""), acuan=atribut.get("r", ""))
        if baris <= self._baris:
            kode = "BERKAS-81" if baris in self._pernah_baris else "BERKAS-83"
            catatan.catat(kode, (self.nama, ""), baris=baris)
        self._pernah_baris.add(baris)
        self._baris, self._kolom, self._teks_baris = baris, 0, str(baris)
        if benar(atribut.get("hidden")) or kecil(atribut.get("ht"), TINGGI_TERKECIL):
            self.sisi.baris_tersembunyi.add(baris)

    def _mulai_sel(self, atribut: Atribut) -> None:
        k = self._k
        k.sisa_sel -= 1
        if k.sisa_sel < 0:
            raise k.catatan.henti(batas.SEL.kode, (self.nama, ""), batas=batas.SEL.nilai)
        r = atribut.get("r")
        kolom: int | None
        if r is None:
            kolom = self._kolom + 1
        else:
            kolom = acuan.KOLOM.get(r[: -len(self._teks_baris)]) if r.endswith(self._teks_baris) else None
        if kolom is None or kolom > MAKS_KOLOM or not self._baris:
            raise k.catatan.henti("BERKAS-68", (self.nama, ""), acuan=r or "")
        if kolom <= self._kolom and (self._baris, kolom) not in self.sel:
            k.catatan.catat("BERKAS-83", (self.nama, alamat(self._baris, kolom)), baris=self._baris)
        self._kolom = kolom
        gaya = bulat_tak_negatif(atribut.get("s"), 0)
        if gaya is None or gaya >= k.jumlah_gaya:
            k.catatan.catat("BERKAS-55", self._tempat(), bagian=self._bagian, indeks=atribut.get("s"),
                            jumlah=k.jumlah_gaya)  # fmt: skip
            gaya = 0
        self._gaya, self._tipe = gaya, atribut.get("t", "n")
        self._v = self._isi_is = self._f = None
        self._dalam_sel, self._fonetik = True, False

    def _mulai_teks(self, atribut: Atribut) -> None:
        if self._v is not None:
            raise self._k.catatan.henti("BERKAS-47", self._tempat(), bagian=self._bagian)
        self._kumpul, self._panjang = [], 0

    def _mulai_rumus(self, atribut: Atribut) -> None:
        if self._f is not None:
            raise self._k.catatan.henti("BERKAS-47", self._tempat(), bagian=self._bagian)
        self._f = atribut
        self._kumpul, self._panjang = [], 0

    def _mulai_is(self, atribut: Atribut) -> None:
        self._isi_is = []

    def _akhir_v(self) -> None:
        self._v, self._kumpul = "".join(self._kumpul or ()), None

    def _akhir_f(self) -> None:
        self._teks_f, self._kumpul = "".join(self._kumpul or ()), None

    def _akhir_sel(self) -> None:
        self._dalam_sel = False
        baris, kolom, tempat = self._baris, self._kolom, self._tempat()
        rumus, larik = (None, None) if self._f is None else self._rumus(self._f, self._teks_f, tempat)
        mentah = self._v if self._isi_is is None or self._tipe != "inlineStr" else "".join(self._isi_is)
        jenis: str
        if mentah is None or (not mentah and self._tipe == "n"):
            jenis, nilai, mentah = "kosong", None, ""
        else:
            jenis, nilai = nilai_sel(self._tipe, mentah, self._k, tempat)
        if baris > batas.BARIS.nilai or kolom > batas.KOLOM.nilai:
            if jenis != "kosong" or rumus is not None:
                self._k.catatan.catat(
                    "BERKAS-60", tempat, batas=f"{batas.BARIS.nilai} baris, {batas.KOLOM.nilai} kolom"
                )
            return
        if (baris, kolom) in self.sel:
            self._k.catatan.catat("BERKAS-80", tempat)
            return
        self.sel[baris, kolom] = Sel(baris, kolom, jenis, nilai, mentah, rumus, larik, self._gaya)

    def _tempat(self) -> Tempat:
        return self.nama, alamat(self._baris, self._kolom)

    # -- formulas ----------------------------------------------------------------------------------------

    def _rumus(self, f: Atribut, teks: str, tempat: Tempat) -> tuple[str | None, str | None]:
        """Formula text and array area of the cell."""
        jenis, k = f.get("t", "normal"), self._k
        if jenis == "dataTable":
            k.catatan.catat("BERKAS-96", tempat)
            return f"TABLE({f.get('r1', '')},{f.get('r2', '')})", f.get("ref", "")
        if jenis == "shared" and not teks:
            return self._pengikut(f.get("si", "")), None
        if not teks:
            return None, None
        teks = teks.removeprefix("=")
        k.teliti(teks, tempat)
        self._bayar(len(teks))
        if jenis == "shared":
            induk = RumusInduk(teks[: batas.RUMUS.nilai]), self._baris, self._kolom
            self._induk[f.get("si", "")] = induk
            self._pertama.setdefault(f.get("si", ""), induk)
        if jenis != "array":
            return teks, None
        luas = acuan.area(f.get("ref", ""))
        if luas is None or acuan.luas(luas) > batas.AREA_LARIK.nilai:
            k.catatan.catat(batas.AREA_LARIK.kode, tempat, rentang=f.get("ref", ""), batas=batas.AREA_LARIK.nilai)
        return teks, f.get("ref", "")

    def _pengikut(self, si: str) -> str | None:
        """Formula of a follower; remembered for the end of the sheet when its master has not come yet."""
        if si not in self._induk:
            self._yatim.append((self._baris, self._kolom, si))
            return None
        induk, baris, kolom = self._induk[si]
        if not induk.terbelah:
            self._k.peneliti.bayar(len(induk.teks))
        teks = induk.salin(self._baris - baris, self._kolom - kolom)
        self._bayar(len(teks))
        return teks

    def _selesaikan_yatim(self) -> None:
        """Followers that stood before their master; without one their formula is lost."""
        for baris, kolom, si in self._yatim:
            lama = self.sel.get((baris, kolom))
            if si not in self._pertama or lama is None:
                self._k.catatan.catat("BERKAS-93", (self.nama, alamat(baris, kolom)), nomor=si)
                continue
            induk, baris_induk, kolom_induk = self._pertama[si]
            rumus = induk.salin(baris - baris_induk, kolom - kolom_induk)
            self._bayar(len(rumus))
            self.sel[baris, kolom] = Sel(
                baris, kolom, lama.jenis, lama.nilai, lama.mentah, rumus, lama.larik, lama.gaya
            )

    def _bayar(self, panjang: int) -> None:
        self._k.sisa_rumus -= panjang
        if self._k.sisa_rumus < 0:
            raise self._k.catatan.henti(batas.TEKS_RUMUS.kode, (self.nama, ""), batas=batas.TEKS_RUMUS.nilai)
