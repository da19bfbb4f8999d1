"""Compliance in managing state property: a weighted mean with the user's weights, for the manual states no formula."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import (
    Angka,
    Rentang,
    RentangNama,
    banyak_bila,
    banyak_pasangan,
    berisi,
    bukan_lebar,
    bukan_sebentuk,
    jaga,
    jaga_bentuk,
    jumlah_bukan_angka,
    jumlah_di_luar,
)
from kinerja_xl.core.sel import angka_atau_kosong, rapikan


def _excel(p: Angka, nilai: str, bobot: str) -> str:
    ukuran = [(r.lebar, r.tinggi) for r in (nilai, bobot) if isinstance(r, Rentang)]
    if ukuran and ukuran != [(1, ukuran[0][1])] * 2:
        return "NA()"
    jumlah = f'SUMIF({nilai},">=0",{bobot})'
    if isinstance(nilai, RentangNama):
        jumlah = f"SUMPRODUCT({berisi(nilai)}*1,{bobot})"
    salah = (
        f"{jumlah_bukan_angka(nilai)}+{jumlah_bukan_angka(bobot)}+{jumlah_di_luar(nilai, '0', '100')}"
        f"+{banyak_bila(bobot, '<', '0')}+ABS(COUNT({nilai})-{banyak_pasangan(nilai, '>=0', bobot, '>=0')})>0"
    )
    hasil = jaga(f"{jumlah}=0", f"SUMPRODUCT({nilai},{bobot})/{jumlah}")
    bentuk = [*bukan_lebar(nilai, 1), *bukan_sebentuk(nilai, bobot)]
    return jaga_bentuk(bentuk, jaga(salah, f'IF(COUNT({nilai})=0,"",{hasil})'))


@indikator(
    "BMN_SCORE",
    keluarga="bmn",
    judul="Tingkat kepatuhan pengelolaan BMN",
    judul_en="State property compliance",
    satuan="Persen",
    rujukan="Manual IKU 2024, IK14 (dokumen tidak memuat rumus; rata-rata tertimbang ini keputusan kami)",
    argumen=[
        Argumen("nilai", "rentang", "nilai tiap unsur 0-100, kosong = tidak berlaku", "values 0-100", "n × 1"),
        Argumen("bobot", "rentang", "bobot tiap unsur yang Anda tetapkan", "your weights", "n × 1"),
    ],
    excel=_excel,
)
def bmn_score(masa: Masa, nilai: Any, bobot: Any) -> Optional[float]:
    """Rata-rata tertimbang nilai unsur. Dokumen tidak memuat rumus BMN: unsur dan bobotnya Anda tetapkan sendiri."""
    n, b = rapikan(nilai), rapikan(bobot)
    if any(len(baris) != 1 for baris in [*n, *b]) or len(n) != len(b):
        raise KinerjaError("nilai dan bobot masing-masing satu kolom dengan banyak baris yang sama")
    isi, bagian = [], []
    for i, (satu, berat) in enumerate(zip(n, b), 1):
        angka = angka_atau_kosong(satu[0], "nilai", bawah=0, atas=100, baris=i)
        timbang = angka_atau_kosong(berat[0], "bobot", bawah=0, baris=i)
        if angka is not None and timbang is None:
            raise KinerjaError("bobot belum diisi padahal nilainya ada", baris=i)
        if angka is not None and timbang is not None:
            isi.append((angka, timbang))
            bagian.append(angka * timbang)
            catat("Unsur baris {i}: nilai × bobot", "{angka} × {timbang}", bagian[-1], i=i, angka=angka,
                  timbang=timbang, kelompok="unsur", en="Element of row {i}: value × weight")  # fmt: skip
    if not isi:
        return None
    jumlah = sum(t for _, t in isi)
    if not jumlah:
        raise KinerjaError("jumlah bobot unsur yang bernilai adalah 0")
    catat("Jumlah bobot unsur yang bernilai", "{bobot:+}", jumlah, en="Weights of the elements with a value",
          bobot=[t for _, t in isi])  # fmt: skip
    hasil = sum(bagian) / jumlah
    catat("Rata-rata tertimbang: jumlah (nilai × bobot) / jumlah bobot", "({bagian:+}) / {jumlah}", hasil,
          bagian=bagian, en="Weighted mean: sum of (value × weight) / sum of weights", jumlah=jumlah)  # fmt: skip
    return hasil


cek_kembar("BMN_CEK", "BMN_SCORE")
