"""A package under change: parts are added or replaced, content types and relationships follow, the rest stays as is."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.potong import TAUT, Unsur, aman, anak_akhir, awalan, ke_utf8, petakan, terapkan
from kinerja_xl.read.isi import bongkar
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.paket import Hubungan, Isi
from kinerja_xl.read.utama import bagian_utama

_TIPE = "[Content_Types].xml"
_KOSONG = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_WAKTU = (1980, 1, 1, 0, 0, 0)


class PaketUbah:
    """Parts by name, in the order of the archive. Raises KinerjaError when there is no workbook in it."""

    def __init__(self, data: bytes) -> None:
        self.bagian: dict[str, bytes] = dict(bongkar(data, Catatan()).bagian)
        utama = bagian_utama(self._isi(), Catatan())
        if utama is None:
            raise KinerjaError("berkas ini bukan buku kerja")
        self.utama: str = utama

    def _isi(self) -> Isi:
        from kinerja_xl.read.isi import Paket

        return Isi(Paket(self.bagian, frozenset()), Catatan())

    def hubungan(self, bagian: str) -> dict[str, Hubungan]:
        """Relationships of a part by id."""
        return self._isi().hubungan(bagian)

    def asli(self, nama: str | None) -> str | None:
        """A part's name as spelled in the archive."""
        return next((n for n in self.bagian if nama is not None and n.casefold() == nama.casefold()), None)

    def lembar(self) -> dict[str, str]:
        """Name of every worksheet -> its part."""
        hub = self.hubungan(self.utama)
        hasil = {}
        for satu in petakan(self.teks(self.utama), 3):
            if satu.nama == "sheet" and satu.dalam == 3:
                tujuan = hub.get(satu.atribut.get(f"{TAUT} id", ""))
                bagian = self.asli(tujuan.bagian) if tujuan is not None and tujuan.jenis == "worksheet" else None
                if bagian is not None:
                    hasil[satu.atribut.get("name", "")] = bagian
        return hasil

    def teks(self, nama: str) -> bytes:
        """Bytes of an XML part in UTF-8."""
        return ke_utf8(self.bagian[nama])

    def nama_bebas(self, pola: str) -> str:
        """The first name of a pattern ("xl/comments{}.xml") that no part has."""
        ada = {nama.casefold() for nama in self.bagian}
        return next(n for ke in range(1, len(ada) + 2) if (n := pola.format(ke)).casefold() not in ada)

    def tambah(self, nama: str, isi: bytes, tipe: str) -> None:
        """A new part with its content type."""
        self.bagian[nama] = isi
        jenis = self.asli(_TIPE) or _TIPE
        xml = self.teks(jenis)
        akar = petakan(xml, 1)[0]
        baru = f'<{awalan(xml, akar)}Override PartName="/{aman(nama)}" ContentType="{tipe}"/>'
        self.bagian[jenis] = terapkan(xml, [anak_akhir(xml, akar, baru.encode())])

    def hapus(self, nama: str) -> None:
        """Take a part away, with its content type and its own relationships."""
        jenis = self.asli(_TIPE) or _TIPE
        xml = self.teks(jenis)
        cari = "/" + nama.casefold()
        buang = [u for u in petakan(xml) if u.nama == "Override" and u.atribut.get("PartName", "").casefold() == cari]
        self.bagian[jenis] = terapkan(xml, [(u.mulai, u.akhir, b"") for u in buang])
        self.bagian.pop(nama, None)
        self.bagian.pop(self._rels(nama), None)

    def hubungkan(self, asal: str, jenis: str, tujuan: str) -> str:
        """A new relationship between two parts; its id."""
        nama = self._rels(asal)
        xml = ke_utf8(self.bagian.get(nama, _KOSONG))
        semua = petakan(xml)
        ada = {u.atribut.get("Id", "") for u in semua[1:]}
        nomor = next(n for ke in range(1, len(ada) + 2) if (n := f"rIdTemuan{ke}") not in ada)
        target = posixpath.relpath("/" + tujuan, "/" + posixpath.dirname(asal))
        baru = (
            f'<{awalan(xml, semua[0])}Relationship Id="{nomor}" Type="{TAUT}/{jenis}" Target="{aman(target)}"/>'
        ).encode()
        self.bagian[nama] = terapkan(xml, [anak_akhir(xml, semua[0], baru)])
        return nomor

    def lepaskan(self, asal: str, nomor: str) -> None:
        """Take a relationship away; a list that has none left goes too."""
        nama = self._rels(asal)
        xml = self.teks(nama)
        semua = petakan(xml)
        buang: list[Unsur] = [u for u in semua[1:] if u.atribut.get("Id") == nomor]
        self.bagian[nama] = terapkan(xml, [(u.mulai, u.akhir, b"") for u in buang])
        if len(buang) == len(semua) - 1:
            del self.bagian[nama]

    def _rels(self, asal: str) -> str:
        folder, berkas = posixpath.split(asal)
        nama = posixpath.join(folder, "_rels", berkas + ".rels")
        return self.asli(nama) or nama

    def tulis(self) -> bytes:
        """The archive: same parts, same order, the same bytes every time."""
        wadah = BytesIO()
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
            for nama, isi in self.bagian.items():
                info = zipfile.ZipInfo(nama, _WAKTU)
                info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
                arsip.writestr(info, isi)
        return wadah.getvalue()
