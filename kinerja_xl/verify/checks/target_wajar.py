"""Capaian that can hardly be meant so, each with the cause it suggests; causes and follow-ups that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat
from kinerja_xl.functions import get
from kinerja_xl.iku.agregasi import JENIS
from kinerja_xl.iku.capaian import POLARISASI, TANPA_BATAS
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.checks.target import _angka, _rekaman, _teks
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.temuan import Kata, Temuan, buat

Rekaman = Mapping[str, tuple[Titik, Nilai]]
TRIWULAN = tuple(f"realisasi_tw{n}" for n in range(1, 5))
MAXIMIZE, MINIMIZE, _ = POLARISASI
RENDAH, PENUH, TINGGI, LUAR_BIASA = 60.0, 100.0, 150.0, 200.0  # percent: what is looked at, not what a rule says
DEKAT = 25.0  # percent points around 100 in which another reading is plausible
_MAKIN_KECIL = re.compile(
    r"temuan|keluhan|pengaduan|kesalahan|pelanggaran|keterlambatan|kematian|kemiskinan|pengangguran|stunting|kerugian"
    r"|tunggakan|penyimpangan|deviasi|waktu tunggu|lama(nya)? (waktu|penyelesaian)|paling (banyak|tinggi)"
    r"|batas (tertinggi|atas)|tidak (melebihi|lebih dari)|penurunan",
    re.IGNORECASE,
)
_MAKIN_BESAR = re.compile(
    r"\bnilai\b|\bindeks\b|\bpersentase\b|\bjumlah\b|\btingkat (kepuasan|kepatuhan|capaian)", re.IGNORECASE
)
_TAK_BERISI = frozenset(
    ("-", "--", ".", "..", "...", "x", "xx", "xxx", "n/a", "na", "nihil", "tidak ada", "tidak ada.", "ada", "ok", "0",
     "?", "sda", "s.d.a", "idem", "tes", "test", "belum diisi", "akan ditindaklanjuti")
)  # fmt: skip


@periksa("TGT", 71)
def capaian_wajar(kasus: Kasus) -> Iterator[Temuan]:
    """Explains a capaian out of all proportion: aggregation, polarity, zero base, or a target far too low."""
    for rekaman in _rekaman(kasus):
        target, realisasi = _angka(rekaman, "target"), _angka(rekaman, "realisasi")
        arah = _teks(rekaman, "polarisasi").capitalize()
        if target is None or realisasi is None or arah not in POLARISASI or "capaian" not in rekaman:
            continue
        if target == 0 and arah == MAXIMIZE:
            yield _buat("TGT-12", rekaman, "target", target, realisasi, arah)
            continue
        persen = _persen(realisasi, target, arah)
        if persen is not None:
            yield from _satu(rekaman, target, realisasi, arah, persen)


def _satu(rekaman: Rekaman, target: float, realisasi: float, arah: str, persen: float) -> Iterator[Temuan]:
    """The first explanation that fits."""
    lain = _agregasi_lain(rekaman, target, arah) if persen < RENDAH or persen > TINGGI else None
    balik = _persen(realisasi, target, MINIMIZE if arah == MAXIMIZE else MAXIMIZE)
    if lain is not None:
        jenis, nilai, jadi = lain
        yield _buat("TGT-11", rekaman, "capaian", target, realisasi, arah, persen=_rapi(persen), jenis=jenis,
                    ada=_teks(rekaman, "perhitungan"), nilai=_rapi(nilai), jadi=_rapi(jadi))  # fmt: skip
    elif balik is not None and persen < RENDAH and balik >= PENUH and _terbalik(arah, _teks(rekaman, "indikator")):
        lawan = MINIMIZE if arah == MAXIMIZE else MAXIMIZE
        yield _buat("TGT-10", rekaman, "capaian", target, realisasi, arah, persen=_rapi(persen), lawan=lawan,
                    jadi=_rapi(balik))  # fmt: skip
    elif persen > LUAR_BIASA:
        yield _buat("TGT-13", rekaman, "capaian", target, realisasi, arah, persen=_rapi(persen))


def _persen(realisasi: float, target: float, arah: str) -> float | None:
    """Percent by the rule book, without a cap; None where it refuses."""
    try:
        return float(get("CAPAIAN")(realisasi, target, arah, TANPA_BATAS))
    except KinerjaError:
        return None


def _agregasi_lain(rekaman: Rekaman, target: float, arah: str) -> tuple[str, float, float] | None:
    """Another kind of aggregation of the quarters that would bring the capaian near 100; None when there is none."""
    isi = [_angka(rekaman, k) for k in TRIWULAN]
    kini = _teks(rekaman, "perhitungan")
    if kini not in JENIS or sum(n is not None for n in isi) < 2:
        return None
    for jenis in JENIS:
        nilai = None if jenis == kini else get("AGREGASI")([isi], jenis)
        jadi = None if nilai is None else _persen(nilai, target, arah)
        if nilai is not None and jadi is not None and abs(jadi - PENUH) <= DEKAT:
            return jenis, nilai, jadi
    return None


def _terbalik(arah: str, nama: str) -> bool:
    """Do the words of the indicator speak against its polarity?"""
    kecil = bool(_MAKIN_KECIL.search(nama))
    return kecil if arah == MAXIMIZE else not kecil and bool(_MAKIN_BESAR.search(nama))


def _buat(kode: str, rekaman: Rekaman, kunci: str, target: float, realisasi: float, arah: str, **lain: Any) -> Temuan:
    nama, sebut = _teks(rekaman, "indikator"), _teks(rekaman, "kode")
    return buat(kode, rekaman[kunci][0], kode=sebut, indikator=nama, target=_rapi(target), realisasi=_rapi(realisasi),
                polarisasi=arah, **lain)  # fmt: skip


def _rapi(nilai: float) -> float | int:
    hasil = bulat(nilai, 2)
    return int(hasil) if hasil == int(hasil) else hasil


@periksa("TGT", 72)
def penjelasan_berisi(kasus: Kasus) -> Iterator[Temuan]:
    """Cause and follow-up of a missed target say something, and not the same."""
    for rekaman in _rekaman(kasus):
        capaian = _angka(rekaman, "capaian")
        if capaian is None or capaian >= PENUH:
            continue
        teks = {k: " ".join(_teks(rekaman, k).split()) for k in ("penyebab", "tindak_lanjut") if k in rekaman}
        umum = {"kode": _teks(rekaman, "kode"), "indikator": _teks(rekaman, "indikator")}
        for kunci, isi in teks.items():
            if isi.casefold() in _TAK_BERISI:
                yield buat("TGT-14", rekaman[kunci][0], ada=isi, bagian_isi=_SEBUT[kunci], **umum)
        sama = {isi.casefold() for isi in teks.values()}
        if len(teks) == 2 and len(sama) == 1 and not sama & (_TAK_BERISI | {""}):
            yield buat("TGT-15", rekaman["tindak_lanjut"][0], **umum)


_SEBUT = {"penyebab": Kata("penyebab", "cause"), "tindak_lanjut": Kata("tindak lanjut", "follow-up")}
