"""Charts of the HTML report as inline SVG: labelled bars, read without colour and by screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

LEBAR = 400
_BARIS, _BATANG, _ATAS = 42, 14, 4
_HURUF = 50  # signs of a label that fit beside its figures


@dataclass(frozen=True)
class Batang:
    """One bar. bagian: (length, class for its colour) one after another; teks: the figures in words."""

    label: str
    bagian: tuple[tuple[float, str], ...]
    teks: str


@dataclass(frozen=True)
class Grafik:
    """A chart. garis: value where a line stands, as 100 percent; catatan says what the line means."""

    judul: str
    batang: tuple[Batang, ...]
    garis: float | None = None
    catatan: str = ""

    def svg(self, nomor: int) -> Markup:
        """The drawing. nomor makes the ids of title and description unique on a page."""
        puncak = max([sum(p for p, _ in b.bagian) for b in self.batang] + [self.garis or 0, 1e-9])
        tinggi = _ATAS + _BARIS * len(self.batang) + 4
        isi = [_batang(b, _ATAS + _BARIS * n, puncak) for n, b in enumerate(self.batang)]
        if self.garis is not None:
            isi += [_garis(self.garis / puncak * LEBAR, _ATAS + _BARIS * n) for n in range(len(self.batang))]
        uraian = "; ".join(f"{b.label}: {b.teks}" for b in self.batang)
        return Markup(
            '<svg viewBox="0 0 {lebar} {tinggi}" role="img" aria-labelledby="g{n}j g{n}u">'
            '<title id="g{n}j">{judul}</title><desc id="g{n}u">{uraian}</desc>{isi}</svg>'
        ).format(lebar=LEBAR, tinggi=tinggi, n=nomor, judul=self.judul, uraian=uraian, isi=Markup("").join(isi))


class Penomor:
    """Numbers for the charts of one page."""

    def __init__(self) -> None:
        self._hitung = count(1)

    def svg(self, grafik: Grafik) -> Markup:
        """The chart with the next number."""
        return grafik.svg(next(self._hitung))


def _batang(satu: Batang, y: int, puncak: float) -> Markup:
    kotak, x = [], 0.0
    for panjang, kelas in satu.bagian:
        lebar = max(panjang / puncak * LEBAR, 0.0)
        if lebar > 0:
            kotak.append(
                Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
                    kelas, _angka(x), y + 18, _angka(lebar), _BATANG
                )
            )
        x += lebar
    ruang = max(_HURUF - len(satu.teks), 12)
    label = satu.label if len(satu.label) <= ruang else f"{satu.label[: ruang - 1]}…"
    return Markup(
        '<text x="0" y="{y}">{label}</text><text class="nilai" x="{lebar}" y="{y}">{teks}</text>'
        '<rect class="alas" x="0" y="{alas}" width="{lebar}" height="{tinggi}"/>{kotak}'
    ).format(y=y + 12, label=label, lebar=LEBAR, teks=satu.teks, alas=y + 18, tinggi=_BATANG,
             kotak=Markup("").join(kotak))  # fmt: skip


def _garis(x: float, y: int) -> Markup:
    """The line across one bar, where it crosses no text."""
    return Markup('<line class="garis" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(
        _angka(x), y + 16, y + 20 + _BATANG
    )


def _angka(nilai: float) -> str:
    return f"{nilai:.1f}".rstrip("0").rstrip(".")


def ringkas(bagian: Sequence[tuple[int, str]]) -> str:
    """'3 galat, 2 peringatan' of counts and words, zeros left out."""
    return ", ".join(f"{n} {kata}" for n, kata in bagian if n)
