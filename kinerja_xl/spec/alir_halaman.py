"""Page breaks of a flow chart: fixed between rows, so that the off-page signs stand where the paper really ends.

Left to the spreadsheet program, a page would end where its fonts happen to put it.
"""

from __future__ import annotations

from kinerja_xl.spec.halaman import TINGGI_BAWAAN
from kinerja_xl.spec.kanvas import Kanvas

RUANG_SAMBUNG = 31.0  # points that an off-page sign needs below the last or above the first step of a page


def bagi_halaman(kanvas: Kanvas, muat: float, kepala: float) -> None:
    """Break the table into pages between rows; rows beside a break grow by the room of the off-page signs."""
    alir = kanvas.alir
    if alir is None:
        return
    if alir.data["langkah"][-1].get("kembali_ke"):  # the end sign stands below the last decision
        kanvas.tinggi[alir.baris2] = kanvas.tinggi.get(alir.baris2, TINGGI_BAWAAN) + RUANG_SAMBUNG
    terpakai = sum(kanvas.tinggi.get(b, TINGGI_BAWAAN) for b in range(1, alir.baris1))
    kosong = True
    for baris in range(alir.baris1, alir.baris2 + 1):
        satu = kanvas.tinggi.get(baris, TINGGI_BAWAAN)
        cadangan = RUANG_SAMBUNG if baris < alir.baris2 else 0.0
        if terpakai + satu + cadangan > muat and not kosong:
            kanvas.putus.append(baris)
            for b in (baris - 1, baris):
                kanvas.tinggi[b] = kanvas.tinggi.get(b, TINGGI_BAWAAN) + RUANG_SAMBUNG
            terpakai, satu = kepala, satu + RUANG_SAMBUNG
        terpakai, kosong = terpakai + satu, False
