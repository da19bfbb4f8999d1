"""An office's own formula: a small grammar over named inputs, never evaluated as code.

    rumus = "tepat / total * 100"

Numbers, + - * / ^, parentheses, the names of the inputs, and SUM AVERAGE MIN MAX ROUND ABS IF (comparisons stand only
as the first argument of IF). What spreadsheets and people read differently (-a^2, a^b^c) is refused instead of guessed.
The tree becomes an Excel expression and a Python value in spec/rumus_kantor_nilai.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.nama import mirip_alamat

MAKS_HURUF, MAKS_BAGIAN, MAKS_DALAM, MAKS_PANGKAT, MAKS_DIGIT = 1000, 150, 20, 100, 10
PEMBANDING = ("<=", ">=", "<>", "=", "<", ">")
_TOKEN = re.compile(
    r"\s*(?:(?P<angka>\d+(?:\.\d+)?|\.\d+)|(?P<nama>[A-Za-z_][A-Za-z0-9_]*)|(?P<tanda><=|>=|<>|[-+*/^(),;<>=]))"
)
_NAMA = re.compile(r"[a-z][a-z0-9_]{0,40}\Z")


@dataclass(frozen=True)
class Simpul:
    """A node of the formula: jenis angka, nama, hitung (+ - * / ^), minus, banding, or the name of a function."""

    jenis: str
    teks: str = ""
    anak: tuple[Simpul, ...] = ()


# Functions of the grammar: fewest and most arguments.
FUNGSI: dict[str, tuple[int, int]] = {
    "SUM": (1, 30),
    "AVERAGE": (1, 30),
    "MIN": (1, 30),
    "MAX": (1, 30),
    "ABS": (1, 1),
    "ROUND": (2, 2),
    "IF": (3, 3),
}


def nama_masukan_sah(nama: str) -> bool:
    """May this be the name of an input: small letters, digits and _, no function, no cell address (a1)?"""
    return bool(_NAMA.match(nama)) and nama.upper() not in FUNGSI and not mirip_alamat(nama)


def urai(rumus: str, masukan: Sequence[str], tempat: str = "rumus") -> Simpul:
    """The tree of a formula. masukan: names it may use; each must occur.

    Raises KinerjaError with the position (1 = first letter) of what cannot be read.
    """
    if len(rumus) > MAKS_HURUF:
        raise KinerjaError(f"{tempat}: rumus {len(rumus)} huruf, paling banyak {MAKS_HURUF}")
    pengurai = _Pengurai(rumus, tuple(masukan), tempat)
    pohon = pengurai.seluruhnya()
    belum = [n for n in masukan if n not in pengurai.dipakai]
    if belum:
        raise KinerjaError(f"{tempat}: masukan '{belum[0]}' tidak dipakai dalam rumus; hapus atau pakai.")
    return pohon


@dataclass(frozen=True)
class _Potong:
    jenis: str
    teks: str
    di: int


class _Pengurai:
    """Recursive descent with one token of look-ahead."""

    def __init__(self, rumus: str, masukan: tuple[str, ...], tempat: str) -> None:
        self.rumus, self.masukan, self.tempat = rumus, masukan, tempat
        self.potong = self._pecah(rumus)
        self.ke = 0
        self.dalam = 0
        self.dipakai: set[str] = set()

    def _pecah(self, rumus: str) -> list[_Potong]:
        hasil, i, akhir = [], 0, len(rumus.rstrip())
        mulai = len(rumus) - len(rumus.lstrip())
        if rumus[mulai : mulai + 1] == "=":
            i = mulai + 1
        while i < akhir:
            cocok = _TOKEN.match(rumus, i)
            if not cocok:
                i += len(rumus[i:]) - len(rumus[i:].lstrip())
                raise self._salah(f"tanda '{rumus[i]}' tidak dikenal.{_anjuran(rumus[i])}", i)
            jenis = cocok.lastgroup or ""
            hasil.append(_Potong(jenis, cocok.group(jenis), cocok.start(jenis)))
            i = cocok.end()
        return [*hasil, _Potong("akhir", "", akhir)]

    def _salah(self, sebab: str, di: int) -> KinerjaError:
        return KinerjaError(
            f"{self.tempat}: pada huruf ke-{di + 1} rumus '{self.rumus.strip()}': {sebab}", posisi=di + 1
        )

    @property
    def kini(self) -> _Potong:
        return self.potong[self.ke]

    def _ambil(self, *tanda: str) -> _Potong | None:
        if self.kini.jenis == "tanda" and self.kini.teks in tanda:
            self.ke += 1
            return self.potong[self.ke - 1]
        return None

    def seluruhnya(self) -> Simpul:
        if self.kini.jenis == "akhir":
            raise KinerjaError(f"{self.tempat}: rumus kosong")
        if sum(p.jenis != "tanda" for p in self.potong) > MAKS_BAGIAN:
            raise KinerjaError(f"{self.tempat}: rumus memuat lebih dari {MAKS_BAGIAN} angka, nama dan fungsi")
        hasil = self.jumlah()
        if self.kini.jenis != "akhir":
            raise self._sisa()
        return hasil

    def _sisa(self) -> KinerjaError:
        satu = self.kini
        if satu.teks == ")":
            return self._salah("kurung tutup tanpa kurung buka", satu.di)
        if satu.teks in PEMBANDING:
            return self._salah("perbandingan hanya boleh menjadi syarat IF, misalnya IF(a > 0, a, 0)", satu.di)
        if satu.teks in (",", ";"):
            return self._salah("koma hanya memisahkan isi fungsi; pecahan ditulis dengan titik, misalnya 0.5", satu.di)
        return self._salah(f"'{satu.teks}' tidak diharapkan di sini; kurang tanda + - * / ?", satu.di)

    def jumlah(self) -> Simpul:
        self.dalam += 1
        if self.dalam > MAKS_DALAM:
            raise self._salah(f"kurung bersarang lebih dari {MAKS_DALAM}", self.kini.di)
        kiri = self.kali()
        while tanda := self._ambil("+", "-"):
            kiri = Simpul("hitung", tanda.teks, (kiri, self.kali()))
        self.dalam -= 1
        return kiri

    def kali(self) -> Simpul:
        kiri = self.bertanda()
        while tanda := self._ambil("*", "/"):
            kiri = Simpul("hitung", tanda.teks, (kiri, self.bertanda()))
        return kiri

    def bertanda(self) -> Simpul:
        minus = self._ambil("-", "+")
        dasar = self.pangkat(bertanda=minus)
        return Simpul("minus", "-", (dasar,)) if minus and minus.teks == "-" else dasar

    def pangkat(self, bertanda: _Potong | None) -> Simpul:
        dasar = self.dasar()
        tanda = self._ambil("^")
        if not tanda:
            return dasar
        if bertanda:
            raise self._salah("tanda minus di depan pangkat dibaca berbeda-beda; tulis (-a)^2 atau -(a^2)", bertanda.di)
        angka = self.kini
        if angka.jenis != "angka" or not 0 < float(angka.teks) <= MAKS_PANGKAT:
            raise self._salah(f"pangkat harus angka tetap di atas 0 sampai {MAKS_PANGKAT}", angka.di)
        self.ke += 1
        if self.kini.teks == "^":
            raise self._salah("pangkat bertingkat: beri kurung, misalnya (a^2)^3", self.kini.di)
        return Simpul("hitung", "^", (dasar, Simpul("angka", angka.teks)))

    def dasar(self) -> Simpul:
        satu = self.kini
        self.ke += 1
        if satu.jenis == "angka":
            return Simpul("angka", satu.teks)
        if satu.jenis == "nama":
            return self._nama(satu)
        if satu.jenis == "tanda" and satu.teks == "(":
            hasil = self.jumlah()
            self._tutup(satu)
            return hasil
        self.ke -= 1
        if satu.jenis == "akhir":
            raise self._salah("rumus terputus; di sini harus ada angka, nama masukan, atau kurung", satu.di)
        raise self._salah(f"'{satu.teks}' tidak diharapkan; di sini harus ada angka atau nama masukan", satu.di)

    def _tutup(self, buka: _Potong) -> None:
        if not self._ambil(")"):
            if self.kini.jenis == "akhir":
                raise self._salah("kurung buka ini tidak ditutup", buka.di)
            raise self._sisa()

    def _nama(self, satu: _Potong) -> Simpul:
        if self._ambil("("):
            return self._fungsi(satu)
        if satu.teks not in self.masukan:
            sama = [n for n in self.masukan if n == satu.teks.lower()]
            if satu.teks.upper() in FUNGSI:
                raise self._salah(f"fungsi {satu.teks.upper()} ditulis dengan kurung", satu.di)
            raise self._salah(
                f"nama '{satu.teks}' bukan masukan.{saran((sama or [satu.teks])[0], self.masukan)}", satu.di
            )
        self.dipakai.add(satu.teks)
        return Simpul("nama", satu.teks)

    def _fungsi(self, satu: _Potong) -> Simpul:
        nama = satu.teks.upper()
        if nama not in FUNGSI:
            raise self._salah(
                f"fungsi '{satu.teks}' tidak dikenal.{saran(nama.lower(), map(str.lower, FUNGSI))}", satu.di
            )
        isi, pemisah = [self._syarat(satu) if nama == "IF" else self.jumlah()], ""
        while tanda := self._ambil(",", ";"):
            if pemisah and tanda.teks != pemisah:
                raise self._salah("koma dan titik koma bercampur; pecahan ditulis dengan titik, misalnya 0.5", tanda.di)
            pemisah = tanda.teks
            isi.append(self.jumlah())
        self._tutup(satu)
        sedikit, banyak = FUNGSI[nama]
        if not sedikit <= len(isi) <= banyak:
            harus = str(sedikit) if sedikit == banyak else f"{sedikit} sampai {banyak}"
            raise self._salah(f"{nama} memerlukan {harus} isi, tertulis {len(isi)}", satu.di)
        if nama == "ROUND" and not _digit_sah(isi[1]):
            raise self._salah(f"isi kedua ROUND harus angka bulat tetap 0 sampai {MAKS_DIGIT}", satu.di)
        return Simpul(nama, nama, tuple(isi))

    def _syarat(self, satu: _Potong) -> Simpul:
        kiri = self.jumlah()
        tanda = self._ambil(*PEMBANDING)
        if not tanda:
            raise self._salah("syarat IF harus perbandingan, misalnya total > 0", self.kini.di)
        kanan = self.jumlah()
        if self.kini.teks in PEMBANDING:
            raise self._salah("hanya satu perbandingan dalam satu syarat", self.kini.di)
        return Simpul("banding", tanda.teks, (kiri, kanan))


def _anjuran(tanda: str) -> str:
    anjuran = {"%": " Tulis 100, bukan 100%.", ":": " Untuk pembagian pakai /.", "×": " Pakai *.", "÷": " Pakai /."}
    return anjuran.get(tanda, " Yang boleh: angka, nama masukan, + - * / ^ ( ) , dan fungsi.")


def _digit_sah(satu: Simpul) -> bool:
    return satu.jenis == "angka" and satu.teks.isdigit() and int(satu.teks) <= MAKS_DIGIT
