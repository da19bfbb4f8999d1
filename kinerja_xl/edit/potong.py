"""Byte-exact surgery on the XML of a package part: elements with their offsets, and edits that leave every other byte.

Only for parts our reader has walked without complaint: no DTD, no entities, bounded depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TAUT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SANDI = re.compile(rb'(<\?xml[^>]*?encoding=["\'])[^"\']*(["\'])')
_TERLARANG = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Sunting = tuple[int, int, bytes]
"""Offsets of what goes (equal: nothing), and what comes in its place."""


@dataclass(frozen=True, slots=True)
class Unsur:
    """One element. nama: local name; mulai..buka: its start tag; tutup: start of its end tag (= buka when empty)."""

    nama: str
    atribut: Mapping[str, str]
    dalam: int
    mulai: int
    buka: int
    tutup: int
    akhir: int

    @property
    def kosong(self) -> bool:
        """Is it written <like this/>?"""
        return self.tutup == self.akhir


def ke_utf8(isi: bytes) -> bytes:
    """The part in UTF-8: as it stands, unless it is one of the rare ones in UTF-16."""
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        teks = isi.decode("utf-16")
    elif isi[:2] in (b"<\x00", b"\x00<"):
        teks = isi.decode("utf-16-le" if isi[1] == 0 else "utf-16-be")
    else:
        return isi
    return _SANDI.sub(rb"\1UTF-8\2", teks.encode("utf-8"), count=1)


def petakan(xml: bytes, dalam: int = 2, juga: Callable[[str, Mapping[str, str]], bool] | None = None) -> list[Unsur]:
    """Elements down to a depth (the root is 1) in the order of their start tags; `juga` picks deeper ones besides."""
    pengurai = expat.ParserCreate(namespace_separator=" ")
    hasil: list[Unsur | None] = []
    terbuka: list[tuple[int, str, Mapping[str, str], int] | None] = []

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        lokal = nama.rpartition(" ")[2]
        if len(terbuka) < dalam or (juga is not None and juga(lokal, atribut)):
            terbuka.append((len(hasil), lokal, atribut, pengurai.CurrentByteIndex))
            hasil.append(None)
        else:
            terbuka.append(None)

    def selesai(_: str) -> None:
        satu = terbuka.pop()
        if satu is not None:
            ke, nama, atribut, awal = satu
            buka = _ujung(xml, awal)
            kosong = xml[buka - 2 : buka] == b"/>"
            tutup = buka if kosong else pengurai.CurrentByteIndex
            akhir = buka if kosong else xml.index(b">", tutup) + 1
            hasil[ke] = Unsur(nama, atribut, len(terbuka) + 1, awal, buka, tutup, akhir)

    pengurai.StartElementHandler, pengurai.EndElementHandler = mulai, selesai
    pengurai.Parse(xml, True)
    return [satu for satu in hasil if satu is not None]


def _ujung(xml: bytes, awal: int) -> int:
    """Offset after the start tag that begins here; a > inside quotes does not end it."""
    kutip = 0
    for i in range(awal, len(xml)):
        huruf = xml[i]
        if kutip:
            kutip = 0 if huruf == kutip else kutip
        elif huruf in b"\"'":
            kutip = huruf
        elif huruf == 0x3E:
            return i + 1
    raise ValueError("start tag without end")


def terapkan(xml: bytes, sunting: Iterable[Sunting]) -> bytes:
    """The part with the edits done; edits at one offset keep their order."""
    hasil, sampai = [], 0
    for awal, akhir, isi in sorted(sunting, key=lambda s: (s[0], s[1])):
        hasil += [xml[sampai:awal], isi]
        sampai = akhir
    return b"".join([*hasil, xml[sampai:]])


def nama_mentah(xml: bytes, unsur: Unsur) -> bytes:
    """The element's name as written, prefix included."""
    return re.split(rb"[\s/>]", xml[unsur.mulai + 1 : unsur.buka], maxsplit=1)[0]


def awalan(xml: bytes, unsur: Unsur) -> str:
    """The prefix with its colon that children of the same namespace need; "" for most files."""
    kiri, titik, _ = nama_mentah(xml, unsur).decode().rpartition(":")
    return kiri + titik


def anak_akhir(xml: bytes, unsur: Unsur, isi: bytes) -> Sunting:
    """The edit that gives an element one more last child."""
    if unsur.kosong:
        return unsur.buka - 2, unsur.buka, b">" + isi + b"</" + nama_mentah(xml, unsur) + b">"
    return unsur.tutup, unsur.tutup, isi


def ubah_hitungan(xml: bytes, unsur: Unsur, tambah: int) -> list[Sunting]:
    """The edit of count="n" in a start tag; none when it has no count."""
    cocok = re.search(rb'\scount=["\'](\d+)["\']', xml[unsur.mulai : unsur.buka])
    if cocok is None:
        return []
    awal, akhir = (unsur.mulai + n for n in cocok.span(1))
    return [(awal, akhir, str(int(cocok[1]) + tambah).encode())]


def aman(teks: str) -> str:
    """Text as it may stand in XML, between tags or in double quotes."""
    bersih = _TERLARANG.sub("�", teks)
    return bersih.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
