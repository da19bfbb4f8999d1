"""Output achievement of NKA: volume against target times the mean of the indicators, per output, then over outputs."""

from __future__ import annotations

from math import prod
from typing import Any, Optional

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.jejak import catat, merekam
from kinerja_xl.core.masa import Masa
from kinerja_xl.core.registry import Argumen, indikator
from kinerja_xl.core.rumus import (
    Angka,
    Rentang,
    RentangNama,
    banyak_bila,
    banyak_pasangan,
    berisi,
    jaga,
    jaga_bentuk,
    jumlah_bukan_angka,
)
from kinerja_xl.core.sel import angka_atau_kosong, kosong, rapikan
from kinerja_xl.iku._bagian import deret
from kinerja_xl.iku._larik import bentuk_keluaran, capaian_keluaran
from kinerja_xl.iku.nka import EMPAT

PANJANG_RUMUS = 8000


def _rasio(real: Any, target: Any, nama: str, **tempat: Any) -> Optional[float]:
    r = angka_atau_kosong(real, f"realisasi {nama}", bawah=0, **tempat)
    t = angka_atau_kosong(target, f"target {nama}", bawah=0, **tempat)
    if r is None and t is None:
        return None
    if r is None or t is None:
        raise KinerjaError(f"{'realisasi' if r is None else 'target'} {nama} belum diisi", **tempat)
    if t == 0 and r > 0:
        raise KinerjaError(f"ada realisasi {nama} padahal targetnya 0", **tempat)
    return r / t if t else None


def _rata(masa: Masa, nilai: list[float]) -> float:
    if masa.bulat("rata_rata_geometrik"):
        return prod(nilai) ** (1 / len(nilai))
    return sum(nilai) / len(nilai)


def _excel(p: Angka, rvk: str, tvk: str, rikk: str, tikk: str) -> str:
    geo = bool(p.masa.bulat("rata_rata_geometrik"))
    if isinstance(rikk, RentangNama):
        hasil = jaga(_salah(rvk, tvk, rikk, tikk), capaian_keluaran(geo, rvk, tvk, rikk, tikk))
        return jaga_bentuk(bentuk_keluaran(rvk, tvk, rikk, tikk), hasil)
    if not isinstance(rikk, Rentang) or not _cocok(rvk, tvk, rikk, tikk):
        return "NA()"
    banyak, lebar = rikk.tinggi, rikk.lebar
    suku = "*+"[not geo].join(
        _satu_keluaran(geo, _sel(rvk, i, 1), _sel(tvk, i, 1), [(_sel(rikk, i, k), _sel(tikk, i, k)) for k in lebar_ke])
        for i, lebar_ke in ((i, range(1, lebar + 1)) for i in range(1, banyak + 1))
    )
    n = f'COUNTIF({tvk},">0")'
    hasil = f"({suku})^(1/{n})*100" if geo else f"({suku})/{n}*100"
    rumus = jaga(_salah(rvk, tvk, rikk, tikk), f'IF({n}=0,"",{hasil})')
    if len(rumus) > PANJANG_RUMUS:
        raise KinerjaError(f"{banyak} keluaran × {lebar} indikator terlalu panjang untuk satu rumus; bagi tabelnya")
    return rumus


def _cocok(rvk: str, tvk: str, rikk: str, tikk: str) -> bool:
    ukuran = [(r.tinggi, r.lebar) for r in (rvk, tvk, rikk, tikk) if isinstance(r, Rentang)]
    return ukuran[0] == ukuran[1] == (ukuran[2][0], 1) and ukuran[2] == ukuran[3]


def _sel(daerah: Any, baris: int, kolom: int) -> str:
    return str(daerah.sel(baris, kolom))


def _satu_keluaran(geo: bool, rv: str, tv: str, pasangan: list[tuple[str, str]]) -> str:
    """Achievement of one output; an output without target leaves the product at 1 or the sum at 0."""
    ada = "+".join(f"(N({t})>0)" for _, t in pasangan)
    if geo:
        isi = "*".join(f"IF(N({t})>0,{r}/{t},1)" for r, t in pasangan)
        return f"IF(N({tv})>0,{rv}/{tv}*({isi})^(1/MAX(1,{ada})),1)"
    isi = "+".join(f"IF(N({t})>0,{r}/{t},0)" for r, t in pasangan)
    return f"IF(N({tv})>0,{rv}/{tv}*IF({ada}=0,1,({isi})/MAX(1,{ada})),0)"


def _salah(rvk: str, tvk: str, rikk: str, tikk: str) -> str:
    bagian = [jumlah_bukan_angka(d) for d in (rvk, tvk, rikk, tikk)]
    bagian += [banyak_bila(d, "<", "0") for d in (rvk, tvk, rikk, tikk)]
    for real, target in ((rvk, tvk), (rikk, tikk)):
        bagian.append(banyak_pasangan(real, ">0", target, "=0"))
        bagian += [f"ABS(COUNT({d})-{banyak_pasangan(real, '>=0', target, '>=0')})" for d in (real, target)]
    if isinstance(tikk, RentangNama):
        bagian.append(f"SUMPRODUCT({berisi(tikk)}*(1-{berisi(tvk)}))")
    else:
        bagian.append(f"SUMPRODUCT(ISNUMBER({tikk})*(1-ISNUMBER({tvk})))")
    return "+".join(bagian) + ">0"


@indikator(
    "NKA_KELUARAN",
    keluarga="nka",
    judul="Capaian keluaran",
    judul_en="Output achievement",
    satuan="Persen",
    rujukan="PMK 214/PMK.02/2017, lampiran; PMK 22/PMK.02/2021",
    argumen=[
        Argumen("rvk", "rentang", "realisasi volume keluaran", "volumes reached", "n × 1"),
        Argumen("tvk", "rentang", "target volume keluaran", "target volumes", "n × 1"),
        Argumen("rikk", "rentang", "realisasi indikator keluaran, kosong = tidak ada", "indicators reached", "n × m"),
        Argumen("tikk", "rentang", "target indikator keluaran", "target indicators", "n × m"),
        Argumen("tahun", "angka", "tahun anggaran", "fiscal year", opsional=True),
    ],
    excel=_excel,
    aturan=EMPAT,
)
def nka_keluaran(masa: Masa, rvk: Any, tvk: Any, rikk: Any, tikk: Any) -> Optional[float]:
    """Rata-rata capaian keluaran dalam persen, tidak dibatasi 100.

    Tiap keluaran: volume tercapai / target × rata-rata capaian indikatornya. Rata-rata geometrik, pada PMK 249/2011
    aritmetik. Keluaran tanpa indikator dinilai dari volumenya saja.
    """
    rv, tv = deret(rvk, "rvk"), deret(tvk, "tvk")
    ri, ti = rapikan(rikk), rapikan(tikk)
    bentuk = [(len(b), len(b[0])) for b in (rapikan(rvk), rapikan(tvk))]
    if bentuk != [(len(ri), 1)] * 2 or (len(ti), len(ti[0])) != (len(ri), len(ri[0])):
        raise KinerjaError(
            "rvk dan tvk perlu satu baris tiap keluaran; rikk dan tikk sama bentuk dengan baris yang sama"
        )
    capaian = []
    for i in range(len(ri)):
        volume = _rasio(rv[i], tv[i], "volume", baris=i + 1)
        mutu = [_rasio(r, t, "indikator", baris=i + 1, kolom=k) for k, (r, t) in enumerate(zip(ri[i], ti[i]), 1)]
        if kosong([rv[i]]) and not kosong(ri[i]):
            raise KinerjaError("volume keluaran belum diisi padahal indikatornya ada", baris=i + 1)
        if volume is not None:
            ada = [m for m in mutu if m is not None]
            capaian.append(volume * (_rata(masa, ada) if ada else 1))
            if merekam():
                pasangan = [(r, t) for r, t, m in zip(ri[i], ti[i], mutu) if m is not None]
                _catat_keluaran(masa, i + 1, (rv[i], tv[i]), pasangan, capaian[-1])
        else:
            catat("Keluaran {ke}: tanpa target, tidak dihitung", kelompok="keluaran", ke=i + 1,
                  en="Keluaran {ke}: no target, not counted")  # fmt: skip
    if not capaian:
        return None
    hasil = _rata(masa, capaian) * 100
    pola, cara = _POLA[bool(masa.bulat("rata_rata_geometrik"))]
    catat("Capaian keluaran: rata-rata {cara} semua keluaran × 100", pola, hasil, cara=cara, isi=capaian,
          en="Output achievement: {cara} mean of all outputs × 100", banyak=len(capaian),
          sumber="rata_rata_geometrik")  # fmt: skip
    return hasil


# Templates of a mean by "is it geometric", and what it is called.
_POLA = {True: ("({isi:×/})^(1/{banyak}) × 100", "geometrik"), False: ("({isi:+/}) / {banyak} × 100", "aritmetik")}


def _catat_keluaran(masa: Masa, ke: int, volume: tuple[Any, Any], mutu: list[tuple[Any, Any]], hasil: float) -> None:
    """Tell the achievement of one output, with its indicators as realisation / target."""
    pola, cara = _POLA[bool(masa.bulat("rata_rata_geometrik"))]
    if mutu:
        catat("Keluaran {ke}: volume × rata-rata {cara} indikatornya", "{volume:×/} × " + pola.replace(" × 100", ""),
              hasil, en="Keluaran {ke}: volume × {cara} mean of its indicators", kelompok="keluaran", ke=ke, cara=cara,
              volume=[volume], isi=mutu, banyak=len(mutu))  # fmt: skip
    else:
        catat("Keluaran {ke}: volume tercapai / target", "{volume:×/}", hasil, en="Keluaran {ke}: volume / target",
              kelompok="keluaran", ke=ke, volume=[volume])  # fmt: skip
