"""Differences that are no fault of the file: its inputs are errors, or our engines do not agree with each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import Nilai, Sel, Titik
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import sama_nilai

CONTOH = 60  # so many differences are put before the second engine first; the rest only when one of them is in doubt
Pasangan = tuple[Titik, Sel, SelBuku]
Hitung = Callable[[Collection[Titik]], Mapping[Titik, Nilai]]


def karena_isian(kasus: Kasus, beda: Sequence[Pasangan]) -> set[Titik]:
    """Cells that rest on an input which is an error value: the input is reported, not they."""
    rusak = {t for t, _, ada in kasus.setiap("isian") if ada is not None and ada.jenis == "e"}
    if not rusak or kasus.pendahulu is None:
        return set()
    return {t for t, _, _ in beda if rusak & set(kasus.pendahulu(t))}


def karena_mesin(kasus: Kasus, beda: Sequence[Pasangan]) -> set[Titik]:
    """Cells about which the engines disagree. Nobody is blamed for what only one of them says."""
    sisa = [satu for satu in beda if satu[2].nilai is not None]
    if not sisa or kasus.hitung_lain is None:
        return set()
    langkah = -(-len(sisa) // CONTOH)
    ragu = _berselisih(kasus, sisa[::langkah])
    return ragu if langkah == 1 or not ragu else _berselisih(kasus, sisa)


def _berselisih(kasus: Kasus, sisa: Sequence[Pasangan]) -> set[Titik]:
    pertama = kasus.hasil or {}
    kedua = _tanya(kasus.hitung_lain, [t for t, _, _ in sisa])
    ragu = {t for t in kedua if not sama_nilai(pertama.get(t), kedua[t])}
    asing = [t for t, _, ada in sisa if t in ragu and not sama_nilai(ada.nilai, kedua[t])]
    ketiga = _tanya(kasus.hitung_ketiga, asing)  # all three differ: a third engine may side with the first
    return ragu - {t for t in ketiga if sama_nilai(pertama.get(t), ketiga[t])}


def _tanya(mesin: Hitung | None, titik: Sequence[Titik]) -> Mapping[Titik, Nilai]:
    """What another engine says; nothing where it cannot say."""
    if mesin is None or not titik:
        return {}
    try:
        return mesin(titik)
    except KinerjaError:
        return {}
