"""Words around a cell: what stands to its left and above it."""

from __future__ import annotations

from kinerja_xl.read.buku import Lembar, Sel

KIRI, ATAS = 8, 3


def label(lembar: Lembar, baris: int, kolom: int) -> str:
    """The nearest text to the left in the row, and the nearest above in the column, in small letters."""
    kiri = (lembar.sel.get((baris, k)) for k in range(kolom - 1, max(0, kolom - 1 - KIRI), -1))
    atas = (lembar.sel.get((b, kolom)) for b in range(baris - 1, max(0, baris - 1 - ATAS), -1))
    kata = [next((teks(s) for s in deret if teks(s)), "") for deret in (kiri, atas)]
    return " | ".join(kata).casefold()


def teks(sel: Sel | None) -> str:
    """A typed text, made one line."""
    if sel is None or sel.jenis != "s" or sel.rumus is not None:
        return ""
    return " ".join(str(sel.nilai)[:300].split())


def angka(sel: Sel | None) -> float | None:
    """The value where it is a number."""
    if sel is None or sel.jenis != "n" or not isinstance(sel.nilai, (int, float)):
        return None
    return float(sel.nilai)
