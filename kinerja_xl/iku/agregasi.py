"""Gabungan: nilai tahunan dari empat triwulan, dan nilai sasaran menurut tingkat validitas indikatornya."""

from __future__ import annotations

from math import fsum
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa, nama_tabel
from kinerja_xl.core.registry import Argumen, indikator
from kinerja_xl.core.rumus import (
    Angka,
    Masukan,
    Rentang,
    RentangNama,
    banyak_bila,
    berisi,
    bukan_deret,
    bukan_lebar,
    bukan_sebentuk,
    jaga,
    jaga_bentuk,
    jumlah_bukan_angka,
    teks,
)
from kinerja_xl.core.sel import angka, pilihan, rapikan

JENIS = ("Akumulasi", "Rata-rata", "Nilai Posisi Akhir")


def _sel_deret(rentang: Masukan, ke: int) -> str:
    if isinstance(rentang, Rentang):
        return rentang.sel(1, ke) if rentang.tinggi == 1 else rentang.sel(ke, 1)
    return f"INDEX({rentang},{ke})" if isinstance(rentang, RentangNama) else str(rentang)


def _excel_agregasi(p: Angka, triwulan: Masukan, jenis: str) -> str:
    banyak = p.masa.bulat("jumlah_triwulan")
    if isinstance(triwulan, Rentang) and sorted((triwulan.lebar, triwulan.tinggi)) != [1, banyak]:
        raise KinerjaError(f"triwulan harus {banyak} sel sebaris atau sekolom, diberi {triwulan}")
    akhir = "NA()"
    for ke in range(1, banyak + 1):
        akhir = f"IF(ISNUMBER({_sel_deret(triwulan, ke)}),{_sel_deret(triwulan, ke)},{akhir})"
    nilai = "NA()"
    for satu, isi in reversed(list(zip(JENIS, (f"SUM({triwulan})", f"AVERAGE({triwulan})", akhir)))):
        nilai = f"IF(TRIM({jenis})={teks(satu)},{isi},{nilai})"
    hasil = jaga(f"{jumlah_bukan_angka(triwulan)}>0", f'IF(COUNT({triwulan})=0,"",{nilai})')
    return jaga_bentuk(bukan_deret(triwulan, banyak), hasil)


@indikator(
    "AGREGASI", keluarga="capaian", judul="Nilai tahunan dari empat triwulan", judul_en="Year value of four quarters",
    satuan="seperti masukan", rujukan="Buku Pintar KPPN Denpasar; manual IKU (jenis perhitungan)",
    excel=_excel_agregasi,
    argumen=(
        Argumen("triwulan", "rentang", "realisasi triwulan I-IV; kosong = belum ada", "quarters I-IV", "1 x 4"),
        Argumen("jenis", "teks", "Akumulasi, Rata-rata, atau Nilai Posisi Akhir", "kind of aggregation"),
    ),
)  # fmt: skip
def agregasi(masa: Masa, triwulan: Any, jenis: Any) -> Optional[float]:
    """Akumulasi menjumlahkan, Rata-rata membagi dengan triwulan yang terisi, Nilai Posisi Akhir memakai yang terakhir.

    Triwulan kosong bukan nol; empat triwulan kosong berarti belum ada data.
    """
    baris = rapikan(triwulan)
    deret = [nilai for isi in baris for nilai in isi]
    banyak = masa.bulat("jumlah_triwulan")
    if len(deret) != banyak or len(baris) not in (1, banyak):
        raise KinerjaError(f"triwulan harus {banyak} sel sebaris atau sekolom, diberi {len(baris)} x {len(baris[0])}")
    isi = [angka(nilai, "triwulan", kolom=ke) for ke, nilai in enumerate(deret, 1) if nilai is not None]
    if not isi:
        return None
    cara = pilihan(jenis, "jenis", JENIS)
    for ke, nilai in enumerate(deret, 1):
        if nilai is None:
            catat("Triwulan {ke}: belum ada, dilewati", en="Quarter {ke}: none yet, skipped", ke=ke)
        else:
            catat("Triwulan {ke}", "", nilai, en="Quarter {ke}", ke=ke)
    if cara == JENIS[2]:
        catat("Nilai Posisi Akhir: triwulan terisi yang terakhir", "", isi[-1],
              en="Nilai Posisi Akhir: the last quarter filled")  # fmt: skip
        return isi[-1]
    if cara == JENIS[0]:
        hasil = fsum(isi)
        catat(
            "Akumulasi: jumlah triwulan yang terisi",
            "{isi:+}",
            hasil,
            en="Akumulasi: sum of the quarters filled",
            isi=isi,
        )
        return hasil
    hasil = fsum(isi) / len(isi)
    catat("Rata-rata: jumlah dibagi banyaknya triwulan yang terisi", "({isi:+}) / {banyak}", hasil, isi=isi,
          banyak=len(isi), en="Rata-rata: sum over the number of quarters filled")  # fmt: skip
    return hasil


def _excel_npss(p: Angka, nilai: Masukan, validitas: Masukan) -> str:
    if (
        isinstance(nilai, Rentang)
        and isinstance(validitas, Rentang)
        and (nilai.tinggi != validitas.tinggi or nilai.lebar != 1 or validitas.lebar != 1)
    ):
        raise KinerjaError("capaian dan validitas harus sama banyak, masing-masing satu kolom")
    cacah, atas = [], []
    ada = berisi(nilai) if isinstance(nilai, RentangNama) else f"ISNUMBER({nilai})"
    for tingkat in p.masa.ambil_tabel("validitas").isi:
        bobot, sama = p(nama_tabel("validitas", tingkat)), f"(TRIM({validitas})={teks(tingkat)})"
        cacah.append((f"SUMPRODUCT({sama}*{ada})", bobot))
        atas.append(f"{bobot}*SUMPRODUCT({sama}*1,{nilai})")
    sah = "+".join(satu for satu, _ in cacah)
    bawah = "+".join(f"{bobot}*{satu}" for satu, bobot in cacah)
    hasil = jaga(f"{sah}<>COUNT({nilai})", f"({'+'.join(atas)})/({bawah})")
    negatif = banyak_bila(nilai, "<", "0", True)
    bentuk = [*bukan_lebar(nilai, 1), *bukan_sebentuk(nilai, validitas)]
    isi = jaga(f"{jumlah_bukan_angka(nilai)}+{negatif}>0", f'IF(COUNT({nilai})=0,"",{hasil})')
    return jaga_bentuk(bentuk, isi)


@indikator(
    "NPSS", keluarga="capaian", judul="Nilai pencapaian sasaran strategis", judul_en="Score of a strategic goal",
    satuan="persen", rujukan="PERMEN-KP 68/2017; LKj BPPBAT KKP 2016", excel=_excel_npss,
    argumen=(
        Argumen("capaian", "rentang", "capaian tiap indikator, persen; kosong = belum ada", "achievements", "n x 1"),
        Argumen("validitas", "rentang", "Lead Input, Lead Proses, Lag Output, atau Lag Outcome", "validity", "n x 1"),
    ),
)  # fmt: skip
def npss(masa: Masa, capaian: Any, validitas: Any) -> Optional[float]:
    """Rata-rata capaian, tertimbang menurut tingkat validitas indikator; indikator tanpa capaian tidak dihitung."""
    nilai, tingkat = rapikan(capaian), rapikan(validitas)
    if len(nilai) != len(tingkat) or any(len(b) != 1 for b in nilai + tingkat):
        raise KinerjaError("capaian dan validitas harus sama banyak, masing-masing satu kolom")
    tabel = masa.ambil_tabel("validitas")
    pasangan, bagian = [], []
    for ke, (isi, kata_validitas) in enumerate(zip(nilai, tingkat), 1):
        if isi[0] is not None:
            persen = angka(isi[0], "capaian", bawah=0, baris=ke)
            nama = pilihan(kata_validitas[0], "validitas", tuple(tabel.isi), baris=ke)
            pasangan.append((persen, float(tabel.isi[nama])))
            bagian.append(persen * pasangan[-1][1])
            catat("Baris {ke}: capaian × bobot {nama}", "{persen} × {bobot}", bagian[-1], nama=nama, persen=persen,
                  ke=ke, en="Row {ke}: capaian × weight of {nama}", kelompok="indikator",
                  bobot=pasangan[-1][1])  # fmt: skip
        else:
            catat("Baris {ke}: capaian belum ada, tidak dihitung", en="Row {ke}: no capaian yet, not counted", ke=ke,
                  kelompok="indikator")  # fmt: skip
    if not pasangan:
        return None
    atas, bawah = fsum(bagian), fsum(bobot for _, bobot in pasangan)
    catat("Jumlah (capaian × bobot)", "{bagian:+}", atas, en="Sum of (capaian × weight)", bagian=bagian)
    catat("Jumlah bobot", "{bobot:+}", bawah, en="Sum of the weights", bobot=[b for _, b in pasangan], sumber=tabel)
    hasil = atas / bawah
    catat("NPSS: jumlah (capaian × bobot) / jumlah bobot", "{atas} / {bawah}", hasil, atas=atas, bawah=bawah,
          en="NPSS: sum of (capaian × weight) / sum of weights")  # fmt: skip
    return hasil
