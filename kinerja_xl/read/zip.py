"""Our own walk of the zip directory: where every entry lies, and whether the archive has one meaning only."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from kinerja_xl.read import batas
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.zip_nama import periksa_nama

_EOCD = struct.Struct("<4s4H2LH")
_PUSAT = struct.Struct("<4s6H3L5H2L")
_LOKAL = struct.Struct("<4s5H3L2H")
_PENUH = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Entri:
    """One entry of the central directory; awal: offset of its local header in the data."""

    nama: str
    mentah: bytes
    bendera: int
    metode: int
    crc: int
    kecil: int
    besar: int
    awal: int


@dataclass(frozen=True, slots=True)
class Letak:
    """Where the compressed bytes of a sound entry lie."""

    entri: Entri
    mulai: int
    akhir: int


def telusuri(data: bytes, catatan: Catatan) -> list[Letak]:
    """Sound entries of the archive, in directory order; raises Henti when it cannot be walked safely."""
    geser, pusat, jumlah, eocd = _ujung(data, catatan)
    entri = _direktori(data, geser, pusat, jumlah, eocd, catatan)
    baik = _tunggal(_periksa_entri(entri, catatan), catatan)
    return _letak(data, baik, entri, pusat + geser, catatan)


def _ujung(data: bytes, catatan: Catatan) -> tuple[int, int, int, int]:
    """Shift of all offsets, offset of the directory, number of entries, place of the end record."""
    mulai = max(0, len(data) - 65_557)
    calon: list[int] = []
    posisi = data.rfind(b"PK\x05\x06")
    while posisi >= mulai and len(calon) < 8:
        if posisi + 22 <= len(data):
            calon.append(posisi)
        posisi = data.rfind(b"PK\x05\x06", 0, posisi)
    if not calon:
        kode = "BERKAS-11" if b"PK\x05\x06" in data else "BERKAS-09"
        raise catatan.henti(kode, jumlah=len(data))
    pas = [p for p in calon if p + 22 + _EOCD.unpack_from(data, p)[7] == len(data)]
    posisi = max(pas) if pas else max(calon)
    _, disk, disk_pusat, di_sini, jumlah, panjang, pusat, komentar = _EOCD.unpack_from(data, posisi)
    if len(calon) > 1 or not pas:
        catatan.catat("BERKAS-11", jumlah=len(data) - posisi - 22)
        if len(calon) > 1:
            raise catatan.henti("BERKAS-36", sebab="dua penutup arsip")
    elif komentar:
        catatan.catat("BERKAS-38", jumlah=komentar)
    if data[posisi - 20 : posisi - 16] == b"PK\x06\x07" or _PENUH in (panjang, pusat) or jumlah == 0xFFFF:
        raise catatan.henti("BERKAS-33")
    if disk or disk_pusat or di_sini != jumlah:
        raise catatan.henti("BERKAS-36", sebab="arsip bersambung ke berkas lain")
    geser = posisi - pusat - panjang
    if geser < 0:
        raise catatan.henti("BERKAS-09", jumlah=len(data))
    if geser:
        catatan.catat("BERKAS-10", jumlah=geser)
    return geser, pusat, jumlah, posisi


def _direktori(data: bytes, geser: int, pusat: int, jumlah: int, eocd: int, catatan: Catatan) -> list[Entri]:
    """Entries as the central directory lists them."""
    if jumlah > batas.ENTRI.nilai:
        raise catatan.henti(batas.ENTRI.kode, jumlah=jumlah, batas=batas.ENTRI.nilai)
    posisi = pusat + geser
    hasil: list[Entri] = []
    while posisi + 46 <= eocd and data[posisi : posisi + 4] == b"PK\x01\x02":
        (_, dibuat, _, bendera, metode, _, _, crc, kecil, besar, n, m, k, _, _, sifat, awal) = _PUSAT.unpack_from(
            data, posisi
        )
        mentah = data[posisi + 46 : posisi + 46 + n]
        posisi += 46 + n + m + k
        nama = mentah.decode("utf-8" if bendera & 0x800 else "cp437", "replace")
        if len(hasil) >= jumlah or posisi > eocd:
            break
        if dibuat >> 8 in (3, 19) and (sifat >> 16) & 0o170000 not in (0, 0o100000, 0o040000):
            catatan.catat("BERKAS-28", bagian=nama)
            nama = ""
        hasil.append(Entri(nama, mentah, bendera, metode, crc, kecil, besar, awal + geser))
    if posisi != eocd or len(hasil) != jumlah:
        raise catatan.henti("BERKAS-36", sebab="daftar isi arsip tidak utuh")
    return hasil


def _periksa_entri(entri: list[Entri], catatan: Catatan) -> list[Entri]:
    """Entries that may be inflated; the others are named once each."""
    baik, total = [], 0
    for satu in entri:
        if not satu.nama or not periksa_nama(satu.nama, satu.mentah, catatan):
            continue
        total += satu.besar
        if satu.nama.endswith("/") and not satu.besar:
            continue
        kode = _kode_entri(satu)
        if kode:
            catatan.catat(kode, bagian=satu.nama, ukuran=satu.besar, batas=_batas(kode), metode=satu.metode)
        else:
            baik.append(satu)
    if total > batas.TOTAL.nilai:
        raise catatan.henti(batas.TOTAL.kode, ukuran=total, batas=batas.TOTAL.nilai)
    return baik


def _kode_entri(entri: Entri) -> str | None:
    """Why this entry must not be inflated, if so."""
    if entri.bendera & 0x2041:
        return "BERKAS-29"
    if entri.metode not in (0, 8):
        return "BERKAS-30"
    if _PENUH in (entri.besar, entri.kecil, entri.awal):
        return "BERKAS-33"
    if entri.besar > batas.NISBAH_MULAI.nilai and entri.besar > batas.NISBAH.nilai * max(entri.kecil, 1):
        return batas.NISBAH.kode
    if entri.besar > batas.BAGIAN.nilai:
        return batas.BAGIAN.kode
    return None


def _batas(kode: str) -> int:
    return {batas.NISBAH.kode: batas.NISBAH.nilai, batas.BAGIAN.kode: batas.BAGIAN.nilai}.get(kode, 0)


def _tunggal(entri: list[Entri], catatan: Catatan) -> list[Entri]:
    """Entries whose name, compared without case, occurs once; a doubled name has no meaning and is left out."""
    kali: dict[str, int] = {}
    for satu in entri:
        kali[satu.nama.casefold()] = kali.get(satu.nama.casefold(), 0) + 1
    for satu in entri:
        if kali[satu.nama.casefold()] > 1:
            catatan.catat("BERKAS-26", bagian=satu.nama)
            kali[satu.nama.casefold()] = -1
    return [satu for satu in entri if kali[satu.nama.casefold()] == 1]


def _letak(data: bytes, baik: list[Entri], semua: list[Entri], pusat: int, catatan: Catatan) -> list[Letak]:
    """Places of the entries after comparing local headers; overlaps and gaps are findings."""
    letak, ruas = [], []
    for satu in semua:
        if satu.awal + 30 > pusat or data[satu.awal : satu.awal + 4] != b"PK\x03\x04":
            catatan.catat("BERKAS-34", bagian=satu.nama)
            continue
        (_, _, bendera, metode, _, _, crc, kecil, besar, n, m) = _LOKAL.unpack_from(data, satu.awal)
        mulai = satu.awal + 30 + n + m
        akhir = mulai + satu.kecil
        nyata = (satu.crc, satu.kecil, satu.besar)
        beda = data[satu.awal + 30 : satu.awal + 30 + n] != satu.mentah or metode != satu.metode
        lokal = (crc, kecil, besar)
        if bendera & 8:
            beda = beda or any(a not in (0, b, _PENUH) for a, b in zip(lokal, nyata, strict=True))
        elif _PENUH not in lokal:
            beda = beda or lokal != nyata
        if beda or akhir > pusat:
            catatan.catat("BERKAS-34" if beda else "BERKAS-09", bagian=satu.nama, jumlah=len(data))
        elif satu in baik:
            letak.append(Letak(satu, mulai, akhir))
        ruas.append((satu.awal, akhir, satu, bool(bendera & 8)))
    _tindih_dan_celah(data, ruas, pusat, catatan)
    return letak


def _tindih_dan_celah(data: bytes, ruas: list[tuple[int, int, Entri, bool]], pusat: int, catatan: Catatan) -> None:
    """Entries must not share bytes (stop); unused bytes between them are odd, unused bytes in front are not ours."""
    ruas.sort(key=lambda r: (r[0], r[1]))
    sampai, celah = 0, 0
    for awal, akhir, satu, penutup in ruas:
        if awal < sampai:
            raise catatan.henti("BERKAS-25", bagian=satu.nama)
        if awal > sampai and sampai == 0 and not catatan.ada("BERKAS-10"):
            catatan.catat("BERKAS-10", jumlah=awal)
        elif awal > sampai and sampai:
            celah += awal - sampai
        sampai = akhir + (_panjang_penutup(data, akhir) if penutup else 0)
    if pusat > sampai and ruas:
        celah += pusat - sampai
    if celah:
        catatan.catat("BERKAS-35", jumlah=celah)


def _panjang_penutup(data: bytes, akhir: int) -> int:
    """Bytes of the data descriptor behind an entry: 12 or 16, 20 or 24 in its 64-bit form."""
    dengan_tanda = 4 if data[akhir : akhir + 4] == b"PK\x07\x08" else 0
    for panjang in (12, 20):
        lanjut = data[akhir + dengan_tanda + panjang : akhir + dengan_tanda + panjang + 4]
        if lanjut in (b"PK\x03\x04", b"PK\x01\x02"):
            return dengan_tanda + panjang
    return dengan_tanda + 12
