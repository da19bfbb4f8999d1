"""Arithmetic of a budget line (RKA): coefficient, unit price, tax; and coefficients written as a product."""

from __future__ import annotations

import re
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, cek_kembar, indikator
from kinerja_xl.core.rumus import Angka
from kinerja_xl.core.sel import angka, angka_atau_kosong, kata
from kinerja_xl.iku._bagian import hampa, kosong_excel

_FAKTOR = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?:\s*(?:[mM][23]|[A-Za-z]\D*))?\Z")
_KALI = re.compile(r"\s*[×*]\s*|(?<=[\s\d])[xX](?=[\s\d]|\Z)")


def _jumlah_excel(p: Angka, koefisien: str, harga: str, ppn: str = '""') -> str:
    def salah(sel: str, atas: str = "") -> str:
        lebih = f",{sel}>{atas}" if atas else ""
        return f"IF(ISNUMBER({sel}),OR({sel}<0{lebih}),NOT({kosong_excel(sel)}))"

    pajak = f"IF(ISNUMBER({ppn}),{ppn},0)"
    return (
        f"IF(OR({salah(koefisien)},{salah(harga)},{salah(ppn, '100')}),NA(),"
        f'IF(AND(ISNUMBER({koefisien}),ISNUMBER({harga})),{koefisien}*{harga}*(100+{pajak})/100,""))'
    )


@indikator(
    "RKA_JUMLAH",
    keluarga="rka",
    judul="Jumlah rincian belanja",
    judul_en="Amount of a budget line",
    satuan="Rupiah",
    rujukan="Permendagri 77/2020, formulir RKA rincian belanja",
    argumen=[
        Argumen("koefisien", "angka", "banyaknya", "coefficient"),
        Argumen("harga", "angka", "harga satuan, rupiah", "unit price"),
        Argumen("ppn_persen", "angka", "tarif PPN baris ini dalam persen, kosong = 0", "tax rate", opsional=True),
    ],
    excel=_jumlah_excel,
)
def rka_jumlah(masa: Masa, koefisien: Any, harga: Any, ppn_persen: Any = None) -> Optional[float]:
    """Koefisien × harga × (1 + PPN), tidak dibulatkan; kosong bila koefisien atau harga kosong."""
    k = angka_atau_kosong(koefisien, "koefisien", bawah=0)
    h = angka_atau_kosong(harga, "harga", bawah=0)
    ppn = angka_atau_kosong(ppn_persen, "PPN", bawah=0, atas=100) or 0
    if k is None or h is None:
        return None
    hasil = k * h * (100 + ppn) / 100
    catat("Koefisien × harga satuan × (100 + PPN) / 100, tidak dibulatkan", "{k} × {h} × (100 + {ppn}) / 100", hasil,
          k=k, h=h, ppn=ppn, en="Koefisien × unit price × (100 + PPN) / 100, not rounded")  # fmt: skip
    return hasil


cek_kembar("RKA_CEK", "RKA_JUMLAH")


@indikator(
    "RKA_KOEFISIEN",
    keluarga="rka",
    judul="Banyaknya dari koefisien tertulis",
    judul_en="Quantity of a written coefficient",
    satuan="Bilangan",
    rujukan="Permendagri 77/2020, formulir RKA rincian belanja (kolom koefisien)",
    argumen=[Argumen("teks", "apa saja", 'misalnya "10 Orang x 2 Kali", atau angka', "text or number")],
    tanpa_excel="mengurai kalimat koefisien; buku kerja memakai kolom angka tiap faktor",
)
def rka_koefisien(masa: Masa, teks: Any) -> Optional[float]:
    """Hasil kali angka-angka koefisien: "10 Orang x 2 Kali" menjadi 20. Titik memisahkan ribuan, koma desimal."""
    if hampa(teks):
        return None
    if not isinstance(teks, str):
        banyak = angka(teks, "koefisien", bawah=0)
        catat("Koefisien sudah berupa angka", "{n}", banyak, en="The coefficient is a number already", n=banyak)
        return banyak
    hasil, faktor = 1.0, []
    for bagian in _KALI.split(kata(teks, "koefisien")):
        cocok = _FAKTOR.match(bagian.strip())
        if not cocok:
            raise KinerjaError(
                f"koefisien '{teks.strip()}' tidak terbaca pada '{bagian.strip()}'; contoh 10 Orang x 2 Kali"
            )
        faktor.append(float(f"{cocok.group(1).replace('.', '')}.{cocok.group(2) or 0}"))
        hasil *= faktor[-1]
        catat("Bagian '{bagian}' dibaca", "", faktor[-1], en="Part '{bagian}' read as", bagian=bagian.strip())
    catat("Hasil kali semua bagian", "{faktor:×}", hasil, en="Product of all parts", faktor=faktor)
    return hasil
