"""Which input was changed without recalculation? Follows wrong results back to where they begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from kinerja_xl.spec.manifest import Titik

Tetangga = tuple[Mapping[Titik, int], Collection[Titik]]
Langsung = Callable[[Titik], Tetangga]


def tersangka(salah: Collection[Titik], langsung: Langsung) -> dict[Titik, list[Titik]]:
    """For every wrong cell the inputs to suspect, most likely first.

    salah: cells whose stored value is not what the inputs give. langsung: inputs (with the size of the range they
    are read in) and formula cells that a formula reads itself; an input read alone is suspected before one of a
    long range. A wrong cell that reads no other wrong cell is a root: what changed is among its own inputs.
    """
    buruk = set(salah)
    tetangga = {t: langsung(t) for t in salah}
    akar = {t: isian for t, (isian, rumus) in tetangga.items() if not buruk & set(rumus)}
    sering = Counter(i for isian in akar.values() for i in isian)
    luas: dict[Titik, int] = {}
    for isian in akar.values():
        luas.update({i: min(n, luas.get(i, n)) for i, n in isian.items()})
    hasil: dict[Titik, list[Titik]] = {}
    for satu in salah:
        calon = {i for t in _akar_dari(satu, tetangga, buruk) for i in akar.get(t, ())}
        hasil[satu] = sorted(calon, key=lambda i: (luas[i], -sering[i], i))
    return hasil


def _akar_dari(mulai: Titik, tetangga: Mapping[Titik, Tetangga], buruk: set[Titik]) -> set[Titik]:
    lihat, antre, akar = {mulai}, [mulai], set()
    while antre:
        satu = antre.pop()
        atas = [t for t in tetangga[satu][1] if t in buruk]
        if not atas:
            akar.add(satu)
        for t in atas:
            if t not in lihat:
                lihat.add(t)
                antre.append(t)
    return akar
