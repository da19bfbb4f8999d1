"""IKPA: index of budget execution, one weighted sum with konversi bobot for every legal version since 2018."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, merekam
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.numerik import bulat
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka, RentangNama, banyak_bila, berisi, jaga, jumlah_bukan_angka
from kinerja_xl.core.sel import angka_atau_kosong, cacah, pilihan
from kinerja_xl.iku._bagian import (
    bentuk_salah,
    bukan_angka_excel,
    deret,
    hampa,
    kosong_excel,
    sel_deret,
    skala,
    skala_excel,
)

CARA = ("bertahap", "tanpa")
_AWALAN = "bobot_"
_SINGKATAN = {"dipa", "iii", "up", "tup", "lpj", "sp2d", "spm"}


def bobot(masa: Masa) -> dict[str, float]:
    """Weights of a version by indicator, in the order of its rows."""
    return {p.nama[len(_AWALAN) :]: float(p.nilai) for p in masa.parameter if p.nama.startswith(_AWALAN)}


def _panjang(masa: Masa) -> range:
    """Allowed numbers of rows: all indicators, and one more where a deduction row may follow."""
    n = len(bobot(masa))
    return range(n, n + masa.bulat("baris_pengurang") + 1)


def _baca(masa: Masa, skor: Any) -> tuple[list[Optional[float]], float]:
    sel, panjang = deret(skor, "skor"), _panjang(masa)
    if len(sel) not in panjang:
        raise KinerjaError(f"{masa.judul} perlu {panjang[0]} baris skor, diberi {len(sel)}", harus=panjang[0])
    nama = [*bobot(masa), "pengurang"]
    nilai = [angka_atau_kosong(n, nama[i].replace("_", " "), bawah=0, atas=100, baris=i + 1) for i, n in enumerate(sel)]
    n = panjang[0]
    return nilai[:n], (nilai[n] if len(nilai) > n else None) or 0.0


def _triwulan(nilai: Any) -> int:
    return 4 if hampa(nilai) else cacah(nilai, "triwulan", bawah=1, atas=4)


def _excel(p: Angka, skor: str, triwulan: str = "4", pembulatan: str = '""') -> str:
    if isinstance(skor, RentangNama):
        return _larik(p, skor, triwulan, pembulatan)
    sel = sel_deret(skor, _panjang(p.masa))
    if sel is None:
        return "NA()"
    nama, tetap = list(bobot(p.masa)), p.masa.bulat("baris_semua_triwulan")
    tw = f"IF({kosong_excel(triwulan)},4,{triwulan})"
    ada = [f"ISNUMBER({s})" if i < tetap else f"AND(ISNUMBER({s}),{tw}=4)" for i, s in enumerate(sel[: len(nama)])]
    isi = [(uji, s, p(_AWALAN + n)) for uji, s, n in zip(ada, sel, nama)]
    konversi = "+".join(f"IF({uji},{b},0)" for uji, _, b in isi)
    tahap = "+".join(f"IF({uji},ROUND(ROUND({s},2)*{b}/100,2),0)" for uji, s, b in isi)
    penuh = "+".join(f"IF({uji},{s}*{b},0)" for uji, s, b in isi)
    kurang = f"N({sel[len(nama)]})" if len(sel) > len(nama) else ""
    bertahap, tanpa = f"ROUND(({tahap})/(({konversi})/100),2)", f"({penuh})/({konversi})"
    if kurang:
        bertahap, tanpa = f"ROUND(MAX(0,{bertahap}-{kurang}),2)", f"MAX(0,{tanpa}-{kurang})"
    cara = f"LOWER(TRIM({pembulatan}))"
    nilai = f'IF({konversi}=0,"",IF({cara}="tanpa",{tanpa},{bertahap}))'
    return jaga(_salah(p, skor, triwulan, pembulatan), nilai)


def _salah(p: Angka, skor: str, triwulan: str, pembulatan: str) -> str:
    cara = f"LOWER(TRIM({pembulatan}))"
    return (
        f"OR({jumlah_bukan_angka(skor)}+{banyak_bila(skor, '<', '0')}+{banyak_bila(skor, '>', '100')}"
        f"{bentuk_salah(skor, _panjang(p.masa))}>0,"
        f"IF({kosong_excel(triwulan)},FALSE,IF({bukan_angka_excel(triwulan)},TRUE,"
        f"NOT(OR({triwulan}=1,{triwulan}=2,{triwulan}=3,{triwulan}=4)))),"
        f'NOT(OR({cara}="",{cara}="bertahap",{cara}="tanpa")))'
    )


def _larik(p: Angka, skor: RentangNama, triwulan: str, pembulatan: str) -> str:
    """The same over names, with the weights as an array: five versions of the cell form would not fit one LAMBDA."""
    berat, tetap = [p(_AWALAN + n) for n in bobot(p.masa)], p.masa.bulat("baris_semua_triwulan")
    n, pengurang = len(berat), "0"

    def searah(isi: list[str]) -> str:
        return f"IF({skor.banyak_baris}=1,{{{','.join(isi)}}},{{{';'.join(isi)}}})"

    def dipakai(isi: list[str]) -> str:
        if len(_panjang(p.masa)) == 1:
            return searah(isi)
        return f"IF({skor.banyak_baris}*{skor.banyak_kolom}={n},{searah(isi)},{searah([*isi, '0'])})"

    semua = dipakai(berat)
    if tetap < n:
        semua = (
            f"IF(IF({kosong_excel(triwulan)},4,{triwulan})=4,{semua},{dipakai(berat[:tetap] + ['0'] * (n - tetap))})"
        )
    if len(_panjang(p.masa)) > 1:
        pengurang = f"IF({skor.banyak_baris}*{skor.banyak_kolom}={n},0,N(INDEX({skor},{n + 1})))"
    bertahap = f"ROUND(SUM(MAP({skor},berat,LAMBDA(n,b,IF(b>0,ROUND(ROUND(n,2)*b/100,2),0))))/(SUM(berat)/100),2)"
    nilai = (
        f"LET(berat,{berisi(skor)}*{semua},kurang,{pengurang},"
        f'IF(SUM(berat)=0,"",IF(LOWER(TRIM({pembulatan}))="tanpa",'
        f"MAX(0,SUM(IF(berat>0,{skor}*berat,0))/SUM(berat)-kurang),ROUND(MAX(0,{bertahap}-kurang),2))))"
    )
    return jaga(_salah(p, skor, triwulan, pembulatan), nilai)


@indikator(
    "IKPA_SCORE",
    keluarga="ikpa",
    judul="Nilai IKPA",
    judul_en="Budget execution index (IKPA)",
    satuan="Nilai",
    rujukan="PMK 195/PMK.05/2018; PER-4/PB/2020; PER-4/PB/2021; PER-5/PB/2022; PER-5/PB/2024; tata kolom OM-SPAN",
    argumen=[
        Argumen(
            "skor", "rentang", "skor tiap indikator, kosong = tidak ada data", "scores, blank = no data", "n baris × 1"
        ),
        Argumen("tahun", "angka", "tahun anggaran; memilih susunan dan bobot", "fiscal year; picks the version"),
        Argumen(
            "triwulan", "angka", "1-4; triwulan 1-3 tahun 2018-2019 tanpa k dan l", "quarter, default 4", opsional=True
        ),
        Argumen(
            "pembulatan", "teks", "bertahap (baku, seperti OM-SPAN) atau tanpa", "bertahap or tanpa", opsional=True
        ),
    ],
    excel=_excel,
)
def ikpa_score(masa: Masa, skor: Any, triwulan: Any = None, pembulatan: Any = None) -> Optional[float]:
    """Jumlah skor × bobot dibagi jumlah bobot indikator yang ada datanya (konversi bobot).

    Indikator kosong berbobot 0. `bertahap` membulatkan skor, nilai akhir dan hasil ke dua desimal.
    """
    nilai, pengurang = _baca(masa, skor)
    tw = _triwulan(triwulan)
    cara = "bertahap" if hampa(pembulatan) else pilihan(pembulatan, "pembulatan", CARA)
    hidup = len(nilai) if tw == 4 else masa.bulat("baris_semua_triwulan")
    isi = [(n, b) for n, b in list(zip(nilai, bobot(masa).values()))[:hidup] if n is not None]
    if not isi:
        return None
    if cara == "tanpa":
        skor = [n for n, _ in isi]
        akhir = [n * b for n, b in isi]
    else:
        skor = [bulat(n, 2) for n, _ in isi]
        akhir = [bulat(n * b / 100, 2) for n, (_, b) in zip(skor, isi)]
    if merekam():
        _catat_indikator(masa, nilai, hidup, list(zip(skor, akhir)), cara)
    konversi = sum(b for _, b in isi)
    catat("Konversi bobot: jumlah bobot indikator yang ada datanya", "{isi:+}", konversi, isi=[b for _, b in isi],
          en="Konversi bobot: weights of the indicators with data")  # fmt: skip
    return _gabung(akhir, konversi, pengurang, cara)


def _gabung(akhir: list[float], konversi: float, pengurang: float, cara: str) -> float:
    """Sum over konversi bobot, less the deduction; `bertahap` rounds each stage to two decimals."""
    total = sum(akhir)
    if cara == "tanpa":
        catat("Jumlah skor × bobot", "{akhir:+}", total, en="Sum of score × weight", akhir=akhir)
        hasil = total / konversi
        catat("Jumlah dibagi konversi bobot (cara tanpa: tidak ada pembulatan)", "{total} / {konversi}", hasil,
              total=total, en="Sum over konversi bobot (cara tanpa: nothing is rounded)",
              konversi=konversi)  # fmt: skip
    else:
        catat(
            "Nilai total: jumlah nilai akhir", "{akhir:+}", total, en="Nilai total: sum of the nilai akhir", akhir=akhir
        )
        hasil = bulat(total / (konversi / 100), 2)
        catat("Nilai total / konversi bobot, dibulatkan 2 desimal (cara bertahap)", "{total} / ({konversi} / 100)",
              hasil, tanda="->", en="Nilai total / konversi bobot, rounded to 2 decimals (cara bertahap)", total=total,
              konversi=konversi)  # fmt: skip
    sisa = max(0.0, hasil - pengurang)
    if cara != "tanpa":
        sisa = bulat(sisa, 2)
    if pengurang:
        catat("Dikurangi pengurang (dispensasi SPM), paling rendah 0", "{kotor} - {pengurang}", sisa, kotor=hasil,
              tanda="=" if pengurang <= hasil else "->", pengurang=pengurang,
              en="Less the pengurang (dispensasi SPM), at least 0")  # fmt: skip
    return sisa


def _catat_indikator(
    masa: Masa, nilai: list[Optional[float]], hidup: int, hitungan: list[tuple[float, float]], cara: str
) -> None:
    """Tell one indicator a step, the ones that do not count included. hitungan: (score, product) of those that do."""
    if cara == "tanpa":
        catat("Cara tanpa: tidak ada pembulatan antara", "", en="Cara tanpa: no rounding on the way")
    else:
        catat("Cara bertahap: skor, nilai akhir dan hasil dibulatkan 2 desimal", "",
              en="Cara bertahap: score, nilai akhir and result are rounded to 2 decimals")  # fmt: skip
    sisa = iter(hitungan)
    for ke, ((nama, b), n) in enumerate(zip(bobot(masa).items(), nilai)):
        sebutan = _sebut(nama)
        if n is None:
            catat("{nama}: tidak ada data, bobot {b} tidak dihitung", "",
                  en="{nama}: no data, its weight {b} is left out", nama=sebutan, b=b)  # fmt: skip
        elif ke >= hidup:
            catat(
                "{nama}: baru dihitung pada triwulan IV",
                "{n}",
                en="{nama}: counted in quarter IV only",
                nama=sebutan,
                n=n,
            )
        elif cara == "tanpa":
            skor, akhir = next(sisa)
            catat("{nama}: skor × bobot", "{skor} × {b}", akhir, en="{nama}: score × weight", nama=sebutan, skor=skor,
                  b=b, sumber=_AWALAN + nama)  # fmt: skip
        else:
            skor, akhir = next(sisa)
            catat("{nama}: skor × bobot / 100", "{skor} × {b} / 100", akhir, tanda="->", nama=sebutan, skor=skor, b=b,
                  sumber=_AWALAN + nama, en="{nama}: score × weight / 100")  # fmt: skip


def _sebut(nama: str) -> str:
    """An indicator as people write it: abbreviations in capitals."""
    return " ".join(k.upper() if k in _SINGKATAN else k for k in nama.split("_"))


cek_kembar("IKPA_CEK", "IKPA_SCORE")


@indikator(
    "IKPA_KATEGORI",
    keluarga="ikpa",
    judul="Kategori IKPA",
    judul_en="IKPA category",
    satuan="teks",
    rujukan="Bahan sosialisasi KPPN dan DJPb",
    argumen=[Argumen("nilai", "angka", "nilai IKPA 0-100", "IKPA value 0-100")],
    excel=lambda p, nilai: skala_excel(nilai, p.pita("kategori", nilai)),
)
def ikpa_kategori(masa: Masa, nilai: Any) -> Optional[str]:
    """Sangat Baik, Baik, Cukup atau Kurang."""
    isi = skala(nilai, "nilai IKPA")
    return None if isi is None else masa.ambil_pita("kategori").kelas(isi)
