"""Regulations and years: what is cited was in force in the manual's year, and figures come from one year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kinerja_xl.core.buku_aturan import Keluarga, daftar_keluarga, keluarga
from kinerja_xl.core.masa import Masa
from kinerja_xl.functions import functions
from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.bagian_rumus import bagian_rumus
from kinerja_xl.verify.lint_iku.kata import jenis_peraturan
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan, Ukuran
from kinerja_xl.verify.temuan import Kata, Temuan

_ALIAS = {alias: j.nama for j in jenis_peraturan() for alias in j.semua}
_JENIS = "|".join(re.escape(a).replace(r"\ ", r"\s+") for a in sorted(_ALIAS, key=len, reverse=True))
_KUTIP = re.compile(
    rf"\b({_JENIS})\s*[-/]?\s*(?:No(?:mor)?\b\.?\s*)?(\d+)(?:/[A-Z][\w.]*)*(?:\s+Tahun\s+|/(?:[\d]{{1,2}}/)?)(\d{{4}})",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?<![\d/])(20\d{2})(?!\d)")
_JANGKA = re.compile(r"20\d{2}\s*[-–—/]\s*20\d{2}")  # the years of a plan, such as RPJMD 2021-2026
Kunci = tuple[str, int, int]


def kutipan_peraturan(teks: str) -> list[tuple[re.Match[str], Kunci]]:
    """Regulations a text cites, each as (kind, number, year)."""
    hasil = []
    for ada in _KUTIP.finditer(teks):
        jenis = _ALIAS[" ".join(ada.group(1).casefold().split())]
        hasil.append((ada, (jenis, int(ada.group(2)), int(ada.group(3)))))
    return hasil


@cache
def _menurut_peraturan() -> dict[Kunci, tuple[tuple[Keluarga, Masa], ...]]:
    """Which versions of which families rest on a regulation, by the citations in the rule book."""
    hasil: dict[Kunci, tuple[tuple[Keluarga, Masa], ...]] = {}
    for kode in daftar_keluarga():
        satu = keluarga(kode)
        for masa in satu.masa:
            for _, kunci in kutipan_peraturan(f"{masa.judul}; {masa.rujukan}"):
                hasil[kunci] = (*hasil.get(kunci, ()), (satu, masa))
    return hasil


def pengganti(kunci: Kunci, tahun: int) -> str:
    """What replaced a regulation by a year; "" when it is still in force or unknown to the rule book."""
    semua = _menurut_peraturan().get(kunci, ())
    if not semua or any(masa.tahun_akhir is None or masa.tahun_akhir >= tahun for _, masa in semua):
        return ""
    return berlaku(semua[0][0], tahun)


def berlaku(satu: Keluarga, tahun: int) -> str:
    """Title of the version in force for a year (its remarks left out)."""
    return re.split(r"[:(]", satu.untuk(tahun).judul)[0].strip()


@lint("IKU-07")
def peraturan_berlaku(naskah: Naskah) -> Iterator[Temuan]:
    """Every regulation cited is in force in the year of the manual."""
    for u in naskah.ukuran:
        for p in u.potongan:
            for ada, kunci in kutipan_peraturan(p.teks):
                baru = pengganti(kunci, naskah.manual.tahun)
                if baru:
                    baris = p.baris_di(ada.start())
                    yield naskah.temuan("IKU-07", u, p.bidang, ada.group(), baru, baris=baris)


@lint("IKU-07")
def bobot_versi_berlaku(naskah: Naskah) -> Iterator[Temuan]:
    """Printed weights are those of the version in force, not of one that has ended."""
    for u in naskah.ukuran:
        semua, fungsi = bagian_rumus(u), functions().get(u.asal.fungsi)
        if not semua or fungsi is None:
            continue
        cocok = [m for m in fungsi.buku.masa if _bobot(m) == [satu.bobot for satu in semua]]
        tahun = naskah.manual.tahun
        if cocok and not any(m.memuat(tahun) for m in cocok):
            yield _versi_lama(naskah, u, cocok[0], berlaku(fungsi.buku, tahun), semua[0].potongan.mulai)


def _versi_lama(naskah: Naskah, u: Ukuran, masa: Masa, baru: str, baris: int) -> Temuan:
    akhir = f"{masa.tahun_awal}-{masa.tahun_akhir}"
    asli = Kata(f"bobot {masa.judul}, tahun {akhir}", f"the weights of {masa.judul}, {akhir}")
    return naskah.temuan("IKU-07", u, "formula", asli, baru, baris=baris)


def _bobot(masa: Masa) -> list[object]:
    return [p.nilai for p in masa.parameter if p.nama.startswith("bobot_")]


@lint("IKU-29")
def tahun_sejalan(naskah: Naskah) -> Iterator[Temuan]:
    """A formula takes all its figures from one year, a definition from the manual's own."""
    tahun = naskah.manual.tahun
    for u in naskah.ukuran:
        for bidang in ("definisi", "formula"):
            ada = [(t, baris) for p in u.bagian(bidang) for t, baris in _tahun(p.teks, p)]
            beda = sorted({t for t, _ in ada})
            if len(beda) > 1 or (beda and beda != [tahun]):
                daftar = " dan ".join(map(str, beda))
                asli = Kata(f"tahun {daftar}", f"the years {' and '.join(map(str, beda))}")
                yield naskah.temuan("IKU-29", u, bidang, asli, tahun, baris=ada[0][1])


def _tahun(teks: str, p: Potongan) -> Iterator[tuple[int, int]]:
    """(year, line) in a piece, the years of regulations left out."""
    dari_aturan = [ada.span() for ada, _ in kutipan_peraturan(teks)] + [ada.span() for ada in _JANGKA.finditer(teks)]
    for ada in _TAHUN.finditer(teks):
        if not any(a <= ada.start() < b for a, b in dari_aturan):
            yield int(ada.group(1)), p.baris_di(ada.start())
