"""What the reader finds wrong: values with a code, a place and their parts; nothing here is text for people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.read import batas

Tempat = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Masalah:
    """One finding. tempat: (sheet, cell) or None when it concerns the file; data: parts of the message."""

    kode: str
    tempat: Tempat | None
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def alamat(self) -> str:
        """Sheet!Cell, the part of the package, or an empty text."""
        if self.tempat is not None:
            lembar, sel = self.tempat
            return f"{lembar}!{sel}" if sel else lembar
        return str(self.data.get("bagian", ""))


class Henti(KinerjaError):
    """Reading of a part (or of the file) stops here; the finding has been written down already."""


class Catatan:
    """Collects findings in the order found; repeats beyond the cap are counted, not kept.

    elemen: XML elements seen so far, of all parts; terurai: parts that were walked.
    """

    def __init__(self) -> None:
        self._daftar: list[Masalah] = []
        self._kali: Counter[str] = Counter()
        self.elemen = 0
        self.terurai: set[str] = set()

    def catat(self, kode: str, tempat: Tempat | None = None, **data: Any) -> None:
        """Write one finding down."""
        self._kali[kode] += 1
        if self._kali[kode] <= batas.SEJENIS.nilai:
            self._daftar.append(Masalah(kode, tempat, {k: _bersih(v) for k, v in data.items()}))

    def henti(self, kode: str, tempat: Tempat | None = None, **data: Any) -> Henti:
        """Write one finding down and give the exception that ends this part."""
        self.catat(kode, tempat, **data)
        return Henti(kode)

    def ada(self, kode: str) -> bool:
        """True when a finding of this code was written down."""
        return kode in self._kali

    def hasil(self) -> tuple[Masalah, ...]:
        """All findings, with one line for each code that had more than the cap."""
        lebih = [
            Masalah(batas.SEJENIS.kode, None, {"kode_asal": kode, "jumlah": kali - batas.SEJENIS.nilai})
            for kode, kali in sorted(self._kali.items())
            if kali > batas.SEJENIS.nilai
        ]
        return (*self._daftar, *lebih)


def _bersih(nilai: Any) -> Any:
    """Text from the file as it may be shown: short, printable, no line breaks."""
    if not isinstance(nilai, str):
        return nilai
    pendek = nilai if len(nilai) <= 120 else nilai[:117] + "..."
    if pendek.isprintable():
        return pendek
    return "".join(h if h.isprintable() else f"\\u{ord(h):04x}" for h in pendek)
