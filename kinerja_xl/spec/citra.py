"""Size of a PNG or JPEG picture from its own header, without decoding it."""

from __future__ import annotations

import struct

from kinerja_xl.core.errors import KinerjaError

_PNG = b"\x89PNG\r\n\x1a\n"
_SOF = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}  # frame headers of JPEG
_TANPA_ISI = {0x01, *range(0xD0, 0xD9)}


def ukuran_citra(isi: bytes) -> tuple[str, int, int]:
    """Kind (png or jpeg), width and height in pixels. Raises KinerjaError when it is neither or is cut off."""
    if isi.startswith(_PNG) and isi[12:16] == b"IHDR" and isi.rstrip(b"\0").endswith(b"IEND\xaeB`\x82"):
        lebar, tinggi = struct.unpack(">II", isi[16:24])
        jenis = "png"
    elif isi.startswith(b"\xff\xd8\xff"):
        jenis, (lebar, tinggi) = "jpeg", _jpeg(isi)
    else:
        raise KinerjaError("bukan gambar PNG atau JPEG yang utuh")
    if not lebar or not tinggi:
        raise KinerjaError("gambar tidak berukuran")
    return jenis, lebar, tinggi


def _jpeg(isi: bytes) -> tuple[int, int]:
    letak = 2
    while letak + 9 <= len(isi):
        if isi[letak] != 0xFF:
            break
        tanda = isi[letak + 1]
        if tanda == 0xFF or tanda in _TANPA_ISI:
            letak += 1 if tanda == 0xFF else 2
            continue
        panjang = int.from_bytes(isi[letak + 2 : letak + 4], "big")
        if tanda in _SOF:
            tinggi, lebar = struct.unpack(">HH", isi[letak + 5 : letak + 9])
            return lebar, tinggi
        letak += 2 + panjang
    raise KinerjaError("bukan gambar PNG atau JPEG yang utuh")
