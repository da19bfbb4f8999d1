"""The package layer: content types and relationships, with every target resolved inside the package."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from kinerja_xl.read import batas
from kinerja_xl.read.isi import Paket
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.xml import Atribut, urai

TIPE_LEMBAR = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_TIPE = "http://schemas.openxmlformats.org/package/2006/content-types "
_HUB = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"


@dataclass(frozen=True, slots=True)
class Hubungan:
    """One relationship. jenis: last word of its type; bagian: the part it means, None when outside or bad."""

    id: str
    jenis: str
    tipe: str
    target: str
    luar: bool
    bagian: str | None
    asal: str


class Isi:
    """Content types of the parts and the relationships of every part."""

    def __init__(self, paket: Paket, catatan: Catatan) -> None:
        self.paket = paket
        self._catatan = catatan
        self._bawaan: dict[str, str] = {}
        self._khusus: dict[str, str] = {}
        self._hubungan: dict[str, dict[str, Hubungan]] = {}
        self._banyak = 0
        self._baca_tipe()
        for nama in paket.bagian:
            if nama.lower().endswith(".rels"):
                self._baca_hubungan(nama)

    def tipe(self, bagian: str) -> str:
        """Content type of a part, "" when none is declared."""
        akhiran = bagian.rsplit(".", 1)[-1].casefold()
        return self._khusus.get(bagian.casefold()) or self._bawaan.get(akhiran, "")

    def hubungan(self, bagian: str) -> dict[str, Hubungan]:
        """Relationships of a part by id; "" = of the package."""
        return self._hubungan.get(bagian.casefold(), {})

    def semua(self) -> list[Hubungan]:
        """Every relationship, in archive order."""
        return [satu for isi in self._hubungan.values() for satu in isi.values()]

    def _baca_tipe(self) -> None:
        isi = self.paket.isi("[Content_Types].xml")
        if isi is None:
            return

        def mulai(nama: str, atribut: Atribut, _: int) -> None:
            if len(self._bawaan) + len(self._khusus) >= batas.JENIS_BAGIAN.nilai:
                raise self._catatan.henti(
                    batas.JENIS_BAGIAN.kode, bagian="[Content_Types].xml", batas=batas.JENIS_BAGIAN.nilai
                )
            if nama == _TIPE + "Default":
                self._bawaan[atribut.get("Extension", "").casefold()] = atribut.get("ContentType", "")
            elif nama == _TIPE + "Override":
                kunci = unquote(atribut.get("PartName", "")).lstrip("/").casefold()
                if kunci in self._khusus and self._khusus[kunci] != atribut.get("ContentType", ""):
                    self._catatan.catat("BERKAS-51", bagian=kunci, tipe="dua tipe", seharusnya="satu tipe")
                self._khusus[kunci] = atribut.get("ContentType", "")

        urai(isi, "[Content_Types].xml", self._catatan, mulai)

    def _baca_hubungan(self, nama: str) -> None:
        folder, _, berkas = nama.rpartition("_rels/")
        asal = folder + berkas[: -len(".rels")]
        daftar: dict[str, Hubungan] = {}

        def mulai(elemen: str, atribut: Atribut, _: int) -> None:
            if elemen != _HUB:
                return
            self._banyak += 1
            if self._banyak > batas.HUBUNGAN.nilai:
                raise self._catatan.henti(batas.HUBUNGAN.kode, bagian=nama, batas=batas.HUBUNGAN.nilai)
            satu = self._hubungan_dari(atribut, folder, asal, nama)
            if satu.id in daftar:
                self._catatan.catat("BERKAS-53", bagian=nama, target=satu.target)
            daftar[satu.id] = satu

        urai(self.paket.bagian[nama], nama, self._catatan, mulai)
        self._hubungan[asal.casefold()] = daftar

    def _hubungan_dari(self, atribut: Atribut, folder: str, asal: str, nama: str) -> Hubungan:
        target, tipe = atribut.get("Target", ""), atribut.get("Type", "")
        jenis, luar = tipe.rsplit("/", 1)[-1], atribut.get("TargetMode", "") == "External"
        bagian = None
        if not luar and not (jenis == "hyperlink" and target.startswith("#")):
            bagian = sasaran(folder, target)
            if bagian is None or bagian.casefold().endswith(".rels"):
                self._catatan.catat("BERKAS-52", bagian=nama, target=target)
                bagian = None
        return Hubungan(atribut.get("Id", ""), jenis, tipe, target, luar, bagian, asal)


def sasaran(folder: str, target: str) -> str | None:
    """Part name a relative target means; None when it leaves the package or is no part name."""
    target = unquote(target).split("#", 1)[0]
    if not target or "\\" in target or ":" in target or "\x00" in target or target.startswith("//"):
        return None
    ruas = [] if target.startswith("/") else [r for r in folder.split("/") if r]
    for satu in target.split("/"):
        if satu == "..":
            if not ruas:
                return None
            ruas.pop()
        elif satu not in ("", "."):
            ruas.append(satu)
    return "/".join(ruas) or None
