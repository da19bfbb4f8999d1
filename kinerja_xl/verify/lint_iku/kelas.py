"""Lists and classes inside a formula: announced and listed elements agree, classes leave no gap, codes are clear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import cari, unsur
from kinerja_xl.verify.lint_iku.naskah import Naskah, Potongan, Ukuran
from kinerja_xl.verify.temuan import Kata, Temuan

_DIUMUMKAN = re.compile(
    r"\b(\d{1,2})\s*(?:\(\w+\)\s*)?(unsur|dimensi|indikator|aspek|komponen|variabel)\b", re.IGNORECASE
)
_BUTIR = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s")
_BERBOBOT = re.compile(r"\(\s*\d+(?:[.,]\d+)?\s*%\s*\)\s*\.?\Z")
_ANGKA = r"(\d+(?:[.,]\d+)?)"
_TERBUKA = r"ke\s*atas|ke\s*bawah"
_RENTANG = re.compile(rf"{_ANGKA}\s*(?:(?:[-–—]|s\.?/?d\.?)\s*(?:{_ANGKA}|{_TERBUKA})|{_TERBUKA})", re.IGNORECASE)
_KE_BAWAH = re.compile(r"ke\s*bawah", re.IGNORECASE)
_MIRIP_ANGKA = {"O": "0", "l": "1"}
_MIN_UNSUR = 3
_MIN_KELAS = 3


@lint("IKU-20")
def unsur_sebanyak_yang_diumumkan(naskah: Naskah) -> Iterator[Temuan]:
    """As many elements are listed as are announced."""
    for u in naskah.ukuran:
        for p in (*u.bagian("definisi"), *u.bagian("formula")):
            diumumkan = _DIUMUMKAN.search(p.teks)
            if diumumkan:
                yield from _hitung_unsur(naskah, u, p, diumumkan)


def _hitung_unsur(naskah: Naskah, u: Ukuran, p: Potongan, diumumkan: re.Match[str]) -> Iterator[Temuan]:
    banyak, resmi = int(diumumkan.group(1)), unsur(u.asal.fungsi)
    sebut = Kata(f"{banyak} {diumumkan.group(2).lower()}", f"{banyak} elements")
    if resmi and banyak == len(resmi.daftar):
        ada = [w for w in resmi.kunci if re.search(w, p.teks, re.IGNORECASE)]
        hilang = [d for d, w in zip(resmi.daftar, resmi.kunci, strict=True) if w not in ada]
        if len(ada) >= _MIN_UNSUR and hilang:
            asli = Kata(f"{len(ada)}; tidak ada {', '.join(hilang)}", f"{len(ada)}; missing: {', '.join(hilang)}")
            baku = Kata(f"{banyak} unsur {resmi.rujukan}", f"the {banyak} elements of {resmi.rujukan}")
            yield naskah.temuan("IKU-20", u, p.bidang, asli, baku, sebut, baris=p.mulai)
        return
    butir = sum(bool(_BUTIR.match(isi)) for isi, _ in p.baris[1:])
    if butir >= _MIN_UNSUR - 1 and butir != banyak:
        baku = Kata("daftar yang tercetak", "the list as printed")
        yield naskah.temuan("IKU-20", u, p.bidang, Kata(f"{butir} butir", f"{butir} items"), baku, sebut, baris=p.mulai)


@lint("IKU-20")
def butir_bernomor_semua(naskah: Naskah) -> Iterator[Temuan]:
    """Every item of a numbered list carries its number."""
    for u in naskah.ukuran:
        for p in u.bagian("formula"):
            bernomor = sum(bool(_BUTIR.match(isi)) for isi, _ in p.baris)
            for (sebelum, _), (isi, baris) in pairwise(p.baris):
                if (
                    bernomor >= _MIN_UNSUR - 1
                    and _BERBOBOT.search(sebelum)
                    and _BERBOBOT.search(isi)
                    and not _BUTIR.match(isi)
                ):
                    asli = Kata(f"satu lagi tanpa nomor ({isi.rstrip('.')})", f"one without number ({isi.rstrip('.')})")
                    sebut = Kata(f"{bernomor} butir bernomor", f"{bernomor} numbered items")
                    baku = Kata(f"nomor {bernomor + 1} untuk butir itu", f"number {bernomor + 1} for it")
                    yield naskah.temuan("IKU-20", u, "formula", asli, baku, sebut, baris=baris)


@lint("IKU-21")
def kelas_tanpa_celah(naskah: Naskah) -> Iterator[Temuan]:
    """Between two classes no value is left out."""
    for u in naskah.ukuran:
        for p in u.bagian("formula"):
            kelas = sorted(satu for isi, _ in p.baris if (satu := _kelas(isi)))
            celah = [(a[1], b[0]) for a, b in pairwise(kelas) if b[0] > a[1]]
            if len(kelas) >= _MIN_KELAS and celah:
                asli = "; ".join(f"{_tulis(a)}-{_tulis(b)}" for a, b in celah)
                batas = "; ".join(_tulis(b) for _, b in reversed(celah))
                yield naskah.temuan("IKU-21", u, "formula", asli, batas, baris=p.mulai)


def _kelas(isi: str) -> tuple[float, float] | None:
    """Lower and upper end of the last range on a line; open ends are infinite."""
    semua = list(_RENTANG.finditer(isi))
    if not semua:
        return None
    satu, atas = float(semua[-1].group(1).replace(",", ".")), semua[-1].group(2)
    if atas:
        return satu, float(atas.replace(",", "."))
    return (float("-inf"), satu) if _KE_BAWAH.search(semua[-1].group()) else (satu, float("inf"))


def _tulis(nilai: float) -> str:
    return f"{nilai:g}".replace(".", ",") if nilai == int(nilai) else f"{nilai:.2f}".replace(".", ",")


@lint("IKU-37")
def kode_tidak_mirip_angka(naskah: Naskah) -> Iterator[Temuan]:
    """No code of a table looks like a figure."""
    for u in naskah.ukuran:
        for p in u.bagian("formula"):
            kode = [isi.split(" ", 1)[0] for isi, _ in p.baris if re.match(r"[A-Za-z]\s", isi)]
            for isi, baris in p.baris:
                huruf = isi.split(" ", 1)[0]
                if huruf in _MIRIP_ANGKA and len(kode) >= _MIN_UNSUR - 1 and cari((huruf,), isi):
                    lain = Kata(f"angka {_MIRIP_ANGKA[huruf]}", f"the figure {_MIRIP_ANGKA[huruf]}")
                    baku = isi.split(" ", 1)[1]
                    yield naskah.temuan("IKU-37", u, "formula", huruf, baku, lain, baris=baris)
