"""What only shows when many offices lie side by side: submissions too alike, and figures far from those of the peers.

Neither is an accusation. Both say where a person should look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import pandas as pd

MIN_KANTOR = 8  # offices that make a comparison worth anything
JAUH = 3.5  # modified z-score beyond which Iglewicz and Hoaglin (1993) call a value an outlier
_KE_MAD, _KE_RATA = 1.4826, 1.2533  # make both measures of spread comparable to a standard deviation
MIN_KHAS = 3  # figures alike that are neither round nor just the target
MIRIP = 0.8  # share of figures alike
_RAMAI = 30  # a figure that more files share says nothing about two of them
_KOLOM = ["banyak", "persen_sama", "angka", "instansi", "path"]
Angka = frozenset[tuple[str, float]]


def pencilan(angka: pd.DataFrame) -> pd.DataFrame:
    """Offices whose capaian of an indicator is far from the median of the offices with the same indicator."""
    isi = angka.assign(capaian=pd.to_numeric(angka["capaian"], errors="coerce")).dropna(subset=["capaian"])
    baris = []
    for (nama, tahun), kelompok in isi.groupby(["nama", "tahun"], sort=True):
        if len(kelompok) < MIN_KANTOR:
            continue
        tengah = kelompok["capaian"].median()
        beda = (kelompok["capaian"] - tengah).abs()
        sebaran = beda.median() * _KE_MAD or beda.mean() * _KE_RATA
        if sebaran <= 0:
            continue
        for letak in kelompok.index[beda / sebaran > JAUH]:
            satu = kelompok.loc[letak]
            skor = (satu["capaian"] - tengah) / sebaran
            baris.append((satu["instansi"], satu["wilayah"], nama, tahun, satu["realisasi"], satu["capaian"], tengah,
                          len(kelompok), skor, satu["path"]))  # fmt: skip
    kolom = ["instansi", "wilayah", "nama", "tahun", "realisasi", "capaian", "capaian_tengah", "kantor", "skor", "path"]
    hasil = pd.DataFrame(baris, columns=kolom)
    return hasil.sort_values(["skor", "path", "nama"], key=_besar, ascending=[False, True, True])


def _besar(kolom: pd.Series) -> pd.Series:
    return kolom.abs() if kolom.name == "skor" else kolom


def kembar(berkas: pd.DataFrame, target: pd.DataFrame) -> pd.DataFrame:
    """Groups of files that are the same bytes, or of different offices with the same unusual figures."""
    baris = list(_salinan(berkas))
    if len(target):
        semua = dict(_angka(target))
        milik = berkas.set_index("path")["instansi"].to_dict()
        baris += _serupa(semua, milik, {p for satu in baris for p in satu[4]})
    baris.sort(key=lambda satu: (-satu[0], -satu[1], satu[4]))
    return pd.DataFrame([(n, p, a, "; ".join(i), "; ".join(j)) for n, p, a, i, j in baris], columns=_KOLOM)


Baris = tuple[int, float, int, list[str], list[str]]


def _salinan(berkas: pd.DataFrame) -> Iterator[Baris]:
    for _, kelompok in berkas[berkas["jenis"] != "-"].groupby("sha256", sort=True):
        if len(kelompok) > 1:
            yield len(kelompok), 100.0, 0, _unik(kelompok["instansi"]), sorted(kelompok["path"])


def _angka(target: pd.DataFrame) -> Iterator[tuple[str, Angka]]:
    """path -> the figures that are its own: not round, and not just the target."""
    isi = target.assign(realisasi=pd.to_numeric(target["realisasi"], errors="coerce"))
    isi = isi[isi["realisasi"].notna() & (isi["realisasi"] % 5 != 0) & (isi["realisasi"] != isi["target"])]
    for path, kelompok in isi.groupby("path", sort=True):
        khas = frozenset(zip(kelompok["nama"].astype(str), kelompok["realisasi"].astype(float), strict=True))
        if len(khas) >= MIN_KHAS:
            yield str(path), khas


def _serupa(semua: Mapping[str, Angka], milik: Mapping[str, str], sudah: set[str]) -> Iterator[Baris]:
    persis: dict[Angka, list[str]] = defaultdict(list)
    for path, angka in semua.items():
        if path not in sudah:
            persis[angka].append(path)
    for angka, jalur in persis.items():
        if len({milik[p] for p in jalur}) > 1:
            yield len(jalur), 100.0, len(angka), _unik(milik[p] for p in jalur), sorted(jalur)
    yield from _hampir({jalur[0]: angka for angka, jalur in persis.items()}, milik)


def _hampir(semua: Mapping[str, Angka], milik: Mapping[str, str]) -> Iterator[Baris]:
    """Pairs that share most figures; found through the figures they share, never all against all."""
    pemilik: dict[tuple[str, float], list[str]] = defaultdict(list)
    for path, angka in semua.items():
        for satu in angka:
            pemilik[satu].append(path)
    sama: dict[tuple[str, str], int] = defaultdict(int)
    for jalur in pemilik.values():
        if len(jalur) <= _RAMAI:
            for pasang in combinations(sorted(jalur), 2):
                sama[pasang] += 1
    for (kiri, kanan), banyak in sorted(sama.items()):
        gabung = len(semua[kiri] | semua[kanan])
        if banyak >= MIN_KHAS and banyak / gabung >= MIRIP and milik[kiri] != milik[kanan]:
            yield 2, banyak / gabung * 100, banyak, _unik([milik[kiri], milik[kanan]]), [kiri, kanan]


def _unik(isi: Any) -> list[str]:
    return sorted({str(satu) for satu in isi if satu})
