"""An annotated copy: the office's own workbook with a comment at every cell that has a finding, and a Temuan sheet.

The copy is the package itself, edited: every part that need not change keeps its bytes, nothing is loaded and saved
again. Comments of an earlier check are taken off first, so a copy of a copy does not grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.bersihkan import bersihkan, paket_rusak
from kinerja_xl.edit.gaya_temuan import TANPA_GAYA, Gaya, pasang_gaya
from kinerja_xl.edit.komentar_sel import LembarBerkomentar, Titik, titik_dari
from kinerja_xl.edit.paket import PaketUbah
from kinerja_xl.edit.potong import TAUT, Sunting, aman, anak_akhir, awalan, petakan, terapkan
from kinerja_xl.edit.tabel_temuan import Isi, jinak, xml_lembar
from kinerja_xl.read import baca, batas
from kinerja_xl.read.paket import TIPE_LEMBAR
from kinerja_xl.verify import lembar_temuan as kata
from kinerja_xl.verify.laporan import HasilBerkas, terburuk
from kinerja_xl.verify.temuan import Temuan, cari_entri

MAKS_KOMENTAR = 500  # findings that get a comment, worst first
MAKS_SESEL = 6  # findings written out in one comment
_LAGI = {"id": "dan {n} temuan lagi di sel ini; lihat lembar {lembar}", "en": "and {n} more here; see sheet {lembar}"}
_PERBAIKAN = {"id": "Perbaikan", "en": "Fix"}
_SEBELUM_NAMA = ("sheets", "functionGroups", "externalReferences")


@dataclass(frozen=True)
class Salinan:
    """A copy. komentar: cells that got one; tanpa: findings at a cell that are in the table only."""

    isi: bytes
    komentar: int
    tanpa: int


def alasan_tanpa_salinan(hasil: HasilBerkas) -> Temuan | None:
    """The finding for which a file gets no copy: it cannot be read, or its package is not sound; None when it may."""
    if hasil.verdict == "tidak-terbaca":
        return terburuk(hasil.findings)[0]
    return paket_rusak(hasil.findings)


def salin(isi: bytes, hasil: HasilBerkas, lang: str = "id") -> Salinan:
    """The annotated copy of a workbook whose check gave `hasil`.

    Raises KinerjaError when the file is one of those without a copy, or when the copy would not be sound.
    """
    if (sebab := alasan_tanpa_salinan(hasil)) is not None:
        raise KinerjaError(f"{sebab.code}: {sebab.message}")
    paket = PaketUbah(bersihkan(isi).isi)
    lembar = paket.lembar()
    if len(lembar) >= batas.LEMBAR.nilai:
        raise KinerjaError(f"buku kerja sudah berisi {len(lembar)} lembar; lembar {kata.NAMA} tidak muat")
    temuan = terburuk(tuple(t for t in hasil.findings if t.code != "STR-90"))
    nama = _nama_lembar(paket)
    sebut = _sebutan(lembar, temuan)
    dipasang, tanpa = _komentar(paket, lembar, temuan, sebut, lang, nama)
    gaya = _gaya(paket)
    tabel = Isi(hasil, temuan, sebut, tanpa, MAKS_KOMENTAR, lang)
    _pasang_lembar(paket, nama, xml_lembar(tabel, gaya))
    jadi = paket.tulis()
    if baca(jadi).buku is None:
        raise KinerjaError("salinan yang utuh tidak dapat dibuat dari berkas ini")
    return Salinan(jadi, dipasang, tanpa)


def _sebutan(lembar: Mapping[str, str], temuan: Sequence[Temuan]) -> dict[str, str]:
    """Name of a sheet in findings (lower case) -> its name in the file; a renamed sheet is named as it should be."""
    hasil = {nama.casefold(): nama for nama in lembar}
    for satu in temuan:
        seharusnya = satu.data.get("seharusnya")
        if satu.code == "STR-09" and isinstance(seharusnya, str) and satu.sheet in lembar:
            hasil.setdefault(seharusnya.casefold(), satu.sheet)
    return hasil


def _komentar(
    paket: PaketUbah, lembar: Mapping[str, str], temuan: Sequence[Temuan], sebut: Mapping[str, str], lang: str,
    nama: str,
) -> tuple[int, int]:  # fmt: skip
    """Put the comments; how many cells have one, and how many findings at a cell have none."""
    bercel = [t for t in temuan if titik_dari(t.cell) is not None and t.sheet.casefold() in sebut]
    per_lembar: dict[str, dict[Titik, list[Temuan]]] = {}
    for satu in bercel[:MAKS_KOMENTAR]:
        titik = titik_dari(satu.cell)
        assert titik is not None
        per_lembar.setdefault(sebut[satu.sheet.casefold()], {}).setdefault(titik, []).append(satu)
    dipasang, tanpa = 0, max(0, len(bercel) - MAKS_KOMENTAR)
    for satu_lembar, isi in per_lembar.items():
        gagal = LembarBerkomentar(paket, lembar[satu_lembar]).pasang(
            {titik: teks_komentar(daftar, lang, nama) for titik, daftar in isi.items()}
        )
        dipasang += len(isi) - len(gagal)
        tanpa += sum(len(isi[t]) for t in gagal)
    return dipasang, tanpa


def teks_komentar(daftar: Sequence[Temuan], lang: str, lembar: str = kata.NAMA) -> str:
    """What stands in the comment of one cell: level, code, what is wrong and why, what to do."""
    bagian = []
    for satu in daftar[:MAKS_SESEL]:
        kepala = f"{kata.TINGKAT[lang][satu.level]} {satu.code} · {cari_entri(satu.code).teks('judul', lang)}"
        bagian.append(f"{kepala}\n{jinak(kata.pesan(satu, lang))}\n{_PERBAIKAN[lang]}: {satu.fix}")
    if len(daftar) > MAKS_SESEL:
        bagian.append(_LAGI[lang].format(n=len(daftar) - MAKS_SESEL, lembar=lembar))
    return "\n\n".join(bagian)


def _gaya(paket: PaketUbah) -> Gaya:
    hub = paket.hubungan(paket.utama).values()
    styles = next((paket.asli(h.bagian) for h in hub if h.jenis == "styles"), None)
    if styles is None:
        return TANPA_GAYA
    paket.bagian[styles], gaya = pasang_gaya(paket.teks(styles))
    return gaya


def _nama_lembar(paket: PaketUbah) -> str:
    """Temuan, or Temuan (2) when the office has a sheet of that name; any kind of sheet counts."""
    ada = {u.atribut.get("name", "").casefold() for u in petakan(paket.teks(paket.utama), 3) if u.nama == "sheet"}
    calon = [kata.NAMA, *(f"{kata.NAMA} ({n})" for n in range(2, len(ada) + 3))]
    return next(n for n in calon if n.casefold() not in ada)


def _pasang_lembar(paket: PaketUbah, nama: str, isi: bytes) -> None:
    """The sheet as the last one of the workbook, with its header row repeated on every printed page."""
    bagian = paket.nama_bebas("xl/worksheets/sheet{}.xml")
    paket.tambah(bagian, isi, TIPE_LEMBAR)
    nomor = paket.hubungkan(paket.utama, "worksheet", bagian)
    xml = paket.teks(paket.utama)
    unsur = petakan(xml, 3)
    p = awalan(xml, unsur[0])
    daftar = next(u for u in unsur if u.nama == "sheets" and u.dalam == 2)
    semua = [u for u in unsur if u.nama == "sheet" and u.dalam == 3 and daftar.mulai < u.mulai < daftar.akhir]
    id_baru = 1 + max((int(s) for u in semua if re.fullmatch(r"\d{1,9}", s := u.atribut.get("sheetId", ""))), default=0)
    baru = f'<{p}sheet xmlns:r="{TAUT}" name="{aman(nama)}" sheetId="{id_baru}" r:id="{nomor}"/>'
    judul = (
        f'<{p}definedName name="_xlnm.Print_Titles" localSheetId="{len(semua)}">'
        f"'{nama}'!${kata.BARIS_KEPALA}:${kata.BARIS_KEPALA}</{p}definedName>"
    ).encode()
    sunting: list[Sunting] = [anak_akhir(xml, daftar, baru.encode())]
    wadah = next((u for u in unsur if u.nama == "definedNames" and u.dalam == 2), None)
    if wadah is not None:
        sunting.append(anak_akhir(xml, wadah, judul))
    else:
        akhir = max(u.akhir for u in unsur if u.dalam == 2 and u.nama in _SEBELUM_NAMA)
        buka = f"<{p}definedNames>".encode()
        sunting.append((akhir, akhir, buka + judul + f"</{p}definedNames>".encode()))
    paket.bagian[paket.utama] = terapkan(xml, sunting)
