"""From package to workbook: workbook.xml, its sheets in order, shared parts, settings."""

from __future__ import annotations

import hashlib

from kinerja_xl.read import batas
from kinerja_xl.read.aktif import kode_hubungan
from kinerja_xl.read.angka import benar
from kinerja_xl.read.buku import BentukGambar, Buku, Gaya, GayaBersyarat, Kalkulasi, Lembar, NamaTerdefinisi
from kinerja_xl.read.gambar import baca_gambar
from kinerja_xl.read.gaya import baca_gaya, baca_tema
from kinerja_xl.read.konteks import Konteks
from kinerja_xl.read.lembar import PembacaLembar
from kinerja_xl.read.lint import Peneliti
from kinerja_xl.read.masalah import Catatan, Henti
from kinerja_xl.read.nama import PengumpulNama
from kinerja_xl.read.nama_lembar import periksa_nama_lembar
from kinerja_xl.read.paket import TIPE_LEMBAR, Hubungan, Isi
from kinerja_xl.read.tautan import Tautan
from kinerja_xl.read.teks import baca_teks
from kinerja_xl.read.xml import TAUT, UTAMA, Atribut, urai

_TIPE_PENDUKUNG = {
    "sharedStrings": "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
    "styles": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_JENIS_LEMBAR = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")


class PembacaBuku:
    """Reads the workbook whose main part is given."""

    def __init__(self, bagian: str, isi: Isi, catatan: Catatan) -> None:
        self._bagian, self._isi, self._catatan = bagian, isi, catatan
        self._hub = isi.hubungan(bagian)
        self._lembar: list[Atribut] = []
        self._acuan_luar: list[str] = []
        self._nama = PengumpulNama(bagian, catatan)
        self._kalkulasi = Kalkulasi()
        self._date1904 = self._terlindung = False
        self._atribut_nama: Atribut | None = None
        self._kumpul: list[str] = []

    def baca(self) -> Buku | None:
        """The workbook, None when its main part cannot be read."""
        data = self._isi.paket.bagian[self._bagian]
        utuh = urai(data, self._bagian, self._catatan, self._mulai, self._selesai, self._teks, UTAMA + "workbook")
        if not utuh and not self._lembar:
            return None
        if not self._hub and self._lembar:
            self._hilang(self._bagian.rpartition("/")[0] + "/_rels/" + self._bagian.rpartition("/")[2] + ".rels")
        gaya, bersyarat = self._gaya()
        konteks = self._konteks(gaya)
        lembar = tuple(self._baca_lembar(konteks))
        nama = self._nama_terdefinisi([satu.nama for satu in lembar], konteks)
        konteks.tautan.tutup()
        return Buku(lembar, nama, self._date1904, self._kalkulasi, gaya, self._terlindung, self._aplikasi(),
                    bersyarat)  # fmt: skip

    def _nama_terdefinisi(self, lembar: list[str], konteks: Konteks) -> tuple[NamaTerdefinisi, ...]:
        try:
            return self._nama.hasil(lembar, konteks.peneliti, konteks.tautan)
        except Henti:
            return ()

    # -- workbook.xml ------------------------------------------------------------------------------------

    def _mulai(self, nama: str, atribut: Atribut, dalam: int) -> None:
        if nama == UTAMA + "sheet" and dalam == 3:
            if len(self._lembar) >= batas.LEMBAR.nilai:
                raise self._catatan.henti(batas.LEMBAR.kode, None, batas=batas.LEMBAR.nilai)
            self._lembar.append(atribut)
        elif nama == UTAMA + "workbookPr":
            self._date1904 = benar(atribut.get("date1904"))
        elif nama == UTAMA + "workbookProtection":
            self._terlindung = benar(atribut.get("lockStructure"))
        elif nama == UTAMA + "calcPr":
            self._kalkulasi = Kalkulasi(
                atribut.get("calcMode", "auto"),
                benar(atribut.get("iterate")),
                not benar(atribut.get("fullPrecision"), True),
                benar(atribut.get("fullCalcOnLoad")),
            )
        elif nama == UTAMA + "externalReference":
            self._acuan_luar.append(atribut.get(TAUT + "id", ""))
        elif nama == UTAMA + "definedName":
            self._atribut_nama, self._kumpul = atribut, []

    def _teks(self, teks: str) -> None:
        if self._atribut_nama is not None and len(self._kumpul) < 64:
            self._kumpul.append(teks)

    def _selesai(self, nama: str, dalam: int) -> None:
        if nama == UTAMA + "definedName" and self._atribut_nama is not None:
            self._nama.tambah(self._atribut_nama, "".join(self._kumpul))
            self._atribut_nama = None

    # -- shared parts ------------------------------------------------------------------------------------

    def _pendukung(self, jenis: str) -> tuple[bytes | None, str]:
        """Bytes and name of the styles, shared strings or theme part."""
        for satu in self._hub.values():
            if satu.jenis == jenis and satu.bagian is not None:
                isi = self._isi.paket.isi(satu.bagian)
                if isi is None:
                    self._hilang(satu.bagian)
                else:
                    self._cocok_tipe(satu.bagian, _TIPE_PENDUKUNG[jenis])
                return isi, satu.bagian
        return None, ""

    def _hilang(self, bagian: str) -> None:
        if not self._isi.paket.tahu_rusak(bagian):
            self._catatan.catat("BERKAS-50", None, bagian=bagian)

    def _cocok_tipe(self, bagian: str, seharusnya: str) -> None:
        tipe = self._isi.tipe(bagian)
        if tipe != seharusnya:
            self._catatan.catat("BERKAS-51", None, bagian=bagian, tipe=tipe, seharusnya=seharusnya)

    def _gaya(self) -> tuple[tuple[Gaya, ...], tuple[GayaBersyarat, ...]]:
        tema, nama_tema = self._pendukung("theme")
        isi, bagian = self._pendukung("styles")
        return baca_gaya(isi, bagian, baca_tema(tema, nama_tema, self._catatan), self._catatan)

    def _konteks(self, gaya: tuple[Gaya, ...]) -> Konteks:
        isi, bagian = self._pendukung("sharedStrings")
        tautan = Tautan(self._catatan)
        nomor = [n for n, h in self._hub.items() if h.jenis == "externalLink" and n not in self._acuan_luar]
        for satu in (*self._acuan_luar, *nomor)[: batas.TAUTAN.nilai + 1]:
            hub = self._hub.get(satu)
            tautan.tambah(hub.bagian if hub else None, self._isi)
        if isi is None:
            return Konteks(self._catatan, [], {}, len(gaya), tautan, Peneliti(self._catatan))
        teks = baca_teks(isi, bagian, self._catatan)
        return Konteks(self._catatan, teks.daftar, teks.kode, len(gaya), tautan, Peneliti(self._catatan))

    def _aplikasi(self) -> str:
        """Program named in docProps/app.xml, "" when none."""
        nama = next((h.bagian for h in self._isi.hubungan("").values() if h.jenis == "extended-properties"), None)
        isi = self._isi.paket.isi(nama) if nama else None
        if isi is None or nama is None:
            return ""
        hasil: list[str] = []
        aktif = False

        def mulai(elemen: str, atribut: Atribut, dalam: int) -> None:
            nonlocal aktif
            aktif = elemen.endswith(" Application")

        def teks(potong: str) -> None:
            if aktif and len(hasil) < 8:
                hasil.append(potong)

        urai(isi, nama, Catatan(), mulai, None, teks)
        return "".join(hasil).strip()[:100]

    # -- sheets ------------------------------------------------------------------------------------------

    def _baca_lembar(self, konteks: Konteks) -> list[Lembar]:
        periksa_nama_lembar([a.get("name", "") for a in self._lembar], self._catatan)
        nomor: set[str] = set()
        dipakai: set[str] = set()
        hasil = []
        for atribut in self._lembar:
            if atribut.get("sheetId", "") in nomor:
                self._catatan.catat("BERKAS-57", (atribut.get("name", ""), ""), nomor=atribut.get("sheetId", ""))
            nomor.add(atribut.get("sheetId", ""))
            hub, ganda = self._hub.get(atribut.get(TAUT + "id", "")), False
            if hub is not None and hub.bagian is not None:
                if hub.bagian.casefold() in dipakai:
                    ganda = True
                    self._catatan.catat("BERKAS-53", (atribut.get("name", ""), ""), bagian=hub.bagian,
                                        target=hub.bagian)  # fmt: skip
                dipakai.add(hub.bagian.casefold())
            if ganda:
                hasil.append(Lembar(atribut.get("name", ""), atribut.get("state", "visible"), {}, terbaca=False))
            else:
                hasil.append(self._satu_lembar(atribut, hub, konteks))
        self._yatim(dipakai)
        return hasil

    def _satu_lembar(self, atribut: Atribut, hub: Hubungan | None, konteks: Konteks) -> Lembar:
        nama, keadaan = atribut.get("name", ""), atribut.get("state", "visible")
        tipe = hub.jenis if hub is not None and hub.jenis in _JENIS_LEMBAR else "worksheet"
        if hub is None and self._hub:
            self._catatan.catat("BERKAS-58", (nama, ""), id=atribut.get(TAUT + "id", ""))
        isi = self._isi.paket.isi(hub.bagian) if hub is not None and hub.bagian is not None else None
        if isi is None or hub is None or hub.bagian is None:
            if hub is not None and hub.bagian is not None:
                self._hilang(hub.bagian)
            return Lembar(nama, keadaan, {}, tipe=tipe, terbaca=False)
        if tipe != "worksheet":
            return Lembar(nama, keadaan, {}, tipe=tipe, terbaca=urai(isi, hub.bagian, self._catatan))
        self._cocok_tipe(hub.bagian, TIPE_LEMBAR)
        pembaca = PembacaLembar(nama, hub.bagian, konteks)
        try:
            utuh = pembaca.baca(isi)
        except Henti:
            utuh = False
        sisi = pembaca.sisi
        self._tautan_web(nama, hub.bagian, sisi.tautan)
        return Lembar(
            nama, keadaan, pembaca.sel, tuple(sisi.gabungan), sisi.terlindung, frozenset(sisi.baris_tersembunyi),
            frozenset(sisi.kolom_tersembunyi), tuple(sisi.validasi), tipe, utuh, sisi.baris_lain_tersembunyi,
            *self._gambar(hub.bagian, sisi.gambar), sisi.izin, tuple(sisi.rentang_bebas), tuple(sisi.bersyarat),
            sisi.tanpa_nol, sisi.tampil_rumus,
        )  # fmt: skip

    def _gambar(self, bagian: str, nomor: str) -> tuple[tuple[BentukGambar, ...], frozenset[str]]:
        """Shapes of the drawing that the sheet shows, and the hashes of its pictures."""
        hub = self._isi.hubungan(bagian).get(nomor)
        if hub is None or hub.jenis != "drawing" or hub.bagian is None:
            return (), frozenset()
        isi = self._isi.paket.isi(hub.bagian)
        citra = [h.bagian for h in self._isi.hubungan(hub.bagian).values() if h.jenis == "image" and h.bagian]
        sidik = (self._isi.paket.isi(satu) for satu in citra)
        bentuk = baca_gambar(isi, hub.bagian, self._catatan) if isi is not None else ()
        return bentuk, frozenset(hashlib.sha256(satu).hexdigest() for satu in sidik if satu is not None)

    def _tautan_web(self, nama: str, bagian: str, sel: dict[str, str]) -> None:
        """Hyperlinks of the sheet that leave the file, each at its cell."""
        for satu in self._isi.hubungan(bagian).values():
            kode = kode_hubungan(satu)
            if kode:
                self._catatan.catat(kode, (nama, sel.get(satu.id, "")), bagian=bagian, target=satu.target)

    def _yatim(self, dipakai: set[str]) -> None:
        """Sheet parts no sheet of the workbook means."""
        for bagian in self._isi.paket.bagian:
            if bagian.casefold() not in dipakai and self._isi.tipe(bagian) == TIPE_LEMBAR:
                self._catatan.catat("BERKAS-56", None, bagian=bagian)
