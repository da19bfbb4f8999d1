"""Take the Temuan sheet and our comments off a workbook again, whoever saved it since; all else keeps its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.gaya_temuan import lepas_gaya
from kinerja_xl.edit.komentar_sel import LembarBerkomentar
from kinerja_xl.edit.paket import PaketUbah
from kinerja_xl.edit.potong import TAUT, Sunting, Unsur, petakan, terapkan
from kinerja_xl.read import baca
from kinerja_xl.verify.lembar_temuan import lembar_kita
from kinerja_xl.verify.temuan import Temuan, cari_entri, dari_masalah

_TUNJUK = ("activeTab", "firstSheet")


@dataclass(frozen=True)
class Bersih:
    """The workbook without what we added; lembar: sheets taken off; komentar: comments taken off."""

    isi: bytes
    lembar: tuple[str, ...]
    komentar: int


def bersihkan(isi: bytes) -> Bersih:
    """The same workbook without sheets and comments of an earlier check; the same bytes when it has none.

    Raises KinerjaError when it cannot be read, or its package is not sound: then a rewritten one could lose something.
    """
    terbaca = baca(isi)
    temuan = [dari_masalah(m.kode, m.tempat, {"bagian": m.alamat, **m.data}) for m in terbaca.masalah]
    if (sebab := paket_rusak(temuan)) is not None or terbaca.buku is None:
        raise KinerjaError(f"{sebab.code}: {sebab.message}" if sebab else "berkas ini tidak terbaca")
    paket = PaketUbah(isi)
    kita = tuple(lembar_kita(terbaca.buku))
    peta = paket.lembar()
    komentar = sum(LembarBerkomentar(paket, bagian).lepas() for nama, bagian in peta.items() if nama not in kita)
    for nama in kita:
        if len(paket.lembar()) > 1:
            _buang_lembar(paket, nama, peta[nama])
    if kita:
        for hub in paket.hubungan(paket.utama).values():
            if hub.jenis == "styles" and (styles := paket.asli(hub.bagian)) is not None:
                paket.bagian[styles] = lepas_gaya(paket.teks(styles))
    return Bersih(paket.tulis() if kita or komentar else isi, kita, komentar)


def paket_rusak(temuan: Iterable[Temuan]) -> Temuan | None:
    """The finding that says the package as a whole is not sound; None when each part has one meaning only."""
    berat = (t for t in temuan if t.code.startswith("BERKAS-") and cari_entri(t.code).tingkat == "galat")
    return next((t for t in berat if not t.cell), None)


def _buang_lembar(paket: PaketUbah, nama: str, bagian: str) -> None:
    """Without one sheet: its element, its names, and the numbers of the sheets after it."""
    xml = paket.teks(paket.utama)
    unsur = petakan(xml, 3)
    semua = [u for u in unsur if u.nama == "sheet" and u.dalam == 3]
    ke = next(i for i, u in enumerate(semua) if u.atribut.get("name") == nama)
    sunting: list[Sunting] = [(semua[ke].mulai, semua[ke].akhir, b"")]
    for satu in unsur:
        nomor = satu.atribut.get("localSheetId", "") if satu.nama == "definedName" else ""
        if nomor == str(ke):
            sunting.append((satu.mulai, satu.akhir, b""))
        elif nomor.isdigit() and int(nomor) > ke:
            sunting += _kurangi(xml, satu, "localSheetId")
        if satu.nama == "workbookView":
            for atribut in _TUNJUK:
                letak = satu.atribut.get(atribut, "")
                if letak.isdigit() and int(letak) >= max(ke, 1):
                    sunting += _kurangi(xml, satu, atribut)
    wadah = next((u for u in unsur if u.nama == "definedNames" and u.dalam == 2), None)
    if wadah is not None and _kosong_sesudah(unsur, wadah, sunting):
        buka = xml[wadah.mulai : wadah.buka]
        kosong = buka[:-1] + b"/>" if buka.endswith(b" >") else b""  # it was there before us, as <definedNames />
        sunting = [s for s in sunting if not wadah.mulai <= s[0] < wadah.akhir] + [(wadah.mulai, wadah.akhir, kosong)]
    paket.bagian[paket.utama] = terapkan(xml, sunting)
    hub = paket.hubungan(paket.utama)
    nomor_hub = semua[ke].atribut.get(f"{TAUT} id", "")
    if nomor_hub in hub:
        paket.lepaskan(paket.utama, nomor_hub)
    for satu_hub in paket.hubungan(bagian).values():
        anak = paket.asli(satu_hub.bagian)
        if anak is not None and satu_hub.jenis in ("comments", "vmlDrawing", "drawing", "printerSettings"):
            paket.hapus(anak)
    paket.hapus(bagian)


def _kurangi(xml: bytes, unsur: Unsur, atribut: str) -> list[Sunting]:
    """One less in a numeric attribute of a start tag."""
    kunci = f" {atribut}=".encode()
    awal = xml.find(kunci, unsur.mulai, unsur.buka)
    if awal < 0:
        return []
    awal += len(kunci) + 1
    akhir = xml.index(xml[awal - 1 : awal], awal)
    return [(awal, akhir, str(int(xml[awal:akhir]) - 1).encode())]


def _kosong_sesudah(unsur: list[Unsur], wadah: Unsur, sunting: list[Sunting]) -> bool:
    anak = [u for u in unsur if u.nama == "definedName" and wadah.mulai < u.mulai < wadah.akhir]
    buang = {s[0] for s in sunting if not s[2]}
    return all(u.mulai in buang for u in anak)
