"""Spellings of one call: every form in which a function of ours can stand in a submitted file, made canonical.

Excel, its add-ins, LibreOffice and Google Sheets store the call IKM_SCORE(B5:J24) as [1]!IKM_SCORE(...),
'C:\\x\\kx.xlam'!IKM_SCORE(...), _xll.IKM_SCORE(...), _xldudf_KX_IKM_SCORE(...), KX.IKM_SCORE(...),
_xlfn.IKM_SCORE(...), @IKM_SCORE(...), IFERROR(__xludf.DUMMYFUNCTION("IKM_SCORE(...)"),80.1),
ID.KINERJAXL.ADDIN.IKUIMPL.IKMSCORE(...) and more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Optional

from kinerja_xl.core.ejaan_keping import Keping, pecah, polos_odf
from kinerja_xl.core.nama import mirip_alamat
from kinerja_xl.core.registry import REGISTRY

_AWALAN = ("_XLFN.", "_XLUDF.", "__XLUDF.", "_XLL.", "_XLWS.", "_XLDUDF_", "KX.")
_AWALAN_PASANGAN = "_XLDUDF_"
_NAMA_LOKAL = ("_XLPM.", "_XLOP.", "_XLETA.")
_BAWAAN_LIBREOFFICE = ("COM.SUN.STAR.", "ORG.LIBREOFFICE.", "ORG.OPENOFFICE.")
_BAYANGAN = "DUMMYFUNCTION"  # Google Sheets wraps what Excel does not know
_MAKS_LAPIS = 3  # formulas inside texts inside formulas


class Panggilan(NamedTuple):
    """One call of ours: canonical name, how it was written, where it starts in the text given."""

    nama: str
    ejaan: str
    posisi: int


class HasilEjaan(NamedTuple):
    """Canonical formula (no leading "="), our calls in order, and calls of functions nobody knows, as written."""

    rumus_baku: str
    dipakai: list[Panggilan]
    tak_dikenal: list[str]


@dataclass
class _Buka:
    """An open bracket: where its call starts, which piece holds the function's word, what it is."""

    mulai: int
    kata: int
    buka: int
    nama: str = ""
    anak: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of pieces of our own calls directly inside."""
    bayangan: Optional[tuple[int, int, str]] = None
    """A DUMMYFUNCTION directly inside: its pieces and its text."""


def normalkan(rumus: str, dikenal: Optional[Collection[str]] = None) -> HasilEjaan:
    """The formula with every call of ours under its canonical name.

    dikenal: names of our functions in capitals; without it the loaded registry (`kinerja_xl.functions.functions()`).
    Time grows linearly with the text, whatever the text is.
    """
    nama = REGISTRY if dikenal is None else dikenal
    if not nama:
        raise ValueError("the registry is not loaded")
    return _Pengurai(rumus, frozenset(nama), 0).jalan()


def nama_baku(kata: str, dikenal: frozenset[str]) -> Optional[str]:
    """Canonical name of a function word in any spelling (without file or sheet before it); None when not ours."""
    isi, pasangan = kata.upper(), False
    for _ in range(len(_AWALAN)):
        awalan = next((a for a in _AWALAN if isi.startswith(a)), None)
        if awalan is None:
            break
        pasangan = pasangan or awalan == _AWALAN_PASANGAN
        isi = isi[len(awalan) :]
    if isi in dikenal:
        return isi
    if "." in isi:
        ekor = isi.rsplit(".", 1)[1]
        if ekor in dikenal:
            return ekor
        return _rapat(dikenal).get(ekor) if isi.count(".") > 1 else None
    return _ekor_dikenal(isi, dikenal) if pasangan else None


def _ekor_dikenal(isi: str, dikenal: frozenset[str]) -> Optional[str]:
    """Longest known name behind an underscore: Office.js joins namespace and name with one."""
    terpanjang = _panjang(dikenal)
    letak = isi.find("_", max(0, len(isi) - terpanjang - 1))
    while letak >= 0:
        if isi[letak + 1 :] in dikenal:
            return isi[letak + 1 :]
        letak = isi.find("_", letak + 1)
    return None


@lru_cache(maxsize=8)
def _panjang(dikenal: frozenset[str]) -> int:
    return max(map(len, dikenal))


@lru_cache(maxsize=8)
def _rapat(dikenal: frozenset[str]) -> dict[str, str]:
    """Names without underscores, as LibreOffice writes our add-in's methods."""
    return {nama.replace("_", ""): nama for nama in sorted(dikenal)}


@lru_cache(maxsize=1)
def fungsi_lembar() -> frozenset[str]:
    """Functions that spreadsheet programs have of their own."""
    return frozenset((Path(__file__).parent / "fungsi_lembar.txt").read_text(encoding="ascii").split())


def _milik_program(kata: str) -> bool:
    isi = kata.upper()
    if isi.startswith(_NAMA_LOKAL) or isi.startswith(_BAWAAN_LIBREOFFICE):
        return True
    for awalan in ("_XLFN.", "_XLWS."):
        isi = isi[len(awalan) :] if isi.startswith(awalan) else isi
    return isi in fungsi_lembar()


class _Pengurai:
    """One walk over the pieces of a formula with a stack of open brackets."""

    def __init__(self, rumus: str, dikenal: frozenset[str], lapis: int) -> None:
        isi, self.geser = polos_odf(rumus)
        self.keping: list[Keping] = pecah(isi)
        self.hasil = [satu.teks for satu in self.keping]
        self.dikenal, self.lapis = dikenal, lapis
        self.dipakai: dict[int, list[Panggilan]] = {}
        self.asing: dict[str, None] = {}
        self.tumpukan: list[_Buka] = []

    def jalan(self) -> HasilEjaan:
        """Walk once and collect."""
        for i, satu in enumerate(self.keping):
            if satu.jenis == "buka":
                self.tumpukan.append(self._buka(i))
            elif satu.jenis == "tutup" and self.tumpukan:
                self._tutup(self.tumpukan.pop(), i)
        semua = [p for i in sorted(self.dipakai) for p in self.dipakai[i]]
        return HasilEjaan("".join(self.hasil), semua, list(self.asing))

    def _buka(self, i: int) -> _Buka:
        kata = i - 1
        while kata >= 0 and self.keping[kata].jenis == "putih":
            kata -= 1
        if kata < 0 or self.keping[kata].jenis != "kata":
            return _Buka(i, -1, i)
        tulisan = self.keping[kata].teks
        if kata < i - 1 and mirip_alamat(tulisan):
            return _Buka(i, -1, i)  # A1 (B2:C3): two ranges, not a call
        mulai = self._mulai(kata)
        ejaan = "".join(satu.teks for satu in self.keping[mulai : kata + 1])
        nama = nama_baku(tulisan, self.dikenal)
        if nama is not None:
            mulai = self._tanda_at(mulai)
            self._pakai(mulai, kata, i, nama)
            self.dipakai[mulai] = [Panggilan(nama, ejaan, self.keping[mulai].posisi + self.geser)]
            return _Buka(mulai, kata, i, nama)
        ekor = tulisan.upper().rsplit(".", 1)[-1]
        if ekor == _BAYANGAN:
            return _Buka(mulai, kata, i, _BAYANGAN)
        if not _milik_program(tulisan) or mulai < kata:
            self.asing.setdefault(ejaan)
        return _Buka(mulai, kata, i, "" if mulai < kata else ekor)

    def _mulai(self, kata: int) -> int:
        """First piece of what stands before a word: [1]!, a quoted path, kx.xlam!, Sheet1!."""
        i = kata
        if i >= 2 and self.keping[i - 1].jenis == "seru" and self.keping[i - 2].jenis in ("kutip", "siku", "kata"):
            i -= 2
            if self.keping[i].jenis == "kata" and i and self.keping[i - 1].jenis == "siku":
                i -= 1
        return i

    def _tanda_at(self, mulai: int) -> int:
        while mulai and self.keping[mulai - 1].jenis == "at":
            mulai -= 1
        return mulai

    def _pakai(self, mulai: int, kata: int, buka: int, nama: str) -> None:
        self.hasil[mulai:buka] = [""] * (buka - mulai)
        self.hasil[kata] = nama

    def _tutup(self, buka: _Buka, tutup: int) -> None:
        induk = self.tumpukan[-1] if self.tumpukan else None
        if buka.nama == "SINGLE" and self._isi_tunggal(buka, tutup):
            mulai = self._tanda_at(buka.mulai)
            self.hasil[mulai : buka.buka + 1] = [""] * (buka.buka + 1 - mulai)
            self.hasil[tutup] = ""
            buka.nama, buka.mulai = next(iter(self.dikenal)), mulai
        if buka.nama == _BAYANGAN:
            dalam = [s for s in self.keping[buka.buka + 1 : tutup] if s.jenis != "putih"]
            if len(dalam) == 1 and dalam[0].jenis == "teks":
                self._bayangan(buka.mulai, tutup, dalam[0].teks[1:-1].replace('""', '"'), induk)
            return
        if buka.nama == "IFERROR" and buka.bayangan is not None and buka.bayangan[0] == buka.buka + 1:
            self._ganti(buka.mulai, tutup, buka.bayangan[2])
        elif buka.nama in self.dikenal and induk is not None:
            induk.anak.append((buka.mulai, tutup))

    def _isi_tunggal(self, buka: _Buka, tutup: int) -> bool:
        """Is one call of ours all that stands between the brackets?"""
        if len(buka.anak) != 1:
            return False
        dari, sampai = buka.anak[0]
        luar = [*self.keping[buka.buka + 1 : dari], *self.keping[sampai + 1 : tutup]]
        return all(satu.jenis == "putih" for satu in luar)

    def _bayangan(self, mulai: int, tutup: int, teks: str, induk: Optional[_Buka]) -> None:
        if self.lapis >= _MAKS_LAPIS:
            return
        if induk is not None and induk.nama == "IFERROR" and mulai == induk.buka + 1:
            induk.bayangan = (mulai, tutup, teks)
        else:
            self._ganti(mulai, tutup, teks)

    def _ganti(self, mulai: int, tutup: int, teks: str) -> None:
        """Put the formula of a text in the place of its wrapper; without a call of ours the wrapper stays."""
        dalam = _Pengurai(teks, self.dikenal, self.lapis + 1).jalan()
        self.asing.update(dict.fromkeys(dalam.tak_dikenal))
        if not dalam.dipakai:
            return
        while self.dipakai and next(reversed(self.dipakai)) >= mulai:
            self.dipakai.popitem()
        posisi = self.keping[mulai].posisi + self.geser
        self.dipakai[mulai] = [Panggilan(p.nama, p.ejaan, posisi) for p in dalam.dipakai]
        utuh = mulai == 0 and tutup == len(self.keping) - 1
        self.hasil[mulai : tutup + 1] = [""] * (tutup + 1 - mulai)
        self.hasil[mulai] = dalam.rumus_baku if utuh else f"({dalam.rumus_baku})"
