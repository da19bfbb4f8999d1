"""Objectives and numbers: one wording for one objective, numbers in figures, in order, each once, none missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.naskah import Naskah
from kinerja_xl.verify.temuan import Kata, Temuan

_MIRIP = 0.85  # objectives so much alike are one objective spelt twice; our own choice
_SEKITAR = 2  # words shown on each side of a difference
_NOMOR = re.compile(r"\d+\Z")


@lint("IKU-12")
def sasaran_satu_kalimat(naskah: Naskah) -> Iterator[Temuan]:
    """Every indicator of an objective states it in the same words."""
    baku = {s.kode: s.nama for s in naskah.manual.sasaran}
    beda = [u for u in naskah.menurut_dokumen if u.asal.sasaran_asli != baku[u.asal.sasaran]]
    for u in beda:
        yield naskah.temuan("IKU-12", u, "sasaran", *_beda(u.asal.sasaran_asli, baku[u.asal.sasaran]))
    ejaan = {u.asal.sasaran_asli for u in naskah.ukuran}
    if len(ejaan) > len(baku):
        asli = Kata(
            f"{len(ejaan)} ejaan untuk {len(baku)} sasaran", f"{len(ejaan)} spellings of {len(baku)} objectives"
        )
        satu = Kata("satu kalimat untuk tiap sasaran", "one wording for each objective")
        yield naskah.temuan("IKU-12", None, "sasaran", asli, satu, baris=beda[0].baris("sasaran") if beda else 0)


@lint("IKU-12")
def sasaran_berbeda_sungguh(naskah: Naskah) -> Iterator[Temuan]:
    """Two objectives are two things, not one thing spelt twice."""
    for a, b in combinations(naskah.manual.sasaran, 2):
        if SequenceMatcher(None, a.nama.casefold(), b.nama.casefold()).ratio() >= _MIRIP:
            pemakai = next((u for u in naskah.menurut_dokumen if u.asal.sasaran == b.kode), None)
            yield naskah.temuan("IKU-12", pemakai, "sasaran", *_beda(b.nama, a.nama), b.kode)


def _beda(asli: str, baku: str) -> tuple[Kata, Kata]:
    """Two sentences cut down to where they differ, with a few words around."""
    a, b = asli.split(), baku.split()
    depan = _sama_depan(a, b)
    belakang = min(_sama_depan(a[::-1], b[::-1]), min(len(a), len(b)) - depan)
    return _cuplik(a, depan, len(a) - belakang), _cuplik(b, depan, len(b) - belakang)


def _sama_depan(a: list[str], b: list[str]) -> int:
    """How many words two sentences begin with in common."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _cuplik(kata: list[str], dari: int, sampai: int) -> Kata:
    mulai, akhir = max(dari - _SEKITAR, 0), sampai + _SEKITAR
    teks = " ".join(kata[mulai:akhir])
    teks = f"{'… ' if mulai else ''}{teks}{' …' if akhir < len(kata) else ''}"
    return Kata(teks, teks)


@lint("IKU-16")
def nomor_angka_dan_lengkap(naskah: Naskah) -> Iterator[Temuan]:
    """Numbers are written in figures, each once, none left out."""
    lihat: dict[str, str] = {}
    for u in naskah.menurut_dokumen:
        asli = u.asal.no_asli.strip()
        if not _NOMOR.search(asli):
            yield naskah.temuan("IKU-16", u, "nomor", asli, f"IK {u.asal.no}", baris=u.asal.baris)
        elif asli.casefold() in lihat:
            baku = Kata(f"IK {u.asal.no}; nomor itu sudah dipakai {lihat[asli.casefold()]}",
                        f"IK {u.asal.no}; the number is already used by {lihat[asli.casefold()]}")  # fmt: skip
            yield naskah.temuan("IKU-16", u, "nomor", asli, baku, baris=u.asal.baris)
        lihat.setdefault(asli.casefold(), u.kode)
    ada = {u.asal.no for u in naskah.ukuran}
    for no in sorted(set(range(1, max(ada, default=0) + 1)) - ada):
        sesudah = min((u for u in naskah.ukuran if u.asal.no > no), key=lambda u: u.asal.no)
        kosong = Kata(f"tidak ada IK {no}", f"no IK {no}")
        baku = Kata(f"IK {no} belum ada sebelum {sesudah.kode}", f"IK {no} missing before {sesudah.kode}")
        yield naskah.temuan("IKU-16", None, "nomor", kosong, baku, baris=sesudah.asal.baris)


@lint("IKU-16")
def nomor_berurutan(naskah: Naskah) -> Iterator[Temuan]:
    """Indicators stand in the order of their numbers."""
    semua = naskah.menurut_dokumen
    for sebelum, u in pairwise(semua):
        if u.asal.no != sebelum.asal.no + 1 and any(
            v.asal.no < u.asal.no and v.asal.urutan > u.asal.urutan for v in semua
        ):
            urut = [v for v in semua if abs(v.asal.urutan - u.asal.urutan) <= 1 or v.asal.urutan == u.asal.urutan + 2]
            asli = ", ".join(f"IK {v.asal.no}" for v in urut)
            baku = ", ".join(f"IK {no}" for no in sorted(v.asal.no for v in urut))
            yield naskah.temuan("IKU-16", None, "nomor", asli, baku, baris=u.asal.baris)
            return
