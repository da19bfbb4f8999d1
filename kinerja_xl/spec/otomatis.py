"""Blocks the engine fills itself: the status of each section, the legal parameters used, the stored context."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from kinerja_xl.core.errors import KinerjaError
from kinerja_xl.core.masa import BUKTI
from kinerja_xl.core.nama import kutip_lembar, rentang
from kinerja_xl.core.rumus import literal
from kinerja_xl.spec.bahasa import kata
from kinerja_xl.spec.kanvas import Kanvas
from kinerja_xl.spec.manifest import LembarM, Sel, WarnaBersyarat
from kinerja_xl.spec.rumus_spek import Ruang, nama_parameter

POTONG = 8000
MAKS_RUMUS = 8000
STATUS = ("LENGKAP", "BELUM LENGKAP", "ADA KESALAHAN")
_ANGKA = ("angka", "bulat", "persen", "rupiah", "tanggal", "saat", "jam")
HASIL_BAIK = "sesuai"  # what every check says, or begins with, when all is well


def teks_konteks(konteks: Mapping[str, Any]) -> list[str]:
    """The context as JSON, cut into cells."""
    isi = json.dumps(konteks, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return [isi[i : i + POTONG] for i in range(0, len(isi), POTONG)]


def konteks_ke_sel(kanvas: Kanvas, baris: int, konteks: Mapping[str, Any], templat: str) -> dict[str, tuple[int, int]]:
    """Draw the stored context; returns names and their cells."""
    info = konteks["info"]
    b = kanvas.bahasa
    isi: list[tuple[str, str, Any]] = [
        (kata(b, "Templat"), "info_templat", templat),
        (kata(b, "Tahun anggaran"), "info_tahun", konteks["tahun"]),
        (kata(b, "Instansi"), "info_instansi", konteks["instansi"]["nama"]),
        (kata(b, "Sidik buku aturan"), "info_aturan", info["aturan"]),
        (kata(b, "Dibuat dengan"), "info_pembuat", info["pembuat"]),
    ]
    bagian = kata(b, "Konteks bagian {ke}")
    isi += [(bagian.format(ke=i), f"info_konteks_{i}", potong) for i, potong in enumerate(teks_konteks(konteks), 1)]
    hasil = {}
    for ke, (label, nama, nilai) in enumerate(isi):
        kanvas.tambah(Sel(baris + ke, 1, "label", "label", nilai=label))
        kanvas.sel.append(Sel(baris + ke, 2, "label", "info", nilai=nilai, nama=nama))
        hasil[nama] = (baris + ke, 2)
    return hasil


def parameter_ke_sel(kanvas: Kanvas, baris: int, ruang: Ruang) -> dict[str, tuple[int, int]]:
    """Draw every legal parameter that a formula of this workbook uses."""
    bahasa = kanvas.bahasa
    for ke, teks in enumerate(("No", "Parameter", "Nilai", "Satuan", "Rujukan", "Status bukti", "Catatan"), 1):
        kanvas.tambah(Sel(baris, ke, "label", "kepala", nilai=kata(bahasa, teks)))
    kanvas.ulang = (baris, baris)
    hasil = {}
    for ke, (keluarga, nama) in enumerate(sorted(ruang.parameter), 1):
        masa = ruang.parameter[keluarga, nama]
        satu = next((p for p in masa.daftar() if p.nama == nama), None)
        if satu is None:
            raise KinerjaError(f"spek: parameter {keluarga}.{nama} tidak ada dalam {masa.judul}")
        b, sebutan = baris + ke, nama_parameter(keluarga, nama)
        pecahan = isinstance(satu.nilai, Fraction) and satu.nilai.denominator != 1
        nilai = None if pecahan else float(satu.nilai) if isinstance(satu.nilai, Fraction) else satu.nilai
        isi_baris: tuple[tuple[int, Any], ...] = (
            (1, ke), (2, f"{keluarga}: {nama}"), (4, kata(bahasa, satu.satuan)), (5, satu.rujukan),
            (6, kata(bahasa, BUKTI[satu.bukti])), (7, kata(bahasa, satu.catatan or masa.judul)),
        )  # fmt: skip
        for kolom, isi in isi_baris:
            kanvas.tambah(Sel(b, kolom, "label", "sel", nilai=isi or None))
        rumus = literal(satu.nilai).strip("()") if pecahan else ""
        kanvas.tambah(
            Sel(b, 3, "rumus" if pecahan else "label", "sel_angka", nilai=nilai, rumus=rumus, nama=sebutan, tipe="umum")
        )
        hasil[sebutan] = (b, 3)
    if hasil:
        daerah = rentang(baris + 1, 6, baris + len(hasil), 6)
        kanvas.warna.append(WarnaBersyarat(daerah, kata(bahasa, BUKTI["ingatan"]), "awas"))
    return hasil


def tinggi_status(jumlah_bagian: int) -> int:
    """Rows of the status block."""
    return jumlah_bagian + 2


def status_ke_sel(kanvas: Kanvas, baris: int, bagian: list[LembarM]) -> None:
    """Draw the status of the workbook (named status_buku) and of each section, in plain formulas."""
    awal, akhir = baris + 2, baris + 1 + len(bagian)
    b = kanvas.bahasa
    lengkap, belum, salah = (kata(b, teks) for teks in STATUS)
    kanvas.tambah(Sel(baris, 1, "label", "label", nilai=kata(b, "STATUS BUKU KERJA")), 2)
    semua = rentang(awal, 5, akhir, 5, True)
    rumus = f'IF(COUNTIF({semua},"{salah}")>0,"{salah}",IF(COUNTIF({semua},"{belum}")>0,"{belum}","{lengkap}"))'
    kanvas.tambah(
        Sel(baris, 3, "rumus", "status", rumus=rumus, nama="status_buku", judul=kata(b, "Status buku kerja")), 5
    )
    kepala = ("No", "Bagian (klik untuk membuka)", "Isian wajib yang kosong", "Isian yang perlu diperbaiki", "Status")
    for kolom, teks in enumerate(kepala, 1):
        kanvas.tambah(Sel(baris + 1, kolom, "label", "kepala", nilai=kata(b, teks)))
    for ke, lembar in enumerate(bagian):
        _satu_bagian(kanvas, awal + ke, ke + 1, lembar)
    for teks, gaya in ((lengkap, "baik"), (belum, "awas"), (salah, "galat")):
        kanvas.warna.append(WarnaBersyarat(rentang(baris, 3, baris, 3), teks, gaya))
        kanvas.warna.append(WarnaBersyarat(rentang(awal, 5, akhir, 5), teks, gaya))


def _satu_bagian(kanvas: Kanvas, baris: int, nomor: int, lembar: LembarM) -> None:
    tautan, b = f"{kutip_lembar(lembar.nama)}!A1", kanvas.bahasa
    lengkap, belum, salah = (kata(b, teks) for teks in STATUS)
    kanvas.tambah(Sel(baris, 1, "label", "sel", nilai=nomor))
    kanvas.tambah(Sel(baris, 2, "label", "tautan", nilai=lembar.bagian, tautan=tautan))
    for kolom, rumus, judul in (
        (3, _rumus_kosong(lembar), kata(b, "Isian kosong")),
        (4, _rumus_salah(lembar, kata(b, HASIL_BAIK)), kata(b, "Isian salah")),
    ):
        kanvas.tambah(Sel(baris, kolom, "rumus", "rumus", rumus=rumus, tipe="bulat", judul=judul))
    hasil = f'IF(D{baris}>0,"{salah}",IF(C{baris}>0,"{belum}","{lengkap}"))'
    judul = kata(b, "Status {bagian}").format(bagian=lembar.bagian)
    kanvas.tambah(Sel(baris, 5, "rumus", "status_kecil", rumus=hasil, judul=judul))


def _kelompok(sel: Iterable[Sel]) -> list[list[Sel]]:
    """Cells grouped into vertical runs that share column, type and validation."""
    hasil: list[list[Sel]] = []
    terakhir: dict[Any, list[Sel]] = {}
    for satu in sel:
        kunci = (satu.kolom, satu.tipe, satu.sah, satu.wajib_bila, satu.tabel, satu.gaya)
        lari = terakhir.get(kunci)
        if lari and lari[-1].baris + 1 == satu.baris:
            lari.append(satu)
        else:
            terakhir[kunci] = [satu]
            hasil.append(terakhir[kunci])
    return hasil


def _daerah(lembar: LembarM, lari: list[Sel]) -> str:
    return f"{kutip_lembar(lembar.nama)}!{rentang(lari[0].baris, lari[0].kolom, lari[-1].baris, lari[-1].kolom, True)}"


def _gabung(bagian: list[str], lembar: LembarM) -> str:
    rumus = "+".join(bagian) or "0"
    if len(rumus) > MAKS_RUMUS:
        raise KinerjaError(f"spek: rumus status lembar '{lembar.nama}' terlalu panjang ({len(rumus)} huruf)")
    return rumus


def _rumus_kosong(lembar: LembarM) -> str:
    bagian = []
    for lari in _kelompok(s for s in lembar.sel if s.peran == "isian" and (s.wajib or s.wajib_bila)):
        daerah = _daerah(lembar, lari)
        if lari[0].wajib_bila:
            kunci = next(s.kolom for s in lembar.sel if s.tabel == lari[0].tabel and s.kunci == lari[0].wajib_bila)
            batas = rentang(lari[0].baris, kunci, lari[-1].baris, kunci, True)
            bagian.append(f'SUMPRODUCT(({kutip_lembar(lembar.nama)}!{batas}<>"")*({daerah}=""))')
        else:
            bagian.append(f"COUNTBLANK({daerah})")
    return _gabung(bagian, lembar)


def _rumus_salah(lembar: LembarM, baik: str) -> str:
    bagian = []
    for lari in _kelompok(s for s in lembar.sel if s.peran == "isian"):
        daerah, sah = _daerah(lembar, lari), lari[0].sah
        if lari[0].tipe in _ANGKA:
            kata = "".join(f'-COUNTIF({daerah},"{k}")' for k in sah.kata) if sah else ""
            bagian.append(f"COUNTA({daerah})-COUNT({daerah}){kata}")
            if sah and sah.min is not None:
                bagian.append(f'COUNTIF({daerah},"<{sah.min:g}")')
            if sah and sah.maks is not None:
                bagian.append(f'COUNTIF({daerah},">{sah.maks:g}")')
        elif sah and sah.pilihan:
            cocok = "".join(f'-COUNTIF({daerah},"{p}")' for p in sah.pilihan)
            bagian.append(f"COUNTA({daerah}){cocok}")
    for lari in _kelompok(s for s in lembar.sel if s.gaya == "cek"):
        daerah = _daerah(lembar, lari)
        bagian.append(f'SUMPRODUCT(({daerah}<>"")*(LEFT({daerah},{len(baik)})<>"{baik}"))')
    return _gabung(bagian, lembar)
