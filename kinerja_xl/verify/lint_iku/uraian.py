"""Title, definition and formula belong together, to this office and to its own level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kinerja_xl.functions import functions
from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import cari, cari_semua, ejaan, kata, pokok
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan, Ukuran
from kinerja_xl.verify.temuan import Kata, Temuan, bersih

_KATA = re.compile(r"[^\W\d_]{2,}")
_TANDA_HITUNG = re.compile(r"[Σ∑=×]|\d\s*%|\bx\s*\d|\s[/+:]\s|\bdibagi\b|\bdikali", re.IGNORECASE)
_AWAL_SAMA = 6  # words that begin with so many equal letters speak of the same thing (sertifikat, sertifikasi)
_PENDEK = 80
_AWAL = 60  # so far into a text its subject has been named


@lint("IKU-13")
def uraian_tentang_judulnya(naskah: Naskah) -> Iterator[Temuan]:
    """Definition and formula speak of what the title names, not of another indicator's subject.

    The formula of an index may be all arithmetic; that of a number has to name the thing counted.
    """
    for u in naskah.ukuran:
        asing = {bidang: _pokok_asing(u, bidang) for bidang in ("definisi", "formula")}
        definisi, formula = asing["definisi"], asing["formula"]
        if definisi and formula and definisi[2] == formula[2]:
            pokoknya = functions()[definisi[2]].buku.judul
            baku = Kata(f"{pokoknya}, menurut definisi dan rumusnya", f"{pokoknya}, by definition and formula")
            yield naskah.temuan("IKU-13", u, "nama", bersih(u.judul.teks, _PENDEK), baku)
            continue
        for bidang, ada in asing.items():
            if ada:
                yield naskah.temuan("IKU-13", u, bidang, ada[1], bersih(u.judul.teks, _PENDEK), baris=ada[0])
            elif not _menyinggung(u, bidang) and (bidang == "definisi" or u.jenis.nama == "jumlah"):
                yield _lain(naskah, u, u.bagian(bidang)[0])


def _lain(naskah: Naskah, u: Ukuran, p: Potongan) -> Temuan:
    return naskah.temuan(
        "IKU-13", u, p.bidang, bersih(p.teks, _PENDEK), bersih(u.judul.teks, _PENDEK), baris=p.mulai
    )  # fmt: skip


def _pokok_asing(u: Ukuran, bidang: str) -> tuple[int, str, str] | None:
    """(line, word, function) where a field turns to the subject of a measure that the title does not name.

    Another measure's subject counts where the field begins with it. The indicator's own counts anywhere, but only
    where the title shares nothing with definition and formula.
    """
    if not u.asal.fungsi:
        return None  # what an indicator without a function measures is unknown
    sejalan = _menyinggung(u, "definisi") or _menyinggung(u, "formula")
    for satu in pokok():
        milik = satu.fungsi == u.asal.fungsi
        if cari(satu.kata, u.judul.teks) or (milik and sejalan):
            continue
        for p in u.bagian(bidang)[: None if milik else 1]:
            ada = cari(satu.kata, p.teks if milik else p.teks[:_AWAL])
            if ada:
                return p.baris_di(ada.start()), ada.group(), satu.fungsi
    return None


def _menyinggung(u: Ukuran, bidang: str) -> bool:
    """Does the field share a telling word, an abbreviation or a measure with the title? One without text does."""
    teks, judul = u.teks(bidang), u.judul.teks
    penanda = _penanda(judul)
    if not teks or not penanda or any(_serupa(a, b) for a in _penanda(teks) for b in penanda):
        return True
    if any(cari(p.kata, teks) and cari(p.kata, judul) for p in pokok()):
        return True
    return _singkatan(judul, teks) or _singkatan(teks, judul)


def _singkatan(pendek: str, panjang: str) -> bool:
    """Is a word in capitals of one text made of the initials of words of the other?"""
    huruf_awal = "".join(w[0] for w in _KATA.findall(panjang)).casefold()
    return any(w.isupper() and len(w) > 2 and w.casefold() in huruf_awal for w in _KATA.findall(pendek))


def _penanda(teks: str) -> set[str]:
    """Words that tell one indicator from another: no common words, no name of an office, slips corrected."""
    return {w for w in map(_baku, _KATA.findall(teks)) if w not in kata("umum") and w not in kata("awalan kantor")}


def _baku(satu: str) -> str:
    kecil = satu.casefold()
    return next((e.baku for e in ejaan() if e.salah == kecil), kecil)


def _serupa(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _AWAL_SAMA and a[:_AWAL_SAMA] == b[:_AWAL_SAMA])


@lint("IKU-13")
def definisi_menyebut_yang_dihitung(naskah: Naskah) -> Iterator[Temuan]:
    """The definition of a number begins with the thing counted, not with an activity."""
    for u in naskah.ukuran:
        bagian = u.bagian("definisi")
        awal = bagian[0].teks.split(" ", 1)[0] if bagian else ""
        if u.jenis.nama == "jumlah" and awal and cari(kata("kegiatan"), awal):
            yield _lain(naskah, u, bagian[0])


@lint("IKU-22")
def uraian_lebih_dari_judul(naskah: Naskah) -> Iterator[Temuan]:
    """Definition and formula say more than the title. (Counting things is a formula that may repeat their name.)"""
    for u in naskah.ukuran:
        judul = {_baku(w) for w in _KATA.findall(u.judul.teks)}
        for bidang in ("definisi", "formula"):
            bagian = u.bagian(bidang)
            isi = [_baku(w) for p in bagian for w in _KATA.findall(p.teks)]
            tanpa_hitung = not any(_TANDA_HITUNG.search(p.teks) for p in bagian)
            hitung_saja = bidang == "formula" and u.jenis.nama == "jumlah"
            if isi and tanpa_hitung and not hitung_saja and all(w in judul or w in kata("umum") for w in isi):
                baku = Kata("uraian pada lembar manual buku kerja", "the description in the workbook")
                yield naskah.temuan("IKU-22", u, bidang, bagian[0].teks, baku, baris=bagian[0].mulai)


@lint("IKU-17")
def kantor_sendiri(naskah: Naskah) -> Iterator[Temuan]:
    """No text names another office."""
    awalan = "|".join(re.escape(w) for w in sorted(kata("awalan kantor"), key=len, reverse=True))
    pola = re.compile(rf"\b(?i:(?:{awalan})(?:\s+(?:{awalan}))*)\s+([A-Z][a-z]{{2,}}(?:\s+[IVX]+\b)?)")
    milik = naskah.manual.instansi.casefold()
    for u, p in naskah.setiap_potongan():
        for ada in pola.finditer(p.teks):
            if ada.group(1).casefold() not in milik and _nama_tempat(ada.group(1), naskah):
                yield naskah.temuan(
                    "IKU-17", u, p.bidang, ada.group(), naskah.manual.instansi, baris=p.baris_di(ada.start())
                )  # fmt: skip


def _nama_tempat(satu: str, naskah: Naskah) -> bool:
    """A name of a place is no word that the manual also writes in small letters or calls things by."""
    polos = satu.split()[0]
    return not any(re.search(rf"\b{polos.lower()}\b", p.teks) for _, p in naskah.setiap_potongan())


@lint("IKU-30")
def lingkup_sendiri(naskah: Naskah) -> Iterator[Temuan]:
    """The formula of an office does not count for the level above it."""
    if cari(kata("kantor eselon i"), naskah.manual.instansi):
        return
    for u in naskah.ukuran:
        for p, ada in _setiap(u.bagian("formula"), kata("lingkup atas")):
            yield naskah.temuan(
                "IKU-30", u, "formula", ada.group(), naskah.manual.instansi, baris=p.baris_di(ada.start())
            )  # fmt: skip


def _setiap(bagian: Iterable[Potongan], daftar: tuple[str, ...]) -> Iterator[tuple[Potongan, re.Match[str]]]:
    for p in bagian:
        for ada in cari_semua(daftar, p.teks):
            yield p, ada
