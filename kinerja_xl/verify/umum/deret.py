"""Rows and columns of like formulas: a number typed over one of them, a formula that differs from its neighbours.

Two cells are alike when their formulas have one key. A finding needs like neighbours on both sides (or, at the lower
end, a neighbouring column that goes on); totals and rows of another kind throughout are no mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja_xl.core.nama import alamat
from kinerja_xl.read.buku import Lembar, Sel
from kinerja_xl.read.rumus import RumusInduk
from kinerja_xl.verify.temuan import Temuan, buat
from kinerja_xl.verify.umum.pandang import Pandang, Petak, Rumus

PALING_SEDIKIT = 3  # like formulas around a cell that make it the odd one out
JANGKAUAN = 12  # cells looked at on each side
_RINGKAS = frozenset(["SUM", "SUBTOTAL", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "AGGREGATE", "MEDIAN", "PRODUCT"])
ARAH = ((1, 0), (0, 1))


def deret(pandang: Pandang) -> Iterator[Temuan]:
    """Findings of every sheet, each cell once."""
    for lembar, rumus in pandang.lembar():
        ada: set[Petak] = set()
        for titik in _calon(lembar, rumus):
            for arah in ARAH:
                satu = _satu(lembar, rumus, titik, arah)
                if satu is not None and titik not in ada:
                    ada.add(titik)
                    yield satu


def _calon(lembar: Lembar, rumus: Mapping[Petak, Rumus]) -> list[Petak]:
    """Cells beside a formula that are a number or another formula, in order."""
    calon = set()
    for b, k in rumus:
        for titik in ((b + 1, k), (b, k + 1)):
            if titik in rumus or _angka(lembar.sel.get(titik)):
                calon.add(titik)
    return sorted(calon)


def _angka(sel: Sel | None) -> bool:
    return sel is not None and sel.rumus is None and sel.jenis == "n"


def _satu(lembar: Lembar, rumus: Mapping[Petak, Rumus], titik: Petak, arah: Petak) -> Temuan | None:
    (b, k), (db, dk) = titik, arah
    atas, bawah = rumus.get((b - db, k - dk)), rumus.get((b + db, k + dk))
    if atas is None or atas.sel.larik is not None:
        return None
    kini = rumus.get(titik)
    if kini is None and bawah is None:
        return _ujung(lembar, rumus, titik, atas) if arah == (1, 0) else None
    if bawah is None or atas.bentuk.kunci != bawah.bentuk.kunci or atas.bentuk.banyak == 0:
        return None
    if kini is not None and (kini.bentuk.kunci == atas.bentuk.kunci or kini.sel.larik is not None):
        return None
    sepadan = 2 + _panjang(rumus, (b - db, k - dk), (-db, -dk)) + _panjang(rumus, (b + db, k + dk), arah)
    if sepadan < PALING_SEDIKIT or (kini is not None and _wajar(lembar, rumus, kini, arah)):
        return None
    return _temuan(lembar, titik, kini, atas, arah, sepadan)


def _panjang(rumus: Mapping[Petak, Rumus], dari: Petak, arah: Petak) -> int:
    """How many cells beyond `dari` hold the same formula, one after another."""
    kunci, (b, k), banyak = rumus[dari].bentuk.kunci, dari, 0
    while banyak < JANGKAUAN:
        b, k = b + arah[0], k + arah[1]
        lanjut = rumus.get((b, k))
        if lanjut is None or lanjut.bentuk.kunci != kunci:
            break
        banyak += 1
    return banyak


def _wajar(lembar: Lembar, rumus: Mapping[Petak, Rumus], kini: Rumus, arah: Petak) -> bool:
    """A total of its own row or column, or a row (column) that is of another kind throughout."""
    _, b, k = kini.titik
    if kini.bentuk.fungsi & _RINGKAS and any(_sejalur(kotak, b, k, arah) for kotak in kini.kotak):
        return True
    samping = [rumus.get((b + s * arah[1], k + s * arah[0])) for s in (-1, 1)]
    return any(satu is not None and satu.bentuk.kunci == kini.bentuk.kunci for satu in samping)


def _sejalur(kotak: tuple[str, int, int, int, int], b: int, k: int, arah: Petak) -> bool:
    _, b1, k1, b2, k2 = kotak
    return (k1 <= k <= k2 and b2 > b1) if arah == (1, 0) else (b1 <= b <= b2 and k2 > k1)


def _ujung(lembar: Lembar, rumus: Mapping[Petak, Rumus], titik: Petak, atas: Rumus) -> Temuan | None:
    """A number at the lower end of a column of formulas, while the column beside it still has its own formula."""
    b, k = titik
    sepadan = 1 + _panjang(rumus, (b - 1, k), (-1, 0))
    if sepadan < PALING_SEDIKIT or atas.bentuk.banyak == 0 or ((b + 1, k) in lembar.sel and _isi(lembar, (b + 1, k))):
        return None
    for samping in (k - 1, k + 1):
        kini, lalu = rumus.get((b, samping)), rumus.get((b - 1, samping))
        if kini is not None and lalu is not None and kini.bentuk.kunci == lalu.bentuk.kunci and kini.bentuk.banyak:
            return _temuan(lembar, titik, None, atas, (1, 0), sepadan)
    return None


def _isi(lembar: Lembar, titik: Petak) -> bool:
    sel = lembar.sel[titik]
    return sel.rumus is not None or sel.nilai not in (None, "")


def _temuan(lembar: Lembar, titik: Petak, kini: Rumus | None, atas: Rumus, arah: Petak, sepadan: int) -> Temuan:
    seharusnya = "=" + RumusInduk(atas.sel.rumus or "").salin(*arah)[:200]
    letak = (lembar.nama, *titik)
    contoh = alamat(atas.titik[1], atas.titik[2])
    if kini is None:
        return buat(
            "RMS-21", letak, ada=lembar.sel[titik].nilai, seharusnya=seharusnya, contoh=contoh, sepadan=sepadan
        )  # fmt: skip
    ada = f"={(kini.sel.rumus or '')[:200]}"
    return buat("RMS-22", letak, ada=ada, seharusnya=seharusnya, contoh=contoh, sepadan=sepadan)
