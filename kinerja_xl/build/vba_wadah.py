"""The container of a macro project (compound file, MS-CFB version 3): read the streams, write them anew.

Only what a vbaProject.bin needs: 512-byte sectors, a short-sector store below 4096 bytes, no more than 109 table
sectors. Written files hold no time and no free sector, so the same streams give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from kinerja_xl.core.errors import KinerjaError

Isi = dict[str, bytes]  # "VBA/dir" -> content

_TANDA = bytes.fromhex("D0CF11E0A1B11AE1")
_SEKTOR, _PENDEK, _BATAS = 512, 64, 4096
_BEBAS, _AKHIR, _TABEL, _TIADA = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_LADANG = struct.Struct("<64sHBBIII16sIQQIQ")


def baca(data: bytes) -> Isi:
    """Streams by path, in the order of their directory entries; raises KinerjaError when it is no such container."""
    if data[:8] != _TANDA or len(data) < 2 * _SEKTOR or struct.unpack_from("<H", data, 30)[0] != 9:
        raise KinerjaError("proyek makro rusak: bukan wadah yang dikenal")
    banyak_tabel, direktori = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    mini = struct.unpack_from("<I", data, 60)[0]
    tabel: list[int] = []
    for sektor in struct.unpack_from("<109I", data, 76)[:banyak_tabel]:
        tabel += struct.unpack("<128I", _ambil(data, sektor))
    ladang = [_LADANG.unpack_from(isi, i) for isi in [_rantai(data, tabel, direktori)] for i in range(0, len(isi), 128)]
    kecil = _rantai(data, tabel, ladang[0][11])
    tabel_kecil = [n for (n,) in struct.iter_unpack("<I", _rantai(data, tabel, mini))]
    hasil: Isi = {}
    for nama, nomor in _telusuri(ladang, ladang[0][6], ""):
        awal, panjang = ladang[nomor][11], ladang[nomor][12]
        if panjang < _BATAS:
            hasil[nama] = _rantai(kecil, tabel_kecil, awal, _PENDEK, 0)[:panjang]
        else:
            hasil[nama] = _rantai(data, tabel, awal)[:panjang]
    return hasil


def _ambil(data: bytes, sektor: int) -> bytes:
    return data[(sektor + 1) * _SEKTOR : (sektor + 2) * _SEKTOR].ljust(_SEKTOR, b"\0")


def _rantai(data: bytes, tabel: list[int], awal: int, ukuran: int = _SEKTOR, geser: int = 1) -> bytes:
    """Content of a chain of sectors."""
    hasil, sektor, sisa = [], awal, len(tabel) + 1
    while sektor < len(tabel) and sisa:
        hasil.append(data[(sektor + geser) * ukuran : (sektor + geser + 1) * ukuran])
        sektor, sisa = tabel[sektor], sisa - 1
    if not sisa:
        raise KinerjaError("proyek makro rusak: rantai sektor berputar")
    return b"".join(hasil)


def _telusuri(ladang: list[tuple], nomor: int, induk: str) -> list[tuple[str, int]]:
    """(path, entry) of every stream below a storage."""
    if nomor == _TIADA:
        return []
    if nomor >= len(ladang):
        raise KinerjaError("proyek makro rusak: daftar isi menunjuk ke luar")
    nama = induk + ladang[nomor][0][: max(ladang[nomor][1] - 2, 0)].decode("utf-16-le")
    diri = [(nama, nomor)] if ladang[nomor][2] == 2 else _telusuri(ladang, ladang[nomor][6], nama + "/")
    return [*_telusuri(ladang, ladang[nomor][4], induk), *diri, *_telusuri(ladang, ladang[nomor][5], induk)]


def tulis(isi: Mapping[str, bytes]) -> bytes:
    """A container with these streams; paths may have one folder level."""
    simpul = _simpul(isi)
    kecil, tabel_kecil, sektor, tabel = b"", [], [], []  # type: ignore[var-annotated]
    letak = {}
    for nama, data in isi.items():
        if len(data) < _BATAS:
            letak[nama] = len(tabel_kecil) if data else _AKHIR
            tabel_kecil += _urutan(len(tabel_kecil), -(-len(data) // _PENDEK))
            kecil += data.ljust(-(-len(data) // _PENDEK) * _PENDEK, b"\0")
        else:
            letak[nama] = _tambah(sektor, tabel, data)
    letak[""] = _tambah(sektor, tabel, kecil)
    mini = _tambah(sektor, tabel, b"".join(struct.pack("<I", n) for n in tabel_kecil), b"\xff")
    banyak_mini = -(-len(tabel_kecil) // 128)
    direktori = _tambah(sektor, tabel, _direktori(simpul, isi, letak, len(kecil)))
    banyak_tabel = 1
    while banyak_tabel * 128 < len(tabel) + banyak_tabel:
        banyak_tabel += 1
    if banyak_tabel > 109:
        raise KinerjaError("proyek makro terlalu besar")
    awal_tabel = len(tabel)
    penuh = tabel + [_TABEL] * banyak_tabel
    penuh += [_BEBAS] * (banyak_tabel * 128 - len(penuh))
    kepala = _TANDA + bytes(16) + struct.pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, banyak_tabel)
    kepala += struct.pack("<IIIIIII", direktori, 0, _BATAS, mini, banyak_mini, _AKHIR, 0)
    kepala += struct.pack("<109I", *[awal_tabel + i if i < banyak_tabel else _BEBAS for i in range(109)])
    return kepala + b"".join(sektor) + struct.pack(f"<{len(penuh)}I", *penuh)


def _urutan(awal: int, banyak: int) -> list[int]:
    return [*range(awal + 1, awal + banyak), _AKHIR] if banyak else []


def _tambah(sektor: list[bytes], tabel: list[int], data: bytes, isian: bytes = b"\0") -> int:
    """Append a stream as a chain of sectors; its first sector."""
    if not data:
        return _AKHIR
    awal, banyak = len(tabel), -(-len(data) // _SEKTOR)
    sektor.append(data.ljust(banyak * _SEKTOR, isian))
    tabel += _urutan(awal, banyak)
    return awal


def _simpul(isi: Mapping[str, bytes]) -> list[str]:
    """Entries in order: the root "", storages ("VBA/"), streams."""
    folder = dict.fromkeys(nama.partition("/")[0] + "/" for nama in isi if "/" in nama)
    return ["", *folder, *isi]


def _direktori(simpul: list[str], isi: Mapping[str, bytes], letak: Mapping[str, int], kecil: int) -> bytes:
    nomor = {nama: i for i, nama in enumerate(simpul)}
    kiri, kanan, warna = [_TIADA] * len(simpul), [_TIADA] * len(simpul), [1] * len(simpul)
    anak = [_TIADA] * len(simpul)
    for folder in [nama for nama in simpul if nama == "" or nama.endswith("/")]:
        dalam = [n for n in simpul if n and n.startswith(folder) and "/" not in n[len(folder) : -1] and n != folder]
        dalam.sort(key=lambda n: (len(_nama(n)), _nama(n).upper()))
        anak[nomor[folder]] = _pohon([nomor[n] for n in dalam], kiri, kanan, warna)
    hasil = b""
    for i, nama in enumerate(simpul):
        jenis = 5 if not nama else 1 if nama.endswith("/") else 2
        teks = (_nama(nama) or "Root Entry").encode("utf-16-le") + b"\0\0"
        awal = 0 if jenis == 1 else letak[nama]
        panjang = kecil if jenis == 5 else len(isi.get(nama, b""))
        hasil += _LADANG.pack(
            teks, len(teks), jenis, warna[i], kiri[i], kanan[i], anak[i], bytes(16), 0, 0, 0, awal, panjang
        )
    kosong = _LADANG.pack(b"", 0, 0, 0, _TIADA, _TIADA, _TIADA, bytes(16), 0, 0, 0, 0, 0)
    return hasil + kosong * (-len(simpul) % 4)


def _nama(jalur: str) -> str:
    return jalur.rstrip("/").rpartition("/")[2]


def _pohon(urut: list[int], kiri: list[int], kanan: list[int], warna: list[int]) -> int:
    """A balanced tree over sorted entries; its unfilled last level is red (0), all above black (1)."""
    penuh = (len(urut) + 1).bit_length() - 1

    def susun(a: int, b: int, tingkat: int) -> int:
        if a >= b:
            return _TIADA
        t = (a + b) // 2
        kiri[urut[t]], kanan[urut[t]] = susun(a, t, tingkat + 1), susun(t + 1, b, tingkat + 1)
        warna[urut[t]] = 0 if tingkat > penuh else 1
        return urut[t]

    return susun(0, len(urut), 1)
