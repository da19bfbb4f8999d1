"""Every formula computed again from the stored values of the cells it reads, so a wrong value is told where it stands.

What is not plain arithmetic of proven functions is not computed but named with its reason; what the first engine
computes otherwise goes to a second one, and only what both contradict is a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.functions import functions
from kinerja_xl.mesin.daftar import BOLEH
from kinerja_xl.mesin.galat import GalatExcel
from kinerja_xl.mesin.graf import Sebaran
from kinerja_xl.mesin.lepas import Lepas, cepat, dua_mesin, hitung_toleran, siapkan
from kinerja_xl.spec.manifest import Nilai, Titik
from kinerja_xl.verify.fungsi_cari import tersimpan
from kinerja_xl.verify.sebanding import sama_nilai
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.umum import batas
from kinerja_xl.verify.umum.biaya import biaya
from kinerja_xl.verify.umum.pandang import Pandang, Rumus

Siap = dict[int, tuple[Rumus, Lepas, int]]
_BERUBAH = frozenset(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT", "CELL", "INFO"])


@dataclass
class HasilHitung:
    """What came of it. tak: reason -> cells that could not be computed; asing: functions that are not computed here."""

    temuan: list[Temuan] = field(default_factory=list)
    diperiksa: int = 0
    tak: dict[Kata, list[Titik]] = field(default_factory=dict)
    asing: Counter[str] = field(default_factory=Counter)

    def lewati(self, satu: Rumus, sebab: Kata) -> None:
        """Count a formula as not computed."""
        self.tak.setdefault(sebab, []).append(satu.titik)


def hitung_ulang(pandang: Pandang, berputar: Collection[Titik], sudah: Collection[Titik]) -> HasilHitung:
    """berputar: cells of a circle; sudah: cells that were computed already, with functions of the rule book."""
    hasil = HasilHitung()
    semua = [satu for satu in pandang.setiap() if satu.titik not in sudah]
    if semua and all(satu.sel.nilai is None for satu in pandang.setiap()):
        hasil.temuan.append(buat("NIL-23", jumlah=len(semua)))
        hasil.tak[_TANPA_HASIL] = [satu.titik for satu in semua]
        return hasil
    siap = dict(enumerate(_siapkan(pandang, semua, berputar, hasil)))
    if not siap:
        return hasil
    nilai = _nilai(pandang)
    dihitung, gagal = hitung_toleran({ke: lepas for ke, (_, lepas, _) in siap.items()}, nilai)
    for ke in gagal:
        hasil.lewati(siap[ke][0], _MESIN)
    beda = []
    for ke, isi in dihitung.items():
        if _cocok(siap[ke][0], isi):
            hasil.diperiksa += 1
        else:
            beda.append(ke)
    _banding(hasil, siap, beda, dihitung, nilai)
    return hasil


_TANPA_HASIL = Kata("hasilnya tidak tersimpan di berkas", "its result is not stored in the file")
_MESIN = Kata("mesin hitung tidak dapat membacanya", "the engine cannot read it")
_SATU_MESIN = Kata(
    "hasil mesin hitung berbeda, tetapi belum ada mesin kedua yang membenarkan",
    "an engine gives another result, but no second one confirms it",
)
_SEPAKAT = Kata("mesin hitung tidak sepakat", "the engines disagree")
_BESAR = Kata("membaca terlalu banyak sel", "it reads too many cells")
_BANYAK = Kata("rumus buku ini terlalu banyak", "the workbook has too many formulas")
PUTAR = Kata("membaca dirinya sendiri", "it reads itself")
_FUNGSI = Kata("memakai fungsi yang tidak dihitung di sini", "it uses functions not computed here")
_BERUBAH_UBAH = Kata("memakai fungsi yang hasilnya berubah-ubah", "it uses functions whose result keeps changing")
_LARIK = Kata("rumus larik", "it is an array formula")
_1904 = Kata("buku kerja memakai sistem tanggal 1904", "the workbook uses the 1904 date system")
_BUKU_LAIN = Kata(
    "membaca lembar atau buku lain yang tidak ada di berkas ini", "it reads a sheet or book not in this file"
)
_TEKS = Kata("membaca teks panjang", "it reads a long text")
_BENTUK = Kata("memakai bentuk acuan yang tidak dihitung di sini", "it uses a kind of reference not computed here")


def _siapkan(
    pandang: Pandang, semua: list[Rumus], berputar: Collection[Titik], hasil: HasilHitung
) -> Iterator[tuple[Rumus, Lepas, int]]:
    """The formulas that may be computed, each with its cost; the others are counted with their reason."""
    panjang = Sebaran(_teks_panjang(pandang))
    sisa, banyak = batas.MAKS_BACA, batas.MAKS_HITUNG if cepat() else batas.MAKS_LAMBAT
    for satu in semua:
        sebab = _sebab(pandang, satu, berputar, hasil)
        harga = 0 if sebab else biaya(satu)
        if not sebab and (harga > batas.MAKS_BACA_SATU or harga > sisa):
            sebab = _BESAR
        if not sebab and banyak <= 0:
            sebab = _BANYAK
        if not sebab and any(next(panjang.dalam(kotak), None) for kotak in satu.kotak):
            sebab = _TEKS
        if sebab:
            hasil.lewati(satu, sebab)
            continue
        try:
            lepas = siapkan(satu.polos, satu.titik[0], pandang.nama, pandang.lembar_ada)
        except KinerjaError:
            hasil.lewati(satu, _BENTUK)
            continue
        sisa, banyak = sisa - harga, banyak - 1
        yield satu, lepas, harga


def _sebab(pandang: Pandang, satu: Rumus, berputar: Collection[Titik], hasil: HasilHitung) -> Kata | None:
    """Why a formula is not computed here; None when it may be."""
    asing = sorted(satu.bentuk.fungsi - BOLEH.keys() - functions().keys())
    if pandang.buku.date1904:
        return _1904
    if satu.sel.nilai is None and satu.sel.jenis != "e":
        return _TANPA_HASIL
    if satu.titik in berputar:
        return PUTAR
    if satu.sel.larik is not None:
        return _LARIK
    if asing:
        hasil.asing.update(f[:40] for f in asing)
        return _BERUBAH_UBAH if satu.bentuk.fungsi & _BERUBAH else _FUNGSI
    if satu.luar:
        return _BUKU_LAIN
    return _BESAR if satu.bentuk.banyak > batas.MAKS_ACUAN else None


def _teks_panjang(pandang: Pandang) -> Iterator[Titik]:
    for lembar in pandang.buku.lembar:
        for (b, k), sel in lembar.sel.items():
            if isinstance(sel.nilai, str) and len(sel.nilai) > batas.MAKS_TEKS:
                yield lembar.nama, b, k


def _nilai(pandang: Pandang) -> dict[Titik, Nilai]:
    """Stored values of the whole workbook; long texts are read by no formula that is computed."""
    return {
        (lembar.nama, b, k): nilai
        for lembar in pandang.buku.lembar if lembar.terbaca
        for (b, k), sel in lembar.sel.items()
        if (nilai := tersimpan(sel)) is not None and not (isinstance(nilai, str) and len(nilai) > batas.MAKS_TEKS)
    }  # fmt: skip


def _cocok(satu: Rumus, harus: Nilai) -> bool:
    ada = tersimpan(satu.sel)
    if isinstance(ada, GalatExcel) or isinstance(harus, GalatExcel):
        return isinstance(ada, GalatExcel) and isinstance(harus, GalatExcel)
    return sama_nilai(ada, harus)


def _banding(
    hasil: HasilHitung, siap: Siap, beda: list[int], dihitung: dict[int, Nilai],
    nilai: dict[Titik, Nilai],
) -> None:  # fmt: skip
    """What the first engine computes otherwise goes to the second, save what is right once its source is."""
    beda = _tanpa_ikutan(hasil, siap, beda, dihitung, nilai)
    uji = [ke for ke in beda if _murah(siap[ke])][: batas.MAKS_BANDING] if dua_mesin() else []
    lain, _ = hitung_toleran({ke: siap[ke][1] for ke in uji}, _yang_dibaca(siap, uji, nilai), True) if uji else ({}, {})
    for ke in beda:
        satu, harus = siap[ke][0], dihitung[ke]
        if ke not in lain:
            hasil.lewati(satu, _SATU_MESIN)
        elif _cocok(satu, lain[ke]):
            hasil.lewati(satu, _SEPAKAT)
        elif _sama(harus, lain[ke]):
            hasil.diperiksa += 1
            hasil.temuan.append(_beda(satu, harus))
        else:
            hasil.lewati(satu, _SEPAKAT)


def _murah(satu: tuple[Rumus, Lepas, int]) -> bool:
    """May the slow engine compute it? It counts the days between two dates at once."""
    hari = satu[0].bentuk.kunci.count("NETWORKDAYS") * batas.BIAYA_HARI
    return satu[2] - hari <= batas.MAKS_BACA_LAMBAT


def _tanpa_ikutan(
    hasil: HasilHitung, siap: Siap, beda: list[int], dihitung: dict[int, Nilai], nilai: dict[Titik, Nilai]
) -> list[int]:
    """Without the cells that hold the right value of a wrong source: they are not wrong themselves."""
    sumber = Sebaran(siap[ke][0].titik for ke in beda)
    lanjut = [ke for ke in beda if any(next(sumber.dalam(kotak), None) for kotak in siap[ke][0].kotak)]
    if not lanjut:
        return beda
    benar = {**nilai, **{siap[ke][0].titik: dihitung[ke] for ke in beda}}
    lagi, _ = hitung_toleran({ke: siap[ke][1] for ke in lanjut}, benar)
    ikut = {ke for ke in lanjut if ke in lagi and _cocok(siap[ke][0], lagi[ke])}
    hasil.diperiksa += len(ikut)
    return [ke for ke in beda if ke not in ikut]


def _yang_dibaca(siap: Siap, uji: list[int], nilai: dict[Titik, Nilai]) -> dict[Titik, Nilai]:
    """The values that these formulas read."""
    titik = {
        (nama, b, k)
        for ke in uji
        for nama, b1, k1, b2, k2 in siap[ke][1].kotak
        for b in range(b1, b2 + 1)
        for k in range(k1, k2 + 1)
    }
    return {t: nilai[t] for t in sorted(titik) if t in nilai}


def _sama(kiri: Nilai, kanan: Nilai) -> bool:
    if isinstance(kiri, GalatExcel) or isinstance(kanan, GalatExcel):
        return isinstance(kiri, GalatExcel) and isinstance(kanan, GalatExcel)
    return sama_nilai(kiri, kanan)


def _beda(satu: Rumus, harus: Nilai) -> Temuan:
    ada = satu.sel.nilai
    kode = "NIL-21" if satu.sel.jenis == "e" else "NIL-20"
    return buat(kode, satu.titik, tersimpan=ada, dihitung=str(harus) if isinstance(harus, GalatExcel) else harus,
                rumus=f"={(satu.sel.rumus or '')[:200]}")  # fmt: skip
