"""A macro project put together from source text: modules of a template project kept, others added (MS-OVBA).

The project is written without compiled code (the spreadsheet program compiles the source when it opens the file),
which is also how xlwings ships its own template.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_xl.build.vba_kompres import padatkan, urai
from kinerja_xl.build.vba_wadah import baca, tulis
from kinerja_xl.core.errors import KinerjaError

KODE = "cp1252"
_TANPA_KODE_JADI = bytes.fromhex("CC61FFFF00000000")[:7]
_VERSI, _MODUL, _AKHIR_MODUL, _AKHIR = 0x0009, 0x000F, 0x002B, 0x0010
_PEMBUKA = {"lembar": "Document", "buku": "Document", "kelas": "Class", "modul": "Module"}
_DOKUMEN = """Attribute VB_Name = "{nama}"
Attribute VB_Base = "0{{00020820-0000-0000-C000-000000000046}}"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = True
Attribute VB_Exposed = True
Attribute VB_TemplateDerived = False
Attribute VB_Customizable = True
"""


@dataclass(frozen=True)
class Modul:
    """One module. jenis: buku (ThisWorkbook), lembar (a sheet), kelas, modul; teks: source with its attributes."""

    nama: str
    jenis: str
    teks: bytes


@dataclass(frozen=True)
class Proyek:
    """A project: its modules, the head of its `dir` (references, version) and its PROJECT text."""

    modul: tuple[Modul, ...]
    kepala: bytes
    proyek: str


def modul_lembar(nama: str) -> Modul:
    """The empty module that belongs to a worksheet."""
    return Modul(nama, "lembar", _DOKUMEN.format(nama=nama).replace("\n", "\r\n").encode(KODE))


def modul_teks(nama: str, teks: str) -> Modul:
    """A standard module from the text of a .bas file."""
    if f'Attribute VB_Name = "{nama}"' not in teks.splitlines()[0]:
        raise KinerjaError(f"teks modul {nama} tidak diawali namanya")
    return Modul(nama, "modul", "\r\n".join([*teks.splitlines(), ""]).encode(KODE))


def buka(data: bytes) -> Proyek:
    """Read a vbaProject.bin."""
    wadah = baca(data)
    direktori = urai(wadah["VBA/dir"])
    jenis = {}
    proyek = wadah["PROJECT"].decode(KODE)
    for baris in re.findall(r"^(Document|Class|Module)=([^/\r\n]+)", proyek, flags=re.MULTILINE):
        jenis[baris[1]] = {"Class": "kelas", "Module": "modul"}.get(
            baris[0], "buku" if baris[1] == "ThisWorkbook" else "lembar"
        )
    kepala, letak = _urai_direktori(direktori)
    modul = tuple(
        Modul(nama, jenis.get(nama, "modul"), urai(wadah[f"VBA/{aliran}"][geser:])) for nama, aliran, geser in letak
    )
    return Proyek(modul, kepala, proyek)


def _urai_direktori(isi: bytes) -> tuple[bytes, list[tuple[str, str, int]]]:
    """The part before the modules, and (name, stream, offset of the source) of each module."""
    posisi, kepala, modul = 0, b"", []
    nama = aliran = ""
    geser = 0
    while posisi + 6 <= len(isi):
        kode, panjang = struct.unpack_from("<HI", isi, posisi)
        if kode == _VERSI:
            panjang = 6
        data = isi[posisi + 6 : posisi + 6 + panjang]
        if kode == _MODUL:
            kepala = isi[:posisi]
        elif kode == 0x0019:
            nama = data.decode(KODE)
        elif kode == 0x001A:
            aliran = data.decode(KODE)
        elif kode == 0x0031:
            geser = struct.unpack("<I", data)[0]
        elif kode == _AKHIR_MODUL:
            modul.append((nama, aliran, geser))
        elif kode == _AKHIR:
            break
        posisi += 6 + panjang
    if not kepala or not modul:
        raise KinerjaError("proyek makro rusak: daftar modul tidak ditemukan")
    return kepala, modul


def susun(proyek: Proyek, modul: Sequence[Modul]) -> bytes:
    """A vbaProject.bin with the references of `proyek` and exactly these modules."""
    nama = [m.nama for m in modul]
    if len({n.lower() for n in nama}) != len(nama):
        raise KinerjaError("dua modul makro bernama sama")
    direktori = proyek.kepala + struct.pack("<HIHHIH", _MODUL, 2, len(modul), 0x0013, 2, 0xFFFF)
    direktori += b"".join(_catatan(m) for m in modul) + struct.pack("<HI", _AKHIR, 0)
    peta = b"".join(n.encode(KODE) + b"\0" + n.encode("utf-16-le") + b"\0\0" for n in nama) + b"\0\0"
    isi = {"VBA/dir": padatkan(direktori), "VBA/_VBA_PROJECT": _TANPA_KODE_JADI}
    isi.update({f"VBA/{m.nama}": padatkan(m.teks) for m in modul})
    return tulis({**isi, "PROJECT": _teks_proyek(proyek.proyek, modul), "PROJECTwm": peta})


def _catatan(modul: Modul) -> bytes:
    pendek, panjang = modul.nama.encode(KODE), modul.nama.encode("utf-16-le")

    def satu(kode: int, isi: bytes) -> bytes:
        return struct.pack("<HI", kode, len(isi)) + isi

    hasil = satu(0x0019, pendek) + satu(0x0047, panjang) + satu(0x001A, pendek) + satu(0x0032, panjang)
    hasil += satu(0x001C, b"") + satu(0x0048, b"") + satu(0x0031, bytes(4)) + satu(0x001E, bytes(4))
    hasil += satu(0x002C, b"\xff\xff") + satu(0x0021 if modul.jenis == "modul" else 0x0022, b"")
    return hasil + satu(_AKHIR_MODUL, b"")


def _teks_proyek(asal: str, modul: Sequence[Modul]) -> bytes:
    """The PROJECT text: the template's identity and protection state, our list of modules."""
    umum, _, _ = asal.partition("[Workspace]")
    baris = [b for b in umum.splitlines() if not re.match(r"(Document|Class|Module|Package|BaseClass)=", b)]
    daftar = [
        f"{_PEMBUKA[m.jenis]}={m.nama}" + ("/&H00000000" if _PEMBUKA[m.jenis] == "Document" else "") for m in modul
    ]
    jendela = ["[Workspace]", *[f"{m.nama}=0, 0, 0, 0, C" for m in modul], ""]
    return "\r\n".join([baris[0], *daftar, *baris[1:], *jendela]).encode(KODE)
