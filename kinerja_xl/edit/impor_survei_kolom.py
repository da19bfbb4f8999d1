"""Which column of a survey export is which: by the NAME of the unsur, never by its place.

A heading such as U8 alone says nothing (its meaning varies between sources): a row of names above or below it, a
legend "U8 = Sarana" near the top, or the person's own map must say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.nama import kolom_huruf
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.spec.survei import Survei, muat_survei, rapi

ABAIKAN = "abaikan"
BARIS_ATAS = 20  # the heading is looked for so far down
_KODE = re.compile(r"(?:u|unsur) ?([1-9])(?: (.*))?\Z")
_LEGENDA = re.compile(r"\s*U\s*([1-9])\s*[=:]\s*(\S.*)\Z", re.IGNORECASE)
_TETAP = 7  # U1 to U7 mean the same in every source
_DERET_KODE = 5  # so many bare codes in a row make it a second row of headings


@dataclass(frozen=True)
class Kepala:
    """The headings found. kolom: key -> 0-based column; mulai: 0-based first row of data."""

    kolom: Mapping[str, int]
    judul: Mapping[str, str]
    mulai: int
    tak_dipakai: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Arti:
    """What one heading can mean: keys (more than one = ambiguous), or a bare code."""

    kunci: frozenset[str] = frozenset()
    kode: int = 0


@dataclass
class _Pencari:
    """The headings of one grid under search."""

    baris: Sequence[Sequence[Nilai]]
    pinta: Mapping[str, str]  # heading -> key, as the person says
    survei: Survei = field(default_factory=muat_survei)

    def arti(self, sel: Nilai) -> _Arti:
        """Meaning of a heading: what the person says, else whole names, else phrases, else a bare code."""
        if not isinstance(sel, str):
            return _Arti()
        teks = rapi(sel)
        if teks in self.pinta:
            return _Arti(frozenset({self.pinta[teks]}))
        cocok = _KODE.match(teks)
        if cocok and not cocok.group(2):
            return _Arti(kode=int(cocok.group(1)))
        nama = cocok.group(2) if cocok else re.sub(r"^[0-9]{1,2} ", "", teks)
        return _Arti(frozenset(bernama(nama, self.survei)))

    def nilai_baris(self, ke: int) -> tuple[int, int]:
        """How much a row looks like the headings: unsur found, and of these those with a name."""
        semua = [self.arti(sel) for sel in self.baris[ke]]
        bernama_ = sum(any(k.startswith("u") and k[1:].isdigit() for k in a.kunci) for a in semua)
        return bernama_ + sum(bool(a.kode) for a in semua), bernama_


def bernama(teks: str, survei: Survei) -> set[str]:
    """Keys that a heading names: a whole name first, otherwise every unsur one of whose phrases stands in it."""
    for satu in survei.unsur:
        if teks == rapi(satu.nama) or teks in map(rapi, satu.nama_lain):
            return {satu.kunci}
    for lain in survei.kolom:
        if teks == rapi(lain.judul) or teks in map(rapi, lain.nama_lain):
            return {lain.kunci}
    return {s.kunci for s in survei.unsur if any(f" {rapi(k)} " in f" {teks} " for k in s.kata)}


def cari_kepala(baris: Sequence[Sequence[Nilai]], pinta: Mapping[str, str], tempat: str) -> Kepala | None:
    """The headings of a grid; None when no row near the top names an unsur. tempat: file and sheet, for messages."""
    cari = _Pencari(baris, pinta)
    atas = range(min(BARIS_ATAS, len(baris)))
    terbaik = max(atas, key=lambda ke: (*cari.nilai_baris(ke), -ke), default=-1)
    if terbaik < 0 or cari.nilai_baris(terbaik)[0] < 2:
        return None
    legenda = _legenda(cari, terbaik)
    return _susun(cari, terbaik, legenda, f"{tempat}, baris judul {terbaik + 1}")


def _legenda(cari: _Pencari, kepala: int) -> dict[int, frozenset[str]]:
    """Code -> keys from lines such as 'U8 = Sarana dan prasarana' above the data."""
    hasil: dict[int, frozenset[str]] = {}
    for ke in range(min(BARIS_ATAS, len(cari.baris))):
        for sel in cari.baris[ke] if ke != kepala else ():
            cocok = _LEGENDA.match(sel) if isinstance(sel, str) else None
            if cocok:
                hasil[int(cocok.group(1))] = cari.arti(cocok.group(2)).kunci
    return hasil


def _tetangga(cari: _Pencari, kepala: int, kolom: int) -> frozenset[str]:
    """The unsur named right above or below a bare code."""
    for ke in (kepala - 1, kepala + 1):
        if 0 <= ke < len(cari.baris) and kolom < len(cari.baris[ke]):
            sel = cari.baris[ke][kolom]
            kode = _KODE.match(rapi(sel)) if isinstance(sel, str) else None
            if kode and int(kode.group(1)) != cari.arti(cari.baris[kepala][kolom]).kode:
                continue  # a line of a legend that happens to stand here
            kunci = cari.arti(sel).kunci
            if kunci:
                return kunci
    return frozenset()


def _susun(cari: _Pencari, kepala: int, legenda: Mapping[int, frozenset[str]], tempat: str) -> Kepala:
    kolom: dict[str, int] = {}
    judul: dict[str, str] = {}
    tak_dipakai: list[str] = []
    salah: list[str] = []
    menurut_nomor: list[str] = []
    kedua = _judul_kedua(cari, kepala)
    mulai = max(kepala, kedua) + 1
    for k in range(max(map(len, cari.baris))):
        utama = _di(cari.baris, kepala, k)
        sel = utama if utama is not None else _di(cari.baris, kedua, k)
        if sel is None:
            if any(_di(cari.baris, b, k) is not None for b in range(mulai, len(cari.baris))):
                tak_dipakai.append(f"tanpa judul (kolom {kolom_huruf(k + 1)})")
            continue
        arti, sebut = cari.arti(sel), f"'{str(sel)[:60]}' (kolom {kolom_huruf(k + 1)})"
        kunci = arti.kunci or (
            _tetangga(cari, kepala, k) or legenda.get(arti.kode, frozenset()) if arti.kode else arti.kunci
        )
        if arti.kode and not kunci:
            if arti.kode > _TETAP:
                salah.append(_kode_ganda(sebut, arti.kode))
                continue
            kunci = frozenset({f"u{arti.kode}"})
            menurut_nomor.append(f"U{arti.kode}")
        if len(kunci) > 1:
            salah.append(f"judul {sebut} cocok dengan lebih dari satu unsur: {_sebut(kunci, cari.survei)}")
        elif not kunci or ABAIKAN in kunci:
            tak_dipakai.append(sebut)
        elif (satu := next(iter(kunci))) in kolom:
            salah.append(f"judul {sebut} dan '{judul[satu][:60]}' sama-sama berarti {_sebut(kunci, cari.survei)}")
        else:
            kolom[satu], judul[satu] = k, str(sel)
    salah += _kurang(kolom, cari.survei, salah)
    if salah:
        raise KinerjaError(f"{tempat}: " + "; ".join(salah) + _CARA)
    catatan = []
    if menurut_nomor:
        catatan.append(f"{', '.join(menurut_nomor)} dibaca menurut nomornya: urutan unsur 1-7 sama di semua sumber.")
    return Kepala(kolom, judul, mulai, tuple(tak_dipakai), tuple(catatan))


def _judul_kedua(cari: _Pencari, kepala: int) -> int:
    """Index of a second row of headings beside the first (names under codes, or codes under names); -1 for none."""
    for ke in (kepala - 1, kepala + 1):
        if 0 <= ke < len(cari.baris) and cari.nilai_baris(ke)[0] >= _DERET_KODE:
            return ke
    return -1


def _di(baris: Sequence[Sequence[Nilai]], ke: int, kolom: int) -> Nilai:
    return baris[ke][kolom] if ke >= 0 and kolom < len(baris[ke]) else None


_CARA = (
    ". Perbaiki judul kolom ekspornya, atau tulis artinya dalam berkas TOML dan tambahkan --peta BERKAS.toml, misalnya:"
    ' [kolom] lalu "U8" = "pengaduan" dan "Kolom lain" = "abaikan"'
)


def _kode_ganda(sebut: str, kode: int) -> str:
    return (
        f"judul {sebut} tidak menyebut nama unsur, padahal U{kode} berarti pengaduan pada sebagian sumber dan "
        "sarana prasarana pada sumber lain"
    )


def _kurang(kolom: Mapping[str, int], survei: Survei, salah: Sequence[str]) -> list[str]:
    hilang = [s.nama for s in survei.unsur if s.kunci not in kolom]
    return [f"kolom unsur belum ditemukan: {', '.join(hilang)}"] if hilang and not salah else []


def _sebut(kunci: Iterable[str], survei: Survei) -> str:
    nama = {s.kunci: s.nama for s in survei.unsur} | {k.kunci: k.judul for k in survei.kolom}
    return " / ".join(nama.get(k, k) for k in sorted(kunci))


def baca_pinta(tabel: Mapping[str, object], tempat: str) -> dict[str, str]:
    """[kolom] of the person's map: heading -> key. The right side is a key, a name of an unsur, or 'abaikan'."""
    survei = muat_survei()
    kunci = {s.kunci for s in survei.unsur} | {k.kunci for k in survei.kolom}
    hasil = {}
    for judul, arti in tabel.items():
        kata = rapi(arti)
        mungkin = {ABAIKAN} if kata == ABAIKAN else bernama(kata, survei)
        if not mungkin and str(arti) in kunci and str(arti) not in ("u8", "u9"):
            mungkin = {str(arti)}
        if len(mungkin) != 1:
            dikenal = [rapi(s.nama) for s in survei.unsur] + [k.kunci for k in survei.kolom] + [ABAIKAN]
            raise KinerjaError(f"{tempat}, [kolom] '{judul}': arti '{arti}' tidak dikenal.{saran(kata, dikenal)}")
        hasil[rapi(judul)] = mungkin.pop()
    return hasil
