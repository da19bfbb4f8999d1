"""Where figures come from and who answers for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import cari, kata, sumber
from kinerja_xl.verify.lint_iku.naskah import Naskah, Ukuran
from kinerja_xl.verify.lint_iku.ukuran import satuan_rapi
from kinerja_xl.verify.temuan import Kata, Temuan


def _disebut(teks: str) -> set[str]:
    """Known sources a text names."""
    return {s.nama for s in sumber() if cari(s.semua, teks)}


@lint("IKU-23", "IKU-24")
def sumber_memadai(naskah: Naskah) -> Iterator[Temuan]:
    """The data source names a document or application, the same one as the formula, and all of them."""
    for u in naskah.ukuran:
        pada_sumber, pada_rumus = _disebut(u.sumber), _disebut(u.teks("formula"))
        dokumen = Kata("dokumen atau aplikasi asal angkanya", "the document or application the figures come from")
        if pada_sumber and pada_rumus and not pada_sumber & pada_rumus:
            yield naskah.temuan("IKU-23", u, "sumber_data", u.sumber, "", ", ".join(sorted(pada_rumus)))
        elif pada_sumber and pada_rumus - pada_sumber:
            yield naskah.temuan("IKU-24", u, "sumber_data", u.sumber, ", ".join(sorted(pada_rumus | pada_sumber)))
        elif not pada_sumber and _tanpa_isi(u):
            yield naskah.temuan(
                "IKU-24", u, "sumber_data", u.sumber, ", ".join(sorted(pada_rumus)) or dokumen
            )  # fmt: skip


def _tanpa_isi(u: Ukuran) -> bool:
    """Is the source blank, the mere unit, the indicator itself, or a word that names no document?"""
    isi = u.sumber.casefold()
    satuan = satuan_rapi(u.satuan)
    return not isi or isi == satuan or isi in kata("sumber tanpa isi") or _judul_sendiri(isi, u.judul.teks.casefold())


def _judul_sendiri(isi: str, judul: str) -> bool:
    """ "IP ASN" for "Indeks Profesionalitas ASN": each word of the source stands in the title or is its initials."""
    huruf_awal = "".join(w[0] for w in re.findall(r"\w+", judul))
    return all(w in judul.split() or (len(w) > 1 and w in huruf_awal) for w in isi.split())


@lint("IKU-26")
def penanggung_jawab_pemilik(naskah: Naskah) -> Iterator[Temuan]:
    """The office itself answers for its indicator, not who assesses it or supplies the figures."""
    milik = naskah.manual.instansi
    for u in naskah.ukuran:
        isi = u.penanggung_jawab
        if milik.casefold() not in isi.casefold() and not cari(kata("penilai"), milik) and cari(kata("penilai"), isi):
            yield naskah.temuan("IKU-26", u, "penanggung_jawab", isi, milik)
