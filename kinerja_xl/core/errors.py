"""The one error that kinerja-xl raises on purpose."""

from __future__ import annotations

from typing import Any, Optional


class KinerjaError(ValueError):
    """A wrong input, told in Indonesian, with its parts kept for reports.

    baris, kolom: 1-based position inside the range given, when the fault has one.
    bagian: any further named parts (value found, limits, citation).
    jejak: the steps made before the refusal, when a trace was asked for (core.jejak_susun.Jejak).
    """

    def __init__(self, pesan: str, *, baris: Optional[int] = None, kolom: Optional[int] = None, **bagian: Any) -> None:
        self.pesan = pesan
        self.baris = baris
        self.kolom = kolom
        self.bagian = bagian
        self.jejak: Any = None
        super().__init__(self._teks())

    def _teks(self) -> str:
        tempat = []
        if self.baris is not None:
            tempat.append(f"baris {self.baris}")
        if self.kolom is not None:
            tempat.append(f"kolom {self.kolom}")
        return f"{', '.join(tempat)}: {self.pesan}" if tempat else self.pesan
