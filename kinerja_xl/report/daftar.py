"""The report formats, a row each; a module has `tulis(laporan) -> bytes` and is imported only when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja_xl.verify.laporan import Laporan


@dataclass(frozen=True)
class Bentuk:
    """A way to write a report.

    nama: option and module. teks: may also go to the screen ('-'). keluar: made to be passed on, so NIPs are hidden.
    tanda: an option without a file, which only goes to the screen, after the report.
    """

    nama: str
    bantuan: str
    teks: bool = True
    keluar: bool = True
    tanda: bool = False

    def tulis(self, laporan: Laporan, samar: Laporan | None = None) -> bytes:
        """The whole report in this format: the same bytes for the same report. samar: the report with NIPs hidden."""
        if self.keluar:
            from kinerja_xl.report.samar import samarkan

            laporan = samar or samarkan(laporan)
        isi: bytes = import_module(f"kinerja_xl.report.{self.nama}").tulis(laporan)
        return isi


BENTUK = (
    Bentuk("json", "Tulis laporan JSON ('-' ke layar).", keluar=False),
    Bentuk("html", "Tulis laporan HTML: satu berkas untuk pimpinan dan pegawai."),
    Bentuk("xlsx", "Tulis daftar temuan sebagai buku kerja Excel.", teks=False),
    Bentuk("csv", "Tulis daftar temuan CSV ('-' ke layar)."),
    Bentuk("parquet", "Tulis daftar temuan Parquet untuk pandas (perlu pyarrow).", teks=False),
    Bentuk("junit", "Tulis laporan JUnit XML untuk CI ('-' ke layar)."),
    Bentuk("sarif", "Tulis laporan SARIF untuk CI dan penyunting ('-' ke layar)."),
    Bentuk("github", "Cetak anotasi GitHub Actions sesudah laporan.", tanda=True),
)
