"""Links to other workbooks: which ones there are, and whether an add-in link only calls functions."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja_xl.read import batas
from kinerja_xl.read.masalah import Catatan, Tempat
from kinerja_xl.read.paket import Hubungan, Isi
from kinerja_xl.read.xml import TAUT, UTAMA, Atribut, urai

_PENGAYA = (".xlam", ".xla", ".xll")


@dataclass(slots=True)
class _Luar:
    """One external link part. pengaya: its target is an add-in on this computer."""

    target: str
    pengaya: bool
    acuan: Tempat | None = None


class Tautan:
    """External links by their number in formulas, [1] first."""

    def __init__(self, catatan: Catatan) -> None:
        self._catatan = catatan
        self._luar: list[_Luar] = []

    def tambah(self, bagian: str | None, isi: Isi) -> None:
        """Read one external link part, in the order the workbook lists them."""
        if len(self._luar) >= batas.TAUTAN.nilai:
            self._catatan.catat(batas.TAUTAN.kode, None, target=f"lebih dari {batas.TAUTAN.nilai} tautan")
            return
        data = isi.paket.isi(bagian) if bagian else None
        if bagian is None or data is None:
            self._luar.append(_Luar("", False))
            return
        temu: dict[str, str] = {}

        def mulai(nama: str, atribut: Atribut, dalam: int) -> None:
            if nama == UTAMA + "externalBook":
                temu["id"] = atribut.get(TAUT + "id", "")
            elif nama == UTAMA + "ddeLink":
                temu["dde"] = atribut.get("ddeService", "") + "|" + atribut.get("ddeTopic", "")
            elif nama == UTAMA + "oleLink":
                temu["ole"] = atribut.get("progId", "")

        urai(data, bagian, self._catatan, mulai)
        if "dde" in temu:
            self._catatan.catat("AKTIF-03", None, rumus=temu["dde"], bagian=bagian)
        if "ole" in temu:
            self._catatan.catat("AKTIF-11", None, bagian=bagian)
        self._catat_buku(isi.hubungan(bagian).get(temu.get("id", "")), temu)

    def _catat_buku(self, satu: Hubungan | None, temu: dict[str, str]) -> None:
        target = satu.target if satu is not None else ""
        pengaya = target.lower().endswith(_PENGAYA) and not _jauh(target)
        self._luar.append(_Luar(target, pengaya))
        if not pengaya and not {"dde", "ole"} & set(temu):
            self._catatan.catat("AKTIF-01", None, target=target)

    def pakai(self, luar: set[tuple[str, str]], tempat: Tempat) -> None:
        """A formula at this place uses these links; [0] is the workbook itself."""
        for nomor, bentuk in sorted(luar):
            if nomor == "0":
                continue
            satu = self._luar[int(nomor) - 1] if nomor and 0 < int(nomor) <= len(self._luar) else None
            if satu is not None and satu.pengaya and bentuk == "fungsi":
                continue
            if satu is not None and satu.pengaya:
                satu.acuan = tempat
            self._catatan.catat("AKTIF-01", tempat, target=satu.target if satu is not None else f"[{nomor}]")

    def tutup(self) -> None:
        """After the last formula: add-in links that only called functions are worth a remark, no more."""
        for satu in self._luar:
            if satu.pengaya and satu.acuan is None:
                self._catatan.catat("AKTIF-02", None, target=satu.target)


def _jauh(target: str) -> bool:
    """True when the target lies on a server: \\\\host, //host, file://host, http:."""
    kecil = target.lower().replace("\\", "/")
    if kecil.startswith("file:///"):
        kecil = kecil[len("file:///") :]
    return kecil.startswith("//") or "://" in kecil
