"""One linear pass over a formula: length, depth, form, and what it reaches outside the workbook.

Every token pattern is a single character class repeated, so no text can make it slow; results are kept by text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kinerja_xl.read import batas
from kinerja_xl.read.masalah import Catatan
from kinerja_xl.read.rumus import akhir_siku

Temuan = tuple[str, dict[str, object]]

JARINGAN = frozenset(
    [
        "WEBSERVICE",
        "RTD",
        "CALL",
        "REGISTER",
        "REGISTER.ID",
        "UNREGISTER",
        "EXEC",
        "SQL.REQUEST",
        "IMAGE",
        "STOCKHISTORY",
        "INITIATE",
        "POKE",
        "REQUEST",
        "EXECUTE",
        "FOPEN",
        "FWRITE",
        "FWRITELN",
        "FREAD",
        "FREADLN",
        "OPEN.TEXT",
        "RUN",
        "SEND.MAIL",
        "CUBEVALUE",
        "CUBEMEMBER",
        "CUBESET",
        "CUBEMEMBERPROPERTY",
        "CUBERANKEDMEMBER",
        "CUBEKPIMEMBER",
        "CUBESETCOUNT",
        "DDE",
        "IMPORTDATA",
        "IMPORTXML",
        "IMPORTHTML",
        "IMPORTRANGE",
        "IMPORTFEED",
    ]
)
_AWALAN = ("_XLFN.", "_XLWS.", "_XLL.", "_XLUDF.")
_LEKSEM = re.compile(
    r"""(?P<spasi>[ \t\r\n]+)|(?P<teks>"[^"]*")|(?P<kutip>'[^']*')"""
    r"""|(?P<galat>\#[A-Z/0_]+[!?]?)|(?P<nama>[A-Za-z_\\$\x80-\U0010ffff][A-Za-z0-9_.\\?$\x80-\U0010ffff]*)"""
    r"""|(?P<angka>[0-9]+\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\.[0-9]+(?:[eE][+-]?[0-9]+)?)|(?P<siku>\[)"""
    r"""|(?P<op><=|>=|<>|[-+*/^&=<>:@%#!])|(?P<lain>.)""",
    re.DOTALL,
)
_ANGKA = re.compile(r"[0-9]+")
_LUAR = re.compile(r"\[([0-9]{1,4})\]")


@dataclass(slots=True)
class Nilai:
    """Outcome of one formula. luar: index of every external link used, with how ("fungsi" or "acuan")."""

    temuan: list[Temuan] = field(default_factory=list)
    luar: set[tuple[str, str]] = field(default_factory=set)


class Peneliti:
    """Lints formulas; formulas that differ in digits only have one shape, and a sound shape is looked at once."""

    def __init__(self, catatan: Catatan | None = None) -> None:
        self._catatan = catatan or Catatan()
        self._baik: set[str] = set()
        self._sisa = batas.TEKS_TELITI.nilai

    def periksa(self, rumus: str) -> Nilai:
        """Outcome for one formula text (without "="); raises Henti when the budget is spent."""
        if len(rumus) > batas.RUMUS.nilai:
            return Nilai([(batas.RUMUS.kode, {"ukuran": len(rumus), "batas": batas.RUMUS.nilai})])
        bentuk = _ANGKA.sub("0", rumus)
        if bentuk in self._baik:
            return _BAIK
        self.bayar(len(rumus))
        hasil = _Jalan(rumus).hasil()
        if not hasil.temuan and not hasil.luar:
            self._baik.add(bentuk)
        return hasil

    def bayar(self, panjang: int) -> None:
        """Take the cost of one walk over a text of this length off the budget of the workbook."""
        self._sisa -= panjang
        if self._sisa < 0:
            raise self._catatan.henti(batas.TEKS_TELITI.kode, None, batas=batas.TEKS_TELITI.nilai)


_BAIK = Nilai()


class _Salah(Exception):
    """The formula is no formula from here on."""


class _Jalan:
    """State of one pass. _lalu: what stood before: awal, isi (operand), op, buka, koma."""

    def __init__(self, rumus: str) -> None:
        self._rumus = rumus
        self._nilai = Nilai()
        self._lalu = "awal"
        self._rapat = False
        self._tumpuk: list[str] = []
        self._tanda = 0
        self._isi_larik = 0
        self._tautan = False
        self._jenis_lalu = ""
        self._posisi = 0

    def hasil(self) -> Nilai:
        try:
            self._telusuri()
            if self._tumpuk or self._lalu in ("op", "awal"):
                raise _Salah("tidak selesai")
        except _Salah as salah:
            self._nilai.temuan.append(("BERKAS-92", {"sebab": str(salah), "posisi": self._posisi + 1}))
        except _Dalam:
            self._nilai.temuan.append((batas.DALAM_RUMUS.kode, {"batas": batas.DALAM_RUMUS.nilai}))
        except _Dde:
            self._nilai.temuan.append(("AKTIF-03", {"rumus": self._rumus, "bagian": ""}))
        return self._nilai

    def _telusuri(self) -> None:
        rumus, cocokkan = self._rumus, _LEKSEM.match
        while self._posisi < len(rumus):
            cocok = cocokkan(rumus, self._posisi)
            if cocok is None:
                raise _Salah("tanda tidak dikenal")
            jenis, teks, akhir = cocok.lastgroup, cocok[0], cocok.end()
            if jenis == "spasi":
                self._rapat = False
            elif jenis == "siku":
                akhir = self._siku()
            elif jenis == "op":
                self._operator(teks)
            elif jenis == "lain":
                self._pemisah(teks)
            else:
                self._operand(str(jenis), teks, rumus[akhir : akhir + 1])
            if jenis != "spasi":
                self._rapat = True
                self._jenis_lalu = str(jenis)
            self._posisi = akhir

    def _operand(self, jenis: str, teks: str, sesudah: str) -> None:
        """A number, text, name, error or quoted sheet: never glued to another one."""
        if self._lalu == "isi" and self._rapat and not self._boleh_rapat(jenis):
            raise _Salah("dua isi tanpa operator")
        if jenis == "kutip" and "[" in teks:
            cocok = _LUAR.match(teks, 1)
            self._nilai.luar.add((cocok[1] if cocok else "", "acuan"))
        elif jenis == "nama" and sesudah == "(":
            self._fungsi(teks)
        elif jenis == "teks" and self._tautan:
            self._alamat_tautan(teks)
        self._tautan = jenis == "nama" and sesudah == "(" and teks.upper() == "HYPERLINK"
        self._lalu, self._tanda = "isi", 0
        if self._tumpuk and self._tumpuk[-1] == "{":
            self._isi_larik += 1
            if self._isi_larik == batas.ISI_LARIK.nilai + 1:
                self._nilai.temuan.append((batas.ISI_LARIK.kode, {"batas": batas.ISI_LARIK.nilai}))

    def _boleh_rapat(self, jenis: str) -> bool:
        """ "a""b" and 'a''b' are one text; #REF!A1 and [1]Sheet are written by Excel."""
        if jenis == self._jenis_lalu:
            return jenis in ("teks", "kutip")
        return self._jenis_lalu in ("galat", "siku") and jenis in ("nama", "galat")

    def _fungsi(self, teks: str) -> None:
        nama = teks.upper()
        for awalan in _AWALAN:
            nama = nama.removeprefix(awalan)
        if nama in JARINGAN:
            self._nilai.temuan.append(("AKTIF-04", {"fungsi": nama}))

    def _alamat_tautan(self, teks: str) -> None:
        """First argument of HYPERLINK(): places inside the workbook start with #."""
        alamat = teks[1:-1]
        if not alamat.startswith("#"):
            self._nilai.temuan.append((kode_tautan(alamat, "AKTIF-05"), {"target": alamat, "bagian": ""}))

    def _siku(self) -> int:
        """[1] in front of a sheet or name is another workbook; behind a table name it is a column."""
        akhir = akhir_siku(self._rumus, self._posisi)
        if akhir < 0:
            raise _Salah("kurung siku tidak ditutup")
        if self._lalu == "isi" and self._rapat and self._jenis_lalu in ("nama", "siku"):
            return akhir
        if self._lalu == "isi" and self._rapat:
            raise _Salah("dua isi tanpa operator")
        cocok = _LUAR.fullmatch(self._rumus, self._posisi, akhir)
        if cocok or self._rumus[akhir : akhir + 1] not in ("", ")", ",", " "):
            bentuk = "fungsi" if self._rumus[akhir : akhir + 1] == "!" else "acuan"
            self._nilai.luar.add((cocok[1] if cocok else "", bentuk))
        self._lalu, self._tanda = "isi", 0
        return akhir

    def _operator(self, teks: str) -> None:
        """Infix, prefix + - @ and postfix % # each in their place."""
        if teks in "%#":
            if self._lalu != "isi":
                raise _Salah(f"tanda {teks} tanpa isi")
            return
        if teks == "!" and self._lalu != "isi":
            raise _Salah("tanda ! tanpa nama lembar")
        if self._lalu != "isi":
            if teks not in "+-@":
                raise _Salah(f"operator {teks} tanpa isi di kirinya")
            self._tanda += 1
            if self._tanda > batas.DALAM_RUMUS.nilai:
                raise _Dalam
        if self._tautan and self._lalu != "buka":
            self._tautan = False
        self._lalu = "op"

    def _pemisah(self, teks: str) -> None:
        """Brackets and separators."""
        if teks in "({":
            self._buka(teks)
        elif teks in ")}":
            buka = self._tumpuk.pop() if self._tumpuk else ""
            if {")": "(", "}": "{"}[teks] != buka or self._lalu == "op" or (teks == "}" and self._lalu != "isi"):
                raise _Salah(f"kurung {teks} tidak pada tempatnya")
            self._lalu, self._tautan = "isi", False
            self._jenis_lalu = "lain"
        elif teks == "," or (teks == ";" and self._tumpuk and self._tumpuk[-1] == "{"):
            if self._lalu in ("op", "awal"):
                raise _Salah(f"pemisah {teks} tanpa isi di kirinya")
            self._lalu, self._tautan, self._tanda = "koma", False, 0
        elif teks == "|":
            raise _Dde
        else:
            raise _Salah(f"tanda {teks} tidak dikenal dalam rumus")

    def _buka(self, teks: str) -> None:
        if self._lalu == "isi" and self._rapat and not (teks == "(" and self._jenis_lalu == "nama"):
            raise _Salah(f"kurung {teks} tanpa operator")
        self._tumpuk.append(teks)
        if len(self._tumpuk) > batas.DALAM_RUMUS.nilai:
            raise _Dalam
        if teks == "{":
            self._isi_larik = 0
        self._lalu, self._tanda = "buka", 0


class _Dalam(Exception):
    """Nested deeper than Excel allows."""


class _Dde(Exception):
    """program|topic: a DDE command."""


def kode_tautan(target: str, web: str) -> str:
    """Code of a link target: web and mail as given, anything that opens a file or program AKTIF-07."""
    kecil = target.strip().lower()
    return web if kecil.startswith(("http://", "https://", "mailto:")) else "AKTIF-07"
