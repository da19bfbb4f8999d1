"""Single cells of a filled profile workbook: their values, and what is wrong in words for who filled it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.nama import alamat
from kinerja_xl.core.sel import tulis
from kinerja_xl.core.serial import dari_serial
from kinerja_xl.spec.manifest import Manifest, Sel, Titik
from kinerja_xl.spec.profil_nilai import dari_sel

_ANGKA = ("angka", "bulat", "rupiah", "persen")
MAKS_SALAH = 30


@dataclass
class Pembaca:
    """Reads cells; nilai: (sheet, row, column) -> value as stored. catatan: what is wrong, and where."""

    manifest: Manifest
    nilai: Callable[[Titik], Any]
    catatan: list[tuple[Titik, str]] = field(default_factory=list)

    def catat(self, titik: Titik, sebab: str) -> None:
        """Write down what is wrong at a cell."""
        self.catatan.append((titik, sebab))

    @property
    def salah(self) -> list[str]:
        """Everything found wrong, in the order of the sheets, rows and columns, each once."""
        urut = {lembar.nama: ke for ke, lembar in enumerate(self.manifest.lembar)}
        semua = sorted(dict.fromkeys(self.catatan), key=lambda c: (urut[c[0][0]], *c[0][1:]))
        return [f"lembar {t[0]}, sel {alamat(t[1], t[2])}: {sebab}" for t, sebab in semua]

    def sel(self, lembar: str, sel: Sel, bentuk: str = "") -> Any:
        """Value of an input, None when blank or wrong (then written down)."""
        titik = (lembar, sel.baris, sel.kolom)
        mentah = self.nilai(titik)
        if mentah is None or (isinstance(mentah, str) and not mentah.strip()):
            return None
        try:
            return _nilai(mentah, sel, bentuk)
        except KinerjaError as salah:
            self.catat(titik, salah.pesan)
            return None

    def bernama(self, nama: str, bentuk: str = "") -> Any:
        """Value of a named input."""
        lembar, sel = self.manifest.sel_bernama[nama]
        nilai = self.sel(lembar.nama, sel, bentuk)
        if nilai is None and sel.wajib and not self._ada(lembar.nama, sel):
            self.catat((lembar.nama, sel.baris, sel.kolom), f"{sebut(sel)} belum diisi")
        return nilai

    def _ada(self, lembar: str, sel: Sel) -> bool:
        mentah = self.nilai((lembar, sel.baris, sel.kolom))
        return mentah is not None and bool(str(mentah).strip())

    def rekaman(self, tabel: str, bentuk: Mapping[tuple[str, str], str]) -> dict[int, dict[str, Any]]:
        """Rows of a table that hold anything: sheet row -> record. Required cells that are blank are written down."""
        t = self.manifest.tabel[tabel]
        peta = self.manifest.lembar_bernama[t.lembar].peta
        hasil: dict[int, dict[str, Any]] = {}
        for baris in range(t.baris1, t.baris2 + 1):
            isian = {k: peta[baris, kolom] for k, kolom in t.kolom.items() if peta[baris, kolom].peran == "isian"}
            ada = {k: s for k, s in isian.items() if self._ada(t.lembar, s)}
            if not ada:
                continue
            isi = {k: self.sel(t.lembar, s, bentuk.get((tabel, k), "")) for k, s in ada.items()}
            hasil[baris] = {k: v for k, v in isi.items() if v is not None}
            self._wajib(t.lembar, isian, ada, t.peka)
        self._lewat(tabel)
        return hasil

    def _wajib(self, lembar: str, isian: Mapping[str, Sel], ada: Mapping[str, Sel], peka: str) -> None:
        for kunci, sel in isian.items():
            if kunci not in ada and (kunci == peka or sel.wajib_bila):
                self.catat((lembar, sel.baris, sel.kolom), f"{sebut(sel)} belum diisi")

    def _lewat(self, tabel: str) -> None:
        """Values pasted below the last row of a table are told, never left out in silence."""
        t = self.manifest.tabel[tabel]
        peta = self.manifest.lembar_bernama[t.lembar].peta
        for baris in range(t.baris2 + 1, t.baris2 + 200):
            for kolom in t.kolom.values():
                if (baris, kolom) not in peta and self.nilai((t.lembar, baris, kolom)) not in (None, ""):
                    sebab = f"isi di luar tabel, yang berakhir di baris {t.baris2}; pindahkan ke dalam tabel"
                    self.catat((t.lembar, baris, kolom), sebab)
                    return

    def titik(self, tabel: str, baris: int, kunci: str) -> Titik:
        """Place of a cell of a table."""
        t = self.manifest.tabel[tabel]
        return t.lembar, baris, t.kolom[kunci]


def sebut(sel: Sel) -> str:
    """How a message calls an input: 'polarisasi', 'NIP'."""
    judul = sel.judul or sel.nama
    return judul if judul.isupper() else judul[:1].lower() + judul[1:]


def _nilai(mentah: Any, sel: Sel, bentuk: str) -> Any:
    if isinstance(mentah, bool):
        raise KinerjaError(f"{sebut(sel)} berisi TRUE/FALSE; tulis teks atau angka")
    if sel.tipe == "jam":
        return _jam(mentah, sel)
    if sel.tipe == "tanggal":
        return _tanggal(mentah, sel)
    if sel.tipe in _ANGKA or bentuk == "angka":
        return _angka(mentah, sel)
    if sel.tipe == "umum":
        return _rapi(mentah) if isinstance(mentah, (int, float)) else mentah
    teks = (
        mentah if isinstance(mentah, str) else tulis(mentah).replace(",", ".") if bentuk == "toml" else _digit(mentah)
    )
    if sel.sah and sel.sah.pilihan:
        cocok = [p for p in sel.sah.pilihan if p.casefold() == teks.strip().casefold()]
        if not cocok:
            raise KinerjaError(f"{sebut(sel)} '{teks}' tidak dikenal; pilih {', '.join(sel.sah.pilihan)}")
        return cocok[0]
    return dari_sel(teks, bentuk) if bentuk in ("daftar", "toml") else teks


def _rapi(angka: float) -> int | float:
    return int(angka) if float(angka).is_integer() and abs(angka) < 1e15 else float(angka)


def _digit(angka: float) -> str:
    """A number in a text cell (a code that lost its text format)."""
    rapi = _rapi(angka)
    return str(rapi) if isinstance(rapi, int) else repr(rapi)


def _angka(mentah: Any, sel: Sel) -> int | float:
    if isinstance(mentah, str):
        raise KinerjaError(f"{sebut(sel)} harus angka, tertulis teks '{mentah}'")
    if sel.tipe == "bulat" and not float(mentah).is_integer():
        raise KinerjaError(f"{sebut(sel)} harus bilangan bulat, tertulis {tulis(mentah)}")
    if sel.sah and sel.sah.min is not None and mentah < sel.sah.min:
        raise KinerjaError(f"{sebut(sel)} paling sedikit {tulis(sel.sah.min)}, tertulis {tulis(mentah)}")
    if sel.sah and sel.sah.maks is not None and mentah > sel.sah.maks:
        raise KinerjaError(f"{sebut(sel)} paling banyak {tulis(sel.sah.maks)}, tertulis {tulis(mentah)}")
    return _rapi(mentah)


def _jam(mentah: Any, sel: Sel) -> str:
    if isinstance(mentah, str):
        jam, _, menit = mentah.strip().replace(":", ".").partition(".")
        if not (jam.isdigit() and menit.isdigit() and len(menit) == 2 and int(jam) < 24 and int(menit) < 60):
            raise KinerjaError(f"{sebut(sel)} ditulis seperti 07:30, tertulis '{mentah}'")
        return f"{int(jam):02d}.{menit}"
    if not 0 <= mentah < 1:
        raise KinerjaError(f"{sebut(sel)} harus jam antara 00:00 dan 23:59, tertulis {tulis(mentah)}")
    seluruh = round(mentah * 1440)
    return f"{seluruh // 60 % 24:02d}.{seluruh % 60:02d}"


def _tanggal(mentah: Any, sel: Sel) -> Any:
    if not isinstance(mentah, str):
        return dari_serial(mentah).date()
    for pola in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(mentah.strip(), pola).date()
        except ValueError:
            continue
    raise KinerjaError(f"{sebut(sel)} ditulis seperti 31/01/2025, tertulis '{mentah}'")
