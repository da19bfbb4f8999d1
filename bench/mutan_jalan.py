"""Run mutants and honest variants of one kind of document through the verifier."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any
from unittest import mock

import bench.mutan_baris
import bench.mutan_lembar
import bench.mutan_rumus
import bench.mutan_rupa
import bench.mutan_sel  # noqa: F401  these five register their operators
from bench.mutan_alat import CARA, Mutan
from bench.mutan_buku import Bahan, bahan, hasil_x, isi_x
from kinerja_xl import mesin
from kinerja_xl.core.nama import kolom_huruf
from kinerja_xl.read import baca
from kinerja_xl.spec.manifest import Nilai, Titik, tempat
from kinerja_xl.spec.tata import tata
from kinerja_xl.verify import berkas
from kinerja_xl.verify.kasus import Kasus, ambil_masukan
from kinerja_xl.verify.pengenal import kenali
from kinerja_xl.verify.sebanding import sama_nilai
from kinerja_xl.verify.temuan import Temuan, dari_masalah

ISI = ("BERKAS", "AKTIF", "STR", "RMS", "NIL")
POSISI = ("awal", "tengah", "akhir")


@dataclass
class Hitungan:
    """Result of one kind: per operator made, caught, named; what slipped through."""

    dibuat: Counter[str] = field(default_factory=Counter)
    tertangkap: Counter[str] = field(default_factory=Counter)
    tepat: Counter[str] = field(default_factory=Counter)
    lolos: list[str] = field(default_factory=list)
    meleset: list[str] = field(default_factory=list)


def jumlahkan(daftar: Iterable[Hitungan]) -> Hitungan:
    """All kinds together."""
    semua = Hitungan()
    for satu in daftar:
        semua.dibuat += satu.dibuat
        semua.tertangkap += satu.tertangkap
        semua.tepat += satu.tepat
        semua.lolos += satu.lolos
        semua.meleset += satu.meleset
    return semua


@contextmanager
def ingatan() -> Iterator[None]:
    """Manifest and results of the workbook at hand are computed once; reading and checking are done in full."""
    susun_simpan: dict[str, Any] = {}
    hitung_simpan: dict[tuple[int, frozenset[Any]], dict[Titik, Nilai]] = {}
    asli = mesin.hitung

    def susun(jenis: str, konteks: Any, *lain: Any) -> Any:
        kunci = jenis + json.dumps(konteks, sort_keys=True)
        if kunci not in susun_simpan:
            if len(susun_simpan) > 3:
                susun_simpan.pop(list(susun_simpan)[-1])
            susun_simpan[kunci] = tata(jenis, konteks, *lain)
        return susun_simpan[kunci]

    def hitung(manifest: Any, masukan: Any, nama: str = "otomatis") -> Any:
        kunci = id(manifest), frozenset((t, type(n), n) for t, n in masukan.items())
        if kunci not in hitung_simpan:
            hasil = asli(manifest, masukan, nama)
            if len(hitung_simpan) > 3:
                hitung_simpan.pop(list(hitung_simpan)[-1])
            hitung_simpan[kunci] = hasil
        return hitung_simpan[kunci]

    with mock.patch.object(berkas, "kenali", partial(kenali, susun=susun)), mock.patch.object(mesin, "hitung", hitung):
        yield


def periksa(data: bytes) -> tuple[Temuan, ...]:
    """Everything the verifier finds in a workbook."""
    terbaca = baca(data)
    awal = [dari_masalah(m.kode, m.tempat, {"bagian": m.alamat, **m.data}) for m in terbaca.masalah]
    if terbaca.buku is None:
        return tuple(awal)
    return berkas.periksa_buku(terbaca.buku, berkas.Pilihan(), awal).findings


def sasaran(jenis: str, jumlah: int, benih: str = "mutan") -> Hitungan:
    """Make and verify `jumlah` mutants of a kind."""
    asal, acak, hasil = bahan(jenis), Random(f"{benih}-{jenis}"), Hitungan()
    with ingatan():
        dasar = {_kunci(t) for t in periksa(asal.data)}
        giliran = _giliran(acak)
        for ke in range(jumlah * 3):
            if sum(hasil.dibuat.values()) >= jumlah:
                break
            nama = next(giliran)
            mutan = CARA[nama][1](acak, asal, _pemilih(acak, ke))
            if mutan is None:
                continue
            data = asal.jadi(mutan.ubah)
            temuan = [t for t in periksa(data) if _kunci(t) not in dasar and t.level != "info"]
            if not temuan and setara(asal, data):
                continue
            _catat(hasil, nama, jenis, mutan, temuan)
    return hasil


def _giliran(acak: Random) -> Iterator[str]:
    while True:
        urut = sorted(CARA)
        acak.shuffle(urut)
        yield from urut


def _pemilih(acak: Random, ke: int) -> Callable[[list[Any]], Any]:
    """Choose a cell: first a stratum (table and place in it, type of cell), then one of its cells."""

    def pilih(calon: list[Any]) -> Any:
        lapis: dict[tuple[str, str, str], list[Any]] = {}
        akhir = Counter[str]()
        for _, s, _ in calon:
            akhir[s.tabel] = max(akhir[s.tabel], s.rekaman)
        for satu in calon:
            s = satu[1]
            posisi = POSISI[0 if s.rekaman <= 1 else 2 if s.rekaman >= akhir[s.tabel] else 1] if s.tabel else ""
            lapis.setdefault((s.tabel, posisi, s.peran + s.tipe), []).append(satu)
        kunci = sorted(lapis)
        return acak.choice(lapis[kunci[acak.randrange(len(kunci))]])

    return pilih


def _kunci(t: Temuan) -> tuple[str, str, str, str]:
    return t.code, t.sheet, t.cell, t.message


def _catat(hasil: Hitungan, cara: str, jenis: str, mutan: Mutan, temuan: list[Temuan]) -> None:
    hasil.dibuat[cara] += 1
    apa = f"{jenis}: {cara} {mutan.nama or mutan.lembar}!{mutan.baris},{mutan.kolom}"
    if not temuan:
        hasil.lolos.append(apa)
        return
    hasil.tertangkap[cara] += 1
    if any(menyebut(mutan, t) for t in temuan):
        hasil.tepat[cara] += 1
    else:
        hasil.meleset.append(f"{apa} -> {[(t.code, t.sheet, t.cell) for t in temuan[:3]]}")


def menyebut(mutan: Mutan, t: Temuan) -> bool:
    """Does the finding name the cell or its row, the column, sheet or name that was changed?"""
    if mutan.nama:
        return mutan.nama in (t.name, t.data.get("nama_sel"), t.data.get("ada"))
    if not mutan.lembar:
        return True
    if mutan.baris and mutan.kolom and tempat((mutan.lembar, mutan.baris, mutan.kolom)) in t.message:
        return True
    if t.sheet not in (mutan.lembar, *mutan.lembar_lain):
        return False
    if not mutan.baris and not mutan.kolom:
        return True
    if not t.cell:
        return (mutan.baris or -1) == t.data.get("baris") or (
            bool(mutan.kolom) and kolom_huruf(mutan.kolom) == t.data.get("kolom")
        )
    baris, huruf = int(t.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), t.cell.rstrip("0123456789")
    kolom = bool(mutan.kolom) and huruf in {
        kolom_huruf(k) for k in range(mutan.kolom, max(mutan.kolom, mutan.area[1]) + 1)
    }
    cocok_baris = bool(mutan.baris) and mutan.baris <= baris <= max(mutan.baris, mutan.area[0])
    return cocok_baris if mutan.baris else kolom


def setara(asal: Bahan, data: bytes) -> bool:
    """An honest file after all: same template, same fixed content, same results from its inputs."""
    buku = baca(data).buku
    assert buku is not None
    baru = kenali(buku).manifest
    if baru is None:
        return False
    lama = {s: n for s, n in vars(asal.manifest).items() if s in ("lembar", "nama", "tabel")}
    if any(vars(baru)[s] != n for s, n in lama.items() if s != "lembar"):
        return False
    if [_tanpa_info(m) for m in baru.lembar] != [_tanpa_info(m) for m in asal.manifest.lembar]:
        return False
    kiri, kanan = (ambil_masukan(Kasus(b, baru)) for b in (baca(asal.data).buku, buku))  # type: ignore[arg-type]
    if kiri == kanan:
        return baru.konteks != asal.manifest.konteks
    lama_hasil, baru_hasil = mesin.hitung(baru, kiri), mesin.hitung(baru, kanan)
    return all(sama_nilai(n, baru_hasil[t]) for t, n in lama_hasil.items())


def _tanpa_info(m: Any) -> Any:
    return m.sel if m.keadaan == "visible" else None


# -- honest variants -----------------------------------------------------------------------------------------


def varian(asal: Bahan, acak: Random) -> bytes:
    """New figures within the rules, every result computed anew and written back."""
    buku = baca(asal.data).buku
    assert buku is not None
    masukan = dict(ambil_masukan(Kasus(buku, asal.manifest)))
    ubah: dict[Titik, Nilai] = {}
    for _, s, t in asal.sel_peran("isian"):
        nilai = masukan.get(t)
        if acak.random() < 0.3 and nilai is not None and s.tipe != "pilihan":
            ubah[t] = _baru(acak, s, nilai)
    masukan.update(ubah)
    hasil = mesin.hitung(asal.manifest, masukan)
    sel = [(t, isi_x(n)) for t, n in ubah.items()]
    sel += [(t, hasil_x(n)) for t, n in hasil.items() if not sama_nilai(asal.sel[t].nilai, n)]
    return asal.jadi(asal.ganti(*sel))


def _baru(acak: Random, s: Any, nilai: Any) -> Any:
    if isinstance(nilai, str):
        return nilai if s.sah and s.sah.panjang else f"{nilai[:60]} ({acak.randrange(100)})"
    if s.tipe in ("tanggal", "saat", "jam"):
        return nilai
    baru = nilai * acak.uniform(0.95, 1.05)
    baru = round(baru) if s.tipe in ("bulat", "rupiah") else round(baru, 2)
    if s.sah and ((s.sah.maks is not None and baru > s.sah.maks) or (s.sah.min is not None and baru < s.sah.min)):
        return nilai
    return baru


def jujur(jenis: str, jumlah: int, benih: str = "jujur") -> list[str]:
    """Alarms raised on honest variants: structure, formulas, values."""
    asal, acak, alarm = bahan(jenis), Random(f"{benih}-{jenis}"), []
    with ingatan():
        for ke in range(jumlah):
            temuan = [t for t in periksa(varian(asal, acak)) if t.code.partition("-")[0] in ISI and t.level != "info"]
            alarm += [f"{jenis} {ke}: {t.code} {t.sheet}!{t.cell} {t.message}" for t in temuan[:3]]
    return alarm
