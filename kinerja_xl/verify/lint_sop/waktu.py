"""Standard times: readable, written alike, not far from the same act elsewhere, not counted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import quantiles

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.sel import tulis
from kinerja_xl.sop.model import Langkah, Sop
from kinerja_xl.verify.lint_sop.dasar import Bahan, kerja, lapor, periksa
from kinerja_xl.verify.lint_sop.pengetahuan import isi, rapi
from kinerja_xl.verify.temuan import Kata, Temuan

_BAKU = re.compile(r"\d+(,\d+)? (menit|jam|(hari|minggu)( kerja| kalender)?)( \d+ menit)?")


def _menit(sop: Sop, langkah: Langkah) -> float | None:
    """Minutes of a step; None when its time is blank or cannot be read."""
    try:
        return langkah.lama(sop.menit_per_hari).rata_menit(sop.menit_per_hari) if langkah.waktu.strip() else None
    except KinerjaError:
        return None


@periksa("SOP-07")
def waktu_sewajar_sop_lain(bahan: Bahan) -> Iterator[Temuan]:
    """A step takes less than `faktor` times the lower quartile of the same act over all SOPs."""
    aturan = isi("kerja")["pencilan"]
    for langkah in bahan.sop.langkah:
        satu, menit = kerja(langkah), _menit(bahan.sop, langkah)
        if satu is None or not menit:
            continue
        sampel = sorted(m for s in bahan.pembanding for x in s.langkah if kerja(x) == satu and (m := _menit(s, x)))
        if len(sampel) < aturan["minimal"]:
            continue
        patokan = quantiles(sampel, n=round(1 / aturan["kuartil"]), method="inclusive")[0]
        batas = aturan["faktor"] * patokan
        if menit >= batas:
            wajar = [m for m in sampel if m < batas]
            lain = _wajar(satu.nama, satu.nama_en, wajar[0], wajar[-1], patokan, aturan["faktor"])
            yield lapor("SOP-07", bahan.sop, langkah, "waktu", asli=langkah.waktu, lain=lain)


def _wajar(nama: str, nama_en: str, kecil: float, besar: float, patokan: float, faktor: float) -> Kata:
    rentang = tulis(kecil) if kecil == besar else f"{tulis(kecil)} sampai {tulis(besar)}"
    batas = tulis(faktor * patokan)
    return Kata(
        f"{rentang} menit ({nama}; janggal mulai {batas} menit, {tulis(faktor)} kali {tulis(patokan)} menit yang "
        "membatasi seperempat tercepat)",
        f"{rentang.replace('sampai', 'to')} minutes ({nama_en}; an outlier from {batas} minutes, {tulis(faktor)} times "
        f"the {tulis(patokan)} minutes that bound the fastest quarter)",
    )


@periksa("SOP-18")
def masa_sama_tidak_dihitung_dua_kali(bahan: Bahan) -> Iterator[Temuan]:
    """Two long steps in a row of the same length about the same thing are one period, unless marked as parallel."""
    aturan = isi("kerja")["serempak"]
    for dulu, langkah in zip(bahan.sop.langkah, bahan.sop.langkah[1:], strict=False):
        menit = _menit(bahan.sop, langkah)
        if langkah.paralel_dengan is not None or menit is None or menit != _menit(bahan.sop, dulu):
            continue
        sambung = rapi(dulu.output) and rapi(dulu.output) in rapi(langkah.kelengkapan)
        if menit < aturan["minimal_hari"] * bahan.sop.menit_per_hari or sambung:
            continue
        if len(_benda(dulu) & _benda(langkah)) >= aturan["kata_sama"]:
            yield lapor("SOP-18", bahan.sop, langkah, "waktu", asli=langkah.waktu, lain=dulu.no)


def _benda(langkah: Langkah) -> set[str]:
    return {kata for kata in rapi(langkah.kegiatan).split() if len(kata) > 3 and not kata.startswith(("me", "kepada"))}


@periksa("SOP-20")
def waktu_ditulis_baku(bahan: Bahan) -> Iterator[Temuan]:
    """A time is written as number, space, unit."""
    for langkah in bahan.sop.langkah:
        teks = " ".join(langkah.waktu.split())
        if teks and _menit(bahan.sop, langkah) is not None and not _BAKU.fullmatch(teks):
            rapi_waktu = re.sub(r"(\d)\s*([a-zA-Z])", r"\1 \2", teks).casefold()
            yield lapor("SOP-20", bahan.sop, langkah, "waktu", asli=langkah.waktu, baku=rapi_waktu)


@periksa("SOP-20")
def satu_lama_satu_tulisan(bahan: Bahan) -> Iterator[Temuan]:
    """The same length below a day is written with the same unit in all SOPs."""
    tulisan: dict[float, dict[str, str]] = {}
    for sop in bahan.semua:
        for langkah in sop.langkah:
            menit, satuan = _menit(sop, langkah), _satuan(langkah.waktu)
            if menit is not None and satuan:
                tulisan.setdefault(menit, {}).setdefault(satuan, f"'{langkah.waktu}' ({sop.nama})")
    for langkah in bahan.sop.langkah:
        menit, satuan = _menit(bahan.sop, langkah), _satuan(langkah.waktu)
        lain = [contoh for s, contoh in tulisan.get(menit or 0, {}).items() if satuan and s != satuan]
        if lain:
            baku = Kata(
                f"{tulis(menit)} menit; lama yang sama ditulis {lain[0]}",
                f"{tulis(menit)} minutes; the same length is written {lain[0]}",
            )
            yield lapor("SOP-20", bahan.sop, langkah, "waktu", asli=langkah.waktu, baku=baku)


def _satuan(waktu: str) -> str:
    cocok = re.fullmatch(r"\s*\d+\s*(menit|jam)\s*", waktu, re.I)
    return cocok.group(1).casefold() if cocok else ""


@periksa("SOP-21")
def waktu_terbaca(bahan: Bahan) -> Iterator[Temuan]:
    """A time that is written can be read."""
    for langkah in bahan.sop.langkah:
        if langkah.waktu.strip() and _menit(bahan.sop, langkah) is None:
            yield lapor("SOP-21", bahan.sop, langkah, "waktu", asli=langkah.waktu)
