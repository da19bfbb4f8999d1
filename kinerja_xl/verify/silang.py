"""Across workbooks: what the documents of one office and year say about the same thing must agree.

Runs once, after all files. The binding document comes first (Perjanjian Kinerja, manual IKU, RKA, ...); a finding
stands at the cell of the later document and names the file and cell it contradicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from kinerja_xl.core.nama import alamat, kutip_lembar
from kinerja_xl.core.numerik import bulat
from kinerja_xl.spec.manifest import Nilai
from kinerja_xl.verify.kaskade import kaskade
from kinerja_xl.verify.laporan import HasilBerkas, putusan
from kinerja_xl.verify.perubahan import perubahan
from kinerja_xl.verify.sebanding import rupiah, sama_nilai
from kinerja_xl.verify.silang_bahan import ANGKA, KATA, TRIWULAN, BahanSilang, Fakta, rapat
from kinerja_xl.verify.silang_tanda import tanda_tangan
from kinerja_xl.verify.temuan import Kata, Temuan, buat

URUTAN = ("pk", "iku", "rka", "rencana-aksi", "pengukuran", "lkj")
URUTAN_REALISASI = ("iku", "pengukuran", "pk", "lkj")  # the manual computes it from the raw data
SEBUTAN = {
    "pk": Kata("Perjanjian Kinerja", "performance agreement"), "iku": Kata("manual IKU", "IKU manual"),
    "rka": Kata("RKA", "budget plan"), "rencana-aksi": Kata("rencana aksi", "action plan"),
    "pengukuran": Kata("pengukuran kinerja", "measurement"), "lkj": Kata("laporan kinerja", "performance report"),
}  # fmt: skip
_HARUS_LENGKAP = ("iku", "rencana-aksi", "pengukuran", "lkj")
_RUPIAH, _DESIMAL = 0.005, 2
Berkas = tuple[int, HasilBerkas, BahanSilang]


def silangkan(
    hasil: Sequence[HasilBerkas], rapikan: Callable[[Iterable[Temuan], Sequence[str]], tuple[Temuan, ...]]
) -> list[HasilBerkas]:
    """The files again, with the findings across them. rapikan: orders (and levels) the findings of one file."""
    kelompok: dict[tuple[int, str], list[Berkas]] = {}
    for ke, satu in enumerate(hasil):
        if satu.silang is not None and satu.silang.kepala:
            kelompok.setdefault((satu.silang.tahun, rapat(satu.silang.instansi)), []).append((ke, satu, satu.silang))
    baru: dict[int, list[Temuan]] = {}
    for isi in kelompok.values():
        if len(isi) > 1:
            for ke, temuan in _kelompok(sorted(isi, key=lambda b: (_peringkat(b[2].jenis, URUTAN), b[0]))):
                baru.setdefault(ke, []).append(temuan)
    for ke, temuan in _berjenjang(hasil):
        baru.setdefault(ke, []).append(temuan)
    keluar = []
    for ke, satu in enumerate(hasil):
        if ke in baru and satu.silang is not None:
            semua = rapikan([*satu.findings, *baru[ke]], satu.silang.lembar)
            satu = replace(satu, findings=semua, verdict=putusan(semua))
        keluar.append(replace(satu, silang=None))
    return keluar


def kunci_kantor(bahan: BahanSilang) -> str:
    """Files of different keys have nothing to say about each other."""
    return rapat(bahan.instansi)


def _berjenjang(hasil: Sequence[HasilBerkas]) -> Iterator[tuple[int, Temuan]]:
    """The cascade over the agreements of each office, and changed versions against what stood before."""
    kantor: dict[str, list[tuple[int, str, BahanSilang]]] = {}
    for ke, satu in enumerate(hasil):
        if satu.silang is not None:
            kantor.setdefault(kunci_kantor(satu.silang), []).append((ke, satu.path, satu.silang))
    for ada in kantor.values():
        letak = {jalur: ke for ke, jalur, _ in reversed(ada)}
        janji = [replace(b.perjanjian, berkas=jalur) for _, jalur, b in ada if b.perjanjian is not None]
        dokumen = [replace(b.dokumen, berkas=jalur) for _, jalur, b in ada if b.dokumen is not None]
        for temuan_berkas in (kaskade(janji) if len(janji) > 1 else {}, perubahan(dokumen) if len(dokumen) > 1 else {}):
            for jalur, temuan in temuan_berkas.items():
                yield from ((letak[jalur], satu) for satu in temuan)


def _peringkat(jenis: str, urutan: Sequence[str]) -> tuple[int, str]:
    return (urutan.index(jenis) if jenis in urutan else len(urutan)), jenis


def _kelompok(berkas: list[Berkas]) -> Iterator[tuple[int, Temuan]]:
    yield from _sepakat(berkas)
    yield from _kode(berkas)
    yield from _anggaran(berkas)
    yield from tanda_tangan(berkas, SEBUTAN)


def _sepakat(berkas: list[Berkas]) -> Iterator[tuple[int, Temuan]]:
    """Each statement equals what the first kind of document that makes it says; a kind is not held against itself."""
    semua: dict[tuple[str, str], list[tuple[Berkas, Fakta]]] = {}
    for satu in berkas:
        for fakta in satu[2].fakta:
            if fakta.kode:
                semua.setdefault((fakta.kode, fakta.bidang), []).append((satu, fakta))
    for (_, bidang), isi in semua.items():
        urutan = URUTAN_REALISASI if bidang == "realisasi" else URUTAN
        isi.sort(key=lambda p: (_peringkat(p[0][2].jenis, urutan), p[0][0]))
        pertama = [p for p in isi if p[0][2].jenis == isi[0][0][2].jenis]
        for satu, fakta in isi:
            if satu[2].jenis == pertama[0][0][2].jenis or any(_sama(bidang, f.nilai, fakta.nilai) for _, f in pertama):
                continue
            yield satu[0], _beda(satu, fakta, *pertama[0])


def _sama(bidang: str, kiri: Nilai, kanan: Nilai) -> bool:
    if bidang in KATA:
        return rapat(kiri) == rapat(kanan)
    if bidang == "realisasi" and isinstance(kiri, (int, float)) and isinstance(kanan, (int, float)):
        return sama_nilai(bulat(float(kiri), _DESIMAL), bulat(float(kanan), _DESIMAL))
    return sama_nilai(kiri, kanan)


def _beda(satu: Berkas, fakta: Fakta, lain: Berkas, dasar: Fakta) -> Temuan:
    assert fakta.bidang in (*ANGKA, *KATA)
    umum: dict[str, Any] = {
        "kode": fakta.kode, "indikator": satu[2].judul.get(fakta.kode, ""), "ada": _rapi(fakta.nilai),
        "seharusnya": _rapi(dasar.nilai), "berkas_lain": lain[1].path, "sel_lain": _tempat(dasar),
        "dokumen_lain": _sebut(lain[2].jenis), "dokumen": _sebut(satu[2].jenis), "tahun": satu[2].tahun,
    }  # fmt: skip
    titik, nama = fakta.titik, fakta.nama
    if fakta.bidang == "target":
        return buat("SIL-01", titik, nama, **umum)
    if fakta.bidang == "satuan":
        return buat("SIL-02", titik, nama, **umum)
    if fakta.bidang == "nama":
        return buat("SIL-03", titik, nama, **umum)
    if fakta.bidang in TRIWULAN:
        return buat("SIL-04", titik, nama, triwulan=("I", "II", "III", "IV")[TRIWULAN.index(fakta.bidang)], **umum)
    if fakta.bidang == "realisasi":
        return buat("SIL-05", titik, nama, **umum)
    sifat = {"polarisasi": Kata("polarisasi", "polarity"), "perhitungan": Kata("jenis perhitungan", "aggregation")}
    return buat("SIL-06", titik, nama, sifat=sifat[fakta.bidang], **umum)


def _kode(berkas: list[Berkas]) -> Iterator[tuple[int, Temuan]]:
    """Every indicator is promised in the PK, and every promise is planned, measured and reported."""
    janji = [b for b in berkas if b[2].jenis == "pk"]
    dijanjikan = {kode for b in janji for kode in b[2].judul}
    for satu in berkas if janji else ():
        if satu[2].jenis not in _HARUS_LENGKAP:
            continue
        berkas_lain = janji[0][1].path
        umum: dict[str, Any] = {"dokumen": _sebut(satu[2].jenis), "berkas_lain": berkas_lain, "tahun": satu[2].tahun}
        for kode in sorted(set(satu[2].judul) - dijanjikan):
            letak = next((f for f in satu[2].fakta if f.kode == kode), None)
            titik = letak.titik if letak else None
            yield satu[0], buat("SIL-09", titik, kode=kode, indikator=satu[2].judul[kode], **umum)
        if len(janji) == 1:
            for kode in sorted(dijanjikan - set(satu[2].judul)):
                yield satu[0], buat("SIL-10", kode=kode, indikator=janji[0][2].judul[kode], **umum)


def _anggaran(berkas: list[Berkas]) -> Iterator[tuple[int, Temuan]]:
    """The budget of the PK is that of the other documents; all RKA together make it up."""
    pagu = max(((n, b, f) for b, f, n in _total(berkas, "pk_anggaran_total")), key=lambda p: p[0], default=None)
    if pagu is None:
        return
    janji, lain, dasar = pagu
    boleh = [n for _, _, n in _total(berkas, "pk_anggaran_total")]
    umum: dict[str, Any] = {
        "seharusnya": rupiah(janji), "berkas_lain": lain[1].path, "sel_lain": _tempat(dasar), "tahun": lain[2].tahun,
    }  # fmt: skip
    for satu, fakta, nilai in _total(berkas, "anggaran_pagu_total"):
        if all(abs(nilai - n) > _RUPIAH for n in boleh):
            yield satu[0], _uang("SIL-07", satu, fakta, nilai, umum)
    for satu, fakta, nilai in _total(berkas, "rencana_anggaran_total"):
        if nilai > janji + _RUPIAH:
            yield satu[0], _uang("SIL-07", satu, fakta, nilai, umum)
    rka = list(_total(berkas, "rka_jumlah_total"))
    jumlah = sum(nilai for _, _, nilai in rka)
    if rka and jumlah > janji + _RUPIAH:
        yield rka[0][0][0], _uang("SIL-07", rka[0][0], rka[0][1], jumlah, umum)
    elif rka and jumlah < janji - _RUPIAH:
        satu, fakta, _ = rka[0]
        yield satu[0], buat("SIL-08", fakta.titik, fakta.nama, ada=rupiah(jumlah), banyak=len(rka),
                            kurang=rupiah(janji - jumlah), **umum)  # fmt: skip


def _total(berkas: list[Berkas], nama: str) -> Iterator[tuple[Berkas, Fakta, float]]:
    for satu in berkas:
        for fakta in satu[2].fakta:
            if fakta.bidang == nama and isinstance(fakta.nilai, (int, float)):
                yield satu, fakta, float(fakta.nilai)


def _uang(kode: str, satu: Berkas, fakta: Fakta, nilai: float, umum: dict[str, Any]) -> Temuan:
    return buat(kode, fakta.titik, fakta.nama, ada=rupiah(nilai), dokumen=_sebut(satu[2].jenis), **umum)


def _sebut(jenis: str) -> Kata:
    return SEBUTAN.get(jenis, Kata(jenis, jenis))


def _tempat(fakta: Fakta) -> str:
    return f"{kutip_lembar(fakta.titik[0]).strip(chr(39))}!{alamat(fakta.titik[1], fakta.titik[2])}"


def _rapi(nilai: Nilai) -> Nilai:
    """A whole number without its decimal point, as other findings write it."""
    return int(nilai) if isinstance(nilai, float) and nilai.is_integer() else nilai
