"""What was typed: numbers and dates that are text, a percentage on another scale, weights that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kinerja_xl.mesin.graf import Sebaran
from kinerja_xl.read.buku import Sel
from kinerja_xl.spec.manifest import Titik
from kinerja_xl.verify.temuan import Kata, Temuan, buat
from kinerja_xl.verify.tulisan import angka_teks, tanggal_teks
from kinerja_xl.verify.umum.batas import MAKS_LIHAT
from kinerja_xl.verify.umum.kolom import Kolom, setiap_kolom
from kinerja_xl.verify.umum.pandang import Pandang

_AGREGAT = frozenset(("SUM", "AVERAGE", "SUBTOTAL"))
_BERSYARAT = frozenset(
    ("SUMIF", "SUMIFS", "SUMPRODUCT", "AVERAGEIF", "AVERAGEIFS", "COUNTIF", "COUNTIFS", "VALUE", "N")
)
_PENANDA = re.compile(r"\b(no|nomor|kode|nip|nik|npwp|id|telp|telepon|hp|rekening|mak|akun|tahun|versi|pasal|bab)\b")
_BERTINGKAT = re.compile(r"\d{1,3}(\.\d{1,2})+\.?\Z")
_NILAI = re.compile(r"%|persen|persentase|capaian|nilai|skor|indeks|target|realisasi|bobot")
_BOBOT = re.compile(r"\bbobot\b")
_BUKAN_BOBOT = re.compile(
    r"\b(kg|gram|gr|ton|ons|bobot nilai|nilai bobot|nilai x bobot|bobot x nilai|tertimbang|skor)\b"
)
_TANGGAL = re.compile(r"[ymdh]", re.IGNORECASE)
_SEDIKIT = 3
MAKS_JUDUL = 40  # a heading, not a sentence that mentions weights
_SERATUS, _SATU, _LONGGAR = 100.0, 1.0, 1e-6


def isi(pandang: Pandang) -> Iterator[Temuan]:
    """Findings over all columns, in sheet, column, row order."""
    dijumlah = {
        lembar.nama: Sebaran((lembar.nama, b, k) for (b, k), s in lembar.sel.items() if _calon(s))
        for lembar in pandang.buku.lembar if lembar.terbaca
    }  # fmt: skip
    diringkas = _diringkas(pandang, dijumlah)
    for lembar, _ in pandang.lembar():
        for kolom in setiap_kolom(lembar):
            yield from _teks(pandang, kolom, diringkas)
            yield from _skala(pandang, kolom)
            yield from _bobot(kolom)


def _diringkas(pandang: Pandang, calon: Mapping[str, Sebaran]) -> set[Titik]:
    """Texts with digits inside the ranges that formulas add up."""
    kotak = {
        satu_kotak: None
        for satu in pandang.setiap()
        if satu.bentuk.fungsi & _AGREGAT and not satu.bentuk.fungsi & _BERSYARAT
        for satu_kotak in satu.kotak
        if satu_kotak[3] > satu_kotak[1] or satu_kotak[4] > satu_kotak[2]
    }
    hasil: set[Titik] = set()
    sisa = MAKS_LIHAT
    for satu_kotak in kotak:
        for titik in calon[satu_kotak[0]].dalam(satu_kotak):
            hasil.add(titik)
            sisa -= 1
            if sisa < 0:
                return hasil
    return hasil


def _calon(sel: Sel) -> bool:
    return sel.jenis == "s" and sel.rumus is None and isinstance(sel.nilai, str) and any(h.isdigit() for h in sel.nilai)


def _teks(pandang: Pandang, kolom: Kolom, diringkas: set[Titik]) -> Iterator[Temuan]:
    """Texts that read as a number or a date in a column of numbers or dates."""
    calon = [s for s in kolom.sel if _calon(s)]
    if not calon:
        return
    angka = [s for s in kolom.sel if s.jenis == "n"]
    tanggal = [s for s in angka if _berformat_tanggal(pandang, s)]
    for sel in calon:
        titik, teks = (kolom.lembar.nama, sel.baris, sel.kolom), str(sel.nilai)
        hari = tanggal_teks(teks)
        if hari is not None and angka_teks(teks) is None:
            if len(tanggal) >= _SEDIKIT - 1 and len(tanggal) * 2 > len(angka):
                yield buat("ISI-21", titik, ada=teks, satu=f"{hari.day}/{hari.month}/{hari.year}")
            continue
        satu = angka_teks(teks)
        if satu is None or not (titik in diringkas or _di_kolom_angka(kolom, teks, len(angka), len(calon))):
            continue
        if satu.lain is not None:
            arti = Kata(f"{_tulis(satu.nilai)} atau {_tulis(satu.lain)}", f"{satu.nilai:.15g} or {satu.lain:.15g}")
        else:
            arti = Kata(_tulis(satu.nilai), f"{satu.nilai:.15g}")
        akibat = _DIJUMLAH if titik in diringkas else _SEKOLOM
        yield buat("ISI-20", titik, ada=teks, arti=arti, akibat=akibat)


_DIJUMLAH = Kata(
    "Rumus yang menjumlahkan sel ini melewatinya tanpa pesan.",
    "The formula that adds up this cell passes over it silently.",
)
_SEKOLOM = Kata("Isi lain di kolom ini berupa angka.", "The other cells of this column are numbers.")


def _tulis(nilai: float) -> str:
    return f"{nilai:.15g}".replace(".", ",")


def _di_kolom_angka(kolom: Kolom, teks: str, angka: int, calon: int) -> bool:
    return (
        angka >= _SEDIKIT and angka * 3 >= len(kolom.sel) * 2 and calon * 3 <= len(kolom.sel)
        and not _PENANDA.search(kolom.judul) and not _BERTINGKAT.match(teks.strip())
        and not (teks.strip().startswith("0") and teks.strip().isdigit() and len(teks.strip()) > 1)
    )  # fmt: skip


def _format(pandang: Pandang, sel: Sel) -> str:
    return pandang.buku.gaya[sel.gaya].format_angka if 0 <= sel.gaya < len(pandang.buku.gaya) else "General"


def _berformat_tanggal(pandang: Pandang, sel: Sel) -> bool:
    pola = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", _format(pandang, sel))
    return pola.casefold() != "general" and bool(_TANGGAL.search(pola)) and "0" not in pola.replace("00", "")


def _skala(pandang: Pandang, kolom: Kolom) -> Iterator[Temuan]:
    """A percentage typed as a fraction (0,975) among numbers like 97,5."""
    angka = [s for s in kolom.angka if isinstance(s.nilai, (int, float)) and not _berformat_tanggal(pandang, s)]
    besar = [float(s.nilai) for s in angka if isinstance(s.nilai, (int, float)) and 10 <= s.nilai <= 200]
    kecil = [s for s in angka if isinstance(s.nilai, (int, float)) and 0 < s.nilai < 2]
    if len(besar) < 4 or len(kecil) * 4 > len(besar) or len(besar) + len(kecil) < len(angka):
        return
    bawah, atas = min(besar), max(besar)
    for sel in kecil:
        nilai = float(sel.nilai or 0)
        berpersen = "%" in _format(pandang, sel) and sum("%" in _format(pandang, s) for s in angka) * 2 < len(angka)
        pecahan = nilai != int(nilai) and _NILAI.search(kolom.judul)
        if (berpersen or pecahan) and bawah * 0.8 <= nilai * _SERATUS <= atas * 1.25:
            yield buat(
                "ISI-22", (kolom.lembar.nama, sel.baris, sel.kolom), ada=sel.nilai, satu=round(nilai * _SERATUS, 10),
                bawah=bawah, atas=atas,
            )  # fmt: skip


def _bobot(kolom: Kolom) -> Iterator[Temuan]:
    """Typed weights below a heading "bobot" that come near 100 (or 1) but miss it."""
    if len(kolom.judul) > MAKS_JUDUL or not _BOBOT.search(kolom.judul) or _BUKAN_BOBOT.search(kolom.judul):
        return
    angka = []
    for sel in kolom.sel:
        if sel.rumus is not None or sel.jenis != "n" or not isinstance(sel.nilai, (int, float)):
            break
        angka.append(sel)
    nilai = [float(s.nilai) for s in angka if isinstance(s.nilai, (int, float))]
    if len(nilai) > 2 and abs(sum(nilai[:-1]) - nilai[-1]) < _LONGGAR * max(1, abs(nilai[-1])):
        nilai.pop()  # a typed total
    if len(nilai) < _SEDIKIT or min(nilai) < 0:
        return
    jumlah = sum(nilai)
    penuh = _SERATUS if max(nilai) > _SATU else _SATU
    if 0.9 * penuh <= jumlah <= 1.1 * penuh and abs(jumlah - penuh) > _LONGGAR * penuh:
        yield buat(
            "ISI-23", (kolom.lembar.nama, angka[0].baris, angka[0].kolom), jumlah=round(jumlah, 10), penuh=penuh,
            banyak=len(nilai), sampai=angka[len(nilai) - 1].baris, selisih=round(jumlah - penuh, 10),
        )  # fmt: skip
