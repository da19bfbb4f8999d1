"""The add-ins of all spreadsheet programs: who builds them and who installs them, each as "module:function"."""

from __future__ import annotations

from importlib import import_module
from typing import Any

# Program -> builders, each (out, *, timpa) -> Path.
PEMBANGUN: dict[str, tuple[str, ...]] = {
    "libreoffice": ("kinerja_xl.build.oxt:bangun_oxt",),
    "lambda": ("kinerja_xl.build.fungsi:bangun_fungsi",),
    "excel": ("kinerja_xl.build.excel_xlsm:bangun_xlsm", "kinerja_xl.build.excel_xlsm:bangun_bas"),
    "lite": ("kinerja_xl.build.lite:bangun_lite",),
}
# Program -> (Pengaturan, hapus) -> what was done; KinerjaError says what to do instead.
PEMASANG: dict[str, str] = {
    "libreoffice": "kinerja_xl.cli._unopkg:pasang",
    "excel": "kinerja_xl.cli._pasang_excel:pasang",
}


def ambil(tempat: str) -> Any:
    """The function at "module:function", imported now."""
    modul, _, nama = tempat.partition(":")
    return getattr(import_module(modul), nama)
