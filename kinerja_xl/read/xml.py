"""Expat with its hands tied: no DTD, no entities, no deep nesting, no giant attribute, UTF-8 or UTF-16 only."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from kinerja_xl.read import batas
from kinerja_xl.read.masalah import Catatan, Henti

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
TAUT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
KETAT = "http://purl.oclc.org/ooxml/"
RUANG = "http://www.w3.org/XML/1998/namespace "

Atribut = dict[str, str]
Mulai = Callable[[str, Atribut, int], None]
Selesai = Callable[[str, int], None]
Teks = Callable[[str], None]

_SANDI = {"utf-8", "utf8", "utf-16", "utf16", "utf-16le", "utf-16be", "us-ascii", "ascii"}
_SALAH_SANDI = {18, 19}


def urai(
    isi: bytes,
    bagian: str,
    catatan: Catatan,
    mulai: Mulai | None = None,
    selesai: Selesai | None = None,
    teks: Teks | None = None,
    akar: str | None = None,
) -> bool:
    """Walk one part; element names arrive as "namespace local". True when the part was read to its end.

    akar: name the root element must have; another root would make a reader see an empty part.
    """
    catatan.terurai.add(bagian)
    kamus: dict[str, str] = {}
    pengurai = expat.ParserCreate(namespace_separator=" ", intern=kamus)
    _larang(pengurai, bagian, catatan)
    _pasang(pengurai, kamus, bagian, catatan, _berakar(mulai, akar, bagian, catatan), selesai)
    if teks is not None:
        pengurai.buffer_text = True
        pengurai.CharacterDataHandler = teks
    try:
        pengurai.Parse(isi, True)
    except Henti:
        return False
    except expat.ExpatError as galat:
        kode = "BERKAS-43" if galat.code in _SALAH_SANDI else "BERKAS-44"
        sebab = "sandi huruf tidak dikenal" if galat.code in _SALAH_SANDI else expat.ErrorString(galat.code)
        catatan.catat(kode, bagian=bagian, baris=galat.lineno, sebab=sebab)
        return False
    except (UnicodeError, LookupError, ValueError):
        catatan.catat("BERKAS-43", bagian=bagian, sebab="sandi huruf")
        return False
    return True


def _berakar(mulai: Mulai | None, akar: str | None, bagian: str, catatan: Catatan) -> Mulai | None:
    """The caller's start handler behind a check of the root element."""
    if akar is None:
        return mulai

    def periksa(nama: str, atribut: Atribut, dalam: int) -> None:
        if dalam == 1 and nama != akar:
            raise catatan.henti("BERKAS-15" if nama.startswith(KETAT) else "BERKAS-47", bagian=bagian)
        if mulai is not None:
            mulai(nama, atribut, dalam)

    return periksa


def _pasang(
    pengurai: expat.XMLParserType,
    kamus: dict[str, str],
    bagian: str,
    catatan: Catatan,
    mulai: Mulai | None,
    selesai: Selesai | None,
) -> None:
    """Depth and attribute limits around the caller's handlers."""
    dalam, maks_dalam, maks_atribut = 0, batas.DALAM_XML.nilai, batas.ATRIBUT_XML.nilai
    maks_elemen, maks_nama = batas.ELEMEN_XML.nilai, batas.NAMA_XML.nilai

    def buka(nama: str, atribut: Atribut) -> None:
        nonlocal dalam
        dalam += 1
        catatan.elemen += 1
        if dalam > maks_dalam:
            raise catatan.henti(batas.DALAM_XML.kode, bagian=bagian, batas=maks_dalam)
        if catatan.elemen > maks_elemen:
            raise catatan.henti(batas.ELEMEN_XML.kode, bagian=bagian, batas=maks_elemen)
        if len(kamus) > maks_nama:
            raise catatan.henti(batas.NAMA_XML.kode, bagian=bagian, batas=maks_nama)
        for nilai in atribut.values():
            if len(nilai) > maks_atribut:
                raise catatan.henti(batas.ATRIBUT_XML.kode, bagian=bagian, ukuran=len(nilai), batas=maks_atribut)
        if mulai is not None:
            mulai(nama, atribut, dalam)

    def tutup(nama: str) -> None:
        nonlocal dalam
        if selesai is not None:
            selesai(nama, dalam)
        dalam -= 1

    pengurai.StartElementHandler = buka
    pengurai.EndElementHandler = tutup


def _larang(pengurai: expat.XMLParserType, bagian: str, catatan: Catatan) -> None:
    """What no workbook part may hold ends its reading."""

    def dtd(*_: object) -> int:
        raise catatan.henti("BERKAS-40", bagian=bagian)

    def deklarasi(versi: str, sandi: str | None, mandiri: int) -> None:
        if sandi is not None and sandi.lower() not in _SANDI:
            raise catatan.henti("BERKAS-43", bagian=bagian, sebab=sandi)

    def perintah(sasaran: str, data: str) -> None:
        if sasaran.lower() == "xml-stylesheet" or not bagian.lower().startswith("customxml/"):
            raise catatan.henti("BERKAS-45", bagian=bagian, sasaran=sasaran)

    def ruang(awalan: str | None, uri: str | None) -> None:
        if uri and uri.startswith("http://www.w3.org/2001/XInclude"):
            raise catatan.henti("BERKAS-46", bagian=bagian)

    pengurai.StartDoctypeDeclHandler = dtd
    pengurai.EntityDeclHandler = dtd
    pengurai.ExternalEntityRefHandler = dtd
    pengurai.XmlDeclHandler = deklarasi
    pengurai.ProcessingInstructionHandler = perintah
    pengurai.StartNamespaceDeclHandler = ruang
