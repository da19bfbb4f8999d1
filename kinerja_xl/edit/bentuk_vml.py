"""The old drawing of comments (VML): a hidden yellow note beside its cell, sized for its text.

Existing drawings are text we only add to: spreadsheet programs of old wrote VML that is no well-formed XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_TIPE = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n'
)
_KEPALA = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{blok}"/></o:shapelayout>'
)
_BENTUK = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:80pt;margin-top:5pt;width:{lebar}pt;height:{tinggi}pt;z-index:{z};'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{jangkar}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{baris}</x:Row><x:Column>{kolom}</x:Column></x:ClientData></v:shape>\n"
)
_NOMOR = re.compile(rb'_x0000_s(\d{1,9})["\']')
_BLOK = re.compile(rb'idmap\b[^>]*?\bdata=["\']([\d,\s]{1,200})["\']')
_SATU = re.compile(rb"<v:shape\b(?!type)(?:(?!</v:shape>).)*</v:shape>\n?", re.DOTALL)
_BARIS = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>")
_KOLOM = re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_LEBAR, _BARIS_TEKS, _HURUF = 360, 15, 58  # pixels, pixels, letters on a line


@dataclass
class Kisi:
    """Sizes of a sheet in pixels, for the place of a note. Columns and rows are 1-based."""

    lebar: dict[int, float] = field(default_factory=dict)
    tinggi: dict[int, float] = field(default_factory=dict)
    kolom_biasa: float = 64
    baris_biasa: float = 20

    def jangkar(self, baris: int, kolom: int, lebar: float, tinggi: float) -> str:
        """The Anchor of a note to the right of a cell: column, pixels, row, pixels; twice."""
        k, dx = self._jauh(self.lebar, self.kolom_biasa, kolom + 1, lebar + 12)
        b, dy = self._jauh(self.tinggi, self.baris_biasa, baris, tinggi + 4)
        return f"{kolom}, 12, {baris - 1}, 4, {k - 1}, {dx}, {b - 1}, {dy}"

    @staticmethod
    def _jauh(ukuran: Mapping[int, float], biasa: float, mulai: int, jarak: float) -> tuple[int, int]:
        ke = mulai
        while jarak >= (satu := ukuran.get(ke, biasa)):
            jarak -= satu
            ke += 1
        return ke, int(jarak)


def vml_baru(blok: int) -> bytes:
    """An empty drawing whose shapes have numbers of one block of 1024."""
    return (_KEPALA.format(blok=blok) + _TIPE + "</xml>").encode()


def blok_bebas(semua: Iterable[bytes]) -> int:
    """A block of shape numbers that no drawing of the workbook claims."""
    terpakai = {int(n) for vml in semua for isi in _BLOK.findall(vml) for n in isi.split(b",") if n.strip()}
    return max((n for n in terpakai if n < 100_000), default=0) + 1


def tambah_bentuk(vml: bytes, kisi: Kisi, teks: Mapping[tuple[int, int], str]) -> bytes | None:
    """The drawing with a note for every cell (1-based row, column); None when its end cannot be found."""
    ujung = vml.rfind(b"</xml>")
    if ujung < 0:
        return None
    blok = next((int(n.split(b",")[0]) for n in _BLOK.findall(vml) if n.split(b",")[0].strip()), 1)
    mulai = max([blok * 1024, *(int(n) for n in _NOMOR.findall(vml))]) + 1
    isi = "" if b'id="_x0000_t202"' in vml else _TIPE
    for ke, ((baris, kolom), satu) in enumerate(sorted(teks.items())):
        garis = sum(1 + len(s) // _HURUF for s in satu.split("\n"))
        tinggi = min(12 + _BARIS_TEKS * garis, 600)
        isi += _BENTUK.format(
            id=mulai + ke, z=mulai % 1024 + ke, lebar=_LEBAR * 3 // 4, tinggi=tinggi * 3 // 4,
            jangkar=kisi.jangkar(baris, kolom, _LEBAR, tinggi), baris=baris - 1, kolom=kolom - 1,
        )  # fmt: skip
    return vml[:ujung] + isi.encode() + vml[ujung:]


def hapus_bentuk(vml: bytes, sel: set[tuple[int, int]]) -> bytes:
    """The drawing without the notes of these cells; b"" when no shape is left in it."""

    def satu(cocok: re.Match[bytes]) -> bytes:
        isi = cocok.group()
        baris, kolom = _BARIS.search(isi), _KOLOM.search(isi)
        if b"Note" not in isi or baris is None or kolom is None:
            return isi
        return b"" if (int(baris[1]) + 1, int(kolom[1]) + 1) in sel else isi

    baru = _SATU.sub(satu, vml)
    if baru != vml and b"#_x0000_t202" not in baru:
        baru = baru.replace(_TIPE.encode(), b"")
    return baru if re.search(rb"<v:(?!shapetype|shapelayout)(shape|rect|oval|group|line|image)\b", baru) else b""
