"""The recipes on the screen: a table of values, then what each recipe does and where it was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kinerja_xl.cli._resep_kata import BUKTI_EN, KATA
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.core.sel import tulis
from kinerja_xl.resep import Pengenalan, Resep
from kinerja_xl.resep.kelas import PengenalanKelas
from kinerja_xl.resep.model import Pilihan

MAKS_BARIS = 6  # longer tables leave out what is simply right
Hasil = list[tuple[str, Pengenalan]]


def cetak(judul: str, hasil: Hasil, lang: str) -> Iterator[str]:
    """All lines."""
    kata = KATA[lang]
    if not hasil:
        yield kata["kosong"]
        return
    for kelompok in _kelompok(hasil):
        yield from _satu(judul, kelompok, kata, lang)


def _kelompok(hasil: Hasil) -> list[Hasil]:
    """Values of the same function and version stand together, in the order they came."""
    semua: dict[tuple[str, str], Hasil] = {}
    for tempat, p in hasil:
        semua.setdefault((p.fungsi, p.masa.versi), []).append((tempat, p))
    return list(semua.values())


def _satu(judul: str, hasil: Hasil, kata: dict[str, Any], lang: str) -> Iterator[str]:
    p = hasil[0][1]
    yield kata["judul"].format(fungsi=p.fungsi, aturan=p.masa.judul)
    if judul:
        yield kata["data"].format(judul=judul)
    yield ""
    satu_data = len({(q.resmi, q.tolak) for _, q in hasil}) == 1
    if satu_data and p.resmi is not None:
        kelas = kata["kelas"].format(kelas=p.kelas_resmi) if p.kelas_resmi else ""
        lengkap = angka(p.resmi, None, lang)
        yield kata["resmi"].format(nilai=angka(p.akhir, 2, lang), kelas=kelas, lengkap=lengkap)
    elif satu_data:
        yield kata["tanpa_data"] if p.tanpa_data else kata["tolak"].format(sebab=p.tolak)
    tertulis = [(t, q) for t, q in hasil if q.tersimpan is not None]
    if tertulis:
        if satu_data:
            yield ""
        yield from _tabel(tertulis, kata, lang)
    yield from _kalimat(hasil, kata, lang, satu_data)
    yield from _keterangan([q for _, q in hasil], kata, lang)
    yield ""


def _tabel(hasil: Hasil, kata: dict[str, Any], lang: str) -> Iterator[str]:
    baris = [kata["kepala"]]
    biasa = [p for _, p in hasil if p.sama_resmi and not p.dekat_batas] if len(hasil) > MAKS_BARIS else []
    for tempat, p in hasil:
        if any(p is satu for satu in biasa):
            continue
        assert p.tersimpan is not None
        tertulis = angka(p.tersimpan.nilai, p.tersimpan.pada if p.sama_resmi else p.tersimpan.desimal, lang)
        resmi = "-" if p.akhir is None else angka(p.akhir, p.tersimpan.pada, lang)
        for ke, cara in enumerate(_cara(p, kata, lang)):
            kiri = (tempat, tertulis, p.kelas_tersimpan or "-") if ke == 0 else ("", "", "")
            baris.append((*kiri, cara, *((resmi, p.kelas_resmi or "-") if ke == 0 else ("", ""))))
    kolom = [k for k in range(6) if k in (1, 3, 4) or any(b[k] not in ("", "-") for b in baris[1:])]
    lebar = {k: max(len(b[k]) for b in baris) for k in kolom}
    for satu in baris:
        sel = [satu[k].rjust(lebar[k]) if k in (1, 4) else satu[k].ljust(lebar[k]) for k in kolom]
        if len(baris) > 1:
            yield ("  " + "  ".join(sel)).rstrip()
    if biasa:
        yield "  " + kata["lain_sama"].format(n=len(biasa))


def _cara(p: Pengenalan, kata: dict[str, Any], lang: str) -> list[str]:
    if p.sama_resmi:
        return [kata["nilai_resmi"]]
    if p.tanpa_data:
        return [kata["tak_ada"]]
    if not p.cocok:
        return [kata["tak"].format(n=p.dicoba)]
    return [
        ("" if ke == 0 else kata["atau"]) + r.nama(lang) + ("" if r.pernah_terlihat else kata["tebak"])
        for ke, r in enumerate(p.cocok)
    ]


def _kalimat(hasil: Hasil, kata: dict[str, Any], lang: str, satu_data: bool) -> Iterator[str]:
    """What the table means, one sentence a point, each once."""
    kalimat: dict[str, None] = {}
    for tempat, p in hasil:
        for satu in (*_tentang_nilai(p, kata, lang), *_tentang_batas(p, tempat, kata, lang, satu_data)):
            kalimat[satu] = None
    if kalimat:
        yield ""
    yield from kalimat


def _tentang_nilai(p: Pengenalan, kata: dict[str, Any], lang: str) -> Iterator[str]:
    if p.tersimpan is None or p.tanpa_data:
        return
    nilai = angka(p.tersimpan.nilai, p.tersimpan.desimal, lang)
    if not p.sama_resmi:
        if not p.cocok:
            yield kata["asing"].format(nilai=nilai)
        elif p.simpangan > 1:
            yield kata["ganda"].format(nilai=nilai)
        if len(p.cocok) > 1:
            yield kata["sama"].format(nilai=nilai, n=len(p.cocok))
        if None not in (p.kelas_tersimpan, p.kelas_resmi) and p.kelas_tersimpan != p.kelas_resmi:
            yield kata["beda"].format(nilai=nilai, lama=p.kelas_tersimpan, baru=p.kelas_resmi)
    if p.mutu is not None and not p.mutu.sama_resmi:
        nama = f" {kata['atau'].strip()} ".join(q.teks("nama", lang) for q in p.mutu.cocok)
        sebab = kata["sebab"].format(nama=nama) if nama else kata["takada"]
        yield kata["mutu"].format(nilai=nilai, tersimpan=p.mutu.tersimpan, resmi=p.mutu.resmi, sebab=sebab)


def _tentang_batas(p: Pengenalan, tempat: str, kata: dict[str, Any], lang: str, satu_data: bool) -> Iterator[str]:
    if p.dekat_batas and p.akhir is not None:
        bagian = [
            kata["dengan"].format(nama=r.nama(lang), nilai=angka(r.akhir, 2, lang), kelas=r.kelas) for r in p.dekat
        ]
        di = "" if satu_data or not tempat else f" {tempat}"
        yield kata["dekat"].format(resmi=angka(p.akhir, 2, lang), kelas=p.kelas_resmi, tempat=di,
                                   lain=kata["dan"].join(bagian))  # fmt: skip


def cetak_kelas(
    fungsi: str, judul: str, nilai: float, resmi: str | None, hasil: list[PengenalanKelas], lang: str
) -> Iterator[str]:
    """A class, the official one, and the reading of the bounds that gives it."""
    kata = KATA[lang]
    yield kata["judul_kelas"].format(fungsi=fungsi)
    if judul:
        yield kata["data"].format(judul=judul)
    yield ""
    yield kata["resmi_kelas"].format(nilai=_ringkas(nilai, lang), kelas=resmi or "-")
    for satu in hasil:
        if satu.sama_resmi:
            yield kata["kelas_benar"].format(kelas=satu.tersimpan)
            continue
        nama = f" {kata['atau'].strip()} ".join(p.teks("nama", lang) for p in satu.cocok)
        sebab = kata["sebab"].format(nama=nama) if nama else kata["takada"]
        yield kata["kelas_lain"].format(tersimpan=satu.tersimpan, resmi=satu.resmi or "-", sebab=sebab)
    yield from _jelaskan({p.kode: p for satu in hasil for p in satu.cocok}, kata, lang)


def _ringkas(nilai: float, lang: str) -> str:
    return tulis(nilai).replace(",", ".") if lang == "en" else tulis(nilai)


def _keterangan(semua: Iterable[Pengenalan], kata: dict[str, Any], lang: str) -> Iterator[str]:
    """Every departure that was named, explained once."""
    resep: list[Resep] = [r for p in semua for r in (*p.cocok, *p.dekat)]
    pilihan: dict[str, Pilihan] = {q.kode: q for r in resep for q in r.pilihan}
    pilihan |= {q.kode: q for p in semua if p.mutu is not None for q in p.mutu.cocok}
    yield from _jelaskan(pilihan, kata, lang)


def _jelaskan(pilihan: dict[str, Pilihan], kata: dict[str, Any], lang: str) -> Iterator[str]:
    if pilihan:
        yield ""
        yield kata["cara"]
    for q in pilihan.values():
        yield f"  {q.teks('nama', lang)}: {q.teks('beda', lang)}"
        if not q.pernah_terlihat:
            yield f"    {kata['dugaan'] if lang == 'en' else q.terlihat}"
            continue
        bukti = (BUKTI_EN if lang == "en" else BUKTI)[q.bukti]
        yield f"    {kata['lihat'].format(terlihat=q.terlihat, bukti=bukti, tanggal=q.diperiksa.isoformat())}"


def angka(nilai: float | None, desimal: int | None, lang: str) -> str:
    """A number with so many decimals (None: all of 15 digits), decimal comma in Indonesian."""
    if nilai is None:
        return "-"
    teks = f"{nilai:.15g}" if desimal is None else f"{nilai:.{desimal}f}"
    return teks if lang == "en" else teks.replace(".", ",")
