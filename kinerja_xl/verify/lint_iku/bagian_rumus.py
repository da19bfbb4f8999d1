"""A formula made of lettered parts with weights ("a. Revisi DIPA ... Bobot 5%"): each part, and their sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import cari, kata
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan, Ukuran
from kinerja_xl.verify.temuan import Kata, Temuan

PENUH = 100
_JUDUL = re.compile(r"([a-z])[.)]\s+(.+?)(?:\s*\(rumus\))?\Z")
_BOBOT = re.compile(r"bobot\s+(\d+(?:[.,]\d+)?)\s*%", re.IGNORECASE)
_JUMLAH = re.compile(r"(?<![\w.])[a-z](?:\s*\+\s*[a-z])+(?![\w.])")
_DIBAGI = re.compile(r"/|:|dibagi", re.IGNORECASE)
_KALI = re.compile(r"[x×*]\s*100", re.IGNORECASE)
_DARI_PENUH = re.compile(r"\b(?:100|1)\s*%?\s*[-−–]")
_BEDA_MUTLAK = re.compile(r"[|‖].*\s[-−–]\s")


@dataclass(frozen=True)
class BagianRumus:
    """One part: its letter, title, text of its formula (weights left out) and weight in percent."""

    huruf: str
    judul: str
    isi: str
    bobot: Fraction
    potongan: Potongan

    @property
    def sebutan(self) -> str:
        """How a message calls it."""
        return f"{self.huruf}. {self.judul}"


def bagian_rumus(u: Ukuran) -> tuple[BagianRumus, ...]:
    """The parts of an indicator's formula, in their order."""
    return tuple(satu for p in u.bagian("formula") if (satu := _baca(p)))


def _baca(p: Potongan) -> BagianRumus | None:
    baris = [isi for isi, _ in p.baris]
    judul, bobot = _JUDUL.match(baris[0]), _BOBOT.search(baris[-1])
    if not judul or not bobot or len(baris) < 2:
        return None
    return BagianRumus(
        judul.group(1), judul.group(2), "\n".join(baris[1:-1]), Fraction(bobot.group(1).replace(",", ".")), p
    )  # fmt: skip


@lint("IKU-13")
def bagian_punya_rumusnya(naskah: Naskah) -> Iterator[Temuan]:
    """No part carries the formula of another part."""
    for u in naskah.ukuran:
        for satu in salah_salin(bagian_rumus(u)):
            yield naskah.temuan(
                "IKU-13", u, "formula", satu.isi.replace("\n", " / "), satu.sebutan, baris=satu.potongan.mulai
            )  # fmt: skip


def salah_salin(semua: tuple[BagianRumus, ...]) -> list[BagianRumus]:
    """Parts whose formula stands in another part too and does not name their own title."""
    kembar = [a for a in semua if a.isi and any(b is not a and b.isi == a.isi for b in semua)]
    return [a for a in kembar if not any(w.casefold() in a.isi.casefold() for w in re.findall(r"\w{4,}", a.judul))]


@lint("IKU-14")
def kesalahan_dibalik(naskah: Naskah) -> Iterator[Temuan]:
    """A part that measures errors is turned round before it is added to the score."""
    for u in naskah.ukuran:
        semua = bagian_rumus(u)
        lewati = salah_salin(semua)
        for satu in semua:
            pembilang = satu.isi.split("\n", 1)[0]
            ada = cari(kata("kesalahan"), pembilang) or _BEDA_MUTLAK.search(pembilang)
            if ada and satu not in lewati and not _DARI_PENUH.search(satu.isi):
                baku = Kata("100 dikurangi persentase itu", "100 minus that percentage")
                yield naskah.temuan("IKU-14", u, "formula", satu.sebutan, baku, baris=satu.potongan.mulai)


@lint("IKU-15")
def bobot_genap(naskah: Naskah) -> Iterator[Temuan]:
    """Wherever parts are added, their weights make 100, or the sum is divided by them."""
    for u in naskah.ukuran:
        bobot = {satu.huruf: satu.bobot for satu in bagian_rumus(u)}
        for p in u.bagian("formula"):
            for ada in _JUMLAH.finditer(p.teks):
                huruf = re.findall(r"[a-z]", ada.group())
                jumlah = sum((bobot[h] for h in huruf if h in bobot), Fraction(0))
                if not bobot or not set(huruf) <= set(bobot) or jumlah == PENUH or _DIBAGI.search(p.teks[ada.end() :]):
                    continue
                baku = Kata(f"jumlah itu dibagi {angka(jumlah)} persen", f"that sum divided by {angka(jumlah)} percent")
                yield naskah.temuan(
                    "IKU-15", u, "formula", "+".join(huruf), baku, angka(jumlah), baris=p.mulai
                )  # fmt: skip


def angka(nilai: Fraction) -> str:
    """A weight as people write it."""
    return f"{float(nilai):g}".replace(".", ",")


def tanpa_pengali(semua: tuple[BagianRumus, ...]) -> list[BagianRumus]:
    """Parts without the factor 100 that most of the others have."""
    kurang = [a for a in semua if not _KALI.search(a.isi)]
    return kurang if len(kurang) * 2 < len(semua) else []


@lint("IKU-35")
def penyerapan_punya_target_triwulan(naskah: Naskah) -> Iterator[Temuan]:
    """Absorption counted by quarter is held against a quarterly target, not against the whole budget."""
    for u in naskah.ukuran:
        per_triwulan = cari(("triwulan",), u.teks("formula"))
        for satu in bagian_rumus(u):
            pagu = cari(("pagu",), satu.isi.split("\n", 1)[-1])
            if per_triwulan and pagu and cari(kata("penyerapan"), satu.judul) and not cari(("target",), satu.isi):
                tak_ada = Kata(f"target tiap triwulan untuk {satu.sebutan}", f"a quarterly target for {satu.sebutan}")
                baku = Kata("target triwulan menurut buku aturan", "the quarterly targets of the rule book")
                yield naskah.temuan("IKU-35", u, "formula", tak_ada, baku, baris=satu.potongan.mulai)
