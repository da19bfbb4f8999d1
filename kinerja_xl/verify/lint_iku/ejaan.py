"""Spelling: known slips, doubled vowels, words run together, shortened acronyms, addresses that cannot be opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import cari, ejaan, kata
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan
from kinerja_xl.verify.temuan import Temuan

_KATA = re.compile(r"[^\W\d_]+")
_GANDA = re.compile(r"aa|ee|ii|oo|uu", re.IGNORECASE)
_ALAMAT = re.compile(r"\b(?:https?(?!://)[:/]\S*|https?:/(?!/)\S+|www,\S+)", re.IGNORECASE)
_SERING = 3  # an acronym used so often is the one meant
_MIN_SINGKATAN = 4
_MIN_KATA = 4
_MIN_GANDA = 6  # shorter words with a doubled letter are numerals (III) or names


@lint("IKU-18")
def ejaan_baku(naskah: Naskah) -> Iterator[Temuan]:
    """Words are spelt as the dictionary has them."""
    umum = Counter(w.casefold() for _, p in naskah.setiap_potongan() for w in _KATA.findall(p.teks))
    singkatan = Counter(w for _, p in naskah.setiap_potongan() for w in _KATA.findall(p.teks) if w.isupper())
    for u, p in naskah.setiap_potongan():
        konteks = " ".join((u.judul.teks, u.teks("definisi"))) if u else p.teks
        for letak, salah, baku in sorted(_salah(p, konteks, umum, singkatan)):
            yield naskah.temuan("IKU-18", u, p.bidang, salah, baku, baris=p.baris_di(letak))


def _salah(p: Potongan, konteks: str, umum: Counter[str], singkatan: Counter[str]) -> Iterator[tuple[int, str, str]]:
    """(place, wrong, right) in a piece; what a known phrase covers is not told again by its words."""
    tertutup: set[int] = set()
    for satu in ejaan():
        if satu.bila and not cari(satu.bila, konteks):
            continue
        for ada in _cari(satu.salah).finditer(p.teks):
            letak = set(range(ada.start(), ada.end()))
            if not letak & tertutup:
                tertutup |= letak
                yield ada.start(), ada.group(), satu.baku
    for ada in _KATA.finditer(p.teks):
        if ada.start() not in tertutup and (baku := _menurut_bentuk(ada.group(), umum, singkatan)):
            yield ada.start(), ada.group(), baku


@cache
def _cari(salah: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(salah)}(?![\w-])".replace(r"\ ", r"\s+"), re.IGNORECASE)


def _menurut_bentuk(satu: str, umum: Counter[str], singkatan: Counter[str]) -> str:
    """The right form of a word that its own shape and the other words of the manual give away; else ""."""
    kecil = satu.casefold()
    ganda = _GANDA.search(kecil)
    if ganda and len(kecil) >= _MIN_GANDA and (tunggal := kecil[: ganda.start()] + kecil[ganda.start() + 1 :]) in umum:
        return tunggal
    if satu.isupper() and len(satu) >= _MIN_SINGKATAN and singkatan[satu] == 1:
        panjang = [s for s, n in singkatan.items() if n >= _SERING and len(s) == len(satu) + 1 and s.startswith(satu)]
        return panjang[0] if panjang else ""
    return _tergabung(kecil, umum)


def _tergabung(kecil: str, umum: Counter[str]) -> str:
    """ "informasi tentang" for "informasitentang": a known word with a conjunction or a known slip run into it."""
    if kecil in kata("gabungan sah"):
        return ""
    akhir = {w: w for w in kata("kata hubung")} | {e.salah: e.baku for e in ejaan() if " " not in e.salah}
    for w, baku in akhir.items():
        depan = kecil[: -len(w)]
        if len(w) >= _MIN_KATA and kecil.endswith(w) and len(depan) >= _MIN_KATA and umum[depan]:
            return f"{depan} {baku}"
    return ""


@lint("IKU-36")
def alamat_sah(naskah: Naskah) -> Iterator[Temuan]:
    """A web address can be opened."""
    for u, p in naskah.setiap_potongan():
        for ada in _ALAMAT.finditer(p.teks):
            yield naskah.temuan("IKU-36", u, p.bidang, ada.group(), "https://nama-situs", baris=p.baris_di(ada.start()))
