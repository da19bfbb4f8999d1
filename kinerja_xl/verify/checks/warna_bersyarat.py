"""Conditional formats: none that hides or replaces what a cell shows, none that the template does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.nama import kolom_angka, rentang
from kinerja_xl.read.buku import Area, Bersyarat, Gaya, GayaBersyarat
from kinerja_xl.spec.manifest import LembarM
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.checks.tampilan import akibat_format
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.kontras import TERENDAH, kontras
from kinerja_xl.verify.rumus_baku import sama
from kinerja_xl.verify.temuan import Kata, Temuan, buat

_HURUF = Kata("membuat huruf sewarna dengan selnya", "gives the letters the colour of their cell")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\Z")


@periksa("STR", 27)
def warna_bersyarat(kasus: Kasus) -> Iterator[Temuan]:
    """Every rule is the template's, and none makes a content invisible or another."""
    for m in kasus.manifest.lembar:
        if not kasus.utuh(m.nama) or m.keadaan != "visible":
            continue
        harus = [(_daerah(w.daerah), '"' + w.bila.replace('"', '""') + '"') for w in m.warna_bersyarat]
        for aturan in kasus.lembar[m.nama].bersyarat:
            yield from _satu(kasus, m, aturan, harus)


def _satu(kasus: Kasus, m: LembarM, aturan: Bersyarat, harus: list[tuple[Area, str]]) -> Iterator[Temuan]:
    daerah = aturan.area[0] if aturan.area else (1, 1, 1, 1)
    titik = (m.nama, daerah[0], daerah[1])
    sebut = rentang(*daerah)
    akibat = next((a for satu in aturan.area[:_BANYAK] if (a := _akibat(kasus, m, aturan, satu))), None)
    if akibat is not None:
        yield buat("STR-42", titik, daerah=sebut, akibat=akibat)
    elif not _dari_templat(aturan, harus):
        yield buat("STR-43", titik, daerah=sebut)


_BANYAK = 100  # areas of one rule that are looked at


def _dari_templat(aturan: Bersyarat, harus: list[tuple[Area, str]]) -> bool:
    """Is it a rule of the template, over its range or a part of it?"""
    if (aturan.jenis, aturan.operator) != ("cellIs", "equal") or not aturan.area:
        return False
    luas = [daerah for daerah, bila in harus if sama(aturan.rumus, bila)]
    return all(any(_dalam(satu, daerah) for daerah in luas) for satu in aturan.area)


def _dalam(satu: Area, luar: Area) -> bool:
    return luar[0] <= satu[0] and luar[1] <= satu[1] and satu[2] <= luar[2] and satu[3] <= luar[3]


def _daerah(teks: str) -> Area:
    cocok = _AREA.match(teks.rpartition("!")[2])
    if not cocok:
        return 1, 1, 1, 1
    b1, k1 = int(cocok.group(2)), kolom_angka(cocok.group(1))
    return b1, k1, int(cocok.group(4) or b1), kolom_angka(cocok.group(3)) if cocok.group(3) else k1


def _akibat(kasus: Kasus, m: LembarM, aturan: Bersyarat, satu: Area) -> Kata | None:
    """What the rule does to the first cell of an area that is worth a finding."""
    gaya = _gaya(kasus, aturan.gaya)
    if gaya.format_angka is not None and (akibat := akibat_format(gaya.format_angka)):
        return akibat
    if gaya.warna_huruf is None and gaya.warna_isi is None:
        return None
    sel = kasus.lembar[m.nama].sel.get((satu[0], satu[1]))
    dasar = kasus.gaya(sel) if sel else Gaya()
    huruf, isi = gaya.warna_huruf or dasar.warna_huruf, gaya.warna_isi or dasar.warna_isi
    return _HURUF if kontras(huruf, isi) < TERENDAH else None


def _gaya(kasus: Kasus, nomor: int | None) -> GayaBersyarat:
    semua = kasus.buku.gaya_bersyarat
    return semua[nomor] if nomor is not None and nomor < len(semua) else GayaBersyarat()
