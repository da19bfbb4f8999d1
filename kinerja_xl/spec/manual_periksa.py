"""What must hold between the parts of an indicator manual; each breach is an error that names its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.ketat import saran

if TYPE_CHECKING:
    from kinerja_xl.spec.manual import IndikatorManual, Manual

PILIHAN: dict[str, tuple[str, ...]] = {
    "aspek": ("Kuantitas/output", "Kualitas/mutu", "Waktu", "Biaya"),
    "validitas": ("Lead Input", "Lead Proses", "Lag Output", "Lag Outcome"),
    "perhitungan": ("Akumulasi", "Rata-rata", "Nilai Posisi Akhir"),
    "cascading": ("Adopsi Langsung", "Dipersempit", "Komponen Pembentuk", "Tidak Diturunkan"),
    "polarisasi": ("Maximize", "Minimize", "Stabilize"),
    "periode": ("Bulanan", "Triwulanan", "Semesteran", "Tahunan"),
    "status_data": ("Raw Data", "Hasil Perhitungan Raw Data"),
}
BIDANG_TEKS = ("satuan", "sumber_data", "penanggung_jawab")
BIDANG = (
    *PILIHAN,
    *BIDANG_TEKS,
    *("nomor", "nama", "sasaran", "definisi", "formula", "target", "realisasi", "tata_letak"),
)
PEMISAH = " + "


def periksa_manual(manual: Manual, berkas: str) -> None:
    """Raise KinerjaError at the first thing in the manual that does not hold."""
    _unik([s.kode for s in manual.sasaran], f"{berkas}, [[sasaran]]: kode")
    _unik([i.kode for i in manual.indikator], f"{berkas}, [[indikator]]: kode")
    _unik([str(i.no) for i in manual.indikator], f"{berkas}, [[indikator]]: no")
    _unik([p.nama for p in manual.penimpaan], f"{berkas}, [[penimpaan]]: nama")
    if sorted(i.urutan for i in manual.indikator) != list(range(1, len(manual.indikator) + 1)):
        raise KinerjaError(f"{berkas}: urutan indikator harus 1 sampai {len(manual.indikator)}, masing-masing sekali.")
    for satu in manual.indikator:
        _periksa_sasaran(manual, satu, berkas)
        _periksa_pilihan(satu, berkas)
    for kode, cacat in manual.semua_cacat():
        if cacat.bidang not in BIDANG:
            tempat = f"{berkas}, cacat {cacat.kode} {kode} baris {cacat.baris}"
            raise KinerjaError(f"{tempat}: bidang '{cacat.bidang}' tidak dikenal.{saran(cacat.bidang, BIDANG)}")
    _periksa_kutipan(manual, berkas)
    _periksa_penimpaan(manual, berkas)


def _periksa_kutipan(manual: Manual, berkas: str) -> None:
    """Every quotation names a known field, and a line for each of its stacked lines when it names them at all."""
    for kode, semua in [("", manual.kutipan), *((i.kode, i.kutipan) for i in manual.indikator)]:
        for satu in semua:
            tempat = f"{berkas}, kutipan {kode} baris {satu.baris}"
            if satu.bidang not in BIDANG:
                raise KinerjaError(f"{tempat}: bidang '{satu.bidang}' tidak dikenal.{saran(satu.bidang, BIDANG)}")
            banyak = len(satu.teks.split("\n"))
            if satu.tiap and (len(satu.tiap) != banyak or satu.tiap[0] != satu.baris):
                raise KinerjaError(f"{tempat}: 'tiap' harus memuat {banyak} nomor baris, mulai {satu.baris}.")


def _unik(daftar: list[str], tempat: str) -> None:
    for satu in daftar:
        if daftar.count(satu) > 1:
            raise KinerjaError(f"{tempat} '{satu}' tertulis lebih dari sekali.")


def _periksa_sasaran(manual: Manual, satu: IndikatorManual, berkas: str) -> None:
    dikenal = {s.kode: {s.nama, *s.alias} for s in manual.sasaran}
    tempat = f"{berkas}, [[indikator]] {satu.kode}"
    if satu.sasaran not in dikenal:
        raise KinerjaError(f"{tempat}: sasaran '{satu.sasaran}' tidak ada.{saran(satu.sasaran, dikenal)}")
    if satu.sasaran_asli not in dikenal[satu.sasaran]:
        raise KinerjaError(f"{tempat}: sasaran_asli bukan nama atau alias {satu.sasaran}: '{satu.sasaran_asli}'.")


def _periksa_pilihan(satu: IndikatorManual, berkas: str) -> None:
    for bidang, pilihan in PILIHAN.items():
        tertulis = [*getattr(satu.centang, bidang), getattr(satu.baku, bidang, satu.status_data)]
        if bidang == "polarisasi" and satu.harfiah:
            tertulis.append(satu.harfiah.polarisasi)
        for nilai in tertulis:
            if nilai not in pilihan:
                petunjuk = saran(str(nilai), pilihan)
                raise KinerjaError(f"{berkas}, {satu.kode}: {bidang} '{nilai}' bukan pilihan.{petunjuk}", bidang=bidang)


def perbedaan(satu: IndikatorManual) -> Iterator[tuple[str, str, str]]:
    """(field, document, normalised) wherever the two differ; several ticks are joined by ' + '."""
    for bidang in PILIHAN:
        asli = PEMISAH.join(getattr(satu.centang, bidang))
        baku = getattr(satu.baku, bidang, satu.status_data)
        if asli != baku:
            yield bidang, asli, baku
    for bidang in BIDANG_TEKS:
        baku, tercetak = getattr(satu, bidang), getattr(satu, f"{bidang}_asli")
        if tercetak is not None and tercetak != baku:
            yield bidang, tercetak, baku
    if satu.harfiah:
        yield "data", _tiga(satu.harfiah), _tiga(satu.data)


def _tiga(data: object) -> str:
    return "/".join(f"{getattr(data, k) or 0:g}" for k in ("target_lalu", "realisasi_lalu", "target"))


def _periksa_penimpaan(manual: Manual, berkas: str) -> None:
    harus = {(i.kode, b): (dari, menjadi) for i in manual.indikator for b, dari, menjadi in perbedaan(i)}
    for p in manual.penimpaan:
        tempat = f"{berkas}, [[penimpaan]] '{p.nama}'"
        ada = harus.pop((p.indikator, p.bidang), None)
        if ada is None:
            raise KinerjaError(f"{tempat}: {p.bidang} {p.indikator} tidak berbeda dari dokumen, jadi tidak ditimpa.")
        if ada != (p.dari, p.menjadi):
            raise KinerjaError(
                f"{tempat}: tertulis '{p.dari}' menjadi '{p.menjadi}', isinya '{ada[0]}' dan '{ada[1]}'."
            )
        if not p.alasan.strip():
            raise KinerjaError(f"{tempat}: alasan belum ditulis.")
    for (kode, bidang), (dari, menjadi) in harus.items():
        beda = f"'{dari}' menjadi '{menjadi}'"
        raise KinerjaError(f"{berkas}: {bidang} {kode} berbeda dari dokumen ({beda}) tanpa [[penimpaan]] beralasan.")
