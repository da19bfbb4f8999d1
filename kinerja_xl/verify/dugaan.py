"""Which input was changed without recalculation? Follows wrong results back to where they begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

from kinerja_xl.spec.manifest import Titik

Langsung = Callable[[Titik], tuple[Collection[Titik], Collection[Titik]]]


def tersangka(salah: Collection[Titik], langsung: Langsung) -> dict[Titik, list[Titik]]:
    """For every wrong cell the inputs to suspect, most likely first.

    salah: cells whose stored value is not what the inputs give. langsung: inputs and formula cells that a formula
    reads directly. A wrong cell that reads no other wrong cell is a root: what changed is among its own inputs.
    """
    buruk = set(salah)
    tetangga = {t: langsung(t) for t in salah}
    akar = {t: list(isian) for t, (isian, rumus) in tetangga.items() if not buruk & set(rumus)}
    sering = Counter(i for isian in akar.values() for i in isian)
    sedikit: dict[Titik, int] = {}
    for isian in akar.values():
        sedikit.update({i: min(len(isian), sedikit.get(i, len(isian))) for i in isian})
    hasil: dict[Titik, list[Titik]] = {}
    for satu in salah:
        calon = {i for t in _akar_dari(satu, tetangga, buruk) for i in akar.get(t, ())}
        hasil[satu] = sorted(calon, key=lambda i: (sedikit[i], -sering[i], i))
    return hasil


def _akar_dari(
    mulai: Titik, tetangga: dict[Titik, tuple[Collection[Titik], Collection[Titik]]], buruk: set[Titik]
) -> set[Titik]:
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
