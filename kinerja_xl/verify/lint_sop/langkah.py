"""Truths of a single step: who does it, its number, no twin, nothing blank, a result that can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.sop.model import Langkah
from kinerja_xl.verify.lint_sop.dasar import Bahan, lapor, periksa
from kinerja_xl.verify.lint_sop.pengetahuan import isi, rapi
from kinerja_xl.verify.temuan import Kata, Temuan

_KERJA = re.compile(r"^(untuk\s+)?(me(?:m|n|ng|ny|r|l|w|y)?[a-z]{3,})\b", re.I)


@periksa("SOP-01")
def langkah_punya_pelaksana(bahan: Bahan) -> Iterator[Temuan]:
    """Every step names a performer; when none does, the SOP is told once."""
    tanpa = [satu for satu in bahan.sop.langkah if not satu.pelaksana]
    if len(tanpa) == len(bahan.sop.langkah):
        yield lapor("SOP-01", bahan.sop, asli="", lain=Kata("semua langkah", "no step"))
        return
    for langkah in tanpa:
        yield lapor("SOP-01", bahan.sop, langkah, asli="", lain=Kata("langkah ini", "this step does not"))


@periksa("SOP-06")
def tanpa_langkah_rangkap(bahan: Bahan) -> Iterator[Temuan]:
    """No two steps say the same work on the same document with the same result, by the same performer."""
    lihat: dict[tuple[object, ...], Langkah] = {}
    for langkah in bahan.sop.langkah:
        kunci = (*(rapi(getattr(langkah, b)) for b in ("kegiatan", "kelengkapan", "output")), langkah.pelaksana)
        if kunci in lihat:
            yield lapor("SOP-06", bahan.sop, langkah, "kegiatan", asli=langkah.kegiatan, lain=lihat[kunci].no)
        lihat.setdefault(kunci, langkah)


@periksa("SOP-08")
def nomor_ada_dan_berurutan(bahan: Bahan) -> Iterator[Temuan]:
    """Every step has its number by row order."""
    for urut, langkah in enumerate(bahan.sop.langkah, 1):
        tertulis = str(langkah.no) if langkah.no_asli is None else langkah.no_asli.strip()
        angka = re.sub(r"\W", "", tertulis)
        if angka != str(urut):
            yield lapor("SOP-08", bahan.sop, langkah, "nomor", asli=tertulis, baku=urut)


@periksa("SOP-08")
def nomor_ditulis_sebagai_angka(bahan: Bahan) -> Iterator[Temuan]:
    """Numbers are written as bare digits; dots are told once for the SOP."""
    for urut, langkah in enumerate(bahan.sop.langkah, 1):
        tertulis = (langkah.no_asli or "").strip()
        if tertulis and not tertulis.isdigit():
            yield lapor("SOP-08", bahan.sop, bidang="nomor", asli=tertulis, baku=urut)
            return


@periksa("SOP-11")
def mutu_baku_terisi(bahan: Bahan) -> Iterator[Temuan]:
    """Kelengkapan, waktu and output of every step are filled in."""
    for langkah in bahan.sop.langkah:
        for bidang in ("kegiatan", "kelengkapan", "waktu", "output"):
            if not getattr(langkah, bidang).strip():
                yield lapor("SOP-11", bahan.sop, langkah, bidang, asli="")


@periksa("SOP-16")
def output_berupa_benda(bahan: Bahan) -> Iterator[Temuan]:
    """An output is something that can be shown, not an activity: it does not begin with a verb."""
    bukan = set(isi("rantai")["bukan_kerja"])
    for langkah in bahan.sop.langkah:
        cocok = _KERJA.match(langkah.output.strip())
        if cocok and cocok.group(2).casefold() not in bukan:
            yield lapor("SOP-16", bahan.sop, langkah, "output", asli=langkah.output)
