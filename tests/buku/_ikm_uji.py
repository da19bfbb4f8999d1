"""Helpers of the ikm tests: a workbook compared with LibreOffice's own results, respondents by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kinerja_xl.core.numerik import dekat
from kinerja_xl.core.sel import tulis
from kinerja_xl.read import Buku, baca
from kinerja_xl.spec.profil import Profil, berkas_contoh, muat_profil
from kinerja_xl.verify.pengenal import kenali

UNSUR = tuple(f"u{n}" for n in range(1, 10))
BARIS = 40


def profil_kecil(baris: int = BARIS) -> Profil:
    """The example kecamatan with a short table of answers (fast to lay out)."""
    return replace(muat_profil(berkas_contoh("kecamatan")), baris={"responden": baris})


def buku(berkas: Path) -> Buku:
    """A workbook read."""
    hasil = baca(berkas).buku
    assert hasil is not None
    return hasil


def nilai(berkas: Path, *nama: str) -> list[object]:
    """Stored values of named cells."""
    isi = buku(berkas)
    manifest = kenali(isi).manifest
    assert manifest is not None
    sel = {lb.nama: lb.sel for lb in isi.lembar}
    hasil = []
    for satu in nama:
        lembar, spek = manifest.sel_bernama[satu]
        ada = sel[lembar.nama].get(spek.titik)
        hasil.append(ada.nilai if ada else None)
    return hasil


def tabel(berkas: Path, nama: str, *kunci: str) -> list[tuple[object, ...]]:
    """Stored values of some columns of a table, row by row; blank texts as None."""
    isi = buku(berkas)
    manifest = kenali(isi).manifest
    assert manifest is not None
    t = manifest.tabel[nama]
    sel = next(lb.sel for lb in isi.lembar if lb.nama == t.lembar)

    def satu(b: int, k: str) -> object:
        ada = sel.get((b, t.kolom[k]))
        return None if ada is None or ada.nilai == "" else ada.nilai

    return [tuple(satu(b, k) for k in kunci) for b in range(t.baris1, t.baris2 + 1)]


def beda(asli: Path, dihitung: Path) -> list[str]:
    """Formula cells on which LibreOffice disagrees with what we stored, or finds an error."""
    kita, mereka = buku(asli), buku(dihitung)
    manifest = kenali(kita).manifest
    assert manifest is not None
    kiri, kanan = ({lb.nama: lb.sel for lb in b.lembar} for b in (kita, mereka))
    hasil = []
    for lembar, spek in manifest.setiap("rumus"):
        a, b = kiri[lembar.nama][spek.titik], kanan[lembar.nama].get(spek.titik)
        x, y = a.nilai or "", (b.nilai if b else None) or ""
        sama = dekat(x, y) if isinstance(x, (int, float)) and isinstance(y, (int, float)) else x == y
        if not sama or (b is not None and b.jenis == "e"):
            hasil.append(f"{lembar.nama}!{spek.titik}: {tulis(x)} / {tulis(y)}")
    return hasil
