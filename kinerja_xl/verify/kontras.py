"""Can a text be read on its background? Contrast of two colours as WCAG 2 defines it."""

from __future__ import annotations

from functools import lru_cache

PUTIH, HITAM = "FFFFFF", "000000"
TERENDAH = 1.3  # below this a text cannot be told from its cell; the palest of a template has 2.3


@lru_cache(maxsize=4096)
def kontras(kiri: str | None, kanan: str | None) -> float:
    """1 (the same) to 21 (black on white). Colours RRGGBB; None: black letters, white cell."""
    a, b = _terang(kiri or HITAM), _terang(kanan or PUTIH)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def _terang(warna: str) -> float:
    """Relative luminance; a colour that cannot be read counts as grey."""
    try:
        merah, hijau, biru = (int(warna[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return 0.2
    return 0.2126 * _lurus(merah) + 0.7152 * _lurus(hijau) + 0.0722 * _lurus(biru)


def _lurus(nilai: float) -> float:
    return nilai / 12.92 if nilai <= 0.04045 else float(((nilai + 0.055) / 1.055) ** 2.4)
