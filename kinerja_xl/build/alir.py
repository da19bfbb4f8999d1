"""A worksheet that carries a flow chart: XlsxWriter keeps the package in order, the drawing part is our own.

XlsxWriter draws no connectors. Its drawing of the sheet is replaced whole, so that relationships, content types and
comments beside it stay its work.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.drawing import Drawing
from xlsxwriter.worksheet import Worksheet

from kinerja_xl.build.alir_xml import susun_gambar
from kinerja_xl.spec.manifest import Bentuk, Garis


class GambarAlir(Drawing):
    """A drawing part with fixed content."""

    def __init__(self, isi: str) -> None:
        super().__init__()
        self.embedded = 1
        self._isi_tetap = isi

    def _assemble_xml_file(self) -> None:
        self.fh.write(self._isi_tetap)
        self._xml_close()


class LembarBergambar(Worksheet):
    """A worksheet whose single drawing object is a flow chart."""

    _gambar: GambarAlir | None = None

    def pasang_alir(self, bentuk: tuple[Bentuk, ...], garis: tuple[Garis, ...]) -> None:
        """Carry these shapes and connectors."""
        if bentuk:
            self._gambar = GambarAlir(susun_gambar(bentuk, garis))
            self.shapes.append([0, 0, 0, 0, 1, 1, "", 1, {}, None, None])  # makes the package plan one drawing

    def _prepare_shape(self, index: int, drawing_id: int) -> Any:
        if self._gambar is None:
            return super()._prepare_shape(index, drawing_id)
        self.drawing = self._gambar
        self.external_drawing_links.append(["/drawing", f"../drawings/drawing{drawing_id}.xml", None])
        return None
