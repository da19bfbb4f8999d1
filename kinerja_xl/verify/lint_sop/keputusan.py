"""Decision steps: the standard time covers the smooth path only, and the work may come back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.sop.model import Langkah, Sop
from kinerja_xl.verify.lint_sop.dasar import Bahan, jenis, lapor, periksa
from kinerja_xl.verify.lint_sop.pengetahuan import isi, rapi
from kinerja_xl.verify.temuan import Kata, Temuan


def berupa_keputusan(langkah: Langkah) -> bool:
    """Does the step say what happens when the work is refused, or is it marked so?"""
    return langkah.keputusan or _syarat(langkah) is not None


def _syarat(langkah: Langkah) -> re.Match[str] | None:
    """The clause of refusal: the last condition of the text that says "tidak"."""
    cocok = list(re.finditer(isi("keputusan")["pola"], langkah.kegiatan, re.I))
    return cocok[-1] if cocok else None


def tujuan_kembali(sop: Sop, langkah: Langkah) -> int | None:
    """Step that refused work goes back to: as marked, else the nearest earlier one of whom the text names."""
    if langkah.kembali_ke is not None:
        return langkah.kembali_ke
    kata = re.search(isi("keputusan")["tujuan"], langkah.kegiatan, re.I | re.S)
    if kata is None:
        return None
    siapa = kata.group(1).casefold()
    sebelum = [satu for satu in reversed(sop.langkah) if satu.no < langkah.no]
    nama = [satu for satu in sebelum if any(rapi(p).startswith(siapa) for p in satu.pelaksana)]
    pekerjaan = isi("keputusan")["kembali"].get(siapa)
    serupa = [satu for satu in sebelum if pekerjaan and jenis(satu) == pekerjaan]
    return next((satu.no for satu in (*nama, *serupa)), None)


@periksa("SOP-19")
def keputusan_hanya_jalur_lancar(bahan: Bahan) -> Iterator[Temuan]:
    """Every decision is told with the step its refusal returns to."""
    for langkah in bahan.sop.langkah:
        if not berupa_keputusan(langkah):
            continue
        syarat, tujuan = _syarat(langkah), tujuan_kembali(bahan.sop, langkah)
        asli = langkah.kegiatan[_awal_tolak(langkah.kegiatan, syarat) :].strip() if syarat else langkah.kegiatan
        lain = Kata("yang tidak disebut", "that is not named") if tujuan is None else tujuan
        yield lapor("SOP-19", bahan.sop, langkah, "kegiatan", asli=asli, lain=lain)


def _awal_tolak(teks: str, syarat: re.Match[str]) -> int:
    """Where the refusal begins: the last condition word before "tidak"."""
    kata = list(re.finditer(r"\b(jika|bila|apabila|kalau)\b", teks[: syarat.end()], re.I))
    return kata[-1].start() if kata else syarat.start()
