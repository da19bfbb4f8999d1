"""Where a template's rows and columns stand in a workbook that people worked in: inserted, deleted, moved.

Fixed texts are the landmarks. The defined names are not needed, so that a form that lost them can be read too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja_xl.read.buku import Lembar
from kinerja_xl.spec.manifest import LembarM, Nilai, Sel, TabelM
from kinerja_xl.verify.kasus import sama_label

_CALON = 40  # nearest places looked at for a row that is not where it was
_TEGAS = 2  # so many following rows must agree before a shift is believed


@dataclass(frozen=True)
class Peta:
    """Template row -> row of the sheet, template column -> column of the sheet. A deleted row is absent."""

    baris: Mapping[int, int]
    kolom: Mapping[int, int]
    geser: bool  # is anything elsewhere than in the template?

    def titik(self, baris: int, kolom: int) -> tuple[int, int] | None:
        """Place in the sheet of a template cell."""
        b, k = self.baris.get(baris), self.kolom.get(kolom)
        return (b, k) if b is not None and k is not None else None


def petakan(m: LembarM, lembar: Lembar, tabel: Sequence[TabelM]) -> Peta:
    """Align a sheet with its template. tabel: the tables that stand on it."""
    kolom = _kolom(m, lembar)
    penyusur = _Penyusur(m, lembar, kolom)
    baris = penyusur.susuri()
    for satu in tabel:
        _urutkan_kembali(satu, m, lembar, kolom, baris)
    return Peta(baris, kolom, any(a != b for a, b in (*baris.items(), *kolom.items())))


def _label(m: LembarM) -> dict[int, list[Sel]]:
    hasil: dict[int, list[Sel]] = defaultdict(list)
    for sel in m.sel:
        if sel.peran == "label" and sel.nilai not in (None, ""):
            hasil[sel.baris].append(sel)
    return hasil


class _Penyusur:
    """Walks down the template's rows beside the rows of the sheet."""

    def __init__(self, m: LembarM, lembar: Lembar, kolom: Mapping[int, int]) -> None:
        self.label, self.lembar, self.kolom = _label(m), lembar, kolom
        self.akhir = max((s.baris for s in m.sel), default=0)
        self.berlabel = sorted(self.label)
        self.indeks: dict[tuple[int, Nilai], list[int]] = defaultdict(list)
        for (b, k), sel in sorted(lembar.sel.items()):
            if sel.rumus is None and sel.nilai is not None:
                self.indeks[k, rapi(sel.nilai)].append(b)

    def susuri(self) -> dict[int, int]:
        """Template row -> sheet row."""
        peta: dict[int, int] = {}
        geser, i = 0, 1
        while i <= self.akhir:
            if i in self.label and not self._cocok(i, i + geser):
                baru, lompat = self._cari(i, geser, max(peta.values(), default=0))
                if lompat:
                    i, geser = i + lompat, geser - lompat
                    continue
                geser = baru
            peta[i] = i + geser
            i += 1
        return peta

    def _cocok(self, i: int, j: int) -> bool:
        label = self.label[i]
        sama = sum(sama_label(s, self.lembar.sel.get((j, self.kolom.get(s.kolom, 0)))) for s in label)
        return sama * 2 >= len(label) and sama > 0

    def _yakin(self, i: int, geser: int) -> bool:
        """Do row i and the labelled rows after it agree at this shift?"""
        ke = [b for b in self.berlabel if b >= i][: _TEGAS + 1]
        return all(self._cocok(b, b + geser) for b in ke)

    def _cari(self, i: int, geser: int, sesudah: int) -> tuple[int, int]:
        """The new shift of row i, or how many template rows are missing here; (geser, 0) when nothing fits."""
        calon: set[int] = set()
        for s in self.label[i][:4]:
            calon.update(self.indeks.get((self.kolom.get(s.kolom, 0), rapi(s.nilai)), ()))
        dekat = sorted((j for j in calon if j > sesudah), key=lambda j: abs(j - i - geser))[:_CALON]
        for j in dekat:
            if self._yakin(i, j - i):
                return j - i, 0
        for lompat in range(1, _CALON):
            ada = i + lompat in self.label and self._cocok(i + lompat, i + geser)
            if ada and self._yakin(i + lompat, geser - lompat):
                return geser, lompat
        return geser, 0


def _kolom(m: LembarM, lembar: Lembar) -> dict[int, int]:
    """Template column -> sheet column: where the fixed texts of a column are found again."""
    label: dict[int, set[Nilai]] = defaultdict(set)
    for sel in m.sel:
        label[sel.kolom].update([rapi(sel.nilai)] if sel.peran == "label" and sel.nilai not in (None, "") else [])
    ada: dict[int, set[Nilai]] = defaultdict(set)
    for (_, k), satu in lembar.sel.items():
        if satu.rumus is None and satu.nilai is not None:
            ada[k].add(rapi(satu.nilai))
    peta, geser = {}, 0
    for k in sorted(label):
        if label[k] and not _sebagian(label[k], ada.get(k + geser, set())):
            lain = [g for g in (1, 2, 3, 4, -1, -2, -3, -4) if _sebagian(label[k], ada.get(k + geser + g, set()))]
            geser += lain[0] if lain else 0
        peta[k] = k + geser
    return peta


def _sebagian(label: set[Nilai], ada: set[Nilai]) -> bool:
    return 2 * len(label & ada) >= len(label)


def rapi(nilai: Nilai) -> Nilai:
    """One spelling for contents that are compared: single spaces, numbers as float."""
    if isinstance(nilai, str):
        return " ".join(nilai.split())
    return float(nilai) if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) else nilai


def kunci_tetap(tabel: TabelM, m: LembarM) -> tuple[str, ...]:
    """Keys of the columns whose fixed texts tell the records of a table apart (a running number does not)."""
    hasil = []
    for kunci, kolom in tabel.kolom.items():
        isi = [m.peta.get((b, kolom)) for b in range(tabel.baris1, tabel.baris2 + 1)]
        tetap = [s.nilai for s in isi if s is not None and s.peran == "label" and s.nilai not in (None, "")]
        if (
            len(tetap) == len(isi)
            and (len(isi) == 1 or len(set(tetap)) > 1)
            and any(n != i for i, n in enumerate(tetap, 1))
        ):
            hasil.append(kunci)
    return tuple(hasil)


def tanda_rekaman(tabel: TabelM, m: LembarM, kunci: Sequence[str], baris: int) -> tuple[Nilai, ...]:
    """The fixed texts of one record in these columns."""
    return tuple(rapi(m.peta[baris, tabel.kolom[k]].nilai) for k in kunci)


def _urutkan_kembali(
    tabel: TabelM, m: LembarM, lembar: Lembar, kolom: Mapping[int, int], baris: dict[int, int]
) -> None:
    """A table that was sorted with its fixed columns: each record keeps its own row of the sheet."""
    kunci = kunci_tetap(tabel, m)
    badan = [b for b in range(tabel.baris1, tabel.baris2 + 1) if b in baris]
    if not kunci or len(badan) < 2:
        return
    harus = {b: tanda_rekaman(tabel, m, kunci, b) for b in badan}
    ada = {baris[b]: _isi_baris(tabel, lembar, kolom, kunci, baris[b]) for b in badan}
    if list(harus.values()) == list(ada.values()) or sorted(map(str, harus.values())) != sorted(map(str, ada.values())):
        return
    tempat: dict[tuple[Nilai, ...], list[int]] = defaultdict(list)
    for j, tanda in sorted(ada.items()):
        tempat[tanda].append(j)
    for b in badan:
        baris[b] = tempat[harus[b]].pop(0)


def _isi_baris(
    tabel: TabelM, lembar: Lembar, kolom: Mapping[int, int], kunci: Sequence[str], j: int
) -> tuple[Nilai, ...]:
    def isi() -> Iterator[Nilai]:
        for satu in kunci:
            sel = lembar.sel.get((j, kolom.get(tabel.kolom[satu], 0)))
            yield rapi(sel.nilai) if sel is not None else None

    return tuple(isi())
