"""Names: terms in force, offices of this office, documents of this SOP, the right word, SOPs that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja_xl.core.ketat import saran
from kinerja_xl.sop.model import Sop
from kinerja_xl.verify.lint_sop.dasar import Bahan, lapor, periksa
from kinerja_xl.verify.lint_sop.pengetahuan import Dokumen, dokumen, isi, istilah, keliru, kepala, memuat, rapi
from kinerja_xl.verify.temuan import Temuan

_UMUM = {"sop", "penyusunan", "pelaksanaan", "pelaporan", "pembuatan", "pengelolaan"}
_RUJUK = re.compile(r"\bSOP\s+[^,;.()]+")


@periksa("SOP-05")
def istilah_yang_berlaku(bahan: Bahan) -> Iterator[Temuan]:
    """No superseded name of a document; told once for the SOP."""
    for satu in istilah():
        tertulis = next(filter(None, (memuat(teks, satu.lama) for teks in _teks(bahan.sop))), "")
        if tertulis:
            yield lapor("SOP-05", bahan.sop, asli=satu.lama, baku=satu.baku, rujukan=satu.rujukan)


def _teks(sop: Sop) -> Iterator[str]:
    yield sop.judul
    for langkah in sop.langkah:
        yield from (langkah.kegiatan, langkah.kelengkapan, langkah.output)


@periksa("SOP-12")
def kepala_kantor_sendiri(bahan: Bahan) -> Iterator[Temuan]:
    """The head of another kind of office has no part in this SOP."""
    milik = {k.kantor: peran for k in kepala() for peran in bahan.sop.peran if any(memuat(peran, w) for w in k.kata)}
    if not milik:
        return
    for langkah in bahan.sop.langkah:
        for satu in kepala():
            if satu.kantor not in milik:
                for asli in filter(None, (memuat(langkah.kegiatan, kata) for kata in satu.kata)):
                    baku = next(iter(milik.values()))
                    yield lapor("SOP-12", bahan.sop, langkah, "kegiatan", asli=asli, baku=baku)


@periksa("SOP-12")
def pelaksana_ada_dalam_peran(bahan: Bahan) -> Iterator[Temuan]:
    """A performer is one of the offices of the SOP."""
    for langkah in bahan.sop.langkah:
        for siapa in langkah.pelaksana:
            if siapa not in bahan.sop.peran:
                dekat = re.search(r"Maksud Anda '(.+)'", saran(siapa, bahan.sop.peran))
                baku = dekat.group(1) if dekat else " / ".join(bahan.sop.peran)
                yield lapor("SOP-12", bahan.sop, langkah, "pelaksana", asli=siapa, baku=baku)


def _sendiri(sop: Sop) -> list[Dokumen]:
    """Documents that the title names."""
    return [satu for satu in dokumen() if any(memuat(sop.judul, nama) for nama in satu.nama)]


@periksa("SOP-14")
def output_milik_sop_ini(bahan: Bahan) -> Iterator[Temuan]:
    """An output names the document of this SOP, not that of another."""
    sendiri = _sendiri(bahan.sop)
    if not sendiri:
        return
    for langkah in bahan.sop.langkah:
        for satu in dokumen():
            asing = next(filter(None, (memuat(langkah.output, nama) for nama in satu.nama)), "")
            if satu not in sendiri and asing and not any(memuat(langkah.output, n) for d in sendiri for n in d.nama):
                baku = langkah.output.replace(asing, sendiri[0].nama[0])
                yield lapor("SOP-14", bahan.sop, langkah, "output", asli=langkah.output, baku=baku)


@periksa("SOP-14")
def rencana_bukan_laporan(bahan: Bahan) -> Iterator[Temuan]:
    """A plan is not called a report; told once for the SOP."""
    for satu in _sendiri(bahan.sop):
        for nama in satu.nama if satu.rencana else ():
            asli = next(filter(None, (memuat(teks, f"Laporan {nama}") for teks in _teks(bahan.sop))), "")
            if asli:
                yield lapor("SOP-14", bahan.sop, asli=asli, baku=nama)


@periksa("SOP-15")
def kata_tidak_tertukar(bahan: Bahan) -> Iterator[Temuan]:
    """No correctly spelt word of another job where its neighbours tell what was meant."""
    for langkah in bahan.sop.langkah:
        for satu in keliru():
            asli = memuat(langkah.kegiatan, satu.tertulis)
            if asli and re.search(satu.syarat, langkah.kegiatan, re.I):
                yield lapor("SOP-15", bahan.sop, langkah, "kegiatan", asli=asli, baku=satu.maksud)


@periksa("SOP-17")
def sop_rujukan_tersedia(bahan: Bahan) -> Iterator[Temuan]:
    """An SOP named in the remarks is one of the set."""
    ada = [_inti(sop.judul) for sop in bahan.semua]
    for langkah in bahan.sop.langkah:
        for rujukan in _RUJUK.findall(langkah.keterangan):
            inti = _inti(rujukan)
            if inti and not any(inti <= judul for judul in ada):
                yield lapor("SOP-17", bahan.sop, langkah, "keterangan", asli=rujukan.strip())


def _inti(judul: str) -> frozenset[str]:
    return frozenset(rapi(judul).split()) - _UMUM


@periksa("SOP-23")
def jabatan_dengan_nama_baku(bahan: Bahan) -> Iterator[Temuan]:
    """An office is called by the name the other SOPs use, and by no other's."""
    padanan = isi("nama")["padanan"]
    for ke, peran in enumerate(bahan.sop.peran):
        lain = next((memuat(peran, kata) for kata in padanan if memuat(peran, kata)), "")
        if lain:
            baku = peran.replace(lain, next(b for k, b in padanan.items() if k.casefold() == lain.casefold()))
            yield lapor("SOP-23", bahan.sop, bidang="pelaksana", asli=peran, baku=baku)
        elif peran in bahan.sop.peran[:ke]:
            atasan = bahan.sop.peran[ke - 1].split()[-1]
            yield lapor("SOP-23", bahan.sop, bidang="pelaksana", asli=peran, baku=f"{peran} ({atasan})")
