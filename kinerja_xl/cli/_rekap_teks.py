"""The tables of `kinerja rekap` on a screen and as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kinerja_xl.verify.temuan import bersih

if TYPE_CHECKING:
    import pandas as pd

    from kinerja_xl.batch.rekap import Rekap

BARIS = 15
_LEBAR = 46
_RUMUS = ("=", "+", "-", "@", "\t", "\r")
JUDUL = {
    "id": {
        "wilayah": "Putusan menurut wilayah", "jenis": "Putusan menurut jenis dokumen", "temuan": "Temuan terbanyak",
        "indikator": "Indikator, yang paling sedikit tercapai dahulu", "resep": "Cara hitung yang dikenali",
        "kembar": "Kiriman yang terlalu serupa (periksa, belum tentu salah)",
        "pencilan": "Capaian yang jauh dari kantor lain (periksa, belum tentu salah)", "lagi": "dan {n} baris lagi",
        "awal": "{berkas} berkas dari {kantor} kantor", "tidak": "tidak ada",
    },
    "en": {
        "wilayah": "Verdicts by region", "jenis": "Verdicts by kind of document", "temuan": "Most frequent findings",
        "indikator": "Indicators, the least met first", "resep": "Recipes recognised",
        "kembar": "Submissions too alike (to be looked at, not necessarily wrong)",
        "pencilan": "Capaian far from that of other offices (to be looked at, not necessarily wrong)",
        "lagi": "and {n} more rows", "awal": "{berkas} files of {kantor} offices", "tidak": "none",
    },
}  # fmt: skip
KOLOM = {
    "id": {
        "lulus-dengan-peringatan": "peringatan", "persen_lulus": "% lulus", "persen_berkas": "% berkas",
        "persen_tercapai": "% tercapai", "persen_sama": "% sama", "capaian_terendah": "terendah",
        "capaian_tengah": "tengah", "capaian_tertinggi": "tertinggi", "path": "berkas", "tidak-terbaca": "tak terbaca",
        "nama": "indikator", "banyak": "kali",
    },
    "en": {
        "wilayah": "region", "berkas": "files", "kantor": "offices", "lulus": "passed", "jenis": "kind",
        "lulus-dengan-peringatan": "warnings", "ditolak": "rejected", "tidak-terbaca": "unreadable",
        "persen_lulus": "% passed", "kode": "code", "judul": "finding", "banyak": "number", "persen_berkas": "% files",
        "nama": "indicator", "dinilai": "assessed", "tercapai": "met", "persen_tercapai": "% met", "resep": "recipe",
        "capaian_terendah": "lowest", "capaian_tengah": "median", "capaian_tertinggi": "highest", "path": "file",
        "persen_sama": "% alike", "angka": "figures", "instansi": "office", "tahun": "year", "skor": "score",
    },
}  # fmt: skip


def teks(hasil: Rekap, lang: str) -> str:
    """All tables, the first rows of each."""
    kata = JUDUL[lang]
    kantor = hasil.berkas.loc[hasil.berkas["instansi"] != "", "instansi"].nunique()
    bagian = [kata["awal"].format(berkas=len(hasil.berkas), kantor=kantor)]
    for nama, tabel in hasil.tabel().items():
        if nama != "berkas":
            bagian.append("\n".join([kata[nama], *_tabel(tabel, lang)]))
    return "\n\n".join(bagian) + "\n"


def _tabel(tabel: pd.DataFrame, lang: str) -> Iterator[str]:
    if not len(tabel):
        yield f"  {JUDUL[lang]['tidak']}"
        return
    kepala = [KOLOM[lang].get(kolom, kolom) for kolom in tabel.columns]
    isi = [[_sel(n, lang) for n in baris] for baris in tabel.head(BARIS).itertuples(index=False)]
    angka = [all(not isinstance(n, str) for n in tabel[kolom].head(BARIS)) for kolom in tabel.columns]
    lebar = [max(len(baris[k]) for baris in [kepala, *isi]) for k in range(len(kepala))]
    for baris in [kepala, *isi]:
        sel = [t.rjust(w) if kanan else t.ljust(w) for t, w, kanan in zip(baris, lebar, angka, strict=True)]
        yield "  " + "  ".join(sel).rstrip()
    if len(tabel) > BARIS:
        yield f"  {JUDUL[lang]['lagi'].format(n=len(tabel) - BARIS)}"


def _sel(nilai: Any, lang: str) -> str:
    if nilai is None or nilai != nilai:  # NaN is the one value that differs from itself
        return "-"
    if isinstance(nilai, float):
        isi = f"{nilai:.2f}".rstrip("0").rstrip(".")
        return isi if lang == "en" else isi.replace(".", ",")
    return bersih(str(nilai), _LEBAR)


def csv(tabel: pd.DataFrame) -> bytes:
    """UTF-8 with its mark, so that Excel reads it; a text that would be a formula there is made harmless."""
    aman = tabel.copy()
    for kolom in aman.columns:
        aman[kolom] = [f"'{n}" if isinstance(n, str) and n.startswith(_RUMUS) else n for n in aman[kolom]]
    isi: str = aman.to_csv(index=False, lineterminator="\r\n")
    return b"\xef\xbb\xbf" + isi.encode("utf-8")
