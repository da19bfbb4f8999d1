"""Sheets of the findings workbook: a heading that stays, a filter, widths, levels that read in grey too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja_xl.report.aman import mirip_rumus
from kinerja_xl.report.kata import BIDANG_RONDE, baris_dispensasi, baris_instansi, butir, dispensasi, judul
from kinerja_xl.report.kata import KATA as KATA_UMUM
from kinerja_xl.verify.temuan import TINGKAT, bersih

MAKS_BARIS = 1_000_000  # a sheet has 1,048,576
_MAKS_TEKS = 4000
_CETAK = 8  # columns of Temuan that go on paper; the others are for filtering
# Dark, middle and light: three levels also where the printer has no colour.
_ISI: dict[str, dict[str, Any]] = {
    "galat": {"bg_color": "#9C1C1C", "font_color": "#FFFFFF", "bold": True},
    "peringatan": {"bg_color": "#FFD166", "font_color": "#000000", "bold": True},
    "info": {"bg_color": "#FFFFFF", "font_color": "#000000"},
}
_SAMA = {
    "ditolak": "galat", "tidak-terbaca": "galat", "tidak-tercapai": "peringatan", "terlambat": "peringatan",
    "lulus-dengan-peringatan": "peringatan",
}  # fmt: skip


class Lembar:
    """A sheet with its formats."""

    def __init__(self, buku: Any, nama: str, kata: Mapping[str, Any], lang: str) -> None:
        self.kata, self.umum, self.lang, self.nama = kata, KATA_UMUM[lang], lang, nama
        self.ws = buku.add_worksheet(nama)
        dasar: dict[str, Any] = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
        self.kepala = buku.add_format({**dasar, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF"})
        self.teks = buku.add_format(dasar)
        self.kutip = buku.add_format({**dasar, "quote_prefix": True})
        self.angka = buku.add_format({**dasar, "align": "right"})
        self.bulat = buku.add_format({**dasar, "num_format": "0", "align": "right"})
        self.tautan = buku.add_format({**dasar, "font_color": "#0B5394", "underline": 1})
        self.judul = buku.add_format({"bold": True, "font_size": 14})
        self.kiri = buku.add_format({"align": "left", "bold": True})
        self.biasa = buku.add_format({"text_wrap": False})
        self.tingkat = {k: buku.add_format({**dasar, **isi}) for k, isi in _ISI.items()}

    def tabel(self, baris1: int, kepala: Sequence[str], lebar: Sequence[int], jumlah: int) -> None:
        """Heading at row baris1 (0-based), frozen and repeated on paper; a filter over `jumlah` rows."""
        ws = self.ws
        for kolom, (nama, ukuran) in enumerate(zip(kepala, lebar, strict=True)):
            ws.set_column(kolom, kolom, ukuran)
            ws.write_string(baris1, kolom, nama, self.kepala)
        ws.freeze_panes(baris1 + 1, 0)
        ws.autofilter(baris1, 0, baris1 + max(jumlah, 1), len(kepala) - 1)
        ws.repeat_rows(baris1)
        ws.set_landscape()
        ws.set_paper(9)
        ws.fit_to_pages(1, 0)
        ws.set_margins(0.4, 0.4, 0.6, 0.6)
        ws.set_footer(f"&L{self.kata['judul'].replace('&', '&&')}&R{self.kata['halaman']}")

    def isi(self, baris: int, kolom: int, nilai: Any, gaya: Any = None) -> None:
        """A value: numbers as numbers, everything else as text that stays text."""
        if nilai is None or nilai == "":
            self.ws.write_blank(baris, kolom, None, gaya or self.teks)
        elif isinstance(nilai, (int, float)) and not isinstance(nilai, bool):
            self.ws.write_number(baris, kolom, nilai, gaya or self.angka)
        else:
            teks = bersih(str(nilai), _MAKS_TEKS)
            self.ws.write_string(baris, kolom, teks, gaya or (self.kutip if mirip_rumus(teks) else self.teks))

    def keadaan(self, baris: int, kolom: int, kunci: str) -> None:
        """A verdict, level or status as a word on its colour."""
        self.isi(baris, kolom, self.umum[kunci], self.tingkat.get(_SAMA.get(kunci, kunci), self.teks))

    def kosong(self, baris: int) -> None:
        """Say that there is nothing, so that nobody looks for what was cut off."""
        self.ws.write_string(baris, 0, self.kata["tanpa"], self.biasa)


def lembar_temuan(lembar: Lembar, berkas: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """All findings, worst first, files in order; returns path -> first row (1-based)."""
    semua = [(f, t) for tingkat in TINGKAT for f in berkas for t in f["findings"] if t["level"] == tingkat]
    isi = semua[:MAKS_BARIS]
    lembar.tabel(0, lembar.kata["kepala_temuan"], (12, 11, 30, 16, 8, 60, 44, 22, 28, 30, 34), len(isi))
    mulai: dict[str, int] = {}
    for baris, (f, t) in enumerate(isi, 1):
        mulai.setdefault(f["path"], baris + 1)
        lembar.keadaan(baris, 0, t["level"])
        nilai = (t["code"], f["path"], t["sheet"], t["cell"], t["message"], t["fix"], dispensasi(t, lembar.lang),
                 f["instansi"], judul(t["code"], lembar.lang), t["rujukan"])  # fmt: skip
        for kolom, satu in enumerate(nilai, 1):
            lembar.isi(baris, kolom, satu)
    lembar.ws.print_area(0, 0, max(len(isi), 1), _CETAK - 1)
    if not isi:
        lembar.kosong(1)
    if len(semua) > len(isi):
        lembar.isi(len(isi) + 1, 0, lembar.kata["penuh"].format(n=len(semua) - len(isi)))
    return mulai


def lembar_target(lembar: Lembar, berkas: Sequence[Mapping[str, Any]]) -> None:
    """Targets of all files; the literal reading of a document follows its row."""
    isi: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = []
    for f in berkas:
        for t in f["targets"]:
            isi.append((f, t))
            if "harfiah" in t:
                isi.append((f, {**t["harfiah"], "kode": t["kode"], "nama": lembar.kata["harfiah"]}))
    isi = isi[:MAKS_BARIS]
    lembar.tabel(0, lembar.kata["kepala_target"], (32, 28, 9, 60, 14, 14, 12, 14, 20), len(isi))
    for baris, (f, t) in enumerate(isi, 1):
        nilai = (f["path"], f["instansi"], t["kode"], t["nama"], t["target"], t["realisasi"], t["capaian"],
                 t["polarisasi"])  # fmt: skip
        for kolom, satu in enumerate(nilai):
            lembar.isi(baris, kolom, satu)
        lembar.keadaan(baris, 8, t["status"])
    if not isi:
        lembar.kosong(1)


def lembar_langkah(lembar: Lembar, berkas: Sequence[Mapping[str, Any]]) -> None:
    """SOP steps of all files with their minutes."""
    isi = [(f, t) for f in berkas for t in f["langkah"]][:MAKS_BARIS]
    lembar.tabel(0, lembar.kata["kepala_langkah"], (32, 28, 7, 70, 14, 14, 14, 18), len(isi))
    for baris, (f, t) in enumerate(isi, 1):
        nilai = (f["path"], f["instansi"], t.get("no"), t.get("kegiatan"), t.get("baku_menit"), t.get("aktual_menit"),
                 t.get("selisih_menit"))  # fmt: skip
        for kolom, satu in enumerate(nilai):
            lembar.isi(baris, kolom, satu)
        lembar.keadaan(baris, 7, t["status"])
    if not isi:
        lembar.kosong(1)


def lembar_ronde(lembar: Lembar, ronde: Mapping[str, Any]) -> None:
    """Who has not sent, sent twice, late, or in another office's name; then what was received."""
    isi = [(sebut, butir(s)) for bidang, sebut in BIDANG_RONDE.items() for s in ronde.get(bidang) or []]
    for satu in baris_instansi(dict(ronde)):
        if satu["status"] == "diterima":
            putusan = lembar.umum[satu["putusan"]]
            isi.append(("diterima", f"{satu['instansi']}, {satu['jenis']}: {satu['berkas']} ({putusan})"))
    isi = isi[:MAKS_BARIS]
    lembar.tabel(0, lembar.kata["kepala_ronde"], (28, 90), len(isi))
    for baris, (sebut, siapa) in enumerate(isi, 1):
        lembar.isi(baris, 0, lembar.umum[sebut])
        lembar.isi(baris, 1, siapa)
    if not isi:
        lembar.kosong(1)


def lembar_dispensasi(lembar: Lembar, isi: Mapping[str, Any]) -> None:
    """The waivers of the report and how each fared."""
    daftar = baris_dispensasi(dict(isi), lembar.lang)
    lembar.tabel(0, lembar.kata["kepala_dispensasi"], (26, 30, 16, 60, 18, 10), len(daftar))
    for baris, satu in enumerate(daftar, 1):
        for kolom, kunci in enumerate(("nomor", "penanda_tangan", "berlaku_sampai", "alasan", "status", "temuan")):
            lembar.isi(baris, kolom, int(satu[kunci]) if kunci == "temuan" else satu[kunci])
