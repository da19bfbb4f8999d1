"""The logo of the letterhead: a picture of the spreadsheet itself, its bytes untouched."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.spec.manifest import LembarM, Manifest
from kinerja_xl.spec.profil_kop import bytes_logo

_TITIK_PER_PIKSEL = 0.75


def gambar_logo(ws: Any, manifest: Manifest, lembar: LembarM) -> None:
    """Put the logos of a sheet into its worksheet."""
    for satu in lembar.logo:
        isi = bytes_logo(manifest.konteks)
        logo: Any = manifest.konteks["kop"]["logo"]  # type: ignore[index]
        pilihan = {
            "image_data": BytesIO(isi), "x_offset": 3, "y_offset": 3, "object_position": 2,
            "description": "Logo kantor",
        }  # fmt: skip
        # The picture's own resolution is left out of account: its size on the sheet is stated in points.
        skala = _skala(ws, isi, logo, satu.lebar, satu.tinggi)
        if ws.insert_image(satu.baris - 1, satu.kolom - 1, f"logo.{logo['jenis']}", pilihan | skala):
            raise KinerjaError(f"{lembar.nama}: logo kop tidak dapat ditulis")


def _skala(ws: Any, isi: bytes, logo: Any, lebar: float, tinggi: float) -> dict[str, float]:
    from xlsxwriter.image import Image

    citra = Image(BytesIO(isi))
    x_dpi, y_dpi = citra.x_dpi or 96, citra.y_dpi or 96
    return {
        "x_scale": lebar / _TITIK_PER_PIKSEL / (citra.width * 96 / x_dpi),
        "y_scale": tinggi / _TITIK_PER_PIKSEL / (citra.height * 96 / y_dpi),
    }
