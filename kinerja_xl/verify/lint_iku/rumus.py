"""A formula is there, can be read as printed, and its weights are exact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kinerja_xl.functions import functions
from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.bagian_rumus import bagian_rumus, tanpa_pengali
from kinerja_xl.verify.lint_iku.kata import cari
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan, Ukuran
from kinerja_xl.verify.temuan import Kata, Temuan

_BERHITUNG = re.compile(r"[Σ∑‖√=÷]|\b[x×]\s*100")
_DAFTAR = re.compile(r"(?:^|\s)\w{1,2}\)")
_DUA_JUMLAH = re.compile(r"[Σ∑][^Σ∑/:÷+*×\-−–=]*[Σ∑]")
_AKHIR_KALI = re.compile(r"[x×]\s*100\s*%?\Z", re.IGNORECASE)
_PECAHAN = re.compile(r"=\s*(0[.,]\d{1,12})(?!\d)")
_MAKS_UNSUR = 40


@lint("IKU-27")
def rumus_ada(naskah: Naskah) -> Iterator[Temuan]:
    """The formula is written down, not left to an application."""
    for u in naskah.ukuran:
        bagian = u.bagian("formula")
        baku = u.asal.fungsi or Kata("nilai aplikasi beserta buktinya", "the application's value with its evidence")
        if not bagian:
            yield naskah.temuan("IKU-27", u, "formula", "", baku)
        elif cari(("otomatis",), u.teks("formula")) and not _berhitung(u):
            yield naskah.temuan("IKU-27", u, "formula", bagian[0].teks, baku, baris=bagian[0].mulai)


def _berhitung(u: Ukuran) -> bool:
    return any(_BERHITUNG.search(p.teks) for p in u.bagian("formula"))


@lint("IKU-28")
def rumus_terbaca(naskah: Naskah) -> Iterator[Temuan]:
    """A printed formula has its brackets, its fraction line and its factor where they belong."""
    for u in naskah.ukuran:
        kurang = {satu.potongan.mulai for satu in tanpa_pengali(bagian_rumus(u))}
        baku = _bacaan(u)
        for p in u.bagian("formula"):
            if _rusak(p) or (p.mulai and p.mulai in kurang):
                yield naskah.temuan("IKU-28", u, "formula", p.teks, baku, baris=p.mulai)


def _bacaan(u: Ukuran) -> Kata:
    """How we read the formula: our own words beside a quotation, else the function of the rule book."""
    if any(k.bidang == "formula" for k in u.asal.kutipan):
        polos = u.asal.formula.rstrip(". ")
        return Kata(polos, polos)
    fungsi = functions().get(u.asal.fungsi)
    teks = fungsi.sintaks() if fungsi else "rumus pada buku aturan"
    return Kata(teks, fungsi.sintaks() if fungsi else "the formula of the rule book")


def _rusak(p: Potongan) -> bool:
    if not _BERHITUNG.search(p.teks):
        return False
    polos = _DAFTAR.sub(" ", p.teks)
    pincang = polos.count("(") != polos.count(")") or polos.count("‖") % 2 or polos.count("|") % 2
    return bool(pincang) or any(_DUA_JUMLAH.search(isi) for isi, _ in p.baris) or _penyebut_sesudah_kali(p)


def _penyebut_sesudah_kali(p: Potongan) -> bool:
    """Is there one more operand under a stacked line that already ends in "x 100"? (A line with a weight is none.)"""
    baris = [isi for isi, _ in p.baris]
    return any(
        _AKHIR_KALI.search(isi) and not cari(("bobot",), sesudah)
        for isi, sesudah in pairwise(baris)
    )  # fmt: skip


@lint("IKU-19")
def bobot_pecahan_tepat(naskah: Naskah) -> Iterator[Temuan]:
    """An equal weight is the exact fraction, not its rounded decimal."""
    for u in naskah.ukuran:
        for p in u.bagian("formula"):
            if not cari(("bobot", "penimbang"), p.teks):
                continue
            for ada in _PECAHAN.finditer(p.teks):
                teks = ada.group(1)
                banyak = _seper(Decimal(teks.replace(",", ".")))
                if banyak:
                    puncak = Decimal(teks.replace(",", ".")) * banyak * 100
                    yield naskah.temuan(
                        "IKU-19", u, "formula", teks, f"1/{banyak}", float(puncak), baris=p.baris_di(ada.start(1))
                    )  # fmt: skip


def _seper(nilai: Decimal) -> int:
    """n where the decimal is 1/n rounded and n of them do not make 1; else 0."""
    langkah = Decimal(1).scaleb(int(nilai.as_tuple().exponent))
    for n in range(2, _MAKS_UNSUR):
        if (Decimal(1) / n).quantize(langkah) == nilai and nilai * n != 1:
            return n
    return 0
