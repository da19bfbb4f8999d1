"""A workbook of XlsxWriter that carries the functions as LAMBDA names with their help."""

from __future__ import annotations

from typing import Any

import xlsxwriter

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.fungsi_lambda import nama_fungsi


class BukuFungsi(xlsxwriter.Workbook):
    """A workbook whose defined names may have a comment, which Excel shows while a function is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.komentar: dict[str, str] = {}

    def pasang_fungsi(self) -> None:
        """Add every LAMBDA name; the workbook is to be calculated when opened."""
        for satu in nama_fungsi():
            if self.define_name(satu.nama, satu.tersimpan):
                raise KinerjaError(f"nama '{satu.nama}' tidak dapat ditulis ke buku kerja")
            self.komentar[satu.nama] = satu.komentar

    def _write_defined_name(self, defined_name: Any) -> None:
        nama = defined_name[0]
        if nama not in self.komentar:
            super()._write_defined_name(defined_name)
            return
        self._xml_data_element("definedName", defined_name[2], [("name", nama), ("comment", self.komentar[nama])])
