"""The letterhead: the logo on the sheet is the picture that the office's profile gave."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_HILANG = Kata("tidak ada gambar", "there is no picture")
_LAIN = Kata("gambarnya lain", "the picture is another one")


@periksa("STR", 19)
def logo_kop(kasus: Kasus) -> Iterator[Temuan]:
    """Every sheet with a logo still shows that picture, byte for byte."""
    for m in kasus.manifest.lembar:
        if m.logo and kasus.utuh(m.nama):
            citra = kasus.lembar[m.nama].citra
            if m.logo[0].sha256 not in citra:
                yield buat("STR-80", (m.nama, m.logo[0].baris, m.logo[0].kolom), apa=_LAIN if citra else _HILANG)
