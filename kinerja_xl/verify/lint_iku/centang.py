"""Ticks: exactly one for each choice, and one that fits what is measured."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja_xl.spec.manual_periksa import PEMISAH, PILIHAN
from kinerja_xl.verify.lint_iku import lint
from kinerja_xl.verify.lint_iku.kata import cari, kata, pedoman
from kinerja_xl.verify.lint_iku.naskah import Naskah
from kinerja_xl.verify.temuan import Kata, Temuan


@lint("IKU-01", "IKU-02")
def tepat_satu_dicentang(naskah: Naskah) -> Iterator[Temuan]:
    """Every choice has exactly one tick."""
    for u in naskah.ukuran:
        for bidang in PILIHAN:
            isi = u.centang(bidang)
            if len(isi) > 1:
                yield naskah.temuan("IKU-01", u, bidang, PEMISAH.join(isi), u.baku(bidang))
            elif not isi and bidang != "status_data":
                yield naskah.temuan("IKU-02", u, bidang, "", u.baku(bidang))


@lint("IKU-11", lembar=True)
def hasil_bukan_masukan(naskah: Naskah) -> Iterator[Temuan]:
    """What counts certificates or other issued results is not ticked as an input."""
    for u in naskah.ukuran:
        if "Lead Input" not in u.centang("validitas"):
            continue
        ada = cari(kata("hasil"), " ".join((u.judul.teks, u.satuan, u.teks("formula"), u.teks("definisi"))))
        if ada:
            yield naskah.temuan("IKU-11", u, "validitas", "Lead Input", "Lag Output", ada.group().lower())


@lint("IKU-25", lembar=True)
def mutu_bukan_kuantitas(naskah: Naskah) -> Iterator[Temuan]:
    """An index or a score is quality, not quantity."""
    for u in naskah.ukuran:
        if u.jenis.indeks and u.centang("aspek") == ("Kuantitas/output",):
            yield naskah.temuan("IKU-25", u, "aspek", "Kuantitas/output", "Kualitas/mutu", u.jenis.sebutan)


@lint("IKU-32", lembar=True)
def rata_rata_perlu_beberapa_nilai(naskah: Naskah) -> Iterator[Temuan]:
    """An average needs more than the one value of a yearly report."""
    for u in naskah.ukuran:
        if u.centang("periode") == ("Tahunan",) and u.centang("perhitungan") == ("Rata-rata",):
            sebab = Kata("periode Tahunan: hanya ada satu nilai setahun", "the period Tahunan: one value a year")
            yield naskah.temuan("IKU-32", u, "perhitungan", "Rata-rata", "Nilai Posisi Akhir", sebab)


@lint("IKU-32", lembar=True)
def periode_sesuai_rumus(naskah: Naskah) -> Iterator[Temuan]:
    """A formula that counts by quarter is not reported once a year."""
    for u in naskah.ukuran:
        if u.centang("periode") == ("Tahunan",) and cari(("triwulan", "triwulanan", "tw"), u.teks("formula")):
            sebab = Kata("rumusnya, yang menghitung per triwulan", "its formula, which counts by quarter")
            yield naskah.temuan("IKU-32", u, "periode", "Tahunan", "Triwulanan", sebab)


@lint("IKU-32", lembar=True)
def pilihan_menurut_pedoman(naskah: Naskah) -> Iterator[Temuan]:
    """Where a ministry's guide makes the choice for a measure, the tick follows it."""
    for u in naskah.ukuran:
        for satu in pedoman():
            isi = u.centang(satu.bidang)
            sudah = satu.bidang == "perhitungan" and isi == ("Rata-rata",) and u.centang("periode") == ("Tahunan",)
            if satu.fungsi == u.asal.fungsi and len(isi) == 1 and isi[0] != satu.pilihan and not sudah:
                yield naskah.temuan("IKU-32", u, satu.bidang, isi[0], satu.pilihan, satu.rujukan)
