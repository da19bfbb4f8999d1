"""The report files of `kinerja verify`: one option a format, refused before the work, written after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja_xl.cli._dasar import tulis_berkas
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.daftar import BENTUK

if TYPE_CHECKING:
    from kinerja_xl.verify.laporan import Laporan

LAYAR = Path("-")


def pilihan_keluaran(fungsi: Callable[..., Any]) -> Callable[..., Any]:
    """Add --json and its sisters; the command gets them as one dict in `keluaran`."""

    def dengan(*args: Any, **kwargs: Any) -> Any:
        keluaran = {b.nama: kwargs.pop(f"ke_{b.kunci}") for b in BENTUK}
        return fungsi(*args, keluaran={nama: jalur for nama, jalur in keluaran.items() if jalur}, **kwargs)

    dengan.__name__, dengan.__doc__ = fungsi.__name__, fungsi.__doc__
    if hasattr(fungsi, "__click_params__"):
        dengan.__click_params__ = fungsi.__click_params__  # type: ignore[attr-defined]
    for b in reversed(BENTUK):
        opsi = click.option(f"--{b.nama}", f"ke_{b.kunci}", type=click.Path(path_type=Path), help=b.bantuan)
        dengan = opsi(dengan)
    return dengan


def boleh_ditulis(keluaran: Mapping[str, Path], paksa: bool) -> None:
    """Refuse before the work, not after it."""
    layar = [nama for nama, jalur in keluaran.items() if jalur == LAYAR]
    if len(layar) > 1:
        raise KinerjaError(f"hanya satu laporan dapat ke layar ('-'); yang diminta: {', '.join(layar)}.")
    for b in BENTUK:
        if b.nama in layar and not b.teks:
            raise KinerjaError(f"laporan --{b.nama} tidak dapat ditulis ke layar; beri nama berkas.")
    for jalur in keluaran.values():
        if jalur != LAYAR and jalur.exists() and not paksa:
            tulis_berkas(jalur, b"", paksa)


def tulis_keluaran(laporan: Laporan, keluaran: Mapping[str, Path], paksa: bool) -> bool:
    """Write every report asked for. True when one of them took the screen."""
    for b in BENTUK:
        jalur = keluaran.get(b.nama)
        if jalur is None:
            continue
        if jalur == LAYAR:
            click.echo(b.tulis(laporan).decode("utf-8"), nl=False)
        else:
            tulis_berkas(jalur, b.potongan(laporan), paksa)
    return LAYAR in keluaran.values()
