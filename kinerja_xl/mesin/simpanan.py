"""What was worked out about an object of the manifest, kept as long as the object lives."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

Benda = TypeVar("Benda")
Hasil = TypeVar("Hasil")


class Simpanan(Generic[Benda, Hasil]):
    """Results by the identity of an object that cannot be hashed."""

    def __init__(self) -> None:
        self._isi: dict[int, tuple[weakref.ref[Benda], Hasil]] = {}

    def ambil(self, benda: Benda, buat: Callable[[], Hasil]) -> Hasil:
        """The result kept for this very object, or the one made now."""
        ada = self._isi.get(id(benda))
        if ada is not None and ada[0]() is benda:
            return ada[1]
        kunci, hasil = id(benda), buat()
        self._isi[kunci] = (weakref.ref(benda, lambda _: self._isi.pop(kunci, None)), hasil)
        return hasil
