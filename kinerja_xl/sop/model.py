"""An SOP as data: raw text of the document, our normalised reading beside it, and the list of its defects.

muat_sop("rka") loads a shipped SOP, muat_sop("path/to/file.toml") one of the office's own; both refuse
unknown keys, a step out of order, a time that disagrees with its text, or totals that do not add up. An office's
own file may leave out what follows from the rest: numbers, minutes, totals. baca_sop reads without judging, for the
lint; tercetak gives a shipped SOP back as the document prints it, without our readings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Optional, Union

from kinerja_xl.core.buku_aturan import keluarga
from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import baca_toml, jadikan, periksa_kunci, saran
from kinerja_xl.core.sel import tulis
from kinerja_xl.data import templates
from kinerja_xl.sop.lama import Lama, baca_lama, waktu_paralel, waktu_seri

URUTAN = (
    "perjanjian-kinerja",
    "laporan-tahunan",
    "laporan-bulanan",
    "rka",
    "iku",
    "monev",
    "lkj",
    "laporan-semesteran",
    "renja",
    "renstra",
    "ikm",
    "sakip",
)


@dataclass(frozen=True)
class Cacat:
    """One defect of the document: code of the finding catalogue, place, raw text, what we did about it."""

    kode: str
    baris: int
    asli: str
    perlakuan: str
    langkah: Optional[int] = None


@dataclass(frozen=True)
class Langkah:
    """One step. Text fields hold the document verbatim; `*_baku` only where we read it differently.

    pelaksana is the office's own choice. pelaksana_usulan is our proposal, never a fact of the document: its performer
    cells are blank. hari_kalender: the days of `waktu` are dates, not working days.
    """

    no: int
    kegiatan: str
    waktu: str
    menit: float
    pelaksana_usulan: str = ""
    kelengkapan: str = ""
    output: str = ""
    keterangan: str = ""
    no_asli: Optional[str] = None
    kegiatan_baku: Optional[str] = None
    kelengkapan_baku: Optional[str] = None
    output_baku: Optional[str] = None
    keputusan: bool = False
    kembali_ke: Optional[int] = None
    paralel_dengan: Optional[int] = None
    pelaksana: tuple[str, ...] = ()
    hari_kalender: bool = False

    def lama(self, menit_per_hari: float, hari_kalender: bool = False) -> Lama:
        """Length of the step; hari_kalender reads its days as dates."""
        return baca_lama(self.waktu, menit_per_hari, hari_kalender or self.hari_kalender)

    def terbaca(self, bidang: str) -> str:
        """Text of kegiatan, kelengkapan or output as we read it: normalised where it differs, else raw."""
        baku = getattr(self, f"{bidang}_baku")
        return str(getattr(self, bidang) if baku is None else baku)


@dataclass(frozen=True)
class Sop:
    """One SOP: performer columns, steps in order, defects by line.

    peran_asli and kepala_asli: performer columns and the two header rows of the table as the document prints them.
    """

    kode: str
    judul: str
    sumber: str
    peran: tuple[str, ...]
    menit_per_hari: float
    menit_seri: float
    menit_paralel: Optional[float] = None
    judul_baku: Optional[str] = None
    peran_asli: tuple[str, ...] = ()
    kepala_asli: tuple[tuple[str, ...], ...] = ()
    identitas: Mapping[str, Any] = field(default_factory=dict)
    langkah: tuple[Langkah, ...] = ()
    cacat: tuple[Cacat, ...] = ()

    @property
    def nama(self) -> str:
        """The title as we read it."""
        return self.judul if self.judul_baku is None else self.judul_baku

    @property
    def menit(self) -> float:
        """Minutes from start to end on the smooth path, simultaneous steps counted once."""
        return self.menit_seri if self.menit_paralel is None else self.menit_paralel

    def ambil(self, no: int) -> Langkah:
        """The step with this number."""
        return self.langkah[no - 1]


def _periksa_langkah(s: Sop, urutan: int, langkah: Langkah, tempat: str) -> None:
    if langkah.no != urutan:
        raise KinerjaError(f"{tempat}: nomor langkah harus {urutan}, tertulis {langkah.no}.")
    try:
        menit = langkah.lama(s.menit_per_hari).rata_menit(s.menit_per_hari)
    except KinerjaError as salah:
        raise KinerjaError(f"{tempat}: {salah.pesan}.") from None
    if menit != langkah.menit:
        tertulis = f"'{langkah.waktu}' bernilai {tulis(menit)} menit, tertulis {tulis(langkah.menit)}"
        raise KinerjaError(f"{tempat}: waktu {tertulis}.")
    for siapa in (*langkah.pelaksana, *filter(None, (langkah.pelaksana_usulan,))):
        if siapa not in s.peran:
            raise KinerjaError(f"{tempat}: pelaksana '{siapa}' tidak ada dalam peran.{saran(siapa, s.peran)}")
    if langkah.keputusan != (langkah.kembali_ke is not None):
        raise KinerjaError(f"{tempat}: keputusan = true dan kembali_ke harus ditulis bersama-sama.")
    for kunci in ("kembali_ke", "paralel_dengan"):
        tujuan = getattr(langkah, kunci)
        if tujuan is not None and not 1 <= tujuan < langkah.no:
            raise KinerjaError(f"{tempat}: {kunci} harus langkah sebelum {langkah.no}, tertulis {tujuan}.")


def _periksa(s: Sop, tempat: str) -> None:
    if not s.peran or len(set(s.peran)) != len(s.peran):
        raise KinerjaError(f"{tempat}, tabel [sop]: peran tidak boleh kosong atau rangkap.")
    for i, langkah in enumerate(s.langkah, 1):
        _periksa_langkah(s, i, langkah, f"{tempat}, [[langkah]] ke-{i}")
    seri, paralel = waktu_seri(s.langkah), waktu_paralel(s.langkah)
    if s.menit_seri != seri:
        raise KinerjaError(f"{tempat}: menit_seri tertulis {tulis(s.menit_seri)}, jumlah langkah {tulis(seri)}.")
    if s.menit_paralel != (paralel if _serempak(s.langkah) else None):
        ada = "kosong" if s.menit_paralel is None else tulis(s.menit_paralel)
        raise KinerjaError(f"{tempat}: menit_paralel tertulis {ada}, seharusnya {tulis(paralel)}.")
    for c in s.cacat:
        if c.langkah is not None and not 1 <= c.langkah <= len(s.langkah):
            raise KinerjaError(f"{tempat}, [[cacat]] {c.kode} baris {c.baris}: langkah {c.langkah} tidak ada.")


def _serempak(langkah: tuple[Langkah, ...]) -> bool:
    return any(satu.paralel_dengan is not None for satu in langkah)


def kode_sop() -> tuple[str, ...]:
    """Codes of the shipped SOPs, in the order of the document."""
    return URUTAN


def jalur_sop(kode: Union[str, Path]) -> Path:
    """File of a shipped SOP by its code, or the path of an office's own TOML file."""
    if isinstance(kode, Path) or kode.endswith(".toml"):
        return Path(kode)
    if kode not in URUTAN:
        raise KinerjaError(f"SOP '{kode}' tidak dikenal.{saran(kode, URUTAN)}", kode=kode)
    return templates() / "sop" / f"{kode}.toml"


def muat_sop(kode: Union[str, Path]) -> Sop:
    """One SOP by its code, or from a TOML file of the same shape."""
    if isinstance(kode, str) and kode in URUTAN:
        return _bawaan(kode)
    return _dari_berkas(kode)


@cache
def _bawaan(kode: str) -> Sop:
    """A shipped SOP, read once."""
    return _dari_berkas(kode)


def _dari_berkas(kode: Union[str, Path]) -> Sop:
    sop = baca_sop(kode)
    _periksa(sop, jalur_sop(kode).name)
    return sop


def baca_sop(kode: Union[str, Path]) -> Sop:
    """Like muat_sop, but only the shape is checked: what the file says is left for the lint to judge.

    Numbers, minutes and totals that are left out are filled in; a time that cannot be read counts as no minutes.
    """
    jalur = jalur_sop(kode)
    isi = baca_toml(jalur)
    periksa_kunci(isi, ("sop", "langkah"), ("cacat",), jalur.name)
    tabel = dict(isi["sop"]) if isinstance(isi["sop"], Mapping) else isi["sop"]
    if isinstance(tabel, dict):
        tabel = {"kode": jalur.stem, "sumber": jalur.name, "menit_per_hari": _sehari(), "menit_seri": 0, **tabel}
        tabel["kepala_asli"] = tuple(tuple(map(str, baris)) for baris in tabel.get("kepala_asli", ()))
    if not isinstance(isi["langkah"], list) or not isi["langkah"]:
        raise KinerjaError(f"{jalur.name}: belum ada satu pun [[langkah]].")
    cacat = tuple(jadikan(Cacat, t, f"{jalur.name}, [[cacat]] ke-{i}") for i, t in enumerate(isi.get("cacat", ()), 1))
    sop = jadikan(Sop, tabel, f"{jalur.name}, tabel [sop]", cacat=cacat)
    langkah = tuple(_langkah(t, i, sop, f"{jalur.name}, [[langkah]] ke-{i}") for i, t in enumerate(isi["langkah"], 1))
    jumlah: dict[str, float] = {} if "menit_seri" in isi["sop"] else {"menit_seri": waktu_seri(langkah)}
    if "menit_seri" not in isi["sop"] and _serempak(langkah) and _urut(langkah):
        jumlah["menit_paralel"] = waktu_paralel(langkah)
    return replace(sop, langkah=langkah, **jumlah)  # type: ignore[arg-type]


def _sehari() -> float:
    return keluarga("sop").untuk().angka("menit_per_hari")


def _urut(langkah: tuple[Langkah, ...]) -> bool:
    """Does every parallel step name one before it? Otherwise there is no path to measure."""
    return all(satu.paralel_dengan is None or 1 <= satu.paralel_dengan < satu.no for satu in langkah)


def _langkah(tabel: Any, urutan: int, sop: Sop, tempat: str) -> Langkah:
    isi = dict(tabel) if isinstance(tabel, Mapping) else tabel
    if isinstance(isi, dict):
        if isinstance(isi.get("pelaksana", []), str):
            raise KinerjaError(f'{tempat}: pelaksana ditulis sebagai daftar, misalnya ["{isi["pelaksana"]}"].')
        isi = {"no": urutan, "menit": 0, "waktu": "", **isi}
    langkah = jadikan(Langkah, isi, tempat)
    if "menit" in tabel:
        return langkah
    try:
        return replace(langkah, menit=langkah.lama(sop.menit_per_hari).rata_menit(sop.menit_per_hari))
    except KinerjaError:
        return langkah


def tercetak(sop: Sop) -> Sop:
    """The SOP as the document prints it: no normalised texts, proposals, decisions or parallel steps of ours."""
    polos = tuple(
        replace(
            satu, pelaksana_usulan="", kegiatan_baku=None, kelengkapan_baku=None, output_baku=None, keputusan=False,
            kembali_ke=None, paralel_dengan=None,
        )
        for satu in sop.langkah
    )  # fmt: skip
    return replace(sop, judul_baku=None, menit_paralel=None, peran=sop.peran_asli or sop.peran, langkah=polos, cacat=())


def semua_sop() -> tuple[Sop, ...]:
    """The twelve shipped SOPs, in the order of the document."""
    return tuple(muat_sop(k) for k in URUTAN)
