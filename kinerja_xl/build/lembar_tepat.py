"""A worksheet that takes checked cells as they are and writes them fast, with all digits of their numbers.

XlsxWriter looks at every cell for things that a laid-out workbook never has (A1 notation, seventy newer functions,
rows and columns with a format of their own). Its file stays the same, only the way there is shorter.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple

from kinerja_xl.build.alir import LembarBergambar
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.mesin import GALAT_EXCEL


class LembarTepat(LembarBergambar):
    """A worksheet that writes numbers with all their digits (the library stops at 16)."""

    def tulis_sel(self, baris: int, kolom: int, nilai: str | float | None, rupa: Any) -> None:
        """Text, number or blank cell at a 0-based place."""
        isi: Any
        if nilai is None:
            isi = CellBlankTuple(rupa)
        elif isinstance(nilai, str):
            isi = CellStringTuple(self.str_table._get_shared_string_index(nilai), rupa)
        else:
            isi = CellNumberTuple(nilai, rupa)
        self._pasang(baris, kolom, isi)

    def tulis_rumus(self, baris: int, kolom: int, rumus: str, nilai: Any, rupa: Any) -> None:
        """A plain formula, without its =, and the value that stands beside it."""
        self._pasang(baris, kolom, CellFormulaTuple(rumus, rupa, nilai))

    def _pasang(self, baris: int, kolom: int, isi: Any) -> None:
        if self._check_dimensions(baris, kolom):
            raise KinerjaError(f"sel di luar lembar: baris {baris + 1}, kolom {kolom + 1}")
        self.table[baris][kolom] = isi

    def _xml_number_element(self, number: Any, attributes: Any = ()) -> None:
        atribut = "".join(f' {k}="{self._escape_attributes(v)}"' for k, v in attributes)
        self.fh.write(f"<c{atribut}><v>{number!r}</v></c>")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        jenis = cell.__class__
        if not cell.format or jenis not in _KITA:
            super()._write_cell(row, col, cell)
            return
        awal = f'<c r="{xl_rowcol_to_cell_fast(row, col)}" s="{cell.format._get_xf_index()}"'
        if jenis is CellStringTuple:
            self.fh.write(f'{awal} t="s"><v>{cell.string}</v></c>')
        elif jenis is CellBlankTuple:
            self.fh.write(f"{awal}/>")
        elif jenis is CellNumberTuple:
            self.fh.write(f"{awal}><v>{cell.number!r}</v></c>")
        else:
            rumus, (tipe, nilai) = self._escape_data(cell.formula), _hasil(cell.value)
            self.fh.write(f"{awal}{tipe}><f>{rumus}</f><v>{self._escape_data(nilai)}</v></c>")


_KITA = (CellStringTuple, CellBlankTuple, CellNumberTuple, CellFormulaTuple)


def _hasil(nilai: Any) -> tuple[str, Any]:
    """Type attribute and text of a formula's value; a plain empty text asks the program to compute it."""
    if isinstance(nilai, bool):
        return ' t="b"', int(nilai)
    if isinstance(nilai, str) and nilai != "":  # TeksHasil equals nothing: build/nilai.py
        return ' t="e"' if nilai in GALAT_EXCEL else ' t="str"', nilai
    return "", nilai
