"""NKA: budget performance of a satker, four weighted parts up to PMK 22/2021 and the sum of PMK 62/2023."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka
from kinerja_xl.core.sel import angka
from kinerja_xl.iku._bagian import (
    bukan_angka_excel,
    hampa,
    kosong_excel,
    persen,
    persen_excel,
    skala,
    skala_excel,
)
from kinerja_xl.iku._deviasi import kesesuaian_excel, nilai_kesesuaian

EMPAT = ("pmk-249-2011", "pmk-214-2017", "pmk-22-2021")
GABUNGAN = ("pmk-62-2023",)
UNSUR = ("penyerapan", "konsistensi", "keluaran", "efisiensi")
BAGIAN = ("perencanaan", "pelaksanaan")


def _tertimbang(masa: Masa, nama: tuple[str, ...], nilai: tuple[Any, ...]) -> Optional[float]:
    if all(map(hampa, nilai)):
        return None
    isi = [angka(n, sebutan, bawah=0, atas=100) for n, sebutan in zip(nilai, nama)]
    bagian = []
    for n, sebutan in zip(isi, nama):
        parameter = f"bobot_{sebutan}"
        b = masa.angka(parameter)
        bagian.append(n * b)
        catat("Nilai {unsur} × bobot", "{n} × {b}", bagian[-1], sumber=parameter, n=n, b=b,
              en="Value of {unsur} × weight", unsur=sebutan)  # fmt: skip
    hasil = sum(bagian) / 100
    catat("NKA: jumlah nilai tertimbang dibagi 100", "({bagian:+}) / 100", hasil, bagian=bagian,
          en="NKA: sum of the weighted values over 100")  # fmt: skip
    return hasil


def _tertimbang_excel(p: Angka, nama: tuple[str, ...], sel: tuple[str, ...]) -> str:
    luar = ",".join(f"{s}<0,{s}>100" for s in sel)
    jumlah = "+".join(f"{s}*{p(f'bobot_{n}')}" for s, n in zip(sel, nama))
    return f'IF({kosong_excel(*sel)},"",IF({bukan_angka_excel(*sel)},NA(),IF(OR({luar}),NA(),({jumlah})/100)))'


@indikator(
    "NKA_SCORE",
    keluarga="nka",
    judul="Nilai kinerja anggaran satker",
    judul_en="Budget performance (NKA)",
    satuan="Nilai",
    rujukan="PMK 249/PMK.02/2011; PMK 214/PMK.02/2017; PMK 22/PMK.02/2021",
    argumen=[
        Argumen("penyerapan", "angka", "penyerapan anggaran 0-100", "absorption"),
        Argumen("konsistensi", "angka", "konsistensi penyerapan 0-100", "consistency"),
        Argumen("keluaran", "angka", "capaian keluaran, paling tinggi 100", "outputs, at most 100"),
        Argumen("nilai_efisiensi", "angka", "nilai efisiensi 0-100 (NKA_EFISIENSI)", "efficiency value"),
        Argumen("tahun", "angka", "tahun anggaran", "fiscal year", opsional=True),
    ],
    excel=lambda p, *sel: _tertimbang_excel(p, UNSUR, sel),
    aturan=EMPAT,
)
def nka_score(masa: Masa, penyerapan: Any, konsistensi: Any, keluaran: Any, nilai_efisiensi: Any) -> Optional[float]:
    """Jumlah tertimbang penyerapan, konsistensi, keluaran dan nilai efisiensi. Sejak 2023 pakai NKA_TOTAL."""
    return _tertimbang(masa, UNSUR, (penyerapan, konsistensi, keluaran, nilai_efisiensi))


cek_kembar("NKA_CEK", "NKA_SCORE")


@indikator(
    "NKA_TOTAL",
    keluarga="nka",
    judul="Nilai kinerja anggaran: perencanaan dan pelaksanaan",
    judul_en="Budget performance since 2023",
    satuan="Nilai",
    rujukan="PMK 62 Tahun 2023",
    argumen=[
        Argumen("perencanaan", "angka", "nilai kinerja perencanaan anggaran 0-100 (EKA)", "planning value"),
        Argumen("pelaksanaan", "angka", "nilai kinerja pelaksanaan anggaran 0-100 (IKPA)", "execution value"),
    ],
    excel=lambda p, *sel: _tertimbang_excel(p, BAGIAN, sel),
    aturan=GABUNGAN,
)
def nka_total(masa: Masa, perencanaan: Any, pelaksanaan: Any) -> Optional[float]:
    """Setengah kinerja perencanaan dan setengah kinerja pelaksanaan anggaran."""
    return _tertimbang(masa, BAGIAN, (perencanaan, pelaksanaan))


@indikator(
    "NKA_PENYERAPAN",
    keluarga="nka",
    judul="Penyerapan anggaran",
    judul_en="Absorption",
    satuan="Persen",
    rujukan="PMK 214/PMK.02/2017, lampiran",
    argumen=[
        Argumen("realisasi", "angka", "realisasi anggaran, rupiah", "spent"),
        Argumen("pagu", "angka", "pagu anggaran, rupiah", "budget"),
    ],
    excel=lambda p, realisasi, pagu: persen_excel(realisasi, pagu, lambda r: f"{r}*100"),
    aturan=EMPAT,
)
def nka_penyerapan(masa: Masa, realisasi: Any, pagu: Any) -> Optional[float]:
    """Persentase realisasi terhadap pagu."""
    return persen(realisasi, pagu, "realisasi", "pagu")


@indikator(
    "NKA_KONSISTENSI",
    keluarga="nka",
    judul="Konsistensi penyerapan terhadap rencana",
    judul_en="Consistency with the plan",
    satuan="Persen",
    rujukan="PMK 249/PMK.02/2011 sampai PMK 22/PMK.02/2021 (belum dicocokkan dengan naskah resmi)",
    argumen=[
        Argumen("rencana", "rentang", "rencana penarikan dana kumulatif tiap bulan", "cumulative plan", "1 × n"),
        Argumen("realisasi", "rentang", "realisasi kumulatif, kosong = belum berjalan", "cumulative", "1 × n"),
    ],
    excel=lambda p, rencana, realisasi: kesesuaian_excel(rencana, realisasi),
    aturan=EMPAT,
)
def nka_konsistensi(masa: Masa, rencana: Any, realisasi: Any) -> Optional[float]:
    """Rata-rata (rencana − selisih mutlak) / rencana tiap bulan, paling rendah 0."""
    return nilai_kesesuaian(rencana, realisasi)


def _efisiensi_excel(p: Angka, e: str) -> str:
    b, tengah = p("batas_efisiensi"), p("nilai_efisiensi_nol")
    return skala_excel(e, f"{tengah}+MAX(-{b},MIN({b},{e}))/{b}*{tengah}", None, None)


@indikator(
    "NKA_EFISIENSI",
    keluarga="nka",
    judul="Nilai efisiensi",
    judul_en="Efficiency value",
    satuan="Nilai",
    rujukan="PMK 249/PMK.02/2011; PMK 214/PMK.02/2017",
    argumen=[Argumen("e", "angka", "efisiensi dalam persen, boleh negatif", "efficiency in percent")],
    excel=_efisiensi_excel,
    aturan=EMPAT,
)
def nka_efisiensi(masa: Masa, e: Any) -> Optional[float]:
    """Efisiensi −20..20 persen menjadi nilai 0-100; di luar itu berhenti pada batasnya."""
    isi = skala(e, "efisiensi", None, None)
    if isi is None:
        return None
    b, tengah = masa.angka("batas_efisiensi"), masa.angka("nilai_efisiensi_nol")
    terbatas = max(-b, min(b, isi))
    catat("Efisiensi dibatasi -{b} sampai {b} persen", "{isi}", terbatas, tanda="->", b=b, isi=isi,
          sumber="batas_efisiensi", en="Efficiency kept within -{b} and {b} percent")  # fmt: skip
    hasil = tengah + terbatas / b * tengah
    catat("Nilai efisiensi: {tengah} + E / {b} × {tengah}", "{tengah} + {e} / {b} × {tengah}", hasil, e=terbatas, b=b,
          tengah=tengah, sumber="nilai_efisiensi_nol",
          en="Efficiency value: {tengah} + E / {b} × {tengah}")  # fmt: skip
    return hasil


@indikator(
    "NKA_KATEGORI",
    keluarga="nka",
    judul="Kategori NKA",
    judul_en="NKA category",
    satuan="teks",
    rujukan="Kategori nilai kinerja anggaran (GitHub 56652339779)",
    argumen=[Argumen("nilai", "angka", "NKA 0-100", "NKA 0-100")],
    excel=lambda p, nilai: skala_excel(nilai, p.pita("kategori", nilai)),
)
def nka_kategori(masa: Masa, nilai: Any) -> Optional[str]:
    """Sangat Baik, Baik, Cukup, Kurang atau Sangat Kurang; batas masuk kelas di bawahnya."""
    isi = skala(nilai, "NKA")
    return None if isi is None else masa.ambil_pita("kategori").kelas(isi)
