"""The flow chart of an SOP form: the signs the data asks for, in the cells they belong to, joined by its lines.

Only what every program keeps is compared: form of a sign, its cell, number of lines. How exactly a line runs and which
shapes it is glued to differs after another program saved the file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja_xl.read.buku import Lembar
from kinerja_xl.spec.manifest import LembarM
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

RUPA = {
    "mulai": "flowChartTerminator",
    "proses": "flowChartProcess",
    "keputusan": "flowChartDecision",
    "halaman": "flowChartOffpageConnector",
}
_SEBUT = {
    "flowChartTerminator": Kata("kapsul (mulai/selesai)", "capsule (start/end)"),
    "flowChartProcess": Kata("kotak (proses)", "box (process)"),
    "flowChartDecision": Kata("belah ketupat (keputusan)", "diamond (decision)"),
    "flowChartOffpageConnector": Kata("segilima (penghubung halaman)", "five-sided sign (off-page)"),
}
_GARIS = Kata("ruas anak panah", "arrow legs")


@periksa("STR", 19)
def bagan_alir(kasus: Kasus) -> Iterator[Temuan]:
    """Signs and lines of every flow chart are as the data has them."""
    for m in kasus.manifest.lembar:
        if m.bentuk and kasus.utuh(m.nama):
            yield from _satu(m, kasus.lembar[m.nama])


def _satu(m: LembarM, lembar: Lembar) -> Iterator[Temuan]:
    harus = Counter((b.awal[2], b.awal[0], RUPA[b.rupa]) for b in m.bentuk if b.rupa in RUPA)
    ada = Counter((b.baris, b.kolom, b.rupa) for b in lembar.gambar if b.rupa in _SEBUT and not b.garis)
    if not ada:
        yield buat("STR-30", lembar=m.nama, jumlah=sum(harus.values()))
        return
    for baris, kolom, rupa in sorted(harus.keys() | ada.keys()):
        satu = (baris, kolom, rupa)
        if harus[satu] != ada[satu]:
            yield buat("STR-31", (m.nama, baris, kolom), apa=_SEBUT[rupa], ada=ada[satu], seharusnya=harus[satu])
    garis = sum(b.garis for b in lembar.gambar)
    if garis != len(m.garis):
        yield buat("STR-31", lembar=m.nama, apa=_GARIS, ada=garis, seharusnya=len(m.garis))
