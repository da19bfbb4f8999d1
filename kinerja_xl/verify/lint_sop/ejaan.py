"""Spelling: typing errors, abbreviations, missing spaces and commas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kinerja_xl.sop.model import Langkah, Sop
from kinerja_xl.verify.lint_sop.dasar import Bahan, lapor, periksa
from kinerja_xl.verify.lint_sop.pengetahuan import ejaan, isi, rapi
from kinerja_xl.verify.temuan import Temuan

_KOMA = re.compile(r"([^\W\d_]+),([^\W\d_]+)")
_KURUNG = re.compile(r"([^\W\d_]{2,})\(([^\W\d_]{2,})")
_TITIK = re.compile(r"\b([A-Z]{2,})\.([A-Z]{2,})\b")
_TEKS = ("kegiatan", "kelengkapan", "output", "keterangan")


def _semua_teks(sop: Sop) -> Iterator[tuple[Langkah | None, str, str]]:
    """Every text with its step and column; the title first."""
    yield None, "judul", sop.judul
    for langkah in sop.langkah:
        for bidang in _TEKS:
            yield langkah, bidang, getattr(langkah, bidang)


@periksa("SOP-04")
def kata_ditulis_baku(bahan: Bahan) -> Iterator[Temuan]:
    """No known misspelling or abbreviation; each is told once a step."""
    lihat: set[tuple[int, str]] = set()
    for langkah, bidang, teks in _semua_teks(bahan.sop):
        for satu in ejaan():
            cocok = satu.pola.search(teks)
            kunci = (langkah.no if langkah else 0, satu.tertulis)
            if cocok and kunci not in lihat:
                lihat.add(kunci)
                yield lapor(
                    "SOP-04", bahan.sop, langkah, bidang, asli=cocok.group(), baku=_seperti(cocok.group(), satu.baku)
                )


def _seperti(asli: str, baku: str) -> str:
    """The right spelling with a capital where the text has one."""
    return baku[0].upper() + baku[1:] if asli[0].isupper() else baku


@periksa("SOP-04")
def tanda_baca_berspasi(bahan: Bahan) -> Iterator[Temuan]:
    """A space follows a comma and stands before a bracket; a full stop does not join two names."""
    for langkah, bidang, teks in _semua_teks(bahan.sop):
        for pola, ganti in ((_KOMA, r"\1, \2"), (_KURUNG, r"\1 (\2"), (_TITIK, r"\1 dan \2")):
            for cocok in pola.finditer(teks):
                yield lapor("SOP-04", bahan.sop, langkah, bidang, asli=cocok.group(), baku=cocok.expand(ganti))


@periksa("SOP-04")
def alat_dipisah_koma(bahan: Bahan) -> Iterator[Temuan]:
    """Two tools in a list are parted by a comma."""
    alat = "|".join(sorted(map(re.escape, isi("ejaan")["alat"]), key=len, reverse=True))
    pola = re.compile(rf"\b({alat})\s+({alat})\b", re.I)
    for langkah in bahan.sop.langkah:
        for cocok in pola.finditer(langkah.kelengkapan):
            baku = f"{cocok.group(1)}, {cocok.group(2).casefold()}"
            yield lapor("SOP-04", bahan.sop, langkah, "kelengkapan", asli=cocok.group(), baku=baku)


@periksa("SOP-04")
def output_bertanda_koma_sama(bahan: Bahan) -> Iterator[Temuan]:
    """An output that other SOPs write with a comma is written with it here."""
    tertulis: dict[str, Counter[str]] = {}
    for sop in bahan.semua:
        for langkah in sop.langkah:
            tertulis.setdefault(rapi(langkah.output), Counter())[_berkoma(langkah.output)] += 1
    for langkah in bahan.sop.langkah:
        sama = tertulis.get(rapi(langkah.output), Counter())
        ada = _berkoma(langkah.output)
        lazim = sama.most_common(1)[0][0] if sama else ada
        if rapi(langkah.output) and ada.count(",") < lazim.count(",") and sama[lazim] > sama[ada]:
            contoh = next(x.output for s in bahan.semua for x in s.langkah if _berkoma(x.output) == lazim)
            yield lapor("SOP-04", bahan.sop, langkah, "output", asli=langkah.output, baku=contoh)


def _berkoma(teks: str) -> str:
    return " ".join(re.findall(r"\w+|,", teks.casefold()))
