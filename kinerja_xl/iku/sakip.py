"""Nilai evaluasi SAKIP: komponen berbobot dan predikatnya, menurut PermenPANRB 88/2021 dan 12/2015."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka
from kinerja_xl.core.sel import angka, angka_atau_kosong, kosong

KOMPONEN = ("perencanaan", "pengukuran", "pelaporan", "evaluasi")
KOMPONEN_2015 = (*KOMPONEN, "capaian")

_BANTUAN = {
    "perencanaan": ("nilai perencanaan kinerja 0-100", "performance planning 0-100"),
    "pengukuran": ("nilai pengukuran kinerja 0-100", "performance measurement 0-100"),
    "pelaporan": ("nilai pelaporan kinerja 0-100", "performance reporting 0-100"),
    "evaluasi": ("nilai evaluasi internal 0-100", "internal evaluation 0-100"),
    "capaian": ("nilai pencapaian sasaran 0-100", "achievement of goals 0-100"),
}


def _argumen(komponen: tuple[str, ...]) -> tuple[Argumen, ...]:
    return tuple(Argumen(nama, "angka", *_BANTUAN[nama]) for nama in komponen)


def _nilai(masa: Masa, komponen: tuple[str, ...], isi: tuple[Any, ...]) -> Optional[float]:
    if kosong(isi):
        return None
    jumlah, bagian, atas = 0.0, [], masa.angka("nilai_tertinggi")
    for nama, satu in zip(komponen, isi):
        parameter = f"bobot_{nama}"
        bobot, nilai = masa.angka(parameter), angka(satu, nama, bawah=0, atas=atas)
        bagian.append(bobot * nilai)
        jumlah += bagian[-1]
        catat("Komponen {nama}: bobot × nilai", "{bobot} × {nilai}", bagian[-1], sumber=parameter, nama=nama,
              en="Komponen {nama}: weight × value", bobot=bobot, nilai=nilai)  # fmt: skip
    hasil = jumlah / atas
    catat("Nilai SAKIP: jumlah komponen dibagi {atas}", "({bagian:+}) / {atas}", hasil, bagian=bagian, atas=atas,
          en="SAKIP score: sum of the components over {atas}")  # fmt: skip
    return hasil


def _excel_nilai(p: Angka, komponen: tuple[str, ...], sel: tuple[str, ...]) -> str:
    atas = p("nilai_tertinggi")
    salah = ",".join(f"NOT(ISNUMBER({satu})),{satu}<0,{satu}>{atas}" for satu in sel)
    jumlah = "+".join(f"{p('bobot_' + nama)}*{satu}" for nama, satu in zip(komponen, sel))
    semua = "&".join(f"TRIM({satu})" for satu in sel)
    return f'IF({semua}="","",IF(OR({salah}),NA(),({jumlah})/{atas}))'


@indikator(
    "SAKIP_SCORE", keluarga="sakip", judul="Nilai evaluasi SAKIP", judul_en="SAKIP evaluation score",
    satuan="nilai 0-100", rujukan="PermenPANRB 88/2021", argumen=_argumen(KOMPONEN), aturan=("permenpanrb-88-2021",),
    excel=lambda p, *sel: _excel_nilai(p, KOMPONEN, sel),
)  # fmt: skip
def sakip_score(masa: Masa, *isi: Any) -> Optional[float]:
    """Perencanaan 30, pengukuran 30, pelaporan 15, evaluasi internal 25; tiap komponen bernilai 0-100.

    Semua kosong berarti belum ada data; sebagian kosong ditolak.
    """
    return _nilai(masa, KOMPONEN, isi)


@indikator(
    "SAKIP_SCORE_2015", keluarga="sakip", judul="Nilai evaluasi SAKIP lima komponen", satuan="nilai 0-100",
    judul_en="SAKIP evaluation score, five components (until 2020)", rujukan="PermenPANRB 12/2015",
    argumen=_argumen(KOMPONEN_2015), aturan=("permenpanrb-12-2015",),
    excel=lambda p, *sel: _excel_nilai(p, KOMPONEN_2015, sel),
)  # fmt: skip
def sakip_score_2015(masa: Masa, *isi: Any) -> Optional[float]:
    """Perencanaan 30, pengukuran 25, pelaporan 15, evaluasi internal 10, pencapaian 20."""
    return _nilai(masa, KOMPONEN_2015, isi)


def _excel_predikat(p: Angka, nilai: str) -> str:
    dalam = f"IF(OR({nilai}<0,{nilai}>{p('nilai_tertinggi')}),NA(),{p.pita('predikat', nilai)})"
    return f'IF(ISNUMBER({nilai}),{dalam},IF(TRIM({nilai})="","",NA()))'


@indikator(
    "SAKIP_PREDIKAT", keluarga="sakip", judul="Predikat SAKIP", judul_en="SAKIP rating", satuan="AA-D",
    rujukan="PermenPANRB 88/2021", excel=_excel_predikat,
    argumen=(Argumen("nilai", "angka", "nilai SAKIP 0-100", "SAKIP score 0-100"),),
)  # fmt: skip
def sakip_predikat(masa: Masa, nilai: Any) -> Optional[str]:
    """AA sampai D; nilai harus di atas batas kelas (lebih dari 90 untuk AA)."""
    isi = angka_atau_kosong(nilai, "nilai", bawah=0, atas=masa.angka("nilai_tertinggi"))
    return None if isi is None else masa.ambil_pita("predikat").kelas(isi)


cek_kembar("SAKIP_CEK", "SAKIP_SCORE")
