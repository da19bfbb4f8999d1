"""Scoring rules that leave cases open, things that may be counted twice, names that differ within one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.bagian_rumus import BagianRumus, bagian_rumus
from kinerja_xl.verify.lint_iku.kata import cari, kata, kelompok
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan
from kinerja_xl.verify.temuan import Kata, Temuan

_MASA_BERLAKU = re.compile(r"berlaku\s+(?:selama\s+)?(\d+|\w+)\s+(?:\(\w+\)\s+)?tahun", re.IGNORECASE)
_GABUNGAN = re.compile(r"\b[A-Z]\s*=\s*[A-Z]\s*\+\s*[A-Z]\b")
_JENJANG = re.compile(r"\b([SD])[\s-]?(\d|I{1,3}V?|IV)\b")
_ROMAWI = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_BUTIR = re.compile(r"\d{1,2}[.)]\s+(.*)")
_PERSENTASE = re.compile(r"persentase\b|prosentase\b", re.IGNORECASE)
_MIN_JENJANG = 3


@lint("IKU-34", lembar=True)
def yang_masih_berlaku_tidak_dijumlahkan(naskah: Naskah) -> Iterator[Temuan]:
    """What stays valid for years is not added up quarter by quarter."""
    for u in naskah.ukuran:
        for p in u.potongan:
            ada = _MASA_BERLAKU.search(p.teks)
            if ada and p.bidang in ("definisi", "formula") and "Akumulasi" in u.centang("perhitungan"):
                asli = Kata(f"yang {ada.group().lower()}", f"what is valid for years ({ada.group().lower()})")
                baku = Kata(
                    "Akumulasi mengulangnya tiap triwulan: hitung yang terbit tahun ini atau keadaan satu tanggal.",
                    "Akumulasi counts it again each quarter: count this year's issues, or the state on one date.",
                )
                yield naskah.temuan("IKU-34", u, p.bidang, asli, baku, baris=p.baris_di(ada.start()))


@lint("IKU-34")
def gabungan_dihitung_sekali(naskah: Naskah) -> Iterator[Temuan]:
    """A sum of two lists, one carried over from earlier years, counts each thing once."""
    for u in naskah.ukuran:
        for p in u.bagian("formula"):
            ada = _GABUNGAN.search(p.teks)
            if ada and cari(("tahun sebelumnya", "tahun lalu"), u.teks("formula")):
                baku = Kata("Yang tercatat pada keduanya dihitung sekali.", "What stands in both is counted once.")
                yield naskah.temuan("IKU-34", u, "formula", ada.group(), baku, baris=p.baris_di(ada.start()))


@lint("IKU-35")
def nilai_orang_digabung(naskah: Naskah) -> Iterator[Temuan]:
    """An index of people says how their scores make the office's."""
    for u in naskah.ukuran:
        rumus = u.bagian("formula")
        if not u.jenis.indeks or len(rumus) < 2 or cari(kata("gabungan"), u.teks("formula")):
            continue
        if cari(kata("perorangan"), u.teks("formula")):
            asli = Kata("cara menggabungkan nilai orang menjadi nilai kantor", "how people's scores make the office's")
            baku = Kata("rata-rata semua yang dinilai", "the mean of all who are scored")
            yield naskah.temuan("IKU-35", u, "formula", asli, baku, baris=rumus[0].mulai)


@lint("IKU-35")
def setiap_kelompok_diatur(naskah: Naskah) -> Iterator[Temuan]:
    """A total that is fixed for one group of people is fixed for the others the table names."""
    for u in naskah.ukuran:
        semua = {k.nama for k in kelompok() if cari(k.semua, u.teks("formula"))}
        for p in u.bagian("formula"):
            ada = {k.nama for k in kelompok() if cari(k.semua, p.teks)}
            if cari(("total bobot", "jumlah bobot"), p.teks) and ada and semua - ada:
                sisa = ", ".join(sorted(semua - ada))
                asli = Kata(f"jumlah bobot untuk {sisa}", f"the total for {sisa}")
                baku = Kata("jumlah yang sama untuk semua", "the same total for all")
                yield naskah.temuan("IKU-35", u, "formula", asli, baku, baris=p.mulai)


@lint("IKU-35")
def butir_satu_skala(naskah: Naskah) -> Iterator[Temuan]:
    """Items of a weighted list are all percentages or all yes/no, or the list says how they are scored."""
    for u in naskah.ukuran:
        for p in u.bagian("formula"):
            butir = [(cocok.group(1), baris) for isi, baris in p.baris if (cocok := _BUTIR.match(isi))]
            persen = [(isi, baris) for isi, baris in butir if _PERSENTASE.match(isi)]
            if "%" in p.teks and persen and len(persen) < len(butir):
                asli = Kata(
                    f"skala butir '{persen[0][0]}' di samping butir ya/tidak",
                    f"the scale of '{persen[0][0]}' beside yes/no items",
                )
                baku = Kata("0-100 untuk semua; ya 100, tidak 0", "0-100 for all; yes 100, no 0")
                yield naskah.temuan("IKU-35", u, "formula", asli, baku, baris=persen[0][1])


@lint("IKU-33")
def jenjang_ada_pada_tabel(naskah: Naskah) -> Iterator[Temuan]:
    """Every level of education in the description stands in the table of points."""
    for u in naskah.ukuran:
        ada = [(p, _kode(p.teks)) for p in u.bagian("formula")]
        ada = [(p, isi) for p, isi in ada if len(isi) >= _MIN_JENJANG]
        for (uraian_asal, uraian), (tabel, isi) in pairwise(ada):
            kurang = sorted(set(uraian) - set(isi))
            if kurang:
                sejajar = sorted(_sebaris(uraian_asal, kurang[0]))
                isi_tabel, baris = next((b for b in tabel.baris if set(sejajar) & set(_kode(b[0]))), tabel.baris[0])
                setara = ", ".join(sejajar) or isi_tabel
                baku = Kata(f"setara {setara}", f"equal to {setara}")
                yield naskah.temuan("IKU-33", u, "formula", ", ".join(kurang), baku, isi_tabel, baris=baris)


def _kode(teks: str) -> list[str]:
    return [f"{h}{_ROMAWI.get(n, n)}" for h, n in _JENJANG.findall(teks)]


def _sebaris(p: Potongan, kode: str) -> set[str]:
    """Levels named on the same line as this one."""
    return next((set(_kode(isi)) - {kode} for isi, _ in p.baris if kode in _kode(isi)), set())


@lint("IKU-33")
def nama_bagian_sama(naskah: Naskah) -> Iterator[Temuan]:
    """The definition calls the parts of the formula by the names the formula uses."""
    for u in naskah.ukuran:
        semua = bagian_rumus(u)
        for p in u.bagian("definisi"):
            daftar = _daftar(p)
            beda = [(letak, isi) for letak, isi in daftar if not any(_senama(isi, b, semua) for b in semua)]
            sisa = [b.judul for b in semua if not any(_senama(isi, b, semua) for _, isi in daftar)]
            if semua and len(daftar) >= len(semua) // 2 and beda and sisa:
                asli, lain = ", ".join(isi for _, isi in beda), ", ".join(sisa)
                baku = Kata("hal yang sama", "the same thing")
                yield naskah.temuan("IKU-33", u, "definisi", asli, baku, lain, baris=p.baris_di(beda[0][0]))


def _daftar(p: Potongan) -> list[tuple[int, str]]:
    """(place, name) of the names listed after "yaitu" or "meliputi"."""
    awal = cari(("yaitu", "meliputi", "yakni"), p.teks)
    if not awal:
        return []
    return [
        (awal.end() + satu.start(), satu.group().strip(" ."))
        for satu in re.finditer(r"[^,;]+?(?=,|;|\bdan\b|$)", p.teks[awal.end() :])
        if satu.group().removeprefix("dan").strip(" .")
    ]  # fmt: skip


def _senama(isi: str, bagian: BagianRumus, semua: tuple[BagianRumus, ...]) -> bool:
    """Do a listed name and a part share a word that no other part's title has?"""

    def kata_dari(teks: str) -> set[str]:
        return set(re.findall(r"\w{3,}", teks.casefold()))

    lain = {w for b in semua if b is not bagian for w in kata_dari(b.judul)}
    return bool((kata_dari(isi) & kata_dari(bagian.judul)) - lain)
