"""Harvest of a workbook whose template version is no longer shipped: by its own names, headers and locks.

A name that points to one cell is a single value; one that points to several is the body of a table, whose columns are
known by the header above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kinerja_xl.core.nama import alamat, kolom_angka
from kinerja_xl.edit.pindah_letak import rapi
from kinerja_xl.edit.pindah_panen import LEMBAR_LAIN, LIAR, Butir, Panen, Rekam
from kinerja_xl.read.buku import Buku, Lembar
from kinerja_xl.read.buku import Sel as SelBuku
from kinerja_xl.spec.manifest import Manifest, Nilai

_DAERAH = re.compile(r"'?((?:[^'!]|'')+)'?!\$([A-Z]{1,3})\$(\d{1,7})(?::\$([A-Z]{1,3})\$(\d{1,7}))?\Z")
_KEPALA = 3  # header rows looked at above a table


def panen_menurut_nama(buku: Buku, manifest: Manifest, ganti: Mapping[str, str]) -> Panen:
    """manifest: the new template, for the headers of its tables. ganti: old name -> present name."""
    hasil, terpakai = Panen(), set()
    lembar = {satu.nama: satu for satu in buku.lembar}
    for satu in sorted(buku.nama, key=lambda n: ":" in n.rumus):  # single cells first: a table may hold some of them
        cocok = _DAERAH.match(satu.rumus) if satu.lembar is None else None
        milik = lembar.get(cocok.group(1).replace("''", "'")) if cocok else None
        if cocok is None or milik is None:
            continue
        nama = ganti.get(satu.nama, satu.nama)
        b1, k1 = int(cocok.group(3)), kolom_angka(cocok.group(2))
        if cocok.group(4) is None:
            ada = milik.sel.get((b1, k1))
            if ada is not None and _isian(buku, ada):
                hasil.tunggal[nama] = _butir(milik, ada, nama)
                terpakai.add((milik.nama, b1, k1))
            continue
        daerah = (b1, k1, min(int(cocok.group(5)), b1 + len(milik.sel)), kolom_angka(cocok.group(4)))
        hasil.tabel[nama] = list(_tabel(buku, milik, nama, daerah, manifest, terpakai))
    dikenal = {m.nama for m in manifest.lembar}
    for satu_lembar in buku.lembar:
        for (b, k), ada in sorted(satu_lembar.sel.items()):
            if _isian(buku, ada) and (satu_lembar.nama, b, k) not in terpakai and satu_lembar.nama != "Info":
                sebab = LIAR if satu_lembar.nama in dikenal else LEMBAR_LAIN
                hasil.lain.append(_butir(satu_lembar, ada, "").karena(sebab))
    return hasil


def _isian(buku: Buku, ada: SelBuku) -> bool:
    """A typed value in an unlocked cell."""
    terkunci = buku.gaya[ada.gaya].terkunci if 0 <= ada.gaya < len(buku.gaya) else True
    return not terkunci and ada.rumus is None and ada.jenis not in "eb" and ada.nilai not in (None, "")


def _butir(lembar: Lembar, ada: SelBuku, nama: str) -> Butir:
    return Butir(lembar.nama, alamat(ada.baris, ada.kolom), ada.nilai, nama)


def _tabel(
    buku: Buku, lembar: Lembar, nama: str, daerah: tuple[int, int, int, int], manifest: Manifest,
    terpakai: set[tuple[str, int, int]],
) -> Iterator[Rekam]:  # fmt: skip
    b1, k1, b2, k2 = daerah
    kunci = {k: satu for k in range(k1, k2 + 1) if (satu := _kunci(manifest, nama, _kepala(lembar, b1, k)))}
    for ke, b in enumerate(range(b1, b2 + 1), 1):
        isi, tanda = {}, []
        for k in range(k1, k2 + 1):
            ada = lembar.sel.get((b, k))
            if ada is None or ada.nilai in (None, ""):
                continue
            if _isian(buku, ada):
                # a column that has gone, or whose inputs are named each, is found by the cell's own name
                if k in kunci and (lembar.nama, b, k) not in terpakai:
                    isi[kunci[k]] = _butir(lembar, ada, f"{nama}[{ke}].{kunci[k]}")
                    terpakai.add((lembar.nama, b, k))
            elif ada.rumus is None:
                tanda.append(rapi(ada.nilai))
        yield Rekam(ke, isi, tuple(tanda))


def _kepala(lembar: Lembar, b1: int, k: int) -> str:
    for b in range(b1 - 1, max(0, b1 - 1 - _KEPALA), -1):
        ada = lembar.sel.get((b, k))
        if ada is not None and isinstance(ada.nilai, str):
            return _rapi(ada.nilai)
    return ""


def _kunci(manifest: Manifest, nama: str, kepala: str) -> str:
    """Key of the new table's column under this header."""
    tabel = manifest.tabel.get(nama)
    if tabel is None or not kepala:
        return ""
    peta = manifest.lembar_bernama[tabel.lembar].peta
    for kunci, kolom in tabel.kolom.items():
        for b in range(tabel.baris1 - 1, max(0, tabel.baris1 - 1 - _KEPALA), -1):
            sel = peta.get((b, kolom))
            if sel is not None and _rapi(sel.nilai) == kepala:
                return kunci
    return ""


def _rapi(nilai: Nilai) -> str:
    return " ".join(str(nilai or "").split()).casefold()
