"""What a formula may cost an engine, as a pessimist counts: cells read, more where ranges meet each other."""

from __future__ import annotations

from kinerja_xl.verify.umum.batas import BIAYA_HARI, MAKS_TEKS
from kinerja_xl.verify.umum.pandang import Rumus

_OPERATOR = (" + ", " - ", " * ", " / ", " ^ ", " & ", " = ", " < ", " > ", " <= ", " >= ", " <> ")
_SYARAT = {
    "COUNTIF": lambda ke: ke == 1, "SUMIF": lambda ke: ke == 1, "AVERAGEIF": lambda ke: ke == 1,
    "COUNTIFS": lambda ke: ke % 2 == 1, "SUMIFS": lambda ke: ke and ke % 2 == 0, "MATCH": lambda ke: ke == 0,
    "VLOOKUP": lambda ke: ke == 0, "LOOKUP": lambda ke: ke == 0, "FREQUENCY": lambda ke: True,
}  # fmt: skip
"""Functions that go through a whole range once for each cell of the argument in this position."""


def biaya(satu: Rumus) -> int:
    """Cells that computing a formula touches at most."""
    luas = sorted(((b2 - b1 + 1) * (k2 - k1 + 1) for _, b1, k1, b2, k2 in satu.kotak), reverse=True)
    harga = 10 + sum(luas)
    if len(luas) > 1 and luas[1] > 1 and _berhadapan(satu.bentuk.kunci):
        harga += luas[0] * luas[1]
    if luas and luas[0] > 1 and any(tanda in satu.bentuk.kunci for tanda in _OPERATOR):
        tinggi = max(b2 - b1 + 1 for _, b1, _, b2, _ in satu.kotak)
        lebar = max(k2 - k1 + 1 for _, _, k1, _, k2 in satu.kotak)
        harga += tinggi * lebar * 4  # ranges of other shapes spread over each other
    if "NETWORKDAYS" in satu.bentuk.fungsi:
        harga += BIAYA_HARI * satu.bentuk.kunci.count("NETWORKDAYS")
    if " & " in satu.bentuk.kunci:
        harga += MAKS_TEKS * satu.bentuk.banyak
    return harga


def _berhadapan(kunci: str) -> bool:
    """Does a range stand where such a function wants one value?"""
    tumpuk: list[tuple[str, int]] = []
    sebelum = ""
    for satu in kunci.split(" "):
        if satu == "(":
            tumpuk.append((sebelum, 0))
        elif satu == ")" and tumpuk:
            tumpuk.pop()
        elif satu == "," and tumpuk:
            tumpuk[-1] = (tumpuk[-1][0], tumpuk[-1][1] + 1)
        elif ":" in satu and any(nama in _SYARAT and _SYARAT[nama](ke) for nama, ke in tumpuk):
            return True
        sebelum = satu
    return False
