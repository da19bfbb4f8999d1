"""The Temuan sheet of an annotated copy: verdict on top, then every finding with a link to its cell; made to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kinerja_xl.edit.gaya_temuan import Gaya
from kinerja_xl.edit.potong import UTAMA, aman
from kinerja_xl.verify import lembar_temuan as kata
from kinerja_xl.verify.laporan import HasilBerkas
from kinerja_xl.verify.temuan import Temuan, tempat_teks

MAKS_BARIS = 20_000  # rows of the table: more than anyone reads, less than a sheet holds links
MAKS_TEKS = 2_000
_LEBAR = (13, 11, 24, 62, 52, 26)
_TERPOTONG = {
    "id": "dan {n} temuan lagi; daftar lengkap: kinerja verify BERKAS --json DAFTAR.json",
    "en": "and {n} more findings; the whole list: kinerja verify FILE --json LIST.json",
}
_TANPA_KOMENTAR = {
    "id": "{n} temuan hanya ada di tabel ini: komentar dipasang untuk {maks} temuan terberat, dan sel yang punya utas "
    "komentar kantor tidak diubah.",
    "en": "{n} findings are in this table only: comments are set for the {maks} worst, and a cell with a thread of "
    "the office is left as it is.",
}
_SIDIK = {"id": "sidik SHA-256", "en": "SHA-256"}
_JUMLAH = {
    "id": "{galat} galat, {peringatan} peringatan, {info} info",
    "en": "{galat} errors, {peringatan} warnings, {info} info",
}


@dataclass(frozen=True)
class Isi:
    """What the sheet shows. tautan: findings' sheet name -> name of that sheet in the file; tanpa: without comment."""

    hasil: HasilBerkas
    temuan: Sequence[Temuan]
    tautan: Mapping[str, str]
    tanpa: int
    maks_komentar: int
    lang: str = "id"


def xml_lembar(isi: Isi, gaya: Gaya) -> bytes:
    """The worksheet part. Every text is an inline string: a text never becomes a formula."""
    baris = [*_atas(isi, gaya)]
    tautan: list[str] = []
    nomor = kata.BARIS_KEPALA
    for satu in isi.temuan[:MAKS_BARIS]:
        nomor += 1
        baris.append(_baris(nomor, _kolom(satu, isi.lang), (satu.level, "teks", _rupa(satu, isi), *["teks"] * 3), gaya))
        if (sasaran := _sasaran(satu, isi)) is not None:
            tautan.append(f'<hyperlink ref="C{nomor}" location="{aman(sasaran)}" display="{aman(sasaran)}"/>')
    akhir = list(_bawah(isi))
    for ke, teks in enumerate(akhir, nomor + 1):
        baris.append(_baris(ke, (teks,), ("ket",), gaya))
    gabung = [f"A{b}:F{b}" for b in (1, 2, 3, 4, *range(nomor + 1, nomor + 1 + len(akhir)))]
    return _rangka(baris, gabung, tautan, nomor + len(akhir)).encode()


def _rangka(baris: Iterable[str], gabung: list[str], tautan: list[str], akhir: int) -> str:
    kolom = "".join(f'<col min="{k}" max="{k}" width="{lebar}" customWidth="1"/>' for k, lebar in enumerate(_LEBAR, 1))
    merge = "".join(f'<mergeCell ref="{g}"/>' for g in gabung)
    atas = kata.BARIS_KEPALA
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{UTAMA}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:F{akhir}"/><sheetViews><sheetView showGridLines="0" workbookViewId="0">'
        f'<pane ySplit="{atas}" topLeftCell="A{atas + 1}" activePane="bottomLeft" state="frozen"/></sheetView>'
        f'</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{kolom}</cols><sheetData>{"".join(baris)}'
        '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
        f'<mergeCells count="{len(gabung)}">{merge}</mergeCells>'
        + (f"<hyperlinks>{''.join(tautan)}</hyperlinks>" if tautan else "")
        + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;L&amp;8&amp;F&amp;R&amp;8&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _atas(isi: Isi, gaya: Gaya) -> Iterable[str]:
    hasil, lang = isi.hasil, isi.lang
    jumlah = {t: sum(satu.level == t for satu in isi.temuan) for t in ("galat", "peringatan", "info")}
    putusan = f"{kata.PUTUSAN[lang][hasil.verdict]}: {_JUMLAH[lang].format(**jumlah)}"
    berkas = " · ".join(
        str(b) for b in (hasil.path, hasil.template, hasil.tahun, hasil.instansi, f"{_SIDIK[lang]} {hasil.sha256}") if b
    )
    rupa_putusan = {"ditolak": "galat", "lulus-dengan-peringatan": "peringatan"}.get(hasil.verdict, "putusan")
    yield _baris(1, (kata.JUDUL[lang],), ("judul",), gaya, 24)
    yield _baris(2, (putusan,), (rupa_putusan,), gaya, 20)
    yield _baris(3, (berkas,), ("ket",), gaya, 15 * (1 + len(berkas) // 160))
    yield _baris(4, (kata.PETUNJUK[lang],), ("ket",), gaya, 30)
    yield _baris(kata.BARIS_KEPALA, kata.KEPALA[lang], ("kepala",) * len(kata.KEPALA[lang]), gaya, 18)


def _bawah(isi: Isi) -> Iterable[str]:
    if not isi.temuan:
        yield kata.TANPA_TEMUAN[isi.lang]
    if len(isi.temuan) > MAKS_BARIS:
        yield _TERPOTONG[isi.lang].format(n=len(isi.temuan) - MAKS_BARIS)
    if isi.tanpa:
        yield _TANPA_KOMENTAR[isi.lang].format(n=isi.tanpa, maks=isi.maks_komentar)


def _kolom(satu: Temuan, lang: str) -> tuple[str, ...]:
    tingkat = kata.TINGKAT[lang][satu.level]
    return (
        tingkat,
        satu.code,
        tempat_teks(satu, lang),
        kata.pesan(satu, lang),
        satu.fix,
        f"kinerja explain {satu.code}",
    )


def _sasaran(satu: Temuan, isi: Isi) -> str | None:
    """Where a click leads: the cell, or the top of the sheet; None when the file has no such sheet."""
    lembar = isi.tautan.get(satu.sheet.casefold())
    if not lembar:
        return None
    return "'" + lembar.replace("'", "''") + "'!" + (satu.cell or "A1")


def _rupa(satu: Temuan, isi: Isi) -> str:
    return "teks" if _sasaran(satu, isi) is None else "tautan"


def _baris(nomor: int, teks: Sequence[str], rupa: Sequence[str], gaya: Gaya, tinggi: float | None = None) -> str:
    ht = f' ht="{tinggi}" customHeight="1"' if tinggi else ""
    sel = "".join(
        f'<c r="{"ABCDEF"[k]}{nomor}" s="{gaya[r]}" t="inlineStr"><is><t xml:space="preserve">{aman(jinak(t))}</t></is>'
        "</c>"
        for k, (t, r) in enumerate(zip(teks, rupa, strict=True))
    )
    return f'<row r="{nomor}"{ht}>{sel}</row>'


def jinak(teks: str) -> str:
    """Text that no program takes for a formula, also after copying it elsewhere."""
    pendek = teks if len(teks) <= MAKS_TEKS else teks[: MAKS_TEKS - 1] + "…"
    return "'" + pendek if pendek[:1] in ("=", "+", "-", "@", "\t", "\r") else pendek
