"""Colours of a workbook as RRGGBB: direct, indexed or from the theme, tint applied."""

from __future__ import annotations

import colorsys
import re

from kinerja_xl.read.angka import bulat_tak_negatif
from kinerja_xl.read.xml import Atribut

TEMA_BAWAAN = (
    "FFFFFF",
    "000000",
    "EEECE1",
    "1F497D",
    "4F81BD",
    "C0504D",
    "9BBB59",
    "8064A2",
    "4BACC6",
    "F79646",
    "0000FF",
    "800080",
)
_DASAR = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"]
_PALET = [
    "800000",
    "008000",
    "000080",
    "808000",
    "800080",
    "008080",
    "C0C0C0",
    "808080",
    "9999FF",
    "993366",
    "FFFFCC",
    "CCFFFF",
    "660066",
    "FF8080",
    "0066CC",
    "CCCCFF",
    "000080",
    "FF00FF",
    "FFFF00",
    "00FFFF",
    "800080",
    "800000",
    "008080",
    "0000FF",
    "00CCFF",
    "CCFFFF",
    "CCFFCC",
    "FFFF99",
    "99CCFF",
    "FF99CC",
    "CC99FF",
    "FFCC99",
    "3366FF",
    "33CCCC",
    "99CC00",
    "FFCC00",
    "FF9900",
    "FF6600",
    "666699",
    "969696",
    "003366",
    "339966",
    "003300",
    "333300",
    "993300",
    "993366",
    "333399",
    "333333",
]
INDEKS = (*_DASAR, *_DASAR, *_PALET)
_HEKS = re.compile(r"[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}")


def warna(atribut: Atribut, tema: tuple[str, ...]) -> str | None:
    """RRGGBB of a colour element; None when automatic or unknown."""
    if "rgb" in atribut:
        dasar = atribut["rgb"][-6:].upper() if _HEKS.fullmatch(atribut["rgb"]) else None
    elif "theme" in atribut:
        nomor = bulat_tak_negatif(atribut["theme"])
        dasar = tema[nomor] if nomor is not None and nomor < len(tema) else None
    elif "indexed" in atribut:
        nomor = bulat_tak_negatif(atribut["indexed"])
        if nomor == 65:
            return "FFFFFF"
        dasar = INDEKS[nomor] if nomor is not None and nomor < len(INDEKS) else None
    else:
        return None
    return _cerahkan(dasar, atribut.get("tint")) if dasar else None


def _cerahkan(dasar: str, tint: str | None) -> str:
    """Lighter for a positive tint, darker for a negative one (in the lightness of HLS)."""
    try:
        derajat = max(-1.0, min(1.0, float(tint or 0)))
    except ValueError:
        return dasar
    if not derajat:
        return dasar
    h, cerah, s = colorsys.rgb_to_hls(*(int(dasar[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    cerah = cerah * (1 + derajat) if derajat < 0 else cerah * (1 - derajat) + derajat
    return "".join(f"{round(satu * 255):02X}" for satu in colorsys.hls_to_rgb(h, cerah, s))
