"""The compression of VBA source text inside a macro project (MS-OVBA 2.4.1): both directions, bounded.

A container is a signature byte and chunks of 4096 bytes; a chunk is a header and groups of eight tokens, each a
byte or a copy of earlier bytes of the same chunk. How many bits of a copy say "how far" grows with the position.
"""

from __future__ import annotations

from kinerja_xl.core.errors import KinerjaError

_TANDA = 0x01
_BONGKAH = 4096
_MAKS = 16 * 1024 * 1024


def padatkan(isi: bytes) -> bytes:
    """Compressed container of `isi`; the same text always gives the same bytes."""
    hasil = bytearray([_TANDA])
    for awal in range(0, len(isi), _BONGKAH):
        bongkah = isi[awal : awal + _BONGKAH]
        padat = _padatkan_bongkah(bongkah)
        if len(padat) <= _BONGKAH:
            hasil += (0xB000 | (len(padat) + 2 - 3)).to_bytes(2, "little") + padat
        elif len(bongkah) == _BONGKAH:
            hasil += (0x3000 | (_BONGKAH + 2 - 3)).to_bytes(2, "little") + bongkah
        else:  # the format can only pad such a rest with zero bytes; source text never comes here
            raise KinerjaError("teks makro tidak dapat dipadatkan")
    return bytes(hasil)


def _bit(posisi: int) -> int:
    """Bits of the offset part of a copy token at a position of the chunk."""
    return max(4, (posisi - 1).bit_length())


def _padatkan_bongkah(isi: bytes) -> bytes:
    hasil, posisi = bytearray(), 0
    jejak: dict[bytes, list[int]] = {}
    while posisi < len(isi):
        bendera, token = 0, bytearray()
        for ke in range(8):
            if posisi >= len(isi):
                break
            jauh, panjang = _salinan(isi, posisi, jejak)
            if panjang:
                bit = _bit(posisi)
                token += (((jauh - 1) << (16 - bit)) | (panjang - 3)).to_bytes(2, "little")
                bendera |= 1 << ke
            else:
                panjang = 1
                token.append(isi[posisi])
            for satu in range(posisi, posisi + panjang):
                jejak.setdefault(isi[satu : satu + 3], []).append(satu)
            posisi += panjang
        hasil.append(bendera)
        hasil += token
    return bytes(hasil)


def _salinan(isi: bytes, posisi: int, jejak: dict[bytes, list[int]]) -> tuple[int, int]:
    """The longest earlier run equal to what follows: (how far back, how long); (0, 0) below three bytes."""
    if posisi == 0 or posisi + 3 > len(isi):
        return 0, 0
    maks = min((1 << (16 - _bit(posisi))) + 2, len(isi) - posisi)
    terbaik = (0, 0)
    for dulu in reversed(jejak.get(isi[posisi : posisi + 3], [])[-64:]):
        panjang = 3
        while panjang < maks and isi[dulu + panjang] == isi[posisi + panjang]:
            panjang += 1
        if panjang > terbaik[1]:
            terbaik = (posisi - dulu, panjang)
    return terbaik


def urai(padat: bytes) -> bytes:
    """Text of a compressed container; raises KinerjaError when it is damaged."""
    if padat[:1] != bytes([_TANDA]):
        raise KinerjaError("proyek makro rusak: awal teks padat tidak dikenal")
    hasil, posisi = bytearray(), 1
    while posisi + 2 <= len(padat) and len(hasil) < _MAKS:
        kepala = int.from_bytes(padat[posisi : posisi + 2], "little")
        akhir = min(posisi + (kepala & 0x0FFF) + 3, len(padat))
        if kepala & 0x8000:
            hasil += _urai_bongkah(padat[posisi + 2 : akhir])
        else:
            hasil += padat[posisi + 2 : posisi + 2 + _BONGKAH]
            akhir = posisi + 2 + _BONGKAH
        posisi = akhir
    return bytes(hasil)


def _urai_bongkah(isi: bytes) -> bytes:
    hasil, posisi = bytearray(), 0
    while posisi < len(isi):
        bendera = isi[posisi]
        posisi += 1
        for ke in range(8):
            if posisi >= len(isi):
                break
            if not bendera >> ke & 1:
                hasil.append(isi[posisi])
                posisi += 1
                continue
            token = int.from_bytes(isi[posisi : posisi + 2], "little")
            posisi += 2
            bit = _bit(len(hasil))
            jauh, panjang = (token >> (16 - bit)) + 1, (token & ((1 << (16 - bit)) - 1)) + 3
            if jauh > len(hasil):
                raise KinerjaError("proyek makro rusak: salinan menunjuk sebelum awal")
            for _ in range(panjang):
                hasil.append(hasil[-jauh])
    return bytes(hasil)
