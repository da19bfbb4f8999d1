"""Kinerja of IP ASN: points of an SKP number, or of a predikat by a map that is ours and that an office may replace."""

from __future__ import annotations

from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat
from kinerja_xl.core.masa import Masa, nama_pita, nama_tabel
from kinerja_xl.core.registry import Argumen
from kinerja_xl.core.rumus import Angka, Rentang, RentangNama, berisi, jumlah_bukan_angka, jumlah_di_luar, teks
from kinerja_xl.core.sel import angka, angka_atau_kosong
from kinerja_xl.iku._bagian import bentuk_salah, deret, hampa, sel_deret

TABEL = "predikat"
PUNCAK = nama_tabel("kinerja", "Sangat Baik")  # no class of kinerja earns more
ARGUMEN_PETA = Argumen(
    "peta_predikat", "rentang",
    "poin pengganti untuk predikat Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang; kosong = peta kinerja-xl",
    "points to replace those of kinerja-xl for the five predikat words", "5 × 1", True,
)  # fmt: skip


def _puncak(masa: Masa) -> float:
    return float(max(masa.ambil_tabel("kinerja").isi.values()))


def baca_peta(masa: Masa, peta: Any) -> dict[str, float]:
    """Points by predikat: those given, and our own where a cell is blank. Five cells, each 0 to the highest class."""
    asli = {kata: float(poin) for kata, poin in masa.ambil_tabel(TABEL).isi.items()}
    if peta is None or (not isinstance(peta, (list, tuple)) and hampa(peta)):
        return asli
    sel = deret(peta, "peta predikat")
    if len(sel) != len(asli):
        raise KinerjaError(f"peta predikat perlu {len(asli)} poin ({', '.join(asli)}), diberi {len(sel)}")
    ganti = {}
    for kata, isi in zip(asli, sel):
        poin = angka_atau_kosong(isi, f"poin predikat {kata}", bawah=0, atas=_puncak(masa))
        ganti[kata] = asli[kata] if poin is None else poin
    return ganti


def poin_kinerja(masa: Masa, skp: Any, peta: dict[str, float], **tempat: Optional[int]) -> float:
    """Points of an SKP: a number by its class, a predikat word by the map. Other text and blanks are refused."""
    kata = masa.ambil_tabel(TABEL).baku(skp) if isinstance(skp, str) else None
    if kata is not None:
        catat("Kinerja: poin predikat (peta kinerja-xl atau peta_predikat)", "{kata}", peta[kata], tanda="->",
              en="Kinerja: points of the predikat (map of kinerja-xl or peta_predikat)", kata=kata,
              sumber=TABEL)  # fmt: skip
        return peta[kata]
    if isinstance(skp, str) and not hampa(skp):
        raise KinerjaError(
            f"skp berisi teks '{skp.strip()}', seharusnya angka 0-100 atau predikat {', '.join(peta)}", **tempat
        )
    nilai = angka(skp, "skp", bawah=0, atas=masa.angka("nilai_tertinggi"), **tempat)
    kelas = masa.ambil_pita("skp").kelas(nilai)
    poin = float(masa.ambil_tabel("kinerja").nilai(kelas))
    catat("Kinerja: poin kelas SKP", "{kelas}", poin, tanda="->", en="Kinerja: points of the SKP class",
          kelas=kelas, sumber="kinerja")  # fmt: skip
    return poin


def kelas_skp(p: Angka) -> list[tuple[str, str]]:
    """Lower bound and points of each SKP class, highest first."""
    isi = p.masa.ambil_pita("skp").isi
    return [(p(nama_pita("skp", kelas)), p(nama_tabel("kinerja", kelas))) for _, kelas in isi[:-1]]


def poin_terendah(p: Angka) -> str:
    """Points of the lowest SKP class."""
    return p(nama_tabel("kinerja", p.masa.ambil_pita("skp").isi[-1][1]))


def poin_predikat(p: Angka, peta: Optional[str]) -> Optional[dict[str, str]]:
    """Expression of the points of each predikat; None for a map of a refused shape."""
    asli = {kata: p(nama_tabel(TABEL, kata)) for kata in p.masa.ambil_tabel(TABEL).isi}
    if peta is None:
        return asli
    sel = sel_deret(peta, [len(asli)])
    if sel is None:
        return None
    return {kata: f"IF(ISNUMBER({satu}),{satu},{poin})" for (kata, poin), satu in zip(asli.items(), sel)}


def peta_salah(p: Angka, peta: Optional[str]) -> list[str]:
    """Conditions of a wrong map: text, a number outside the scale, another length."""
    if peta is None:
        return []
    luar = jumlah_di_luar(peta, "0", p(PUNCAK))
    panjang = "" if isinstance(peta, Rentang) else bentuk_salah(peta, [len(p.masa.ambil_tabel(TABEL).isi)])
    return [f"{jumlah_bukan_angka(peta)}+{luar}{panjang}>0"]


def peta_salah_larik(p: Angka, peta: str) -> list[str]:
    """The same for a map that an array form always gets: left out, it is one blank cell."""
    sel, isi = f"(ROWS({peta})*COLUMNS({peta}))", RentangNama(peta)
    panjang = len(p.masa.ambil_tabel(TABEL).isi)
    bentuk = f"IF({sel}=1,SUMPRODUCT({berisi(peta)}*1),({sel}<>{panjang})+(MIN(ROWS({peta}),COLUMNS({peta}))<>1))"
    return [f"{jumlah_bukan_angka(isi)}+{jumlah_di_luar(isi, '0', p(PUNCAK))}+{bentuk}>0"]


def excel_poin(p: Angka, skp: str, poin: dict[str, str]) -> str:
    """Points of one SKP cell: a number by its class, a predikat by the map, an error otherwise."""
    kinerja = poin_terendah(p)
    for batas, nilai in reversed(kelas_skp(p)):
        kinerja = f"IF({skp}>={batas},{nilai},{kinerja})"
    kata = "NA()"
    for satu in reversed(list(poin)):
        kata = f"IF(TRIM({skp})={teks(satu)},{poin[satu]},{kata})"
    return f"IF(ISNUMBER({skp}),IF(OR({skp}<0,{skp}>{p('nilai_tertinggi')}),NA(),{kinerja}),{kata})"


def cacah_predikat(kolom: str, kata: str) -> str:
    """How many cells of a column hold a predikat."""
    return f"SUMPRODUCT((TRIM({kolom})={teks(kata)})*1)"
