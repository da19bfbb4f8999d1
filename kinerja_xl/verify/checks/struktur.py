"""Sheets, fixed texts, cells outside the template: what the workbook is made of."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.core.nama import kolom_huruf, rentang
from kinerja_xl.read.buku import Lembar
from kinerja_xl.spec.manifest import LembarM, Nilai, Sel, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.huruf import huruf_beda
from kinerja_xl.verify.kasus import Kasus, sama_isi
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_GABUNG = Kata("digabung", "merged")
_PISAH = Kata("tidak digabung", "not merged")


@periksa("STR", 10)
def lembar_lengkap(kasus: Kasus) -> Iterator[Temuan]:
    """Every sheet of the template is there under its own name, and none besides."""
    for nama in kasus.hilang:
        rusak = any(satu.nama.lower() == nama.lower() for satu in kasus.buku.lembar)
        yield buat("STR-57", lembar=nama) if rusak else buat("STR-07", lembar=nama)
    for seharusnya, ada in kasus.ganti_nama.items():
        yield buat("STR-09", lembar=ada.nama, seharusnya=seharusnya)
    dikenal = {satu.nama for satu in kasus.lembar.values()}
    for satu in kasus.buku.lembar:
        if satu.terbaca and satu.nama not in dikenal:
            yield buat("STR-08", lembar=satu.nama)


@periksa("STR", 11)
def urutan_lembar(kasus: Kasus) -> Iterator[Temuan]:
    """Sheets stand in the template's order; one moved sheet gives one finding."""
    ada = {satu.nama: n for n, satu in enumerate(kasus.buku.lembar)}
    seharusnya = [m.nama for m in kasus.manifest.lembar if m.nama in kasus.lembar]
    kini = sorted(seharusnya, key=lambda nama: ada[kasus.lembar[nama].nama])
    tetap = _urut_terpanjang([seharusnya.index(nama) for nama in kini])
    for urutan, nama in enumerate(kini, 1):
        if seharusnya.index(nama) not in tetap:
            yield buat("STR-10", lembar=nama, urutan=urutan, seharusnya=seharusnya.index(nama) + 1)


def _urut_terpanjang(angka: list[int]) -> set[int]:
    """The longest rising subsequence: those sheets did not move."""
    terbaik: list[list[int]] = []
    for satu in angka:
        terbaik.append([*_terpanjang([b for b in terbaik if b[-1] < satu]), satu])
    return set(_terpanjang(terbaik))


def _terpanjang(deret: list[list[int]]) -> list[int]:
    return max(deret, key=len) if deret else []


@periksa("STR", 12)
def lembar_terlihat(kasus: Kasus) -> Iterator[Temuan]:
    """A visible sheet of the template is not hidden (how deep a hidden one hides is of no matter)."""
    for m in kasus.manifest.lembar:
        lembar = kasus.lembar.get(m.nama)
        if lembar and m.keadaan == "visible" and lembar.keadaan != "visible":
            yield buat("STR-11", lembar=m.nama)


@periksa("STR", 13)
def sistem_tanggal(kasus: Kasus) -> Iterator[Temuan]:
    """The workbook counts its days from 1900."""
    if kasus.buku.date1904:
        yield buat("STR-25")


@periksa("STR", 14)
def tata_letak(kasus: Kasus) -> Iterator[Temuan]:
    """Fixed texts stand where they belong; a shifted sheet is told once."""
    for nama, (baris, kolom, jumlah) in kasus.bergeser.items():
        huruf = kolom_huruf(kolom) if kolom else ""
        mulai = Kata(f"kolom {huruf}", f"column {huruf}") if kolom else Kata(f"baris {baris}", f"row {baris}")
        yield buat("STR-24", lembar=nama, mulai=mulai, baris=baris, kolom=huruf, jumlah=jumlah)


@periksa("STR", 15)
def teks_tetap(kasus: Kasus) -> Iterator[Temuan]:
    """Fixed texts and numbers are as the template has them."""
    for titik, sel, ada in kasus.setiap("label"):
        if ada is not None and ada.rumus is not None:
            yield buat("RMS-05", titik, sel.nama, ada=f"={ada.rumus}", seharusnya=sel.nilai)
        elif not sama_isi(sel.nilai, ada.nilai if ada else None):
            yield _teks_lain(titik, sel, ada.nilai if ada else None)


def _teks_lain(titik: Titik, sel: Sel, ada: Nilai) -> Temuan:
    if isinstance(ada, str) and isinstance(sel.nilai, str) and (huruf := huruf_beda(ada, sel.nilai)):
        return buat("STR-55", titik, sel.nama, seharusnya=sel.nilai, huruf=huruf)
    kode = "STR-13" if sel.nilai is None else "STR-12"
    return buat(kode, titik, sel.nama, ada=ada, seharusnya=sel.nilai)


@periksa("STR", 16)
def tanpa_isi_liar(kasus: Kasus) -> Iterator[Temuan]:
    """No value and no formula stands where the template has nothing."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama):
            continue
        for titik, sel in sorted(kasus.lembar[m.nama].sel.items()):
            if titik in m.peta or (sel.rumus is None and (sel.nilai is None or sel.nilai == "")):
                continue
            if sel.rumus is not None:
                yield buat("RMS-06", (m.nama, *titik), ada=f"={sel.rumus}")
            else:
                yield buat("STR-13", (m.nama, *titik), ada=sel.nilai, seharusnya=None)


@periksa("STR", 17)
def penggabungan(kasus: Kasus) -> Iterator[Temuan]:
    """Cells are merged as in the template."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama):
            continue
        ada, harus = set(kasus.lembar[m.nama].gabungan), set(m.gabungan)
        for daerah in sorted(ada ^ harus):
            lebih = daerah in ada
            yield buat(
                "STR-16", (m.nama, daerah[0], daerah[1]), daerah=rentang(*daerah),
                ada=_GABUNG if lebih else _PISAH, seharusnya=_PISAH if lebih else _GABUNG,
            )  # fmt: skip


@periksa("STR", 18)
def baris_kolom_terlihat(kasus: Kasus) -> Iterator[Temuan]:
    """No row and no column of the form is hidden."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama) or m.keadaan != "visible":
            continue
        lembar = kasus.lembar[m.nama]
        for baris in _terpakai(m, lembar, 0):
            yield buat("STR-17", lembar=m.nama, baris=baris)
        for kolom in _terpakai(m, lembar, 1):
            yield buat("STR-18", lembar=m.nama, kolom=kolom_huruf(kolom))


def _terpakai(m: LembarM, lembar: Lembar, sumbu: int) -> list[int]:
    """Hidden rows (0) or columns (1) that hold cells of the template."""
    tersembunyi = lembar.kolom_tersembunyi if sumbu else lembar.baris_tersembunyi
    isi = {titik[sumbu] for titik in m.peta}
    if not sumbu and lembar.baris_lain_tersembunyi:
        tersembunyi = tersembunyi | (isi - {titik[0] for titik in lembar.sel})
    return sorted(tersembunyi & isi)
