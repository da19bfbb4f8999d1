"""Layout and encoding: what a conversion tore apart or a keyboard left behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kinerja_xl.spec.manual_periksa import PILIHAN
from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan, Ukuran
from kinerja_xl.verify.temuan import Kata, Temuan

_KOTAK = re.compile(r"\(\s*[xX]?\s*\)")
_HURUF_HIAS = re.compile("[\U0001d400-\U0001d7ff\u210e]")
_BERSPASI = re.compile(r"(?<!\S)(?:\S {1,2}){4,}\S(?!\S)")
_UJUNG_RENTANG = re.compile(r"\d\s*[–—-]\Z")
_TANDA_SAJA = re.compile(r"[x×=+:/]\Z|\S+\s*=\Z", re.IGNORECASE)
_SUKU_KATA = re.compile(r"[a-z]{1,2}\Z")
_UNGKAPAN_GANDA = re.compile(r"\b(\w+\s+\w+)\s+\1\b", re.IGNORECASE)
_BUKAN_DATA = Kata("Tata letak, bukan data.", "Layout, not data.")
_BERULANG = 3


@lint("IKU-31")
def kotak_seragam(naskah: Naskah) -> Iterator[Temuan]:
    """A tick box is "( )" or "(X)", everywhere in the same form."""
    for u in naskah.ukuran:
        for bidang in PILIHAN:
            for p in u.bagian(bidang):
                if "()" in p.mentah:
                    baku = Kata("Dibaca tidak dicentang.", "Read as not ticked.")
                    yield naskah.temuan("IKU-31", u, bidang, "()", baku, baris=p.mulai)
    bentuk: dict[str, int] = {}
    for p in naskah.dokumen:
        for ada in _KOTAK.findall(p.mentah):
            bentuk[ada] = min(bentuk.get(ada, p.mulai), p.mulai)
    if len({b for b in bentuk if "x" in b.lower()}) > 1 or len({b for b in bentuk if "x" not in b.lower()}) > 1:
        baku = Kata("Ada huruf x berarti dicentang.", "A letter x means ticked.")
        yield naskah.temuan("IKU-31", None, "tata_letak", " ".join(sorted(bentuk)), baku, baris=min(bentuk.values()))


@lint("IKU-31")
def huruf_biasa(naskah: Naskah) -> Iterator[Temuan]:
    """Formulas are typed in ordinary letters, not in mathematical signs that no search finds."""
    baris = sorted(_baris_hias(p) for _, p in naskah.setiap_potongan() if _HURUF_HIAS.search(p.mentah))
    if baris:
        banyak = len(baris)
        asli = Kata(f"huruf miring matematika pada {banyak} rumus", f"mathematical letters in {banyak} formulas")
        baku = Kata("Dibaca sebagai huruf biasa.", "Read as ordinary letters.")
        yield naskah.temuan("IKU-31", None, "formula", asli, baku, baris=baris[0])


def _baris_hias(p: Potongan) -> int:
    for isi, (_, nomor) in zip(p.mentah.split("\n"), p.baris, strict=True):
        if _HURUF_HIAS.search(isi):
            return nomor
    return p.mulai


@lint("IKU-31")
def huruf_tidak_berspasi(naskah: Naskah) -> Iterator[Temuan]:
    """No word is spaced letter by letter."""
    for u, p in naskah.setiap_potongan():
        ada = _BERSPASI.search(p.mentah)
        if ada and not _HURUF_HIAS.search(p.mentah) and ada.group().replace(" ", "").isalnum():
            yield naskah.temuan("IKU-31", u, p.bidang, ada.group(), _BUKAN_DATA, baris=p.mulai)


@lint("IKU-31")
def kepala_halaman_terpisah(naskah: Naskah) -> Iterator[Temuan]:
    """Page heads and numbers do not stand between the lines of the text."""
    awal = Counter(_dua_kata(p) for p in naskah.dokumen if p.bidang == "tata_letak")
    kena = [p for p in naskah.dokumen if p.bidang == "tata_letak" and awal[_dua_kata(p)] >= _BERULANG]
    kena = [p for p in kena if not _KOTAK.search(p.mentah)]
    if kena:
        asli = Kata(f"kepala halaman '{kena[0].teks}' di {len(kena)} tempat", f"page head in {len(kena)} places")
        yield naskah.temuan("IKU-31", None, "tata_letak", asli, _BUKAN_DATA, baris=min(p.mulai for p in kena))


def _dua_kata(p: Potongan) -> str:
    return p.teks.casefold()[:10]


@lint("IKU-31")
def baris_tidak_terbelah(naskah: Naskah) -> Iterator[Temuan]:
    """No word, range, row or formula is torn over several lines; nothing is printed twice."""
    for u in naskah.ukuran:
        for p in u.potongan:
            for baris, asli in _terbelah(p):
                baku = Kata("Dibaca tersambung.", "Read as one.")
                yield naskah.temuan("IKU-31", u, p.bidang, asli, baku, baris=baris)


def _terbelah(p: Potongan) -> Iterator[tuple[int, Kata | str]]:
    baris = p.baris
    for ke, (isi, nomor) in enumerate(baris):
        sesudah = baris[ke + 1][0] if ke + 1 < len(baris) else ""
        if _SUKU_KATA.match(sesudah) and re.search(r"[^\W\d_]\Z", isi) and p.bidang in PILIHAN:
            yield nomor, f"{isi}/{sesudah}"
        if _UJUNG_RENTANG.search(isi) and sesudah:
            nomor_saja = ke and baris[ke - 1][0].isdigit()
            yield (baris[ke - 1][1] if nomor_saja else nomor), f"{isi} / {sesudah}"
    tanda = [isi for isi, _ in baris if _TANDA_SAJA.match(isi)]
    if len(tanda) >= 2 and len(baris) >= 2 * _BERULANG:
        yield p.mulai, Kata("rumus terurai satu potongan per baris", "formula torn into one fragment per line")
    if max(Counter(isi for isi, _ in baris).values()) >= _BERULANG and not tanda:
        yield p.mulai, Kata("tabel terurai satu sel per baris", "table torn into one cell per line")
    for isi, nomor in baris:
        if ganda := _UNGKAPAN_GANDA.search(isi):
            yield nomor, ganda.group()


@lint("IKU-31")
def judul_bagian_lengkap(naskah: Naskah) -> Iterator[Temuan]:
    """Every indicator has its headings "Definisi" and "Formula"."""
    for bidang in ("definisi", "formula"):
        tanpa = [u for u in naskah.ukuran if bidang not in u.asal.letak]
        if len(tanpa) * 2 >= len(naskah.ukuran):
            continue  # the manual does not say where its headings stand
        for u in tanpa:
            yield _tanpa_judul(naskah, u, bidang)


def _tanpa_judul(naskah: Naskah, u: Ukuran, bidang: str) -> Temuan:
    bagian = u.bagian(bidang)
    sebut = "Definisi" if bidang == "definisi" else "Formula"
    asli = Kata(f"judul '{sebut}' tidak ada", f"no heading '{sebut}'")
    baku = Kata("Dibaca mulai dari isinya.", "Read from its content on.")
    return naskah.temuan("IKU-31", u, bidang, asli, baku, baris=bagian[0].mulai if bagian else u.asal.baris)
