"""Formula text: every formula of the workbook says what the template's formula says."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.rumus_baku import sama
from kinerja_xl.verify.temuan import Temuan, buat

_PANJANG, _SEBELUM = 110, 40


@periksa("RMS", 40)
def rumus_sama_dengan_templat(kasus: Kasus) -> Iterator[Temuan]:
    """A formula cell holds the template's formula, plainly entered."""
    for titik, sel, ada in kasus.setiap("rumus"):
        seharusnya = f"={sel.rumus}"
        if ada is None or (ada.rumus is None and (ada.nilai is None or ada.nilai == "")):
            yield buat("RMS-02", titik, sel.nama, seharusnya=seharusnya)
        elif ada.rumus is None:
            yield buat("RMS-01", titik, sel.nama, ada=ada.nilai, seharusnya=seharusnya)
        elif not sama(ada.rumus, sel.rumus, kasus.alias):
            if not _karena_lembar_hilang(kasus, sel.rumus, ada.rumus):
                kini, asli = sekitar_beda(f"={ada.rumus}", seharusnya)
                yield buat("RMS-03", titik, sel.nama, ada=kini, seharusnya=asli)
        elif ada.larik is not None:
            yield buat("RMS-04", titik, sel.nama, daerah=ada.larik)


def sekitar_beda(ada: str, seharusnya: str) -> tuple[str, str]:
    """Two long formulas cut to the part where they begin to differ, so that a person sees the edit."""
    beda = next((i for i, (a, b) in enumerate(zip(ada, seharusnya, strict=False)) if a != b), 0)
    mulai = max(0, beda - _SEBELUM)

    def potong(teks: str) -> str:
        if len(teks) <= _PANJANG:
            return teks
        isi = teks[mulai : mulai + _PANJANG - 2]
        return f"{'…' if mulai else ''}{isi}{'…' if mulai + len(isi) < len(teks) else ''}"

    return potong(ada), potong(seharusnya)


def _karena_lembar_hilang(kasus: Kasus, seharusnya: str, ada: str) -> bool:
    """A deleted sheet turns references into #REF!: told once at the sheet, not at every formula."""
    return bool(kasus.hilang) and "#REF!" in ada.upper() and "#REF!" not in seharusnya.upper()
