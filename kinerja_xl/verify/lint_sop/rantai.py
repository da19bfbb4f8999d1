"""The chain of documents: what a step yields is what the next one takes, and every step moves it on."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from kinerja_xl.sop.model import Langkah
from kinerja_xl.verify.lint_sop.dasar import Bahan, jenis, kerja, lapor, periksa, potong
from kinerja_xl.verify.lint_sop.keputusan import berupa_keputusan
from kinerja_xl.verify.lint_sop.pengetahuan import isi, memuat, rapi
from kinerja_xl.verify.temuan import Temuan


def _konsep(teks: str) -> bool:
    """Is the document still called a draft?"""
    return any(memuat(teks, kata) for kata in isi("rantai")["tahap"])


def _mandek(bahan: Bahan) -> Iterator[tuple[Langkah, str]]:
    """Steps that work on a document and leave its name as it was, with the code they fall under.

    SOP-24: a typed or checked draft is still the same draft; SOP-09: any other work. Orders pass a document on.
    """
    for ke, langkah in enumerate(bahan.sop.langkah):
        satu, output = kerja(langkah), rapi(langkah.output)
        sebelum = rapi(bahan.sop.langkah[ke - 1].output) if ke else ""
        if satu is None or not satu.mengolah or not output:
            continue
        putusan = satu.kode == "ketik" or berupa_keputusan(langkah)
        if putusan and _konsep(langkah.output):
            if output in (sebelum, rapi(langkah.kelengkapan)):
                yield langkah, "SOP-24"
        elif output == rapi(langkah.kelengkapan):
            yield langkah, "SOP-09"


@periksa("SOP-09")
def langkah_menghasilkan_sesuatu(bahan: Bahan) -> Iterator[Temuan]:
    """Work on a document shows in the name of what comes out."""
    for langkah, kode in _mandek(bahan):
        if kode == "SOP-09":
            yield lapor("SOP-09", bahan.sop, langkah, "output", asli=langkah.output)


@periksa("SOP-24")
def tahap_bergerak(bahan: Bahan) -> Iterator[Temuan]:
    """A draft that was typed or checked is no longer called the same draft."""
    for langkah, kode in _mandek(bahan):
        if kode == "SOP-24":
            yield lapor("SOP-24", bahan.sop, langkah, "output", asli=langkah.output)


@periksa("SOP-10")
def kelengkapan_dari_output(bahan: Bahan) -> Iterator[Temuan]:
    """What a step needs is what the step before yields, an earlier output, or something from outside.

    The same document under another name is info when the names are nearly alike, a warning when only the stage differs
    or nothing connects the two.
    """
    semua = bahan.sop.langkah
    for ke, langkah in enumerate(semua[1:], 1):
        hasil, perlu = semua[ke - 1].output, langkah.kelengkapan
        if not rapi(hasil) or not rapi(perlu) or _tersambung(hasil, perlu):
            continue
        dulu = {rapi(x.output) for x in semua[: ke - 1]}
        if _nama_mirip(hasil, perlu):
            tingkat = "info" if _konsep(hasil) == _konsep(perlu) else "peringatan"
            yield lapor("SOP-10", bahan.sop, langkah, "kelengkapan", tingkat, asli=perlu, lain=hasil)
        elif not any(rapi(satu) in dulu or _dari_luar(satu) for satu in potong(perlu)):
            yield lapor("SOP-10", bahan.sop, langkah, "kelengkapan", asli=perlu, lain=hasil)


def _tersambung(hasil: str, perlu: str) -> bool:
    """The whole output is one item of the needs."""
    return rapi(hasil) in {rapi(perlu), *(rapi(satu) for satu in potong(perlu))}


def _nama_mirip(hasil: str, perlu: str) -> bool:
    """One name within the other, or alike to the measure of the knowledge file; stage words aside."""
    kiri, kanan = _inti(hasil), _inti(perlu)
    if min(len(kiri), len(kanan)) < 2:
        return False
    if " ".join(kiri) in " ".join(kanan) or " ".join(kanan) in " ".join(kiri):
        return True
    return SequenceMatcher(None, " ".join(kiri), " ".join(kanan)).ratio() >= isi("rantai")["kemiripan"]


def _inti(teks: str) -> list[str]:
    return [kata for kata in rapi(teks).split() if kata not in isi("rantai")["tahap"]]


def _dari_luar(teks: str) -> bool:
    alat = isi("ejaan")["alat"]
    return any(memuat(rapi(teks), kata) for kata in (*isi("rantai")["luar"], *map(rapi, alat)))


@periksa("SOP-13")
def perintah_bukan_pelaksanaan(bahan: Bahan) -> Iterator[Temuan]:
    """An order does not yield what the next step makes."""
    for langkah, lanjut in zip(bahan.sop.langkah, bahan.sop.langkah[1:], strict=False):
        hasil = rapi(lanjut.output)
        perintah = jenis(langkah) == "perintah" and jenis(lanjut) != "perintah"
        if perintah and hasil and rapi(langkah.output) == hasil != rapi(lanjut.kelengkapan):
            yield lapor("SOP-13", bahan.sop, langkah, "output", asli=langkah.output, lain=lanjut.no)
