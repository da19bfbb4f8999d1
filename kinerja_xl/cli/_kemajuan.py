"""Progress of long work on a terminal: how many, how fast, how long still; one line that overwrites itself."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import click

from kinerja_xl.report.aman import log

_JEDA = 0.2
_SEDIKIT = 5
_LEBAR = 72  # wider than any line, narrower than any terminal
_KATA = {
    "id": ("diperiksa", "dari", "berkas", "berkas/detik", "sisa", "jam", "menit", "detik"),
    "en": ("checked", "of", "files", "files/s", "left", "h", "min", "s"),
}


class Kemajuan:
    """Told after each file. lang: id or en; jam: the clock."""

    def __init__(self, lang: str, jam: Callable[[], float] = monotonic) -> None:
        self.kata, self.jam, self.titik = _KATA[lang], jam, "," if lang == "en" else "."
        self.mulai, self.terakhir = jam(), 0.0
        self.tampil = False

    def kabar(self, selesai: int, banyak: int, sebutan: str) -> None:
        """selesai of banyak files are done, the last one was `sebutan`."""
        if banyak <= _SEDIKIT:
            click.echo(f"  {self.kata[0]}: {log(sebutan)}", err=True)
            return
        kini = self.jam()
        if kini - self.terakhir >= _JEDA or selesai == banyak:
            self.terakhir = kini
            click.echo(f"\r{self.baris(selesai, banyak, kini - self.mulai):<{_LEBAR}}", err=True, nl=False)
            self.tampil = True

    def baris(self, selesai: int, banyak: int, detik: float) -> str:
        """The line: 1.250 dari 10.000 berkas (12%), 45 berkas/detik, sisa 3 menit."""
        _, dari, berkas, laju, sisa, *_ = self.kata
        isi = f"  {self._ribu(selesai)} {dari} {self._ribu(banyak)} {berkas} ({selesai * 100 // banyak}%)"
        if detik < 1 or not selesai:
            return isi
        cepat = selesai / detik
        return f"{isi}, {cepat:.0f} {laju}, {sisa} {self._lama((banyak - selesai) / cepat)}"

    def _ribu(self, banyak: int) -> str:
        return f"{banyak:,}".replace(",", self.titik)

    def _lama(self, detik: float) -> str:
        *_, jam, menit, dtk = self.kata
        if detik < 90:
            return f"{detik:.0f} {dtk}"
        return f"{detik / 60:.0f} {menit}" if detik < 5400 else f"{detik / 3600:.1f} {jam}"

    def selesai(self) -> None:
        """Take the line away."""
        if self.tampil:
            click.echo(f"\r{'':<{_LEBAR}}\r", err=True, nl=False)
