"""The report files of `kinerja verify`: one option a format, refused before the work, written after it."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja_xl.cli._dasar import tulis_berkas
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.report.daftar import BENTUK, Bentuk

if TYPE_CHECKING:
    from kinerja_xl.verify.laporan import Laporan

LAYAR = Path("-")
_PAKAI_LETAK = {"sarif", "github", "junit"}


def pilihan_keluaran(fungsi: Callable[..., Any]) -> Callable[..., Any]:
    """Add --json and its sisters; the command gets them as one dict in `keluaran`."""

    def dengan(*args: Any, **kwargs: Any) -> Any:
        keluaran = {b.nama: kwargs.pop(f"ke_{b.kunci}") for b in BENTUK}
        return fungsi(*args, keluaran={nama: jalur for nama, jalur in keluaran.items() if jalur}, **kwargs)

    dengan.__name__, dengan.__doc__ = fungsi.__name__, fungsi.__doc__
    if hasattr(fungsi, "__click_params__"):
        dengan.__click_params__ = fungsi.__click_params__  # type: ignore[attr-defined]
    for b in reversed(BENTUK):
        if b.tanda:
            opsi = click.option(f"--{b.nama}", f"ke_{b.kunci}", flag_value=LAYAR, type=Path, help=b.bantuan)
        else:
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


@dataclass(frozen=True)
class Tertulis:
    """A report ready to be written: asli as it is, dalam for the office, luar for others (persons hidden)."""

    asli: Laporan
    dalam: Laporan
    luar: Laporan

    def isi(self, bentuk: Bentuk) -> bytes:
        """The report in one format."""
        return bentuk.tulis_apa_adanya(getattr(self, bentuk.samar))

    def potongan(self, bentuk: Bentuk) -> Iterable[bytes]:
        """The same in pieces, where the format can be written piece by piece."""
        return bentuk.potongan(getattr(self, bentuk.samar))


def siapkan(laporan: Laporan, jalur: Sequence[Path], keluaran: Mapping[str, Path], samarkan: bool) -> Tertulis:
    """With paths for CI where they are asked for; persons are hidden once for all formats, and only where it is due."""
    if _PAKAI_LETAK & keluaran.keys():
        laporan = replace(laporan, letak=_letak(jalur))
    luar = samarkan or any(b.samar == "luar" and b.nama in keluaran for b in BENTUK)
    if not luar:
        return Tertulis(laporan, laporan, laporan)
    from kinerja_xl.report.samar import samarkan as sembunyikan

    hasil = sembunyikan(laporan, nama=samarkan)
    return Tertulis(laporan, hasil if samarkan else laporan, hasil)


def _letak(jalur: Sequence[Path]) -> dict[str, str]:
    """What the report calls a file -> where it stands from the working folder; files outside keep their name."""
    from kinerja_xl.verify.cari import cari_berkas

    sini = Path.cwd()
    semua = {c.sebutan: c.jalur.absolute() for c in cari_berkas(jalur)[0]}
    return {nama: j.relative_to(sini).as_posix() for nama, j in semua.items() if j.is_relative_to(sini)}


def tulis_keluaran(laporan: Tertulis, keluaran: Mapping[str, Path], paksa: bool) -> bool:
    """Write every report asked for. True when one of them took the screen."""
    for b in BENTUK:
        jalur = keluaran.get(b.nama)
        if jalur is None or b.tanda:
            continue
        if jalur == LAYAR:
            ke_layar(laporan.isi(b))
        else:
            tulis_berkas(jalur, laporan.potongan(b), paksa)
    return any(jalur == LAYAR and not b.tanda for b in BENTUK if (jalur := keluaran.get(b.nama)))


def tulis_tanda(laporan: Tertulis, keluaran: Mapping[str, Path]) -> None:
    """What stands on the screen after the report."""
    for b in BENTUK:
        if b.tanda and b.nama in keluaran:
            ke_layar(laporan.isi(b))


def ke_layar(isi: bytes) -> None:
    """Text of a report to standard output: signs an old console lacks replaced, the exact bytes in a pipe or file."""
    isi = isi.removeprefix(BOM_UTF8)
    click.echo(isi.decode("utf-8") if sys.stdout.isatty() else isi, nl=False)
