"""Inputs of the right kind that are hardly meant so: another scale, thousands left out, dates of another year."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from statistics import median

from kinerja_xl.core.serial import ke_serial
from kinerja_xl.spec.manifest import Nilai, Sel, Titik
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.checks.isian import WAKTU, hampa, sebutan
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.sebanding import rupiah, tampil
from kinerja_xl.verify.temuan import Kata, Temuan, buat

SEBARIS = (
    ("target", "realisasi", "target_tahun", "target_lalu", "realisasi_lalu", "target_renstra"),
    ("target", *(f"target_tw{n}" for n in range(1, 5)), *(f"realisasi_tw{n}" for n in range(1, 5))),
    ("dasar", *(f"target_{n}" for n in range(1, 6))),
)
"""Columns of one record that hold the same measure."""
UANG_SEBARIS = (
    ("pagu", "realisasi", "pagu_lalu", "realisasi_lalu", "pagu_renstra", "pagu_depan"),
    tuple(f"pagu_{n}" for n in range(1, 6)),
    tuple(f"m{n}" for n in range(1, 13)),
)
UANG_SEKOLOM = (("lap_bulanan", "rencana"), ("rka_kas", "rencana"))
"""Columns whose rows are the months of one amount."""
TAHUN_INI = ("lap_jurnal", "ikm_jawaban", "ikm_survei_mulai", "ikm_survei_selesai")
"""What happens in the fiscal year itself."""
LALU, DEPAN = 3, 2  # years around the fiscal year in which any other date lies
_KALI = (1_000.0, 1_000_000.0)
_LONGGAR = 3.0
_SERATUS, _KECIL, _BESAR = 100.0, 2.0, 10.0
UKURAN = ("angka", "bulat", "persen")
_SATU_JAM = ("masuk", "pulang"), ("istirahat", "selesai")


@periksa("ISI", 64)
def skala_persen(kasus: Kasus) -> Iterator[Temuan]:
    """A percentage is not typed as a fraction where its neighbours are whole percents, nor the other way round."""
    for rekaman in _rekaman(kasus):
        for kunci in SEBARIS:
            ada = _angka(rekaman, kunci)
            for satu, nilai in ada.items():
                lain = [n for k, n in ada.items() if k != satu and n]
                harus = _skala(nilai, lain)
                titik = rekaman[satu][0]
                sel = kasus.manifest.sel(titik)
                if harus is None or sel is None or sel.peran != "isian":
                    continue
                banding = _daftar(lain)
                yield buat("ISI-30", titik, sel.nama, isian=sebutan(sel), ada=nilai, satu=harus, banding=banding)


def _skala(nilai: float, lain: Sequence[float]) -> float | None:
    """The value on the scale of its neighbours; None when it is there already."""
    if not lain:
        return None
    bawah, atas = min(lain), max(lain)
    if 0 < nilai < _KECIL and nilai != int(nilai) and bawah >= _BESAR and bawah / 2 <= nilai * _SERATUS <= atas * 2:
        return round(nilai * _SERATUS, 10)
    if len(lain) > 1 and nilai >= _BESAR and 0 < atas < _KECIL and any(n != int(n) for n in lain) and (
        bawah / 2 <= nilai / _SERATUS <= atas * 2
    ):  # fmt: skip
        return round(nilai / _SERATUS, 10)
    return None


@periksa("ISI", 65)
def ribuan_tidak_hilang(kasus: Kasus) -> Iterator[Temuan]:
    """An amount is not a thousand or a million times smaller (or larger) than the amounts it belongs with."""
    for rekaman in _rekaman(kasus):
        for kunci in UANG_SEBARIS:
            ada = _angka(rekaman, kunci)
            yield from _uang(kasus, {rekaman[k][0]: n for k, n in ada.items() if n}, 1)
    for tabel, kolom in UANG_SEKOLOM:
        isi = [r[kolom] for r in kasus.rekaman(tabel) if kolom in r]
        yield from _uang(kasus, {t: float(n) for t, n in isi if _bilangan(n) and n}, 5)


def _uang(kasus: Kasus, ada: Mapping[Titik, float], paling_sedikit: int) -> Iterator[Temuan]:
    for titik, nilai in ada.items():
        lain = [abs(n) for t, n in ada.items() if t != titik]
        sel = kasus.manifest.sel(titik)
        if len(lain) < paling_sedikit or sel is None or sel.peran != "isian" or sel.tipe not in ("rupiah", "angka"):
            continue
        tengah = median(lain)
        for kali in _KALI:
            kecil, besar = tengah / abs(nilai) / kali, abs(nilai) / tengah / kali
            if 1 / _LONGGAR <= kecil <= _LONGGAR or (1 / _LONGGAR <= besar <= _LONGGAR and len(lain) > 1):
                harus = nilai * kali if kecil <= _LONGGAR and kecil >= 1 / _LONGGAR else nilai / kali
                yield buat("ISI-31", titik, sel.nama, isian=sebutan(sel), ada=rupiah(nilai), satu=rupiah(harus),
                           banding=rupiah(tengah), kali=f"{kali:.0f}")  # fmt: skip


@periksa("ISI", 66)
def isian_wajar(kasus: Kasus) -> Iterator[Temuan]:
    """Dates lie in or near the fiscal year, measures are not negative, texts hold no invisible sign."""
    for titik, sel, ada in kasus.setiap("isian"):
        nilai = ada.nilai if ada is not None and ada.rumus is None else None
        if isinstance(nilai, str):
            if not nilai.isascii() and not hampa(ada) and (tanda := _tak_tampak(nilai)):
                yield buat("ISI-35", titik, sel.nama, isian=sebutan(sel), ada=tanda)
        elif not _bilangan(nilai):
            continue
        elif sel.tipe in WAKTU[:2]:
            yield from _tanggal(kasus, titik, sel, float(nilai or 0))
        elif float(nilai or 0) < 0 and sel.tipe in UKURAN and (sel.sah is None or sel.sah.min is None):
            yield buat("ISI-34", titik, sel.nama, isian=sebutan(sel), ada=nilai)


def _tanggal(kasus: Kasus, titik: Titik, sel: Sel, nilai: float) -> Iterator[Temuan]:
    """A date lies in the fiscal year where it must, and near it otherwise."""
    if nilai <= 24 or (sel.sah is not None and (sel.sah.min is not None or sel.sah.maks is not None)):
        return  # an hour typed as a number, or limits of its own: told elsewhere
    tahun, ini = kasus.manifest.tahun, (sel.tabel or sel.nama) in TAHUN_INI
    awal, akhir = (tahun, tahun) if ini else (tahun - LALU, tahun + DEPAN)
    if ke_serial(date(awal, 1, 1)) <= nilai < ke_serial(date(akhir + 1, 1, 1)):
        return
    batas = Kata(f"antara tahun {awal} dan {akhir}", f"between {awal} and {akhir}")
    if ini:
        batas = Kata(f"dalam tahun {tahun}", f"in {tahun}")
    sebab = Kata("", "")
    if 1900 <= nilai <= 2200 and nilai == int(nilai):
        hanya = f"{nilai:.0f}"
        sebab = Kata(f"Yang diketik mungkin hanya tahunnya ({hanya}).", f"Perhaps only the year was typed ({hanya}).")
    yield buat(
        "ISI-32", titik, sel.nama, isian=sebutan(sel), ada=tampil(nilai, "tanggal"), batas=batas, sebab=sebab,
        tahun=tahun,
    )  # fmt: skip


@periksa("ISI", 67)
def selesai_sesudah_mulai(kasus: Kasus) -> Iterator[Temuan]:
    """What ends does not end before it starts (the steps of an SOP have their own check)."""
    bernama = kasus.manifest.sel_bernama
    for nama, (m, sel) in bernama.items():
        awal = bernama.get(nama.removesuffix("_selesai") + "_mulai") if nama.endswith("_selesai") else None
        if awal is not None and sel.peran == "isian":
            yield from _urut(kasus, (awal[0].nama, *awal[1].titik), (m.nama, *sel.titik))
    for rekaman in kasus.rekaman("jadwal_kerja"):
        for mulai, selesai in _SATU_JAM:
            if mulai in rekaman and selesai in rekaman:
                yield from _urut(kasus, rekaman[mulai][0], rekaman[selesai][0])


def _urut(kasus: Kasus, mulai: Titik, selesai: Titik) -> Iterator[Temuan]:
    awal, akhir = kasus.nilai(mulai), kasus.nilai(selesai)
    sel_awal, sel = kasus.manifest.sel(mulai), kasus.manifest.sel(selesai)
    if sel is None or sel_awal is None or not (_bilangan(awal) and _bilangan(akhir)):
        return
    if float(akhir or 0) < float(awal or 0):
        yield buat("ISI-33", selesai, sel.nama, isian=sebutan(sel), ada=tampil(akhir, sel.tipe),
                   mulai=tampil(awal, sel_awal.tipe), isian_mulai=sebutan(sel_awal))  # fmt: skip


def _tak_tampak(teks: str) -> str:
    """Code points of the signs that nobody sees, each once."""
    ada = dict.fromkeys(h for h in teks if unicodedata.category(h) == "Cf")
    return ", ".join(f"U+{ord(h):04X}" for h in list(ada)[:4])


def _rekaman(kasus: Kasus) -> Iterator[Mapping[str, tuple[Titik, Nilai]]]:
    for tabel in kasus.manifest.tabel.values():
        if any(len(set(kunci) & set(tabel.kolom)) > 1 for kunci in (*SEBARIS, *UANG_SEBARIS)):
            yield from kasus.rekaman(tabel.nama)


def _angka(rekaman: Mapping[str, tuple[Titik, Nilai]], kunci: Sequence[str]) -> dict[str, float]:
    return {k: float(rekaman[k][1] or 0) for k in kunci if k in rekaman and _bilangan(rekaman[k][1])}


def _bilangan(nilai: Nilai) -> bool:
    return isinstance(nilai, (int, float)) and not isinstance(nilai, bool)


def _daftar(lain: Sequence[float]) -> Kata:
    teks = [f"{n:.15g}" for n in lain[:4]]
    return Kata("; ".join(t.replace(".", ",") for t in teks), "; ".join(teks))
