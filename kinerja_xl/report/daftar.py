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
    """A way to write a report.

    nama: option and, with "_" for "-", the module. teks: may also go to the screen ('-').
    samar: 'luar' (made to be passed on: NIPs always hidden), 'dalam' (persons hidden when asked for) or 'asli' (never:
    it must come out again from the same files). tanda: an option without a file; it follows the report on the screen.
    """

    nama: str
    bantuan: str
    teks: bool = True
    samar: str = "luar"
    tanda: bool = False

    def tulis(self, laporan: Laporan) -> bytes:
        """The whole report in this format: the same bytes for the same report."""
        if self.samar == "luar":
            from kinerja_xl.report.samar import samarkan

            laporan = samarkan(laporan)
        return self.tulis_apa_adanya(laporan)

    def tulis_apa_adanya(self, laporan: Laporan) -> bytes:
        """The same of a report in which persons are hidden already, where they should be."""
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
    Bentuk("json", "Tulis laporan JSON ('-' ke layar).", samar="dalam"),
    Bentuk("html", "Tulis laporan HTML: satu berkas untuk pimpinan dan pegawai."),
    Bentuk("xlsx", "Tulis daftar temuan sebagai buku kerja Excel.", teks=False),
    Bentuk("csv", "Tulis daftar temuan CSV ('-' ke layar)."),
    Bentuk("parquet", "Tulis daftar temuan Parquet untuk pandas (perlu pyarrow).", teks=False),
    Bentuk("junit", "Tulis laporan JUnit XML untuk CI ('-' ke layar)."),
    Bentuk("sarif", "Tulis laporan SARIF untuk CI dan penyunting ('-' ke layar)."),
    Bentuk("github", "Cetak anotasi GitHub Actions sesudah laporan.", tanda=True),
    Bentuk("tanda-terima", "Tulis tanda terima: sidik setiap berkas, aturan, dan putusannya.", samar="asli"),
)
