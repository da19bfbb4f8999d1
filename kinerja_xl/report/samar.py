"""Personal data hidden in a report that leaves the office: NIP and the like, and on request the names of signers.

Done once on the Laporan, before any format is written: findings, data, messages, paths and offices keep their meaning,
the last four digits tell two people apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from kinerja_xl.verify.laporan import HasilBerkas, Laporan
from kinerja_xl.verify.pribadi import NAMA_ORANG, NOMOR_ORANG
from kinerja_xl.verify.temuan import Kata, Temuan, tulis_nilai

_SELA = r"(?:[\s\u00a0.\-]|\\u[0-9a-f]{4}){0,3}"
_RAPAT = re.compile(r"(?<!\d)(?<!\d[.,])\d{16,19}(?!\d)")  # NIP, NIK and either with a digit too few or too many
_JARANG = re.compile(  # a NIP written in groups: date of birth, month of appointment, sex, number
    rf"(?<!\d)(?:19|20)\d\d{_SELA}(?:0[1-9]|1[0-2]){_SELA}(?:0[1-9]|[12]\d|3[01]){_SELA}"
    rf"(?:19|20)\d\d{_SELA}(?:0[1-9]|1[0-2]){_SELA}[12]{_SELA}\d{{3}}(?!\d)"
)
_SIDIK = re.compile(r"[0-9a-f]{16,128}\Z")
_BUKAN_RAHASIA = frozenset({"sha256", "verdict", "cells", "code", "level", "cell", "silang"})
_ISI_SEL = frozenset({"ada", "seharusnya", "tersimpan", "dihitung", "resmi", "asli", "nilai", "semula"})
_KUNCI_NAMA = frozenset({"penanda_tangan", "ditandatangani"})
_AKHIR = 4
_PENDEK = 5  # a shorter name is not looked for inside other texts
Ganti = Callable[[str], str]


def samarkan(laporan: Laporan, nama: bool = False) -> Laporan:
    """The same report with NIPs hidden; with nama also the names in signature cells."""
    berkas = tuple(_berkas(satu, nama) for satu in laporan.files)
    letak = {nip(k): nip(v) for k, v in laporan.letak.items()}
    lain = {
        f.name: _dalam(getattr(laporan, f.name), nip, nama)
        for f in fields(laporan)
        if f.init and f.name not in ("files", "letak")
    }
    return replace(laporan, files=berkas, letak=letak, **lain)


def nip(teks: str) -> str:
    """A text whose NIPs keep their last four digits only."""
    if not any(h.isdigit() for h in teks) or (_SIDIK.match(teks) and not teks.isdigit()):
        return teks
    return _RAPAT.sub(_bintang, _JARANG.sub(_bintang, teks))


def inisial(nama: str) -> str:
    """'Budi Santoso, S.Pi.' -> 'B*** S***'."""
    return " ".join(f"{kata[0]}***" for kata in nama.partition(",")[0].split())


def _bintang(cocok: re.Match[str]) -> str:
    return _nomor(cocok.group())


def _nomor(teks: str) -> str:
    if "*" in teks:  # hidden already
        return teks
    angka = [h for h in re.sub(r"\\u[0-9a-f]{4}", "", teks) if h.isdigit()]
    return "*" * max(len(angka) - _AKHIR, 0) + "".join(angka[-_AKHIR:]) if len(angka) > _AKHIR else "*" * len(angka)


def _berkas(satu: HasilBerkas, nama: bool) -> HasilBerkas:
    ganti = _pengganti(satu.pribadi, nama)
    isi = {
        f.name: _dalam(getattr(satu, f.name), ganti, nama)
        for f in fields(satu)
        if f.init and f.name not in _BUKAN_RAHASIA and f.name not in ("findings", "pribadi")
    }
    return replace(satu, findings=tuple(_temuan(t, ganti, nama) for t in satu.findings), pribadi=(), **isi)


def _pengganti(pribadi: tuple[tuple[str, str], ...], nama: bool) -> Ganti:
    """Replaces what the signature cells of this file hold, longest first, then whatever looks like a NIP."""
    daftar = {}
    for jenis, teks in pribadi:
        if jenis == "nip" or (nama and len(teks) >= _PENDEK):
            daftar[teks] = _nomor(teks) if jenis == "nip" else inisial(teks)
            daftar[tulis_nilai(teks)] = daftar[teks]
    daftar = {k: v for k, v in daftar.items() if len(k) >= _PENDEK}
    if not daftar:
        return nip
    pola = re.compile("|".join(re.escape(k) for k in sorted(daftar, key=len, reverse=True)))

    def ganti(teks: str) -> str:
        return nip(teks if _SIDIK.match(teks) else pola.sub(lambda c: daftar[c.group()], teks))

    return ganti


def _temuan(satu: Temuan, ganti: Ganti, nama: bool) -> Temuan:
    """A finding whose place says that its values are a person's: they are hidden whatever they look like."""
    ubah: dict[str, str] = {}
    orang = _nomor if NOMOR_ORANG.search(satu.name) else inisial if nama and NAMA_ORANG.search(satu.name) else None
    if orang is not None:
        ubah = {k: orang(_sebagai_teks(v)) for k, v in satu.data.items() if k in _ISI_SEL and _tersembunyi(v)}
    data = {k: ubah.get(k, _dalam(v, ganti, nama, k)) for k, v in satu.data.items()}
    teks = {"message": satu.message, "fix": satu.fix}
    for k, baru in ubah.items():
        for lang in ("id", "en"):
            lama = tulis_nilai(satu.data[k], lang)
            teks = {b: isi.replace(lama, baru) for b, isi in teks.items()}
    isi = {
        f.name: _dalam(teks.get(f.name, getattr(satu, f.name)), ganti, nama)
        for f in fields(satu)
        if f.init and f.name not in _BUKAN_RAHASIA and f.name != "data"
    }
    return replace(satu, data=data, **isi)


def _tersembunyi(nilai: Any) -> bool:
    return nilai not in (None, "") and not isinstance(nilai, (Kata, bool)) and isinstance(nilai, (str, int, float))


def _sebagai_teks(nilai: Any) -> str:
    return str(int(nilai)) if isinstance(nilai, float) and nilai.is_integer() else str(nilai)


def _dalam(nilai: Any, ganti: Ganti, nama: bool, kunci: str = "") -> Any:
    """The same value with every text inside it replaced; an 18-digit number becomes text."""
    if isinstance(nilai, str):
        if isinstance(nilai, Kata):
            return Kata(ganti(str(nilai)), ganti(nilai.en))
        return inisial(nilai) if nama and kunci in _KUNCI_NAMA else ganti(nilai)
    if isinstance(nilai, (int, float)) and not isinstance(nilai, bool) and 1e17 <= abs(nilai) < 1e18:
        return _nomor(_sebagai_teks(nilai))
    if isinstance(nilai, Mapping):
        return {k: v if k in _BUKAN_RAHASIA else _dalam(v, ganti, nama, str(k)) for k, v in nilai.items()}
    if isinstance(nilai, (list, tuple)) and not hasattr(nilai, "_fields"):
        return type(nilai)(_dalam(satu, ganti, nama, kunci) for satu in nilai)
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return replace(nilai, **{f.name: _dalam(getattr(nilai, f.name), ganti, nama, f.name)
                                 for f in fields(nilai) if f.init})  # fmt: skip
    return nilai
