"""Comments of ours on the cells of one worksheet: added beside those of the office, and taken off again.

A cell has one comment only. Where the office wrote one, ours follows under a line in the same note; where there is a
thread, nothing is changed. Both the text (comments part) and the note (VML drawing) keep what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kinerja_xl.core.nama import alamat, kolom_angka
from kinerja_xl.edit.bentuk_vml import Kisi, blok_bebas, hapus_bentuk, tambah_bentuk, vml_baru
from kinerja_xl.edit.paket import PaketUbah
from kinerja_xl.edit.potong import TAUT, UTAMA, Sunting, Unsur, aman, anak_akhir, awalan, petakan, terapkan

PENULIS = "kinerja-xl temuan"
GARIS = "---- Temuan kinerja-xl ----"
_TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_TIPE_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SEBELUM = frozenset(
    {"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
     "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
     "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
     "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
     "smartTags", "drawing"}
)  # fmt: skip
_ALAMAT = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_KOSONG = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<comments xmlns="{UTAMA}"><authors></authors><commentList></commentList></comments>'
).encode()

Titik = tuple[int, int]


def titik_dari(alamat: str) -> Titik | None:
    """Row and column of the first cell of an address; None when it is none."""
    cocok = _ALAMAT.match(alamat)
    return (int(cocok[2]), kolom_angka(cocok[1])) if cocok else None


class LembarBerkomentar:
    """One worksheet part of a package under change."""

    def __init__(self, paket: PaketUbah, bagian: str) -> None:
        self.paket, self.bagian = paket, bagian
        hub = paket.hubungan(bagian)
        self.hub = {n: (h.jenis, asli) for n, h in hub.items() if (asli := paket.asli(h.bagian)) is not None}

    def _milik(self, jenis: str) -> str | None:
        return next((b for j, b in self.hub.values() if j == jenis), None)

    def pasang(self, teks: Mapping[Titik, str]) -> set[Titik]:
        """Put comments on cells; the cells that had to be left alone (a thread, a drawing that cannot be read)."""
        xml = self.paket.teks(self.bagian)
        unsur = petakan(xml, 2, lambda nama, a: nama in ("col", "mergeCell") or (nama == "row" and "ht" in a))
        jangkar = {t: _anjak(unsur, t) for t in teks}
        utas = self._utas()
        isi: dict[Titik, str] = {}
        for titik, satu in teks.items():
            if (ke := jangkar[titik]) not in utas:
                isi[ke] = f"{isi[ke]}\n\n{satu}" if ke in isi else satu
        if not isi:
            return set(teks)
        komentar = self._milik("comments")
        lama = self.paket.teks(komentar) if komentar else _KOSONG
        baru, ditambah = _tambah_komentar(lama, isi)
        if not self._gambar(xml, unsur, {t: isi[t] for t in ditambah}):
            return set(teks)
        if komentar:
            self.paket.bagian[komentar] = baru
        else:
            nama = self.paket.nama_bebas("xl/comments{}.xml")
            self.paket.tambah(nama, baru, _TIPE)
            self.paket.hubungkan(self.bagian, "comments", nama)
        return {t for t in teks if jangkar[t] in utas}

    def _utas(self) -> set[Titik]:
        """Cells that hold a thread of the new kind of comments."""
        hasil = set()
        for jenis, bagian in self.hub.values():
            if jenis == "threadedComment":
                hasil |= {titik_dari(u.atribut.get("ref", "")) for u in petakan(self.paket.teks(bagian))}
        return {t for t in hasil if t is not None}

    def _gambar(self, xml: bytes, unsur: list[Unsur], teks: Mapping[Titik, str]) -> bool:
        """Notes for comments that are new; False when the sheet's drawing cannot take them."""
        if not teks:
            return True
        kisi = _kisi(unsur)
        ada = next((u for u in unsur if u.nama == "legacyDrawing" and u.dalam == 2), None)
        if ada is not None:
            _, bagian = self.hub.get(ada.atribut.get(f"{TAUT} id", ""), ("", ""))
            baru = tambah_bentuk(self.paket.bagian[bagian], kisi, teks) if bagian else None
            if baru is not None:
                self.paket.bagian[bagian] = baru
            return baru is not None
        semua = [isi for nama, isi in self.paket.bagian.items() if nama.lower().endswith(".vml")]
        nama = self.paket.nama_bebas("xl/drawings/vmlDrawing{}.vml")
        isi = tambah_bentuk(vml_baru(blok_bebas(semua)), kisi, teks)
        assert isi is not None
        self.paket.tambah(nama, isi, _TIPE_VML)
        nomor = self.paket.hubungkan(self.bagian, "vmlDrawing", nama)
        akhir = max(u.akhir for u in unsur if u.dalam == 2 and u.nama in _SEBELUM)
        sisip = f'<{awalan(xml, unsur[0])}legacyDrawing xmlns:r="{TAUT}" r:id="{nomor}"/>'.encode()
        self.paket.bagian[self.bagian] = terapkan(xml, [(akhir, akhir, sisip)])
        return True

    def lepas(self) -> int:
        """Take our comments off; how many there were. What we added and is now empty goes, all else stays."""
        komentar = self._milik("comments")
        if komentar is None:
            return 0
        baru, dihapus, dipotong, sisa = _hapus_komentar(self.paket.teks(komentar))
        if not dihapus and not dipotong:
            return 0
        if sisa:
            self.paket.bagian[komentar] = baru
        else:
            self._buang("comments", komentar)
        xml = self.paket.teks(self.bagian)
        lama = next((u for u in petakan(xml) if u.nama == "legacyDrawing"), None)
        nomor = lama.atribut.get(f"{TAUT} id", "") if lama is not None else ""
        if lama is not None and nomor in self.hub:
            vml = self.hub[nomor][1]
            self.paket.bagian[vml] = hapus_bentuk(self.paket.bagian[vml], dihapus)
            if not self.paket.bagian[vml]:
                self.paket.bagian[self.bagian] = terapkan(xml, [(lama.mulai, lama.akhir, b"")])
                self._buang("vmlDrawing", vml)
        return len(dihapus) + dipotong

    def _buang(self, jenis: str, bagian: str) -> None:
        self.paket.lepaskan(self.bagian, next(n for n, isi in self.hub.items() if isi == (jenis, bagian)))
        self.paket.hapus(bagian)


def _anjak(unsur: list[Unsur], titik: Titik) -> Titik:
    """The corner of the merged range a cell lies in: only there a comment can be seen."""
    for satu in unsur:
        if satu.nama == "mergeCell":
            awal, _, akhir = satu.atribut.get("ref", "").partition(":")
            a, b = titik_dari(awal), titik_dari(akhir)
            if a and b and a[0] <= titik[0] <= b[0] and a[1] <= titik[1] <= b[1]:
                return a
    return titik


def _kisi(unsur: list[Unsur]) -> Kisi:
    kisi = Kisi()
    for satu in unsur:
        a = satu.atribut
        try:
            if satu.nama == "col":
                px = 0.0 if a.get("hidden") in ("1", "true") else float(a.get("width", "8.43")) * 7 + 5
                awal = int(a.get("min", "1"))
                kisi.lebar.update(dict.fromkeys(range(awal, min(int(a.get("max", "1")), awal + 300) + 1), max(px, 0)))
            elif satu.nama == "row":
                kisi.tinggi[int(a.get("r", "0"))] = max(float(a["ht"]) * 4 / 3, 0)
        except ValueError:
            continue  # a size that is no number: the usual size serves
    return kisi


def _tambah_komentar(xml: bytes, isi: Mapping[Titik, str]) -> tuple[bytes, set[Titik]]:
    """The comments part with ours in it, and the cells that had none before."""
    unsur = petakan(xml, 6)
    p = awalan(xml, unsur[0])
    daftar = next(u for u in unsur if u.nama == "commentList")
    penulis = next(u for u in unsur if u.nama == "authors")
    nomor = sum(u.nama == "author" for u in unsur)
    sunting: list[Sunting] = [anak_akhir(xml, penulis, f"<{p}author>{PENULIS}</{p}author>".encode())]
    ada = {titik_dari(u.atribut.get("ref", "")): u for u in unsur if u.nama == "comment"}
    baru = b""
    for titik, teks in sorted(isi.items()):
        if titik in ada:
            sunting += _ikut(xml, unsur, ada[titik], teks, p)
        else:
            buka = f'<{p}comment ref="{alamat(*titik)}" authorId="{nomor}"><{p}text>'
            baru += (buka + _larian(teks, p) + f"</{p}text></{p}comment>").encode()
    return terapkan(xml, [*sunting, anak_akhir(xml, daftar, baru)]), set(isi) - set(ada)


def _larian(teks: str, p: str) -> str:
    """The first line bold, the rest plain."""
    huruf = f'<{p}sz val="9"/><{p}rFont val="Tahoma"/>'
    awal, _, sisa = teks.partition("\n")
    t = f'{p}t xml:space="preserve"'
    hasil = f"<{p}r><{p}rPr><{p}b/>{huruf}</{p}rPr><{t}>{aman(awal)}</{p}t></{p}r>"
    return hasil + (f"<{p}r><{p}rPr>{huruf}</{p}rPr><{t}>\n{aman(sisa)}</{p}t></{p}r>" if sisa else "")


def _ikut(xml: bytes, unsur: list[Unsur], komentar: Unsur, teks: str, p: str) -> list[Sunting]:
    """Our text under the office's own, in the same comment; a bare <t> becomes a run, for runs follow."""
    badan = _badan(unsur, komentar)
    if badan is None:
        return []
    tambah = f'<{p}r><{p}t xml:space="preserve">\n{aman(GARIS)}\n{aman(teks)}</{p}t></{p}r>'.encode()
    dalam = [u for u in unsur if u.dalam == 5 and u.nama in ("t", "r") and badan.mulai < u.mulai < badan.akhir]
    sunting: list[Sunting] = []
    for satu in (u for u in dalam if u.nama == "t"):
        sunting += [(satu.mulai, satu.mulai, f"<{p}r>".encode()), (satu.akhir, satu.akhir, f"</{p}r>".encode())]
    akhir = max((u.akhir for u in dalam), default=None)
    return [*sunting, (akhir, akhir, tambah) if akhir is not None else anak_akhir(xml, badan, tambah)]


def _badan(unsur: list[Unsur], komentar: Unsur) -> Unsur | None:
    return next((u for u in unsur if u.nama == "text" and komentar.mulai < u.mulai < komentar.akhir), None)


def _hapus_komentar(xml: bytes) -> tuple[bytes, set[Titik], int, bool]:
    """The part without ours; cells whose comment went, number of comments cut short, is any comment left?"""
    unsur = petakan(xml, 6)
    penulis = [
        u for u in unsur if u.nama == "author" and xml[u.buka : u.tutup].decode("utf-8", "replace").strip() == PENULIS
    ]
    semua = [u for u in unsur if u.nama == "author"]
    nomor = {str(semua.index(u)) for u in penulis}
    buang = [u for u in unsur if u.nama == "comment" and u.atribut.get("authorId") in nomor]
    sunting: list[Sunting] = [(u.mulai, u.akhir, b"") for u in buang]
    dipotong = 0
    for satu in unsur:
        if satu.nama == "comment" and satu not in buang and GARIS.encode() in xml[satu.mulai : satu.akhir]:
            sunting.append(_tanpa_ekor(xml, unsur, satu))
            dipotong += 1
    if penulis and penulis[-1] is semua[-1]:  # only the last author can go: the others are counted
        sunting.append((penulis[-1].mulai, penulis[-1].akhir, b""))
    sel = {t for u in buang if (t := titik_dari(u.atribut.get("ref", ""))) is not None}
    sisa = sum(u.nama == "comment" for u in unsur) > len(buang)
    return terapkan(xml, sunting), sel, dipotong, sisa


def _tanpa_ekor(xml: bytes, unsur: list[Unsur], komentar: Unsur) -> Sunting:
    """A comment of the office without what we wrote under it: whole runs, or the end of a run that holds both."""
    garis = xml.index(GARIS.encode(), komentar.mulai)
    badan = _badan(unsur, komentar)
    akhir = badan.tutup if badan is not None else komentar.tutup
    run = next((u for u in unsur if u.nama == "r" and u.mulai < garis < u.akhir), None)
    teks = next(u for u in unsur if u.nama == "t" and u.mulai < garis < u.akhir)
    if run is not None and not xml[teks.buka : garis].strip():
        return run.mulai, akhir, b""
    tutup = xml[teks.tutup : (run or teks).akhir]  # the end tags that must stay
    return teks.buka + len(xml[teks.buka : garis].rstrip()), akhir, tutup
