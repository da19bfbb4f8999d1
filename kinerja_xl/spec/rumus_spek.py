"""Formulas of a spec, expanded to plain Excel expressions.

Syntax beyond Excel's own: [kunci] the cell of this row, [a:b] the cells of this row from column a to b
([a^:b^] those of the row above, [a$] column a from the first row of the body to this one),
tabel[kunci] a column of a table, tabel[*] its body, tabel[kunci]@ the cell of the same record in another table,
p(keluarga.nama) a legal parameter by name,
RENTANG(a,b) the cells from one named cell to another, and calls of the rule book such as CAPAIAN(...), which are
written out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.nama import alamat, kutip_lembar, rentang
from kinerja_xl.core.registry import REGISTRY, Indikator
from kinerja_xl.functions import siapkan
from kinerja_xl.spec.cetakan import Cetakan
from kinerja_xl.spec.makro import MAKRO
from kinerja_xl.spec.manifest import Panggilan, TabelM

_KATA = re.compile(r"[A-Za-z_\\][A-Za-z0-9_.]*")
_AMAN = re.compile(r'IFERROR\((.*),""\)\Z', re.DOTALL)


@dataclass
class Ruang:
    """Where a formula stands: its table, row and record, all tables, the fiscal year; collects parameters used."""

    tabel: Mapping[str, TabelM]
    tahun: int
    nama: Mapping[str, str] = field(default_factory=dict)
    parameter: dict[tuple[str, str], Masa] = field(default_factory=dict)
    cetakan: tuple[Cetakan, Cetakan] = field(default_factory=lambda: (Cetakan(), Cetakan()))  # formulas, calls
    sendiri: TabelM | None = None
    bahasa: str = "id"
    baris: int = 0
    rekaman: int = 0

    def pakai(self, masa: Masa, nama: str) -> str:
        """Note that a parameter is used; one workbook holds one version of each."""
        lama = self.parameter.setdefault((masa.keluarga, nama), masa)
        if lama.versi != masa.versi:
            raise KinerjaError(f"spek: parameter {masa.keluarga}.{nama} dipakai dari dua versi aturan sekaligus")
        return nama_parameter(masa.keluarga, nama)


def nama_parameter(keluarga: str, nama: str) -> str:
    """Defined name of a legal parameter on the Parameter sheet."""
    return f"p_{keluarga}_{nama}"


def kembangkan(teks: str, ruang: Ruang) -> str:
    """The plain Excel expression of a spec formula."""
    siapkan()
    if not ruang.baris or ruang.sendiri is None:
        return _kembang(teks, ruang)

    def buat(baris: int) -> tuple[str, ...]:
        return (_kembang(teks, ruang if baris == ruang.baris else replace(ruang, baris=baris)),)

    return ruang.cetakan[0].ambil((teks, ruang.sendiri.nama), ruang.baris, buat)[0]


def panggilan(teks: str, ruang: Ruang) -> Panggilan | None:
    """The rule-book call that the whole formula is, possibly inside IF(condition,"",...) or IFERROR(...,"")."""
    siapkan()
    inti = _inti(teks)
    if inti is None:
        return None
    nama, argumen, aman, syarat = inti
    aturan = REGISTRY[nama]

    def buat(baris: int) -> tuple[str, ...]:
        di_sini = ruang if baris == ruang.baris else replace(ruang, baris=baris)
        return tuple([_kembang(a, di_sini) for a in argumen])

    if ruang.baris and ruang.sendiri is not None:
        semua = ruang.cetakan[1].ambil((teks, ruang.sendiri.nama), ruang.baris, buat)
    else:
        semua = buat(ruang.baris)
    isi, tahun = _pisah_tahun(aturan, list(semua), ruang)
    return Panggilan(nama, tuple(isi), tahun, aman, syarat)


@lru_cache(maxsize=4096)
def _inti(teks: str) -> tuple[str, tuple[str, ...], bool, bool] | None:
    """Rule, arguments, whether inside IFERROR, whether inside IF, when the formula is one call; else None."""
    syarat = _bersyarat(teks)
    luar = syarat or teks
    cocok = _AMAN.match(luar)
    inti = (cocok.group(1) if cocok else luar).strip()
    kata = _KATA.match(inti)
    if not kata or kata.group() not in REGISTRY or inti[kata.end() : kata.end() + 1] != "(":
        return None
    argumen, akhir = _argumen(inti, kata.end())
    if akhir != len(inti):
        return None
    return REGISTRY[kata.group()].nama, tuple(argumen), bool(cocok), bool(syarat)


def _bersyarat(teks: str) -> str:
    """The third argument of IF(condition,"",...) when the formula is nothing else; otherwise empty."""
    if not teks.startswith("IF("):
        return ""
    argumen, akhir = _argumen(teks, 2)
    return argumen[2] if akhir == len(teks) and len(argumen) == 3 and argumen[1] == '""' else ""


def _kembang(teks: str, ruang: Ruang) -> str:
    hasil: list[str] = []
    i = 0
    while i < len(teks):
        huruf = teks[i]
        if huruf in "\"'":
            j = _akhir_kutip(teks, i)
            hasil.append(teks[i:j])
        elif huruf == "[":
            j = _tutup(teks, i, "[", "]")
            hasil.append(_di_baris(teks[i + 1 : j - 1], ruang))
        elif (kata := _KATA.match(teks, i)) is not None:
            potong, j = _kata(teks, kata, ruang)
            hasil.append(potong)
        else:
            j = i + 1
            hasil.append(huruf)
        i = j
    return "".join(hasil)


def _kata(teks: str, kata: re.Match[str], ruang: Ruang) -> tuple[str, int]:
    nama, i = kata.group(), kata.end()
    lanjut = teks[i : i + 1]
    if lanjut == "[":
        j = _tutup(teks, i, "[", "]")
        sama = teks[j : j + 1] == "@"
        return _di_tabel(nama, teks[i + 1 : j - 1], sama, ruang), j + sama
    if nama == "p" and lanjut == "(":
        j = _tutup(teks, i, "(", ")")
        kode, _, parameter = teks[i + 1 : j - 1].partition(".")
        buku = keluarga(kode)
        masa = buku.untuk(ruang.tahun) if any(m.memuat(ruang.tahun) for m in buku.masa) else buku.untuk()
        return ruang.pakai(masa, parameter), j
    if nama == "RENTANG" and lanjut == "(":
        argumen, j = _argumen(teks, i)
        return _rentang_nama(argumen, ruang), j
    if nama in MAKRO and lanjut == "(":
        argumen, j = _argumen(teks, i)
        return f"({MAKRO[nama](ruang.tabel, *[_kembang(a, ruang) for a in argumen])})", j
    if nama in REGISTRY and lanjut == "(":
        argumen, j = _argumen(teks, i)
        return f"({_aturan(REGISTRY[nama], argumen, ruang)})", j
    return nama, i


def _aturan(aturan: Indikator, argumen: list[str], ruang: Ruang) -> str:
    isi, tahun = _pisah_tahun(aturan, [_kembang(a, ruang) for a in argumen], ruang)

    masa = aturan.masa(tahun)
    return aturan.rumus(*isi, tahun=tahun, sebut=lambda _, nama: ruang.pakai(masa, nama))


def _pisah_tahun(aturan: Indikator, isi: list[str], ruang: Ruang) -> tuple[list[str], int | None]:
    """Arguments without `tahun`, and the year: the literal given, else the workbook's own where the rule has it."""
    nama = [a.nama for a in aturan.argumen]
    if "tahun" not in nama:
        return isi, None
    letak = nama.index("tahun")
    if letak < len(isi):
        return isi[:letak] + isi[letak + 1 :], int(isi[letak])
    masa = aturan.buku.masa
    return isi, ruang.tahun if any(m.memuat(ruang.tahun) for m in masa) else None


def _rentang_nama(argumen: list[str], ruang: Ruang) -> str:
    """RENTANG(a,b): the block of cells from one named cell to another on the same sheet."""
    awal, akhir = (ruang.nama[a.strip()] for a in argumen)
    return f"{awal}:{akhir.rpartition('!')[2]}"


def _di_baris(kunci: str, ruang: Ruang) -> str:
    if ruang.sendiri is None or not ruang.baris:
        raise KinerjaError(f"spek: [{kunci}] hanya berlaku di dalam baris tabel")
    awal, _, akhir = kunci.partition(":")
    if awal.endswith("$"):
        k = _kolom(ruang.sendiri, awal[:-1])
        return rentang(ruang.sendiri.baris1, k, ruang.baris, k)
    baris = ruang.baris - awal.endswith("^")
    kolom = [_kolom(ruang.sendiri, k.rstrip("^")) for k in (awal, akhir or awal)]
    return rentang(baris, kolom[0], baris, kolom[1])


def _di_tabel(nama: str, kunci: str, sama: bool, ruang: Ruang) -> str:
    tabel = ruang.tabel.get(nama)
    if tabel is None:
        raise KinerjaError(f"spek: tabel '{nama}' tidak ada.{saran(nama, ruang.tabel)}")
    if kunci == "*":
        return tabel.alamat_badan()
    awal, _, akhir = kunci.partition(":")
    k1, k2 = _kolom(tabel, awal), _kolom(tabel, akhir or awal)
    if sama:
        baris = tabel.baris1 + ruang.rekaman - 1
        return f"{kutip_lembar(tabel.lembar)}!{alamat(baris, k1)}"
    return f"{kutip_lembar(tabel.lembar)}!{rentang(tabel.baris1, k1, tabel.baris2, k2, True)}"


def _kolom(tabel: TabelM, kunci: str) -> int:
    if kunci not in tabel.kolom:
        raise KinerjaError(f"spek: tabel '{tabel.nama}' tidak punya kolom '{kunci}'.{saran(kunci, tabel.kolom)}")
    return tabel.kolom[kunci]


def _argumen(teks: str, buka: int) -> tuple[list[str], int]:
    """Arguments between the parenthesis at `buka` and its partner, and the position after it."""
    tutup = _tutup(teks, buka, "(", ")")
    isi, awal, dalam, i = [], buka + 1, 0, buka + 1
    while i < tutup - 1:
        if teks[i] in "\"'":
            i = _akhir_kutip(teks, i)
            continue
        if teks[i] in "([{":
            dalam += 1
        elif teks[i] in ")]}":
            dalam -= 1
        elif teks[i] == "," and not dalam:
            isi.append(teks[awal:i].strip())
            awal = i + 1
        i += 1
    ekor = teks[awal : tutup - 1].strip()
    return [*isi, ekor] if ekor or isi else [], tutup


def _tutup(teks: str, buka: int, kiri: str, kanan: str) -> int:
    dalam, i = 0, buka
    while i < len(teks):
        if teks[i] in "\"'":
            i = _akhir_kutip(teks, i)
            continue
        dalam += (teks[i] == kiri) - (teks[i] == kanan)
        i += 1
        if not dalam:
            return i
    raise KinerjaError(f"spek: kurung tidak berpasangan dalam rumus {teks!r}")


def _akhir_kutip(teks: str, i: int) -> int:
    tanda, j = teks[i], i + 1
    while j < len(teks):
        if teks[j] == tanda:
            if teks[j + 1 : j + 2] != tanda:
                return j + 1
            j += 1
        j += 1
    raise KinerjaError(f"spek: tanda kutip tidak tertutup dalam rumus {teks!r}")
