"""The general check: an office's own spreadsheet, without a template to hold it against.

Every formula is computed again from what it reads; patterns that go wrong in real spreadsheets are looked for; values
of known indicators are recognised. Everything is bounded (see batas) before an engine sees it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from kinerja_xl.read.buku import Buku
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.umum.batas import MAKS_SEJENIS
from kinerja_xl.verify.umum.deret import deret
from kinerja_xl.verify.umum.galat import galat
from kinerja_xl.verify.umum.hitung import PUTAR, HasilHitung, hitung_ulang
from kinerja_xl.verify.umum.isi import isi
from kinerja_xl.verify.umum.jumlah import jumlah
from kinerja_xl.verify.umum.kenal import laporkan
from kinerja_xl.verify.umum.kenal_capaian import capaian
from kinerja_xl.verify.umum.kenal_ikm import ikm
from kinerja_xl.verify.umum.kenal_ikpa import ikpa
from kinerja_xl.verify.umum.lingkaran import lingkaran
from kinerja_xl.verify.umum.literal import literal
from kinerja_xl.verify.umum.pandang import pandang

MAKS_FUNGSI = 8  # functions named


@dataclass
class HasilUmum:
    """What was found. rumus: formulas looked at here; diperiksa: those computed again."""

    temuan: list[Temuan] = field(default_factory=list)
    rumus: int = 0
    diperiksa: int = 0


def periksa_umum(buku: Buku, sudah: Collection[Titik] = (), tahun: int | None = None) -> HasilUmum:
    """Check a workbook of no template. sudah: cells with functions of the rule book, computed and told elsewhere."""
    lihat = pandang(buku)
    putar = lingkaran(lihat)
    hitung = hitung_ulang(lihat, putar.titik, sudah)
    tersendiri = {_titik(t) for t in hitung.temuan} | set(sudah)
    indeks, bobot = ikpa(lihat, tahun)
    dikenal = [*ikm(lihat), *capaian(lihat), *indeks]
    benar = {satu.titik for satu in dikenal if satu.hasil.sama_resmi}  # by the rule, though unlike its neighbours
    temuan = [
        *putar.temuan, *hitung.temuan, *galat(lihat, tersendiri),
        *(satu for satu in deret(lihat) if satu.code != "RMS-22" or _titik(satu) not in benar),
        *jumlah(lihat), *isi(lihat), *literal(lihat), *laporkan(dikenal), *bobot,
    ]  # fmt: skip
    hasil = HasilUmum(list(_ringkas(temuan)), diperiksa=hitung.diperiksa)
    hasil.rumus = sum(1 for satu in lihat.setiap() if satu.titik not in sudah) + lihat.lewat
    hasil.temuan += _tak_terperiksa(hitung, lihat.lewat)
    return hasil


def _titik(temuan: Temuan) -> Titik:
    from kinerja_xl.core.nama import kolom_angka

    huruf = temuan.cell.rstrip("0123456789")
    return (temuan.sheet, int(temuan.cell[len(huruf) :]), kolom_angka(huruf)) if huruf else ("", 0, 0)


def _ringkas(semua: list[Temuan]) -> Iterator[Temuan]:
    """At most so many of one code; the last one says how many more there are."""
    banyak = Counter(t.code for t in semua)
    lewat: Counter[str] = Counter()
    for satu in semua:
        lewat[satu.code] += 1
        if lewat[satu.code] <= MAKS_SEJENIS:
            yield satu
    for kode, n in sorted(banyak.items()):
        if n > MAKS_SEJENIS:
            yield buat("NIL-25", kode=kode, jumlah=n - MAKS_SEJENIS, ditulis=MAKS_SEJENIS)


def _tak_terperiksa(hitung: HasilHitung, lewat: int) -> Iterator[Temuan]:
    """What could not be computed, by reason: never a fault of the office."""
    for sebab, titik in sorted(hitung.tak.items(), key=lambda satu: (-len(satu[1]), satu[0])):
        if sebab == PUTAR:
            continue  # the circle itself is told
        if "fungsi" in sebab and hitung.asing:
            daftar = ", ".join(f for f, _ in hitung.asing.most_common(MAKS_FUNGSI))
            sebab = Kata(f"{sebab} ({daftar})", f"{sebab.en} ({daftar})")
        yield buat("NIL-24", titik[0], jumlah=len(titik), sebab=sebab)
    if lewat:
        yield buat(
            "NIL-24", jumlah=lewat, sebab=Kata("rumus buku ini terlalu banyak", "the workbook has too many formulas")
        )
