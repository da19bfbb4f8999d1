"""Registry of functions: each rule once, as a Python function and as an Excel expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from kinerja_xl.core.buku_aturan import Keluarga, keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, diam
from kinerja_xl.core.ketat import saran
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.nama import nama_sah
from kinerja_xl.core.rumus import Angka, RentangNama, Sebut, masukan

REGISTRY: dict[str, Indikator] = {}
JENIS_ARGUMEN = ("rentang", "angka", "teks", "tanggal", "apa saja")


@dataclass(frozen=True)
class Argumen:
    """One argument. jenis: rentang, angka, teks, tanggal, apa saja; bentuk: shape of a range in words."""

    nama: str
    jenis: str
    bantuan: str
    bantuan_en: str = ""
    bentuk: str = ""
    opsional: bool = False


@dataclass(frozen=True)
class Indikator:
    """A function of the rule book: callable as Python, renderable as an Excel expression."""

    nama: str
    keluarga: str
    judul: str
    judul_en: str
    satuan: str
    rujukan: str
    argumen: tuple[Argumen, ...]
    fungsi: Callable[..., Any]
    excel: Optional[Callable[..., str]] = None
    tanpa_excel: str = ""
    bantuan: str = ""
    aturan: tuple[str, ...] = field(default=())
    larik: Optional[Callable[..., str]] = None

    @property
    def buku(self) -> Keluarga:
        """The family's parameters and cases."""
        return keluarga(self.keluarga)

    def masa(self, tahun: Optional[int] = None) -> Masa:
        """The legal version this function uses for a fiscal year (newest without one).

        A function bound to some versions (`aturan`) refuses the years of the others.
        """
        if not self.aturan:
            return self.buku.untuk(tahun)
        if tahun is None:
            return [m for m in self.buku.masa if m.versi in self.aturan][-1]
        masa = self.buku.untuk(tahun)
        if masa.versi not in self.aturan:
            raise KinerjaError(f"{self.nama} tidak berlaku untuk tahun {tahun} ({masa.judul})", tahun=tahun)
        return masa

    def daftar_masa(self) -> tuple[Masa, ...]:
        """The legal versions this function can compute, oldest first."""
        return tuple(m for m in self.buku.masa if not self.aturan or m.versi in self.aturan)

    def masa_versi(self, versi: str) -> Masa:
        """The legal version of that name, such as "per-5-2024"; a name this function does not have is refused."""
        for satu in self.daftar_masa():
            if satu.versi == versi.strip().lower():
                return satu
        ada = ", ".join(m.versi for m in self.daftar_masa())
        lain = next((m for m in self.buku.masa if m.versi == versi.strip().lower()), None)
        sebab = f"tidak dapat memakai versi '{versi}' ({lain.judul})" if lain else f"tidak punya versi '{versi}'"
        raise KinerjaError(f"{self.nama} {sebab}; yang ada: {ada}", versi=versi)

    def __call__(self, *nilai: Any, versi: Optional[str] = None) -> Any:
        """Compute. Arguments in the order of `argumen`; optional ones may be left out or None.

        versi names a legal version in place of the one in force in `tahun`; a year outside it is refused.
        """
        masa, isi, _ = self.siapkan(*nilai, versi=versi)
        return self.fungsi(masa, *isi)

    def siapkan(self, *nilai: Any, versi: Optional[str] = None) -> tuple[Masa, list[Any], Optional[int]]:
        """The version in force, the arguments for `fungsi` (without tahun), and the fiscal year asked for."""
        wajib = sum(not a.opsional for a in self.argumen)
        if not wajib <= len(nilai) <= len(self.argumen):
            raise KinerjaError(f"{self.nama} perlu {self.sintaks()}; diberi {len(nilai)} argumen")
        isi = [*nilai, *[None] * (len(self.argumen) - len(nilai))]
        tahun, sisa = None, []
        for arg, satu in zip(self.argumen, isi):
            if arg.nama == "tahun":
                tahun = _tahun(satu)
                if tahun is None and not arg.opsional and versi is None:
                    raise KinerjaError("tahun belum diisi")
            else:
                sisa.append(satu)
        return self._pilih(tahun, versi), sisa, tahun

    def _pilih(self, tahun: Optional[int], versi: Optional[str]) -> Masa:
        if versi is None:
            return self.masa(tahun)
        masa = self.masa_versi(versi)
        if tahun is not None and not masa.memuat(tahun):
            raise KinerjaError(f"versi '{masa.versi}' tidak berlaku untuk tahun {tahun}", tahun=tahun, versi=masa.versi)
        return masa

    def rumus(self, *alamat: str, tahun: Optional[int] = None, sebut: Optional[Sebut] = None) -> str:
        """The Excel expression (no leading "=") over the given addresses or expressions.

        alamat: one per argument except `tahun`; optional trailing ones may be left out.
        sebut: names a parameter as (keluarga, nama) -> text; without it parameters become literals.
        """
        if self.excel is None:
            raise KinerjaError(f"{self.nama} tidak dapat ditulis sebagai rumus biasa: {self.tanpa_excel}")
        return self.excel(Angka(self.masa(tahun), sebut), *[masukan(a) for a in alamat])

    @property
    def bernama(self) -> Optional[Callable[..., str]]:
        """The twin over argument names: the array form where there is one, otherwise the plain form."""
        return self.larik or self.excel

    def rumus_bernama(self, tahun: Optional[int] = None) -> str:
        """The Excel expression over argument names, as inside a LAMBDA."""
        if self.bernama is None:
            raise KinerjaError(f"{self.nama} tidak dapat ditulis sebagai rumus biasa: {self.tanpa_excel}")
        nama = [RentangNama(a.nama) if a.jenis == "rentang" else a.nama for a in self.argumen if a.nama != "tahun"]
        return self.bernama(Angka(self.masa(tahun)), *nama)

    def versi(self) -> tuple[Masa, ...]:
        """The legal versions this function can compute, oldest first; without a `tahun` only the newest."""
        if not any(a.nama == "tahun" for a in self.argumen):
            return (self.masa(),)
        return tuple(m for m in self.buku.masa if not self.aturan or m.versi in self.aturan)

    def sintaks(self, pemisah: str = "; ") -> str:
        """NAME(argument; [optional])."""
        bagian = [f"[{a.nama}]" if a.opsional else a.nama for a in self.argumen]
        return f"{self.nama}({pemisah.join(bagian)})"


def _tahun(nilai: Any) -> Optional[int]:
    if nilai is None or nilai == "":
        return None
    if isinstance(nilai, bool) or not isinstance(nilai, (int, float)) or nilai != int(nilai):
        raise KinerjaError(f"tahun harus bilangan bulat, tertulis {nilai!r}")
    return int(nilai)


def indikator(
    nama: str,
    *,
    keluarga: str,
    judul: str,
    satuan: str,
    rujukan: str,
    argumen: Sequence[Argumen],
    judul_en: str = "",
    excel: Optional[Callable[..., str]] = None,
    tanpa_excel: str = "",
    aturan: Sequence[str] = (),
    larik: Optional[Callable[..., str]] = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a rule. The decorated function gets the Masa first, then the arguments without `tahun`.

    excel(p, *alamat) writes the twin; a rule that no plain expression can state says why in tanpa_excel.
    larik(p, *nama) writes it over argument names with array functions, for a LAMBDA; without it `excel` serves there.
    """
    if not nama_sah(nama) or nama != nama.upper():
        raise ValueError(f"{nama!r} cannot be a function name")
    if nama in REGISTRY:
        raise ValueError(f"{nama} is registered twice")
    if (excel is None) == (not tanpa_excel):
        raise ValueError(f"{nama}: give either excel or the reason why there is none")
    for arg in argumen:
        if arg.jenis not in JENIS_ARGUMEN:
            raise ValueError(f"{nama}: argument {arg.nama} has an unknown kind {arg.jenis!r}")

    def daftar(fungsi: Callable[..., Any]) -> Callable[..., Any]:
        REGISTRY[nama] = Indikator(
            nama, keluarga, judul, judul_en, satuan, rujukan, tuple(argumen), fungsi, excel, tanpa_excel,
            (fungsi.__doc__ or "").strip(), tuple(aturan), larik,
        )  # fmt: skip
        return fungsi

    return daftar


def cek_kembar(nama: str, dari: str) -> None:
    """Register the text twin `nama` of a function: "OK" or the first problem, with row and column."""
    asal = REGISTRY[dari]

    def cek(masa: Masa, *nilai: Any) -> str:
        try:
            with diam():
                asal.fungsi(masa, *nilai)
        except KinerjaError as salah:
            return catat_periksa(dari, str(salah))
        return catat_periksa(dari, "OK")

    cek.__doc__ = f'"OK" bila data {dari} benar, atau masalah pertama beserta baris dan kolomnya.'
    indikator(
        nama, keluarga=asal.keluarga, judul=f"Pemeriksa data {dari}", judul_en=f"Data check of {dari}", satuan="teks",
        rujukan=asal.rujukan, argumen=asal.argumen, aturan=asal.aturan,
        tanpa_excel="pesan menyebut baris dan kolom; buku kerja memakai kolom pemeriksa sendiri",
    )(cek)  # fmt: skip


def catat_periksa(dari: str, hasil: str) -> str:
    """The verdict of a data check, told as the one step of its trace."""
    catat("Data {fungsi} diperiksa sel demi sel", "", hasil, en="Data of {fungsi} checked cell by cell", fungsi=dari)
    return hasil


def cari(nama: str) -> Indikator:
    """A function by name (any case); an unknown name suggests the nearest."""
    satu = REGISTRY.get(nama.strip().upper())
    if satu is None:
        dekat = saran(nama.strip().lower(), [n.lower() for n in REGISTRY])
        raise KinerjaError(f"fungsi '{nama}' tidak ada.{dekat.upper() if 'MAKSUD' in dekat.upper() else ''}")
    return satu


def daftar_nama() -> list[str]:
    """All function names, sorted."""
    return sorted(REGISTRY)
