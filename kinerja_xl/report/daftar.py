"""The report formats, a row each; a module has `tulis(laporan) -> bytes` and is imported only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja_xl.verify.laporan import Laporan


@dataclass(frozen=True)
class Bentuk:
    """A way to write a report. nama: option and name; teks: may also go to the screen ('-')."""

    nama: str
    bantuan: str
    teks: bool = True

    def tulis(self, laporan: Laporan) -> bytes:
        """The whole report in this format: the same bytes for the same report."""
        isi: bytes = import_module(f"kinerja_xl.report.{self.kunci}").tulis(laporan)
        return isi

    def potongan(self, laporan: Laporan) -> Iterable[bytes]:
        """The same bytes in pieces, where the format can be written piece by piece."""
        modul = import_module(f"kinerja_xl.report.{self.kunci}")
        isi: Iterable[bytes] = modul.potongan(laporan) if hasattr(modul, "potongan") else (modul.tulis(laporan),)
        return isi

    @property
    def kunci(self) -> str:
        """Its name as Python has it."""
        return self.nama.replace("-", "_")


BENTUK = (
    Bentuk("json", "Tulis laporan JSON ('-' ke layar)."),
    Bentuk("tanda-terima", "Tulis tanda terima: sidik setiap berkas, aturan, dan putusannya."),
)
