"""kinerja rules --bandingkan: the same data under the rules of two fiscal years."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from kinerja_xl.cli._data_resep import baca_data_resep
from kinerja_xl.cli._resep_kata import BANDING, BUKTI_EN
from kinerja_xl.cli._resep_teks import angka
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.core.sel import tulis
from kinerja_xl.resep import bandingkan
from kinerja_xl.resep.banding import BOBOT, Perbandingan, Sisi


def bandingkan_tahun(
    nama: str | None, kiri: int, kanan: int, sumber: str, tahun: int | None, lang: str, sebagai_json: bool
) -> None:
    """Compute under both years and print what differs."""
    data = baca_data_resep(sumber, nama, tahun)
    isi = {**data.argumen, **({} if data.tahun is None else {"tahun": data.tahun})}
    hasil = bandingkan(data.fungsi, kiri, kanan, isi, data.padanan)
    if sebagai_json:
        click.echo(json.dumps({"judul": data.judul, **hasil.to_dict()}, ensure_ascii=False, indent=1, default=str))
        return
    for baris in cetak(hasil, data.judul or data.sumber, lang):
        click.echo(baris)


def cetak(hasil: Perbandingan, judul: str, lang: str) -> Iterator[str]:
    """All lines."""
    kata = BANDING[lang]
    yield kata["judul"].format(fungsi=hasil.nama, a=hasil.kiri.tahun, b=hasil.kanan.tahun)
    if judul:
        yield kata["data"].format(judul=judul)
    yield ""
    for sisi in (hasil.kiri, hasil.kanan):
        yield _versi(sisi, kata, lang)
    if hasil.sama_aturan:
        yield kata["sama"]
    yield from _bobot(hasil, kata, lang)
    yield from _parameter(hasil, kata, lang)
    yield ""
    yield from _hasil(hasil, kata, lang)
    yield from _sisa(hasil, kata, lang)


def _versi(sisi: Sisi, kata: dict[str, Any], lang: str) -> str:
    m = sisi.masa
    bukti = (BUKTI_EN if lang == "en" else BUKTI)[m.bukti]
    akhir = m.tahun_akhir or kata["sekarang"]
    masa = str(akhir) if akhir == m.tahun_awal else f"{m.tahun_awal}-{akhir}"
    return kata["versi"].format(tahun=sisi.tahun, judul=f"{sisi.fungsi}, {m.judul}", masa=masa, bukti=bukti)


def _bobot(hasil: Perbandingan, kata: dict[str, Any], lang: str) -> Iterator[str]:
    """Indicator, datum and both weights; a dash where the version does not know the indicator."""
    kiri, kanan = (_semua_bobot(s) for s in (hasil.kiri, hasil.kanan))
    if not (kiri or kanan) or hasil.kiri.masa.keluarga == "ikm":
        return
    isi = {n: s.masuk[k] for s in (hasil.kiri, hasil.kanan) for n in (*kiri, *kanan) for k in _kunci(n, s)}
    baris = [[k.format(a=hasil.kiri.tahun, b=hasil.kanan.tahun) for k in kata["kepala"]]]
    for nama in dict.fromkeys((*kiri, *kanan)):
        baris.append([nama, _tulis(isi.get(nama), lang), _tulis(kiri.get(nama), lang), _tulis(kanan.get(nama), lang)])
    lebar = [max(len(b[k]) for b in baris) for k in range(4)]
    yield ""
    for satu in baris:
        yield "  " + "  ".join(t.ljust(lebar[0]) if k == 0 else t.rjust(lebar[k]) for k, t in enumerate(satu)).rstrip()


def _kunci(nama: str, sisi: Sisi) -> list[str]:
    return [k for k in (nama, f"nilai_{nama}") if k in sisi.masuk]


def _semua_bobot(sisi: Sisi) -> dict[str, float]:
    return {p.nama[len(BOBOT) :]: float(p.nilai) for p in sisi.masa.parameter if p.nama.startswith(BOBOT)}


def _parameter(hasil: Perbandingan, kata: dict[str, Any], lang: str) -> Iterator[str]:
    lain = [p for p in hasil.parameter if not p[0].startswith(BOBOT) and not p[0].startswith("baris_")]
    if hasil.kiri.masa.keluarga == "ikm":
        lain = [p for p in hasil.parameter if None not in p or p[0] == "desimal_tertimbang"]
    if lain:
        yield ""
        yield kata["lain"]
    for nama, a, b in lain:
        kiri, kanan = (kata["tidak_ada"] if n is None else _tulis(n, lang) for n in (a, b))
        yield f"  {nama}: {hasil.kiri.tahun} {kiri}; {hasil.kanan.tahun} {kanan}"


def _hasil(hasil: Perbandingan, kata: dict[str, Any], lang: str) -> Iterator[str]:
    for sisi in (hasil.kiri, hasil.kanan):
        if sisi.nilai is None:
            yield kata["hasil"].format(tahun=sisi.tahun, nilai=kata["tanpa"].format(sebab=sisi.tolak), kelas="")
            continue
        teks = isinstance(sisi.nilai, str)
        kelas = kata["kelas"].format(kelas=sisi.kelas) if sisi.kelas and not teks else ""
        nilai = str(sisi.nilai) if teks or isinstance(sisi.nilai, list) else angka(float(sisi.nilai), 2, lang)
        yield kata["hasil"].format(tahun=sisi.tahun, nilai=nilai, kelas=kelas)
    if hasil.selisih is not None:
        yield kata["selisih"].format(selisih=angka(hasil.selisih, 2, lang))
    if hasil.pindah_kelas:
        yield kata["pindah"].format(a=hasil.kiri.kelas, b=hasil.kanan.kelas)
    elif hasil.kiri.kelas is not None and hasil.kanan.kelas is not None:
        yield kata["tetap"].format(a=hasil.kiri.kelas)


def _sisa(hasil: Perbandingan, kata: dict[str, Any], lang: str) -> Iterator[str]:
    """What was left out, what is missing, what might belong together, what a reader must know."""
    for sisi in (hasil.kiri, hasil.kanan):
        if sisi.tak_muat:
            yield kata["tak_muat"].format(tahun=sisi.tahun, daftar=", ".join(sisi.tak_muat))
        if sisi.belum:
            yield kata["belum"].format(tahun=sisi.tahun, daftar=", ".join(sisi.belum))
    if hasil.nama == "IKPA_SCORE" and (hasil.kiri.belum or hasil.kanan.belum):
        yield kata["belum_ikpa"]
    for usul in hasil.saran:
        bukti = (BUKTI_EN if lang == "en" else BUKTI)[usul["bukti"]]
        catatan = usul["catatan_en"] if lang == "en" else usul["catatan"]
        yield kata["saran"].format(lama=usul["lama"], baru=usul["baru"], catatan=catatan, bukti=bukti)
        if usul["pindah"]:
            yield f"  {kata['cara'].format(**usul)}"
    for satu in hasil.catatan:
        teks = satu["teks_en"] if lang == "en" else satu["teks"]
        yield kata["catatan"].format(teks=teks, sumber=satu["sumber"])


def _tulis(nilai: Any, lang: str) -> str:
    if nilai is None:
        return "-"
    teks = tulis(nilai)
    return teks.replace(",", ".") if lang == "en" else teks
