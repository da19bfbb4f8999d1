"""Tables with target, realisasi and capaian: every capaian held against CAPAIAN."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat
from kinerja_xl.iku.capaian import POLARISASI
from kinerja_xl.read.buku import Lembar
from kinerja_xl.resep import Pengenalan, kenali
from kinerja_xl.verify.umum.batas import MAKS_TABEL
from kinerja_xl.verify.umum.kenal import Dikenal
from kinerja_xl.verify.umum.label import angka, teks
from kinerja_xl.verify.umum.pandang import Pandang, Petak, Rumus

MAKS_BARIS = 300
_TARGET = re.compile(r"\btarget\b", re.IGNORECASE)
_REALISASI = re.compile(r"\brealisasi\b", re.IGNORECASE)
_CAPAIAN = re.compile(r"\bcapaian\b|\bpersentase capaian\b|\b% ?capaian\b", re.IGNORECASE)
_POLARISASI = re.compile(r"\b(polarisasi|polaritas)\b", re.IGNORECASE)
_LEBAR = 6
_SERATUS = 100.0


def capaian(pandang: Pandang) -> Iterator[Dikenal]:
    """Capaian of every such table."""
    for lembar, rumus in pandang.lembar():
        kepala = {t: isi for t, s in lembar.sel.items() if (isi := teks(s)) and len(isi) < 60}
        banyak = 0
        for (b, k), isi in sorted(kepala.items()):
            if not _CAPAIAN.search(isi) or _TARGET.search(isi) or _REALISASI.search(isi):
                continue
            kiri = list(range(max(1, k - _LEBAR), k))
            realisasi = _dekat(kepala, b, reversed(kiri), _REALISASI)
            target = _dekat(kepala, b, reversed([x for x in kiri if realisasi and x < realisasi]), _TARGET)
            if target and realisasi and banyak < MAKS_TABEL:
                banyak += 1
                arah = _dekat(kepala, b, range(max(1, k - 3 * _LEBAR), k + _LEBAR), _POLARISASI)
                yield from _baris(pandang, lembar, rumus, (b, k), (target, realisasi, arah))


def _dekat(kepala: dict[Petak, str], baris: int, kolom: Iterator[int] | range, pola: re.Pattern[str]) -> int | None:
    """The first of the columns whose heading, in this row or the one above or below, has the word."""
    return next((k for k in kolom for b in (baris, baris - 1, baris + 1) if pola.search(kepala.get((b, k), ""))), None)


def _baris(
    pandang: Pandang, lembar: Lembar, rumus: dict[Petak, Rumus], kepala: Petak, letak: tuple[int, int, int | None]
) -> Iterator[Dikenal]:
    target, realisasi, arah = letak
    kosong = 0
    for b in range(kepala[0] + 1, kepala[0] + 1 + MAKS_BARIS):
        satu = rumus.get((b, kepala[1]))
        t, r = (angka(lembar.sel.get((b, k))) for k in (target, realisasi))
        kosong = 0 if satu is not None or t is not None else kosong + 1
        if kosong > 3:
            return
        nilai = angka(satu.sel) if satu is not None else None
        if satu is None or nilai is None or t is None or r is None or t <= 0 or r < 0:
            continue
        if not {(lembar.nama, b, k, b, k) for k in (target, realisasi)} <= set(satu.kotak):
            continue
        hasil = _kenali(
            nilai * _skala(pandang, satu, nilai, r / t), r, t, teks(lembar.sel.get((b, arah))) if arah else ""
        )
        if hasil is not None:
            data = f"{lembar.nama}!{alamat(b, realisasi)} dan {alamat(b, target)}"
            yield Dikenal(satu.titik, nilai, hasil, "capaian", data, False)


def _skala(pandang: Pandang, satu: Rumus, nilai: float, nisbah: float) -> float:
    """100 where the cell holds a fraction that is shown as a percentage."""
    gaya = pandang.buku.gaya
    persen = 0 <= satu.sel.gaya < len(gaya) and "%" in gaya[satu.sel.gaya].format_angka
    return _SERATUS if persen or (nilai <= 2 and abs(nilai - nisbah) < 0.01) else 1.0


def _kenali(nilai: float, realisasi: float, target: float, arah: str) -> Pengenalan | None:
    """The recipe; without a stated polarity only a reading that fits is taken."""
    maximize, minimize, _ = POLARISASI
    tertulis = arah.strip().capitalize()
    try:
        if tertulis in POLARISASI:
            return kenali("CAPAIAN", nilai, realisasi, target, tertulis)
        hasil = [kenali("CAPAIAN", nilai, realisasi, target, satu) for satu in (maximize, minimize)]
    except KinerjaError:
        return None
    if any(satu.sama_resmi for satu in hasil):
        return next(satu for satu in hasil if satu.sama_resmi)
    return hasil[0] if hasil[0].cocok and hasil[0].cocok[0].pernah_terlihat else None
