"""Drawings over the cells: a box, picture or chart that the template does not have can cover a figure with another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja_xl.core.nama import rentang
from kinerja_xl.read.buku import BentukGambar, Lembar
from kinerja_xl.spec.manifest import LembarM
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.checks.bagan_alir import RUPA
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_APA = {
    "sp": Kata("kotak atau kotak teks", "a shape or text box"),
    "cxnSp": Kata("garis", "a line"),
    "pic": Kata("gambar", "a picture"),
    "graphicFrame": Kata("grafik", "a chart"),
    "contentPart": Kata("coretan pena", "pen strokes"),
}


@periksa("STR", 26)
def tanpa_gambar_lain(kasus: Kasus) -> Iterator[Temuan]:
    """Nothing is drawn over a sheet besides the template's flow chart and charts; its charts are there."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama) or m.keadaan != "visible":
            continue
        lembar = kasus.lembar[m.nama]
        for satu in _lebih(m, lembar):
            b2, k2 = max(satu.sampai[0], satu.baris), max(satu.sampai[1], satu.kolom)
            daerah = rentang(satu.baris, satu.kolom, b2, k2)
            yield buat("STR-46", (m.nama, satu.baris, satu.kolom), apa=_APA[satu.jenis], daerah=daerah)
        ada = sum(g.jenis == "graphicFrame" for g in lembar.gambar)
        if ada < len(m.grafik):
            yield buat("STR-54", lembar=m.nama, ada=ada, seharusnya=len(m.grafik))


def _lebih(m: LembarM, lembar: Lembar) -> Iterator[BentukGambar]:
    """Drawings beyond the template's; flow chart signs and lines have a check of their own."""
    kata = Counter((b.awal[2], b.awal[0]) for b in m.bentuk if b.rupa not in RUPA)
    grafik = len(m.grafik)
    for satu in lembar.gambar:
        if m.bentuk and (satu.jenis == "cxnSp" or satu.rupa in RUPA.values()):
            continue
        if satu.jenis == "graphicFrame" and grafik:
            grafik -= 1
        elif kata[satu.baris, satu.kolom]:
            kata[satu.baris, satu.kolom] -= 1
        else:
            yield satu
