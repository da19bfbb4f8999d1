"""The workbook as the general check sees it: formulas by sheet, each with its key and what it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kinerja_xl.core.nama import kolom_angka, kutip_lembar
from kinerja_xl.mesin.nama import buka_kutip
from kinerja_xl.read.buku import Buku, Lembar, Sel
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.umum.batas import MAKS_HURUF, MAKS_KEPING, MAKS_RUMUS
from kinerja_xl.verify.umum.urai import Bentuk, Daerah, Urai, bentuk, urai

Petak = tuple[int, int]
_AREA = re.compile(
    r"(?:'((?:[^'\[\]]|'')+)'|([\w.]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\Z"
)


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula cell. kotak: what it reads, with the sheets' own names; luar: it reads what is not in this workbook."""

    titik: Titik
    sel: Sel
    bentuk: Bentuk
    kotak: tuple[Daerah, ...]
    rantai: tuple[str, ...]
    nama: tuple[str, ...]
    polos: str
    luar: str = ""


@dataclass
class Pandang:
    """A workbook taken apart. rumus: by sheet and cell; lewat: formulas beyond the limits."""

    buku: Buku
    rumus: dict[str, dict[Petak, Rumus]] = field(default_factory=dict)
    lewat: int = 0
    keping: int = 0
    nama: Mapping[str, str] = field(default_factory=dict)
    lembar_ada: Mapping[str, str] = field(default_factory=dict)
    _bentuk: dict[str, Bentuk] = field(default_factory=dict)

    def setiap(self) -> Iterator[Rumus]:
        """All formulas in sheet, row, column order."""
        for satu in self.rumus.values():
            yield from (satu[titik] for titik in sorted(satu))

    def lembar(self) -> Iterator[tuple[Lembar, dict[Petak, Rumus]]]:
        """The sheets that could be read, with their formulas."""
        yield from ((satu, self.rumus.get(satu.nama, {})) for satu in self.buku.lembar if satu.terbaca)


def pandang(buku: Buku) -> Pandang:
    """Take the formulas of a workbook apart, within the limits."""
    hasil = Pandang(buku)
    hasil.nama = {n.nama.lower(): n.rumus for n in buku.nama if n.lembar is None and _AREA.match(n.rumus)}
    hasil.lembar_ada = {satu.nama.lower(): satu.nama for satu in buku.lembar if satu.terbaca}
    ujung = {satu.nama.lower(): _ujung(satu) for satu in buku.lembar if satu.terbaca}
    terjauh = (max((b for b, _ in ujung.values()), default=1), max((k for _, k in ujung.values()), default=1))
    huruf = banyak = 0
    for lembar in buku.lembar:
        isi = hasil.rumus.setdefault(lembar.nama, {}) if lembar.terbaca else {}
        for titik, sel in lembar.sel.items():
            if sel.rumus is None:
                continue
            banyak, huruf = banyak + 1, huruf + len(sel.rumus)
            if banyak > MAKS_RUMUS or huruf > MAKS_HURUF or hasil.keping > MAKS_KEPING:
                hasil.lewat += 1
                continue
            isi[titik] = _satu(hasil, lembar.nama, sel, terjauh)
    return hasil


def _ujung(lembar: Lembar) -> Petak:
    return max((b for b, _ in lembar.sel), default=1), max((k for _, k in lembar.sel), default=1)


def _satu(hasil: Pandang, lembar: str, sel: Sel, ujung: Petak) -> Rumus:
    pecah = urai(sel.rumus or "", sel.baris, sel.kolom, ujung)
    hasil.keping += len(pecah.keping)
    if pecah.kunci not in hasil._bentuk:
        hasil._bentuk[pecah.kunci] = bentuk(pecah)
    kotak: list[Daerah] = []
    luar = ""
    for milik, b1, k1, b2, k2 in (*pecah.kotak, *_dari_nama(hasil, pecah)):
        nama = hasil.lembar_ada.get(buka_kutip(milik).lower()) if milik else lembar
        if nama is None:
            luar = luar or milik
        else:
            kotak.append((nama, b1, k1, b2, k2))
    letak = (lembar, sel.baris, sel.kolom)
    isi = hasil._bentuk[pecah.kunci]
    return Rumus(letak, sel, isi, tuple(kotak), pecah.rantai, pecah.nama, pecah.polos, luar)


def _dari_nama(hasil: Pandang, pecah: Urai) -> Iterator[Daerah]:
    """What the defined names of a formula stand for."""
    for nama in pecah.nama:
        cocok = _AREA.match(hasil.nama.get(nama.lower(), ""))
        if cocok:
            milik = (cocok[1] or "").replace("''", "'") or cocok[2]
            b1, k1 = int(cocok[4]), kolom_angka(cocok[3])
            b2, k2 = (int(cocok[6]), kolom_angka(cocok[5])) if cocok[5] else (b1, k1)
            yield kutip_lembar(milik) + "!", min(b1, b2), min(k1, k2), max(b1, b2), max(k1, k2)
