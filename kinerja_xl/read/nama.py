"""Defined names: text as it stands, the sheet they belong to, and what in them is active content."""

from __future__ import annotations

from kinerja_xl.read import batas
from kinerja_xl.read.angka import benar, bulat_tak_negatif
from kinerja_xl.read.buku import NamaTerdefinisi
from kinerja_xl.read.lint import Peneliti
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.tautan import Tautan
from kinerja_xl.read.xml import Atribut

_MAKRO = ("xlm", "vbProcedure", "macro")
_OTOMATIS = ("auto_open", "auto_close", "auto_activate", "auto_deactivate")


class PengumpulNama:
    """Collects <definedName> elements while workbook.xml is read."""

    def __init__(self, bagian: str, catatan: Catatan) -> None:
        self._bagian = bagian
        self._catatan = catatan
        self._mentah: list[tuple[Atribut, str]] = []

    def tambah(self, atribut: Atribut, teks: str) -> None:
        """One name with its text."""
        if len(self._mentah) >= batas.NAMA.nilai:
            raise self._catatan.henti(
                batas.NAMA.kode, bagian=self._bagian, jumlah=len(self._mentah) + 1, batas=batas.NAMA.nilai
            )
        self._mentah.append((atribut, teks))

    def hasil(self, lembar: list[str], peneliti: Peneliti, tautan: Tautan) -> tuple[NamaTerdefinisi, ...]:
        """The names, each looked at once."""
        jadi, pernah = [], set()
        for atribut, teks in self._mentah:
            satu = self._satu(atribut, teks, lembar)
            if satu is None:
                continue
            kunci = (satu.nama.casefold(), satu.lembar)
            if kunci in pernah:
                self._catatan.catat("BERKAS-59", (satu.lembar or "", ""), nama=satu.nama)
            pernah.add(kunci)
            self._teliti(satu, atribut, peneliti, tautan)
            jadi.append(satu)
        return tuple(jadi)

    def _satu(self, atribut: Atribut, teks: str, lembar: list[str]) -> NamaTerdefinisi | None:
        nama, milik = atribut.get("name", ""), None
        if "localSheetId" in atribut:
            nomor = bulat_tak_negatif(atribut["localSheetId"])
            if nomor is None or nomor >= len(lembar):
                self._catatan.catat(
                    "BERKAS-54", None, bagian=self._bagian, indeks=atribut["localSheetId"], jumlah=len(lembar)
                )
                return None
            milik = lembar[nomor]
        return NamaTerdefinisi(nama, teks.removeprefix("="), milik, benar(atribut.get("hidden")))

    def _teliti(self, satu: NamaTerdefinisi, atribut: Atribut, peneliti: Peneliti, tautan: Tautan) -> None:
        kecil = satu.nama.lower().removeprefix("_xlnm.")
        if any(benar(atribut.get(k)) for k in _MAKRO) or kecil.startswith(_OTOMATIS):
            self._catatan.catat("AKTIF-09", None, bagian=f"nama {satu.nama}")
        if benar(atribut.get("function")) and not satu.rumus:
            return
        nilai = peneliti.periksa(satu.rumus)
        for kode, data in nilai.temuan:
            self._catatan.catat(kode, (satu.lembar or "nama", satu.nama), **{"bagian": "", **data})
        tautan.pakai(nilai.luar, (satu.lembar or "nama", satu.nama))
