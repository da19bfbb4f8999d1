"""Bureaucratic reform score by the points of PermenPANRB 14/2014; later versions need sheets we do not have."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka, banyak_bila, jaga, jumlah_bukan_angka
from kinerja_xl.core.sel import angka, tulis
from kinerja_xl.iku._bagian import bentuk_salah, deret, sel_deret, skala, skala_excel

ATURAN = ("permenpanrb-14-2014",)
KELOMPOK = ("pengungkit", "hasil")


def bobot(masa: Masa, kelompok: str) -> dict[str, str]:
    """Parameter names of one group of components and what they are called, in the order of the rows."""
    awal = f"{kelompok}_"
    return {p.nama: p.nama[len(awal) :].replace("_", " ") for p in masa.parameter if p.nama.startswith(awal)}


def _baca(masa: Masa, kelompok: str, poin: Any) -> list[tuple[str, str, Any]]:
    sel, nama = deret(poin, kelompok), bobot(masa, kelompok)
    if len(sel) != len(nama):
        raise KinerjaError(f"{kelompok} perlu {len(nama)} baris poin, diberi {len(sel)}", harus=len(nama))
    return [(parameter, sebutan, n) for (parameter, sebutan), n in zip(nama.items(), sel)]


def _excel(p: Angka, pengungkit: str, hasil: str) -> str:
    daerah = dict(zip(KELOMPOK, (pengungkit, hasil)))
    salah, lebih, banyak = [], [], 0
    for kelompok, rentang in daerah.items():
        nama = list(bobot(p.masa, kelompok))
        sel = sel_deret(rentang, [len(nama)])
        if sel is None:
            return "NA()"
        banyak += len(nama)
        negatif, bentuk = banyak_bila(rentang, "<", "0"), bentuk_salah(rentang, [len(nama)])
        salah.append(f"{jumlah_bukan_angka(rentang)}+{negatif}{bentuk}")
        lebih += [f"N({s})>{p(n)}" for s, n in zip(sel, nama)]
    hitung = "+".join(f"COUNT({d})" for d in daerah.values())
    nilai = f'IF({hitung}=0,"",{jaga(f"{hitung}<{banyak}", "+".join(f"SUM({d})" for d in daerah.values()))})'
    return jaga(f"OR({'+'.join(salah)}>0,{','.join(lebih)})", nilai)


@indikator(
    "RB_SCORE",
    keluarga="rb",
    judul="Nilai reformasi birokrasi (LKE)",
    judul_en="Bureaucratic reform score",
    satuan="Nilai",
    rujukan="PermenPANRB 14/2014",
    argumen=[
        Argumen("pengungkit", "rentang", "poin delapan area perubahan", "points of eight areas", "8 × 1"),
        Argumen("hasil", "rentang", "poin tiga sasaran hasil", "points of three results", "3 × 1"),
        Argumen("tahun", "angka", "tahun penilaian", "year", opsional=True),
    ],
    excel=_excel,
    aturan=ATURAN,
)
def rb_score(masa: Masa, pengungkit: Any, hasil: Any) -> Optional[float]:
    """Jumlah poin pengungkit dan hasil; poin tidak pernah melebihi bobotnya.

    Penilaian sejak 2020 memakai lembar kerja lain dan tidak dapat dihitung dari sebelas poin ini.
    """
    semua = [
        (kelompok, i, *isi)
        for kelompok, poin in zip(KELOMPOK, (pengungkit, hasil))
        for i, isi in enumerate(_baca(masa, kelompok, poin), 1)
    ]
    if all(n is None for *_, n in semua):
        return None
    jumlah, satuan = 0.0, []
    for kelompok, i, parameter, sebutan, isi in semua:
        poin, batas = angka(isi, f"{kelompok} {sebutan}", bawah=0, baris=i), masa.angka(parameter)
        if poin > batas:
            raise KinerjaError(
                f"{kelompok} {sebutan} {tulis(poin)} melebihi bobotnya {tulis(batas)}", baris=i, batas=batas
            )
        jumlah += poin
        satuan.append(poin)
        catat("Poin {kelompok_rb} {sebutan}, paling tinggi {batas}", "{poin} <= {batas}", poin, tanda="->", poin=poin,
              en="Points of {kelompok_rb} {sebutan}, at most {batas}", kelompok_rb=kelompok, sebutan=sebutan,
              batas=batas, sumber=parameter)  # fmt: skip
    catat("Nilai RB: jumlah poin pengungkit dan hasil", "{satuan:+}", jumlah,
          en="RB score: points of pengungkit and hasil", satuan=satuan)  # fmt: skip
    return jumlah


cek_kembar("RB_CEK", "RB_SCORE")


@indikator(
    "RB_KATEGORI",
    keluarga="rb",
    judul="Kategori reformasi birokrasi",
    judul_en="Category of bureaucratic reform",
    satuan="teks",
    rujukan="PermenPANRB 14/2014 (batas kelas belum dicocokkan dengan naskah resmi)",
    argumen=[Argumen("nilai", "angka", "nilai RB 0-100", "score 0-100")],
    excel=lambda p, nilai: skala_excel(nilai, p.pita("kategori", nilai)),
    aturan=ATURAN,
)
def rb_kategori(masa: Masa, nilai: Any) -> Optional[str]:
    """AA, A, BB, B, CC, C atau D; tepat pada batas masuk kelas di bawahnya."""
    isi = skala(nilai, "nilai RB")
    return None if isi is None else masa.ambil_pita("kategori").kelas(isi)
