"""fill: put values into the inputs of a workbook; formulas stay, every result is computed anew.

The workbook is written again from its template. That loses nothing, because a workbook that holds more or other
things than its template is refused first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kinerja_xl.build import tulis
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.edit.buka import buka
from kinerja_xl.edit.data import baca_data
from kinerja_xl.edit.impor_survei import baca_ekspor, ekspor_survei
from kinerja_xl.edit.komentar import komentar_jejak
from kinerja_xl.mesin import hitung
from kinerja_xl.spec.manifest import Manifest, Nilai, Titik
from kinerja_xl.spec.masukan import terapkan
from kinerja_xl.verify.kasus import Kasus, ambil_masukan


def fill(
    workbook: str | Path, data: Mapping[str, Any] | str | Path, out: str | Path, *, timpa: bool = False,
    jejak: bool = False, lang: str = "id", peta: str | Path | None = None, tambah: bool = False,
    lapor: Callable[[str], None] | None = None,
) -> Path:  # fmt: skip
    """Write `out`: the workbook with the data in its named inputs and tables, and fresh cached values.

    data: a mapping or a .toml/.json/.csv file in the names of the template. jejak: put the trace of every result that
    is a call of the rule book on its cell as a comment, in `lang` (id or en). Raises KinerjaError when the workbook is
    not ours, was changed against its template, or the data does not fit.
    """
    buku, manifest = buka(Path(workbook), "diisi")
    masukan = dict(ambil_masukan(Kasus(buku, manifest, tahun=manifest.tahun)))
    masukan.update(terapkan(manifest, _data(data, manifest, masukan, peta, tambah, lapor)))
    hasil = hitung(manifest, masukan)
    kasus = Kasus(buku, manifest, masukan, hasil, manifest.tahun)
    return tulis(manifest, masukan, hasil, out, timpa=timpa, komentar=komentar_jejak(kasus, lang) if jejak else None)


def _data(
    data: Mapping[str, Any] | str | Path, manifest: Manifest, masukan: Mapping[Titik, Nilai],
    peta: str | Path | None, tambah: bool, lapor: Callable[[str], None] | None,
) -> Mapping[str, Any]:  # fmt: skip
    """The data in names of the template; a survey export is read as such."""
    if isinstance(data, Mapping) or not ekspor_survei(Path(data), manifest):
        if peta is not None or tambah:
            raise KinerjaError("--peta dan --tambah hanya untuk ekspor survei (.csv atau .xlsx) pada buku kerja ikm")
        return baca_data(data, manifest)
    ekspor = baca_ekspor(Path(data), manifest, masukan, peta=Path(peta) if peta else None, tambah=tambah)
    for baris in ekspor.catatan if lapor else ():
        lapor(baris)  # type: ignore[misc]
    return ekspor.data
