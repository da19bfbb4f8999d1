"""Formula policy: which recipe gave a value, what it does to the class, whether an application says the same."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.sel import tulis
from kinerja_xl.resep import Pengenalan, kenali_kelas, tersimpan
from kinerja_xl.resep.kelas import PITA
from kinerja_xl.verify.asal_nilai import Sumber, angka, dekat_batas, kenali_sumber, sumber
from kinerja_xl.verify.checks import periksa
from kinerja_xl.verify.kasus import Kasus
from kinerja_xl.verify.resmi import TidakDapat
from kinerja_xl.verify.sebanding import sama_nilai
from kinerja_xl.verify.temuan import Kata, Temuan, buat


@periksa("KEB", 60)
def nilai_dari_resep_lain(kasus: Kasus) -> Iterator[Temuan]:
    """A stored result that is not the official one but that a known recipe gives."""
    if kasus.hasil is None or not kasus.rangka_utuh:
        return
    for satu in sumber(kasus):
        if satu.jenis == "aplikasi" or sama_nilai(satu.nilai, kasus.hasil.get(satu.titik)):
            continue
        if satu.panggilan.fungsi in PITA:
            yield from _kelas(kasus, satu)
        elif (nilai := angka(satu.nilai)) is not None:
            hasil = kenali_sumber(kasus, satu, nilai)
            if hasil is not None and hasil.cocok and not hasil.sama_resmi:
                yield _resep(satu, hasil)


def _resep(satu: Sumber, hasil: Pengenalan) -> Temuan:
    utama = hasil.cocok[0]
    return buat(
        utama.temuan, satu.titik, satu.sel.nama, tersimpan=satu.nilai, resmi=hasil.akhir, resep=nama_resep(hasil),
        akibat=_akibat(hasil), kode_resep=[r.kode for r in hasil.cocok], kelas_resmi=hasil.kelas_resmi,
        kelas_tersimpan=hasil.kelas_tersimpan, rujukan=hasil.masa.rujukan,
    )  # fmt: skip


def nama_resep(hasil: Pengenalan) -> Kata:
    """The simplest recipes in words; more than one cannot be told apart."""
    return Kata(" atau ".join(r.nama() for r in hasil.cocok), " or ".join(r.nama("en") for r in hasil.cocok))


def _akibat(hasil: Pengenalan) -> Kata:
    lama, baru = hasil.kelas_tersimpan, hasil.kelas_resmi
    if lama is None or baru is None:
        return Kata("", "")
    if lama == baru:
        return Kata(f"Kelasnya tetap {baru}.", f"The class stays {baru}.")
    return Kata(f"Kelasnya menjadi {baru}, bukan {lama}.", f"The class becomes {baru}, not {lama}.")


def _kelas(kasus: Kasus, satu: Sumber) -> Iterator[Temuan]:
    try:
        isi = satu.argumen(kasus)
        nilai = angka(isi[0])
        if nilai is None or not isinstance(satu.nilai, str):
            return
        hasil = kenali_kelas(satu.panggilan.fungsi, nilai, satu.nilai, satu.panggilan.tahun)
    except (KinerjaError, TidakDapat):
        return
    if hasil.cocok:
        resep = Kata(
            " atau ".join(p.nama for p in hasil.cocok), " or ".join(p.nama_en for p in hasil.cocok)
        )  # fmt: skip
        yield buat(
            hasil.cocok[0].temuan, satu.titik, satu.sel.nama, tersimpan=satu.nilai, resmi=hasil.resmi, resep=resep,
            akibat=Kata(f"Nilainya {tulis(bulat(nilai, 2))}.", f"The value is {bulat(nilai, 2):g}."),
            kode_resep=[p.kode for p in hasil.cocok], kelas_resmi=hasil.resmi, kelas_tersimpan=satu.nilai,
        )  # fmt: skip


@periksa("KEB", 61)
def kelas_tidak_tergantung_resep(kasus: Kasus) -> Iterator[Temuan]:
    """A class that another recipe in use would change is told, also when the value is right."""
    if kasus.hasil is None or not kasus.rangka_utuh:
        return
    for satu in sumber(kasus):
        hasil = dekat_batas(kasus, satu) if satu.jenis == "hasil" else None
        if hasil is not None:
            yield buat(
                "KEB-03", satu.titik, satu.sel.nama, resmi=hasil.akhir, kelas=hasil.kelas_resmi, lain=lain(hasil),
                kode_resep=[r.kode for r in hasil.dekat], rujukan=hasil.masa.rujukan,
            )  # fmt: skip


def lain(hasil: Pengenalan) -> Kata:
    """What the recipes in use make of the same data."""
    return Kata(
        ", ".join(f"dengan {r.nama()} menjadi {tulis(r.akhir)} ({r.kelas})" for r in hasil.dekat),
        ", ".join(f"with {r.nama('en')} it becomes {r.akhir:g} ({r.kelas})" for r in hasil.dekat),
    )


@periksa("KEB", 62)
def nilai_aplikasi_sama_dengan_hitungan(kasus: Kasus) -> Iterator[Temuan]:
    """Where an application's value stands beside raw data, both say the same."""
    if kasus.hasil is None or not kasus.rangka_utuh:
        return
    for satu in sumber(kasus):
        nilai, dihitung = angka(satu.nilai), angka(kasus.hasil.get(satu.asal))
        if satu.jenis != "aplikasi" or nilai is None or dihitung is None or tersimpan(nilai).sama(dihitung):
            continue
        hasil = kenali_sumber(kasus, satu, nilai)
        cocok = hasil is not None and bool(hasil.cocok)
        yield buat(
            "KEB-08", satu.titik, satu.sel.nama, tersimpan=satu.nilai, resmi=bulat(dihitung, tersimpan(nilai).pada),
            selisih=bulat(nilai - dihitung, 2), sebab=_sebab(hasil if cocok else None),
            kode_resep=[r.kode for r in hasil.cocok] if hasil is not None else [],
        )  # fmt: skip


def _sebab(hasil: Pengenalan | None) -> Kata:
    if hasil is None:
        return Kata(
            "Tidak ada cara hitung lain yang dikenal memberi angka itu; mungkin datanya berbeda dari data di sini.",
            "No other known recipe gives that figure; perhaps the application holds other data than this workbook.",
        )
    nama = nama_resep(hasil)
    return Kata(f"Angka aplikasi cocok dengan cara: {nama}.", f"The application's figure matches: {nama.en}.")
